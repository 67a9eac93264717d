"""A program in a real pseudo-terminal, for tests that type, look, resize, signal and hang up.

Invariant: every wait ends as soon as what it waits for is there, and after LONGEST with the screen in the
message; no test measures time. Nothing of the developer's environment reaches the program, and it never
outlives its test.
"""

from __future__ import annotations

import contextlib
import errno
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.machine import isolated
from tests.pty.emulator import Emulator

if sys.platform != "win32":
    import fcntl
    import termios

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

LONGEST = 60.0
"""Seconds that anything may take on a machine with two busy cores."""

LOOK_EVERY = 0.02

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f", "delete": "\x1b[3~",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "f1": "\x1bOP", "ctrl+c": "\x03",
    "ctrl+d": "\x04", "ctrl+n": "\x0e", "ctrl+q": "\x11", "ctrl+z": "\x1a", "ctrl+backslash": "\x1c",
}  # fmt: skip
"""What a terminal sends for keys that have a name."""

ROOT = Path(__file__).parents[2]


class Terminal:
    """A program and the terminal that it runs in."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        home: Path,
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str | None] | None = None,
        directory: Path | None = None,
    ) -> None:
        """Start `command`; `size` is columns and rows, a variable set to None in `environ` is taken away."""
        variables = isolated(os.environ, home) | {"COPECLI_HOME": str(home / "cope")}
        variables.pop("PYTHONDONTWRITEBYTECODE", None)
        for name, value in (environ or {}).items():
            variables.pop(name, None) if value is None else variables.__setitem__(name, value)
        self._emulator = Emulator(*size)
        self._lock = threading.Lock()
        self._master, self._slave = os.openpty()
        self._set_size(*size)
        self.before = termios.tcgetattr(self._slave)
        """The terminal's attributes before the program ran."""
        self._process = subprocess.Popen(
            list(command),
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=variables,
            cwd=directory or ROOT,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        self._closed = False
        self._reading = threading.Event()
        self._reading.set()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program, if it did not end by itself."""
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGCONT)
                self._process.kill()
        self._process.wait()
        self.close()

    # what a person does

    def send(self, keys: str | bytes) -> None:
        """Type; text as it stands."""
        data = keys.encode() if isinstance(keys, str) else keys
        os.write(self._master, data)

    def press(self, *names: str) -> None:
        """Press keys by name (`enter`, `ctrl+c`, `up`), or by the letter on them."""
        for name in names:
            self.send(KEYS.get(name, name))

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size."""
        with self._lock:
            self._emulator.resize(columns, rows)
        self._set_size(columns, rows)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGWINCH)

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def stop_reading(self) -> None:
        """Let the terminal stand still: what the program writes is taken no more."""
        self._reading.clear()

    def close(self) -> None:
        """Close the window: the program's terminal is gone."""
        if self._closed:
            return
        self._closed = True
        self._reader.join()
        os.close(self._slave)
        os.close(self._master)

    # what a person sees

    @property
    def raw(self) -> bytes:
        """Every byte that was written to the terminal."""
        with self._lock:
            return self._emulator.raw

    def screen(self) -> list[str]:
        """Return the lines on the screen."""
        with self._lock:
            return self._emulator.lines

    def text(self) -> str:
        """Return the screen as one text."""
        return "\n".join(self.screen())

    def everything(self) -> str:
        """Return the screen and all that can be scrolled back to."""
        with self._lock:
            return "\n".join([*self._emulator.history, *self._emulator.lines])

    def look(self, at: Callable[[Emulator], Any]) -> Any:
        """Return what `at` says of the emulated terminal, while nothing is being written to it."""
        with self._lock:
            return at(self._emulator)

    def wait_for(self, what: str | Callable[[Terminal], object], timeout: float = LONGEST) -> None:
        """Wait until the screen shows the text `what`, or `what(self)` is true."""
        self._wait(what if callable(what) else lambda terminal: what in terminal.text(), what, timeout)

    def wait_until_gone(self, text: str, timeout: float = LONGEST) -> None:
        """Wait until the screen no longer shows `text`."""
        self._wait(lambda terminal: text not in terminal.text(), f"no {text!r}", timeout)

    def wait_until_still(self, quiet: float = 0.3, timeout: float = LONGEST) -> None:
        """Wait until nothing has been written for `quiet` seconds."""
        length, since = -1, time.monotonic()

        def still(terminal: Terminal) -> bool:
            nonlocal length, since
            if len(terminal.raw) != length:
                length, since = len(terminal.raw), time.monotonic()
            return time.monotonic() - since >= quiet

        self._wait(still, "stillness", timeout)

    # how it ended

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """The exit code, negative for a signal that killed; None while it runs."""
        return self._process.poll()

    def wait_exit(self, timeout: float = LONGEST) -> int:
        """Wait for the end and return the exit code."""
        try:
            code = self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"It did not end in {timeout} s. {self._seen()}") from None
        if not self._closed:
            self._drain()
        return code

    def wait_stopped(self, timeout: float = LONGEST) -> None:
        """Wait until the program is stopped, as by Ctrl+Z."""
        self._wait(lambda terminal: terminal.state() == "T", "a stopped program", timeout)
        self._drain()
        self.wait_until_still(0.2)  # what it wrote last may still be on its way into the emulator

    def state(self) -> str:
        """Return the letter that `ps` shows for the program: T for stopped."""
        done = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(self.pid)], capture_output=True, text=True, check=False
        )
        return done.stdout.strip()[:1]

    def cpu_seconds(self) -> float:
        """Return the processor time that the program used so far (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def left_behind(self) -> list[str]:
        """Return what the program left changed in the terminal; an empty list is right."""
        faults: list[str] = self.look(Emulator.left_on)
        after = termios.tcgetattr(self._slave)
        names = ("iflag", "oflag", "cflag", "lflag", "ispeed", "ospeed", "cc")
        return faults + [
            f"termios {name}: {was!r} became {now!r}"
            for name, was, now in zip(names, self.before, after, strict=True)
            if was != now
        ]

    def terminal_restored(self) -> bool:
        """Return whether the terminal is as it was; where it is not the assertion says why."""
        faults = self.left_behind()
        assert not faults, f"{faults}\n{self._seen()}"
        return True

    # inside

    def _wait(self, done: Callable[[Terminal], object], what: object, timeout: float) -> None:
        until = time.monotonic() + timeout
        while not done(self):
            if self._process.poll() is not None:
                self._drain()
                if done(self):
                    return
                raise AssertionError(f"It ended ({self.exit_code}) before {what!r} was there. {self._seen()}")
            if time.monotonic() > until:
                raise AssertionError(f"{what!r} was not there after {timeout} s. {self._seen()}")
            time.sleep(LOOK_EVERY)

    def _seen(self) -> str:
        return "The screen:\n" + "\n".join(f"| {line}" for line in self.screen())

    def _read(self) -> None:
        """Feed the emulator with what the program writes, until the window is closed."""
        while not self._closed:
            if not (self._reading.wait(LOOK_EVERY) and select.select([self._master], [], [], LOOK_EVERY)[0]):
                continue
            try:
                data = os.read(self._master, 65_536)
            except OSError as error:
                if error.errno == errno.EIO:
                    return
                raise
            with self._lock:
                self._emulator.feed(data)

    def _drain(self) -> None:
        """Wait until everything is read that the program wrote before it ended."""
        while self._reading.is_set() and select.select([self._master], [], [], LOOK_EVERY)[0]:
            time.sleep(LOOK_EVERY)
        with self._lock:
            pass

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _take_terminal() -> None:
    """Make the slave, already stdin, the controlling terminal: Ctrl+C and hang-ups reach the program."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def cope(*words: str, home: Path, **options: Any) -> Terminal:
    """Start `cope` with these words."""
    return Terminal([sys.executable, "-m", "copecli", *words], home=home, **options)


def python(program: str, *words: str, home: Path, **options: Any) -> Terminal:
    """Start Python with a program of the test's own."""
    return Terminal([sys.executable, "-c", program, *words], home=home, **options)
