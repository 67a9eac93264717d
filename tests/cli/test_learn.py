"""`cope learn` and reading line by line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copecli.cli.plain.learn_doors import OPENS
from copecli.cli.table import COMMANDS
from copecli.core.errors import NOTHING_FOUND, OK, UNREADABLE
from copecli.core.learn import DOORS
from copecli.core.learn_words import COMMANDS as BY_DOOR
from copecli.core.learn_words import GROUP_WORDS, PEOPLE_FIRST
from tests.articles import TEXT, lay_out, text
from tests.cli.stage import cope, desk
from tests.content.articles import ARTICLE_IDS, article
from tests.ways import numbered

SNOW = text(
    title='"Snow"',
    group='"understanding"',
    place="1",
    now='[{ read = "rain" }, { open = "help-now" }, { open = "talk" }]',
    sources="[]",
).replace(" [Stanley18]", "").replace(" [Nuij21, Stanley18]", "")  # fmt: skip
NOT_YET = {"after"}
"""Doors of which a command or a page may not be there yet."""


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A shelf with two articles."""
    return lay_out(monkeypatch, tmp_path, {"rain.md": TEXT, "snow.md": SNOW})


def test_the_shelf_lists_every_article_under_its_group() -> None:
    """By the name that opens it."""
    done = cope("learn")
    assert done.code == OK
    assert sorted(line.split()[0] for line in done.lines if "  " in line) == sorted(ARTICLE_IDS)
    assert [line for line in done.lines if line.endswith(":")][-1] == f"{GROUP_WORDS['others'][0]}:"
    assert done.talk == ""


@pytest.mark.usefixtures("folder")
def test_a_pipe_and_plain_get_the_whole_article_and_nothing_is_asked() -> None:
    """Text, what can be done with it by command, and what it rests on."""
    done = cope("learn", "rain")
    assert done.lines == [
        "Rain on a window.",
        "",
        "Rain falls. [1]",
        "It can be heard.",
        "",
        "What is known:",
        "- It is wet. [1, 2]",
        "- It ends.",
        "",
        "And now:",
        "You could listen.",
        "",
        "What you could do with this now:",
        "  An exercise: Stop and step back: `cope do stop`.",
        "  Ride out an urge: `cope wave`.",
        "  A person: `cope now`.",
        "",
        "Where this comes from:",
        *(line for line in done.lines if line.startswith("  [")),
        "",
        "A draft of 2026-11-26. No clinician has read it yet.",
    ]
    assert cope("learn", "rain", "--plain", types=[]).out.split() == done.out.split()


@pytest.mark.usefixtures("folder")
def test_words_find_and_several_are_listed() -> None:
    """One that is found alone is opened; in a list the best stands first."""
    assert cope("learn", "weather", "window").lines[0] == "Rain on a window."
    assert [line.split()[0] for line in cope("learn", "wet").lines] == ["snow", "rain"]
    assert cope("learn", "wet", "--plain", types=[]).lines[0].startswith("snow ")


@pytest.mark.usefixtures("folder")
def test_nothing_found_says_what_is_near() -> None:
    """With its own exit code, and nothing on stdout."""
    done = cope("learn", "rian")
    assert (done.code, done.out) == (NOTHING_FOUND, "")
    assert "`cope learn rain`" in done.talk


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("words", [("suicide", "wet"), ("suicide", "snow")])
def test_with_words_of_ending_life_people_come_first(words: tuple[str, ...]) -> None:
    """Before a list and before an article; where somebody can choose, above what was found."""
    assert cope("learn", *words).lines[0] == PEOPLE_FIRST
    asked = cope("learn", *words, types=["q"], environ={"TERM": "dumb"})
    assert asked.lines[:2] == ["People and crisis lines come first here.", "1. Help now: people and numbers."]


def test_a_broken_article_is_told_and_the_others_are_there(folder: Path) -> None:
    """In the list on stderr; asked for by name it is one sentence."""
    folder.joinpath("hail.md").write_text(TEXT.replace("+++\nRain", "++\nRain"), encoding="utf-8")
    done = cope("learn")
    assert done.code == OK
    assert "rain" in done.out
    assert done.talk.startswith("The page hail.md cannot be shown")
    alone = cope("learn", "hail")
    assert (alone.code, alone.out) == (UNREADABLE, "")
    assert alone.talk == done.talk
    assert "Traceback" not in alone.talk


@pytest.mark.usefixtures("folder")
def test_other_programs_get_the_models_own_names() -> None:
    """A list without the text, an article with it, and the words of a search nowhere."""
    rows = json.loads(cope("learn", "--json").out)
    assert [row["id"] for row in rows] == ["snow", "rain"]
    assert rows == [{key: row[key] for key in row if key not in ("blocks", "cited", "finds")} for row in rows]
    found = json.loads(cope("learn", "rain", "--json").out)
    assert found["blocks"][0] == {"kind": "line", "text": "Rain falls.", "cites": ["Stanley18"]}
    assert [block["kind"] for block in found["blocks"][2:6]] == ["gap", "heading", "item", "item"]
    assert [source["key"] for source in found["cited"]] == ["Stanley18", "Nuij21"]
    assert found["now"][0] == {"kind": "skill", "id": "stop"}
    assert "weather" not in json.dumps([rows, found])
    assert [row["id"] for row in json.loads(cope("learn", "wet", "--json").out)] == ["snow", "rain"]


def test_each_door_has_a_command_that_is_there() -> None:
    """But for those that are still to come; and each opens line by line."""
    known = {command.words[0] for command in COMMANDS if command.words}
    assert {door for door in DOORS if BY_DOOR[door].split()[1] not in known} <= NOT_YET
    assert set(DOORS) - NOT_YET <= set(OPENS) <= set(DOORS)


# line by line


@pytest.mark.usefixtures("folder")
def test_an_article_is_read_part_by_part() -> None:
    """Enter goes on, b goes back, Help now comes back to the part, and the end says what can be done."""
    done = cope(
        "--plain", types=["m", numbered("learn"), "2", "1", "", "b", "h", "", "", "", "q", "q", "q", "q", "q"]
    )
    assert done.code == OK
    assert done.out.count("It can be heard.") == 3
    assert done.out.count("1 of 3. Enter goes on. b: back. q: leave.") == 3
    assert "Here is help. Start anywhere." in done.lines
    at = done.lines.index("What can I do with this now?")
    assert done.lines[at + 1 : at + 8] == [
        "1. An exercise: Stop and step back.",
        "2. Ride out an urge.",
        "3. A person.",
        "4. I can't stay safe.",
        "5. Something else to read.",
        "6. Where this comes from.",
        "7. Rest. That is all for now.",
    ]


def test_a_held_enter_skips_no_part() -> None:
    """It counts once: the part that its first repeat skipped to is taken back."""
    held = [(2.0, ""), (0.5, ""), *[(0.03, "")] * 40]
    done = cope("learn", "what-this-tool-does", types=[*held, (3.0, "q")], environ={"TERM": "dumb"})
    assert [line[0] for line in done.lines if " of 5. " in line] == ["1", "2", "3", "2"]


@pytest.mark.usefixtures("folder")
def test_what_is_offered_opens_and_comes_back() -> None:
    """People, Help now, sources, another article, an exercise; what cannot be opened is not offered."""
    environ = {"TERM": "dumb"}
    to_end = ["", "", ""]
    done = cope(
        "learn", "rain", types=[*to_end[1:], "3", "4", "", "6", "1", "q", "q", "q", "7"], environ=environ
    )
    assert done.code == OK
    assert "Nobody here yet. That's common." in done.lines
    assert "Here is help. Start anywhere." in done.lines
    assert any(line.startswith("[1] JAMA Psychiatry") for line in done.lines)
    assert any("Stop" in line for line in done.lines)
    assert done.out.count("What can I do with this now?") >= 4
    other = cope("learn", "snow", types=[*to_end[1:], "1", *to_end[1:], "7"], environ=environ)
    assert "1. To read: Rain on a window." in other.lines
    assert "2. Help now: people and numbers." in other.lines
    assert ("3. Find words to talk." in other.lines) == ("talk" in OPENS)
    assert other.out.count("Rain on a window.") == 2


@pytest.mark.usefixtures("folder")
def test_words_are_looked_for_line_by_line() -> None:
    """What is found, what is near, and people first where the words ask for it."""
    find = str(len(desk_groups()) + 1)
    done = cope(
        "--plain",
        types=[
            "m",
            numbered("learn"),
            find,
            "weather window",
            "q",
            "rian",
            "q",
            "i want to die",
            "1",
            "",
            "q",
            "",
            "q",
            "q",
            "q",
        ],
    )
    assert "1. Rain on a window. What rain does, and what it does not." in done.lines
    assert "Maybe one of these." in done.lines
    assert "People and crisis lines come first here." in done.lines
    assert "1. Help now: people and numbers." in done.lines
    assert "Here is help. Start anywhere." in done.lines


def desk_groups() -> tuple[str, ...]:
    """Return the groups of the shelf of now."""
    from copecli.core.learn_words import groups_of
    from copecli.desk_learn import library

    return groups_of(library().articles)


@pytest.mark.usefixtures("folder")
def test_rest_goes_all_the_way_and_something_else_to_the_shelf() -> None:
    """Back to More, or to the groups."""
    rest = cope("--plain", types=["m", numbered("learn"), "2", "1", "", "", "7", "q", "q"])
    assert rest.code == OK
    assert rest.hand.at == 9
    again = cope("learn", "rain", types=["", "", "5", "q"], environ={"TERM": "dumb"})
    assert "Learn." in again.lines


def test_nothing_of_it_is_kept() -> None:
    """Reading makes no file."""
    before = sorted(Path(desk().paths.data).parent.rglob("*"))
    cope("learn", ARTICLE_IDS[0])
    cope("learn", "rain")
    assert sorted(Path(desk().paths.data).parent.rglob("*")) == before
    assert article(ARTICLE_IDS[0]).blocks
