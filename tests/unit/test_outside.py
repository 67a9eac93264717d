"""A file where the person wants it: whole or not there, never replaced unasked, each refusal one line."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from copecli.core.errors import NotSaved
from copecli.system.outside import write_outside


def refused(path: object, *, replace: bool = False) -> str:
    """Return what is said where the file cannot be written."""
    with pytest.raises(NotSaved) as caught:
        write_outside(str(path), b"new", "plan", replace=replace)
    return str(caught.value)


def test_a_file_is_written_and_named(tmp_path: Path) -> None:
    """In the home of ~, too."""
    assert write_outside(str(tmp_path / "a"), b"new", "plan") == str(tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert write_outside("~/b", b"new", "plan") == "~/b"
    assert Path("~/b").expanduser().read_bytes() == b"new"


def test_what_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    """A link to nowhere is something that is there, too."""
    (tmp_path / "a").write_bytes(b"old")
    assert "is there already" in refused(tmp_path / "a")
    if os.name != "nt":
        (tmp_path / "link").symlink_to(tmp_path / "nowhere")
        assert "is there already" in refused(tmp_path / "link")
    assert (tmp_path / "a").read_bytes() == b"old"
    write_outside(str(tmp_path / "a"), b"new", "plan", replace=True)
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["a\0b", "\0"])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    """Typed in the program itself; no command line can hold it."""
    assert refused(tmp_path / name) == "No file can be called that. Another name or folder will do."


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.EACCES, "writing is not allowed there. Nothing that was saved before is lost. Another name"),
        (errno.EROFS, "this place can only be read. Nothing that was saved before is lost. Another name"),
        (errno.ENOSPC, "the disk is full. Nothing that was saved before is lost. Free some space"),
        (errno.EIO, "the disk reports a fault."),
    ],
)
def test_whatever_stops_it_midway_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    """Half of it was written then."""

    def half(descriptor: int, data: bytes) -> int:
        if len(data) > 2:
            return write(descriptor, data[:1])
        raise OSError(code, os.strerror(code))

    write = os.write
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "write", half)
    told = refused(tmp_path / "a", replace=True)
    monkeypatch.undo()
    assert said in told
    assert "--data-dir" not in told
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", b"old")]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """By the system itself; it refuses root nothing, who is then let in."""
    tmp_path.chmod(0o500)
    try:
        if os.geteuid():
            assert "writing is not allowed there." in refused(tmp_path / "a")
        else:
            write_outside(str(tmp_path / "a"), b"new", "plan")
    finally:
        tmp_path.chmod(0o700)
