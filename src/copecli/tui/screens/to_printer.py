"""Printing on this computer's printer: what is kept there is said before, and a slow queue holds nothing up.

Invariant: nothing goes to the printer before the person has read who may see it, and chosen how it looks.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import LIST
from copecli.core.errors import CopeError
from copecli.core.shared_words import BEFORE_PRINTING
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

LEAVE = "leave"


class ToPrinter(Page):
    """How shall it look?"""

    GROUPS = (LIST,)

    def __init__(self, looks: list[tuple[str, str]], send: Callable[[str], None], done: str) -> None:
        """Offer `looks` (id, words); `send` hands one over or raises CopeError, and then `done` is said."""
        super().__init__()
        self._looks = looks
        self._hand_over = send
        self._done = done
        self._sending = False

    def body(self) -> ComposeResult:
        """Yield who may see it, and the forms."""
        yield Words(_(BEFORE_PRINTING), classes="gap")
        yield option_list([*self._looks, (LEAVE, _("Leave it."))])
        yield Words(id="told", classes="above")

    def on_mount(self) -> None:
        """Begin at the usual form."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Hand it over, beside everything else: a queue may take half a minute."""
        event.stop()
        if event.option_id == LEAVE:
            self.dismiss("")
        elif event.option_id and not self._sending:
            self._sending = True
            self._say(_("It goes to the printer."))
            Thread(target=self._send, args=(event.option_id,), daemon=True).start()

    def _send(self, choice: str) -> None:
        """Hand it over; a thread of its own, which leaving does not wait for."""
        try:
            self._hand_over(choice)
            said = self._done
        except CopeError as trouble:
            said = trouble.sentence(_)
        except Exception:  # the words of a traceback would land on the screen
            said = _("The printer did not take it.")
        with suppress(RuntimeError):  # the program was left meanwhile
            self.app.call_from_thread(self._sent, said)

    def _sent(self, said: str) -> None:
        self._sending = False
        self._say(said)

    def _say(self, sentence: str) -> None:
        if self.is_mounted:
            self.query_one("#told", Words).say(sentence)
