"""An article on screens: a page at a time, and at the end what can be done with it now.

Invariant: a page fits the window, so nothing has to be scrolled for; made larger or smaller, the place in the
text is kept. The end has a person and the way to Help now in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import learn_words as say
from copecli.core.actions import LIST, READ
from copecli.core.cells import width, wrap
from copecli.core.learn import OPEN, SKILL
from copecli.core.learn_pages import pages_of
from copecli.core.shared_words import UNSAFE
from copecli.desk_learn import sources_told, titles_now
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import words
from copecli.tui.screens.learn_doors import OPENS
from copecli.tui.screens.reading import Reading
from copecli.tui.widgets.key_line import KeyLine
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.learn import Article
    from copecli.core.learn_pages import Pages, Row

_BESIDE = frozenset({"tab", "shift+tab", "home"})
"""Keys that do not go on."""
_QUIET = "$quiet not bold"


class ArticlePage(Page):
    """One article."""

    GROUPS = (READ,)
    KEYS = ("help-now", "read-on", "read-stop")

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._article = article
        self._pages: Pages = ()
        self._at = 0
        self._before = 0
        self._letters = 0
        """Letters before the page that was turned to: the place in the text, in a window of any size."""

    def body(self) -> ComposeResult:
        """Yield room for a page, and for the end."""
        yield Words(id="title", classes="gap")
        yield Words(id="text")
        yield option_list([])
        yield Words(id="review", classes="quiet above")

    def on_mount(self) -> None:
        """Keep the keys here: there is nothing to scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

    def on_resize(self) -> None:
        """Cut the pages anew, once it is known what room there is."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        room = self.query_one("#column").content_size
        if not room.width or not room.height:
            return
        title = wrap(self._article.title + self._place(9, 9, room.width), room.width)
        most = room.height - len(title) - 1  # the gap below it
        pages = pages_of(self._article, room.width, most)
        airy = pages_of(self._article, room.width, most - 1)  # a free row above the foot, where it costs none
        pages = airy if len(airy) == len(pages) else pages
        if pages != self._pages:
            self._at = len(pages) if self._pages and self._at_end else _page_with(self._letters, pages)
            self._pages = pages
            self._draw()

    # what the person does

    @property
    def _at_end(self) -> bool:
        return self._at >= len(self._pages)

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the keys of reading, and at the end those of its list."""
        return (*self.GROUPS, LIST) if self._at_end else self.GROUPS

    def act(self, action_id: str) -> None:
        """Turn the pages."""
        if action_id == "read-on":
            self._turn(self._at + 1)
        elif action_id == "read-back":
            self._turn(self._at - 1)
        elif action_id == "read-end":
            self._turn(len(self._pages))
        elif action_id == "read-stop":
            self.dismiss("")
        else:
            super().act(action_id)

    def on_other_key(self, event: events.Key) -> None:
        """Any key goes on; at the end there is a list to choose from."""
        if not self._at_end and event.key not in _BESIDE:
            event.stop()
            self._turn(self._at + 1)

    def take_back(self) -> None:
        """Return to the page before the last press."""
        self._turn(self._before)

    def _turn(self, to: int) -> None:
        self._before, self._at = self._at, max(0, min(to, len(self._pages)))
        if self._before != self._at:
            self._letters = _letters(self._pages[: self._at])
            self._draw()

    # drawing

    def _place(self, n: int, of: int, columns: int) -> str:
        """Return which page of how many it is: beside the title where it fits, else below it."""
        place = _(say.PLACE).format(n=n, of=of)
        beside = f"   {place}"
        return beside if width(self._article.title + beside) <= columns else f"\n{place}"

    def _draw(self) -> None:
        column, of = self.query_one("#column"), len(self._pages)
        one_of = of > 1 and not self._at_end
        place = self._place(self._at + 1, of, column.content_size.width) if one_of else ""
        self.query_one("#title", Words).say_parts((self._article.title, "bold"), (place, _QUIET))
        text = self.query_one("#text", Words)
        text.say_parts(*([(_(say.WHAT_NOW), "")] if self._at_end else _parts(self._pages[self._at])))
        text.set_class(self._at_end, "gap")
        self._draw_end()
        column.scroll_home(animate=False)

    def _draw_end(self) -> None:
        options = self.query_one(OptionList)
        review = self.query_one("#review", Words)
        options.display = self._at_end
        self.set_class(self._at_end, "end")
        review.say(say.review_words(self._article).worded(_) if self._at_end else "")
        self.query_one(KeyLine).offer("help-now", "open" if self._at_end else "read-on", "read-stop")
        if not self._at_end:
            self.query_one("#column").focus()
            return
        if not options.option_count:
            ways = say.ways_now(self._article, titles_now(self.app.desk, self._article), OPENS)
            options.add_options(Option(words(text.worded(_)), id=way) for way, text in ways)
            options.highlighted = 0
        options.focus()

    # what can be done with it

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Do it."""
        event.stop()
        chosen = event.option_id or ""
        kind, _colon, name = chosen.partition(":")
        if chosen in (say.PERSON, UNSAFE):
            self.app.open_help_now()
        elif chosen == say.SOURCES:
            lines = sources_told(self._article)
            self.app.push_screen(
                Reading(_(say.SOURCES_TITLE), [Words(line, classes="gap") for line in lines])
            )
        elif chosen in (say.ELSE, say.REST):
            self.dismiss(chosen)
        elif kind == SKILL:
            self.app.play_called(name, chosen=True)
        elif kind == OPEN:
            OPENS[name](self.app)
        else:
            self._read(name)

    def _read(self, article_id: str) -> None:
        from copecli.desk_learn import one

        article = one(article_id)
        if article is not None:
            self.app.push_screen(ArticlePage(article), self._come_back)

    def _come_back(self, where: str | None) -> None:
        """Stay here, or go on to where the person wants to be."""
        if where in (say.ELSE, say.REST):
            self.dismiss(where)


def _parts(rows: tuple[Row, ...]) -> Iterator[tuple[str, str]]:
    """Yield (text, look) of a page: headings stand out, the numbers of sources do not."""
    for number, row in enumerate(rows):
        text, mark = row.text[: len(row.text) - row.mark], row.text[len(row.text) - row.mark :]
        yield ("\n" if number else "") + text, "bold" if row.heading else ""
        yield mark, _QUIET


def _page_with(letters: int, pages: Pages) -> int:
    """Return the page that holds what comes after so many letters."""
    return max(number for number in range(len(pages)) if _letters(pages[:number]) <= letters)


def _letters(pages: Pages) -> int:
    return sum(len(row.text.replace(" ", "")) for page in pages for row in page)
