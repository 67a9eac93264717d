"""All that is good to know of a skill before it starts, in short lines: the same for both faces and the list.

Invariant: how well it is tested is said honestly, and that nobody trained has read it where nobody has.
"""

from __future__ import annotations

from copecli.core.choosing import AT_HAND
from copecli.core.reach import as_is, sentence
from copecli.core.shared_words import FEELINGS
from copecli.core.skill import ADAPTATIONS
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.reach import Sentence
    from copecli.core.skill import Skill

_STATES = dict(FEELINGS) | {"any": N_("Any moment")}
_DISCREET = {
    "yes": N_("Nobody has to notice."),
    "partly": N_("Others may notice some of it."),
    "no": N_("Others would notice."),
}
_ENERGY = {
    "low": N_("It takes little energy."),
    "medium": N_("It takes some energy."),
    "high": N_("It takes a lot."),
}
_ADAPTED = {
    ("no-movement", "yes"): N_("Without moving: it works."),
    ("no-movement", "variant"): N_("Without moving: in another way."),
    ("no-movement", "no"): N_("Without moving: rather another."),
    ("no-sight", "yes"): N_("Without seeing: it works."),
    ("no-sight", "variant"): N_("Without seeing: in another way."),
    ("no-sight", "no"): N_("Without seeing: rather another."),
    ("no-hearing", "yes"): N_("Without hearing: it works."),
    ("no-hearing", "variant"): N_("Without hearing: in another way."),
    ("no-hearing", "no"): N_("Without hearing: rather another."),
}
_GRADES = {
    "A": N_("Tested in trials with people who hurt themselves or think of it."),
    "B": N_("Tested in trials with other people, or for other troubles."),
    "C": N_("Some early or small studies."),
    "D": N_("Part of a therapy that was tested as a whole."),
    "E": N_("Known from practice. Hardly tested."),
}
_REVIEWS = {
    "draft": N_("A draft: no clinician has read it yet."),
    "lived-experience": N_("Read by somebody who has been there ({on})."),
    "clinician": N_("Read by a clinician ({on})."),
}


def about(skill: Skill) -> tuple[Sentence, ...]:
    """Return what it is for and what it asks."""
    said = [sentence(N_("For: {state}."), state=sentence(_STATES[state])) for state in skill.states]
    low, high = skill.intensity
    if (low, high) != (0, 10):
        said.append(sentence(N_("Fits a strength of {low} to {high}."), low=str(low), high=str(high)))
    said += [sentence(N_("It needs: {thing}."), thing=sentence(AT_HAND[need])) for need in skill.needs]
    said += [sentence(_DISCREET[skill.discreet]), sentence(_ENERGY[skill.energy])]
    said += [
        sentence(_ADAPTED[name, skill.adapt[name]])
        for name in ADAPTATIONS
        if (name, skill.adapt.get(name)) in _ADAPTED
    ]
    return tuple(said)


def evidence(skill: Skill) -> tuple[Sentence, ...]:
    """Return how well it is tested, and who has read it."""
    grade, said = skill.evidence.grade, skill.evidence.says
    first = sentence(_GRADES[grade]) if grade in _GRADES else None
    review = sentence(_REVIEWS[skill.review.status], on=skill.review.on or "?")
    return (*([first] if first else []), *([as_is(said)] if said else []), review)
