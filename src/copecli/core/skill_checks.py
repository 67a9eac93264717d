"""Whether the parts of a skill fit together: ids, ways on, placeholders, adaptations, cycles.

Invariant: a skill that passes can be played to its end from any step, whatever a person leaves out.
"""

from __future__ import annotations

from copecli.core import skill as model
from copecli.core.fields import FormatProblem
from copecli.core.placeholders import BraceProblem, names_in
from copecli.core.skill import Skill, Step
from copecli.core.text import nearest
from copecli.words import N_


def check_whole(skill: Skill) -> None:
    """Raise FormatProblem where the parts of a skill, each right by itself, do not fit together."""
    ids = [step.id for step in skill.steps]
    for index, step in enumerate(skill.steps):
        if step.id in ids[:index]:
            raise FormatProblem(f"steps[{index}].id", N_("two steps are called “{id}”"), id=step.id)
    for index, step in enumerate(skill.steps):
        if step.next:
            _check_target(f"steps[{index}].next", step.next, ids)
        if isinstance(step, model.Choose):
            for number, option in enumerate(step.options):
                _check_target(f"steps[{index}].options[{number}].to", option.to, ids)
    _check_placeholders(skill)
    _check_adapted(skill)
    _check_cycles(skill)


def _check_target(key: str, target: str, ids: list[str]) -> None:
    if target == "end" or target in ids:
        return
    close = nearest(target, ids, n=1)
    if close:
        raise FormatProblem(
            key, N_("there is no step “{id}”; the nearest is “{near}”"), id=target, near=close[0]
        )
    raise FormatProblem(key, N_("there is no step “{id}”"), id=target)


def _texts_of(step: Step) -> tuple[str, ...]:
    texts = [step.text, step.instead]
    if isinstance(step, model.Wait):
        texts += step.lines
    if isinstance(step, model.Pick):
        texts += step.ideas
    if isinstance(step, model.Choose):
        texts += [option.text for option in step.options]
    if isinstance(step, model.Rate):
        texts += [step.low, step.high]
    return tuple(texts)


def _check_placeholders(skill: Skill) -> None:
    answered = (model.Ask, model.Rate, model.Choose, model.Pick, model.Compose)
    known = [*model.MOMENT_NAMES, *(step.id for step in skill.steps if isinstance(step, answered))]
    for index, step in enumerate(skill.steps):
        for text in _texts_of(step):
            try:
                names = names_in(text)
            except BraceProblem:
                raise FormatProblem(
                    f"steps[{index}].text", N_("a brace stands alone; write {{{{ for a brace")
                ) from None
            for name in names:
                if name not in known:
                    near = nearest(name, known, n=1) or ("today",)
                    raise FormatProblem(
                        f"steps[{index}].text",
                        N_("{{{name}}} is not known; the nearest is {{{near}}}"),
                        name=name,
                        near=near[0],
                    )


def _check_adapted(skill: Skill) -> None:
    if "variant" in skill.adapt.values() and not any(step.instead for step in skill.steps):
        raise FormatProblem("adapt", N_("“variant” needs at least one step with an “instead”"))


def _check_cycles(skill: Skill) -> None:
    """Refuse a cycle of steps none of which waits for a person (a step that may be passed over does not wait)."""
    index_of = {step.id: index for index, step in enumerate(skill.steps)}
    for start in range(len(skill.steps)):
        at: int | None = start
        seen: set[int] = set()
        while at is not None and at < len(skill.steps) and not _waits(skill.steps[at]):
            if at in seen:
                raise FormatProblem(
                    f"steps[{at}].next", N_("these steps go round for ever without waiting for a key")
                )
            seen.add(at)
            following = skill.steps[at].next
            at = at + 1 if not following else index_of.get(following)


def _waits(step: Step) -> bool:
    if step.channel and not step.instead:
        return False
    if isinstance(step, model.Pace):
        return False
    return not (isinstance(step, model.Say) and step.seconds)
