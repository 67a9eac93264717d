"""Where nothing can be written: reading goes on, a save is refused in calm words, and nothing is changed."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

import pytest

from copecli.core.errors import NotSaved
from copecli.system import config, drafts, first_cache, plan_store
from copecli.system.paths import Paths, can_save
from tests.faults.acts import ACTS, NEW, OLD, OLD_WORDS, Act, as_text, every_file, places
from tests.faults.child import load_everything
from tests.faults.ordinary import ordinary_person, reachable_directory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions are other there")
each_act = pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)

NOWHERE = Paths("", "", "", "")


def contents(directory: Path) -> dict[str, bytes]:
    """Return every file and what it holds."""
    found = {}
    for path in every_file(str(directory)):
        with open(path, "rb") as file:
            found[path] = file.read()
    return found


def fill(paths: Paths) -> None:
    """Make a plan with a version, a draft and settings."""
    stored = plan_store.save(paths, NEW, as_text, None)
    plan_store.save(paths, OLD, as_text, stored.digest)
    drafts.save(paths, "note", OLD_WORDS)
    config.save(paths, config.Config().with_value("country", "IE"))


def check_readable(paths: Paths) -> None:
    """Everything that was saved can be read."""
    assert plan_store.load(paths).plan == OLD
    assert plan_store.plan_text_if_fresh(paths) == as_text(OLD)
    assert [plan_store.read_version(paths, found.name) for found in plan_store.versions(paths)] == [NEW]
    assert drafts.load(paths, "note") == OLD_WORDS
    assert config.load(paths) == (config.Config(country="IE"), ())
    assert first_cache.refresh(paths, config.load(paths)[0])


def attempts(paths: Paths) -> list[Callable[[], object]]:
    """Return everything that would write."""
    expected = plan_store.load(paths).digest
    return [
        lambda: plan_store.save(paths, NEW, as_text, expected),
        lambda: drafts.save(paths, "note", "other words"),
        lambda: config.save(paths, config.load(paths)[0].with_value("motion", "less")),
    ]


@posix_only
def test_a_home_that_may_only_be_read_is_read() -> None:
    """Directories without leave to write, for an ordinary person."""
    load_everything()
    with reachable_directory() as directory, ordinary_person():
        paths = places(str(directory))
        fill(paths)
        before = contents(directory)
        for place, _below, _files in os.walk(directory):
            os.chmod(place, 0o500)
        check_readable(paths)
        assert not can_save(paths)
        for attempt in attempts(paths):
            with pytest.raises(NotSaved, match="writing is not allowed there"):
                attempt()
        assert contents(directory) == before


def test_a_disk_that_can_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """EROFS, as a memory stick with its switch set says it."""
    paths = places(str(tmp_path))
    fill(paths)
    before = contents(tmp_path)
    opened, listed = os.open, attempts(paths)

    def read_only(path: str, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", read_only)
    check_readable(paths)
    for attempt in listed:
        with pytest.raises(NotSaved, match="this place can only be read"):
            attempt()
    monkeypatch.undo()
    assert contents(tmp_path) == before


@each_act
def test_a_file_in_the_place_of_every_directory_is_said(act: Act, tmp_path: Path) -> None:
    """And left alone."""
    for part in ("config", "data", "state", "cache"):
        (tmp_path / part).write_bytes(b"mine")
    if act.name == "restore":
        return
    with pytest.raises(NotSaved, match="folder cannot be used"):
        act.prepare(places(str(tmp_path))) or act.do(places(str(tmp_path)))
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"mine"}


def test_without_any_place_everything_but_saving_works() -> None:
    """There is an empty plan, there are settings, there are no drafts; and saving says why not."""
    assert plan_store.load(NOWHERE).plan.empty
    assert plan_store.versions(NOWHERE) == ()
    assert config.load(NOWHERE) == (config.Config(), ())
    assert drafts.names(NOWHERE) == ()
    for attempt in attempts(NOWHERE):
        with pytest.raises(NotSaved, match="no home folder was found"):
            attempt()
