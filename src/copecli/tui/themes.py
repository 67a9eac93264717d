"""The two looks of our own, dark and light: one accent, nothing that shouts.

Invariant: every pair of text and ground has a contrast of at least 7:1 (WCAG 2.2 AAA), and first_words
paints in the same two colours, so the first frame changes no cell.
"""

from __future__ import annotations

from textual.theme import Theme

from copecli import first_words

DARK = Theme(
    name="copecli-dark",
    dark=True,
    background=first_words.DARK[0],
    foreground=first_words.DARK[1],
    surface=first_words.DARK[0],
    panel="#1e252c",
    primary="#93d1c1",
    secondary="#93d1c1",
    accent="#93d1c1",
    warning="#e6d3a3",
    error="#e6d3a3",
    success="#93d1c1",
    text_alpha=1.0,
    variables={"quiet": "#c2c8cc", "marked": "#22383a", "edge": "#7d8a93", "shape": "#5f9f92"},
)

LIGHT = Theme(
    name="copecli-light",
    dark=False,
    background=first_words.LIGHT[0],
    foreground=first_words.LIGHT[1],
    surface=first_words.LIGHT[0],
    panel="#ebe6da",
    primary="#0e5148",
    secondary="#0e5148",
    accent="#0e5148",
    warning="#5a4310",
    error="#5a4310",
    success="#0e5148",
    text_alpha=1.0,
    variables={"quiet": "#3d4349", "marked": "#d9e8e4", "edge": "#6f777e", "shape": "#3f8478"},
)

THEMES = {"dark": DARK, "light": LIGHT}
VARIABLES = {
    "quiet": "ansi_default",
    "marked": "ansi_default",
    "edge": "ansi_default",
    "shape": "ansi_default",
}
"""What our own variables are in a theme that does not name them (the terminal's own colours)."""
