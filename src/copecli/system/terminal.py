"""What kind of terminal this is, if it is one.

Invariant: it is told from the streams and the variables alone. Nothing is written and nothing is asked of the
terminal, so looking can neither hang nor leave marks; whether somebody uses a screen reader is never guessed.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import IO

NONE, BASIC, MANY, FULL = 0, 16, 256, 16_777_216
"""How many colours there are; BASIC are the terminal's own sixteen."""

DEFAULT_WIDTH, DEFAULT_HEIGHT = 80, 24
_WIDEST = 10_000
"""No terminal is wider; a larger number in COLUMNS is a slip."""

_WITHOUT_COLOUR = ("dumb", "vt52", "vt100", "vt102", "vt220")
_NO = frozenset({"", "0", "no", "off", "false"})


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the faces must know of the terminal."""

    tui_possible: bool
    """Whether a full screen can be shown here at all."""
    plain_asked: bool
    """Whether the person asked for plain lines, by COPECLI_PLAIN or the settings."""
    why_not: str
    """Why it is plain lines here (a message id); nothing where a full screen is possible and not unwanted."""
    stdin_tty: bool
    stdout_tty: bool
    stderr_tty: bool
    unicode: bool
    """Whether more than ASCII can be shown."""
    colours: int
    """On stdout: NONE, BASIC, MANY or FULL."""
    no_color: bool
    """Whether NO_COLOR is set to something."""
    width: int
    """Columns."""
    height: int
    """Rows."""
    reduced_motion: bool
    """Whether shapes should stand still."""
    is_ssh: bool
    """Whether the clock zone and the files are another computer's."""
    multiplexer: str
    """tmux, screen, or nothing. GNU screen may keep what was on the screen after leaving."""

    @property
    def plain(self) -> bool:
        """Return whether plain lines are the way here."""
        return self.plain_asked or not self.tui_possible

    @property
    def colour(self) -> bool:
        """Return whether stdout shows colours."""
        return self.colours > NONE


def detect(
    environ: Mapping[str, str],
    stdin: IO[str] | None,
    stdout: IO[str] | None,
    stderr: IO[str] | None,
    platform: str = sys.platform,
    *,
    motion: str = "auto",
    plain: str = "auto",
) -> Terminal:
    """Return what can be told; `motion` and `plain` are the settings, and a variable goes before them."""
    ttys = (_is_tty(stdin), _is_tty(stdout), _is_tty(stderr))
    term = environ.get("TERM", "")
    unicode = _is_utf8(stdout) and _is_utf8(stderr)
    hindered = _hindrance(ttys, term, unicode, platform)
    asked = _plain_asked(environ, plain)
    width, height = _size(environ, stdout if ttys[1] else None)
    return Terminal(
        tui_possible=not hindered,
        plain_asked=bool(asked),
        why_not=hindered or asked,
        stdin_tty=ttys[0],
        stdout_tty=ttys[1],
        stderr_tty=ttys[2],
        unicode=unicode and _locale(environ) not in ("C", "POSIX"),
        colours=_colours(environ, term, platform) if ttys[1] else NONE,
        no_color=bool(environ.get("NO_COLOR")),
        width=width,
        height=height,
        reduced_motion=_reduced_motion(environ, motion),
        is_ssh=any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")),
        multiplexer="tmux" if environ.get("TMUX") else "screen" if environ.get("STY") else "",
    )


def _is_tty(stream: IO[str] | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except (OSError, ValueError):  # it is closed
        return False


def _is_utf8(stream: IO[str] | None) -> bool:
    encoding = getattr(stream, "encoding", None) or ""
    return encoding.lower().replace("-", "").replace("_", "") in ("utf8", "cp65001", "utf8sig")


def _hindrance(ttys: tuple[bool, bool, bool], term: str, unicode: bool, platform: str) -> str:
    """Return why there can be no full screen (a message id), or nothing."""
    if not ttys[0]:
        return N_("Input is not a terminal.")
    if not ttys[1]:
        return N_("Output is not a terminal.")
    if not ttys[2]:
        return N_("The error output is not a terminal.")  # Textual draws there
    if platform != "win32" and not term:
        return N_("TERM is not set.")
    if term == "dumb":
        return N_("TERM is “dumb”.")
    if not unicode:
        return N_("This terminal is not set to UTF-8.")
    return ""


def _plain_asked(environ: Mapping[str, str], plain: str) -> str:
    if "COPECLI_PLAIN" in environ:
        return N_("COPECLI_PLAIN is set.") if environ["COPECLI_PLAIN"].lower() not in _NO else ""
    return N_("The settings ask for plain lines.") if plain == "yes" else ""


def _reduced_motion(environ: Mapping[str, str], motion: str) -> bool:
    wanted = environ.get("COPECLI_MOTION", "").lower()
    if wanted not in ("less", "full"):
        wanted = "less" if environ.get("TEXTUAL_ANIMATIONS", "").lower() == "none" else motion
    return wanted == "less"


def _locale(environ: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if environ.get(name):
            return environ[name]
    return ""


def _colours(environ: Mapping[str, str], term: str, platform: str) -> int:
    if environ.get("NO_COLOR") or term in _WITHOUT_COLOUR or term.endswith(("-m", "-mono")):
        return NONE
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith("-direct"):
        return FULL
    if platform == "win32":
        return FULL if environ.get("WT_SESSION") else BASIC
    if "256color" in term:
        return MANY
    return BASIC if term else NONE


def _size(environ: Mapping[str, str], stdout: IO[str] | None) -> tuple[int, int]:
    """Return (columns, rows): the terminal's own, else what COLUMNS and LINES say, else 80 by 24."""
    width, height = 0, 0
    if stdout is not None:
        try:
            width, height = os.get_terminal_size(stdout.fileno())
        except (OSError, ValueError):
            pass  # a terminal that does not know its size
    return (
        width or _number(environ.get("COLUMNS", "")) or DEFAULT_WIDTH,
        height or _number(environ.get("LINES", "")) or DEFAULT_HEIGHT,
    )


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0
    return number if number <= _WIDEST else 0
