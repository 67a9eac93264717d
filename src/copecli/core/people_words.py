"""What is asked and said around a map of one's people.

Invariant: both faces take it from here; "nobody yet" is an answer, and has ways on.
"""

from __future__ import annotations

from copecli.core.good_for import in_words, written
from copecli.core.plan import (
    CLINICIAN,
    COMPANY,
    DISTRACTION,
    EMERGENCY,
    LISTENING,
    PEOPLE,
    PERSON,
    PRACTICAL,
    PROFESSIONALS,
)
from copecli.core.reach import Sentence, sentence
from copecli.core.shared_words import FEELINGS, UNSAFE
from copecli.core.talk_words import PEOPLE_DOOR
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.people_map import Known

TITLE = PEOPLE_DOOR
ABOUT = N_("Who is good for what. It stands in your plan.")
NOBODY_HERE = N_("Nobody here yet. That’s common.")

WHO_ASKED = N_("Who is it? A name is enough.")
KIND_ASKED = N_("How do you know them?")
KIND_CHOICES = ((PERSON, N_("Somebody in my life")), (CLINICIAN, N_("A doctor, therapist or helper")))
NUMBER_ASKED = N_("A number for {name}?")
NUMBER_HINT = N_("Enter leaves it out.")
GOOD_ASKED = N_("What is {name} good for?")
GOOD_HINT = N_("More than one is fine. So is none.")
NOT_SAFE = "not-safe"
GOOD_WORDS = (
    (COMPANY, N_("Company: being there")),
    (DISTRACTION, N_("Taking my mind off it")),
    (LISTENING, N_("Listening")),
    (PRACTICAL, N_("Practical help: a lift, a call, a meal")),
    (EMERGENCY, N_("An emergency, also at night")),
    (NOT_SAFE, N_("Not safe for me: suggest them nowhere")),
)
"""(mark, words)."""
NOT_SAFE_WORDS = N_("not safe for me")
CANT_TELL_YET = N_("can’t tell yet")

AFRAID_OF_THEM = "marked"
"""The offer to keep somebody in the plan who is not safe, so that they are suggested nowhere."""
_PUT = N_("Put {name} into your plan, under “{title}”?")
PUT_ASKED = {
    PEOPLE: _PUT,
    PROFESSIONALS: _PUT,
    DISTRACTION: _PUT,
    "first": N_("Put {name} first under “{title}”?"),
    AFRAID_OF_THEM: N_("Keep {name} in your plan, marked as not safe for you?"),
}
YES_NO = (("yes", N_("Yes")), ("no", N_("No")))

SAVED = N_("It stands in your plan.")
AS_IT_WAS = N_("Your plan is as it was.")

ADD, NOBODY, BADLY = "add", "nobody", "badly"
LAST_ROWS = (
    (ADD, N_("Add somebody")),
    (NOBODY, N_("Nobody yet")),
    (BADLY, N_("Talking went badly")),
)
"""Below the names."""
WORDS, MARKS = "words", "marks"
OF_SOMEBODY = ((WORDS, N_("Find words for them")), (MARKS, N_("What they are good for")))
WHAT_WITH = N_("What would you like?")

HOW_TO_FIND = N_("Nobody yet is an answer, too.")
FINDING = (
    N_("A crisis line is somebody, too."),
    N_("A doctor or a teacher can be a first one."),
    N_("Places with people: a library, a class."),
    N_("Somebody from before may like a line."),
)
"""How to find somebody; the nearest first."""
LINES, FIND_WORDS, REST = "lines", "find-words", "rest"
AFTER_NOBODY = (
    (LINES, N_("A crisis line")),
    (FIND_WORDS, N_("Find words for a first one")),
    (UNSAFE, dict(FEELINGS)[UNSAFE]),
    (REST, N_("Rest. That is all for now.")),
)
"""(id, words)."""


def said_of(known: Known) -> Sentence:
    """Return somebody and what they are good for, in a line."""
    good = sentence(CANT_TELL_YET)
    if known.not_safe:
        good = sentence(NOT_SAFE_WORDS)
    elif known.good_for:
        good = in_words(written(known.good_for))
    return Sentence("{name}: {good}", (("name", known.name), ("good", good)))
