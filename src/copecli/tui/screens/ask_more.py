"""A few more questions, one a screen, for whoever wants them: about a line of the plan, or about the whole.

Invariant: an answer is saved when Enter is pressed; Enter alone goes on, and stopping anywhere loses nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual import events, on
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from copecli.core.actions import FORM, WORDS
from copecli.core.errors import CopeError
from copecli.core.plan import Item, Plan
from copecli.core.plan_asking import Unfinished
from copecli.core.plan_questions import OF_THE_PLAN, Question, present, with_plan_answer
from copecli.core.plan_words import MORE_OF_THE_PLAN
from copecli.tui.drafting import Drafting
from copecli.tui.page import ComposeResult, Page, Words, field
from copecli.tui.safe import words
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

Thing = TypeVar("Thing", bound=Item | Plan)


class AskMore(Page, Generic[Thing]):
    """One short question at a time."""

    GROUPS = (WORDS,)
    KEYS = ("help-in-words", "keep", "leave-words")

    def __init__(
        self,
        thing: Thing,
        about: str,
        questions: Callable[[Thing], tuple[Question, ...]],
        answered: Callable[[Thing, Question, str], Thing],
        keep: Callable[[Thing], Thing],
        *,
        place: tuple[str, str] = ("", ""),
        begun: str = "",
    ) -> None:
        """Ask about `thing`; `keep` saves it and returns it as it is then, or raises CopeError.

        `place` is the step and the id of the line, nothing for the plan; `begun` what was typed before.
        """
        super().__init__()
        self._thing = thing
        self._about = about
        self._questions = questions
        self._answered = answered
        self._keep = keep
        self._at = 0
        self._place = place
        self._begun = begun
        self._drafted = bool(begun)
        self._drafting = Drafting(self, self.keep_draft)

    def body(self) -> ComposeResult:
        """Yield the parts that each question fills."""
        yield Words(self._about, classes="quiet")
        yield Words(id="question", classes="strong above")
        yield Words(id="hint", classes="quiet gap")
        yield field(id="line")
        yield OptionList(id="options", markup=False)
        yield Words(id="told", classes="quiet above")

    def on_mount(self) -> None:
        """Ask the first."""
        self._ask()
        if self._begun:
            self._put(self._begun)
            self._tell(_("This is what you were writing.") + "\n" + _("Enter keeps it. Esc stops."))

    @property
    def _question(self) -> Question:
        return self._questions(self._thing)[self._at]

    def _ask(self) -> None:
        question, of = self._question, len(self._questions(self._thing))
        self.query_one("#question", Words).say(_(question.text).format(name=self._about))
        self.query_one("#hint", Words).say(_(question.hint) if question.hint else "")
        line, options = self.query_one(Input), self.query_one(OptionList)
        now = present(self._thing, question)
        line.display, options.display = not question.options, bool(question.options)
        options.clear_options()
        if question.options:
            options.add_options(Option(words(_(text)), id=value or None) for value, text in question.options)
            kept = [value for value, _text in question.options]
            options.highlighted = kept.index(now) if now in kept else len(kept) - 1
            options.focus()
        else:
            self._put(now)
        place = _("{step} of {of}").format(step=self._at + 1, of=of)
        self._tell(_("Enter goes on. Esc stops. {place}").format(place=place))
        self.query_one("#column").scroll_home(animate=False)

    def _put(self, text: str) -> None:
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)
        line.focus()

    def _tell(self, sentence: str) -> None:
        self.query_one("#told", Words).say(sentence)

    @on(Input.Submitted, "#line")
    def submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed, and go on."""
        event.stop()
        self._take(event.value.strip())

    @on(OptionList.OptionSelected, "#options")
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Keep what was chosen, and go on."""
        event.stop()
        self._take(event.option_id or "")

    def _take(self, answer: str) -> None:
        question = self._question
        if answer != present(self._thing, question):
            try:
                self._thing = self._keep(self._answered(self._thing, question, answer))
            except CopeError as trouble:
                self._tell(trouble.sentence(_))
                return
        if self._drafted:
            self.app.desk.keep_answer(None)
            self._drafted = False
        self._go(self._at + 1)

    @on(Input.Changed, "#line")
    def typed(self) -> None:
        """Keep a draft once the hands rest."""
        self._drafting.touched()

    def keep_draft(self) -> None:
        """Keep what stands in the field, where that is not what is in the plan."""
        if not self.is_mounted or self._question.options:
            return
        text = self.query_one(Input).value
        if text.strip() != present(self._thing, self._question):
            self.app.desk.keep_answer(Unfinished(*self._place, self._question.field, text))
            self._drafted = True
        elif self._drafted:
            self.app.desk.keep_answer(None)
            self._drafted = False

    def _go(self, at: int) -> None:
        if at < len(self._questions(self._thing)):
            self._at = max(0, at)
            self._ask()
        else:
            self.dismiss("")

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the keys of a list where one is chosen from, those of a field where one writes."""
        return (FORM,) if self.is_mounted and self._question.options else self.GROUPS

    def on_other_key(self, event: events.Key) -> None:
        """Go between the questions with the Page keys, also while one writes."""
        if event.key in ("pageup", "pagedown"):
            event.stop()
            self._go(self._at + (1 if event.key == "pagedown" else -1))

    def act(self, action_id: str) -> None:
        """Stop here, or do what every screen does."""
        if action_id in ("leave-words", "form-stop"):
            self.keep_draft()
            self.dismiss("")
        elif action_id in ("form-on", "form-back"):
            self._go(self._at + (1 if action_id == "form-on" else -1))
        elif action_id == "form-mark":
            self.query_one(OptionList).action_select()
        elif action_id != "keep":
            super().act(action_id)


def about_the_plan(plan: Plan, keep: Callable[[Plan], Plan]) -> AskMore[Plan]:
    """Return the questions about the whole plan: how it will be used and kept, and what helps."""
    return AskMore(plan, _(MORE_OF_THE_PLAN), lambda _plan: OF_THE_PLAN, with_plan_answer, keep)
