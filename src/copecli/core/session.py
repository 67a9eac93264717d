"""A skill being done: a pure state machine that both faces and the tests drive.

Invariant: a Session never changes. `next(event)` returns the Session after the event, `frame()` says what
to show, and nothing else decides what comes on the screen; so the two faces cannot disagree, and going back
is always whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from copecli.core import skill as model
from copecli.core.events import Back, Event, Forward, Pause, Skip, Stop, Tick
from copecli.core.frames import Earlier, Frame, frame_of
from copecli.core.placeholders import fill, names_in
from copecli.core.playing import ON, State, react
from copecli.core.skill import Skill, Step

OPENING = -2
CAUTION = -1


@dataclass(frozen=True, slots=True)
class Moment:
    """What the session is told of the world it runs in: already worded, in the person's language."""

    today: str = ""
    """As in `23 November 2026`."""
    weekday: str = ""
    time: str = ""
    """As in `03:12`."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that a person may want to keep at the end."""

    step: str
    question: str
    text: str
    into: str
    """`plan.coping` and the like, or nothing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a session comes to."""

    skill: str
    """The skill's id."""
    finished: bool
    """True when the last step was passed; stopping is as fine as finishing."""
    seconds: float
    """Time spent, pauses left out."""
    ratings: tuple[tuple[str, int], ...]
    """(step id, 0 to 10)."""
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person is in a skill. Begin one with `Session.begin`."""

    skill: Skill
    left_out: frozenset[str] = frozenset()
    """Channels that the person leaves out."""
    moment: Moment = Moment()
    at: int = OPENING
    """OPENING, CAUTION, the index of a step, or one past the last."""
    trail: tuple[int, ...] = ()
    """The places before this one, for going back."""
    state: State = State()
    """What has happened within the present step."""
    answers: dict[str, str] = field(default_factory=dict)
    """By step id: what was answered, chosen, picked or rated."""
    paused: bool = False
    stopped: bool = False
    seconds: float = 0.0
    """Time spent, pauses left out."""

    @classmethod
    def begin(
        cls, skill: Skill, *, left_out: frozenset[str] = frozenset(), moment: Moment = Moment()
    ) -> Session:
        """Return a session before its first step."""
        return cls(skill, left_out, moment)

    @property
    def finished(self) -> bool:
        """Return whether the last step has been passed."""
        return self.at >= len(self.skill.steps)

    @property
    def over(self) -> bool:
        """Return whether there is nothing more to play."""
        return self.stopped or self.finished

    @property
    def step(self) -> Step | None:
        """Return the present step as this person is given it, or None before the first and after the last."""
        return self._adapted(self.at) if 0 <= self.at < len(self.skill.steps) else None

    def next(self, event: Event) -> Session:
        """Return the session after `event`. An event that has no meaning here changes nothing."""
        match event:
            case Stop():
                return replace(self, stopped=True, paused=False)
            case _ if self.stopped:
                return self
            case Back():
                return self._back()
            case Pause():
                return replace(self, paused=not self.paused) if self.paused or self._time_runs() else self
            case Tick() if self.paused or self.finished:
                return self
            case Tick(seconds):
                return replace(self, seconds=self.seconds + seconds)._played(event)
            case Skip():
                return self._on()
            case Forward() if self.paused:
                return replace(self, paused=False)
            case _:
                return self._played(event)

    def frame(self) -> Frame:
        """Return what a face shows now."""
        step = self.step
        kind = "opening" if self.at == OPENING else "caution" if self.at == CAUTION else "end"
        return frame_of(
            self.skill,
            step,
            self.state,
            kind=kind,
            say=self._filled,
            earlier=self._earlier(),
            before=self.answers.get(step.id, "") if step else "",
            dots=(self.at + 1, len(self.skill.steps)) if self.skill.straight and step else (0, 0),
            paused=self.paused,
        )

    def outcome(self) -> Outcome:
        """Return what it came to so far."""
        steps = [self._adapted(index) for index in range(len(self.skill.steps))]
        ratings = tuple((s.id, int(self.answers[s.id])) for s in steps if _rated(s) and s.id in self.answers)
        kept = tuple(
            Kept(s.id, self._filled(s.text), self.answers[s.id], s.into)
            for s in steps
            if isinstance(s, model.Ask | model.Compose) and s.keep == "ask" and self.answers.get(s.id)
        )
        return Outcome(self.skill.id, self.finished, self.seconds, ratings, kept)

    def _time_runs(self) -> bool:
        return "pause" in self.frame().can

    def _played(self, event: Event) -> Session:
        step = self.step
        if step is None:
            return self._on() if isinstance(event, Forward) and not self.finished else self
        move = react(step, self.state, event, self._filled)
        answers = self.answers if move.answer is None else {**self.answers, step.id: move.answer}
        session = replace(self, state=move.state, answers=answers)
        if move.to is None:
            return session
        return session._on() if move.to == ON else session._go(session._index(move.to))

    def _on(self) -> Session:
        """Go to what follows the present place, whatever happened in it."""
        if self.finished:
            return self
        if self.at == OPENING:
            return self._go(CAUTION if self.skill.cautions else 0)
        if self.at == CAUTION:
            return self._go(0)
        return self._go(self._following(self.at))

    def _go(self, index: int) -> Session:
        """Go to the step at `index`, or past it where the person leaves its channel out."""
        passed: set[int] = set()
        while 0 <= index < len(self.skill.steps) and self._passed_over(index):
            if index in passed:
                index = len(self.skill.steps)
                break
            passed.add(index)
            index = self._following(index)
        return replace(self, at=index, trail=(*self.trail, self.at), state=State(), paused=False)

    def _back(self) -> Session:
        if not self.trail:
            return replace(self, state=State(), paused=False)
        return replace(self, at=self.trail[-1], trail=self.trail[:-1], state=State(), paused=False)

    def _following(self, index: int) -> int:
        target = self.skill.steps[index].next
        return self._index(target) if target else index + 1

    def _index(self, step_id: str) -> int:
        if step_id == "end":
            return len(self.skill.steps)
        return next(i for i, step in enumerate(self.skill.steps) if step.id == step_id)

    def _passed_over(self, index: int) -> bool:
        """Return whether the person leaves its channel out, or wrote nothing that it could put together."""
        step = self.skill.steps[index]
        if isinstance(step, model.Compose) and not self._answered(step.text):
            return True
        return step.channel in self.left_out and not step.instead

    def _adapted(self, index: int) -> Step:
        """Return the step as a person without its channel is given it.

        Other words, and no breath to follow.
        """
        step = self.skill.steps[index]
        if step.channel in self.left_out and step.instead:
            if isinstance(step, model.Pace):
                return model.Say(id=step.id, next=step.next, text=step.instead)
            if isinstance(step, model.Game):
                return replace(step, text=step.instead, game=model.PUZZLE)
            step = replace(step, text=step.instead)
        if isinstance(step, model.Compose):
            return replace(step, text=self._answered(step.text) or step.text)
        return step

    def _answered(self, text: str) -> str:
        """Return `text` without the lines that ask for what was left out, as nobody sends a gap.

        Nothing where no line is left that asks for something.
        """
        known = {*model.MOMENT_NAMES, *(name for name, answer in self.answers.items() if answer)}
        asking = [(line, {*names_in(line)}) for line in text.split("\n")]
        left = [(line, names) for line, names in asking if names <= known]
        empty = any(names for _line, names in asking) and not any(names for _line, names in left)
        return "" if empty else "\n".join(line for line, _names in left)

    def _filled(self, text: str) -> str:
        moment = {"today": self.moment.today, "weekday": self.moment.weekday, "time": self.moment.time}
        return fill(text, lambda name: moment.get(name) or self.answers.get(name, "") or "...")

    def _earlier(self) -> tuple[Earlier, ...]:
        """Return the questions of this exercise that have an answer, in the order they were met."""
        met = [self._adapted(index) for index in dict.fromkeys(self.trail) if index >= 0 and index != self.at]
        return tuple(
            Earlier(self._filled(step.text), self.answers[step.id])
            for step in met
            if isinstance(step, model.Ask | model.Rate)
            and self.answers.get(step.id)
            and not (isinstance(step, model.Rate) and step.apart)
        )


def _rated(step: Step) -> bool:
    return isinstance(step, model.Rate)
