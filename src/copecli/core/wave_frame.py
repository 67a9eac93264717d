"""What one moment of riding an urge looks like to a face: a Frame, and every sentence of it.

Invariant: a Frame is everything there is to say, in order, so both faces say the same; what can be done
stands in it by the ids of actions, never by keys. The end allows nothing: it names a
person, a skill, and rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.reach import Sentence, sentence
from copecli.core.records import HARD
from copecli.core.shared_words import A_PERSON, ENDINGS, NOT_SAFE, REST_NOW, SOMEONE_NOW, UNSAFE
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.wave import Ride

OPENING, ABOUT, STRENGTH, FIRST, AWAY = "opening", "about", "strength", "first", "away"
LENGTH, RIDING, END = "length", "riding", "end"
PERSON, ANOTHER, LONGER, REST, GO_ON = "person", "another", "longer", "rest", "go-on"

WAVE, URGE = "wave", "urge"
DOOR = N_("Ride out an urge")
"""What leads here, wherever it stands."""


def leads_here(state: str, riding: bool) -> bool:
    """Return whether the wave is offered: where an urge was named, and nobody is on one already."""
    return state == URGE and not riding


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One moment. Only the parts that its kind needs are filled; they are said from top to bottom."""

    kind: str
    """opening about strength first away length riding end"""
    left: Sentence | None = None
    """How much time is left, or that it stands still."""
    title: Sentence | None = None
    text: tuple[Sentence, ...] = ()
    """The one idea."""
    details: tuple[Sentence, ...] = ()
    """Good to know beside it."""
    asked: Sentence | None = None
    """The question of this minute, or what was answered last."""
    rates: bool = False
    """Whether a number from 0 to 10 means something now."""
    offers: tuple[tuple[str, Sentence], ...] = ()
    """(id of an action, words): what may be done here."""
    options: tuple[tuple[str, Sentence], ...] = ()
    """(id, words): to choose from."""

    @property
    def can(self) -> frozenset[str]:
        """Return the ids of the actions that are offered."""
        return frozenset(action for action, _words in self.offers)


_UNSAFE = sentence(NOT_SAFE)
_A_PERSON = sentence(A_PERSON)
_NOT_SAFE = ("wave-unsafe", _UNSAFE)
_LET_IT_BE = sentence(N_("You wait some minutes, and let the urge be there."))
_FOR_URGES = sentence(N_("For urges to hurt yourself. Thoughts of ending your life? Help now: {help}."))
_MOVE = sentence(N_("Near things you could use to hurt yourself? You could move away first."))

FOUND = (
    sentence(N_("An urge can rise, peak and ease, like a wave at sea.")),
    sentence(N_("Some urges pass in minutes; some take longer.")),
    sentence(N_("A study tried this with 123 students who smoke.")),
    sentence(N_("The urge was as strong as before. They smoked less that week.")),
    sentence(N_("It was not tested for self-harm.")),
)
"""What is known of it, and of whom. The study is BowenMarlatt09 in content/sources.toml."""

WAYS_FIRST = (
    (PERSON, _A_PERSON),
    (AWAY, sentence(N_("Another place"))),
    (GO_ON, sentence(N_("The wave, now"))),
    (UNSAFE, _UNSAFE),
)
"""(id, words): what stands before a wave that begins strong."""

_LENGTHS = (
    ("5", sentence(N_("5 minutes"))),
    ("10", sentence(N_("10 minutes"))),
    ("15", sentence(N_("15 minutes"))),
    (UNSAFE, _UNSAFE),
)

WAYS_ON = (
    (PERSON, _A_PERSON),
    (ANOTHER, sentence(dict(ENDINGS)[ANOTHER])),
    (LONGER, sentence(N_("Five minutes more"))),
    (UNSAFE, _UNSAFE),
    (REST, sentence(REST_NOW)),
)
"""(id, words): what can follow."""
NEXT = sentence(N_("Next: a person, another skill, or rest."))

LINES = (
    _MOVE,
    sentence(N_("It is an urge, not an order.")),
    sentence(N_("It can be there. You need not act on it.")),
    sentence(N_("You could look at one real thing near you.")),
    sentence(N_("Breathe as you like.")),
    sentence(N_("Stronger or weaker, both can be.")),
    sentence(N_("Some urges pass in minutes; some take longer.")),
    sentence(N_("There is nothing to fight here.")),
    sentence(N_("You could go where somebody is.")),
    sentence(N_("Who could you write to? A few words are enough.")),
    sentence(N_("You could drink some water, slowly.")),
    sentence(N_("Listen: what is the furthest thing you hear?")),
)
"""To read on the way, one a minute."""

ASKED = sentence(N_("How strong is it now? You can leave it."))


def frame_of(ride: Ride) -> Frame:
    """Return what a face shows of `ride`."""
    match ride.at:
        case "riding":
            return _riding(ride)
        case "end":
            return _end(ride)
        case "first":
            text = sentence(N_("That is strong. A person or another place may suit you first."))
            return Frame(kind=FIRST, text=(text,), options=WAYS_FIRST)
        case "away":
            return _away()
        case "strength":
            return _strength()
        case "length":
            text = sentence(N_("How long?"))
            details = (sentence(N_("You can make it longer, or stop.")),)
            return Frame(kind=LENGTH, text=(text,), details=details, options=_LENGTHS)
        case "about":
            title = sentence(N_("Where this comes from"))
            return Frame(kind=ABOUT, title=title, text=FOUND)
    return _opening()


def _opening() -> Frame:
    return Frame(
        kind=OPENING,
        title=sentence(DOOR),
        text=(_FOR_URGES,),
        details=(_LET_IT_BE, sentence(N_("You can stop at any time."))),
        offers=(("wave-about", sentence(N_("Where this comes from"))), _NOT_SAFE),
    )


def _strength() -> Frame:
    return Frame(
        kind=STRENGTH,
        text=(sentence(N_("How strong is it?")),),
        details=(sentence(N_("0: no urge")), sentence(N_("10: as strong as can be"))),
        rates=True,
        offers=(_NOT_SAFE,),
    )


def _away() -> Frame:
    from copecli.core.plan import Plan
    from copecli.core.walk_frame import away

    return Frame(kind=AWAY, text=away(Plan()).text, offers=(("wave-someone", _A_PERSON), _NOT_SAFE))


def _riding(ride: Ride) -> Frame:
    ask = N_("Stop asking each minute") if ride.asks else N_("Ask each minute: how strong?")
    return Frame(
        kind=RIDING,
        left=_left(ride),
        text=(LINES[(int(ride.seconds // 60) + ride.turned) % len(LINES)],),
        asked=ASKED if ride.due else _noted(ride),
        rates=True,
        offers=(
            _NOT_SAFE,
            ("wave-someone", sentence(SOMEONE_NOW)),
            ("wave-beside", sentence(N_("An exercise beside it"))),
            ("wave-tiles", sentence(N_("A slow game beside it"))),
            ("wave-longer", sentence(N_("Five minutes more"))),
            ("wave-ask", sentence(ask)),
        ),
    )


def _left(ride: Ride) -> Sentence:
    """Return the time that is left, by the half minute: who counts seconds, waits longer."""
    if ride.paused:
        return sentence(N_("The time stands still. {pause} lets it go on."))
    left = ride.total - ride.seconds
    if left <= 30.0:
        return sentence(N_("Half a minute left."))
    minutes = int((left + 30.0) // 60.0)
    if minutes <= 1:
        return sentence(N_("About a minute left."))
    return sentence(N_("About {n} minutes left."), n=str(minutes))


def _noted(ride: Ride) -> Sentence | None:
    """Return what was answered last beside what was first; where it is hard, a person is named."""
    if not ride.ratings or (len(ride.ratings) == 1 and ride.ratings[0][0] == 0):
        return None
    first, now = ride.ratings[0][1], ride.ratings[-1][1]
    only = len(ride.ratings) == 1
    told = N_("Noted: {now}.") if only else N_("Before {first}, now {now}.")
    if now >= HARD or now > first:
        person = N_("Before {first}, now {now}. Would a person help?")
        told = N_("Noted: {now}. Would a person help?") if only else person
    return sentence(told, first=str(first), now=str(now))


def _end(ride: Ride) -> Frame:
    return Frame(
        kind=END,
        title=sentence(N_("That was {n} minutes."), n=str(ride.minutes)),
        text=(NEXT,),
        details=(sentence(N_("Still strong, or stronger? Then a person first.")),),
        asked=ASKED if ride.due else _noted(ride),
        rates=True,
        options=WAYS_ON,
    )
