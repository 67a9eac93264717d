"""The wording rules: what a text of ours should not say, why, and what to write instead.

Invariant: the rules are data, and a check is a pure function of the text and the rules. A sentence on the
allow list is taken out before anything is looked for, and only where it stands whole. This module imports
`re`: no command that has to be quick loads it, only `skills check` and the tests do.

A pattern is a phrase in small letters: whole words only, in any case. A space also matches a hyphen or a
line's end, and these signs may stand in it:

    relapse~        the word with its regular endings: relapse, relapses, relapsed, relapsing
    overwhelm*      any ending at all
    (this|it) will  one of several;  (very )?hot  once or not at all
    # minutes       a number, in digits or in words
    ^stop           only where a clause begins
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copecli.core.fields import Fields, FormatProblem
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

KINDS = (
    "label-shame",
    "promise",
    "order",
    "method",
    "substitute",
    "risk-label",
    "streak",
    "guilt",
    "judging",
    "pretence",
    "jargon",
    "emphasis",
    "metaphor",
)
"""What a rule guards against; `method` stands for wounds and amounts too."""

_ALIKE = str.maketrans("\u2019\u2018\u02bc\u201c\u201d\u2010\u2011\u00a0\u202f", "'''\"\"--  ")
"""Signs that are written in several ways; one for one, so that places in the text stay true."""

_CLAUSE_STARTS = (
    "(?:^"
    '|(?<=[.!?:;,("]\\s)|(?<=["(])|(?<=\\s\')'
    "|(?<=\\band\\s)|(?<=\\bor\\s)|(?<=\\bbut\\s)|(?<=\\bso\\s)|(?<=\\bthen\\s)|(?<=\\bplease\\s)|(?<=\\bnow\\s)"
    ")"
)
_NUMBER = (
    "(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|sixty|many|a few)"
)
_SIGNS = {" ": "[\\s-]+", "-": "[\\s-]?", "*": "\\w*", "#": _NUMBER, "(": "(?:", ")": ")", "|": "|", "?": "?"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that our texts do not say."""

    id: str
    kind: str
    """One of `KINDS`."""
    why: str
    """One plain sentence."""
    prefer: str
    """What to write instead."""
    catches: tuple[str, ...]
    """Examples that the rule must find fault with, and no other rule may."""
    spares: tuple[str, ...]
    """Near misses that the rule must leave alone."""
    patterns: tuple[str, ...]
    unless: tuple[str, ...]
    """Phrases inside which a hit is no fault."""
    shapes: tuple[str, ...]
    """Regular expressions for what is no word: capitals, signs. Case matters in them."""
    found: tuple[re.Pattern[str], ...]
    spared: re.Pattern[str] | None
    allowed: re.Pattern[str] | None
    """The allow list of the whole document, which every rule carries."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text that a rule finds fault with."""

    rule: str
    """The rule's id."""
    text: str
    """The whole text that was checked."""
    start: int
    end: int
    word: str
    """What was found: `text[start:end]`."""
    why: str
    prefer: str


def rules_from_document(document: Mapping[str, object]) -> tuple[Rule, ...]:
    """Return the rules of a parsed document; raise FormatProblem(key, what) where it is not of format 1."""
    fields = Fields(document)
    fields.whole("format", 1, 1)
    allowed = _allowed(fields.texts("allow", ()))
    rules = tuple(_rule(table, allowed) for table in fields.tables("rules"))
    fields.refuse_others()
    seen: set[str] = set()
    for place, rule in enumerate(rules):
        if rule.id in seen:
            raise FormatProblem(f"rules[{place}].id", N_("this id is there twice"))
        seen.add(rule.id)
    return rules


def check(text: str, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return every fault that `rules` find in `text`, in the order of the text."""
    plain = text.translate(_ALIKE)
    without_allowed: dict[re.Pattern[str] | None, str] = {None: plain}
    findings = []
    for rule in rules:
        if rule.allowed not in without_allowed and rule.allowed is not None:
            without_allowed[rule.allowed] = rule.allowed.sub(lambda hit: "." * len(hit[0]), plain)
        for start, end in _places(rule, without_allowed[rule.allowed]):
            findings.append(Finding(rule.id, text, start, end, text[start:end], rule.why, rule.prefer))
    return tuple(sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule)))


def _places(rule: Rule, plain: str) -> Iterator[tuple[int, int]]:
    spared = [hit.span() for hit in rule.spared.finditer(plain)] if rule.spared else []
    for expression in rule.found:
        for hit in expression.finditer(plain):
            start, end = hit.span()
            if not any(begin <= start and end <= stop for begin, stop in spared):
                yield start, end


def _rule(fields: Fields, allowed: re.Pattern[str] | None) -> Rule:
    patterns = fields.texts("patterns", ())
    unless = fields.texts("unless", ())
    shapes = fields.texts("shapes", ())
    if not patterns and not shapes:
        raise FormatProblem(fields.key("patterns"), N_("a rule needs patterns or shapes"))
    words = (_compiled(fields.key("patterns"), patterns),) if patterns else ()
    rule = Rule(
        id=fields.text("id", lines=False),
        kind=fields.choice("kind", KINDS),
        why=fields.text("why", lines=False),
        prefer=fields.text("prefer", lines=False),
        catches=fields.texts("catches"),
        spares=fields.texts("spares"),
        patterns=patterns,
        unless=unless,
        shapes=shapes,
        found=(*words, *(_shape(fields.key("shapes"), shape) for shape in shapes)),
        spared=_compiled(fields.key("unless"), unless) if unless else None,
        allowed=allowed,
    )
    fields.refuse_others()
    return rule


def _compiled(key: str, patterns: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(_expression(pattern) for pattern in patterns)
    return _shape(key, f"(?im)(?<![\\w{{])(?:{joined})(?!\\w)")


def _shape(key: str, expression: str) -> re.Pattern[str]:
    try:
        return re.compile(expression)
    except re.error as trouble:
        raise FormatProblem(key, N_("this pattern cannot be read: {trouble}"), trouble=str(trouble)) from None


def _expression(pattern: str) -> str:
    """Return the regular expression for a pattern of ours."""
    body = pattern.removeprefix("^")
    parts = re.split(r"([a-z]+)~", body)
    built = "".join(
        _inflected(part) if place % 2 else "".join(_SIGNS.get(sign) or re.escape(sign) for sign in part)
        for place, part in enumerate(parts)
    )
    return f"{_CLAUSE_STARTS if body != pattern else ''}{built}"


def _inflected(stem: str) -> str:
    """Return an expression for a word and its regular endings: plan, plans, planned, planning."""
    if stem.endswith("e"):
        return f"{stem[:-1]}(?:e[sd]?|ing)"
    if stem.endswith("y") and stem[-2:-1] not in tuple("aeiou"):
        return f"{stem[:-1]}(?:y|ies|ied|ying)"
    return f"{stem}(?:e?s|{stem[-1]}?(?:ed|ing))?"


def _allowed(sentences: Iterable[str]) -> re.Pattern[str] | None:
    """Return an expression for the allow-listed sentences, where they stand whole."""
    bodies = ["\\s+".join(map(re.escape, sentence.translate(_ALIKE).split())) for sentence in sentences]
    return re.compile(f"(?<!\\w)(?:{'|'.join(bodies)})(?!\\w)") if bodies else None
