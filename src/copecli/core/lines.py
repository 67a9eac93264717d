"""Emergency numbers and crisis lines of a country, and which of them to show first.

Invariant: a line has at least one way to be reached and says when its newest evidence is from. Nothing here
decides that a number is right: two independent sources in the country's file do, and a test holds them to
that.
"""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Opens = tuple[tuple[str, ...], ...]

CONFIDENCES = ("high", "medium")
AUDIENCES = ("anyone", "adults", "youth", "lgbtq", "veterans", "men", "indigenous", "worried")
"""For whom a line is; `worried` is somebody who fears for another person."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALL_DAY = "00:00-24:00"
ALWAYS: Opens = ((ALL_DAY,),) * len(DAYS)


@dataclass(frozen=True, slots=True)
class Source:
    """One place where a number was seen."""

    at: str
    """A web address, or the name of what has none."""
    date: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD; empty where the source has none."""
    detail: str = ""
    """What kind of source, for maintainers."""


@dataclass(frozen=True, slots=True)
class Emergency:
    """The numbers of the emergency services; any may be missing."""

    general: tuple[str, ...] = ()
    """One number for every service."""
    ambulance: tuple[str, ...] = ()
    police: tuple[str, ...] = ()
    fire: tuple[str, ...] = ()
    confidence: str = "high"
    """high: the sources agree. medium: two agree and another differs, or there are but two."""
    checked: str = ""
    """Date of the newest evidence: YYYY, YYYY-MM or YYYY-MM-DD."""
    note: str = ""
    """What a caller needs to know, in plain words."""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """A second number of the same line."""

    number: str
    note: str = ""
    """When to use this one."""


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """Somebody to call or write to."""

    id: str
    """The country's code in small letters, a dash, a name."""
    name: str
    region: str = ""
    """Where it serves, if not the whole country."""
    audience: tuple[str, ...] = ("anyone",)
    """Words of AUDIENCES."""
    for_whom: str = ""
    """The audience in plain words, where it is not simply anyone."""
    phone: str = ""
    phone_note: str = ""
    """What to do after dialling."""
    phone_alt: tuple[OtherNumber, ...] = ()
    sms: str = ""
    sms_keyword: str = ""
    """The word to send; empty where any will do."""
    whatsapp: str = ""
    chat: str = ""
    """A web address."""
    tty: str = ""
    deaf_access: str = ""
    url: str = ""
    hours: str = ""
    """As a person reads them."""
    opens: Opens = ()
    """For each day from Monday, the "HH:MM-HH:MM" in which it is open; empty where not exactly known."""
    zone: str = ""
    """The time zone of `opens`; "local" is the caller's, and 24/7 needs none."""
    languages: tuple[str, ...] = ()
    cost: str = ""
    note: str = ""
    confidence: str = "high"
    checked: str = ""
    """Date of the newest evidence: YYYY, YYYY-MM or YYYY-MM-DD."""
    own_source: bool = False
    """Whether the service itself, or who runs it, is among the sources."""
    sources: tuple[Source, ...] = ()

    @property
    def always(self) -> bool:
        """Return whether somebody answers at every hour."""
        return self.opens == ALWAYS

    @property
    def for_adults(self) -> bool:
        """Return whether it is for any adult, and not only for some."""
        return "anyone" in self.audience or "adults" in self.audience

    @property
    def by_text(self) -> bool:
        """Return whether it can be reached by text message."""
        return bool(self.sms or self.whatsapp)

    @property
    def without_hearing(self) -> bool:
        """Return whether a deaf person can reach it."""
        return bool(self.by_text or self.chat or self.tty or self.deaf_access)

    @property
    def check_first(self) -> bool:
        """Return whether the sources are fewer or less sure than for other lines."""
        return self.confidence != "high"

    @property
    def reachable(self) -> bool:
        """Return whether there is a way to reach it: an own line may have none yet."""
        return bool(self.phone or self.by_text or self.chat or self.tty)


@dataclass(frozen=True, slots=True)
class Country:
    """What we know for one country; a country of which we know nothing is one too."""

    code: str
    """Two capital letters; empty for a group of countries."""
    name: str
    emergency: Emergency = Emergency()
    lines: tuple[CrisisLine, ...] = ()
    said: str = ""
    """The name inside a sentence: "the United States"."""
    note: str = ""
    """What is missing here, in plain words."""

    @property
    def in_words(self) -> str:
        """Return the name as it stands inside a sentence."""
        return self.said or self.name


@dataclass(frozen=True, slots=True)
class Finder:
    """A place on the web that lists lines of many countries."""

    name: str
    url: str
    says: str
    checked: str = ""


def is_date(text: str) -> bool:
    """Return whether `text` is YYYY, YYYY-MM or YYYY-MM-DD."""
    year, *rest = text.split("-")
    if len(year) != 4 or len(rest) > 2 or not all_digits(year, *rest):
        return False
    most = ("12", "31")
    return all(len(part) == 2 and "01" <= part <= most[i] for i, part in enumerate(rest))


def all_digits(*parts: str) -> bool:
    """Return whether each part is made of 0 to 9."""
    return all(part.isascii() and part.isdigit() for part in parts)


def over_years_old(years: int, checked: str, today: str) -> bool:
    """Return whether evidence of that date may be so old; False where either date says nothing."""
    if not is_date(checked) or not (is_date(today) and len(today) == 10):
        return False
    return checked + "0000-01-01"[len(checked) :] < f"{int(today[:4]) - years:04}{today[4:]}"


def over_a_year_old(checked: str, today: str) -> bool:
    """Return whether evidence of that date may be older than a year."""
    return over_years_old(1, checked, today)


YEARS_TO_SHOW = 3
"""A line of medium confidence is no longer shown as one where its evidence is older."""


def may_have_changed(line: CrisisLine, today: str) -> bool:
    """Return whether too little is known of a line, and too long ago, to show it as one."""
    return line.confidence == "medium" and over_years_old(YEARS_TO_SHOW, line.checked, today)


SERVICES = ("general", "ambulance", "police", "fire")
"""In the order in which one is shown when there is no other: who can send help to a body comes first."""


def first_service(emergency: Emergency) -> str:
    """Return which of SERVICES to show first; nothing where no number is known."""
    return next((service for service in SERVICES if getattr(emergency, service)), "")


def call_first(emergency: Emergency) -> tuple[str, ...]:
    """Return the number or numbers to show first: for every service, else the ambulance, else the police."""
    return emergency.general or emergency.ambulance or emergency.police or emergency.fire


def pick_two(
    lines: Sequence[CrisisLine], theirs: Sequence[CrisisLine] = (), *, young: bool = False
) -> tuple[CrisisLine, ...]:
    """Return two lines to show first: `theirs`, then those for anyone, day and night where there are such.

    One is by text where the person has not chosen both. For somebody under 18 (`young`) one for young people
    comes first, where it answers day and night.
    """
    suits, first = (_for_the_young, _of_the_young) if young else (_for_adults, _for_anyone)

    def preference(line: CrisisLine) -> tuple[bool, bool, bool, bool, bool]:
        """Whom it is for, how sure it is, a whole country before a part, day and night; the file's order."""
        night = line.always or not young
        return (
            not suits(line), line.check_first, not (first(line) and night), bool(line.region), not line.always
        )  # fmt: skip

    ordered = sorted(lines, key=preference)
    two = [*theirs, *ordered][:2]
    if len(theirs) < len(two) == 2 and not any(line.by_text for line in two):
        two[1:] = [next((line for line in ordered if line.by_text and suits(line)), two[1])]
    return tuple(two)


def _for_adults(line: CrisisLine) -> bool:
    return line.for_adults


def _for_anyone(line: CrisisLine) -> bool:
    return "anyone" in line.audience


def _of_the_young(line: CrisisLine) -> bool:
    """Return whether it is for all who are young, and not for some of them."""
    return "youth" in line.audience and set(line.audience) <= {"youth", "worried", "anyone"}


def _for_the_young(line: CrisisLine) -> bool:
    return _for_anyone(line) or _of_the_young(line)
