"""Home: five doors at the most, the first of them an exercise that starts at once."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import HOME
from copecli.core.shared_words import DOORS, FIRST_RUN
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import words
from copecli.words import _


class Home(Page):
    """What do you need right now?"""

    GROUPS = (HOME,)
    KEYS = ("help-now", "leave")

    def body(self) -> ComposeResult:
        """Yield the question, the doors, and at the very first start what this is."""
        first_run = not self.app.desk.config.welcome_seen
        if first_run:
            yield Words(self._for_readers(), id="for-readers", classes="quiet")
        yield Words(_("You're here."), classes="strong")
        yield Words(_("What do you need right now?"), classes="gap")
        yield option_list([(door, self._door(door)) for door in DOORS])
        yield Words(f" {self._door('with-me')}", id="with-me")
        yield Words(id="offer", classes="quiet above")
        yield Words(self._below(first_run), id="below", classes="quiet above")

    def _door(self, door: str) -> str:
        keys = self.app.desk.keys
        label = _(keys.action(door).label)
        if door == "plan" and any(name.startswith("plan-") for name in self.app.desk.draft_names()):
            label += " " + _("(you were writing)")
        return f"{keys.name(door)}  {label}"

    def _for_readers(self) -> str:
        return _("Screen reader? {key}").format(key=self.app.desk.keys.name("plain"))

    def _below(self, first_run: bool) -> str:
        lines = list(FIRST_RUN) if first_run else []
        lines += [trouble.sentence(_) for trouble in self.app.desk.problems[:2]]
        self.app.desk.problems.clear()
        return "\n".join(_(line) for line in lines)

    def on_mount(self) -> None:
        """Put the cursor on the first door."""
        self.query_one(OptionList).focus()

    def _offer(self) -> None:
        """Say below the doors that there could be a check-in, where the person wants to be told."""
        line = ""
        if self.app.desk.config.check_in != "never":
            from copecli.core.checkin_offer import OFFER
            from copecli.desk_checkin import offers_check_in

            if offers_check_in(self.app.desk):
                line = f"{self.app.desk.keys.name('check-in')}  {_(OFFER)}"
        self.query_one("#offer", Words).say(line)

    def say_keys(self) -> None:
        """Name the keys of now at the doors."""
        options = self.query_one(OptionList)
        for door in DOORS:
            options.replace_option_prompt(door, words(self._door(door)))
        self.query_one("#with-me", Words).say(f" {self._door('with-me')}")
        for line in self.query("#for-readers").results(Words):
            line.say(self._for_readers())
        self._offer()

    def on_screen_resume(self) -> None:
        """Show the doors anew after something was done; what is offered besides can wait for them."""
        if self.is_mounted:
            self.call_after_refresh(self._offer)
            if self.app.desk.config.welcome_seen:
                self.query_one("#below", Words).say(self._below(False))

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go through a door."""
        event.stop()
        self.act(event.option_id or "")

    def act(self, action_id: str) -> None:
        """Do what the key or the door says."""
        app = self.app
        if action_id in {one.id for one in app.desk.keys.in_group(HOME)} and not app.desk.config.welcome_seen:
            app.try_saving(lambda: app.desk.set("welcome-seen", True))
        match action_id:
            case "ground":
                app.play(app.desk.default_skill())
            case "with-me":
                app.play(app.desk.with_me())
            case "choose":
                app.open_chooser()
            case "plan":
                app.open_plan()
            case "more":
                app.open_more()
            case "wave":
                app.open_wave()
            case "check-in":
                app.open_check_in()
            case "plain":
                app.go_plain()
            case _:
                super().act(action_id)
