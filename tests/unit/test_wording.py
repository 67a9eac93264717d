"""The wording check: how a pattern is read, what a finding says, and what a broken rules file is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.fields import FormatProblem
from copecli.core.wording import Rule, check, rules_from_document


def table(**changes: object) -> dict[str, object]:
    """Return one rule as a rules file holds it, with some keys changed; None takes a key away."""
    whole: dict[str, object] = {
        "id": "green",
        "kind": "jargon",
        "patterns": ["green"],
        "why": "It is a test.",
        "prefer": "blue",
        "catches": ["A green one."],
        "spares": ["A blue one."],
    }
    whole |= changes
    return {key: value for key, value in whole.items() if value is not None}


def rules(
    *patterns: str, unless: tuple[str, ...] = (), shapes: tuple[str, ...] = (), allow: tuple[str, ...] = ()
) -> tuple[Rule, ...]:
    """Return one rule of these patterns, as a file with it would give."""
    rule = table(patterns=list(patterns), unless=list(unless), shapes=list(shapes))
    return rules_from_document({"format": 1, "allow": list(allow), "rules": [rule]})


def words(text: str, found_by: tuple[Rule, ...]) -> list[str]:
    """Return the words that were found fault with."""
    return [finding.word for finding in check(text, found_by)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("green", "Green, evergreen, greens: GREEN.", ["Green", "GREEN"]),
        ("plan~", "plan plans planned planning planet", ["plan", "plans", "planned", "planning"]),
        ("like~", "like likes liked liking likely", ["like", "likes", "liked", "liking"]),
        ("carry~", "carry carries carried carrying carrier", ["carry", "carries", "carried", "carrying"]),
        ("play~", "play plays played playing", ["play", "plays", "played", "playing"]),
        ("pass~", "pass passes passed passing past", ["pass", "passes", "passed", "passing"]),
        ("blue*", "blue blues bluebell", ["blue", "blues", "bluebell"]),
        ("(this|that) one", "this one, that one, no one", ["this one", "that one"]),
        ("(very )?green", "very green, green", ["very green", "green"]),
        ("in # days", "in 3 days, in ten days, in no days", ["in 3 days", "in ten days"]),
        ("self-made", "self-made, self made, selfmade", ["self-made", "self made", "selfmade"]),
        ("no green", "no\n  green and no-green", ["no\n  green", "no-green"]),
        (
            "can't",
            "can't and can\N{RIGHT SINGLE QUOTATION MARK}t, not cant",
            ["can't", "can\N{RIGHT SINGLE QUOTATION MARK}t"],
        ),
        ("a.b", "a.b but not axb", ["a.b"]),
    ],
)
def test_a_pattern_is_read_as_it_is_explained(pattern: str, text: str, expected: list[str]) -> None:
    """Whole words, in any case, with the endings, choices and numbers that its signs stand for."""
    assert words(text, rules(pattern)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Go there.",
        "Wait. Go there.",
        "Wait, go there.",
        "Sit and go there.",
        "Please go there.",
        "(go there)",
        "One:\ngo there",
        "\u201cGo there\u201d",
    ],
)
def test_a_hat_finds_a_phrase_where_a_clause_begins(text: str) -> None:
    """An order stands at the beginning of a clause, also after a comma, a bracket, or and."""
    assert len(words(text, rules("^go there"))) == 1


@pytest.mark.parametrize(
    "text", ["I go there.", "People who go there.", "You could go there.", "Cargo there."]
)
def test_a_hat_spares_a_phrase_with_a_subject(text: str) -> None:
    """What somebody does is no order."""
    assert words(text, rules("^go there")) == []


def test_a_field_to_be_filled_in_is_no_word() -> None:
    """The name of a placeholder is never read by a person."""
    assert words("{green} is green", rules("green")) == ["green"]


def test_unless_spares_a_hit_inside_it_and_no_other() -> None:
    """An exception holds where its phrase stands, not for the whole text."""
    found = check("green tea is green", rules("green", unless=("green tea",)))
    assert [(f.word, f.start) for f in found] == [("green", 13)]


def test_shapes_find_signs_and_mind_the_case() -> None:
    """Capitals and signs are no words, so they have regular expressions."""
    assert words("NO, no \N{EM DASH} oh!", rules(shapes=(r"\bNO\b", "!"))) == ["NO", "!"]


def test_a_finding_tells_where_what_why_and_what_instead() -> None:
    """The places are those of the text as it was given, curly quotes and all."""
    text = "\N{LEFT DOUBLE QUOTATION MARK}A\N{NO-BREAK SPACE}green one\N{RIGHT DOUBLE QUOTATION MARK}"
    (found,) = check(text, rules("a green"))
    assert (found.rule, found.text, found.why, found.prefer) == ("green", text, "It is a test.", "blue")
    assert text[found.start : found.end] == found.word == "A\N{NO-BREAK SPACE}green"


def test_findings_come_in_the_order_of_the_text() -> None:
    """Whoever mends a text reads it from the top."""
    both = rules_from_document(
        {"format": 1, "rules": [table(patterns=["two"]), table(id="b", patterns=["one", "three"])]}
    )
    assert words("one two three", both) == ["one", "two", "three"]


def test_an_allowed_sentence_is_taken_out_before_anything_is_looked_for() -> None:
    """It may stand beside others, wrapped or not, and what follows it still begins a clause."""
    allowed = rules("green", "^go", allow=("Is it green? Call.",))
    assert words("Is it green? Call.", allowed) == []
    assert words("Wait. Is it\n   green? Call. Go there, green one.", allowed) == ["Go", "green"]


@pytest.mark.parametrize(
    "text",
    [
        "Is it green? Wait.",
        "is it green? Call.",
        "Is it green?",
        "This: Thus is it green? Call.",
        "Is it green? Caller.",
    ],
)
def test_a_sentence_that_is_nearly_allowed_is_not(text: str) -> None:
    """The allow list holds exact sentences, not their words."""
    assert words(text, rules("green", allow=("Is it green? Call.",))) == ["green"]


@given(st.text(), st.text())
def test_a_check_finds_the_same_wherever_the_text_stands(before: str, text: str) -> None:
    """Any text can be checked, and every place that is told is in it."""
    whole = f"{before} {text} green"
    found = check(whole, rules("green", "^go", unless=("green tea",)))
    assert found
    assert all(whole[f.start : f.end] == f.word for f in found)


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ({}, "format"),
        ({"format": 2, "rules": [table()]}, "format"),
        ({"format": 1}, "rules"),
        ({"format": 1, "rules": [table(kind="colour")]}, "rules[0].kind"),
        ({"format": 1, "rules": [table(patterns=None)]}, "rules[0].patterns"),
        ({"format": 1, "rules": [table(patterns=["(green"])]}, "rules[0].patterns"),
        ({"format": 1, "rules": [table(shapes=["["])]}, "rules[0].shapes"),
        ({"format": 1, "rules": [table(catches=[])]}, "rules[0].catches"),
        ({"format": 1, "rules": [table(spares=None)]}, "rules[0].spares"),
        ({"format": 1, "rules": [table(wy="x")]}, "rules[0].wy"),
        ({"format": 1, "rules": [table(), table()]}, "rules[1].id"),
        ({"format": 1, "rules": [table()], "alow": []}, "alow"),
    ],
)
def test_a_broken_rules_file_is_refused_by_its_key(document: dict[str, object], key: str) -> None:
    """Whoever writes a rule is told which key to look at."""
    with pytest.raises(FormatProblem) as refused:
        rules_from_document(document)
    assert refused.value.key == key
    assert refused.value.sentence()
