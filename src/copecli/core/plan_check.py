"""Gentle hints at what could make a plan stronger: more specific, more one's own, easier to do at 3 a.m.

Invariant: a hint is an offer. There is no score, nothing is ever held back because of one, and nobody who is
marked as not safe is asked about. "Nobody yet" is an answer; what comes with it is a line to call.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core import plan as p
from copecli.core.cells import clusters, width
from copecli.core.plan_needs import needs_of
from copecli.core.plan_people import offered
from copecli.core.plan_words import TITLES
from copecli.core.reach import Sentence, sentence
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from copecli.core.plan import Item, Plan

LONGEST_QUOTE = 40
"""Cells of an item's own words within a hint."""
SHORTEST_STEP = 16
"""Cells: a small first step in fewer, and in fewer than three words, is hardly one yet."""
SHORTEST_NUMBER = 3
"""Digits that the shortest number anywhere has."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that could be made stronger."""

    id: str
    """Which hint it is; the same one may stand for several items."""
    step: str
    """The id of the step, or nothing where it is about the whole plan."""
    item_id: str
    """The id of the item, or nothing where it is about the whole step."""
    text: Sentence
    """What was seen."""
    todo: Sentence
    """What the person could do, if they like."""


def hints(plan: Plan, today: str) -> tuple[Hint, ...]:
    """Return the hints for `plan`, in its own order; none where it has no items. `today` is an ISO date."""
    if not any(plan.items.values()):
        return ()
    found: list[Hint] = []
    for step in p.STEPS:
        for item in offered(plan, step):
            found += _about_item(step, item)
        found += _ABOUT_STEP.get(step, _nothing)(plan)
    return (*found, *_about_plan(plan, today))


NOTHING_TO_ADD = (
    sentence(N_("No hint comes to mind: your plan has what helps a plan.")),
    sentence(N_("You could read it through once with somebody you trust.")),
)


def how_many(found: Sequence[Hint]) -> Sentence:
    """Return one line that says that there are hints."""
    if len(found) == 1:
        return sentence(N_("One idea to make it stronger"))
    return sentence(N_("{n} ideas to make it stronger"), n=str(len(found)))


def headings(found: Sequence[Hint]) -> list[tuple[Sentence, list[Hint]]]:
    """Return the hints under what they are about, in their order."""
    parts: dict[str, list[Hint]] = {}
    for hint in found:
        parts.setdefault(hint.step, []).append(hint)
    return [(_title_of(step), hints) for step, hints in parts.items()]


def _title_of(step: str) -> Sentence:
    return sentence(TITLES[step]) if step else sentence(N_("The whole plan"))


# an item


def _about_item(step: str, item: Item) -> Iterator[Hint]:
    name = _quoted(item.text)
    if item.from_idea:
        yield Hint(
            "our-words",
            step,
            item.id,
            sentence(N_("“{item}” still stands as we worded it."), item=name),
            sentence(N_("Where, when, with what? Your own words may be easier to follow.")),
        )
    if _is_somebody(step, item):
        yield from _about_number(step, item, name)
    if item.likelihood is not None and item.likelihood < p.SURE and not item.way_round.strip():
        todo = sentence(N_("What could get in the way, and what would help with that?"))
        if item.barrier.strip():
            todo = sentence(N_("What would help with “{barrier}”?"), barrier=_quoted(item.barrier))
        yield Hint(
            "unlikely",
            step,
            item.id,
            sentence(N_("You gave “{item}” {n} out of 10."), item=name, n=str(item.likelihood)),
            todo,
        )


def _is_somebody(step: str, item: Item) -> bool:
    """Return whether the item is a person or a service, as far as can be told."""
    if step in (p.PEOPLE, p.PROFESSIONALS):
        return item.kind not in (p.PLACE, p.EMERGENCY_DEPARTMENT)
    return item.kind in (p.PERSON, p.CLINICIAN, p.LINE)


def _about_number(step: str, item: Item, name: str) -> Iterator[Hint]:
    if item.phone.strip() and not _holds_number(item.phone):
        yield Hint(
            "odd-number",
            step,
            item.id,
            sentence(N_("“{number}” may not be a whole number."), number=_quoted(item.phone)),
            sentence(N_("It is kept as it is. You could look at it again.")),
        )
    elif not any(_holds_number(words) for words in (item.phone, item.sms, item.emergency_contact, item.text)):
        yield Hint(
            "no-number",
            step,
            item.id,
            sentence(N_("“{item}” has no number yet."), item=name),
            sentence(N_("At 3 a.m. a number is easier than a search. You could add it.")),
        )


def _holds_number(words: str) -> bool:
    digits = sum(character.isdecimal() for character in words)
    return digits >= SHORTEST_NUMBER or "@" in words


# a step


def _nothing(_plan: Plan) -> Iterator[Hint]:
    yield from ()


def _about_distraction(plan: Plan) -> Iterator[Hint]:
    items = offered(plan, p.DISTRACTION)
    person = any(item.kind == p.PERSON or item.phone or item.sms for item in items)
    place = any(item.kind == p.PLACE or item.address for item in items)
    unknown = [item for item in items if not (item.kind or item.phone or item.sms or item.address)]
    if len(unknown) >= 2 - person - place:
        return  # each of these may be a person or a place
    if person:
        text = N_("There is a person here, and no place yet.")
        todo = N_("A place could be a park, a shop, a library, a bench.")
    elif place:
        text = N_("There is a place here, and no person yet.")
        todo = N_("Somebody to talk with about other things is enough.")
    else:
        text = N_("One person and one place can both take your mind off it.")
        todo = N_("Nobody yet? A place with people in it counts, too.")
    yield Hint("person-and-place", p.DISTRACTION, "", sentence(text), sentence(todo))


def _about_people(plan: Plan) -> Iterator[Hint]:
    if not offered(plan, p.PEOPLE):
        yield Hint(
            "nobody",
            p.PEOPLE,
            "",
            sentence(N_("Nobody to ask for help yet. That is common, and it is an answer.")),
            sentence(N_("A warm line or a crisis line counts, too. Help now has some.")),
        )


def _about_safer_space(plan: Plan) -> Iterator[Hint]:
    if not any(_is_first_step(item) for item in offered(plan, p.SAFER_SPACE)):
        yield Hint(
            "first-step",
            p.SAFER_SPACE,
            "",
            sentence(N_("Making your space safer has no small first step yet.")),
            sentence(N_("Who could help, and when? You need not name any thing.")),
        )


def _is_first_step(item: Item) -> bool:
    """Return whether it says what to do first: in its own words, or where that was asked."""
    own = ("" if item.from_idea else item.text, item.way_round)
    return any(len(words.split()) >= 3 or width(words) >= SHORTEST_STEP for words in map(clean_own_line, own))


def _about_doing(plan: Plan) -> Iterator[Hint]:
    items = (*offered(plan, p.COPING), *offered(plan, p.DISTRACTION))
    if items and all(needs_of(item.text) and not item.skill for item in items):
        yield Hint(
            "needs",
            p.COPING,
            "",
            sentence(N_("All you could do seems to need money, daylight or the internet.")),
            sentence(N_("That is a guess. Is there one for 3 a.m., at home, for free?")),
        )


_ABOUT_STEP: dict[str, Callable[[Plan], Iterator[Hint]]] = {
    p.COPING: _about_doing,
    p.DISTRACTION: _about_distraction,
    p.PEOPLE: _about_people,
    p.SAFER_SPACE: _about_safer_space,
}


# the plan


def _about_plan(plan: Plan, today: str) -> Iterator[Hint]:
    if plan.likelihood is not None and plan.likelihood < p.SURE:
        yield Hint(
            "unlikely-plan",
            "",
            "",
            sentence(N_("You gave using this plan {n} out of 10."), n=str(plan.likelihood)),
            sentence(N_("What would make it easier to reach for? Who could remind you?")),
        )
    if not plan.kept_at.strip() and not plan.copies:
        yield Hint(
            "kept",
            "",
            "",
            sentence(N_("The plan does not say where it is kept, or who has a copy.")),
            sentence(N_("A place you pass each day is good. So is one person you trust.")),
        )
    if _is_day(plan.review_on) and plan.review_on[:10] < today:
        yield Hint(
            "review",
            "",
            "",
            sentence(N_("The day to look at it again was {day}."), day=plan.review_on[:10]),
            sentence(N_("What has changed? Then you could set a new day.")),
        )


def _is_day(text: str) -> bool:
    digits = text[:10].replace("-", "")
    return len(digits) == 8 and digits.isascii() and digits.isdecimal() and text[4:10:3] == "--"


def _quoted(text: str) -> str:
    """Return words of the person in one short line."""
    line = clean_own_line(text)
    if width(line) <= LONGEST_QUOTE:
        return line
    short = ""
    for cluster in clusters(line):
        if width(short + cluster) >= LONGEST_QUOTE:
            break
        short += cluster
    return f"{short.rstrip()}…"
