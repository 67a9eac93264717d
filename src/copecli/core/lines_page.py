"""The page of crisis lines: which are shown, in which order, beneath which words; one for both faces.

Invariant: an emergency number or a plain word stands first, and nothing is left blank: what fits a wish, else
all that there is, else where to look. What may have changed stands last and is told to be that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.errors import NothingFound, UsageProblem
from copecli.core.helpnow import Passage, emergency_parts, finder_parts, none_in, urgent_signs
from copecli.core.lines import call_first
from copecli.core.my_lines import is_own, sort_out
from copecli.core.reach import Reach, as_is, reach_line, sentence
from copecli.core.text import clean_line, nearest
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copecli.core.helpnow import Part
    from copecli.core.lines import Country, CrisisLine, Finder
    from copecli.core.my_lines import Mine, Sorted
    from copecli.core.reach import Hours, Sentence

DEAF = "deaf"
FOR = (
    ("youth", N_("Young people")),
    ("lgbtq", N_("LGBTQ+ people")),
    ("veterans", N_("Veterans")),
    ("men", N_("Men")),
    ("indigenous", N_("Indigenous people")),
    ("worried", N_("I fear for somebody else")),
    (DEAF, N_("Without hearing or speaking")),
    ("", N_("Anyone")),
)
"""(audience, words): for whom a line can be looked for."""
_ALSO_CALLED = {
    "young": "youth", "teen": "youth", "teens": "youth", "children": "youth", "kids": "youth",
    "lgbt": "lgbtq", "lgbtq+": "lgbtq", "lgbtqia": "lgbtq", "queer": "lgbtq", "trans": "lgbtq",
    "gay": "lgbtq", "veteran": "veterans", "military": "veterans", "man": "men", "aboriginal": "indigenous",
    "family": "worried", "friends": "worried", "parents": "worried", "hearing": DEAF, "anyone": "",
    "adults": "", "all": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person looks for."""

    for_whom: str = ""
    """One of FOR; nothing where it does not matter."""
    by_text: bool = False
    """Whether it has to be reached by text."""

    @property
    def any(self) -> bool:
        """Return whether anything is wished for."""
        return bool(self.for_whom or self.by_text)

    @property
    def said(self) -> tuple[Sentence, ...]:
        """Return it in a few words each."""
        whom = (sentence(dict(FOR)[self.for_whom]),) if self.for_whom else ()
        return (*whom, *((sentence(N_("by text")),) if self.by_text else ()))

    def fits(self, line: CrisisLine) -> bool:
        """Return whether the line is one of those."""
        if self.by_text and not line.by_text:
            return False
        if self.for_whom == DEAF:
            return line.without_hearing
        return not self.for_whom or self.for_whom in line.audience


PLAIN, PINNED, OWN, OLD, HIDDEN = "plain", "pinned", "own", "old", "hidden"


MARKS = {PINNED: N_("yours"), OWN: N_("yours"), OLD: N_("may have changed")}
"""Said of a line in a list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line on the page."""

    line: CrisisLine
    reach: Reach
    kind: str
    """plain pinned own old hidden"""


@dataclass(frozen=True, slots=True)
class Section:
    """Some words, the lines below them, and what is to be said after these."""

    before: tuple[Part, ...] = ()
    entries: tuple[Entry, ...] = ()
    after: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class LinesPage:
    """All of it, in order."""

    title: Sentence
    emergency: tuple[Part, ...]
    sections: tuple[Section, ...]
    wish: Wish = Wish()
    nothing_fits: bool = False
    """Whether the wish left nothing, so that all are shown."""
    hidden: tuple[Entry, ...] = ()
    places: tuple[Country, ...] = ()
    """The countries, with the lines that are shown of each."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return every line that is shown."""
        return tuple(entry for section in self.sections for entry in section.entries)

    @property
    def told(self) -> tuple[Sentence, ...]:
        """Return what is to be said of the wish."""
        if self.nothing_fits:
            return (NOTHING_FITS,)
        return tuple(sentence(N_("Shown: {what}"), what=part) for part in self.wish.said)


DOOR = N_("Crisis lines")
NOTHING_FITS = sentence(N_("No line here fits that. These are the others."))
_OLD = (sentence(N_("May have changed")), sentence(N_("These were last checked over three years ago.")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the page is made with, beside the countries."""

    finders: Sequence[Finder] = ()
    few: Sequence[Country] = ()
    """The few numbers for when no country is known."""
    today: str = ""
    """An ISO date."""
    over_ssh: bool = False
    hours: Hours | None = None
    """Words when a line is open."""

    def entries(self, lines: Iterable[CrisisLine], kind: str) -> tuple[Entry, ...]:
        """Return the lines as they stand on the page; of what may have changed nobody says it is open."""
        hours = None if kind == OLD else self.hours
        return tuple(
            Entry(line, reach_line(line, self.today, hours), OWN if is_own(line) else kind) for line in lines
        )


def lines_page(
    places: Sequence[Country],
    guess: Country | None,
    mine: Mine,
    wish: Wish,
    around: Around,
    *,
    all_of_mine: bool = True,
) -> LinesPage:
    """Return the page for these countries, else for the guessed one, else for anyone.

    `all_of_mine`: whether the person's lines of elsewhere, and those they wrote, stand there too.
    """
    if guess is not None and not call_first(guess.emergency):
        guess = None
    shown = tuple(places) or ((guess,) if guess else ())
    lines = [line for place in shown for line in place.lines]
    found = sort_out(lines, mine if all_of_mine else replace(mine, own=(), abroad=()), around.today)
    every = (*found.mine, *found.others)
    fitting = tuple(filter(wish.fits, every))
    usable = fitting or every
    numbers = emergency_parts(places[0] if places else None, guess, around.few, around.today, around.over_ssh)
    return LinesPage(
        title=_title(places),
        emergency=(*numbers, urgent_signs()),
        sections=tuple(filter(Section().__ne__, _sections(shown, found, usable, wish, around))),
        wish=wish,
        nothing_fits=wish.any and not fitting and bool(every),
        hidden=around.entries(found.hidden, HIDDEN),
        places=tuple(
            replace(place, lines=tuple(line for line in usable if line in place.lines)) for place in shown
        ),
    )


def _sections(
    shown: Sequence[Country], found: Sorted, usable: Sequence[CrisisLine], wish: Wish, around: Around
) -> Iterator[Section]:
    """Yield the person's own, each country, then where else to look, then what may have changed."""
    every = (*found.mine, *found.others)
    own = around.entries((line for line in found.mine if line in usable), PINNED)
    if own:
        yield Section((Passage("heading", (_YOURS,)),), own)
    for number, place in enumerate(shown):
        lines = (line for line in found.others if line in usable and line in place.lines)
        numbers = emergency_parts(place, None, (), around.today, around.over_ssh) if number else ()
        known = any(line in place.lines for line in (*every, *found.hidden, *found.old))
        yield _section(place, around.entries(lines, PLAIN), numbers, none=not known)
    if not any(line.for_adults and not line.check_first for line in every):
        yield Section(finder_parts(around.finders, around.today))
    if old := around.entries(filter(wish.fits, found.old), OLD):
        yield Section((Passage("heading", _OLD[:1]), Passage("note", _OLD[1:])), old)


_YOURS = sentence(N_("Your crisis lines"))


def _title(shown: Sequence[Country]) -> Sentence:
    if len(shown) != 1:
        return sentence(DOOR)
    return sentence(N_("Crisis lines in {country}"), country=shown[0].in_words)


def _section(place: Country, here: tuple[Entry, ...], numbers: tuple[Part, ...], *, none: bool) -> Section:
    before: list[Part] = [*numbers]
    if here:
        before.append(Passage("heading", (_title([place]),)))
    elif none:
        before.append(none_in(place))
    note = (Passage("note", (as_is(place.note),)),) if place.note else ()
    return Section(tuple(before), here, note)


# what can be done with it

PLACE, WHOM, BY_TEXT, ALL = "way:place", "way:whom", "way:text", "way:all"
MAKE_MINE, FOLLOW, HOME, ADD, SHOW_HIDDEN = "way:mine", "way:follow", "way:home", "way:add", "way:hidden"
"""Ways on below the lines; no line's id has a colon."""

ASKED_WHOM = N_("For whom?")
ASKED_PLACE = N_("The lines of which country?")
HIDDEN_LINES = N_("Hidden lines")
NONE_HIDDEN = N_("None is hidden.")


def ways_on(page: LinesPage, *, away: bool, settled: bool, follows: bool) -> tuple[tuple[str, Sentence], ...]:
    """Return (id, words) of what can be done with the page.

    `away`: it shows a country that was only looked up; `settled`: the person has named their own; `follows`:
    the lines of this one follow after theirs.
    """
    text = () if page.wish.by_text else ((BY_TEXT, N_("By text")),)
    again = ((ALL, N_("All of them again")),) if page.wish.any else ()
    stay = (
        *(((FOLLOW, N_("Leave these out") if follows else N_("Show these after mine")),) if settled else ()),
        (MAKE_MINE, N_("This is my country")),
        (HOME, N_("Back to mine")),
    )
    ways = (
        *text, (WHOM, N_("For somebody like me")), *again, (PLACE, N_("Another country")),
        *(stay if away else ()), (ADD, N_("Add a line of my own")),
    )  # fmt: skip
    hidden = sentence(N_("Hidden lines: {n}"), n=str(len(page.hidden)))
    found = tuple((way, sentence(words)) for way, words in ways)
    return (*found, (SHOW_HIDDEN, hidden)) if page.hidden else found


# what is typed


def audience_of(word: str) -> str:
    """Return the audience that a word means; raise UsageProblem with the nearest."""
    typed = word.strip().lower()
    known = [audience for audience, _words in FOR if audience]
    if typed in known or typed in _ALSO_CALLED:
        return _ALSO_CALLED.get(typed, typed)
    near = nearest(typed, (*known, *_ALSO_CALLED), n=1)
    raise UsageProblem(
        N_("No line here is for “{word}”; it can be {words}."),
        do=N_("Near it: {near}.") if near else "",
        word=clean_line(word)[:60],
        words=", ".join(known),
        near=near[0] if near else "",
    )


def line_called(name: str, lines: Sequence[CrisisLine]) -> CrisisLine:
    """Return the line of that id, or the one of whose id or name it is a part; raise NothingFound."""
    typed = clean_line(name).casefold()
    exact = [line for line in lines if line.id == typed]
    found = exact or [line for line in lines if typed and typed in f"{line.id}\n{line.name.casefold()}"]
    if len(found) == 1:
        return found[0]
    near = [line.id for line in found] or list(nearest(typed, [line.id for line in lines]))
    raise NothingFound(
        N_("More than one line is called “{name}”.") if found else N_("There is no line called “{name}”."),
        do=N_("Near it: {near}.") if near else N_("`cope lines` shows them, each with its name here."),
        name=typed[:60],
        near=", ".join(near[:5]),
    )
