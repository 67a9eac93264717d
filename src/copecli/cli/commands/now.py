"""`cope now`: Help now, whole and at once. It asks nothing.

Invariant: whatever is missing or broken, help is printed and the exit code is 0.
"""

from __future__ import annotations

from copecli.cli.reach_words import fitted, section_lines
from copecli.core.errors import OK
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call

HOW = {"ground": "`cope ground`", "lines": "`cope lines`", "country": "`cope config set country NAME`"}
"""The commands that take up what Help now offers."""


def run(call: Call) -> int:
    """Print Help now; the first words are left out where they have been said."""
    said = call.painted is not None and call.painted.kind == "now"
    call.world.say(*fitted(_lines(call, said), call.width()))
    return OK


def _lines(call: Call, said: bool) -> list[str]:
    try:
        return _all(call, said)
    except Exception:  # help comes first; what is broken is found out another time
        return _without_anything(said)


def _all(call: Call, said: bool) -> list[str]:
    found = call.desk.help_now()
    sections = (
        () if said else found.calm,
        found.trouble,
        found.emergency,
        found.people,
        found.lines,
        (*found.waiting, *found.closing),
    )
    lines: list[str] = []
    for section in sections:
        if section:
            lines += [""] * bool(lines or said) + section_lines(section, HOW)
    return lines


def _without_anything(said: bool) -> list[str]:
    from copecli.first_words import lines

    return [
        *(() if said else lines("now")),
        "",
        _("Call your local emergency number. In the European Union it is 112, in the US 911."),
        _("You could also reach anyone you trust."),
        _("To find a line in any country: findahelpline.com"),
        _("While you wait: `cope ground` starts a short exercise."),
    ]
