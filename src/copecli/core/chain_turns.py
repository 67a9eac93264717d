"""Which skill fits where a chain could have gone another way, and why, in one line.

Routing after the functions that self-harm has for people (Taylor 2018, J Affect Disord 227:759-769) and the
feelings that skills are made for. Invariant: what was to hold off thoughts of ending one's life leads to
people, the plan and the lines, and never to a skill for one; what a person leaves out is never suggested.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.catalogue import offered
from copecli.core.chain import BODY, EVENT, FEELING, FUNCTIONS, THOUGHT, URGE
from copecli.core.shared_words import FEELINGS as STATES
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from copecli.core.catalogue import Wish
    from copecli.core.chain import Link, TriggerMap
    from copecli.core.skill import Skill

MOST = 5
"""Suggestions at a time: more is a list to read."""
HOLD_OFF = "hold-off"

FAMILIES = {
    "ease-feeling": ("breathing", "distress-tolerance", "self-soothing"),
    "feel-something": ("grounding", "self-soothing"),
    "punish-myself": ("emotion-regulation", "thinking"),
    "control": ("doing", "thinking"),
    "show": ("connection",),
    "get-away": ("connection", "doing"),
}
"""By what was needed: families of skills, the nearest first."""

_OF_A_KIND = {
    THOUGHT: ("thinking", "mindfulness"),
    BODY: ("breathing", "grounding"),
    URGE: ("distress-tolerance",),
}
_STATE_OF_BODY = {
    "body-heart": "panicky",
    "body-breath": "panicky",
    "body-tight": "overwhelmed",
    "body-shaky": "overwhelmed",
    "body-heavy": "sad",
    "body-numb": "numb",
    "body-restless": "restless",
}
_STATE_OF_TRIGGER = {
    "conflict": "angry",
    "left-alone": "lonely",
    "criticism": "ashamed",
    "shame": "ashamed",
    "numb": "numb",
    "memory": "numb",
    "too-much-noise": "overwhelmed",
    "late-night": "sleepless",
    "bored": "restless",
}

PEOPLE_FIRST = (
    N_("Thoughts of ending your life need more than an exercise."),
    N_("People, your plan and crisis lines come first here."),
)
"""Said in place of suggestions where such thoughts were to be held off."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A skill that could have helped there."""

    skill: Skill
    why: str
    """One line (a message id)."""
    about: str = ""
    """What it names (a message id)."""

    def reason(self, translate: Callable[[str], str]) -> str:
        """Return why it is suggested, in a line."""
        return translate(self.why).format(about=translate(self.about) if self.about else "")


def people_first(found: TriggerMap) -> bool:
    """Return whether people, the plan and lines are offered in place of a skill."""
    return HOLD_OFF in found.needs


def fits(found: TriggerMap, place: Link | None, skills: Iterable[Skill], wish: Wish) -> tuple[Fit, ...]:
    """Return the skills that fit this link, the best fitting first; none where people come first."""
    if people_first(found):
        return ()
    every = tuple(skills)
    row = [*_for_the_state(place, every, wish), *_for_the_needs(found, every, wish)]
    row += _for_the_kind(place, every, wish)
    if not row:
        row = [Fit(skill, N_("It suits many moments.")) for skill in offered(every, wish)]
    once = {fit.skill.id: fit for fit in reversed(row)}  # the first reason that was found stands
    return tuple(once[skill_id] for skill_id in dict.fromkeys(fit.skill.id for fit in row))[:MOST]


def state_of(place: Link | None) -> str:
    """Return the state of a skill that a link is nearest to, or nothing."""
    if place is None:
        return ""
    if place.kind == URGE:
        return "urge"
    if place.kind == EVENT:
        return _STATE_OF_TRIGGER.get(place.text, "")
    if place.kind == FEELING:
        return place.text if place.text in dict(STATES) else ""
    return _STATE_OF_BODY.get(place.text, "")


def _for_the_state(place: Link | None, skills: tuple[Skill, ...], wish: Wish) -> list[Fit]:
    state = state_of(place)
    if not state:
        return []
    made = [
        skill for skill in offered(skills, replace(wish, state=state, calm=True)) if state in skill.states
    ]
    return [Fit(skill, N_("For this: {about}."), dict(STATES)[state]) for skill in made[:3]]


def _for_the_needs(found: TriggerMap, skills: tuple[Skill, ...], wish: Wish) -> list[Fit]:
    words = dict(FUNCTIONS)
    row = []
    for need in found.needs:
        for family in FAMILIES.get(need, ()):
            of_it = [skill for skill in offered(skills, wish) if skill.family == family]
            row += [Fit(skill, N_("You needed this: {about}."), words[need]) for skill in of_it[:2]]
    return row


def _for_the_kind(place: Link | None, skills: tuple[Skill, ...], wish: Wish) -> list[Fit]:
    families = _OF_A_KIND.get(place.kind, ()) if place else ()
    why = N_("It starts from there.")
    return [Fit(skill, why) for skill in offered(skills, wish) if skill.family in families][:2]
