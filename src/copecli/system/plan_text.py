"""The safety plan as plain text on disk: what `cat`, `cope plan print` and a broken program fall back on.

Invariant: its last line is the SHA-256 of the plan.toml that it was made from, so a text that is out of date
is never taken for the plan. Nothing here imports the plan's own code: this is the fast way to its words.
"""

from __future__ import annotations

from copecli.system.files import read_limited
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.system.paths import Paths

LARGEST_PLAN = 1024 * 1024
"""Bytes that plan.toml, and its text, may hold."""

_NOTE = N_("Made from plan.toml at each save; changes made here are not kept.")
_MAY_STAND = dict.fromkeys(map(ord, "\n\u200c\u200d\u200e\u200f\u061c"))
"""Not printable and yet no danger: line ends, and the joiners and marks that some scripts and emoji need."""
_MARK = "sha256 of plan.toml: "
_OWN_MARK = "sha256 of the text above: "


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex."""
    from hashlib import sha256

    return sha256(data).hexdigest()


def stamped(text: str, digest: str) -> bytes:
    """Return what plan.txt holds for the plan.toml of that digest."""
    body = text.rstrip("\n").encode("utf-8", "replace")
    own = digest_of(body + b"\n")
    return body + f"\n\n{_OWN_MARK}{own}\n{_(_NOTE)}\n{_MARK}{digest}\n".encode("utf-8", "replace")


def plan_text_if_fresh(paths: Paths) -> str | None:
    """Return the plan as text if plan.txt is as it was made from this very plan.toml; None on any doubt."""
    try:
        plan = read_limited(paths.plan_file, LARGEST_PLAN)
        text = read_limited(paths.plan_text, LARGEST_PLAN).decode()
    except (OSError, UnicodeDecodeError):
        return None
    body, own, digest = _split(text)
    if digest != digest_of(plan) or own != digest_of(body.encode()):
        return None
    return body if body.translate(_MAY_STAND).isprintable() else None


def last_plan_text(paths: Paths) -> str | None:
    """Return what plan.txt holds, fresh or not, for when plan.toml cannot be read; None without one."""
    try:
        text = read_limited(paths.plan_text, LARGEST_PLAN).decode("utf-8", "replace")
    except OSError:
        return None
    from copecli.core.text import clean_own

    return clean_own(_split(text)[0]) or None


def _split(text: str) -> tuple[str, str, str]:
    """Return the plan's own lines, their digest and that of plan.toml, which stand below them."""
    above, mark, digest = text.rstrip("\n").rpartition("\n" + _MARK)
    if not mark:
        return text, "", ""
    body, _gap, below = above.rpartition("\n\n")
    own, _end, _note = below.removeprefix(_OWN_MARK).partition("\n")
    return body + "\n", own, digest
