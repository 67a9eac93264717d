"""Which of the walked screens shows which kind of page, so that no page can be left out of the walk.

Invariant: a kind that a fresh home leads to is reached by keys, in `screens.py`; what needs something to have
happened first is named with the test that walks it.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import copecli.tui.screens
from copecli.tui.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN_BY = {
    "Home": "home", "Feelings": "feelings", "Fitting": "fitting", "AboutSkill": "about-skill",
    "PeopleFirst": "people-first", "Player": "opening", "GamePlayer": "tiles", "HelpNowPage": "help-now",
    "Numbers": "help-numbers", "NumberPage": "help-number", "Shelf": "learn", "OneGroup": "learn-group",
    "Found": "learn-find", "ArticlePage": "article",
    "PlanStep": "plan-step", "PlanPage": "plan", "Choose": "plan-end", "PrintPlan": "print",
    "WriteTo": "print-to", "AskMore": "item-question", "PlanChoices": "plan-choices", "OlderPlans": "older",
    "OneOlder": "one-older", "Reading": "older-read", "TakeIn": "take-in", "WalkPage": "walk", "Send": "send",
    "Codes": "code", "PlanHints": "hints", "WavePage": "wave", "TilesPage": "wave-tiles",
    "FormPage": "map-begin", "MapPage": "map-chain", "NextPage": "map-next", "AfterCheckIn": "check-in-end",
    "AfterGood": "good-end", "WrittenDown": "records-none", "RecordList": "record-list",
    "OneRecord": "record", "ReportPage": "report", "WhatNow": "report-now", "More": "more",
    "ProgressPage": "progress", "LinesScreen": "lines", "OneLine": "line", "HiddenLines": "lines-hidden",
    "AfterPage": "after", "HiddenOnes": "hidden", "TalkPage": "talk-words", "TalkWays": "talk-now",
    "BadlyPage": "talk-went-badly", "PeoplePage": "people", "NobodyPage": "people-nobody",
    "Settings": "settings", "Country": "country", "Keys": "keys", "PressKey": "press-key", "About": "about",
}  # fmt: skip
"""The name of the class, and one of SCREENS that shows it."""

WALKED_ELSEWHERE = {
    "Damaged": "test_plan_keeping",
    "WhichPlan": "test_plan_keeping",
    "ToPrinter": "test_plan_keeping",
    "CanFallPage": "test_progress",
    "SectionPage": "test_progress",
}
"""The name of the class, and the file whose test goes from it to Help now and back."""


def kinds() -> set[str]:
    """Return the name of every page that there is; one that others are made from is none by itself."""
    for module in pkgutil.iter_modules(copecli.tui.screens.__path__):
        importlib.import_module(f"copecli.tui.screens.{module.name}")
    return {page.__name__ for page in _below(Page) if not page.__subclasses__()}


def _below(page: type[Page]) -> Iterator[type[Page]]:
    for found in page.__subclasses__():
        if found.__module__.startswith("copecli."):
            yield found
            yield from _below(found)
