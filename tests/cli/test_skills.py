"""`cope skills`: the list, one exercise, and what a person keeps of it; and choosing in the line face."""

from __future__ import annotations

import io
import json

import pytest

from copecli.cli.main import run
from copecli.cli.world import World
from copecli.core.choosing import HOLD_OFF, NONE_FITS, PEOPLE_FIRST, STATES
from copecli.core.errors import NOTHING_FOUND, OK, USAGE
from copecli.core.plan import Plan
from copecli.core.uses import Use
from tests.cli.stage import A_PLAN, Stream, cope, desk, write_plan

TO_STATES = [state for state, _words in STATES]


def number_of(state: str) -> str:
    """Return the number of a state in the list."""
    return str(TO_STATES.index(state) + 1)


def test_all_of_them_are_listed_with_their_entries() -> None:
    """A line each in a pipe; for programs the model's own names."""
    listed = json.loads(cope("skills", "list", "--json").out)
    assert len(listed) >= 100
    assert all(one["fact"] and one["summary"] and one["family"] for one in listed)
    assert [line.split()[0] for line in cope("skills").lines] == [one["id"] for one in listed]
    assert cope("skills", "list").lines == cope("skills").lines


def test_what_fits_is_listed_with_the_reasons() -> None:
    """In the order of the chooser, for people and for programs."""
    done = cope("skills", "list", "--for", "numb", "--with", "nothing", "--discreet", "--why")
    assert done.lines[0].startswith("look-around ")
    assert done.lines[1].startswith("    Number 1 of what to try first. Made for this.")
    listed = json.loads(cope("skills", "list", "--for", "numb", "--why", "--json").out)
    assert listed[0]["why"][0] == "Number 1 of what to try first."
    assert "clear head rests" in cope("skills", "list", "--for", "sad").talk
    strong = cope("skills", "list", "--for", "sad", "--strength", "9").out
    assert "three-ok-things" not in strong
    assert "three-ok-things" in cope("skills", "list", "--for", "sad", "--strength", "3").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("list", "--for", "num"), NOTHING_FOUND, "Near it: numb"),
        (("list", "--with", "papper"), USAGE, "Did you mean paper?"),
        (("list", "--strength", "11"), USAGE, "0 to 10"),
        (("list", "--for", "lonely", "--minutes", "0.1"), NOTHING_FOUND, "No exercise fits that."),
        (("show",), USAGE, "Which exercise?"),
        (("show", "sto"), NOTHING_FOUND, "stop"),
        (("pin", "nothing-like-it"), NOTHING_FOUND, "There is no exercise called"),
        (("pni", "stop"), USAGE, "cope skills pin"),
    ],
)
def test_a_slip_is_answered_with_the_nearest_right_word(words: tuple[str, ...], code: int, said: str) -> None:
    """One calm sentence, and nothing is printed as a result."""
    done = cope("skills", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.talk


def test_one_exercise_is_shown_whole() -> None:
    """What it is, its steps, its caution, how well it is tested, its sources, and its file."""
    out = cope("skills", "show", "sighing").out
    for part in (
        "Read first:",
        "Step by step:",
        "A draft: no clinician has read it yet.",
        "Balban23: ",
        "sighing.toml",
    ):
        assert part in out
    assert json.loads(cope("skills", "show", "stop", "--json").out)["steps"]


def test_pins_and_hiding_are_kept_and_shown() -> None:
    """Hidden ones stay in the whole list, named as hidden, so they can be found again."""
    for words in (("pin", "sound-layers"), ("pin", "five-senses"), ("hide", "stop")):
        assert cope("skills", *words).code == OK
    assert desk().config.pinned == ("sound-layers", "five-senses")
    whole, fitting = cope("skills").lines, cope("skills", "list", "--for", "panicky").lines
    assert "    Hidden: it is not offered." in whole
    assert [line.split()[0] for line in fitting if line[0] != " "][:2] == ["five-senses", "sound-layers"]
    assert "stop " not in cope("skills", "list", "--for", "urge").out
    for words in (("unpin", "sound-layers"), ("unhide", "stop")):
        assert cope("skills", *words).code == OK
    assert (desk().config.pinned, desk().config.hidden) == (("five-senses",), ())


def test_a_note_is_read_from_a_pipe_or_asked_for_and_never_an_argument(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It stands in the list and beside the exercise; Enter alone leaves it as it is."""
    assert cope("skills", "note", "stop", "By the window").code == USAGE
    cope("skills", "note", "stop", types=["By the window"])
    assert "Your note: By the window" in cope("skills", "show", "stop").lines
    assert "    Your note: By the window" in cope("skills").lines
    cope("skills", "note", "stop", types=[""])
    assert desk().note_to("stop") == "By the window"
    world = World(stdin=Stream(tty=False), stdout=Stream(tty=False), stderr=Stream(tty=False))
    world.stdin = io.TextIOWrapper(io.BytesIO("Früh am Tag\n".encode()))
    assert run(["skills", "note", "stop"], None, world) == OK
    assert desk().note_to("stop") == "Früh am Tag"


def test_choosing_asks_how_strong_and_says_why() -> None:
    """One more line says more of one, and keeps a pin, a note, or starts it."""
    done = cope(
        "--plain", types=["c", number_of("numb"), "3", "m1", "2", "4", "Slowly", "1", "q", "q", "", "q"]
    )
    assert "How strong is it? 1 of 1." in done.lines
    assert "Number 1 of what to try first." in done.lines
    assert "It comes first in lists now." in done.lines
    assert desk().config.pinned == ("look-around",)
    assert desk().note_to("look-around") == "Slowly"


def test_thoughts_of_ending_ones_life_lead_to_people_and_to_no_exercise() -> None:
    """To a person, the plan and lines; nothing of it is kept anywhere."""
    write_plan(A_PLAN)
    done = cope("--plain", types=["c", number_of(HOLD_OFF), "1", "2", "q", "q", "q", "q"])
    assert PEOPLE_FIRST[1] in done.lines
    assert "555-0100" in done.out
    assert "You could try one of these" not in done.out
    assert not desk().journal.newest(Use)
    write_plan(Plan({}))


def test_from_seven_up_a_person_and_another_place_stand_first() -> None:
    """And nothing that takes a clear head is offered."""
    done = cope("--plain", types=["c", number_of("numb"), "8", "q", "q", "q"])
    assert "1. A person." in done.lines
    assert "2. Another place: leave the room." in done.lines
    assert "m3 says more of 3." in done.out


def test_what_fits_the_moment_holds_until_it_is_taken_away() -> None:
    """It is said above the list, and the way to take it away stands in it."""
    types = ["c", number_of("lonely"), "", "6", "1", "1", "1", "7", "q", "q", "q"]
    done = cope("--plain", types=types)
    assert "Set for now: 2 minutes, not noticed, nothing." in done.lines
    assert any(line.endswith("Take away what I set.") for line in done.lines)
    assert NONE_FITS not in done.out


def test_what_was_hidden_is_shown_again_line_by_line() -> None:
    """From the end of what is offered, which then begins anew."""
    assert cope("skills", "hide", "look-around").code == OK
    out = cope("--plain", types=["c", "7", "", "7", "1", "q", "q", "q", "q"]).out
    assert "7. Hidden exercises." in out
    assert out.index("Which one should be offered again?") < out.index("It is offered again.")
    assert "1. Look around." in out[out.index("It is offered again.") :]
    assert desk().config.hidden == ()
