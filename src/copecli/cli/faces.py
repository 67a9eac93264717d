"""Which face a person meets: the TUI, the line face, or plain text where nobody can answer.

Invariant: without a terminal to read from and to print to, nothing is ever asked.
"""

from __future__ import annotations

import gc

from copecli.cli import launch
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.cli.call import Call
    from copecli.system.terminal import Terminal

NOT_LOADED = N_("The other form could not be loaded.")


def meet(call: Call, start: tuple[str, ...], printed: Callable[[], int]) -> int:
    """Open the face that fits, from `start`; `printed` is what is done where nothing can be asked."""
    gc.enable()  # from here on it may be a long stay
    terminal = call.terminal()
    if not (terminal.stdin_tty and terminal.stdout_tty):
        call.unpaint()
        return printed()
    if terminal.plain:
        # Whoever asked for lines knows why, and would hear it before every first word.
        return _line_by_line(call, start, "" if terminal.tui_possible else terminal.why_not)
    return _full_screen(call, terminal, start)


def _full_screen(call: Call, terminal: Terminal, start: tuple[str, ...]) -> int:
    from copecli.system.guard import clean_environment

    clean_environment(call.world.environ)
    try:
        code = launch.open_tui(call.desk, terminal, start, call.painted)
    except ImportError:
        return _line_by_line(call, start, NOT_LOADED)
    if code == launch.PLAIN:
        return _line_by_line(call, ("home",), "")
    return code


def _line_by_line(call: Call, start: tuple[str, ...], why: str) -> int:
    from copecli.cli.plain.run import open_line_face

    call.unpaint()
    if why:
        call.world.talk(_("Line by line here. {why}").format(why=_(why)))
    return open_line_face(call, start)
