"""`cope ground`: an exercise that starts at once, or the list of them.

Invariant: what starts unasked has no cautions; one exercise is loaded without reading the others.
"""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.core.errors import NothingFound
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.skill import Skill


def run(call: Call) -> int:
    """Start the exercise that was named or that fits, or list them."""
    if call.request.list:
        from copecli.cli.commands.ground_list import run as list_them

        return list_them(call)
    return start(call, _chosen(call))


def start(call: Call, skill: Skill, *how: str) -> int:
    """Play `skill` in the face that fits; print it whole where nothing can be asked.

    `how` is `chosen` where it may ask something before it starts.
    """

    def printed() -> int:
        from copecli.cli.plain.printed import print_exercise

        return print_exercise(call, skill)

    return meet(call, ("skill", skill.id, *how), printed)


def _chosen(call: Call) -> Skill:
    asked = call.request
    if asked.skill:
        return call.desk.skill(asked.skill)
    if asked.with_me:
        return call.desk.with_me()
    if asked.state or asked.minutes or asked.random:
        return _fitting(call)
    try:
        return call.desk.default_skill()
    except StopIteration:
        raise NothingFound(
            N_("No exercise could be read."),
            do=N_("`cope now` has help. Installing copecli anew may mend it."),
        ) from None


def _fitting(call: Call) -> Skill:
    """Return the best of those that may start unasked, or one of them by chance."""
    from copecli.core.catalogue import at_random, for_grounding, offered, unasked

    asked, desk = call.request, call.desk
    state = known_state(asked.state)
    wish = desk.wish(state=state, minutes=asked.minutes)
    skills = for_grounding(desk.library().skills.values())
    fitting = unasked(skills, wish, desk.lifts(state))
    if fitting:
        return at_random(fitting, desk.below) if asked.random else fitting[0]
    others = offered(skills, wish) or offered(skills, desk.wish(state=state)) or offered(skills, desk.wish())
    raise NothingFound(
        N_("No exercise fits all of that and can start by itself."),
        do=N_("The nearest is {title}: cope ground {id}")
        if others
        else N_("`cope ground --list` shows them all."),
        title=others[0].title if others else "",
        id=others[0].id if others else "",
    )


def known_state(name: str) -> str:
    """Return the state of that name, or nothing for none; raise NothingFound with the nearest."""
    if not name:
        return ""
    from copecli.core.skill import STATES
    from copecli.core.text import clean_line, nearest

    if name.lower() in STATES:
        return name.lower()
    near = nearest(name, STATES)
    raise NothingFound(
        N_("“{name}” is no state that is known here."),
        do=N_("Near it: {near}.") if near else N_("There are: {all}."),
        name=clean_line(name)[:60],
        near=", ".join(near),
        all=", ".join(STATES),
    )
