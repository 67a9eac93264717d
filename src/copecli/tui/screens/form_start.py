"""Beginning a few questions: going on with a draft where there is one, if the person likes.

Invariant: nothing is asked where there is no draft, and a draft goes only when the person lets it go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.events import Stop
from copecli.core.form_draft import DRAFT_CHOICES, GO_ON, LET_GO, in_the_middle, taken_up
from copecli.tui.screens.choose import Choose
from copecli.tui.screens.form import FormPage
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.form import Form
    from copecli.tui.app import CopeApp


def open_form(app: CopeApp, fresh: Form, name: str, done: Callable[[Form], None], *, about: str = "") -> None:
    """Ask the questions of `fresh`, or go on with its draft; `done` is told the form when it is over.

    `name` is the draft's. Leaving the question about the draft is stopping, too.
    """
    found = taken_up(fresh, app.desk.draft(name)) if name else None

    def begin(form: Form, typed: str = "") -> None:
        page = FormPage(form, draft=name, typed=typed, about=about)
        app.push_screen(page, lambda _where: done(page.form))

    def chosen(where: str | None) -> None:
        if where == GO_ON and found is not None:
            begin(found.form, found.typed)
        elif where == LET_GO:
            app.desk.keep_draft(name, "")
            begin(fresh)
        else:
            done(fresh.next(Stop()))

    if found is None:
        begin(fresh)
    else:
        choices = [(key, _(text)) for key, text in DRAFT_CHOICES]
        app.push_screen(Choose(_(in_the_middle(name)), choices), chosen)
