"""Choosing a skill: how it is, how strong, what fits the moment, and what can be done with one of them.

Invariant: both faces ask and offer the same, in the same order. What is to hold off thoughts of ending one's
life leads to people, the plan and lines and to no skill, and is kept nowhere; a person stands in every list.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.after import AFTER as AFTER_STATE
from copecli.core.after import DOOR as AFTER_DOOR
from copecli.core.form import CHOOSE, NOBODY_READS, PICK, RATE, WORDS, Form, Question
from copecli.core.reach import sentence
from copecli.core.records import HARD
from copecli.core.shared_words import (
    A_PERSON,
    CRISIS_LINES,
    FEELINGS,
    SHOWN_AT_ONCE,
    SOMETHING_ELSE,
    UNSAFE,
    WALK_MY_PLAN,
)
from copecli.core.skill import NEEDS
from copecli.core.wave_frame import DOOR, leads_here
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.core.form import Answers
    from copecli.core.reach import Sentence
    from copecli.core.skill import Skill

    Doors = tuple[tuple[str, Sentence], ...]

HOLD_OFF = "hold-off"
ASKED = N_("How is it right now?")
STATES = (FEELINGS[0], (HOLD_OFF, N_("Thoughts of ending my life")), *FEELINGS[1:])
"""(state, words): what is asked for, the ways to people first."""
BEGIN_AT = [state for state, _words in STATES].index("any")
"""Where the mark begins: "can't tell" is an answer like any other."""

PEOPLE_FIRST = (
    N_("That is a lot to hold alone."),
    N_("People and crisis lines come first here."),
)
"""Said in place of skills."""
PERSON, PLAN, LINES = "way:person", "way:plan", "way:lines"
ELSE, PLACE, FILTERS, CLEAR = "way:else", "way:place", "way:filters", "way:clear"
RIDE, AFTER, HIDDEN, OTHERS = "way:ride", "way:after", "way:hidden", "way:others"
"""Ways on beside the skills; no skill's id has a colon."""

CHOICE = N_("You could try one of these.")
NONE_FITS = N_("Nothing here fits all of that.")
ELSEWHERE = "change-the-room"
"""The skill that a change of place is."""
_ANOTHER_PLACE = N_("Another place: leave the room")
_FILTERS = N_("Time, being seen, what is at hand")
_CLEAR = N_("Take away what I set")
_OTHERS = N_("For another feeling")
_HIDDEN = N_("Hidden exercises")
SHOW_AGAIN = N_("Which one should be offered again?")
SET_NOW = N_("Set for now: {filters}.")


def is_strong(strength: int | None) -> bool:
    """Return whether a person or another place is offered before anything else."""
    return strength is not None and strength >= HARD


def strength_form() -> Form:
    """Return the one question how strong it is."""
    asked = Question(
        id="strength",
        kind=RATE,
        text=sentence(N_("How strong is it?")),
        hint=sentence(N_("A guess is fine. Enter alone leaves it out.")),
        low=sentence(N_("hardly there")),
        high=sentence(N_("as strong as can be")),
    )
    return Form(lambda _answers: (asked,))


def asks_strength(state: str) -> bool:
    """Return whether it is asked: not after self-harm, where care comes before any question."""
    return state not in (UNSAFE, HOLD_OFF, AFTER_STATE)


def strength_of(answers: Answers) -> int | None:
    """Return the answer to `strength_form`."""
    found = answers.get("strength")
    return found if isinstance(found, int) else None


def people_ways(*, plan: bool) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of what is offered to hold off such thoughts; `plan`: whether there is one."""
    ways = ((PERSON, A_PERSON), (PLAN, WALK_MY_PLAN), (LINES, CRISIS_LINES))
    return (*(way for way in ways if plan or way[0] != PLAN), FEELINGS[0])


# what fits the moment


@dataclass(frozen=True, slots=True)
class Filters:
    """What has to fit right now; it holds in this run until it is taken away."""

    minutes: float = 0.0
    """The time there is; 0 where it does not matter."""
    discreet: bool = False
    """Whether nobody should notice."""
    at_hand: tuple[str, ...] | None = None
    """What is at hand; None where it does not matter."""

    @property
    def said(self) -> tuple[Sentence, ...]:
        """Return them in a few words each; nothing where none is set."""
        found = [sentence(N_("{n} minutes"), n=f"{self.minutes:g}")] if self.minutes else []
        found += [sentence(N_("not noticed"))] if self.discreet else []
        return (*found, *(sentence(AT_HAND[need]) for need in self.at_hand or ()))


AT_HAND = {
    "nothing": N_("nothing"),
    "object": N_("a small thing to hold"),
    "space": N_("room to move"),
    "paper": N_("paper"),
    "device": N_("a phone or computer"),
    "person": N_("a person"),
}
_MINUTES = (("2", N_("2 minutes")), ("5", N_("5 minutes")), ("15", N_("15 minutes")))
_ANY = ("0", N_("It does not matter"))

_FILTER_QUESTIONS = (
    Question(
        id="minutes",
        kind=CHOOSE,
        text=sentence(N_("How much time is there?")),
        options=tuple((key, sentence(words)) for key, words in (*_MINUTES, _ANY)),
    ),
    Question(
        id="discreet",
        kind=CHOOSE,
        text=sentence(N_("May others notice it?")),
        options=(("yes", sentence(N_("Better not"))), ("0", sentence(_ANY[1]))),
    ),
    Question(
        id="at-hand",
        kind=PICK,
        own=False,
        text=sentence(N_("What is at hand?")),
        hint=sentence(N_("Leave it empty where it does not matter.")),
        options=tuple((need, sentence(AT_HAND[need])) for need in NEEDS),
    ),
)


def filter_form(now: Filters) -> Form:
    """Return the questions of the moment, with what holds now."""
    answers: dict[str, str | tuple[str, ...]] = {"at-hand": now.at_hand or ()}
    answers |= {"minutes": f"{now.minutes:g}"} if now.minutes else {}
    answers |= {"discreet": "yes"} if now.discreet else {}
    return Form(lambda _answers: _FILTER_QUESTIONS, answers)


def filters_of(answers: Answers) -> Filters:
    """Return the filters that the answers make."""
    minutes, at_hand = answers.get("minutes"), answers.get("at-hand")
    return Filters(
        float(minutes) if isinstance(minutes, str) and minutes.isdecimal() else 0.0,
        answers.get("discreet") == "yes",
        at_hand if isinstance(at_hand, tuple) and at_hand else None,
    )


# the list


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered at a time: a few skills, and the ways beside them."""

    skills: tuple[Skill, ...]
    before: tuple[tuple[str, Sentence], ...]
    """(id, words) of what stands before them."""
    after: tuple[tuple[str, Sentence], ...]
    following: int
    """Where "something else" goes on."""


def doors(state: str, *, riding: bool) -> Doors:
    """Return (id, words) of what is no exercise and stands before them in a state."""
    if state == AFTER_STATE:
        return ((AFTER, sentence(AFTER_DOOR)),)
    return ((RIDE, sentence(DOOR)),) if leads_here(state, riding) else ()


def offer(
    fitting: Sequence[Skill],
    at: int,
    *,
    strength: int | None,
    filters: Filters,
    doors: Doors = (),
    hidden: bool = False,
    others: bool = False,
) -> Offer:
    """Return what is offered from place `at` on: a person first where it is strong, else below the skills.

    `doors` are (id, words) of what stands before the skills, `hidden` is whether some were hidden by hand;
    `others` is whether nobody asked for the state, and another can be chosen.
    """
    shown = tuple(fitting[at : at + SHOWN_AT_ONCE])
    person = (PERSON, sentence(A_PERSON))
    elsewhere = [skill for skill in fitting if skill.id == ELSEWHERE and skill not in shown]
    place = [(PLACE, sentence(_ANOTHER_PLACE))] if elsewhere else []
    strong = is_strong(strength)
    following = at + SHOWN_AT_ONCE
    after = [(ELSE, sentence(SOMETHING_ELSE))] if len(fitting) > len(shown) else []
    after += [] if strong else [person]
    after += [(OTHERS, sentence(_OTHERS))] if others else []
    after.append((FILTERS, sentence(_FILTERS)))
    if filters != Filters():
        after.append((CLEAR, sentence(_CLEAR)))
    after += [(HIDDEN, sentence(_HIDDEN))] if hidden else []
    return Offer(
        shown,
        (*((person, *place) if strong else ()), *doors),
        tuple(after),
        following if following < len(fitting) else 0,
    )


# one of them

START, PIN, HIDE, NOTE, BACK = "way:start", "way:pin", "way:hide", "way:note", "way:back"
LONGEST_NOTE = 200
"""Characters: a line beside a skill."""


def skill_ways(*, pinned: bool, hidden: bool, noted: bool) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of what can be done with a skill."""
    return (
        (START, N_("Start it")),
        (PIN, N_("Take the pin away") if pinned else N_("Pin it: it comes first")),
        (HIDE, N_("Show it again") if hidden else N_("Hide it")),
        (NOTE, N_("Change my note") if noted else N_("Write a note to it")),
        (BACK, N_("Back")),
    )


PIN_KEPT = {True: N_("It comes first in lists now."), False: N_("It is not pinned now.")}
HIDE_KEPT = {True: N_("It is not offered now."), False: N_("It is offered again.")}
"""What became of it, by what it is now."""
NOTE_ASKED = N_("A note to this exercise, in your own words?")


def note_form(note: str) -> Form:
    """Return the one question for a note, with the note of now."""
    about = (sentence(N_("It stands beside it in lists, and lies with your settings.")),)
    asked = Question(id="note", kind=WORDS, text=sentence(NOTE_ASKED), about=about, hint=NOBODY_READS)
    return Form(lambda _answers: (asked,), {"note": note} if note else {})


NOTED = N_("Your note: {note}")
WHY_HERE = N_("Why it stands here:")
