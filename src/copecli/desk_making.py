"""What both faces ask for to make skills of one's own: a new file, a check, a pack taken in, one taken away.

Invariant: only the person's own folder is written to, and nothing there is replaced unless that is asked for.
"""

from __future__ import annotations

import os

from copecli.core.errors import NothingFound, NotSaved, UsageProblem
from copecli.core.skill_format import is_id
from copecli.core.text import clean_line
from copecli.system import skill_making
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.desk import Desk
    from copecli.system.skill_making import Checked


def new(desk: Desk, skill_id: str, *, replace: bool = False) -> str:
    """Write the commented file for an exercise of that id, and return its path; raise CopeError.

    What teaches and checks the format is put beside it.
    """
    import json

    from copecli.core.skill_schema import schema
    from copecli.core.skill_template import GUIDE_NAME, SCHEMA_NAME, template
    from copecli.system.files import atomic_write, ensure_directory

    if not is_id(skill_id):
        raise UsageProblem(
            N_("“{id}” cannot be its name."),
            do=N_("It is made of a-z, 0-9 and -, forty at most, as in my-way."),
            id=clean_line(skill_id)[:60],
        )
    if skill_making.is_own(desk.paths, skill_id) and not replace:
        raise NotSaved(
            N_("You have an exercise called {id}."),
            safe=N_("It was left as it is."),
            do=N_("Another name will do, or --force to begin it anew."),
            id=skill_id,
        )
    ensure_directory(desk.paths.own_skills, skill_making.THING)
    path = skill_making.own_file(desk.paths, skill_id)
    atomic_write(path, template(skill_id).encode(), skill_making.THING)
    published = json.dumps(schema(), indent=2) + "\n"
    atomic_write(os.path.join(desk.paths.own_skills, SCHEMA_NAME), published.encode(), skill_making.THING)
    skill_making.put_guide(desk.paths, GUIDE_NAME)
    return path


def check(desk: Desk, places: Sequence[str]) -> list[Checked]:
    """Check the files and folders that are named; an id of the person's own stands for its file."""
    files = []
    for place in places:
        own = skill_making.is_own(desk.paths, place) and not os.path.lexists(place)
        path = skill_making.own_file(desk.paths, place) if own else os.path.expanduser(place)
        files += skill_making.find_files(path)
    return skill_making.check_files(dict.fromkeys(files))


def check_pack(place: str) -> list[Checked]:
    """Check what somebody wants to take in; a link in it is refused, wherever it leads."""
    files = skill_making.find_files(os.path.expanduser(place))
    return skill_making.check_files(files, follow=False)


def replaces(desk: Desk, checked: Checked) -> str:
    """Return a message id that says what the file would stand in for; nothing where it is new."""
    if skill_making.is_own(desk.paths, checked.id):
        return N_("It replaces yours of that name.")
    if skill_making.is_shipped(checked.id):
        return N_("It is shown in place of ours of that name.")
    return ""


def remove(desk: Desk, skill_id: str) -> None:
    """Take the person's own exercise away; raise CopeError where it is none of theirs."""
    see_that_it_is_own(desk, skill_id)
    skill_making.take_away(desk.paths, skill_id)


def see_that_it_is_own(desk: Desk, skill_id: str) -> None:
    """Raise NothingFound, with the nearest names, where the person has no exercise of that id."""
    from copecli.core.text import nearest
    from copecli.system.loaders import skill_files

    if skill_making.is_own(desk.paths, skill_id):
        return
    if skill_making.is_shipped(skill_id):
        what = N_("{id} comes with copecli, and stays.")
        raise NothingFound(what, do=N_("You can hide it instead."), id=skill_id)
    own = [name.removesuffix(".toml") for name in skill_files(desk.paths.own_skills)[0]]
    near = nearest(skill_id, filter(is_id, own))
    raise NothingFound(
        N_("You have no exercise called “{name}”."),
        do=N_("Near it: {near}.") if near else "",
        name=clean_line(skill_id)[:60],
        near=", ".join(near),
    )
