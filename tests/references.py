"""Libraries of others that our own counting is compared with."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType


def textstat() -> ModuleType:
    """Return a maintained library of reading grades; only a machine that is not CI may do without it."""
    if os.environ.get("COPECLI_CI") == "1":
        return importlib.import_module("textstat_rs")
    module: ModuleType = pytest.importorskip("textstat_rs", reason="textstat-rs is not installed")
    return module
