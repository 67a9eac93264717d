"""A made-up language shows that no sentence is hard-coded: every one of ours comes back in its brackets.

What stands outside of brackets has to come from data (skills, countries, lines, keys, what the person wrote)
or be the first words, which carry translations of their own.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from copecli import first_words, words
from copecli.core.key_names import NAMES
from copecli.system.content import content_path, skills_directory
from tests.cli.stage import A_PLAN, cope, write_plan
from tests.tui.conftest import Clock, a_terminal, said
from tests.tui.screens import SCREENS

OPEN, CLOSE = "⟦", "⟧"
LETTERS = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture(autouse=True)
def pseudo_locale() -> Iterator[None]:
    """Word everything in the made-up language, for one test."""
    words.install(lambda text: f"{OPEN}{text}{CLOSE}")
    yield
    words.install(None)


@pytest.fixture(scope="module")
def of_data() -> frozenset[str]:
    """Return every word of the data files, their names, those of keys, what the plan says, and the month."""
    files = [*Path(skills_directory()).glob("*.toml"), *Path(content_path("lines")).glob("*.toml")]
    files += [Path(content_path("countries.tsv")), Path(content_path("suggestions.toml"))]
    files += [*Path(content_path("learn")).glob("*.md"), Path(content_path("sources.toml"))]
    text = " ".join(f"{path.stem} {path.read_text(encoding='utf-8')}" for path in files)
    plan = " ".join(item.text for items in A_PLAN.items.values() for item in items)
    keys = " ".join([*NAMES, *NAMES.values(), "ctrl"])
    early = " ".join(line for lines in first_words.LINES.values() for line in lines)
    month = time.strftime("%B")
    return frozenset(LETTERS.findall(f"{text} {plan} {keys} {early} {month} cope".casefold()))


def outside(text: str) -> set[str]:
    """Return the words of `text` that stand in no brackets."""
    before = None
    while before != text:
        before, text = text, re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", text)
    return set(LETTERS.findall(text.casefold()))


@pytest.mark.parametrize("name", SCREENS)
async def test_every_sentence_of_the_tui_can_be_translated(name: str, of_data: frozenset[str]) -> None:
    """On every screen."""
    from copecli.tui.app import CopeApp
    from tests.cli.stage import desk

    start, keys = SCREENS[name]
    app = CopeApp(desk(), a_terminal(), start=start, clock=Clock())
    app.tells_repeats = False
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        shown = said(app).replace(app.desk.paths.data, "")
    assert OPEN in shown
    assert outside(shown) - of_data == set()


COMMANDS = [
    ("now",), ("lines",), ("lines", "IE"), ("ground", "--list"), ("ground", "nope"), ("ground", "stop"),
    ("plan", "show"), ("plan", "print"), ("plan", "history"), ("keys",), ("frobnicate",),
    ("config", "set", "a", "b"), ("learn",), ("learn", "what-this-tool-does"), ("learn", "astronomy"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("planned", [True, False], ids=["with a plan", "without"])
def test_every_sentence_of_the_command_line_can_be_translated(
    command: tuple[str, ...], planned: bool, of_data: frozenset[str]
) -> None:
    """On stdout and stderr."""
    if planned:
        write_plan(A_PLAN)
    done = cope(*command)
    text = re.sub(r"`[^`]*`|/\S+|[\w-]+\.toml|cope plan restore \S+", " ", done.out + done.talk)
    typed = {word for part in command for word in LETTERS.findall(part.casefold())}
    assert outside(text) - of_data - typed - {"sha", "utc", "ctrl", "escape", "shift"} == set()


def test_the_check_sees_a_sentence_that_is_hard_coded() -> None:
    """Words outside of the brackets are found, also between two of them."""
    assert outside(f"{OPEN}Yes {OPEN}so{CLOSE}{CLOSE} hello {OPEN}there{CLOSE}") == {"hello"}
