"""What tends to help: learnt from the words and ratings that one person gave around a skill.

Every use gives one number of points, above 0 where it was easier afterwards. Where it was rated before
and after, that is the fall of distress (of the urge where only that was rated). Where there is only a word,
easier stands for +step, the same for 0 and harder for -step; “can't tell” is a use and says nothing. `step`
is the person's own: the mean fall in those of their uses that have both, taken the other way round where it
was harder, and two points weighing four uses before there are any. Easier and harder get the same step: with
two, a skill that does nothing would look good beside others that help. The numbers meet in one formula,
`evidence.shrunk`: a skill leans to the person's own mean over all skills, a skill in one state to the same
skill in the other states.

“Tends to help” is said on unshrunk numbers alone, above the line of `evidence.crosses`. With noise of two
points and no effect it was said of 4 in 100 skills at any time in 20 uses, and of 7 in 100 in a hundred uses,
looked at after each; with noise of three or four points, of 8. Of skills that ease by two points it was said
of 97, 94 and 91 in 100 at the twentieth use, from ratings, both, or words. Not controlled: the number of
skills (each has its own 5 in 100), and that hard moments often ease by themselves. So it says what was so
after it and never why. Invariant: nothing here is a prediction or compares people.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.evidence import (
    EARLY,
    FEWEST,
    FURTHER,
    NOISE_WEIGHT,
    ONE_NOISE,
    OPEN,
    crosses,
    noise_of,
    shrunk,
)
from copecli.core.insight_words import FAIRLY_SURE, HARDER, HELPS, NOT_SURE, QUITE_SURE, help_words, reason
from copecli.core.reach import Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from copecli.core.tallies import Helped

STEP = 2.0
"""Points that a word stands for before a person has shown it."""
STEP_WEIGHT = 4.0
USUAL_WEIGHT = 5.0
"""Uses without a change that the person's own mean begins with."""
BETWEEN = 1.0
"""Variance between skills before anything is known: a standard deviation of one point."""
BETWEEN_WEIGHT = 4.0


@dataclass(slots=True)
class Scores:
    """Uses as points. Grows while it is summed; nobody outside sees it."""

    n: int = 0
    total: float = 0.0
    squares: float = 0.0
    rated: int = 0
    """How many of them are ratings and not words."""
    easier: int = 0
    told: int = 0
    """Uses with one of the words easier, same, harder."""
    uses: int = 0

    def add(self, other: Scores) -> None:
        """Add the uses of another."""
        self.n += other.n
        self.total += other.total
        self.squares += other.squares
        self.rated += other.rated
        self.easier += other.easier
        self.told += other.told
        self.uses += other.uses

    def without(self, other: Scores) -> Scores:
        """Return what is left beside another that is part of it; enough of it for an estimate."""
        return Scores(self.n - other.n, self.total - other.total)


@dataclass(frozen=True, slots=True)
class Own:
    """What is usual for this person; every estimate leans to it."""

    step: float = STEP
    mean: float = 0.0
    """Points over all their skills."""
    noise: float = ONE_NOISE
    between: float = BETWEEN

    def noise_in(self, scores: Scores) -> float:
        """Return the variance of one of these, for the bar; a word's guess is a step."""
        guess = (scores.rated * ONE_NOISE + (scores.n - scores.rated) * self.step * self.step) / scores.n
        return noise_of(scores.n, scores.total, scores.squares, guess)

    def points(self, scores: Scores, toward: float) -> float:
        """Return the estimate for these."""
        return (
            shrunk(scores.n, scores.total / scores.n, toward, self.noise, self.between)
            if scores.n
            else toward
        )


@dataclass(frozen=True, slots=True)
class Help:
    """How it tends to be after a skill."""

    skill: str
    state: str
    """The state that it was chosen for; nothing for all of them together."""
    points: float
    """The estimate: points by which it was easier afterwards; below 0 where it was harder."""
    verdict: str
    """EARLY HELPS HARDER OPEN"""
    sure: int
    """NOT_SURE FAIRLY_SURE QUITE_SURE"""
    uses: int
    counted: int
    """Uses that told something."""
    rated: int
    """Those with a rating before and after."""
    easier: int
    told: int
    """Uses with one of the words easier, same, harder; of them, `easier` were easier."""

    @property
    def words(self) -> tuple[Sentence, ...]:
        """What to say of it, one short sentence after the other."""
        return help_words(self)


@dataclass(frozen=True, slots=True)
class Lift:
    """How far a skill moves up for one state, and why."""

    skill: str
    points: int
    """Whole points; below 0 it moves down."""
    why: Sentence


def helping(helped: Iterable[Helped]) -> tuple[Help, ...]:
    """Return every skill over all states, and in each that it was chosen for; what helps comes first."""
    sums = _summed(helped)
    own = sums.own
    found = [
        _help(skill, "", scores, own.points(scores, own.mean), own) for skill, scores in sums.skills.items()
    ]
    for (skill, state), scores in sums.cells.items():
        if state:
            elsewhere = own.points(sums.skills[skill].without(scores), own.mean)
            found.append(_help(skill, state, scores, own.points(scores, elsewhere), own))
    return tuple(sorted(found, key=lambda one: (_PLACE[one.verdict], -one.points, one.skill, one.state)))


_PLACE = {HELPS: 0, OPEN: 1, EARLY: 2, HARDER: 3}


def rank(helped: Iterable[Helped], state: str = "") -> tuple[Lift, ...]:
    """Return the skills that move up or down for `state`, the furthest up first; no other moves.

    The same formula, but leaning to 0 where the person's mean stood: it asks what their own uses say of this
    skill, so few say little, and below five it stays where it is. It moves by whole points, since a list that
    stirs with every use is hard to find one's way in, and down only where it was harder more often. Where the
    state has too few uses, all states speak.
    """
    sums = _summed(helped)
    found = []
    for skill, scores in sums.skills.items():
        here = sums.cells.get((skill, state), Scores()) if state else scores
        elsewhere = sums.own.points(scores.without(here), 0.0)
        points = sums.own.points(here, elsewhere)
        if state and here.n >= FEWEST:
            lift = _lift(skill, state, here, points, sums.own)
        else:
            lift = _lift(skill, "", scores, points, sums.own)
        if lift is not None:
            found.append(lift)
    return tuple(sorted(found, key=lambda lift: (-lift.points, lift.skill)))


def lifts(found: Iterable[Lift]) -> dict[str, int]:
    """Return what `catalogue.offered` takes: by how much each skill moves."""
    return {lift.skill: lift.points for lift in found}


def _lift(skill: str, state: str, scores: Scores, points: float, own: Own) -> Lift | None:
    verdict, _ = _verdict(scores, own)
    moved = min(-1, round(points)) if verdict == HARDER else max(0, round(points))
    if verdict == EARLY or not moved:
        return None
    return Lift(skill, moved, reason(moved, scores.n, state))


@dataclass(frozen=True, slots=True)
class _Sums:
    own: Own
    skills: Mapping[str, Scores]
    cells: Mapping[tuple[str, str], Scores]


def _summed(helped: Iterable[Helped]) -> _Sums:
    used = [one for one in helped if one.uses]
    step = step_of(used)
    cells = {(one.skill, one.state): scores_of(one, step) for one in used}
    skills: dict[str, Scores] = {}
    for (skill, _), scores in cells.items():
        if skill not in skills:
            skills[skill] = Scores()
        skills[skill].add(scores)
    return _Sums(_own(step, cells.values(), skills.values()), skills, cells)


def own_of(helped: Iterable[Helped]) -> Own:
    """Return what is usual for the person whose uses these are."""
    return _summed(helped).own


def _own(step: float, cells: Iterable[Scores], skills: Iterable[Scores]) -> Own:
    n, total = USUAL_WEIGHT, 0.0
    around, freedom = NOISE_WEIGHT * ONE_NOISE, NOISE_WEIGHT
    for scores in cells:
        if scores.n:
            n += scores.n
            total += scores.total
            around += max(0.0, scores.squares - scores.total * scores.total / scores.n)
            freedom += scores.n - 1
    noise = around / freedom
    return Own(step, total / n, noise, _between([one for one in skills if one.n], noise))


def step_of(helped: Iterable[Helped]) -> float:
    """Return the points that one of this person's words stands for."""
    n, total = STEP_WEIGHT, STEP_WEIGHT * STEP
    for one in helped:
        n += one.easier_change.n + one.harder_change.n
        total += one.easier_change.total - one.harder_change.total
    return max(0.5, total / n)


def scores_of(one: Helped, step: float) -> Scores:
    """Return the uses of one skill in one state as points."""
    change = one.change
    easier = one.easier - one.easier_change.n
    harder = one.harder - one.harder_change.n
    same = one.same - one.same_change.n
    return Scores(
        change.n + easier + same + harder,
        change.total + step * (easier - harder),
        change.squares + step * step * (easier + harder),
        change.n,
        one.easier,
        one.easier + one.same + one.harder,
        one.uses,
    )


def _between(skills: Sequence[Scores], noise: float) -> float:
    """Return the variance between skills: by the method of moments, mixed with the first guess."""
    n = sum(one.n for one in skills)
    spare = n - sum(one.n * one.n for one in skills) / n if n else 0.0
    if spare <= 0:
        return BETWEEN
    mean = sum(one.total for one in skills) / n
    apart = sum(one.n * (one.total / one.n - mean) ** 2 for one in skills)
    freedom = len(skills) - 1
    found = max(0.0, (apart - freedom * noise) / spare)
    return (BETWEEN_WEIGHT * BETWEEN + freedom * found) / (BETWEEN_WEIGHT + freedom)


def _verdict(scores: Scores, own: Own) -> tuple[str, int]:
    if scores.n < FEWEST:
        return EARLY, NOT_SURE
    noise = own.noise_in(scores)
    for verdict, total in ((HELPS, scores.total), (HARDER, -scores.total)):
        if crosses(scores.n, total, noise):
            return verdict, QUITE_SURE if crosses(scores.n, total, noise, FURTHER) else FAIRLY_SURE
    return OPEN, NOT_SURE


def _help(skill: str, state: str, scores: Scores, points: float, own: Own) -> Help:
    verdict, sure = _verdict(scores, own)
    return Help(
        skill, state, points, verdict, sure, scores.uses, scores.n, scores.rated, scores.easier, scores.told
    )
