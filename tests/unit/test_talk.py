"""Finding words to talk: the questions, and the message or the page that comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core import talk_words as said
from copecli.core.events import Skip
from copecli.core.form import HELP_NOW, PICK, Answered, Form
from copecli.core.form_draft import taken_up, to_draft
from copecli.core.plan import DISTRACTION, PEOPLE, PROFESSIONALS, Item, Plan
from copecli.core.shared_words import UNSAFE
from copecli.core.talk import Talking, as_text
from copecli.core.talk_people import MOST, to_ask
from copecli.core.text import clean_own
from copecli.system.loaders import load_ready

if TYPE_CHECKING:
    from copecli.core.form import Answers

READY = load_ready()
PLAN = Plan({
    DISTRACTION: (
        Item("d1", "A neighbour", "555-0101", kind="person"),
        Item("d2", "The library", "555-0109", kind="place"),
        Item("d3", "Call a friend and talk about something else.", kind="person", from_idea=True),
        Item("d4", "A friend", "555-0100", kind="person"),
    ),
    PEOPLE: (
        Item("a", "A friend", "555-0100", sms="555-0102"),
        Item("b", "A relative", "555-0107", not_safe=True),
        Item("c", "A cousin", may_tell="no"),
        Item("n", "Nobody yet."),
    ),
    PROFESSIONALS: (
        Item("r", "My doctor.", "555-0104", kind="clinician"),
        Item("l", "A line", "555-0105", kind="line"),
        Item("e", "The hospital", "555-0106", kind="emergency-department"),
    ),
})  # fmt: skip


def talking(*, under_18: bool = False) -> Talking:
    """Return the questions over that plan."""
    return Talking(to_ask(PLAN), READY, under_18=under_18)


def text(answers: Answers) -> str:
    """Return the words that those answers come to."""
    found = talking()
    return as_text(found.sections(found.talk(answers)), str)


def gone_through(form: Form, *answers: object) -> Form:
    """Return the form after these answers; None skips."""
    for answer in answers:
        form = form.next(Skip() if answer is None else Answered(answer))  # type: ignore[arg-type]
    return form


def test_people_of_the_plan_are_named_first_and_nobody_who_is_not_safe() -> None:
    """Each once, those for help first; no place, no line, no idea of ours, no "nobody"."""
    people = to_ask(PLAN)
    assert [(one.name, one.group) for one in people] == [
        ("A friend", said.NEAR), ("A cousin", said.LIGHT), ("My doctor", said.CLINIC),
        ("A neighbour", said.LIGHT),
    ]  # fmt: skip
    assert people[0].number == "555-0102"
    options = [key for key, _words in talking().form().all[0].options]
    assert options[:4] == [one.id for one in people]
    assert options[-1] == "not-sure"


def test_who_is_under_18_and_tells_a_friend_is_reminded_of_an_adult() -> None:
    """One quiet line; nobody else has it, and an adult needs none."""

    def hint(found: Talking, whom: str) -> str:
        question = found.questions({"whom": whom})[1]
        return question.hint.worded(str) if question.hint else ""

    assert hint(talking(under_18=True), "friend") == said.ADULT_TOO
    assert hint(talking(under_18=True), "adult") == hint(talking(), "friend") == ""


def test_a_long_plan_names_no_more_than_can_be_read() -> None:
    """The rest of the list stays in sight."""
    plan = Plan({PEOPLE: tuple(Item(f"p{n}", f"Friend {n}") for n in range(20))})
    assert len(to_ask(plan)) == MOST


def test_a_trusted_adult_stands_first_for_whoever_is_under_18() -> None:
    """Before the people of the plan; and nowhere for others."""
    assert talking(under_18=True).form().all[0].options[0][0] == "adult"
    assert "adult" not in dict(talking().form().all[0].options)


@pytest.mark.parametrize("whom", [None, *(key for key, _words, _group in said.WHOM), "people:a", "people:c"])
def test_with_nothing_but_whom_there_is_a_whole_message(whom: str | None) -> None:
    """Skipping all else, and skipping that, too."""
    form = talking().form()
    form = gone_through(form, whom, *[None] * (len(form.all) - 1))
    while not form.finished:
        form = form.next(Skip())
    lines = text(dict(form.answers)).split("\n")
    assert len(lines) >= 3
    assert all(line and line[-1] in ".?" for line in lines)


def test_who_may_not_know_is_asked_for_company_alone() -> None:
    """Nothing is asked about how it is, and nothing of it is said."""
    asked = [one.id.split(":")[0] for one in talking().form({"whom": "people:c"}).all]
    assert asked == ["whom", "how", said.WOULD_LIKE, said.WHEN]
    found = text({"whom": "people:c", "going-on:near:cant-tell": ("I have hurt myself.",)})
    assert "hurt" not in found
    assert "help" not in found


def test_not_safe_leads_to_help_now_and_is_no_answer() -> None:
    """Where it is asked what one would like, and what is going on."""
    at_want = gone_through(talking().form(), "friend")
    led = at_want.next(Answered(UNSAFE))
    assert led.led == HELP_NOW
    assert not led.answers["want"]
    at_going_on = gone_through(talking().form(), "friend", None, None)
    led = at_going_on.next(Answered(("I feel very low.", UNSAFE)))
    assert led.led == HELP_NOW
    assert UNSAFE not in to_draft(led)


def test_what_was_picked_for_one_goes_to_nobody_else() -> None:
    """A second thought about whom leaves the words of the first, which come back with them."""
    form = gone_through(talking().form(), "friend", "company", "text", (), ("Could we go for a walk?",))
    answers = {**form.answers, "whom": "doctor", "want-clinic": "longer"}
    assert "walk" not in text(answers)
    assert "walk" in text({**answers, "whom": "parent"})


def test_own_words_stand_as_they_were_written_with_an_end() -> None:
    """The next sentence does not run into them; a mark of theirs stays."""
    answers: Answers = {"whom": "friend", "going-on:near:cant-tell": ("I can't sleep", "Why me?", "  … ")}
    assert "\nI can't sleep. Why me? …\n" in text(answers)


@given(st.lists(st.text(max_size=30), max_size=3), st.sampled_from(["friend", "doctor", "people:a"]))
def test_any_words_of_ones_own_are_in_the_message_and_drive_no_terminal(words: list[str], whom: str) -> None:
    """In the order in which they were written, whatever stands in them."""
    form = talking().form({"whom": whom})
    asked = next(one for one in form.all if one.id.startswith(said.GOING_ON))
    found = text({"whom": whom, asked.id: tuple(words)})
    assert clean_own(found) == found
    at = 0
    for one in filter(None, (clean_own(word).strip() for word in words)):
        at = found.index(one, at) + len(one)


def test_a_page_for_an_appointment_has_a_heading_for_each_part_that_was_answered() -> None:
    """In the order of the page, and none for what was left out; no way to say it is asked for."""
    answers: Answers = {
        "whom": "doctor",
        "want-clinic": "prepare",
        "can-do:clinic:prepare": ("Please give me time.",),
        "know:clinic:prepare": ("I hurt myself at times.", "My own"),
    }
    found = text(answers)
    assert found.index("What I would like you to know:\n– I hurt myself at times.\n– My own") < found.index(
        "What you could do:\n– Please give me time."
    )
    assert "afraid" not in found
    assert "how" not in [one.id for one in talking().questions(answers)]


def test_a_draft_of_somebody_who_left_the_plan_asks_whom_again() -> None:
    """The rest of it is there."""
    form = gone_through(talking().form(), "people:a", "heard")
    found = taken_up(Talking((), READY).form(), to_draft(form))
    assert found is not None
    assert found.form.answers == {"want": "heard"}


def test_people_come_first_where_it_is_about_ones_life() -> None:
    """A ready sentence about ending one's life, or help to stay safe; nothing else."""
    found = talking()

    def first(answers: Answers) -> bool:
        return found.people_first(found.talk(answers))

    ending = "I have thoughts of ending my life."
    assert first({"whom": "friend", "going-on:near:cant-tell": (ending,)})
    assert first({"whom": "doctor", "want-clinic": "prepare", "know:clinic:prepare": (ending,)})
    assert first({"want": "safety"})
    assert not first({"whom": "friend", "going-on:near:cant-tell": ("I feel very low.",)})


def test_without_sentences_there_is_still_something_to_say() -> None:
    """A damaged file leaves the questions, with own words, and one message of ours."""
    bare = Talking()
    assert as_text(bare.sections(bare.talk({})), str) == said.WITHOUT_WORDS
    own: Answers = {"want-clinic": "prepare", "whom": "doctor", "know:clinic:prepare": ("My own",)}
    assert as_text(bare.sections(bare.talk(own)), str).endswith("– My own")
    assert all(one.own for one in bare.questions({}) if one.kind == PICK)


def test_no_one_kind_of_somebody_has_sentences_of_their_own() -> None:
    """All of a group are said the same, so that a check of one is a check of all."""
    for group in said.GROUPS:
        kinds = [key for key, _words, of in said.WHOM if of == group]
        assert len({text({"whom": key}) for key in kinds}) <= 1
