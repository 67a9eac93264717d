"""What is said of a skill's own record: how many times, how sure, and nothing of why.

Invariant: a count is of this person's own uses; what was harder is said without blame, beside another way.
"""

from __future__ import annotations

from copecli.core.evidence import EARLY
from copecli.core.reach import Sentence, as_is, sentence
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.insight import Help

HELPS, HARDER = "helps", "harder"
"""Beside EARLY and OPEN: what can be said of a skill."""
NOT_SURE, FAIRLY_SURE, QUITE_SURE = 0, 1, 2

TOO_EARLY = sentence(N_("Too early to tell."))

WHEN = {
    "overwhelmed": N_("when it is too much at once"),
    "panicky": N_("when panicky or scared"),
    "angry": N_("when angry"),
    "numb": N_("when numb"),
    "sad": N_("when sad"),
    "lonely": N_("when lonely"),
    "ashamed": N_("when ashamed"),
    "urge": N_("with an urge"),
    "restless": N_("when restless"),
    "sleepless": N_("when awake at night"),
    "after": N_("after hurting yourself"),
    "any": N_("when you can't tell"),
}
"""A state as part of a sentence."""

_HOW_SURE = (N_("Not sure yet."), N_("Fairly sure."), N_("Quite sure."))


def when(state: str) -> Sentence:
    """Return a state as part of a sentence: "when numb"."""
    return sentence(WHEN[state]) if state in WHEN else as_is(state)


def help_words(found: Help) -> tuple[Sentence, ...]:
    """Return what to say of how it is after a skill."""
    if found.verdict == EARLY:
        return (TOO_EARLY,)
    if found.verdict == HARDER:
        return (
            sentence(N_("Harder after it more often.")),
            sentence(N_("Another may fit better.")),
        )
    sure = sentence(_HOW_SURE[found.sure])
    if found.verdict == HELPS:
        return (sentence(N_("Tends to help.")), _how_often(found), sure)
    return (_how_often(found), sure)


def _how_often(found: Help) -> Sentence:
    """Return the count of words where most uses have one, else the points."""
    if found.told >= max(found.rated, 1) and found.easier:
        return sentence(
            N_("Easier after it {easier} of {told} times."), easier=str(found.easier), told=str(found.told)
        )
    times = str(found.counted)
    if found.verdict != HELPS:
        return sentence(N_("No clear change yet, {times} times."), times=times)
    points = round(found.points)
    if points > 1:
        return sentence(N_("By about {points} points, {times} times."), points=str(points), times=times)
    if points == 1:
        return sentence(N_("By about a point, {times} times."), times=times)
    return sentence(N_("A little, {times} times."), times=times)


def reason(points: int, times: int, state: str) -> Sentence:
    """Return why a skill moved up, or down where `points` is below 0; no state speaks of all of them."""
    count = {"times": str(times)}
    if state:
        if points < 0:
            text = N_("Harder after it more often, {when}. Another may fit better.")
        elif points == 1:
            text = N_("About a point easier after it, {times} times, {when}.")
        else:
            text = N_("About {points} points easier after it, {times} times, {when}.")
        return sentence(text, points=str(points), when=when(state), **count)
    if points < 0:
        text = N_("Harder after it more often. Another may fit better.")
    elif points == 1:
        text = N_("About a point easier after it, {times} times.")
    else:
        text = N_("About {points} points easier after it, {times} times.")
    return sentence(text, points=str(points), **count)
