"""What is offered for a step of the plan, to pick and to make one's own.

Invariant: what the person chose themselves stands first, and nothing is offered that the step holds already.
An idea is never kept unasked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.plan import COPING, LINE, PEOPLE, PROFESSIONALS, Item
from copecli.core.plan_people import says_nobody

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copecli.core.lines import CrisisLine
    from copecli.core.plan import Plan
    from copecli.core.skill import Skill


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing to pick."""

    text: str
    skill: str = ""
    """The exercise that it starts."""
    kind: str = ""
    """What it is: one of `core.plan.KINDS`."""
    phone: str = ""
    sms: str = ""
    when: str = ""
    ours: bool = True
    """Worded by us: a line that keeps these words is hinted at, gently."""

    @property
    def shown(self) -> str:
        """The words, and the number where there is one."""
        return " ".join(filter(None, (self.text, self.phone or self.sms)))

    def item(self, item_id: str, text: str) -> Item:
        """Return a line of the plan that was made of this idea, in the words of the person."""
        made = Item(item_id, text, self.phone, self.skill, kind=self.kind, sms=self.sms, when=self.when)
        as_it_was = self.ours and text == self.text and not says_nobody(made)
        return replace(made, from_idea=as_it_was)


def ideas(
    plan: Plan,
    step: str,
    *,
    ours: Iterable[Idea] = (),
    own: Iterable[Skill] = (),
    lines: Sequence[CrisisLine] = (),
) -> tuple[Idea, ...]:
    """Return what to offer for `step`: exercises of their own (pinned, or that helped) first, then ours.

    Crisis lines stand in the place of ours that speaks of one; for people they stand last, and first once
    somebody has said that there is nobody yet.
    """
    found = list(ours)
    reach = [_of_line(line) for line in lines]
    if step == COPING:
        found = [*(Idea(skill.title, skill.id, ours=False) for skill in own), *found]
    elif step == PROFESSIONALS and reach:
        found = [one for idea in found for one in (reach if idea.kind == LINE else [idea])]
    elif step == PEOPLE:
        nobody = any(map(says_nobody, plan.of(step)))
        found = [*reach, *found] if nobody else [*found, *reach]
    written = {item.text for item in plan.of(step)}
    linked = {item.skill for item in plan.of(step) if item.skill}
    return tuple(idea for idea in found if idea.text not in written and idea.skill not in linked)


def _of_line(line: CrisisLine) -> Idea:
    texts = f"{line.sms} ({line.sms_keyword})" if line.sms and line.sms_keyword else line.sms
    return Idea(line.name, kind=LINE, phone=line.phone, sms=texts, when=line.hours, ours=False)
