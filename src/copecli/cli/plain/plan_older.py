"""Older versions of the plan in the line face, and what is left where the plan cannot be read.

Invariant: looking changes nothing; going back, or starting anew, keeps what is there now.
"""

from __future__ import annotations

from copecli.cli.plain.help_now import told
from copecli.core.errors import CopeError
from copecli.core.plan_keeping import (
    BACK_TO,
    EVEN_OLDER,
    NO_OLDER,
    OF_A_VERSION,
    OLDER,
    OLDER_KEPT,
    OLDER_SHOWN,
    PUT_BACK,
    START_NEW,
)
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.plan import Plan
    from copecli.core.plan_changes import OlderPlan
    from copecli.system.plan_store import Stored

MORE = "more"


def older(face: Face) -> Stored | None:
    """Show the older versions, a few at a time; return the plan that was put back, if one was."""
    from copecli.core.plan_changes import since

    start = 0
    while True:
        found = face.desk.older_plans(OLDER_SHOWN + 1, start)
        if not found:
            face.say(_(NO_OLDER))
            return None
        by_name = {one.name: one for one in found[:OLDER_SHOWN]}
        rows = [(one.name, f"{one.when}. {since(one, _)}") for one in by_name.values()]
        rows += [(MORE, _(EVEN_OLDER))] if len(found) > OLDER_SHOWN else []
        chosen = face.menu(_(OLDER), rows)
        if not chosen:
            return None
        if chosen == MORE:
            start += OLDER_SHOWN
        elif (stored := _one(face, by_name[chosen])) is not None:
            return stored
        face.gap()


def _one(face: Face, one: OlderPlan) -> Stored | None:
    """Ask what to do with a version; return the plan where this one was put back."""
    if one.plan is None:
        return None  # what is wrong with it was said in its row
    changes, read, back = (choice for choice, _text in OF_A_VERSION)
    while True:
        now = _now(face)
        rows = [(choice, _(text)) for choice, text in OF_A_VERSION if choice != changes or now]
        chosen = face.menu(f"{one.when}. " + _(OLDER_KEPT), rows)
        face.gap()
        if chosen == changes and now:
            _differences(face, one.plan, now)
        elif chosen == read:
            read_plan(face, one.plan)
        elif chosen == back:
            return put_back(face, one.name)
        else:
            return None
        face.gap()


def _now(face: Face) -> Plan | None:
    try:
        return face.desk.read_plan().plan
    except CopeError:
        return None


def _differences(face: Face, plan: Plan, now: Plan) -> None:
    from copecli.core.plan_changes import change_lines
    from copecli.core.plan_diff import differences

    face.console.say_all(change_lines(differences(plan, now), _))


def read_plan(face: Face, plan: Plan) -> None:
    """Print a plan."""
    from copecli.documents.text import plan_as_text

    face.console.say_all(plan_as_text(plan).rstrip("\n").split("\n"))


def put_back(face: Face, name: str) -> Stored | None:
    """Make a version the plan again; say so, or what stood in the way."""
    try:
        stored = face.desk.restore_plan(name)
    except CopeError as trouble:
        told(face, trouble)
        return None
    face.say(_(PUT_BACK))
    return stored


def what_is_left(face: Face, damaged: Stored | None) -> Stored | None:
    """Offer what there is where no plan can be shown; return what to go on with, or None.

    `damaged` is an empty plan that may take the place of what cannot be read; None where nothing may.
    """
    if text := face.desk.last_plan_text():
        face.say(_("Here is its text, as it was last saved:"))
        face.console.say_all(text.split("\n"))
    while True:
        newest = next((one for one in face.desk.older_plans(OLDER_SHOWN) if one.plan is not None), None)
        rows = [("back", _(BACK_TO).format(when=newest.when))] if newest else []
        rows += [("older", _(OLDER))] if len(face.desk.plan_versions()) > len(rows) else []
        rows += [("new", _(START_NEW))] if damaged is not None else []
        chosen = face.menu("", rows) if rows else ""
        if chosen == "new":
            return damaged
        if not chosen:
            return None
        face.gap()
        stored = put_back(face, newest.name) if chosen == "back" and newest else older(face)
        if stored is not None:
            return stored
        face.gap()
