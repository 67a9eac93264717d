"""The driver that takes the terminal over from the first words, and gives it back as it was.

Invariant: between the first words and the first frame no cell goes blank; after the last frame nothing that
was on the screen is left; a terminal that is gone ends the program instead of keeping it busy. POSIX only.

Like compat.py it leans on Textual's private parts; every item is of 2026-11-23, Textual 8.2.8.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any, TextIO

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from copecli.first_words import ENTER, HIDE_CURSOR, LEAVE, SHOW_CURSOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.tui.compat import SteadyApp

LOOK_EVERY = 0.1
"""Seconds between two looks at whether to stop reading; Textual's own figure."""

AT_ONCE = 4096
"""Bytes read at a time."""

HUNG_UP = 129
"""The exit code of a closed terminal: that of SIGHUP."""


class SteadyDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, made steady."""

    def __init__(
        self, app: SteadyApp, *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._steady_app = app
        self._painted = app.painted
        self._gone = False
        # The writer thread dies at its first OSError, and the app then waits for it for ever.
        self._file: Any = _Forgiving(self._file, self._terminal_gone)
        try:
            os.set_blocking(self._file.fileno(), True)  # a program before us may have left it otherwise
        except OSError:
            pass

    def write(self, data: str) -> None:
        """Write, but do not enter an alternate screen that is ours already: xterm would clear it."""
        if data == ENTER and self._painted is not None and self._painted.alternate:
            return
        if data == LEAVE and self._painted is not None:
            self._painted.alternate = False
        if data == HIDE_CURSOR and self._steady_app.plain_cursor:
            data = SHOW_CURSOR
        super().write(data)

    def start_application_mode(self) -> None:
        """Start; the attributes to go back to are those from before the first words."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual left it unannotated
        if self._painted is not None and self._painted.attributes is not None:
            self.attrs_before = self._painted.attributes

    def stop_application_mode(self) -> None:
        """Stop; GNU screen without an alternate screen keeps what is not overwritten."""
        if self._writer_thread is not None:
            rows = range(1, self._steady_app.size.height + 1)
            self.write("\x1b[m" + "".join(f"\x1b[{row}H\x1b[2K" for row in rows) + "\x1b[H")
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read keys; Textual's own loop spins on a closed terminal and dies of bytes that are not UTF-8."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOK_EVERY):
                    data = self._read()
                    if not data:
                        self._terminal_gone()
                        return
                    try:
                        for event in parser.feed(decode(data)):
                            self.process_message(event)
                    except Exception:  # no key sends this; "\x1b[99999999999999999999~" overflows
                        parser = XTermParser(self._debug)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, AT_ONCE)
        except BlockingIOError:
            return b"" if self.exit_event.wait(LOOK_EVERY) else self._read()
        except OSError:  # EIO: the other end is closed
            return b""

    def _terminal_gone(self) -> None:
        if self._gone:
            return
        self._gone = True
        try:
            self._loop.call_soon_threadsafe(self._steady_app.depart, HUNG_UP)
        except RuntimeError:  # the loop has ended: we are leaving anyway
            pass


class _Forgiving:
    """A file to write to that never raises; what comes after the end of the terminal is dropped."""

    def __init__(self, file: TextIO, on_gone: Callable[[], None]) -> None:
        self._file = file
        self._on_gone = on_gone
        self._gone = False

    def write(self, text: str) -> None:
        self._try(lambda: self._file.write(text))

    def flush(self) -> None:
        self._try(self._file.flush)

    def fileno(self) -> int:
        return self._file.fileno()

    def _try(self, act: Callable[[], object]) -> None:
        if self._gone:
            return
        try:
            act()
        except (OSError, ValueError):
            self._gone = True
            self._on_gone()


def give_back(painted_attributes: list[Any] | None) -> None:
    """Give the terminal back by hand, when the app cannot."""
    off = "".join(f"\x1b[?{mode}l" for mode in (1000, 1003, 1015, 1006, 1004, 2004, 2048))
    try:
        os.write(2, (off + "\x1b[<u\x1b[?7h\x1b[m\x1b[2J" + LEAVE + SHOW_CURSOR).encode())
        if painted_attributes is not None:
            import termios

            termios.tcsetattr(0, termios.TCSANOW, painted_attributes)
    except Exception:  # the process ends in a moment, whatever happens here
        return
