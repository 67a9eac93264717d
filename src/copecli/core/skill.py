"""A skill and its steps, format 1: what a skill file says once it has been read and found right.

Invariant: a Skill is whole. Every `next` and `to` leads to a step that exists, every placeholder has its
source, every word comes from the format's vocabulary and every text is clean; `skill_format` refuses
anything else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from copecli.core.pacer import Beat, Pacer

FAMILIES = (
    "grounding", "breathing", "distress-tolerance", "emotion-regulation", "mindfulness", "thinking", "doing",
    "connection", "self-soothing", "safety",
)  # fmt: skip
STATES = (
    "overwhelmed", "panicky", "angry", "numb", "sad", "lonely", "ashamed", "urge", "restless", "sleepless",
    "after", "any",
)  # fmt: skip
NEEDS = ("nothing", "object", "space", "paper", "device", "person")
DISCREET = ("yes", "partly", "no")
ENERGY = ("low", "medium", "high")
CHANNELS = (
    "sight", "sound", "touch", "smell", "taste", "movement", "breath", "thought", "imagery", "writing",
    "social",
)  # fmt: skip
ADAPTATIONS = ("no-movement", "no-sight", "no-hearing")
ADAPTED = ("yes", "variant", "no")
PUZZLE = "puzzle"
"""The game in words alone. No file names it: it stands in for the tiles."""
NOT_FOR = (
    "heart", "breathing", "pregnancy", "epilepsy", "eating-disorder", "injury", "trauma", "cold-allergy",
    "psychosis", "fainting", "circulation", "pain",
)  # fmt: skip
INVOLVES = (
    "cold", "exertion", "tensing", "breath-pacing", "eyes-closed", "body-touch", "body-scan", "taste",
    "scent", "sound", "imagery", "moving-about",
)  # fmt: skip
GRADES = ("A", "B", "C", "D", "E")
REVIEWS = ("draft", "lived-experience", "clinician")
MOMENT_NAMES = ("today", "weekday", "time")
"""Placeholders that every text may hold, besides the ids of steps that have an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What every step may have."""

    id: str
    """Unique within the skill; `step-1`, `step-2` … where the file gives none."""
    next: str = ""
    """Id of the step that follows, `end`, or nothing for the one written below it."""
    channel: str = ""
    """The channel that the step uses, if a person may want to leave it out."""
    instead: str = ""
    """What is said to a person who leaves that channel out; without it the step is passed over."""
    text: str = ""
    """The one idea on the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Say(Step):
    """A sentence; any key goes on."""

    seconds: float = 0.0
    """After so many seconds it goes on by itself; 0 waits for a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Step):
    """Things to find, counted by a key each."""

    count: int
    """How many, 1 to 20."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace(Step):
    """Beats repeated: a breath, a tensing, a tap."""

    pacer: Pacer
    """The beats and how often they come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait(Step):
    """A countdown with lines to read, that may ask how it is."""

    minutes: tuple[int, ...]
    """Lengths to pick from, in minutes; one where there is no choice."""
    ask_every: float = 0.0
    """Seconds between two questions how strong it is; 0 never asks."""
    lines: tuple[str, ...] = ()
    """Read one after the other while the time goes by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick(Step):
    """Ideas, one at a time: the next one, or this one."""

    ideas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Step):
    """A question answered in one's own words."""

    keep: str = "no"
    """`ask` offers to keep the answer at the end; `no` forgets it."""
    into: str = ""
    """A step of the safety plan that the answer is offered to, as `plan.coping`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Step):
    """A number from 0 to 10, always skippable."""

    low: str = ""
    """What 0 means."""
    high: str = ""
    """What 10 means."""
    apart: bool = False
    """Asked around the exercise, so not kept in sight within it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compose(Step):
    """Earlier answers put together into a text to copy, save or edit.

    A line that asks for what was left out is left out; where no other one is there, so is the step.
    """

    keep: str = "no"
    """`ask` offers to keep the text at the end."""
    into: str = ""
    """A step of the safety plan that the text, one line then, is offered to."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way on from a `choose` step."""

    text: str
    """What is chosen."""
    to: str
    """Id of the step it leads to, or `end`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(Step):
    """Options, each of which leads somewhere."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Game(Step):
    """A visual-spatial task, for as long as the person likes."""

    game: str
    """`tiles`; PUZZLE for whoever does without what it takes, and for whoever hears it line by line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach(Step):
    """The people in the plan, then the crisis lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline(Step):
    """A step of a skill that is only offered: what it takes is known, and not what it says."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well a skill is tested, which is not how well it works."""

    grade: str = "E"
    """A meta-analysis or trial in people who self-harm … E custom and experience only."""
    says: str = ""
    """One honest line about it."""
    sources: tuple[str, ...] = ()
    """Keys of `content/sources.toml`."""


@dataclass(frozen=True, slots=True)
class Review:
    """Who has read it with trained or with lived eyes."""

    status: str = "draft"
    """draft, lived-experience or clinician."""
    on: str = ""
    """ISO date of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One way through a bad moment."""

    id: str
    title: str
    family: str
    summary: str
    """One line that says what a person does in it."""
    opening: str = ""
    """Its first line, right after the program's own first words."""
    fact: str = ""
    """Its entry in the fact base, such as G01."""
    minutes: tuple[float, float] = (1.0, 5.0)
    """Shortest and longest it usually takes, in minutes."""
    states: tuple[str, ...] = ("any",)
    intensity: tuple[int, int] = (0, 10)
    """Distress, 0 to 10, for which it fits."""
    needs: tuple[str, ...] = ("nothing",)
    discreet: str = "partly"
    energy: str = "low"
    channels: tuple[str, ...] = ()
    adapt: dict[str, str] = field(default_factory=dict)
    """no-movement, no-sight, no-hearing: yes, variant or no."""
    cautions: tuple[str, ...] = ()
    """Shown before it starts."""
    not_for: tuple[str, ...] = ()
    involves: tuple[str, ...] = ()
    """What people can leave out."""
    evidence: Evidence = Evidence()
    review: Review = Review()
    steps: tuple[Step, ...]

    @property
    def starts_unasked(self) -> bool:
        """Return whether it may begin without having been chosen.

        It has no cautions and nobody to keep from it.
        """
        return not self.cautions and not self.not_for

    @property
    def whole(self) -> bool:
        """Return whether it can be played; one that is only offered has to be read first."""
        return not any(isinstance(step, Outline) for step in self.steps)

    @property
    def straight(self) -> bool:
        """Return whether every step follows the one before, so that it can be said how far one is."""
        return not any(isinstance(step, Choose) or step.next for step in self.steps)


__all__ = [
    "Ask", "Beat", "Choose", "Compose", "Evidence", "Game", "Notice", "Option", "Pace", "Pacer", "Pick",
    "Rate", "Reach", "Review", "Say", "Skill", "Step", "Wait",
]  # fmt: skip
