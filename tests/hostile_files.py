"""A hundred and twenty files that nobody would write by mistake, in a person's own folder of skills.

Invariant: none may stop the program, keep it busy, or put a character on the screen that steers it. Some are
whole skills whose words are hostile: those load, cleaned.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.hostile import GOOD, HEAD, WRONG, steps

if TYPE_CHECKING:
    from pathlib import Path

STEERS = {
    "clear": r"\u001b[2J", "title": r"\u001b]0;x\u0007", "c1": r"\u009b31m", "backspace": r"\b\b\b\b",
    "return": r"\rOverwritten", "bell": r"\u0007", "dcs": r"\u001bPq#0\u001b\\", "nul": r"\u0000",
    "turn": r"\u202egnp.exe", "isolate": r"\u2067x\u2066", "zero-width": r"\u200b\u200d\ufeff",
    "tag": r"\U000e0041\U000e0042", "private": r"\ue000\U000f0000", "separator": r"\u2028\u2029",
    "soft-hyphen": r"\u00ad", "delete": r"\u007f", "link": r"\u001b]8;;x:y\u001b\\click",
}  # fmt: skip
"""TOML escapes that steer a terminal, turn text round or hide it."""
SHOWS = {
    "markup": "[bold red]Look[/] [@click=app.quit]here[/]", "lone-markup": "[/] [[ ]] [",
    "wide": "\N{CJK UNIFIED IDEOGRAPH-4E00}" * 1500, "marks": "a" + "\N{COMBINING ACUTE ACCENT}" * 1900,
    "long-word": "x" * 1999, "many-lines": r"a\n" * 900, "right-to-left": "\N{HEBREW LETTER ALEF}" * 200,
    "format": "%s %n {{0}} {{x!r}} $HOME `id`",
}  # fmt: skip
"""Words that are allowed, and awkward to draw."""

BRANCHES = "".join(f'{{ text = "{n}", to = "s{(n * 7) % 200}" }},' for n in range(60))
END = '{ text = "e", to = "end" }'
MAZE = steps(
    *[
        f'id = "s{n}"\nkind = "choose"\noptions = [{BRANCHES} {{ text = "e", to = "end" }}]'
        for n in range(150)
    ]
    + [f'id = "s{n}"\nkind = "say"\ntext = "x"' for n in range(150, 200)]
)
LONGEST = {
    "hour": steps('kind = "pace"\nbeats = [{ cue = "In", seconds = 0.25 }]\nminutes = 60'),
    "maze": MAZE,
    "two-hundred": steps(*['kind = "say"\ntext = "x"\nseconds = 600'] * 200),
    "notice": steps(*['kind = "notice"\ntext = "x"\ncount = 20'] * 200),
    "missing-way": steps('kind = "choose"\noptions = [{ text = "a", to = "nowhere" }]'),
    "no-way-out": steps('id = "a"\nkind = "choose"\noptions = [{ text = "a", to = "a" }]'),
    "timed-circle": steps('id = "a"\nkind = "say"\ntext = "a"\nseconds = 1\nnext = "a"'),
    "wait-circle": steps('id = "a"\nkind = "wait"\nminutes = 1\nnext = "a"'),
    "grows": steps(
        'id = "a"\nkind = "compose"\ntext = "{b}{b}{b}{b}"', 'id = "b"\nkind = "ask"\ntext = "{a}{a}\\n{b}"'
    ),
}


NAMES = (b"\x1b[2J", b"\xff\xfe", b"\n\r", b"x" * 240, "\u202e".encode())
"""File names that steer, are no text, or are too long."""


def _whole(text: str) -> tuple[str, ...]:
    """Return files in which the text stands: as title and summary, in a caution, and in steps."""
    everywhere = HEAD.replace('"Look"', f'"L{text}"').replace("Look around.", f"L{text}")
    inside = GOOD.replace('"Look around."\n[[', f'"x"\ncautions = ["a{text}"]\nopening = "b{text}"\n[[')
    step = steps(
        f'kind = "say"\ntext = "a{text}"',
        f'kind = "choose"\ntext = "b{text}"\noptions = [{{ text = "c{text}", to = "end" }}]',
    )
    return everywhere + '[[steps]]\nkind = "say"\ntext = "a"\n', inside, step


def write_all(folder: Path) -> int:
    """Write every file; return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, wrong in enumerate(WRONG):
        (folder / f"wrong-{number}.toml").write_bytes(wrong.text.encode(wrong.encoding))
    for kind, texts in (("steer", STEERS), ("show", SHOWS)):
        for name, text in texts.items():
            for number, whole in enumerate(_whole(text)):
                (folder / f"{kind}-{name}-{number}.toml").write_text(whole, encoding="utf-8")
    for name, text in LONGEST.items():
        (folder / f"long-{name}.toml").write_text(text, encoding="utf-8")
    if os.name != "nt":
        for number, raw in enumerate(NAMES):
            with open(os.fsencode(folder) + b"/" + raw + b".toml", "wb") as file:
                file.write(GOOD.encode() if number else b"")
        os.mkfifo(folder / "pipe.toml")
        (folder / "folder.toml").mkdir()
        (folder / "device.toml").symlink_to("/dev/zero")
        (folder / "circle.toml").symlink_to("circle.toml")
        (folder / "nothing.toml").symlink_to("nothing-at-all")
    return len(os.listdir(folder))
