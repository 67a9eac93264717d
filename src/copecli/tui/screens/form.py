"""A few questions, one a screen: draws a Form and hands it what the person does.

Invariant: it holds no answers but the Form's. A draft is kept at every pause, everything can be left out, and
an answer that leads to Help now opens it at once, before anything is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from copecli.core.actions import FORM
from copecli.core.form import (
    CHOOSE,
    HELP_NOW,
    LINES,
    PICK,
    RATE,
    WORDS,
    Answered,
    Back,
    Form,
    Question,
    Skip,
    Stop,
    toggled,
)
from copecli.core.form_draft import to_draft
from copecli.core.form_words import GO_ON, OWN_WORDS, earlier_lines, too_much
from copecli.core.shared_words import UNSAFE
from copecli.tui.drafting import Drafting
from copecli.tui.page import ComposeResult, Page, Words
from copecli.tui.safe import words
from copecli.tui.widgets.key_line import KeyLine
from copecli.tui.widgets.line_field import LineField
from copecli.tui.widgets.scale import Scale
from copecli.words import N_, _

if TYPE_CHECKING:
    from copecli.core.form import Answer
    from copecli.core.reach import Sentence

HELP_KEY = "F1"
VALUE, OWN, ON = "value", "own", "on"
"""What a row of the list is: something to pick, the way to own words, the way on."""
TOLD = {
    PICK: N_("Enter marks. “Go on” is the last line. {place}"),
    CHOOSE: N_("Up, down, Enter. b goes back. {place}"),
    RATE: N_("Type a number, or left and right. Enter goes on. {place}"),
    WORDS: N_("Enter goes on. Esc stops. {place}"),
    LINES: N_("One a line. Enter alone goes on. {place}"),
}
KEYS_OF = {
    PICK: ("help-now", "form-mark", "form-stop"),
    CHOOSE: ("help-now", "form-back", "form-stop"),
    RATE: ("help-now", "form-on", "form-stop"),
}
KEYS_OF_A_FIELD = ("help-in-words", "keep", "leave-words")


class FormPage(Page):
    """One short question at a time; dismissed with an empty word, and then `form` says what became of it."""

    GROUPS = (FORM,)
    KEYS = ("help-now", "form-on", "form-stop")

    def __init__(self, form: Form, *, draft: str = "", typed: str = "", about: str = "") -> None:
        """Ask from where `form` is; `draft` is the name to keep it under, `about` what it is about."""
        super().__init__()
        self.form = form
        self._draft = draft
        self._typed = typed
        self._about = about
        self._before = form
        self._rows: list[tuple[str, str]] = []
        self._ended = False
        self._own = ""
        """Words of one's own that were left in the middle, to go on with."""
        self._drafting = Drafting(self, self.keep_draft)

    def body(self) -> ComposeResult:
        """Yield the parts that the questions fill."""
        yield Words(self._about, classes="quiet gap")
        yield Words(id="earlier", classes="quiet gap")
        yield Words(id="about", classes="gap")
        yield Words(id="question", classes="strong")
        yield Words(id="hint", classes="quiet")
        yield Scale(id="scale")
        yield Words(id="ends", classes="quiet")
        yield OptionList(id="options", markup=False, classes="above")
        yield LineField(id="line")
        yield Words(id="told", classes="quiet above")

    def on_mount(self) -> None:
        """Ask the question where the person is."""
        self._show()
        if self._typed:
            self._open_field(self._typed)

    def on_screen_resume(self) -> None:
        """Go on where an answer led to Help now."""
        if self.is_mounted and self.form.led == HELP_NOW:
            self.form = self.form.returned()
            self._show()

    # what the person does

    def act(self, action_id: str) -> None:
        """Do what a key means; in a list space is Enter, and right is the last line."""
        options = self.query_one(OptionList)
        match action_id:
            case "form-mark" if self.focused is options:
                options.action_select()
            case "form-on" if self._asks is not None:
                self._go_on(self._present())
            case "form-back":
                self._hold()
                self._do(Back())
            case "form-stop" if self._writes_own:
                self._own = self.query_one("#line", Input).value
                self._show(at=self._rows.index((OWN, "")))
            case "form-stop" | "leave-words":
                self._hold()
                self._do(Stop())
            case _ if action_id not in ("form-mark", "form-on", "keep"):
                super().act(action_id)

    def _do(self, event: Answered | Skip | Back | Stop) -> None:
        self._before = self.form
        self.form = self.form.next(event)
        if self.form.at != self._before.at:
            self._own = ""
        if self.form.led == HELP_NOW:
            self.app.open_help_now()
        elif self.form.over or self.form.led:
            self.keep_draft()
            self._ended = True
            self.dismiss("")
        else:
            self._drafting.touched()
            self._show()

    def _go_on(self, answer: Answer) -> None:
        """Answer the question of now, or leave it as it is where nothing changed."""
        question = self._asks
        problem = too_much(answer)
        if question is None:
            return
        if problem is not None:
            self._tell(problem.worded(_))
        elif answer == self._before_now(question):
            self._do(Skip())
        else:
            self._do(Answered(answer))

    def take_back(self) -> None:
        """Return to the question before the last press."""
        self.form = self._before
        self._show()

    @on(OptionList.OptionSelected, "#options")
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Mark or choose a line, open the field, or go on."""
        event.stop()
        question, (kind, value) = self._asks, self._rows[event.option_index]
        if question is None:
            return
        if kind == ON:
            self._go_on(self.form.answer(question))
        elif kind == OWN:
            self._open_field(self._own)
        elif question.kind == CHOOSE:
            self._do(Answered(value))
        elif question.kind == LINES:
            self._marked(question, value, at=0)
            self._open_field(value)
        elif value == UNSAFE:
            self._do(Answered((*self._marks(question), UNSAFE)))
        else:
            self._marked(question, value, at=event.option_index)

    @on(Input.Submitted, "#line")
    def submitted(self, event: Input.Submitted) -> None:
        """Take what was typed: as the answer, or as one more line or word."""
        event.stop()
        self._own = ""
        question, text = self._asks, event.value.strip()
        if question is None:
            return
        if question.kind == WORDS:
            self._go_on(text)
        elif text:
            self._one_more(question, text)
        elif question.kind == LINES:
            self._go_on(self.form.answer(question))
        else:
            self._show()

    def _one_more(self, question: Question, text: str) -> None:
        said = {sentence.worded(_).casefold(): value for value, sentence in question.options}
        value = said.get(text.casefold(), text)
        more = (*(one for one in self._marks(question) if one != value), value)
        problem = too_much(more)
        if problem is not None:
            self._tell(problem.worded(_))
            return
        if value == UNSAFE:
            self._do(Answered(more))
            return
        self.form = self.form.holding(more)
        self._drafting.touched()
        self._show(at=-1)

    def _marked(self, question: Question, value: str, *, at: int) -> None:
        self._before = self.form
        self.form = self.form.holding(toggled(self._marks(question), value))
        self._drafting.touched()
        self._show(at=at)

    # drafts

    @on(Input.Changed, "#line")
    def typed(self) -> None:
        """Keep a draft once the hands rest."""
        self._drafting.touched()

    def keep_draft(self) -> None:
        """Keep the answers so far, and what stands in the field."""
        if not self._draft or self._ended or not self.is_mounted:
            return
        question, line = self._asks, self.query_one("#line", Input)
        typed = self._own if not line.display else "" if self.form.stopped else line.value
        if question is not None and question.kind == WORDS and typed.strip() == self.form.answer(question):
            typed = ""
        self.app.desk.keep_draft(self._draft, to_draft(self._with_number(), typed))

    # where it is

    @property
    def _asks(self) -> Question | None:
        return self.form.question

    @property
    def _writes_own(self) -> bool:
        """Whether the field for own words is open beside a list."""
        question = self._asks
        return question is not None and question.kind == PICK and self.query_one("#line").display

    def _marks(self, question: Question) -> tuple[str, ...]:
        answer = self.form.answer(question)
        return answer if isinstance(answer, tuple) else ()

    def _before_now(self, question: Question) -> Answer:
        """Return what counts as no change: the answer that stands, or none in a list that is held anew."""
        answer = self.form.answer(question)
        return answer if question.kind in (RATE, WORDS, CHOOSE) or answer == question.nothing else None

    def _present(self) -> Answer:
        """Return what the screen shows as the answer."""
        question = self._asks
        if question is None:
            return None
        if question.kind == RATE:
            return self.query_one(Scale).value
        typed = self.query_one("#line", Input).value.strip()
        if question.kind == LINES:
            return (*self._marks(question), *([typed] if typed else []))
        return typed if question.kind == WORDS else self.form.answer(question)

    def _with_number(self) -> Form:
        question = self._asks
        return self.form.holding(self._present()) if question and question.kind == RATE else self.form

    def _hold(self) -> None:
        """Hold what the screen shows, where it may be held."""
        if self._asks is not None and too_much(self._present()) is None:
            self.form = self.form.holding(self._present())

    # showing

    def _show(self, *, at: int | None = None) -> None:
        """Show the question of now; in a list, `at` is the line that is marked."""
        question = self._asks
        if question is None:
            return
        self._say_question(question)
        scale, line = self.query_one(Scale), self.query_one("#line", Input)
        scale.display = question.kind == RATE
        self._fill(question, at)
        writes = question.kind in (WORDS, LINES)
        line.display = writes
        if question.kind == RATE:
            answer = self.form.answer(question)
            scale.show(answer if isinstance(answer, int) else None)
            scale.focus()
        elif writes:
            self._open_field(str(self.form.answer(question)) if question.kind == WORDS else "")
        else:
            line.value = ""
            self.query_one(OptionList).focus()
        self.query_one(KeyLine).offer(*KEYS_OF.get(question.kind, KEYS_OF_A_FIELD))
        self.query_one("#column").scroll_home(animate=False)
        if not writes and self.query_one("#earlier").display:
            self.query_one("#question").scroll_visible(top=True, animate=False)
        if question.about:  # what there is to choose has to be in view, and what was said last before it
            self.call_after_refresh(self.query_one("#column").scroll_end, animate=False)

    def _say_question(self, question: Question) -> None:
        step, of = self.form.place
        lines = [_line(text, parts) for text, parts in earlier_lines(self.form)]
        self.query_one("#earlier", Words).say("\n".join(lines))
        self.query_one("#about", Words).say("\n".join(map(self._said, question.about)))
        self.query_one("#question", Words).say(self._said(question.text))
        self.query_one("#hint", Words).say(self._said(question.hint) if question.hint else "")
        ends = ((0, question.low), (10, question.high)) if question.kind == RATE else ()
        self.query_one("#ends", Words).say("   ".join(f"{n}: {self._said(end)}" for n, end in ends if end))
        place = _("{step} of {of}").format(step=step, of=of)
        self._tell(_(TOLD[question.kind]).format(place=place))

    def _fill(self, question: Question, at: int | None) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        self._rows = self._rows_of(question)
        options.display = bool(self._rows)
        if not self._rows:
            return
        options.add_options(Option(words(self._row(question, *row))) for row in self._rows)
        first = 1 if self._rows[0] == (VALUE, UNSAFE) else 0
        answer = self.form.answer(question)
        if at is None and question.kind == CHOOSE and (VALUE, answer) in self._rows:
            first = self._rows.index((VALUE, str(answer)))
        options.highlighted = first if at is None else min(at, len(self._rows) - 1) % len(self._rows)

    def _rows_of(self, question: Question) -> list[tuple[str, str]]:
        marks = self._marks(question)
        if question.kind == LINES:
            return [(VALUE, text) for text in marks]
        if question.kind not in (PICK, CHOOSE):
            return []
        known = [value for value, _text in question.options]
        own = [text for text in marks if text not in known]
        rows = [(VALUE, value) for value in (*known, *own)]
        return [*rows, *([(OWN, "")] if question.kind == PICK and question.own else []), (ON, "")]

    def _row(self, question: Question, kind: str, value: str) -> str:
        if kind != VALUE:
            return _(OWN_WORDS if kind == OWN else GO_ON)
        text = self._said(question.words_of(value))
        if value == UNSAFE:
            return text
        if question.kind == LINES:
            return f"– {text}"
        if question.kind == PICK:
            return f"[{'x' if value in self._marks(question) else ' '}] {text}"
        return f"({'x' if value == self.form.answer(question) else ' '}) {text}"

    def _open_field(self, text: str) -> None:
        line = self.query_one("#line", Input)
        line.display = True
        line.value = text
        line.cursor_position = len(text)
        line.focus()
        if self._writes_own:
            self._tell(_("Enter keeps it. Esc goes back to the list."))
            self.query_one(KeyLine).offer(*KEYS_OF_A_FIELD)

    def _tell(self, sentence: str) -> None:
        self.query_one("#told", Words).say(sentence)

    @staticmethod
    def _said(sentence: Sentence) -> str:
        return sentence.worded(_, help=HELP_KEY)

    def on_other_key(self, event: events.Key) -> None:
        """Up from the field leads to what was written before, down from that back to the field."""
        if event.key == "up" and isinstance(self.focused, Input) and self.query_one(OptionList).display:
            event.stop()
            self.query_one(OptionList).focus()


def _line(text: Sentence, parts: tuple[Sentence, ...]) -> str:
    return f"{text.worded(_, help=HELP_KEY)} {', '.join(part.worded(_) for part in parts)}"
