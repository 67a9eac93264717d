"""A record of the journal as one line of a list.

Invariant: a list can be seen by others, so a line never tells what was answered about ending one's life, nor
what was done in a trigger map; the time is what the person's own clock showed.
"""

from __future__ import annotations

from copecli.core.chain import EVENT, TriggerMap
from copecli.core.chain_picture import in_words, link_words
from copecli.core.checkin import FEELINGS, CheckIn
from copecli.core.day_words import day_words
from copecli.core.outcome import EASE_WORDS
from copecli.core.reach import Sentence, as_is, sentence
from copecli.core.records import GoodMoment
from copecli.core.text import clean_own_line
from copecli.core.uses import Use, Wave
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from copecli.core.records import Record

    Titles = Mapping[str, str]

LONGEST_PART = 60
"""Characters of own words in a line of a list."""
MOST_FEELINGS = 3
"""Of a line of a list."""

_FEELINGS, _EASE = dict(FEELINGS), dict(EASE_WORDS)
_ENDS = (".", "!", "?", "…", ":", "。", "؟", "।")


def when_words(record: Record, today: str = "") -> Sentence:
    """Return when it was, by the clock on the person's wall; its year where that is not today's."""
    day = day_words(record.when.date(), today)
    return sentence(N_("{day}, {time}"), day=day, time=record.when.clock())


def told(record: Record, titles: Titles, today: str = "") -> Sentence:
    """Return a record as one line of a list; `titles` names skills by their ids."""
    return joined([_ended(when_words(record, today)), *map(_ended, _about(record, titles))])


def joined(row: Iterable[Sentence], between: str = " ") -> Sentence:
    """Return sentences as one, in their order."""
    row = tuple(row)
    return Sentence(
        between.join(f"{{p{n}}}" for n in range(len(row))), tuple((f"p{n}", one) for n, one in enumerate(row))
    )


def _ended(words: Sentence) -> Sentence:
    """Return it with a full stop, where own words do not end with a mark of their own."""
    last = words.fields[-1][1] if words.text == "{text}" and words.fields else ""
    return words if isinstance(last, str) and last.endswith(_ENDS) else sentence("{words}.", words=words)


def _clipped(text: str) -> Sentence:
    text = clean_own_line(text)
    return as_is(text if len(text) <= LONGEST_PART else text[: LONGEST_PART - 1].rstrip() + "…")


def _short(value: str, known: Mapping[str, str]) -> Sentence:
    return sentence(known[value]) if value in known else _clipped(value)


def _about(record: Record, titles: Titles) -> tuple[Sentence, ...]:
    """Return what a line of a list says of it."""
    if isinstance(record, CheckIn):
        return _of_check_in(record)
    if isinstance(record, TriggerMap):
        return _of_map(record)
    if isinstance(record, GoodMoment):
        return (_clipped(record.text),) if record.text.strip() else ()
    if isinstance(record, Use):
        ease = [sentence(_EASE[record.ease])] if record.ease in _EASE else []
        return (_clipped(titles.get(record.skill, record.skill)), *_two(record), *ease)
    if isinstance(record, Wave):
        return (sentence(N_("A wave")), *_strongest(record))
    return (sentence(N_("A walk through your plan")),)


def _of_check_in(found: CheckIn) -> tuple[Sentence, ...]:
    row = [_short(one, _FEELINGS) for one in found.feelings[:MOST_FEELINGS]]
    if found.distress is not None and found.urge is not None:
        both = N_("Distress {distress}, urge {urge}")
        row.append(sentence(both, distress=str(found.distress), urge=str(found.urge)))
    elif found.distress is not None:
        row.append(sentence(N_("Distress {n}"), n=str(found.distress)))
    elif found.urge is not None:
        row.append(sentence(N_("Urge {n}"), n=str(found.urge)))
    return tuple(row) or tuple(_clipped(text) for text in (found.note,) if text.strip())


def _of_map(found: TriggerMap) -> tuple[Sentence, ...]:
    if found.before:
        first = in_words(found.before[0], EVENT)
    elif found.links:
        first = link_words(found.links[0])
    else:
        return ()
    return (_clipped(str(first.fields[0][1])) if first.text == "{text}" else first,)


def _two(use: Use) -> Iterator[Sentence]:
    for before, after, words in (
        (use.distress_before, use.distress_after, N_("Distress {before}, then {after}")),
        (use.urge_before, use.urge_after, N_("Urge {before}, then {after}")),
    ):
        if before is not None and after is not None:
            yield sentence(words, before=str(before), after=str(after))
            return


def _strongest(wave: Wave) -> tuple[Sentence, ...]:
    most = max((urge for _second, urge in wave.ratings), default=None)
    return () if most is None else (sentence(N_("{n} of 10 at its strongest"), n=str(most)),)
