"""The plan's part of the desk: read it, save it, go back, take in, print.

Invariant: nothing is said to be saved that is not, and nothing that is there is replaced without a copy.
"""

from __future__ import annotations

from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.plan import Plan
    from copecli.core.plan_check import Hint
    from copecli.core.plan_taken import Taken
    from copecli.system.paths import Paths
    from copecli.system.plan_store import Stored, Version


class PlanDesk:
    """What both faces ask for the plan; the rest of the desk knows where it lies and what day it is."""

    paths: Paths

    if TYPE_CHECKING:

        @property
        def saving(self) -> bool:
            """Whether anything may be written."""

        def today(self) -> str:
            """Return today's date, ISO."""

    def read_plan(self) -> Stored:
        """Return the plan as it is on disk, empty where there is none.

        Raise Unreadable where it is damaged.
        """
        from copecli.system.plan_store import load

        return load(self.paths)

    def save_plan(self, stored: Stored, plan: Plan) -> Stored:
        """Save `plan`, which grew out of `stored`, and return what is on disk now; raise NotSaved."""
        from copecli.core.errors import NotSaved
        from copecli.documents.text import plan_as_text
        from copecli.system.plan_store import save

        if not self.saving:
            raise NotSaved(
                N_("Saving is off, so the plan is not on disk."),
                do=N_("You can print it while this is open."),
            )
        return save(self.paths, plan, plan_as_text, expected=stored.digest, base=stored.plan)

    def add_to_plan(self, step: str, text: str) -> Stored:
        """Put one more line into a step of the plan and save it; raise NotSaved or Unreadable."""
        from copecli.core.plan import Item

        stored = self.read_plan()
        return self.save_plan(stored, stored.plan.add(step, Item(self.new_id(), text)))

    def take_in(self, other: Plan) -> Taken:
        """Take a plan from elsewhere into the plan, and save it; raise NotSaved or Unreadable."""
        from copecli.core.plan_taken import take_in

        stored = self.read_plan()
        taken = take_in(stored.plan, other)
        self.save_plan(stored, taken.plan)
        return taken

    def plan_hints(self, plan: Plan) -> tuple[Hint, ...]:
        """Return what could make the plan stronger."""
        from copecli.core.plan_check import hints

        return hints(plan, self.today())

    def print_plan(self, plan: Plan, path: str, choice: str = "") -> str:
        """Write the plan to a file that is not there yet, and return where; raise NotSaved.

        `choice` is one of `forms.CHOICES`; without one the file's name says it.
        """
        from copecli.documents.forms import form_of, plan_as_chosen

        return self.write_file(path, plan_as_chosen(plan, choice or form_of(path)))

    def write_file(self, path: str, made: str | bytes, *, replace: bool = False) -> str:
        """Write a file where the person wants it, for them alone, and return where; raise NotSaved."""
        import os

        from copecli.core.errors import NotSaved
        from copecli.core.text import clean_line
        from copecli.system.files import atomic_write

        place = os.path.expanduser(path)
        shown = clean_line(path)
        if os.path.isdir(place):
            raise NotSaved(
                N_("{file} is a folder."), do=N_("Name a file in it, such as my-plan.txt."), file=shown
            )
        if os.path.lexists(place) and not replace:
            raise NotSaved(
                N_("{file} is there already."),
                safe=N_("It was left as it is."),
                do=N_("Another name will do, or --force to replace it."),
                file=shown,
            )
        data = made if isinstance(made, bytes) else made.encode("utf-8", "replace")
        atomic_write(place, data, N_("plan"))
        return shown

    def plan_versions(self) -> tuple[Version, ...]:
        """Return the earlier versions of the plan, the newest first."""
        from copecli.system.plan_store import versions

        return versions(self.paths)

    def plan_called(self, name: str) -> Plan:
        """Return the version of that name or number, or the plan of now for `now`; raise NothingFound."""
        from copecli.system.plan_store import read_version

        if name == "now":
            return self.read_plan().plan
        numbered = [
            version.name for version in self.plan_versions() if str(version.number) == name.lstrip("0")
        ]
        return read_version(self.paths, numbered[0] if numbered else name)

    def restore_plan(self, name: str) -> Stored:
        """Make an earlier version the plan again; what is there now becomes a version first."""
        from copecli.documents.text import plan_as_text
        from copecli.system.plan_store import restore

        return restore(self.paths, name, plan_as_text)

    def last_plan_text(self) -> str:
        """Return the plan as it was last written as plain text, or nothing."""
        from copecli.system.plan_store import last_plan_text

        return last_plan_text(self.paths) or ""

    def new_id(self) -> str:
        """Return a fresh id for an item."""
        from secrets import token_hex

        return token_hex(4)
