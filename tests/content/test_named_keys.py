"""No sentence names a key that a person may have changed: the key in force fills a {place}."""

from __future__ import annotations

import ast
import re

import pytest

from copecli.core.key_words import PLACES

from .test_ui_strings import SAID, TREES

GROUPS = {group.upper() for group, _words in PLACES}

NEVER_CHANGED = {"h"}
"""Help now; beside it Enter, Esc, F1 and Ctrl, which are no single letters."""
LETTER_ALONE = re.compile(r"(?<![\w’'{/<`+.-])[b-zB-HJ-Z](?![\w’'}-])")
"""A letter that stands by itself, but no article and no “I”; /q and the like are words of free text."""
ABOUT_SKILLS = {"core/skill_review.py", "core/skill_schema.py", "cli/skill_shown.py"}
"""For who writes an exercise: grades and seconds."""


def keys_named(sentence: str) -> set[str]:
    """Return the letters that a sentence names; examples after “such as:” are none."""
    return set(LETTER_ALONE.findall(re.sub(r"[Ss]uch as: .*", "", sentence))) - NEVER_CHANGED


@pytest.mark.parametrize("module", sorted(SAID.keys() - ABOUT_SKILLS))
def test_no_sentence_names_a_key_that_can_be_changed(module: str) -> None:
    """Not the key that the program comes with: it may be another one by now."""
    assert {sentence: found for sentence in SAID[module] if (found := keys_named(sentence))} == {}


@pytest.mark.parametrize("sentence", ["q leaves.", "Up, then m: more.", "Enter goes on. b: back."])
def test_the_check_sees_a_key_that_is_named(sentence: str) -> None:
    """At the beginning, in the middle, before a colon."""
    assert keys_named(sentence)


FACES = {module: tree for module, tree in TREES.items() if module.startswith(("tui/", "cli/"))}


@pytest.mark.parametrize("module", FACES)
def test_a_face_knows_keys_from_the_keymap_only(module: str) -> None:
    """Of the table it takes the names of groups; it compares no key with a letter, and has no `key_x`."""
    assert own_keys(FACES[module]) == []


def own_keys(tree: ast.Module) -> list[str]:
    """Return what in a module reads keys past the keymap."""
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "copecli.core.actions":
            found += [name.name for name in node.names if name.name not in {*GROUPS, "Action"}]
        elif isinstance(node, ast.FunctionDef) and re.fullmatch("key_[a-z0-9]", node.name):
            found.append(node.name)
        elif isinstance(node, ast.Compare) and re.match(r"event\.(key|character)\b", ast.unparse(node.left)):
            letters = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
            found += [str(letter) for letter in letters if len(str(letter)) == 1]
    return found


@pytest.mark.parametrize(
    "source",
    [
        "from copecli.core.actions import ACTIONS",
        "def key_g(self): pass",
        "if event.key in ('b', 'left'): pass",
    ],
)
def test_the_check_sees_a_key_of_a_face_s_own(source: str) -> None:
    """Each way past the keymap."""
    assert own_keys(ast.parse(source))
