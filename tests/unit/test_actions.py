"""Every action is declared once, and no key means two things at one place."""

from __future__ import annotations

from collections import Counter

import pytest

from copecli.core.actions import ACTIONS, EVERYWHERE, Action
from copecli.core.keymap import DEFAULT

GROUPS = sorted({found.group for found in ACTIONS})
HELP = {"help-now", "help-in-words"}


def test_ids_are_unique_and_lead_to_their_action() -> None:
    """People remap keys by id."""
    assert max(Counter(found.id for found in ACTIONS).values()) == 1
    assert all(DEFAULT.action(found.id) is found for found in ACTIONS)


@pytest.mark.parametrize("group", GROUPS)
def test_a_key_means_one_thing_within_its_group(group: str) -> None:
    """Two actions of one place never share a key, and no action lists one twice."""
    keys = Counter(key for found in DEFAULT.in_group(group) for key in found.keys)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("group", [group for group in GROUPS if group != EVERYWHERE])
def test_no_place_takes_a_key_that_works_everywhere(group: str) -> None:
    """Help now and leaving answer to the same keys on every screen; Help now may say so again."""
    everywhere = {key for found in DEFAULT.in_group(EVERYWHERE) for key in found.keys}
    assert [
        found.id for found in DEFAULT.in_group(group) if found.id not in HELP and everywhere & set(found.keys)
    ] == []


def test_help_now_is_one_key_away_everywhere_and_also_while_writing() -> None:
    """Its keys are h and ! outside of text; within it F1, and Ctrl+N for terminals that keep F1."""
    assert DEFAULT.action("help-now").keys[:2] == ("h", "!")
    assert DEFAULT.action("help-now").group == EVERYWHERE
    assert DEFAULT.action("help-in-words").keys == ("f1", "ctrl+n")
    assert set(DEFAULT.action("help-in-words").keys) < set(DEFAULT.action("help-now").keys)


def test_no_action_hangs_on_escape_alone() -> None:
    """Escape comes late in some terminals: outside of text it is never the only key."""
    assert [found.id for found in ACTIONS if found.keys == ("escape",)] == ["leave-words"]


@pytest.mark.parametrize("found", ACTIONS, ids=lambda found: found.id)
def test_every_action_says_what_it_does(found: Action) -> None:
    """A label of a few words and one whole sentence of help."""
    assert 0 < len(found.label) <= 20
    assert found.help.endswith(".")


def test_groups_come_in_the_order_of_the_table() -> None:
    """The most needed action of a place is the first that is shown."""
    assert DEFAULT.in_group("exercise")[0].id == "forward"
    assert DEFAULT.in_group("nowhere") == ()
