"""`cope skills new|check|add|remove`: exercises of one's own."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from copecli.core.errors import NOTHING_FOUND, OK, UNEXPECTED, USAGE, NotSaved
from copecli.system import files, skill_taking
from copecli.system.rules import wording_rules
from tests.cli.stage import cope, desk
from tests.hostile import GOOD

DOC = Path(__file__).parents[2] / "docs" / "skills.md"
STEPS_OF_THE_DOCUMENT = re.findall(r"```toml\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
FINE = STEPS_OF_THE_DOCUMENT[0]
LOUD = FINE.replace("Pick any colour.", "Well done!")


def own(skill_id: str) -> Path:
    """Return where the person's file of that id lies."""
    return Path(desk().paths.own_skills, f"{skill_id}.toml")


def pack(folder: Path, **texts: str) -> str:
    """Write a folder of skill files, and return its path."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text)
    return str(folder)


def grave() -> str:
    """Return a file whose title a rule about ways of being hurt finds fault with; no example stands here."""
    rule = next(rule for rule in wording_rules() if rule.kind == "method")
    return str(FINE.replace("One colour", rule.catches[0]))


# new


def test_a_new_file_runs_and_has_no_fault() -> None:
    """It is written with the schema beside it, passes its own check, can be played, and is told where."""
    done = cope("skills", "new", "my-way")
    assert (done.code, done.lines) == (OK, [str(own("my-way"))])
    assert "cope skills check my-way" in done.talk
    assert own("my-way").with_name("skill.schema.json").is_file()
    guide = own("my-way").with_name("skills.md")
    assert guide.read_text().startswith("# Writing an exercise\n")
    assert "# skills.md, beside this file, shows each of them." in own("my-way").read_text()
    guide.write_text("# My own list\n")
    assert cope("skills", "new", "another").code == OK
    assert guide.read_text() == "# My own list\n"
    checked = cope("skills", "check", "my-way")
    assert checked.code == OK, checked.out
    assert checked.lines[-1] == "Files: 1. Nothing to mend."
    assert desk().skill("my-way").title == "My way"


def test_a_file_that_is_there_is_begun_anew_only_with_force() -> None:
    """What somebody wrote is not lost over a second call."""
    cope("skills", "new", "my-way")
    own("my-way").write_text(FINE)
    refused = cope("skills", "new", "my-way")
    assert refused.code != OK
    assert "It was left as it is." in refused.talk
    assert own("my-way").read_text() == FINE
    assert cope("skills", "new", "my-way", "--force").code == OK
    assert own("my-way").read_text() != FINE


@pytest.mark.parametrize("name", ["My Way", "../x", "x" * 41, "\x1b[2J"])
def test_a_name_that_cannot_be_an_id_is_told(name: str) -> None:
    """Before anything is written, and shown clean."""
    done = cope("skills", "new", name)
    assert done.code == USAGE
    assert "cannot be its name" in done.talk
    assert "\x1b" not in done.talk
    assert not own("x").parent.exists()


def test_an_editor_is_opened_where_it_is_asked_and_the_file_looked_over(tmp_path: Path) -> None:
    """Its words go on as they are, no shell reads them, and what was typed is checked at once."""
    editor = tmp_path / "an editor"
    editor.write_text(f"#!{sys.executable}\nimport sys\nopen(sys.argv[2], 'w').write({LOUD!r})\n")
    editor.chmod(0o700)
    done = cope("skills", "new", "my-way", "--edit", types=(), environ={"EDITOR": f"'{editor}' --$(x)"})
    assert own("my-way").read_text() == LOUD
    assert done.code == UNEXPECTED
    assert "Well done!" in done.out


@pytest.mark.parametrize("editor", ["", "no-such-editor", "'", "false"])
def test_without_an_editor_the_file_is_there_and_named(editor: str) -> None:
    """One sentence, and the way to open it by hand."""
    done = cope("skills", "new", "my-way", "--edit", types=(), environ={"EDITOR": editor, "VISUAL": ""})
    assert done.code != OK
    assert f"You could open it yourself: {own('my-way')}" in done.talk.replace("\n", " ")
    assert own("my-way").is_file()


# check


@pytest.mark.parametrize("text", STEPS_OF_THE_DOCUMENT)
def test_each_step_of_the_document_is_without_a_fault(tmp_path: Path, text: str) -> None:
    """What docs/skills.md says can be saved and checked is clean."""
    (tmp_path / "one-colour.toml").write_text(text)
    done = cope("skills", "check", str(tmp_path / "one-colour.toml"))
    assert done.code == OK, done.out
    assert "One colour." in done.out


def test_a_check_names_file_line_key_and_the_nearest_word(tmp_path: Path) -> None:
    """Of every file, however many are broken; and for programs, too."""
    pack(tmp_path, a=FINE.replace("family", "famly"), b=LOUD, c=FINE, d="[[")
    done = cope("skills", "check", str(tmp_path))
    assert done.code == UNEXPECTED
    assert f"{tmp_path}/a.toml: line 3, famly: this key is not known; the nearest is family" in done.out
    assert re.search(r"b\.toml: line \d+, steps\[0\]\.text: “Well done!?”: .+ Rather: ", done.out)
    assert "c.toml" not in done.out
    assert "Files: 4. With something to mend: 3." in done.out
    assert '"key": "famly"' in cope("skills", "check", "--json", str(tmp_path)).out


def test_a_check_shows_what_a_person_would_see(tmp_path: Path) -> None:
    """Every screen down every way, other words for who leaves something out, and beats with their seconds."""
    (tmp_path / "a.toml").write_text(STEPS_OF_THE_DOCUMENT[2])
    shown = cope("skills", "check", str(tmp_path / "a.toml")).out
    for words in ("Your own breath is always fine.", "In, 3 s; Out, 5 s. Rounds: 6.", "Without sight:"):
        assert words in shown
    (tmp_path / "b.toml").write_text(STEPS_OF_THE_DOCUMENT[3])
    assert "[people: reach]" in cope("skills", "check", str(tmp_path / "b.toml")).out


def test_a_place_without_skill_files_is_told(tmp_path: Path) -> None:
    """A slip in a path passes for no clean check."""
    for place in (str(tmp_path), str(tmp_path / "none.toml")):
        done = cope("skills", "check", place)
        assert done.code == NOTHING_FOUND, done.talk


# add and remove


def test_a_pack_comes_in_with_yes_and_its_files_as_they_are(tmp_path: Path) -> None:
    """Without a terminal nothing comes in unless it is said so; each exercise is shown before."""
    there = pack(tmp_path / "pack", one=FINE, two=LOUD)
    asked = cope("skills", "add", there)
    assert asked.code == USAGE
    assert "one: One colour." in asked.out
    assert "Well done" in asked.out
    assert not own("one").exists()
    assert cope("skills", "add", there, "--yes").code == OK
    assert (own("one").read_text(), own("two").read_text()) == (FINE, LOUD)


@pytest.mark.parametrize(("typed", "there"), [("1", False), ("2", True), ("q", False)])
def test_on_a_terminal_it_asks_first(tmp_path: Path, typed: str, there: bool) -> None:
    """Leaving it is the first answer."""
    cope("skills", "add", pack(tmp_path / "pack", one=FINE), types=[typed])
    assert own("one").exists() is there


@pytest.mark.parametrize("bad", ["[[", FINE.replace("family", "famly"), "grave"])
def test_one_file_that_may_not_come_in_keeps_all_of_the_pack_out(tmp_path: Path, bad: str) -> None:
    """Of another format, or naming a way to be hurt: also with --yes."""
    there = pack(tmp_path / "pack", one=FINE, two=grave() if bad == "grave" else bad)
    done = cope("skills", "add", there, "--yes")
    assert done.code == UNEXPECTED
    assert "two.toml" in done.out
    assert not own("one").exists()


def test_what_would_be_replaced_is_said(tmp_path: Path) -> None:
    """One's own of that name, and ours."""
    own("one").parent.mkdir(parents=True)
    own("one").write_text(LOUD)
    shown = cope("skills", "add", pack(tmp_path / "pack", one=FINE, stop=FINE)).out
    assert "It replaces yours of that name." in shown
    assert "It is shown in place of ours of that name." in shown


def test_a_disk_that_fills_up_midway_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the pack is there, and the file that it would replace is; so with a folder in the way."""
    own("one").parent.mkdir(parents=True)
    own("one").write_text(LOUD)
    write = files.atomic_write

    def full(path: str, data: bytes, thing: str) -> None:
        if path.endswith("three.toml"):
            raise NotSaved("It is full.")
        write(path, data, thing)

    monkeypatch.setattr(skill_taking, "atomic_write", full)
    done = cope("skills", "add", pack(tmp_path / "pack", one=FINE, three=FINE, a=FINE), "--yes")
    assert done.code != OK
    assert own("one").read_text() == LOUD
    assert not own("a").exists()
    monkeypatch.setattr(skill_taking, "atomic_write", write)
    own("three").mkdir()
    assert cope("skills", "add", str(tmp_path / "pack"), "--yes").code != OK
    assert own("one").read_text() == LOUD
    assert sorted(os.listdir(own("one").parent)) == ["one.toml", "three.toml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_no_link_and_no_pipe_in_a_pack_is_followed(tmp_path: Path) -> None:
    """What a link leads to may be anything of the person's own."""
    (tmp_path / "elsewhere.toml").write_text(FINE)
    there = pack(tmp_path / "pack")
    Path(there, "link.toml").symlink_to(tmp_path / "elsewhere.toml")
    os.mkfifo(Path(there, "pipe.toml"))
    Path(there, "folder.toml").mkdir()
    done = cope("skills", "add", there, "--yes")
    assert done.code == UNEXPECTED
    assert all(f"{name}.toml" in done.out for name in ("link", "pipe", "folder"))
    assert not own("link").exists()


def test_a_pack_has_a_limit(tmp_path: Path) -> None:
    """Ten thousand files are refused in one sentence, before one is read."""
    there = pack(tmp_path / "pack")
    for number in range(10_000):
        Path(there, f"x{number}.toml").touch()
    for words in (("add", there, "--yes"), ("check", there)):
        done = cope("skills", *words)
        assert "has more than 500 skill files" in done.talk
        assert done.out == ""


def test_only_ones_own_is_removed() -> None:
    """It asks or needs --yes; ours stays, and a slip is answered with the nearest."""
    cope("skills", "new", "my-way")
    assert cope("skills", "remove", "my-way").code == USAGE
    assert cope("skills", "remove", "my-way", types=["1"]).code == OK
    assert own("my-way").exists()
    near = cope("skills", "remove", "my-ways", "--yes")
    assert (near.code, "Near it: my-way." in near.talk) == (NOTHING_FOUND, True)
    assert cope("skills", "remove", "stop", "--yes").code == NOTHING_FOUND
    assert cope("skills", "remove", "../config", "--yes").code == NOTHING_FOUND
    assert cope("skills", "remove", "my-way", types=["2"]).code == OK
    assert not own("my-way").exists()


def test_a_link_of_ones_own_is_removed_and_not_what_it_leads_to(tmp_path: Path) -> None:
    """The file may be kept with other notes."""
    (tmp_path / "kept.toml").write_text(GOOD)
    own("mine").parent.mkdir(parents=True)
    own("mine").symlink_to(tmp_path / "kept.toml")
    assert cope("skills", "remove", "mine", "--yes").code == OK
    assert not own("mine").is_symlink()
    assert (tmp_path / "kept.toml").is_file()


@pytest.mark.parametrize("words", [("new",), ("check",), ("add",), ("remove",)])
def test_a_command_without_its_word_says_which_is_missing(words: tuple[str, ...]) -> None:
    """One sentence, exit code 2."""
    done = cope("skills", *words)
    assert done.code == USAGE
    assert done.talk.count("\n") == 1
