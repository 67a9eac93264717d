"""What is different between two versions of a plan, in lines.

Invariant: a difference is told in words and not by a mark or a colour alone; both faces and the commands say
it the same way.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.plan_diff import ADDED, CHANGED, MOVED, TAKEN_OUT, count
from copecli.core.plan_labels import ABOUT_ME, ABOUT_ME_LABELS, ABOUT_PLAN, ITEM_LABELS, PLAN_LABELS
from copecli.core.plan_words import TITLES
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copecli.core.plan import Plan
    from copecli.core.plan_diff import Change, Detail

    Translate = Callable[[str], str]

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


@dataclass(frozen=True, slots=True)
class OlderPlan:
    """An earlier version, as a person looks at it."""

    name: str
    """What it is called by whoever keeps it."""
    when: str
    """The day and time at which it was replaced, in words."""
    plan: Plan | None
    """None where it cannot be read."""
    after: tuple[Change, ...] | None
    """What the next version, or the plan of now, has otherwise; None where either cannot be read."""


def change_lines(found: Sequence[Change], translate: Translate) -> list[str]:
    """Return the differences under the titles of their steps."""
    if not found:
        return [translate(N_("Nothing is different."))]
    lines: list[str] = []
    step = None
    for change in found:
        if change.step != step:
            step = change.step
            lines += ["", _title(change, translate)] if lines else [_title(change, translate)]
        lines += [f"- {_told(change, translate)}"] if change.step else []
        lines += [f"  {_detail(detail, translate)}" for detail in change.details]
    return lines


def since(older: OlderPlan, translate: Translate) -> str:
    """Return what came after a version, in a sentence."""
    if older.plan is None:
        return translate(N_("It cannot be read. It is kept as it is."))
    if older.after is None:
        return translate(N_("What came after it cannot be read."))
    if not older.after:
        return translate(N_("After it nothing was different."))
    return translate(N_("After it: {changes}.")).format(changes=counted(older.after, translate))


def counted(found: Sequence[Change], translate: Translate) -> str:
    """Return how many differences there are, in a line; nothing where there are none."""
    counts = count(tuple(found))
    return ", ".join(translate(_COUNTED[kind]).format(n=n) for kind, n in counts.items() if n)


def _title(change: Change, translate: Translate) -> str:
    if change.step:
        return translate(TITLES[change.step])
    person = all(detail.key.startswith("about-me") for detail in change.details)
    return translate(ABOUT_ME if person else ABOUT_PLAN)


def _told(change: Change, translate: Translate) -> str:
    item = clean_own_line(change.text)
    if change.from_step:
        came_from = translate(TITLES[change.from_step])
        return translate(N_("Moved here from “{step}”: {item}")).format(step=came_from, item=item)
    return translate(_TOLD[change.kind]).format(item=item)


def _detail(detail: Detail, translate: Translate) -> str:
    label = translate(_LABELS[detail.key]) if detail.key in _LABELS else clean_own_line(detail.key)
    before, after = clean_own_line(detail.before), clean_own_line(detail.after)
    if not before:
        return f"{label}: {after}"
    if not after:
        return translate(N_("{label}: taken out. It was: {before}")).format(label=label, before=before)
    return translate(N_("{label}: {after}. It was: {before}")).format(label=label, before=before, after=after)
