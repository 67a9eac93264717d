"""Keeping the plan, line by line: older versions, a file taken in, the printer, two programs at once."""

from __future__ import annotations

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from copecli.core.errors import NOTHING_FOUND, OK, NotSaved
from copecli.core.plan import COPING, PEOPLE, REASONS, AboutMe, Item, Plan
from copecli.core.shared_words import BEFORE_PRINTING
from tests.cli.stage import A_PLAN, Done, Lines, cope, desk, write_plan
from tests.fake_printer import fake_lp, without_lp
from tests.ways import numbered

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.system.plan_store import Stored

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="there is no lp there")

FIRST = Plan({COPING: (Item("t", "Tea"),)})
SECOND = FIRST.add(COPING, Item("w", "A walk"))
THIRD = SECOND.change(COPING, Item("t", "Mint tea"))
READ, WRITE, PRINT, OLDER = "1", "2", "3", "4"
STOP = ["/q", "q"]


class Typed(list[Any]):
    """Lines; a pair of something to do and a line does it before the line is typed."""

    def __getitem__(self, at: Any) -> Any:
        """Return the line, and do what comes before it."""
        found = super().__getitem__(at)
        if isinstance(found, tuple):
            found[0]()
            return found[1]
        return found


def plan(*lines: Any, **more: Any) -> Done:
    """Open the plan on a terminal that goes line by line."""
    return cope("plan", "--plain", types=Typed(lines), **more)


def now() -> Plan:
    """Return the plan on disk."""
    return desk().read_plan().plan


def texts(step: str = COPING) -> list[str]:
    """Return what stands in a step on disk."""
    return [item.text for item in now().of(step)]


def number_of(words: str, lines: Lines = ()) -> str:
    """Return the number under which a row is offered, after `lines`."""
    return next(line.split(".")[0] for line in plan(*lines, "q", "q").lines if words in line)


def write_all() -> None:
    """Save three plans, one after the other."""
    for one in (FIRST, SECOND, THIRD):
        write_plan(one)


class TestOlder:
    """Older versions."""

    def test_each_says_when_it_was_and_what_came_after_it(self) -> None:
        """The newest first, in words."""
        write_all()
        rows = [line for line in plan(OLDER, "q", "q").lines if "After it" in line]
        assert [row.split(". ", 2)[0] for row in rows] == ["1", "2"]
        assert rows[0].endswith("After it: 1 changed.")
        assert rows[1].endswith("After it: 1 added.")

    def test_one_is_compared_with_the_plan_of_now_and_read(self) -> None:
        """And looking changes nothing."""
        write_all()
        done = plan(OLDER, "2", "1", "2", "q", "q", "q")
        assert "- Changed: Mint tea" in done.lines
        assert "- Added: A walk" in done.lines
        assert " - Tea" in done.lines
        assert now() == THIRD
        assert len(desk().plan_versions()) == 2

    def test_going_back_keeps_the_plan_of_now(self) -> None:
        """It is a version then, and the next thing is done with the plan that is back."""
        write_all()
        done = plan(OLDER, "2", "3", READ, "q")
        assert "That version is your plan again. The one before it is kept too." in done.lines
        assert now() == FIRST
        assert "Mint tea" not in done.out.split("kept too.")[1]
        assert desk().plan_called(desk().plan_versions()[0].name) == THIRD

    def test_many_are_shown_a_few_at_a_time(self) -> None:
        """The oldest can be reached and put back."""
        for number in range(15):
            write_plan(Plan({COPING: (Item("t", f"Tea {number}"),)}))
        plan(OLDER, "7", "7", "2", "3", "q")
        assert texts() == ["Tea 0"]

    def test_one_that_cannot_be_read_says_so_and_the_others_are_there(self) -> None:
        """What came before it cannot be compared."""
        write_all()
        Path(desk().paths.plan_history, desk().plan_versions()[0].name).write_bytes(b"= [")
        done = plan(OLDER, "1", "2", "q", "q", "q")
        assert any("It cannot be read. It is kept as it is." in line for line in done.lines)
        assert any("What came after it cannot be read." in line for line in done.lines)
        assert now() == THIRD

    def test_without_any_it_says_so(self) -> None:
        """Calmly."""
        write_plan(FIRST)
        assert "There are no older versions of your plan." in plan(OLDER, "q").lines

    def test_nothing_is_put_back_where_nothing_is_saved(self) -> None:
        """`--no-save` holds for this, too."""
        write_all()
        done = cope("plan", "--plain", "--no-save", types=[OLDER, "2", "3", "q"])
        assert "Saving is off, so no version was put back." in done.lines
        assert now() == THIRD

    def test_a_number_names_a_version_on_the_command_line(self) -> None:
        """As in the list; one that is not there is told with what lists them."""
        write_all()
        assert cope("plan", "restore", "1", "--yes").code == OK
        assert now() == FIRST
        done = cope("plan", "restore", "9", "--yes")
        assert done.code == NOTHING_FOUND
        assert "`cope plan history`" in done.talk


class TestDamaged:
    """What is left where the plan cannot be read, or is gone."""

    def test_the_newest_that_can_be_read_is_one_number_away(self) -> None:
        """Also where the newest of all is damaged, too."""
        write_all()
        Path(desk().paths.plan_file).write_bytes(b"= [")
        Path(desk().paths.plan_history, desk().plan_versions()[0].name).write_bytes(b"= [")
        done = plan("1", "q")
        assert "Mint tea" in done.out  # its last text
        assert now() == FIRST

    def test_a_new_one_can_be_started_and_the_old_file_is_kept(self) -> None:
        """Byte by byte, as a version."""
        write_plan(FIRST)
        Path(desk().paths.plan_file).write_bytes(b"= [")
        number = next(line.split(".")[0] for line in plan("q").lines if "Start a new one" in line)
        plan(number, "A new line", *STOP)
        assert texts("warning-signs") == ["A new line"]
        kept = [path.read_bytes() for path in Path(desk().paths.plan_history).iterdir()]
        assert b"= [" in kept

    def test_a_plan_that_is_gone_is_not_told_as_if_there_had_been_none(self) -> None:
        """Older ones are offered before the first question is asked."""
        write_all()
        Path(desk().paths.plan_file).unlink()
        done = plan("1", "q")
        assert "There is no plan now, but 2 older ones are kept." in done.lines
        assert now() == SECOND


class TestTakingIn:
    """A plan from a file."""

    def test_it_says_what_came_what_was_here_and_what_is_not_known(self, tmp_path: Path) -> None:
        """Nothing is written over, and the plan before it is kept."""
        write_plan(THIRD)
        file = tmp_path / "other.toml"
        file.write_text(
            'format = 1\nmood = "grey"\n[[coping]]\ntext = "A walk"\n[[coping]]\ntext = "Music"\n'
        )
        done = plan(number_of("Take in a plan"), str(file), "q")
        assert "New lines: 1." in done.lines
        assert "Lines that were here already: 1." in done.lines
        assert "- mood is not known here. It is kept." in done.lines
        assert texts() == ["Mint tea", "A walk", "Music"]
        assert desk().plan_called(desk().plan_versions()[0].name) == THIRD

    def test_a_file_that_is_none_is_asked_for_again(self, tmp_path: Path) -> None:
        """In one sentence; Enter leaves it, and nothing was changed."""
        write_plan(THIRD)
        (tmp_path / "bad.toml").write_text("= [")
        done = plan(number_of("Take in a plan"), str(tmp_path / "no"), str(tmp_path / "bad.toml"), "", "q")
        assert done.out.count("Which file holds a plan?") == 3
        assert "There is no file" in done.out
        assert "Nothing was changed." in done.out
        assert now() == THIRD

    def test_it_can_be_the_first_plan_there_is(self, tmp_path: Path) -> None:
        """From home, through more, where no plan is yet."""
        file = tmp_path / "mine.md"
        file.write_text("## Coping\n- Tea\n")
        cope("--plain", types=["5", numbered("take-in"), str(file), "q", "q"])
        assert texts() == ["Tea"]


@posix_only
class TestPaper:
    """Large print, and the printer."""

    @pytest.fixture(autouse=True)
    def _written(self) -> None:
        write_plan(A_PLAN)

    def test_it_is_printed_large_into_a_file(self, tmp_path: Path) -> None:
        """On more pages than else."""
        sizes = []
        for number in (number_of("PDF, on one page", [PRINT]), number_of("PDF in large print", [PRINT])):
            file = tmp_path / f"{number}.pdf"
            plan(PRINT, number, str(file), "q")
            sizes.append(largest_letter(file.read_bytes()))
        assert sizes[1] > sizes[0]

    def test_the_printer_gets_it_after_it_was_said_who_may_see_it(self, tmp_path: Path) -> None:
        """One page or in large print; nothing of the plan stands in the command's words."""
        environ = {"PATH": fake_lp(tmp_path / "bin")}
        done = plan(PRINT, "9", "1", "q", environ=environ)
        assert done.lines.index(BEFORE_PRINTING) < done.lines.index("Your plan is at the printer.")
        usual = (tmp_path / "bin" / "handed").read_bytes()
        plan(PRINT, "9", "2", "q", environ=environ)
        large = (tmp_path / "bin" / "handed").read_bytes()
        assert largest_letter(large) > largest_letter(usual)
        assert (tmp_path / "bin" / "words").read_text() == "-t pages\n"

    def test_leaving_it_prints_nothing(self, tmp_path: Path) -> None:
        """q, once it is said who may see it."""
        done = plan(PRINT, "9", "q", "q", environ={"PATH": fake_lp(tmp_path / "bin")})
        assert "Nothing was printed." in done.lines
        assert not (tmp_path / "bin" / "handed").exists()

    def test_without_lp_it_is_not_offered(self, tmp_path: Path) -> None:
        """Nine is no number of the list then."""
        done = plan(PRINT, "9", "q", "q", environ={"PATH": without_lp(tmp_path / "none")})
        assert "printer." not in " ".join(line for line in done.lines if line.startswith("9."))
        assert "I can read numbers from 1 to 8." in done.lines

    def test_a_printer_that_does_not_take_it_is_said(self, tmp_path: Path) -> None:
        """One sentence, and what else there is."""
        done = plan(PRINT, "9", "1", "q", environ={"PATH": fake_lp(tmp_path / "bin", takes_it=False)})
        assert "The printer did not take it. Your plan is as it was." in done.out


def largest_letter(pdf: bytes) -> float:
    """Return the size of the largest letter of a PDF, in points."""
    sizes: list[float] = []
    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=lambda _text, _cm, tm, _font, size: sizes.append(size * abs(tm[3])))
    return max(sizes)


WHOLE = Item(
    "f", "A friend", "555-0100", sms="555-0101", kind="person", likelihood=4, barrier="It is late",
    way_round="A text first", how_known="School", when="Evenings", may_tell="yes", address="Main Street 1",
)  # fmt: skip


class TestTwoAtOnce:
    """Another program saves the same plan meanwhile."""

    @staticmethod
    def elsewhere(change: Callable[[Plan], Plan]) -> Callable[[], None]:
        """Return what another program does: it opens the plan, changes it and saves it."""

        def do() -> None:
            other = desk()
            stored = other.read_plan()
            other.save_plan(stored, change(stored.plan))

        return do

    def test_both_edits_are_there_over_every_field_and_it_is_said(self) -> None:
        """Details of one line, what is said of the plan, the card for helpers, a mark."""
        write_plan(Plan({PEOPLE: (Item("f", "A friend", "555-0100"),), COPING: (Item("t", "Tea"),)}))

        def others(there: Plan) -> Plan:
            changed = there.change(PEOPLE, replace(WHOLE, not_safe=True))
            about = AboutMe("Quiet", "Advice", "Slow words")
            return replace(
                changed,
                kept_at="Drawer",
                copies=("A helper",),
                review_on="In May",
                likelihood=6,
                about_me=about,
            )

        done = plan(WRITE, "/b", "/b", "/b", "/b", (self.elsewhere(others), "A walk"), *STOP)
        assert "Your plan was changed elsewhere meanwhile. Both are kept." in done.lines
        found = now()
        assert found.of(PEOPLE) == (replace(WHOLE, not_safe=True),)
        assert "A walk" in [item.text for items in found.items.values() for item in items]
        assert (found.kept_at, found.copies, found.review_on, found.likelihood) == (
            "Drawer",
            ("A helper",),
            "In May",
            6,
        )
        assert found.about_me == AboutMe("Quiet", "Advice", "Slow words")
        assert desk().people() == ()

    def test_what_is_done_next_is_done_with_the_newest_plan(self) -> None:
        """Somebody marked as not safe meanwhile is walked past, and it is said."""
        write_plan(A_PLAN)
        mark = self.elsewhere(lambda there: there.change(PEOPLE, replace(there.of(PEOPLE)[0], not_safe=True)))
        done = plan((mark, READ), "q")
        assert "Your plan was changed elsewhere. This is the newest." in done.lines
        assert "Not safe for me." in done.out

    def test_what_could_not_be_saved_here_is_not_dropped_for_the_newest_plan(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It stays until it is saved, and then both are there."""
        write_plan(Plan({REASONS: (Item("r", "The sea"),)}))
        real = desk().save_plan
        full = [True]

        def at_first_full(self: object, stored: Stored, plan: Plan) -> Stored:
            if full.pop() if full else False:
                raise NotSaved("The disk is full.")
            return real(stored, plan)

        monkeypatch.setattr("copecli.desk.Desk.save_plan", at_first_full)
        other = self.elsewhere(lambda there: there.add(COPING, Item("t", "Tea")))
        done = plan(WRITE, "My line", "/q", (other, READ), WRITE, "Another", *STOP)
        assert " - My line" in done.lines
        written = [item.text for items in now().items.values() for item in items]
        assert {"Tea", "My line", "Another", "The sea"} <= set(written)

    @pytest.mark.parametrize("state", [None, b"= ["])
    @pytest.mark.parametrize("choice", ["1", "2", "q"])
    def test_what_cannot_be_put_together_is_asked(self, state: bytes | None, choice: str) -> None:
        """Gone or damaged meanwhile: mine, theirs, or neither yet; no word is lost in any case."""
        write_plan(FIRST)
        file = Path(desk().paths.plan_file)

        def spoil() -> None:
            file.unlink() if state is None else file.write_bytes(state)

        done = plan(WRITE, (spoil, "My line"), choice, *STOP, "q")
        assert done.code == OK
        assert "Which one do you want to go on with? Neither is lost." in done.lines
        kept = [path.read_bytes() for path in Path(desk().paths.plan_history).glob("*")]
        if choice == "1":
            assert "My line" in [item.text for items in now().items.values() for item in items]
            assert texts() == ["Tea"]
            assert state is None or state in kept
        else:
            assert (file.read_bytes() if file.exists() else None) == state
        if choice == "2":
            newest = desk().plan_called(desk().plan_versions()[0].name)
            assert "My line" in [item.text for items in newest.items.values() for item in items]
        if choice == "q":
            assert "My line" in [desk().draft(name) for name in desk().draft_names()]
