"""How long a program takes until it can be read, until it is done, and what it uses meanwhile.

Invariant: a time runs from spawning the process to the arrival of the last byte that made its words readable
on an emulated screen, or to the pipe's end: nothing of the program is left out, and nothing else is in it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from tests.pty.emulator import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

COLUMNS, ROWS = 80, 24
LONGEST = 30.0
"""Seconds after which something is taken to have failed."""

QUIET = 0.4
"""Seconds without a byte after which a screen is taken to be whole."""


TOGETHER = 0.002
"""Seconds: what comes closer than this belongs to one frame."""


class NotShownError(RuntimeError):
    """A program never showed what was waited for."""


class OnScreen:
    """A program on an emulated screen."""

    def __init__(self, process: subprocess.Popen[bytes], master: int, began: float) -> None:
        self.process = process
        self.began = began
        self.screen = Emulator(COLUMNS, ROWS)
        self._master = master
        self._waiting: list[tuple[float, bytes]] = []
        """What was read and not yet drawn, and when it came."""

    def until(self, shown: Callable[[Emulator], object]) -> float:
        """Return the milliseconds from spawning until what makes `shown` true has arrived."""
        arrived = perf_counter()
        while not shown(self.screen):
            if not self._waiting:
                self._read(LONGEST)
            arrived, data = self._waiting.pop(0)
            self.screen.feed(data)
        return (arrived - self.began) * 1000

    def until_text(self, text: str) -> float:
        """Return the milliseconds from spawning until the text stands there."""
        return self.until(lambda screen: any(text in line for line in screen.lines))

    def after(self, keys: bytes, shown: Callable[[Emulator], object]) -> float:
        """Return the milliseconds from typing `keys` until `shown` is true."""
        self.type(keys)
        return self.until(shown)

    def type(self, keys: bytes) -> None:
        """Type `keys`; time counts from now."""
        self.began = perf_counter()
        os.write(self._master, keys)

    def settle(self) -> None:
        """Read until nothing has come for a while, or, where something moves, for a while longer."""
        until = perf_counter() + 4 * QUIET
        with contextlib.suppress(NotShownError):
            while perf_counter() < until:
                self._read_some(QUIET)

    def watch(self, seconds: float) -> tuple[int, float]:
        """Return the bytes written and the processor seconds used during so many seconds."""
        written, used, until = len(self.screen.raw), self.processor_seconds(), perf_counter() + seconds
        while (left := until - perf_counter()) > 0:
            with contextlib.suppress(NotShownError):
                self._read_some(left)
        return len(self.screen.raw) - written, self.processor_seconds() - used

    def processor_seconds(self) -> float:
        """Return what the program used of a processor so far (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_memory(self) -> float:
        """Return the largest resident size so far, in MB (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        [line] = [line for line in status.splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1024

    def _read_some(self, seconds: float) -> None:
        """Take what comes in so many seconds, and draw it; raise NotShownError where nothing comes."""
        if not self._waiting:
            self._read(seconds)
        for _, data in self._waiting:
            self.screen.feed(data)
        self._waiting.clear()

    def _read(self, seconds: float) -> None:
        """Take what belongs together, noting when it came; drawing each at once would hold up the next."""
        while select.select([self._master], [], [], TOGETHER if self._waiting else seconds)[0]:
            try:
                data = os.read(self._master, 65_536)
            except OSError:
                break
            self._waiting.append((perf_counter(), data))
        if not self._waiting:
            raise NotShownError("\n".join(self.screen.lines))


@contextlib.contextmanager
def on_screen(command: Sequence[str], environ: Mapping[str, str]) -> Iterator[OnScreen]:
    """Run `command` on a screen of 80 by 24 while the block runs."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    began = perf_counter()
    process = subprocess.Popen(
        list(command), stdin=slave, stdout=slave, stderr=slave, env=dict(environ), start_new_session=True
    )
    os.close(slave)
    try:
        yield OnScreen(process, master, began)
    finally:
        process.kill()
        process.wait()
        os.close(master)


def until_done(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """Return the milliseconds until `command`, writing into a pipe, has written everything and ended."""
    began = perf_counter()
    done = subprocess.run(
        list(command), stdin=subprocess.DEVNULL, capture_output=True, env=dict(environ), check=False
    )
    took = (perf_counter() - began) * 1000
    if done.returncode or not done.stdout:
        raise NotShownError(f"{command}: {done.returncode} {done.stderr.decode()}")
    return took


_ASK = """
import os, sys
nowhere = [(os.POSIX_SPAWN_OPEN, file, os.devnull, os.O_RDWR, 0) for file in (0, 1, 2)]
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
print(os.wait4(pid, 0)[2].ru_maxrss)
"""
"""A process counts what it was forked from as its own, so the one that forks must be as small as can be."""


def peak_memory(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """Return the largest resident size of `command`, in MB (Linux)."""
    asked = [sys.executable, "-I", "-S", "-c", _ASK, *command]
    return int(subprocess.run(asked, capture_output=True, env=dict(environ), check=True).stdout) / 1024
