"""Articles from disk, and where what they say is known from.

Invariant: a file is refused alone, with its name and line, and the others are there; nothing in a file can
stop the program or steer a terminal.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from copecli.core.errors import CopeError, Unreadable
from copecli.core.fields import FormatProblem
from copecli.core.learn import Article, Source, shelf_order
from copecli.core.learn_format import LineProblem, article_from, split
from copecli.core.skill_format import is_id
from copecli.core.text import clean_line
from copecli.system.content import content_path
from copecli.system.files import read_limited
from copecli.system.toml import BOM, TomlProblem, line_of, parse_toml, read_toml
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST_ARTICLE = 64 * 1024
"""Bytes: ten times what three screens hold."""
MOST_ARTICLES = 500
_END = ".md"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every article that could be read, and every file that could not."""

    articles: tuple[Article, ...]
    """In the order of the shelf."""
    refused: tuple[CopeError, ...] = ()
    """One calm sentence for each file that was left out."""


def load_shelf(directory: str = "") -> Shelf:
    """Return all articles; never raise."""
    place = directory or content_path("learn")
    articles: list[Article] = []
    refused: list[CopeError] = []
    for name in _files(place):
        try:
            articles.append(load_article_file(os.path.join(place, name)))
        except CopeError as trouble:
            refused.append(trouble)
    return Shelf(tuple(sorted(articles, key=shelf_order)), tuple(refused))


def _files(place: str) -> list[str]:
    try:
        names = sorted(os.listdir(place))
    except OSError:
        return []
    return [name for name in names if name.endswith(_END) and not name.startswith(".")][:MOST_ARTICLES]


def load_article(article_id: str) -> Article | None:
    """Return the article of that id, None where there is none; raise Unreadable. Others are not read."""
    path = content_path("learn", f"{article_id}{_END}")
    return load_article_file(path) if is_id(article_id) and os.path.lexists(path) else None


def load_article_file(path: str) -> Article:
    """Return the article in a file; raise Unreadable, which names file and line."""
    name = os.path.basename(path)
    head = ""
    try:
        text = read_limited(path, LARGEST_ARTICLE).removeprefix(BOM).decode()
        head, lines, first = split(text)
        document, head = parse_toml(head.encode())
        return article_from(name.removesuffix(_END), document, lines, first)
    except UnicodeDecodeError:
        raise _left_out(name, 0, _("this is not UTF-8 text")) from None
    except LineProblem as trouble:
        raise _left_out(name, trouble.line, trouble.sentence(_)) from None
    except FormatProblem as trouble:
        line = line_of(head, trouble.key)
        problem = trouble.sentence(_)
        raise _left_out(
            name, line + 1 if line else 0, f"{trouble.key}: {problem}" if trouble.key else problem
        ) from None
    except TomlProblem as trouble:
        raise _left_out(name, trouble.line + 1 if trouble.line else 0, trouble.sentence(_)) from None
    except (OSError, ValueError) as trouble:
        said = getattr(trouble, "strerror", "") or N_("it cannot be read")
        raise _left_out(name, 0, _(said).lower()) from None


def _left_out(name: str, line: int, problem: str) -> Unreadable:
    return Unreadable(
        N_("The page {file} cannot be shown (line {line}: {problem}).")
        if line
        else N_("The page {file} cannot be shown: {problem}."),
        safe=N_("The others are there."),
        do=N_("Installing copecli anew may mend it."),
        file=clean_line(name)[:80],
        line=str(line),
        problem=clean_line(problem)[:300],
    )


def load_cited(keys: Iterable[str]) -> dict[str, Source]:
    """Return these sources by key; one that is not known stands for itself. Never raise."""
    try:
        document, _text = read_toml(content_path("sources.toml"))
    except (OSError, TomlProblem):
        document = {}
    return {key: _source(key, document.get(key)) for key in keys}


def _source(key: str, row: object) -> Source:
    table = row if isinstance(row, dict) else {}
    cite, found = (clean_line(str(table.get(name, ""))) for name in ("cite", "found"))
    return Source(key, cite or key, found)
