"""A plan in Markdown, typed by somebody or written by `documents.markdown`, as a document of plain values.

Invariant: what `documents.markdown` wrote comes back equal (the grammar stands there), and of what somebody
typed nothing is dropped: a heading that is no step, and words below no heading, are kept under keys of their
own.
"""

from __future__ import annotations

from copecli.core import plan_labels as labels
from copecli.core.markdown_lines import is_rule, marker, unescaped, with_what_goes_on
from copecli.core.plan import STEPS, WITH_PHONE
from copecli.core.plan_format import ABOUT_ME_KEYS, ITEM_KEYS, PLAN_KEYS, key_of
from copecli.core.plan_headings import ABOUT_PLAN_KEY, step_of_heading
from copecli.core.plan_import import IMPORTED, Table
from copecli.core.plan_words import PLAN_TITLE
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Translate = Callable[[str], str]

BEFORE_ALL = N_("imported")
"""The key of words that stand below no heading."""

_FLAGS = ("not-safe", "private")
_OF_TEN = tuple(map(str, range(11)))
_DIGITS = "0123456789"
_STARTS_A_NUMBER = f"{_DIGITS}+("
_OF_A_NUMBER = f"{_STARTS_A_NUMBER})-/. "
_FEWEST_DIGITS = 5
"""Of a number that is told apart from the words before it."""


def document_of_markdown(text: str, translate: Translate = str) -> Table:
    """Return what stands in `text`; `translate` gives the headings of the language in use."""
    reading = _Reading(translate)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    at = 0
    while at < len(lines):
        at = reading.block(lines, at)
    return reading.document()


class _Reading:
    """A file being read, block by block."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate
        self._ours = {said for line in labels.OURS for said in (line, translate(line))}
        self._titles = {_folded(said) for said in (PLAN_TITLE, translate(PLAN_TITLE))}
        self._plan: Table = {"format": 1}
        self._kept: dict[str, list[str]] = {}
        """What stands below headings that are no step."""
        self._section = ""
        """A step, about-me, about-plan, or a heading of somebody's own."""
        self._items: list[Table] = []
        """Of the step that is being read."""
        self._open = False
        """Whether a line that follows without a gap goes on with the item before."""

    def document(self) -> Table:
        """Return all that was read."""
        for step in WITH_PHONE:
            rows = self._plan.get(step)
            if isinstance(rows, list):
                self._plan[step] = [
                    row if "id" in row or "phone" in row else _with_number(row) for row in rows
                ]
        alone = [heading for heading, lines in self._kept.items() if not lines]
        loose = [*alone, *self._kept.pop(BEFORE_ALL, [])]
        for heading, lines in {BEFORE_ALL: loose, **self._kept}.items():
            if lines:
                _put(self._plan, _free(heading, PLAN_KEYS), lines)
        return self._plan

    def block(self, lines: list[str], at: int) -> int:
        """Read the block that begins in line `at`; return where the next one begins."""
        line = lines[at]
        bare = line.strip(" \t")
        indent = len(line) - len(line.lstrip(" \t"))
        if not bare or is_rule(bare):
            self._open = False
            return at + 1
        if bare.startswith("<!--"):
            return self._comment(lines, at, inside=indent > 0)
        level = len(bare) - len(bare.lstrip("#"))
        if not indent and 0 < level < 7 and bare[level : level + 1] in ("", " "):
            self._heading(unescaped(bare[level:].strip().rstrip("#").strip()))
            return at + 1
        words, after = with_what_goes_on(lines, at)
        mark = marker(bare)
        if bare.startswith(">"):
            said = unescaped(words[1:].strip())
            if said not in self._ours:
                self._line(said)
        elif not mark:
            self._typed(unescaped(words), indent)
        elif indent >= 2 and self._items and self._section in STEPS:
            self._field(words[len(mark) :].strip(" "))
        else:
            self._bullet(words[len(mark) :].strip(" "))
        return after

    # what a block is

    def _heading(self, words: str) -> None:
        self._open = False
        if _folded(words) in self._titles:
            return
        step = step_of_heading(words, self._translate)
        self._section = step or words or BEFORE_ALL
        self._items = []
        if step in STEPS:
            rows = self._plan.setdefault(step, self._items)
            self._items = rows if isinstance(rows, list) else self._items
        elif words and not step:
            self._kept.setdefault(self._section, [])

    def _comment(self, lines: list[str], at: int, *, inside: bool) -> int:
        end = at
        while end < len(lines) - 1 and "-->" not in lines[end]:
            end += 1
        words = "\n".join(lines[at : end + 1]).strip()
        words = words.removeprefix("<!--").partition("-->")[0].strip()
        unseen = _table_of(words)
        if inside and self._items:
            self._take(self._items[-1], unseen, ITEM_KEYS, ("id", "from-idea"))
        else:
            about = unseen.pop(labels.ABOUT_ME_KEY, None)
            if isinstance(about, dict):
                self._take(self._about_me(), about, ABOUT_ME_KEYS)
            self._take(self._plan, unseen, PLAN_KEYS)
        return end + 1

    def _bullet(self, words: str) -> None:
        if self._section in (labels.ABOUT_ME_KEY, ABOUT_PLAN_KEY):
            self._about(words)
            return
        self._line(unescaped(words))

    def _line(self, words: str) -> None:
        """Take a line as an item of the step, or keep it below its own heading."""
        if self._section in STEPS:
            self._items.append({"text": words})
            self._open = True
        elif self._section in (labels.ABOUT_ME_KEY, ABOUT_PLAN_KEY):
            self._about(words)
        else:
            self._kept.setdefault(self._section or BEFORE_ALL, []).append(words)

    def _typed(self, words: str, indent: int) -> None:
        """Take a line without a mark: more of the item before, or an item of its own."""
        if self._items and (self._open or indent >= 2):
            before = self._items[-1]
            before["text"] = f"{before['text']} {words}"
        else:
            self._line(words)

    def _field(self, words: str) -> None:
        """Take what stands below an item."""
        label, value = _label_and_value(words)
        name = _name_of(label, labels.ITEM_LABELS, self._translate)
        item = self._items[-1]
        if name:
            _put(item, name, _said(name, value))
        elif label:
            _put(item, _free(label, ITEM_KEYS), value)
        else:
            item["text"] = f"{item['text']}\n{unescaped(words)}"

    def _about(self, words: str) -> None:
        """Take a line about the person, or about the plan."""
        label, value = _label_and_value(words)
        of_person = self._section == labels.ABOUT_ME_KEY
        table = self._about_me() if of_person else self._plan
        known = labels.ABOUT_ME_LABELS if of_person else labels.PLAN_LABELS
        name = _name_of(label, known, self._translate)
        if name == "copies":
            copies = table.setdefault(name, [])
            if isinstance(copies, list):
                copies.append(value)
        elif name:
            _put(table, name, _said(name, value))
        else:
            keys = ABOUT_ME_KEYS if of_person else PLAN_KEYS
            _put(table, _free(label or BEFORE_ALL, keys), value if label else unescaped(words))

    def _about_me(self) -> Table:
        about = self._plan.setdefault("about-me", {})
        return about if isinstance(about, dict) else {}

    @staticmethod
    def _take(table: Table, unseen: Table, known: tuple[str, ...], own: tuple[str, ...] = ()) -> None:
        """Take what a comment holds; it never stands in for what can be seen."""
        for key, value in unseen.items():
            if key in own and key not in table:
                table[key] = value
            else:
                _put(table, _free(key, known), value)


# small parts


def _put(table: Table, key: str, value: object) -> None:
    while key in table:
        key += IMPORTED
    table[key] = value


def _free(key: str, known: Iterable[str]) -> str:
    return f"{key}{IMPORTED}" if key in known else key


def _table_of(words: str) -> Table:
    """Return the table that a comment holds; where it holds words they are kept."""
    from json import loads

    try:
        found = loads(words)
    except (ValueError, RecursionError):
        found = None
    return found if isinstance(found, dict) else {"comment": words} if words else {}


def _said(name: str, value: str) -> object:
    """Return a value as plan.toml has it: a number of ten, yes and no."""
    word = value.strip().casefold()
    if name in _FLAGS and word in (labels.YES, labels.NO):
        return word == labels.YES
    number = word.removesuffix("10").rstrip().removesuffix("of").removesuffix("/").strip() or word
    return int(number) if name == "likelihood" and number in _OF_TEN else value


def _with_number(item: Table) -> Table:
    """Return an item that somebody typed, with the number or numbers behind the name as its phone."""
    words = str(item["text"])
    begins = _first_number(words)
    last = words[len(words.rstrip(_OF_A_NUMBER)) :]
    if not begins or sum(character in _DIGITS for character in last) < _FEWEST_DIGITS:
        return item
    return {**item, "text": words[:begins].rstrip(" ,:;–-"), "phone": words[begins:].strip(" -")}


def _first_number(words: str) -> int:
    """Return where the first of the numbers begins."""
    begins, digits = -1, 0
    for at, character in enumerate(words):
        if character not in _OF_A_NUMBER:
            begins, digits = -1, 0
            continue
        begins = at if begins < 0 and character in _STARTS_A_NUMBER else begins
        digits += begins >= 0 and character in _DIGITS
        if digits >= _FEWEST_DIGITS:
            return begins
    return 0


def _label_and_value(words: str) -> tuple[str, str]:
    """Return (label, value), both as they were meant; no label where there is no colon."""
    label, colon, value = words.partition(":")
    if not colon or "\n" in label or (value and value[0] not in " \n"):
        return "", unescaped(words)
    return unescaped(label).strip(" "), unescaped(value.strip(" ") if value[:1] == " " else value)


def _name_of(label: str, known: dict[str, str], translate: Translate) -> str:
    """Return the key that a label stands for, in English, in the language in use, or as in plan.toml."""
    wanted = _folded(label)
    for name, said in known.items():
        if wanted in (_folded(said), _folded(translate(said)), key_of(name)):
            return key_of(name)
    return ""


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())
