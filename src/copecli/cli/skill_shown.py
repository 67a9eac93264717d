"""A skill file in lines: what it says of itself, what a person would see of it, and its faults.

Invariant: pure; every word of a file has been cleaned before it comes here.
"""

from __future__ import annotations

from copecli.cli.plain.frame_lines import came
from copecli.core.shared_words import length
from copecli.core.skill import Pace
from copecli.core.skill_ways import all_ways
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.frames import Frame
    from copecli.core.skill import Skill
    from copecli.system.skill_making import Checked, Told


def about(checked: Checked) -> list[str]:
    """Return what a person is told of an exercise before it is taken in."""
    skill = checked.skill
    if skill is None:
        return [f"{checked.faults[0].file}."]
    low, high = skill.minutes
    takes = _(length(low, high)).format(low=low, high=high)
    return [
        f"{checked.id}: {skill.title}.",
        f"  {skill.summary} {takes}",
        *(f"  - {c}" for c in skill.cautions),
    ]


def as_seen(skill: Skill) -> list[str]:
    """Return every screen down every way, in the words of the line face."""
    pacers = {step.id: step.pacer for step in skill.steps if isinstance(step, Pace)}
    lines: list[str] = []
    gone = all_ways(skill)
    for frame in gone.frames:
        lines.append(_heading(frame))
        if frame.step in pacers:
            lines += [f"  {line}" for line in frame.text.split("\n") if line]
            beats = (f"{b.cue}, {b.seconds:g} s" for b in pacers[frame.step].beats)
            lines.append(f"  {'; '.join(beats)}. " + _("Rounds: {n}.").format(n=pacers[frame.step].rounds))
        else:
            lines += [f"  {line}" for line in came(frame)]
    if not gone.whole:
        lines.append(_("It goes on; the rest is not shown."))
    return lines


def _heading(frame: Frame) -> str:
    return f"[{frame.step}: {frame.kind}]" if frame.step else f"[{frame.kind}]"


def fault_line(told: Told) -> str:
    """Return one fault: where, then what."""
    at = _("line {line}").format(line=told.line) if told.line else ""
    where = ", ".join(part for part in (at, told.key) if part)
    return f"{told.file}{': ' + where if where else ''}: {told.problem}"
