"""A trigger map as one picture of text, and as lines to be read aloud.

Invariant: both are made of the same parts, so they say the same words in the same order; no line is wider
than the columns that there are, and what a person wrote is there whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.cells import wrap
from copecli.core.chain import DID_WORDS, EVENT, FUNCTIONS, LINK_KINDS, SHORT, TRIGGERS, URGE, VULNERABLE
from copecli.core.chain_links import INNER
from copecli.core.chain_words import BODY, LATER, SOON
from copecli.core.checkin import FEELINGS
from copecli.core.reach import as_is, sentence
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from copecli.core.chain import Link, TriggerMap
    from copecli.core.reach import Sentence

    Translate = Callable[[str], str]

_WORDS = {**dict(FEELINGS), **dict(BODY), **dict(SOON), **dict(LATER)}
_EVENTS, _NEEDS, _DAY = dict(TRIGGERS), dict(FUNCTIONS), dict(VULNERABLE)
_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One stop of the chain."""

    title: Sentence
    texts: tuple[Sentence, ...] = ()
    """What stands there, one a line."""
    turns: tuple[Sentence, ...] = ()
    """Where it could have gone from here."""


def in_words(value: str, kind: str = "") -> Sentence:
    """Return an entry of a map in words: of the list it was picked from, or the person's own."""
    known = _EVENTS if kind == EVENT else _WORDS
    return sentence(known[value]) if value in known else as_is(value)


def link_words(link: Link) -> Sentence:
    """Return a link in words, as it is offered in a list."""
    if not link.text:
        return sentence(dict(LINK_KINDS)[link.kind])
    return in_words(link.text, link.kind)


def parts(found: TriggerMap, titles: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the stops of the chain, in their order; `titles` names skills by their ids."""
    row = [
        _part(N_("What made that day harder"), _listed(found.vulnerable, _DAY)),
        *_events(found, titles),
        *_links(found, titles),
        *_urge(found, titles),
        _part(N_("What happened then"), _listed(filter(None, (found.did,)), dict(DID_WORDS))),
        _part(N_("Right after"), _listed(found.soon, _WORDS)),
        _part(N_("Later"), _listed(found.later, _WORDS)),
        _part(N_("What I needed"), _listed(found.needs, _NEEDS)),
        Part(sentence(N_("Another way, another time")), turns=_turns(found, -1, titles)),
    ]
    return tuple(part for part in row if part.texts or part.turns)


def _part(title: str, texts: Iterable[Sentence], turns: Iterable[Sentence] = ()) -> Part:
    return Part(sentence(title), tuple(texts), tuple(turns))


def _listed(values: Iterable[str], known: Mapping[str, str]) -> tuple[Sentence, ...]:
    return tuple(sentence(known[value]) if value in known else as_is(value) for value in values)


def _events(found: TriggerMap, titles: Mapping[str, str]) -> Iterator[Part]:
    """Yield what happened before, with the turns of the links that stand for it."""
    at = [n for n, link in enumerate(found.links) if link.kind == EVENT and link.text in found.before]
    turns = tuple(turn for n in at for turn in _turns(found, n, titles))
    yield _part(N_("Right before"), _listed(found.before, _EVENTS), turns)


def _links(found: TriggerMap, titles: Mapping[str, str]) -> Iterator[Part]:
    words = dict(LINK_KINDS)
    for n, link in enumerate(found.links):
        if (link.kind == EVENT and link.text in found.before) or (link.kind == URGE and not link.text):
            continue
        short = found.form == SHORT and link.kind in INNER
        title = N_("A thought, feeling or sign in my body") if short else words[link.kind]
        yield _part(title, (in_words(link.text, link.kind),), _turns(found, n, titles))


def _urge(found: TriggerMap, titles: Mapping[str, str]) -> Iterator[Part]:
    at = [n for n, link in enumerate(found.links) if link.kind == URGE and not link.text]
    turns = tuple(turn for n in at for turn in _turns(found, n, titles))
    if found.urge is not None:
        strength = sentence(N_("{n} of 10 at its strongest"), n=str(found.urge))
        yield _part(N_("The urge"), (strength,), turns)
    elif turns:
        yield _part(N_("The urge"), (), turns)


def _turns(found: TriggerMap, at: int, titles: Mapping[str, str]) -> tuple[Sentence, ...]:
    """Return the turns of one link; for -1 those of none, and of links that are not there."""
    known = range(len(found.links))
    mine = [turn for turn in found.turns if (turn.link if turn.link in known else -1) == at]
    return tuple(
        sentence(
            N_("Another way: {way}"), way=": ".join(filter(None, (titles.get(t.skill, t.skill), t.text)))
        )
        for t in mine
        if t.skill or t.text
    )


@dataclass(frozen=True, slots=True)
class Marks:
    """The signs of a picture."""

    stop: str
    line: str
    way: str


UNICODE, ASCII = Marks("●", "│", "→"), Marks("*", "|", ">")


def picture(row: Iterable[Part], columns: int, translate: Translate, *, unicode: bool = True) -> list[str]:
    """Return the chain from top to bottom, one stop below the other, a line leading from each to the next."""
    marks = UNICODE if unicode else ASCII
    columns = max(_NARROWEST, columns)
    lines: list[str] = []
    every = tuple(row)
    for n, part in enumerate(every):
        last = n == len(every) - 1
        lead = " " if last else marks.line
        lines += wrap(_line(part.title, translate), columns, f"{marks.stop} ", f"{lead} ")
        for text in part.texts:
            lines += wrap(_line(text, translate), columns, f"{lead}   ", f"{lead}   ")
        for turn in part.turns:
            lines += wrap(_line(turn, translate), columns, f"{lead} {marks.way} ", f"{lead}   ")
        lines += [] if last else [marks.line]
    return [line.rstrip() for line in lines]


def aloud(row: Iterable[Part], translate: Translate) -> list[str]:
    """Return the chain as lines to be read aloud: what a stop is, then what stands there."""
    lines: list[str] = []
    for part in row:
        lines.append(f"{_line(part.title, translate)}:")
        lines += [f"  {_line(text, translate)}" for text in (*part.texts, *part.turns)]
    return lines


def _line(words: Sentence, translate: Translate) -> str:
    return clean_own_line(words.worded(translate))
