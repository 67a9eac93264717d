"""Where a skill stands among those that fit, and why: one key, and each part of it in plain words.

Invariant: the words are made from the key that sorts and from nothing else, so they cannot tell of another
order. Two skills that differ in a part of the key differ in the words of that part.
"""

from __future__ import annotations

from copecli.core.reach import sentence
from copecli.core.routing import ANY, CALM_HOUR, FIRST, cared_for_first, comes_later, first_place
from copecli.core.skill import DISCREET, ENERGY
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from copecli.core.catalogue import Wish
    from copecli.core.insight import Lift
    from copecli.core.reach import Sentence
    from copecli.core.skill import Skill

    Words = Callable[[Any, Wish], Sentence | None]

NOT_MADE_FOR = 99
"""Stands for a skill that does not name the state: it is for any."""


def key_of(skill: Skill, wish: Wish, lift: int = 0) -> tuple[object, ...]:
    """Return what the order goes by, part by part as in `_WORDS`; the lowest stands first.

    What cannot wait, then the person's own choice and record, the first choices of the facts, how well it
    fits, and last what it asks of them.
    """
    state = wish.state
    named = state not in ("", ANY)
    return (
        not cared_for_first(skill, state),
        skill.id not in wish.pinned,
        -lift,
        first_place(skill, state),
        comes_later(skill, state),
        named and state not in skill.states,
        bool(state) and not wish.calm and skill.fact in CALM_HOUR,
        ENERGY.index(skill.energy) if state else 0,
        _named_at(skill, state) if named else 0,
        "nothing" not in skill.needs,
        not skill.starts_unasked,
        DISCREET.index(skill.discreet),
        skill.minutes,
        skill.id,
    )


def _named_at(skill: Skill, state: str) -> int:
    return skill.states.index(state) if state in skill.states else NOT_MADE_FOR


def why(skill: Skill, wish: Wish, lifts: Mapping[str, Lift] | None = None) -> tuple[Sentence, ...]:
    """Return each reason for where a skill stands, the weightiest first; `lifts` is what sorts it."""
    return tuple(said for said in reasons(skill, wish, lifts) if said is not None)


def reasons(skill: Skill, wish: Wish, lifts: Mapping[str, Lift] | None = None) -> tuple[Sentence | None, ...]:
    """Return the words of each part of the key; None where a part says nothing of this skill."""
    lift = (lifts or {}).get(skill.id)
    key = key_of(skill, wish, lift.points if lift else 0)
    said = [words(part, wish) for words, part in zip(_WORDS, key, strict=False)]  # an id explains nothing
    if lift is not None:
        said[_LIFTED] = lift.why
    return tuple(said)


def _only(text: str, *, when: object) -> Words:
    return lambda part, _wish: sentence(text) if part == when else None


def _first(part: int, wish: Wish) -> Sentence | None:
    entries = FIRST.get(wish.state, ())
    if part >= len(entries):
        return None
    return sentence(N_("Number {n} of what to try first."), n=str(part + 1))


def _moved(part: int, _wish: Wish) -> Sentence | None:
    """Return how far it moved, where nobody can say more."""
    return sentence(N_("Moved by {points}, by what you noted."), points=str(-part)) if part else None


def _fits(part: bool, wish: Wish) -> Sentence | None:
    if wish.state in ("", ANY):
        return None
    return sentence(N_("It suits many moments.")) if part else sentence(N_("Made for this."))


def _energy(part: int, wish: Wish) -> Sentence | None:
    if not wish.state:
        return None  # not asked for a moment: then it is no part of the order
    return sentence((N_("It takes little energy."), N_("It takes some energy."), N_("It takes a lot."))[part])


def _named(part: int, _wish: Wish) -> Sentence | None:
    if part in (0, NOT_MADE_FOR):
        return None
    if part == 1:
        return sentence(N_("It is for one other thing first."))
    return sentence(N_("It is for {n} other things first."), n=str(part))


def _discreet(part: int, _wish: Wish) -> Sentence:
    said = (
        N_("Nobody has to notice."),
        N_("Others may notice some of it."),
        N_("Others would notice."),
    )
    return sentence(said[part])


def _minutes(part: tuple[float, float], _wish: Wish) -> Sentence:
    low, high = part
    if low == high:
        return sentence(N_("It takes about {n} min."), n=f"{low:g}")
    return sentence(N_("It takes {low} to {high} min."), low=f"{low:g}", high=f"{high:g}")


def _needs(part: bool, _wish: Wish) -> Sentence:
    return sentence(N_("It needs something at hand.")) if part else sentence(N_("It needs nothing."))


_WORDS: tuple[Words, ...] = (
    _only(N_("It sees to what cannot wait."), when=False),
    _only(N_("You pinned it."), when=False),
    _moved,
    _first,
    _only(N_("Rather not the first thing to try for this."), when=True),
    _fits,
    _only(N_("Best made in a calmer hour."), when=True),
    _energy,
    _named,
    _needs,
    _only(N_("There is a caution to read first."), when=True),
    _discreet,
    _minutes,
)
_LIFTED = 2
