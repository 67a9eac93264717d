"""What comes first and what later in a state, and what is made in a calm hour: data, by entries of facts.

Invariant: an entry is a skill's `fact`, so a skill of one's own that names the same one stands in its place;
nothing here brings in what does not fit, and nothing is taken out. `SOURCES` names what an order rests on.
"""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.skill import Skill

ANY = "any"
"""The state of somebody who can't tell how it is."""

CARE_FIRST = ("after", "A03")
"""(state, entry): whether help is needed is seen to before anything else."""

FIRST = {
    "urge": ("C11", "P10", "G25", "C10", "S01", "S03", "A02"),
    "overwhelmed": ("D01", "B01", "G19", "G17"),
    "panicky": ("G06", "G05", "G01", "B02", "B01", "B09", "G02", "G03"),
    "angry": ("B01", "P10", "C28", "G17", "D04"),
    "numb": ("G06", "G07", "G20", "G21", "G27", "G01"),
    "sad": ("C05", "P02", "P01", "S07"),
    "lonely": ("S01", "S04", "S06", "P03", "S05"),
    "ashamed": ("G13", "C14", "C22", "C21", "M07"),
    "restless": ("D03", "G27", "P08", "P02"),
    "sleepless": ("C17", "C18", "C16", "G15", "B02"),
    "after": ("A03", "A04", "C14", "P06", "S02"),
    ANY: ("G05", "C27", "E01"),
}
"""By state: the entries to try first, the nearest first.

An urge: time, another place, a task for the eyes; then riding it, a person, and a safer space. Who can't tell
is first given the floor or chair, then what the body may need, then a word for it: that order is ours.
"""


@dataclass(frozen=True, slots=True)
class Later:
    """What is rather not the first thing to try in a state."""

    entries: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    involves: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()

    def holds(self, skill: Skill) -> bool:
        """Return whether `skill` is one of these."""
        return bool(
            skill.fact in self.entries
            or skill.family in self.families
            or self.involves.intersection(skill.involves)
            or self.needs.intersection(skill.needs)
        )


LATER = {
    "overwhelmed": Later(frozenset({"C08"}), needs=frozenset({"paper"})),
    "panicky": Later(frozenset({"B04", "B05", "B06", "B07"})),
    "angry": Later(frozenset({"D03"})),
    "numb": Later(frozenset({"G14"}), involves=frozenset({"eyes-closed", "body-scan", "imagery"})),
    "restless": Later(frozenset({"B08"}), families=frozenset({"breathing"})),
    "after": Later(frozenset({"C02"})),
}
"""By state: long reading; big or held breaths; hard effort; closed eyes; sitting still; a close look back."""

CALM_HOUR = frozenset({
    "D05", "D13", "E07", "C06", "C07", "C12", "C25", "S02", "S05", "S08", "S09", "A01", "A02",
})  # fmt: skip
"""Entries that are made ahead, in a calmer hour, and not at the peak of a bad one."""

THE_WAVE = frozenset({"C10", "C11"})
"""Entries that a wave is itself: waiting, and riding an urge. Beside one they would be the same again."""

SOURCES = {
    "urge": ("Nock09", "KlonskyGlenn08", "Skorka15"),
    "overwhelmed": ("Linehan15",),
    "panicky": ("Szul19", "SzulTraining19"),
    "angry": ("Kjaervik24",),
    "numb": ("Brand25",),
    "sad": ("Ekers14",),
    "lonely": ("Amb21",),
    "ashamed": ("SuhJeong21",),
    "restless": ("Weinstein24",),
    "sleepless": ("Scullin18",),
    "after": ("LewisHasking21",),
}
"""By state: keys of `content/sources.toml`; the other states go by what is usual in practice."""


def cared_for_first(skill: Skill, state: str) -> bool:
    """Return whether this one sees to what cannot wait in that state."""
    return (state, skill.fact) == CARE_FIRST


def first_place(skill: Skill, state: str) -> int:
    """Return its number among the first choices for a state, from 0; their count where it is none."""
    entries = FIRST.get(state, ())
    return entries.index(skill.fact) if skill.fact in entries else len(entries)


def comes_later(skill: Skill, state: str) -> bool:
    """Return whether it is rather not the first thing to try in a state."""
    return state in LATER and LATER[state].holds(skill)
