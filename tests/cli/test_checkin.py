"""`cope checkin`, line by line, in one line and in a pipe: kept at once, calm, and no own words in argv."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from copecli import desk_checkin
from copecli.cli.main import run
from copecli.cli.world import World
from copecli.core import checkin_end as end
from copecli.core.checkin import CheckIn
from copecli.core.checkin_offer import OFFER
from copecli.core.errors import OK, UNEXPECTED, USAGE
from copecli.core.form_words import STOPPED
from copecli.core.records import LONGEST_TEXT, GoodMoment
from copecli.desk_checkin import CHECK_IN, GOOD
from tests.cli.stage import A_PLAN, Done, Hand, Stream, cope, desk, write_plan
from tests.ways import numbered

WHOLE = ["6, a bit grey", "6", "4", "5", "late night", "It rained."]


def kept() -> tuple[CheckIn, ...]:
    """Return the check-ins on disk."""
    return desk().journal.newest(CheckIn)


def files() -> dict[str, bytes]:
    """Return everything that is in the home, by its place."""
    root = Path(os.environ["HOME"])
    return {str(file): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def plain(*lines: str) -> str:
    """Go through `cope checkin --plain` and return all that was said."""
    done = cope("checkin", "--plain", types=list(lines))
    assert done.code == OK
    return done.out


def piped(words: tuple[str, ...], data: bytes) -> Done:
    """Run `cope` with `words` and `data` in its standard input."""
    out, talk = Stream(tty=False), Stream(tty=False)
    stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    code = run(list(words), None, World(stdin=stdin, stdout=out, stderr=talk, environ=os.environ))
    return Done(code, out.getvalue(), talk.getvalue(), Hand(()))


def test_a_check_in_line_by_line() -> None:
    """Every answer is on disk, and a next small thing is offered."""
    out = plain(*WHOLE, "4")
    (found,) = kept()
    assert (found.feelings, found.distress, found.urge, found.able) == (("sad", "a bit grey"), 6, 4, 5)
    assert (found.tags, found.note, found.ending_life) == (("late night",), "It rained.", "")
    assert (
        "The check-in is kept.\nWhat would be a small next thing?\n1. Keep a good moment.\n2. A person."
        in out
    )
    assert "Thoughts of ending your life?" not in out
    assert CHECK_IN not in desk().draft_names()


class Watched:
    """Lines, and a look at the disk when one of them is asked for."""

    def __init__(self, lines: list[str], at: int) -> None:
        self.hand = Hand(lines)
        self.at = at
        self.seen: dict[str, bytes] | None = None

    def read(self, seconds: float | None) -> str | None:
        """Look, then type the next line."""
        if self.hand.at == self.at:
            self.seen = files()
        return self.hand.read(seconds)


def test_what_might_be_acted_on_opens_help_now_before_anything_is_written() -> None:
    """At that moment the disk is as it was before the answer, and no draft ever holds it."""
    desk().set("ask-ending-life", True)
    lines = ["6", "8", "", "", "3", "", "/q"]

    def go(look_before: int) -> tuple[Watched, str]:
        watched = Watched(lines, look_before)
        out = Stream(tty=True)
        world = World(
            stdin=Stream(tty=True), stdout=out, stderr=Stream(tty=True), environ=os.environ,
            clock=watched.hand.clock, read=watched.read,
        )  # fmt: skip
        assert run(["checkin", "--plain"], None, world) == OK
        return watched, out.getvalue()

    before, _out = go(4)
    desk().keep_draft(CHECK_IN, "")
    during, out = go(5)
    assert during.seen == before.seen
    assert out.index("Thoughts of ending your life?") < out.index("Badly hurt, or might act? Call first.")
    assert out.index("Badly hurt, or might act? Call first.") < out.index("What is it about?")
    assert out.count("Thoughts of ending your life?") == 1
    assert not any(b"might-act" in held for held in files().values())
    assert kept() == ()
    plain("1", "/b", "3", "", "", "", "q")
    assert kept()[0].ending_life == "might-act"
    assert "might-act" not in repr(desk().journal.tallies())


def test_such_thoughts_lead_to_a_person_the_plan_and_the_lines() -> None:
    """Before any exercise."""
    desk().set("ask-ending-life", True)
    write_plan(A_PLAN)
    out = plain("", "9", "", "", "2", "", "", "3", "q", "1", "q")
    assert end.TELL_SOMEBODY in out
    assert "1. A person.\n2. Go through my safety plan.\n3. Crisis lines.\n4. Choose an exercise." in out
    assert "findahelpline.com" in out
    assert "A friend" in out


def test_on_a_hard_day_something_true_is_there_for_who_asks() -> None:
    """Said when it was chosen, and an exercise is chosen for what was said."""
    assert piped(("checkin", "good"), b"The sea\n").code == OK
    out = plain("6", "7", "", "", "", "", "3", "2", "q", "q")
    assert out.index("3. Something true, from your own record.") < out.index("The sea.")
    assert "You could try one of these." in out
    assert "Something true" not in plain("9", "6", "", "", "", "", "q")


def test_not_being_safe_leads_to_help_now() -> None:
    """At once; then the question is there again."""
    out = plain("1", "", "/q")
    assert "Badly hurt, or might act? Call first." in out
    assert kept() == ()
    assert CHECK_IN not in desk().draft_names()
    assert STOPPED not in out


def test_a_draft_is_taken_up() -> None:
    """What was said before is there still."""
    assert STOPPED in plain("6", "/q")
    out = plain("1", "3", "", "", "", "", "q")
    assert "You were in the middle of a check-in." in out
    assert kept()[0].feelings == ("sad",)


def test_one_line_keeps_at_once() -> None:
    """Nothing is asked; the result is stdout's and the talk stderr's."""
    words = "--distress 6 --urge 4 --able 5 --feeling numb --feeling sad --tag late-night --tag сон"
    done = cope("checkin", *words.split(), types=[])
    assert (done.code, done.out, done.talk) == (OK, "", "The check-in is kept.\n")
    (found,) = kept()
    assert (found.distress, found.urge, found.able) == (6, 4, 5)
    assert (found.feelings, found.tags) == (("numb", "sad"), ("late-night", "сон"))


def test_one_line_on_a_hard_day_says_the_ways_on() -> None:
    """A person first; and JSON stays whole for who reads it."""
    write_plan(A_PLAN)
    done = cope("checkin", "--distress", "0", "--urge=9", "--json")
    assert json.loads(done.out)["urge"] == 9
    assert json.loads(done.out)["kind"] == "check-in"
    first, person, *_rest = done.talk.splitlines()
    assert first == "The check-in is kept."
    assert "person" in person
    assert "cope now" in person
    assert "cope plan walk" in done.talk


@pytest.mark.parametrize("number", ["11", "-1", "x", "1.5", "９", ""])
def test_a_number_is_from_0_to_10(number: str) -> None:
    """One calm sentence, and nothing is kept."""
    done = cope("checkin", f"--distress={number}")
    assert (done.code, done.talk) == (USAGE, "I can read numbers from 0 to 10.\n")
    assert kept() == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--feeling", "nmb"], "Did you mean numb?"),
        (["--feeling", "I cannot any more"], "fit into --note"),
        (["--tag", "two words"], "fit into --note"),
        (["--tag", "x" * 41], "40"),
        (["--note", "words"], "There is no command"),
        (["--distress", "3", "words"], "There is no command"),
        (["--json"], "cope checkin --distress 6"),
        ([], "cope checkin --distress 6"),
        (["--feeling"], "--feeling"),
    ],
)
def test_no_own_words_stand_on_the_command_line(words: list[str], told: str) -> None:
    """It says where they fit; nothing is kept."""
    done = cope("checkin", *words)
    assert done.code == USAGE
    assert told in done.talk
    assert done.talk.count("\n") == 1
    assert kept() == ()


def test_a_note_is_asked_for_on_a_terminal() -> None:
    """Help now is one key away there, too; an end of input leaves it out."""
    done = cope("checkin", "--distress", "5", "--note", types=["/h", "", "It rained."])
    assert done.code == OK
    assert done.out.count("Anything to note?") == 2
    assert "Not safe? /h." in done.out
    assert kept()[0].note == "It rained."
    assert cope("checkin", "--distress", "2", "--note", types=[]).code == OK
    assert (kept()[0].distress, kept()[0].note) == (2, "")


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (b"One line.\nAnd one.\n", "One line.\nAnd one."),
        ("\ufeffÜber\r\n".encode(), "Über"),
        (("ü" * LONGEST_TEXT).encode(), "ü" * LONGEST_TEXT),
        (("😀" * LONGEST_TEXT).encode(), "😀" * LONGEST_TEXT),
    ],
)
def test_a_note_is_read_from_a_pipe_whole(data: bytes, note: str) -> None:
    """Letter by letter, but for the line break at its end."""
    assert piped(("checkin", "--note"), data).code == OK
    assert kept()[0].note == note


@pytest.mark.parametrize("words", [("checkin", "--distress", "3", "--note"), ("checkin", "good")])
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"x" * (LONGEST_TEXT + 1), "That is longer than 20000 characters, so nothing was kept."),
        (("x" + "ü" * 100_000).encode(), "That is longer than 20000 characters, so nothing was kept."),
        (b"\xff\xfe", "That is no text in UTF-8, so nothing was kept."),
    ],
)
def test_a_text_that_cannot_be_kept_whole_is_not_kept(words: tuple[str, ...], data: bytes, told: str) -> None:
    """Nothing is cut, and nothing else of it is kept either."""
    done = piped(words, data)
    assert done.code == USAGE
    assert told in done.talk
    assert kept() == ()
    assert desk().journal.newest(GoodMoment) == ()


def test_where_nothing_was_said_nothing_is_kept() -> None:
    """It says so, and that is fine."""
    done = piped(("checkin", "--note"), b" \n")
    assert kept() == ()
    assert done.code == OK
    assert end.NOTHING_SAID in done.talk
    assert end.NOTHING_SAID in plain(*[""] * 6, "q")
    assert kept() == ()


def test_a_good_moment_line_by_line_and_in_a_pipe() -> None:
    """It is marked to be shown again, and the mark can be taken away."""
    done = cope("checkin", "good", "--plain", types=["The sea", "2", "q"])
    assert done.code == OK
    assert "You can be shown this again on a hard day." in done.out
    assert end.IS_NOT_SHOWN in done.out
    assert not desk().journal.newest(GoodMoment)[0].starred
    done = piped(("checkin", "good", "--json"), b"Tea with a friend\n")
    found = json.loads(done.out)
    assert (found["text"], found["starred"]) == ("Tea with a friend", True)
    assert end.GOOD_KEPT in done.talk
    assert piped(("checkin", "good"), b"\n").code == USAGE
    assert cope("checkin", "good", "--plain", types=["", "q"]).code == OK
    assert len(desk().journal.newest(GoodMoment)) == 2
    assert GOOD not in desk().draft_names()


@pytest.mark.parametrize("words", [("checkin", "--distress", "9"), ("checkin", "good")])
def test_what_cannot_be_kept_is_told_in_one_sentence(words: tuple[str, ...]) -> None:
    """With saving off, and with a damaged journal: what happened, and what is safe."""
    done = piped((*words, "--no-save"), b"The sea")
    assert done.code == UNEXPECTED
    assert "Saving is off" in done.talk
    assert "Nothing that was saved before is lost." in done.talk
    assert not Path(desk().paths.journal_file).exists()
    Path(desk().paths.data).mkdir(parents=True, exist_ok=True)
    Path(desk().paths.journal_file).write_bytes(b"no journal at all" * 500)
    done = piped(words, b"The sea")
    assert done.code == UNEXPECTED
    assert "Help now still work" in done.talk
    assert "Traceback" not in done.talk


def test_home_offers_a_check_in_where_it_is_wanted() -> None:
    """One line and a key; after a check-in it is not said again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk_checkin, "offers_check_in", lambda _: pytest.fail("nobody asked"))
        assert OFFER not in cope("--plain", types=["q"]).out
    desk().set("check-in", "daily")
    done = cope("--plain", types=["k", "", "2", "", "", "", "", "q", "q"])
    assert done.out.count(f"k. {OFFER}.\n") == 1
    assert kept()[0].distress == 2
    assert OFFER not in cope("--plain", types=["q"]).out


def test_both_are_one_step_behind_the_doors() -> None:
    """By number, under “More”."""
    out = cope("--plain", types=["m", numbered("check-in"), "/q", numbered("good"), "/q", "q", "q"]).out
    assert f"{numbered('check-in')}. A check-in.\n{numbered('good')}. A good moment." in out
    assert "How is it right now?" in out
    assert "What was good, however small?" in out
