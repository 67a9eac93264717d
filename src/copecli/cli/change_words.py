"""What is different between two versions of a plan, in lines.

Invariant: a difference is told in words and not by a mark or a colour alone.
"""

from __future__ import annotations

from copecli.core.plan_diff import ADDED, CHANGED, MOVED, TAKEN_OUT, count
from copecli.core.plan_labels import ABOUT_ME, ABOUT_ME_LABELS, ABOUT_PLAN, ITEM_LABELS, PLAN_LABELS
from copecli.core.plan_words import TITLES
from copecli.core.text import clean_own_line
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.core.plan_diff import Change, Detail

_TOLD = {
    ADDED: N_("Added: {item}"),
    TAKEN_OUT: N_("Taken out: {item}"),
    CHANGED: N_("Changed: {item}"),
    MOVED: N_("Moved: {item}"),
}
_COUNTED = {
    ADDED: N_("{n} added"),
    TAKEN_OUT: N_("{n} taken out"),
    CHANGED: N_("{n} changed"),
    MOVED: N_("{n} moved"),
}
_LABELS = {
    "text": N_("The line"),
    **{name.replace("_", "-"): label for name, label in (PLAN_LABELS | ITEM_LABELS).items()},
    **{f"about-me.{name.replace('_', '-')}": label for name, label in ABOUT_ME_LABELS.items()},
}


def change_lines(found: Sequence[Change]) -> list[str]:
    """Return the differences under the titles of their steps."""
    if not found:
        return [_("Nothing is different.")]
    lines: list[str] = []
    step = None
    for change in found:
        if change.step != step:
            step = change.step
            lines += ["", _title(change)] if lines else [_title(change)]
        lines += [f"- {_told(change)}"] if change.step else []
        lines += [f"  {_detail(detail)}" for detail in change.details]
    return lines


def counted(found: Sequence[Change]) -> str:
    """Return how many differences there are, in a line; nothing where there are none."""
    counts = count(tuple(found))
    return ", ".join(_(_COUNTED[kind]).format(n=n) for kind, n in counts.items() if n)


def _title(change: Change) -> str:
    if change.step:
        return _(TITLES[change.step])
    person = all(detail.key.startswith("about-me") for detail in change.details)
    return _(ABOUT_ME if person else ABOUT_PLAN)


def _told(change: Change) -> str:
    item = clean_own_line(change.text)
    if change.from_step:
        return _("Moved here from “{step}”: {item}").format(step=_(TITLES[change.from_step]), item=item)
    return _(_TOLD[change.kind]).format(item=item)


def _detail(detail: Detail) -> str:
    label = _(_LABELS[detail.key]) if detail.key in _LABELS else clean_own_line(detail.key)
    before, after = clean_own_line(detail.before), clean_own_line(detail.after)
    if not before:
        return f"{label}: {after}"
    if not after:
        return _("{label}: taken out. It was: {before}").format(label=label, before=before)
    return _("{label}: {after}. It was: {before}").format(label=label, before=before, after=after)
