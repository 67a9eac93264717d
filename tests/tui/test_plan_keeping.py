"""Keeping the plan in the TUI: older versions, a file taken in, the printer, two programs at once."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from copecli.core.plan import COPING, PEOPLE, WARNING_SIGNS, AboutMe, Item, Plan
from copecli.core.plan_keeping import (
    BOTH_KEPT,
    CHANGED_ELSEWHERE,
    MINE_ASIDE,
    MINE_KEPT,
    PUT_BACK,
    WHICH_PLAN,
)
from copecli.core.shared_words import AT_THE_PRINTER, BEFORE_PRINTING
from copecli.desk import Desk
from copecli.tui.app import CopeApp
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.plan import PlanPage
from copecli.tui.screens.plan_changed import WhichPlan
from copecli.tui.screens.plan_left import Damaged
from copecli.tui.screens.plan_older import OlderPlans, OneOlder
from copecli.tui.screens.plan_step import PlanStep
from copecli.tui.screens.plan_take_in import TakeIn
from copecli.tui.screens.to_printer import ToPrinter
from copecli.tui.widgets.key_line import MOST_KEYS, KeyLine
from tests.fake_printer import fake_lp, without_lp
from tests.tui.conftest import press

from .conftest import Companion, said
from .place import go_elsewhere, place

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="there is no lp there")

FIRST = Plan({COPING: (Item("t", "Tea"),)})
SECOND = FIRST.add(COPING, Item("w", "A walk"))
THIRD = SECOND.change(COPING, Item("t", "Mint tea"))


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a line and press Enter."""
    await press(pilot, *("space" if c == " " else c for c in text), "enter")


async def choose(pilot: Pilot[int], app: CopeApp, words: str) -> None:
    """Mark the row with these words, and press Enter."""
    options = app.screen.query_one(OptionList)
    rows = [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]
    options.highlighted = next(at for at, row in enumerate(rows) if words in row)
    await press(pilot, "enter")


def save(desk: Desk, plan: Plan) -> None:
    """Save a plan, as another program would."""
    other = Desk(desk.environ, desk.paths)
    other.save_plan(other.read_plan(), plan)


def save_all(desk: Desk) -> None:
    """Save three plans, one after the other."""
    for plan in (FIRST, SECOND, THIRD):
        save(desk, plan)


def told(app: CopeApp) -> list[str]:
    """Return what was told for a while."""
    return [note.message for note in app._notifications]


class TestMore:
    """What else can be done is a list, and each of its rows leads somewhere."""

    @pytest.mark.parametrize(
        ("words", "opens"),
        [
            ("Take me through it", "WalkPage"),
            ("Print it", "PrintPlan"),
            ("Send to a phone", "Send"),
            ("Say more about the plan", "AskMore"),
            ("ideas to make it stronger", "PlanHints"),
            ("Older versions", "OlderPlans"),
            ("Take in a plan from a file", "TakeIn"),
        ],
    )
    async def test_each_row_opens_what_it_says(
        self, companion: Companion, desk: Desk, words: str, opens: str
    ) -> None:
        """By Enter; closing it leads back to the plan."""
        save_all(desk)
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, "m")
            await choose(pilot, app, words)
            assert type(app.screen).__name__ == opens
            await press(pilot, "escape")
            assert isinstance(app.screen, PlanPage)

    @pytest.mark.parametrize(("key", "opens"), [("o", OlderPlans), ("i", TakeIn)])
    @pytest.mark.parametrize("before", [(), ("m",)])
    async def test_a_letter_is_the_short_way(
        self, companion: Companion, desk: Desk, key: str, opens: type, before: tuple[str, ...]
    ) -> None:
        """On the plan's page, and in the list."""
        save_all(desk)
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, *before, key)
            assert isinstance(app.screen, opens)


class TestOlder:
    """Older versions."""

    async def test_each_says_what_came_after_it_and_one_is_put_back(
        self, companion: Companion, desk: Desk
    ) -> None:
        """The differences are a page of their own; going back keeps the plan of now."""
        save_all(desk)
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, "o")
            assert said(app).index("After it: 1 changed.") < said(app).index("After it: 1 added.")
            await press(pilot, "down", "enter")
            await press(pilot, "enter")
            assert "- Changed: Mint tea" in said(app)
            assert "- Added: A walk" in said(app)
            await press(pilot, "q", "down", "enter")
            assert "– Tea" in said(app)
            await press(pilot, "q", "down", "enter")
            assert isinstance(app.screen, PlanPage)
            assert "Mint tea" not in said(app)
            assert PUT_BACK in told(app)
        assert desk.read_plan().plan == FIRST
        assert desk.plan_called(desk.plan_versions()[0].name) == THIRD

    async def test_many_are_shown_a_few_at_a_time(self, companion: Companion, desk: Desk) -> None:
        """On to the oldest, and back again one page at a time."""
        for number in range(15):
            save(desk, Plan({COPING: (Item("t", f"Tea {number}"),)}))
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, "o")
            options = app.screen.query_one(OptionList)
            await choose(pilot, app, "Even older")
            await choose(pilot, app, "Even older")
            assert options.option_count == 2
            await press(pilot, "q", "q")
            assert options.option_count == 7
            assert isinstance(app.screen, OlderPlans)
            await press(pilot, "q")
            assert isinstance(app.screen, PlanPage)

    async def test_one_that_cannot_be_read_says_so(self, companion: Companion, desk: Desk) -> None:
        """And nothing is offered that could not work."""
        save_all(desk)
        Path(desk.paths.plan_history, desk.plan_versions()[0].name).write_bytes(b"= [")
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, "o", "enter")
            assert "It cannot be read. It is kept as it is." in said(app)
            assert not app.screen.query(OptionList)

    async def test_nothing_is_put_back_where_nothing_is_saved(self, companion: Companion, desk: Desk) -> None:
        """It is said, and the version is still there to read."""
        save_all(desk)
        desk._saving = False
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, "o", "enter")
            await choose(pilot, app, "Go back to it")
            assert "Saving is off, so no version was put back." in told(app)
            assert isinstance(app.screen, OneOlder)


class TestDamaged:
    """What is left where the plan cannot be read, or is gone."""

    async def test_a_new_one_can_be_started_and_the_old_file_is_kept(
        self, companion: Companion, desk: Desk
    ) -> None:
        """Byte by byte, as a version."""
        save(desk, FIRST)
        Path(desk.paths.plan_file).write_bytes(b"= [")
        app = companion(("plan",))
        async with app.run_test() as pilot:
            assert isinstance(app.screen, Damaged)
            await choose(pilot, app, "Start a new one")
            await write(pilot, "anew")
        assert [item.text for item in desk.read_plan().plan.of(WARNING_SIGNS)] == ["anew"]
        assert b"= [" in [path.read_bytes() for path in Path(desk.paths.plan_history).iterdir()]

    async def test_its_last_text_is_a_page_to_read(self, companion: Companion, desk: Desk) -> None:
        """Every word of it."""
        save(desk, FIRST)
        Path(desk.paths.plan_file).write_bytes(b"= [")
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await choose(pilot, app, "Read its text")
            assert "Tea" in said(app)

    async def test_a_plan_that_is_gone_is_not_told_as_if_there_had_been_none(
        self, companion: Companion, desk: Desk
    ) -> None:
        """The newest older one is one Enter away."""
        save_all(desk)
        Path(desk.paths.plan_file).unlink()
        app = companion(("plan",))
        async with app.run_test() as pilot:
            assert "There is no plan now, but 2 older ones are kept." in said(app)
            await press(pilot, "enter")
            assert isinstance(app.screen, PlanPage)
        assert desk.read_plan().plan == SECOND

    async def test_a_plan_that_is_damaged_while_it_is_shown_is_told_when_it_is_changed(
        self, companion: Companion, desk: Desk
    ) -> None:
        """And leaving does not fail."""
        save_all(desk)
        app = companion(("plan",))
        async with app.run_test() as pilot:
            Path(desk.paths.plan_file).write_bytes(b"= [")
            await press(pilot, "e")
            assert isinstance(app.screen, Damaged)


class TestTakingIn:
    """A plan from a file."""

    async def test_it_says_what_came_in_and_writes_nothing_over(
        self, companion: Companion, desk: Desk, tmp_path: Path
    ) -> None:
        """A file that is none is said first, and the name stays to be changed."""
        save(desk, FIRST)
        (tmp_path / "a.toml").write_text('format = 1\nmood = "grey"\n[[coping]]\ntext = "Music"\n')
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, "i")
            field = app.screen.query_one(Input)
            field.value = str(tmp_path / "a.tom")
            await press(pilot, "enter")
            assert "There is no file" in said(app)
            await press(pilot, "end", "l", "enter")
            assert "New lines: 1." in said(app)
            assert "- mood is not known here. It is kept." in said(app)
            await press(pilot, "q")
            assert isinstance(app.screen, PlanPage)
            assert "Music" in said(app)
        assert [item.text for item in desk.read_plan().plan.of(COPING)] == ["Tea", "Music"]
        assert desk.plan_called(desk.plan_versions()[0].name) == FIRST

    async def test_it_can_be_the_first_plan_there_is(
        self, companion: Companion, desk: Desk, tmp_path: Path
    ) -> None:
        """From home, through more, where no plan is yet."""
        (tmp_path / "mine.md").write_text("## Coping\n- Tea\n")
        app = companion()
        async with app.run_test() as pilot:
            await press(pilot, "m")
            await choose(pilot, app, "Take in a plan")
            app.screen.query_one(Input).value = str(tmp_path / "mine.md")
            await press(pilot, "enter", "q")
            assert isinstance(app.screen, PlanPage)
        assert [item.text for item in desk.read_plan().plan.of(COPING)] == ["Tea"]


@posix_only
class TestPaper:
    """The printer of this computer."""

    @staticmethod
    def with_path(desk: Desk, path: str) -> Companion:
        """Return a companion of an environment with that PATH."""
        from .conftest import a_terminal

        there = Desk({**desk.environ, "PATH": path}, desk.paths)

        def make(*_: object, **__: object) -> CopeApp:
            app = CopeApp(there, a_terminal(), start=("plan",))
            app.tells_repeats = False
            return app

        return make

    @pytest.mark.parametrize("takes_it", [True, False])
    async def test_it_goes_there_after_it_was_said_who_may_see_it(
        self, desk: Desk, tmp_path: Path, takes_it: bool
    ) -> None:
        """Nothing before a form was chosen; what came of it is said."""
        save(desk, FIRST)
        app = self.with_path(desk, fake_lp(tmp_path / "bin", takes_it=takes_it))()
        async with app.run_test() as pilot:
            await press(pilot, "p")
            await choose(pilot, app, "computer’s printer")
            assert isinstance(app.screen, ToPrinter)
            assert BEFORE_PRINTING in said(app)
            assert not (tmp_path / "bin" / "handed").exists()
            await choose(pilot, app, "In large print.")
            ends = AT_THE_PRINTER if takes_it else "The printer did not take it."
            for _moment in range(500):
                if ends in said(app):
                    break
                await pilot.pause(0.02)
            assert ends in said(app)
        assert (tmp_path / "bin" / "handed").read_bytes().startswith(b"%PDF")
        assert (tmp_path / "bin" / "words").read_text() == "-t pages\n"

    async def test_without_lp_it_is_not_offered(self, desk: Desk, tmp_path: Path) -> None:
        """The files are."""
        save(desk, FIRST)
        app = self.with_path(desk, without_lp(tmp_path / "none"))()
        async with app.run_test() as pilot:
            await press(pilot, "p")
            assert "PDF in large print." in said(app)
            assert "printer." not in said(app).replace("for any printer.", "").replace("or a printer.", "")


class TestTwoAtOnce:
    """Another program saves the same plan meanwhile."""

    async def test_both_edits_are_there_over_every_field_and_it_is_said(
        self, companion: Companion, desk: Desk
    ) -> None:
        """A opens, B saves, A saves."""
        friend = Item("f", "A friend", "555-0100")
        save(desk, Plan({PEOPLE: (friend,)}))
        whole = replace(
            friend, sms="555-0101", kind="person", likelihood=4, barrier="It is late", way_round="A text",
            how_known="School", when="Evenings", may_tell="yes", not_safe=True, private=True,
        )  # fmt: skip
        theirs = replace(
            Plan({PEOPLE: (whole,)}), kept_at="Drawer", copies=("A helper",), review_on="In May",
            likelihood=6, made_with="A helper", about_me=AboutMe("Quiet", "Advice", "Slow words"),
        )  # fmt: skip
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, "e")
            save(desk, theirs)
            await write(pilot, "mine")
            assert BOTH_KEPT in told(app)
        found = desk.read_plan().plan
        texts = [item.text for items in found.items.values() for item in items]
        assert sorted(texts) == ["A friend", "mine"]
        assert found.of(PEOPLE) == (whole,)
        assert replace(found, items={}) == replace(theirs, items={})
        assert desk.people() == ()

    async def test_what_is_said_of_the_plan_is_put_together_too(
        self, companion: Companion, desk: Desk
    ) -> None:
        """Where both say where it is kept, both lines stand."""
        save(desk, FIRST)
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, "m")
            await choose(pilot, app, "Say more about the plan")
            await press(pilot, "pagedown", "pagedown")
            save(desk, replace(FIRST, kept_at="Drawer"))
            await write(pilot, "Desk")
            assert BOTH_KEPT in told(app)
        assert desk.read_plan().plan.kept_at == "Desk\nDrawer"

    async def test_what_is_done_next_is_done_with_the_newest_plan(
        self, companion: Companion, desk: Desk
    ) -> None:
        """The page is drawn anew, too; somebody marked as not safe meanwhile is seen as such."""
        save(desk, Plan({PEOPLE: (Item("f", "A friend", "555-0100"),)}))
        app = companion(("plan",))
        async with app.run_test() as pilot:
            save(desk, Plan({PEOPLE: (Item("f", "A friend", "555-0100", not_safe=True),)}))
            await press(pilot, "p")
            assert CHANGED_ELSEWHERE in told(app)
            await press(pilot, "q")
            assert isinstance(app.screen, PlanPage)
            assert "Not safe for me." in said(app)
            await press(pilot, "w")
            assert not isinstance(app.screen, PlanPage)

    @pytest.mark.parametrize("state", [None, b"= ["])
    @pytest.mark.parametrize("choice", ["mine", "theirs", "neither"])
    async def test_what_cannot_be_put_together_is_asked(
        self, companion: Companion, desk: Desk, state: bytes | None, choice: str
    ) -> None:
        """Gone or damaged meanwhile: mine, theirs, or neither yet; no word is lost in any case."""
        save(desk, FIRST)
        file = Path(desk.paths.plan_file)
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, "e")
            file.unlink() if state is None else file.write_bytes(state)
            await write(pilot, "my line")
            assert isinstance(app.screen, WhichPlan)
            assert WHICH_PLAN in said(app)
            if choice == "neither":
                await press(pilot, "escape")
                assert isinstance(app.screen, PlanStep)
                assert app.screen.query_one("#line", Input).value == "my line"
                assert [desk.draft(name) for name in desk.draft_names()] == ["my line"]
                return
            await choose(pilot, app, "Keep mine" if choice == "mine" else "Leave what is there")
            if choice == "mine":
                assert MINE_KEPT in told(app)
                assert isinstance(app.screen, PlanPage)
                assert "my line" in said(app)
                assert desk.draft_names() == ()
            else:
                assert MINE_ASIDE in told(app)
                assert isinstance(app.screen, Damaged)
                await press(pilot, "enter")
                assert "my line" in said(app)
        kept = [path.read_bytes() for path in Path(desk.paths.plan_history).glob("*")]
        assert state is None or state in kept
        assert b"my line" in file.read_bytes()

    async def test_leaving_after_the_question_ends_the_program(
        self, companion: Companion, desk: Desk
    ) -> None:
        """`cope plan` opened this; nothing of the old screens lies beneath."""
        save(desk, FIRST)
        app = companion(("plan",))
        async with app.run_test() as pilot:
            await press(pilot, "m")
            await choose(pilot, app, "Say more about the plan")
            Path(desk.paths.plan_file).unlink()
            await write(pilot, "9")
            await choose(pilot, app, "Keep mine")
            assert isinstance(app.screen, PlanPage)
            await press(pilot, "q")
        assert app.return_value == 0
        assert desk.read_plan().plan.likelihood == 9


class TestScreensThatNeedSomethingToHaveHappened:
    """What holds everywhere holds here, too: Help now, three keys, any size, Ctrl+C."""

    @staticmethod
    async def reach(name: str, pilot: Pilot[int], app: CopeApp, desk: Desk, tmp_path: Path) -> None:
        """Open the screen of that name from the plan."""
        file = Path(desk.paths.plan_file)
        if name == "taken in":
            (tmp_path / "mine.md").write_text("## Coping\n- Music\n")
            await press(pilot, "i")
            app.screen.query_one(Input).value = str(tmp_path / "mine.md")
            await press(pilot, "enter")
        elif name == "which plan":
            await press(pilot, "e")
            file.unlink()
            await write(pilot, "x")
        elif name == "damaged":
            file.write_bytes(b"= [")
            await press(pilot, "e")
        elif name == "printer":
            app.push_screen(ToPrinter([("pdf", "On one page.")], lambda _choice: None, ""))
            await pilot.pause()

    @pytest.mark.parametrize("name", ["taken in", "which plan", "damaged", "printer"])
    async def test_it_keeps_the_promises_of_every_screen(
        self, companion: Companion, desk: Desk, tmp_path: Path, name: str
    ) -> None:
        """Help now comes back to the same place."""
        save_all(desk)
        app = companion(("plan",))
        async with app.run_test(size=(40, 20)) as pilot:
            await self.reach(name, pilot, app, desk, tmp_path)
            assert not isinstance(app.screen, PlanPage | PlanStep)
            foot = app.screen.query_one(KeyLine)
            assert len(foot.said.split("   ")) <= MOST_KEYS
            assert len(foot.said) <= 36
            await go_elsewhere(app, pilot)
            before = place(app)
            await press(pilot, "h")
            assert isinstance(app.screen, HelpNowPage)
            await press(pilot, "q")
            assert place(app) == before
            for size in [(1, 1), (8, 3), (20, 5), (300, 2), (80, 24)]:
                await pilot.resize_terminal(*size)
                await pilot.pause()
            await pilot.press("ctrl+c")
        assert app.return_value == 0
