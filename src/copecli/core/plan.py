"""The safety plan: six steps and what is worth living for, each item a record of its own.

After the Stanley-Brown Safety Planning Intervention (Stanley & Brown 2012, Cogn Behav Pract 19:256-264),
whose ideas are credited and whose form is not copied. Invariant: an edit is a new plan, and what this version
does not know stays in `extra` through every edit.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

WARNING_SIGNS = "warning-signs"
COPING = "coping"
DISTRACTION = "distraction"
PEOPLE = "people"
PROFESSIONALS = "professionals"
SAFER_SPACE = "safer-space"
REASONS = "reasons"

STEPS = (WARNING_SIGNS, COPING, DISTRACTION, PEOPLE, PROFESSIONALS, SAFER_SPACE, REASONS)
"""In the order of the ladder, from what a person can do alone to who can help."""

WITH_PHONE = frozenset({DISTRACTION, PEOPLE, PROFESSIONALS})
"""Steps whose items may hold a number."""

LONGEST_ITEM = 4000
"""Characters that one text of the plan may hold."""

PERSON, PLACE, CLINICIAN, LINE = "person", "place", "clinician", "line"
EMERGENCY_DEPARTMENT = "emergency-department"

KINDS = ("", PERSON, PLACE, CLINICIAN, EMERGENCY_DEPARTMENT, LINE)
"""What an item can be; nothing where it was not said."""

COMPANY, PRACTICAL, LISTENING, EMERGENCY = "company", "practical", "listening", "emergency"
GOOD_FOR = (COMPANY, DISTRACTION, PRACTICAL, LISTENING, EMERGENCY)
"""What somebody can be good for; DISTRACTION is the word of its step, too."""

SURE = 7
"""Of 10: where somebody is less likely than this to do a thing, a way round helps."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the plan."""

    id: str
    """Never changes while the item lives."""
    text: str
    """In the person's own words, stored as they were written; for a person or a service, the name."""
    phone: str = ""
    """A number as the person wrote it; never checked away."""
    skill: str = ""
    """The id of a skill that this item starts."""
    extra: dict[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they are."""
    kind: str = ""
    """One of KINDS; another word is kept, and means nothing here."""
    likelihood: int | None = None
    """How likely the person is to do this, 0-10; None where they did not say."""
    barrier: str = ""
    """What could get in the way."""
    way_round: str = ""
    """What would help with that."""
    how_known: str = ""
    """How the person knows them."""
    sms: str = ""
    """A number for texts, as the person wrote it."""
    when: str = ""
    """When they can be reached."""
    may_tell: str = ""
    """May they be told how bad it is: yes, no, or nothing where it was not said."""
    good_for: str = ""
    """What somebody is good for: words of GOOD_FOR, commas between; others are kept, and mean nothing."""
    not_safe: bool = False
    """Not safe for this person: suggested nowhere, never in Help now."""
    address: str = ""
    emergency_contact: str = ""
    """How a clinician is reached out of hours."""
    from_idea: bool = False
    """A suggestion of ours that still stands as it was."""
    private: bool = False
    """Left out of what is made for a helper."""


@dataclass(frozen=True, slots=True)
class AboutMe:
    """A card for those who help in a crisis."""

    helps: str = ""
    does_not: str = ""
    """What does not help."""
    access: str = ""
    """What the person needs to hear, see, move, understand."""
    extra: dict[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they are."""

    @property
    def empty(self) -> bool:
        """Return whether nothing stands on it."""
        return self == AboutMe()


@dataclass(frozen=True, slots=True)
class Plan:
    """A safety plan. An empty one is a plan too."""

    items: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    """By step; steps without items may be absent."""
    extra: dict[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they are."""
    kept_at: str = ""
    """Where the plan is kept."""
    copies: tuple[str, ...] = ()
    """Who has a copy."""
    review_on: str = ""
    """When to look at it again: an ISO date, or the person's own words."""
    likelihood: int | None = None
    """How likely the person is to use the plan, 0-10; None where they did not say."""
    made_with: str = ""
    """Who made it with the person."""
    about_me: AboutMe = field(default_factory=AboutMe)

    def of(self, step: str) -> tuple[Item, ...]:
        """Return the items of `step`, in the person's order."""
        return self.items.get(step, ())

    @property
    def empty(self) -> bool:
        """Return whether nothing has been written yet."""
        return not any(self.items.values()) and replace(self, items={}, extra={}) == Plan()

    def with_step(self, step: str, items: tuple[Item, ...]) -> Plan:
        """Return the plan with `items` as the whole of `step`; a step without items is absent."""
        others = {name: found for name, found in self.items.items() if name != step}
        return replace(self, items={**others, step: items} if items else others)

    def add(self, step: str, item: Item, at: int | None = None) -> Plan:
        """Return the plan with `item` in the place `at` of `step`, as the last one where none is named."""
        items = list(self.of(step))
        items.insert(len(items) if at is None else at, item)
        return self.with_step(step, tuple(items))

    def change(self, step: str, item: Item) -> Plan:
        """Return the plan with the item of that id replaced."""
        return self.with_step(step, tuple(item if old.id == item.id else old for old in self.of(step)))

    def remove(self, step: str, item_id: str) -> Plan:
        """Return the plan without that item."""
        return self.with_step(step, tuple(item for item in self.of(step) if item.id != item_id))

    def move_to(self, step: str, item_id: str, other: str) -> Plan:
        """Return the plan with that item as the last of another step."""
        item = next((item for item in self.of(step) if item.id == item_id), None)
        if item is None or step == other:
            return self
        taken = {there.id for there in self.of(other)}
        return self.remove(step, item_id).add(other, replace(item, id=free_id(item_id, taken)))

    def for_helper(self) -> Plan:
        """Return the plan without what the person marked private."""
        kept = {step: tuple(item for item in self.of(step) if not item.private) for step in STEPS}
        return replace(self, items={step: items for step, items in kept.items() if items})

    def move(self, step: str, item_id: str, places: int) -> Plan:
        """Return the plan with that item `places` further down (up where negative)."""
        items = list(self.of(step))
        at = next((index for index, item in enumerate(items) if item.id == item_id), None)
        if at is None:
            return self
        item = items.pop(at)
        items.insert(max(0, min(len(items), at + places)), item)
        return self.with_step(step, tuple(items))


def free_id(item_id: str, taken: set[str]) -> str:
    """Return `item_id`, made longer until it is not one of `taken`."""
    while item_id in taken:
        item_id += "-2"
    return item_id
