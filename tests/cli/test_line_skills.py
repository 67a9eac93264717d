"""Every shipped exercise in the line face: each option of each choice, to the end, and what was said then."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from copecli.core.errors import OK
from copecli.core.events import Answer, Choice, Forward, Rating, Take, Tick
from copecli.core.readability import EVERYDAY, troubles
from copecli.core.skill import Pace
from copecli.core.wording import check
from copecli.desk import Desk
from copecli.system.rules import wording_rules
from tests.cli.stage import APART, cope
from tests.content import shipped
from tests.playthrough import MOMENT, walks

if TYPE_CHECKING:
    from copecli.core.frames import Frame
    from copecli.core.skill import Skill
    from tests.playthrough import Walk

RULES = wording_rules()
OVER = "That was it."


def faults(lines: list[str]) -> list[str]:
    """Return what the wording and the reading rules mind in what was said."""
    minded = [f"{fault.rule}: {fault.word}" for fault in check("\n".join(lines), RULES)]
    return minded + [str(trouble) for trouble in troubles(lines, EVERYDAY)]


def typed(skill: Skill, walk: Walk) -> list[tuple[float, str]]:
    """Return the lines that a person types on this way, each with its time after the one before."""
    lines: list[tuple[float, str]] = []
    waited = 0.0
    for frame, event in walk:
        match event:
            case Tick():
                waited += _lasts(skill, frame)
                continue
            case Choice(index):
                line = str(index + 1)
            case Answer() if frame.kind == "notice":
                line = ""
            case Answer(text):
                line = text
            case Rating(value):
                line = str(value)
            case Take():
                line = "d"
            case _:
                assert event == Forward()
                line = ""
        lines.append((waited + APART, line))
        waited = 0.0
    return lines


def _lasts(skill: Skill, frame: Frame) -> float:
    """Return how long a place lasts that goes on by itself; a wait may be left before its time."""
    if frame.kind == "wait":
        return 0.0
    step = next(step for step in skill.steps if step.id == frame.step)
    return step.pacer.seconds if isinstance(step, Pace) else frame.seconds_left or 0.0


def unsaid(walk: Walk, out: str) -> list[str]:
    """Return the lines of the frames on a way that were not said."""
    frames = [frame for frame, _event in walk if frame.kind != "wait" or frame.seconds_left != 0]
    shown = (line.strip() for frame in frames for line in f"{frame.text}\n{frame.lead}".split("\n"))
    return [line for line in dict.fromkeys(shown) if line not in out]


@pytest.mark.parametrize("skill_id", shipped.SKILL_IDS)
def test_every_way_through_is_said_with_care(skill_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that the Session shows is said, in whole sentences, with care, and each way comes to its end."""
    monkeypatch.setattr(Desk, "moment", lambda _desk: MOMENT)
    skill = shipped.skill(skill_id)
    said: dict[str, None] = {}
    for walk in walks(skill):
        done = cope("do", "--plain", skill_id, types=[*typed(skill, walk)])
        assert done.code == OK
        assert unsaid(walk, done.out) == []
        exercise = done.lines[: done.lines.index(OVER)]
        assert done.hand.at == len(done.hand.lines), "the end came before its time"
        assert not [c for c in done.out if c != "\n" and unicodedata.category(c) == "Cc"]
        said |= dict.fromkeys(filter(None, exercise))
    assert [line for line in said if line[-1] not in ".,:?!" and line[0] != " "] == []
    assert faults([*said]) == []
