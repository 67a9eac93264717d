"""The end of an exercise: what was written and may be kept, how it is now, and the ways on.

Invariant: how it is now is asked once, each answer is one key, and leaving it out keeps nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.catalogue import WITH_ME
from copecli.core.outcome import EASE_WORDS, KEPT, QUESTION, ways_on
from copecli.core.rated import told
from copecli.desk import calm
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.session import Outcome
    from copecli.desk import Desk

_KEEP = "keep-"


class End:
    """What the last screen of an exercise says and offers."""

    def __init__(self, desk: Desk, outcome: Outcome) -> None:
        self._desk = desk
        self._outcome = outcome
        self._may_keep = [kept for kept in outcome.kept if kept.into]
        self._asks = outcome.finished and desk.saving and outcome.skill != WITH_ME
        self._noted = ""
        self._told = "\n".join(line.worded(_) for line in told(outcome)) if outcome.finished else ""
        if self._told:  # its ratings say how it is, so that is not asked once more
            self._asks = False
            desk.note_outcome(outcome, "")

    @property
    def detail(self) -> str:
        """Words to copy, then the question or what was noted."""
        to_copy = [kept.text for kept in self._outcome.kept if not kept.into]
        keys = "   ".join(f"{n} {_(words)}" for n, (_ease, words) in enumerate(EASE_WORDS, start=1))
        asked = [f"{_(QUESTION)}\n{keys}"] if self._asks else []
        rated = [self._told] if self._told else []
        return "\n\n".join([*to_copy, *rated, *asked, *([self._noted] if self._noted else [])])

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Return the ways on: first what was written and may be kept, then what both faces offer."""
        keep = _("Put it into my plan: {text}")
        offers = [(f"{_KEEP}{i}", keep.format(text=kept.text)) for i, kept in enumerate(self._may_keep)]
        return [*offers, *((key, _(text)) for key, text in ways_on(self._desk.not_easier))]

    def answered(self, key: str) -> bool:
        """Note the answer that a key stands for; return whether it stands for one here."""
        known = {str(n): ease for n, (ease, _words) in enumerate(EASE_WORDS, start=1)}
        if not self._asks or key not in known:
            return False
        self._asks = False
        noted = self._desk.note_outcome(self._outcome, known[key])
        self._noted = _(KEPT[known[key]]) if noted else _("It could not be noted. That is all right.")
        return True

    def keeps(self, chosen: str) -> str:
        """Put what was written into the plan, once, and return what there is to say; nothing for a way on."""
        if not chosen.startswith(_KEEP):
            return ""
        kept = self._may_keep.pop(int(chosen.removeprefix(_KEEP)))
        trouble = calm(lambda: self._desk.add_to_plan(kept.into.removeprefix("plan."), kept.text))
        return trouble or _("It is in your plan.")
