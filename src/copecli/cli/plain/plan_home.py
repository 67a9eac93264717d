"""The safety plan in the line face: read it, write it, print it, go back to an older one.

Invariant: a plan that cannot be read is never shown as an empty one, and is never written over unasked.
"""

from __future__ import annotations

from copecli.cli.hint_words import hint_lines
from copecli.cli.plain.face import leaves
from copecli.cli.plain.help_now import told
from copecli.cli.reach_words import ended
from copecli.core.errors import CopeError, Unreadable
from copecli.core.plan_check import how_many
from copecli.core.plan_words import MORE_OF_THE_PLAN
from copecli.core.shared_words import BEFORE_A_CODE
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.plan import Plan
    from copecli.system.plan_store import Stored


def plan_home(face: Face) -> None:
    """Go on writing where nothing is written yet, else ask what to do with the plan."""
    from copecli.cli.plain.plan_builder import Builder
    from copecli.cli.plain.plan_more import finish

    stored = _readable(face)
    if stored is None:
        return
    builder = Builder(face, stored)
    finish(face, builder.plan, builder.save)
    if builder.plan.empty:
        builder.build()
    while not builder.plan.empty:
        rows = [
            ("read", _("Read it.")),
            ("write", _("Write more, or change it.")),
            ("print", _("Print it to a file.")),
            ("older", _("Go back to an older version.")),
            ("walk", _("Take me through it.")),
            ("send", _("Send it to a phone.")),
        ]
        hints = face.desk.plan_hints(builder.plan)
        if hints:
            rows.append(("hints", ended(how_many(hints).worded(_))))
        rows.append(("more", _(MORE_OF_THE_PLAN) + "."))
        chosen = face.menu(_("Your safety plan."), rows)
        if chosen == "read":
            read(face, builder.plan)
        elif chosen == "write":
            builder.build()
        elif chosen == "print":
            _print(face, builder.plan)
        elif chosen == "older":
            put_back = _older(face)
            builder = Builder(face, put_back) if put_back else builder
        elif chosen == "walk":
            from copecli.cli.plain.walker import walk_through

            walk_through(face, builder.plan)
        elif chosen == "hints":
            face.gap()
            face.console.say(*hint_lines(hints))
        elif chosen == "more":
            builder.say_more_of_the_plan()
        elif chosen == "send":
            from copecli.cli.plain.codes import send

            send(face, builder.plan)
        else:
            return
        face.gap()


def _readable(face: Face) -> Stored | None:
    """Return the plan; where it is damaged offer what is left of it, and None where nothing was chosen."""
    try:
        return face.desk.read_plan()
    except Unreadable as trouble:
        told(face, trouble)
        if text := face.desk.last_plan_text():
            face.say(_("Here is its text, as it was last saved:"))
            face.console.say_all(text.split("\n"))
        return _older(face)
    except CopeError as trouble:
        told(face, trouble)
        return None


def read(face: Face, plan: Plan) -> None:
    """Print the plan."""
    from copecli.documents.text import plan_as_text

    face.gap()
    face.console.say_all(plan_as_text(plan).rstrip("\n").split("\n"))


def _print(face: Face, plan: Plan) -> None:
    """Write the plan, in a form that was chosen, to a file that is not there yet."""
    from copecli.documents.forms import CHOICES, ending

    choice = face.menu(_("In which form?"), [(form, _(what)) for form, what in CHOICES])
    if not choice:
        return

    def ask() -> None:
        face.say(
            *map(_, BEFORE_A_CODE),
            _("Write the plan to which file?"),
            _("A name such as {name} will do.").format(name=f"~/my-plan{ending(choice)}"),
            _("Enter leaves it."),
        )

    path = face.words(ask)
    if not path or leaves(path):
        return
    try:
        file = face.desk.print_plan(plan, path, choice)
    except CopeError as trouble:
        told(face, trouble)
    else:
        face.console.say(_("Your plan is written: {file}").format(file=file))


def _older(face: Face) -> Stored | None:
    """Offer the older versions; return the plan that was put back, if one was."""
    from copecli.cli.plan_talk import told_version

    versions = face.desk.plan_versions()
    if not versions:
        face.say(_("There are no older versions of your plan."))
        return None
    rows = [(version.name, told_version(version)) for version in versions[:9]]
    name = face.menu(_("Which one? The plan of now is kept, too."), rows)
    if not name:
        return None
    try:
        stored = face.desk.restore_plan(name)
    except CopeError as trouble:
        told(face, trouble)
        return None
    face.say(_("That version is your plan again."))
    return stored
