r"""The safety plan as Markdown: reads well as it stands, and comes back equal when it is imported.

Invariant: `core.plan_import` reads back the very plan that was written, whatever is in it. The grammar:

    # My safety plan
    <!-- {"unknown-key": "kept", "about-me": {"unknown": 1}} -->  the plan's unknown keys, JSON; only if any

    > In danger now? Call your local emergency number first.      a quote that is one of plan_labels.OURS
                                                                  is left out when read
    ## 4. People I can ask for help                               number and a title of plan_words.TITLES

    - A friend                                                    an item, in column 0: its text
      <!-- {"id": "a1", "from-idea": true, "unknown": [1]} -->    id, from-idea and unknown keys, JSON
      - Phone: 555-0100                                           a field: a label of ITEM_LABELS, a colon
      - They may know how bad it is: yes                          may_tell, kind: the word itself
      - Not safe for me: yes                                      flags: yes (absent where not)

    ## About me in a crisis                                       fields of ABOUT_ME_LABELS, in column 0
    - What helps: A quiet voice
    ## About this plan                                            fields of PLAN_LABELS, in column 0
    - Who has a copy: A friend                                    once for each

A backslash stands before each ASCII mark that Markdown could take for its own (a reader takes any backslash
before ASCII punctuation for that mark). What a line of Markdown cannot hold (controls, other line ends, lone
surrogates, a blank at either end) is `&#N;`, decimal. A line that ends with one backslash that escapes
nothing goes on below, even in an empty line: a newline of the text stands there, and the blanks before the
next line are not the text's. A typed line that goes on without a backslash is joined by one blank. An empty
text is a `-` alone. Within a comment `--`, `<` and `>` are written as JSON's \u escapes. Labels and titles go
through `_()`; a reader should know the English ones, those of the language in use, and plan.toml's keys.

Left out of a helper's form: private items, every comment.
"""

from __future__ import annotations

from unicodedata import category

from copecli.core import plan_labels as labels
from copecli.core.plan import STEPS
from copecli.core.plan_words import PLAN_TITLE, TITLES, number_of
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.plan import Item, Plan

_MARKS = frozenset("\\`*_[]<>&#|~!$")
"""Marks of Markdown anywhere in a line."""
_STARTS = frozenset("-+=:")
"""Marks of Markdown at the start of a line."""
_APART = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs"})
"""Categories that a line may lose, or not hold; the plain blank and the joiners are dealt with apart."""
_HELD = frozenset(" \u200c\u200d\u200e\u200f\u061c")


def plan_as_markdown(plan: Plan, *, for_helper: bool = False) -> str:
    """Return the whole plan, ending with one newline."""
    shown = plan.for_helper() if for_helper else plan
    about = shown.about_me
    unknown = dict(shown.extra) | ({labels.ABOUT_ME_KEY: about.extra} if about.extra else {})
    parts = [[f"# {_(PLAN_TITLE)}", *_comment(unknown, "", for_helper)], [f"> {escaped(_(labels.DANGER))}"]]
    for step in STEPS:
        if shown.of(step):
            lines = [line for item in shown.of(step) for line in _item(item, for_helper)]
            parts += [[f"## {number_of(step)}. {_(TITLES[step])}"], lines]
    for title, owner, names in (
        (labels.ABOUT_ME, about, labels.ABOUT_ME_LABELS),
        (labels.ABOUT_PLAN, shown, labels.PLAN_LABELS),
    ):
        fields = [line for name, label in names.items() for line in _field(label, getattr(owner, name), "")]
        parts += [[f"## {_(title)}"], fields] if fields else []
    parts += [[f"> {escaped(_(labels.CREDIT))}"], [f"> {escaped(_(labels.DRAFT))}"]]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _item(item: Item, for_helper: bool) -> list[str]:
    unseen = {"id": item.id} | ({"from-idea": True} if item.from_idea else {}) | item.extra
    lines = [f"- {escaped_lines(item.text, '  ')}".rstrip(" "), *_comment(unseen, "  ", for_helper)]
    return lines + [
        line
        for name, label in labels.ITEM_LABELS.items()
        for line in _field(label, getattr(item, name), "  ")
    ]


def _field(label: str, value: object, indent: str) -> list[str]:
    if value is None or value is False or value == "":
        return []
    if isinstance(value, tuple):
        return [line for each in value for line in _one_field(label, each, indent)]
    return _one_field(label, labels.YES if value is True else value, indent)


def _one_field(label: str, value: object, indent: str) -> list[str]:
    return [f"{indent}- {escaped(_(label))}: {escaped_lines(str(value), indent + '  ')}".rstrip(" ")]


def _comment(unseen: dict[str, object], indent: str, for_helper: bool) -> list[str]:
    if for_helper or not unseen:
        return []
    import json

    written = json.dumps(unseen, default=str).replace("<", "\\u003c").replace(">", "\\u003e")
    while "--" in written:  # a comment would end there
        written = written.replace("--", "-\\u002d")
    return [f"{indent}<!-- {written} -->"]


def escaped_lines(text: str, indent: str) -> str:
    """Return text escaped, its further lines below `indent`."""
    return f"\\\n{indent}".join(map(escaped, text.split("\n")))


def escaped(line: str) -> str:
    """Return one line in which nothing is markup."""
    bare = line.strip(" ")
    lead, trail = len(line) - len(line.lstrip(" ")), len(line.rstrip(" "))
    written = "".join(_character(c, blank=not lead <= at < trail) for at, c in enumerate(line))
    number = len(bare) - len(bare.lstrip("0123456789"))
    if number and bare[number : number + 1] in (".", ")"):  # not the start of a numbered list
        written = written[: lead * 5 + number] + "\\" + written[lead * 5 + number :]
    return "\\" + written if bare == line and bare[:1] in _STARTS and bare else written


def _character(character: str, *, blank: bool) -> str:
    if blank or (category(character) in _APART and character not in _HELD):
        return f"&#{ord(character)};"
    return "\\" + character if character in _MARKS else character
