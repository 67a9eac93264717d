"""A trigger map as one picture in text, and as sentences in a row.

Invariant: the sentences say all that the picture shows, in the same order; the picture is made of plain
characters, fits its columns, and nothing is shown that the person left out or would rather not say.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.cells import width, wrap
from copecli.core.chain import DID_NOT, DID_WORDS, HURT, LINK_KINDS
from copecli.core.pattern_words import key_words
from copecli.core.reach import Sentence, as_is, sentence
from copecli.core.tallies import FUNCTION, TRIGGER, VULNERABLE
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from copecli.core.chain import TriggerMap

WIDEST = 64
"""Columns of a picture: what is wider is harder to read."""
_KINDS = dict(LINK_KINDS)


@dataclass(frozen=True, slots=True)
class Part:
    """One box of the picture."""

    label: Sentence
    said: tuple[Sentence, ...]
    turns: tuple[Sentence, ...] = ()
    """Where it could have gone another way."""


def chain_parts(record: TriggerMap, titles: Mapping[str, str] | None = None) -> tuple[Part, ...]:
    """Return the boxes of a map, in the order in which it happened; `titles` are those of skills, by id."""
    turns = _turns(record, titles or {})
    links = [Part(_kind(link.kind), _own([link.text]), turns[at]) for at, link in enumerate(record.links)]
    urge = (sentence(N_("{urge} of 10"), urge=str(record.urge)),) if record.urge is not None else ()
    did = (sentence(dict(DID_WORDS)[record.did]),) if record.did in (HURT, DID_NOT) else ()
    parts = (
        Part(sentence(N_("What made the day harder")), _listed(VULNERABLE, record.vulnerable)),
        Part(sentence(N_("Right before")), _listed(TRIGGER, record.before)),
        *links,
        Part(sentence(N_("The urge at its strongest")), urge),
        Part(sentence(N_("What I did")), did),
        Part(sentence(N_("Right after")), _own(record.soon)),
        Part(sentence(N_("Later")), _own(record.later)),
        Part(sentence(N_("What I needed")), _listed(FUNCTION, record.needs)),
        Part(sentence(N_("What could go another way")), turns[-1]),
    )
    return tuple(part for part in parts if part.said or part.turns or part in links)


def chain_words(record: TriggerMap, titles: Mapping[str, str] | None = None) -> tuple[Sentence, ...]:
    """Return a map as sentences, one thing each."""
    said: list[Sentence] = []
    for part in chain_parts(record, titles):
        said += [sentence(N_("{label}: {what}"), label=part.label, what=what) for what in part.said]
        if not part.said:
            said.append(part.label)
        said += [sentence(_ANOTHER_WAY, what=what) for what in part.turns]
    return tuple(said)


_ANOTHER_WAY = N_("Another way from here: {what}")


def chain_picture(
    record: TriggerMap,
    columns: int,
    say: Callable[[str], str],
    titles: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Return a map as boxes with arrows between, at most `columns` wide, worded by `say`."""
    room = max(8, min(columns, WIDEST) - 4)
    lines: list[str] = []
    for part in chain_parts(record, titles):
        if lines:
            lines += ["  |", "  v"]
        lines += _box(part, room, say)
        for turn in part.turns:
            lines += wrap(sentence(_ANOTHER_WAY, what=turn).worded(say), room + 4, "  |--> ", "  |    ")
    return tuple(lines)


def _box(part: Part, room: int, say: Callable[[str], str]) -> list[str]:
    inside = wrap(part.label.worded(say), room)
    for what in part.said:
        inside += wrap(what.worded(say), room, "  ", "  ")
    across = max(width(line) for line in inside)
    edge = f"+{'-' * (across + 2)}+"
    return [edge, *(f"| {line}{' ' * (across - width(line))} |" for line in inside), edge]


def _kind(kind: str) -> Sentence:
    return sentence(_KINDS[kind]) if kind in _KINDS else as_is(clean_own_line(kind))


def _turns(record: TriggerMap, titles: Mapping[str, str]) -> dict[int, tuple[Sentence, ...]]:
    """Return the turns by the link that they are at; under -1 those at none."""
    links = range(len(record.links))
    found: dict[int, tuple[Sentence, ...]] = dict.fromkeys((-1, *links), ())
    for turn in record.turns:
        text, title = clean_own_line(turn.text), titles.get(turn.skill, "")
        if text and title:
            what = sentence(N_("{what} ({skill})"), what=text, skill=title)
        elif text or title:
            what = as_is(text or title)
        else:
            continue
        found[turn.link if turn.link in links else -1] += (what,)
    return found


def _own(texts: Iterable[str]) -> tuple[Sentence, ...]:
    return tuple(as_is(text) for text in map(clean_own_line, texts) if text)


def _listed(part: str, words: Iterable[str]) -> tuple[Sentence, ...]:
    return tuple(key_words(part, word) for word in words if word.strip())
