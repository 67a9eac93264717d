"""The index of skill files: quick lists, and never a word that no longer stands in a file."""

from __future__ import annotations

import json
import os
from pathlib import Path
from zlib import crc32

import pytest

from copecli.core.catalogue import Wish, offered
from copecli.core.skill import STATES, Outline, Skill
from copecli.desk import Desk
from copecli.system import loaders
from copecli.system.loaders import Library, load_library
from copecli.system.paths import Paths, find

LONG_AGO = 1_700_000_000


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The paths of a person with one exercise of their own, written long ago."""
    made = find({"COPECLI_HOME": str(tmp_path)}, None)
    own = Path(made.own_skills)
    own.mkdir(parents=True)
    write(own / "mine.toml", "Look around")
    return made


def write(path: Path, title: str, changed: int = LONG_AGO) -> None:
    """Write a skill of that title."""
    head = f'format = 1\ntitle = "{title}"\nfamily = "grounding"\nsummary = "Look."\nstates = ["numb"]\n'
    path.write_text(head + '[[steps]]\nkind = "say"\ntext = "Look."\nchannel = "sight"\n')
    os.utime(path, (changed, changed))


def reads(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> tuple[Library, list[str]]:
    """Return the library, and the ids of the files that were read for it."""
    read: list[str] = []
    load = loaders.load_skill_file

    def counted(path: str) -> Skill:
        read.append(os.path.basename(path).removesuffix(".toml"))
        return load(path)

    with monkeypatch.context() as patched:
        patched.setattr(loaders, "load_skill_file", counted)
        return load_library(paths, saving=True), read


@pytest.fixture
def indexed(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The same, with an index of every file."""
    monkeypatch.setattr("copecli.system.skill_index.SETTLED_NS", -(10**18))  # a checkout is newer than that
    _library, read = reads(paths, monkeypatch)
    assert len(read) > 100
    return paths


def test_what_is_indexed_is_read_no_more_and_says_the_same(
    indexed: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every field but the words of the steps; and each list comes in the same order."""
    library, read = reads(indexed, monkeypatch)
    whole = {skill_id: loaders.load_skill(indexed, skill_id) for skill_id in library.skills}
    assert read == []
    for skill_id, skill in library.skills.items():
        assert not skill.whole
        for name in Skill.__slots__:
            if name != "steps":
                assert getattr(skill, name) == getattr(whole[skill_id], name), (skill_id, name)
    for state in STATES:
        for without in (frozenset[str](), frozenset({"sight", "movement"})):
            wish = Wish(state=state, left_out_channels=without)
            listed = [skill.id for skill in offered(library.skills.values(), wish)]
            assert listed == [skill.id for skill in offered(whole.values(), wish)]


def test_a_file_that_changed_came_or_went_is_seen(indexed: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its size or its time; nothing else is read for it."""
    own = Path(indexed.own_skills)
    write(own / "mine.toml", "Look aroundx", LONG_AGO)
    library, read = reads(indexed, monkeypatch)
    assert (library.skills["mine"].title, read) == ("Look aroundx", ["mine"])
    write(own / "mine.toml", "Look aroundy", LONG_AGO + 1)
    library, read = reads(indexed, monkeypatch)
    assert (library.skills["mine"].title, read) == ("Look aroundy", ["mine"])
    write(own / "other.toml", "Another")
    assert reads(indexed, monkeypatch)[1] == ["other"]
    (own / "other.toml").unlink()
    library, read = reads(indexed, monkeypatch)
    assert ("other" in library.skills, read) == (False, [])


def test_a_file_that_was_changed_a_moment_ago_is_read_again(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second change within the same tick of the clock would not be seen."""
    monkeypatch.setattr("copecli.system.skill_index.SETTLED_NS", 10**14)  # a day: nobody is so slow
    (Path(paths.own_skills) / "mine.toml").touch()
    for _again in range(2):
        assert "mine" in reads(paths, monkeypatch)[1]


def test_a_file_that_was_refused_is_told_each_time(indexed: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index holds what could be read."""
    (Path(indexed.own_skills) / "bad.toml").write_text("format = ")
    for _again in range(2):
        library, read = reads(indexed, monkeypatch)
        assert [trouble.fields["file"] for trouble in library.refused] == ["bad.toml"]
        assert read == ["bad"]


@pytest.mark.skipif(os.name == "nt", reason="no links there")
def test_a_link_in_the_place_of_a_file_is_read(indexed: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size and time are another file's to change."""
    own = Path(indexed.own_skills)
    (own / "mine.toml").rename(own.parent / "elsewhere.toml")
    (own / "mine.toml").symlink_to(own.parent / "elsewhere.toml")
    assert reads(indexed, monkeypatch)[1] == ["mine"]


def with_sum(body: bytes) -> bytes:
    """Return an index file of that content, whose sum is right."""
    return b"%08x\n%b" % (crc32(body), body)


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff\x00",
        b"00000000\n{}",
        with_sum(b"[" * 100_000),
        with_sum(b"[]"),
        with_sum(b'{"reader": 1, "files": 2}'),
    ],
)
def test_a_damaged_index_is_made_anew(
    indexed: Paths, monkeypatch: pytest.MonkeyPatch, damaged: bytes
) -> None:
    """Whatever stands in it; the next time nothing is read."""
    Path(indexed.skill_index).write_bytes(damaged)
    library, read = reads(indexed, monkeypatch)
    assert len(read) == len(library.skills) > 100
    assert reads(indexed, monkeypatch)[1] == []


def test_entries_of_a_wrong_shape_and_a_flipped_letter_are_not_believed(
    indexed: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry alone is read again; a file with another sum is not looked into."""
    place = Path(indexed.skill_index)
    held = json.loads(place.read_bytes().partition(b"\n")[2])
    first, second, *_others = held["files"]
    held["files"][first][2]["steps"] = 5
    held["files"][second] = None
    place.write_bytes(with_sum(json.dumps(held).encode()))
    assert len(reads(indexed, monkeypatch)[1]) == 2
    place.write_bytes(place.read_bytes().replace(b"Look around", b"Look  round"))
    library, read = reads(indexed, monkeypatch)
    assert library.skills["mine"].title == "Look around"
    assert len(read) > 100


def test_another_version_reads_for_itself(indexed: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may refuse what this one took."""
    monkeypatch.setattr("copecli.__version__", "9.9")
    assert len(reads(indexed, monkeypatch)[1]) > 100


def test_without_saving_no_index_is_written(paths: Paths) -> None:
    """Nor where there is no place for it."""
    load_library(paths)
    assert not os.path.exists(paths.skill_index)
    assert len(load_library(Paths("", "", "", ""), saving=True).skills) > 100


def test_what_is_played_is_read_whole(indexed: Paths) -> None:
    """A list has no words to play; the session has."""
    desk = Desk.open({"COPECLI_HOME": str(Path(indexed.own_skills).parent.parent)})
    listed = desk.library().skills["mine"]
    assert isinstance(listed.steps[0], Outline)
    assert desk.session(listed).skill.steps[0].text == "Look."
    assert desk.skill("mine").whole
