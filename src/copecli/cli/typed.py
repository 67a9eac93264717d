"""A person's own words for a command: asked for on a terminal, read from a pipe elsewhere.

Invariant: they never come from the command line. What is too long, or no text, is refused whole, so nothing
is kept that was cut.
"""

from __future__ import annotations

from copecli.core.errors import UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call

_BOM = "\ufeff"


def typed_text(call: Call, question: str) -> str:
    """Return what the person says to the question (a message id); raise UsageProblem."""
    terminal = call.terminal()
    if not terminal.stdin_tty:
        return read_text(call)
    if not terminal.stdout_tty:
        raise UsageProblem(N_("Words are asked for on a terminal."), do=N_("They can also come from a pipe."))
    return _asked(call, question)


def read_text(call: Call) -> str:
    """Return the whole text that is piped in, without the line break at its end."""
    from copecli.core.records import LONGEST_TEXT

    source = getattr(call.world.stdin, "buffer", None)
    data: bytes = source.read(4 * LONGEST_TEXT + 8) if source else b""  # 4 bytes a letter in UTF-8
    try:
        text: str = data.decode().removeprefix(_BOM).rstrip("\r\n")
    except UnicodeDecodeError:
        if len(data) <= 4 * LONGEST_TEXT:
            raise UsageProblem(N_("That is no text in UTF-8, so nothing was kept.")) from None
        text = " " * (LONGEST_TEXT + 1)  # cut in the middle of a letter
    if len(text) > LONGEST_TEXT:
        raise UsageProblem(
            N_("That is longer than {n} characters, so nothing was kept."),
            do=N_("You could shorten it."),
            n=str(LONGEST_TEXT),
        )
    return text if text.strip() else ""


def _asked(call: Call, question: str) -> str:
    from copecli.cli.plain.form import HELP_KEY
    from copecli.cli.plain.run import face_of
    from copecli.core.form import NOBODY_READS
    from copecli.core.form_words import too_much

    face = face_of(call)

    def ask() -> None:
        face.say(_(question), NOBODY_READS.worded(_, help=HELP_KEY), _("Enter alone leaves it out."))

    while True:
        try:
            text = face.words(ask)
        except EOFError:
            return ""
        problem = too_much(text)
        if problem is None:
            return text
        face.say(problem.worded(_))
