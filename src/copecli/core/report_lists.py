"""The lists of a report: check-ins, trigger maps, good moments and answers, one dated entry each.

Invariant: a list that would be longer than somebody reads holds the last of them, and says so. An entry
in which nothing is left to say is not there.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.chain import TriggerMap
from copecli.core.chain_picture import parts
from copecli.core.checkin import FEELINGS, CheckIn
from copecli.core.reach import as_is, sentence
from copecli.core.record_words import joined, when_words
from copecli.core.records import GoodMoment
from copecli.core.report_answers import answers
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copecli.core.chain_picture import Part
    from copecli.core.reach import Sentence
    from copecli.core.records import Record

MOST_LISTED = 500
"""Entries of a line or two: some 15 pages."""
MOST_MAPS = 50
"""Each takes about half a page."""

_FEELINGS = dict(FEELINGS)
RATINGS_SAID = N_("Ratings go from 0 to 10. What was skipped is left out.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was noted, with its day."""

    head: Sentence
    """The day and the time."""
    lines: tuple[Sentence, ...] = ()
    """Short ones, to be read in a row."""
    below: tuple[Sentence, ...] = ()
    """Longer words of the person's, each by itself; they may hold newlines."""
    chain: tuple[Part, ...] = ()
    """The stops of a trigger map."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Entries, the oldest first, and what is to be said of them."""

    entries: tuple[Entry, ...]
    about: tuple[Sentence, ...] = ()


def check_in_list(records: Sequence[Record], today: str, *, ratings: bool, notes: bool) -> Listed:
    """Return the check-ins: with `ratings` also feelings and tags, with `notes` what was noted."""
    found = [one for one in records if isinstance(one, CheckIn) and _says(one, ratings, notes)]
    shown = tuple(_check_in(one, today, ratings, notes) for one in found[-MOST_LISTED:])
    told = [sentence(RATINGS_SAID)] if ratings else []
    if len(found) > MOST_LISTED:
        text = N_("There are {n} check-ins in this time. The last {most} are here.")
        told.append(sentence(text, n=str(len(found)), most=str(MOST_LISTED)))
    return Listed(shown, tuple(told))


def _says(one: CheckIn, ratings: bool, notes: bool) -> bool:
    rated = any(rating is not None for rating in (one.distress, one.urge, one.able))
    worded = any(word.strip() for word in (*one.feelings, *one.tags))
    return (ratings and (rated or worded)) or (notes and bool(one.note.strip()))


def _check_in(one: CheckIn, today: str, ratings: bool, notes: bool) -> Entry:
    note = (as_is(one.note.strip()),) if notes and one.note.strip() else ()
    return Entry(when_words(one, today), tuple(_rated(one)) if ratings else (), note)


def _rated(one: CheckIn) -> Iterator[Sentence]:
    for text, rating in (
        (N_("Distress {n}."), one.distress),
        (N_("Urge {n}."), one.urge),
        (N_("Able {n}."), one.able),
    ):
        if rating is not None:
            yield sentence(text, n=str(rating))
    felt = [sentence(_FEELINGS[word]) if word in _FEELINGS else as_is(word) for word in _some(one.feelings)]
    if felt:
        yield sentence(N_("Felt: {words}."), words=joined(felt, "; "))
    if tags := _some(one.tags):
        yield sentence(N_("About: {words}."), words=joined([as_is(word) for word in tags], "; "))


def _some(words: Sequence[str]) -> list[str]:
    return [word.strip() for word in words if word.strip()]


def map_list(records: Sequence[Record], titles: Mapping[str, str], today: str) -> Listed:
    """Return the trigger maps, each as its chain; `titles` names skills by their ids."""
    found = [(one, chain) for one in records if isinstance(one, TriggerMap) and (chain := parts(one, titles))]
    shown = tuple(Entry(when_words(one, today), chain=chain) for one, chain in found[-MOST_MAPS:])
    if len(found) <= MOST_MAPS:
        return Listed(shown)
    text = N_("There are {n} trigger maps in this time. The last {most} are here.")
    return Listed(shown, (sentence(text, n=str(len(found)), most=str(MOST_MAPS)),))


def good_moment_list(records: Sequence[Record], today: str) -> Listed:
    """Return the good moments, in their words."""
    found = [one for one in records if isinstance(one, GoodMoment) and one.text.strip()]
    shown = tuple(
        Entry(when_words(one, today), below=(as_is(one.text.strip()),)) for one in found[-MOST_LISTED:]
    )
    if len(found) <= MOST_LISTED:
        return Listed(shown)
    text = N_("There are {n} good moments in this time. The last {most} are here.")
    return Listed(shown, (sentence(text, n=str(len(found)), most=str(MOST_LISTED)),))


def dated_answers(records: Sequence[Record], today: str) -> Listed:
    """Return what was answered about ending one's life. How many there are is not said."""
    found = answers(one for one in records if isinstance(one, CheckIn))
    shown = tuple(Entry(when_words(one, today), (words,)) for one, words in found[-MOST_LISTED:])
    older = (sentence(N_("Older answers are left out here.")),) if len(found) > MOST_LISTED else ()
    return Listed(shown, (sentence(N_("As they were given, one by one.")), *older))
