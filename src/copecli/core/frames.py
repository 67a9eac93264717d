"""What one moment of a session looks like to a face: a Frame.

Invariant: a Frame is everything there is to show, in plain values, already filled in. It says what can be
done now (`can`) so that a face never offers a key that does nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core import skill as model
from copecli.core.pacer import Cue
from copecli.core.playing import State
from copecli.core.skill import Skill, Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question that was answered before, kept in sight."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One moment. Only the parts that its kind needs are filled."""

    kind: str
    """opening, caution, end, or the kind of the step.

    Say notice pace wait pick ask rate compose choose game reach.
    """
    title: str
    """The skill's title."""
    step: str = ""
    """The step's id; empty before the first and after the last."""
    text: str = ""
    """The one idea. May hold line breaks."""
    lead: str = ""
    """What stands above the idea, where ideas or lines follow one another."""
    any_key: bool = False
    """True where any key goes on; elsewhere going on has keys of its own."""
    can: frozenset[str] = frozenset()
    """Ids of the actions that mean something now: forward back skip pause take choose rate answer extend."""
    cautions: tuple[str, ...] = ()
    count: tuple[int, int] | None = None
    """(so far, of), for things noticed."""
    cue: Cue | None = None
    """The present beat."""
    seconds_left: float | None = None
    """Of a wait or a timed sentence."""
    minutes: tuple[int, ...] = ()
    """Lengths to pick from, before a wait begins."""
    asks_now: bool = False
    """True when a wait would like to know how strong it is."""
    ratings: tuple[tuple[float, int], ...] = ()
    """Given during this wait: (seconds, 0 to 10)."""
    game: str = ""
    """`tiles` or `puzzle`; the board is the face's, as no step hangs on what is on it."""
    options: tuple[str, ...] = ()
    """To choose from."""
    low: str = ""
    high: str = ""
    before: str = ""
    """The answer that was given here earlier, to start from."""
    may_keep: bool = False
    """Whether the answer is offered to be kept at the end; otherwise it is forgotten."""
    earlier: tuple[Earlier, ...] = ()
    dots: tuple[int, int] = (0, 0)
    """(this step, steps in all); (0, 0) where the way forks and nobody knows how long it is."""
    paused: bool = False
    length: tuple[float, float] = (0.0, 0.0)
    """On the opening: shortest and longest, in minutes."""
    draft: bool = False
    """On the opening: no clinician has reviewed this yet."""


def frame_of(
    skill: Skill,
    step: Step | None,
    state: State,
    *,
    kind: str,
    say: Callable[[str], str],
    earlier: tuple[Earlier, ...],
    before: str,
    dots: tuple[int, int],
    paused: bool,
) -> Frame:
    """Return the frame of `step`, or of the opening, the caution or the end where there is no step."""
    if step is None:
        return _edge(skill, kind, dots, say)
    plain = Frame(
        kind=type(step).__name__.lower(),
        title=skill.title,
        step=step.id,
        text=say(step.text),
        any_key=isinstance(step, model.Say | model.Notice | model.Reach),
        can=_STEADY | {"forward"},
        earlier=earlier,
        before=before,
        dots=dots,
        paused=paused,
    )
    return _drawn(step, state, plain, say)


_STEADY = frozenset({"back", "skip"})


def _edge(skill: Skill, kind: str, dots: tuple[int, int], say: Callable[[str], str]) -> Frame:
    if kind == "opening":
        return Frame(
            kind=kind,
            title=skill.title,
            text=say(skill.opening) or skill.summary,
            any_key=True,
            can=frozenset({"forward"}),
            length=skill.minutes,
            draft=skill.review.status != "clinician",
            dots=dots,
        )
    if kind == "caution":
        can = frozenset({"forward", "back"})
        return Frame(kind=kind, title=skill.title, cautions=skill.cautions, can=can, dots=dots)
    return Frame(kind=kind, title=skill.title, can=frozenset({"back"}), dots=dots)


def _drawn(step: Step, state: State, plain: Frame, say: Callable[[str], str]) -> Frame:
    """Return `plain` with the parts that this kind of step needs."""
    match step:
        case model.Say() if step.seconds:
            left = max(0.0, step.seconds - state.elapsed)
            return replace(plain, seconds_left=left, can=plain.can | {"pause"})
        case model.Notice():
            return replace(plain, count=(state.count, step.count))
        case model.Pace():
            return replace(plain, cue=step.pacer.at(state.elapsed), can=plain.can | {"pause"})
        case model.Wait():
            return _waiting(step, state, plain, say)
        case model.Game():
            return replace(plain, game=step.game)
        case model.Pick():
            can = plain.can if state.taken else plain.can | {"take"}
            return replace(plain, lead=plain.text, text=say(step.ideas[state.count]), can=can)
        case model.Ask() | model.Compose():
            return replace(plain, can=plain.can | {"answer"}, may_keep=step.keep == "ask")
        case model.Rate():
            return replace(plain, low=say(step.low), high=say(step.high), can=_STEADY | {"rate"})
        case model.Choose():
            options = tuple(say(option.text) for option in step.options)
            return replace(plain, options=options, can=_STEADY | {"choose"})
    return plain


def _waiting(step: model.Wait, state: State, plain: Frame, say: Callable[[str], str]) -> Frame:
    minutes = state.minutes or (step.minutes[0] if len(step.minutes) == 1 else 0)
    if not minutes:
        return replace(plain, minutes=step.minutes, can=_STEADY | {"choose"})
    total = minutes * 60.0
    line = plain.text
    if step.lines:
        shown_for = max(20.0, total / len(step.lines))
        line = say(step.lines[int(state.elapsed / shown_for) % len(step.lines)])
    asks = bool(step.ask_every) and int(state.elapsed / step.ask_every) > len(state.ratings)
    return replace(
        plain,
        lead=plain.text if step.lines else "",
        text=line,
        seconds_left=max(0.0, total - state.elapsed),
        asks_now=asks,
        ratings=state.ratings,
        can=plain.can | {"pause", "extend"} | ({"rate"} if step.ask_every else set()),
    )
