"""Settings: a few, each with what it does, each changed by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core.actions import LIST
from copecli.core.settings import SETTINGS, Setting
from copecli.tui.page import ComposeResult, Page, Words
from copecli.tui.safe import words
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.settings import Value

SHOWN = ("country", "motion", "theme", "plain", "cursor", "check-in", "rate-skills", "ask-ending-life")


class Settings(Page):
    """What can be set."""

    GROUPS = (LIST,)

    def body(self) -> ComposeResult:
        """Yield the settings and what the marked one does."""
        yield Words(_("Settings"), classes="strong gap")
        yield OptionList(id="options", markup=False)
        yield Words(id="about", classes="quiet above")

    def on_mount(self) -> None:
        """Show them."""
        self._show(0)
        self.query_one(OptionList).focus()

    def _show(self, at: int) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(words(self._line(setting)), id=setting.key) for setting in _shown())
        options.highlighted = at

    def _line(self, setting: Setting) -> str:
        return f"{_(setting.label)}: {self._value(setting)}"

    def _value(self, setting: Setting) -> str:
        value = self.app.desk.config.get(setting.key)
        if setting.key == "country":
            return self.app.desk.country_name(str(value)) if value else _("not set")
        return (_("yes") if value else _("no")) if isinstance(value, bool) else _(str(value))

    @on(OptionList.OptionHighlighted)
    def about(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the marked setting does."""
        setting = next(s for s in SETTINGS if s.key == event.option_id)
        self.query_one("#about", Words).say(_(setting.help))

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Change it: the next of its values, or a screen of its own."""
        event.stop()
        at = event.option_index
        if event.option_id == "country":
            from copecli.tui.screens.country import Country

            self.app.push_screen(Country(), lambda where: self._show(at))
            return
        setting = next(s for s in SETTINGS if s.key == event.option_id)
        value = _next_of(setting, self.app.desk.config.get(setting.key))
        self.app.try_saving(lambda: self.app.desk.set(setting.key, value))
        self.app.use_theme()
        self.app.plain_cursor = self.app.desk.config.cursor == "show"
        if setting.key == "plain" and value == "yes":
            self.app.tell(_("From the next start on, it goes line by line."))
        self._show(at)


def _next_of(setting: Setting, value: Value) -> Value:
    """Return the value after this one."""
    if isinstance(value, bool):
        return not value
    return setting.choices[(setting.choices.index(str(value)) + 1) % len(setting.choices)]


def _shown() -> list[Setting]:
    return [next(setting for setting in SETTINGS if setting.key == key) for key in SHOWN]
