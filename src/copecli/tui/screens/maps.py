"""The trigger map on screens: is it a steady moment, the questions, the chain, and what comes next.

Invariant: a map begins only after “yes”; anything but “no” to the question of care leads to Help now at once,
and the map waits as a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core import chain_end as end
from copecli.core.actions import LIST
from copecli.core.chain import TriggerMap
from copecli.core.chain_form import map_form, needs_care, steady_form
from copecli.core.chain_picture import parts, picture
from copecli.core.chain_words import GROUND, MAP_SHOWN, YES
from copecli.core.errors import CopeError
from copecli.core.form_words import STOPPED, STOPPED_UNSAVED
from copecli.core.progress_words import NEEDS
from copecli.core.shared_words import UNSAFE, WHAT_NEXT
from copecli.desk_maps import DRAFT, MapAtHand, before_care
from copecli.desk_written import record_called
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.screens.after import care_first, open_after
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.form_start import open_form
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.form import Form
    from copecli.tui.app import CopeApp


class MapFlow:
    """One map from its first question to the next small thing."""

    def __init__(self, app: CopeApp, left: Callable[[], None]) -> None:
        """Begin nothing yet; `left` is called when the person is through or has stopped."""
        self._app = app
        self._left = left

    def begin(self) -> None:
        """Ask whether it is a steady moment."""
        page = FormPage(steady_form())
        self._app.push_screen(page, lambda _where: self._steady(page.form))

    def _steady(self, form: Form) -> None:
        steady = form.answers.get("steady")
        if steady == GROUND:
            self.begin()
            self._app.play(self._app.desk.default_skill())
        elif steady == YES and not form.stopped:
            open_form(self._app, map_form(), DRAFT, self._asked)
        else:
            self._left()

    def _asked(self, form: Form) -> None:
        if form.stopped:
            self._app.tell(_(STOPPED if self._app.desk.saving else STOPPED_UNSAVED))
            self._left()
        elif needs_care(form.answers):
            self._care()
        else:
            at_hand = MapAtHand(self._app.desk)
            self.shown(at_hand, at_hand.answered(form.answers))

    def _care(self) -> None:
        care_first(self._app, before_care(self._app.desk), self._left)

    def shown(self, at_hand: MapAtHand, trouble: str = "") -> None:
        """Show the chain, and what can come next."""
        self._app.push_screen(MapPage(at_hand, self, trouble), lambda _where: self._left())

    def asked_again(self, at_hand: MapAtHand, form: Form, page: MapPage) -> None:
        """Take in what was changed; stopping in the middle keeps it, too."""
        if needs_care(form.answers):
            care_first(self._app, before_care(self._app.desk, at_hand.draft))
        else:
            page.tell(at_hand.answered(form.answers, form.begun))


def open_map(app: CopeApp, which: tuple[str, ...] = (), *, alone: bool = False) -> None:
    """Begin a map, or open the one of that id; `alone` means that leaving it leaves the program."""
    flow = MapFlow(app, app.leave if alone else lambda: None)
    if which:
        flow.shown(MapAtHand(app.desk, record_called(app.desk, TriggerMap, which[0])))
    else:
        flow.begin()


class MapPage(Page):
    """The chain, from top to bottom."""

    GROUPS = (LIST,)
    KEYS = ("help-now", "open", "close")

    def __init__(self, at_hand: MapAtHand, flow: MapFlow, trouble: str = "") -> None:
        super().__init__()
        self.at_hand = at_hand
        self.flow = flow
        self._trouble = trouble
        self._width = 0

    def body(self) -> ComposeResult:
        """Yield the picture."""
        yield Words(self._trouble, id="trouble", classes="gap")
        yield Words(_(MAP_SHOWN), classes="strong gap")
        yield Words(id="picture")
        yield Words(_("Enter goes on."), classes="quiet above")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

    def on_resize(self) -> None:
        """Draw it as wide as there is room."""
        self.draw()

    def on_screen_resume(self) -> None:
        """Draw what was changed meanwhile."""
        self.draw()

    def draw(self) -> None:
        """Draw the chain of now."""
        room = self.query_one("#column").content_size.width - 1
        if room > 0:
            row = parts(self.at_hand.map, self.at_hand.titles())
            lines = picture(row, room, _, unicode=self.app.terminal.unicode)
            self.query_one("#picture", Words).say("\n".join(lines))

    def _through(self, where: str | None) -> None:
        if where:
            self.dismiss("")

    def tell(self, sentence: str) -> None:
        """Say what became of a change."""
        if sentence:
            self.app.tell(sentence)

    def act(self, action_id: str) -> None:
        """Go on to what can come next."""
        if action_id == "open":
            self.app.push_screen(NextPage(self), self._through)
        else:
            super().act(action_id)


class NextPage(Page):
    """What would be a small next thing? Dismissed with a word where the person is through."""

    GROUPS = (LIST,)

    def __init__(self, page: MapPage) -> None:
        super().__init__()
        self._page = page
        self._at_hand = page.at_hand

    def body(self) -> ComposeResult:
        """Yield the ways on."""
        yield Words(_(end.KEPT if self._at_hand.is_kept else end.NOT_KEPT), id="told", classes="quiet gap")
        yield Words(_(WHAT_NEXT), classes="strong gap")
        ways = end.next_things(self._at_hand.map, self._at_hand.kept_maps())
        yield option_list([(key, _(text)) for key, text in ways])

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go where it says."""
        event.stop()
        match event.option_id:
            case end.TURN:
                self._turn()
            case end.COPY:
                self._copy()
            case end.MORE | end.EDIT:
                self._change(self._at_hand.form(longer=event.option_id == end.MORE))
            case end.AFTER:
                open_after(self.app)
            case end.SHARED:
                self._shared()
            case end.PERSON:
                self.app.open_help_now()
            case way if way == UNSAFE:
                self.app.open_help_now()
            case _:
                self.dismiss(end.REST)

    def _change(self, form: Form) -> None:
        """Ask the questions again; a map that is on disk has a draft of its own for that."""
        found = self._at_hand

        def done(form: Form) -> None:
            self._page.flow.asked_again(found, form, self._page)

        if found.is_new:
            self._ask(form, done, draft=found.draft)
        else:
            open_form(self.app, form, found.draft, done)

    def _ask(self, form: Form, done: Callable[[Form], None], *, draft: str = "") -> None:
        page = FormPage(form, draft=draft)
        self.app.push_screen(page, lambda _where: done(page.form))

    def _turn(self) -> None:
        found = self._at_hand.map

        def done(form: Form) -> None:
            turned = end.turned(found, form.answers, _)
            self._tell(self._at_hand.change(turned) or (_(end.TURNED) if turned != found else ""))

        self._ask(end.turn_form(found, self._at_hand.fits, _), done)

    def _copy(self) -> None:
        try:
            offers = self._at_hand.offers()
        except CopeError as trouble:
            self._tell(trouble.sentence(_))
            return
        if not offers:
            self._tell(_(end.NOTHING_TO_COPY))
            return

        def done(form: Form) -> None:
            picked = () if form.stopped else end.picked(offers, form.answers)
            if picked and self.app.try_saving(lambda: self._at_hand.copy(picked)):
                self._tell(_(end.COPIED))

        self._ask(end.copy_form(offers), done)

    def _shared(self) -> None:
        from copecli.tui.screens.progress import open_section

        try:
            open_section(self.app, NEEDS)
        except CopeError as trouble:
            self._tell(trouble.sentence(_))

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.query_one("#told", Words).say(sentence)
