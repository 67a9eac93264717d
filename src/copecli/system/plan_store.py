"""The safety plan on disk: plan.toml, the same as plain text, and every earlier version.

Invariant: plan.toml is always whole. What it held is in the history, on the disk, before it is replaced; what
cannot be read is never overwritten without such a copy; and of two who write at once neither loses a word.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from copecli.core.errors import NotSaved, Unreadable
from copecli.core.fields import FormatProblem
from copecli.core.plan import Plan
from copecli.core.plan_format import plan_from_document, plan_to_document
from copecli.system import plan_history
from copecli.system.file_lock import locked
from copecli.system.files import atomic_write, ensure_directory, read_limited, sync_directory_of
from copecli.system.plan_history import PLAN, Version, versions
from copecli.system.plan_text import LARGEST_PLAN, digest_of, last_plan_text, plan_text_if_fresh, stamped
from copecli.system.plan_trouble import PlanUnreadable, plan_unreadable, why_unreadable
from copecli.system.saving import NOTHING_LOST, not_saved
from copecli.system.toml import TomlProblem, parse_toml
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.system.paths import Paths

__all__ = [
    "PlanChanged",
    "PlanUnreadable",
    "Stored",
    "Version",
    "last_plan_text",
    "load",
    "look",
    "plan_text_if_fresh",
    "read_version",
    "restore",
    "save",
    "set_aside",
    "versions",
]

_HEAD = (
    N_("Your safety plan. copecli reads this file and writes it anew at each save."),
    N_("You can change it here too; lines that start with # are not kept."),
    N_("plan.txt beside it is the same plan to read. Older versions are in plan.history."),
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A plan, and what is known of its file."""

    plan: Plan
    digest: str | None
    """SHA-256 of plan.toml in hex, to be handed to `save`; None where there is no file yet."""
    older: int = 0
    """How many versions lie in the history; counted only where there is no plan.toml."""
    merged: bool = False
    """Whether edits made elsewhere meanwhile were put together with these."""
    text_written: bool = True
    """Whether plan.txt says the same; if not, it is out of date, and can be told to be."""


class PlanChanged(NotSaved):
    """plan.toml is no longer what the edit began with, and the two could not be put together."""

    digest: str | None = None
    """Of what is there now, which `save` takes as `expected` to write nevertheless."""


def load(paths: Paths) -> Stored:
    """Return the plan, an empty one where there is none yet; raise PlanUnreadable, and touch nothing."""
    data = _to_load(paths)
    if data is None:
        return Stored(Plan(), None, older=len(versions(paths)))
    digest = digest_of(data)
    return Stored(_understood(paths, data, digest), digest)


def look(paths: Paths) -> Plan:
    """Return the plan alone, for whoever does not save it; raise PlanUnreadable, and touch nothing.

    A digest costs the first time: OpenSSL is loaded for it, in a fifth of a bare start and with 3 MB.
    """
    data = _to_load(paths)
    return Plan() if data is None else _understood(paths, data, None)


def _to_load(paths: Paths) -> bytes | None:
    try:
        return _read(paths)
    except OSError as error:
        raise plan_unreadable(paths, error, None) from error


def _understood(paths: Paths, data: bytes, digest: str | None) -> Plan:
    try:
        return _parsed(data)
    except (TomlProblem, FormatProblem) as problem:
        raise plan_unreadable(paths, problem, digest) from problem


def save(
    paths: Paths,
    plan: Plan,
    as_text: Callable[[Plan], str],
    expected: str | None,
    base: Plan | None = None,
) -> Stored:
    """Save `plan` and return what is on disk now; raise NotSaved, PlanChanged among them.

    `expected` is the digest that the edit began with. If another copecli has saved meanwhile, both edits are
    put together, from the plan that both began with: `base`, or else the one of that digest in the history.
    """
    ensure_directory(paths.data, PLAN)
    with locked(paths.plan_lock, PLAN):
        now = _read_to_replace(paths)
        changed = (None if now is None else digest_of(now)) != expected
        if changed:
            plan = _put_together(paths, plan, now, expected, base)
        return _put(paths, _encoded(plan), as_text, now, merged=changed)


def set_aside(paths: Paths, plan: Plan, *, once: bool = False) -> bool:
    """Keep `plan` as the newest version, though it never was the plan, and return whether it is new.

    With `once` a version that says the same will do, however old it is. Raise NotSaved.
    """
    data = _encoded(plan)
    ensure_directory(paths.data, PLAN)
    with locked(paths.plan_lock, PLAN):
        if once:
            return plan_history.keep_once(paths, data)
        plan_history.keep(paths, data)
        return True


def read_version(paths: Paths, name: str) -> Plan:
    """Return an earlier version; raise NothingFound or Unreadable."""
    return _version(paths, name)[1]


def restore(paths: Paths, name: str, as_text: Callable[[Plan], str]) -> Stored:
    """Make an earlier version the plan again; the present one, damaged or not, becomes a version first."""
    data, _plan = _version(paths, name)
    ensure_directory(paths.data, PLAN)
    with locked(paths.plan_lock, PLAN):
        return _put(paths, data, as_text, _read_to_replace(paths))


def _version(paths: Paths, name: str) -> tuple[bytes, Plan]:
    try:
        data = plan_history.read(paths, name)
        return data, _parsed(data)
    except (OSError, TomlProblem, FormatProblem) as trouble:
        raise Unreadable(
            N_("That version of your plan cannot be read: {why}."),
            safe=N_("The file is kept as it is."),
            why=why_unreadable(trouble),
        ) from trouble


def _read(paths: Paths) -> bytes | None:
    """Return what plan.toml holds, or None where there is none."""
    try:
        return read_limited(paths.plan_file, LARGEST_PLAN)
    except FileNotFoundError:
        if paths.plan_file and os.path.lexists(paths.plan_file):
            raise  # a link to nowhere is a plan that cannot be reached now, not no plan
        return None


def _read_to_replace(paths: Paths) -> bytes | None:
    try:
        return _read(paths)
    except OSError as error:
        raise not_saved(error, PLAN) from error


def _parsed(data: bytes) -> Plan:
    return plan_from_document(parse_toml(data)[0])


def _put_together(
    paths: Paths, mine: Plan, now: bytes | None, expected: str | None, base: Plan | None
) -> Plan:
    began = base or _began_with(paths, expected)
    try:
        if now is not None and began is not None:
            from copecli.core.plan_merge import merge

            return merge(began, mine, _parsed(now))
    except (TomlProblem, FormatProblem):
        pass  # somebody else has left it damaged meanwhile
    changed = PlanChanged(
        N_("Your plan was not saved: its file was changed elsewhere meanwhile."), safe=NOTHING_LOST
    )
    changed.digest = None if now is None else digest_of(now)
    raise changed


def _began_with(paths: Paths, expected: str | None) -> Plan | None:
    if expected is None:
        return Plan()
    try:
        data = plan_history.find(paths, expected)
        return None if data is None else _parsed(data)
    except (OSError, TomlProblem, FormatProblem):
        return None


def _encoded(plan: Plan) -> bytes:
    """Return plan.toml's bytes, which have been read back and found to say the same."""
    import tomli_w

    try:
        body = tomli_w.dumps(plan_to_document(plan)).encode("utf-8", "replace")
        head = "".join(f"# {_(line)}\n" for line in _HEAD)
        data = head.encode() + b"\n" + body
        again = _parsed(data)
        if tomli_w.dumps(plan_to_document(again)).encode() == body:
            return _no_larger_than_can_be_read(data)
    except (TomlProblem, FormatProblem, TypeError, ValueError, RecursionError):
        pass
    raise NotSaved(
        N_("Your plan could not be saved: a line in it is too long, or cannot be kept."),
        safe=NOTHING_LOST,
        do=N_("You could make long lines shorter."),
    )


def _no_larger_than_can_be_read(data: bytes) -> bytes:
    if len(data) <= LARGEST_PLAN:
        return data
    raise NotSaved(
        N_("Your plan could not be saved: it is longer than a plan can be."),
        safe=NOTHING_LOST,
        do=N_("You could take some lines out."),
    )


def _put(
    paths: Paths, data: bytes, as_text: Callable[[Plan], str], now: bytes | None, *, merged: bool = False
) -> Stored:
    """Put `data`, which can be read, in the place of `now`; the lock is held."""
    if data == now:
        sync_directory_of(paths.plan_file, PLAN)  # an earlier save may have failed just there
    else:
        if now is not None:
            plan_history.keep(paths, now)
        atomic_write(paths.plan_file, data, PLAN)
    plan, digest = _parsed(data), digest_of(data)
    return Stored(plan, digest, merged=merged, text_written=_put_text(paths, plan, as_text, digest))


def _put_text(paths: Paths, plan: Plan, as_text: Callable[[Plan], str], digest: str) -> bool:
    """Return whether plan.txt says the same now. The plan itself is saved; nothing here may say otherwise."""
    try:
        text = stamped(as_text(plan), digest)
        if not _holds(paths.plan_text, text):
            atomic_write(paths.plan_text, text, PLAN)
    except Exception:
        return False
    return True


def _holds(path: str, data: bytes) -> bool:
    try:
        return read_limited(path, LARGEST_PLAN) == data
    except OSError:
        return False
