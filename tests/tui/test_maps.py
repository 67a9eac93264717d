"""The trigger map on screens."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from copecli.core.care_words import CARE_SIGNS
from copecli.core.chain import FEELING, Link, TriggerMap
from copecli.core.chain_picture import parts, picture
from copecli.core.plan import COPING, WARNING_SIGNS
from copecli.desk import Desk
from copecli.desk_maps import DRAFT, titles
from copecli.tui.app import CopeApp
from copecli.tui.page import Page
from copecli.tui.screens.after import AfterPage
from copecli.tui.screens.country import Country
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.home import Home
from copecli.tui.screens.maps import MapPage, NextPage
from copecli.tui.screens.more import More
from copecli.tui.screens.player import Player
from copecli.words import _
from tests.tui.conftest import press
from tests.ways import to_more

from .conftest import SIZES, Companion, said

BEGIN = ("enter", "enter")
SHORT = (
    *BEGIN,
    "enter",
    "end",
    "enter",
    *("down",) * 3,
    "enter",
    "end",
    "enter",
    "7",
    "enter",
    "down",
    "enter",
)
"""To the question of what came right after."""
TO_THE_CHAIN = (*SHORT, "end", "enter", "enter", "end", "enter")


def kept(desk: Desk) -> tuple[TriggerMap, ...]:
    """Return the maps that are on disk."""
    return desk.journal.newest(TriggerMap)


def shows(app: CopeApp, screen: type[Page]) -> bool:
    """Return whether this is such a screen."""
    return isinstance(app.screen, screen)


async def test_a_short_map_from_the_first_question_to_the_chain(companion: Companion, desk: Desk) -> None:
    """It is kept before anything else is asked, and drawn as the core draws it."""
    app = companion(("map",))
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_CHAIN)
        assert isinstance(app.screen, MapPage)
        (found,) = kept(desk)
        assert (found.before, found.urge, found.did) == (("conflict",), 7, "did-not")
        assert found.needs == ("ease-feeling",)
        assert [link.kind for link in found.links] == [FEELING]
        drawn = picture(parts(found, titles(desk)), 63, _)
        assert "\n".join(drawn) in said(app)
        assert DRAFT not in desk.draft_names()
        await press(pilot, "enter")
        assert isinstance(app.screen, NextPage)
        await press(pilot, "end", "enter")
    assert app.return_value == 0


async def test_it_is_one_step_behind_the_doors(companion: Companion) -> None:
    """And stopping at once leads back."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to_more("map"))
        assert "Is this a steady enough moment?" in said(app)
        await press(pilot, "q")
        assert isinstance(app.screen, More)
        await press(pilot, "q")
        assert isinstance(app.screen, Home)


async def test_not_now_starts_an_exercise_and_comes_back_to_the_question(companion: Companion) -> None:
    """No map is begun."""
    app = companion(("map",))
    async with app.run_test() as pilot:
        await press(pilot, "down", "enter")
        assert shows(app, Player)
        await press(pilot, "q")
        if shows(app, Player):
            await press(pilot, "end", "enter")
        if shows(app, Country):
            await press(pilot, "q")
        assert shows(app, FormPage)
        assert "Is this a steady enough moment?" in said(app)


@pytest.mark.parametrize("keys", [("down", "down", "enter"), ("h",)])
async def test_help_now_is_there_from_the_first_question(companion: Companion, keys: tuple[str, ...]) -> None:
    """By its choice and by its key; then the question is there again."""
    app = companion(("map",))
    async with app.run_test() as pilot:
        await press(pilot, *keys)
        assert isinstance(app.screen, HelpNowPage)
        await press(pilot, "q")
        assert "Is this a steady enough moment?" in said(app)


def to_care(rather_not: bool) -> tuple[str, ...]:
    """Return the keys to the question of care."""
    did = ("down", "down", "enter") if rather_not else ("enter",)
    return (*BEGIN, "end", "enter", "end", "enter", "enter", *did)


@pytest.mark.parametrize("rather_not", [False, True])
@pytest.mark.parametrize(
    "keys", [("enter",), ("down", "enter"), ("end", "enter")], ids=["yes", "cant-tell", "skip"]
)
async def test_care_comes_first_where_somebody_may_be_hurt(
    companion: Companion, desk: Desk, rather_not: bool, keys: tuple[str, ...]
) -> None:
    """Help now is next, then the hour after; the map waits, and care is asked anew."""
    app = companion(("map",))
    async with app.run_test() as pilot:
        await press(pilot, *to_care(rather_not))
        shown = said(app)
        assert all(sign in shown for sign in CARE_SIGNS)
        assert "Do you need care now?" in shown
        await press(pilot, *keys)
        assert isinstance(app.screen, HelpNowPage)
        assert "Care comes first. All self-harm deserves it." in said(app)
        assert "The map is kept for another day." in said(app)
        await press(pilot, "q")
        assert shows(app, AfterPage)
        assert "You may ask for care, and for kindness." in said(app)
        await press(pilot, "q")
    assert (app.return_value, kept(desk)) == (0, ())
    app = companion(("map",))
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        assert "Do you need care now?" in said(app)


async def test_after_no_the_map_goes_on(companion: Companion) -> None:
    """With the next question."""
    app = companion(("map",))
    async with app.run_test() as pilot:
        await press(pilot, *to_care(False), "down", "down", "down", "enter")
        assert "What came right after?" in said(app)


async def test_on_a_small_screen_what_is_least_seen_stands_beside_the_question(companion: Companion) -> None:
    """At 40 by 20 the signs that a person cannot feel are in view."""
    app = companion(("map",))
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, *to_care(False))
        shown = ""
        for key in ("", "down", "down"):
            await press(pilot, *filter(None, (key,)))
            strips = app.screen._compositor.render_strips()
            shown = "\n".join("".join(part.text for part in strip) for strip in strips)
            assert CARE_SIGNS[-2].split()[0] in shown
            assert "Do you need care now?" in shown
        assert "Can't tell" in shown


async def test_leaving_in_the_middle_keeps_a_draft(companion: Companion, desk: Desk) -> None:
    """By the key that stops, and by Ctrl+C."""
    for leave in ("q", "ctrl+c"):
        app = companion(("map",))
        async with app.run_test() as pilot:
            await press(pilot, *BEGIN, "enter", "end", "enter")
            await press(pilot, leave)
        assert DRAFT in desk.draft_names()
        desk.keep_draft(DRAFT, "")
    assert kept(desk) == ()


async def _through_next(app: CopeApp, pilot: Pilot[int], *keys: str) -> None:
    await press(pilot, *TO_THE_CHAIN, "enter")
    assert isinstance(app.screen, NextPage)
    await press(pilot, *keys)


async def test_another_way_is_found_for_a_link_and_stands_on_the_picture(
    companion: Companion, desk: Desk
) -> None:
    """A link, then what fits it."""
    app = companion(("map",))
    async with app.run_test() as pilot:
        await _through_next(app, pilot, "enter", "down", "enter", "enter")
        assert isinstance(app.screen, NextPage)
        turn = kept(desk)[0].turns[0]
        title = titles(desk)[turn.skill]
        assert turn.link >= 0
        await press(pilot, "q")
        assert f"→ Another way: {title}" in said(app)


async def test_what_is_picked_goes_into_the_plan(companion: Companion, desk: Desk) -> None:
    """As private lines, and each once."""
    app = companion(("map",))
    async with app.run_test() as pilot:
        await _through_next(
            app,
            pilot,
            "enter",
            "enter",
            "enter",
            "down",
            "enter",
            "enter",
            "end",
            "up",
            "enter",
            "end",
            "enter",
        )
        assert "It is in your plan now" in said(app)
        plan = desk.read_plan().plan
        (sign,), (way,) = plan.of(WARNING_SIGNS), plan.of(COPING)
        assert sign.text == "A fight, or being turned away"
        assert way.text.startswith("If this comes: A fight, or being turned away. Then I: ")
        assert sign.private
        assert way.private
        assert way.skill


async def test_a_map_that_was_kept_can_be_changed(companion: Companion, desk: Desk) -> None:
    """Its answers stand there already."""
    one = desk.journal.add(
        TriggerMap(
            id=desk.journal.new_id(),
            when=desk.journal.now(),
            before=("bored",),
            links=(Link(FEELING, "sad"),),
        )
    )
    app = companion(("map", one.id))
    async with app.run_test() as pilot:
        assert "Nothing to do" in said(app)
        await press(pilot, "enter", *("down",) * 3, "enter", "enter")
        assert "[x] Nothing to do" in said(app)
        await press(pilot, "enter", "end", "enter", "q")
        assert isinstance(app.screen, NextPage)
    (found,) = kept(desk)
    assert (found.id, found.before) == (one.id, ("bored", "conflict"))


@pytest.mark.parametrize("size", SIZES)
async def test_the_chain_is_as_wide_as_there_is_room(
    companion: Companion, desk: Desk, size: tuple[int, int]
) -> None:
    """And is drawn anew when the window changes."""
    words = ("one word after the other, more than fit",)
    one = desk.journal.add(TriggerMap(id=desk.journal.new_id(), when=desk.journal.now(), before=words))
    app = companion(("map", one.id))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        lines = said(app).split("\n")
        room = app.screen.query_one("#column").content_size.width
        assert all(len(line) <= room for line in lines)
        await pilot.resize_terminal(30, 20)
        await pilot.pause()
        assert said(app).split("\n") != lines
