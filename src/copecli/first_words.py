"""What is said before anything is loaded: three lines, there while the rest is still on its way.

Invariant: it imports sys, os, termios and _signal and nothing else (each module costs, `__future__` too), it
never raises, and whatever ends the program from here on, the terminal is left as it was found.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LINES = {
    "now": (
        "Here is help. Start anywhere.",
        "Badly hurt, or might act? Call first.",
        "You could move near someone safe.",
    ),
    "ground": (
        "You're here. Nothing to decide.",
        "Notice the floor or chair under you.",
        "Any key goes on. h: help now.",
    ),
}
"""The very first words, in English."""

TRANSLATIONS: dict[str, dict[str, tuple[str, ...]]] = {}
"""The same by language: they cannot wait for gettext."""

DARK = ("#14181d", "#e6e3dc")
LIGHT = ("#f7f4ec", "#24282c")
"""Ground and text of the two themes."""

NEAREST = {DARK: ((16, 188), (0, 15)), LIGHT: ((231, 235), (15, 0))}
"""The same in 256 and in 16 colours, as rich chooses them: Textual's first frame changes no cell."""

COLUMN_WIDTH = 68
"""Cells that the one column of the TUI takes at most, its margins included."""

MARGINS = ((14, 0, 1), (30, 2, 2))
"""Margins (rows above, cells beside) of the column on a screen lower than so many rows."""

MARGINS_OF_A_TALL_SCREEN = (5, 2)

ENTER = "\x1b[?1049h"
LEAVE = "\x1b[?1049l"
HIDE_CURSOR = "\x1b[?25l"
SHOW_CURSOR = "\x1b[?25h"

ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
LONGEST_ID = 40


class Painted:
    """What has been done to the terminal, and how to undo it."""

    __slots__ = ("alternate", "attributes", "frame", "kind")

    def __init__(self, kind: str, frame: str = "") -> None:
        self.kind = kind
        """`now` (three plain lines were printed) or `ground` (the screen is taken)."""
        self.frame = frame
        """What paints the words."""
        self.alternate = False
        """Whether the alternate screen is ours to leave; whoever leaves it sets this to False."""
        self.attributes: "list[Any] | None" = None
        """The terminal's own termios attributes, while they are changed."""

    def take(self) -> None:
        """Take the terminal: the words stand there, and keys wait unseen for the face that comes."""
        import termios

        try:
            self.attributes = termios.tcgetattr(0)
            termios.tcsetattr(0, termios.TCSANOW, _keys_wait(self.attributes))
        except termios.error:
            self.attributes = None
        self.alternate = True
        _write(2, self.frame)

    def restore(self) -> None:
        """Give the terminal back as it was; a second call does nothing."""
        alternate, attributes = self.alternate, self.attributes
        self.alternate, self.attributes = False, None
        if alternate:
            _write(2, "\x1b[m\x1b[2J" + LEAVE + SHOW_CURSOR)
        if attributes is None:
            return
        import termios

        try:
            if alternate:  # keys that were meant for us are nothing for the shell
                termios.tcflush(0, termios.TCIFLUSH)
            termios.tcsetattr(0, termios.TCSANOW, attributes)
        except termios.error:  # the terminal is gone
            pass


def speak(argv: list[str]) -> Painted | None:
    """Say the first words where the arguments and the terminal allow it; return what was done, or None."""
    kind = _kind(argv)
    if not kind or not _terminal_allows():
        return None
    known = _known()
    words = lines(kind, known.get("language", "en"))
    if kind == "now":
        _write(1, "".join(line + "\n" for line in words))
        return Painted(kind)
    if _plain(known):
        return None
    painted = Painted(kind, _frame(words, LIGHT if known.get("theme") == "light" else DARK))
    _guard(painted)
    painted.take()
    return painted


def lines(kind: str, language: str = "en") -> tuple[str, ...]:
    """Return the three lines of `kind`, in English where that language has none."""
    return TRANSLATIONS.get(language, LINES).get(kind, LINES[kind])


def ground_lines(language: str = "en") -> tuple[str, ...]:
    """Return the first words of an exercise."""
    return lines("ground", language)


def place(width: int, height: int) -> tuple[int, int, int]:
    """Return where the TUI's column begins in such a screen (row, column, from 0), and its lines' width."""
    above, beside = next((margins for below, *margins in MARGINS if height < below), MARGINS_OF_A_TALL_SCREEN)
    column = min(width, COLUMN_WIDTH)
    return above, (width - column) // 2 + beside, max(1, column - 2 * beside)


def _kind(argv: list[str]) -> str:
    """Return `now` or `ground` where the arguments are just that, or `ground` and what is there to start."""
    if argv in (["now"], ["ground"], ["ground", "--with-me"]):
        return argv[0]
    if len(argv) == 2 and argv[0] == "ground" and _is_skill(argv[1]):
        return "ground"
    return ""


def _is_skill(name: str) -> bool:
    if not 0 < len(name) <= LONGEST_ID or not ID_LETTERS.issuperset(name):
        return False
    package = os.path.dirname(os.path.abspath(__file__))
    checkout = os.path.dirname(os.path.dirname(package))
    own = _directory("config", "XDG_CONFIG_HOME", ".config", "Library/Application Support")
    return any(place and os.path.isfile(f"{place}/skills/{name}.toml") for place in (package, checkout, own))


def _terminal_allows() -> bool:
    if os.name != "posix" or os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        return False
    return os.isatty(0) and os.isatty(1) and os.isatty(2)


def _plain(known: dict[str, str]) -> bool:
    """Return whether the line face will come: the answer of system/terminal.py."""
    if not _is_utf8(sys.stdout) or not _is_utf8(sys.stderr):
        return True
    if "COPECLI_PLAIN" in os.environ:
        return os.environ["COPECLI_PLAIN"].lower() not in ("", "0", "no", "off", "false")
    return known.get("plain") == "yes"


def _is_utf8(stream: object) -> bool:
    return getattr(stream, "encoding", "").lower().replace("-", "") == "utf8"


def _known() -> dict[str, str]:
    """Return what the settings' small file says; nothing where it is missing or odd."""
    directory = _directory("cache", "XDG_CACHE_HOME", ".cache", "Library/Caches")
    if not directory:
        return {}
    try:
        file = os.open(directory + "/first", os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            text = os.read(file, 4096).decode("utf-8", "replace")
        finally:
            os.close(file)
    except (OSError, ValueError):
        return {}
    pairs = (line.partition("=") for line in text.splitlines())
    return {key.strip(): value.strip() for key, _, value in pairs}


def _directory(part: str, variable: str, linux: str, mac: str) -> str:
    """Return where a part of the person's own lies: system/paths.py's answer, but for a missing HOME."""
    home = os.environ.get("HOME", "")
    moved = os.environ.get("COPECLI_HOME", "")
    if moved:
        if moved == "~" or moved.startswith("~/"):
            moved = home + moved[1:]
        return f"{moved}/{part}"
    chosen = os.environ.get(variable, "")
    if not chosen.startswith("/"):
        if not home.startswith("/"):
            return ""
        chosen = f"{home}/{mac if sys.platform == 'darwin' else linux}"
    return chosen + "/copecli"


def _frame(words: tuple[str, ...], theme: tuple[str, str]) -> str:
    """Return what paints the words on the theme's ground, from edge to edge."""
    try:
        width, height = os.get_terminal_size(1)
    except OSError:
        width, height = 0, 0
    width, height = width or 80, height or 24
    row, column, room = place(width, height)
    colours = _colours(theme)
    # GNU screen erases to its own ground, not to ours: there every cell is written.
    cleared = "\x1b[H" + " " * (width * height) if colours and "STY" in os.environ else "\x1b[2J"
    rows = [part for line in words for part in _wrapped(line, room)][: max(1, height - row)]
    placed = (f"\x1b[{row + at};{column + 1}H{part}" for at, part in enumerate(rows, start=1))
    return ENTER + HIDE_CURSOR + colours + cleared + "".join(placed)


def _wrapped(line: str, room: int) -> list[str]:
    """Return `line` in parts that are no wider than `room`, where its words allow."""
    parts = [""]
    for word in line.split():
        if parts[-1] and len(parts[-1]) + 1 + len(word) > room:
            parts.append(word)
        else:
            parts[-1] = f"{parts[-1]} {word}".lstrip()
    return parts


def _colours(theme: tuple[str, str]) -> str:
    """Return the escape codes for ground and text, in as many colours as Textual will use here."""
    if os.environ.get("NO_COLOR"):
        return ""
    (ground_256, text_256), (ground_16, text_16) = NEAREST[theme]
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        ground, text = ("{};{};{}".format(*bytes.fromhex(colour[1:])) for colour in theme)
        return f"\x1b[38;2;{text};48;2;{ground}m"
    if os.environ["TERM"].rpartition("-")[2] in ("256color", "kitty"):
        return f"\x1b[38;5;{text_256};48;5;{ground_256}m"
    return f"\x1b[{_basic(text_16, 30)};{_basic(ground_16, 40)}m"


def _basic(number: int, first: int) -> int:
    """Return the code of one of the 16 colours; the bright eight have codes of their own."""
    return first + number if number < 8 else first + 52 + number


def _keys_wait(attributes: "list[Any]") -> "list[Any]":
    """Return attributes with which keys wait, unseen and unchanged (Enter too), until Textual reads them."""
    import termios

    changed = list(attributes)
    changed[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    changed[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    changed[6] = list(attributes[6])
    changed[6][termios.VMIN], changed[6][termios.VTIME] = 1, 0
    return changed


def _guard(painted: Painted) -> None:
    """Let the terminal come first, whatever ends or stops the program until the TUI's own guards stand."""
    if TYPE_CHECKING:
        import signal as signals
    else:
        import _signal as signals  # built in; `signal` would import enum

    def leave(number: int, _frame: object) -> None:
        painted.restore()
        os._exit(0 if number == signals.SIGINT else 128 + number)

    def pause(_number: int, _frame: object) -> None:
        painted.restore()
        os.kill(os.getpid(), signals.SIGSTOP)
        painted.take()

    for number in (signals.SIGTERM, signals.SIGHUP, signals.SIGINT, signals.SIGQUIT):
        if signals.getsignal(number) != signals.SIG_IGN:
            signals.signal(number, leave)
    signals.signal(signals.SIGTSTP, pause)


def _write(file: int, text: str) -> None:
    try:
        os.write(file, text.encode())
    except OSError:  # a terminal that is gone is found out by what comes after
        pass
