"""What is saved in the tests of faults, and what has to be true afterwards, whatever went wrong.

Invariant: `Act.check` reads the disk as the next start would, and trusts nothing that the act itself said.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copecli.core.plan import COPING, PEOPLE, STEPS, Item, Plan
from copecli.core.settings import parse
from copecli.system import config, drafts, files, plan_store
from copecli.system.paths import Paths, find

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = Plan().add(COPING, Item("a", "Make tea " * 40)).add(PEOPLE, Item("c", "A friend", "555-0100"))
NEW = OLD.add(COPING, Item("b", "Walk to the corner " * 40))
OLD_WORDS, NEW_WORDS = "what was typed before " * 30, "what was typed since " * 60


def as_text(plan: Plan) -> str:
    """Return a plan as its lines."""
    return "".join(
        f"{item.text.strip()} {item.phone}".strip() + "\n" for step in STEPS for item in plan.of(step)
    )


@dataclass(frozen=True, slots=True)
class Act:
    """Something that writes."""

    name: str
    prepare: Callable[[Paths], object]
    """Makes what is there before."""
    do: Callable[[Paths], object]
    """Returns if it was saved, and raises NotSaved if not."""
    check: Callable[[Paths, bool], None]
    """Asserts what has to be true; it is told whether `do` said that it was saved."""


def digest_now(paths: Paths) -> str | None:
    """Return what the plan on disk is known by."""
    return plan_store.load(paths).digest


def _save_over(paths: Paths) -> None:
    plan_store.save(paths, NEW, as_text, digest_now(paths))


def _restore(paths: Paths) -> None:
    (name,) = os.listdir(paths.plan_history)  # not through the program: its ways may be failing
    plan_store.restore(paths, name, as_text)


def _have_new(paths: Paths) -> None:
    plan_store.save(paths, OLD, as_text, None)
    _save_over(paths)


def check_plan(paths: Paths, before: Plan, after: Plan, saved: bool) -> None:
    """The plan is whole, one or the other; what was said to be saved is; what was replaced is a version."""
    found = plan_store.load(paths).plan
    assert found in (before, after)
    assert found == after or not saved
    kept = [plan_store.read_version(paths, version.name) for version in plan_store.versions(paths)]
    if found == after and not before.empty:
        assert before in kept
    assert all(plan in (OLD, NEW) for plan in kept)
    fresh = plan_store.plan_text_if_fresh(paths)
    assert fresh is None or fresh == as_text(found)
    assert plan_store.last_plan_text(paths) in (None, as_text(before), as_text(after))


def check_draft(paths: Paths, saved: bool) -> None:
    """The draft is whole, old or new."""
    found = drafts.load(paths, "note")
    assert found in (OLD_WORDS, NEW_WORDS)
    assert found == NEW_WORDS or not saved
    assert drafts.names(paths) == ("note",)


def check_config(paths: Paths, saved: bool) -> None:
    """The settings are whole, old or new; what the first words read says the same or is not there."""
    found, troubles = config.load(paths)
    assert troubles == ()
    assert found in (config.Config(country="IE"), config.Config(country="NZ"))
    assert found.country == "NZ" or not saved


def _set_country(paths: Paths, code: str) -> None:
    config.save(paths, config.load(paths)[0].with_value("country", parse("country", code)))


ACTS = (
    Act(
        "first save",
        lambda paths: None,
        lambda paths: plan_store.save(paths, NEW, as_text, None),
        lambda paths, saved: check_plan(paths, Plan(), NEW, saved),
    ),
    Act(
        "save",
        lambda paths: plan_store.save(paths, OLD, as_text, None),
        _save_over,
        lambda paths, saved: check_plan(paths, OLD, NEW, saved),
    ),
    Act("restore", _have_new, _restore, lambda paths, saved: check_plan(paths, NEW, OLD, saved)),
    Act(
        "draft",
        lambda paths: drafts.save(paths, "note", OLD_WORDS),
        lambda paths: drafts.save(paths, "note", NEW_WORDS),
        check_draft,
    ),
    Act(
        "settings",
        lambda paths: _set_country(paths, "IE"),
        lambda paths: _set_country(paths, "NZ"),
        check_config,
    ),
)
BY_NAME = {act.name: act for act in ACTS}


def places(directory: str) -> Paths:
    """Return the places below `directory`."""
    return find({}, directory)


def every_file(directory: str) -> list[str]:
    """Return the paths of all files below `directory`."""
    return [os.path.join(place, name) for place, _below, names in os.walk(directory) for name in names]


def leftovers(directory: str) -> list[str]:
    """Return what half-done saves left below `directory`."""
    return [path for path in every_file(directory) if os.path.basename(path).startswith(".cope-")]


def sweep_all(directory: str) -> None:
    """Sweep as the next start does."""
    files.tidy(places(directory))
