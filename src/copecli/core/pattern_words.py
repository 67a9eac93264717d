"""What is said of patterns: what tended to come together, how far, how often, and nothing of why.

Invariant: a person's own words stand in a sentence as they are; a listed one is worded in their language.
"""

from __future__ import annotations

from copecli.core.chain import FUNCTIONS, TRIGGERS, VULNERABLE
from copecli.core.checkin import FEELINGS
from copecli.core.evidence import EARLY, FEWEST
from copecli.core.insight_words import TOO_EARLY
from copecli.core.reach import Sentence, as_is, sentence
from copecli.core.tallies import FEELING, FUNCTION, KIND, TRIGGER, WEEKDAY
from copecli.core.tallies import VULNERABLE as VULNERABLE_PART
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copecli.core.patterns import Pattern

HIGHER, LOWER = "higher", "lower"
"""Beside EARLY and OPEN: what can be said of ratings."""
DISTRESS, URGE, ABLE = "distress", "urge", "able"
BAND = "band"
"""A part of the day: the hours of it."""

_LISTED = {
    FEELING: dict(FEELINGS),
    FUNCTION: dict(FUNCTIONS),
    TRIGGER: dict(TRIGGERS),
    VULNERABLE_PART: dict(VULNERABLE),
}

_TIMES = {
    "night": N_("at night"),
    "morning": N_("in the morning"),
    "afternoon": N_("in the afternoon"),
    "evening": N_("in the evening"),
    "0": N_("on Mondays"),
    "1": N_("on Tuesdays"),
    "2": N_("on Wednesdays"),
    "3": N_("on Thursdays"),
    "4": N_("on Fridays"),
    "5": N_("on Saturdays"),
    "6": N_("on Sundays"),
}

_WITH = {
    (DISTRESS, HIGHER): N_("Distress tends to be higher with “{what}”."),
    (DISTRESS, LOWER): N_("Distress tends to be lower with “{what}”."),
    (URGE, HIGHER): N_("The urge tends to be stronger with “{what}”."),
    (URGE, LOWER): N_("The urge tends to be weaker with “{what}”."),
}
_AT = {
    (DISTRESS, HIGHER): N_("Distress tends to be higher {when}."),
    (DISTRESS, LOWER): N_("Distress tends to be lower {when}."),
    (URGE, HIGHER): N_("The urge tends to be stronger {when}."),
    (URGE, LOWER): N_("The urge tends to be weaker {when}."),
}


def key_words(part: str, key: str) -> Sentence:
    """Return what check-ins or maps share, in words: a listed one by its id, an own one as it is."""
    if key in (listed := _LISTED.get(part, {})):
        return sentence(listed[key])
    if part in (BAND, WEEKDAY) and key in _TIMES:
        return sentence(_TIMES[key])
    return as_is(clean_own_line(key))


def pattern_words(found: Pattern) -> tuple[Sentence, ...]:
    """Return what to say of a pattern."""
    if found.verdict == EARLY:
        return (TOO_EARLY,)
    if found.verdict not in (HIGHER, LOWER):
        return (sentence(N_("No clear difference.")),)
    what = key_words(found.part, found.key)
    at = (found.measure, found.verdict)
    first = sentence(_AT[at], when=what) if found.part in (BAND, WEEKDAY) else sentence(_WITH[at], what=what)
    points, times = round(abs(found.points)), str(found.times)
    if points > 1:
        return (
            first,
            sentence(N_("By about {points} points, {times} times."), points=str(points), times=times),
        )
    if points == 1:
        return (first, sentence(N_("By about a point, {times} times."), times=times))
    return (first, sentence(N_("A little, {times} times."), times=times))


MOST_SHOWN = 3
_OFTEN = {
    VULNERABLE_PART: N_("On such days, often: “{what}”. In {times} of {maps} maps."),
    TRIGGER: N_("Right before, often: “{what}”. In {times} of {maps} maps."),
    FUNCTION: N_("What was needed, often: “{what}”. In {times} of {maps} maps."),
}


def often(counted: Mapping[str, Mapping[str, int]]) -> tuple[Sentence, ...]:
    """Return what stands in most trigger maps, of what made the day hard, came before, and was needed.

    Counts and no more: there is nothing to set them beside. Under five maps it is too early to tell.
    """
    maps = counted.get(KIND, {}).get("trigger-map", 0)
    if maps < FEWEST:
        return (TOO_EARLY,)
    found = []
    for part, text in _OFTEN.items():
        shared = sorted(counted.get(part, {}).items(), key=lambda item: (-item[1], item[0]))
        for key, times in shared[:MOST_SHOWN]:
            if times > 1:
                what = key_words(part, key)
                found.append(sentence(text, what=what, times=str(times), maps=str(maps)))
    return tuple(found)
