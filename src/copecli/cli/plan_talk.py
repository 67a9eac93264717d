"""What every command that reads the plan says when there is none, or none that can be read.

Invariant: a damaged plan is never passed off as an empty one; its older versions are named, and so is the
last text.
"""

from __future__ import annotations

from copecli.core.errors import NothingFound, Unreadable
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.plan import Plan
    from copecli.system.plan_store import Version

MOST_NAMED = 5
"""Older versions that are named at once."""


def written_plan(call: Call) -> Plan:
    """Return the plan; raise NothingFound where nothing is written yet, Unreadable where it is damaged."""
    stored = call.desk.read_plan()
    if not stored.plan.empty:
        return stored.plan
    if stored.older:
        raise NothingFound(
            N_("There is no plan now, but {n} older ones are kept."),
            do=N_("`cope plan history` lists them."),
            n=str(stored.older),
        )
    raise NothingFound(N_("There is no plan yet."), do=N_("`cope plan` writes one with you, step by step."))


def told_unreadable(call: Call, trouble: Unreadable) -> int:
    """Say what is damaged, what is kept and what can be done; return the exit code."""
    call.world.talk(trouble.sentence(_))
    for version in call.desk.plan_versions()[:MOST_NAMED]:
        call.world.talk(f"  {told_version(version)}", f"  cope plan restore {version.name}")
    return trouble.exit_code


def told_version(version: Version) -> str:
    """Return the date of a version, and how large it is."""
    when = version.when.replace("T", " ").replace("Z", " UTC")
    return _("From {when}, {size} bytes.").format(when=when, size=version.size)


def print_last_text(call: Call) -> None:
    """Print the plan's text as it was last written, where there is one: better an old plan than none."""
    text = call.desk.last_plan_text()
    if text:
        call.world.talk(_("Here is its text, as it was last saved:"))
        call.world.write(text)
