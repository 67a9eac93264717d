"""Which step of the plan a heading means, ours or one that somebody typed.

Invariant: our own titles and the names of the steps always count; any other heading is a guess from its
words, and one that fits nothing is nobody's step.
"""

from __future__ import annotations

from copecli.core import plan as p
from copecli.core.plan_labels import ABOUT_ME, ABOUT_ME_KEY, ABOUT_PLAN
from copecli.core.plan_words import TITLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

ABOUT_PLAN_KEY = "about-plan"

_SIGNS = (
    (p.WARNING_SIGNS, ("warning", "signs", "early sign")),
    (p.REASONS, ("reason", "living for", "to live", "worth")),
    (p.SAFER_SPACE, ("safer", "environment", "safe space", "safe place", "means")),
    (
        p.PROFESSIONALS,
        ("professional", "doctor", "service", "clinic", "therap", "agenc", "hotline", "crisis"),
    ),
    (p.DISTRACTION, ("distract", "mind off", "places", "social")),
    (p.PEOPLE, ("ask for help", "help from", "people", "family", "friend", "contact", "support", "reach")),
    (p.COPING, ("coping", "cope", "alone", "by myself", "on my own", "can do")),
)
"""In this order: parts of headings, and the step that they hint at. English, and a guess."""


def step_of_heading(words: str, translate: Callable[[str], str]) -> str:
    """Return the id of a step, about-me or about-plan; nothing where the heading is none of these."""
    wanted = _folded(words)
    known = [*TITLES.items(), (ABOUT_ME_KEY, ABOUT_ME), (ABOUT_PLAN_KEY, ABOUT_PLAN)]
    for step, title in known:
        if wanted in (step, _folded(title), _folded(translate(title))):
            return step
    return next((step for step, signs in _SIGNS if any(sign in wanted for sign in signs)), "")


def _folded(words: str) -> str:
    """Return words in small letters, without a number before and a colon behind."""
    bare = words.strip().lstrip("0123456789").lstrip(".): ")
    return " ".join((bare or words).casefold().rstrip(":").split())
