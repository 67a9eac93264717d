"""What can be done with words to talk, and what is good to know where it goes badly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copecli.core import talk_end as end
from copecli.core import talk_words as said
from copecli.core.shared_words import UNSAFE
from copecli.core.talk import Talk, Talking
from copecli.documents.qr import code_of, message_codes
from copecli.documents.report_forms import report_as
from copecli.system.loaders import load_ready

if TYPE_CHECKING:
    from copecli.core.form import Answers

MESSAGE = Talk(said.NEAR, said.HEARD, said.TEXT)
PAGE = Talk(said.CLINIC, said.PREPARE, said.SAY)


def ids(talk: Talk, **more: bool) -> list[str]:
    """Return the ways on."""
    return [way for way, _words in end.next_things(talk, **{"people_first": False, **more})]


def test_there_is_always_a_person_and_a_way_to_help_now() -> None:
    """In each list, and first where it is about one's life."""
    for talk in (MESSAGE, PAGE):
        assert {end.PERSON, UNSAFE, end.BADLY, end.CHANGE, end.DONE} <= set(ids(talk))
        assert ids(talk, people_first=True)[:2] == [end.PERSON, UNSAFE]


def test_letting_go_is_not_where_one_step_up_from_the_first_leads() -> None:
    """A list goes round; a hand that trembles loses nothing."""
    assert ids(MESSAGE)[-2:] == [end.DONE, end.LATER]
    assert end.LATER not in ids(MESSAGE, keeps=False)


def test_what_can_be_done_suits_what_it_is() -> None:
    """A text goes to a phone, a page onto paper, a report where something was noted for a clinician."""
    assert ids(MESSAGE)[:3] == [end.COPY, end.CODE, end.PAPER]
    assert ids(MESSAGE, copies=False)[0] == end.READ
    assert ids(PAGE)[:2] == [end.PAPER, end.COPY]
    assert end.CODE not in ids(Talk(said.NEAR, said.HEARD, said.SAY))
    assert end.REPORT in ids(PAGE, report=True)
    assert end.REPORT not in ids(PAGE)
    assert end.REPORT not in ids(MESSAGE, report=True)


@pytest.mark.parametrize("case", end.BADLY_WAYS, ids=lambda case: case.id)
def test_whatever_went_badly_leads_to_another_person_or_a_line(case: end.Badly) -> None:
    """Short lines, and small next things with a person among the first two."""
    ways = [way for way, _words in end.ways_after(case.id)]
    assert end.PERSON in ways[:2]
    assert UNSAFE in ways
    assert len(case.lines) <= 4


def test_it_says_for_whom_and_to_which_number_where_the_plan_says() -> None:
    """A number only where it is sent."""
    known = Talk(said.NEAR, said.HEARD, said.TEXT, name="A friend", number="555-0100")
    assert [one.worded(str) for one in end.whom_it_is_for(known)] == ["For A friend", "To 555-0100"]
    spoken = Talk(said.NEAR, said.HEARD, said.SAY, name="A friend", number="555-0100")
    assert [one.worded(str) for one in end.whom_it_is_for(spoken)] == ["For A friend"]
    assert end.whom_it_is_for(MESSAGE) == ()


def test_nobodys_name_is_on_the_paper() -> None:
    """A letter in paragraphs, and a page with headings: the same words in each form."""
    found = Talking((), load_ready())
    answers: Answers = {
        "whom": "doctor",
        "want-clinic": "prepare",
        "know:clinic:prepare": ("My *own* <b>words",),
    }
    page = end.on_paper(found.talk(answers), found.sections(found.talk(answers)), "2026-11-26")
    text, web = (report_as(page, form).decode() for form in ("text", "html"))
    assert "What I would like you to know\n - My *own* <b>words" in text
    assert "My *own* &lt;b&gt;words" in web
    named = Talk(said.NEAR, said.HEARD, said.CARD, name="A friend", number="555-0100")
    letter = end.on_paper(named, found.sections(named), "2026-11-26")
    for form in ("text", "html", "markdown"):
        made = report_as(letter, form).decode().replace("\\", "")
        assert "Please read this. It is hard for me to say." in made
        assert "friend" not in made
        assert "555" not in made
    assert report_as(letter, "pdf").startswith(b"%PDF")


def test_a_phone_opens_a_short_message_as_a_text_to_its_number() -> None:
    """Where the number is plain; else, and where it needs more than one code, it reads the words alone."""
    (code,) = message_codes("Hi.", 65, "555-0100")
    assert code == code_of("smsto:5550100:Hi.")
    assert message_codes("Hi.", 65, "HELP to 51444 or 51445") == (code_of("Hi."),)
    assert message_codes("Hi.", 65) == (code_of("Hi."),)
    several = message_codes("I would like to talk. " * 40, 65, "555-0100")
    assert len(several) > 1
    assert not any("smsto" in one.text for one in several)
