"""The desk: the one way by which both faces reach disk, clock, chance and documents.

Invariant: what needs no saving works without any of them. A broken file, a full disk or a missing home is
told in one sentence, and never stands between a person and an exercise, Help now or what they have just
written.
"""

from __future__ import annotations

from copecli.core.errors import CopeError
from copecli.desk_help import HelpDesk
from copecli.desk_journal import JournalDesk
from copecli.desk_plan import PlanDesk
from copecli.desk_skills import SkillDesk
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from copecli.core.keymap import Keymap
    from copecli.core.lines import CrisisLine
    from copecli.core.plan import Plan
    from copecli.core.plan_ideas import Idea
    from copecli.core.session import Moment, Session
    from copecli.core.settings import Value
    from copecli.core.skill import Skill
    from copecli.system.config import Config
    from copecli.system.loaders import Library
    from copecli.system.paths import Paths


class Desk(PlanDesk, JournalDesk, HelpDesk, SkillDesk):
    """Everything within reach for one run of the program."""

    def __init__(self, environ: Mapping[str, str], paths: Paths, *, saving: bool = True) -> None:
        self.environ = environ
        self.paths = paths
        self._saving = saving
        self._config: Config | None = None
        self._keys: Keymap | None = None
        self._library: Library | None = None
        self._suggestions: Mapping[str, tuple[Idea, ...]] | None = None
        self.problems: list[CopeError] = []
        """What could not be read so far, to be told once and quietly."""

    @classmethod
    def open(cls, environ: Mapping[str, str], *, data_dir: str | None = None, saving: bool = True) -> Desk:
        """Return a desk over the person's own directories; nothing is read or made yet."""
        from copecli.system.paths import find

        return cls(environ, find(environ, data_dir), saving=saving)

    @property
    def crash_log(self) -> str:
        """Where a crash is noted, without a word of the person's; nothing where nothing can be written."""
        import os

        return os.path.join(self.paths.state, "crash.log") if self.paths.writable else ""

    def settle(self) -> None:
        """See to what can wait until the first screen is there; for a face that stays, and it never raises.

        Others may no longer look into this process; what a killed save has left is taken away; the first
        words learn of settings that were changed by hand.
        """
        import os

        from copecli.system import files, first_cache, guard

        if self.environ is os.environ:
            guard.not_inspectable()
        if self.paths.writable:
            files.tidy(self.paths)
            first_cache.refresh(self.paths, self.config)

    # settings

    @property
    def config(self) -> Config:
        """The settings, read when first asked for; what cannot be read falls back to its default."""
        if self._config is None:
            from copecli.system.config import load

            self._config, problems = load(self.paths)
            self.problems += problems
        return self._config

    @property
    def saving(self) -> bool:
        """Whether anything may be written."""
        return self._saving and self.config.save and self.paths.writable

    def set(self, key: str, value: Value) -> None:
        """Change a setting for this run and save it; raise NotSaved where it holds for this run only."""
        self._config = self.config.with_value(key, value)
        if self.paths.writable:
            from copecli.system.config import save

            self._config = save(self.paths, self._config)

    # keys

    @property
    def keys(self) -> Keymap:
        """The actions with the keys in force."""
        if self._keys is None:
            from copecli.core.keymap import DEFAULT, Keymap

            self._keys = Keymap(self.config.keys) if self.config.keys else DEFAULT
        return self._keys

    def set_keys(self, keymap: Keymap, touched: Iterable[str] = ()) -> None:
        """Use these keys from now on and save them; raise NotSaved where they hold for this run only.

        `touched` are ids to write anew although nothing changed: what stands there may be wrong.
        """
        before, now = self.config.keys, keymap.changes
        changed = {name for name in {*before, *now} if before.get(name) != now.get(name)}
        self._config = self.config.with_keys(now, {*changed, *touched})
        self._keys = keymap
        if self.paths.writable:
            from copecli.system.config import save

            self._config = save(self.paths, self._config)
            self._keys = None

    # exercises

    def library(self) -> Library:
        """Return all skills, read once."""
        if self._library is None:
            from copecli.system.loaders import load_library

            self._library = load_library(self.paths, saving=self.saving)
        return self._library

    def skill(self, skill_id: str) -> Skill:
        """Return one skill without reading the others; raise NothingFound with the nearest names."""
        listed = self._library.skills.get(skill_id) if self._library is not None else None
        if listed is not None and listed.whole:
            return listed
        from copecli.system.loaders import load_skill

        return load_skill(self.paths, skill_id)

    def whole(self, skill: Skill) -> Skill:
        """Return a skill of a list as it can be played; raise NothingFound or Unreadable where it is gone."""
        return skill if skill.whole else self.skill(skill.id)

    def with_me(self) -> Skill:
        """Return the exercise that asks nothing; the default where it cannot be read."""
        from copecli.core.catalogue import WITH_ME

        try:
            return self.skill(WITH_ME)
        except CopeError as trouble:
            self.problems.append(trouble)
            return self.default_skill()

    def session(self, skill: Skill) -> Session:
        """Return a session of `skill`, before its first step, for this person at this moment."""
        from copecli.core.session import Session

        left_out = frozenset(self.config.leave_out_channels)
        return Session.begin(self.whole(skill), left_out=left_out, moment=self.moment())

    def chosen(self, skill: Skill) -> Skill:
        """Return an exercise that was chosen: with ratings before and after, where the person wants them."""
        if not self.config.rate_skills:
            return skill
        from copecli.core.rated import with_ratings

        return with_ratings(self.whole(skill), _)

    def moment(self) -> Moment:
        """Return the present day and time, in words."""
        from time import localtime, strftime

        from copecli.core.session import Moment

        now = localtime()
        day = f"{now.tm_mday} {strftime('%B %Y', now)}"
        return Moment(today=day, weekday=strftime("%A", now), time=strftime("%H:%M", now))

    def today(self) -> str:
        """Return today's date, ISO."""
        from time import strftime

        return strftime("%Y-%m-%d")

    def below(self, n: int) -> int:
        """Return a number from 0 to n - 1, by chance."""
        from secrets import randbelow

        return randbelow(n)

    # ideas for the plan

    def ideas(self, plan: Plan, step: str) -> tuple[Idea, ...]:
        """Return what to offer for a step of `plan`, to pick and make one's own."""
        from copecli.core.plan import PEOPLE, PROFESSIONALS
        from copecli.core.plan_ideas import ideas

        ours = self._suggested().get(step, ())
        lines = self._two_lines() if step in (PEOPLE, PROFESSIONALS) else ()
        return ideas(plan, step, ours=ours, own=self._own_exercises(step), lines=lines)

    def _suggested(self) -> Mapping[str, tuple[Idea, ...]]:
        """Return our suggestions by step, read once: each reading takes 3 ms."""
        if self._suggestions is None:
            from copecli.system.loaders import load_suggestions

            self._suggestions = load_suggestions()
        return self._suggestions

    def _own_exercises(self, step: str) -> tuple[Skill, ...]:
        """Return the pinned exercise, then those that helped before; nothing for steps without exercises."""
        from copecli.core.plan import COPING

        ids = (*self.config.pinned, *self.helped_before()) if step == COPING else ()
        found: list[Skill] = []
        for skill_id in dict.fromkeys(ids):
            try:
                found.append(self.skill(skill_id))
            except CopeError:
                pass  # it is no longer there
        return tuple(found)

    def _two_lines(self) -> tuple[CrisisLine, ...]:
        """Return two crisis lines of the person's country, or of the one that the clock speaks of."""
        from copecli.core.lines import pick_two
        from copecli.core.my_lines import Mine, sort_out
        from copecli.system import lines

        try:
            chosen = lines.load_country(self.config.country) if self.config.country else None
        except CopeError:
            chosen = None
        place = chosen or lines.guess_country(self.environ)
        found = sort_out(place.lines if place else (), Mine(), self.today())
        return pick_two(found.others, young=self.config.under_18)


def calm(do: Callable[[], object]) -> str:
    """Run `do` and return an empty string, or the one sentence that says what went wrong."""
    try:
        do()
    except CopeError as trouble:
        return trouble.sentence(_)
    return ""
