"""What a crash may tell, and what it never tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copecli.system import crash

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PRIVATE = "a private word"


class PrivateError(Exception):
    """Says what a person wrote, in every way an error can."""

    def __str__(self) -> str:
        return PRIVATE

    __repr__ = __str__


def plain() -> None:
    """Raise it, with a local variable that holds it too."""
    written = PRIVATE
    raise PrivateError(written)


def caused() -> None:
    """Raise one because of another."""
    try:
        plain()
    except PrivateError as error:
        raise LookupError(PRIVATE) from error


def while_handling() -> None:
    """Raise one while another is handled."""
    try:
        plain()
    except PrivateError:
        dict[str, str]()[PRIVATE]


def many() -> None:
    """Raise several at once."""
    raise ExceptionGroup(PRIVATE, [PrivateError(PRIVATE), ValueError(PRIVATE)])


def turning_in_a_circle() -> None:
    """Raise two that are each other's cause."""
    one, other = ValueError(PRIVATE), KeyError(PRIVATE)
    one.__cause__, other.__cause__ = other, one
    raise one


def _raised(act: Callable[[], None]) -> BaseException:
    with pytest.raises(BaseException) as caught:  # noqa: PT011
        act()
    return caught.value


@pytest.mark.parametrize(
    ("act", "kinds"),
    [
        (plain, ["PrivateError"]),
        (caused, ["LookupError", "because of", "PrivateError"]),
        (while_handling, ["KeyError", "while handling", "PrivateError"]),
        (many, ["ExceptionGroup", "one of", "PrivateError", "ValueError"]),
        (turning_in_a_circle, ["ValueError", "because of", "KeyError"]),
    ],
)
def test_kinds_and_places_are_told_and_no_word(act: Callable[[], None], kinds: list[str]) -> None:
    """Every error of a chain is named with its file and line; no message, no value."""
    told = crash.redacted(_raised(act))
    assert all(kind in told for kind in kinds)
    assert f"tests/unit/test_crash.py:{act.__code__.co_firstlineno}"[:-2] in told
    assert "private word" not in told


def test_no_home_directory_is_told() -> None:
    """Of a path the last parts are enough; what stands before them may be a person's name."""
    told = crash.redacted(_raised(plain))
    assert all(line.count("/") < crash.LAST_PARTS for line in told.splitlines())


def test_an_endless_chain_is_cut() -> None:
    """The note stays short."""
    error: BaseException = ValueError()
    for _ in range(100):
        later = ValueError()
        later.__cause__ = error
        error = later
    assert crash.redacted(error).count("ValueError") == crash.LONGEST_CHAIN


def test_the_note_is_the_persons_alone_and_the_last_one(tmp_path: Path) -> None:
    """Mode 0600; the note before it is replaced."""
    path = tmp_path / "state" / "crash.log"
    assert crash.note(str(path), ValueError()) == str(path)
    assert crash.note(str(path), KeyError()) == str(path)
    assert "ValueError" not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_noted_nothing_is_said_of_a_note(tmp_path: Path) -> None:
    """A full or missing disk is no second crash."""
    (tmp_path / "file").write_text("")
    assert crash.note(str(tmp_path / "file" / "crash.log"), ValueError()) == ""
    assert crash.note("", ValueError()) == ""
    assert len(crash.sentences("")) == 3
    assert "somewhere" in crash.sentences("somewhere")[-1]
