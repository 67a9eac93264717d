"""Every sentence passes through one door, so that a translation reaches all of them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from copecli import words
from copecli.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Leave no translation behind for the tests that follow."""
    yield
    words.install(None)


def test_without_a_translation_a_sentence_is_itself() -> None:
    """English needs nothing installed."""
    assert _("You're here.") == "You're here."


def test_a_translation_reaches_every_sentence_from_then_on_and_can_be_taken_away() -> None:
    """What is installed words what follows, and None is English again."""
    words.install(str.upper)
    assert _("Go on") == "GO ON"
    words.install(None)
    assert _("Go on") == "Go on"


def test_a_marked_sentence_is_not_worded_where_it_is_declared() -> None:
    """N_ marks for the translators only; the face that shows it calls _()."""
    words.install(str.upper)
    assert N_("Go on") == "Go on"


def test_speaking_english_loads_no_gettext() -> None:
    """Gettext costs almost a whole bare interpreter start, and English does without it."""
    code = "import sys, copecli.words; print('gettext' in sys.modules, 'typing' in sys.modules)"
    found = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]
