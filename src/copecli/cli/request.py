"""What was asked on the command line.

Invariant: the few command lines that have to be quick are read by hand; argparse, which costs most of a bare
interpreter start, reads all others.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Request:
    """One command with its options. (Not a dataclass: importing those costs one and a half bare starts.)"""

    command: str = "companion"
    """Its module in `copecli.cli.commands`."""
    skill: str = ""
    countries: tuple[str, ...] = ()
    """Their names or codes, as they were typed."""
    for_whom: str = ""
    by_text: bool = False
    line_name: str = ""
    """A crisis line: its id, or a part of its name."""
    topic: tuple[str, ...] = ()
    """What to read about, as it was typed."""
    key: str = ""
    value: tuple[str, ...] = ()
    version_name: str = ""
    """A version of the plan."""
    versions: tuple[str, ...] = ()
    """Two of them, or one to compare with the plan of now."""
    record_name: str = ""
    """A check-in or a trigger map: its number in the list, or its id."""
    distress: int | None = None
    urge: int | None = None
    able: int | None = None
    """Ratings of a check-in; None where they were not said."""
    feelings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: bool = False
    """Whether a note is to be asked for, or read."""
    paths: tuple[str, ...] = ()
    """Files and folders to look over."""
    edit: bool = False
    file: str = ""
    """A file to read."""
    what: str = ""
    """What to forget."""
    list: bool = False
    state: str = ""
    minutes: float = 0.0
    length: str = ""
    """Minutes of a wave, as they were typed."""
    strength: int | None = None
    """How strong it is, 0 to 10; None where it was not said."""
    discreet: bool = False
    at_hand: str = ""
    """What is at hand, with commas between."""
    why: bool = False
    random: bool = False
    with_me: bool = False
    """Whether the one that asks nothing is meant."""
    all: bool = False
    """Whether what can fall is asked for, too."""
    section: str = ""
    """The id of a step of the plan."""
    output: str = ""
    force: bool = False
    form: str = ""
    """How the plan is printed; nothing where it was not said."""
    paper: str = ""
    large: bool = False
    to_printer: bool = False
    width: int = 0
    """Columns; 0 where it was not said."""
    for_helper: bool = False
    contacts: bool = False
    report: bool = False
    since: str = ""
    until: str = ""
    """Days of a report, as they were typed."""
    with_parts: tuple[str, ...] = ()
    without_parts: tuple[str, ...] = ()
    """Parts of a report."""
    yes: bool = False
    plain: bool = False
    json: bool = False
    data_dir: str = ""
    no_color: bool = False
    no_save: bool = False
    version: bool = False
    help: bool = False


_QUICK = {
    (): "companion",
    ("now",): "now",
    ("ground",): "ground",
    ("ground", "--list"): "ground",
    ("skills",): "skills_list",
    ("skills", "list"): "skills_list",
    ("ground", "--with-me"): "ground",
    ("lines",): "lines",
    ("plan",): "plan_build",
    ("plan", "show"): "plan_show",
    ("plan", "print"): "plan_print",
    ("--version",): "version",
}


def read_request(argv: Sequence[str]) -> Request:
    """Return what was asked; raise UsageProblem with the nearest right word."""
    words = tuple(argv)
    request = Request()
    if words in _QUICK:
        request.command = _QUICK[words]
        request.list = words[1:] == ("--list",)
        request.with_me = words[1:] == ("--with-me",)
        return request
    if len(words) == 2 and words[0] == "ground" and not words[1].startswith("-"):
        request.command, request.skill = words
        return request
    if len(words) == 2 and words[0] == "lines" and len(words[1]) == len("IE") and words[1].isalpha():
        request.command, request.countries = "lines", words[1:]
        return request
    from copecli.cli.parser import parse

    return parse(words)
