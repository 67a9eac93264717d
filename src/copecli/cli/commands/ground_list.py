"""`cope ground --list`: the exercises, one line each."""

from __future__ import annotations

from copecli.core.catalogue import for_grounding, offered
from copecli.core.errors import OK, NothingFound
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.cli.call import Call
    from copecli.core.learn import Article
    from copecli.core.skill import Skill

ROOM_FOR_WORDS = 24
"""Columns: with less than that beside id and title, the words go below them."""


def run(call: Call) -> int:
    """List what fits; a file that was left out is told on stderr."""
    from copecli.cli.commands.ground import known_state

    asked, desk = call.request, call.desk
    wish = desk.wish(state=known_state(asked.state), minutes=asked.minutes)
    library = desk.library()
    desk.problems += library.refused
    skills = list(for_grounding(library.skills.values()))
    if asked.state or asked.minutes:
        skills = list(offered(skills, wish, desk.lifts(wish.state)))
    else:
        skills = sorted((s for s in skills if s.id not in wish.hidden), key=lambda s: s.id)
    if not skills:
        raise NothingFound(N_("No exercise fits that."), do=N_("`cope ground --list` shows them all."))
    if asked.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json([_document(skill) for skill in skills]))
    else:
        call.world.say(*listed(skills, call.width()))
    return OK


def listed(
    skills: Sequence[Skill | Article], columns: int, *, rooms_of: Sequence[Skill | Article] | None = None
) -> list[str]:
    """Return exercises or articles in lines; with 0 columns (no terminal) each has one, however long.

    `rooms_of` is the whole list where this is a part of it.
    """
    from copecli.core.cells import width, wrap

    id_room = max(width(skill.id) for skill in rooms_of or skills)
    title_room = max(width(skill.title) for skill in rooms_of or skills)
    indent = " " * (id_room + title_room + 4)
    lines: list[str] = []
    for skill in skills:
        summary = _(skill.summary)
        first = f"{skill.id:<{id_room}}  {skill.title}{' ' * (title_room - width(skill.title))}  "
        if not columns:
            lines.append(first + summary)
        elif columns - len(indent) >= ROOM_FOR_WORDS:
            lines += wrap(summary, columns, first, indent)
        else:
            lines += [*wrap(skill.id, columns), *wrap(f"{skill.title}. {summary}", columns, "  ", "  ")]
    return lines


def _document(skill: Skill) -> dict[str, object]:
    from dataclasses import asdict

    document = asdict(skill)
    del document["steps"]
    return document
