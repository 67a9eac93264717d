"""What Help now says, as data: one source for the line face, the TUI and the tests.

Invariant: whatever is missing or broken, there is a calm line, a way to reach somebody and a thing to do,
in this order: emergency, own people, crisis lines, something meanwhile. No number is shown without its date
where we have one, and every sentence of ours is a message id that the face words with `_()`.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.lines import call_first, first_service, pick_two
from copecli.core.my_lines import Mine, sort_out
from copecli.core.reach import Reach, Sentence, Way, as_is, call, checked, reach_line, reach_person, sentence
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copecli.core.lines import Country, CrisisLine, Finder
    from copecli.core.reach import Hours

MOST_PEOPLE = 3
"""Own people shown at once: more is a list to read, and this is no time to read."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that belong together."""

    kind: str
    """heading text note"""
    lines: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to do next; `text` has a place {how}, for the key or the command of the face."""

    action: str
    """ground number lines country"""
    text: Sentence

    def worded(self, translate: Callable[[str], str], how: str) -> str:
        """Return the offer with the key or command that takes it up."""
        return self.text.worded(translate, how=how)


Part = Passage | Reach | Offer


@dataclass(frozen=True, slots=True)
class HelpNow:
    """Help now, section by section, in the order in which it is shown."""

    calm: tuple[Part, ...]
    """The first words; a face that has said them already leaves this section out."""
    trouble: tuple[Part, ...]
    """What could not be read, in one calm sentence; mostly empty."""
    emergency: tuple[Part, ...]
    people: tuple[Part, ...]
    lines: tuple[Part, ...]
    waiting: tuple[Part, ...]
    closing: tuple[Part, ...]
    rest: tuple[CrisisLine, ...] = ()
    """The lines that are one key away."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return every part, in order."""
        return (
            *self.calm,
            *self.trouble,
            *self.emergency,
            *self.people,
            *self.lines,
            *self.waiting,
            *self.closing,
        )


def numbers_first(found: HelpNow) -> tuple[Part, ...]:
    """Return what a step says that is there to reach somebody: the emergency numbers, and their heading.

    Own people and lines follow it. Notes, offers and the numbers of the whole world, which would push
    them out of view, are Help now's, which is one key away.
    """
    reaches = [part for part in found.emergency if isinstance(part, Reach)]
    numbers = tuple(
        part
        for part in found.emergency
        if (part in reaches and len(reaches) == 1)
        or (isinstance(part, Passage) and part.kind != "note" and TAKEN not in part.lines)
    )
    return (_text(CALL_FIRST), *numbers)


def help_now(
    country: Country | None,
    guess: Country | None,
    people: Sequence[tuple[str, ...]],
    finders: Sequence[Finder],
    *,
    young: bool = False,
    few: Sequence[Country] = (),
    today: str = "",
    over_ssh: bool = False,
    trouble: Sentence | None = None,
    mine: Mine | None = None,
    hours: Hours | None = None,
) -> HelpNow:
    """Return what to show for the person's country, else for the guessed one, else for anyone.

    `people` are (name, number, number for texts) of their own, in their order, the last where it is known;
    `young` is somebody under 18; `few` the numbers for when no country is known; `today` is an ISO date;
    `trouble` says what could not be read; `mine` are the person's own lines, and `hours` words when a line
    is open.
    """
    if guess is not None and not call_first(guess.emergency):
        guess = None  # of no help as a guess: the few numbers are
    place = country or guess
    found = sort_out(place.lines if place else (), mine or Mine(), today)
    two = pick_two(found.others, found.to_call[:2], young=young)
    rest = tuple(line for line in (*found.mine, *found.others) if line not in two)
    finders_too = not (country and any(line.for_adults and not line.check_first for line in two))
    return HelpNow(
        calm=(_text(HERE, CALL_FIRST, NEAR_SOMEONE),),
        trouble=() if trouble is None else (Passage("note", (trouble,)),),
        emergency=(*emergency_parts(country, guess, few, today, over_ssh), urgent_signs()),
        people=_people(people, young),
        lines=_Lines(place, two, rest, found.mine, today, hours).parts(finders if finders_too else ()),
        waiting=(
            Offer("ground", sentence(N_("While you wait: {how} starts a short exercise."))),
            Offer("number", sentence(N_("A number, to scan or copy: {how}"))),
        ),
        closing=(_text(MAY_ACT),),
        rest=rest,
    )


HERE = sentence(N_("Here is help. Start anywhere."))
CALL_FIRST = sentence(N_("Badly hurt, or might act? Call first."))
NEAR_SOMEONE = sentence(N_("You could move near someone safe."))
TAKEN = sentence(N_("Taken or swallowed something? Call, even if you feel fine."))
VOICES = sentence(N_("Voices telling you to hurt yourself? Call too."))
ADULT = sentence(N_("You could tell an adult you trust, at home or at school."))
MAY_ACT = sentence(N_("If a life is in danger, a line or doctor may act."))


def _text(*lines: Sentence) -> Passage:
    return Passage("text", lines)


def _heading(line: Sentence) -> Passage:
    return Passage("heading", (line,))


def _note(*lines: Sentence) -> Passage:
    return Passage("note", lines)


def emergency_parts(
    country: Country | None, guess: Country | None, few: Sequence[Country], today: str, over_ssh: bool
) -> tuple[Part, ...]:
    """Return the numbers of the emergency services, or whom else to call, and how sure that is."""
    if country is not None:
        return _numbers_of(country, _IN_COUNTRY, today)
    if guess is not None:
        return (
            _heading(sentence(N_("If you are in {country}:"), country=guess.in_words)),
            *_numbers_of(guess, _HERE, today),
            _note(*_why_this_guess(over_ssh)),
            Offer("country", sentence(N_("Somewhere else? To set your country: {how}"))),
        )
    return (
        _text(sentence(N_("Call your local emergency number."))),
        *(_reach_emergency(as_is(place.name), place, today) for place in few),
        Offer("country", sentence(N_("To set your country: {how}"))),
    )


def urgent_signs() -> Passage:
    """Return what is said below the emergency numbers."""
    return _text(TAKEN, VOICES)


def _why_this_guess(over_ssh: bool) -> tuple[Sentence, ...]:
    if over_ssh:
        return (
            sentence(N_("The guess comes from the clock of the computer you connected to.")),
            sentence(N_("You may be far from it.")),
        )
    return (sentence(N_("The guess comes from this computer's clock.")),)


_IN_COUNTRY = {
    "general": N_("Emergency in {country}"),
    "ambulance": N_("Ambulance in {country}"),
    "police": N_("Police in {country}"),
    "fire": N_("Fire service in {country}"),
}
_HERE = {
    "general": N_("Emergency"),
    "ambulance": N_("Ambulance"),
    "police": N_("Police"),
    "fire": N_("Fire service"),
}


def _numbers_of(country: Country, names: dict[str, str], today: str) -> tuple[Part, ...]:
    emergency = country.emergency
    service = first_service(emergency)
    if not service:
        return (
            _text(
                sentence(
                    N_("We could not confirm an emergency number in {country}."), country=country.in_words
                ),
                sentence(N_("Call the local one, if you know it.")),
            ),
        )
    reach = _reach_emergency(sentence(names[service], country=country.in_words), country, today)
    return (reach, _note(as_is(emergency.note))) if emergency.note else (reach,)


def _reach_emergency(name: Sentence, country: Country, today: str) -> Reach:
    ways = tuple(call(number) for number in call_first(country.emergency))
    return Reach("emergency", name, ways, checked=checked(country.emergency.checked, today))


def _people(people: Sequence[tuple[str, ...]], young: bool) -> tuple[Part, ...]:
    named = [tuple(map(clean_own_line, one)) for one in people]
    shown = [reach_person(*one) for one in named if any(one)][:MOST_PEOPLE]
    adult = (_text(ADULT),) if young else ()
    if not shown:
        return adult or (_text(sentence(N_("You could also reach anyone you trust."))),)
    return (
        *adult,
        _heading(sentence(N_("Your people"))),
        *shown,
        _note(sentence(N_("No answer? Try the next."))),
    )


def numbers_of(found: HelpNow) -> tuple[tuple[Reach, Way], ...]:
    """Return every way on the page that can be dialled, sent to or opened, with whose it is."""
    return tuple((part, way) for part in found.parts if isinstance(part, Reach) for way in part.ways)


@dataclass(frozen=True, slots=True)
class _Lines:
    """What the section of crisis lines is made of."""

    place: Country | None
    two: tuple[CrisisLine, ...]
    rest: tuple[CrisisLine, ...]
    mine: tuple[CrisisLine, ...]
    today: str
    hours: Hours | None

    def parts(self, finders: Sequence[Finder]) -> tuple[Part, ...]:
        """Return the two, what is good to know of the country, and where else to look."""
        parts = [*self._two_or_none()]
        if self.place is not None and self.place.note:
            parts.append(_note(as_is(self.place.note)))
        if self.rest:
            parts.append(Offer("lines", sentence(N_("More lines: {how}"))))
        return (*parts, *finder_parts(finders, self.today))

    def _two_or_none(self) -> tuple[Part, ...]:
        if self.two:
            reaches = (reach_line(line, self.today, self.hours) for line in self.two)
            return (_heading(self._heading()), *reaches)
        if self.place is None:
            return ()
        return (none_in(self.place),)

    def _heading(self) -> Sentence:
        theirs = [line for line in self.two if line in self.mine]
        if self.place is None or theirs:
            return sentence(N_("Your crisis lines") if len(theirs) == len(self.two) else N_("Crisis lines"))
        return sentence(N_("Crisis lines in {country}"), country=self.place.in_words)


def none_in(country: Country) -> Passage:
    """Return the plain word that there is no line of that country."""
    return _text(sentence(N_("We could not confirm a crisis line in {country}."), country=country.in_words))


def finder_parts(finders: Sequence[Finder], today: str) -> tuple[Part, ...]:
    """Return where to look for a line in any country; nothing where no finder is known."""
    if not finders:
        return ()
    heading = _heading(sentence(N_("To find a line in any country")))
    return (heading, *(_reach_finder(finder, today) for finder in finders))


def _reach_finder(finder: Finder, today: str) -> Reach:
    way = Way("web", as_is(finder.url), finder.url)
    return Reach(
        "finder", as_is(finder.name), (way,), (as_is(finder.says),), checked=checked(finder.checked, today)
    )
