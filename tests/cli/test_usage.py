"""What is typed wrong: one calm sentence with the nearest right word, and exit code 2."""

from __future__ import annotations

import pytest

from copecli.cli.table import COMMANDS, GLOBAL, LISTED
from copecli.core.errors import NOTHING_FOUND, OK, USAGE
from tests.cli.stage import cope


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("grund",), "`cope ground`"),
        (("plan", "shwo"), "`cope plan show`"),
        (("xyzzy",), "`cope --help` lists them."),
        (("ground", "--lst"), "--list"),
        (("ground", "--zzzzzz"), "`cope --help` says more."),
        (("--plane", "now"), "--plain"),
        (("ground", "five-senses", "stop"), "“stop”"),
        (("now", "please"), "“please”"),
        (("ground", "--minutes"), "--minutes"),
        (("ground", "--minutes", "soon"), "1 to 240"),
        (("ground", "--minutes", "-3"), "--minutes"),
        (("ground", "--minutes", "nan"), "1 to 240"),
        (("ground", "--for", ""), "--for"),
        (("--data-dir", "", "now"), "--data-dir"),
        (("--json=3", "lines"), "--json"),
        (("plan", "show", "--section", "9"), "“9”"),
        (("plan", "print", "--width", "3"), "20 to 200"),
        (("do",), "Which exercise?"),
        (("config", "get"), "Which setting?"),
        (("config", "set", "motion"), "A value is missing"),
        (("config", "set", "motion", "lots"), "motion"),
        (("config", "set", "motion", "less", "--no-sav"), "--no-save"),
        (("data", "everywhere"), "`cope data where`"),
    ],
)
def test_a_slip_is_answered_with_the_nearest_right_word(words: tuple[str, ...], says: str) -> None:
    """One line on stderr, nothing on stdout."""
    done = cope(*words)
    assert (done.code, done.out) == (USAGE, "")
    assert says in done.talk
    assert done.talk.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("ground", "five-sences"), "five-senses"),
        (("do", "nothing-like-it"), "There is no exercise"),
        (("ground", "--for", "nmb"), "numb"),
        (("ground", "--list", "--for", "purple"), "“purple”"),
        (("lines", "Irland"), "Ireland"),
        (("config", "get", "moton"), "motion"),
        (("config", "set", "country", "Atlantis"), "No country"),
        (("config", "set", "pinned", "five-sences"), "five-senses"),
        (("plan", "show"), "`cope plan`"),
        (("plan", "print"), "`cope plan`"),
        (("plan", "history"), "no older versions"),
        (("plan", "restore"), "no older versions"),
    ],
)
def test_what_is_not_there_is_said_with_what_is_near(words: tuple[str, ...], says: str) -> None:
    """An unknown name and a plan that does not exist yet have an exit code of their own."""
    done = cope(*words)
    assert (done.code, done.out) == (NOTHING_FOUND, "")
    assert says in done.talk
    assert done.talk.count("\n") == 1


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "\udcff", "a\u202eb", "x" * 5000])
def test_a_hostile_word_cannot_steer_the_terminal(hostile: str) -> None:
    """It comes back cleaned and cut, or not at all."""
    for words in (
        ("ground", hostile),
        (hostile,),
        ("now", hostile),
        ("lines", hostile),
        (f"--{hostile}", "now"),
    ):
        done = cope(*words)
        assert done.code in (USAGE, NOTHING_FOUND)
        assert all(c == "\n" or c.isprintable() for c in done.talk)
        assert len(done.talk) < 400


@pytest.mark.parametrize(
    "option", [name for found in GLOBAL for name in found.names if name.startswith("--")]
)
def test_a_global_option_stands_before_or_after_the_command(option: str) -> None:
    """Either way the same is printed."""
    value = ["elsewhere"] if option == "--data-dir" else []
    before, after = cope(option, *value, "keys"), cope("keys", option, *value)
    assert before.code == after.code == OK
    assert before.out == after.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command.words) or "cope")
def test_every_command_explains_itself(command: object) -> None:
    """`-h` prints what it does, whatever else stands there, in short lines."""
    words = command.words  # type: ignore[attr-defined]
    for asked in ((*words, "-h"), ("--help", *words), ("help", *words)):
        done = cope(*asked)
        assert (done.code, done.talk) == (OK, "")
        assert max(map(len, done.lines)) <= 80
        assert "--plain" in done.out


def test_an_option_may_stand_between_words() -> None:
    """Even in the middle of a value."""
    assert cope("config", "set", "leave-out", "cold", "--no-color", "tensing").code == OK
    assert cope("config", "get", "leave-out").out == "cold tensing\n"


def test_the_help_names_every_command() -> None:
    """Nothing that can be done is hidden."""
    out = cope("-h").out
    assert all(f"cope {' '.join(command.words)}" in out for command in LISTED)


def test_the_version_is_one_line() -> None:
    """For an issue, or a script."""
    done = cope("--version")
    assert (done.code, len(done.lines)) == (OK, 1)
    assert done.out.startswith("copecli ")
    assert cope("now", "--version").out == done.out
