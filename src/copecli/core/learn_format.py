"""From the text of a file to an Article, or a refusal that names the line.

Invariant: what comes out holds a line to read and no character that steers a terminal; every source that a
line cites is among the article's own, nothing that looks like markup got through as words, and a gap stands
above each heading and none below it, however the file is set.

A file is `+++`, a TOML table, `+++`, and the text: one idea a line, `## ` before a heading, `- ` before one
of several things, an empty line for a gap. ` [Key]` or ` [Key, Key]` at the end of a line cites sources.
"""

from __future__ import annotations

from unicodedata import category

from copecli.core import learn as model
from copecli.core.fields import Fields, FormatProblem
from copecli.core.learn import Article, Block, Gap, Heading, Item, Line, Next
from copecli.core.skill import REVIEWS
from copecli.core.skill_format import is_id
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

FENCE = "+++"
MOST_LINES = 400
"""Lines of text; an article has three screens, which is about sixty."""
LONGEST_LINE = 400
"""Characters."""
LAST_PLACE = 99
_HEADING, _ITEM = "## ", "- "
_MARKUP = ("**", "__", "`", "](", "://", "<", ">", "\\")
_AT_THE_START = ("#", "* ", "+ ", "---", "===", "|")
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


class LineProblem(FormatProblem):
    """What is wrong in one line of the file; `line` counts from 1."""

    def __init__(self, line: int, what: str, **fields: str) -> None:
        super().__init__("", what, **fields)
        self.line = line


def split(text: str) -> tuple[str, list[str], int]:
    """Return (the TOML of a file, the lines of its text, the number of the first of them)."""
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0].rstrip() != FENCE:
        raise LineProblem(1, N_("a file begins with a line {fence}"), fence=FENCE)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), lines[number + 1 :], number + 2
    raise LineProblem(1, N_("the second line {fence} is missing"), fence=FENCE)


def article_from(
    article_id: str, document: Mapping[str, object], lines: list[str], first_line: int
) -> Article:
    """Return the article of that id; raise FormatProblem (of the TOML) or LineProblem (of the text)."""
    if not is_id(article_id):
        raise FormatProblem("", N_("an article file's name is made of a-z, 0-9 and -, forty at most"))
    fields = Fields(document)
    if document.get("format") != 1:
        raise FormatProblem("format", N_("this should be 1, the only format there is"))
    fields.whole("format", 1, 1)
    status, on = _review(fields.table("review"))
    sources = fields.texts("sources", ())
    article = Article(
        id=article_id,
        title=fields.text("title", lines=False),
        group=fields.choice("group", model.GROUPS),
        place=fields.whole("place", 1, LAST_PLACE),
        summary=fields.text("summary", lines=False),
        finds=fields.texts("finds", ()),
        sources=sources,
        review_status=status,
        review_on=on,
        now=tuple(_next(table) for table in fields.tables("now")),
        blocks=blocks_of(lines, first_line, sources),
    )
    fields.refuse_others()
    return article


def _review(fields: Fields | None) -> tuple[str, str]:
    if fields is None:
        return REVIEWS[0], ""
    status, on = fields.choice("status", REVIEWS, REVIEWS[0]), fields.date("on")
    fields.refuse_others()
    if not on and status != REVIEWS[0]:
        raise FormatProblem(fields.key("on"), N_("say when it was read"))
    return status, on


def _next(fields: Fields) -> Next:
    kinds = [kind for kind in model.KINDS if kind in fields]
    if len(kinds) != 1:
        fields.refuse_others()
        raise FormatProblem(fields.key(model.SKILL), N_("this is one of skill, open and read"))
    (kind,) = kinds
    name = fields.choice(kind, model.DOORS) if kind == model.OPEN else fields.text(kind, lines=False)
    fields.refuse_others()
    if not is_id(name):
        raise FormatProblem(fields.key(kind), N_("an id is made of a-z, 0-9 and -"))
    return Next(kind, name)


def blocks_of(lines: list[str], first_line: int, sources: Collection[str]) -> tuple[Block, ...]:
    """Return what the lines say; raise LineProblem."""
    if len(lines) > MOST_LINES:
        raise LineProblem(first_line, N_("there are more than {n} lines"), n=str(MOST_LINES))
    found = list(_without_spare_gaps(_blocks(lines, first_line, sources)))
    if not any(isinstance(block, Line | Item) for block in found):
        raise LineProblem(first_line, N_("there is nothing to read"))
    return tuple(found)


def _without_spare_gaps(blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks with one gap between thoughts and above each heading, and none below it."""
    before: Block | None = None
    waiting = False
    for block in blocks:
        if isinstance(block, Gap):
            waiting = True
            continue
        if before is not None and not isinstance(before, Heading) and (waiting or isinstance(block, Heading)):
            yield Gap()
        yield block
        before, waiting = block, False


def _blocks(lines: list[str], first_line: int, sources: Collection[str]) -> Iterator[Block]:
    for number, raw in enumerate(lines, start=first_line):
        line = raw.strip()
        _check(line, number)
        if not line:
            yield Gap()
        elif line.startswith(_HEADING):
            yield Heading(_plain(line.removeprefix(_HEADING).strip(), number))
        else:
            made = Item if line.startswith(_ITEM) else Line
            text, keys = _cited(line.removeprefix(_ITEM).strip(), number)
            for key in keys:
                if key not in sources:
                    raise LineProblem(number, N_("“{name}” is not among its sources"), name=key)
            yield made(_plain(text, number), keys)


def _check(line: str, number: int) -> None:
    if len(line) > LONGEST_LINE:
        raise LineProblem(number, N_("this line is longer than {n} characters"), n=str(LONGEST_LINE))
    if not line.isprintable() and any(category(character) in _REFUSED for character in line):
        raise LineProblem(number, N_("this line holds a character that cannot be shown"))


def _cited(line: str, number: int) -> tuple[str, tuple[str, ...]]:
    """Return (words, keys) of a line that may end in ` [Key, Key]`."""
    text, opening, inside = line.rpartition(" [")
    if not opening or not line.endswith("]"):
        return line, ()
    keys = tuple(key.strip() for key in inside[:-1].split(","))
    if not all(key.isascii() and key.isalnum() for key in keys):
        raise LineProblem(number, N_("a source is named as in [Key] or [Key, Key]"))
    return text.strip(), keys


def _plain(text: str, number: int) -> str:
    """Return `text`; raise LineProblem where it holds nothing, or what looks like markup."""
    if not any(character.isalnum() for character in text):
        raise LineProblem(number, N_("this line says nothing"))
    if "[" in text or "]" in text:
        raise LineProblem(number, N_("a source stands at the end of a line"))
    if text.startswith(_AT_THE_START) or any(sign in text for sign in _MARKUP):
        raise LineProblem(number, N_("there is no such markup here, and no address"))
    return text
