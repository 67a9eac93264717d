"""`cope data export`: everything that the person wrote, as lines of JSON.

Invariant: a file that is there is never replaced unasked, and what is printed steers no terminal.
"""

from __future__ import annotations

from copecli.core.errors import OK
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call

BEFORE = N_("Who has that file can read all of it.")


def run(call: Call) -> int:
    """Print the lines, or write them to the file of `-o`."""
    desk, path = call.desk, call.request.output
    if path in ("", "-"):
        from copecli.system.data_export import export

        done = export(desk.paths, desk.journal, lambda line: call.world.write(line.decode()))
    else:
        call.world.talk(_(BEFORE))
        file, done = desk.export_data(path, replace=call.request.force)
        call.world.talk(_("It is written: {file}").format(file=file))
    call.world.talk(_("Lines: {n}.").format(n=done.lines))
    if done.left_out:
        from copecli.core.text import clean_line

        call.world.talk(_("Files that could not be read, and are not in it:"))
        call.world.talk(*(f"- {clean_line(file)}" for file in done.left_out))
    return OK
