"""Sending the plan to a phone: which part of it, as codes that a camera reads. Nothing leaves by a network.

Invariant: what is not safe for the person is never offered as a contact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import LIST
from copecli.core.plan_people import to_reach
from copecli.core.text import clean_own_line
from copecli.documents.qr import code_of, contact_card, plan_codes
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.screens.codes import Codes
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan import Plan

WHOLE, FOR_HELPER = "whole", "for-helper"


class Send(Page):
    """What shall the phone read?"""

    GROUPS = (LIST,)

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._contacts = {f"contact-{n}": item for n, item in enumerate(to_reach(plan))}

    def body(self) -> ComposeResult:
        """Yield the parts of the plan that can be sent."""
        yield Words(_("What shall the phone read?"), classes="strong")
        yield Words(_("It scans codes from this screen. Nothing is sent."), classes="quiet gap")
        people = [
            (key, _("Contact: {name}").format(name=clean_own_line(item.text)))
            for key, item in self._contacts.items()
        ]
        yield option_list([(WHOLE, _("The whole plan")), (FOR_HELPER, _("The form for a helper")), *people])

    def on_mount(self) -> None:
        """Begin at the whole plan."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Show the codes of what was chosen."""
        event.stop()
        chosen, plan = event.option_id or "", self._plan
        if chosen in self._contacts:
            item = self._contacts[chosen]
            card = contact_card(item)
            self.app.push_screen(Codes(lambda _most: (code_of(card),), clean_own_line(item.text)))
        elif chosen == FOR_HELPER:
            helper = _("the form for a helper")
            self.app.push_screen(
                Codes(lambda most: plan_codes(plan, most, for_helper=True), helper, long=True)
            )
        else:
            self.app.push_screen(Codes(lambda most: plan_codes(plan, most), _("the whole plan"), long=True))
