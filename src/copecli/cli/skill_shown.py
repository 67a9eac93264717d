"""A skill file in lines: what it says of itself, what a person would see of it, and its faults.

Invariant: pure; every word of a file has been cleaned before it comes here.
"""

from __future__ import annotations

from copecli.cli.plain.frame_lines import came
from copecli.core.keymap import DEFAULT
from copecli.core.shared_words import length
from copecli.core.skill import Pace
from copecli.core.skill_ways import all_ways
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.frames import Frame
    from copecli.core.skill import Skill, Step
    from copecli.system.skill_making import Checked, Told


def about(checked: Checked) -> list[str]:
    """Return what a person is told of an exercise before it is taken in; nothing where it is none."""
    skill = checked.skill
    if skill is None:
        return []
    low, high = skill.minutes
    takes = _(length(low, high)).format(low=low, high=high)
    first = [f"{checked.id}: {skill.title}.", f"  {skill.summary} {takes}"]
    return [*first, *(f"  - {caution}" for caution in skill.cautions)]


def as_seen(skill: Skill) -> list[str]:
    """Return every screen down every way, in the words of the line face."""
    steps = {step.id: step for step in skill.steps}
    gone = all_ways(skill)
    screens = [_screen(frame, steps.get(frame.step)) for frame in gone.frames]
    # Things that are counted stand on one screen, which comes again for each.
    kept = [now for before, now in zip([[], *screens], screens, strict=False) if now != before]
    lines = [line for screen in kept for line in screen]
    if not gone.whole:
        lines.append(_("It goes on; the rest is not shown."))
    return lines


def _screen(frame: Frame, step: Step | None) -> list[str]:
    said = came(frame, DEFAULT.typed)
    if isinstance(step, Pace):
        beats = "; ".join(_("{cue}, {n} s").format(cue=b.cue, n=f"{b.seconds:g}") for b in step.pacer.beats)
        rounds = _("Rounds: {n}.").format(n=step.pacer.rounds)
        said = [*filter(None, frame.text.split("\n")), f"{beats}. {rounds}"]
    if step is not None and step.instead:
        said += [_("Without {channel}:").format(channel=step.channel), *step.instead.split("\n")]
    heading = f"[{frame.step}: {frame.kind}]" if frame.step else f"[{frame.kind}]"
    return [heading, *(f"  {line}" for line in said)]


def fault_line(told: Told) -> str:
    """Return one fault: where, then what."""
    at = _("line {line}").format(line=told.line) if told.line else ""
    where = ", ".join(part for part in (at, told.key) if part)
    return f"{told.file}{': ' + where if where else ''}: {told.problem}"
