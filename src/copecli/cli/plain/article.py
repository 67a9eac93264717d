"""An article line by line: part by part, and then what can be done with it now.

Invariant: the same ways on as on screens, a person and Help now among them; what stands in `OPENS` opens, and
no other door is offered.
"""

from __future__ import annotations

from copecli.cli.learn_lines import block_lines
from copecli.cli.plain.face import command_of
from copecli.cli.plain.help_now import people_then_lines
from copecli.cli.plain.io import HELD
from copecli.cli.plain.learn_doors import OPENS
from copecli.cli.reach_words import ended
from copecli.core import learn_words as say
from copecli.core.actions import READ
from copecli.core.learn import OPEN, SKILL
from copecli.core.learn_pages import parts_of
from copecli.core.shared_words import UNSAFE
from copecli.desk_learn import one, sources_told, titles_now
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.learn import Article


def read(face: Face, article: Article) -> str:
    """Say an article part by part, then what can be done with it; return where the person wants to be."""
    parts = parts_of(article)
    face.say(ended(article.title))
    at = 0
    while at < len(parts):
        face.gap()
        step = _part(face, article, at)
        if not step:
            return ""
        at = max(0, at + step)
    face.gap()
    return _now(face, article)


_OURS = {"b": "read-back", "q": "read-stop"}
"""The line face's own letters: they hold where no key of reading is the same."""


def _part(face: Face, article: Article, at: int) -> int:
    """Say one part; return how many parts to go on, or 0 to stop."""
    parts, keys = parts_of(article), face.desk.keys

    def show() -> None:
        face.console.say_all(block_lines(parts[at], article.numbers))
        if at + 1 < len(parts):
            place = _(say.PLACE).format(n=at + 1, of=len(parts))
            told = _("{place}. Enter goes on. {back}: back. {stop}: leave.")
            face.say(told.format(place=place, back=keys.typed("read-back"), stop=keys.typed("read-stop")))

    show()
    if at + 1 == len(parts):
        return 1
    while True:
        line = face.line(show) or ""
        if line == HELD:
            if at:
                return -1
        elif command_of(line) == "?":
            show()
        else:
            meant = keys.meant(READ, line.lower()) or _OURS.get(command_of(line), "")
            return {"read-back": -1 if at else 0, "read-stop": 0}.get(meant, 1)


def _now(face: Face, article: Article) -> str:
    """Offer what can be done with it, until the person goes back."""
    ways = say.ways_now(article, titles_now(face.desk, article), OPENS)
    rows = [(way, ended(text.worded(_))) for way, text in ways]
    while chosen := face.menu(_(say.WHAT_NOW), rows):
        face.gap()
        where = _do(face, article, chosen)
        if where:
            return where
        face.gap()
    return ""


def _do(face: Face, article: Article, chosen: str) -> str:
    kind, _colon, name = chosen.partition(":")
    if chosen in (say.ELSE, say.REST):
        return chosen
    if chosen == UNSAFE:
        face.help_now()
    elif chosen == say.PERSON:
        people_then_lines(face)
    elif chosen == say.SOURCES:
        face.say(f"{_(say.SOURCES_TITLE)}:", *sources_told(article))
    elif kind == SKILL:
        _exercise(face, name)
    elif kind == OPEN:
        OPENS[name](face)
    else:
        other = one(name)
        return read(face, other) if other is not None else ""
    return ""


def _exercise(face: Face, skill_id: str) -> None:
    from copecli.cli.plain.player import exercise

    exercise(face, face.desk.chosen(face.desk.skill(skill_id)))
