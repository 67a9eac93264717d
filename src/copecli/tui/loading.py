"""How Textual is loaded: once, and as quickly as it can be, while the first words stand there.

Invariant: nothing here is needed for anything to work. Textual's import is 75 of 100 parts of the start. With
the collector resting meanwhile it takes a tenth less; without ssl (asyncio goes without where there is none,
and nothing here reaches a network) a twentieth less, and 4 MB. Measured 2026-11-23, Textual 8.2.8.
"""

from __future__ import annotations

import gc
import sys

_resting = False


def quickly() -> None:
    """Get ready to import Textual."""
    global _resting
    _resting = True
    gc.disable()
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # Python's own way to say: not there
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]


def done() -> None:
    """Let the collector work again, on what comes from now on: what was loaded stays to the end."""
    global _resting
    if _resting:
        _resting = False
        gc.freeze()
        gc.enable()
