"""The commands of settings and keys: a part of the table of commands.

Invariant: an option means the same here as in `copecli.cli.table`.
"""

from __future__ import annotations

from copecli.cli.command import JSON, Command, Place
from copecli.words import N_

CONFIG_COMMANDS = (
    Command(("config",), "config_list", N_("Shows your settings."), (), (JSON,)),
    Command(("config", "list"), "config_list", N_("Shows your settings."), (), (JSON,)),
    Command(("config", "get"), "config_get", N_("Shows one setting."), (Place("key", "NAME"),), (JSON,)),
    Command(
        ("config", "set"),
        "config_set",
        N_("Changes a setting."),
        (Place("key", "NAME"), Place("value", "VALUE", many=True)),
        (),
        N_("`cope config` shows the names. “none” empties a setting."),
    ),
)

KEYS_COMMANDS = (
    Command(("keys",), "keys", N_("Says what each key does."), (), (JSON,)),
    Command(
        ("keys", "set"),
        "keys_set",
        N_("Gives an action other keys."),
        (Place("key", "ACTION"), Place("value", "KEY…", many=True)),
        (),
        N_("`cope keys` shows the names of actions. A KEY is such as: x left F5 ctrl+x"),
    ),
    Command(
        ("keys", "reset"),
        "keys_reset",
        N_("Gives an action, or all, the keys that they came with."),
        (Place("key", "[ACTION]"),),
    ),
)
