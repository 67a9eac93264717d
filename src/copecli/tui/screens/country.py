"""Which country: asked once, and whenever the person wants to change it."""

from __future__ import annotations

from textual import on
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from copecli.core.actions import WORDS
from copecli.core.lines_page import ASKED_PLACE
from copecli.tui.page import ComposeResult, Page, Words, field, option_list
from copecli.tui.safe import words
from copecli.words import _

MOST_SHOWN = 5


class Country(Page):
    """Which country are you in?"""

    GROUPS = (WORDS,)
    KEYS = ("help-in-words", "leave-words")

    def __init__(self, *, once: bool = False, look: bool = False) -> None:
        """Ask for the person's own; `look` asks for one to look at, and keeps nothing."""
        super().__init__()
        self._once = once
        self._look = look
        self._names: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """Yield the question, a field, and the countries that fit what was typed."""
        if self._look:
            yield Words(_(ASKED_PLACE), classes="strong gap")
        else:
            yield Words(_("Which country are you in?"), classes="strong")
            yield Words(_("It picks the crisis lines that are shown. It stays here."), classes="gap")
        yield field(placeholder=_("Type a few letters"))
        yield option_list([])
        yield Words(_("Up, down, Enter. Enter on nothing leaves it open."), classes="quiet above")

    def on_mount(self) -> None:
        """Offer the guess first."""
        from copecli.system.lines import country_names

        self._names = country_names()
        self.query_one(Input).focus()
        self._offer("")
        if self._once:
            self.app.try_saving(lambda: self.app.desk.set("country-asked", True))

    def _offer(self, typed: str) -> None:
        typed = typed.strip().casefold()
        desk = self.app.desk
        if typed:
            found = [
                code
                for code, name in self._names.items()
                if typed in name.casefold() or typed == code.casefold()
            ]
            found.sort(
                key=lambda code: (not self._names[code].casefold().startswith(typed), self._names[code])
            )
        else:
            found = [code for code in (desk.config.country, desk.guessed_country()) if code in self._names]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(words(self._names[code]), id=code) for code in dict.fromkeys(found[:MOST_SHOWN])
        )
        options.highlighted = 0 if typed and found else None

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self._offer(event.value)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Take the marked country; nothing typed leaves it open."""
        event.stop()
        options = self.query_one(OptionList)
        if options.highlighted is None:
            self.dismiss("")
        else:
            self._take(options.get_option_at_index(options.highlighted).id or "")

    @on(OptionList.OptionSelected)
    def selected(self, event: OptionList.OptionSelected) -> None:
        """Take it."""
        event.stop()
        self._take(event.option_id or "")

    def _take(self, code: str) -> None:
        if not self._look:
            self.app.try_saving(lambda: self.app.desk.set("country", code))
        self.dismiss(code)

    def act(self, action_id: str) -> None:
        """Leave the question open, or do what every screen does."""
        if action_id == "leave-words":
            self.dismiss("")
        elif action_id != "keep":
            super().act(action_id)

    def key_down(self) -> None:
        """Go from the field into the list."""
        options = self.query_one(OptionList)
        if options.option_count and self.focused is not options:
            options.focus()
            options.highlighted = options.highlighted or 0
