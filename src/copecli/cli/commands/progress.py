"""`cope progress` and `cope triggers patterns`: what the journal shows, in sections.

Invariant: what can fall is printed only where it is asked for; a picture is left out where its sentences are
read instead, and has no mark that the terminal cannot show.
"""

from __future__ import annotations

from copecli.cli.section_lines import INDENT, section_lines
from copecli.core.errors import OK, NothingFound
from copecli.core.progress_words import ADDS, ALL_ADDS, BEFORE, MAPS_ADD, NEEDS, NOTHING_YET
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.sections import Section


def run(call: Call) -> int:
    """Print what cannot fall, and with `--all` the rest, too; `--report` is another matter."""
    if _is_a_report(call):
        from copecli.cli.commands.progress_report import report

        return report(call)
    found = _sections(call)
    shown = [section for section in found if call.request.all or not section.can_fall]
    _print(call, shown, ADDS)
    if len(found) > len(shown) and call.terminal().stdout_tty and not call.request.json:
        call.world.flush()
        call.world.talk("", _(ALL_ADDS))
    return OK


def _is_a_report(call: Call) -> bool:
    """Return whether --report was said, or an option that only a report has."""
    asked = call.request
    bounded = asked.since or asked.until or asked.with_parts or asked.without_parts
    return bool(asked.report or bounded or asked.form or asked.paper or asked.output or asked.force)


def patterns(call: Call) -> int:
    """Print what maps and check-ins have in common."""
    _print(call, [section for section in _sections(call) if section.id in (BEFORE, NEEDS)], MAPS_ADD)
    return OK


def _sections(call: Call) -> tuple[Section, ...]:
    from copecli.cli.commands.plan_show import USUAL, WIDEST
    from copecli.desk_progress import A_YEAR, shown

    drawn = min(call.width() or USUAL, WIDEST) - len(INDENT)
    columns = A_YEAR if call.request.json or _spoken(call) else drawn
    return shown(call.desk).sections(columns, plain=not call.terminal().unicode)


def _spoken(call: Call) -> bool:
    """Return whether the sentences are said in the place of a picture."""
    terminal = call.terminal()
    return call.request.plain or (terminal.plain and terminal.stdout_tty)


def _print(call: Call, found: list[Section], adds: str) -> None:
    if call.request.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json([_as_table(section) for section in found]))
        return
    if not found:
        raise NothingFound(NOTHING_YET, do=adds)
    from copecli.cli.reach_words import fitted

    for number, section in enumerate(found):
        words, picture = section_lines(section, spoken=_spoken(call))
        call.world.say(*([""] if number else []), *fitted(words, call.width()), *picture)


def _as_table(section: Section) -> dict[str, object]:
    plot = section.plot
    return {
        "id": section.id,
        "title": section.title.worded(_),
        "lines": [line.worded(_) for line in section.lines],
        "plot": None
        if plot is None
        else {"lines": list(plot.lines), "words": [line.worded(_) for line in plot.words]},
        "can_fall": section.can_fall,
    }
