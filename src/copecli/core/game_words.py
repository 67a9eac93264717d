"""What is said of a game that has gone on for long, in both faces.

Invariant: it is said once it is so, gently, and nothing stops by it.
"""

from __future__ import annotations

from copecli.words import N_

LONG_SECONDS = 20 * 60.0
"""The longest that the facts name (G25): from there on a game may cost more sleep than it gives calm."""
BY_NOW_LONG = N_("Twenty minutes by now. Tired, or hard to stop? You could rest.")


def said_by(seconds: float) -> str:
    """Return the message id of what is said after so many seconds; nothing before it is long."""
    return BY_NOW_LONG if seconds >= LONG_SECONDS else ""
