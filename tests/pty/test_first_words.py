"""The first words on a real terminal: there at once, keys kept, the terminal given back however it ends."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from copecli.first_words import DARK, LIGHT, LINES, place
from tests.pty.emulator import Emulator, replay
from tests.pty.harness import Terminal, cope, python

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.terminal

GROUND = LINES["ground"]
FULL = "Help"
"""Stands at the foot of the TUI's screens, and nowhere in the first words."""

LOADING = 0.5
"""Seconds over which signals are spread; loading takes about half of it."""

LOADS = """
import sys
before = set(sys.modules)
from copecli import first_words
painted = first_words.speak(sys.argv[1:])
{then}
"""
"""The first words, and something that takes the place of the rest of the program."""

BREAKS = """
import sys, types
broken = types.ModuleType("copecli.cli.main")
def run(argv, painted):
    raise {error}
broken.run = run
sys.modules["copecli.cli.main"] = broken
from copecli.__main__ import main
sys.exit(main())
"""


def speaking(then: str, home: Path, *words: str, environ: dict[str, str | None] | None = None) -> Terminal:
    """Start a program that says the first words and then does what `then` says."""
    return python(LOADS.format(then=then), *(words or ("ground",)), home=home, environ=environ)


def stands(screen: Emulator, columns: int = 80, rows: int = 24) -> bool:
    """Return whether all the first words stand in their place."""
    return all(
        screen.lines[row][column : column + len(line)] == line for row, column, line in placed(columns, rows)
    )


def placed(columns: int, rows: int) -> list[tuple[int, int, str]]:
    """Return the row, column and text of each line that the first words take."""
    from copecli.first_words import _wrapped

    row, column, room = place(columns, rows)
    parts = [part for line in GROUND for part in _wrapped(line, room)]
    return [(row + at, column, part) for at, part in enumerate(parts)]


class TestSaid:
    """What is on the screen, and what it took."""

    @pytest.mark.parametrize("kind", ["ground", "now"])
    def test_they_load_nothing(self, kind: str, home: Path) -> None:
        """Saying them loads themselves, termios and the built-in _signal, and no other module."""
        then = "if painted: painted.restore()\nprint('loaded:', *sorted(set(sys.modules) - before), ':')"
        with speaking(then, home, kind) as terminal:
            assert terminal.wait_exit() == 0
            loaded = terminal.text().partition("loaded:")[2].partition(":")[0].split()
        assert set(loaded) - {"termios", "_signal"} == {"copecli", "copecli.first_words"}

    def test_they_stand_on_the_themes_ground_from_edge_to_edge(self, home: Path) -> None:
        """Three lines in the theme's colours, every other cell empty in the same ground, no cursor."""
        with speaking("input()", home, environ={"COLORTERM": "truecolor"}) as terminal:
            terminal.wait_for(GROUND[-1])
            assert terminal.look(stands)
            cells = terminal.look(lambda seen: {seen.cell(y, x)[2] for y in range(24) for x in range(80)})
            row, column, _ = place(80, 24)
            assert terminal.look(lambda seen: seen.cell(row, column)) == ("Y", DARK[1][1:], DARK[0][1:])
            assert cells == {DARK[0][1:]}
            assert terminal.look(lambda seen: seen.mode(25, default=True)) is False

    def test_help_now_says_them_as_lines_on_the_ordinary_screen(self, home: Path) -> None:
        """`cope now` changes nothing of the terminal: it can be scrolled back to."""
        with speaking("input()", home, "now") as terminal:
            terminal.wait_for(LINES["now"][-1])
            assert terminal.screen()[:3] == list(LINES["now"])
            assert b"\x1b" not in terminal.raw
            assert terminal.terminal_restored()

    @pytest.mark.parametrize(
        "environ",
        [
            {"TERM": "dumb"},
            {"TERM": None},
            {"COPECLI_PLAIN": "1"},
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        ],
    )
    def test_nothing_is_painted_where_the_line_face_will_come(
        self, environ: dict[str, str | None], home: Path
    ) -> None:
        """Not one byte is written to a terminal that cannot, or shall not, be painted on."""
        with speaking("sys.exit(7 if painted is None else 0)", home, environ=environ) as terminal:
            assert terminal.wait_exit() == 7
            assert terminal.raw == b""

    def test_nothing_is_said_into_a_pipe(self, home: Path) -> None:
        """With stdout a pipe there are no first words, and no terminal to be changed."""
        program = LOADS.format(then="print(painted)")
        with Terminal(
            ["sh", "-c", 'python3 -c "$1" ground | cat', "sh", program], home=home, environ=_path()
        ) as terminal:
            assert terminal.wait_exit() == 0
            assert terminal.screen()[0] == "None"
            assert terminal.terminal_restored()


class TestKeys:
    """Keys typed while the program loads."""

    def test_they_wait_unseen_and_unchanged(self, home: Path) -> None:
        """What is typed early is not echoed, and comes to the face as it was typed: Enter as Enter."""
        then = "import os, time\nwhile not os.path.exists(os.environ['HOME'] + '/go'): time.sleep(0.02)\n"
        then += "print(os.read(0, 99))"
        with speaking(then, home) as terminal:
            terminal.wait_for(GROUND[-1])
            said = terminal.raw
            terminal.press("enter", "a", "up", "ctrl+q")
            terminal.wait_until_still()
            assert terminal.raw == said
            (home / "go").touch()
            terminal.wait_for(repr(b"\ra\x1b[A\x11"))

    @pytest.mark.parametrize(("key", "code"), [("ctrl+c", 0), ("ctrl+backslash", 131)])
    def test_ctrl_c_leaves_at_once(self, key: str, code: int, home: Path) -> None:
        """Before anything is loaded Ctrl+C leaves, and leaves nothing behind."""
        with speaking("import time; time.sleep(600)", home) as terminal:
            terminal.wait_for(GROUND[-1])
            terminal.press(key)
            assert terminal.wait_exit() == code
            assert terminal.terminal_restored()
            assert terminal.text().strip() == ""

    def test_ctrl_z_stops_and_coming_back_paints_them_again(self, home: Path) -> None:
        """The shell gets its own terminal meanwhile."""
        with speaking("import time\nwhile True: time.sleep(0.05)", home) as terminal:
            terminal.wait_for(GROUND[-1])
            terminal.press("ctrl+z")
            terminal.wait_stopped()
            assert terminal.terminal_restored()
            terminal.signal(signal.SIGCONT)
            terminal.wait_for(GROUND[-1])
            assert terminal.look(stands)
            terminal.press("ctrl+c")
            assert terminal.wait_exit() == 0
            assert terminal.terminal_restored()


class TestHandedOver:
    """The TUI takes the screen over with the words on it."""

    @pytest.mark.parametrize(
        ("size", "environ"),
        [
            ((80, 24), {"COLORTERM": "truecolor"}),
            ((80, 24), {"TERM": "xterm-256color"}),
            ((80, 24), {"TERM": "xterm"}),
            ((80, 24), {"NO_COLOR": "1"}),
            ((40, 20), {}),
            ((121, 40), {}),
            ((100, 30), {}),
            ((69, 14), {}),
            ((24, 12), {}),
        ],
    )
    def test_no_cell_of_the_words_changes(
        self, size: tuple[int, int], environ: dict[str, str | None], home: Path
    ) -> None:
        """From the first words to the whole screen, after every piece written, they stand unchanged."""
        with cope("ground", home=home, size=size, environ=environ) as terminal:
            terminal.wait_for(FULL)
            terminal.wait_until_still()
            raw = terminal.raw
        assert _all_states(raw, size) == 1

    def test_no_cell_changes_in_the_light_theme(self, home: Path) -> None:
        """The settings' theme is known to both."""
        with cope("config", "set", "theme", "light", home=home) as terminal:
            assert terminal.wait_exit() == 0
        with cope("ground", home=home, environ={"COLORTERM": "truecolor"}) as terminal:
            terminal.wait_for(FULL)
            terminal.wait_until_still()
            row, column, _ = place(80, 24)
            assert terminal.look(lambda seen: seen.cell(row, column)) == ("Y", LIGHT[1][1:], LIGHT[0][1:])
            raw = terminal.raw
        assert _all_states(raw, (80, 24)) == 1

    def test_the_alternate_screen_is_entered_once(self, home: Path) -> None:
        """Entering again would clear it, on xterm and its kin."""
        with cope("ground", home=home) as terminal:
            terminal.wait_for(FULL)
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0
            assert terminal.raw.count(b"\x1b[?1049h") == 1
            assert terminal.terminal_restored()

    @pytest.mark.parametrize("moments", [8, pytest.param(150, marks=pytest.mark.soak)])
    def test_a_signal_at_any_moment_of_it_leaves_nothing_behind(self, moments: int, home: Path) -> None:
        """Whoever has the terminal just then gives it back: first words, Textual half begun, or the app."""
        for moment in range(moments):
            with cope("ground", home=home) as terminal:
                terminal.wait_for(GROUND[-1])
                time.sleep(LOADING * moment / moments)
                terminal.signal(signal.SIGTERM)
                assert terminal.wait_exit() == 143
                assert terminal.terminal_restored()
                assert terminal.text().strip() == ""

    def test_keys_typed_early_are_acted_on(self, home: Path) -> None:
        """What is pressed while the program loads is done when it is there."""
        with cope("ground", "five-senses", home=home) as terminal:
            terminal.wait_for(GROUND[-1])
            terminal.press("enter")
            terminal.wait_for("1 of")
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0

    def test_a_hand_that_asks_for_help_early_gets_it(self, home: Path) -> None:
        """`h`, pressed as soon as the first words say so, opens Help now."""
        with cope("ground", home=home) as terminal:
            terminal.wait_for(GROUND[-1])
            terminal.press("h")
            terminal.wait_for(LINES["now"][0])

    def test_the_line_face_gets_the_ordinary_screen(self, home: Path) -> None:
        """Where the small file is missing, and the settings ask for lines, the painted screen is left."""
        with cope("config", "set", "plain", "yes", home=home) as terminal:
            assert terminal.wait_exit() == 0
        (home / "cope" / "cache" / "first").unlink()
        with cope("ground", home=home) as terminal:
            terminal.wait_for(
                lambda seen: not seen.look(lambda screen: screen.alternate) and seen.text().strip()
            )
            assert not terminal.left_behind()


def _all_states(raw: bytes, size: tuple[int, int]) -> int:
    """Return in how many ways the cells of the first words looked, from when they all stood there on."""
    cells = [(row, column + at) for row, column, line in placed(*size) for at in range(len(line))]
    looks: set[tuple[tuple[str, str, str], ...]] = set()
    for screen in replay(raw, *size):
        if looks or stands(screen, *size):
            looks.add(tuple(screen.cell(*cell) for cell in cells))
    return len(looks)


class TestGivenBack:
    """Whatever ends the program before the face is there."""

    @pytest.mark.parametrize(
        ("number", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 0), ("SIGQUIT", 131)]
    )
    def test_a_signal_gives_the_terminal_back(self, number: str, code: int, home: Path) -> None:
        """The screen, the cursor and the attributes are as before; the exit code tells the signal."""
        with speaking("import time; time.sleep(600)", home) as terminal:
            terminal.wait_for(GROUND[-1])
            terminal.signal(signal.Signals[number])
            assert terminal.wait_exit() == code
            assert terminal.terminal_restored()

    def test_a_closed_window_ends_it(self, home: Path) -> None:
        """No process stays behind when the terminal is gone."""
        with speaking("import time; time.sleep(600)", home) as terminal:
            terminal.wait_for(GROUND[-1])
            terminal.close()
            assert terminal.wait_exit() == 129

    def test_an_ignored_hang_up_stays_ignored(self, home: Path) -> None:
        """`nohup` means it."""
        program = LOADS.format(
            then="print(signal.getsignal(signal.SIGHUP) == signal.SIG_IGN); painted.restore()"
        )
        ignoring = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n{program}"
        with python(ignoring, "ground", home=home) as terminal:
            assert terminal.wait_exit() == 0
            assert b"True" in terminal.raw

    def test_giving_back_twice_is_giving_back_once(self, home: Path) -> None:
        """The alternate screen is left as often as it was entered."""
        with speaking("painted.restore(); painted.restore()", home) as terminal:
            assert terminal.wait_exit() == 0
            assert terminal.raw.count(b"\x1b[?1049l") == 1
            assert terminal.terminal_restored()

    def test_what_breaks_while_loading_is_told_calmly(self, home: Path) -> None:
        """No traceback, no word of the error's own, but the help that is left; where it broke is noted."""
        program = BREAKS.format(error="ValueError('a private word')")
        with python(program, "ground", home=home) as terminal:
            assert terminal.wait_exit() == 1
            assert terminal.terminal_restored()
            assert "Your saved plan is safe." in terminal.text()
            assert "cope now" in terminal.text()
            assert "private" not in terminal.everything()
            assert "Traceback" not in terminal.everything()
        note = home / "cope" / "state" / "crash.log"
        assert "ValueError" in note.read_text()
        assert "private" not in note.read_text()
        assert note.stat().st_mode & 0o777 == 0o600

    @pytest.mark.parametrize(
        ("error", "code"), [("KeyboardInterrupt", 130), ("BrokenPipeError", 0), ("SystemExit(5)", 5)]
    )
    def test_what_is_no_crash_is_not_told_as_one(self, error: str, code: int, home: Path) -> None:
        """Ctrl+C in a plain command, a reader that has had enough, a plain exit: no sentence, no note."""
        with python(BREAKS.format(error=error), "ground", home=home) as terminal:
            assert terminal.wait_exit() == code
            assert terminal.terminal_restored()
            assert terminal.text().strip() == ""
        assert not (home / "cope" / "state").exists()


def _path() -> dict[str, str | None]:
    """Return a PATH on which python3 is the Python of this test."""
    import sys

    return {"PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]}
