"""Choosing an exercise, line by line: how it is, how strong if the person likes, then three that fit.

Invariant: every list has the way to Help now or to a person in it, and what is to hold off thoughts of ending
one's life leads to people and never to an exercise.
"""

from __future__ import annotations

from copecli.cli.plain.face import BACK
from copecli.cli.plain.form import ask
from copecli.cli.plain.help_now import people_then_lines, told
from copecli.cli.reach_words import ended
from copecli.core import choosing as said
from copecli.core.errors import CopeError
from copecli.core.shared_words import FEELINGS, UNSAFE, length
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.cli.plain.face import Face
    from copecli.core.choosing import Offer
    from copecli.core.skill import Skill

_MORE = "more:"


def choose(face: Face) -> Skill | None:
    """Ask how it is, and offer what fits; return the exercise that was chosen."""
    rows = [(state, f"{_(words)}.") for state, words in said.STATES]
    while True:
        state = face.menu(_(said.ASKED), rows)
        if state == UNSAFE:
            face.help_now()
        elif state == said.HOLD_OFF:
            people_first(face)
        elif not state:
            return None
        else:
            skill = _with_strength(face, state)
            if skill is not None:
                return skill


def _with_strength(face: Face, state: str) -> Skill | None:
    if not said.asks_strength(state):
        return fitting(face, state)
    form = ask(face, said.strength_form())
    return None if form.stopped else fitting(face, state, said.strength_of(form.answers))


def people_first(face: Face) -> None:
    """Offer people, the plan and lines, until the person goes back."""
    from copecli.desk_checkin import has_plan

    rows = [(way, f"{_(words)}.") for way, words in said.people_ways(plan=has_plan(face.desk))]
    face.gap()
    face.say(*map(_, said.PEOPLE_FIRST))
    while True:
        chosen = face.menu("", rows)
        if chosen == said.PLAN:
            from copecli.cli.plain.walker import walk_own_plan

            walk_own_plan(face)
        elif chosen == said.LINES:
            from copecli.cli.plain.lines import lines_flow

            lines_flow(face)
        elif chosen == BACK:
            return
        elif chosen == UNSAFE:
            face.help_now()
        else:
            people_then_lines(face)


def fitting(
    face: Face, state: str, strength: int | None = None, *, noted: bool = True, others: bool = False
) -> Skill | None:
    """Offer what fits that state; return the exercise that was chosen.

    `noted`: whether the state may be noted. In the hour after self-harm it is not, and there is no door
    to where somebody is. `others`: whether another state can be chosen, as nobody asked for this one.
    """
    face.desk.chosen_for = state if noted and state != "any" else ""
    return _Offers(face, state, strength, noted=noted, others=others).choose()


class _Offers:
    """What is offered, three at a time."""

    def __init__(self, face: Face, state: str, strength: int | None, *, noted: bool, others: bool) -> None:
        self._face = face
        self._state = state
        self._strength = strength
        self._noted = noted
        self._others = others
        self._at = 0
        self._skills = face.desk.fitting(state, strength)

    def choose(self) -> Skill | None:
        """Ask until one is chosen, or none."""
        while True:
            desk = self._face.desk
            offer = said.offer(
                self._skills,
                self._at,
                strength=self._strength,
                filters=desk.filters,
                hidden=bool(desk.config.hidden),
                others=self._others,
                doors=said.doors(self._state, riding=desk.riding) if self._noted else (),
            )
            chosen = self._asked(offer)
            if chosen == BACK:
                return None
            if chosen == said.RIDE:
                from copecli.cli.plain.wave import ride_out

                ride_out(self._face)
                return None
            if chosen == said.OTHERS:
                return choose(self._face)
            if chosen == said.AFTER:
                from copecli.cli.plain.after import after_flow

                after_flow(self._face)
                return None
            if chosen == said.ELSE:
                self._at = offer.following
            elif chosen.startswith(_MORE):
                skill = about(self._face, self._called(chosen.removeprefix(_MORE)), self._why)
                if skill is not None:
                    return skill
                self._look()
            elif chosen in (said.PERSON, UNSAFE, said.FILTERS, said.CLEAR, said.HIDDEN):
                self._beside(chosen)
            else:
                return self._called(said.ELSEWHERE if chosen == said.PLACE else chosen)

    def _asked(self, offer: Offer) -> str:
        face = self._face
        rows = [(way, ended(text.worded(_))) for way, text in offer.before]
        more = face.desk.keys.typed("about-it")
        letters = {f"{more}{len(rows) + n}": _MORE + one.id for n, one in enumerate(offer.skills, 1)}
        rows += [(skill.id, self._told(skill)) for skill in offer.skills]
        rows += [(way, ended(text.worded(_))) for way, text in offer.after]
        rows.append((UNSAFE, f"{_(FEELINGS[0][1])}."))
        face.gap()
        now = ", ".join(part.worded(_) for part in face.desk.filters.said)
        face.say(*([_(said.SET_NOW).format(filters=now)] if now else []))
        question = _(said.CHOICE if offer.skills else said.NONE_FITS)
        for letter in list(letters)[:1]:
            n = letter.removeprefix(more)
            question += " " + _("{letter} says more of {n}.").format(letter=letter, n=n)
        return face.menu(question, rows, letters=letters)

    def _beside(self, chosen: str) -> None:
        face = self._face
        if chosen == said.PERSON:
            people_then_lines(face)
        elif chosen == UNSAFE:
            face.help_now()
        elif chosen == said.HIDDEN:
            _hidden(face)
            self._look()
        else:
            form = ask(face, said.filter_form(face.desk.filters)) if chosen == said.FILTERS else None
            face.desk.filters = said.filters_of(form.answers) if form else said.Filters()
            self._look()

    def _look(self) -> None:
        self._at = 0
        self._skills = self._face.desk.fitting(self._state, self._strength)

    def _called(self, skill_id: str) -> Skill:
        return next(skill for skill in self._skills if skill.id == skill_id)

    def _why(self, skill: Skill) -> tuple[str, ...]:
        return self._face.desk.why(skill, self._state, self._strength)

    def _told(self, skill: Skill) -> str:
        low, high = skill.minutes
        note = self._face.desk.note_to(skill.id)
        noted = f" {ended(_(said.NOTED).format(note=note))}" if note else ""
        long = _(length(low, high)).format(low=low, high=high)
        return f"{ended(skill.title)} {ended(skill.summary)} {long}{noted}"


def about(face: Face, skill: Skill, why: Callable[[Skill], tuple[str, ...]]) -> Skill | None:
    """Say more of one exercise, and keep what the person wants of it; return it where it is to start."""
    desk = face.desk
    face.gap()
    face.say(skill.title, skill.summary, *skill.cautions, _(said.WHY_HERE), *why(skill))
    while True:
        note, pinned = desk.note_to(skill.id), skill.id in desk.config.pinned
        hidden = skill.id in desk.config.hidden
        if note:
            face.say(_(said.NOTED).format(note=note))
        ways = said.skill_ways(pinned=pinned, hidden=hidden, noted=bool(note))
        chosen = face.menu("", [(way, f"{_(words)}.") for way, words in ways])
        if chosen == said.START:
            return skill
        if chosen == said.PIN:
            _keep(face, lambda: desk.pin(skill.id, not pinned), said.PIN_KEPT[not pinned])  # noqa: B023
        elif chosen == said.HIDE:
            _keep(face, lambda: desk.hide(skill.id, not hidden), said.HIDE_KEPT[not hidden])  # noqa: B023
        elif chosen == said.NOTE:
            _note(face, skill.id)
        else:
            return None


def _hidden(face: Face) -> None:
    """Offer what is hidden, one after the other, until there is none or the person goes back."""
    while rows := [(skill_id, ended(title)) for skill_id, title in face.desk.hidden()]:
        face.gap()
        chosen = face.menu(_(said.SHOW_AGAIN), rows)
        if not chosen:
            return
        _keep(face, lambda: face.desk.hide(chosen, False), said.HIDE_KEPT[False])  # noqa: B023


def _note(face: Face, skill_id: str) -> None:
    form = ask(face, said.note_form(face.desk.note_to(skill_id)))
    text = form.answers.get("note", "")
    if not form.stopped and isinstance(text, str):
        _keep(face, lambda: face.desk.keep_note_to(skill_id, text), "")


def _keep(face: Face, keep: Callable[[], object], kept: str) -> None:
    """Keep it; say that (a message id), or in a sentence what went wrong."""
    try:
        keep()
    except CopeError as trouble:
        told(face, trouble)
    else:
        face.say(*([_(kept)] if kept else []))
