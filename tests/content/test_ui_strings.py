"""Every sentence of the program itself: wording, reading grade, and that a translator can reach it.

The sentences are collected from the source: what is handed to `_()` and `N_()`, what an error says, and any
other text that looks like a sentence. So is what the data files in `content/` say to a person.
"""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from copecli import first_words
from copecli.core.readability import CRISIS, EVERYDAY, FEWEST_WORDS, Limits, measure_lines, troubles
from copecli.core.wording import check
from copecli.system.content import content_path
from copecli.system.rules import wording_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SRC = Path(__file__).parents[2] / "src" / "copecli"
RULES = wording_rules()
MARKS = {"_", "N_"}
ERROR = "CopeError"
ERROR_PARTS = {"what", "safe", "do"}

CRISIS_MODULES = {
    "core/after.py",
    "core/care_words.py",
    "core/helpnow.py",
    "core/lines_page.py",
    "core/opening.py",
    "core/people_words.py",
    "core/reach.py",
    "core/talk_end.py",
    "core/talk_words.py",
    "core/walk_frame.py",
    "core/wave_frame.py",
    "tui/screens/player_words.py",
}
"""Modules whose sentences are read in a crisis; first_words has a test of its own."""

SPOKEN_KEYS = {"cost", "deaf_access", "for_whom", "found", "hours", "note", "phone_note", "says", "text"}
"""Keys of the data files whose text is ours and is shown to a person."""


def errors_of(trees: Iterable[ast.Module]) -> set[str]:
    """Return the names of the classes that come from CopeError, however far."""
    parents = {
        node.name: {_name(base) for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {ERROR}
    while more := {name for name, bases in parents.items() if bases & found} - found:
        found |= more
    return found


def sentences_of(tree: ast.Module, errors: set[str]) -> list[str]:
    """Return the literal sentences of a module that a person may meet, in the order of the source."""
    found: dict[tuple[int, int], str] = {}
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) in docstrings:
            continue
        for part in [*_said(node, errors), node]:
            if not isinstance(part, ast.Constant) or not isinstance(part.value, str):
                continue
            if part is not node or _looks_like_a_sentence(part.value):
                found[part.lineno, part.col_offset] = part.value
    return [found[place] for place in sorted(found)]


def _said(node: ast.AST, errors: set[str]) -> Iterator[ast.expr]:
    """Yield what a call marks as a sentence, or what it hands to an error."""
    if isinstance(node, ast.Call) and _name(node.func) in MARKS | errors:
        yield from node.args[:1]
        yield from (keyword.value for keyword in node.keywords if keyword.arg in ERROR_PARTS)


def _looks_like_a_sentence(text: str) -> bool:
    return text[:1].isupper() and text[1:2] not in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" and len(text.split()) > 2


def unreachable_in(tree: ast.Module) -> list[str]:
    """Return each call that translates a sentence put together first, or that marks one not written out."""
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and any(_unreachable(_name(node.func), part) for part in node.args)
    ]


def _unreachable(function: str, part: ast.expr) -> bool:
    filled = isinstance(part, ast.Call) and _name(part.func) in {"format", "join"}
    if function == "N_":
        return not isinstance(part, ast.Constant)
    return function == "_" and (filled or isinstance(part, ast.JoinedStr | ast.BinOp))


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


TREES = {
    path.relative_to(SRC).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(SRC.rglob("*.py"))
}
ERRORS = errors_of(TREES.values())
SAID = {module: found for module, tree in TREES.items() if (found := sentences_of(tree, ERRORS))}
DATA = sorted(path for path in Path(content_path()).rglob("*.toml") if path.name != "wording.toml")


def spoken(value: object, key: str = "") -> Iterator[str]:
    """Yield the texts of a parsed data file that are ours and are shown to a person."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from spoken(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from spoken(inner, key)
    elif isinstance(value, str) and key in SPOKEN_KEYS:
        yield value


def faults(texts: Iterable[str]) -> list[str]:
    """Return what the wording rules find fault with."""
    return [f"{f.rule}: {f.word!r} in {text!r}: {f.prefer}" for text in texts for f in check(text, RULES)]


def too_hard(texts: Iterable[str], limits: Limits) -> list[str]:
    """Return what is harder to read than `limits`."""
    return [str(trouble) for trouble in troubles(texts, limits)]


@pytest.mark.parametrize("module", SAID)
def test_the_program_words_things_with_care(module: str) -> None:
    """No sentence of a module orders, promises, judges, shouts, or names what should not be named."""
    assert faults(SAID[module]) == []


@pytest.mark.parametrize("module", SAID)
def test_the_program_is_easy_to_read(module: str) -> None:
    """Each module is at grade 6 or below (5 in a crisis), and no sentence is longer than 20 words (12)."""
    assert too_hard(SAID[module], CRISIS if module in CRISIS_MODULES else EVERYDAY) == []


def test_modules_that_say_little_are_easy_to_read_together() -> None:
    """A few labels have no grade worth the name, so they are pooled."""
    few = [text for texts in SAID.values() if measure_lines(texts).words < FEWEST_WORDS for text in texts]
    assert measure_lines(few).words >= FEWEST_WORDS
    assert too_hard(few, EVERYDAY) == []


@pytest.mark.parametrize("command", first_words.LINES)
def test_the_very_first_words_are_short_and_careful(command: str) -> None:
    """They are read by whoever can read least."""
    lines = first_words.LINES[command]
    assert faults(lines) == []
    assert too_hard(lines, CRISIS) == []
    assert measure_lines(lines).grade <= CRISIS.grade
    assert max(measure_lines([line]).words for line in lines) <= 8


@pytest.mark.parametrize("module", TREES)
def test_a_translator_can_reach_every_marked_sentence(module: str) -> None:
    """What is handed to `_()` is one whole sentence with {fields}, not one put together."""
    assert unreachable_in(TREES[module]) == []


@pytest.mark.parametrize("path", DATA, ids=[path.name for path in DATA])
def test_the_data_words_things_with_care(path: Path) -> None:
    """What a data file says to a person keeps to the wording rules, and its sentences are short."""
    texts = list(spoken(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert faults(texts) == []
    assert too_hard(texts, EVERYDAY) == []


def test_the_data_is_easy_to_read_together() -> None:
    """The notes of all crisis lines have a grade of 6 or below, as one text."""
    notes = [text for path in DATA for text in spoken(tomllib.loads(path.read_text(encoding="utf-8")))]
    assert measure_lines(notes).words >= FEWEST_WORDS
    assert measure_lines(notes).grade <= EVERYDAY.grade


def test_the_crisis_modules_are_there() -> None:
    """A module that is renamed does not slip out of the stricter limits."""
    assert set(SAID) >= CRISIS_MODULES


def test_the_collector_finds_what_a_person_may_meet() -> None:
    """Marked sentences, those written in pieces, and the parts of an error and of its children are found."""
    tree = ast.parse(
        "class Lost(Unreadable): ...\n"
        "class Unreadable(CopeError): ...\n"
        "a = _('One.')\n"
        "b = words.N_('Two ' 'parts.')\n"
        "raise Lost('Three.', safe=N_('Four.'), do='Five.', path='six')\n"
        "def f():\n    'Not this docstring of it.'\n    return _(variable), 'nor this', ['Six in a list.']\n"
    )
    assert sentences_of(tree, errors_of([tree])) == [
        *("One.", "Two parts.", "Three.", "Four.", "Five.", "Six in a list."),
    ]


def test_the_collector_finds_the_sentences_of_this_program() -> None:
    """The checks above have something to check, in every part that speaks."""
    assert {module.split("/")[0] for module in SAID} >= {"core", "system", "documents", "cli", "tui"}
    assert sum(map(len, SAID.values())) > 200
    assert "Unreadable" in ERRORS


@pytest.mark.parametrize(
    "text",
    ["Great job!", "You must choose.", "This will help.", "Invalid input.", "Are you sure?", "Just wait."],
)
def test_a_careless_sentence_would_be_found(text: str) -> None:
    """One bad sentence in a module is enough."""
    tree = ast.parse(f"a = _('Go on.')\nb = N_({text!r})")
    assert faults(sentences_of(tree, ERRORS)) != []


@pytest.mark.parametrize(
    "texts",
    [
        ["It goes on and on and on, " * 4],
        ["Configuration initialisation unavailable."],
        ["The considerable deliberation of representatives continues."] * 20,
    ],
    ids=["long", "long words", "grade"],
)
def test_a_hard_sentence_would_be_found(texts: list[str]) -> None:
    """Length, long words and the grade of the whole are each seen."""
    assert too_hard(texts, EVERYDAY) != []


@pytest.mark.parametrize(
    "source", ["_(f'{name} is here')", "_('one ' + two)", "_('{n}'.format(n=1))", "N_(variable)"]
)
def test_a_sentence_that_no_translator_can_reach_would_be_found(source: str) -> None:
    """A sentence that is put together first has no translation."""
    assert unreachable_in(ast.parse(source)) != []
