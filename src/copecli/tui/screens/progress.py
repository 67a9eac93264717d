"""What the journal shows, on screens: a list of sections, each a page; what can fall has an entry of its own.

Invariant: looking changes nothing, and what can fall is opened by choice only. Words come first; the picture
beneath them shows nothing that is not said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import progress_words as say
from copecli.core.actions import LIST
from copecli.core.errors import CopeError
from copecli.core.progress_words import ADDS, CAN_FALL, CAN_FALL_DOOR, CAN_FALL_FIRST, DOOR, NOTHING_YET
from copecli.core.written_words import DID
from copecli.desk_progress import A_YEAR, shown
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import words
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.sections import Section
    from copecli.desk_progress import Shown
    from copecli.tui.app import CopeApp


def open_section(app: CopeApp, key: str) -> None:
    """Open one section that there is; raise JournalUnreadable."""
    app.push_screen(SectionPage(shown(app.desk), key))


class ProgressPage(Page):
    """The sections that cannot fall, by their titles."""

    GROUPS = (LIST,)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None

    def body(self) -> ComposeResult:
        """Yield the title and a list that is filled when the journal has been read."""
        yield Words(_(DOOR), classes="strong gap")
        yield Words(id="told")
        yield option_list([])

    def on_mount(self) -> None:
        """Read the journal once the page can be seen."""
        self.call_after_refresh(self._read)

    def _read(self) -> None:
        try:
            self._shown = shown(self.app.desk)
        except CopeError as trouble:
            self._tell(trouble.sentence(_))
            return
        found = self._shown.sections(A_YEAR, plain=True)
        if not found:
            self._tell(f"{_(NOTHING_YET)}\n{_(ADDS)}")
            return
        options = self.query_one(OptionList)
        options.add_options(_rows(found, can_fall=False))
        if any(section.id == say.DONE for section in found):
            options.add_option(Option(words(_(say.ONE_BY_ONE_DOOR)), id=say.ONE_BY_ONE))
        if any(section.can_fall for section in found):
            options.add_option(Option(words(_(CAN_FALL_DOOR)), id=CAN_FALL))
        options.highlighted = 0
        options.focus()

    def _tell(self, sentence: str) -> None:
        """Say why there is no list; the arrow keys scroll it."""
        self.query_one("#told", Words).say(sentence)
        _let_scroll(self)

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open a section, what was done one by one, or the list of what can fall."""
        event.stop()
        if self._shown is None or event.option_id is None:
            return
        if event.option_id == CAN_FALL:
            self.app.push_screen(CanFallPage(self._shown))
        elif event.option_id == say.ONE_BY_ONE:
            self.app.open_records(DID)
        else:
            self.app.push_screen(SectionPage(self._shown, event.option_id))


class CanFallPage(Page):
    """The sections that a later day can make look worse, by their titles."""

    GROUPS = (LIST,)

    def __init__(self, found: Shown) -> None:
        super().__init__()
        self._shown = found

    def body(self) -> ComposeResult:
        """Yield the list."""
        yield Words(_(CAN_FALL_DOOR), classes="strong gap")
        yield Words(_(CAN_FALL_FIRST), classes="quiet gap")
        yield option_list([])

    def on_mount(self) -> None:
        """Begin at the first."""
        options = self.query_one(OptionList)
        options.add_options(_rows(self._shown.sections(A_YEAR, plain=True), can_fall=True))
        options.highlighted = 0
        options.focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open a section."""
        event.stop()
        if event.option_id is not None:
            self.app.push_screen(SectionPage(self._shown, event.option_id))


class SectionPage(Page):
    """One section: its sentences, and the picture as wide as there is room."""

    GROUPS = (LIST,)

    def __init__(self, found: Shown, key: str) -> None:
        super().__init__()
        self._shown = found
        self._key = key

    def body(self) -> ComposeResult:
        """Yield the words, and a place for the picture."""
        section = self._section(A_YEAR)
        yield Words(section.title.worded(_), classes="strong gap")
        said = [line.worded(_) for line in section.lines]
        if section.plot is None:
            yield from (Words(line, classes="gap") for line in said)
        else:
            yield Words("\n".join(said), classes="gap")
            yield Words(section.plot.words[0].worded(_), classes="gap")
            yield Words(id="picture", classes="gap")
            yield Words(id="weeks", classes="quiet")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        _let_scroll(self)

    def on_resize(self) -> None:
        """Draw it as wide as there is room."""
        room = self.query_one("#column").content_size.width - 1
        plot = self._section(room).plot if room > 0 else None
        if plot is not None:
            self.query_one("#picture", Words).say("\n".join(plot.lines))
            self.query_one("#weeks", Words).say("\n".join(line.worded(_) for line in plot.words[1:]))

    def _section(self, columns: int) -> Section:
        plain = not self.app.terminal.unicode
        found = self._shown.sections(columns, plain=plain)
        return next(section for section in found if section.id == self._key)


def _let_scroll(page: Page) -> None:
    """Let the arrow keys scroll the column of a page."""
    column = page.query_one("#column")
    column.can_focus = True
    column.focus()


def _rows(found: tuple[Section, ...], *, can_fall: bool) -> list[Option]:
    return [
        Option(words(section.title.worded(_)), id=section.id)
        for section in found
        if section.can_fall == can_fall
    ]
