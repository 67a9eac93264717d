"""`{name}` in a text stands for an answer or the moment; a doubled brace is a brace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.placeholders import BraceProblem, fill, names_in
from tests.strategies import any_text


def test_a_name_is_replaced_by_its_value() -> None:
    """Each name is looked up, wherever it stands."""
    assert fill(
        "{weekday}, {time}: {a-1}{a-1}", {"weekday": "Monday", "time": "03:12", "a-1": "x"}.__getitem__
    ) == ("Monday, 03:12: xx")


def test_a_doubled_brace_is_a_brace() -> None:
    """So a text can show one."""
    assert fill("{{today}} {{{today}}}", lambda name: "Monday") == "{today} {Monday}"
    assert names_in("{{today}} {{{today}}}") == ("today",)


def test_what_is_filled_in_is_not_looked_at_again() -> None:
    """An answer that holds braces stays as the person wrote it."""
    assert fill("You said {a}.", lambda name: "{b} {{ }") == "You said {b} {{ }."


@pytest.mark.parametrize(
    "text", ["{", "}", "a { b", "{}", "{ today }", "{a b}", "{-}", "{{today}", "{a{b}}", "{a.b}"]
)
def test_a_lone_brace_is_refused(text: str) -> None:
    """It is found when a skill is read, so that filling never fails later."""
    with pytest.raises(BraceProblem):
        names_in(text)


@given(any_text)
def test_any_text_survives_with_its_braces_doubled(text: str) -> None:
    """Doubling is a way to write down every text."""
    doubled = text.replace("{", "{{").replace("}", "}}")
    assert names_in(doubled) == ()
    assert fill(doubled, lambda name: "never asked for") == text


@given(
    st.lists(st.sampled_from(["{", "}", "{a}", "{b-2}", "x", " ", "-", "{{", "}}"]), max_size=12).map("".join)
)
def test_where_the_names_can_be_told_filling_never_fails(text: str) -> None:
    """Filling asks for the very names that were found, in their order, or the text was refused before."""
    try:
        names = names_in(text)
    except BraceProblem:
        return
    values = iter(range(len(names)))
    assert "\x00" not in fill(text, lambda name: str(next(values)) if name in names else "\x00")
    assert next(values, None) is None
