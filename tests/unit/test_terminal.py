"""What a terminal can do is told from its streams and variables, and nothing is asked of it."""

from __future__ import annotations

import io
import os
import sys
from typing import IO, TYPE_CHECKING

import pytest

from copecli.system import terminal
from copecli.system.terminal import BASIC, FULL, MANY, NONE, Terminal, detect

if TYPE_CHECKING:
    from collections.abc import Mapping

FINE = {"TERM": "xterm-256color"}


class Stream(io.TextIOWrapper):
    """A stream that is a terminal, or says it is not."""

    def __init__(self, tty: bool = True, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._tty = tty

    def isatty(self) -> bool:
        """Return whether it is a terminal."""
        return self._tty


def seen(
    environ: Mapping[str, str] = FINE,
    streams: tuple[IO[str] | None, IO[str] | None, IO[str] | None] | None = None,
    platform: str = "linux",
    *,
    motion: str = "auto",
    plain: str = "auto",
) -> Terminal:
    """Return what is detected; without streams, three good terminals."""
    stdin, stdout, stderr = streams or (Stream(), Stream(), Stream())
    return detect(environ, stdin, stdout, stderr, platform, motion=motion, plain=plain)


def test_an_ordinary_terminal_can_show_a_full_screen() -> None:
    """Three terminals, a TERM, UTF-8."""
    found = seen()
    assert found.tui_possible
    assert not found.plain
    assert found.why_not == ""
    assert found.unicode
    assert found.colour


@pytest.mark.parametrize("which", [0, 1, 2])
@pytest.mark.parametrize("stream", [Stream(tty=False), None], ids=["pipe", "closed"])
def test_each_stream_has_to_be_a_terminal(which: int, stream: Stream | None) -> None:
    """Textual reads one, writes another, and must not fill a log through the third."""
    streams: list[IO[str] | None] = [Stream(), Stream(), Stream()]
    streams[which] = stream
    found = seen(streams=(streams[0], streams[1], streams[2]))
    assert not found.tui_possible
    assert found.plain
    assert "not a terminal" in found.why_not


def test_a_closed_stream_is_no_terminal() -> None:
    """Asking a closed stream raises; that is an answer too."""
    stream = io.TextIOWrapper(io.BytesIO())
    stream.close()
    assert not seen(streams=(stream, Stream(), Stream())).stdin_tty


@pytest.mark.parametrize(
    ("environ", "platform", "said"),
    [
        ({}, "linux", "TERM is not set"),
        ({"TERM": ""}, "linux", "TERM is not set"),
        ({"TERM": "dumb"}, "linux", "dumb"),
        ({"TERM": "dumb"}, "win32", "dumb"),
        ({}, "win32", ""),
        ({"TERM": "xterm"}, "darwin", ""),
    ],
)
def test_a_terminal_without_a_kind_gets_plain_lines(
    environ: dict[str, str], platform: str, said: str
) -> None:
    """Windows names no TERM, and needs none."""
    found = seen(environ, platform=platform)
    assert found.tui_possible == (said == "")
    assert said in found.why_not


@pytest.mark.parametrize("encoding", ["ascii", "iso8859-1", "ANSI_X3.4-1968", "cp1252"])
@pytest.mark.parametrize("which", [1, 2])
def test_a_terminal_that_is_not_utf8_gets_plain_ascii(encoding: str, which: int) -> None:
    """There Textual would print the codes of its frames."""
    streams: list[Stream] = [Stream(), Stream(), Stream()]
    streams[which] = Stream(encoding=encoding)
    found = seen(streams=(streams[0], streams[1], streams[2]))
    assert not found.unicode
    assert "UTF-8" in found.why_not


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf_8", "cp65001"])
def test_utf8_goes_by_many_names(encoding: str) -> None:
    """All of them count."""
    assert seen(streams=(Stream(), Stream(encoding=encoding), Stream(encoding=encoding))).unicode


@pytest.mark.parametrize(
    ("locale", "unicode"),
    [
        ({"LC_ALL": "C"}, False),
        ({"LC_CTYPE": "POSIX"}, False),
        ({"LANG": "C"}, False),
        ({"LC_ALL": "", "LANG": "C"}, False),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, True),
        ({"LANG": "en_IE.UTF-8"}, True),
        ({}, True),
    ],
)
def test_a_locale_that_asks_for_ascii_gets_it(locale: dict[str, str], unicode: bool) -> None:
    """Python writes UTF-8 there all the same, but the person's terminal may not."""
    found = seen({**FINE, **locale})
    assert found.unicode == unicode
    assert found.tui_possible


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm"}, BASIC),
        ({"TERM": "screen"}, BASIC),
        ({"TERM": "linux"}, BASIC),
        ({"TERM": "xterm-256color"}, MANY),
        ({"TERM": "screen-256color-bce"}, MANY),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, FULL),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, FULL),
        ({"TERM": "xterm-direct"}, FULL),
        ({"TERM": "vt100"}, NONE),
        ({"TERM": "xterm-mono"}, NONE),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, NONE),
        ({"TERM": ""}, NONE),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, MANY),
    ],
)
def test_colours_are_those_that_the_terminal_names(environ: dict[str, str], colours: int) -> None:
    """NO_COLOR counts when it is not empty, as its text says."""
    found = seen(environ)
    assert found.colours == colours
    assert found.no_color == bool(environ.get("NO_COLOR"))


def test_windows_terminal_has_all_colours() -> None:
    """The old console has sixteen."""
    assert seen({"WT_SESSION": "1"}, platform="win32").colours == FULL
    assert seen({}, platform="win32").colours == BASIC


def test_a_pipe_has_no_colours() -> None:
    """What is piped is data."""
    assert seen(streams=(Stream(), Stream(tty=False), Stream())).colours == NONE


@pytest.mark.parametrize(
    ("environ", "motion", "reduced"),
    [
        ({}, "auto", False),
        ({}, "less", True),
        ({}, "full", False),
        ({"TEXTUAL_ANIMATIONS": "none"}, "auto", True),
        ({"TEXTUAL_ANIMATIONS": "NONE"}, "full", True),
        ({"TEXTUAL_ANIMATIONS": "basic"}, "less", True),
        ({"COPECLI_MOTION": "less"}, "full", True),
        ({"COPECLI_MOTION": "full", "TEXTUAL_ANIMATIONS": "none"}, "less", False),
        ({"COPECLI_MOTION": "what"}, "less", True),
    ],
)
def test_less_motion_is_what_the_nearest_wish_says(
    environ: dict[str, str], motion: str, reduced: bool
) -> None:
    """Ours before Textual's, a variable before the settings."""
    assert seen({**FINE, **environ}, motion=motion).reduced_motion == reduced


@pytest.mark.parametrize(
    ("value", "setting", "plain"),
    [
        ("1", "auto", True),
        ("yes", "auto", True),
        ("0", "yes", False),
        ("", "yes", False),
        ("no", "auto", False),
    ],
)
def test_plain_lines_can_be_asked_for(value: str, setting: str, plain: bool) -> None:
    """COPECLI_PLAIN goes before the settings, both ways."""
    found = seen({**FINE, "COPECLI_PLAIN": value}, plain=setting)
    assert found.plain == plain
    assert found.tui_possible
    assert bool(found.why_not) == plain


def test_the_settings_can_ask_for_plain_lines() -> None:
    """And the first line can say that they did."""
    assert "settings" in seen(plain="yes").why_not


@pytest.mark.parametrize(
    ("environ", "size"),
    [
        ({}, (80, 24)),
        ({"COLUMNS": "100", "LINES": "30"}, (100, 30)),
        ({"COLUMNS": "0", "LINES": "-3"}, (80, 24)),
        ({"COLUMNS": "99999", "LINES": "x"}, (80, 24)),
        ({"COLUMNS": "٣٠", "LINES": "1" * 5_000}, (80, 24)),
    ],
)
def test_without_a_terminal_the_size_is_what_was_said(environ: dict[str, str], size: tuple[int, int]) -> None:
    """A pipe is 80 wide, or what COLUMNS says where that makes sense."""
    found = seen(environ, streams=(Stream(), Stream(tty=False), Stream()))
    assert (found.width, found.height) == size


@pytest.mark.terminal
def test_a_terminal_knows_its_size() -> None:
    """Its own size goes before COLUMNS; one that does not know is 80 by 24."""
    import fcntl
    import pty
    import struct
    import termios

    def size(columns: int, rows: int) -> tuple[int, int]:
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        found = seen({**FINE, "COLUMNS": "99"}, streams=(Stream(), stream, Stream()))
        return found.width, found.height

    outer, inner = pty.openpty()
    with os.fdopen(inner, "w", encoding="utf-8") as stream:
        assert size(43, 17) == (43, 17)
        assert size(0, 0) == (99, 24)
    os.close(outer)


def test_far_away_and_wrapped_terminals_are_told() -> None:
    """Over ssh the clock zone is the server's; GNU screen may keep what was on the screen."""
    assert not seen().is_ssh
    assert seen({**FINE, "SSH_CONNECTION": "x"}).is_ssh
    assert seen({**FINE, "SSH_TTY": "x"}).is_ssh
    assert seen().multiplexer == ""
    assert seen({**FINE, "TMUX": "x"}).multiplexer == "tmux"
    assert seen({**FINE, "STY": "x"}).multiplexer == "screen"


def test_this_process_can_be_looked_at() -> None:
    """With pytest's own streams, whatever they are."""
    assert isinstance(detect(os.environ, sys.stdin, sys.stdout, sys.stderr), Terminal)
    assert terminal.DEFAULT_WIDTH == 80
