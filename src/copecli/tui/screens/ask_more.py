"""A few more questions, one a screen, for whoever wants them: about a line of the plan, or about the whole.

Invariant: an answer is saved when Enter is pressed; Enter alone goes on, and stopping anywhere loses nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual import events, on
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from copecli.core.actions import WORDS
from copecli.core.errors import CopeError
from copecli.core.plan import Item, Plan
from copecli.core.plan_questions import Question, present
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
    ) -> None:
        """Ask about `thing`; `keep` saves it and returns it as it is then, or raises CopeError."""
        super().__init__()
        self._thing = thing
        self._about = about
        self._questions = questions
        self._answered = answered
        self._keep = keep
        self._at = 0

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

    @property
    def _question(self) -> Question:
        return self._questions(self._thing)[self._at]

    def _ask(self) -> None:
        question, of = self._question, len(self._questions(self._thing))
        self.query_one("#question", Words).say(_(question.text))
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
            line.value = now
            line.cursor_position = len(now)
            line.focus()
        place = _("{step} of {of}").format(step=self._at + 1, of=of)
        self._tell(_("Enter goes on. Esc stops. {place}").format(place=place))
        self.query_one("#column").scroll_home(animate=False)

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
        self._go(self._at + 1)

    def _go(self, at: int) -> None:
        if at < len(self._questions(self._thing)):
            self._at = max(0, at)
            self._ask()
        else:
            self.dismiss("")

    def on_other_key(self, event: events.Key) -> None:
        """Go between the questions with the Page keys; q and b mean what they mean in a list."""
        if event.key == "pagedown":
            self._go(self._at + 1)
        elif event.key == "pageup" or (event.key == "b" and self._question.options):
            self._go(self._at - 1)
        elif event.key == "q" and self._question.options:
            self.dismiss("")

    def act(self, action_id: str) -> None:
        """Stop here, or do what every screen does."""
        if action_id == "leave-words":
            self.dismiss("")
        elif action_id != "keep":
            super().act(action_id)
