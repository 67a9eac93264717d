"""Where a person's files lie: as platformdirs says, moved by one word, and nowhere without a crash."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from copecli.system.paths import Paths, can_save, find
from tests.architecture.loaded import run
from tests.faults.ordinary import ordinary_person, reachable_directory

if TYPE_CHECKING:
    from pathlib import Path

    from platformdirs.api import PlatformDirsABC

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="platformdirs answers by itself there")

XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
NOWHERE = Paths("", "", "", "")


def answer_of(oracle: PlatformDirsABC) -> Paths:
    """Return what platformdirs says."""
    return Paths(oracle.user_config_dir, oracle.user_data_dir, oracle.user_state_dir, oracle.user_cache_dir)


homes = st.sampled_from([None, "", "/", "/home/x", "/home/x/", "relative", "/home/with space"])
places = st.sampled_from([None, "", "/srv/x", "relative/x", "/srv/x/", "~/x"])


@posix_only
@pytest.mark.parametrize(("platform", "oracle"), [("linux", Unix), ("darwin", MacOS)])
@given(home=homes, xdg=st.tuples(places, places, places, places))
def test_the_places_are_those_of_platformdirs(
    platform: str, oracle: type[PlatformDirsABC], home: str | None, xdg: tuple[str | None, ...]
) -> None:
    """Whatever HOME and XDG_* say, the answer is the one that platformdirs gives."""
    given_variables = {"HOME": home, **dict(zip(XDG, xdg, strict=True))}
    environ = {name: value for name, value in given_variables.items() if value is not None}
    with pytest.MonkeyPatch.context() as patch:
        for name in given_variables:
            patch.delenv(name, raising=False)
        for name, value in environ.items():
            patch.setenv(name, value)
        expected = answer_of(oracle("copecli", appauthor=False))
    assert find(environ, platform=platform) == expected


def test_on_windows_platformdirs_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows keeps its folders in the registry; platformdirs knows the way."""
    if sys.platform != "win32":
        monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda name: f"/{name}")
    assert find({}, platform="win32") == answer_of(Windows("copecli", appauthor=False))


def test_windows_without_its_folders_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where even platformdirs knows no place, there is no crash."""
    monkeypatch.setattr(Windows, "user_data_dir", property(lambda _self: _fail()))
    assert find({}, platform="win32") == NOWHERE


def _fail() -> str:
    raise RuntimeError("no such folder")


@pytest.mark.parametrize("name", ["data_dir", "COPECLI_HOME"])
def test_one_word_moves_everything(tmp_path: Path, name: str) -> None:
    """--data-dir and COPECLI_HOME put all four directories below one."""
    home = str(tmp_path)
    environ = {"HOME": "/home/x", "XDG_DATA_HOME": "/srv/x"}
    moved = find(environ, home) if name == "data_dir" else find({**environ, name: home})
    assert moved == Paths(*(os.path.join(home, part) for part in ("config", "data", "state", "cache")))


def test_the_option_goes_before_the_variable(tmp_path: Path) -> None:
    """--data-dir is nearer to the person than COPECLI_HOME."""
    assert find({"COPECLI_HOME": "/srv/x"}, str(tmp_path)).data == os.path.join(str(tmp_path), "data")


def test_an_empty_variable_moves_nothing() -> None:
    """COPECLI_HOME= is as if it were not there, and so is --data-dir ''."""
    assert find({"COPECLI_HOME": "", "HOME": "/home/x"}, "", "linux").data == "/home/x/.local/share/copecli"


@posix_only
def test_a_tilde_that_the_shell_left_is_the_home() -> None:
    """`--data-dir=~/x` reaches the program with its tilde."""
    assert find({"HOME": "/home/x"}, "~/y").data == "/home/x/y/data"
    assert find({"HOME": "/home/x"}, "~").data == "/home/x/data"


def test_a_relative_place_is_fixed_at_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Changing the working directory later does not move a person's files."""
    monkeypatch.chdir(tmp_path)
    assert find({}, "here").data == os.path.join(os.getcwd(), "here", "data")


@posix_only
def test_a_relative_place_in_a_removed_directory_is_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A working directory that is gone does not stop the program."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert find({}, "here") == NOWHERE


@posix_only
def test_without_any_home_there_is_no_place_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """No HOME and no entry in the user database: nothing can be saved, and everything else works."""
    import pwd

    def unknown(_user: int) -> pwd.struct_passwd:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    paths = find({}, platform="linux")
    assert paths == NOWHERE
    assert not paths.writable
    assert not can_save(paths)
    assert find({"XDG_DATA_HOME": "/srv/x"}, platform="linux").writable


def test_nowhere_is_never_the_working_directory() -> None:
    """Without a place every path is empty, so nothing of that name in the working directory is opened."""
    names = [name for name, kind in vars(Paths).items() if isinstance(kind, property) and name != "writable"]
    assert len(names) >= 9
    assert {getattr(NOWHERE, name) for name in names} == {""}


def test_paths_cannot_be_changed() -> None:
    """Paths are a value: frozen, comparable, hashable, and readable in a test's message."""
    paths = Paths("/a", "/b", "/c", "/d")
    with pytest.raises(AttributeError):
        paths.data = "/e"
    with pytest.raises(AttributeError):
        del paths.data
    assert len({paths, Paths("/a", "/b", "/c", "/d"), NOWHERE}) == 2
    assert paths != "/a"
    assert "/b" in repr(paths)


def test_a_fresh_home_can_be_saved_in(tmp_path: Path) -> None:
    """Directories that do not exist yet can be made, if those above them allow it."""
    assert can_save(find({}, str(tmp_path / "not" / "yet")))


def test_a_file_in_the_way_cannot_be_saved_in(tmp_path: Path) -> None:
    """A file where a directory should be is told before anything is typed."""
    (tmp_path / "data").write_text("")
    assert not can_save(find({}, str(tmp_path)))
    assert not can_save(find({}, str(tmp_path / "data" / "below")))


@posix_only
def test_a_forbidden_directory_cannot_be_saved_in() -> None:
    """A directory without leave to write is told before anything is typed."""
    with reachable_directory() as directory, ordinary_person():
        paths = find({}, str(directory))
        assert can_save(paths)
        (directory / "data").mkdir(mode=0o500)
        assert not can_save(paths)


def test_the_way_to_the_plans_text_imports_next_to_nothing() -> None:
    """`cope plan print` may take three bare starts in all; dataclasses alone is one and a half."""
    done = run("-c", "import copecli.system.paths, copecli.system.plan_text")
    assert done.code == 0
    heavy = {"dataclasses", "enum", "hashlib", "pathlib", "platformdirs", "re", "tomli", "typing"}
    assert not done.modules & (heavy - run("-c", "").modules)
