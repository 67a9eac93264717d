"""Earlier versions of the plan, and its text: both can be fallen back on."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from copecli.core.errors import NothingFound, Unreadable
from copecli.core.plan import COPING, PEOPLE, Item, Plan
from copecli.system import plan_history, plan_text
from copecli.system.paths import Paths, find
from copecli.system.plan_store import (
    last_plan_text,
    load,
    plan_text_if_fresh,
    read_version,
    restore,
    save,
    versions,
)
from tests.unit.small_plan import TEA, TEA_AND_FRIEND, TEA_AND_WALK, as_text, held, put, times

if TYPE_CHECKING:
    from pathlib import Path

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and pipes are other there")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Places of this test's own; nothing is there yet."""
    return find({}, str(tmp_path))


class TestVersions:
    """`versions`, `read_version` and `restore`."""

    @staticmethod
    def many(paths: Paths, count: int) -> None:
        """Save `count` plans, one after the other."""
        stored = load(paths)
        for number in range(count):
            stored = save(paths, Plan().add(COPING, Item("a", f"Tea {number}")), as_text, stored.digest)

    def test_the_newest_is_first(self, paths: Paths) -> None:
        """In the order in which they were saved, within one second too."""
        self.many(paths, 5)
        found = [read_version(paths, version.name).of(COPING)[0].text for version in versions(paths)]
        assert found == ["Tea 3", "Tea 2", "Tea 1", "Tea 0"]

    def test_a_clock_that_jumps_changes_no_order(self, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
        """The number tells the order, the time what the clock said."""
        for now in (2_000_000_000, 0, 1_000_000_000, 0):
            then = time.gmtime(now)
            with monkeypatch.context() as clock:
                clock.setattr(time, "gmtime", lambda then=then: then)
                self.many_more(paths, now)
        found = versions(paths)
        assert [version.number for version in found] == [3, 2, 1]
        assert [version.when for version in found] == [
            "1970-01-01T00:00:00Z", "2001-09-09T01:46:40Z", "1970-01-01T00:00:00Z"
        ]  # fmt: skip

    @staticmethod
    def many_more(paths: Paths, number: int) -> None:
        """Save one more plan."""
        text = f"Tea {number} {len(versions(paths))}"
        save(paths, Plan().add(COPING, Item("a", text)), as_text, load(paths).digest)

    def test_only_versions_are_listed(self, paths: Paths) -> None:
        """Not what a killed save left, nor what somebody put there; unreadable ones are."""
        self.many(paths, 2)
        (version,) = versions(paths)
        for name in ("plan.toml", ".cope-1-a.tmp", "1-x-1.toml", version.name.upper(), f"{version.name}~"):
            with open(os.path.join(paths.plan_history, name), "w", encoding="utf-8"):
                pass
        os.mkdir(os.path.join(paths.plan_history, version.name.replace("00001", "00009")))
        damaged = version.name.replace("00001", "00002")
        with open(os.path.join(paths.plan_history, damaged), "wb") as file:
            file.write(b"damaged")
        assert [found.name for found in versions(paths)] == [damaged, version.name]
        with pytest.raises(Unreadable, match="That version of your plan cannot be read: in line 1"):
            read_version(paths, damaged)

    @pytest.mark.parametrize("name", ["", "x", "../plan.toml", "../../config/config.toml", "/etc/hostname"])
    def test_a_name_is_never_a_way_elsewhere(self, paths: Paths, name: str) -> None:
        """Only what is listed can be opened; the nearest names are said."""
        self.many(paths, 2)
        with pytest.raises(NothingFound):
            read_version(paths, name)
        with pytest.raises(NothingFound):
            restore(paths, name, as_text)
        near = versions(paths)[0].name[:-6]
        with pytest.raises(NothingFound, match=near):
            read_version(paths, near)

    @posix_only
    def test_a_link_in_the_history_is_not_followed(self, paths: Paths) -> None:
        """A version is a file that copecli wrote."""
        self.many(paths, 2)
        name = versions(paths)[0].name.replace("00001", "00003")
        os.symlink("/etc/hostname", os.path.join(paths.plan_history, name))
        with pytest.raises(NothingFound):
            read_version(paths, name)

    def test_restoring_brings_it_back_byte_by_byte(self, paths: Paths) -> None:
        """And what was there becomes a version, so that restoring can be undone."""
        began = save(paths, TEA, as_text, None)
        before = held(paths.plan_file)
        save(paths, TEA_AND_WALK, as_text, began.digest)
        stored = restore(paths, versions(paths)[0].name, as_text)
        assert held(paths.plan_file) == before
        assert stored.digest == began.digest
        assert plan_text_if_fresh(paths) == as_text(TEA)
        assert restore(paths, versions(paths)[0].name, as_text).plan == TEA_AND_WALK
        assert len(versions(paths)) == 3

    @pytest.mark.parametrize("damaged", [b"", b"\x00" * 99, b"format = 1\ncoping = 3"])
    def test_restoring_does_not_need_to_read_what_is_damaged(self, paths: Paths, damaged: bytes) -> None:
        """The damaged plan becomes a version as it is."""
        save(paths, TEA_AND_WALK, as_text, save(paths, TEA, as_text, None).digest)
        put(paths, damaged)
        assert restore(paths, versions(paths)[0].name, as_text).plan == TEA
        assert held(os.path.join(paths.plan_history, versions(paths)[0].name)) == damaged

    def test_restoring_a_lost_plan_works(self, paths: Paths) -> None:
        """With plan.toml gone, its versions are what is left."""
        save(paths, TEA_AND_WALK, as_text, save(paths, TEA, as_text, None).digest)
        os.unlink(paths.plan_file)
        assert restore(paths, versions(paths)[0].name, as_text).plan == TEA
        assert load(paths).plan == TEA

    def test_a_damaged_version_replaces_nothing(self, paths: Paths) -> None:
        """It is refused before anything is written."""
        save(paths, TEA_AND_WALK, as_text, save(paths, TEA, as_text, None).digest)
        name = versions(paths)[0].name
        with open(os.path.join(paths.plan_history, name), "wb") as file:
            file.write(b"damaged")
        before = times(paths)
        with pytest.raises(Unreadable):
            restore(paths, name, as_text)
        assert times(paths) == before

    def test_a_digest_is_found_in_full(self, paths: Paths) -> None:
        """Eight letters that agree by chance are not the version that was meant."""
        save(paths, TEA_AND_WALK, as_text, save(paths, TEA, as_text, None).digest)
        digest = plan_text.digest_of(held(os.path.join(paths.plan_history, versions(paths)[0].name)))
        assert plan_history.find(paths, digest) is not None
        assert plan_history.find(paths, digest[:8] + "0" * 56) is None


class TestText:
    """plan.txt, the fast way."""

    def test_it_is_the_plan_and_says_so(self, paths: Paths) -> None:
        """The text, then a note, then the digest of plan.toml as the last line."""
        stored = save(paths, TEA_AND_FRIEND, as_text, None)
        lines = held(paths.plan_text).decode().splitlines()
        assert lines[-1] == f"sha256 of plan.toml: {stored.digest}"
        assert "not kept" in lines[-2]
        assert plan_text_if_fresh(paths) == as_text(TEA_AND_FRIEND)

    def test_joiners_and_direction_marks_do_not_cost_the_fast_way(self, paths: Paths) -> None:
        """A plan in Persian or Hebrew, or with an emoji of several people, is quick too."""
        words = "\u0645\u06cc\u200c\u0631\u0648\u0645 \u200f\u05d0 \U0001f469\u200d\U0001f467"
        plan = TEA.add(PEOPLE, Item("c", words))
        save(paths, plan, as_text, None)
        assert plan_text_if_fresh(paths) == as_text(plan)

    def test_a_plan_changed_by_hand_makes_it_stale(self, paths: Paths) -> None:
        """One byte is enough."""
        save(paths, TEA, as_text, None)
        put(paths, held(paths.plan_file) + b"\n")
        assert plan_text_if_fresh(paths) is None
        assert last_plan_text(paths) == "Make tea \n"

    @pytest.mark.parametrize(
        "change",
        [
            lambda text: b"",
            lambda text: text[:-30],
            lambda text: text.rsplit(b"\n", 2)[0],
            lambda text: b"\xff" + text,
            lambda text: b"\x1b[2J" + text,
            lambda text: "\u202e".encode() + text,
            lambda text: "\x9b".encode() + text,
            lambda text: text + b"and more\n",
            lambda text: text.replace(b"sha256", b"sha512"),
            lambda text: text.replace(b"Make tea", b"Make ted"),
            lambda text: text.replace(b"\n", b"\n\n", 1),
            lambda text: text.replace(b"\n", b"\r\n"),
            lambda text: b"One more line\n" + text,
        ],
    )
    def test_any_doubt_means_to_render_anew(self, paths: Paths, change: object) -> None:
        """Cut off, changed, no text, or something in it that could steer a terminal."""
        save(paths, TEA, as_text, None)
        assert callable(change)
        changed = change(held(paths.plan_text))
        with open(paths.plan_text, "wb") as file:
            file.write(changed)
        assert plan_text_if_fresh(paths) is None
        fallback = last_plan_text(paths)
        assert fallback is None or not {"\x1b", "\x9b", "\u202e"} & set(fallback)

    def test_without_files_there_is_no_text(self, paths: Paths) -> None:
        """And without a place neither."""
        for place in (paths, Paths("", "", "", "")):
            assert plan_text_if_fresh(place) is None
            assert last_plan_text(place) is None

    def test_a_text_that_was_lost_is_written_again(self, paths: Paths) -> None:
        """By the next save, even if the plan is the same."""
        stored = save(paths, TEA, as_text, None)
        os.unlink(paths.plan_text)
        save(paths, TEA, as_text, stored.digest)
        assert plan_text_if_fresh(paths) == as_text(TEA)
        assert versions(paths) == ()
