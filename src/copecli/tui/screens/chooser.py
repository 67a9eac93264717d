"""Choosing an exercise: how it is, how strong if the person likes, then three that fit.

Invariant: both lists have the way to Help now or to a person in them, and what is to hold off thoughts of
ending one's life leads to people and never to an exercise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import choosing as said
from copecli.core.actions import LIST, SKILLS
from copecli.core.shared_words import UNSAFE
from copecli.desk_checkin import has_plan
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import two_lines, words
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.player_words import minutes_words
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.form import Form
    from copecli.core.skill import Skill


class Feelings(Page):
    """How is it right now?"""

    GROUPS = (LIST,)

    def body(self) -> ComposeResult:
        """Yield the states, the ways to people first."""
        yield Words(_(said.ASKED), classes="strong gap")
        yield option_list([(state, _(text)) for state, text in said.STATES])

    def on_mount(self) -> None:
        """Begin at "can't tell": an answer like any other."""
        options = self.query_one(OptionList)
        options.highlighted = said.BEGIN_AT
        options.focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go on to what fits, to people, or to Help now."""
        event.stop()
        state = event.option_id or "any"
        if state == UNSAFE:
            self.app.open_help_now()
        elif state == said.HOLD_OFF:
            self.app.push_screen(PeopleFirst())
        elif said.asks_strength(state):
            page = FormPage(said.strength_form())
            self.app.push_screen(page, lambda _where: self._strong(state, page.form))
        else:
            self.app.push_screen(Fitting(state), self._chosen)

    def _strong(self, state: str, form: Form) -> None:
        if not form.stopped:
            self.app.push_screen(Fitting(state, said.strength_of(form.answers)), self._chosen)

    def _chosen(self, where: str | None) -> None:
        if where:
            self.dismiss("")
            self.app.play_called(where, chosen=True)


class PeopleFirst(Page):
    """People, the plan and lines, where an exercise alone is not enough."""

    GROUPS = (LIST,)

    def body(self) -> ComposeResult:
        """Yield the ways."""
        yield Words("\n".join(map(_, said.PEOPLE_FIRST)), id="told", classes="strong gap")
        ways = said.people_ways(plan=has_plan(self.app.desk))
        yield option_list([(way, _(text)) for way, text in ways])

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go through the plan, or to the lines; every other way is on the page of Help now."""
        event.stop()
        if event.option_id == said.LINES:
            self.app.open_lines()
            return
        if event.option_id != said.PLAN:
            self.app.open_help_now()
            return
        from copecli.tui.screens.walk import walk_own_plan

        walk_own_plan(self.app)


class Fitting(Page):
    """Three exercises that fit, the best fitting first; others are one key away."""

    GROUPS = (SKILLS, LIST)
    KEYS = ("help-now", "about-it", "close")

    def __init__(
        self, state: str, strength: int | None = None, *, noted: bool = True, others: bool = False
    ) -> None:
        """Offer what fits `state`, one of the states, at this strength, 0 to 10 or None.

        `noted`: whether the state may be noted. In the hour after self-harm it is not, and there is no door
        to where somebody is. `others`: whether another state can be chosen, as nobody asked for this one.
        """
        super().__init__()
        self._state = state
        self._strength = strength
        self._noted = noted
        self._others = others
        self._from = 0
        self._fitting: tuple[Skill, ...] = ()

    def body(self) -> ComposeResult:
        """Yield a short list."""
        yield Words(_(said.CHOICE), id="title", classes="strong")
        yield Words(id="filters", classes="quiet")
        yield option_list([])

    def on_mount(self) -> None:
        """Show the first three."""
        self.app.desk.chosen_for = self._state if self._noted and self._state != "any" else ""
        self._look()
        self.query_one(OptionList).focus()

    def _look(self) -> None:
        """Look for what fits, anew from the first."""
        self._from = 0
        self._fitting = self.app.desk.fitting(self._state, self._strength)
        self._show()

    def _offer(self) -> said.Offer:
        desk = self.app.desk
        doors = said.doors(self._state, riding=desk.riding) if self._noted else ()
        return said.offer(
            self._fitting,
            self._from,
            strength=self._strength,
            filters=desk.filters,
            doors=doors,
            hidden=bool(desk.config.hidden),
            others=self._others,
        )

    def _show(self) -> None:
        filters = self.app.desk.filters
        offer = self._offer()
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(words(text.worded(_)), id=way) for way, text in offer.before)
        options.add_options(
            Option(two_lines(skill.title, self._about(skill)), id=skill.id) for skill in offer.skills
        )
        options.add_options(Option(words(text.worded(_)), id=way) for way, text in offer.after)
        options.highlighted = 0
        self.query_one("#title", Words).say(_(said.CHOICE if offer.skills else said.NONE_FITS))
        now = ", ".join(part.worded(_) for part in filters.said)
        self.query_one("#filters", Words).say(_(said.SET_NOW).format(filters=now) if now else "")
        self.query_one("#column").scroll_home(animate=False)

    def _about(self, skill: Skill) -> str:
        """Return the line below a title: what it is, how long, and the person's own note."""
        note = self.app.desk.note_to(skill.id)
        about = f"{skill.summary} {minutes_words(*skill.minutes)}"
        return f"{about} {_(said.NOTED).format(note=note)}" if note else about

    def act(self, action_id: str) -> None:
        """Say more of the skill that is marked."""
        if action_id != "about-it":
            super().act(action_id)
            return
        option = self.query_one(OptionList).highlighted_option
        skill = next((one for one in self._fitting if option and one.id == option.id), None)
        if skill is not None:
            from copecli.tui.screens.skill import AboutSkill

            page = AboutSkill(skill, self.app.desk.why(skill, self._state, self._strength))
            self.app.push_screen(page, self._back_from_it)

    def _back_from_it(self, where: str | None) -> None:
        if where:
            self.dismiss(where)
        else:
            self._look()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Start it, or go the way beside it."""
        event.stop()
        match event.option_id:
            case said.ELSE:
                self._from = self._offer().following
                self._show()
            case said.RIDE:
                self.app.open_wave()
            case said.AFTER:
                from copecli.tui.screens.after import open_after

                open_after(self.app)
            case said.PERSON:
                self.app.open_help_now()
            case said.PLACE:
                self.dismiss(said.ELSEWHERE)
            case said.FILTERS:
                page = FormPage(said.filter_form(self.app.desk.filters))
                self.app.push_screen(page, lambda _where: self._filtered(page.form))
            case said.OTHERS:
                self.dismiss("")
                self.app.open_chooser()
            case said.HIDDEN:
                from copecli.tui.screens.hidden import HiddenOnes

                self.app.push_screen(HiddenOnes(), lambda _where: self._look())
            case said.CLEAR:
                self.app.desk.filters = said.Filters()
                self._look()
            case chosen:
                self.dismiss(chosen or "")

    def _filtered(self, form: Form) -> None:
        self.app.desk.filters = said.filters_of(form.answers)
        self._look()
