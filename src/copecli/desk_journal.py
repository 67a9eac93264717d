"""The journal's part of the desk: what a person noted, and all of their data out, in and away.

Invariant: nothing of it is loaded, and no file is made, before something of it is asked for.
"""

from __future__ import annotations

from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.errors import CopeError
    from copecli.core.insight import Lift
    from copecli.core.records import Record
    from copecli.core.session import Outcome
    from copecli.core.walk import Walk
    from copecli.core.wave import Ride
    from copecli.system.config import Config
    from copecli.system.data_export import Exported, TakenIn
    from copecli.system.forget import Forgotten
    from copecli.system.journal import Journal
    from copecli.system.paths import Paths

EXPORT = N_("export")


class JournalDesk:
    """What the desk does with the journal and with all data together."""

    paths: Paths
    problems: list[CopeError]
    _config: Config | None
    _journal: Journal | None = None

    chosen_for = ""
    """The state that an exercise was last chosen for, in this run."""
    riding = False
    """Whether an urge is being ridden out now, in this run."""
    not_easier = 0
    """Exercises in a row, in this run, after which it was not easier."""

    if TYPE_CHECKING:

        @property
        def saving(self) -> bool:
            """Whether anything may be written."""

        def write_file(
            self, path: str, made: str | bytes, *, replace: bool = False, thing: str = EXPORT
        ) -> str:
            """Write a file where the person wants it."""

    @property
    def journal(self) -> Journal:
        """The journal; opened by its first question."""
        if self._journal is None:
            from copecli.system.journal import Journal

            self._journal = Journal(self.paths, tell=self.problems.append)
        self._journal.saving = self.saving
        return self._journal

    def settle_journal(self) -> None:
        """Wait until what a save has left to do is done; what it finds is among the problems then."""
        if self._journal is not None:
            self._journal.settle()

    def note(self, record: Record) -> bool:
        """Keep a record; return whether that worked, and never raise: it must not get in the way of help."""
        from copecli.core.errors import CopeError

        if not self.saving:
            return False
        try:
            self.journal.add(record)
        except CopeError as trouble:
            self.problems.append(trouble)
            return False
        return True

    def note_outcome(self, outcome: Outcome, ease: str) -> bool:
        """Keep how it was after an exercise, said or by its ratings; return whether it was kept.

        What did not help is counted, in this run.
        """
        from copecli.core.outcome import not_easier, use_of
        from copecli.core.rated import ease_of

        self.not_easier = not_easier(self.not_easier, ease or ease_of(outcome))
        if not self.saving:
            return False
        journal = self.journal
        return self.note(
            use_of(outcome, ease, record_id=journal.new_id(), when=journal.now(), state=self.chosen_for)
        )

    def note_walk(self, walk: Walk) -> bool:
        """Keep what was done on the way through the plan; nothing is kept of a walk on which nothing was."""
        if not self.saving or not (walk.done or walk.left_out or walk.someone):
            return False
        journal = self.journal
        return self.note(walk.as_record(journal.new_id(), journal.now()))

    def note_wave(self, ride: Ride) -> bool:
        """Keep what was ridden of a wave, however it ended; nothing is kept of one that never began."""
        if not self.saving or ride.seconds < 1.0:
            return False
        journal = self.journal
        record = ride.as_record(journal.new_id(), journal.now())
        return record is not None and self.note(record)

    def lifts(self, state: str) -> dict[str, int]:
        """Return by how many points each exercise moves for a state, from what the person noted themselves.

        Nothing without a state or a journal; a journal that cannot be read is told, and moves nothing.
        """
        return {skill_id: lift.points for skill_id, lift in self.moved(state).items()}

    def moved(self, state: str) -> dict[str, Lift]:
        """Return by how much each exercise moves for a state, and why; nothing where nobody can tell."""
        named = state not in ("", "any")
        return {lift.skill: lift for lift in self._moved(state)} if named else {}

    def helped_before(self) -> tuple[str, ...]:
        """Return the ids of exercises that moved up by what the person noted, the furthest up first."""
        return tuple(lift.skill for lift in self._moved("") if lift.points > 0)

    def _moved(self, state: str) -> tuple[Lift, ...]:
        import os

        from copecli.core.errors import CopeError

        if not os.path.exists(self.paths.journal_file):
            return ()
        from copecli.core.insight import rank

        try:
            return rank(self.journal.helped(), state)
        except CopeError as trouble:
            self.problems.append(trouble)
            return ()

    def export_data(self, path: str, *, replace: bool = False) -> tuple[str, Exported]:
        """Write everything that the person wrote to a file, and return (where, what); raise NotSaved."""
        from io import BytesIO

        from copecli.system.data_export import export

        made = BytesIO()
        done = export(self.paths, self.journal, made.write)
        return self.write_file(path, made.getvalue(), replace=replace, thing=EXPORT), done

    def import_data(self, path: str) -> TakenIn:
        """Take in what an export holds; raise NotSaved, NothingFound or Unreadable, with nothing changed."""
        from copecli.core.errors import NotSaved
        from copecli.documents.text import plan_as_text
        from copecli.system.data_export import take_in
        from copecli.system.lines_file import lines_of

        if not self.saving:
            raise NotSaved(N_("Saving is off, so nothing was taken in."))
        try:
            return take_in(self.paths, self.journal, lines_of(path), plan_as_text)
        finally:
            self._config = None  # it may have come to pins and notes

    def forget(self, what: str) -> Forgotten:
        """Remove plan, journal or all (`forget.WHAT`) from this computer, and return what became of it."""
        from copecli.system.forget import forget

        if self._journal is not None:
            self._journal.close()
            self._journal = None
        self._config = None
        return forget(self.paths, what)
