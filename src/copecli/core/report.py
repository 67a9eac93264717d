"""A report for an appointment: what a person picked of their own record, in their order of reading.

Invariant: what was not picked has no part in it. It says first what it is: their own words and ratings, put
together by a program, and no assessment.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core import report_parts as part
from copecli.core.chain import TriggerMap
from copecli.core.chain_turns import HOLD_OFF
from copecli.core.checkin import NOT_ASKED, CheckIn
from copecli.core.day_words import day_words
from copecli.core.reach import as_is, sentence
from copecli.core.records import GoodMoment
from copecli.core.report_lists import Entry, check_in_list, dated_answers, good_moment_list, map_list
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from copecli.core.reach import Sentence
    from copecli.core.records import Record
    from copecli.core.report_lists import Listed
    from copecli.core.report_parts import Wanted
    from copecli.core.sections import Section

REPORT_TITLE = N_("For an appointment")
WHAT_IT_IS = (
    N_("These are my own words and ratings."),
    N_("A program on my computer put them together. It is not an assessment."),
    N_("There is no risk score in it. Where it says “you”, that is me."),
)
TALK_TITLE = N_("What I would like to talk about")
NOTHING = N_("Nothing was noted in this time. That is fine.")
NONE_OF_IT = N_("Nothing from this time.")


@dataclass(frozen=True, slots=True)
class Passage:
    """One heading and what stands below it."""

    id: str
    """The id of its part."""
    title: Sentence
    lines: tuple[Sentence, ...] = ()
    """One idea each."""
    about: tuple[Sentence, ...] = ()
    """What is good to know of the entries."""
    picture: tuple[str, ...] = ()
    """Drawn in text; whoever does not see it loses nothing, for `beside` says the same."""
    beside: tuple[Sentence, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of it."""

    title: Sentence
    period: Sentence
    about: tuple[Sentence, ...]
    """What this is, and what it is not."""
    passages: tuple[Passage, ...]
    made: Sentence
    """On which day it was put together."""
    letter: tuple[Sentence, ...] = ()
    """What somebody would say in their own words, paragraph by paragraph, before the passages."""


def for_sections(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records as the sections of a report may know them.

    No section learns of a note or a good moment, and none counts anything about ending one's life.
    """
    return tuple(map(_for_section, (one for one in records if not isinstance(one, GoodMoment))))


def _for_section(record: Record) -> Record:
    if isinstance(record, CheckIn):
        return replace(record, note="", ending_life=NOT_ASKED)
    if isinstance(record, TriggerMap):
        return replace(record, needs=tuple(need for need in record.needs if need != HOLD_OFF))
    return record


def report(
    wanted: Wanted,
    records: Sequence[Record],
    sections: Iterable[Section],
    *,
    titles: Mapping[str, str],
    today: str,
) -> Report:
    """Return the report of `records`, those of its time with the oldest first.

    `sections` were made of what `for_sections` leaves; `titles` names skills by their ids.
    """
    passages = tuple(_passages(wanted, records, tuple(sections), titles, today)) if records else ()
    about = (*map(sentence, WHAT_IT_IS), *(() if records else (sentence(NOTHING),)))
    return Report(
        sentence(REPORT_TITLE),
        period_words(wanted),
        about,
        (*_talk(wanted), *passages),
        sentence(N_("Made on {day} with copecli."), day=day_words(today)),
    )


def period_words(wanted: Wanted) -> Sentence:
    """Return the time that it is about, in words."""
    last = day_words(wanted.last)
    if not wanted.first:
        return sentence(N_("All that is kept, up to {last}."), last=last)
    if wanted.first == wanted.last:
        return sentence(N_("From {last}."), last=last)
    return sentence(N_("From {first} to {last}."), first=day_words(wanted.first), last=last)


def _talk(wanted: Wanted) -> Iterator[Passage]:
    said = tuple(as_is(text) for text in wanted.talk if text.strip())
    if said:
        yield Passage(part.TALK, sentence(TALK_TITLE), said)


def _passages(
    wanted: Wanted,
    records: Sequence[Record],
    sections: tuple[Section, ...],
    titles: Mapping[str, str],
    today: str,
) -> Iterator[Passage]:
    for name, words in part.PARTS:
        if not wanted.has(name) and not (name == part.CHECK_INS and wanted.has(part.NOTES)):
            continue
        if name == part.CHECK_INS:
            notes, ratings = wanted.has(part.NOTES), wanted.has(part.CHECK_INS)
            title = words if ratings else dict(part.PARTS)[part.NOTES]
            yield _listed(name, title, check_in_list(records, today, ratings=ratings, notes=notes))
        elif name == part.MAPS:
            yield _listed(name, words, map_list(records, titles, today))
        elif name == part.GOOD_MOMENTS:
            yield _listed(name, words, good_moment_list(records, today))
        elif name == part.ANSWERS:
            yield _listed(name, words, dated_answers(records, today))
        else:
            of_it = (one for one in sections if part.PART_OF.get(one.id, one.id) == name)
            yield from (_shown(name, one) for one in of_it)


def _shown(name: str, section: Section) -> Passage:
    beside = section.plot.words if section.plot else ()
    lines = tuple(line for line in section.lines if line not in beside)
    picture = section.plot.lines if section.plot else ()
    return Passage(name, section.title, lines, picture=picture, beside=beside)


def _listed(name: str, words: str, listed: Listed) -> Passage:
    about = listed.about if listed.entries else (sentence(NONE_OF_IT),)
    return Passage(name, sentence(words), about=about, entries=listed.entries)
