"""What one screen of a walk through the plan looks like to a face: a Frame.

Invariant: a Frame is everything there is to say, in order, so both faces say the same; it names what can be
done by the ids of actions, never by keys. Of what a person wrote nothing is shown that was not cleaned.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.good_for import in_words
from copecli.core.helpnow import MOST_PEOPLE, Passage
from copecli.core.plan import PEOPLE, SAFER_SPACE
from copecli.core.plan_people import offered
from copecli.core.plan_words import TITLES
from copecli.core.reach import Reach, Sentence, Way, as_is, call, sentence
from copecli.core.shared_words import NOT_SAFE, REST_NOW, SOMEONE_NOW, UNSAFE
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.helpnow import Part
    from copecli.core.plan import Item, Plan

OPENING = -1
"""The place before the first stop."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One place on the way: an item, or, where there is none, the offer of a person."""

    step: str = ""
    item: Item | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One screen. Only the parts that its kind needs are filled; they are said from top to bottom."""

    kind: str
    """opening away item offer someone end"""
    lead: Sentence | None = None
    """On what was pressed before."""
    title: Sentence | None = None
    text: tuple[Sentence, ...] = ()
    """The one thing."""
    number: str = ""
    """To be shown large; as the person wrote it."""
    details: tuple[Sentence, ...] = ()
    """Good to know beside it."""
    parts: tuple[Part, ...] = ()
    """Whom there is to reach, as in Help now."""
    offers: tuple[tuple[str, Sentence], ...] = ()
    """(id of an action, words): what may be done here, beside going on."""
    options: tuple[tuple[str, Sentence], ...] = ()
    """(id, words): ways on from the end."""
    skill: str = ""
    """Id of the exercise that can be started from here."""
    place: tuple[int, int] = (0, 0)
    """(this thing, of how many)."""

    @property
    def can(self) -> frozenset[str]:
        """Return the ids of the actions that are offered."""
        return frozenset(action for action, _words in self.offers)


HELP_NOW = "help-now"
_SOMEONE = ("walk-someone", sentence(SOMEONE_NOW))
_CODE = ("walk-code", sentence(N_("The number, to scan with a phone")))
_AWAY = ("walk-away", sentence(N_("Move away from things you could use to hurt yourself")))
_ENDINGS = (
    ("again", sentence(N_("Once more, from the start"))),
    ("someone", sentence(SOMEONE_NOW)),
    (HELP_NOW, sentence(N_("Help now"))),
    (UNSAFE, sentence(NOT_SAFE)),
    ("rest", sentence(REST_NOW)),
)
_LEADS = {
    "walk-done": sentence(N_("You did one thing.")),
    "walk-not-this": sentence(N_("Not that one, then.")),
}


def opening() -> Frame:
    """Return the first screen."""
    return Frame(
        kind="opening",
        title=sentence(N_("Your plan, one thing at a time.")),
        text=(sentence(N_("Nothing to decide. You can stop at any time.")),),
        offers=(_SOMEONE, _AWAY),
    )


def away(plan: Plan) -> Frame:
    """Return what helps to get away from things; the person's own first, where they wrote something."""
    own = [as_is(clean_own_line(line.text)) for line in offered(plan, SAFER_SPACE)]
    return Frame(
        kind="away",
        title=_AWAY[1],
        text=(
            sentence(N_("You could go to another room, or outside.")),
            sentence(N_("Near someone you trust is good.")),
        ),
        details=(sentence(N_("From your plan:")), *own) if own else (),
        offers=(_SOMEONE,),
    )


def item(stop: Stop, said: str, place: tuple[int, int]) -> Frame:
    """Return one item; `said` is what was pressed on the one before."""
    found = stop.item
    assert found is not None
    number = clean_own_line(found.phone)
    return Frame(
        kind="item",
        lead=_LEADS.get(said),
        title=sentence(TITLES[stop.step]),
        text=(as_is(clean_own_line(found.text)),),
        number=number,
        details=_details(stop.step, found),
        offers=(
            *((("walk-start", sentence(N_("Start the exercise"))),) if found.skill else ()),
            ("walk-done", sentence(N_("Done"))),
            ("walk-not-this", sentence(N_("Not this one"))),
            _SOMEONE,
            *_code(number),
        ),
        skill=found.skill,
        place=place,
    )


def _code(number: str) -> tuple[tuple[str, Sentence], ...]:
    """Return the offer of a code to scan; none where no digit stands in the number."""
    return (_CODE,) if any(map(str.isdecimal, number)) else ()


def _details(step: str, found: Item) -> tuple[Sentence, ...]:
    """Return what the person noted beside an item, as far as it helps now."""
    tell = {
        "yes": sentence(N_("You can tell them how bad it is.")),
        "no": sentence(N_("You need not say how bad it is.")),
    }
    noted = (
        (N_("Text {words}"), found.sms),
        (N_("When: {words}"), found.when),
        (N_("Where: {words}"), found.address),
        (N_("Out of hours: {words}"), found.emergency_contact),
        (N_("What can help with this: {words}"), found.way_round),
    )
    shown = tuple(sentence(text, words=clean_own_line(words)) for text, words in noted if words.strip())
    good = in_words(found.good_for)
    known = (sentence(N_("Good for: {words}"), words=good),) if good.fields else ()
    return (*known, *shown, *((tell[found.may_tell],) if found.may_tell in tell and step == PEOPLE else ()))


def offer(people: tuple[Item, ...], lines: tuple[Part, ...]) -> Frame:
    """Return the offer of a person: the first of their own, or a crisis line where there is nobody."""
    if not people:
        return Frame(
            kind="offer",
            title=sentence(N_("Would a person help now?")),
            text=(sentence(N_("Nobody here yet. That's common.")), sentence(N_("You could try these."))),
            parts=lines,
        )
    first = people[0]
    number = clean_own_line(first.phone or first.sms)
    return Frame(
        kind="offer",
        title=sentence(N_("Would a person help now?")),
        text=(as_is(clean_own_line(first.text)),),
        number=number,
        offers=(_SOMEONE, *_code(number)),
    )


def someone(people: tuple[Item, ...], lines: tuple[Part, ...]) -> Frame:
    """Return whom there is to reach: own people first, then the crisis lines."""
    own = tuple(_reach(who) for who in people[:MOST_PEOPLE])
    note = Passage("note", (sentence(N_("No answer? Try the next.")),))
    nobody = Passage("text", (sentence(N_("Nobody here yet. That's common.")),))
    number = clean_own_line(people[0].phone or people[0].sms) if people else ""
    return Frame(
        kind="someone",
        title=sentence(SOMEONE_NOW),
        number=number,
        parts=(*(own or (nobody,)), *((note,) if own else ()), *lines),
        offers=_code(number),
    )


def _reach(who: Item) -> Reach:
    ways = [call(clean_own_line(who.phone))] if who.phone else []
    if who.sms:
        text = clean_own_line(who.sms)
        ways.append(Way("text", sentence(N_("Text {number}"), number=text), text))
    about = (as_is(clean_own_line(who.when)),) if who.when else ()
    return Reach("person", as_is(clean_own_line(who.text)), tuple(ways), about)


def ending() -> Frame:
    """Return the end."""
    return Frame(
        kind="end",
        title=sentence(N_("That is the whole of your plan.")),
        text=(sentence(N_("What would you like next?")),),
        options=_ENDINGS,
    )
