"""All of one record in words, for whoever opens it to read it.

Invariant: everything that the person said is in it, as they wrote it, and nothing that they did not say. The
answer about ending one's life stands here and in no list.
"""

from __future__ import annotations

from copecli.core.chain import TriggerMap
from copecli.core.chain_picture import parts
from copecli.core.checkin import FEELINGS, CheckIn
from copecli.core.checkin_words import ENDING_LIFE_CHOICES
from copecli.core.outcome import EASE_WORDS
from copecli.core.plan_words import TITLES
from copecli.core.reach import Sentence, as_is, sentence
from copecli.core.records import GoodMoment
from copecli.core.sections import Section
from copecli.core.shared_words import FEELINGS as STATES
from copecli.core.shared_words import SOMEONE_NOW
from copecli.core.text import clean_own, clean_own_line
from copecli.core.uses import PlanWalk, Use, Wave
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from copecli.core.records import Record

    Titles = Mapping[str, str]
    PlanLines = Mapping[tuple[str, str], str]

HARD_DAY = "hard-day"
"""The id of the section that says that the person marked a record."""

_FEELINGS, _STATES, _EASE = dict(FEELINGS), dict(STATES), dict(EASE_WORDS)
_ENDING_LIFE = dict(ENDING_LIFE_CHOICES)
_SOURCES = {"plan": N_("From my safety plan"), "with-me": N_("Going along with the program")}
_TO_ITS_END, _A_PART = N_("To its end"), N_("A part of it")
_DISTRESS, _URGE, _ABLE = N_("Distress"), N_("The urge"), N_("Able to ride it out")


def read(
    record: Record, titles: Titles | None = None, of_plan: PlanLines | None = None
) -> tuple[Section, ...]:
    """Return everything that was said in a record, heading by heading.

    `titles` names skills by their ids, `of_plan` the lines of the plan by their step and id.
    """
    titles = titles or {}
    if isinstance(record, CheckIn):
        found = _check_in(record)
    elif isinstance(record, GoodMoment):
        found = _section("text", N_("What was good"), _own(record.text))
    elif isinstance(record, TriggerMap):
        found = _map(record, titles)
    elif isinstance(record, Use):
        found = _use(record, titles)
    elif isinstance(record, Wave):
        found = _wave(record)
    else:
        found = _walk(record, of_plan or {}) if isinstance(record, PlanWalk) else iter(())
    marked = [sentence(N_("This can be shown to me"))] if record.starred else []
    return (*found, *_section(HARD_DAY, N_("On a hard day"), marked))


def _section(name: str, title: str, lines: Iterable[Sentence]) -> Iterator[Section]:
    """Yield a section, or nothing where nothing was said."""
    lines = tuple(lines)
    if lines:
        yield Section(name, sentence(title), lines)


def _own(text: str) -> Iterator[Sentence]:
    """Yield own words line by line, as they were written."""
    if text.strip():
        yield from map(as_is, clean_own(text).strip("\n").split("\n"))


def _words(values: Iterable[str], known: Mapping[str, str]) -> tuple[Sentence, ...]:
    return tuple(
        sentence(known[value]) if value in known else as_is(clean_own_line(value)) for value in values
    )


def _rated(value: int | None) -> tuple[Sentence, ...]:
    return () if value is None else (sentence(N_("{n} of 10"), n=str(value)),)


def _check_in(found: CheckIn) -> Iterator[Section]:
    yield from _section("feelings", N_("How it was"), _words(found.feelings, _FEELINGS))
    yield from _section("distress", _DISTRESS, _rated(found.distress))
    yield from _section("urge", _URGE, _rated(found.urge))
    yield from _section("able", _ABLE, _rated(found.able))
    answer = [found.ending_life] if found.ending_life else []
    yield from _section("ending-life", N_("Thoughts of ending my life"), _words(answer, _ENDING_LIFE))
    yield from _section("tags", N_("What it was about"), _words(found.tags, {}))
    yield from _section("note", N_("Note"), _own(found.note))


def _map(found: TriggerMap, titles: Titles) -> Iterator[Section]:
    for n, part in enumerate(parts(found, titles)):
        yield Section(f"part-{n}", part.title, (*part.texts, *part.turns))


def _use(use: Use, titles: Titles) -> Iterator[Section]:
    exercise = as_is(clean_own_line(titles.get(use.skill, use.skill)))
    yield from _section("skill", N_("The exercise"), (exercise,))
    yield from _section("state", N_("Chosen for"), _words([use.state] if use.state else [], _STATES))
    yield from _section("ease", N_("How it was then"), _words([use.ease] if use.ease else [], _EASE))
    for name, title, before, after in (
        ("distress", _DISTRESS, use.distress_before, use.distress_after),
        ("urge", _URGE, use.urge_before, use.urge_after),
        ("able", _ABLE, use.able_before, use.able_after),
    ):
        yield from _section(name, title, _two(before, after))
    yield from _section("source", N_("What led to it"), _words([use.source] if use.source else [], _SOURCES))
    yield from _how_far(use.finished, use.seconds)


def _wave(wave: Wave) -> Iterator[Section]:
    yield from _section("ratings", _URGE, (_rated_at(second, urge) for second, urge in wave.ratings))
    chosen = [_minutes(60 * wave.minutes)] if wave.minutes else []
    yield from _section("minutes", N_("The time I chose"), chosen)
    yield from _how_far(wave.finished, wave.seconds)


def _rated_at(second: int, urge: int) -> Sentence:
    if not second:
        return sentence(N_("At first: {urge} of 10"), urge=str(urge))
    return sentence(N_("After {time}: {urge} of 10"), time=_minutes(second), urge=str(urge))


def _walk(walk: PlanWalk, of_plan: PlanLines) -> Iterator[Section]:
    yield from _section("done", N_("What I did"), (_line(place, of_plan) for place in walk.done))
    left_out = (_line(place, of_plan) for place in walk.left_out)
    yield from _section("left-out", N_("What I left out"), left_out)
    asked = [sentence(N_("I looked whom I could reach."))] if walk.someone else []
    yield from _section("someone", SOMEONE_NOW, asked)
    yield from _how_far(walk.finished, 0)


def _line(place: tuple[str, str], of_plan: PlanLines) -> Sentence:
    """Return a line of the plan in its words; one that is gone from it by its step."""
    text = clean_own_line(of_plan.get(place, ""))
    if text:
        return as_is(text)
    title = sentence(TITLES[place[0]]) if place[0] in TITLES else as_is(clean_own_line(place[0]))
    return sentence(N_("{step} (not in the plan now)"), step=title)


def _how_far(finished: bool, seconds: int) -> Iterator[Section]:
    yield from _section("how-far", N_("How far"), [sentence(_TO_ITS_END if finished else _A_PART)])
    yield from _section("how-long", N_("How long"), [_minutes(seconds)] if seconds else [])


def _two(before: int | None, after: int | None) -> tuple[Sentence, ...]:
    if before is not None and after is not None:
        return (sentence(N_("Before {before}, then {after}"), before=str(before), after=str(after)),)
    if before is not None:
        return (sentence(N_("Before {n}"), n=str(before)),)
    return () if after is None else (sentence(N_("After it {n}"), n=str(after)),)


def _minutes(seconds: int) -> Sentence:
    minutes = round(seconds / 60)
    if minutes == 1:
        return sentence(N_("1 minute"))
    if minutes:
        return sentence(N_("{n} minutes"), n=str(minutes))
    return sentence(N_("{n} seconds"), n=str(seconds)) if seconds != 1 else sentence(N_("1 second"))
