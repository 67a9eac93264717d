"""What can follow an exercise: another, the same, a person, Help now, rest.

Invariant: stopping is as fine as finishing, and one of the next things is always a person.
"""

from __future__ import annotations

from copecli.core.catalogue import WITH_ME
from copecli.core.errors import CopeError
from copecli.core.outcome import EASE_WORDS, KEPT, QUESTION, ways_on
from copecli.core.plan import STEPS
from copecli.core.plan_words import TITLES
from copecli.core.rated import told
from copecli.core.shared_words import UNSAFE
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.session import Kept, Session
    from copecli.core.skill import Skill


def after(face: Face, session: Session) -> Skill | None:
    """Say that it is over, ask what comes next, and return the exercise to play next, if any."""
    face.gap()
    if session.stopped:
        face.say(_("Stopped. You can come back to this."))
    else:
        face.say(_("That was it."))
    for kept in session.outcome().kept:
        _offer_to_keep(face, kept)
    if session.finished and session.skill.id != WITH_ME:
        _say_or_ask_outcome(face, session)
    while True:
        ways = [(key, _(words)) for key, words in ways_on(face.desk.not_easier)]
        chosen = face.menu(_("What would you like next?"), ways, back=_("rest."))
        if chosen == "again":
            return session.skill
        if chosen == "another":
            from copecli.cli.plain.choosing import choose

            skill = choose(face)
            if skill is not None:
                return face.desk.chosen(skill)
        elif chosen == "person":
            from copecli.cli.plain.help_now import people_then_lines

            face.gap()
            people_then_lines(face)
        elif chosen == UNSAFE:
            face.help_now()
        else:
            return None


def _say_or_ask_outcome(face: Face, session: Session) -> None:
    """Say what its ratings come to, or ask once how it was."""
    rated = told(session.outcome())
    if rated:
        face.say(*(line.worded(_) for line in rated))
        face.desk.note_outcome(session.outcome(), "")
    elif face.desk.saving:
        _ask_outcome(face, session)


def _ask_outcome(face: Face, session: Session) -> None:
    """Ask once how it was; Enter leaves it out, and then nothing is noted."""
    rows = [(ease, _(words) + ".") for ease, words in EASE_WORDS]
    asked = f"{_(QUESTION)} {_('Enter leaves it out.')}"
    ease = face.menu(asked, rows, letters={"": "", "s": ""}, back=_("leave it out."))
    if ease and face.desk.note_outcome(session.outcome(), ease):
        face.say(_(KEPT[ease]))


def _offer_to_keep(face: Face, kept: Kept) -> None:
    """Offer to put words into the plan; others are said once more, to be copied."""
    if "\n" in kept.text:
        face.say(_("You wrote:"))
        face.console.say_all(kept.text.split("\n"))
    else:
        face.say(_("You wrote: {text}").format(text=kept.text))
    step = kept.into.removeprefix("plan.")
    if step not in STEPS:
        face.say(_("This is not kept. You could copy it."))
        return
    question = _("Put it into your plan, under “{title}”?").format(title=_(TITLES[step]))
    if face.menu(question, [("yes", _("Yes")), ("no", _("No"))]) != "yes":
        return
    try:
        face.desk.add_to_plan(step, kept.text)
    except CopeError as trouble:
        face.say(trouble.sentence(_))
    else:
        face.say(_("It is in your plan."))
