"""A trigger map in one line, for lists.

Invariant: nothing in it is a number of how bad it was, and what was done is not in it: a list can be seen by
others.
"""

from __future__ import annotations

from copecli.core.chain import EVENT
from copecli.core.chain_picture import in_words, link_words
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.chain import TriggerMap

LONGEST_LINE = 60
"""Characters of what it was about."""


def told_map(found: TriggerMap, translate: Callable[[str], str]) -> str:
    """Return when it was written, and what came first."""
    day, _t, time = found.when.iso().partition("T")
    first = ""
    if found.before:
        first = in_words(found.before[0], EVENT).worded(translate)
    elif found.links:
        first = link_words(found.links[0]).worded(translate)
    about = clean_own_line(first)
    if len(about) > LONGEST_LINE:
        about = about[: LONGEST_LINE - 1].rstrip() + "…"
    if not about:
        return translate(N_("{day}, {time}")).format(day=day, time=time[:5])
    return translate(N_("{day}, {time}: {about}")).format(day=day, time=time[:5], about=about)
