"""However the TUI ends:

the terminal is given back, what was being written is kept, and nothing of it is shown.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.pty.harness import ROOT, Terminal, cope, python

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from _pytest.mark import ParameterSet

pytestmark = pytest.mark.terminal

OWN_WORDS = "quietly private 555-0100"
"""What a person is writing when it ends."""

FOOT = "Help now"
"""Stands at the foot of every screen."""


BREATH = "In   "
"""Beside the seconds that are left of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen of the TUI, and how to come to it."""

    words: tuple[str, ...]
    """What is typed after `cope`."""
    keys: tuple[str, ...]
    """What is pressed then; each is pressed when the screen has come to rest."""
    shows: str
    """What tells that it is there."""

    def reach(self, terminal: Terminal) -> None:
        """Wait until the screen is there."""
        terminal.wait_for(FOOT)
        for key in self.keys:
            terminal.wait_until_still()
            terminal.press(key)
        terminal.wait_for(self.shows)
        if self.shows != BREATH:  # it is never still
            terminal.wait_until_still(0.1)


PLACES = {
    "home": Place((), (), "What do you need right now?"),
    "opening": Place(("ground",), (), "1 to 3 minutes"),
    "exercise": Place(("ground", "five-senses"), ("enter",), "1 of 8"),
    "breath": Place(("ground", "even-breath"), ("enter",) * 4, BREATH),
    "help now": Place((), ("h",), "even if you feel fine"),
    "choosing": Place((), ("c",), "How is it right now?"),
    "more": Place((), ("m",), "Settings"),
    "writing": Place(("plan",), (OWN_WORDS,), OWN_WORDS),
}

SIGNALS = {"SIGTERM": 143, "SIGHUP": 129, "SIGINT": 0, "SIGQUIT": 131}

BREAKS_ON = """
import sys
from copecli.tui.page import Page
kept = Page.on_key
def breaking(self, event):
    if event.key == "circumflex_accent":
        private = "a private word"
        raise ValueError(private)
    return kept(self, event)
Page.on_key = breaking
from textual.widgets import Input
kept_in_field = Input._on_key
async def in_a_field(self, event):
    if event.key == "circumflex_accent":
        raise ValueError(self.value)
    await kept_in_field(self, event)
Input._on_key = in_a_field
from copecli.__main__ import main
sys.exit(main())
"""
"""The real program, but that `^` breaks whatever screen it is pressed on."""

places = pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())

TELLING = ("breath", "writing")
"""Where most can go wrong at an end: something moves, something is not saved yet."""


def at_places(all_of_them: Iterable[str], everywhere: str) -> list[ParameterSet]:
    """Pair each with the telling places, and `everywhere` with every place; all pairs in the long form."""
    return [
        pytest.param(
            PLACES[at],
            one,
            id=f"{one}-{at}",
            marks=() if one == everywhere or at in TELLING else pytest.mark.soak,
        )
        for one in all_of_them
        for at in PLACES
    ]


class TestSignals:
    """A program manager, a logged-out session, a closed window."""

    @pytest.mark.parametrize(("place", "name"), at_places(SIGNALS, everywhere="SIGHUP"))
    def test_a_signal_leaves_nothing_behind(self, place: Place, name: str, home: Path) -> None:
        """Every mode is off, the attributes are as before, no word stays; the exit code tells the signal."""
        with cope(*place.words, home=home) as terminal:
            place.reach(terminal)
            terminal.signal(signal.Signals[name])
            assert terminal.wait_exit() == SIGNALS[name]
            assert terminal.terminal_restored()
            assert terminal.everything().strip() == ""

    @pytest.mark.parametrize("name", SIGNALS)
    def test_a_signal_keeps_the_draft(self, name: str, home: Path) -> None:
        """What was being written is there at the next start, though nothing was saved by hand."""
        with cope("plan", home=home) as terminal:
            PLACES["writing"].reach(terminal)
            terminal.send("+")
            terminal.wait_for(OWN_WORDS + "+")
            terminal.signal(signal.Signals[name])
            terminal.wait_exit()
        assert _is_kept(home, OWN_WORDS + "+")

    @pytest.mark.parametrize("name", ["SIGUSR1", "SIGUSR2"])
    def test_a_signal_that_means_nothing_is_ignored(self, name: str, home: Path) -> None:
        """The program stays as it is."""
        with cope(home=home) as terminal:
            PLACES["home"].reach(terminal)
            terminal.signal(signal.Signals[name])
            terminal.press("c")
            terminal.wait_for("How is it right now?")
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0

    def test_a_terminal_that_stands_still_cannot_hold_the_program(self, home: Path) -> None:
        """When nobody reads what is written, SIGTERM ends the program all the same."""
        with cope("ground", "even-breath", home=home) as terminal:
            PLACES["breath"].reach(terminal)
            terminal.stop_reading()
            for columns in range(90, 120):
                terminal.resize(columns, 40)
                time.sleep(0.05)
            terminal.signal(signal.SIGTERM)
            assert terminal.wait_exit() == 143


class TestClosedWindow:
    """The other end of the terminal goes away."""

    @places
    def test_the_program_ends(self, place: Place, home: Path) -> None:
        """No process stays behind."""
        with cope(*place.words, home=home) as terminal:
            place.reach(terminal)
            terminal.close()
            assert terminal.wait_exit() == 129

    def test_what_was_being_written_is_kept(self, home: Path) -> None:
        """The draft is there at the next start."""
        with cope("plan", home=home) as terminal:
            PLACES["writing"].reach(terminal)
            terminal.close()
            terminal.wait_exit()
        assert _is_kept(home, OWN_WORDS)

    def test_it_ends_with_hang_ups_ignored_too(self, home: Path) -> None:
        """Under nohup the end of the input is what tells; nothing spins."""
        with Terminal(
            ["sh", "-c", "trap '' HUP; exec \"$0\" -m copecli plan", sys.executable], home=home
        ) as terminal:
            PLACES["writing"].reach(terminal)
            terminal.close()
            assert terminal.wait_exit() == 129
        assert _is_kept(home, OWN_WORDS)


class TestKeys:
    """The person leaves, or puts the program aside."""

    @pytest.mark.parametrize(("place", "key"), at_places(("ctrl+c", "ctrl+q"), everywhere="ctrl+c"))
    def test_ctrl_c_leaves_at_once_from_anywhere(self, place: Place, key: str, home: Path) -> None:
        """One key, no question, exit code 0, nothing left on the screen."""
        with cope(*place.words, home=home) as terminal:
            place.reach(terminal)
            terminal.press(key)
            assert terminal.wait_exit() == 0
            assert terminal.terminal_restored()
            assert terminal.everything().strip() == ""

    def test_ctrl_c_keeps_the_draft(self, home: Path) -> None:
        """Leaving is not losing."""
        with cope("plan", home=home) as terminal:
            PLACES["writing"].reach(terminal)
            terminal.press("ctrl+c")
            terminal.wait_exit()
        assert _is_kept(home, OWN_WORDS)

    @places
    def test_ctrl_z_puts_aside_and_fg_brings_back(self, place: Place, home: Path) -> None:
        """Meanwhile the terminal is the shell's and shows nothing of ours; afterwards all is there again."""
        with cope(*place.words, home=home) as terminal:
            place.reach(terminal)
            before = terminal.screen()
            terminal.press("ctrl+z")
            terminal.wait_stopped()
            assert terminal.terminal_restored()
            assert terminal.everything().strip() == ""
            terminal.signal(signal.SIGCONT)
            terminal.wait_for(place.shows)
            if place.shows != BREATH:  # it has gone on
                terminal.wait_until_still()
                assert terminal.screen() == before
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0
            assert terminal.terminal_restored()

    @pytest.mark.parametrize(
        "noise",
        [
            b"\xff\xfe",
            b"\x1b[99999999999999999999~",
            b"\x1b[200~no end",
            b"\x00\x80\x9b",
            b"\x1b[<99;99;99M",
        ],
    )
    def test_bytes_that_no_key_sends_do_no_harm(self, noise: bytes, home: Path) -> None:
        """A wrong encoding or a broken connection cannot bring the program down."""
        with cope(home=home) as terminal:
            PLACES["home"].reach(terminal)
            terminal.send(noise)
            terminal.wait_until_still()
            terminal.send(b"\x1b[201~")
            terminal.wait_until_still()
            terminal.send(b"\xffc")
            terminal.wait_for("How is it right now?")
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0


class TestCrash:
    """Something in the program breaks."""

    @places
    def test_a_crash_is_told_calmly(self, place: Place, home: Path) -> None:
        """On every screen.

        Terminal restored, one calm sentence, the help that is left, no word of the person's.
        """
        with python(BREAKS_ON, *place.words, home=home) as terminal:
            place.reach(terminal)
            terminal.send("^")
            assert terminal.wait_exit() == 1
            assert terminal.terminal_restored()
            shown = terminal.everything()
        assert shown.strip().startswith("Something in copecli broke. Your saved plan is safe.")
        assert "cope now" in shown
        assert "Traceback" not in shown
        note = (home / "cope" / "state" / "crash.log").read_text()
        assert "ValueError" in note
        for secret in ("private", OWN_WORDS, "555"):
            assert secret not in shown
            assert secret not in note

    def test_a_crash_keeps_the_draft(self, home: Path) -> None:
        """What was being written is there at the next start."""
        with python(BREAKS_ON, "plan", home=home) as terminal:
            PLACES["writing"].reach(terminal)
            terminal.send("^")
            terminal.wait_exit()
        assert _is_kept(home, OWN_WORDS)

    @pytest.mark.parametrize(
        "sabotage",
        [
            "from copecli.tui.app import CopeApp; CopeApp.CSS_PATH = 'missing.tcss'",
            "from copecli.tui.app import CopeApp; CopeApp.CSS = 'this { is: no style'",
            "from copecli.tui.app import CopeApp; CopeApp.on_mount = lambda self: 1 / 0",
            "from copecli.tui.app import CopeApp; CopeApp.__init__ = lambda self, *a, **k: 1 / 0",
            "import copecli.tui; copecli.tui.run = lambda *a, **k: 1 / 0",
        ],
        ids=["no style", "a wrong style", "while mounting", "while being made", "before anything"],
    )
    def test_a_crash_while_starting_is_told_calmly_too(self, sabotage: str, home: Path) -> None:
        """After the first words, before the first frame: the sentence is readable on the ordinary screen."""
        program = f"import sys\n{sabotage}\nfrom copecli.__main__ import main\nsys.exit(main())"
        with python(program, "ground", home=home) as terminal:
            assert terminal.wait_exit() == 1
            assert terminal.terminal_restored()
            assert "Your saved plan is safe." in terminal.text()
            assert "Traceback" not in terminal.everything()


class TestMultiplexers:
    """What stays in a multiplexer's window and its history after leaving."""

    @pytest.mark.needs_tmux
    @pytest.mark.parametrize("end", ["ctrl+q", "SIGTERM"])
    def test_tmux_keeps_nothing(self, end: str, home: Path) -> None:
        """Neither in the window nor in what can be scrolled back to."""
        _ends_without_traces(
            home, end, lambda inner: ["tmux", "-L", f"cope-{os.getpid()}", "-f", "/dev/null", "new", inner]
        )

    @pytest.mark.needs_screen
    @pytest.mark.parametrize("end", ["ctrl+q", "SIGTERM"])
    def test_gnu_screen_keeps_nothing(self, end: str, home: Path) -> None:
        """Its window has no alternate screen of its own: every cell was overwritten."""
        (home / ".screenrc").write_text("startup_message off\n")
        _ends_without_traces(
            home, end, lambda inner: ["screen", "-c", str(home / ".screenrc"), "sh", "-c", inner]
        )


def _ends_without_traces(home: Path, end: str, around: Callable[[str], list[str]]) -> None:
    """Run `cope plan` inside, end it, and look at what the window shows then."""
    inner = f"{sys.executable} -m copecli plan & echo $! > {home}/pid; fg; echo over; cat"
    (home / "run").write_text(f"set -m\n{inner}\n")
    environ = {"SCREENDIR": str(home / "screens"), "TMUX_TMPDIR": str(home), "PYTHONPATH": str(ROOT / "src")}
    (home / "screens").mkdir(mode=0o700)
    with Terminal(around(f"sh {home}/run"), home=home, environ=dict(environ)) as terminal:
        PLACES["writing"].reach(terminal)
        if end == "ctrl+q":
            terminal.press(end)
        else:
            os.kill(int((home / "pid").read_text()), signal.Signals[end])
        terminal.wait_for("over")
        terminal.wait_until_still()
        assert "private" not in terminal.everything()
        assert FOOT not in terminal.text()
        terminal.press("ctrl+d")
        terminal.wait_exit()


def _is_kept(home: Path, text: str) -> bool:
    drafts = home / "cope" / "state" / "drafts"
    return any(text in file.read_text() for file in drafts.iterdir())
