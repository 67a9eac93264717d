"""Everything that a person wrote, as lines of JSON: the plan, its earlier versions, notes and pins, and every
record of the journal.

Invariant: what is written is read back as the same, byte for byte where it was a file. A line that is not
known is a FormatProblem, and the lines around it are none the worse for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.fields import FormatProblem
from copecli.core.plain_values import parsed_line, written_line
from copecli.core.plan_format import plan_from_document, plan_to_document
from copecli.core.record_format import from_document
from copecli.core.settings import setting, to_document, value_of
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copecli.core.plan import Plan
    from copecli.core.records import Record

PLAN, PLAN_FILE, PLAN_VERSION, KEPT = "plan", "plan-file", "plan-version", "kept"
KEPT_KEYS = ("pinned", "hidden", "pinned-lines", "hidden-lines", "skill-notes")
"""Settings that are lists of what the person chose or wrote, and so come along."""
_OWN_KIND = "plan-kind"
"""Where a plan's own key of the name `kind` goes; no version of ours writes one."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """The safety plan."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class FileLine:
    """A plan.toml as it lay on the disk: an earlier version, or one that could not be read."""

    name: str
    """Of an earlier version; nothing for plan.toml itself."""
    data: bytes


@dataclass(frozen=True, slots=True)
class KeptLine:
    """What a person keeps beside plan and journal: pins, what they hid, their notes."""

    values: tuple[tuple[str, tuple[str, ...]], ...]
    """(one of KEPT_KEYS, its entries), without empty ones."""


def plan_line(plan: Plan) -> bytes:
    """Return the plan as a line, without its end."""
    document = plan_to_document(plan)
    head: dict[str, object] = {"format": 1, "kind": PLAN}
    own = {(_OWN_KIND if key == "kind" else key): _plain(value) for key, value in document.items()}
    return written_line(head | own)


def file_line(name: str, data: bytes) -> bytes:
    """Return a plan.toml as a line, without its end; bytes that are no text are kept, too."""
    head: dict[str, object] = {"format": 1, "kind": PLAN_VERSION if name else PLAN_FILE}
    named = {"name": name} if name else {}
    return written_line(head | named | {"text": data.decode("utf-8", "surrogateescape")})


def kept_line(kept: KeptLine) -> bytes:
    """Return what is kept as a line, without its end."""
    return written_line({"format": 1, "kind": KEPT} | {key: to_document(found) for key, found in kept.values})


def entry_of(line: bytes) -> Record | PlanLine | FileLine | KeptLine:
    """Return what stands in a line; raise FormatProblem."""
    document = parsed_line(line)
    kind = document.get("kind")
    if kind == PLAN:
        return PlanLine(_plan(document))
    if kind in (PLAN_VERSION, PLAN_FILE):
        return _file(document, named=kind == PLAN_VERSION)
    if kind == KEPT:
        return _kept(document)
    return from_document(document)


def _plan(document: Mapping[str, object]) -> Plan:
    own = {key: _known(value) for key, value in document.items() if key != "kind" and value is not None}
    if _OWN_KIND in own:
        own["kind"] = own.pop(_OWN_KIND)
    return plan_from_document(own)


def _kept(document: Mapping[str, object]) -> KeptLine:
    _is_first_format(document)
    values: list[tuple[str, tuple[str, ...]]] = []
    for key in KEPT_KEYS:
        found = value_of(setting(key), document.get(key, []))
        if isinstance(found, tuple) and found:
            values.append((key, found))
    return KeptLine(tuple(values))


def _is_first_format(document: Mapping[str, object]) -> None:
    if document.get("format") != 1:
        raise FormatProblem("format", N_("this should be 1, the only format there is"))


def _file(document: Mapping[str, object], *, named: bool) -> FileLine:
    name, text = document.get("name", ""), document.get("text")
    _is_first_format(document)
    if not isinstance(name, str) or bool(name) != named:
        raise FormatProblem("name", N_("this should be text in quotes"))
    if not isinstance(text, str):
        raise FormatProblem("text", N_("this should be text in quotes"))
    try:
        return FileLine(name, text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        raise FormatProblem("text", N_("this is not UTF-8 text")) from None


def _plain(value: object) -> object:
    """Return a value of TOML as JSON has it: dates and what is no finite number become text."""
    if isinstance(value, dict):
        return {key: _plain(found) for key, found in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(found) for found in value]
    if isinstance(value, float):
        return value if abs(value) < float("inf") else str(value)
    return value if isinstance(value, str | int) else str(value)


def _known(value: object) -> object:
    """Return a value of JSON as TOML can hold it: there is no null in it."""
    if isinstance(value, dict):
        return {key: _known(found) for key, found in value.items() if found is not None}
    if isinstance(value, list):
        return [_known(found) for found in value if found is not None]
    return value
