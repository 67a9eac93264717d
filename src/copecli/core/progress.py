"""What one's own record shows, in sections: what was done, what helped, what came together, what moved.

Invariant: equal sums give equal sections, whether the journal kept them or they are summed from the records
of a period. A section with nothing to say is left out; what a later day can make look worse is marked and
comes last; and nothing says why.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.chain_turns import HOLD_OFF, PEOPLE_FIRST
from copecli.core.efficacy import things_done
from copecli.core.evidence import EARLY, OPEN
from copecli.core.insight import helping
from copecli.core.insight_words import HARDER, HELPS, TOO_EARLY, WHEN, when
from copecli.core.pattern_words import ABLE, DISTRESS, URGE, key_words, often
from copecli.core.patterns import patterns, standing_out
from copecli.core.periods import movement, weeks
from copecli.core.plots import week_plot
from copecli.core.progress_words import (
    AFTER_FIVE_MAPS,
    AFTER_FIVE_USES,
    BEFORE,
    CHECK_INS_ADD,
    DONE,
    HELPING,
    NEEDS,
    NOT_EASIER,
    NOT_WHY,
    SO_FAR,
    TITLES,
)
from copecli.core.reach import Sentence, as_is, sentence
from copecli.core.sections import Section
from copecli.core.tallies import DAY, FEELING, FUNCTION, GAIN, HOUR, KIND, TAG, WEEKDAY
from copecli.core.tallying import tallies_of
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from copecli.core.insight import Help
    from copecli.core.records import Record
    from copecli.core.tallies import Helped, Rated, Tallies

MOST_SKILLS = 5
MOST_IN_A_STATE = 2
MOST_OPEN = 3
MOST_PATTERNS = 8
"""Lines of a kind: more is a list to work through. What leans furthest comes first."""

MOVED = (ABLE, DISTRESS, URGE)
"""How able the person felt stands first."""
_PARTS = (FEELING, TAG, HOUR, WEEKDAY, DAY)


@dataclass(frozen=True, slots=True)
class Data:
    """The sums that the sections are made of, each in one order."""

    rated: Mapping[str, Mapping[str, Rated]]
    """By part and key, as in Tallies; only the parts that are looked at."""
    helped: tuple[Helped, ...]
    counted: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, sums: Tallies) -> Data:
        """Return the sums of a journal, in the order of their keys."""
        return cls(
            {part: dict(sorted(sums.by(part).items())) for part in _PARTS},
            tuple(one for _, one in sorted(sums.helped.items())),
            {part: dict(sorted(counts.items())) for part, counts in sorted(sums.counted.items())},
        )


def data_of(records: Iterable[Record]) -> Data:
    """Return the sums of these records, such as those of a period."""
    return Data.of(tallies_of(records))


def sections(
    data: Data, *, titles: Mapping[str, str], columns: int, today: str, plain: bool
) -> tuple[Section, ...]:
    """Return what there is to show, what can fall last; nothing at all where nothing was kept.

    `titles` are the names of skills by id; `today` leaves out its own year; a picture has at most `columns`
    cells in a line, and with `plain` only ASCII.
    """
    found = helping(data.helped)
    days = data.rated.get(DAY, {})
    made = (
        _section(DONE, things_done(data.counted.get(GAIN, {}))),
        _section(HELPING, _helps(found, titles)),
        _section(BEFORE, _together(data.rated)),
        _section(NEEDS, _shared(data.counted)),
        _section(NOT_EASIER, _harder(found, titles), can_fall=True),
        *(_moved(days, measure, columns, today, plain) for measure in MOVED),
    )
    return tuple(section for section in made if section is not None)


def _section(key: str, lines: Sequence[Sentence], *, can_fall: bool = False) -> Section | None:
    return Section(key, sentence(TITLES[key]), tuple(lines), can_fall=can_fall) if lines else None


def _helps(found: Sequence[Help], titles: Mapping[str, str]) -> list[Sentence]:
    """Return what helps over all, then state by state, then what leans that way and is not sure yet."""
    if not found:
        return []
    overall, in_states = _each_once(found)
    shown = [one for one in overall if one.verdict == HELPS][:MOST_SKILLS]
    for state in sorted({one.state for one in in_states}, key=_place_of):
        here = [one for one in in_states if one.state == state and one.verdict == HELPS]
        shown += here[:MOST_IN_A_STATE]
    shown += [one for one in overall if one.verdict == OPEN and one.points > 0][:MOST_OPEN]
    if shown:
        return [_of_skill(one, titles) for one in shown]
    if all(one.verdict == EARLY for one in overall):
        return [TOO_EARLY, sentence(AFTER_FIVE_USES)]
    return [sentence(SO_FAR)]


def _harder(found: Sequence[Help], titles: Mapping[str, str]) -> list[Sentence]:
    """Return what was harder over all, then what was so in one state only."""
    overall, in_states = _each_once(found)
    harder = [one for one in overall if one.verdict == HARDER]
    told = {one.skill for one in harder}
    harder += [one for one in in_states if one.verdict == HARDER and one.skill not in told]
    return [_of_skill(one, titles) for one in harder]


def _each_once(found: Sequence[Help]) -> tuple[list[Help], list[Help]]:
    """Return what is known of each skill, and of each in one of its states.

    A skill that was only ever used in one state is told as that, and not twice.
    """
    uses = {one.skill: one.uses for one in found if not one.state}
    only = {one.skill: one for one in found if one.state and one.uses == uses[one.skill]}
    overall = [only.get(one.skill, one) for one in found if not one.state]
    return overall, [one for one in found if one.state and one.skill not in only]


def _place_of(state: str) -> tuple[int, str]:
    """Return where a state stands: a listed one in the order of the list, another one after them."""
    return (list(WHEN).index(state) if state in WHEN else len(WHEN), state)


def _of_skill(found: Help, titles: Mapping[str, str]) -> Sentence:
    """Return a line of its own: the skill, for what, how often and how sure."""
    name = as_is(titles.get(found.skill) or clean_own_line(found.skill))
    if found.state:
        state = when(found.state) if found.state in WHEN else as_is(clean_own_line(found.state))
        name = sentence(N_("{skill}, {when}"), skill=name, when=state)
    return sentence(N_("{skill}: {words}"), skill=name, words=_joined(found.words))


def _together(rated: Mapping[str, Mapping[str, Rated]]) -> list[Sentence]:
    if not rated.get(DAY):
        return []
    found = patterns(rated)
    shown = standing_out(found)[:MOST_PATTERNS]
    if shown:
        return [*(_joined(one.words) for one in shown), sentence(NOT_WHY)]
    if all(one.verdict == EARLY for one in found):
        return [TOO_EARLY, sentence(CHECK_INS_ADD)]
    return [sentence(SO_FAR)]


def _shared(counted: Mapping[str, Mapping[str, int]]) -> list[Sentence]:
    """Return what comes up in more than one map; people come first where one's life was in question."""
    if not counted.get(KIND, {}).get("trigger-map"):
        return []
    needs = {need: times for need, times in counted.get(FUNCTION, {}).items() if need != "cant-tell"}
    lines = list(often({**counted, FUNCTION: needs}))
    if lines == [TOO_EARLY]:
        lines.append(sentence(AFTER_FIVE_MAPS))
    life = key_words(FUNCTION, HOLD_OFF)
    if any(("what", life) in line.fields for line in lines):
        lines += [sentence(text) for text in PEOPLE_FIRST]
    return lines or [sentence(SO_FAR)]


def _moved(days: Mapping[str, Rated], measure: str, columns: int, today: str, plain: bool) -> Section | None:
    found = weeks(days, measure)
    if not found:
        return None
    plot = week_plot(found, measure, columns, plain=plain, today=today)
    lines = movement(found, measure).words
    return Section(measure, sentence(TITLES[measure]), lines, plot, can_fall=True)


def _joined(parts: Sequence[Sentence]) -> Sentence:
    """Return sentences as one line."""
    line = parts[0]
    for part in parts[1:]:
        line = sentence(N_("{first} {then}"), first=line, then=part)
    return line
