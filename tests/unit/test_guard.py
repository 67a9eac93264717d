"""No network, no core dump, no open files, no side doors: each seen from a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from copecli.system.guard import clean_environment

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="modes and Unix sockets are other there")


def run(code: str, guard: str = "no_network") -> str:
    """Return what `code` prints in a process of its own, after the guard was set."""
    set_up = f"from copecli.system import guard\nguard.{guard}()\n" if guard else ""
    done = subprocess.run(
        [sys.executable, "-c", set_up + code], capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


# Addresses that exist nowhere: RFC 5737 and RFC 2606 keep them free for examples.
REACHING = {
    "connect": "s = socket.socket(); s.connect(('192.0.2.1', 9))",
    "connect_ex": "s = socket.socket(); s.connect_ex(('192.0.2.1', 9))",
    "connect over IPv6": "s = socket.socket(socket.AF_INET6); s.connect(('::1', 9))",
    "connect to this computer": "s = socket.socket(); s.connect(('127.0.0.1', 9))",
    "listen": "s = socket.socket(); s.bind(('127.0.0.1', 0))",
    "send": "s = socket.socket(type=socket.SOCK_DGRAM); s.sendto(b'x', ('192.0.2.1', 9))",
    "send a message": "s = socket.socket(type=socket.SOCK_DGRAM); s.sendmsg([b'x'], [], 0, ('192.0.2.1', 9))",
    "look up": "socket.getaddrinfo('name.invalid', 80)",
    "look up by name": "socket.gethostbyname('name.invalid')",
    "look up by number": "socket.gethostbyaddr('192.0.2.1')",
    "look up a service": "socket.getnameinfo(('192.0.2.1', 80), 0)",
    "fetch": "import urllib.request; urllib.request.urlopen('http://192.0.2.1/', timeout=1)",
    "open a browser": "import webbrowser; webbrowser.GenericBrowser('true').open('http://192.0.2.1/')",
}


@pytest.mark.parametrize("code", REACHING.values(), ids=list(REACHING))
def test_nothing_reaches_beyond_this_computer(code: str) -> None:
    """Not by us, nor by a library: it is refused before anything is sent."""
    if sys.platform == "win32" and "'127.0.0.1'" in code:
        pytest.skip("asyncio's own pair of sockets is on the loopback device there")
    if "sendmsg" in code and sys.platform == "win32":
        pytest.skip("there is no sendmsg there")
    said = run(f"import socket\n{code}\nprint('reached')")
    assert "copecli uses no network" in said


def test_the_guard_is_what_refuses() -> None:
    """The check can fail: without the guard the same code goes its way."""
    code = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print('reached')"
    assert run(code, guard="") == "reached"


def test_asyncio_still_works() -> None:
    """Its own pair of sockets stays on this computer."""
    assert run("import asyncio\nasync def f():\n print('fine')\nasyncio.run(f())") == "fine"


@posix_only
def test_a_socket_of_this_computer_still_works() -> None:
    """Unix sockets reach no further than a file does."""
    code = "import socket; a, b = socket.socketpair(); a.sendmsg([b'fine']); print(b.recv(9).decode())"
    assert run(code) == "fine"


def test_a_refusal_is_an_error_that_libraries_expect() -> None:
    """They know how to go on without a network: it is a PermissionError."""
    code = "import socket\ntry: socket.getaddrinfo('x', 1)\nexcept PermissionError: print('fine')"
    assert run(code) == "fine"


@posix_only
def test_new_files_are_this_persons_alone() -> None:
    """Whatever the shell's umask says."""
    code = "import os; print(oct(os.umask(0)))"
    assert run(code, "private_process") == "0o77"


@posix_only
def test_a_crash_leaves_no_image_of_the_memory() -> None:
    """The limit for core files is nothing, and cannot be raised again."""
    code = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
    assert run(code, "private_process") == "(0, 0)"


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_other_programs_cannot_look_into_the_memory() -> None:
    """The process is no longer dumpable."""
    code = "import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    assert run(code, "not_inspectable") == "0"
    assert run(code, "") == "1"


def test_the_side_doors_of_textual_are_shut() -> None:
    """Logs, drivers, devtools, pressed keys and screenshots by variable; what a person may set stays."""
    kept = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_FPS": "30", "PATH": "/bin", "COPECLI_PLAIN": "1"}
    doors = (
        "TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_DRIVER", "TEXTUAL_PRESS", "TEXTUAL_SCREENSHOT",
        "TEXTUAL_SCREENSHOT_LOCATION", "TEXTUAL_SCREENSHOT_FILENAME", "TEXTUAL_DEVTOOLS_HOST",
        "TEXTUAL_DEVTOOLS_PORT",
    )  # fmt: skip
    environ = {**kept, **dict.fromkeys(doors, "x")}
    assert sorted(clean_environment(environ)) == sorted(doors)
    assert environ == kept
    assert clean_environment(environ) == ()


def test_every_door_that_textual_has_is_known() -> None:
    """A new version of Textual with a new variable is looked at before it is used."""
    from textual import constants

    with open(constants.__file__, encoding="utf-8") as file:
        words = file.read().replace('"', " ").replace(":", " ").split()
    found = {word for word in words if word.startswith("TEXTUAL_") and word.isupper()}
    environ = dict.fromkeys(found, "x")
    clean_environment(environ)
    assert set(environ) <= {
        "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DIM_FACTOR", "TEXTUAL_DISABLE_KITTY_KEY",
        "TEXTUAL_FILTERS", "TEXTUAL_FPS", "TEXTUAL_SHOW_RETURN", "TEXTUAL_SLOW_THRESHOLD",
        "TEXTUAL_SMOOTH_SCROLL", "TEXTUAL_THEME",
    }  # fmt: skip
    assert os.environ.get("TEXTUAL_LOG") is None
