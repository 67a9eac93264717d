"""The settings on disk, in config.toml.

Invariant: `load` never stops the program: what is wrong costs one setting its value, not the others theirs.
`save` changes what the person changed and nothing else: keys of another version, and what another copecli has
set meanwhile, stay.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace

from copecli.core.errors import CopeError, NotSaved, Unreadable
from copecli.core.fields import FormatProblem
from copecli.core.settings import SETTINGS, keys, setting, to_document, value_of
from copecli.core.text import clean_line, nearest
from copecli.system.files import atomic_write, ensure_directory, read_limited
from copecli.system.saving import NOTHING_LOST, UnfitFile, not_saved
from copecli.system.toml import LARGEST_FILE, TomlProblem, line_of, parse_toml
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from copecli.core.settings import Setting, Value
    from copecli.system.paths import Paths

CONFIG = N_("settings")
SET_ASIDE = ".kept-"
"""Between the name of the file and a number, where one that cannot be read is kept."""
KEYS = "keys"
"""The table of keys in the file: an action's id, and the key or the list of keys for it."""
_HEAD = (
    N_("The settings of copecli. `cope config` explains them."),
    N_("copecli writes this file anew when one changes; lines that start with # are not kept."),
)


@dataclass(frozen=True, slots=True)
class Config:
    """What a person has set; `copecli.core.settings` says what each means."""

    country: str = ""
    """Two letters, or nothing while it is not known."""
    under_18: bool = False
    """An adult is named first, and a line for young people."""
    other_countries: tuple[str, ...] = ()
    """Two letters each: countries whose lines follow."""
    motion: str = "auto"
    """auto full less"""
    theme: str = "auto"
    """auto dark light"""
    plain: str = "auto"
    """auto yes"""
    cursor: str = "auto"
    """auto show"""
    leave_out: tuple[str, ...] = ()
    """What exercises may not involve."""
    leave_out_channels: tuple[str, ...] = ()
    """Channels that steps may not use."""
    pinned: tuple[str, ...] = ()
    """Ids of the exercises that come first; `cope ground` starts the first of them."""
    hidden: tuple[str, ...] = ()
    """Ids of exercises that are not shown."""
    pinned_lines: tuple[str, ...] = ()
    """Ids of the crisis lines that come first."""
    hidden_lines: tuple[str, ...] = ()
    """Ids of crisis lines that are not shown."""
    skill_notes: tuple[str, ...] = ()
    """Notes to exercises: id, colon, text."""
    check_in: str = "never"
    rate_skills: bool = False
    """never daily weekly: how often home offers a check-in."""
    ask_ending_life: bool = False
    """Whether a check-in asks about thoughts of ending one's life."""
    save: bool = True
    """Whether what a person writes is kept."""
    country_asked: bool = False
    """Whether the country was asked for once."""
    welcome_seen: bool = False
    """Whether the first lines were read."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys that a person gave to actions, by id; checked by `copecli.core.keymap`."""
    document: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What the file held when this was read, unknown keys and wrong values too."""
    touched: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Keys that were set by hand since, even to what they were."""

    def get(self, key: str) -> Value:
        """Return the value of the setting `key`."""
        value: Value = getattr(self, setting(key).attribute)
        return value

    def with_value(self, key: str, value: Value) -> Config:
        """Return the settings with `key` set; the value is one of `copecli.core.settings.parse`."""
        changed: dict[str, Any] = {setting(key).attribute: value}
        return replace(self, touched=self.touched | {key}, **changed)

    @property
    def key_names(self) -> tuple[str, ...]:
        """Return every name in the file's table of keys, also of what could not be used."""
        table = self.document.get(KEYS)
        return tuple(table) if isinstance(table, dict) else ("",) if table is not None else ()

    def with_keys(self, keys: Mapping[str, tuple[str, ...]], touched: Iterable[str]) -> Config:
        """Return the settings with these keys; `touched` are the ids whose keys were set by hand."""
        names = {f"{KEYS}.{action_id}" for action_id in touched}
        return replace(self, keys=keys, touched=self.touched | names)


def load(paths: Paths) -> tuple[Config, tuple[CopeError, ...]]:
    """Return the settings, and a calm sentence for each thing in the file that could not be used."""
    try:
        data = read_limited(paths.config_file, LARGEST_FILE)
    except FileNotFoundError:
        return Config(), ()
    except OSError as error:
        return Config(), (_trouble(paths, 0, "", _unreadable(error)),)
    try:
        document, text = parse_toml(data)
    except TomlProblem as problem:
        return Config(), (_trouble(paths, problem.line, "", problem.sentence(_)),)
    return _from_document(paths, document, text)


def _from_document(
    paths: Paths, document: dict[str, object], text: str
) -> tuple[Config, tuple[CopeError, ...]]:
    values: dict[str, Any] = {}
    troubles: list[CopeError] = []
    for known in SETTINGS:
        if known.key in document:
            try:
                values[known.attribute] = value_of(known, document[known.key])
            except FormatProblem as problem:
                at = line_of(text, known.key)
                troubles.append(_trouble(paths, at, known.key, problem.sentence(_)))
    if KEYS in document:
        from copecli.core.keymap import keymap_of

        keymap, problems = keymap_of(document[KEYS])
        values["keys"] = keymap.changes
        for wrong in problems:
            name = f"{KEYS}.{wrong.key}" if wrong.key else KEYS
            troubles.append(_trouble(paths, line_of(text, name), name, wrong.sentence(_)))
    every_key = [KEYS, *(known.key for known in SETTINGS)]
    for key in document:
        if key not in every_key:
            near = nearest(key, keys(), n=1)
            said = _(N_("it is not known; the nearest is {near}")) if near else _(N_("it is not known"))
            troubles.append(_trouble(paths, line_of(text, key), key, said.format(near="".join(near))))
    return Config(**values, document=document), tuple(troubles)


def _unreadable(error: OSError) -> str:
    if isinstance(error, UnfitFile):
        return _(error.strerror or "")
    return _(N_("it cannot be read"))


def _trouble(paths: Paths, line: int, key: str, problem: str) -> CopeError:
    at = _(N_("line {line}")).format(line=line) if line else ""
    where = ", ".join(part for part in (at, clean_line(key)[:60]) if part)
    return Unreadable(
        N_("In your settings ({where}): {problem}.") if where else N_("Your settings: {problem}."),
        safe=N_("It is kept as it is, and not used: {file}."),
        where=where,
        problem=clean_line(problem)[:300],
        file=paths.config_file,
    )


def save(paths: Paths, config: Config) -> Config:
    """Save what was changed in `config` and return the settings as they are now; raise NotSaved."""
    from copecli.system import first_cache
    from copecli.system.file_lock import locked

    ensure_directory(paths.config, CONFIG)
    with locked(paths.config_lock, CONFIG):
        there, data = _there(paths)
        document = _with_keys({**there, **_changes(config)}, config)
        wanted = _encoded(document)
        if document != there:
            _keep_unreadable(paths, there, data)
            atomic_write(paths.config_file, wanted, CONFIG)
    saved, _troubles = _from_document(paths, document, "")
    first_cache.refresh(paths, saved)
    return saved


def _there(paths: Paths) -> tuple[dict[str, object], bytes]:
    """Return what the file holds now, parsed and as bytes; nothing parsed where it cannot be."""
    try:
        data = read_limited(paths.config_file, LARGEST_FILE)
    except FileNotFoundError:
        return {}, b""
    except OSError as error:
        raise not_saved(error, CONFIG) from error
    try:
        return parse_toml(data)[0], data
    except TomlProblem:
        return {}, data


def _changes(config: Config) -> dict[str, object]:
    return {
        known.key: to_document(config.get(known.key))
        for known in SETTINGS
        if known.key in config.touched or config.get(known.key) != _read_value(known, config.document)
    }


def _with_keys(document: dict[str, object], config: Config) -> dict[str, object]:
    """Return the document with the keys that were set by hand; what else stands in their table stays."""
    touched = [name.partition(".")[2] for name in config.touched if name.startswith(f"{KEYS}.")]
    if not touched:
        return document
    there = document.pop(KEYS, None)
    kept = dict(there) if isinstance(there, dict) else {}
    for name in touched:
        kept.pop(name, None)
    for name in sorted(set(touched) & set(config.keys)):
        keys = config.keys[name]
        kept[name] = keys[0] if len(keys) == 1 else list(keys)
    return {**document, KEYS: kept} if kept else document


def _read_value(known: Setting, document: dict[str, object]) -> Value:
    try:
        return value_of(known, document[known.key]) if known.key in document else known.default
    except FormatProblem:
        return known.default


def _encoded(document: dict[str, object]) -> bytes:
    import tomli_w

    head = "".join(f"# {_(line)}\n" for line in _HEAD)
    data = f"{head}\n{tomli_w.dumps(document)}".encode("utf-8", "replace")
    try:
        parse_toml(data)
    except TomlProblem as problem:
        raise NotSaved(
            N_("Your settings could not be saved: they are too long."), safe=NOTHING_LOST
        ) from problem
    return data


def _keep_unreadable(paths: Paths, there: dict[str, object], data: bytes) -> None:
    """Keep a file that could not be read beside the new one: it may be one slip away from right."""
    if there or not data.strip():
        return
    number = 1
    while os.path.lexists(f"{paths.config_file}{SET_ASIDE}{number}"):
        number += 1
    atomic_write(f"{paths.config_file}{SET_ASIDE}{number}", data, CONFIG)
