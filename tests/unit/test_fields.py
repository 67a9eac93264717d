"""Keys of a document are read with their type, range and vocabulary, or refused by name."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from copecli.core.fields import LONGEST_TEXT, Fields, FormatProblem
from tests.strategies import any_text, unknown_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.strategies import Table

HUGE = 10**5000
"""Python refuses to write so long a number down."""
TOO_LONG = "x" * (LONGEST_TEXT + 1)
COLOURS = ("red", "green", "blue")

READERS: dict[str, Callable[[Fields], object]] = {
    "text": lambda f: f.text("k"),
    "texts": lambda f: f.texts("k"),
    "choice": lambda f: f.choice("k", COLOURS),
    "choices": lambda f: f.choices("k", COLOURS),
    "number": lambda f: f.number("k", 0, 10),
    "whole": lambda f: f.whole("k", 0, 10),
    "pair": lambda f: f.pair("k", 0, 10, (1.0, 2.0)),
    "date": lambda f: f.date("k"),
    "table": lambda f: f.table("k"),
    "tables": lambda f: f.tables("k"),
}


def refusal(read: Callable[[Fields], object], value: object) -> str:
    """Return `key: what is wrong` for a document whose `k` is `value`."""
    with pytest.raises(FormatProblem) as caught:
        read(Fields({"k": value}))
    return f"{caught.value.key}: {caught.value.sentence()}"


@pytest.mark.parametrize(
    ("reader", "value", "said"),
    [
        ("text", 5, "k: this should be text in quotes"),
        ("text", "", "k: this text is empty"),
        ("text", "\x1b\u202e", "k: this text is empty"),
        pytest.param("text", TOO_LONG, "k: this text is longer than 2000 characters", id="text-too-long"),
        ("texts", "red", "k: this should be a list, in square brackets"),
        ("texts", [], "k: this list is empty"),
        ("texts", ["a", 5], "k[1]: this should be text in quotes"),
        ("choice", "gren", "k: “gren” is not known here; the nearest is “green”"),
        ("choice", "zzz", "k: “zzz” is not known here; it can be red, green, blue"),
        ("choice", ["red"], "k: this should be text in quotes"),
        ("choices", ["red", "blu"], "k: “blu” is not known here; the nearest is “blue”"),
        ("number", "5", "k: this should be a number"),
        ("number", True, "k: this should be a number"),
        ("number", 10.5, "k: this should be a number from 0 to 10"),
        ("number", float("nan"), "k: this should be a number from 0 to 10"),
        ("number", float("inf"), "k: this should be a number from 0 to 10"),
        pytest.param("number", HUGE, "k: this should be a number from 0 to 10", id="number-huge"),
        ("whole", 2.5, "k: this should be a whole number"),
        ("pair", 2, "k: this should be two numbers, as in [2, 5]"),
        ("pair", [1, 2, 3], "k: this should be two numbers, as in [2, 5]"),
        ("pair", [5, 2], "k: the lower number comes first"),
        ("pair", [2, "5"], "k: this should be a number"),
        ("date", "23.11.2026", "k: this should be a date, as in 2026-11-23"),
        ("date", "2026-13-01", "k: this should be a date, as in 2026-11-23"),
        ("date", "2026-11-32", "k: this should be a date, as in 2026-11-23"),
        ("date", "2--6-11-23", "k: this should be a date, as in 2026-11-23"),
        ("date", "٢٠٢٦-١١-٢٣", "k: this should be a date, as in 2026-11-23"),
        pytest.param("date", HUGE, "k: this should be a date, as in 2026-11-23", id="date-huge"),
        ("date", True, "k: this should be a date, as in 2026-11-23"),
        ("table", "x", "k: this should be a table, in curly brackets"),
        ("tables", {"a": 1}, "k: this should be a list of tables"),
        ("tables", [{"a": 1}, 2], "k: this should be a list of tables"),
        ("tables", [], "k: this list is empty"),
    ],
)
def test_a_wrong_value_is_refused_with_its_key_and_what_it_should_be(
    reader: str, value: object, said: str
) -> None:
    """One plain sentence for each kind of mistake."""
    assert refusal(READERS[reader], value) == said


@pytest.mark.parametrize("reader", ["text", "texts", "choice", "number", "whole", "tables"])
def test_a_key_that_must_be_there_is_missed_by_name(reader: str) -> None:
    """Nothing is guessed for what has no default."""
    with pytest.raises(FormatProblem) as caught:
        READERS[reader](Fields({}, "steps[2]"))
    assert (caught.value.key, caught.value.sentence()) == ("steps[2].k", "this key is missing")


def test_right_values_come_out_as_they_were_meant() -> None:
    """Text is cleaned, lists become tuples, dates become ISO text."""
    fields = Fields({
        "text": " a\x1b\r\nb ", "line": "a\nb", "texts": ["a", "b\u202e"], "colour": "red", "number": 2,
        "pair": [1, 2.5], "day": date(2026, 11, 23), "day-text": "2026-11-23",
        "table": {"a": 1}, "tables": [{}],
    })  # fmt: skip
    assert fields.text("text") == "a\nb"
    assert fields.text("line", lines=False) == "a b"
    assert fields.texts("texts") == ("a", "b")
    assert fields.choice("colour", COLOURS) == "red"
    assert fields.number("number", 0, 10) == 2.0
    assert fields.pair("pair", 0, 10, (0, 0)) == (1.0, 2.5)
    assert fields.date("day") == fields.date("day-text") == "2026-11-23"
    assert fields.table("table") is not None
    assert len(fields.tables("tables")) == 1
    fields.refuse_others()


def test_what_may_be_left_out_has_a_default() -> None:
    """An absent key is its default, and an absent table is None."""
    fields = Fields({})
    assert fields.text("k", "x") == "x"
    assert fields.texts("k", ("x",)) == ("x",)
    assert fields.choice("k", COLOURS, "blue") == "blue"
    assert fields.choices("k", COLOURS, ("blue",)) == ("blue",)
    assert fields.number("k", 0, 10, 3) == 3
    assert fields.whole("k", 0, 10, 3) == 3
    assert fields.pair("k", 0, 10, (1, 2)) == (1, 2)
    assert fields.date("k") == ""
    assert fields.table("k") is None
    assert fields.tables("k", required=False) == ()


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ("colur", "this key is not known; the nearest is colour"),
        ("Colour", "this key is not known; the nearest is colour"),
        ("zzz", "this key is not known"),
    ],
)
def test_a_key_that_nobody_asked_for_is_refused_with_the_nearest_right_name(slip: str, said: str) -> None:
    """A typing slip is never silently dropped."""
    fields = Fields({"colour": "red", slip: "blue"}, "steps[0]")
    fields.choice("colour", COLOURS)
    with pytest.raises(FormatProblem) as caught:
        fields.refuse_others()
    assert (caught.value.key, caught.value.sentence()) == (f"steps[0].{slip}", said)


def test_only_the_first_of_many_unknown_keys_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of ten thousand unknown keys asks for one nearest name, and no more."""
    asked: list[str] = []

    def counted(name: str, among: list[str], n: int) -> tuple[str, ...]:
        asked.append(name)
        return ()

    monkeypatch.setattr("copecli.core.fields.nearest", counted)
    with pytest.raises(FormatProblem):
        Fields({f"key-{n}": n for n in range(10_000)}).refuse_others()
    assert asked == ["key-0"]


def test_places_within_lists_and_tables_are_named_with_dots_and_numbers() -> None:
    """So that a writer finds the very line."""
    outer = Fields({"steps": [{}, {"beats": [{"cue": 5}]}]})
    beat = outer.tables("steps")[1].tables("beats")[0]
    with pytest.raises(FormatProblem) as caught:
        beat.text("cue")
    assert caught.value.key == "steps[1].beats[0].cue"


@given(unknown_keys(but=()), any_text)
def test_any_document_is_read_or_refused_and_never_anything_else(table: Table, text: str) -> None:
    """Whatever a file holds, each reader returns or raises FormatProblem."""
    for name in (*table, text):
        for read in READERS.values():
            with suppress(FormatProblem):
                read(Fields({"k": table.get(name, text)}))
    with suppress(FormatProblem):
        Fields(table).refuse_others()
