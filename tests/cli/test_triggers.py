"""`cope triggers`, line by line and as commands: a whole map, its copies in the plan, and what is kept."""

from __future__ import annotations

import json

import pytest

from copecli.core.care_words import CARE_FIRST, CARE_SIGNS
from copecli.core.chain import FEELING, LONG, Link, TriggerMap, Turn
from copecli.core.errors import NOTHING_FOUND, OK, UNREADABLE, USAGE
from copecli.core.plan import COPING, WARNING_SIGNS
from copecli.desk_maps import DRAFT
from tests.cli.stage import cope, desk

BEGIN = ["1", "1"]
"""A steady moment; the short map."""
SHORT = [*BEGIN, "1, the phone call", "5, nobody stays", "7", "2", "1", "1 6"]
"""Every question of it answered."""


def kept() -> tuple[TriggerMap, ...]:
    """Return the maps that are on disk."""
    return desk().journal.newest(TriggerMap)


def plain(*lines: str) -> str:
    """Go through `cope triggers --plain` and return all that was said."""
    done = cope("triggers", "--plain", types=list(lines))
    assert done.code == OK
    return done.out


def test_a_short_map_from_its_beginning_to_rest() -> None:
    """Every answer is in the chain that is read aloud, and on disk."""
    out = plain(*SHORT, "q")
    (found,) = kept()
    assert found.before == ("conflict", "the phone call")
    assert [link.text for link in found.links] == ["lonely", "nobody stays"]
    assert (found.urge, found.did, found.finished) == (7, "did-not", True)
    assert found.needs == ("ease-feeling", "show")
    assert "Right before:\n  A fight, or being turned away.\n  the phone call.\n" in out
    assert "It is for a calmer hour" in out
    assert DRAFT not in desk().draft_names()


def test_not_now_leads_to_an_exercise_and_back_to_the_question() -> None:
    """Nothing is begun until it is a steady moment."""
    out = plain("2", "q", "q", "q")
    assert out.count("Is this a steady enough moment?") >= 2
    assert kept() == ()


@pytest.mark.parametrize("typed", ["3", "h"])
def test_help_now_opens_from_the_first_question(typed: str) -> None:
    """By its choice and by its key."""
    assert "Badly hurt, or might act? Call first." in plain(typed, "", "q")


@pytest.mark.parametrize("care", ["1", "2", ""])
@pytest.mark.parametrize("did", ["1", "3"])
def test_care_comes_first_where_somebody_may_be_hurt(did: str, care: str) -> None:
    """Yes, can't tell and silence lead to Help now at once; the map waits, and care is asked anew."""
    out = plain(*BEGIN, "1", "", "", did, care, "", "q")
    asked = out.index(CARE_SIGNS[0])
    assert all(sign in out for sign in CARE_SIGNS)
    assert asked < out.index("Do you need care now?") < out.index(CARE_FIRST[0])
    assert out.index(CARE_FIRST[0]) < out.index("The map is kept for another day.")
    assert "Badly hurt, or might act? Call first." in out
    assert "What came right after?" not in out
    assert kept() == ()
    assert out.index("Call first.") < out.index("You may ask for care, and for kindness.")
    again = plain("1", "1", "4", "1", "1", "q")
    assert "You were in the middle of a trigger map." in again
    assert again.index("Do you need care now?") < again.index("What came right after?")
    assert kept()[0].care == "no"


def test_stopping_keeps_a_draft_that_is_offered_at_the_next_start() -> None:
    """Nothing is on the list until it was gone through."""
    out = plain(*BEGIN, "left on my own again", "/q")
    assert "kept as a draft" in out
    assert kept() == ()
    out = plain("1", "1", "", "", "2", "", "", "q")
    assert "You were in the middle" in out
    assert kept()[0].before == ("left on my own again",)


def test_links_and_turns_are_copied_into_the_plan_as_private_lines() -> None:
    """Two signs and a way, once: what is there already is not offered again."""
    out = plain(*SHORT, "1", "2", "4", "go out for a while", "2", "1 3 5", "2", "-", "q")
    plan = desk().read_plan().plan
    assert [item.text for item in plan.of(WARNING_SIGNS)] == ["A fight, or being turned away", "Lonely"]
    assert len(plan.of(COPING)) == 1
    assert all(item.private for step in (WARNING_SIGNS, COPING) for item in plan.of(step))
    assert "It is in your plan now, marked as private." in out
    assert out.count("Warning sign: Lonely.") == 1
    printed = cope("plan", "print").out
    assert "A fight, or being turned away" in printed
    assert "Lonely" in printed
    assert "Lonely" not in cope("plan", "print", "--for-helper").out


def test_what_was_to_hold_off_ending_ones_life_leads_to_people() -> None:
    """No exercise is offered for it, and a person stands first."""
    out = plain(*SHORT[:-1], "5", "2", "1", "1", "q")
    assert "Thoughts of ending your life need more than an exercise." in out
    assert "1. A person." in out
    assert kept()[0].turns[0].text == "Reach somebody I trust"


def test_a_short_map_goes_on_as_a_long_one() -> None:
    """What was answered is there already; it stays one map."""
    plain(*SHORT, "3", *[""] * 12, "q")
    (found,) = kept()
    assert (found.form, found.urge, found.before) == (LONG, 7, ("conflict", "the phone call"))


def test_with_saving_off_nothing_is_kept_and_it_says_so() -> None:
    """The map can be gone through all the same."""
    done = cope("triggers", "--plain", "--no-save", types=[*SHORT, "q"])
    assert done.code == OK
    assert "The map is not kept on disk." in done.out
    assert kept() == ()


def a_map(**fields: object) -> TriggerMap:
    """Keep a map and return it."""
    there = desk().journal
    parts: dict[str, object] = {"before": ("conflict",), "links": (Link(FEELING, "sad"),), "did": "hurt"}
    return there.add(
        TriggerMap(id=there.new_id(), when=there.now(), finished=True, **{**parts, **fields})  # type: ignore[arg-type]
    )


def test_maps_are_listed_the_newest_first_without_what_was_done() -> None:
    """A list can be seen by others."""
    a_map(before=("bored",))
    a_map(before=("my  own \x1b[31mwords",))
    done = cope("triggers", "list")
    first, second = done.lines
    assert first.startswith("1. ")
    assert first.endswith(". my own [31mwords.")
    assert second.endswith(". Nothing to do.")
    assert "hurt" not in done.out


@pytest.mark.parametrize("words", [("triggers", "list"), ("triggers", "show"), ("triggers", "edit", "1")])
def test_without_a_map_it_says_how_to_begin(words: tuple[str, ...]) -> None:
    """Calmly, and with its own exit code."""
    done = cope(*words)
    assert done.code == NOTHING_FOUND
    assert "No trigger map is here yet." in done.talk


def test_a_map_is_shown_by_its_number_or_id_and_as_json() -> None:
    """The newest where none was named."""
    one = a_map(turns=(Turn(0, "call a friend"),))
    a_map(before=("bored",))
    shown = cope("triggers", "show", "2").out
    assert shown == cope("triggers", "show", one.id).out
    assert "● Right before\n│   A fight, or being turned away\n" in shown
    assert "│ → Another way: call a friend" in shown
    assert "Nothing to do" in cope("triggers", "show").out
    assert json.loads(cope("triggers", "show", one.id, "--json").out)["before"] == ["conflict"]
    assert len(json.loads(cope("triggers", "list", "--json").out)) == 2
    assert cope("triggers", "show", "3").code == NOTHING_FOUND


def test_the_picture_and_the_spoken_map_have_the_same_words() -> None:
    """In the same order."""
    a_map(vulnerable=("sleep",), urge=4, needs=("show",))

    def words(text: str) -> list[str]:
        return [word.strip(":.") for word in text.split() if word.strip("●│→:.")]

    spoken = cope("triggers", "show", "--plain", types=[]).out
    assert "●" not in spoken
    assert words(spoken) == words(cope("triggers", "show").out)


def test_deleting_asks_on_a_terminal_and_needs_yes_elsewhere() -> None:
    """Leaving it is one of the answers."""
    a_map()
    assert cope("triggers", "delete", "1").code == USAGE
    cope("triggers", "delete", "1", types=["2"])
    cope("triggers", "delete", "1", types=["q"])
    assert len(kept()) == 1
    cope("triggers", "delete", "1", types=["1"])
    assert kept() == ()
    a_map()
    assert cope("triggers", "delete", "1", "--yes").code == OK
    assert kept() == ()


def test_editing_opens_the_map_and_keeps_what_was_changed() -> None:
    """What was not touched stays, and so does its place in time."""
    one = a_map(did="did-not", links=(Link(FEELING, "sad"),))
    done = cope("triggers", "edit", "1", "--plain", types=["4", "", "", "6 9", *[""] * 8, "q"])
    assert done.code == OK
    (found,) = kept()
    assert (found.id, found.when, found.before) == (one.id, one.when, ("conflict",))
    assert [link.text for link in found.links] == ["ashamed", "restless"]


def test_without_a_terminal_a_map_is_not_begun() -> None:
    """It says what works there."""
    done = cope("triggers")
    assert done.code == USAGE
    assert "A trigger map is written on a terminal." in done.talk


def test_a_damaged_journal_is_told_in_a_sentence_and_the_draft_stays() -> None:
    """The map can be gone through, and nothing of it is lost."""
    a_map()
    place = desk().paths.journal_file
    with open(place, "r+b") as file:
        file.write(b"\x00" * 4096)
    assert cope("triggers", "list").code == UNREADABLE
    out = plain(*SHORT, "q")
    assert "Traceback" not in out
    assert "The map is not kept on disk." in out
    assert DRAFT in desk().draft_names()
