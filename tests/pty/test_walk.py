"""Through a full plan in a real terminal: both faces have the same screens, in the same order and words."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp

from copecli.core.errors import OK
from copecli.core.plan import STEPS, WITH_PHONE, Item, Plan
from copecli.core.walk import NEXT, Walk
from copecli.core.walk_frame import Frame
from copecli.desk import Desk
from copecli.documents.qr import plan_text, put_together
from copecli.words import _
from tests.pty.harness import Terminal, cope

pytestmark = pytest.mark.terminal

FULL = Plan({
    step: tuple(
        Item(
            f"{step}-{n}",
            f"Number {n} of {step}, mine",
            phone=f"555-01{STEPS.index(step)}{n}" if step in WITH_PHONE else "",
            when="after six" if step in WITH_PHONE else "",
            way_round="ask early" if n == 1 else "",
        )
        for n in range(1, 3)
    )
    for step in STEPS
})  # fmt: skip


def frames() -> list[Frame]:
    """Return every screen from the first to the end."""
    walk = Walk.begin(FULL)
    found = [walk.frame()]
    while not walk.finished:
        walk = walk.next(NEXT)
        found.append(walk.frame())
    return found


def sentences(frame: Frame) -> list[str]:
    """Return what a screen says, in its order, in the words that both faces have to use."""
    title = [frame.title] if frame.title else []
    said = [sentence.worded(_) for sentence in (*title, *frame.text)]
    details = [sentence.worded(_) for sentence in frame.details]
    ways_on = [sentence.worded(_) for _id, sentence in (*frame.offers, *frame.options)]
    return [*said, *([frame.number] if frame.number else []), *details, *ways_on]


def in_order(text: str, wanted: list[str]) -> bool:
    """Return whether `text` has all of `wanted`, one after the other."""
    at = 0
    joined = " ".join(text.split())
    for words in wanted:
        at = joined.find(" ".join(words.split()).rstrip("."), at)
        if at < 0:
            return False
    return True


def shows(terminal: Terminal, wanted: list[str]) -> None:
    """Wait until the screen has all of `wanted`, in that order."""
    terminal.wait_for(lambda found: in_order(found.text(), wanted))


def heard(terminal: Terminal, wanted: list[str]) -> None:
    """Wait until all of `wanted` was said, in that order, also where it has scrolled away."""
    terminal.wait_for(lambda found: in_order(found.everything(), wanted))


def kept(home: Path) -> None:
    """Put the plan where `cope` looks for it."""
    desk = Desk.open({"COPECLI_HOME": str(home / "cope")})
    desk.save_plan(desk.read_plan(), FULL)


def test_the_tui_shows_every_screen_by_any_key(home: Path) -> None:
    """From the opening to the end, then rest, and the shell as it was."""
    kept(home)
    with cope("plan", "walk", home=home, size=(80, 30)) as terminal:
        for frame in frames():
            shows(terminal, sentences(frame))
            terminal.wait_until_still(0.15)
            if frame.kind != "end":
                terminal.press("x")
        terminal.press("up")
        terminal.wait_until_still(0.15)
        terminal.press("enter")
        assert terminal.wait_exit() == OK
        assert terminal.terminal_restored()
        assert "of coping, mine" not in terminal.everything()


def test_the_line_face_says_every_screen_in_the_same_order_and_words(home: Path) -> None:
    """By Enter alone, and not one escape code."""
    kept(home)
    with cope("--plain", "plan", "walk", home=home) as terminal:
        said: list[str] = []
        for frame in frames():
            said += sentences(frame)
            heard(terminal, said)
            terminal.wait_until_still(0.15)
            terminal.send("5\r" if frame.kind == "end" else "\r")
        assert terminal.wait_exit() == OK
        assert b"\x1b" not in terminal.raw
        assert terminal.terminal_restored()


OF_HALVES = {"█": (255, 255), "▀": (255, 0), "▄": (0, 255), " ": (0, 0)}
SCALE = 4
"""Pixels a module."""


def scanned(lines: list[str]) -> list[str]:
    """Return what a phone reads from lines of half blocks, one code below the other."""
    found: list[str] = []
    picture: list[str] = []
    for line in [*lines, ""]:
        if line.strip() and set(line) <= set(OF_HALVES):
            picture.append(line.strip())
        elif picture:
            found.append(read(picture))
            picture = []
    return found


def read(picture: list[str]) -> str:
    """Return what one code says."""
    rows = [[OF_HALVES[sign][half] for sign in line] for line in picture for half in (0, 1)]
    pixels = bytes(value for row in rows for _ in range(SCALE) for value in row for _ in range(SCALE))
    image = memoryview(pixels).cast("B", (len(rows) * SCALE, len(rows[0]) * SCALE))
    (code,) = zxingcpp.read_barcodes(image)
    return code.bytes.decode("utf-8")


def test_a_phone_reads_the_whole_plan_from_the_screen(home: Path) -> None:
    """Every word and every digit, from the cells of the TUI's window, one code after the other."""
    kept(home)
    with cope("plan", "send", home=home) as terminal:
        terminal.wait_for("The whole plan")
        for _n in range(2):
            terminal.wait_until_still(0.2)
            terminal.press("enter")
        texts: list[str] = []
        while not texts or len(texts) < int(texts[0].split("\n")[0].split("/")[1]):
            terminal.wait_for(f"Code {len(texts) + 1} of")
            terminal.wait_until_still(0.2)
            texts += scanned(terminal.screen())
            terminal.press("x")
        terminal.wait_for("What shall the phone read?")
        terminal.wait_until_still(0.2)
        terminal.press("q")
        assert terminal.wait_exit() == OK
    assert put_together(tuple(texts)) == plan_text(FULL)


def test_a_phone_reads_the_whole_plan_from_the_line_face(home: Path) -> None:
    """The same words, also where they were printed at once."""
    kept(home)
    with cope("plan", "send", "--for-helper", "--plain", home=home) as terminal:
        assert terminal.wait_exit() == OK
        texts = scanned(terminal.everything().split("\n"))
    assert put_together(tuple(texts)) == plan_text(FULL, for_helper=True)
