"""The safety plan on disk: never lost, never half, never in silence."""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
import tomli
import tomli_w
from hypothesis import given

from copecli.core.errors import NotSaved, Unreadable
from copecli.core.plan import COPING, PEOPLE, STEPS, Item, Plan
from copecli.core.plan_merge import merge
from copecli.system import plan_store
from copecli.system.paths import Paths, find
from copecli.system.plan_store import (
    PlanChanged,
    PlanUnreadable,
    last_plan_text,
    load,
    plan_text_if_fresh,
    save,
    versions,
)
from tests.strategies import plans, three_plans
from tests.unit.small_plan import TEA, TEA_AND_FRIEND, TEA_AND_WALK, as_text, held, put, times

if TYPE_CHECKING:
    from pathlib import Path

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and pipes are other there")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Places of this test's own; nothing is there yet."""
    return find({}, str(tmp_path))


class TestLoading:
    """`load`."""

    def test_without_a_file_there_is_an_empty_plan(self, paths: Paths) -> None:
        """On a fresh machine, and where there is no place at all; and nothing is made by looking."""
        for place in (paths, Paths("", "", "", "")):
            stored = load(place)
            assert stored.plan.empty
            assert stored.digest is None
            assert stored.older == 0
        assert not os.path.exists(paths.data)

    def test_an_empty_plan_with_a_history_is_told_apart(self, paths: Paths) -> None:
        """A plan.toml that got lost must not look as if nothing had ever been written."""
        save(paths, TEA_AND_WALK, as_text, save(paths, TEA, as_text, None).digest)
        os.unlink(paths.plan_file)
        assert load(paths).older == 1

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"", "at format"),
            (b"\x00" * 300, "in line 1"),
            (b'format = 1\ncoping = "x', "in line 2"),
            (b"format = 2\n", "at format"),
            (b"format = 1\ncoping = 3\n", "at coping"),
            (b"format = 1\n[[coping]]\ntext = 3\n", "at coping[0].text"),
            (b"format = 1\n# \xff\n", "in line 2, this is not UTF-8"),
            (b"format = 1\nx = " + b"[" * 600 + b"]" * 600, "nested too deeply"),
            (b"#" * 2_000_000, "too large"),
        ],
    )
    def test_a_damaged_file_is_named_and_kept(self, paths: Paths, data: bytes, why: str) -> None:
        """One calm sentence: why, where it is, that it is kept; and nothing is touched."""
        put(paths, data)
        before = times(paths)
        with pytest.raises(PlanUnreadable) as caught:
            load(paths)
        said = str(caught.value)
        assert why in said
        assert f"kept as it is: {paths.plan_file}" in said
        assert "start a new one" in said
        assert caught.value.exit_code == Unreadable.exit_code == 3
        assert times(paths) == before

    def test_the_older_versions_are_offered(self, paths: Paths) -> None:
        """One, or how many."""
        stored = save(paths, TEA, as_text, None)
        stored = save(paths, TEA_AND_WALK, as_text, stored.digest)
        put(paths, b"damaged")
        with pytest.raises(PlanUnreadable, match="One older version is there: cope plan restore"):
            load(paths)
        with pytest.raises(PlanChanged):
            save(paths, TEA, as_text, stored.digest)
        put(paths, held(os.path.join(paths.plan_history, versions(paths)[0].name)))
        save(paths, TEA_AND_FRIEND, as_text, load(paths).digest)
        put(paths, b"damaged")
        with pytest.raises(PlanUnreadable, match=r"One|2 older versions are there"):
            load(paths)

    def test_the_text_is_offered_where_there_is_no_older_version(self, paths: Paths) -> None:
        """plan.txt still holds every word."""
        save(paths, TEA, as_text, None)
        put(paths, b"damaged")
        with pytest.raises(PlanUnreadable) as caught:
            load(paths)
        assert f"as plain text is in {paths.plan_text}" in str(caught.value)
        assert last_plan_text(paths) == "Make tea \n"

    @posix_only
    def test_what_is_no_file_is_said_at_once(self, paths: Paths) -> None:
        """A pipe does not hang; a folder is no plan; a link to nowhere is not an empty plan."""
        os.makedirs(paths.data)
        os.mkfifo(paths.plan_file)
        with pytest.raises(PlanUnreadable, match="not a plain file"):
            load(paths)
        os.unlink(paths.plan_file)
        os.symlink("/nowhere/plan.toml", paths.plan_file)
        with pytest.raises(PlanUnreadable, match="points to is not there"):
            load(paths)
        os.unlink(paths.plan_file)
        os.mkdir(paths.plan_file)
        with pytest.raises(PlanUnreadable, match="not a plain file") as caught:
            load(paths)
        assert caught.value.digest is None

    def test_reading_what_is_not_allowed_is_said(self, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
        """And so is a fault of the disk."""
        for error, why in ((PermissionError(13, "no"), "not allowed"), (OSError(5, "fault"), "a fault")):

            def refuse(_path: str, _limit: int, error: OSError = error) -> bytes:
                raise error

            monkeypatch.setattr(plan_store, "read_limited", refuse)
            with pytest.raises(PlanUnreadable, match=why):
                load(paths)


class TestSaving:
    """`save`."""

    @given(plan=plans())
    def test_what_is_saved_is_read_again(self, plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> None:
        """Every word, number and unknown key; by both TOML readers."""
        paths = find({}, str(tmp_path_factory.mktemp("any")))
        stored = save(paths, plan, as_text, None)
        again = load(paths)
        assert again.digest == stored.digest
        assert again.plan == stored.plan
        assert {step: again.plan.of(step) for step in STEPS} == {step: plan.of(step) for step in STEPS}
        assert again.plan.extra == plan.extra
        text = held(paths.plan_file).decode()
        assert tomli.loads(text) == tomllib.loads(text)

    def test_a_letter_that_no_file_can_hold_does_not_cost_the_others(self, paths: Paths) -> None:
        """A lone surrogate, from a terminal that is not UTF-8, becomes a question mark."""
        stored = save(paths, Plan().add(COPING, Item("a", "Make \udce9 tea")), as_text, None)
        assert stored.plan.of(COPING)[0].text == "Make ? tea"
        assert load(paths).plan == stored.plan
        assert plan_text_if_fresh(paths) == "Make ? tea \n"

    @posix_only
    def test_everything_is_this_persons_alone(self, paths: Paths) -> None:
        """Directories 0700, files 0600."""
        save(paths, TEA_AND_WALK, as_text, save(paths, TEA, as_text, None).digest)
        seen = 0
        for place, below, names in os.walk(paths.data):
            assert stat.S_IMODE(os.stat(place).st_mode) == 0o700
            for name in names:
                assert stat.S_IMODE(os.stat(os.path.join(place, name)).st_mode) == 0o600
                seen += 1
            assert set(below) <= {"plan.history"}
        assert seen == 4

    def test_the_file_says_what_it_is(self, paths: Paths) -> None:
        """Somebody who opens it by hand knows what is kept, and where the rest is."""
        save(paths, TEA, as_text, None)
        head = held(paths.plan_file).decode().split("\n\n")[0]
        assert all(line.startswith("# ") for line in head.splitlines())
        assert "copecli" in head
        assert "not kept" in head
        assert "plan.history" in head

    def test_the_same_again_writes_nothing(self, paths: Paths) -> None:
        """Not a byte, not a version."""
        stored = save(paths, TEA, as_text, None)
        before = times(paths)
        assert save(paths, TEA, as_text, stored.digest) == stored
        assert times(paths) == before

    def test_what_was_there_becomes_a_version_first(self, paths: Paths) -> None:
        """Byte by byte, and only where something changed."""
        stored = save(paths, TEA, as_text, None)
        before = held(paths.plan_file)
        save(paths, TEA_AND_WALK, as_text, stored.digest)
        (version,) = versions(paths)
        assert held(os.path.join(paths.plan_history, version.name)) == before
        assert version.size == len(before)

    def test_a_save_that_failed_after_its_version_makes_no_second_one(
        self, paths: Paths, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Trying again on a full disk does not fill it further."""
        stored = save(paths, TEA, as_text, None)

        def refuse(path: str, data: bytes, thing: str) -> None:
            raise NotSaved("full")

        with monkeypatch.context() as full:
            full.setattr(plan_store, "atomic_write", refuse)
            for _attempt in range(3):
                with pytest.raises(NotSaved):
                    save(paths, TEA_AND_WALK, as_text, stored.digest)
        save(paths, TEA_AND_WALK, as_text, stored.digest)
        assert len(versions(paths)) == 1

    def test_what_could_not_be_read_again_is_not_written(self, paths: Paths) -> None:
        """A line over the limit, or a value that TOML does not know."""
        stored = save(paths, TEA, as_text, None)
        for item in (Item("b", "x" * 4_001), Item("b", "x", extra={"odd": object()})):
            with pytest.raises(NotSaved, match="a line in it is too long, or cannot be kept"):
                save(paths, TEA.add(COPING, item), as_text, stored.digest)
        assert load(paths).plan == stored.plan

    def test_a_plan_that_is_too_large_to_be_read_again_is_not_saved(self, paths: Paths) -> None:
        """Each line is short enough; all of them together are more than is ever read."""
        stored = save(paths, TEA, as_text, None)
        large = Plan({COPING: tuple(Item(str(n), "x" * 4_000) for n in range(300))})
        with pytest.raises(NotSaved, match="longer than a plan can be"):
            save(paths, large, as_text, stored.digest)
        assert load(paths).plan == stored.plan

    def test_a_writer_that_slips_is_caught(self, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is about to be written is read back and compared: a letter that got lost is not saved."""
        stored = save(paths, TEA, as_text, None)
        dumps, times_called = tomli_w.dumps, []

        def slip(document: dict[str, object]) -> str:
            times_called.append(document)
            text = dumps(document)
            return (
                text.replace("corner", "corne") if len(times_called) == 1 else text.replace("corne", "corner")
            )

        monkeypatch.setattr(tomli_w, "dumps", slip)
        with pytest.raises(NotSaved, match="cannot be kept"):
            save(paths, TEA_AND_WALK, as_text, stored.digest)
        assert load(paths).plan == stored.plan

    def test_without_a_place_it_is_said(self) -> None:
        """In one calm sentence, with a way out."""
        with pytest.raises(NotSaved, match="no home folder was found"):
            save(Paths("", "", "", ""), TEA, as_text, None)

    @posix_only
    def test_what_cannot_be_replaced_is_left_alone(self, paths: Paths) -> None:
        """A folder or a pipe called plan.toml."""
        os.makedirs(paths.plan_file)
        for expected in (None, "0" * 64):
            with pytest.raises(NotSaved, match="cannot be replaced"):
                save(paths, TEA, as_text, expected)
        assert os.path.isdir(paths.plan_file)

    def test_a_damaged_plan_is_overwritten_only_with_a_copy(self, paths: Paths) -> None:
        """And only where the person has seen that it is damaged: with its digest in hand."""
        put(paths, b"damaged")
        for expected in (None, "0" * 64):
            with pytest.raises(PlanChanged):
                save(paths, TEA, as_text, expected)
        with pytest.raises(PlanUnreadable) as caught:
            load(paths)
        save(paths, TEA, as_text, caught.value.digest)
        assert load(paths).plan == TEA
        (version,) = versions(paths)
        assert held(os.path.join(paths.plan_history, version.name)) == b"damaged"

    def test_a_renderer_that_fails_does_not_cost_the_plan(self, paths: Paths) -> None:
        """plan.toml is what counts; plan.txt is told to be out of date."""

        def fail(_plan: Plan) -> str:
            raise ZeroDivisionError

        stored = save(paths, TEA, as_text, None)
        stored = save(paths, TEA_AND_WALK, fail, stored.digest)
        assert not stored.text_written
        assert load(paths).plan == TEA_AND_WALK
        assert plan_text_if_fresh(paths) is None
        assert last_plan_text(paths) == "Make tea \n"
        assert save(paths, TEA_AND_WALK, as_text, stored.digest).text_written
        assert plan_text_if_fresh(paths) == as_text(TEA_AND_WALK)


class TestTwoWindows:
    """What happens when another copecli has saved meanwhile."""

    @given(three=three_plans())
    def test_both_edits_are_kept(
        self, three: tuple[Plan, Plan, Plan], tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Whatever either did since both opened the same plan; the base is found in the history."""
        base, mine, theirs = three
        paths = find({}, str(tmp_path_factory.mktemp("any")))
        began = save(paths, base, as_text, None)
        there = save(paths, theirs, as_text, began.digest)
        here = save(paths, mine, as_text, began.digest)
        if there.digest == began.digest:
            assert here.plan.items == {step: mine.of(step) for step in STEPS if mine.of(step)}
        else:
            assert here.merged
            assert here.plan.items == merge(began.plan, mine, there.plan).items
        assert load(paths).plan == here.plan

    def test_two_who_began_with_nothing_are_put_together(self, paths: Paths) -> None:
        """The first plan of two windows."""
        save(paths, TEA, as_text, None)
        friend = Plan().add(PEOPLE, Item("c", "A friend", "555-0100"))
        stored = save(paths, friend, as_text, None)
        assert stored.plan == TEA_AND_FRIEND
        assert plan_text_if_fresh(paths) == as_text(TEA_AND_FRIEND)

    def test_an_edit_by_hand_is_put_together_too(self, paths: Paths) -> None:
        """The file as it was is in no history then; the caller still has the plan it began with."""
        began = save(paths, TEA, as_text, None)
        put(paths, held(paths.plan_file).replace(b"Make tea", b"Make mint tea"))
        with pytest.raises(PlanChanged):
            save(paths, TEA_AND_WALK, as_text, began.digest)
        stored = save(paths, TEA_AND_WALK, as_text, began.digest, base=began.plan)
        assert [item.text for item in stored.plan.of(COPING)] == ["Make mint tea", "Walk to the corner"]

    @pytest.mark.parametrize("now", [None, b"damaged"])
    def test_what_cannot_be_put_together_is_said(self, paths: Paths, now: bytes | None) -> None:
        """Erased or damaged meanwhile: nothing is written until the person has been asked."""
        began = save(paths, TEA, as_text, None)
        if now is None:
            os.unlink(paths.plan_file)
        else:
            put(paths, now)
        with pytest.raises(PlanChanged, match="changed elsewhere") as caught:
            save(paths, TEA_AND_WALK, as_text, began.digest, base=began.plan)
        assert isinstance(caught.value, NotSaved)
        assert os.path.exists(paths.plan_file) == (now is not None)
        save(paths, TEA_AND_WALK, as_text, caught.value.digest)
        assert load(paths).plan == TEA_AND_WALK
