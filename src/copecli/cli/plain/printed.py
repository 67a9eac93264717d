"""A whole exercise as text, for where nobody can answer: a pipe, a closed input.

Invariant: every step is there, in the order of the file, with every choice; nothing is asked.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.cli.reach_words import ended, fitted
from copecli.core import skill as model
from copecli.core.errors import OK
from copecli.core.placeholders import fill
from copecli.core.playing import State
from copecli.core.shared_words import length
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.frames import Frame
    from copecli.core.session import Session
    from copecli.core.skill import Skill


def print_exercise(call: Call, skill: Skill) -> int:
    """Print the exercise, as this person is given it."""
    from copecli.first_words import lines

    session = call.desk.session(skill)
    first, second, _keys = lines("ground")
    text = [first, second, _("Help now: `cope now`."), "", *_head(skill, session.frame())]
    text += steps_of(session)
    call.world.say(*fitted(text, call.width()))
    return OK


def steps_of(session: Session) -> list[str]:
    """Return the lines of every step, a free line before each."""
    text: list[str] = []
    for index in range(len(session.skill.steps)):
        text += ["", *_step(replace(session, at=index))]
    return text


def _head(skill: Skill, opening: Frame) -> list[str]:
    low, high = skill.minutes
    lines = [ended(skill.title), *_said(opening.text), _(length(low, high)).format(low=low, high=high)]
    if opening.draft:
        lines.append(_("A draft: no clinician has read it yet."))
    return [*lines, *(["", *map(ended, skill.cautions)] if skill.cautions else [])]


def _said(text: str) -> list[str]:
    return [ended(line.strip()) for line in text.split("\n") if line.strip()]


def _listed(texts: tuple[str, ...]) -> list[str]:
    return [f"  - {ended(text)}" for text in texts]


def _filled(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fill(text, lambda _name: "...") for text in texts)


def _step(session: Session) -> list[str]:
    """Return the lines of the step at which `session` stands."""
    step, frame = session.step, session.frame()
    match step:
        case model.Pace():
            beats = ", ".join(f"{beat.cue} {beat.seconds:g}" for beat in step.pacer.beats)
            told = _("{beats} (seconds). {n} times.").format(beats=beats, n=step.pacer.rounds)
            return [*_said(frame.text), told]
        case model.Wait():
            minutes = ", ".join(map(str, step.minutes))
            return [*_said(step.text), _("{n} minutes.").format(n=minutes), *_listed(_filled(step.lines))]
        case model.Pick():
            ideas = (replace(session, state=State(count=i)).frame().text for i in range(len(step.ideas)))
            return [*_said(frame.lead), *_listed(tuple(ideas))]
        case model.Choose():
            return [*_said(frame.text), *_listed(frame.options)]
        case model.Rate() if step.low or step.high:
            return [*_said(frame.text), ended(f"0: {frame.low}"), ended(f"10: {frame.high}")]
        case model.Compose():
            return list(dict.fromkeys(_said(frame.text)))  # where one of many was answered, one gap is enough
        case model.Game():
            return [*_said(frame.text), _("This is a game. It is played in a terminal.")]
        case model.Reach():
            return [*_said(frame.text), _("Your people and the crisis lines: `cope now`.")]
    return _said(frame.text)
