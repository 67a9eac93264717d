"""What follows the questions of a map: another way for a link, lines for the plan, and the next small thing.

Invariant: each is a Form or a list, so both faces ask the same; a person is always one of the next things,
and comes first where thoughts of ending one's life were to be held off.
"""

from __future__ import annotations

from copecli.core import chain_copy
from copecli.core.after import DOOR
from copecli.core.chain import HURT, RATHER_NOT, SHORT
from copecli.core.chain_links import places, with_turn
from copecli.core.chain_picture import link_words
from copecli.core.chain_turns import PEOPLE_FIRST, people_first
from copecli.core.evidence import FEWEST
from copecli.core.form import CHOOSE, PICK, WORDS, Form, Question
from copecli.core.reach import as_is, sentence
from copecli.core.shared_words import A_PERSON, NOT_SAFE, REST_NOW, UNSAFE, WALK_MY_PLAN
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.chain import Link, TriggerMap
    from copecli.core.chain_copy import Offer
    from copecli.core.chain_turns import Fit
    from copecli.core.form import Answers

    Translate = Callable[[str], str]

TURN, COPY, MORE, EDIT, PERSON, REST = "turn", "copy", "more", "edit", "person", "rest"
SHARED, AFTER = "shared", "after"
_WAYS = {
    TURN: N_("Look for another way"),
    COPY: N_("Put some of it into my plan"),
    MORE: N_("Look closer, link by link"),
    EDIT: N_("Change what I said"),
    SHARED: N_("What my maps share"),
    AFTER: DOOR,
    PERSON: A_PERSON,
    UNSAFE: NOT_SAFE,
    REST: REST_NOW,
}
KEPT = N_("The map is kept.")
NOT_KEPT = N_("The map is not kept on disk.")
TURNED = N_("That is on the map now.")
COPIED = N_("It is in your plan now, marked as private.")
NOTHING_TO_COPY = N_("All of it is in your plan already.")

_WHERE = N_("Where could it have gone another way?")
_ANYWHERE = N_("None of these, or all")
_HOW = N_("What could have helped there?")
_OWN = N_("Something of my own")
_IN_OWN_WORDS = N_("What would that be?")
_ANYWHERE_ID, _OWN_ID = "anywhere", "own"
_FIRST = {
    "people": N_("Reach somebody I trust"),
    "plan": WALK_MY_PLAN,
    "lines": N_("Call a crisis line"),
}


def next_things(found: TriggerMap, maps: int = 0) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of what can follow the picture; `maps` is how many are kept.

    After self-harm, care and rest stand before the map. The list is not made longer by what maps share
    before anything can be said of it.
    """
    ways = [TURN, COPY, *([MORE] if found.form == SHORT else []), EDIT]
    ways += [*([SHARED] if maps >= FEWEST else []), PERSON, UNSAFE, REST]
    if found.did in (HURT, RATHER_NOT):
        ways = [AFTER, *ways]
    if people_first(found):
        ways = [PERSON, *(way for way in ways if way != PERSON)]
    return tuple((way, _WAYS[way]) for way in ways)


def turn_form(
    found: TriggerMap, fits: Callable[[Link | None], tuple[Fit, ...]], translate: Translate
) -> Form:
    """Return the questions that look for one other way; `fits` tells which skills suit a link."""
    row = places(found)

    def questions(answers: Answers) -> tuple[Question, ...]:
        where = _where(row)
        if not answers.get("where"):
            return (where,)
        place = _place(row, answers)
        how = _how(found, () if people_first(found) else fits(place), translate)
        return (where, how, _WORDS) if answers.get("how") == _OWN_ID else (where, how)

    return Form(questions)


_WORDS = Question(id="way", kind=WORDS, text=sentence(_IN_OWN_WORDS), earlier=("where",))


def _where(row: tuple[Link, ...]) -> Question:
    options = tuple((str(n), link_words(link)) for n, link in enumerate(row))
    last = (_ANYWHERE_ID, sentence(_ANYWHERE))
    return Question(id="where", kind=CHOOSE, text=sentence(_WHERE), options=(*options, last))


def _how(found: TriggerMap, row: tuple[Fit, ...], translate: Translate) -> Question:
    first = people_first(found)
    options = [(f"skill:{fit.skill.id}", as_is(f"{fit.skill.title}. {fit.reason(translate)}")) for fit in row]
    if first:
        options = [(key, sentence(words)) for key, words in _FIRST.items()]
    return Question(
        id="how",
        kind=CHOOSE,
        text=sentence(_HOW),
        about=tuple(map(sentence, PEOPLE_FIRST)) if first else (),
        options=(*options, (_OWN_ID, sentence(_OWN))),
        earlier=("where",),
    )


def _place(row: tuple[Link, ...], answers: Answers) -> Link | None:
    where = answers.get("where")
    known = {str(n): link for n, link in enumerate(row)}
    return known.get(where) if isinstance(where, str) else None


def turned(found: TriggerMap, answers: Answers, translate: Translate) -> TriggerMap:
    """Return the map with the other way that was found; as it was where none was."""
    how, way = answers.get("how"), answers.get("way")
    place = _place(places(found), answers)
    if not isinstance(how, str):
        return found
    if how.startswith("skill:"):
        return with_turn(found, place, "", how.removeprefix("skill:"))
    if how in _FIRST:
        return with_turn(found, place, translate(_FIRST[how]))
    if how == _OWN_ID and isinstance(way, str) and way.strip():
        return with_turn(found, place, way)
    return found


def copy_form(offers: tuple[Offer, ...]) -> Form:
    """Return the question what of `offers` goes into the plan; nothing is marked to begin with."""
    asked = Question(
        id="copy",
        kind=PICK,
        text=sentence(chain_copy.ASKED),
        hint=sentence(chain_copy.HINT),
        options=tuple((str(n), offer.words) for n, offer in enumerate(offers)),
        own=False,
    )
    return Form(lambda _answers: (asked,))


def picked(offers: tuple[Offer, ...], answers: Answers) -> tuple[Offer, ...]:
    """Return the offers that were picked, in their order."""
    marks = answers.get("copy")
    return tuple(offer for n, offer in enumerate(offers) if isinstance(marks, tuple) and str(n) in marks)
