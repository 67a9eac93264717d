"""Finding words to talk on screens: the questions, the words, and what can be done with them.

Invariant: the words are on the screen before anything is done with them, and nothing is sent. Leaving keeps
them as a draft; only letting them go lets them go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core import report_words, talk_end
from copecli.core.actions import LIST
from copecli.core.form_words import STOPPED, STOPPED_UNSAVED
from copecli.core.shared_words import COPIED, TO_PRINTER, UNSAFE
from copecli.core.talk import DRAFT, Talking
from copecli.desk_talk import WordsAtHand, talking
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.screens.choose import Choose
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.form_start import open_form
from copecli.tui.screens.onto_paper import to_file, to_printer
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.form import Answers, Form
    from copecli.tui.app import CopeApp


class TalkFlow:
    """From whom to talk to, to the words and what comes next."""

    def __init__(self, app: CopeApp, left: Callable[[], None]) -> None:
        """Begin nothing yet; `left` is called when the person is through or has stopped."""
        self._app = app
        self._left = left
        self._talking: Talking = talking(app.desk)

    def begin(self, answers: Answers | None = None) -> None:
        """Ask whom, or go on with what was left in the middle; with answers begin behind these."""
        open_form(self._app, self._talking.form(answers), DRAFT, self._asked)

    def _ask(self, form: Form) -> None:
        page = FormPage(form, draft=DRAFT)
        self._app.push_screen(page, lambda _where: self._asked(page.form))

    def _asked(self, form: Form) -> None:
        app = self._app
        if form.stopped:
            if form.answers or not app.desk.saving:
                app.tell(_(STOPPED if app.desk.saving else STOPPED_UNSAVED))
            self._left()
            return
        at_hand = WordsAtHand(app.desk, self._talking, form.answers)
        app.push_screen(TalkPage(at_hand), lambda where: self._read(at_hand, where))

    def _read(self, at_hand: WordsAtHand, where: str | None) -> None:
        if where == talk_end.CHANGE:
            self._ask(at_hand.again())
            return
        if where == talk_end.DONE:
            at_hand.let_go()
        elif at_hand.kept:
            self._app.tell(_(talk_end.KEPT_AS_DRAFT))
        self._left()


def open_talk(app: CopeApp, answers: Answers | None = None, *, alone: bool = False) -> None:
    """Find words to talk; `alone` means that leaving it leaves the program."""
    TalkFlow(app, app.leave if alone else lambda: None).begin(answers)


class TalkPage(Page):
    """The words; dismissed with CHANGE where they shall be changed, with DONE where they are let go."""

    GROUPS = (LIST,)
    KEYS = ("help-now", "open", "close")

    def __init__(self, at_hand: WordsAtHand) -> None:
        super().__init__()
        self.at_hand = at_hand

    def body(self) -> ComposeResult:
        """Yield the words, and the way on."""
        yield Words("\n".join(self.at_hand.first), id="first", classes="gap")
        yield Words(self.at_hand.title, classes="quiet gap")
        yield Words(self.at_hand.text, id="words", classes="strong")
        yield Words(_(talk_end.NOTHING_SENT), classes="quiet above")
        yield Words(_("Enter goes on."), classes="quiet")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

    def act(self, action_id: str) -> None:
        """Go on to what can be done with them."""
        if action_id == "open":
            self.app.push_screen(TalkWays(self.at_hand), self._chosen)
        else:
            super().act(action_id)

    def _chosen(self, where: str | None) -> None:
        if where:
            self.dismiss(where)


class TalkWays(Page):
    """What would you like to do with it?"""

    GROUPS = (LIST,)

    def __init__(self, at_hand: WordsAtHand) -> None:
        super().__init__()
        self._at_hand = at_hand

    def body(self) -> ComposeResult:
        """Yield the ways on."""
        yield Words(id="told", classes="quiet gap")
        yield Words(_(talk_end.WHAT_NOW), classes="strong gap")
        yield option_list([(key, _(words)) for key, words in self._at_hand.ways()])

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go where it says."""
        event.stop()
        match event.option_id:
            case talk_end.COPY:
                self.app.copy_to_clipboard(self._at_hand.text)
                self.query_one("#told", Words).say(_(COPIED))
            case talk_end.CODE:
                self._code()
            case talk_end.PAPER:
                self._paper()
            case talk_end.REPORT:
                self.app.open_report()
            case talk_end.BADLY:
                open_badly(self.app, self._went_badly)
            case talk_end.CHANGE | talk_end.DONE | talk_end.LATER:
                self.dismiss(event.option_id)
            case _:
                self.app.open_help_now()

    def _went_badly(self, where: str) -> None:
        if where in (talk_end.OTHER, talk_end.SHORTER):
            self.dismiss(talk_end.CHANGE)

    def _code(self) -> None:
        from copecli.tui.screens.codes import Codes

        self.app.push_screen(Codes(self._at_hand.codes, _(talk_end.THE_WORDS), long=True))

    def _paper(self) -> None:
        from copecli.documents.report_forms import CHOICES

        forms = [(form, _(words)) for form, words in CHOICES]
        printer = [(report_words.PRINTER, _(TO_PRINTER))] if self.app.desk.printer() else []
        self.app.push_screen(Choose(_(talk_end.WHICH_FORM), [*forms, *printer]), self._to_paper)

    def _to_paper(self, form: str | None) -> None:
        if form == report_words.PRINTER:
            to_printer(self.app, self._at_hand)
        elif form:
            from copecli.documents.report_forms import ending

            to_file(self.app, self._at_hand, form, talk_end.file_name(ending(form)))


def open_badly(app: CopeApp, done: Callable[[str], None]) -> None:
    """Ask what went badly, and say what is good to know then; `done` is told where the person goes on to."""
    rows = [(one.id, _(one.words)) for one in talk_end.BADLY_WAYS]

    def chosen(case: str | None) -> None:
        if case:
            app.push_screen(BadlyPage(case), lambda where: done(where or ""))

    app.push_screen(Choose(_(talk_end.BADLY_ASKED), rows), chosen)


class BadlyPage(Page):
    """What is good to know where it went badly, and a small next thing."""

    GROUPS = (LIST,)

    def __init__(self, case: str) -> None:
        super().__init__()
        self._case = talk_end.badly(case)

    def body(self) -> ComposeResult:
        """Yield a few lines, and the ways on."""
        yield Words("\n".join(map(_, self._case.lines)), classes="gap")
        yield Words(_(talk_end.WHAT_NEXT), classes="strong gap")
        yield option_list([(key, _(words)) for key, words in talk_end.ways_after(self._case.id)])

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go where it says."""
        event.stop()
        if event.option_id in (talk_end.PERSON, UNSAFE):
            self.app.open_help_now()
        elif event.option_id == talk_end.STEADY:
            self.app.play(self.app.desk.default_skill())
        else:
            self.dismiss(event.option_id or "")
