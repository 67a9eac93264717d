"""The skills' part of the desk: which to look for, and what a person keeps of one: a pin, hiding it, a note.

Invariant: what is looked for never brings in what the person leaves out; a note is kept only where words may
be kept. What holds for a moment is in no file.
"""

from __future__ import annotations

from copecli.core.errors import CopeError, NotSaved, UsageProblem
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copecli.core.catalogue import Wish
    from copecli.core.choosing import Filters
    from copecli.core.insight import Lift
    from copecli.core.settings import Value
    from copecli.core.skill import Skill
    from copecli.system.config import Config
    from copecli.system.loaders import Library


class SkillDesk:
    """What the desk does with skills, beside reading them."""

    problems: list[CopeError]
    riding: bool
    _filters: Filters | None = None

    if TYPE_CHECKING:

        @property
        def config(self) -> Config:
            """The settings."""

        @property
        def saving(self) -> bool:
            """Whether anything may be written."""

        def set(self, key: str, value: Value) -> None:
            """Change a setting."""

        def skill(self, skill_id: str) -> Skill:
            """Return one skill."""

        def library(self) -> Library:
            """Return all of them."""

        def moved(self, state: str) -> dict[str, Lift]:
            """Return how far each moved by what was noted, and why."""

    def default_skill(self) -> Skill:
        """Return what starts when nothing was chosen.

        The first pinned exercise that can start, else the default.
        """
        from copecli.core.catalogue import DEFAULT_SKILL

        for skill_id in (*self.config.pinned, DEFAULT_SKILL):
            try:
                return self.skill(skill_id)
            except CopeError as trouble:
                self.problems.append(trouble)
        return next(iter(self.library().skills.values()))

    def wish(
        self,
        *,
        state: str = "",
        minutes: float = 0.0,
        strength: int | None = None,
        discreet: bool = False,
        at_hand: Iterable[str] | None = None,
    ) -> Wish:
        """Return what to look for: this moment, and what the person always leaves out."""
        from copecli.core.catalogue import Wish

        config = self.config
        return Wish(
            state=state,
            minutes=minutes,
            strength=strength,
            discreet=discreet,
            at_hand=None if at_hand is None else frozenset(at_hand),
            leave_out=frozenset(config.leave_out),
            left_out_channels=frozenset(config.leave_out_channels),
            hidden=frozenset(config.hidden),
            pinned=config.pinned,
        )

    # choosing

    @property
    def filters(self) -> Filters:
        """What has to fit in this run, until it is taken away."""
        from copecli.core.choosing import Filters

        return self._filters or Filters()

    @filters.setter
    def filters(self, filters: Filters) -> None:
        self._filters = filters

    def wish_now(self, state: str, strength: int | None) -> Wish:
        """Return what to look for in this state, with what holds for the moment."""
        now = self.filters
        return self.wish(
            state=state, strength=strength, minutes=now.minutes, discreet=now.discreet, at_hand=now.at_hand
        )

    def fitting(self, state: str, strength: int | None) -> tuple[Skill, ...]:
        """Return what fits now, the best fitting first; beside a wave, nothing that is one itself."""
        from copecli.core.catalogue import offered
        from copecli.core.routing import THE_WAVE

        skills = self.library().skills.values()
        beside = [skill for skill in skills if not (self.riding and skill.fact in THE_WAVE)]
        lifts = {skill_id: lift.points for skill_id, lift in self.moved(state).items()}
        return offered(beside, self.wish_now(state, strength), lifts)

    def why(self, skill: Skill, state: str, strength: int | None) -> tuple[str, ...]:
        """Return in words why a skill stands where it does."""
        from copecli.core.standing import why
        from copecli.words import _

        return tuple(said.worded(_) for said in why(skill, self.wish_now(state, strength), self.moved(state)))

    # pins, hiding, notes

    def pin(self, skill_id: str, wanted: bool) -> None:
        """Pin a skill, after those that are pinned, or take its pin away; raise NotSaved."""
        self.set("pinned", _with(self.config.pinned, skill_id, wanted))

    def hide(self, skill_id: str, wanted: bool) -> None:
        """Hide a skill or show it again; raise NotSaved."""
        self.set("hidden", _with(self.config.hidden, skill_id, wanted))

    def hidden(self) -> tuple[tuple[str, str], ...]:
        """Return (id, title) of what is hidden; one that is no longer there goes by its id."""
        known = self.library().skills
        return tuple((one, known[one].title if one in known else one) for one in self.config.hidden)

    def note_to(self, skill_id: str) -> str:
        """Return the person's note to a skill, in a line; nothing where there is none.

        One that came from elsewhere stands after the one that was here.
        """
        from copecli.core.text import clean_own_line

        head = f"{skill_id}: "
        found = (line.removeprefix(head) for line in self.config.skill_notes if line.startswith(head))
        return clean_own_line(" / ".join(found))

    def keep_note_to(self, skill_id: str, text: str) -> None:
        """Keep a note to a skill; an empty one takes it away. Raise UsageProblem or NotSaved."""
        from copecli.core.choosing import LONGEST_NOTE

        said = " ".join(text.split())
        if len(said) > LONGEST_NOTE:
            raise UsageProblem(
                N_("That is longer than {n} characters, so nothing was kept."),
                do=N_("You could shorten it."),
                n=str(LONGEST_NOTE),
            )
        if said and not self.saving:
            raise NotSaved(N_("Saving is off, so the note was not kept."))
        others = tuple(line for line in self.config.skill_notes if not line.startswith(f"{skill_id}: "))
        self.set("skill-notes", (*others, f"{skill_id}: {said}") if said else others)


def _with(ids: Sequence[str], skill_id: str, wanted: bool) -> tuple[str, ...]:
    others = tuple(one for one in ids if one != skill_id)
    return (*others, skill_id) if wanted else others
