"""What the program will not do, whatever goes wrong: use a network, or leave a person's words lying about.

Invariant: once `no_network` was called no part of this process, ours or not, can reach beyond this computer
through Python; an audit hook cannot be taken out again.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping

_WITH_SOCKET = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_REFUSED = frozenset({
    "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo",
    "webbrowser.open",
})  # fmt: skip
_AF_UNIX = 1
_HERE = ("127.0.0.1", "::1")

_DROPPED = frozenset({"TEXTUAL", "TEXTUAL_DEBUG", "TEXTUAL_DRIVER", "TEXTUAL_LOG", "TEXTUAL_PRESS"})
"""They write logs, import code, type keys, or (TEXTUAL=devtools) talk to another program."""
_DROPPED_STARTS = ("TEXTUAL_DEVTOOLS", "TEXTUAL_SCREENSHOT")

_PR_SET_DUMPABLE = 4


class NetworkRefused(PermissionError):
    """Something in this process tried to reach beyond this computer. It did not get there."""


def no_network() -> None:
    """Refuse every connection from now on; asyncio's own pair of Unix sockets stays."""
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[object, ...]) -> None:
    if event in _REFUSED or (event in _WITH_SOCKET and not _stays_here(args)):
        raise NetworkRefused(f"copecli uses no network: {event}")


def _stays_here(args: tuple[object, ...]) -> bool:
    if getattr(args[0], "family", None) == _AF_UNIX:
        return True
    # Windows makes asyncio's pair of sockets out of two on the loopback device.
    address = args[1] if len(args) > 1 else None
    return sys.platform == "win32" and isinstance(address, tuple) and address[0] in _HERE


def private_process() -> None:
    """Make every new file this person's alone, and leave no image of the memory behind after a crash."""
    os.umask(0o077)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass  # not there on Windows


def not_inspectable() -> None:
    """Keep other programs of the same person from reading this one's memory (Linux).

    ctypes costs 0.2 of a bare interpreter start: this is for the long-lived face, not for plain commands.
    """
    if sys.platform != "linux":
        return
    try:
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    except (ImportError, OSError, AttributeError):
        pass


def clean_environment(environ: MutableMapping[str, str]) -> tuple[str, ...]:
    """Drop the variables by which Textual would log, import code or press keys; return their names."""
    dropped = tuple(name for name in environ if name in _DROPPED or name.startswith(_DROPPED_STARTS))
    for name in dropped:
        del environ[name]
    return dropped
