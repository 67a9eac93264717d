"""Finding words to talk, and a map of one's people, on screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from copecli.core import talk_end
from copecli.core.form_words import STOPPED
from copecli.core.people_words import NOBODY_HERE
from copecli.core.plan import DISTRACTION, PEOPLE, Item, Plan
from copecli.core.shared_words import COPIED
from copecli.core.talk import DRAFT
from copecli.desk import Desk
from copecli.tui.app import CopeApp
from copecli.tui.screens.codes import Codes
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.people import PeoplePage
from copecli.tui.screens.player import Player
from copecli.tui.screens.talk import BadlyPage, TalkPage, TalkWays
from tests.tui.conftest import choose, press

from .conftest import Companion, said

FRIEND = Item("f", "A friend", "555-0100")
LEAVE_THE_REST = ("right", "right", "right", "right")


def told(app: CopeApp) -> list[str]:
    """Return what was said in passing."""
    return [note.message for note in app._notifications]


def shows(app: CopeApp, screen: type) -> bool:
    """Return whether this is such a screen."""
    return isinstance(app.screen, screen)


def save(desk: Desk, plan: Plan) -> None:
    """Keep a plan."""
    desk.save_plan(desk.read_plan(), plan)


async def test_from_more_to_words_that_are_copied_scanned_and_written(
    companion: Companion, desk: Desk, tmp_path: Path
) -> None:
    """Somebody of the plan by name, own words beside ready ones; nothing is kept once they are let go."""
    save(desk, Plan({PEOPLE: (FRIEND, Item("x", "A man", "555-0199", not_safe=True))}))
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, "m")
        await choose(pilot, app, "Find words to talk")
        assert "A man" not in said(app)
        await choose(pilot, app, "A friend")
        await choose(pilot, app, "To be heard")
        await choose(pilot, app, "Send a text")
        await choose(pilot, app, "I feel very low.")
        await choose(pilot, app, "In my own words")
        await press(pilot, *"[b]sad[/", "enter", *LEAVE_THE_REST)
        assert shows(app, TalkPage)
        assert "For A friend\nTo 555-0100\n" in said(app)
        assert "\nI feel very low. [b]sad[/\n" in said(app)
        assert talk_end.NOTHING_SENT in said(app)
        assert DRAFT in desk.draft_names()
        words = app.screen.query_one("#words").said  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await choose(pilot, app, "Copy it")
        assert app.clipboard == words
        assert COPIED in said(app)
        await choose(pilot, app, "Show it to a phone")
        assert shows(app, Codes)
        await press(pilot, "q")
        await choose(pilot, app, "Put it on paper")
        await choose(pilot, app, "Plain text")
        app.screen.query_one(Input).value = str(tmp_path / "a.txt")
        await press(pilot, "enter", "escape")
        assert "[b]sad[/" in (tmp_path / "a.txt").read_text(encoding="utf-8")
        await choose(pilot, app, "Let the words go")
        assert "Settings" in said(app)
        assert DRAFT not in desk.draft_names()


async def test_leaving_keeps_the_words_and_the_next_start_goes_on_with_them(
    companion: Companion, desk: Desk
) -> None:
    """In the middle, and at the end; changing them asks again with the answers so far."""
    app = companion(("talk",))
    async with app.run_test() as pilot:
        await choose(pilot, app, "A parent")
        await choose(pilot, app, "Company")
        await press(pilot, "q")
    assert STOPPED in told(app)
    app = companion(("talk",))
    async with app.run_test() as pilot:
        await press(pilot)
        assert "You were finding words to talk." in said(app)
        await press(pilot, "enter", "enter", *LEAVE_THE_REST)
        assert "I would rather not be alone right now." in said(app)
        await press(pilot, "enter")
        await choose(pilot, app, "Change what I said")
        assert shows(app, FormPage)
        assert "(x) A parent" in said(app)
        await press(pilot, "enter")
        await choose(pilot, app, "To be heard")
        await press(pilot, "enter", *LEAVE_THE_REST)
        assert "I would like to tell you how I am." in said(app)
        await press(pilot, "enter", "up", "enter")
    assert talk_end.KEPT_AS_DRAFT in told(app)
    assert "heard" in desk.draft(DRAFT)


async def test_not_safe_opens_help_now_and_is_kept_nowhere(companion: Companion, desk: Desk) -> None:
    """From the questions, and from what can be done with the words; it comes back to the same place."""
    app = companion(("talk",))
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        await choose(pilot, app, "I can't stay safe")
        assert shows(app, HelpNowPage)
        await press(pilot, "q")
        assert "What would you like from them?" in said(app)
        await choose(pilot, app, "Help to stay safe")
        await press(pilot, "enter")
        await choose(pilot, app, "I can't stay safe")
        assert shows(app, HelpNowPage)
        await press(pilot, "q", *LEAVE_THE_REST)
        assert talk_end.NEAR_TO_DANGER in said(app)
        await press(pilot, "enter", "enter")
        assert shows(app, HelpNowPage)
        await press(pilot, "q", "down", "enter")
        assert shows(app, HelpNowPage)
    assert "unsafe" not in desk.draft(DRAFT)


async def test_what_went_badly_leads_to_another_person_a_line_or_something_steady(
    companion: Companion,
) -> None:
    """From the words, where another person is asked with what was said so far."""
    app = companion(("talk",))
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "enter", *LEAVE_THE_REST, "enter")
        await choose(pilot, app, "What if it goes badly?")
        await choose(pilot, app, "No answer came")
        assert shows(app, BadlyPage)
        assert "You need not wait for it." in said(app)
        await choose(pilot, app, "A person, or a line")
        assert shows(app, HelpNowPage)
        await press(pilot, "q")
        await choose(pilot, app, "Steady me first")
        assert shows(app, Player)
        await press(pilot, "q")
        if shows(app, Player):
            await press(pilot, "end", "enter")
        assert shows(app, BadlyPage)
        await choose(pilot, app, "Rest.")
        assert shows(app, TalkWays)
        await choose(pilot, app, "What if it goes badly?")
        await choose(pilot, app, "The answer hurt")
        await choose(pilot, app, "Ask somebody else")
        assert "Whom would you like to talk to?" in said(app)


async def test_nobody_yet_has_ways_on(companion: Companion) -> None:
    """A line, words for a first one, help now."""
    app = companion(("people",))
    async with app.run_test() as pilot:
        await press(pilot)
        assert NOBODY_HERE in said(app)
        await choose(pilot, app, "Nobody yet")
        await choose(pilot, app, "A crisis line")
        assert shows(app, HelpNowPage)
        await press(pilot, "q")
        await choose(pilot, app, "Find words for a first one")
        assert "Whom would you like to talk to?" in said(app)


async def test_somebody_is_added_marked_and_talked_to_from_the_map(companion: Companion, desk: Desk) -> None:
    """What was said yes to stands in the plan at once; the page shows it."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, "m")
        await choose(pilot, app, "My people")
        await choose(pilot, app, "Add somebody")
        await press(pilot, *"Robin", "enter", "enter", *"555-0100", "enter")
        await choose(pilot, app, "Company")
        await choose(pilot, app, "Listening")
        await press(pilot, "right", "enter", "down", "enter")
        assert shows(app, PeoplePage)
        assert "Robin: company, listening" in said(app)
        plan = desk.read_plan().plan
        assert plan.of(DISTRACTION) == ()
        (item,) = plan.of(PEOPLE)
        assert (item.text, item.phone, item.good_for) == ("Robin", "555-0100", "company, listening")
        await choose(pilot, app, "Robin")
        await choose(pilot, app, "Find words for them")
        assert "What would you like from them?" in said(app)
        await press(pilot, "q")
        await choose(pilot, app, "Robin")
        await choose(pilot, app, "What they are good for")
        await choose(pilot, app, "Not safe for me")
        await press(pilot, "right")
        assert "Robin: not safe for me" in said(app)
        await choose(pilot, app, "Robin")
        assert shows(app, FormPage)
        await press(pilot, "q", "q")
    assert desk.people() == ()


async def test_the_plan_leads_to_its_people_and_shows_what_was_said_there(
    companion: Companion, desk: Desk
) -> None:
    """From the list of what else can be done with it."""
    save(desk, Plan({PEOPLE: (FRIEND,)}))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await press(pilot, "m")
        await choose(pilot, app, "My people")
        await press(pilot, "enter", "down", "enter")
        await choose(pilot, app, "Listening")
        await press(pilot, "right", "q")
        assert "Good for: listening" in said(app)


async def test_a_half_written_conversation_is_not_lost_by_beginning_another_from_the_map(
    companion: Companion, desk: Desk
) -> None:
    """It is offered first."""
    save(desk, Plan({PEOPLE: (FRIEND,)}))
    desk.keep_draft(DRAFT, '{"answers": {"whom": "doctor"}, "at": 1, "typed": ""}')
    app = companion(("people",))
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        assert "You were finding words to talk." in said(app)
        await press(pilot, "down", "enter")
        assert "What would you like from them?" in said(app)
        await press(pilot, "b")
        assert "(x) A friend" in said(app)


@pytest.mark.parametrize("damage", [b"not a plan", b"format = 9\n"])
async def test_a_damaged_plan_hides_no_words(companion: Companion, desk: Desk, damage: bytes) -> None:
    """Words are found without its people; the map says calmly that it cannot be read, and changes nothing."""
    save(desk, Plan({PEOPLE: (FRIEND,)}))
    path = Path(desk.paths.data, "plan.toml")
    path.write_bytes(damage)
    app = companion(("talk",))
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "enter", *LEAVE_THE_REST)
        assert shows(app, TalkPage)
    app = companion(("people",))
    async with app.run_test() as pilot:
        await press(pilot)
        assert "plan" in said(app)
        await choose(pilot, app, "Add somebody")
        assert shows(app, PeoplePage)
    assert path.read_bytes() == damage
