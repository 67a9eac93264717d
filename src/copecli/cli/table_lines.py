"""The commands of crisis lines: showing them, and what a person makes of them.

Invariant: no word of a person's own is taken from the command line.
"""

from __future__ import annotations

from copecli.cli.command import JSON, TEXT, Command, Option, Place
from copecli.words import N_

_LINES = (
    Option(
        ("--for",),
        "for_whom",
        N_("for youth, lgbtq, veterans, men, indigenous, worried, or deaf"),
        TEXT,
        "WHOM",
    ),
    Option(("--text",), "by_text", N_("those that can be reached by text")),
    JSON,
)
_LINE = (Place("line_name", "LINE"),)

LINES_COMMANDS = (
    Command(
        ("lines",),
        "lines",
        N_("Crisis lines of a country."),
        (Place("countries", "[COUNTRY…]", many=True),),
        _LINES,
        N_("Without a country, yours. A name or a code will do, and several may be named."),
    ),
    Command(
        ("lines", "pin"),
        "lines_pin",
        N_("Puts a line first, in Help now too."),
        _LINE,
        (),
        N_("LINE is its name as `cope lines` shows it, such as ie-pieta, or a part of it."),
    ),
    Command(("lines", "unpin"), "lines_unpin", N_("Takes that away again."), _LINE),
    Command(("lines", "hide"), "lines_hide", N_("Leaves a line out."), _LINE),
    Command(("lines", "unhide"), "lines_unhide", N_("Shows it again."), _LINE),
    Command(
        ("lines", "add"),
        "lines_add",
        N_("Keeps a line of your own, in step 5 of your plan."),
        (),
        (),
        N_("It asks for name, number and note. In a pipe it reads them, one a line."),
    ),
)
