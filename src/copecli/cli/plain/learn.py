"""What there is to read, line by line: the groups, the articles of one, and words to look for.

Invariant: the same articles in the same order as on screens. A file that cannot be read is told in one
sentence and hides no other.
"""

from __future__ import annotations

from copecli.cli.plain.article import read
from copecli.cli.plain.face import leaves
from copecli.cli.reach_words import ended
from copecli.core import learn_words as say
from copecli.core.more_words import LEARN_DOOR
from copecli.desk_learn import library
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copecli.cli.plain.face import Face
    from copecli.core.learn import Article
    from copecli.desk_learn import Library

FIND = "find:"
"""No group and no article has a colon in its name."""


def learn(face: Face, which: Sequence[str]) -> None:
    """Begin with the shelf, with the article of that id, or with what has the words after an empty id."""
    there = library()
    article = there.called(which[0]) if which else None
    if article is not None:
        where = read(face, article)
    elif which[1:]:
        where = _look_for(face, there, which[1])
    else:
        where = say.ELSE
    if where == say.ELSE:
        shelf(face, there)


def shelf(face: Face, there: Library | None = None) -> str:
    """Ask which group, again and again; return `REST` where somebody is done."""
    there = there or library()
    face.say(*there.told)
    groups = [(group, f"{_(say.group_name(group))}.") for group in say.groups_of(there.articles)]
    rows = [*groups, (FIND, f"{_(say.FIND)}.")]
    while chosen := face.menu(f"{_(LEARN_DOOR)}.", rows):
        face.gap()
        if chosen == FIND:
            where = _find(face, there)
        else:
            where = _one_of(face, f"{_(say.group_name(chosen))}.", there.of(chosen))
        if where == say.REST:
            return where
        face.gap()
    return ""


def _one_of(
    face: Face, question: str, articles: Iterable[Article], first: Iterable[tuple[str, str]] = ()
) -> str:
    """Ask which to read, until the person goes back; return where they want to be."""
    by_id = {article.id: article for article in articles}
    rows = [*first, *((key, f"{ended(one.title)} {one.summary}") for key, one in by_id.items())]
    while chosen := face.menu(question, rows):
        face.gap()
        where = read(face, by_id[chosen]) if chosen in by_id else _help(face)
        if where:
            return where
        face.gap()
    return ""


def _help(face: Face) -> str:
    face.help_now()
    return ""


def _find(face: Face, there: Library) -> str:
    """Ask for words, again and again; return where the person wants to be."""

    def ask() -> None:
        face.say(_(say.FIND_HINT), _("Enter alone goes back."))

    while typed := face.words(ask):
        if leaves(typed):
            return ""
        where = _look_for(face, there, typed)
        if where:
            return where
        face.gap()
    return ""


def _look_for(face: Face, there: Library, typed: str) -> str:
    """Offer what has these words."""
    found = there.find(typed)
    close = () if found else there.near(typed)
    face.say(*map(_, say.told_of(typed, found=bool(found), close=bool(close))))
    first = [(key, ended(text.worded(_))) for key, text in say.first_found(typed)]
    if not (found or close or first):
        return ""
    return _one_of(face, "", found or close, first)
