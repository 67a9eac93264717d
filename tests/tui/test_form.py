"""A few questions in both faces: the same Form, the same answers, the same words in the same order."""

from __future__ import annotations

from dataclasses import replace

from textual.app import App
from textual.widgets import Input

from copecli.cli.plain.face import Face
from copecli.cli.plain.form import ask
from copecli.cli.plain.io import Console
from copecli.core.form import CHOOSE, LINES, Form, Question
from copecli.core.reach import as_is
from copecli.desk import Desk
from copecli.tui.app import CopeApp
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.form_start import open_form
from copecli.tui.screens.help_now import HelpNowPage
from tests.cli.stage import Hand
from tests.tui.conftest import press
from tests.unit.test_form import FORM, QUESTIONS

from .conftest import Companion, said

WITH_WORDS = tuple(
    replace(one, low=as_is("none"), high=as_is("the most")) if one.id == "distress" else one
    for one in QUESTIONS
)
SPOKEN = Form(lambda _answers: WITH_WORDS)


class Lines:
    """The line face on one form, with all that it said."""

    def __init__(self, desk: Desk, form: Form, *typed: str) -> None:
        self.said: list[str] = []
        self.help_opened: list[dict[str, object]] = []
        hand = Hand(typed)
        console = Console(hand.read, self.said.append, hand.clock)
        face = Face(console, desk, lambda _face: self.help_opened.append({"draft": desk.draft("check-in")}))
        self.form = ask(face, form, draft="check-in")

    @property
    def words(self) -> str:
        """All that was said."""
        return "".join(self.said)


async def test_both_faces_give_the_same_answers_and_ask_in_the_same_words(
    companion: Companion, desk: Desk
) -> None:
    """Two marks and own words, a number, a note, two lines, one of a list."""
    lines = Lines(desk, SPOKEN, "2, 3, tired", "10", "so so", "work", "late", "", "1")
    app: CopeApp = companion()
    asked: list[str] = []
    async with app.run_test() as pilot:
        page = FormPage(SPOKEN)
        app.push_screen(page)
        await pilot.pause()
        for keys in (
            ("enter", "down", "space", "down", "enter", *"tired", "enter", "end", "enter"),
            ("1", "0", "enter"),
            ("s", "o", "space", "s", "o", "enter"),
            (*"work", "enter", *"late", "enter", "enter"),
            ("enter",),
        ):
            asked.append(said(app))
            await press(pilot, *keys)
        assert page.form.finished
    assert page.form.answers == lines.form.answers
    assert lines.form.answers == {
        "feelings": ("sad", "numb", "tired"),
        "distress": 10,
        "note": "so so",
        "tags": ("work", "late"),
        "more": "no",
    }
    places = [lines.words.find(question.text.worded(str)) for question in WITH_WORDS]
    assert places == sorted(places)
    for screen, question in zip(asked, WITH_WORDS, strict=True):
        options = [text for _id, text in question.options]
        for words in (question.text, *options, question.low or question.text):
            assert words.worded(str) in screen
            assert words.worded(str) in lines.words
    assert "Sad, Numb, tired" in asked[1]


async def test_not_safe_opens_help_now_before_anything_is_kept(companion: Companion, desk: Desk) -> None:
    """In both faces; coming back the question is there with its marks."""
    lines = Lines(desk, FORM, "2", "/b", "2, 1", "/q")
    assert len(lines.help_opened) == 1
    assert lines.form.answers == {"feelings": ("sad",)}
    app = companion()
    async with app.run_test() as pilot:
        page = FormPage(FORM)
        app.push_screen(page)
        await press(pilot, "enter", "up", "enter")
        assert "Here is help. Start anywhere." in said(app)
        await press(pilot, "q")
        assert app.screen is page
        assert page.form.answers == {"feelings": ("sad",)}
        assert "[x] Sad" in said(app)


async def test_marks_are_seen_without_colour_and_go_with_the_same_key(companion: Companion) -> None:
    """[x] and [ ]; own words stand in the list once they are typed, and can be unmarked."""
    app = companion()
    async with app.run_test(size=(40, 20)) as pilot:
        page = FormPage(FORM)
        app.push_screen(page)
        await press(pilot, "enter")
        assert "[x] Sad" in said(app)
        await press(pilot, "enter")
        assert "[ ] Sad" in said(app)
        await press(pilot, "down", "down", "enter", "o", "w", "n", "enter")
        assert "[x] own" in said(app)
        await press(pilot, "up", "up", "enter")
        assert "own\n" not in said(app).replace("In my own words", "")
        assert page.form.answers == {"feelings": ()}


async def test_the_number_is_typed_or_moved_and_stands_in_brackets(companion: Companion) -> None:
    """Left and right, digits, backspace; Enter with none skips."""
    app = companion()
    async with app.run_test(size=(40, 20)) as pilot:
        page = FormPage(SPOKEN)
        app.push_screen(page)
        await press(pilot, "right")
        assert "0: none   10: the most" in said(app)
        await press(pilot, "right", "right", "right")
        assert "0 1 [2] 3" in said(app)
        await press(pilot, "left", "left", "left")
        assert "[0] 1" in said(app)
        await press(pilot, "1", "0")
        assert "[10]" in said(app)
        await press(pilot, "h")
        assert isinstance(app.screen, HelpNowPage)
        await press(pilot, "q", "backspace", "enter")
        assert page.form.answers.get("distress") is None
        assert page.form.at == 2


async def test_going_back_keeps_what_was_there(companion: Companion, desk: Desk) -> None:
    """A letter from a number, Page up from a field, /b in the line face."""
    app = companion()
    async with app.run_test() as pilot:
        page = FormPage(FORM)
        app.push_screen(page)
        await press(pilot, "right", "7", "b", "right", "enter", *"note", "pageup")
        assert "[7]" in said(app)
        await press(pilot, "enter")
        assert app.screen.query_one(Input).value == "note"
        assert page.form.answers == {"distress": 7, "note": "note"}
    assert Lines(desk, FORM, "", "7", "note", "/b", "/b", "", "", "/q").form.answers == {
        "distress": 7,
        "note": "note",
    }


async def test_stopping_keeps_a_draft_that_is_offered_the_next_time(companion: Companion, desk: Desk) -> None:
    """Go on finds the answers, the place, and the words in the field; letting go begins anew."""
    ended: list[Form] = []
    app = companion()
    async with app.run_test() as pilot:
        open_form(app, FORM, "check-in", ended.append)
        await press(pilot, "enter", "right", "3", "enter", *"half a", "ctrl+n")
        app.save_drafts()
        assert "half a" in desk.draft("check-in")
        await press(pilot, "q", "escape")
        assert ended[0].stopped
        open_form(app, FORM, "check-in", ended.append)
        await pilot.pause()
        assert "You were in the middle of a check-in." in said(app)
        await press(pilot, "enter")
        assert app.screen.query_one(Input).value == "half a"
        await press(pilot, "escape")
        open_form(app, FORM, "check-in", ended.append)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, FormPage)
        assert desk.draft("check-in") == ""
        assert app.screen.form.answers == {}


async def test_a_held_key_counts_once(companion: Companion) -> None:
    """The press before is undone, marks too."""
    app = companion()
    async with app.run_test() as pilot:
        page = FormPage(FORM)
        app.push_screen(page)
        await press(pilot, "right", "4", "enter")
        app.screen.take_back()  # type: ignore[attr-defined]
        await pilot.pause()
        assert page.form.at == 1


def test_a_slip_is_answered_calmly_and_nothing_is_lost(desk: Desk) -> None:
    """Numbers there are not, words for a number, a lone slash."""
    lines = Lines(desk, FORM, "9", "/x", "2", "eleven", "11", "5", "/q")
    assert lines.words.count("I can read numbers from 1 to 3, or words.") == 1
    assert lines.words.count("I can read numbers from 0 to 10. Enter skips.") == 2
    assert lines.form.answers == {"feelings": ("sad",), "distress": 5}


async def test_a_pasted_page_comes_whole(companion: Companion) -> None:
    """Its lines follow each other; what is too long to keep is said and stays in the field."""
    from textual import events

    app: App[int] = companion()
    only = Form(lambda _answers: (QUESTIONS[2], QUESTIONS[0]))
    async with app.run_test() as pilot:
        page = FormPage(only)
        app.push_screen(page)
        await pilot.pause()
        app.post_message(events.Paste("one\ntwo\n"))
        await pilot.pause()
        line = app.screen.query_one(Input)
        assert line.value == "one two"
        line.value = "x" * 20_001
        await press(pilot, "enter")
        assert "You could shorten it." in said(app)  # type: ignore[arg-type]
        assert page.form.at == 0


def test_after_a_long_list_the_question_is_said_again(desk: Desk) -> None:
    """On 24 rows it would be out of sight; after a short one it is said once."""
    many = tuple((str(n), as_is(f"Thing {n}")) for n in range(22))
    question = replace(QUESTIONS[0], options=many)
    lines = Lines(desk, Form(lambda _answers: (question,)), "").words.splitlines()
    at = [n for n, line in enumerate(lines) if question.text.worded(str) in line]
    assert len(at) == 2
    assert "22. Thing 21" in lines[at[1] - 1]
    assert Lines(desk, FORM, "/q").words.count(question.text.worded(str)) == 1


def test_the_kinds_that_have_no_list_say_so(desk: Desk) -> None:
    """Every kind tells what Enter does."""
    only = Form(lambda _answers: (Question(id="a", kind=LINES, text=as_is("One?")),))
    assert "One a line. Enter alone goes on." in Lines(desk, only, "").words
    assert QUESTIONS[4].kind == CHOOSE


async def test_half_a_line_outlives_stopping_and_going_back(companion: Companion, desk: Desk) -> None:
    """A line that Enter has not ended is kept like the others."""
    only = Form(lambda _answers: (QUESTIONS[1], QUESTIONS[3]))
    app = companion()
    async with app.run_test() as pilot:
        page = FormPage(only, draft="check-in")
        app.push_screen(page)
        await press(pilot, "enter", *"one", "pageup")
        before = page.form.answers["tags"]
        await press(pilot, "enter", *"two", "escape")
    assert (before, page.form.answers["tags"]) == (("one",), ("one", "two"))
    assert "two" in desk.draft("check-in")


async def test_half_a_word_of_ones_own_is_there_again(companion: Companion, desk: Desk) -> None:
    """Esc leaves the field; the words wait in it, and in the draft."""
    app = companion()
    async with app.run_test() as pilot:
        app.push_screen(FormPage(FORM, draft="check-in"))
        await press(pilot, "end", "up", "enter", *"half", "escape", "enter")
        assert app.screen.query_one(Input).value == "half"
        await press(pilot, "escape", "escape")
    assert "half" in desk.draft("check-in")


async def test_a_draft_of_questions_is_not_taken_for_the_plans(companion: Companion, desk: Desk) -> None:
    """The plan's door says that it was being written only where it was."""
    desk.keep_draft("check-in", "begun")
    app = companion()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "(you were writing)" not in said(app)
