"""Things a person did: nothing of it can be lost, and every sentence is true."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.chain import TriggerMap
from copecli.core.checkin import CheckIn
from copecli.core.efficacy import pick, proof_of, things_done
from copecli.core.plan import COPING, PEOPLE, PROFESSIONALS
from copecli.core.records import GoodMoment, Record
from copecli.core.tallies import GAINS
from copecli.core.uses import PlanWalk, Use, Wave
from copecli.core.when import When

HEAD: dict[str, Any] = {"id": "a", "when": When.from_iso("2026-05-12T03:00Z"), "starred": True}
TITLES = {"five-senses": "Five senses"}


def wave(**others: Any) -> Wave:
    """Return a wave on 12 May."""
    return Wave(**HEAD, **others)


def use(skill: str = "five-senses", **others: Any) -> Use:
    """Return a use of a skill on 12 May."""
    return Use(**HEAD, skill=skill, **others)


def said(record: Record) -> str:
    """Return what the record proves, in English; nothing where it proves nothing."""
    proof = proof_of(record, TITLES, "2026-11-26")
    return proof.words.worded(str) if proof else ""


def test_counts_are_told_as_facts() -> None:
    """Once is said as once."""
    more = dict(zip(GAINS, (4, 30, 5, 2), strict=True))
    assert [one.worded(str) for one in things_done(more)] == [
        "You rode out 4 waves.",
        "You used a skill 30 times.",
        "5 times, it was very hard, and you used a skill.",
        "2 times, you went to a person or a place in your plan.",
    ]
    assert [one.worded(str) for one in things_done(dict.fromkeys(GAINS, 1))] == [
        "You rode out a wave.",
        "You used a skill.",
        "Once, it was very hard, and you used a skill.",
        "Once, you went to a person or a place in your plan.",
    ]


def test_what_was_not_done_is_not_spoken_of() -> None:
    """No nought is shown."""
    assert things_done({}) == things_done(dict.fromkeys(GAINS, 0)) == ()


@given(st.dictionaries(st.sampled_from(GAINS), st.integers(0, 50)), st.sampled_from(GAINS))
def test_one_more_thing_done_takes_nothing_away(counted: dict[str, int], key: str) -> None:
    """Each sentence that was there stays, with its number or a higher one."""
    later = {**counted, key: counted.get(key, 0) + 1}
    assert len(things_done(later)) >= len(things_done(counted))
    assert sum(one not in things_done(later) for one in things_done(counted)) <= 1


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (wave(finished=True, ratings=((0, 6), (60, 8), (99, 3))), "the urge was 8, and you rode it out."),
        (wave(finished=True), "there was an urge, and you rode it out."),
        (use(distress_before=7, distress_after=4), "it was 7, then 4, after Five senses."),
        (
            use(distress_before=5, distress_after=5, urge_before=6, urge_after=2),
            "it was 6, then 2, after Five senses.",
        ),
        (use(ease="easier"), "it was easier after Five senses."),
        (TriggerMap(**HEAD, urge=9, did="did-not"), "the urge was 9, and you did not hurt yourself."),
        (PlanWalk(**HEAD, done=((COPING, "a"), (PEOPLE, "b"))), "you went to a person in your plan."),
        (PlanWalk(**HEAD, done=((PROFESSIONALS, "b"),)), "you went to a person in your plan."),
        (PlanWalk(**HEAD, done=((COPING, "a"),)), "you used your plan."),
    ],
)
def test_a_record_proves_what_was_done(record: Record, text: str) -> None:
    """In one sentence of facts."""
    assert said(record) == f"On 12 May {text}"


def test_a_good_moment_is_given_back_in_their_own_words() -> None:
    """Letter by letter."""
    assert said(GoodMoment(**HEAD, text="The {dog} slept.\n")) == "On 12 May: The {dog} slept."


@pytest.mark.parametrize(
    "record",
    [
        wave(ratings=((0, 8),)),
        use(distress_before=4, distress_after=7),
        use(ease="harder"),
        use("gone", distress_before=7, distress_after=4),
        TriggerMap(**HEAD, urge=9, did="hurt"),
        TriggerMap(**HEAD, urge=9, did="rather-not"),
        TriggerMap(**HEAD, did="did-not"),
        PlanWalk(**HEAD, finished=True),
        GoodMoment(**HEAD, text=" "),
        CheckIn(**HEAD, distress=2, able=9),
    ],
)  # fmt: skip
def test_what_proves_nothing_is_left_in_peace(record: Record) -> None:
    """No sentence is made of what was hard, unfinished or unsaid."""
    assert proof_of(record, TITLES) is None


def test_a_year_is_named_where_it_is_another() -> None:
    """So that no sentence is mistaken for one of these days."""
    proof = proof_of(wave(finished=True), today="2027-01-01")
    assert proof is not None
    assert proof.words.worded(str) == "On 12 May 2026 there was an urge, and you rode it out."


def test_one_starred_sentence_is_drawn() -> None:
    """By the chooser that is passed in, and only of what was starred and can be said."""
    records = [
        Wave(id="1", when=When(0), starred=True, finished=True),
        Wave(id="2", when=When(0), starred=False, finished=True),
        CheckIn(id="3", when=When(0), starred=True),
        GoodMoment(id="4", when=When(0), starred=True, text="Rain."),
    ]
    asked: list[int] = []

    def last(n: int) -> int:
        asked.append(n)
        return n - 1

    found = pick(records, last)
    assert found is not None
    assert (found.record, asked) == ("4", [2])
    assert pick(records[1:3], last) is None
    assert asked == [2]
