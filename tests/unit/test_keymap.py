"""A person's own keys over the table: Help now stays, and no key means two things."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given as anything
from hypothesis import strategies as st

from copecli.core.actions import ACTIONS, EVERYWHERE, TILES, WORDS, Action
from copecli.core.errors import NothingFound, UsageProblem
from copecli.core.fields import FormatProblem
from copecli.core.key_names import NAMES, is_written, key_name, parse_key
from copecli.core.key_words import PLACES, told
from copecli.core.keymap import DEFAULT, HELP_NOW, Keymap, as_it_came, given, keymap_of, known
from copecli.core.text import clean

IDS = [action.id for action in ACTIONS]
GROUPS = [group for group, _words in PLACES]

some_keys = st.one_of(
    st.sampled_from([key for action in ACTIONS for key in action.keys]),
    st.sampled_from([*NAMES, *"hjklq1?ä;", "f1", "f5", "ctrl+n", "ctrl+x", "ctrl+i", "alt+x", "nope", ""]),
)
some_ids = st.one_of(st.sampled_from(IDS), st.sampled_from(["nope", "", "h"]))
some_tables = st.dictionaries(some_ids, st.one_of(some_keys, st.lists(some_keys, max_size=3)), max_size=12)


def holds(keymap: Keymap) -> None:
    """Assert what holds of any keymap."""
    everywhere = {key: found.id for found in keymap.in_group(EVERYWHERE) for key in found.keys}
    assert set(known("help-now").keys) <= set(keymap.action("help-now").keys)
    assert set(known("help-in-words").keys) <= set(keymap.action("help-in-words").keys)
    assert set(known("quit").keys) <= set(keymap.action("quit").keys)
    for group in GROUPS:
        keys = Counter(key for found in keymap.in_group(group) for key in found.keys)
        assert [key for key, times in keys.items() if times > 1] == []
        for found in keymap.in_group(group):
            assert found.keys
            others = {everywhere[key] for key in found.keys if key in everywhere} - {found.id}
            assert not others or ({*others, found.id} <= HELP_NOW)
    assert not any(is_written(key) for found in keymap.in_group(WORDS) for key in found.keys)
    assert [found.id for found in keymap.actions] == IDS


class TestAnySetOfChanges:
    """Whatever somebody wrote into the file."""

    @anything(some_tables)
    def test_help_now_stays_and_no_key_means_two_things(self, table: dict[str, object]) -> None:
        """And each thing that was passed over is said in a sentence."""
        keymap, problems = keymap_of(table)
        holds(keymap)
        assert len(keymap.changes) + len(problems) == len(table)
        assert all(problem.sentence() for problem in problems)

    @anything(some_tables, st.sampled_from(IDS), st.lists(some_keys, max_size=3))
    def test_giving_a_key_leaves_everything_in_order(
        self, table: dict[str, object], action_id: str, keys: list[str]
    ) -> None:
        """Or changes nothing and says why; what was given holds."""
        before, _problems = keymap_of(table)
        try:
            after, lost = given(before, action_id, keys)
        except UsageProblem:
            return
        holds(after)
        assert after.action(action_id).keys[: len(set(map(parse_key, keys)))] == tuple(
            dict.fromkeys(map(parse_key, keys))
        )
        changed = {found.id for found in after.actions if found != before.action(found.id)}
        assert changed <= {action_id, *(found.id for found in lost)}

    @pytest.mark.parametrize("table", [None, 3, "ground", ["ground"], True])
    def test_what_is_no_table_changes_nothing(self, table: object) -> None:
        """One sentence says so."""
        keymap, problems = keymap_of(table)
        assert keymap is DEFAULT
        assert len(problems) == 1


class TestWhatIsPassedOver:
    """A change that cannot hold is left out alone, and said."""

    @pytest.mark.parametrize(
        ("table", "part"),
        [
            ({"grund": "x"}, "the nearest is ground"),
            ({"ground": "spcae"}, "nearest is “space”"),
            ({"ground": "h"}, "“h” is the key of help-now"),
            ({"ground": "s"}, "“s” is the key of plan"),
            ({"ground": "ctrl+i"}, "the same as Tab"),
            ({"ground": "ctrl+m"}, "the same as Enter"),
            ({"ground": "ctrl+["}, "the same as Esc"),
            ({"ground": "ctrl+h"}, "the same as Backspace"),
            ({"ground": "alt+g"}, "does not get through"),
            ({"ground": "enter"}, "Enter stays what it is"),
            ({"ground": "up"}, "stays what it is"),
            ({"leave-words": "x"}, "part of what you write"),
            ({"stop": "5"}, "numbers are answers"),
            ({"ground": []}, "one to 8 keys"),
            ({"ground": 3}, "a key in quotes"),
            ({"ground": ["x", 3]}, "a key in quotes"),
        ],
    )
    def test_each_says_why(self, table: dict[str, object], part: str) -> None:
        """Another change beside it holds."""
        keymap, (problem,) = keymap_of({**table, "wave": "y"})
        assert part in problem.sentence()
        assert keymap.changes == {"wave": ("y",)}

    def test_of_two_changes_that_clash_the_first_holds(self) -> None:
        """In the order of the file."""
        keymap, (problem,) = keymap_of({"plan": "x", "ground": "x"})
        assert keymap.changes == {"plan": ("x",)}
        assert problem.key == "ground"


class TestWhatHolds:
    """Keys that are in force."""

    def test_two_actions_can_change_places(self) -> None:
        """Neither is a clash, as both were changed."""
        keymap, problems = keymap_of({"ground": "s", "plan": "g"})
        assert problems == ()
        assert keymap.meant("home", "s") == "ground"
        assert keymap.name("plan") == "g"

    def test_more_keys_for_help_now_stand_before_its_own(self) -> None:
        """The person's is the one that is shown."""
        keymap, _problems = keymap_of({"help-now": ["j", "f9"]})
        assert keymap.action("help-now").keys == ("j", "f9", "h", "!", "f1", "ctrl+n")

    def test_enter_and_escape_stay_where_they_are(self) -> None:
        """Fields and lists need them on every screen."""
        keymap, _problems = keymap_of({"forward": "n", "another-puzzle": "x", "stop": "z", "close": "y"})
        assert keymap.action("forward").keys == ("n", "enter")
        assert keymap.action("stop").keys == ("z", "escape")
        assert keymap.action("close").keys == ("y", "escape")

    def test_a_game_takes_numbers_and_the_keys_that_move(self) -> None:
        """One hand, or a keyboard without arrows."""
        table = {"tile-left": "a", "tile-right": ["d", "9"], "tile-down": "up", "tile-turn": "w"}
        keymap, problems = keymap_of(table)
        assert problems == ()
        assert {found.id: found.keys for found in keymap.in_group(TILES)}["tile-down"] == ("up",)

    def test_a_line_is_typed_by_a_letter_where_there_is_one(self) -> None:
        """Else by the name of the key."""
        keymap, _problems = keymap_of({"ground": ["f5", "j"], "plan": "f6"})
        assert (keymap.name("ground"), keymap.typed("ground")) == ("F5", "j")
        assert keymap.typed("plan") == "f6"


class TestGiving:
    """What a person asks for in a face."""

    def test_the_action_that_had_the_key_gets_the_one_that_came_free(self) -> None:
        """Both faces say so."""
        keymap, lost = given(DEFAULT, "ground", ["s"])
        assert keymap.changes == {"ground": ("s",), "plan": ("g",)}
        said = [line.worded(str) for line in told(keymap, "ground", lost, str)]
        assert said == ["“Steady me now” is now: s.", "Before, s was “My safety plan”. That is g now."]

    def test_an_action_with_more_keys_loses_one(self) -> None:
        """And keeps the others."""
        keymap, (lost,) = given(DEFAULT, "pause", ["b"])
        assert lost.id == "back"
        assert keymap.action("back").keys == ("left",)

    def test_no_action_is_left_without_a_key(self) -> None:
        """One key came free, and two actions would need one."""
        with pytest.raises(UsageProblem, match="“m” is “More”"):
            given(DEFAULT, "ground", ["s", "m"])

    @pytest.mark.parametrize("action_id", ["ground", "tile-left", "wave-unsafe"])
    @pytest.mark.parametrize("key", ["h", "!", "f1", "ctrl+n", "ctrl+c", "ctrl+q", "?"])
    def test_nothing_takes_a_key_that_works_everywhere(self, action_id: str, key: str) -> None:
        """It is said whose it is."""
        with pytest.raises(UsageProblem, match=r"Nothing was changed: “.*” is “.*”"):
            given(DEFAULT, action_id, [key])

    def test_an_unknown_action_is_answered_with_the_nearest(self) -> None:
        """A slip."""
        with pytest.raises(NothingFound, match="ground"):
            given(DEFAULT, "grund", ["x"])

    def test_what_it_came_with_is_no_change(self) -> None:
        """The file grows no longer than the person's wishes."""
        keymap, lost = as_it_came(given(DEFAULT, "ground", ["s"])[0], "ground")
        assert [found.id for found in lost] == ["plan"]
        assert keymap.changes == {}


class TestNames:
    """How keys are called."""

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("Esc", "escape"), ("RETURN", "enter"), ("→", "right"), ("PgUp", "pageup"), ("F5", "f5"),
            ("A", "a"), ("ctrl-x", "ctrl+x"), ("Ctrl+X", "ctrl+x"), (" ", "space"), ("ä", "ä"),
            (";", ";"), ("Del", "delete"),
        ],
    )  # fmt: skip
    def test_a_key_is_known_by_more_than_one_name(self, text: str, key: str) -> None:
        """As it stands on the keyboard, or as people type it."""
        assert parse_key(text) == key

    @pytest.mark.parametrize("action", ACTIONS, ids=lambda found: found.id)
    def test_what_is_shown_can_be_typed_again(self, action: Action) -> None:
        """Each key of the table."""
        assert tuple(parse_key(key_name(key)) for key in action.keys) == action.keys

    @anything(st.text(max_size=12))
    def test_any_text_is_a_key_or_refused_in_words(self, text: str) -> None:
        """And what is shown of it drives no terminal."""
        said = ""
        try:
            said = parse_key(text)
        except FormatProblem as problem:
            said = problem.sentence()
        assert said
        assert clean(said) == said


def test_each_group_of_the_table_has_a_place_in_words() -> None:
    """So none is left out of what is shown."""
    assert sorted(GROUPS) == sorted({action.group for action in ACTIONS})
