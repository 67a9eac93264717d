"""From a parsed country file to a Country, or a refusal that names the key.

Invariant: every text that comes out is clean and of one line, every date and every opening hour is of its
shape, and no key was passed over in silence.

A country's file is `content/lines/<CC>.toml`: `format`, `name`, `said` (the name inside a sentence),
`note`, the table `[emergency]` and any number of `[[line]]`. `checked` is the date of the newest evidence,
never of an edit. `open` is "24/7" or a table of `daily` or `mon` to `sun`, each a list of "09:00-17:00" (an
end before its start is the next day's), by the clock of `zone`, where "local" is the caller's own.
`maintainers` is never shown.
"""

from __future__ import annotations

from copecli.core.fields import Fields, FormatProblem
from copecli.core.lines import (
    ALWAYS,
    AUDIENCES,
    CONFIDENCES,
    DAYS,
    Country,
    CrisisLine,
    Emergency,
    Finder,
    OtherNumber,
    Source,
    all_digits,
    is_date,
)
from copecli.core.text import clean_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copecli.core.lines import Opens


def country_from_document(code: str, document: Mapping[str, object]) -> Country:
    """Return the country of that file; raise FormatProblem(key, what) where the file is not of format 1."""
    fields = Fields(document)
    if document.get("format") != 1:
        raise FormatProblem("format", N_("this should be 1, the only format there is"))
    fields.whole("format", 1, 1)
    country = Country(
        code=code,
        name=fields.text("name", lines=False),
        said=fields.text("said", "", lines=False),
        note=fields.text("note", "", lines=False),
        emergency=_emergency(fields.table("emergency")),
        lines=tuple(_line(code, table) for table in fields.tables("line", required=False)),
    )
    fields.refuse_others()
    return country


def finders_from_document(document: Mapping[str, object]) -> tuple[tuple[Finder, ...], tuple[Country, ...]]:
    """Return the finders, and the few numbers that serve most readers when the country is not known."""
    fields = Fields(document)
    fields.whole("format", 1, 1)
    finders = tuple(_finder(table) for table in fields.tables("finder"))
    few = tuple(_few(table) for table in fields.tables("few"))
    fields.refuse_others()
    return finders, few


def _finder(f: Fields) -> Finder:
    finder = Finder(
        name=f.text("name", lines=False),
        url=f.text("url", lines=False),
        says=f.text("says", lines=False),
        checked=_date(f, "checked", ""),
    )
    f.refuse_others()
    return finder


def _few(f: Fields) -> Country:
    f.texts("countries")  # which files it repeats; a test compares them
    emergency = Emergency(general=_texts(f, "numbers", None), checked=_date(f, "checked"))
    country = Country("", f.text("where", lines=False), emergency)
    f.refuse_others()
    return country


def _emergency(f: Fields | None) -> Emergency:
    if f is None:
        return Emergency()
    f.raw("maintainers")
    emergency = Emergency(
        general=_texts(f, "general"),
        ambulance=_texts(f, "ambulance"),
        police=_texts(f, "police"),
        fire=_texts(f, "fire"),
        confidence=f.choice("confidence", CONFIDENCES),
        checked=_date(f, "checked"),
        note=f.text("note", "", lines=False),
        sources=_sources(f),
    )
    f.refuse_others()
    return emergency


def _line(code: str, f: Fields) -> CrisisLine:
    f.raw("maintainers")
    words = {name: f.text(name, "", lines=False) for name in _LINE_TEXTS}
    line = CrisisLine(
        id=f.text("id", lines=False),
        name=f.text("name", lines=False),
        audience=f.choices("audience", AUDIENCES, ("anyone",)),
        phone_alt=_other_numbers(f),
        opens=_opens(f),
        languages=_texts(f, "languages"),
        confidence=f.choice("confidence", CONFIDENCES),
        checked=_date(f, "checked"),
        own_source=f.raw("own_source") is True,
        sources=_sources(f),
        **words,
    )
    f.refuse_others()
    if not line.id.startswith(f"{code.lower()}-"):
        raise FormatProblem(f.key("id"), N_("an id begins with the country's code, as in ie-"))
    if not (line.phone or line.by_text or line.chat):
        raise FormatProblem(f.key("phone"), N_("a line needs a phone, a text number or a chat"))
    return line


_LINE_TEXTS = (
    "region", "for_whom", "phone", "phone_note", "sms", "sms_keyword", "whatsapp", "chat", "tty",
    "deaf_access", "url", "hours", "zone", "cost", "note",
)  # fmt: skip


def _other_numbers(f: Fields) -> tuple[OtherNumber, ...]:
    found = []
    for table in f.tables("phone_alt", required=False):
        found.append(OtherNumber(table.text("number", lines=False), table.text("note", "", lines=False)))
        table.refuse_others()
    return tuple(found)


def _sources(f: Fields) -> tuple[Source, ...]:
    found = []
    for table in f.tables("sources"):
        where = table.text("at", lines=False)
        found.append(Source(where, _date(table, "date", ""), table.text("detail", "", lines=False)))
        table.refuse_others()
    return tuple(found)


def _opens(f: Fields) -> Opens:
    if f.raw("open") == "24/7":
        return ALWAYS
    days = f.table("open")
    if days is None:
        return ()
    daily = days.texts("daily", ())
    found = tuple(days.texts(day, daily) for day in DAYS)
    days.refuse_others()
    for span in (span for spans in found for span in spans):
        if not _is_span(span):
            raise FormatProblem(f.key("open"), N_("opening hours look like 09:00-17:00"))
    if not f.text("zone", "", lines=False):
        raise FormatProblem(f.key("zone"), N_("opening hours need a time zone"))
    return found


def _is_span(text: str) -> bool:
    if len(text) != 11 or text[2] + text[5] + text[8] != ":-:":
        return False
    start, end = text[:5], text[6:]
    if not all_digits(start[:2], start[3:], end[:2], end[3:]) or max(start[3:], end[3:]) > "59":
        return False
    return start < "24:00" and end <= "24:00" and start != end


def _texts(f: Fields, name: str, default: tuple[str, ...] | None = ()) -> tuple[str, ...]:
    return tuple(clean_line(text) for text in f.texts(name, default))


def _date(f: Fields, name: str, default: str | None = None) -> str:
    text = f.text(name, default, lines=False)
    if text and not is_date(text):
        raise FormatProblem(f.key(name), N_("this should be a date, as in 2026-11-23, 2026-11 or 2026"))
    return text
