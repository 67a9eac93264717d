"""Skill files from disk: a broken or hostile one is refused alone, in one sentence, and the others load."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tomli

from copecli import words
from copecli.core.errors import CopeError, NothingFound, Unreadable
from copecli.core.plan import KINDS, STEPS
from copecli.system import loaders
from copecli.system.content import content_path, skills_directory
from copecli.system.loaders import (
    load_library,
    load_ready,
    load_skill,
    load_skill_file,
    load_suggestions,
    skill_ids,
)
from copecli.system.paths import Paths
from tests.hostile import GOOD, WRONG, Wrong

if TYPE_CHECKING:
    from collections.abc import Callable


def write(path: Path, wrong: Wrong) -> None:
    """Write a file of the table."""
    path.write_bytes(wrong.text.encode(wrong.encoding))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A person's own directory of skills."""
    directory = tmp_path / "config" / "skills"
    directory.mkdir(parents=True)
    return directory


@pytest.fixture
def paths(own: Path) -> Paths:
    """The paths of that person."""
    return Paths(str(own.parent), "", "", "")


def refusal(path: Path) -> CopeError:
    """Return the refusal of a file."""
    with pytest.raises(CopeError) as caught:
        load_skill_file(str(path))
    return caught.value


# one file


def test_a_file_is_a_skill_whose_name_is_its_id(own: Path) -> None:
    """Nothing in the file repeats it."""
    (own / "look-here.toml").write_text(GOOD)
    skill = load_skill_file(str(own / "look-here.toml"))
    assert (skill.id, skill.title) == ("look-here", "Look")


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_file_is_refused_in_one_sentence_with_file_line_and_key(own: Path, wrong: Wrong) -> None:
    """And what is wrong with it, with the nearest right name where there is one."""
    write(own / "mine.toml", wrong)
    trouble = refusal(own / "mine.toml")
    place = f" ({wrong.where}" if wrong.where else ""
    assert str(trouble).startswith(f"The skill file mine.toml was left out{place}")
    assert f": {wrong.said}" in str(trouble)
    assert str(trouble).endswith(". The others are there.")
    assert str(trouble).isprintable()
    assert len(str(trouble)) < 600
    assert isinstance(trouble, Unreadable)


def test_a_hostile_text_is_shown_clean(own: Path) -> None:
    """Escapes in TOML's own notation are read, and dropped."""
    hostile = GOOD.replace("Look around", "a\\u001b[2J\\u009b\\u202eb\\U000e0041\\u2029c")
    (own / "mine.toml").write_text(hostile)
    skill = load_skill_file(str(own / "mine.toml"))
    assert (skill.summary, skill.steps[0].text) == ("a[2Jb c.", "a[2Jb\nc.")


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()])
def test_a_file_from_windows_is_read(own: Path, raw: bytes) -> None:
    """With its byte order mark and its line ends."""
    (own / "mine.toml").write_bytes(raw)
    assert load_skill_file(str(own / "mine.toml")).title == "Look"


def test_a_name_that_is_no_id_is_refused_and_shown_clean(own: Path) -> None:
    """A file's name can drive a terminal as well as its text."""
    (own / "My\x1b[31m Skill.toml").write_text(GOOD)
    sentence = str(refusal(own / "My\x1b[31m Skill.toml"))
    assert sentence.startswith(
        "The skill file My[31m Skill.toml was left out: a skill file's name is made of"
    )


def a_pipe(path: Path) -> None:
    """Make a named pipe that nobody writes into."""
    os.mkfifo(path)


def a_directory(path: Path) -> None:
    """Make a directory with a file's name."""
    path.mkdir()


def an_endless_device(path: Path) -> None:
    """Make a link to a file that never ends."""
    path.symlink_to("/dev/zero")


def a_link_to_nothing(path: Path) -> None:
    """Make a link to nothing."""
    path.symlink_to("nowhere.toml")


def a_link_to_itself(path: Path) -> None:
    """Make a link to itself."""
    path.symlink_to(path.name)


NO_FILES = [
    pytest.param(a_pipe, "it is not a plain file", id="pipe"),
    pytest.param(a_directory, "", id="directory"),
    pytest.param(an_endless_device, "it is not a plain file", id="endless device"),
    pytest.param(a_link_to_nothing, "no such file or directory", id="link to nothing"),
    pytest.param(a_link_to_itself, "", id="link to itself"),
]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and devices among its files")
@pytest.mark.parametrize(("make", "said"), NO_FILES)
def test_what_is_no_file_is_refused_and_nothing_hangs(
    own: Path, make: Callable[[Path], None], said: str
) -> None:
    """A pipe is not waited for, a device not read, a directory not entered."""
    make(own / "mine.toml")
    sentence = str(refusal(own / "mine.toml"))
    assert sentence.startswith(f"The skill file mine.toml was left out: {said}")


UNPARSED = {
    "40 KB dotted key",
    "15 KB dotted key",
    "dotted key behind a quoted =",
    "dotted key within a table",
}
UNPARSED |= {"megabyte", "page of Latin-1", "UTF-16"}


@pytest.mark.parametrize(
    "wrong", [wrong for wrong in WRONG if wrong.name in UNPARSED], ids=lambda wrong: wrong.name
)
def test_what_would_take_long_is_never_parsed(
    own: Path, wrong: Wrong, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work that a file can ask for is bounded before it begins."""
    monkeypatch.setattr("tomli.loads", lambda text: pytest.fail("the parser was called"))
    write(own / "mine.toml", wrong)
    refusal(own / "mine.toml")


def test_no_more_of_a_file_is_read_than_the_limit(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However large it is: here an hour's worth of disk, with holes."""
    with open(own / "mine.toml", "wb") as file:
        file.truncate(1 << 40)
    read = 0
    os_read = os.read

    def counted(descriptor: int, n: int) -> bytes:
        nonlocal read
        part = os_read(descriptor, n)
        read += len(part)
        return part

    monkeypatch.setattr(os, "read", counted)
    assert "it is too large" in str(refusal(own / "mine.toml"))
    assert read <= 256 * 1024 + 1


def test_a_refusal_is_in_the_persons_language(own: Path) -> None:
    """The reason within the sentence too."""
    (own / "mine.toml").write_text(GOOD.replace('"Look"', "5"))
    words.install(lambda text: text.replace("this should be text in quotes", "TEXT IN QUOTES"))
    try:
        assert "TEXT IN QUOTES" in str(refusal(own / "mine.toml"))
    finally:
        words.install(None)


# the library


def test_every_shipped_skill_loads(paths: Paths) -> None:
    """Each file in skills/, and none is refused."""
    library = load_library(paths)
    assert sorted(library.skills) == sorted(path.stem for path in Path(skills_directory()).glob("*.toml"))
    assert library.refused == ()


def test_a_persons_own_skill_lies_over_the_shipped_one(own: Path, paths: Paths) -> None:
    """By id; others stay."""
    (own / "stop.toml").write_text(GOOD)
    (own / "mine.toml").write_text(GOOD)
    library = load_library(paths)
    assert library.skills["stop"].title == library.skills["mine"].title == "Look"
    assert library.skills["five-senses"].title == "Five senses"
    assert load_skill(paths, "stop").title == "Look"


def test_one_broken_file_of_each_kind_leaves_the_library_whole(own: Path, paths: Paths) -> None:
    """Every file of the table at once, and what is no file; each is refused once, by its name."""
    for number, wrong in enumerate(WRONG):
        write(own / f"wrong-{number}.toml", wrong)
    broken = len(WRONG)
    if os.name != "nt":
        for number, case in enumerate(NO_FILES):
            make: Callable[[Path], None] = case.values[0]  # type: ignore[assignment]
            make(own / f"none-{number}.toml")
        broken += len(NO_FILES)
    (own / "good.toml").write_text(GOOD)
    library = load_library(paths)
    shipped = {path.stem for path in Path(skills_directory()).glob("*.toml")}
    assert set(library.skills) == shipped | {"good"}
    assert len({trouble.fields["file"] for trouble in library.refused}) == len(library.refused) == broken


def test_a_broken_file_of_ones_own_leaves_the_shipped_skill(own: Path, paths: Paths) -> None:
    """Help is not lost over a typing slip; the slip is told."""
    (own / "stop.toml").write_text("format = ")
    assert load_skill(paths, "stop").title == load_library(paths).skills["stop"].title != "Look"
    assert [trouble.fields["file"] for trouble in load_library(paths).refused] == ["stop.toml"]


def test_only_toml_files_are_looked_at(own: Path, paths: Paths) -> None:
    """No hidden ones, no backups of an editor."""
    for name in ("x.txt", "x.toml~", ".x.toml", "toml"):
        (own / name).write_text("format = ")
    assert load_library(paths).refused == ()


def test_more_files_than_anybody_has_are_not_all_looked_at(
    own: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A directory without end is left after so many names, and one with too many files is told."""
    for number in range(60):
        (own / f"x-{number}.toml").write_text("")
    for limit in ("MOST_FILES", "MOST_NAMES"):
        monkeypatch.setattr(loaders, limit, 30)
        refused = load_library(paths).refused
        assert len(refused) <= 32  # two directories
        assert limit != "MOST_FILES" or "only the first 30" in str(refused[-1])


def test_without_a_home_there_are_the_shipped_skills() -> None:
    """No directory of one's own is no trouble."""
    nowhere = Paths("", "", "", "")
    assert len(load_library(nowhere).skills) >= 14
    assert load_skill(nowhere, "stop").id == "stop"


# one skill by name


def test_loading_one_skill_reads_one_file(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting an exercise does not wait for the library."""
    parsed = 0
    loads = tomli.loads

    def counted(text: str) -> dict[str, object]:
        nonlocal parsed
        parsed += 1
        return loads(text)

    monkeypatch.setattr("tomli.loads", counted)
    load_skill(paths, "five-senses")
    assert parsed == 1
    assert "five-senses" in skill_ids(paths)
    assert parsed == 1


@pytest.mark.parametrize("typed", ["five-sences", "five_senses", "Five Senses", "senses"])
def test_an_unknown_name_is_answered_with_the_nearest(paths: Paths, typed: str) -> None:
    """One calm sentence, and exit code 4."""
    with pytest.raises(NothingFound) as caught:
        load_skill(paths, typed)
    assert str(caught.value).startswith(f"There is no exercise called “{typed}”. Near it: five-senses")


def test_a_name_like_none_is_answered_with_where_to_find_them(paths: Paths) -> None:
    """The whole list is one command away."""
    with pytest.raises(NothingFound) as caught:
        load_skill(paths, "zzzzzz")
    assert str(caught.value) == "There is no exercise called “zzzzzz”. `cope ground --list` shows them all."


@pytest.mark.parametrize(
    "typed", ["../stop", "/etc/passwd", "stop.toml", "", ".", "\x1b[2J", "stop\x00", "x" * 10_000]
)
def test_no_name_leads_out_of_the_directory_or_into_the_terminal(paths: Paths, typed: str) -> None:
    """What is no id is not looked for on the disk, and is shown clean and short."""
    with pytest.raises(NothingFound) as caught:
        load_skill(paths, typed)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


def test_no_name_reaches_a_file_outside_of_the_directory(own: Path, paths: Paths) -> None:
    """Not even one that is there, and a whole skill."""
    (own.parent / "outside.toml").write_text(GOOD)
    for typed in ("../outside", str(own.parent / "outside")):
        with pytest.raises(NothingFound):
            load_skill(paths, typed)


def test_a_file_whose_name_drives_a_terminal_is_not_offered_as_the_nearest(own: Path, paths: Paths) -> None:
    """Nor is anything else that could not be started by that name."""
    (own / "five-sense\x1b[31m.toml").write_text(GOOD)
    with pytest.raises(NothingFound) as caught:
        load_skill(paths, "five-sense")
    assert str(caught.value).isprintable()
    assert all(skill_id.isprintable() for skill_id in skill_ids(paths))


def test_ones_own_broken_skill_is_told_where_there_is_no_other(own: Path, paths: Paths) -> None:
    """Its file, line and key; exit code 3."""
    (own / "mine.toml").write_text(GOOD.replace('"Look"', "5"))
    with pytest.raises(Unreadable, match=r"mine\.toml was left out \(line 2, title\)"):
        load_skill(paths, "mine")


# suggestions


def test_suggestions_are_there_for_every_step_of_the_plan() -> None:
    """Text, and the id of a skill that exists, or nothing."""
    found = load_suggestions()
    assert set(found) == set(STEPS)
    shipped = {path.stem for path in Path(skills_directory()).glob("*.toml")}
    assert all(
        idea.text and (not idea.skill or idea.skill in shipped) and idea.kind in KINDS
        for rows in found.values()
        for idea in rows
    )


@pytest.mark.parametrize("text", ["[[coping]", "coping = 5\n", "[[coping]]\ntext = 5\n", None])
def test_damaged_suggestions_are_none_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None
) -> None:
    """The plan can be written without them."""
    if text is not None:
        (tmp_path / "suggestions.toml").write_text(text)
    monkeypatch.setattr(loaders, "content_path", lambda *parts: str(tmp_path.joinpath(*parts)))
    assert not any(load_suggestions().values())


@pytest.mark.parametrize("text", ["[[opener]", "format = 2\n", "format = 1\n[[opener]]\ntext = 5\n", None])
def test_damaged_sentences_for_talking_are_none_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None
) -> None:
    """Words are found without them."""
    assert load_ready()
    if text is not None:
        (tmp_path / "talk.toml").write_text(text)
    monkeypatch.setattr(loaders, "content_path", lambda *parts: str(tmp_path.joinpath(*parts)))
    assert load_ready() == ()


def test_the_content_lies_beside_the_code() -> None:
    """Found from any working directory."""
    assert Path(content_path("suggestions.toml")).is_file()
    assert Path(content_path()).is_absolute()
