"""Things you did: counts that cannot be lost, and true sentences from single records.

Confidence to ride an urge out grows from one's own small successes first of all (Bandura 1977, Psychol Rev
84:191-215). Invariant: each sentence is a fact of one record or a count that no later day can lower; there is
no rate, no comparison, no row of days, and nothing is said of what was hard without what the person did.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.chain import DID_NOT, TriggerMap
from copecli.core.day_words import day_words
from copecli.core.plan import PEOPLE, PROFESSIONALS
from copecli.core.reach import Sentence, as_is, sentence
from copecli.core.records import HARD, GoodMoment
from copecli.core.tallies import HARD_USES, REACHED, USES, WAVES
from copecli.core.text import clean_own
from copecli.core.uses import EASIER, PlanWalk, Use, Wave
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from copecli.core.records import Record

_DONE = (
    (WAVES, N_("You rode out a wave."), N_("You rode out {n} waves.")),
    (USES, N_("You used a skill."), N_("You used a skill {n} times.")),
    (
        HARD_USES,
        N_("Once, it was very hard, and you used a skill."),
        N_("{n} times, it was very hard, and you used a skill."),
    ),
    (
        REACHED,
        N_("Once, you went to a person or a place in your plan."),
        N_("{n} times, you went to a person or a place in your plan."),
    ),
)
"""(the count, said of one, said of more)"""


@dataclass(frozen=True, slots=True)
class Proof:
    """A true sentence from one record."""

    record: str
    """Its id."""
    words: Sentence


def things_done(counted: Mapping[str, int]) -> tuple[Sentence, ...]:
    """Return what was done, as facts; what was not done is not spoken of. `counted` is the part GAIN."""
    found = []
    for key, one, more in _DONE:
        n = counted.get(key, 0)
        if n > 0:
            found.append(sentence(one) if n == 1 else sentence(more, n=str(n)))
    return tuple(found)


def proof_of(record: Record, titles: Mapping[str, str] | None = None, today: str = "") -> Proof | None:
    """Return what this record proves that the person did, or None; `titles` are those of skills, by id.

    A year is left out where `today` is of the same.
    """
    words = _words_of(record, titles or {}, day_words(record.when.date(), today))
    return None if words is None else Proof(record.id, words)


def _words_of(record: Record, titles: Mapping[str, str], day: Sentence) -> Sentence | None:
    if isinstance(record, Wave):
        return _of_wave(record, day)
    if isinstance(record, Use):
        return _of_use(record, titles.get(record.skill, ""), day)
    if isinstance(record, TriggerMap):
        if record.did == DID_NOT and record.urge is not None and record.urge >= HARD:
            text = N_("On {day} the urge was {urge}, and you did not hurt yourself.")
            return sentence(text, day=day, urge=str(record.urge))
        return None
    if isinstance(record, PlanWalk):
        if any(step in (PEOPLE, PROFESSIONALS) for step, _ in record.done):
            return sentence(N_("On {day} you went to a person in your plan."), day=day)
        return sentence(N_("On {day} you used your plan."), day=day) if record.done else None
    if isinstance(record, GoodMoment) and record.text.strip():
        return sentence(N_("On {day}: {what}"), day=day, what=as_is(clean_own(record.text).strip()))
    return None


def _of_wave(wave: Wave, day: Sentence) -> Sentence | None:
    if not wave.finished:
        return None
    strongest = max((urge for _, urge in wave.ratings), default=0)
    if not strongest:
        return sentence(N_("On {day} there was an urge, and you rode it out."), day=day)
    return sentence(N_("On {day} the urge was {urge}, and you rode it out."), day=day, urge=str(strongest))


def _of_use(use: Use, title: str, day: Sentence) -> Sentence | None:
    if not title:
        return None
    for before, after in (
        (use.distress_before, use.distress_after),
        (use.urge_before, use.urge_after),
    ):
        if before is not None and after is not None and after < before:
            return sentence(
                N_("On {day} it was {before}, then {after}, after {skill}."),
                day=day,
                before=str(before),
                after=str(after),
                skill=title,
            )
    if use.ease == EASIER:
        return sentence(N_("On {day} it was easier after {skill}."), day=day, skill=title)
    return None


def pick(
    starred: Sequence[Record],
    below: Callable[[int], int],
    titles: Mapping[str, str] | None = None,
    today: str = "",
) -> Proof | None:
    """Return one of the sentences that the person starred, drawn with `below(n)` (0 to n - 1), or None."""
    proofs = [proof for one in starred if one.starred and (proof := proof_of(one, titles, today)) is not None]
    return proofs[below(len(proofs))] if proofs else None
