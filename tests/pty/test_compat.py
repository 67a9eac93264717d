"""What the app works round in Textual, each seen on a real terminal with an app of two or three parts."""

from __future__ import annotations

import errno
import os
import re
import signal
from types import SimpleNamespace
from typing import TYPE_CHECKING
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from copecli.tui.compat import SteadyApp, harmless
from tests.pty.harness import Terminal, python

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.terminal

BARE = """
import os, sys
from copecli.tui.compat import SteadyApp
from textual.widgets import Input, OptionList, Static
class Bare(SteadyApp):
    CSS = "Input, OptionList {{ border: none; height: auto; }}"
    def compose(self):
        {parts}
app = Bare({options})
result = app.run()
sys.exit(app.return_code)
"""

COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
"""A sequence that sets a colour (39 and 49 are the terminal's own)."""

STEERING = (
    "\x1b]52;c;c2VjcmV0\x07",
    "\x1b]0;title\x07",
    "\x1b[2J",
    "\x9b2J",
    "\x9d0;title\x9c",
    "\x1bP$qm\x1b\\",
    "\u202egnirts",
    "\u2066x\u2069",
    "zero\u200bwidth",
    "tag\U000e0041",
    "private\ue000",
    "line\u2028paragraph\u2029",
    "del\x7f",
)


def bare(parts: str, home: Path, options: str = "", environ: dict[str, str | None] | None = None) -> Terminal:
    """Start an app that has these parts and nothing else."""
    return python(BARE.format(parts=parts, options=options), home=home, environ=environ)


class TestWhatIsDrawn:
    """Nothing that steers a terminal gets through."""

    @given(st.text())
    def test_a_line_keeps_its_width_and_loses_what_steers(self, text: str) -> None:
        """No refused character is left, the cells are as many, and what is left is what was there."""
        shown = harmless(text)
        assert all(
            c in "\u200c\u200d\u200e\u200f\u061c" or category(c) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
            for c in shown
        )
        if text.isprintable():
            assert shown == text
        for c in text:
            assert cell_len(harmless(c)) == cell_len(c)

    @pytest.mark.parametrize("kept", ["👩‍👩‍👧", "می‌خواهم", "\u200fשלום\u200e", "a\u0301", "한국어"])
    def test_joiners_and_direction_marks_stay(self, kept: str) -> None:
        """Emoji families, Persian, Hebrew, combining marks and Hangul are drawn as they were written."""
        assert harmless(kept) == kept

    @pytest.mark.parametrize("payload", STEERING, ids=[ascii(text) for text in STEERING])
    def test_no_payload_reaches_the_terminal(self, payload: str, home: Path) -> None:
        """Not through a text, not through a list, not through a field."""
        parts = (
            f"yield Static({payload!r} + 'ready', markup=False); "
            f"yield OptionList({payload!r}, markup=False); yield Input({payload!r})"
        )
        with bare(parts, home) as terminal:
            terminal.wait_for("ready")
            terminal.wait_until_still()
            raw = terminal.raw.decode()
        for hostile in {c for c in payload if not c.isprintable()} - {"\x1b", "\x07"}:
            assert hostile not in raw
        if "\x1b" in payload:
            assert payload not in raw

    def test_the_screen_is_not_written_to_a_file(self) -> None:
        """The palette, should it ever be on, has no Screenshot command."""
        app = SteadyApp()
        assert not app.ENABLE_COMMAND_PALETTE
        screen = SimpleNamespace(maximized=None, focused=None, query=lambda _: [])
        titles = [command.title for command in app.get_system_commands(screen)]  # type: ignore[arg-type]
        assert "Screenshot" not in titles
        assert titles


class TestColours:
    """NO_COLOR as no-color.org has it."""

    def test_no_color_means_no_colour(self, home: Path) -> None:
        """Not one colour is set, not even a grey."""
        with bare(
            "yield Static('[red]ready[/]'); yield Input('x')", home, environ={"NO_COLOR": "1"}
        ) as terminal:
            terminal.wait_for("ready")
            terminal.wait_until_still()
            assert not COLOUR.search(terminal.raw)

    @pytest.mark.parametrize(("no_color", "red"), [("", True), (None, True), ("1", False)])
    def test_an_empty_no_color_means_nothing(self, no_color: str | None, red: bool, home: Path) -> None:
        """Set, and empty: a red stays red, and does not become a grey."""
        environ = {"NO_COLOR": no_color, "COLORTERM": "truecolor"}
        with bare("yield Static('[#ff0000]ready[/]')", home, environ=environ) as terminal:
            terminal.wait_for("ready")
            terminal.wait_until_still()
            assert (b"38;2;255;0;0" in terminal.raw) is red


class TestCursor:
    """In the accessible mode the cursor stands where the eye is: Braille displays follow it."""

    PARTS = "yield Static('head'); yield Input('ab'); yield OptionList('one', 'two', 'three')"

    def test_it_follows_the_focus_and_the_mark(self, home: Path) -> None:
        """In a field it stands after the last letter, in a list on the marked line."""
        with bare(self.PARTS, home, "plain_cursor=True") as terminal:
            terminal.wait_for("three")
            terminal.wait_until_still()
            assert terminal.look(lambda seen: seen.mode(25, default=True)) is True
            terminal.wait_for(_cursor_on("ab"))
            terminal.press("tab")
            for name in ("one", "two", "three"):
                terminal.wait_for(_cursor_on(name))
                terminal.press("down")
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0
            assert terminal.terminal_restored()

    def test_it_is_hidden_otherwise(self, home: Path) -> None:
        """For everybody else nothing blinks."""
        with bare(self.PARTS, home) as terminal:
            terminal.wait_for("three")
            assert terminal.look(lambda seen: seen.mode(25, default=True)) is False


def _cursor_on(text: str) -> Callable[[Terminal], bool]:
    return lambda terminal: bool(terminal.look(lambda seen: text in seen.lines[seen.cursor[0]]))


class TestBackAgain:
    """Ctrl+Z and fg."""

    def test_everything_is_drawn_anew(self, home: Path) -> None:
        """A screen that has nothing of its own to redraw is drawn all the same."""
        with bare("yield Static('ready')", home) as terminal:
            terminal.wait_for("ready")
            terminal.wait_until_still()
            terminal.press("ctrl+z")
            terminal.wait_stopped()
            assert terminal.text().strip() == ""
            terminal.signal(signal.SIGCONT)
            terminal.wait_for("ready")
            terminal.press("ctrl+c")
            assert terminal.wait_exit() == 0


class TestLoading:
    """Textual is loaded quickly, and nothing stays changed by that."""

    PROGRAM = """
import gc, sys
from copecli.tui import loading
loading.quickly()
resting = not gc.isenabled()
from copecli.tui.compat import SteadyApp
class Quick(SteadyApp):
    def on_idle(self):
        if gc.isenabled():
            self.leave()
Quick().run()
print("rested", resting, "works", gc.isenabled(), "ssl", "ssl" in sys.modules)
import ssl
print("and", ssl.__name__)
"""

    def test_the_collector_rests_until_the_first_frame_and_ssl_stays_out(self, home: Path) -> None:
        """The collector works again once the first frame is there; whoever wants ssl can still have it."""
        with python(self.PROGRAM, home=home) as terminal:
            assert terminal.wait_exit() == 0
            assert "rested True works True ssl False" in terminal.text()
            assert "and ssl" in terminal.text()


class TestIdle:
    """Nothing is written while nothing happens."""

    def test_a_screen_at_rest_writes_nothing(self, home: Path) -> None:
        """Not one byte in a second and a half: no timer repaints."""
        with bare("yield Static('ready'); yield OptionList('one', 'two')", home) as terminal:
            terminal.wait_for("ready")
            terminal.wait_until_still(1.5)


class TestReading:
    """The other end of the terminal."""

    @pytest.mark.parametrize("trouble", [errno.EIO, errno.ENXIO])
    def test_an_error_is_the_end(self, trouble: int, monkeypatch: pytest.MonkeyPatch) -> None:
        """A terminal that answers with an error is gone, as one that ends is."""
        from copecli.tui.handover import SteadyDriver

        def refuse(*_: object) -> bytes:
            raise OSError(trouble, os.strerror(trouble))

        driver = SteadyDriver.__new__(SteadyDriver)
        driver.fileno = 0
        monkeypatch.setattr(os, "read", refuse)
        assert driver._read() == b""
