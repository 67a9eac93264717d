"""A few questions, one a screen: hands a Form what the person does, and keeps the draft.

Invariant: it holds no answers but the Form's. A draft is kept at every pause, everything can be left out, and
an answer that leads to Help now opens it at once, before anything is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Input, OptionList

from copecli.core import actions
from copecli.core.events import Back, Skip, Stop
from copecli.core.form import (
    CHOOSE,
    HELP_NOW,
    LINES,
    RATE,
    WORDS,
    Answered,
    Form,
    Question,
    toggled,
)
from copecli.core.form_draft import to_draft
from copecli.core.form_words import too_much
from copecli.core.shared_words import UNSAFE
from copecli.tui.drafting import Drafting
from copecli.tui.screens.form_shown import ON, OWN, FormShown
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.form import Answer


class FormPage(FormShown):
    """One short question at a time; dismissed with an empty word, and then `form` says what became of it."""

    GROUPS = (actions.FORM,)
    KEYS = ("help-now", "form-on", "form-stop")

    def __init__(self, form: Form, *, draft: str = "", typed: str = "", about: str = "") -> None:
        """Ask from where `form` is; `draft` is the name to keep it under, `about` what it is about."""
        super().__init__(form, about)
        self._draft = draft
        self._typed = typed
        self._before = form
        self._ended = False
        self._own = ""
        """Words of one's own that were left in the middle, to go on with."""
        self._drafting = Drafting(self, self.keep_draft)

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

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the keys of the questions, and those of a field where one writes."""
        writes = self.is_mounted and self.query_one("#line").display
        return (*self.GROUPS, actions.WORDS) if writes else self.GROUPS

    def act(self, action_id: str) -> None:
        """Do what a key means; in a list space is Enter, and right goes on."""
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

    def on_other_key(self, event: events.Key) -> None:
        """Up from the field leads to what was written before, down from that back to the field."""
        if event.key == "up" and isinstance(self.focused, Input) and self.query_one(OptionList).display:
            event.stop()
            self.query_one(OptionList).focus()

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

    # what there is to answer with

    def _before_now(self, question: Question) -> Answer:
        """Return what counts as no change: the answer that stands, or none in a list that is held anew."""
        answer = self.form.answer(question)
        return answer if question.kind in (RATE, WORDS, CHOOSE) or answer == question.nothing else None

    def _with_number(self) -> Form:
        question = self._asks
        return self.form.holding(self._present()) if question and question.kind == RATE else self.form

    def _hold(self) -> None:
        """Hold what the screen shows, where it may be held."""
        if self._asks is not None and too_much(self._present()) is None:
            self.form = self.form.holding(self._present())
