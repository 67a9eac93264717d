"""What a few questions look like, one a screen: draws the question of now of a Form, and reads it back.

Invariant: it changes no answer; what stands here is the Form's, and what is being typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from copecli.core.form import CHOOSE, LINES, PICK, RATE, WORDS, Form, Question
from copecli.core.form_words import GO_ON, OWN_WORDS, earlier_lines
from copecli.core.key_names import key_name
from copecli.core.shared_words import UNSAFE
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
    PICK: N_("Enter marks. {on} goes on. {place}"),
    CHOOSE: N_("Up, down, Enter. {back} goes back. {place}"),
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


class FormShown(Page):
    """A question, and what there is to answer it with; what a press does is FormPage's."""

    def __init__(self, form: Form, about: str) -> None:
        """Show where `form` is; `about` is what it is about."""
        super().__init__()
        self.form = form
        self._about = about
        self._rows: list[tuple[str, str]] = []
        """(kind, value) of each row of the list."""

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
        back = self.app.desk.keys.name("form-back")
        self._tell(_(TOLD[question.kind]).format(place=place, on=self._on(), back=back))

    def _on(self) -> str:
        """Return the key that goes on from a list, where Enter marks."""
        keys = self.app.desk.keys.action("form-on").keys
        key = next(key for key in keys if key != "enter")
        return _("The right arrow") if key == "right" else key_name(key)

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


def _line(text: Sentence, parts: tuple[Sentence, ...]) -> str:
    return f"{text.worded(_, help=HELP_KEY)} {', '.join(part.worded(_) for part in parts)}"
