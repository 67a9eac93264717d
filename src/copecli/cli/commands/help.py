"""`-h`: what a command does and takes, in a few calm lines."""

from __future__ import annotations

from copecli.cli.command import Command, Option
from copecli.cli.table import COMMANDS, GLOBAL, LISTED
from copecli.core.cells import width, wrap
from copecli.core.errors import OK
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.cli.call import Call

USUAL_WIDTH, NARROWEST = 80, 30


def run(call: Call) -> int:
    """Print the help of the command in `request.value`."""
    columns = max(NARROWEST, min(call.width() or USUAL_WIDTH, USUAL_WIDTH))
    words = call.request.value
    command = next(command for command in COMMANDS if command.words == words)
    lines = _about(command, columns) if words else _overview(columns)
    call.world.say(*lines)
    return OK


def _overview(columns: int) -> list[str]:
    commands = [(_usage(command), _(command.help)) for command in LISTED]
    return [
        *wrap(_("copecli helps you find and do the next small thing."), columns),
        *wrap(_("In danger now? Call your local emergency number."), columns),
        "",
        *table([("cope", _(COMMANDS[0].help)), *commands], columns),
        "",
        _("With any command:"),
        *table(_rows(GLOBAL), columns),
    ]


def _about(command: Command, columns: int) -> list[str]:
    lines = [_usage(command), "", *wrap(_(command.help), columns)]
    if command.more:
        lines += wrap(_(command.more), columns)
    if command.options:
        lines += ["", *table(_rows(command.options), columns)]
    return [*lines, "", _("With any command:"), *table(_rows(GLOBAL), columns)]


def _usage(command: Command) -> str:
    return " ".join(("cope", *command.words, *(place.shows for place in command.places)))


def _rows(options: Sequence[Option]) -> list[tuple[str, str]]:
    return [(f"{', '.join(option.names)} {option.shows}".rstrip(), _(option.help)) for option in options]


def table(rows: Sequence[tuple[str, str]], columns: int, most: int = 30) -> list[str]:
    """Return two columns, the right one wrapped; a left part that is too long takes a line of its own."""
    left = min(max((width(name) for name, _help in rows), default=0), most, columns // 2)
    indent = " " * (left + 4)
    lines: list[str] = []
    for name, text in rows:
        if width(name) > left:
            lines += wrap(name, columns, "  ", "    ")
            lines += wrap(text, columns, indent, indent)
        else:
            lines += wrap(text, columns, f"  {name}{' ' * (left - width(name))}  ", indent)
    return lines
