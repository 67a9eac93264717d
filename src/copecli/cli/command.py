"""What a command, a place and an option are: the shape of the table of commands.

Invariant: each is plain data, and its sentences are message ids.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.words import N_

FLAG, TEXT, NUMBER, WHOLE, STEP, ONE_OF = "flag", "text", "number", "whole", "step", "one-of"
RATING, WORDS = "rating", "words"


@dataclass(frozen=True, slots=True)
class Option:
    """A word that begins with dashes."""

    names: tuple[str, ...]
    dest: str
    """The attribute of Request."""
    help: str
    """One short line (a message id)."""
    kind: str = FLAG
    """flag text number whole step one-of rating words; `words` may stand several times"""
    shows: str = ""
    """What stands for its value in the help."""
    choices: tuple[str, ...] = ()
    """The words that a one-of takes."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word without dashes."""

    dest: str
    shows: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One command."""

    words: tuple[str, ...]
    """What is typed after `cope`."""
    module: str
    """Its name in `copecli.cli.commands`."""
    help: str
    """What it does, in a line (a message id)."""
    places: tuple[Place, ...] = ()
    options: tuple[Option, ...] = ()
    more: str = ""
    """What else is good to know (a message id)."""


JSON = Option(("--json",), "json", N_("prints it for other programs"))
