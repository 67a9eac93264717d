"""Going through the plan, one thing a screen: a pure state machine that both faces and the tests drive.

Invariant: a Walk never changes, and whatever a person does leads on. Nothing that is not safe for them
appears, no more than two things pass before somebody is offered, and the end is one of several ways on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.plan import PEOPLE, PROFESSIONALS, STEPS, WARNING_SIGNS, Item, Plan
from copecli.core.plan_people import offered
from copecli.core.uses import PlanWalk
from copecli.core.walk_frame import OPENING, Frame, Stop, away, ending, item, offer, opening, someone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.helpnow import Part
    from copecli.core.when import When

NEXT = "walk-next"
DONE = "walk-done"
NOT_THIS = "walk-not-this"
SOMEONE = "walk-someone"
AWAY = "walk-away"
BACK = "walk-back"
STOP = "walk-stop"
AGAIN = "again"
EVENTS = (NEXT, DONE, NOT_THIS, SOMEONE, AWAY, BACK, STOP, AGAIN)
"""What a person may do: ids of the actions of the group `walk`, and the way from the end to the start."""

MOST_ALONE = 2
"""Things in a row, none of which is a person, before one is offered."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a person is on the way through their plan. Begin one with `Walk.begin`."""

    plan: Plan
    lines: tuple[Part, ...] = ()
    """Crisis lines, as Help now shows them."""
    stops: tuple[Stop, ...] = ()
    at: int = OPENING
    """OPENING, the index of a stop, or one past the last."""
    aside: str = ""
    """SOMEONE or AWAY, while that is shown; else nothing."""
    said: str = ""
    """DONE or NOT_THIS, where that was pressed on the screen before."""
    done: tuple[str, ...] = ()
    """Ids of what was done."""
    left_out: tuple[str, ...] = ()
    """Ids of what was not wanted; another round goes without them."""
    stopped: bool = False
    someone: bool = False
    """Whether "someone now" was opened."""

    @classmethod
    def begin(cls, plan: Plan, lines: tuple[Part, ...] = ()) -> Walk:
        """Return a walk before its first thing; `lines` are the crisis lines to show beside own people."""
        return cls(plan, lines, _stops(plan, ()))

    @property
    def finished(self) -> bool:
        """Return whether everything has been passed."""
        return self.at >= len(self.stops)

    def next(self, event: str) -> Walk:
        """Return the walk after `event`; what has no meaning here is simply next."""
        if self.stopped:
            return self
        if event == STOP:
            return replace(self, stopped=True)
        if event == BACK:
            return self._back()
        if self.aside:
            return self._from_aside(event)
        if event == SOMEONE or (event == AWAY and self.at == OPENING):
            return replace(self, aside=event, said="", someone=self.someone or event == SOMEONE)
        if self.finished:
            return self._again() if event == AGAIN else self
        return self._on(event)

    def frame(self) -> Frame:
        """Return what a face shows now."""
        if self.aside == AWAY:
            return away(self.plan)
        if self.aside == SOMEONE:
            return someone(people(self.plan), self.lines)
        if self.at == OPENING:
            return opening()
        if self.finished:
            return ending()
        stop = self.stops[self.at]
        if stop.item is None:
            return offer(people(self.plan), self.lines)
        return item(stop, self.said, self._place())

    def as_record(self, record_id: str, when: When) -> PlanWalk:
        """Return what the journal keeps of it: ids of lines, and none of their words."""
        steps = {stop.item.id: stop.step for stop in _stops(self.plan, ()) if stop.item}
        return PlanWalk(
            id=record_id,
            when=when,
            done=tuple((steps[item_id], item_id) for item_id in self.done if item_id in steps),
            left_out=tuple((steps[item_id], item_id) for item_id in self.left_out if item_id in steps),
            someone=self.someone,
            finished=self.finished,
        )

    def _on(self, event: str) -> Walk:
        stop = self.stops[self.at] if self.at >= 0 else None
        moved = replace(self, at=self.at + 1, said="")
        if stop is None or stop.item is None:
            return moved
        if event == DONE:
            return replace(moved, said=DONE, done=_with(self.done, stop.item.id))
        if event == NOT_THIS:
            return replace(moved, said=NOT_THIS, left_out=_with(self.left_out, stop.item.id))
        return moved

    def _from_aside(self, event: str) -> Walk:
        """Return to the item that is waiting; what only asks for a key has been answered."""
        if event == SOMEONE and self.aside == AWAY:
            return replace(self, aside=SOMEONE, someone=True)
        waits = self.finished or (self.at >= 0 and self.stops[self.at].item is not None)
        return replace(self, aside="", at=self.at if waits else self.at + 1)

    def _back(self) -> Walk:
        if self.aside:
            return replace(self, aside="")
        return replace(self, at=max(OPENING, self.at - 1), said="")

    def _again(self) -> Walk:
        return replace(self, stops=_stops(self.plan, self.left_out), at=OPENING, said="")

    def _place(self) -> tuple[int, int]:
        whole = [index for index, stop in enumerate(self.stops) if stop.item is not None]
        return whole.index(self.at) + 1, len(whole)


def people(plan: Plan) -> tuple[Item, ...]:
    """Return who may be asked for help, those with a number first; nobody who is not safe."""
    found = offered(plan, PEOPLE, PROFESSIONALS)
    return tuple(sorted(found, key=lambda who: not (who.phone or who.sms)))


def _stops(plan: Plan, left_out: tuple[str, ...]) -> tuple[Stop, ...]:
    """Return the things of the plan in the person's own order, and somebody after any two of them."""
    stops: list[Stop] = []
    alone, somebody = 0, False
    for step in STEPS:
        for found in offered(plan, step):
            if step == WARNING_SIGNS or found.id in left_out:
                continue
            stops.append(Stop(step, found))
            if step in (PEOPLE, PROFESSIONALS):
                alone, somebody = 0, True
                continue
            alone += 1
            if alone == MOST_ALONE:
                stops.append(Stop())
                alone, somebody = 0, True
    return tuple(stops) if somebody else (*stops, Stop())


def _with(ids: tuple[str, ...], item_id: str) -> tuple[str, ...]:
    return ids if item_id in ids else (*ids, item_id)
