"""`cope progress --report`: what one noted oneself, put together for an appointment.

Invariant: in a pipe it asks nothing and prints the usual parts; on a terminal it asks, unless it was told
what to put in or where to. A file that is there is never replaced unasked.
"""

from __future__ import annotations

from copecli.core.errors import OK, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.report_parts import Wanted
    from copecli.desk_report import ReportAtHand

_HELP = N_("`cope progress --help` says more.")


def report(call: Call) -> int:
    """Ask what to put together, or put it together as it was said."""
    asked = call.request
    if not asked.report:
        raise UsageProblem(N_("That goes with --report: it puts together what you noted."), do=_HELP)
    if asked.json or asked.all:
        raise UsageProblem(N_("--json and --all do not go with --report."), do=_HELP)
    told = (asked.since, asked.until, asked.with_parts, asked.without_parts)
    if any((*told, asked.form, asked.paper, asked.output)):
        return _put_out(call)
    from copecli.cli.faces import meet

    return meet(call, ("report",), lambda: _put_out(call))


def _put_out(call: Call) -> int:
    from copecli.desk_report import ReportAtHand, see_that_something_is_kept

    form, wanted = _form(call), _wanted(call)
    see_that_something_is_kept(call.desk)
    return _write(call, ReportAtHand(call.desk, wanted), form)


def _form(call: Call) -> str:
    """Return the form that was asked for; raise UsageProblem where an option does not go with it."""
    from copecli.cli.paper import does_not_go_with, takes_bytes
    from copecli.documents import report_forms as forms
    from copecli.documents.forms import HTML, PDF

    asked = call.request
    to_file = asked.output not in ("", "-")
    form = asked.form or forms.form_of(asked.output if to_file else "")
    if asked.paper and form not in (HTML, PDF):
        raise does_not_go_with("--paper", form, (HTML, PDF), _HELP)
    if form == PDF and not to_file and not takes_bytes(call):
        raise UsageProblem(N_("This form needs a file."), do=N_("Add -o report.pdf, for one."))
    return form


def _wanted(call: Call) -> Wanted:
    """Return what was asked for; raise UsageProblem where a day or a part is none."""
    from copecli.core.report_parts import PARTS, USUAL, Wanted
    from copecli.core.report_period import WEEKS, first_day

    asked, today = call.request, call.desk.today()
    last = _day("--to", asked.until) or today
    first = _day("--from", asked.since) or first_day(WEEKS, last)
    if first > last:
        raise UsageProblem(N_("The day of --from is after the day of --to."), do=_HELP)
    more, less = _parts("--with", asked.with_parts), _parts("--without", asked.without_parts)
    picked = {*USUAL, *more} - set(less)
    return Wanted(first, last, tuple(name for name, _words in PARTS if name in picked))


def _day(option: str, typed: str) -> str:
    from copecli.core.report_period import day_called

    day = day_called(typed)
    if typed and not day:
        raise UsageProblem(N_("{option} takes a day such as 2026-05-02."), do=_HELP, option=option)
    return day


def _parts(option: str, typed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts that were named, one by one or with commas between them."""
    from copecli.core.report_parts import PARTS

    known = [name for name, _words in PARTS]
    found = tuple(part.strip() for words in typed for part in words.split(",") if part.strip())
    if not set(found) <= set(known):
        raise UsageProblem(N_("{option} takes {names}."), do=_HELP, option=option, names=", ".join(known))
    return found


def _write(call: Call, found: ReportAtHand, form: str) -> int:
    """Put the report where it was asked for."""
    from copecli.cli.paper import pipe
    from copecli.core.report_words import BEFORE_A_FILE
    from copecli.documents.forms import PDF, TEXT

    asked = call.request
    if asked.output not in ("", "-"):
        call.world.talk(_(BEFORE_A_FILE))
        file = found.write(asked.output, form, paper=asked.paper, replace=asked.force)
        call.world.talk(_("Your report is written: {file}").format(file=file))
    elif form == PDF:
        pipe(call, found.made(form, paper=asked.paper))
    elif form == TEXT:
        from copecli.cli.commands.plan_show import columns_of

        terminal = call.terminal()
        drawn = not (asked.plain or (terminal.plain and terminal.stdout_tty))
        call.world.write(found.as_text(columns_of(call), unicode=terminal.unicode, drawn=drawn))
    else:
        call.world.write(found.made(form, paper=asked.paper).decode())
    return OK
