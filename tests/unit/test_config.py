"""Settings on disk: never a reason not to start, and nothing of anybody's is lost by saving."""

from __future__ import annotations

import dataclasses
import os
import sys
from typing import TYPE_CHECKING

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.errors import NotSaved, Unreadable
from copecli.core.keymap import keymap_of
from copecli.core.settings import SETTINGS
from copecli.system import config as module
from copecli.system import file_lock, first_cache
from copecli.system.config import Config, load, save
from copecli.system.file_lock import locked
from copecli.system.files import atomic_write
from copecli.system.paths import Paths, find
from tests.strategies import toml_text, unknown_keys

if TYPE_CHECKING:
    from pathlib import Path

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="modes and pipes are other there")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Places of this test's own, with a settings directory."""
    found = find({}, str(tmp_path))
    os.makedirs(found.config)
    return found


def write(paths: Paths, text: str) -> None:
    """Put `text` where the settings are read."""
    with open(paths.config_file, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def document_of(paths: Paths) -> dict[str, object]:
    """Return what the settings file holds."""
    with open(paths.config_file, "rb") as file:
        return tomli.load(file)


def said(paths: Paths) -> str:
    """Return everything that loading has to say."""
    return " ".join(str(trouble) for trouble in load(paths)[1])


values: dict[str, st.SearchStrategy[object]] = {
    "choice": st.nothing(),
    "yes-no": st.booleans(),
    "country": st.sampled_from(["", "IE", "NZ"]),
    "countries": st.lists(st.sampled_from(["IE", "GB", "NZ"]), unique=True).map(tuple),
    "lines": st.lists(st.sampled_from(["ie-pieta", "us-988"]), unique=True).map(tuple),
    "skills": st.lists(st.sampled_from(["stop", "categories", "a-1"]), unique=True).map(tuple),
    "notes": st.lists(st.sampled_from(["stop: By the window.", "a-1: Früh: am Tag"]), unique=True).map(tuple),
}


def _values(kind: str, choices: tuple[str, ...]) -> st.SearchStrategy[object]:
    if kind == "choice":
        return st.sampled_from(choices)
    if kind == "words":
        return st.lists(st.sampled_from(choices), unique=True).map(tuple)
    return values[kind]


configs = st.builds(Config, **{known.attribute: _values(known.kind, known.choices) for known in SETTINGS})


class TestLoading:
    """`load` never raises."""

    def test_without_a_file_everything_is_the_default(self, tmp_path: Path) -> None:
        """A fresh machine, and a machine without a home."""
        assert load(find({}, str(tmp_path / "none"))) == (Config(), ())
        assert load(Paths("", "", "", "")) == (Config(), ())

    def test_what_is_right_is_taken(self, paths: Paths) -> None:
        """Every kind of value."""
        write(paths, 'country = "ie"\nsave = "no"\nleave-out = ["cold"]\nwelcome-seen = true\n')
        config, troubles = load(paths)
        assert config == Config(country="IE", save=False, leave_out=("cold",), welcome_seen=True)
        assert troubles == ()

    def test_a_wrong_value_costs_only_its_own_setting(self, paths: Paths) -> None:
        """The others are taken; file, line, key and the nearest right word are said."""
        write(paths, '# mine\ncountry = "IE"\nmotion = "les"\n')
        config, troubles = load(paths)
        assert config == Config(country="IE")
        assert [trouble.exit_code for trouble in troubles] == [Unreadable.exit_code]
        for part in ("line 3", "motion", "“less”", paths.config_file):
            assert part in str(troubles[0])

    def test_an_unknown_key_is_answered_with_the_nearest(self, paths: Paths) -> None:
        """A slip is said, not dropped in silence."""
        write(paths, 'countri = "IE"\n')
        assert "line 1, countri" in said(paths)
        assert "nearest is country" in said(paths)

    @pytest.mark.parametrize(
        ("text", "part"),
        [
            ('country = "IE\n', "line 1"),
            ("a = 1\na = 2\n", "not TOML"),
            ("x = " + "[" * 600 + "]" * 600, "nested too deeply"),
            ("x = " + "1" * 5000, "too long"),
            ("\x00" * 40, "line 1"),
            ("# " + "x" * 300_000, "too large"),
        ],
    )
    def test_a_broken_file_leaves_the_defaults(self, paths: Paths, text: str, part: str) -> None:
        """One calm sentence, and the program goes on."""
        write(paths, text)
        assert load(paths)[0] == Config()
        assert part in said(paths)
        assert "kept as it is" in said(paths)

    def test_bytes_that_are_no_text_leave_the_defaults(self, paths: Paths) -> None:
        """A file in another encoding."""
        with open(paths.config_file, "wb") as file:
            file.write(b'country = "IE"\n\xff\xfe')
        assert load(paths)[0] == Config()
        assert "line 2" in said(paths)

    @posix_only
    @pytest.mark.parametrize("kind", ["pipe", "folder"])
    def test_what_is_no_file_leaves_the_defaults(self, paths: Paths, kind: str) -> None:
        """And does not hang."""
        os.mkfifo(paths.config_file) if kind == "pipe" else os.mkdir(paths.config_file)
        assert load(paths)[0] == Config()
        assert "not a plain file" in said(paths)

    @given(text=st.text(max_size=200))
    def test_no_text_can_stop_the_start(self, text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
        """Whatever stands there, there are settings, and each trouble is a sentence."""
        paths = find({}, str(tmp_path_factory.mktemp("any")))
        os.makedirs(paths.config)
        with open(paths.config_file, "wb") as file:
            file.write(text.encode("utf-8", "surrogatepass"))
        config, troubles = load(paths)
        assert isinstance(config, Config)
        assert all("\x1b" not in str(trouble) for trouble in troubles)


class TestSaving:
    """`save` changes what the person changed, and nothing else."""

    @given(config=configs, other=unknown_keys(but=("keys", *(known.key for known in SETTINGS))))
    def test_what_is_saved_is_read_again(
        self, config: Config, other: dict[str, object], tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Every setting, beside whatever keys of another version stand there."""
        paths = find({}, str(tmp_path_factory.mktemp("any")))
        first = save(paths, dataclasses.replace(config, document={}))
        assert first == config
        assert load(paths) == (config, ())
        with_other = dataclasses.replace(first, document={})
        atomic_write(paths.config_file, module._encoded({**other, **first.document}))
        save(paths, with_other)
        assert load(paths)[0] == config
        assert {key: value for key, value in document_of(paths).items() if key in other} == other

    def test_only_what_was_changed_is_written(self, paths: Paths) -> None:
        """A file stays as short as the person's own wishes."""
        save(paths, Config().with_value("country", "IE"))
        assert document_of(paths) == {"country": "IE"}

    def test_saving_nothing_new_writes_nothing(self, paths: Paths) -> None:
        """Not a byte, not a comment of the person's."""
        text = '# mine\ncountry = "ie"\nmotion = "les"\nfuture = 1\n'
        write(paths, text)
        save(paths, load(paths)[0])
        with open(paths.config_file, encoding="utf-8") as file:
            assert file.read() == text

    def test_a_wrong_value_stays_until_it_is_set(self, paths: Paths) -> None:
        """It may be right for a later version; setting it by hand, to the default too, puts it right."""
        write(paths, 'theme = "sepia"\n')
        config = save(paths, load(paths)[0].with_value("country", "IE"))
        assert document_of(paths) == {"theme": "sepia", "country": "IE"}
        save(paths, config.with_value("theme", "auto"))
        assert document_of(paths) == {"theme": "auto", "country": "IE"}
        assert load(paths)[1] == ()

    def test_unknown_keys_stay(self, paths: Paths) -> None:
        """An older copecli does not erase what a newer one has set."""
        write(paths, 'future = 1979-05-27\n[more]\nx = [1, {y = "z"}]\n')
        before = document_of(paths)
        save(paths, load(paths)[0].with_value("motion", "less"))
        assert document_of(paths) == {**before, "motion": "less"}

    def test_two_windows_change_two_settings(self, paths: Paths) -> None:
        """Each keeps what the other has set meanwhile; where both set one, the later wins."""
        here, there = load(paths)[0], load(paths)[0]
        save(paths, here.with_value("country", "IE").with_value("theme", "dark"))
        saved = save(paths, there.with_value("motion", "less").with_value("theme", "light"))
        assert saved == Config(country="IE", motion="less", theme="light")
        assert load(paths)[0] == saved

    def test_a_file_that_could_not_be_read_is_kept_beside_the_new_one(self, paths: Paths) -> None:
        """It may be one quotation mark away from right; each such copy has a name of its own."""
        for number in (1, 2):
            write(paths, f'country = "IE\n# {number}\n')
            save(paths, load(paths)[0].with_value("theme", "dark"))
            with open(f"{paths.config_file}.kept-{number}", encoding="utf-8") as file:
                assert file.read() == f'country = "IE\n# {number}\n'
            assert load(paths) == (Config(theme="dark"), ())

    def test_a_file_that_could_not_be_read_is_left_alone_where_nothing_changed(self, paths: Paths) -> None:
        """Reading badly is never followed by writing."""
        write(paths, 'country = "IE\n')
        save(paths, load(paths)[0])
        assert sorted(os.listdir(paths.config)) == ["config.lock", "config.toml"]

    def test_the_head_says_what_is_not_kept(self, paths: Paths) -> None:
        """tomli-w keeps no comments, and the file says so."""
        save(paths, Config(theme="dark"))
        with open(paths.config_file, encoding="utf-8") as file:
            assert "lines that start with # are not kept" in file.read()

    def test_another_window_that_is_saving_is_waited_for(
        self, paths: Paths, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And then said."""
        monkeypatch.setattr(file_lock, "locked", lambda path, thing: locked(path, thing, 0.02))
        with locked(paths.config_lock), pytest.raises(NotSaved, match="another copecli"):
            save(paths, Config(theme="dark"))
        assert not os.path.exists(paths.config_file)

    def test_a_folder_of_its_name_is_said(self, paths: Paths) -> None:
        """And left alone."""
        os.mkdir(paths.config_file)
        with pytest.raises(NotSaved, match="Your settings could not be saved"):
            save(paths, Config(theme="dark"))

    @given(text=toml_text)
    def test_with_value_holds_for_this_run(self, text: str) -> None:
        """A setting can be changed where nothing can be saved."""
        assert Config().with_value("pinned", (text,)).pinned == (text,)


class TestKeys:
    """The table `[keys]`."""

    def test_what_is_right_is_taken_and_a_slip_costs_one_change(self, paths: Paths) -> None:
        """File, line and id are said; the start does not fail."""
        write(paths, 'theme = "dark"\n[keys]\nground = "x"\nplan = ["ctrl+m"]\nwave = ["y", "F5"]\n')
        config, troubles = load(paths)
        assert config.keys == {"ground": ("x",), "wave": ("y", "f5")}
        assert config.theme == "dark"
        assert [str(trouble) for trouble in troubles] == [
            "In your settings (line 4, keys.plan): in a terminal “ctrl+m” is the same as Enter. "
            f"It is kept as it is, and not used: {paths.config_file}."
        ]

    def test_what_is_no_table_is_said(self, paths: Paths) -> None:
        """And kept."""
        write(paths, 'keys = "vim"\n')
        config, troubles = load(paths)
        assert config.keys == {}
        assert "line 1, keys" in str(troubles[0])

    @given(changes=st.dictionaries(st.sampled_from(["ground", "wave", "tile-left"]), st.sampled_from("xyz")))
    def test_what_is_given_is_read_again(
        self, changes: dict[str, str], tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """In another start, beside the settings."""
        paths = find({}, str(tmp_path_factory.mktemp("any")))
        keymap, _problems = keymap_of(changes)
        config = Config(theme="dark").with_keys(keymap.changes, changes)
        assert save(paths, config).keys == keymap.changes
        again, troubles = load(paths)
        assert (again.keys, again.theme, troubles) == (keymap.changes, "dark", ())

    def test_only_what_was_given_is_written(self, paths: Paths) -> None:
        """What another version or window wrote stays, and what was taken back goes."""
        write(paths, '[keys]\nfuture = "x"\nplan = "ctrl+m"\nwave = "y"\n')
        here, there = load(paths)[0], load(paths)[0]
        save(paths, here.with_keys({"wave": ("y",), "ground": ("j",)}, ["ground"]))
        save(paths, there.with_keys({}, ["wave"]))
        assert document_of(paths) == {"keys": {"future": "x", "plan": "ctrl+m", "ground": "j"}}
        save(paths, load(paths)[0].with_keys({}, load(paths)[0].key_names))
        assert document_of(paths) == {}

    def test_another_setting_leaves_the_keys_alone(self, paths: Paths) -> None:
        """Also those that are wrong."""
        write(paths, '[keys]\nplan = "ctrl+m"\n')
        save(paths, load(paths)[0].with_value("theme", "dark"))
        assert document_of(paths) == {"theme": "dark", "keys": {"plan": "ctrl+m"}}


class TestFirstCache:
    """`<cache>/first`, which the first words read."""

    def test_saving_brings_it_up_to_date(self, paths: Paths) -> None:
        """Plain lines of key=value, the format first."""
        save(paths, Config(theme="light", plain="yes", motion="less"))
        with open(paths.first_file, encoding="utf-8") as file:
            assert file.read().splitlines() == [
                "format=1", "theme=light", "plain=yes", "motion=less", "language=en"
            ]  # fmt: skip

    def test_it_is_small_enough_for_the_first_words(self) -> None:
        """They read a few bytes and no more."""
        assert len(first_cache.lines_of(Config())) < first_cache.LARGEST / 4

    def test_it_is_written_only_where_it_says_something_else(self, paths: Paths) -> None:
        """A start costs one small read."""
        assert first_cache.refresh(paths, Config())
        before = os.stat(paths.first_file)
        assert first_cache.refresh(paths, Config())
        assert os.stat(paths.first_file).st_ino == before.st_ino
        assert first_cache.refresh(paths, Config(theme="dark"))
        with open(paths.first_file, "rb") as file:
            assert file.read() == first_cache.lines_of(Config(theme="dark"))

    def test_one_that_cannot_be_made_right_is_taken_away(
        self, paths: Paths, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Defaults are better than a theme or a plainness that is not wished any more."""
        first_cache.refresh(paths, Config())

        def refuse(path: str, data: bytes) -> None:
            raise NotSaved("full")

        monkeypatch.setattr(first_cache, "atomic_write", refuse)
        assert not first_cache.refresh(paths, Config(plain="yes"))
        assert not os.path.exists(paths.first_file)

    def test_a_cache_that_cannot_be_made_does_not_stop_a_save(self, paths: Paths) -> None:
        """The settings are what counts."""
        with open(paths.cache, "w", encoding="utf-8"):
            pass
        assert save(paths, Config(theme="dark")).theme == "dark"
        assert load(paths)[0].theme == "dark"
        assert not first_cache.refresh(Paths("", "", "", ""), Config())
