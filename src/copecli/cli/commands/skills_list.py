"""`cope skills list`: all exercises, or those that fit, and why each stands where it does.

Invariant: what was hidden is named as hidden in the whole list, and offered in no other.
"""

from __future__ import annotations

from copecli.core.errors import OK, NothingFound, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.cli.call import Call
    from copecli.core.catalogue import Wish
    from copecli.core.skill import Skill


def run(call: Call) -> int:
    """List what fits; a file that was left out is told on stderr."""
    asked, desk = call.request, call.desk
    wish = _wish(call)
    library = desk.library()
    desk.problems += library.refused
    skills: Sequence[Skill] = sorted(library.skills.values(), key=lambda skill: skill.id)
    if _chooses(call):
        from copecli.core.catalogue import offered

        skills = offered(skills, wish, desk.lifts(wish.state))
    if not skills:
        raise NothingFound(N_("No exercise fits that."), do=N_("`cope skills list` shows them all."))
    if asked.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json([document(call, skill, wish) for skill in skills]))
        return OK
    call.world.say(*_lines(call, skills, wish))
    if asked.state and asked.strength is None:
        call.world.talk(_("What takes a clear head rests here. With --strength 3 it is there."))
    return OK


def _chooses(call: Call) -> bool:
    asked = call.request
    return bool(
        asked.state or asked.minutes or asked.discreet or asked.at_hand or asked.why
    ) or asked.strength is not None  # fmt: skip


def _wish(call: Call) -> Wish:
    from copecli.cli.commands.ground import known_state

    asked = call.request
    return call.desk.wish(
        state=known_state(asked.state),
        minutes=asked.minutes,
        strength=asked.strength,
        discreet=asked.discreet,
        at_hand=_at_hand(asked.at_hand),
    )


def _at_hand(said: str) -> tuple[str, ...] | None:
    """Return what is at hand; None where nothing was said. Raise UsageProblem with the nearest word."""
    from copecli.core.skill import NEEDS
    from copecli.core.text import clean_line, nearest

    words = said.lower().replace(",", " ").split()
    for word in words:
        if word not in NEEDS:
            near = nearest(word, NEEDS, n=1)
            raise UsageProblem(
                N_("--with takes {names}."),
                do=N_("Did you mean {near}?") if near else "",
                names=", ".join(NEEDS),
                near=clean_line("".join(near)),
            )
    return tuple(words) or None


def reasons(call: Call, skill: Skill, wish: Wish) -> list[str]:
    """Return in words why a skill stands where it does."""
    from copecli.core.standing import why

    return [said.worded(_) for said in why(skill, wish, call.desk.moved(wish.state))]


def _lines(call: Call, skills: Sequence[Skill], wish: Wish) -> list[str]:
    from copecli.cli.commands.ground_list import listed

    if not call.request.why and not (wish.pinned or wish.hidden or call.desk.config.skill_notes):
        return listed(skills, call.width())
    from copecli.cli.reach_words import fitted

    lines: list[str] = []
    for skill in skills:
        lines += listed([skill], call.width(), rooms_of=skills)
        marks = list(_marks(call, skill, wish))
        marks += [" ".join(reasons(call, skill, wish))] if call.request.why else []
        lines += fitted([f"    {mark}" for mark in marks], call.width())
    return lines


def _marks(call: Call, skill: Skill, wish: Wish) -> list[str]:
    note = call.desk.note_to(skill.id)
    pinned = [_("Pinned.")] if skill.id in wish.pinned and not call.request.why else []
    hidden = [_("Hidden: it is not offered.")] if skill.id in wish.hidden else []
    return [*pinned, *hidden, *([_("Your note: {note}").format(note=note)] if note else [])]


def document(call: Call, skill: Skill, wish: Wish) -> dict[str, object]:
    """Return a skill for other programs: its own field names, and what the person keeps of it."""
    from dataclasses import asdict

    found: dict[str, object] = asdict(skill)
    del found["steps"]
    found["pinned"], found["hidden"] = skill.id in wish.pinned, skill.id in wish.hidden
    found["note"] = call.desk.note_to(skill.id)
    return found | ({"why": reasons(call, skill, wish)} if call.request.why else {})
