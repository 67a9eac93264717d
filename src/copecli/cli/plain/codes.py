"""QR codes in the line face: said how many there are, then shown one at a time.

Invariant: nothing is drawn before the person was told who may see it, and codes come only when asked for,
for to a screen reader they are noise.
"""

from __future__ import annotations

from copecli.core.shared_words import BEFORE_A_CODE
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.cli.plain.face import Face
    from copecli.core.plan import Plan
    from copecli.documents.qr import Code

USUAL_ROOM = 65
"""Modules a side where the width is not known: a code of 271 bytes, which cameras read with ease."""


def send(face: Face, plan: Plan) -> None:
    """Ask which part of the plan the phone shall read, and show it."""
    from copecli.core.plan_people import to_reach
    from copecli.core.text import clean_own_line
    from copecli.documents.qr import code_of, contact_card, plan_codes

    people = to_reach(plan)
    rows = [("whole", _("The whole plan.")), ("for-helper", _("The form for a helper."))]
    rows += [
        (str(n), _("Contact: {name}.").format(name=clean_own_line(item.text)))
        for n, item in enumerate(people)
    ]
    while chosen := face.menu(_("What shall the phone read? Nothing is sent."), rows):
        if chosen == "whole":
            show_codes(face, lambda most: plan_codes(plan, most))
        elif chosen == "for-helper":
            show_codes(face, lambda most: plan_codes(plan, most, for_helper=True))
        else:
            card = contact_card(people[int(chosen)])
            show_codes(face, lambda _most, card=card: (code_of(card),))  # type: ignore[misc]
        face.gap()


def show_codes(face: Face, made: Callable[[int], tuple[Code, ...]], *, told: bool = True) -> None:
    """Show the codes one at a time; Enter goes on, q leaves. `told` says first who may see them."""
    from copecli.documents.qr import drawn

    codes = made(room(face.console.columns, unicode=face.console.unicode))
    q = face.desk.keys.typed("close")
    shows = _("Enter shows it. {q} leaves it.").format(q=q)
    on = _("Enter goes on. {q} leaves it.").format(q=q)
    face.gap()
    if told:
        face.say(*map(_, BEFORE_A_CODE), how_many(len(codes)), shows)
        if face.goes_back(face.line(lambda: face.say(shows)) or ""):
            return
    for n, code in enumerate(codes, start=1):
        face.console.draw(
            drawn(code, unicode=face.console.unicode, dark_ground=face.desk.config.theme != "light")
        )
        which = _("Code {n} of {of}.").format(n=n, of=len(codes)) + " " + on
        face.say(which)
        if face.goes_back(face.line(lambda which=which: face.say(which)) or ""):  # type: ignore[misc]
            return


def how_many(codes: int) -> str:
    """Return how many codes there are, in words."""
    return _("It is one code.") if codes == 1 else _("It is {n} codes, one after the other.").format(n=codes)


def room(columns: int, *, unicode: bool) -> int:
    """Return how many modules a side fit into that many columns; 0 where there is no such limit."""
    from copecli.documents.qr import SMALLEST

    across = columns if unicode else columns // 2
    return max(SMALLEST, min(USUAL_ROOM, across)) if columns else USUAL_ROOM
