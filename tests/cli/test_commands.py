"""Commands that read: Help now, lines, exercises, settings, keys, places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copecli import first_words
from copecli.core.catalogue import for_grounding
from copecli.core.errors import NOTHING_FOUND, OK
from copecli.core.plan import Item, Plan
from copecli.core.session import Outcome
from copecli.first_words import Painted
from copecli.system.journal_trouble import found_damaged
from tests.cli.stage import A_PLAN, cope, desk, write_plan

ROOT = Path(__file__).parents[2]
SKILLS = sorted(path.stem for path in (ROOT / "skills").glob("*.toml"))


def test_help_now_is_whole_at_once() -> None:
    """First words, a number to call, the person's people, somewhere to find a line, something to do."""
    write_plan(A_PLAN)
    done = cope("now")
    assert done.code == OK
    assert done.lines[:3] == list(first_words.LINES["now"])
    for words in ("Call 112.", "A friend:", "Call 555-0100.", "findahelpline.com", "`cope ground`"):
        assert words in done.out


def test_help_now_asks_nothing_on_a_terminal() -> None:
    """Nothing is read from it, not even Enter."""
    done = cope("now", types=["unread"])
    assert (done.code, done.hand.at) == (OK, 0)


def test_the_first_words_are_said_once() -> None:
    """Where they have been said already, Help now goes on after them."""
    done = cope("now", painted=Painted("now"))
    assert not set(first_words.LINES["now"]) & set(done.lines)
    assert "Call 112." in done.out


def test_help_now_speaks_of_the_chosen_country() -> None:
    """Its emergency number and two of its lines, each with the date of its evidence."""
    assert cope("config", "set", "country", "Ireland").code == OK
    done = cope("now")
    assert "Emergency in Ireland:" in done.lines
    assert done.out.count("  Checked ") >= 3


def test_help_now_comes_whatever_is_broken(home: Path) -> None:
    """A broken plan, broken settings and no place to save in change nothing but what is left out."""
    write_plan(A_PLAN)
    paths = desk().paths
    for file in (paths.plan_file, paths.config_file):
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_bytes(b"\xff = [")
    for environ in ({}, {"COPECLI_HOME": "/dev/null/x"}, {"HOME": "", "XDG_DATA_HOME": ""}):
        done = cope("now", environ=environ)
        assert done.code == OK
        assert "Call 112." in done.out


def test_help_now_has_something_to_say_when_all_else_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a fault of ours leaves a number, a finder and a thing to do."""
    monkeypatch.setattr("copecli.desk.Desk.help_now", lambda self: 1 / 0)
    done = cope("now")
    assert done.code == OK
    assert done.lines[:3] == list(first_words.LINES["now"])
    assert "112" in done.out


def grounding() -> list[str]:
    """Return the ids of what `cope ground` speaks of."""
    return sorted(skill.id for skill in for_grounding(map(desk().skill, SKILLS)))


def test_the_list_names_every_exercise_on_one_line() -> None:
    """Into a pipe: id, title and a line each, aligned."""
    done = cope("ground", "--list")
    assert done.code == OK
    assert [line.split()[0] for line in done.lines] == grounding()
    titles = {line.find(desk().skill(line.split()[0]).title) for line in done.lines}
    assert len(titles) == 1


def test_the_list_can_be_narrowed() -> None:
    """By how it feels, and by the time there is."""
    done = cope("ground", "--list", "--for", "numb", "--minutes", "1")
    listed = {line.split()[0] for line in done.lines}
    assert listed
    assert listed < set(SKILLS)
    assert all(desk().skill(found).minutes[0] <= 1 for found in listed)


def test_a_file_that_was_left_out_is_told_beside_the_list() -> None:
    """One sentence on stderr with its name; the others are listed."""
    own = Path(desk().paths.own_skills)
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("format = 1\ntitel = 'x'\n")
    done = cope("ground", "--list")
    assert (done.code, len(done.lines)) == (OK, len(grounding()))
    assert done.talk.count("\n") == 1
    assert "mine.toml" in done.talk


def test_what_is_found_after_a_save_is_waited_for_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command says what it was asked for, and then what is wrong with the journal."""
    found = found_damaged("journal.db")
    monkeypatch.setattr("copecli.desk.Desk.settle_journal", lambda self: self.problems.append(found))
    done = cope("ground", "--list")
    assert (done.code, len(done.lines)) == (OK, len(grounding()))
    assert done.talk.startswith("Your journal is damaged: journal.db.")


def test_without_a_terminal_the_whole_exercise_is_printed() -> None:
    """Every step in its order, and nothing is asked."""
    done = cope("ground", "five-senses")
    assert done.code == OK
    at = [
        done.out.index(line) for step in desk().skill("five-senses").steps for line in step.text.split("\n")
    ]
    assert at == sorted(at)


@pytest.mark.parametrize("skill", SKILLS)
def test_every_exercise_prints_its_choices_and_cautions(skill: str) -> None:
    """What the file says is all there, each line ended."""
    done = cope("do", skill)
    assert done.code == OK
    found = desk().skill(skill)
    for caution in found.cautions:
        assert caution in done.out
    for step in found.steps:
        for option in getattr(step, "options", ()):
            assert f"  - {option.text}" in done.out
    assert all(line == "" or line.rstrip()[-1] in ".,:?!`" for line in done.lines)


def test_a_state_and_a_time_pick_an_exercise_that_may_start_unasked() -> None:
    """It begins with its title, and has no cautions."""
    done = cope("ground", "--for", "panicky", "--minutes", "2")
    assert done.code == OK
    titles = {desk().skill(name).title + "." for name in SKILLS if desk().skill(name).starts_unasked}
    assert titles & set(done.lines)


def test_chance_draws_only_from_what_may_start_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it draws has no cautions."""
    drawn = set()
    for number in range(20):
        monkeypatch.setattr("copecli.desk.Desk.below", lambda self, n, number=number: number % n)
        drawn |= set(cope("ground", "--random").lines)
    titles = {desk().skill(name).title: desk().skill(name).starts_unasked for name in SKILLS}
    found = [safe for title, safe in titles.items() if f"{title}." in drawn]
    assert len(found) > 2
    assert all(found)


def test_where_nothing_fits_the_nearest_is_named() -> None:
    """Exit code 4, and a command that works."""
    cope("config", "set", "hidden", *[name for name in SKILLS if desk().skill(name).starts_unasked])
    done = cope("ground", "--for", "panicky")
    assert (done.code, done.out) == (NOTHING_FOUND, "")
    nearest = done.talk.split("cope ground ")[1].split()[0].rstrip(".")
    assert nearest in SKILLS


def test_the_pinned_exercise_starts_without_a_name() -> None:
    """It was chosen, once and for all."""
    cope("config", "set", "pinned", "sound-layers")
    assert "Sound layers." in cope("ground").lines


def test_one_exercise_is_loaded_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting one reads one file."""
    monkeypatch.setattr("copecli.desk.Desk.library", lambda self: pytest.fail("the library was read"))
    assert cope("ground", "stop").code == OK
    assert cope("ground").code == OK


def test_lines_of_a_country_carry_their_dates() -> None:
    """Every line, every way, and how old the evidence is; a code or a name will do."""
    by_name, by_code = cope("lines", "Ireland"), cope("lines", "ie")
    assert by_name.code == OK
    assert by_name.out == by_code.out
    country = json.loads(cope("lines", "IE", "--json").out)
    assert country["code"] == "IE"
    for line in country["lines"]:
        assert f"{line['name']}:" in by_name.out
        assert line["phone"] in by_name.out


def test_a_country_without_lines_gets_the_finders() -> None:
    """It says so, and that is no error."""
    done = cope("lines", "Tuvalu")
    assert done.code == OK
    assert "We could not confirm a crisis line in Tuvalu." in done.lines
    assert "findahelpline.com" in done.out


def test_settings_are_shown_and_changed() -> None:
    """The result is the value and nothing else; talk goes to stderr."""
    assert cope("config", "get", "motion").out == "auto\n"
    changed = cope("config", "set", "motion", "less")
    assert (changed.code, changed.out) == (OK, "")
    assert cope("config", "get", "motion").out == "less\n"
    assert "motion: less" in cope("config").lines
    cope("config", "set", "leave-out", "cold", "tensing")
    assert json.loads(cope("config", "--json").out)["leave-out"] == ["cold", "tensing"]


def test_the_keys_come_from_the_one_table() -> None:
    """The same keys that the TUI binds."""
    keys = {found["id"]: found["keys"] for found in json.loads(cope("keys", "--json").out)}
    assert keys["help-now"][:2] == ["h", "!"]
    assert "h or !" in cope("keys").out


def test_where_everything_lies_is_told(home: Path) -> None:
    """Real places, for a person who wants to look or to take them away."""
    places = json.loads(cope("data", "where", "--json").out)
    assert places["plan_file"] == desk().paths.plan_file
    assert all(place.startswith(str(home)) for place in places.values())
    assert places["plan_file"] in cope("data").out


def test_another_folder_is_used_for_everything(tmp_path: Path) -> None:
    """`--data-dir` moves the settings, too."""
    there = str(tmp_path / "there")
    cope("--data-dir", there, "config", "set", "motion", "less")
    assert cope("config", "get", "motion").out == "auto\n"
    assert cope("config", "get", "motion", "--data-dir", there).out == "less\n"


def test_json_holds_no_character_that_steers() -> None:
    """Exact to a program, harmless to a terminal."""
    plan = Plan({"coping": (Item("a", "tea \x1b[31m \u202e é"),)})
    write_plan(plan)
    out = cope("plan", "show", "--json").out
    assert out.isascii()
    assert json.loads(out)["coping"][0]["text"] == "tea \x1b[31m \u202e é"


def test_broken_settings_are_told_once_and_cost_one_value() -> None:
    """The command still does what it does."""
    paths = desk().paths
    Path(paths.config_file).parent.mkdir(parents=True, exist_ok=True)
    Path(paths.config_file).write_text('motion = "lots"\ncountry = "IE"\n')
    done = cope("lines")
    assert done.code == OK
    assert "Emergency in Ireland:" in done.out
    assert done.talk.count("motion") == 1


def test_what_helped_somebody_before_is_listed_first_for_that_state() -> None:
    """Before those that would come first otherwise."""

    def ids(state: str) -> list[str]:
        return [line.split()[0] for line in cope("ground", "--list", "--for", state).lines]

    numb = ids("numb")
    at_desk = desk()
    at_desk.chosen_for = "numb"
    for _time in range(20):
        at_desk.note_outcome(Outcome(numb[-1], True, 60.0, (), ()), "easier")
    assert ids("numb")[:2] == [numb[-1], numb[0]]
