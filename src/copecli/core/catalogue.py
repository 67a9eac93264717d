"""Which skills fit, in which order, and which one starts when nobody has chosen.

Invariant: what starts unasked has no cautions and nobody to keep from it (`Skill.starts_unasked`), and what
a person leaves out or hides is never offered.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.skill import Skill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

DEFAULT_SKILL = "feet-on-the-floor"
"""Starts where nothing was chosen: it goes on from the first words, which speak of the floor."""

GROUND_FAMILIES = ("grounding", "breathing", "distress-tolerance", "self-soothing")
"""What `cope ground` may start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person asks of a skill now, and what they always leave out."""

    state: str = ""
    """One of the states, or nothing."""
    minutes: float = 0.0
    """The time there is; 0 where it does not matter."""
    leave_out: frozenset[str] = frozenset()
    """What it must not involve."""
    left_out_channels: frozenset[str] = frozenset()
    """Channels that the person does without."""
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
    own = lifts or {}
    return tuple(sorted(fitting, key=lambda skill: _rank(skill, wish, own.get(skill.id, 0))))


def unasked(skills: Iterable[Skill], wish: Wish, lifts: Mapping[str, int] | None = None) -> tuple[Skill, ...]:
    """Return those of `offered` that may start without having been chosen."""
    return tuple(skill for skill in offered(skills, wish, lifts) if skill.starts_unasked)


def for_grounding(skills: Iterable[Skill]) -> tuple[Skill, ...]:
    """Return the skills that `cope ground` speaks of."""
    return tuple(skill for skill in skills if skill.family in GROUND_FAMILIES)


def at_random(skills: Sequence[Skill], below: Callable[[int], int]) -> Skill:
    """Return one of `skills`, drawn with `below(n)`, which gives a number from 0 to n - 1."""
    return skills[below(len(skills))]


def _fits(skill: Skill, wish: Wish) -> bool:
    if skill.id in wish.hidden or wish.leave_out.intersection(skill.involves):
        return False
    if wish.left_out_channels and not _left_with_something(skill, wish.left_out_channels):
        return False
    if wish.minutes and skill.minutes[0] > wish.minutes:
        return False
    return not wish.state or wish.state in skill.states or "any" in skill.states


def _left_with_something(skill: Skill, left_out: frozenset[str]) -> bool:
    """Return whether a person without these channels is still given a channel, and most of the steps."""
    worded = any(step.instead for step in skill.steps)
    if skill.channels and left_out.issuperset(skill.channels) and not worded:
        return False
    given = [step for step in skill.steps if step.channel not in left_out or step.instead]
    return len(given) * 2 > len(skill.steps)


def _rank(skill: Skill, wish: Wish, lift: int) -> tuple[object, ...]:
    """Pinned first.

    Then what their own uses lift; then made for this state; then what needs nothing, is discreet, careful
    of nothing, and short.
    """
    return (
        skill.id not in wish.pinned,
        -lift,
        bool(wish.state) and wish.state not in skill.states,
        skill.states.index(wish.state) if wish.state in skill.states else 0,
        "nothing" not in skill.needs,
        not skill.starts_unasked,
        skill.discreet != "yes",
        skill.minutes,
        skill.id,
    )
