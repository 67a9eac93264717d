"""A few questions, line by line: the Form that the TUI draws, in its order and its words.

Invariant: it holds no answers but the Form's. `/b` goes back, `/q` stops and keeps a draft, `/h` is Help now,
Enter skips; and an answer that leads to Help now opens it at once, before anything is kept.
"""

from __future__ import annotations

from copecli.cli.plain.face import command_of
from copecli.cli.plain.io import HELD
from copecli.core.events import Back, Skip, Stop
from copecli.core.form import (
    CHOOSE,
    HELP_NOW,
    LINES,
    PICK,
    RATE,
    WORDS,
    Answered,
)
from copecli.core.form_draft import DRAFT_CHOICES, GO_ON, in_the_middle, taken_up, to_draft
from copecli.core.form_words import earlier_lines, too_much
from copecli.core.records import HIGHEST
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.form import Answer, Form, Question
    from copecli.core.reach import Sentence

    Event = Answered | Back | Skip | Stop

HELP_KEY = "/h"
MOST_IN_SIGHT = 12
"""Options after which the question is said again: on 24 rows it may be out of sight by then."""
NOTHING = "-"
"""Typed to empty what was answered before."""
TOLD = {
    PICK: N_("Numbers or your own words, with commas between. Enter skips."),
    CHOOSE: N_("Type a number. Enter skips."),
    RATE: N_("A number from 0 to 10. Enter skips."),
    WORDS: N_("Enter skips."),
    LINES: N_("One a line. Enter alone goes on."),
}
TOLD_NO_OWN = N_("Numbers, with commas between. Enter skips.")
"""Of a list in which own words are no answer."""
KEYS = N_("/b: back. /q: stop. /h: help now.")


def begun(face: Face, fresh: Form, name: str) -> Form:
    """Return `fresh`, or the form of the draft of that name where the person wants to go on with it."""
    found = taken_up(fresh, face.desk.draft(name))
    if found is None:
        return fresh
    chosen = face.menu(_(in_the_middle(name)), [(key, _(words) + ".") for key, words in DRAFT_CHOICES])
    if chosen == GO_ON:
        return found.form
    if chosen:
        face.desk.keep_draft(name, "")
    return fresh if chosen else fresh.next(Stop())


def ask(face: Face, form: Form, *, draft: str = "") -> Form:
    """Ask until the form is over, or leads to care; a draft is kept under that name after every answer."""
    before = form
    shown = None
    while not form.over and not form.led:
        if shown is not form:
            face.gap()
            _show(face, form)
        shown = form
        line = face.line(lambda form=form: _show(face, form)) or ""  # type: ignore[misc]
        if line == HELD:
            face.say(_("That key was held down. It counts once."))
            form = before
            continue
        event = _event(face, form, line)
        if event is None:
            continue
        before, form = form, _led(face, _after(form, event, line))
        if draft:
            face.desk.keep_draft(draft, to_draft(form))
    return form


def _led(face: Face, form: Form) -> Form:
    """Open Help now where the answer led there, and come back."""
    if form.led != HELP_NOW:
        return form
    face.help_now()
    return form.returned()


def _after(form: Form, event: Event, line: str) -> Form:
    """Return the form after the event; a line of several is held until Enter comes alone."""
    now = form.question
    if now is not None and now.kind == LINES and isinstance(event, Answered) and event.answer and line:
        return form.holding(event.answer)
    return form.next(event)


def _show(face: Face, form: Form) -> None:
    question = form.question
    if question is None:
        return
    for text, parts in earlier_lines(form):
        face.say(f"{_said(text)} {', '.join(part.worded(_) for part in parts)}")
    face.say(*map(_said, question.about))
    step, of = form.place
    face.say(f"{_said(question.text)} " + _("{step} of {of}.").format(step=step, of=of))
    face.say(*([_said(question.hint)] if question.hint else []))
    face.say(*(f"{n}: {_said(end)}" for n, end in ((0, question.low), (HIGHEST, question.high)) if end))
    face.say(*(f"{n}. {_said(words)}" for n, (_id, words) in enumerate(question.options, start=1)))
    now = question.said(form.answer(question))
    if now:
        face.say(_("So far: {words}").format(words=", ".join(part.worded(_) for part in now)))
        face.say(_("Enter leaves it. - empties it."))
    if len(question.options) > MOST_IN_SIGHT:
        face.say(_said(question.text))
    told = TOLD_NO_OWN if question.kind == PICK and not question.own else TOLD[question.kind]
    face.say(_(told), _(KEYS))


def _said(sentence: Sentence) -> str:
    return sentence.worded(_, help=HELP_KEY)


def _event(face: Face, form: Form, line: str) -> Event | None:
    """Return what a line means; None where it says nothing that could be taken, which is then said."""
    question = form.question
    command = command_of(line)
    if question is None or command == "q":
        return Stop()
    if command == "b":
        return Back()
    if not line or command == "s":
        answer = form.answer(question)
        return Answered(answer) if question.kind == LINES and answer and command != "s" else Skip()
    if command or (line.startswith("/") and len(line) < 3):
        _show(face, form)
        return None
    if line == NOTHING:
        return Answered(question.nothing)
    answer = _answer(face, question, form.answer(question), line)
    problem = None if answer is None else too_much(answer)
    if problem is not None:
        face.say(_said(problem))
    return None if answer is None or problem is not None else Answered(answer)


def _answer(face: Face, question: Question, now: Answer, line: str) -> Answer:
    """Return the answer in a line; None where it is none."""
    if question.kind == WORDS:
        return line
    if question.kind == LINES:
        return (*(now if isinstance(now, tuple) else ()), line)
    if question.kind == RATE:
        number = _number(line)
        if number is None or number > HIGHEST:
            face.say(_("I can read numbers from 0 to 10. Enter skips."))
            return None
        return number
    found = picked(question, line)
    if not found or (question.kind == CHOOSE and len(found) > 1):
        n = len(question.options)
        own = question.kind == PICK and question.own
        said = (
            _("I can read numbers from 1 to {n}, or words.")
            if own
            else (_("I can read numbers from 1 to {n}. Enter skips."))
        )
        face.say(said.format(n=n))
        return None
    return found[0] if question.kind == CHOOSE else found


def picked(question: Question, line: str) -> tuple[str, ...]:
    """Return the ids and own words that a line names; nothing where a part of it is neither."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    if len(parts) == 1 and all(_number(word) is not None for word in parts[0].split()):
        parts = parts[0].split()
    values = [value for value, _words in question.options]
    said = {words.worded(_).casefold(): value for value, words in question.options}
    found: list[str] = []
    for part in parts:
        number = _number(part)
        if number is None and (part.casefold() in said or (question.own and question.kind == PICK)):
            found.append(said.get(part.casefold(), part))
        elif number is not None and 1 <= number <= len(values):
            found.append(values[number - 1])
        else:
            return ()
    return tuple(dict.fromkeys(found))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else None
