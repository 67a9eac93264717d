"""Help now: a number large, to scan and to copy, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.tui.screens.codes import Codes
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.home import Home
from copecli.tui.screens.number import NumberPage
from tests.tui.conftest import said

if TYPE_CHECKING:
    from copecli.desk import Desk
    from copecli.tui.app import CopeApp
    from tests.tui.conftest import Companion


def now(app: CopeApp) -> object:
    """Return the screen of now."""
    return app.screen


async def test_a_number_is_shown_large_copied_and_scanned_each_by_a_key(
    companion: Companion, desk: Desk
) -> None:
    """Nothing is copied before it is asked for, and q leads back to Help now, as it was."""
    desk.set("country", "IE")
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h", "n")
        assert "Call 112  Emergency in Ireland" in said(app)
        assert "Text HELP to 51444  Pieta Crisis Helpline" in said(app)
        await pilot.press("down", "down", "enter")
        assert isinstance(now(app), NumberPage)
        assert "Call 1800 247 247" in said(app)
        assert "█" in said(app)
        assert app.clipboard == ""
        await pilot.press("y")
        assert app.clipboard == "1800 247 247"
        assert "Copied, where your terminal allows it." in said(app)
        await pilot.press("r")
        assert isinstance(now(app), Codes)
        assert "Scan it with the camera." in said(app)
        await pilot.press("q", "q", "q")
        assert isinstance(now(app), HelpNowPage)
        await pilot.press("q")
        assert isinstance(now(app), Home)


async def test_where_a_number_does_not_fit_large_it_stands_in_letters(companion: Companion) -> None:
    """At 12 columns there is no room for it."""
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h", "n", "end", "enter")
        assert isinstance(now(app), NumberPage)  # a finder: an address has no large form
        assert "befrienders.org" in said(app)
        assert "▀" not in said(app)
