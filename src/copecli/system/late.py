"""A module of Python's own that is loaded when something of it is first asked for.

Invariant: whoever imports it finds all of it, whenever they look; only the moment of loading moves.
"""

from __future__ import annotations

import sys
from types import ModuleType


class _Late(ModuleType):
    """A module that fills itself."""

    def __getattr__(self, name: str) -> object:
        from importlib import reload

        self.__class__ = ModuleType  # type: ignore[assignment]  # from here on it is like any other
        reload(self)
        return getattr(self, name)


def load_late(name: str) -> None:
    """Have the module `name` loaded by its first use; before there is a second thread."""
    if name not in sys.modules:
        sys.modules[name] = _Late(name)
