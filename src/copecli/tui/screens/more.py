"""More: what is one step behind the doors."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import HOME, LIST
from copecli.core.chain_words import MAP_DOOR
from copecli.core.checkin_words import CHECK_IN_DOOR, GOOD_DOOR
from copecli.core.plan_keeping import TAKE_IN
from copecli.core.shared_words import ABOUT
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.words import _


class More(Page):
    """Settings, keys, what this is, and a plan that is there already."""

    GROUPS = (LIST,)

    def body(self) -> ComposeResult:
        """Yield the way on."""
        yield Words(_("More"), classes="strong gap")
        yield option_list(
            [
                ("settings", _("Settings")),
                ("keys", _("Keys")),
                ("about", _("What this is")),
                ("take-in", _(TAKE_IN)),
                ("check-in", _(CHECK_IN_DOOR)),
                ("good", _(GOOD_DOOR)),
                ("map", _(MAP_DOOR)),
            ]
        )

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open it."""
        event.stop()
        if event.option_id == "keys":
            self.app.open_keys((HOME,))
        elif event.option_id == "about":
            self.app.push_screen(About())
        elif event.option_id == "take-in":
            from copecli.tui.screens.plan_take_in import TakeIn

            self.app.push_screen(TakeIn(), self._taken_in)
        elif event.option_id in ("check-in", "good"):
            self.app.open_check_in(event.option_id)
        elif event.option_id == "map":
            self.app.open_map()
        else:
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
