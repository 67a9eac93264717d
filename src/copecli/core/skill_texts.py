"""Every text of a skill with the key it stands under in its file.

Invariant: what a person may be shown of a skill is here, each text under its own key, and nothing else is.
"""

from __future__ import annotations

from copecli.core import skill as model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.skill import Skill, Step

SAYS = "evidence.says"


def texts_of(skill: Skill) -> Iterator[tuple[str, str]]:
    """Yield (key, text) of all that is not empty, in the order of the file."""
    own = [("title", skill.title), ("summary", skill.summary), ("opening", skill.opening)]
    own += [(f"cautions[{n}]", text) for n, text in enumerate(skill.cautions)]
    own.append((SAYS, skill.evidence.says))
    for index, step in enumerate(skill.steps):
        own += [(f"steps[{index}].{name}", text) for name, text in texts_of_step(step)]
    yield from ((key, text) for key, text in own if text)


def texts_of_step(step: Step) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of what a step may put on the screen."""
    yield "text", step.text
    yield "instead", step.instead
    match step:
        case model.Wait():
            yield from ((f"lines[{n}]", line) for n, line in enumerate(step.lines))
        case model.Pick():
            yield from ((f"ideas[{n}]", idea) for n, idea in enumerate(step.ideas))
        case model.Choose():
            yield from ((f"options[{n}].text", option.text) for n, option in enumerate(step.options))
        case model.Rate():
            yield from (("low", step.low), ("high", step.high))
        case model.Pace():
            yield from ((f"beats[{n}].cue", beat.cue) for n, beat in enumerate(step.pacer.beats))


def lines_of(skill: Skill) -> Iterator[tuple[str, str]]:
    """Yield (key, line) of every line."""
    for key, text in texts_of(skill):
        yield from ((key, line) for line in text.split("\n"))


def in_exercise(key: str) -> bool:
    """Return whether the text under that key is met in the exercise itself."""
    return key != SAYS and not key.startswith("cautions")
