"""Ratings around an exercise: asked in order, each skippable, and what they come to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copecli.core.events import Forward, Rating, Skip
from copecli.core.outcome import use_of
from copecli.core.rated import WHAT, compared, ease_of, told, with_ratings
from copecli.core.session import Outcome, Session
from copecli.core.skill import Choose, Option, Rate, Say, Skill
from copecli.core.uses import EASIER, HARDER, SAME
from copecli.core.when import When
from tests.playthrough import play

ONE = Say(id="one", text="One.")
PLAIN = Skill(id="mine", title="Mine", family="doing", summary="x", steps=(ONE,))


def unworded(text: str) -> str:
    """Return the message id itself."""
    return text


def outcome(**ratings: int) -> Outcome:
    """Return a finished exercise with these ratings."""
    given = tuple((step.replace("_", "-"), value) for step, value in ratings.items())
    return Outcome("mine", True, 60.0, given, ())


def words(done: Outcome) -> list[str]:
    """Return what is told of it."""
    return [line.worded(unworded) for line in told(done)]


def test_the_questions_stand_before_the_first_and_after_the_last_step() -> None:
    """The same three, in the same order, with words beside the numbers, and their answers go into the use."""
    session = Session.begin(with_ratings(PLAIN, unworded))
    asked = [step.id for step in session.skill.steps]
    assert asked == [*(f"{what}-before" for what in WHAT), "one", *(f"{what}-after" for what in WHAT)]
    assert all(step.low and step.high for step in session.skill.steps if isinstance(step, Rate))
    session = play(session, Forward(), Rating(8), Skip(), Rating(2), Forward())
    assert session.frame().earlier == ()
    session = play(session, Rating(6), Skip(), Skip())
    assert session.finished
    use = use_of(session.outcome(), "", record_id="a" * 16, when=When(0, 0))
    assert (use.distress_before, use.distress_after) == (8, 6)
    assert (use.urge_before, use.urge_after, use.able_before, use.able_after) == (None, None, 2, None)


def test_a_way_that_leads_to_the_end_leads_to_the_questions() -> None:
    """By `next` and by an option alike."""
    options = (Option("Enough", "end"), Option("More", "one"))
    forked = replace(PLAIN, steps=(Choose(id="which", text="More?", options=options, next="end"), ONE))
    found = with_ratings(forked, unworded).steps[len(WHAT)]
    assert isinstance(found, Choose)
    assert [option.to for option in found.options] == ["distress-after", "one"]
    assert found.next == "distress-after"


def test_what_a_skill_rates_itself_is_not_asked_once_more() -> None:
    """Nor are the questions put around an exercise twice."""
    rated = replace(PLAIN, steps=(Rate(id="urge-before", text="Urge?"), ONE))
    ids = [step.id for step in with_ratings(rated, unworded).steps]
    assert ids.count("urge-before") == 1
    assert "urge-after" not in ids
    assert with_ratings(with_ratings(PLAIN, unworded), unworded) == with_ratings(PLAIN, unworded)


@pytest.mark.parametrize(
    ("ratings", "says", "ease"),
    [
        ({"distress_before": 8, "distress_after": 6}, ["Before 8, now 6."], EASIER),
        ({"urge_before": 6, "urge_after": 8}, ["Before 6, now 8. Would a person help?"], HARDER),
        ({"able_before": 6, "able_after": 4}, ["Before 6, now 4. Would a person help?"], HARDER),
        ({"able_before": 4, "able_after": 6}, ["Before 4, now 6."], EASIER),
        ({"distress_before": 5, "distress_after": 5}, ["Before 5, now 5."], SAME),
        ({"distress_before": 8, "urge_after": 1}, [], ""),
        (
            {"distress_before": 8, "distress_after": 6, "urge_before": 0, "urge_after": 3},
            ["How hard it is: Before 8, now 6.", "The urge: Before 0, now 3. Would a person help?"],
            EASIER,
        ),
    ],
)
def test_two_numbers_are_said_and_never_judged(ratings: dict[str, int], says: list[str], ease: str) -> None:
    """What moved the harder way asks for a person; what was rated once is not compared."""
    assert words(outcome(**ratings)) == says
    assert ease_of(outcome(**ratings)) == ease
    assert len(compared(outcome(**ratings))) == len(says)
