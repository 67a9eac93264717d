"""Records as documents and lines: no word is lost or changed, and a slip is refused calmly."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copecli.core.chain import Link, TriggerMap, Turn
from copecli.core.checkin import CheckIn
from copecli.core.fields import FormatProblem
from copecli.core.record_format import KINDS, from_document, from_line, to_document, to_line
from copecli.core.records import LONGEST_TEXT, MOST_WORDS, GoodMoment, Record
from copecli.core.uses import Use, Wave
from copecli.core.when import When
from tests.journals import records
from tests.strategies import any_text

ID = "019a3c5e-0000-7000-8000-000000000001"
WHEN = When.from_iso("2026-11-26T03:12:00.000+01:00")
HEAD: dict[str, Any] = {"format": 1, "id": ID, "when": WHEN.iso()}


@given(records)
@settings(max_examples=300)
def test_a_record_is_read_back_as_equal(record: Record) -> None:
    """As a document of plain values that JSON can hold."""
    document = to_document(record)
    assert from_document(document) == record
    assert to_document(from_document(document)) == document


@given(records)
def test_a_line_is_read_back_as_the_same_line(record: Record) -> None:
    """Equal records are equal bytes, and the line can be printed and has no end inside."""
    line = to_line(record)
    assert to_line(from_line(line)) == line
    assert line.decode().isprintable()
    assert json.loads(line) == json.loads(json.dumps(to_document(record)))


@given(any_text)
@example("\ud83d")
def test_words_come_back_letter_by_letter(text: str) -> None:
    """Control characters, joiners, lone surrogates: as they were."""
    found = from_line(to_line(GoodMoment(id=ID, when=WHEN, text=text)))
    pairs_joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert isinstance(found, GoodMoment)
    assert found.text == pairs_joined


def test_the_order_of_keys_is_one_and_the_same() -> None:
    """Head, fields, then what is not known, by name."""
    record = CheckIn(
        id=ID, when=WHEN, starred=True, urge=0, feelings=("sad",), extra={"b": {"z": 1, "a": 2}, "a": []}
    )
    assert to_line(record).decode() == (
        f'{{"format": 1, "kind": "check-in", "id": "{ID}", "when": "2026-11-26T03:12:00.000+01:00", '
        '"starred": true, "feelings": ["sad"], "urge": 0, "a": [], "b": {"a": 2, "z": 1}}'
    )


def test_nothing_is_written_for_what_was_skipped() -> None:
    """A check-in of one rating is a short line; a rating of 0 is one."""
    assert set(to_document(CheckIn(id=ID, when=WHEN, urge=0))) == {"format", "kind", "id", "when", "urge"}


def test_what_is_not_known_inside_a_map_is_kept() -> None:
    """Links and turns have keys of later versions, too."""
    record = TriggerMap(
        id=ID,
        when=WHEN,
        links=(Link("thought", "They do not want me here", {"sure": 3}),),
        turns=(Turn(0, "I could have asked", "dear-friend", {"tried": True}),),
    )
    assert from_line(to_line(record)) == record


BAD: tuple[tuple[str, dict[str, object]], ...] = (
    ("format", {"format": 2}),
    ("format", {"format": True}),
    ("kind", {"kind": "dream"}),
    ("kind", {"kind": ["check-in"]}),
    ("id", {"id": "7"}),
    ("id", {"id": ID.upper()}),
    ("when", {"when": "yesterday"}),
    ("when", {"when": 5}),
    ("starred", {"starred": 1}),
    ("distress", {"distress": 11}),
    ("urge", {"urge": -1}),
    ("able", {"able": 5.5}),
    ("able", {"able": True}),
    ("able", {"able": "5"}),
    ("feelings", {"feelings": "sad"}),
    ("feelings[1]", {"feelings": ["sad", 3]}),
    ("tags", {"tags": ["a"] * (MOST_WORDS + 1)}),
    ("note", {"note": "x" * (LONGEST_TEXT + 1)}),
    ("note", {"note": None}),
    ("ending-life", {"ending-life": "high"}),
)


@pytest.mark.parametrize(("key", "change"), BAD, ids=[f"{key}-{at}" for at, (key, _) in enumerate(BAD)])
def test_a_value_out_of_range_is_refused(key: str, change: dict[str, object]) -> None:
    """The refusal names the key, in a sentence."""
    with pytest.raises(FormatProblem) as refused:
        from_document({**HEAD, "kind": "check-in", **change})
    assert refused.value.key == key
    assert refused.value.sentence()


@pytest.mark.parametrize(
    ("kind", "change", "key"),
    [
        ("use", {}, "skill"),
        ("use", {"skill": "a", "ease": "better"}, "ease"),
        ("use", {"skill": "a", "seconds": -1}, "seconds"),
        ("use", {"skill": "a", "seconds": 10**10}, "seconds"),
        ("wave", {"ratings": [[1]]}, "ratings[0]"),
        ("wave", {"ratings": [[1, 11]]}, "ratings[0]"),
        ("plan-walk", {"done": [["people", "a", "b"]]}, "done[0]"),
        ("trigger-map", {"links": [["thought"]]}, "links[0]"),
        ("trigger-map", {"links": [{"kind": "dream"}]}, "links[0].kind"),
        ("trigger-map", {"links": [{"text": "without a kind"}]}, "links[0].kind"),
        ("trigger-map", {"turns": [{"link": -2}]}, "turns[0].link"),
        ("trigger-map", {"did": "no"}, "did"),
    ],
)
def test_each_kind_knows_its_values(kind: str, change: dict[str, object], key: str) -> None:
    """Words of a closed list, pairs, small tables."""
    with pytest.raises(FormatProblem) as refused:
        from_document({**HEAD, "kind": kind, **change})
    assert refused.value.key == key


def test_what_cannot_be_read_back_is_not_written() -> None:
    """Before a line is made, it is looked at as a reader would."""
    for record in (
        CheckIn(id=ID, when=WHEN, distress=12),
        CheckIn(id=ID, when=WHEN, note="x" * (LONGEST_TEXT + 1)),
        CheckIn(id="mine", when=WHEN),
        Use(id=ID, when=WHEN, skill=""),
        Wave(id=ID, when=WHEN, ratings=((0, 99),)),
        GoodMoment(id=ID, when=WHEN, extra={"n": float("inf")}),
        GoodMoment(id=ID, when=WHEN, extra={"n": 10**30}),
        GoodMoment(id=ID, when=WHEN, extra={"n": {1}}),
        TriggerMap(id=ID, when=WHEN, soon=("x" * LONGEST_TEXT,) * MOST_WORDS),
    ):
        with pytest.raises(FormatProblem):
            to_line(record)


def test_a_text_of_the_longest_size_is_kept() -> None:
    """Ten pages, in letters that take the most room."""
    record = CheckIn(id=ID, when=WHEN, note="\U0001f469" * LONGEST_TEXT)
    assert from_line(to_line(record)) == record


@pytest.mark.parametrize(
    "line",
    [
        b"", b"{", b"[]", b"3", b"null", b"\xff", b'{"format": NaN}', b'{"format": Infinity}', b"[" * 100_000,
        b'{"a":' * 100_000, b'{"format": 1, "format": 1}', b"9" * 5_000, b'{"n": ' + b"9" * 5_000 + b"}",
        b'\x00', b"{} {}",
    ],
)  # fmt: skip
def test_what_is_no_line_is_refused(line: bytes) -> None:
    """Whatever it holds, it is a FormatProblem; of a key that stands twice one would be lost."""
    with pytest.raises(FormatProblem):
        from_line(line)


def test_a_key_that_stands_twice_is_refused() -> None:
    """Of two notes one would be lost without a word."""
    line = to_line(CheckIn(id=ID, when=WHEN, note="one")).replace(b'"note"', b'"note": "two", "note"')
    with pytest.raises(FormatProblem):
        from_line(line)


def test_depth_is_bounded() -> None:
    """What is nested within each other twenty times is not kept as an unknown key."""
    deep: object = 1
    for _ in range(20):
        deep = [deep]
    with pytest.raises(FormatProblem):
        from_document({**HEAD, "kind": "good-moment", "deep": deep})


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_record_or_a_refusal(line: bytes) -> None:
    """Nothing else comes of them."""
    try:
        found = from_line(line)
    except FormatProblem:
        return
    assert found.kind in KINDS
