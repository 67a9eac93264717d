"""What there is to read, on screens: the groups, the articles of one, and a field that finds by words.

Invariant: looking keeps nothing. A file that cannot be read is told in one sentence and hides no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from copecli.core import learn_words as say
from copecli.core.actions import LIST, SHELF, WORDS
from copecli.core.more_words import LEARN_DOOR
from copecli.desk_learn import Library, library
from copecli.tui.page import ComposeResult, Page, Words, field, option_list
from copecli.tui.safe import two_lines, words
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.core.learn import Article
    from copecli.tui.app import CopeApp


def open_learn(app: CopeApp, which: tuple[str, ...] = (), *, alone: bool = False) -> None:
    """Open the shelf, an article by its id, or what has the words after an empty id."""
    there = library()

    def after(where: str | None) -> None:
        if where == say.ELSE:
            app.push_screen(Shelf(there), after)
        elif alone:
            app.leave()

    article = there.called(which[0]) if which else None
    if article is not None:
        from copecli.tui.screens.article import ArticlePage

        app.push_screen(ArticlePage(article), after)
    else:
        app.push_screen(Found(there, which[1]) if which[1:] else Shelf(there), after)


class ShelfPage(Page):
    """A list of what there is; what is opened from it says where the person wants to go."""

    GROUPS = (SHELF, LIST)
    KEYS: ClassVar[tuple[str, ...]] = ("help-now", "find", "close")

    def __init__(self, there: Library) -> None:
        super().__init__()
        self._there = there

    def act(self, action_id: str) -> None:
        """Find something by words."""
        if action_id == "find":
            self.app.push_screen(Found(self._there), self.come_back)
        else:
            super().act(action_id)

    def come_back(self, where: str | None) -> None:
        """Stay here, or go all the way where somebody wants to rest."""
        if where == say.REST:
            self.dismiss(say.REST)

    def read(self, article_id: str) -> None:
        """Open an article of the shelf."""
        from copecli.tui.screens.article import ArticlePage

        article = self._there.called(article_id)
        if article is not None:
            self.app.push_screen(ArticlePage(article), self.come_back)


class Shelf(ShelfPage):
    """The groups."""

    def body(self) -> ComposeResult:
        """Yield the groups that hold anything, and what could not be read."""
        yield Words(_(LEARN_DOOR), classes="strong gap")
        yield option_list([])
        yield Words("\n".join(self._there.told), id="told", classes="quiet gap")

    def on_mount(self) -> None:
        """Begin at the first."""
        options = self.query_one(OptionList)
        for group in say.groups_of(self._there.articles):
            name, about = map(_, say.GROUP_WORDS[group])
            options.add_option(Option(two_lines(name, about), id=group))
        options.highlighted = 0
        options.focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open a group."""
        event.stop()
        self.app.push_screen(OneGroup(self._there, event.option_id or ""), self.come_back)


class OneGroup(ShelfPage):
    """The articles of a group."""

    def __init__(self, there: Library, group: str) -> None:
        super().__init__(there)
        self._group = group

    def body(self) -> ComposeResult:
        """Yield the name of the group, and its articles."""
        yield Words(_(say.group_name(self._group)), classes="strong gap")
        yield option_list([])

    def on_mount(self) -> None:
        """Begin at the first."""
        options = self.query_one(OptionList)
        options.add_options(_rows(self._there.of(self._group)))
        options.highlighted = 0
        options.focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open an article."""
        event.stop()
        self.read(event.option_id or "")


class Found(ShelfPage):
    """A field, and what has the words in it."""

    KEYS = ("help-in-words", "leave-words")

    def __init__(self, there: Library, typed: str = "") -> None:
        super().__init__(there)
        self._typed = typed

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the keys of a field while somebody writes, those of the list else."""
        return (WORDS,) if isinstance(self.focused, Input) else (SHELF, LIST)

    def body(self) -> ComposeResult:
        """Yield the field, what there is to say of what was found, and the list of it."""
        yield Words(_(say.FIND), classes="strong")
        yield field(self._typed, placeholder=_(say.FIND_HINT))
        yield Words(id="told", classes="quiet gap")
        yield option_list([])

    def on_mount(self) -> None:
        """Begin in the field; where words came along, in what they found."""
        self._offer(self._typed)
        self.query_one(OptionList if self._typed else Input).focus()

    def _offer(self, typed: str) -> None:
        found = self._there.find(typed)
        close = () if found or not typed.strip() else self._there.near(typed)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(words(text.worded(_)), id=key) for key, text in say.first_found(typed))
        options.add_options(_rows(found or close))
        options.highlighted = 0 if options.option_count else None
        told = say.told_of(typed, found=bool(found), close=bool(close))
        self.query_one("#told", Words).say(" ".join(map(_, told)))

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Look for it."""
        self._offer(event.value)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Open what is marked."""
        event.stop()
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self._open(options.get_option_at_index(options.highlighted).id)

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open it."""
        event.stop()
        self._open(event.option_id)

    def _open(self, found: str | None) -> None:
        if found == say.HELP:
            self.app.open_help_now()
        elif found is not None:
            self.read(found)

    def act(self, action_id: str) -> None:
        """Leave the field, or go back into it."""
        if action_id == "leave-words":
            self.dismiss("")
        elif action_id == "find":
            self.query_one(Input).focus()
        elif action_id != "keep":
            super().act(action_id)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the keys that hold now."""
        self.offer_keys()

    def offer_keys(self) -> None:
        """Show the keys of the field or of the list."""
        from copecli.tui.widgets.key_line import KeyLine

        writing = isinstance(self.focused, Input)
        self.query_one(KeyLine).offer(*(Found.KEYS if writing else ShelfPage.KEYS))

    def key_down(self) -> None:
        """Go from the field into the list."""
        options = self.query_one(OptionList)
        if options.option_count and self.focused is not options:
            options.focus()


def _rows(articles: Iterable[Article]) -> list[Option]:
    return [Option(two_lines(one.title, one.summary), id=one.id) for one in articles]
