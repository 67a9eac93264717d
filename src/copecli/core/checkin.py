"""A check-in: how it is right now, in a minute, each part of it skippable.

The three ratings are single questions of our own. Distress is asked from 0 to 10, as in subjective units of
distress (SUDS); the urge in its strength; and how able a person feels to ride it out, since such momentary
confidence goes with what happens next (10.3389/fpsyt.2020.00214). No item of a published scale is used.
Invariant: a rating is never called a risk, and the answer about ending one's life is counted, averaged, drawn
and ranked nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.records import Record
from copecli.words import N_

FEELINGS = (
    ("overwhelmed", N_("Too much at once")),
    ("panicky", N_("Panicky or scared")),
    ("angry", N_("Angry")),
    ("sad", N_("Sad")),
    ("lonely", N_("Lonely")),
    ("ashamed", N_("Ashamed, or hard on myself")),
    ("hurt", N_("Hurt by someone")),
    ("numb", N_("Numb, or far away")),
    ("restless", N_("Restless")),
    ("tired", N_("Tired")),
    ("calm", N_("Calm")),
    ("hopeful", N_("Hopeful")),
    ("cant-tell", N_("Can't tell")),
)
"""(id, words): the short list; own words are as good. Ids that are states of a skill mean the same."""

NOT_ASKED = ""
NO, SOME, MIGHT_ACT, RATHER_NOT = "no", "some", "might-act", "rather-not"
ENDING_LIFE = (NOT_ASKED, NO, SOME, MIGHT_ACT, RATHER_NOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Record):
    """How it was at one moment."""

    kind = "check-in"

    feelings: tuple[str, ...] = ()
    """Ids of FEELINGS, or own words."""
    distress: int | None = None
    """0 to 10; None where it was skipped."""
    urge: int | None = None
    """How strong the urge was, 0 to 10."""
    able: int | None = None
    """How able the person felt to ride it out, 0 to 10."""
    tags: tuple[str, ...] = ()
    """Own words for what it was about."""
    note: str = ""
    ending_life: str = NOT_ASKED
    """One of ENDING_LIFE: thoughts of ending their life."""
