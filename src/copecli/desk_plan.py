"""The plan's part of the desk: read it, save it, go back, take in, print.

Invariant: nothing is said to be saved that is not, and nothing that is there is replaced without a copy.
"""

from __future__ import annotations

from copecli.core.errors import CopeError, NotSaved
from copecli.desk_drafts import DraftDesk
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copecli.core.plan import Plan
    from copecli.core.plan_changes import OlderPlan
    from copecli.core.plan_check import Hint
    from copecli.core.plan_taken import Taken
    from copecli.core.reach import Sentence
    from copecli.documents.forms import Home
    from copecli.system.plan_store import PlanChanged, Stored, Version


class PlanDesk(DraftDesk):
    """What both faces ask for the plan; the rest of the desk knows where it lies and what day it is."""

    environ: Mapping[str, str]

    if TYPE_CHECKING:

        def today(self) -> str:
            """Return today's date, ISO."""

        def home(self) -> Home:
            """Return what a paper needs to know of the person's country."""

    def read_plan(self) -> Stored:
        """Return the plan as it is on disk, empty where there is none.

        Raise Unreadable where it is damaged.
        """
        from copecli.system.plan_store import load

        return load(self.paths)

    def look_at_plan(self) -> Plan:
        """Return the plan alone, for whoever will not save it: that is quicker; raise Unreadable."""
        from copecli.system.plan_store import look

        return look(self.paths)

    def newest_plan(self, stored: Stored) -> Stored:
        """Return the plan as it is on disk now, or `stored` where that is not to be read, or is gone."""
        try:
            found = self.read_plan()
        except CopeError:
            return stored
        return stored if found.digest in (None, stored.digest) else found

    def save_plan(self, stored: Stored, plan: Plan) -> Stored:
        """Save `plan`, which grew out of `stored`, and return what is on disk now.

        Raise NotSaved; PlanChanged is the one that leaves a choice.
        """
        from copecli.documents.text import plan_as_text
        from copecli.system.plan_store import save

        if not self.saving:
            raise NotSaved(
                N_("Saving is off, so the plan is not on disk."),
                do=N_("You can print it while this is open."),
            )
        return save(self.paths, plan, plan_as_text, expected=stored.digest, base=stored.plan)

    def save_over(self, stored: Stored, plan: Plan, changed: PlanChanged) -> Stored:
        """Save `plan` in the place of what `changed` found; that becomes a version first. Raise NotSaved.

        What was still being written and stands in the plan now is no draft any more.
        """
        from copecli.documents.text import plan_as_text
        from copecli.system.plan_store import save

        found = save(self.paths, plan, plan_as_text, expected=changed.digest, base=stored.plan)
        self._forget_what_stands_in(found.plan)
        return found

    def _forget_what_stands_in(self, plan: Plan) -> None:
        from copecli.core.plan_questions import present

        texts = {item.text for items in plan.items.values() for item in items}
        for name in self.draft_names():
            if self.draft(name) in texts:
                self.keep_draft(name, "")
        answer = self.unfinished_answer()
        question = answer.question_in(plan) if answer else None
        if answer and question and present(answer.item_in(plan) or plan, question) == answer.text.strip():
            self.keep_answer(None)

    def set_aside(self, plan: Plan) -> None:
        """Keep `plan` among the older versions, and leave plan.toml as it is; raise NotSaved."""
        from copecli.system.plan_store import set_aside

        set_aside(self.paths, plan)

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

    def take_in_file(self, path: str) -> tuple[Taken, tuple[Sentence, ...]]:
        """Take the plan of a file in; return what became of it, and what was odd in the file.

        Raise NothingFound, Unreadable or NotSaved; then nothing was changed.
        """
        from copecli.core.errors import NothingFound
        from copecli.core.text import clean_line
        from copecli.system.elsewhere import read_plan

        if not self.saving:
            raise NotSaved(N_("Saving is off, so nothing was taken in."))
        found = read_plan(path)
        if found.plan.empty and not found.plan.extra:
            raise NothingFound(N_("There is nothing of a plan in {file}."), file=clean_line(path))
        return self.take_in(found.plan), found.notes

    def plan_hints(self, plan: Plan) -> tuple[Hint, ...]:
        """Return what could make the plan stronger."""
        from copecli.core.plan_check import hints

        return hints(plan, self.today())

    def print_plan(self, plan: Plan, path: str, choice: str = "") -> str:
        """Write the plan to a file that is not there yet, and return where; raise NotSaved.

        `choice` is one of `forms.CHOICES`; without one the file's name says it.
        """
        from copecli.documents.forms import form_of, plan_as_chosen

        return self.write_file(path, plan_as_chosen(plan, choice or form_of(path), self.home()))

    def write_file(
        self, path: str, made: str | bytes, *, replace: bool = False, thing: str = N_("plan")
    ) -> str:
        """Write a file where the person wants it, for them alone, and return where; raise NotSaved."""
        from copecli.system.outside import write_outside

        data = made if isinstance(made, bytes) else made.encode("utf-8", "replace")
        return write_outside(path, data, thing, replace=replace)

    def printer(self) -> bool:
        """Return whether this computer has a way to its printer."""
        from copecli.system.printer import printer_command

        return bool(printer_command(self.environ))

    def print_on_paper(self, plan: Plan, choice: str) -> None:
        """Hand the plan, as one of `forms.ON_PRINTER`, to the printer; raise NotSaved or NothingFound."""
        from copecli.documents.forms import plan_as_chosen
        from copecli.system.printer import no_printer, printer_command, send_to_printer

        command = printer_command(self.environ)
        if not command:
            raise no_printer()
        send_to_printer(command, plan_as_chosen(plan, choice, self.home()))

    # older versions

    def plan_versions(self) -> tuple[Version, ...]:
        """Return the earlier versions of the plan, the newest first."""
        from copecli.system.plan_store import versions

        return versions(self.paths)

    def older_plans(self, most: int, start: int = 0) -> tuple[OlderPlan, ...]:
        """Return up to `most` earlier versions from the one at `start`, with what came after each."""
        from copecli.core.plan_changes import OlderPlan
        from copecli.core.plan_diff import differences

        all_of_them = self.plan_versions()
        found: list[OlderPlan] = []
        later = self._readable(all_of_them[start - 1].name if start else "now")
        for version in all_of_them[start : start + most]:
            plan = self._readable(version.name)
            after = None if plan is None or later is None else differences(plan, later)
            found.append(OlderPlan(version.name, _on_this_clock(version.when), plan, after))
            later = plan
        return tuple(found)

    def _readable(self, name: str) -> Plan | None:
        try:
            return self.plan_called(name)
        except CopeError:
            return None

    def plan_called(self, name: str) -> Plan:
        """Return the version of that name or number, or the plan of now for `now`; raise NothingFound."""
        from copecli.system.plan_store import read_version

        return self.read_plan().plan if name == "now" else read_version(self.paths, self._version(name))

    def _version(self, name: str) -> str:
        """Return the name of the version of that name or number."""
        numbered = (found.name for found in self.plan_versions() if str(found.number) == name.lstrip("0"))
        return next(numbered, name)

    def restore_plan(self, name: str) -> Stored:
        """Make an earlier version, by name or number, the plan again.

        What is there now becomes a version first. Raise NothingFound, Unreadable or NotSaved.
        """
        from copecli.documents.text import plan_as_text
        from copecli.system.plan_store import restore

        if not self.saving:
            raise NotSaved(N_("Saving is off, so no version was put back."))
        return restore(self.paths, self._version(name), plan_as_text)

    def last_plan_text(self) -> str:
        """Return the plan as it was last written as plain text, or nothing."""
        from copecli.system.plan_store import last_plan_text

        return last_plan_text(self.paths) or ""

    def new_id(self) -> str:
        """Return a fresh id for an item."""
        from secrets import token_hex

        return token_hex(4)


def _on_this_clock(when: str) -> str:
    """Return a version's time as day and time of this computer's zone; as it stands where it is no time."""
    from datetime import datetime

    try:
        here = datetime.fromisoformat(when).astimezone()
    except (ValueError, OverflowError, OSError):
        return when
    return f"{here.day} {here:%B %Y, %H:%M}"
