"""How each kind of step answers an event.

Invariant: `react` is pure and total: for any step, state and event it returns a Move, and an event without
a meaning for that step is a Move that changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core import skill as model
from copecli.core.events import Answer, Choice, Event, Extend, Forward, Rating, Take, Tick
from copecli.core.skill import Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

ON = ""
"""A Move to whatever follows the step."""


@dataclass(frozen=True, slots=True)
class State:
    """What has happened within the present step."""

    elapsed: float = 0.0
    """Seconds played, pauses left out."""
    count: int = 0
    """Things noticed, or the index of the idea that is shown."""
    minutes: int = 0
    """The length of the wait that was picked; 0 before."""
    taken: bool = False
    """True once an idea was picked."""
    ratings: tuple[tuple[float, int], ...] = ()
    """Given while waiting: (seconds, 0 to 10)."""


@dataclass(frozen=True, slots=True)
class Move:
    """What an event does to a step."""

    state: State
    to: str | None = None
    """None stays, ON goes on, anything else is a step's id or `end`."""
    answer: str | None = None
    """What to remember under the step's id; None leaves it as it was."""


def react(step: Step, state: State, event: Event, say: Callable[[str], str]) -> Move:
    """Return what `event` does to `step`; `say` fills the placeholders of a text."""
    if isinstance(event, Tick):
        state = replace(state, elapsed=state.elapsed + event.seconds)
    match step:
        case model.Say():
            return _timed(state, event, step.seconds)
        case model.Pace():
            return _timed(state, event, step.pacer.seconds)
        case model.Notice():
            return _notice(step, state, event)
        case model.Wait():
            return _wait(step, state, event)
        case model.Pick():
            return _pick(step, state, event, say)
        case model.Ask():
            return _words(state, event)
        case model.Compose() if isinstance(event, Forward):
            return Move(state, ON, answer=say(step.text))
        case model.Compose():
            return _words(state, event)
        case model.Rate():
            return _rate(state, event)
        case model.Choose():
            return _choose(step, state, event, say)
    return Move(state, ON) if isinstance(event, Forward) else Move(state)


def _timed(state: State, event: Event, seconds: float) -> Move:
    over = isinstance(event, Tick) and 0 < seconds <= state.elapsed
    return Move(state, ON) if over or isinstance(event, Forward) else Move(state)


def _notice(step: model.Notice, state: State, event: Event) -> Move:
    if not isinstance(event, Forward | Answer):
        return Move(state)
    counted = replace(state, count=state.count + 1)
    return Move(counted, ON) if counted.count >= step.count else Move(counted)


def _wait(step: model.Wait, state: State, event: Event) -> Move:
    minutes = state.minutes or (step.minutes[0] if len(step.minutes) == 1 else 0)
    if not minutes:
        if isinstance(event, Choice) and 0 <= event.index < len(step.minutes):
            return Move(State(minutes=step.minutes[event.index]))
        return Move(replace(state, elapsed=0.0))
    match event:
        case Forward():
            return Move(state, ON)
        case Extend(more):
            return Move(replace(state, minutes=minutes + more))
        case Rating(value) if step.ask_every and 0 <= value <= 10:
            return Move(replace(state, minutes=minutes, ratings=(*state.ratings, (state.elapsed, value))))
    return Move(replace(state, minutes=minutes, elapsed=min(state.elapsed, minutes * 60.0)))


def _pick(step: model.Pick, state: State, event: Event, say: Callable[[str], str]) -> Move:
    if isinstance(event, Take) and not state.taken:
        return Move(replace(state, taken=True), answer=say(step.ideas[state.count]))
    if isinstance(event, Forward):
        if state.taken:
            return Move(state, ON)
        return Move(replace(state, count=(state.count + 1) % len(step.ideas)))
    return Move(state)


def _words(state: State, event: Event) -> Move:
    if isinstance(event, Answer):
        return Move(state, ON, answer=event.text.strip())
    return Move(state, ON) if isinstance(event, Forward) else Move(state)


def _rate(state: State, event: Event) -> Move:
    if isinstance(event, Rating) and 0 <= event.value <= 10:
        return Move(state, ON, answer=str(event.value))
    return Move(state, ON) if isinstance(event, Forward) else Move(state)


def _choose(step: model.Choose, state: State, event: Event, say: Callable[[str], str]) -> Move:
    if isinstance(event, Choice) and 0 <= event.index < len(step.options):
        option = step.options[event.index]
        return Move(state, option.to, answer=say(option.text))
    return Move(state)
