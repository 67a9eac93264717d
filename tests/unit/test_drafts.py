"""Drafts come back letter by letter, and stay private."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.errors import NotSaved, Unreadable
from copecli.system import drafts
from copecli.system.paths import Paths, find
from tests.strategies import any_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Places of this test's own; nothing is there yet."""
    return find({}, str(tmp_path))


@given(texts=st.lists(any_text, min_size=1, max_size=3))
def test_a_draft_comes_back_letter_by_letter(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever was typed, lone surrogates and line ends of any kind among it; the latest text counts."""
    paths = find({}, str(tmp_path_factory.mktemp("any")))
    for text in texts:
        drafts.save(paths, "plan-coping", text)
        assert drafts.load(paths, "plan-coping") == text


def test_drafts_are_listed_until_they_are_dropped(paths: Paths) -> None:
    """By name, in order; dropping what is not there is fine."""
    assert drafts.names(paths) == ()
    for name in ("plan-people", "note", "plan-coping"):
        drafts.save(paths, name, "some words")
    assert drafts.names(paths) == ("note", "plan-coping", "plan-people")
    drafts.drop(paths, "note")
    drafts.drop(paths, "note")
    assert drafts.names(paths) == ("plan-coping", "plan-people")
    assert drafts.load(paths, "note") is None


def test_only_drafts_are_listed(paths: Paths) -> None:
    """Not a half-written one of a killed process, not a directory."""
    drafts.save(paths, "note", "some words")
    for name in (".cope-1-0a1b.tmp", "Not A Draft", "x" * 41):
        with open(os.path.join(paths.drafts, name), "w", encoding="utf-8"):
            pass
    os.mkdir(os.path.join(paths.drafts, "folder"))
    assert drafts.names(paths) == ("note",)


@pytest.mark.parametrize("name", ["", "../x", "a/b", "A", "a b", "x" * 41, "a.b", "é"])
def test_a_name_is_never_a_way_elsewhere(paths: Paths, name: str) -> None:
    """Names are ours, not the person's: another one is a fault of the program."""
    with pytest.raises(ValueError, match="not a draft's name"):
        drafts.save(paths, name, "")
    with pytest.raises(ValueError, match="not a draft's name"):
        drafts.load(paths, name)
    with pytest.raises(ValueError, match="not a draft's name"):
        drafts.drop(paths, name)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are other there")
def test_only_this_person_may_read_a_draft(paths: Paths) -> None:
    """Directory 0700, file 0600."""
    drafts.save(paths, "note", "some words")
    assert stat.S_IMODE(os.stat(paths.drafts).st_mode) == 0o700
    assert stat.S_IMODE(os.stat(os.path.join(paths.drafts, "note")).st_mode) == 0o600


def test_without_a_place_a_draft_is_refused_calmly() -> None:
    """The caller decides whether to say so."""
    nowhere = Paths("", "", "", "")
    with pytest.raises(NotSaved, match="Your draft could not be saved"):
        drafts.save(nowhere, "note", "some words")
    assert drafts.load(nowhere, "note") is None
    assert drafts.names(nowhere) == ()
    drafts.drop(nowhere, "note")


def test_a_draft_that_could_not_be_read_again_is_not_taken(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too long is said at once, and the shorter one before it stays."""
    monkeypatch.setattr(drafts, "LARGEST_DRAFT", 10)
    drafts.save(paths, "note", "0123456789")
    with pytest.raises(NotSaved, match="too long"):
        drafts.save(paths, "note", "01234567890")
    assert drafts.load(paths, "note") == "0123456789"


def test_damaged_letters_do_not_cost_the_others(paths: Paths) -> None:
    """What can be read of a draft is given back."""
    drafts.save(paths, "note", "some words")
    with open(os.path.join(paths.drafts, "note"), "ab") as file:
        file.write(b"\xff, more")
    assert drafts.load(paths, "note") == "some words\ufffd, more"


def test_a_draft_that_cannot_be_read_is_said_and_kept(paths: Paths) -> None:
    """With its file, so that it can be looked for by hand."""
    os.makedirs(os.path.join(paths.drafts, "note"))
    with pytest.raises(Unreadable, match="kept as it is") as caught:
        drafts.load(paths, "note")
    assert "note" in str(caught.value)
    with pytest.raises(NotSaved, match="could not be removed"):
        drafts.drop(paths, "note")
