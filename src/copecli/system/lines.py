"""Crisis lines and emergency numbers from disk, and which country a person may be in.

Invariant: a file is refused alone, with its name and line; what Help now needs when no country can be shown
is never refused; and a guess is made only where one clock zone belongs to one country.
"""

from __future__ import annotations

import os

from copecli.core.errors import CopeError, NothingFound, Unreadable
from copecli.core.fields import FormatProblem
from copecli.core.lines import Country, first_service
from copecli.core.lines_format import country_from_document, finders_from_document
from copecli.system.content import content_path
from copecli.system.files import read_limited
from copecli.system.toml import LARGEST_FILE, TomlProblem, line_of, read_toml
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copecli.core.lines import Finder


def load_country(name: str) -> Country:
    """Return the country of that code or name; raise NothingFound with the nearest, Unreadable where damaged.

    A country of which no number is known is returned with none.
    """
    code = name if _is_code(name) and os.path.exists(_path(name)) else country_code(name)
    file = f"{code}.toml"
    text = ""
    try:
        document, text = read_toml(_path(code))
        return country_from_document(code, document)
    except FileNotFoundError:
        return Country(code, country_name(code))
    except FormatProblem as trouble:
        raise _damaged(file, line_of(text, trouble.key), trouble.sentence()) from None
    except TomlProblem as trouble:
        raise _damaged(file, trouble.line, trouble.sentence()) from None
    except OSError as trouble:
        raise _damaged(file, 0, (trouble.strerror or "").lower()) from None


def load_finders() -> tuple[Finder, ...]:
    """Return where to look for a line in any country; nothing where damaged: Help now goes on."""
    return _finders_and_few()[0]


def load_few() -> tuple[Country, ...]:
    """Return the few numbers that serve most readers, for when no country is known; nothing where damaged."""
    return _finders_and_few()[1]


def _finders_and_few() -> tuple[tuple[Finder, ...], tuple[Country, ...]]:
    try:
        return finders_from_document(read_toml(content_path("lines", "finders.toml"))[0])
    except (FormatProblem, TomlProblem, OSError):
        return (), ()


def _damaged(file: str, line: int, problem: str) -> Unreadable:
    return Unreadable(
        N_("The file of numbers {file} could not be read (line {line}: {problem}).")
        if line
        else N_("The file of numbers {file} could not be read: {problem}."),
        do=N_("Installing copecli anew may mend it."),
        file=file,
        line=str(line),
        problem=problem,
    )


def _path(code: str) -> str:
    return content_path("lines", f"{code}.toml")


def _is_code(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()


def country_codes() -> tuple[str, ...]:
    """Return the codes of all countries that have numbers here, in order."""
    stems = (name.removesuffix(".toml") for name in os.listdir(content_path("lines")))
    return tuple(sorted(stem for stem in stems if _is_code(stem)))


def country_names() -> dict[str, str]:
    """Return the name of every country, by code."""
    return {code: name for code, _, name, _, _ in _countries()}


def country_name(code: str) -> str:
    """Return the name of the country of that code; the code itself where it is not known."""
    return next((name for found, _, name, _, _ in _countries() if found == code), code)


def country_code(name: str) -> str:
    """Return the code for a code, a three-letter code or a name; raise NothingFound with the nearest."""
    by_name = _codes_by_name()
    wanted = _folded(name)
    if wanted and wanted in by_name:
        return by_name[wanted]
    raise _unknown(name, wanted, by_name)


def country_codes_in(words: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of the countries in some words, such as IE New Zealand; raise NothingFound.

    A name takes as many words as it can; commas may stand between.
    """
    if all(_is_code(word) and os.path.exists(_path(word)) for word in words):
        return tuple(dict.fromkeys(words))  # the table of names takes a tenth of a bare start
    by_name = _codes_by_name()
    left = [word for word in " ".join(words).replace(",", " ").split() if _folded(word)]
    found: list[str] = []
    if not left:
        raise _unknown(" ".join(words), "", by_name)
    while left:
        lengths = range(len(left), 0, -1)
        most = next((n for n in lengths if _folded(" ".join(left[:n])) in by_name), 0)
        if not most:
            name = " ".join(left)
            raise _unknown(name, _folded(name), by_name)
        found.append(by_name[_folded(" ".join(left[:most]))])
        left = left[most:]
    return tuple(dict.fromkeys(found))


def _codes_by_name() -> dict[str, str]:
    """Return the code for whatever a country may be called."""
    by_name: dict[str, str] = {}
    for code, code3, proper, others, _ in _countries():
        for known in (code, code3, proper, *others.split(";")):
            by_name.setdefault(_folded(known), code)
    return by_name


def _unknown(name: str, wanted: str, by_name: dict[str, str]) -> NothingFound:
    from copecli.core.text import clean_line, nearest

    near = {by_name[found] for found in nearest(wanted, (known for known in by_name if len(known) > 3))}
    return NothingFound(
        N_("No country is known here as “{name}”."),
        do=N_("Near it: {nearest}.") if near else N_("A code such as IE or a name such as Ireland will do."),
        name=clean_line(name)[:60],
        nearest=", ".join(sorted(country_name(code) for code in near)),
    )


def _folded(name: str) -> str:
    from unicodedata import combining, normalize

    plain = (c for c in normalize("NFKD", name) if not combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).casefold().split()).removeprefix("the ")


def country_of_zone(zone: str) -> str | None:
    """Return the code of the one country that uses the clock zone of that name; None on any doubt."""
    if not zone:
        return None
    try:
        return next((code for code, _, _, _, zones in _countries() if zone in zones.split(" ")), None)
    except CopeError:
        return None


def _countries() -> Iterator[tuple[str, str, str, str, str]]:
    """Yield code, three-letter code, name, other names and zones of each country.

    One small file of tab-separated lines: as TOML it would take longer to parse than Python takes to start.
    """
    file = "countries.tsv"
    try:
        text = read_limited(content_path(file), LARGEST_FILE).decode("utf-8")
        for line in text.splitlines():
            if line and not line.startswith("#"):
                code, code3, name, others, zones = line.split("\t")
                yield code, code3, name, others, zones
    except (OSError, ValueError) as trouble:
        raise _damaged(file, 0, getattr(trouble, "strerror", None) or "its lines are not whole") from None


def local_zone(environ: Mapping[str, str], etc: str = "/etc") -> str | None:
    """Return the name of this computer's clock zone; None where it has no name or two."""
    named = environ.get("TZ", "").removeprefix(":")
    if named:
        return _zone_name(named)
    linked = _zone_of_link(os.path.join(etc, "localtime"))
    written = _zone_of_file(os.path.join(etc, "timezone"))
    if linked and written and linked != written:
        return None
    return linked or written


def _zone_of_link(path: str) -> str | None:
    try:
        target = os.readlink(path)
    except (OSError, AttributeError):
        return None
    return _zone_name(target) if "zoneinfo/" in target else None


def _zone_of_file(path: str) -> str | None:
    try:
        return _zone_name(read_limited(path, 256).decode("ascii").strip())
    except (OSError, ValueError):
        return None


def _zone_name(text: str) -> str | None:
    """Return the zone's name without its directory; None for a rule such as CET-1CEST."""
    name = text.rpartition("zoneinfo/")[2].removeprefix("posix/").removeprefix("right/")
    if not name.isascii() or ("/" not in name and any(c.isdigit() for c in name)):
        return None
    parts = name.replace("_", "").replace("-", "").replace("+", "").split("/")
    return name if all(part.isalnum() for part in parts) else None


def over_ssh(environ: Mapping[str, str]) -> bool:
    """Return whether this is a computer reached from another one, so that its clock says little."""
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY") or environ.get("SSH_CLIENT"))


def guess_country(environ: Mapping[str, str]) -> Country | None:
    """Return the country of this computer's clock zone; None on doubt, or where we know no number."""
    code = country_of_zone(local_zone(environ) or "")
    try:
        found = load_country(code) if code else None
    except CopeError:
        return None
    return found if found is not None and first_service(found.emergency) else None
