"""Files are replaced whole, kept private, read with limits, and nothing hangs."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from copecli.core.errors import NotSaved
from copecli.system import file_lock, files, saving
from copecli.system.file_lock import locked
from copecli.system.files import atomic_write, ensure_directory, read_limited, sweep, tidy
from copecli.system.paths import Paths, find
from copecli.system.saving import UnfitFile, not_saved
from tests.faults.ordinary import ordinary_person, reachable_directory

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and pipes are other there")


def mode_of(path: Path) -> int:
    """Return the permissions of `path`."""
    return stat.S_IMODE(path.stat().st_mode)


class TestWriting:
    """`atomic_write`."""

    def test_what_is_written_is_there(self, tmp_path: Path) -> None:
        """Old content is replaced, empty content too, and no other file stays."""
        path = tmp_path / "x"
        for data in (b"first", b"", b"\x00\r\n" * 100_000):
            atomic_write(str(path), data)
            assert path.read_bytes() == data
        assert os.listdir(tmp_path) == ["x"]

    @posix_only
    def test_only_this_person_may_read_it(self, tmp_path: Path) -> None:
        """0600, whatever the umask and whatever it was before."""
        path = tmp_path / "x"
        path.write_bytes(b"old")
        path.chmod(0o666)
        before = os.umask(0)
        try:
            atomic_write(str(path), b"new")
        finally:
            os.umask(before)
        assert mode_of(path) == 0o600

    @posix_only
    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        """Somebody who keeps the file elsewhere finds the new content there."""
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "x").write_bytes(b"old")
        (tmp_path / "x").symlink_to(elsewhere / "x")
        atomic_write(str(tmp_path / "x"), b"new")
        assert (tmp_path / "x").is_symlink()
        assert (elsewhere / "x").read_bytes() == b"new"

    @posix_only
    def test_what_is_no_plain_file_is_left_alone(self, tmp_path: Path) -> None:
        """A pipe or a device of that name is not replaced by a file, even for root."""
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        with pytest.raises(NotSaved, match="cannot be replaced"):
            atomic_write(str(pipe), b"new")
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        (tmp_path / "folder").mkdir()
        with pytest.raises(NotSaved, match="cannot be replaced"):
            atomic_write(str(tmp_path / "folder"), b"new")
        assert sorted(os.listdir(tmp_path)) == ["folder", "pipe"]

    def test_short_writes_are_gone_on_with(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A disk that takes seven bytes at a time gets all of them."""
        write = os.write
        monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:7]))
        atomic_write(str(tmp_path / "x"), b"0123456789" * 10)
        assert (tmp_path / "x").read_bytes() == b"0123456789" * 10

    def test_a_disk_that_takes_nothing_is_not_asked_for_ever(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A write of no bytes is a fault, not a reason to try until morning."""
        monkeypatch.setattr(os, "write", lambda _descriptor, _data: 0)
        with pytest.raises(NotSaved, match="fault"):
            atomic_write(str(tmp_path / "x"), b"data")
        monkeypatch.undo()
        assert os.listdir(tmp_path) == []

    def test_leaving_in_the_middle_leaves_nothing_behind(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Ctrl+C while it is written: the old content, and no copy of the new one."""
        (tmp_path / "x").write_bytes(b"old")

        def interrupted(_descriptor: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", interrupted)
        monkeypatch.setattr(sys, "platform", "linux")
        with pytest.raises(KeyboardInterrupt):
            atomic_write(str(tmp_path / "x"), b"new")
        monkeypatch.undo()
        assert os.listdir(tmp_path) == ["x"]
        assert (tmp_path / "x").read_bytes() == b"old"

    @posix_only
    @pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
    def test_a_disk_that_knows_no_sync_can_be_saved_on(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
    ) -> None:
        """Some network disks refuse to sync; a person can save there all the same."""

        def refuse(_descriptor: int) -> None:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(os, "fsync", refuse)
        monkeypatch.setattr(sys, "platform", "linux")
        atomic_write(str(tmp_path / "x"), b"new")
        assert (tmp_path / "x").read_bytes() == b"new"

    def test_a_disk_that_complains_only_when_the_file_is_closed_is_heard(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A network disk may say only then that it is full: the old content stays, and it is said."""
        (tmp_path / "x").write_bytes(b"old")
        close = os.close

        def full(descriptor: int) -> None:
            close(descriptor)
            raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))

        monkeypatch.setattr(os, "close", full)
        with pytest.raises(NotSaved, match="the disk is full"):
            atomic_write(str(tmp_path / "x"), b"new")
        monkeypatch.undo()
        assert os.listdir(tmp_path) == ["x"]
        assert (tmp_path / "x").read_bytes() == b"old"

    def test_nowhere_is_said(self) -> None:
        """Without a place there is one calm sentence, and nothing in the working directory."""
        with pytest.raises(NotSaved, match="no home folder") as caught:
            atomic_write("", b"x", "plan")
        assert "--data-dir" in str(caught.value)
        with pytest.raises(NotSaved, match="no home folder"):
            ensure_directory("")
        with pytest.raises(NotSaved, match="no home folder"), locked(""):
            pass


class TestWhatIsSaid:
    """`not_saved`: calm words for each way in which a disk can refuse."""

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            (errno.ENOSPC, "the disk is full"),
            (errno.EDQUOT, "the disk is full"),
            (errno.EFBIG, "the disk is full"),
            (errno.EROFS, "only be read"),
            (errno.EACCES, "not allowed"),
            (errno.EPERM, "not allowed"),
            (errno.ENOTDIR, "folder cannot be used"),
            (errno.ENOENT, "folder cannot be used"),
            (errno.EISDIR, "cannot be replaced"),
            (errno.EIO, "reports a fault"),
            (errno.EMFILE, "reports a fault"),
        ],
    )
    def test_each_trouble_has_its_words(self, code: int, said: str) -> None:
        """What happened, what is safe, what to do; and the name of what was to be saved."""
        error = not_saved(OSError(code, os.strerror(code)), "plan")
        sentence = str(error)
        assert sentence.startswith("Your plan could not be saved: ")
        assert said in sentence
        assert error.safe
        assert error.do
        assert error.exit_code == 1
        assert "Errno" not in sentence

    def test_a_file_too_large_to_read_is_not_called_a_full_disk(self) -> None:
        """EFBIG while reading is about the file, not the disk."""
        assert "cannot be replaced" in str(not_saved(UnfitFile(errno.EFBIG, "it is too large"), "plan"))


class TestDirectories:
    """`ensure_directory`."""

    @posix_only
    def test_new_directories_are_private_all_the_way(self, tmp_path: Path) -> None:
        """Those above it are made too, each 0700 under any umask."""
        before = os.umask(0)
        try:
            ensure_directory(str(tmp_path / "a" / "b" / "c"))
        finally:
            os.umask(before)
        assert [mode_of(tmp_path / part) for part in ("a", "a/b", "a/b/c")] == [0o700] * 3

    @posix_only
    def test_an_open_directory_is_closed_to_others(self, tmp_path: Path) -> None:
        """One that came from a copy or a package with 0755 is made private."""
        place = tmp_path / "a"
        place.mkdir(mode=0o755)
        ensure_directory(str(place))
        assert mode_of(place) == 0o700

    @posix_only
    def test_a_link_to_a_directory_will_do(self, tmp_path: Path) -> None:
        """Many people link their configuration to another place."""
        (tmp_path / "real").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "real")
        ensure_directory(str(tmp_path / "link"))
        assert (tmp_path / "link").is_symlink()

    def test_a_file_in_its_place_is_said(self, tmp_path: Path) -> None:
        """There and above it."""
        (tmp_path / "a").write_bytes(b"mine")
        for place in (tmp_path / "a", tmp_path / "a" / "b"):
            with pytest.raises(NotSaved, match="folder cannot be used"):
                ensure_directory(str(place))
        assert (tmp_path / "a").read_bytes() == b"mine"

    @posix_only
    def test_another_persons_directory_is_not_used(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What lies in somebody else's folder is somebody else's to read."""
        owner = tmp_path.stat().st_uid
        monkeypatch.setattr(os, "geteuid", lambda: owner + 12_345)
        if owner == 0:
            os.chown(tmp_path, 4_321, -1)
        with pytest.raises(NotSaved, match="belongs to someone else"):
            ensure_directory(str(tmp_path))

    @posix_only
    @pytest.mark.parametrize("owner", [0, 65_534])
    def test_roots_and_nobodys_directories_are_no_persons(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: int
    ) -> None:
        """Containers and network homes show such owners; saving works there."""
        real = os.stat(tmp_path)
        monkeypatch.setattr(os, "geteuid", lambda: 12_345)
        shown = os.stat_result((*real[:4], owner, *real[5:]))
        files._keep_private(str(tmp_path), shown, 12_345, "plan")

    @posix_only
    def test_a_forbidden_place_is_said(self) -> None:
        """A directory that may only be read, for an ordinary person."""
        with reachable_directory() as directory:
            ensure_directory(str(directory / "before"))
            with ordinary_person():
                directory.chmod(0o500)
                with pytest.raises(NotSaved, match="not allowed"):
                    ensure_directory(str(directory / "a"))
                with pytest.raises(NotSaved, match="not allowed"):
                    atomic_write(str(directory / "x"), b"x")
                with pytest.raises(NotSaved, match="not allowed"), locked(str(directory / "lock")):
                    pass


class TestSweeping:
    """`sweep`: what a killed save left."""

    @staticmethod
    def leftover(directory: Path, pid: int, age: float = 0.0) -> Path:
        """Make what a save of process `pid` would leave."""
        path = directory / f".cope-{pid}-0a1b2c3d4e5f.tmp"
        path.write_bytes(b"personal")
        then = time.time() - age
        os.utime(path, (then, then))
        return path

    @staticmethod
    def dead_pid() -> int:
        """Return the id of a process that has ended."""
        child = subprocess.Popen([sys.executable, "-c", ""])
        child.wait()
        return child.pid

    def test_the_temporary_file_of_a_save_is_one_that_is_swept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The names that `atomic_write` gives are those that `sweep` looks for."""
        monkeypatch.setattr(os, "replace", lambda _old, _new: None)
        monkeypatch.setattr(os, "unlink", lambda _path: None)
        atomic_write(str(tmp_path / "x"), b"personal")
        monkeypatch.undo()
        assert len(os.listdir(tmp_path)) == 1
        monkeypatch.setattr(files, "STALE_SECONDS", -1.0)
        assert sweep(str(tmp_path)) == 1
        assert os.listdir(tmp_path) == []

    @posix_only
    def test_a_dead_process_has_no_claim(self, tmp_path: Path) -> None:
        """Fresh as it is, nobody will finish it."""
        self.leftover(tmp_path, self.dead_pid())
        assert sweep(str(tmp_path)) == 1

    def test_a_save_that_goes_on_is_left_alone(self, tmp_path: Path) -> None:
        """A fresh file of a process that lives."""
        kept = self.leftover(tmp_path, os.getpid())
        assert sweep(str(tmp_path)) == 0
        assert kept.exists()

    @pytest.mark.parametrize("age", [61.0, -61.0, 10 * 365 * 86_400.0])
    def test_an_old_one_goes_even_if_its_number_lives_again(self, tmp_path: Path, age: float) -> None:
        """Process numbers come round, and clocks jump."""
        self.leftover(tmp_path, os.getpid(), age)
        assert sweep(str(tmp_path)) == 1

    @posix_only
    def test_nothing_else_is_touched(self, tmp_path: Path) -> None:
        """Files of other names, links and directories stay, however old."""
        names = [
            ".cope-.tmp",
            ".cope-x-1.tmp",
            "cope-1-1.tmp",
            ".cope-1-1.tmpx",
            ".copes-1-1.tmp",
            "plan.toml",
        ]
        for name in names:
            (tmp_path / name).write_bytes(b"")
            os.utime(tmp_path / name, (0, 0))
        (tmp_path / ".cope-1-2.tmp").mkdir()
        (tmp_path / ".cope-1-3.tmp").symlink_to(tmp_path / "plan.toml")
        assert sweep(str(tmp_path)) == 0
        assert len(os.listdir(tmp_path)) == len(names) + 2

    def test_a_tidy_start_sweeps_every_directory(self, tmp_path: Path) -> None:
        """Wherever the program writes; and where there is no place it does nothing."""
        paths = find({}, str(tmp_path))
        for place in (paths.config, paths.plan_history, paths.drafts, paths.cache, paths.data, paths.state):
            os.makedirs(place, exist_ok=True)
            self.leftover(Path(place), os.getpid(), age=61.0)
        assert tidy(paths) == 6
        assert tidy(paths) == 0
        assert tidy(Paths("", "", "", "")) == 0

    def test_no_directory_is_no_trouble(self, tmp_path: Path) -> None:
        """It is called at a start, when there may be none yet."""
        assert sweep(str(tmp_path / "none")) == 0
        assert sweep("") == 0


class TestReading:
    """`read_limited`."""

    def test_it_reads_up_to_the_limit(self, tmp_path: Path) -> None:
        """A byte more is refused."""
        path = tmp_path / "x"
        path.write_bytes(b"12345")
        assert read_limited(str(path), 5) == b"12345"
        with pytest.raises(UnfitFile) as caught:
            read_limited(str(path), 4)
        assert caught.value.strerror == "it is too large"

    def test_what_is_not_there_is_not_found(self, tmp_path: Path) -> None:
        """As the system says it; and an empty path is nothing either."""
        for path in (str(tmp_path / "none"), ""):
            with pytest.raises(FileNotFoundError):
                read_limited(path, 5)

    @posix_only
    @pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
    def test_what_is_no_plain_file_is_refused_at_once(self, tmp_path: Path, kind: str) -> None:
        """A pipe would be waited for, a device might never end."""
        path = tmp_path / "x"
        match kind:
            case "pipe":
                os.mkfifo(path)
            case "folder":
                path.mkdir()
            case _:
                path.symlink_to("/dev/zero")
        with pytest.raises(UnfitFile) as caught:
            read_limited(str(path), 5)
        assert caught.value.strerror == "it is not a plain file"

    @posix_only
    def test_a_link_is_followed_only_where_that_is_wanted(self, tmp_path: Path) -> None:
        """A skill file from elsewhere may not lead to any file of the person's."""
        (tmp_path / "x").write_bytes(b"1")
        (tmp_path / "link").symlink_to(tmp_path / "x")
        assert read_limited(str(tmp_path / "link"), 5) == b"1"
        with pytest.raises(OSError, match=r".") as caught:
            read_limited(str(tmp_path / "link"), 5, follow=False)
        assert caught.value.errno in (errno.ELOOP, errno.EMLINK)

    @posix_only
    def test_no_descriptor_is_left_open(self, tmp_path: Path) -> None:
        """Not after reading, nor after refusing."""
        before = os.open(tmp_path, os.O_RDONLY)
        os.close(before)
        (tmp_path / "x").write_bytes(b"12345")
        for limit in (5, 1):
            try:
                read_limited(str(tmp_path / "x"), limit)
            except UnfitFile:
                continue
        after = os.open(tmp_path, os.O_RDONLY)
        os.close(after)
        assert after == before


class TestTakingTurns:
    """`locked`."""

    def test_the_second_waits_and_then_says_so(self, tmp_path: Path) -> None:
        """Two opens of one lock exclude each other, in one process too."""
        path = str(tmp_path / "lock")
        with locked(path), pytest.raises(NotSaved, match="another copecli"), locked(path, "plan", 0.05):
            pass
        with locked(path, "plan", 0.0):
            pass

    @posix_only
    def test_a_killed_process_holds_nothing(self, tmp_path: Path) -> None:
        """The system lets go for it."""
        path = str(tmp_path / "lock")
        code = "import sys, time; from copecli.system.file_lock import locked; l = locked(sys.argv[1])"
        code += "\nl.__enter__(); print('held', flush=True); time.sleep(60)"
        with subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"held\n"
            with pytest.raises(NotSaved), locked(path, "plan", 0.05):
                pass
            holder.kill()
            holder.wait()
        with locked(path, "plan", 1.0):
            pass

    def test_the_file_stays_and_stays_empty(self, tmp_path: Path) -> None:
        """Were it removed, two could each hold a lock of that name."""
        with locked(str(tmp_path / "lock")):
            pass
        assert (tmp_path / "lock").read_bytes() == b""

    @posix_only
    def test_a_disk_without_locks_can_be_saved_on(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Being able to save at all matters more than the rare case of two windows."""
        import fcntl

        def refuse(_descriptor: int, _how: int) -> None:
            raise OSError(errno.ENOLCK, "no locks")

        monkeypatch.setattr(fcntl, "flock", refuse)
        with locked(str(tmp_path / "lock")):
            pass

    @posix_only
    def test_a_faulty_disk_is_said(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """An error of the disk while locking is a save that did not happen."""
        import fcntl

        def refuse(_descriptor: int, _how: int) -> None:
            raise OSError(errno.EIO, "fault")

        monkeypatch.setattr(fcntl, "flock", refuse)
        with pytest.raises(NotSaved, match="fault"), locked(str(tmp_path / "lock"), "plan"):
            pass

    def test_a_save_waits_a_few_seconds_at_most(self) -> None:
        """A stopped window does not hold another one for ever."""
        assert 1 <= file_lock.LOCK_SECONDS <= 10
        assert saving.FILE == "file"
