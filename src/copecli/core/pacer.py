"""The pacer: where a breath, a tensing or a tap stands after so many seconds.

Invariant: a pure function of elapsed time. Whoever draws it may draw as seldom as they like and never drifts.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beat:
    """One part of a round, such as the in-breath."""

    cue: str
    """One or two words, said when the beat begins."""
    seconds: float
    """How long it lasts."""
    fill: float
    """How full the shape is when the beat ends: 0 empty, 1 full."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What to say and draw at one moment."""

    cue: str
    """The word of the present beat."""
    fraction: float
    """How much of the present beat has passed, 0 to 1."""
    seconds_left: float
    """Seconds until the next beat."""
    fill: float
    """How full the shape is now, 0 to 1; it eases in and out of each beat."""
    beat: int
    """Index of the beat within its round, from 0."""
    round: int
    """Index of the round, from 0."""
    done: bool
    """True when every round has been paced."""


@dataclass(frozen=True, slots=True)
class Pacer:
    """Beats, repeated."""

    beats: tuple[Beat, ...]
    """One round; at least one beat, each longer than nothing."""
    rounds: int
    """How often the beats are repeated, at least once."""

    @property
    def round_seconds(self) -> float:
        """Return how long one round lasts."""
        return sum(beat.seconds for beat in self.beats)

    @property
    def seconds(self) -> float:
        """Return how long all rounds last together."""
        return self.round_seconds * self.rounds

    def at(self, elapsed: float) -> Cue:
        """Return the moment `elapsed` seconds after the start; before it counts as the start."""
        elapsed = max(0.0, elapsed)
        if elapsed >= self.seconds:
            last = self.beats[-1]
            return Cue(last.cue, 1.0, 0.0, last.fill, len(self.beats) - 1, self.rounds - 1, True)
        whole_rounds, in_round = divmod(elapsed, self.round_seconds)
        round_ = int(whole_rounds)
        fill_before = self.beats[-1].fill if round_ else 0.0
        for index, beat in enumerate(self.beats):
            if in_round < beat.seconds or index == len(self.beats) - 1:
                fraction = min(in_round / beat.seconds, 1.0)
                fill = fill_before + (beat.fill - fill_before) * _eased(fraction)
                return Cue(beat.cue, fraction, max(0.0, beat.seconds - in_round), fill, index, round_, False)
            in_round -= beat.seconds
            fill_before = beat.fill
        raise AssertionError("a pacer has at least one beat")


def _eased(fraction: float) -> float:
    """Return `fraction` with a soft start and a soft end (smoothstep).

    A body does not move in straight lines.
    """
    return fraction * fraction * (3.0 - 2.0 * fraction)
