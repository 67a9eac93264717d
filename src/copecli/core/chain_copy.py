"""What of a trigger map can go into the safety plan: warning signs, things to do, and an if-then.

Invariant: what is copied starts as private, so that it is left out of what a helper is given; what stands in
the plan already is not offered, and nothing is copied unless the person picks it.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.chain import ACTION, EVENT, URGE, VULNERABLE
from copecli.core.chain_picture import in_words, link_words
from copecli.core.plan import COPING, LONGEST_ITEM, WARNING_SIGNS, Item
from copecli.core.reach import Sentence, as_is, sentence
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from copecli.core.chain import Link, TriggerMap, Turn
    from copecli.core.plan import Plan

    Translate = Callable[[str], str]

ASKED = N_("Put something of it into your plan?")
HINT = N_("A helper’s form of the plan leaves it out.")


@dataclass(frozen=True, slots=True)
class Offer:
    """One line that could stand in the plan."""

    step: str
    """WARNING_SIGNS or COPING."""
    text: str
    """As it would stand there."""
    skill: str = ""
    """The id of the skill that it starts."""

    @property
    def words(self) -> Sentence:
        """What is offered, in a line."""
        shown = (("text", clean_own_line(self.text)),)
        if self.step == WARNING_SIGNS:
            return Sentence(N_("Warning sign: {text}"), shown)
        return Sentence(N_("What I can do: {text}"), shown)

    def item(self, item_id: str) -> Item:
        """Return the line of the plan."""
        return Item(item_id, self.text, skill=self.skill, private=True)


def offers(
    found: TriggerMap, plan: Plan, titles: Mapping[str, str], translate: Translate
) -> tuple[Offer, ...]:
    """Return what could be copied and is not there yet; `titles` names skills by their ids."""
    row = [*_signs(found, translate), *_ways(found, titles, translate)]
    there = {(step, _alike(item.text)) for step in (WARNING_SIGNS, COPING) for item in plan.of(step)}
    once = {(offer.step, _alike(offer.text)): offer for offer in reversed(row)}
    keys = dict.fromkeys((offer.step, _alike(offer.text)) for offer in row)
    return tuple(once[key] for key in keys if key not in there and 0 < len(once[key].text) <= LONGEST_ITEM)


def _alike(text: str) -> str:
    return " ".join(text.split()).casefold()


def _signs(found: TriggerMap, translate: Translate) -> Iterator[Offer]:
    day = dict(VULNERABLE)
    for value in found.vulnerable:
        words = sentence(day[value]) if value in day else as_is(value)
        yield Offer(WARNING_SIGNS, words.worded(translate).strip())
    for value in found.before:
        yield Offer(WARNING_SIGNS, in_words(value, EVENT).worded(translate).strip())
    for link in found.links:
        if link.text and link.kind not in (URGE, ACTION):
            yield Offer(WARNING_SIGNS, in_words(link.text, link.kind).worded(translate).strip())


def _ways(found: TriggerMap, titles: Mapping[str, str], translate: Translate) -> Iterator[Offer]:
    for turn in found.turns:
        way = _way(turn, titles)
        if not way:
            continue
        yield Offer(COPING, way, turn.skill if turn.skill in titles else "")
        trigger = _trigger(found, turn, translate)
        if trigger:
            then = sentence(IF_THEN, trigger=trigger.rstrip(". "), way=way.rstrip(". ")).worded(translate)
            yield Offer(COPING, then, turn.skill if turn.skill in titles else "")


IF_THEN = N_("If this comes: {trigger}. Then I: {way}.")


def _way(turn: Turn, titles: Mapping[str, str]) -> str:
    return ": ".join(filter(None, (titles.get(turn.skill, ""), turn.text.strip())))


def _trigger(found: TriggerMap, turn: Turn, translate: Translate) -> str:
    """Return what the if-then begins with: its link, else what happened right before."""
    link: Link | None = found.links[turn.link] if turn.link in range(len(found.links)) else None
    if link is not None:
        return link_words(link).worded(translate).strip()
    return in_words(found.before[0], EVENT).worded(translate).strip() if found.before else ""
