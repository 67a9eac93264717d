"""The commands that make exercises: a part of the table of commands.

Invariant: an option means the same here as in `copecli.cli.table`.
"""

from __future__ import annotations

from copecli.cli.command import JSON, Command, Option, Place
from copecli.words import N_

MAKING_COMMANDS = (
    Command(
        ("skills", "new"),
        "skills_new",
        N_("Begins an exercise of your own: a file with notes in it."),
        (Place("skill", "NAME"),),
        (
            Option(("--edit",), "edit", N_("opens it in your editor")),
            Option(("--force",), "force", N_("begins it anew if it is there")),
        ),
        N_("skills.md, put beside it, says what can stand in it."),
    ),
    Command(
        ("skills", "check"),
        "skills_check",
        N_("Says what could be mended in skill files."),
        (Place("paths", "PATH…", many=True),),
        (JSON,),
        N_("A file, a folder, or the name of yours. Of one file it shows what a person would see."),
    ),
    Command(
        ("skills", "add"),
        "skills_add",
        N_("Takes exercises from a file or folder into yours."),
        (Place("file", "FILE|DIR"),),
        (Option(("--yes",), "yes", N_("does not ask")),),
        N_("It checks and shows them first. All come in, or none."),
    ),
    Command(
        ("skills", "remove"),
        "skills_remove",
        N_("Takes an exercise of your own away."),
        (Place("skill", "NAME"),),
        (Option(("--yes",), "yes", N_("does not ask")),),
    ),
)
