"""A module that is loaded by its first use is the module, for whoever uses it."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from copecli.system.late import load_late

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "a_module_of_this_test"


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A module that leaves a trace each time it is run; what is returned is where."""
    trace = tmp_path / "trace"
    (tmp_path / f"{NAME}.py").write_text(
        f"with open({str(trace)!r}, 'a') as trace:\n    trace.write('run ')\nVALUE = 7\nclass Thing: pass\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    yield trace
    sys.modules.pop(NAME, None)


def test_it_is_loaded_by_its_first_use_once_and_whole(toy: Path) -> None:
    """Importing it runs nothing; then every name is there, and everybody has the same one."""
    load_late(NAME)
    first = __import__(NAME)
    assert not toy.exists()
    assert first.VALUE == 7
    assert __import__(NAME, fromlist=["Thing"]).Thing is first.Thing is sys.modules[NAME].Thing
    assert str(first.__file__).endswith(f"{NAME}.py")
    assert type(first) is ModuleType
    assert toy.read_text() == "run "
    with pytest.raises(AttributeError):
        _ = first.NOTHING


def test_a_module_that_is_there_stays(toy: Path) -> None:
    """What was loaded before is not loaded again."""
    there = __import__(NAME)
    load_late(NAME)
    assert sys.modules[NAME] is there
    assert toy.read_text() == "run "
