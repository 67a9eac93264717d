"""Listing, showing and deleting what is kept of a kind: shared by `cope checkin` and `cope triggers`.

Invariant: a list is printed as it is read, a page at a time, however long it is; what is printed steers no
terminal; what deletes asks on a terminal and needs `--yes` elsewhere.
"""

from __future__ import annotations

from copecli.core.errors import OK, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.cli.call import Call
    from copecli.core.records import Record


def list_all(call: Call, kind: type[Record]) -> int:
    """Print a line for each record of a kind, the newest first."""
    from copecli.core.record_words import told
    from copecli.desk_written import every, none_yet

    today, number = call.desk.today(), 0
    if call.request.json:
        _print_json(call, every(call.desk, kind.kind))
        return OK
    for number, record in enumerate(every(call.desk, kind.kind), start=1):
        call.world.say(f"{number}. {told(record, {}, today).worded(_)}")
    if not number:
        raise none_yet(kind)
    return OK


def _print_json(call: Call, records: Iterable[Record]) -> None:
    """Print an array, a record a line: with indents Python's JSON leaves cycles behind, 3 kB a record."""
    from json import dumps

    from copecli.core.record_format import to_document

    before = "["
    for record in records:
        call.world.write(f"{before}\n{dumps(to_document(record))}")
        before = ","
    call.world.say("[]" if before == "[" else "\n]")


def show(call: Call, record: Record, lines: Iterable[str]) -> int:
    """Print one record: when it was, then these lines; or as JSON."""
    if call.request.json:
        from copecli.cli.as_json import as_json
        from copecli.core.record_format import to_document

        call.world.say(as_json(to_document(record)))
        return OK
    from copecli.core.record_words import when_words

    call.world.say(when_words(record, call.desk.today()).worded(_), "", *lines)
    return OK


def delete(call: Call, record: Record, for_good: str) -> int:
    """Take a record away; `for_good` (a message id) says to whoever cannot be asked what that means."""
    from copecli.core.written_words import GONE, NOT_CHANGED
    from copecli.desk_records import RecordAtHand

    if not call.request.yes:
        terminal = call.terminal()
        if not (terminal.stdin_tty and terminal.stdout_tty):
            raise UsageProblem(for_good, do=N_("Add --yes."))
        if not _chosen(call, record):
            call.world.talk(_(NOT_CHANGED))
            return OK
    RecordAtHand(call.desk, record).delete()  # NotSaved is the command's answer
    call.world.talk(_(GONE))
    return OK


def _chosen(call: Call, record: Record) -> bool:
    from copecli.cli.plain.records import sure
    from copecli.cli.plain.run import face_of
    from copecli.core.record_words import told

    face = face_of(call)
    face.say(told(record, {}, call.desk.today()).worded(_))
    try:
        return sure(face)
    except EOFError:
        return False
