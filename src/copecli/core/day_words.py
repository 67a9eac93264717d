"""A day in words: "12 May", with its year where that is another one.

Invariant: the names of months and the order of the parts are a translator's; no clock is read, today is
handed in.
"""

from __future__ import annotations

from copecli.core.reach import Sentence, sentence
from copecli.words import N_

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def day_words(date: str, today: str = "") -> Sentence:
    """Return an ISO date in words; its year is left out where `today` is of the same year."""
    year, month, day = date.split("-")
    name = sentence(_MONTHS[int(month) - 1])
    if today.startswith(f"{year}-"):
        return sentence(N_("{day} {month}"), day=str(int(day)), month=name)
    return sentence(N_("{day} {month} {year}"), day=str(int(day)), month=name, year=year)
