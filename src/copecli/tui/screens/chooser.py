"""Choosing an exercise: first how it is, then what fits."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import LIST
from copecli.core.catalogue import offered
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.screens.player_words import minutes_words
from copecli.words import N_, _

FEELINGS = (
    ("unsafe", N_("I can't stay safe")),
    ("any", N_("Can't tell")),
    ("overwhelmed", N_("Too much at once")),
    ("panicky", N_("Panicky or scared")),
    ("angry", N_("Angry")),
    ("numb", N_("Numb, or far away")),
    ("sad", N_("Sad")),
    ("lonely", N_("Lonely")),
    ("ashamed", N_("Ashamed, or hard on myself")),
    ("urge", N_("An urge to hurt myself")),
    ("restless", N_("Restless")),
    ("sleepless", N_("Awake at night")),
    ("after", N_("After hurting myself")),
)


class Feelings(Page):
    """How is it right now?"""

    GROUPS = (LIST,)

    def body(self) -> ComposeResult:
        """Yield the states, the way to Help now first."""
        yield Words(_("How is it right now?"), classes="strong gap")
        yield option_list([(state, _(words)) for state, words in FEELINGS])

    def on_mount(self) -> None:
        """Begin at "can't tell": an answer like any other."""
        options = self.query_one(OptionList)
        options.highlighted = 1
        options.focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go on to what fits, or to Help now."""
        event.stop()
        if event.option_id == "unsafe":
            self.app.open_help_now()
        else:
            self.app.push_screen(Fitting(event.option_id or "any"), self._chosen)

    def _chosen(self, where: str | None) -> None:
        if where:
            self.dismiss("")
            self.app.play(self.app.desk.skill(where))


class Fitting(Page):
    """The exercises that fit, the best fitting first."""

    GROUPS = (LIST,)

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = "" if state == "any" else state

    def body(self) -> ComposeResult:
        """Yield the exercises with one line each."""
        desk = self.app.desk
        skills = offered(desk.library().skills.values(), desk.wish(state=self._state))
        yield Words(_("You could try one of these."), classes="strong gap")
        yield option_list([(skill.id, skill.title) for skill in skills])
        yield Words("", id="about", classes="quiet above")

    def on_mount(self) -> None:
        """Begin at the first."""
        options = self.query_one(OptionList)
        options.focus()
        if options.option_count:
            options.highlighted = 0

    @on(OptionList.OptionHighlighted)
    def about(self, event: OptionList.OptionHighlighted) -> None:
        """Say in a line what the marked exercise is."""
        skill = self.app.desk.skill(event.option_id or "")
        self.query_one("#about", Words).say(f"{skill.summary}\n{minutes_words(*skill.minutes)}")

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Start it."""
        event.stop()
        self.dismiss(event.option_id or "")
