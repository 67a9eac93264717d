"""Writing the plan line by line: nothing that was entered is lost, everything can be left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copecli.core.errors import OK, NotSaved
from copecli.core.plan import STEPS, Item, Plan
from copecli.core.plan_asking import Unfinished
from copecli.core.plan_words import QUESTIONS
from tests.cli.stage import A_PLAN, Done, Lines, cope, desk, write_plan

STOP = ["/q", "q"]


def write(types: Lines, *more: str) -> Done:
    """Write the plan on a terminal that goes line by line."""
    return cope("plan", "--plain", *more, types=types)


def texts(step: str) -> list[str]:
    """Return what stands in a step on disk."""
    return [item.text for item in desk().read_plan().plan.of(step)]


def test_a_plan_with_something_in_every_step() -> None:
    """One question at a time, a number as a second short one; printing has every word and number."""
    lines: list[str] = []
    for number, step in enumerate(STEPS, start=1):
        lines.append(f"Line {number} of mine")
        if step in ("distraction", "people", "professionals"):
            lines.append(f"555-010{number}")
        lines.append("")
    done = write([*lines, "q"])
    assert done.code == OK
    asked = [done.out.index(QUESTIONS[step]) for step in STEPS]
    assert asked == sorted(asked)
    printed = cope("plan", "print").out
    for number in range(1, 8):
        assert f"Line {number} of mine" in printed
    assert all(phone in printed for phone in ("555-0103", "555-0104", "555-0105"))


def test_a_line_is_on_the_disk_when_enter_is_pressed() -> None:
    """Whatever comes after it."""
    assert write(["I stop answering", KeyboardInterrupt()]).code == OK
    assert texts("warning-signs") == ["I stop answering"]
    write(["2", "Tea", EOFError()])
    assert texts("coping") == ["Tea"]


def test_everything_can_be_skipped_and_nothing_is_written_then() -> None:
    """An untouched plan makes no file."""
    done = write([""] * 7)
    assert "That was the last question." in done.lines
    assert not Path(desk().paths.plan_file).exists()


def test_writing_goes_on_where_it_stopped() -> None:
    """At the first question after what is written."""
    write(["One", "", "Two", *STOP])
    again = write(["2", "/q", "q"])
    assert "3 of 7. People and places that take my mind off it." in again.lines
    assert "1 of 7. My warning signs." not in again.lines


def test_an_idea_is_picked_by_its_number_and_made_ones_own() -> None:
    """Enter keeps it as it is; other words replace it; the exercise that it starts comes along."""
    first, second = desk().ideas(Plan(), "coping")[:2]
    write(["", "1", "", *STOP])
    write(["2", "/b", "2", "Feet, then the wall", *STOP])
    items = desk().read_plan().plan.of("coping")
    assert [item.text for item in items] == [first.text, "Feet, then the wall"]
    assert [item.skill for item in items] == [first.skill, second.skill]
    assert [item.from_idea for item in items] == [True, False]


def test_the_last_question_leads_on_to_the_plan_as_a_whole() -> None:
    """How likely it is to be used, and who could make it with them; or the plan is shown."""
    done = write(["I stop answering", *[""] * 7, "1", "8", "A friend", "/q", "q"])
    assert "How likely is it that you use this plan?" in done.out
    plan = desk().read_plan().plan
    assert (plan.likelihood, plan.made_with) == (8, "A friend")


def test_nobody_yet_is_an_answer_and_lines_come_with_it() -> None:
    """It is kept, nobody's number is asked, and a line can be kept with its number by one more key."""
    desk().set("country", "IE")
    done = write(["", "", "", "Nobody yet", "6", "", *STOP])
    assert "That is common, and it is an answer." in done.lines
    assert "A number for “Nobody yet”" not in done.out
    assert "Samaritans Ireland" in done.out
    nobody, line = desk().read_plan().plan.of("people")
    assert nobody.text == "Nobody yet"
    assert line.kind == "line"
    assert line.phone


def test_a_doctor_is_asked_for_the_hours_between() -> None:
    """A clinician has two numbers, an emergency department an address and one."""
    write([*[""] * 4, "1", "", "555-0104", "555-0105", "2", "The hospital", "Hill Road 2", "555-0106", *STOP])
    doctor, hospital = desk().read_plan().plan.of("professionals")
    assert (doctor.phone, doctor.emergency_contact) == ("555-0104", "555-0105")
    assert (hospital.address, hospital.phone) == ("Hill Road 2", "555-0106")


def test_an_answer_that_was_being_typed_elsewhere_can_be_kept() -> None:
    """The TUI kept it as a draft; the line face offers it, and either way it is gone then."""
    write_plan(Plan({"people": (Item("a", "A friend"),)}))
    desk().keep_answer(Unfinished("people", "a", "phone", "555-0100"))
    done = write(["1", "q"])
    assert "You wrote: 555-0100" in done.out
    assert desk().read_plan().plan.of("people")[0].phone == "555-0100"
    desk().keep_answer(Unfinished("people", "a", "phone", "555-0199"))
    write(["2", "q"])
    assert desk().read_plan().plan.of("people")[0].phone == "555-0100"
    assert desk().unfinished_answer() is None


def test_the_exercise_of_a_line_starts_from_the_plan() -> None:
    """It stands first among what can be done with the line; other lines have no such choice."""
    write_plan(Plan({"coping": (Item("a", "Look around", skill="five-senses"), Item("b", "Tea"))}))
    done = write(["2", "/b", "1", "2", "q", "5", *STOP])
    assert "Start the exercise." in done.out
    assert "Five senses" in done.out
    assert "Start the exercise." not in write(["2", "/b", "2", "", *STOP]).out


def test_what_was_taken_out_comes_back_to_its_place() -> None:
    """Not to the end."""
    write_plan(Plan({"warning-signs": (Item("a", "One"), Item("b", "Two"))}))
    write(["2", "/b", "1", "7", "/u", *STOP])
    assert texts("warning-signs") == ["One", "Two"]


def test_more_ideas_can_be_heard() -> None:
    """A few at a time, and their numbers go on."""
    done = write(["4", "5", "", *STOP])
    assert texts("warning-signs") == [desk().ideas(Plan(), "warning-signs")[3].text]
    assert f"5. {desk().ideas(Plan(), 'warning-signs')[3].text}" in done.lines


def test_a_line_is_changed_moved_and_taken_out() -> None:
    """By its number; what was taken out can be brought back."""
    write_plan(Plan({"warning-signs": (Item("a", "One"), Item("b", "Two"))}))
    there = ["2", "/b"]
    write([*there, "1", "1", "One, changed", *STOP])
    assert texts("warning-signs") == ["One, changed", "Two"]
    write([*there, "2", "3", *STOP])
    assert texts("warning-signs") == ["Two", "One, changed"]
    write([*there, "1", "7", *STOP])
    assert texts("warning-signs") == ["One, changed"]
    write([*there, "1", "7", "/u", "q"])
    assert texts("warning-signs") == ["One, changed"]


def test_a_number_is_changed_or_taken_out_with_its_person() -> None:
    """A new one, - for none, Enter for as it is."""
    write_plan(A_PLAN)

    def phone() -> str:
        return desk().read_plan().plan.of("people")[0].phone

    to_people = ["2", "", "", ""]
    write([*to_people, "1", "1", "", "555-0199", *STOP])
    assert phone() == "555-0199"
    write([*to_people, "1", "1", "", "", *STOP])
    assert phone() == "555-0199"
    write([*to_people, "1", "1", "", "-", *STOP])
    assert phone() == ""


def test_a_phone_number_alone_is_words_and_not_a_choice() -> None:
    """Only one or two digits choose from the list."""
    write(["", "", "", "555", "", *STOP])
    assert texts("people") == ["555"]


@pytest.mark.parametrize("slip", ["/x", "99", "/", "?"])
def test_a_slip_never_becomes_a_line(slip: str) -> None:
    """What looks like a command that is not there says the place anew."""
    write([slip, *STOP])
    assert texts("warning-signs") == []


def test_people_s_own_letters_are_kept_as_they_were_typed() -> None:
    """Joiners and other scripts; the codes of arrow keys are not letters."""
    write(["می\u200cخواهم é\x1b[A\x1b[D 👩\u200d👧", *STOP])
    assert texts("warning-signs") == ["می\u200cخواهم é 👩\u200d👧"]


def test_a_held_enter_skips_no_question() -> None:
    """It counts once."""
    done = write([(2.0, ""), (0.5, ""), *[(0.03, "")] * 40, (3.0, "Tea"), *STOP])
    assert texts("coping") == ["Tea"]
    assert "That key was held down. It counts once." in done.lines


def test_what_cannot_be_saved_stays_here_and_in_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    """The trouble is one sentence; the words can be read, printed to a file, and found again."""

    def full(self: object, stored: object, plan: object) -> None:
        raise NotSaved("Your plan could not be saved: the disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("copecli.desk.Desk.save_plan", full)
        done = write(["My own line", "/q", "1", "q"])
    assert "Your plan could not be saved: the disk is full." in done.lines
    assert " - My own line" in done.lines
    assert texts("warning-signs") == []
    assert desk().draft("plan-warning-signs") == "My own line"
    again = write(["1", "", *STOP])
    assert "You were writing:" in again.lines
    assert texts("warning-signs") == ["My own line"]
    assert desk().draft("plan-warning-signs") == ""


def test_a_draft_stays_until_its_words_are_in_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not until another line is kept, another one is moved, or keeping it failed."""
    write_plan(Plan({"warning-signs": (Item("a", "One"), Item("b", "Two"))}))
    desk().keep_draft("plan-warning-signs", "Half a line")
    write(["2", "Three", "1", "4", *STOP])
    assert texts("warning-signs") == ["Two", "One", "Three"]
    assert desk().draft("plan-warning-signs") == "Half a line"

    def full(self: object, stored: object, plan: object) -> None:
        raise NotSaved("Full.")

    with monkeypatch.context() as broken:
        broken.setattr("copecli.desk.Desk.save_plan", full)
        write(["2", "4", "", "1", "4", *STOP])
    assert desk().draft("plan-warning-signs") == "Half a line"
    write(["2", "4", "And the other half", *STOP])
    assert desk().draft("plan-warning-signs") == ""
    assert texts("warning-signs")[-1] == "And the other half"


def test_lines_that_were_not_saved_go_along_with_the_next_that_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that has room again gets all of it, also where somebody else has saved meanwhile."""
    real = desk().save_plan
    calls: list[int] = []

    def at_first_full(self: object, stored: object, plan: object) -> object:
        calls.append(1)
        if len(calls) == 1:
            raise NotSaved("Full.")
        if len(calls) == 2:
            write_plan(Plan({"reasons": (Item("r", "The sea"),)}))
        return real(stored, plan)  # type: ignore[arg-type]

    monkeypatch.setattr("copecli.desk.Desk.save_plan", at_first_full)
    calls[:] = []
    done = write(["One", "Two", *STOP])
    assert texts("warning-signs") == ["One", "Two"]
    assert done.code == OK


def test_without_saving_the_plan_can_still_be_written_and_read() -> None:
    """`--no-save`: said once, and nothing reaches the disk."""
    done = write(["My own line", "/q", "1", "q"], "--no-save")
    assert done.out.count("Saving is off") == 1
    assert " - My own line" in done.lines
    home = Path(os.environ["HOME"])
    assert not [file for file in home.rglob("*") if file.is_file() and b"own line" in file.read_bytes()]


def test_a_damaged_plan_is_not_written_over() -> None:
    """What is left of it is read, an older version is offered, and the file is kept."""
    write_plan(Plan({"coping": (Item("a", "Older"),)}))
    write_plan(A_PLAN)
    file = Path(desk().paths.plan_file)
    file.write_bytes(b"= [")
    left = write(["q"])
    assert left.code == OK
    assert "The sea" in left.out
    assert file.read_bytes() == b"= ["
    write(["1", "q"])
    assert texts("coping") == ["Older"]
    assert any(Path(found).read_bytes() == b"= [" for found in Path(desk().paths.plan_history).iterdir())


def test_the_plan_is_printed_to_a_file(tmp_path: Path) -> None:
    """An existing file is left alone."""
    write_plan(A_PLAN)
    file = tmp_path / "plan.txt"
    done = write(["3", "1", str(file), "q"])
    assert done.lines.index("Others may see this.") < done.lines.index(f"Your plan is written: {file}")
    assert "555-0100" in file.read_text(encoding="utf-8")
    file.write_text("mine")
    assert "is there already" in write(["3", "1", str(file), "q"]).out
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    ("choice", "begins"),
    [("2", b"<!doctype html>"), ("3", b"%PDF"), ("4", b"%PDF"), ("5", b"# My"), ("7", b"%PDF")],
)
def test_the_form_is_asked_for_before_the_file(tmp_path: Path, choice: str, begins: bytes) -> None:
    """Whatever the file is called."""
    write_plan(A_PLAN)
    write(["3", choice, str(tmp_path / "plan.txt"), "q"])
    assert (tmp_path / "plan.txt").read_bytes().startswith(begins)


def test_help_now_is_one_key_away_in_the_middle_of_a_line() -> None:
    """It comes back to the question."""
    done = write(["/h", "", "h", "", *STOP])
    assert done.lines.count("Here is help. Start anywhere.") == 2
    assert done.lines.count(QUESTIONS["warning-signs"]) == 3
