"""Forgetting: what belongs to it goes, every copy of it, and nothing else does."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from copecli.core.checkin import CheckIn
from copecli.core.plan import COPING, Item, Plan
from copecli.core.settings import parse
from copecli.documents.text import plan_as_text
from copecli.system import config, drafts, plan_store
from copecli.system.forget import WHAT, forget
from copecli.system.journal import Journal
from copecli.system.paths import Paths, find

if TYPE_CHECKING:
    from pathlib import Path

PLAN = Plan().add(COPING, Item("a", "Make tea with the secret herb"))


def write(path: str, text: str = "x") -> None:
    """Make a file, and the folders above it."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def fill(paths: Paths) -> None:
    """Save something of everything."""
    stored = plan_store.save(paths, PLAN, plan_as_text, None)
    plan_store.save(paths, PLAN.add(COPING, Item("b", "Walk")), plan_as_text, stored.digest)
    journal = Journal(paths)
    journal.add(CheckIn(id=journal.new_id(), when=journal.now(), note="a secret note"))
    journal.close()
    settings = config.Config().with_value("country", parse("country", "IE"))
    config.save(paths, settings.with_value("skill-notes", ("stop: a secret note",)))
    write(f"{paths.config_file}{config.SET_ASIDE}1", 'skill-notes = ["stop: a secret note"')
    drafts.save(paths, "plan-coping", "a secret draft")
    drafts.save(paths, "check-in", "a secret draft")
    for place in (paths.data, paths.plan_history, paths.config, paths.state, paths.drafts, paths.cache):
        write(os.path.join(place, ".cope-1-abc.tmp"), "a secret half")
    write(os.path.join(paths.backups, "cope-2026-11-26.db"))
    write(os.path.join(paths.own_skills, "mine.toml"))
    write(os.path.join(paths.own_skills, "skills.md"))
    write(os.path.join(paths.own_skills, ".cope-coming", "half.toml"))
    write(os.path.join(paths.state, "crash.log"))
    write(f"{paths.journal_file}-journal", "")
    write(paths.skill_index)
    write(paths.first_file)


def files(paths: Paths) -> set[str]:
    """Return what lies in all places, by its name below home."""
    home = os.path.dirname(paths.data)
    return {
        os.path.relpath(os.path.join(place, name), home)
        for place, _below, names in os.walk(home)
        for name in names
    }


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A home with something of everything in it."""
    found = find({}, str(tmp_path / "home"))
    fill(found)
    return found


REST = {
    "config/config.toml", "config/config.lock", "config/skills/mine.toml", "config/skills/skills.md",
    "config/skills/.cope-coming/half.toml", "state/crash.log", "cache/skills.json", "cache/first",
    "data/plan.lock",
}  # fmt: skip
OF_THE_PLAN = {"data/plan.toml", "data/plan.txt", "state/drafts/plan-coping"}
OF_THE_JOURNAL = {
    "data/journal.db", "data/journal.db-journal", "state/drafts/check-in", "config/config.toml.kept-1",
}  # fmt: skip


def test_the_plan_goes_with_its_versions_drafts_and_copies(paths: Paths) -> None:
    """The journal and the settings stay; backups hold both, so they go."""
    done = forget(paths, "plan")
    assert files(paths) == REST | OF_THE_JOURNAL
    assert done.left == done.not_ours == ()
    assert not os.path.exists(paths.plan_history)
    assert plan_store.load(paths).plan == Plan()
    assert Journal(paths).count(CheckIn) == 1


def test_the_journal_goes_with_its_drafts_and_copies(paths: Paths) -> None:
    """The plan with all its versions stays."""
    forget(paths, "journal")
    (version,) = (name for name in files(paths) if "plan.history" in name)
    assert files(paths) == REST | OF_THE_PLAN | {version}
    assert Journal(paths).count(CheckIn) == 0
    assert len(plan_store.versions(paths)) == 1


def test_all_goes_and_no_folder_of_ours_stays(paths: Paths) -> None:
    """As if nothing had ever been there."""
    done = forget(paths, "all")
    assert files(paths) == set()
    assert os.listdir(os.path.dirname(paths.data)) == []
    assert done.removed >= 20
    assert done.left == done.not_ours == ()


@pytest.mark.parametrize("what", WHAT)
def test_no_word_is_left(what: str, paths: Paths) -> None:
    """Of what was forgotten no copy lies anywhere."""
    forget(paths, what)
    home = os.path.dirname(paths.data)
    kept = b""
    for name in files(paths):
        with open(os.path.join(home, name), "rb") as file:
            kept += file.read()
    assert (b"secret herb" in kept) == (what == "journal")
    assert (b"secret note" in kept) == (what == "plan")
    assert b"secret half" not in kept
    assert config.load(paths)[0].country == ("" if what == "all" else "IE")


def test_notes_in_settings_that_cannot_be_read_are_named(paths: Paths) -> None:
    """The settings stay as they are: one slip away from right."""
    write(paths.config_file, 'country = "IE"\nskill-notes = ["stop: mine"')
    assert forget(paths, "journal").left == (paths.config_file,)
    write(paths.config_file, 'country = "IE"\nskill-notes = "mine"')
    assert forget(paths, "journal").left == ()
    assert config.load(paths)[0].document == {"country": "IE", "skill-notes": []}


def test_what_is_not_ours_stays_and_is_named(paths: Paths) -> None:
    """In a folder that holds other things, too: only our own names go."""
    others = {
        "data/thesis.txt", "data/backups/holiday.zip", "data/plan.history/notes.md",
        "config/skills/readme.md", "config/other/x.conf", "state/drafts/.hidden", "cache/pictures/a.png",
    }  # fmt: skip
    home = os.path.dirname(paths.data)
    for name in others:
        write(os.path.join(home, name))
    done = forget(paths, "all")
    assert files(paths) == others
    assert {os.path.relpath(path, home) for path in done.not_ours} == {
        "data/thesis.txt", "data/backups", "data/plan.history", "config/skills", "config/other",
        "state/drafts", "cache/pictures",
    }  # fmt: skip


def test_forgetting_nothing_is_no_trouble(tmp_path: Path) -> None:
    """On a fresh home, and where there is no home at all, nothing is made and nothing is wrong."""
    paths = find({}, str(tmp_path / "fresh"))
    for what in WHAT:
        assert forget(paths, what).removed == 0
        assert forget(Paths("", "", "", ""), what).removed == 0
    assert not os.path.exists(tmp_path / "fresh")


@pytest.mark.skipif(sys.platform == "win32", reason="links need leave there")
def test_a_link_goes_with_what_it_leads_to(paths: Paths, tmp_path: Path) -> None:
    """That is where the words are; a link to a folder goes alone."""
    elsewhere = tmp_path / "kept-elsewhere.toml"
    os.replace(paths.plan_file, elsewhere)
    os.symlink(elsewhere, paths.plan_file)
    folder = tmp_path / "folder"
    write(str(folder / "inside"))
    os.unlink(paths.plan_text)
    os.symlink(folder, paths.plan_text)
    forget(paths, "plan")
    assert not elsewhere.exists()
    assert (folder / "inside").exists()
    assert not os.path.lexists(paths.plan_file)
    assert not os.path.lexists(paths.plan_text)


def test_what_cannot_be_removed_is_named_and_the_rest_goes(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file that refuses does not save the others."""
    real = os.unlink

    def unlink(path: str, **options: int) -> None:
        if path == paths.plan_text:
            raise PermissionError(13, "no", path)
        real(path, **options)

    monkeypatch.setattr(os, "unlink", unlink)
    done = forget(paths, "all")
    assert done.left == (paths.plan_text,)
    assert files(paths) == {"data/plan.txt"}
