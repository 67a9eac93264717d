"""One exercise before it starts: what it is, why it stands there, and what a person keeps of it.

Invariant: what is kept is saved at once or told; nothing here starts by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import choosing as said
from copecli.core.actions import LIST
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import words
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.player_words import minutes_words
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.form import Form
    from copecli.core.skill import Skill


class AboutSkill(Page):
    """What it is; dismissed with its id to start it, or with nothing."""

    GROUPS = (LIST,)

    def __init__(self, skill: Skill, why: tuple[str, ...]) -> None:
        super().__init__()
        self._skill = skill
        self._why = why

    def body(self) -> ComposeResult:
        """Yield what it is, what can be done with it, and why it stands there."""
        skill = self._skill
        yield Words(skill.title, id="title", classes="strong")
        yield Words(f"{skill.summary} {minutes_words(*skill.minutes)}", id="summary", classes="quiet")
        yield Words(id="note", classes="quiet")
        yield option_list([])
        yield Words("\n".join((_(said.WHY_HERE), *self._why)), id="why", classes="quiet above")

    def on_mount(self) -> None:
        """Begin at starting it."""
        self._show(0)
        self.query_one(OptionList).focus()

    def _show(self, at: int) -> None:
        desk, options = self.app.desk, self.query_one(OptionList)
        note = desk.note_to(self._skill.id)
        ways = said.skill_ways(
            pinned=self._skill.id in desk.config.pinned,
            hidden=self._skill.id in desk.config.hidden,
            noted=bool(note),
        )
        options.clear_options()
        options.add_options(Option(words(_(text)), id=way) for way, text in ways)
        options.highlighted = at
        self.query_one("#note", Words).say(_(said.NOTED).format(note=note) if note else "")

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Start it, keep something of it, or go back."""
        event.stop()
        desk, own = self.app.desk, self._skill.id
        match event.option_id:
            case said.START:
                self.dismiss(own)
            case said.PIN:
                self._keep(lambda: desk.pin(own, own not in desk.config.pinned), event.option_index)
            case said.HIDE:
                self._keep(lambda: desk.hide(own, own not in desk.config.hidden), event.option_index)
            case said.NOTE:
                page = FormPage(said.note_form(desk.note_to(own)))
                self.app.push_screen(page, lambda _where: self._noted(page.form, event.option_index))
            case _:
                self.dismiss("")

    def _noted(self, form: Form, at: int) -> None:
        text = form.answers.get("note")
        if not form.stopped and isinstance(text, str):
            self._keep(lambda: self.app.desk.keep_note_to(self._skill.id, text), at)

    def _keep(self, keep: Callable[[], object], at: int) -> None:
        self.app.try_saving(keep)
        self._show(at)
