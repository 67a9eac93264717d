"""`cope data where`: where everything of the person's own lies."""

from __future__ import annotations

from copecli.core.errors import OK
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call

PLACES = (
    ("plan_file", N_("Your plan")),
    ("plan_text", N_("The same as plain text")),
    ("plan_history", N_("Older versions of it")),
    ("journal_file", N_("Your journal")),
    ("config_file", N_("Your settings")),
    ("own_skills", N_("Your own exercises")),
    ("drafts", N_("Drafts")),
)
"""(attribute of Paths, words)."""


def run(call: Call) -> int:
    """Print the places, whether anything is there yet or not."""
    from copecli.core.text import clean_line

    paths = call.desk.paths
    places = {name: str(getattr(paths, name)) for name, _words in PLACES}
    if call.request.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json(places))
        return OK
    if not paths.writable:
        call.world.say(_("No home folder was found, so nothing is saved."))
        call.world.say(_("You could name a folder with --data-dir."))
        return OK
    for name, words in PLACES:
        call.world.say(f"{_(words)}: {clean_line(places[name])}")
    return OK
