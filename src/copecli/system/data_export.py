"""Everything that a person wrote, out as lines and in again.

Invariant: the order of an export is stable, so the same data is the same bytes. Taking lines in adds and
never replaces: plan, notes and every record that are here stay, and what differs stands beside them. Taking
the same lines in again changes nothing, and where a save is refused on the way the journal is as it was.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import chain

from copecli.core.errors import NothingFound
from copecli.core.export_format import (
    KEPT_KEYS,
    FileLine,
    KeptLine,
    PlanLine,
    entry_of,
    file_line,
    kept_line,
    plan_line,
)
from copecli.core.fields import FormatProblem
from copecli.core.record_format import as_read
from copecli.system import config, plan_history
from copecli.system.files import read_limited
from copecli.system.plan_store import PlanUnreadable, load, save, set_aside
from copecli.system.plan_text import LARGEST_PLAN
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from copecli.core.plan import Plan
    from copecli.core.records import Record
    from copecli.system.journal import Journal
    from copecli.system.paths import Paths

MOST_UNREAD = 20
"""Lines that could not be read which are named; the others are only counted."""

PLAN_TAKEN, PLAN_KNOWN, PLAN_ASIDE = "taken", "known", "aside"


@dataclass(slots=True)
class TakenIn:
    """What became of the lines."""

    new: int = 0
    """Records that were not here."""
    known: int = 0
    """Records that were here, word for word."""
    beside: int = 0
    """Records that differ from the one of their id, and now stand beside it."""
    plan: str = ""
    """PLAN_TAKEN, PLAN_KNOWN, or PLAN_ASIDE: an older version now; nothing where there was none."""
    versions: int = 0
    """Earlier versions of the plan that were not here."""
    kept: int = 0
    """Pins, notes and hidden exercises that were not here."""
    kept_known: int = 0
    """Those that were here."""
    unread: int = 0
    """Lines that could not be read."""
    problems: tuple[tuple[int, FormatProblem], ...] = ()
    """The first of them: (line, what is wrong)."""

    @property
    def nothing(self) -> bool:
        """Whether no line was of any use."""
        records = self.new or self.known or self.beside
        return not (records or self.plan or self.versions or self.kept or self.kept_known)


@dataclass(slots=True)
class Exported:
    """What was written."""

    lines: int = 0
    left_out: tuple[str, ...] = ()
    """Files that could not be read."""


def export(paths: Paths, journal: Journal, write: Callable[[bytes], object]) -> Exported:
    """Write every line, each with its end; raise JournalUnreadable."""
    done = Exported()

    def put(lines: Iterable[bytes]) -> None:
        for line in lines:
            write(line + b"\n")
            done.lines += 1

    put(_plan_lines(paths, done))
    put(_kept_lines(paths, done))
    journal.lines(put)
    return done


def _plan_lines(paths: Paths, done: Exported) -> Iterator[bytes]:
    try:
        stored = load(paths)
        if stored.digest is not None:
            yield plan_line(stored.plan)
    except PlanUnreadable:
        yield from _file_lines("", paths.plan_file, done)
    for version in reversed(plan_history.versions(paths)):
        yield from _file_lines(version.name, os.path.join(paths.plan_history, version.name), done)


def _kept_lines(paths: Paths, done: Exported) -> Iterator[bytes]:
    settings, troubles = config.load(paths)
    if troubles and not settings.document:
        done.left_out += (paths.config_file,)
    values = ((key, settings.get(key)) for key in KEPT_KEYS)
    kept = KeptLine(tuple((key, found) for key, found in values if isinstance(found, tuple) and found))
    if kept.values:
        yield kept_line(kept)


def _file_lines(name: str, path: str, done: Exported) -> Iterator[bytes]:
    try:
        yield file_line(name, read_limited(path, LARGEST_PLAN))
    except OSError:
        done.left_out += (path,)


def take_in(
    paths: Paths, journal: Journal, lines: Iterable[bytes | None], as_text: Callable[[Plan], str]
) -> TakenIn:
    """Take lines in (None: one too long) and say what came of them; raise NotSaved or NothingFound."""
    return _Taking(paths, journal, as_text).take_in(lines)


class _Taking:
    """One import on its way."""

    def __init__(self, paths: Paths, journal: Journal, as_text: Callable[[Plan], str]) -> None:
        self._paths = paths
        self._journal = journal
        self._as_text = as_text
        self._beside: list[PlanLine | FileLine | KeptLine] = []
        self._found = TakenIn()

    def take_in(self, lines: Iterable[bytes | None]) -> TakenIn:
        records = self._records(lines)
        first = next(records, None)
        found = self._found
        if first is not None:
            taken = self._journal.take_in(chain((first,), records), self._take_beside)
            found.new, found.known, found.beside = taken
        else:
            self._take_beside()
        if found.nothing and not found.unread and not self._beside:
            raise NothingFound(N_("There is nothing in that file."), safe=N_("Nothing was changed."))
        return found

    def _records(self, lines: Iterable[bytes | None]) -> Iterator[tuple[Record, bytes]]:
        """Yield the records; set aside what is no record, and note what cannot be read."""
        for number, line in enumerate(lines, start=1):
            if line is not None and not line.strip():
                continue
            try:
                if line is None:
                    raise FormatProblem("", N_("this line is too long"))
                entry = entry_of(line)
                if isinstance(entry, FileLine) and len(entry.data) > LARGEST_PLAN:
                    raise FormatProblem("", N_("this line is too long"))
                if isinstance(entry, PlanLine | FileLine | KeptLine):
                    self._beside.append(entry)
                    continue
                written = as_read(entry)
            except FormatProblem as problem:
                self._found.unread += 1
                if len(self._found.problems) < MOST_UNREAD:
                    self._found.problems += ((number, problem),)
                continue
            yield entry, written

    def _take_beside(self) -> None:
        for entry in self._beside:
            if isinstance(entry, PlanLine):
                self._found.plan = self._take_plan(entry.plan)
            elif isinstance(entry, KeptLine):
                self._take_kept(entry)
            elif not entry.name:
                plan_history.keep_once(self._paths, entry.data)
                self._found.plan = PLAN_ASIDE
            elif plan_history.bring(self._paths, entry.name, entry.data):
                self._found.versions += 1

    def _take_kept(self, entry: KeptLine) -> None:
        """Add what is not there after what is: two notes to one exercise stand beside each other."""
        settings, _troubles = config.load(self._paths)
        new = 0
        for key, found in entry.values:
            here = settings.get(key)
            there = here if isinstance(here, tuple) else ()
            more = tuple(one for one in found if one not in there)
            settings = settings.with_value(key, (*there, *more)) if more else settings
            new += len(more)
            self._found.kept_known += len(found) - len(more)
        if new:
            config.save(self._paths, settings)
        self._found.kept += new

    def _take_plan(self, plan: Plan) -> str:
        try:
            here = load(self._paths)
        except PlanUnreadable:
            return PLAN_ASIDE if set_aside(self._paths, plan, once=True) else PLAN_KNOWN
        if here.digest is None:
            save(self._paths, plan, self._as_text, None)
            return PLAN_TAKEN
        if here.plan == plan:
            return PLAN_KNOWN
        return PLAN_ASIDE if set_aside(self._paths, plan, once=True) else PLAN_KNOWN
