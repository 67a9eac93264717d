"""Whether the parts of a skill fit together: ids, ways on, placeholders, adaptations, cycles.

Invariant: a skill that passes can be played to its end from any step, whatever a person leaves out.
"""

from __future__ import annotations

from copecli.core import skill as model
from copecli.core.fields import FormatProblem
from copecli.core.placeholders import BraceProblem, names_in
from copecli.core.skill import Skill, Step
from copecli.core.skill_texts import texts_of_step
from copecli.core.text import nearest
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


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
    _check_ends(skill)


def _check_target(key: str, target: str, ids: list[str]) -> None:
    if target == "end" or target in ids:
        return
    close = nearest(target, [*ids, "end"], n=1)
    if close:
        raise FormatProblem(
            key, N_("there is no step “{id}”; the nearest is “{near}”"), id=target, near=close[0]
        )
    raise FormatProblem(key, N_("there is no step “{id}”"), id=target)


def _texts_of(skill: Skill) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield (key, text, names that it may ask for) of every text that placeholders are filled in."""
    answered = (model.Ask, model.Rate, model.Choose, model.Pick, model.Compose)
    known = (*model.MOMENT_NAMES, *(step.id for step in skill.steps if isinstance(step, answered)))
    yield "opening", skill.opening, model.MOMENT_NAMES
    for index, step in enumerate(skill.steps):
        for name, text in texts_of_step(step):
            yield f"steps[{index}].{name}", text, known


def _check_placeholders(skill: Skill) -> None:
    for key, text, known in _texts_of(skill):
        try:
            names = names_in(text)
        except BraceProblem:
            raise FormatProblem(key, N_("a brace stands alone; write {{{{ for a brace")) from None
        for name in names:
            if name not in known:
                near = nearest(name, known, n=1) or ("today",)
                what = N_("{{{name}}} is not known; the nearest is {{{near}}}")
                raise FormatProblem(key, what, name=name, near=near[0])


def _check_adapted(skill: Skill) -> None:
    if "variant" in skill.adapt.values() and not any(step.instead for step in skill.steps):
        raise FormatProblem("adapt", N_("“variant” needs at least one step with an “instead”"))


def _check_cycles(skill: Skill) -> None:
    """Refuse a cycle of steps none of which waits for a person; one that may be passed over does not wait."""
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


def _check_ends(skill: Skill) -> None:
    """Refuse a step from which no way leads to the end, though each one on it may wait for a key."""
    index_of = {step.id: index for index, step in enumerate(skill.steps)} | {"end": len(skill.steps)}
    ends = {len(skill.steps)}
    more = ends
    while more:
        more = {i for i in range(len(skill.steps)) if i not in ends and _leads_into(skill, i, ends, index_of)}
        ends = ends | more
    for index, step in enumerate(skill.steps):
        if index not in ends:
            back = [index_of[to] <= index for to in _targets(step)]
            if any(back):
                key = "next" if step.next and back[0] else "options"
                raise FormatProblem(f"steps[{index}].{key}", N_("the end cannot be reached from here"))


def _targets(step: Step) -> tuple[str, ...]:
    options = tuple(option.to for option in step.options) if isinstance(step, model.Choose) else ()
    return (step.next, *options) if step.next else options


def _leads_into(skill: Skill, index: int, ends: set[int], index_of: dict[str, int]) -> bool:
    """Return whether the step leads into `ends`, both as it is and where it may be passed over."""
    step = skill.steps[index]
    following = (index_of[step.next] if step.next else index + 1) in ends
    if not isinstance(step, model.Choose):
        return following
    chosen = any(index_of[option.to] in ends for option in step.options)
    return chosen and (following or not _may_be_passed_over(step))


def _may_be_passed_over(step: Step) -> bool:
    unanswered = isinstance(step, model.Compose) and bool(names_in(step.text))
    return unanswered or (bool(step.channel) and not step.instead)


def _waits(step: Step) -> bool:
    if _may_be_passed_over(step) or isinstance(step, model.Pace):
        return False
    return not (isinstance(step, model.Say) and step.seconds)
