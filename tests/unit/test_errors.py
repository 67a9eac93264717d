"""Errors are calm and whole: what happened, what is safe, what can be done."""

from __future__ import annotations

import pytest

from copecli.core.errors import CopeError, Locked, NothingFound, NotSaved, Unreadable, UsageProblem


def test_an_error_says_what_happened_what_is_safe_and_what_to_do_in_this_order() -> None:
    """The three parts make one message, with the fields filled in."""
    error = CopeError("The disk of {whom} is full.", safe="It is safe.", do="Free some space.", whom="yours")
    assert str(error) == "The disk of yours is full. It is safe. Free some space."


def test_a_part_that_is_not_there_leaves_no_gap() -> None:
    """An error with nothing to do says only what happened."""
    assert str(CopeError("It broke.", do="You could try again.")) == "It broke. You could try again."
    assert str(CopeError("It broke.")) == "It broke."


def test_the_sentence_is_translated_before_its_fields_are_filled_in() -> None:
    """A translator sees message ids only, never a person's own words."""
    seen: list[str] = []

    def translate(text: str) -> str:
        seen.append(text)
        return text.replace("There is no", "Es gibt kein")

    error = NothingFound("There is no {name}.", do="Near it: {near}.", name="stpo", near="stop")
    assert error.sentence(translate) == "Es gibt kein stpo. Near it: stop."
    assert seen == ["There is no {name}.", "Near it: {near}."]


def test_braces_in_a_field_are_left_as_they_are() -> None:
    """What a file or a person wrote is never taken for a placeholder."""
    assert str(CopeError("Not known: {name}.", name="{do} {0} {{x")) == "Not known: {do} {0} {{x."


@pytest.mark.parametrize(
    ("kind", "code"),
    [(CopeError, 1), (UsageProblem, 2), (Unreadable, 3), (NothingFound, 4), (Locked, 5), (NotSaved, 1)],
)
def test_each_kind_of_error_has_the_exit_code_of_the_contract(kind: type[CopeError], code: int) -> None:
    """0 ok, 1 unexpected, 2 usage, 3 data unreadable, 4 nothing found, 5 locked."""
    assert kind("It broke.").exit_code == code


def test_an_error_can_be_raised_and_caught_as_one_family() -> None:
    """One handler at the top of the program is enough."""
    with pytest.raises(CopeError, match="The plan cannot be read"):
        raise Unreadable("The plan cannot be read.")
