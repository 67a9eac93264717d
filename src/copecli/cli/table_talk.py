"""The commands around talking to somebody, for the table of commands.

Invariant: none takes a name or a word of one's own, which would stand in the shell's history.
"""

from __future__ import annotations

from copecli.cli.command import Command
from copecli.words import N_

TALK_COMMANDS = (
    Command(
        ("talk",),
        "talk",
        N_("Finds words with you, to talk to somebody."),
        (),
        (),
        N_("It sends nothing. In a pipe it prints a few words that suit most people."),
    ),
    Command(
        ("talk", "people"),
        "talk_people",
        N_("Shows your people, and who is good for what."),
        (),
        (),
        N_("What you say there goes into your plan, where you say yes to it."),
    ),
)
