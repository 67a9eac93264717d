"""The journal's part of the desk: what a person noted, and all of their data out, in and away.

Invariant: nothing of it is loaded, and no file is made, before something of it is asked for.
"""

from __future__ import annotations

from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.system.data_export import Exported, TakenIn
    from copecli.system.forget import Forgotten
    from copecli.system.journal import Journal
    from copecli.system.paths import Paths

EXPORT = N_("export")


class JournalDesk:
    """What the desk does with the journal and with all data together."""

    paths: Paths
    _journal: Journal | None = None

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

            self._journal = Journal(self.paths)
        self._journal.saving = self.saving
        return self._journal

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
        return take_in(self.paths, self.journal, lines_of(path), plan_as_text)

    def forget(self, what: str) -> Forgotten:
        """Remove plan, journal or all (`forget.WHAT`) from this computer, and return what became of it."""
        from copecli.system.forget import forget

        if self._journal is not None:
            self._journal.close()
            self._journal = None
        return forget(self.paths, what)
