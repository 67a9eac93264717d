"""Words to talk at hand: what both faces do with them, whatever they look like.

Invariant: nothing of it is kept but the draft of the questions, until the person writes it to a file or
lets it go; where the plan cannot be read, finding words goes on without its people.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core import talk_end as end
from copecli.core.errors import CopeError
from copecli.core.talk import DRAFT, Talking, as_text
from copecli.core.talk_words import CLINIC
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.form import Answers, Form
    from copecli.core.talk_people import Asked
    from copecli.desk import Desk
    from copecli.documents.qr import Code

WORDS = N_("text")
"""What is saved, in "Your text could not be saved"."""
_AS_IT_WAS = N_("Your words are as they were.")
_INSTEAD = N_("You could write it to a file instead.")
_AS_A_PAGE = N_("A web page shows all of it.")


def talking(desk: Desk) -> Talking:
    """Return the questions for this person: whom their plan names, and the sentences that there are."""
    from copecli.system.loaders import load_ready

    return Talking(_people(desk), load_ready(), under_18=desk.config.under_18)


def _people(desk: Desk) -> tuple[Asked, ...]:
    from copecli.core.talk_people import to_ask

    try:
        return to_ask(desk.look_at_plan())
    except CopeError:
        return ()


def asked_as(desk: Desk, name: str) -> Answers:
    """Return the answers that begin with somebody of the plan; none where they may not be asked."""
    return next(({"whom": one.id} for one in _people(desk) if one.name.casefold() == name.casefold()), {})


class WordsAtHand:
    """What the answers came to, while something is done with it."""

    def __init__(self, desk: Desk, talking: Talking, answers: Answers) -> None:
        self._desk = desk
        self._talking = talking
        self._answers = answers
        self.talk = talking.talk(answers)
        self._sections = talking.sections(self.talk)

    @property
    def text(self) -> str:
        """The words, as they are shown and copied."""
        return as_text(self._sections, _)

    @property
    def title(self) -> str:
        """What stands above them."""
        return _(end.title_of(self.talk))

    @property
    def first(self) -> tuple[str, ...]:
        """What is said before them: that it is about a life, where it is, and for whom they are."""
        near = (_(end.NEAR_TO_DANGER),) if self._talking.people_first(self.talk) else ()
        return (*near, *(words.worded(_) for words in end.whom_it_is_for(self.talk)))

    def ways(self, *, copies: bool = True) -> tuple[tuple[str, str], ...]:
        """Return (id, words) of what can be done with it (message ids); `copies`: whether this face can."""
        first = self._talking.people_first(self.talk)
        noted = self.talk.group == CLINIC and self._something_noted()
        return end.next_things(
            self.talk, people_first=first, report=noted, copies=copies, keeps=self._desk.saving
        )

    def _something_noted(self) -> bool:
        from copecli.desk_report import see_that_something_is_kept

        try:
            see_that_something_is_kept(self._desk)
        except CopeError:
            return False
        return True

    def again(self) -> Form:
        """Return the questions from their beginning with the answers so far, to change them."""
        return replace(self._talking.form(self._answers), at=0)

    def codes(self, most: int) -> tuple[Code, ...]:
        """Return it in codes of at most `most` modules a side."""
        from copecli.documents.qr import message_codes

        return message_codes(self.text, most, self.talk.number)

    def made(self, form: str) -> bytes:
        """Return it in a form for paper or a file; raise NotSaved where it cannot be made."""
        from copecli.documents.report_forms import report_as

        paper = end.on_paper(self.talk, self._sections, self._desk.today())
        return report_as(paper, form, home=self._desk.home(), instead=_AS_A_PAGE)

    def write(self, path: str, form: str) -> str:
        """Write it to a file that is not there yet, and return where; raise NotSaved."""
        return self._desk.write_file(path, self.made(form), thing=WORDS)

    def print_on_paper(self) -> None:
        """Hand it to this computer's printer; raise NotSaved or NothingFound."""
        from copecli.documents.forms import PDF
        from copecli.system.printer import no_printer, printer_command, send_to_printer

        command = printer_command(self._desk.environ)
        if not command:
            raise no_printer(_INSTEAD)
        send_to_printer(command, self.made(PDF), safe=_AS_IT_WAS, instead=_INSTEAD)

    def let_go(self) -> None:
        """Keep nothing of it."""
        self._desk.keep_draft(DRAFT, "")

    @property
    def kept(self) -> bool:
        """Whether there is a draft of it."""
        return bool(self._desk.draft(DRAFT))
