"""Which skills fit, in which order, and which one starts when nobody has chosen.

Invariant: what starts unasked has no cautions and nobody to keep from it (`Skill.starts_unasked`), and what
a person leaves out or hides is never offered. Where a state is asked for, what takes a clear head rests
above THINKING_UP_TO, and where nobody said how strong it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.skill import Skill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

DEFAULT_SKILL = "feet-on-the-floor"
"""Starts where nothing was chosen: it goes on from the first words, which speak of the floor."""

WITH_ME = "with-me"
TILES = "tiles"
"""Goes from the floor or chair to a person and asks nothing, for whoever is too far gone to choose."""

GROUND_FAMILIES = ("grounding", "breathing", "distress-tolerance", "self-soothing")
"""What `cope ground` may start."""

THINKING_UP_TO = 7
"""Strength above which thinking skills rest: complex tasks are hard then; crisis skills come before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person asks of a skill now, and what they always leave out."""

    state: str = ""
    """One of the states, or nothing; who can't tell (`any`) is offered what every state is."""
    minutes: float = 0.0
    """The time there is; 0 where it does not matter."""
    leave_out: frozenset[str] = frozenset()
    """What it must not involve."""
    left_out_channels: frozenset[str] = frozenset()
    """Channels that the person does without."""
    strength: int | None = None
    """How strong it is, 0 to 10; None where it was not said."""
    calm: bool = False
    """Whether it is for another hour, as in a trigger map: then nothing rests for its strength."""
    discreet: bool = False
    """Whether nobody should notice."""
    at_hand: frozenset[str] | None = None
    """What is at hand, of the skills' `needs`; None where it does not matter."""
    hidden: frozenset[str] = frozenset()
    """Ids that are not offered."""
    pinned: tuple[str, ...] = ()
    """Ids that come first."""


def offered(skills: Iterable[Skill], wish: Wish, lifts: Mapping[str, int] | None = None) -> tuple[Skill, ...]:
    """Return the skills that fit `wish`, the best fitting first.

    `lifts` (skill id -> points, from `insight.lifts`) orders them by what the person's own uses say; it never
    brings in what does not fit, and what is pinned stays first.
    """
    fitting = [skill for skill in skills if _fits(skill, wish)]
    from copecli.core.standing import key_of

    own = lifts or {}
    return tuple(sorted(fitting, key=lambda skill: key_of(skill, wish, own.get(skill.id, 0))))


def unasked(skills: Iterable[Skill], wish: Wish, lifts: Mapping[str, int] | None = None) -> tuple[Skill, ...]:
    """Return those of `offered` that may start without having been chosen."""
    return tuple(skill for skill in offered(skills, wish, lifts) if skill.starts_unasked)


def for_grounding(skills: Iterable[Skill]) -> tuple[Skill, ...]:
    """Return the skills that `cope ground` speaks of."""
    return tuple(skill for skill in skills if skill.family in GROUND_FAMILIES)


def at_random(skills: Sequence[Skill], below: Callable[[int], int]) -> Skill:
    """Return one of `skills`, drawn with `below(n)`, which gives a number from 0 to n - 1."""
    return skills[below(len(skills))]


def rests(skill: Skill, wish: Wish) -> bool:
    """Return whether a skill is for another strength than this; what is not said counts as strong."""
    if wish.calm or not (wish.state or wish.strength is not None):
        return False
    lowest, highest = skill.intensity
    if wish.strength is None:
        return skill.family == "thinking" or highest <= THINKING_UP_TO
    if skill.family == "thinking" and wish.strength > THINKING_UP_TO:
        return True
    return not lowest <= wish.strength <= highest


def _fits(skill: Skill, wish: Wish) -> bool:
    if skill.id in wish.hidden or wish.leave_out.intersection(skill.involves) or rests(skill, wish):
        return False
    if wish.left_out_channels and not _left_with_something(skill, wish.left_out_channels):
        return False
    return _fits_the_place(skill, wish) and _fits_the_state(skill, wish)


def _fits_the_state(skill: Skill, wish: Wish) -> bool:
    return wish.state in ("", "any", *skill.states) or "any" in skill.states


def _fits_the_place(skill: Skill, wish: Wish) -> bool:
    """Return whether there is the time, the quiet and what it needs."""
    if wish.minutes and skill.minutes[0] > wish.minutes:
        return False
    if wish.discreet and skill.discreet != "yes":
        return False
    return wish.at_hand is None or "nothing" in skill.needs or wish.at_hand.issuperset(skill.needs)


def _left_with_something(skill: Skill, left_out: frozenset[str]) -> bool:
    """Return whether a person without these channels is still given a channel, and most of the steps."""
    worded = any(step.instead for step in skill.steps)
    if skill.channels and left_out.issuperset(skill.channels) and not worded:
        return False
    given = [step for step in skill.steps if step.channel not in left_out or step.instead]
    return len(given) * 2 > len(skill.steps)
