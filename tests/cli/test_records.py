"""What was written down, as commands and line by line."""

from __future__ import annotations

import json
from dataclasses import replace
from errno import EPIPE
from typing import Any

import pytest

from copecli.core.chain import DID_NOT, HURT, TriggerMap
from copecli.core.checkin import MIGHT_ACT, SOME, CheckIn
from copecli.core.errors import NOTHING_FOUND, OK, UNREADABLE, USAGE
from copecli.core.record_format import to_document, to_line
from copecli.core.records import GoodMoment
from copecli.core.uses import Use
from copecli.core.when import When
from copecli.core.written_words import BOTH_KEPT, CHANGED, FOR_GOOD, GONE, NOTHING_YET
from copecli.system.journal import Journal
from tests.cli.stage import Stream, cope, desk
from tests.ways import numbered

RECORDS = numbered("records")
START = When.from_iso("2025-05-12T03:12+01:00")


def keep(kind: type, minute: int = 0, **parts: Any) -> Any:
    """Save a record of a kind at that minute."""
    there = desk().journal
    when = When(START.utc_ms + minute * 60_000, START.offset)
    return there.add(kind(id=there.new_id(), when=when, **parts))


def kept(kind: type) -> tuple[Any, ...]:
    """Return what is on disk of a kind."""
    return desk().journal.newest(kind)


def test_check_ins_are_listed_the_newest_first_a_line_each() -> None:
    """By the clock on the wall; without the answer about ending one's life."""
    keep(CheckIn, 1, feelings=("numb", "my  own \x1b[31mword"), distress=6, urge=4, ending_life=MIGHT_ACT)
    keep(CheckIn, 2, note="It rained.")
    done = cope("checkin", "list")
    assert (done.code, done.talk) == (OK, "")
    assert done.lines == [
        "1. 12 May 2025, 03:14. It rained.",
        "2. 12 May 2025, 03:13. Numb, or far away. my own [31mword. Distress 6, urge 4.",
    ]


class Gone(Stream):
    """A pipe whose reader left after the first words."""

    def write(self, text: str) -> int:
        """Take a first line, and no second one."""
        if self.getvalue():
            raise BrokenPipeError(EPIPE, "")
        return super().write(text)


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_list_goes_out_as_it_is_read(more: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the reader leaves after a line, no more than a page was read, and that is no failure."""
    pages = []
    newest = Journal.newest

    def counted(*asked: Any) -> Any:
        pages.append(asked)
        return newest(*asked)

    many()
    monkeypatch.setattr(Journal, "newest", counted)
    done = cope("checkin", "list", *more, out=Gone(tty=False))
    assert (done.code, len(pages)) == (OK, 1)
    assert done.out


def test_more_than_a_page_is_listed_whole() -> None:
    """As JSON, too, and each is as it is exported."""
    made = many()
    lines = cope("checkin", "list").lines
    assert len(lines) == 120
    assert lines[119].startswith("120. ")
    assert json.loads(cope("checkin", "list", "--json").out) == [to_document(one) for one in made[::-1]]


def many() -> list[CheckIn]:
    """Save more check-ins than two pages."""
    there = desk().journal
    made = [CheckIn(id=there.new_id(), when=When(START.utc_ms + n), distress=n % 11) for n in range(120)]
    there.take_in(((one, to_line(one)) for one in made), lambda: None)
    return made


@pytest.mark.parametrize("words", [("list",), ("show",), ("edit",), ("delete", "1")])
def test_without_a_check_in_it_says_how_to_begin(words: tuple[str, ...]) -> None:
    """Calmly, with its own exit code; an empty list is an empty array."""
    done = cope("checkin", *words)
    assert done.code == NOTHING_FOUND
    assert "No check-in is here yet. `cope checkin` begins one." in done.talk
    assert json.loads(cope("checkin", "list", "--json").out) == []


def test_a_check_in_is_shown_by_its_number_or_id_with_all_of_it() -> None:
    """The newest where none was named; opened, the answer about ending one's life is there."""
    old = keep(CheckIn, 1, feelings=("sad",), ending_life=SOME, note="one\n  \x1b[31mtwo")
    keep(CheckIn, 2, distress=0)
    shown = cope("checkin", "show", "2")
    assert shown.out == cope("checkin", "show", old.id).out
    assert shown.lines == [
        "12 May 2025, 03:13",
        "",
        "How it was: Sad",
        "Thoughts of ending my life: Some",
        "Note:",
        "  one",
        "    [31mtwo",
    ]
    assert cope("checkin", "show").lines[-1] == "Distress: 0 of 10"
    assert json.loads(cope("checkin", "show", "2", "--json").out) == to_document(old)
    for name in ("3", "0", "nope"):
        done = cope("checkin", "show", name)
        assert done.code == NOTHING_FOUND
        assert "No check-in is called that." in done.talk


def test_deleting_asks_on_a_terminal_and_needs_yes_elsewhere() -> None:
    """Leaving it is one of the answers, and so is the end of input."""
    keep(CheckIn, 1, note="first")
    keep(CheckIn, 2, note="second")
    done = cope("checkin", "delete", "2")
    assert done.code == USAGE
    assert "for good. Add --yes." in done.talk
    for typed in (["2"], ["q"], []):
        done = cope("checkin", "delete", "2", types=typed)
        assert (done.code, len(kept(CheckIn))) == (OK, 2)
        assert "Nothing was changed." in done.talk
    done = cope("checkin", "delete", "2", types=["1"])
    assert "first." in done.out
    assert FOR_GOOD in done.out
    assert GONE in done.talk
    assert [found.note for found in kept(CheckIn)] == ["second"]
    assert cope("checkin", "delete", "1", "--yes").code == OK
    assert kept(CheckIn) == ()


def test_editing_asks_the_questions_with_their_answers() -> None:
    """The newest where none was named; it needs a terminal."""
    one = keep(CheckIn, 1, feelings=("sad",), distress=6, note="old")
    done = cope("checkin", "edit")
    assert done.code == USAGE
    assert "A check-in is changed on a terminal." in done.talk
    done = cope("checkin", "edit", "--plain", types=["", "3", "", "", "", "new"])
    assert done.code == OK
    assert "12 May 2025, 03:13." in done.out
    assert CHANGED in done.out
    assert kept(CheckIn) == (replace(one, distress=3, note="new"),)
    assert desk().draft_names() == ()


def test_a_damaged_journal_is_told_in_a_sentence() -> None:
    """With its exit code, by every command."""
    keep(CheckIn, note="x")
    with open(desk().paths.journal_file, "r+b") as file:
        file.write(b"\x00" * 4096)
    for words in (("list",), ("list", "--json"), ("show",), ("edit", "1"), ("delete", "1", "--yes")):
        done = cope("checkin", *words)
        assert done.code == UNREADABLE
        assert "Your journal cannot be read" in done.talk


# line by line


def plain(*lines: str) -> str:
    """Go to what was written down and return all that was said from there on."""
    done = cope("--plain", types=["m", RECORDS, *lines])
    assert done.code == OK
    assert "Traceback" not in done.talk
    return done.out.partition("Take in a plan")[2]


def test_nothing_yet_is_said_with_something_to_begin() -> None:
    """And what was begun is in the list afterwards."""
    out = plain("2", "The sea", "q", RECORDS, "q")
    assert NOTHING_YET in out
    assert "1. Good moments." in out


def test_a_record_is_read_changed_marked_and_deleted() -> None:
    """From the kinds to one of them, and back by q."""
    keep(GoodMoment, text="The sea")
    out = plain("1", "1", "1", "The sea, flat", "2", "2", "3", "2", "3", "1", "q")
    for said in (
        "1. 12 May 2025, 03:12. The sea.", "What was good: The sea.", CHANGED,
        "What was good: The sea, flat.", "It can be shown to you on a hard day.",
        "It is not shown on a hard day any more.", FOR_GOOD,
        "Nothing was changed.", GONE, NOTHING_YET,
    ):  # fmt: skip
        assert said in out
        out = out.partition(said)[2]
    assert kept(GoodMoment) == ()


def test_a_long_list_is_read_out_a_few_at_a_time() -> None:
    """Earlier ones, then newer ones again."""
    for minute in range(12):
        keep(GoodMoment, minute, text=f"moment {minute}")
    out = plain("1", "11", "2", "q", "3", "q", "q", "q", "q")
    first, second, third = [part for part in out.split("Good moments.\n") if "1. 12 May" in part][:3]
    assert "moment 11" in first
    assert "moment 1." not in first
    assert "1. 12 May 2025, 03:13. moment 1." in second
    assert "What was good: moment 0." in second
    assert "moment 11" not in second
    assert "3. Newer ones." in third


def test_things_that_were_done_are_said_as_true_sentences() -> None:
    """And the others stand among the exercises only, with their way to be taken away."""
    keep(TriggerMap, 1, did=DID_NOT, urge=8)
    keep(Use, 2, skill="five-senses", ease="harder")
    out = plain("2", "q", "3", "1", "q", "q", "q")
    assert "1. On 12 May 2025 the urge was 8, and you did not hurt yourself." in out
    assert "1. 12 May 2025, 03:14. Five senses. Harder." in out
    assert "How it was then: Harder." in out
    assert "Show me this on a hard day" not in out


def test_care_comes_before_the_edit_of_a_map_and_its_draft_waits() -> None:
    """Also by command; the map on disk is as it was until then."""
    one = keep(TriggerMap, before=("conflict",), did=DID_NOT, urge=3, finished=True)
    out = plain("1", "1", "1", "", "", "", "", "1", "1", "", "q", "q", "q")
    assert "Care comes first." in out
    assert "The map is kept for another day." in out
    assert kept(TriggerMap) == (one,)
    assert desk().draft_names() == (one.id,)
    out = cope("triggers", "edit", "1", "--plain", types=["4", "q", "4", "1", "4", "", "", "q"]).out
    assert out.count("You were in the middle of changing this.") == 2
    assert "Do you need care now?" in out
    assert kept(TriggerMap) == (replace(one, did=HURT, care="no"),)
    assert desk().draft_names() == ()


def test_the_edit_of_a_map_keeps_both_where_it_was_changed_meanwhile() -> None:
    """A draft of an older state never writes over a newer one."""
    one = keep(TriggerMap, before=("conflict",), did=DID_NOT, finished=True)
    cope("triggers", "edit", "1", "--plain", types=["4", "", "bored", KeyboardInterrupt()])
    assert desk().draft_names() == (one.id,)
    desk().journal.change(replace(one, urge=5), one)
    out = cope("triggers", "edit", "1", "--plain", types=["4", "1", "/q", "q"]).out
    assert BOTH_KEPT in out
    assert {(found.before, found.urge) for found in kept(TriggerMap)} == {
        (("conflict",), 5),
        (("bored",), None),
    }
