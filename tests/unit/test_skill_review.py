"""What `cope skills check` minds beyond the format: each check is shown to mind a bad example."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from copecli.core import skill as model
from copecli.core import skill_review
from copecli.core.skill_review import adaptations, cautions, evidence, length, opening, reading, timing
from copecli.core.skill_texts import texts_of
from copecli.core.skill_ways import MOST_SCREENS, all_ways, seconds_through
from copecli.system.rules import wording_rules
from tests.content import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from copecli.core.skill import Skill
    from copecli.core.skill_review import Fault

    Check = Callable[[Skill], Iterator[Fault]]

RULES = wording_rules()
FINE = shipped.skill("even-breath")
THIRTEEN = "one two three four five six seven eight nine ten eleven twelve thirteen"
NINE = model.Choose(id="bad", options=(model.Option("a b c d e f g h i", "end"),))
LONG_CUE = model.Pace(id="bad", pacer=model.Pacer((model.Beat("a b c", 1, 1),), 1))
LETTERS = "\n".join("abcdefghijklm")


def _say(text: str, channel: str = "", instead: str = "") -> model.Say:
    return model.Say(id="bad", text=text, channel=channel, instead=instead)


HARD = "Considering alternative perspectives, then considering others, in"
SHADES, TINTS = ("red", "blue", "green", "brown"), ("red", "pink", "grey")
COLOURS = [f"{shade} {tint}" for shade in SHADES for tint in TINTS]
BAD: tuple[tuple[Check, str, dict[str, Any]], ...] = (
    (opening, "opening", {"opening": "Welcome."}),
    (adaptations, "adapt", {"adapt": {**FINE.adapt, "no-sight": "variant"}}),
    (adaptations, "adapt", {"adapt": {**FINE.adapt, "no-hearing": "no"}}),
    (adaptations, "adapt", {"adapt": {}}),
    (adaptations, "adapt", {"steps": (_say("Look.", "sight"),)}),
    (adaptations, "adapt", {"steps": (_say("Look.", "sight", "Listen."),)}),
    (cautions, "cautions", {"not_for": ("heart",)}),
    (cautions, "involves", {"involves": ()}),
    (cautions, "cautions", {"cautions": ("Stop if you feel dizzy.",)}),
    (cautions, "cautions", {"cautions": ("Your own breath is always fine.",)}),
    (cautions, "cautions", {"steps": (_say("Hum."),), "involves": ("sound",), "cautions": ()}),
    (length, "steps[0].text", {"steps": (_say(THIRTEEN),)}),
    (length, "steps[0].text", {"steps": (_say("One line.\nA second.\nA third."),)}),
    (length, "steps[0].text", {"steps": (_say("One. Two. Three. Four."),)}),
    (length, "steps[0].options[0].text", {"steps": (NINE,)}),
    (length, "steps[0].beats[0].cue", {"steps": (LONG_CUE,)}),
    (length, "steps[0].text", {"steps": (model.Compose(id="bad", text=LETTERS),)}),
    (length, "evidence.says", {"evidence": model.Evidence("E", f"{THIRTEEN} fourteen fifteen")}),
    (evidence, "evidence.says", {"evidence": model.Evidence("E", "Many people use this.")}),
    (evidence, "evidence.says", {"evidence": model.Evidence("E", "Not tested alone, but it works.")}),
    (evidence, "evidence.sources", {"evidence": model.Evidence("B", "Not tested for self-harm.")}),
    (reading, "steps[0].text", {"steps": (_say("Physiological sensations occasionally subside."),)}),
    (reading, "cautions[0]", {"cautions": ("Physiological sensations occasionally accompany it.",)}),
    (reading, "", {"steps": tuple(_say(f"{HARD} {colour}.") for colour in COLOURS)}),
    (timing, "minutes", {"minutes": (0.5, 1.0)}),
    (timing, "minutes", {"minutes": (20.0, 30.0)}),
)


@pytest.mark.parametrize(
    ("check", "key", "bad"), BAD, ids=[f"{c.__name__}-{n}" for n, (c, *_) in enumerate(BAD)]
)
def test_check_minds_a_bad_example(check: Check, key: str, bad: dict[str, Any]) -> None:
    """Each check finds fault with a skill that breaks its rule, under the key that has to be changed."""
    assert list(check(FINE)) == []
    found = list(check(replace(FINE, **bad)))
    assert key in [fault.key for fault in found]
    assert all(fault.sentence() for fault in found)


def test_wording_is_minded_in_every_kind_of_text() -> None:
    """Whatever text of a file holds a word that harms, the fault names its key."""
    wait = model.Wait(id="w", minutes=(1,), lines=("Well done!",))
    pick = model.Pick(id="p", ideas=("Well done!",))
    rate = model.Rate(id="r", text="Now?", low="Well done!", high="Well done!")
    bad = replace(FINE, title="Well done!", cautions=("Well done!",), steps=(wait, pick, rate))
    found = {fault.key for fault in skill_review.wording(bad, RULES)}
    assert found >= {"title", "cautions[0]", "steps[0].lines[0]", "steps[1].ideas[0]", "steps[2].low"}
    assert found <= {key for key, _text in texts_of(bad)}


def test_what_names_a_way_to_be_hurt_is_grave() -> None:
    """Two kinds of wording keep a file out; every other fault is for the person to weigh."""
    for rule in RULES:
        bad = replace(FINE, title=rule.catches[0])
        graves = [fault.grave for fault in skill_review.wording(bad, RULES)]
        assert any(graves) is (rule.kind in ("method", "substitute")), rule.id


def test_an_unknown_source_names_the_nearest() -> None:
    """A slip in the key of a source is answered with the right one."""
    bad = replace(FINE, evidence=replace(FINE.evidence, sources=("Fincham32",)))
    (fault,) = skill_review.unknown_sources(bad, shipped.source_rows())
    assert "Fincham23" in fault.sentence()


def test_a_round_that_the_first_choice_begins_again_is_left() -> None:
    """Going through a skill ends where its first option leads back, and where every one but a yes does."""
    again = model.Choose(id="c", options=(model.Option("Again", "a"), model.Option("Yes", "end")))
    skill = replace(FINE, steps=(model.Say(id="a", text="Look."), again))
    assert seconds_through(skill) == 30  # the opening, the cautions; a screen and a choice, twice
    gone = all_ways(skill)
    assert gone.whole
    assert gone.ends == 1
    assert len(gone.frames) < 10 < MOST_SCREENS


def test_going_through_a_skill_without_end_is_left() -> None:
    """After so many screens it stops, and says that there is more."""
    skill = replace(FINE, steps=tuple(model.Notice(id=f"n{n}", text="x", count=20) for n in range(200)))
    gone = all_ways(skill)
    assert not gone.whole
    assert len(gone.frames) == MOST_SCREENS


def test_cautions_have_a_grade_of_their_own() -> None:
    """Easy steps do not make up for cautions that are hard to read as a whole."""
    hard = tuple(f"Another person noticing unexpected discomfort can pause {colour}." for colour in COLOURS)
    easy = tuple(_say(f"Sit and rest a bit, {n}.") for n in "abcdefghijklmnopqrstuvwxyz" * 4)
    found = [
        fault.fields["allowed"]
        for fault in reading(replace(FINE, cautions=hard, steps=easy))
        if not fault.key
    ]
    assert "6" in found
