"""How somebody is reached, in words: the ways, what to know first, and how old the evidence is.

Invariant: a sentence of ours is a message id with fields, so that the face words it; a name, a number or a
line's own words are never a message id, and pass through untouched.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.lines import over_a_year_old
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.lines import CrisisLine

    Hours = Callable[[CrisisLine], tuple["Sentence", ...]]
    """Returns when a line is open, in words."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: an English message id, and what fills its places after translation."""

    text: str
    fields: tuple[tuple[str, str | Sentence], ...] = ()
    """What is a sentence itself is worded before it fills its place."""

    def worded(self, translate: Callable[[str], str], **more: str) -> str:
        """Return the sentence in the language of `translate`; `more` fills what only the face knows."""
        fields = {
            name: value if isinstance(value, str) else value.worded(translate) for name, value in self.fields
        }
        return translate(self.text).format(**fields, **more)


def sentence(text: str, **fields: str | Sentence) -> Sentence:
    """Return the sentence of that message id."""
    return Sentence(text, tuple(fields.items()))


AS_IS = "{text}"
"""The message id of words that are nobody's to translate."""


def as_is(text: str) -> Sentence:
    """Return words that are nobody's to translate: a name, a line's own hours."""
    return Sentence(AS_IS, (("text", text),))


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach somebody."""

    kind: str
    """call text whatsapp chat tty web"""
    words: Sentence
    """What to do: "Call 112"."""
    copy: str
    """What goes to the clipboard: the number or address as it is read."""
    says: str = ""
    """The word to send, where one is needed (text only)."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Somebody to reach: a name, the ways, and what is good to know."""

    kind: str
    """emergency person line finder"""
    name: Sentence
    ways: tuple[Way, ...] = ()
    about: tuple[Sentence, ...] = ()
    """Needed before calling: what to press, for whom, where, the hours."""
    details: tuple[Sentence, ...] = ()
    """Where there is room: languages, cost, access for deaf people."""
    checked: Sentence | None = None
    """The date of the newest evidence; None where there is none, as for own people."""


def call(number: str) -> Way:
    """Return the way that is a phone call."""
    return Way("call", sentence(N_("Call {number}"), number=number), number)


def reach_person(name: str, phone: str, sms: str = "") -> Reach:
    """Return how to reach somebody of the person's own; a second number that is the same is said once."""
    ways = [call(phone)] if phone else []
    if sms and sms != phone:
        ways.append(Way("text", sentence(N_("Text {number}"), number=sms), sms))
    return Reach("person", as_is(name or phone or sms), tuple(ways))


def reach_line(line: CrisisLine, today: str, hours: Hours | None = None) -> Reach:
    """Return how to reach a crisis line, with what is good to know; `hours` words when it is open."""
    first = (sentence(N_("check first: we are less sure of this one")),) if line.check_first else ()
    missing = () if line.reachable else (sentence(N_("no number yet")),)
    known = tuple(as_is(text) for text in (line.phone_note, line.for_whom, line.region) if text)
    when = hours(line) if hours else (as_is(line.hours),) if line.hours else ()
    note = (as_is(line.note),) if line.note else ()
    return Reach(
        "line",
        as_is(line.name),
        _ways(line),
        (*missing, *first, *known, *when, *note),
        _details(line),
        checked(line.checked, today),
    )


def _ways(line: CrisisLine) -> tuple[Way, ...]:
    ways = [call(line.phone)] if line.phone else []
    if line.sms:
        words = (
            sentence(N_("Text {keyword} to {number}"), keyword=line.sms_keyword, number=line.sms)
            if line.sms_keyword
            else sentence(N_("Text {number}"), number=line.sms)
        )
        ways.append(Way("text", words, line.sms, line.sms_keyword))
    for kind, text, where in (
        ("whatsapp", N_("WhatsApp {number}"), line.whatsapp),
        ("chat", N_("Chat: {number}"), line.chat),
        ("tty", N_("Text phone {number}"), line.tty),
    ):
        if where:
            ways.append(Way(kind, sentence(text, number=where), where))
    return tuple(ways)


def _details(line: CrisisLine) -> tuple[Sentence, ...]:
    others = (
        sentence(N_("Also {number}, {note}"), number=other.number, note=other.note)
        if other.note
        else sentence(N_("Also {number}"), number=other.number)
        for other in line.phone_alt
    )
    texts = (line.deaf_access, ", ".join(line.languages), line.cost, line.url)
    return (*others, *(as_is(text) for text in texts if text), *_seen_at(line))


def _seen_at(line: CrisisLine) -> tuple[Sentence, ...]:
    """Return where the newest evidence was seen, by the name of the place alone."""
    newest = next((source.at for source in line.sources if source.date == line.checked), "")
    if not newest:
        return ()
    host, *path = newest.rpartition("://")[2].split("/")
    place = "/".join((host.removeprefix("www."), *path[: _NAMES_AFTER.get(host, 0)]))
    return (sentence(N_("Seen at {source}"), source=place),)


_NAMES_AFTER = {"github.com": 2}
"""Names after the host that say whose it is."""


def checked(date: str, today: str) -> Sentence | None:
    """Return how old the newest evidence is, in words; None where it has no date."""
    if not date:
        return None
    if over_a_year_old(date, today):
        return sentence(N_("checked {date}, over a year ago"), date=date)
    return sentence(N_("checked {date}"), date=date)
