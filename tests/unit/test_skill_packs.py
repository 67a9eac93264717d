"""Packs of skills that came as Python packages: read as data, beside ours, under one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copecli.core.errors import NothingFound
from copecli.system import loaders
from copecli.system.loaders import load_library, load_skill, skill_file, skill_ids
from copecli.system.paths import Paths
from copecli.system.skill_packs import pack_directories
from tests.hostile import GOOD

if TYPE_CHECKING:
    from pathlib import Path

NOWHERE = Paths("", "", "", "")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place where packages are installed."""
    place = tmp_path / "site"
    place.mkdir()
    monkeypatch.syspath_prepend(str(place))
    return place


def install(site: Path, name: str, entry: str, **skills: str) -> Path:
    """Install a pack whose code must never run, and return its folder of skills."""
    metadata = site / f"{name}-1.dist-info"
    metadata.mkdir()
    (metadata / "entry_points.txt").write_text(f"[console_scripts]\nx = y:z\n\n[copecli.skills]\n{entry}\n")
    folder = site / name / "skills"
    folder.mkdir(parents=True)
    for module in (site / name / "__init__.py", folder / "__init__.py"):
        module.write_text("raise SystemExit('it was run')")
    for skill_id, text in skills.items():
        (folder / f"{skill_id}.toml").write_text(text)
    return folder


def test_a_pack_stands_beside_ours_and_none_of_its_code_runs(site: Path) -> None:
    """It is in the library, can be started by name, and its names are offered as the nearest."""
    folder = install(site, "calm_pack", "calm = calm_pack.skills", lookout=GOOD)
    assert pack_directories() == (("calm", str(folder)),)
    assert load_library(NOWHERE).skills["lookout"].title == "Look"
    assert load_skill(NOWHERE, "lookout").title == "Look"
    assert "lookout" in skill_ids(NOWHERE)
    assert skill_file(NOWHERE, "lookout") == str(folder / "lookout.toml")


def test_an_id_that_is_taken_stays_ours_and_is_told(site: Path, tmp_path: Path) -> None:
    """Between two packs the first by name has it; one's own comes before all."""
    install(site, "a_pack", "a = a_pack.skills", stop=GOOD, both=GOOD)
    install(site, "b_pack", "b = b_pack.skills", both=GOOD.replace('"Look"', '"Other"'))
    library = load_library(NOWHERE)
    assert library.skills["stop"].title != "Look"
    assert library.skills["both"].title == "Look"
    told = [str(trouble) for trouble in library.refused]
    assert told == [
        "stop of the pack a was left out: there is one of that name. The others are there.",
        "both of the pack b was left out: there is one of that name. The others are there.",
    ]
    own = tmp_path / "config" / "skills"
    own.mkdir(parents=True)
    (own / "both.toml").write_text(GOOD.replace('"Look"', '"Mine"'))
    assert load_skill(Paths(str(own.parent), "", "", ""), "both").title == "Mine"


@pytest.mark.parametrize(
    "entry",
    ["x = no", "x = ../../etc", "x = /etc", "x = a:b", "x =", "= a", "x", "\x00 = \x00", "# a = b"],
)
def test_an_entry_that_leads_nowhere_is_no_pack(site: Path, entry: str) -> None:
    """Nothing outside of where packages lie is read."""
    install(site, "calm_pack", entry, lookout=GOOD)
    assert pack_directories() == ()
    with pytest.raises(NothingFound):
        load_skill(NOWHERE, "lookout")


def test_the_folder_that_somebody_stands_in_holds_no_packs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python looks for modules there; a downloaded folder must not bring exercises by being entered."""
    monkeypatch.syspath_prepend(str(tmp_path))
    install(tmp_path, "calm_pack", "calm = calm_pack.skills", lookout=GOOD)
    assert pack_directories() != ()
    monkeypatch.chdir(tmp_path)
    assert pack_directories() == ()


def test_packs_are_looked_for_only_where_a_name_is_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting one of our exercises waits for no search."""
    monkeypatch.setattr(loaders, "pack_directories", lambda: pytest.fail("packs were looked for"))
    assert load_skill(NOWHERE, "five-senses").id == "five-senses"
