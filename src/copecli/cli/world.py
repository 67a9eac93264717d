"""What a command is given of the world: streams, environment, clock.

Invariant: everything that is printed goes through here. The result goes to stdout, talk to stderr, and a
stream that is closed, full or of another encoding is never a traceback.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from typing import IO

    from copecli.cli.plain.io import Reader

_PLAINER = {
    0x201C: '"',
    0x201D: '"',
    0x2018: "'",
    0x2019: "'",
    0x2026: "...",
    0x2013: "-",
    0x2014: "-",
    0xB7: "-",
}
"""Marks of ours as an old encoding writes them."""


class OutputLost(Exception):
    """The result cannot be written: whoever read it is gone, or there is no room."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error.errno)
        self.error = error


class Ended(BaseException):
    """The process was told to end; whoever writes something keeps a draft on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


class World:
    """The streams, variables and clock of one run; a test hands in its own."""

    def __init__(
        self,
        *,
        stdin: IO[str] | None = None,
        stdout: IO[str] | None = None,
        stderr: IO[str] | None = None,
        environ: MutableMapping[str, str] | None = None,
        clock: Callable[[], float] | None = None,
        read: Reader | None = None,
        platform: str = sys.platform,
    ) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.environ = os.environ if environ is None else environ
        self.platform = platform
        self.read = read
        """Reads lines in place of stdin; None reads stdin."""
        self._clock = clock

    @classmethod
    def real(cls) -> World:
        """Return the world of this process."""
        return cls(stdin=sys.stdin, stdout=sys.stdout, stderr=sys.stderr)

    def clock(self) -> float:
        """Return seconds of a clock that only runs forward."""
        if self._clock is None:
            from time import monotonic

            self._clock = monotonic
        return self._clock()

    def say(self, *lines: str) -> None:
        """Print lines of the result."""
        self.write("".join(f"{line}\n" for line in lines))

    def write(self, text: str) -> None:
        """Print part of the result; raise OutputLost where it cannot be written."""
        if self.stdout is not None:
            try:
                self.stdout.write(_writable(text, self.stdout))
            except OSError as error:
                raise OutputLost(error) from error

    def flush(self) -> None:
        """Bring out what was printed; raise OutputLost where that is not possible."""
        if self.stdout is not None:
            try:
                self.stdout.flush()
            except OSError as error:
                raise OutputLost(error) from error

    def talk(self, *lines: str) -> None:
        """Say what is not the result; where nobody can hear it, nothing happens."""
        if self.stderr is not None:
            try:
                self.stderr.write(_writable("".join(f"{line}\n" for line in lines), self.stderr))
                self.stderr.flush()
            except (OSError, ValueError):
                pass

    def drop_output(self) -> None:
        """Send the rest of stdout nowhere, so that Python's own last flush has nothing to complain of."""
        if self.stdout is None or self.stdout is not sys.stdout:
            return
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stdout.fileno())
            os.close(nowhere)
        except (OSError, ValueError):
            pass


def _writable(text: str, stream: IO[str]) -> str:
    """Return `text` in letters that the stream's encoding has."""
    if text.isascii():
        return text
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAINER).encode(encoding, "replace").decode(encoding)
    return text
