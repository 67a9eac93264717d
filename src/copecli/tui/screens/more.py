"""More: what is one step behind the doors."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from copecli.core import more_words as more
from copecli.core.actions import HOME, LIST
from copecli.core.shared_words import ABOUT
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.words import _


class More(Page):
    """What looks back, and how the program is set up."""

    GROUPS = (LIST,)

    def body(self) -> ComposeResult:
        """Yield the way on."""
        yield Words(_("More"), classes="strong gap")
        yield option_list([(key, _(text)) for key, text in more.MORE])

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open it."""
        event.stop()
        match event.option_id:
            case more.WAVE:
                self.app.open_wave()
            case more.LINES:
                self.app.open_lines()
            case more.TALK | more.PEOPLE:
                self.app.open_talk(event.option_id)
            case more.AFTER:
                from copecli.tui.screens.after import open_after

                open_after(self.app)
            case more.CHECK_IN | more.GOOD:
                self.app.open_check_in(event.option_id)
            case more.MAP:
                self.app.open_map()
            case more.RECORDS:
                self.app.open_records()
            case more.PROGRESS:
                from copecli.tui.screens.progress import ProgressPage

                self.app.push_screen(ProgressPage())
            case more.REPORT:
                self.app.open_report()
            case more.LEARN:
                self.app.open_learn()
            case more.TAKEN_IN:
                from copecli.tui.screens.plan_take_in import TakeIn

                self.app.push_screen(TakeIn(), self._taken_in)
            case more.KEYS:
                self.app.open_keys((HOME,))
            case more.ABOUT:
                self.app.push_screen(About())
            case _:
                from copecli.tui.screens.settings import Settings

                self.app.push_screen(Settings())

    def _taken_in(self, where: str | None) -> None:
        """Show the plan that it came into."""
        if where:
            self.app.open_plan()


class About(Page):
    """What this is, and what it is not."""

    GROUPS = (LIST,)

    def body(self) -> ComposeResult:
        """Yield one thought a paragraph."""
        yield Words(_("What this is"), classes="strong gap")
        for thought in ABOUT:
            yield Words(_(thought).format(place=self.app.desk.paths.data), classes="gap")
