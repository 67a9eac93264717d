"""Every command and option, declared once: the parser and the help are made from this table.

Invariant: an option means the same in every command that has it.
"""

from __future__ import annotations

from copecli.cli.command import (
    FLAG,
    JSON,
    NUMBER,
    ONE_OF,
    RATING,
    TEXT,
    WORDS,
    Command,
    Option,
    Place,
)
from copecli.cli.table_lines import LINES_COMMANDS
from copecli.cli.table_making import MAKING_COMMANDS
from copecli.cli.table_plan import PLAN_COMMANDS, PRINT
from copecli.cli.table_settings import CONFIG_COMMANDS, KEYS_COMMANDS
from copecli.cli.table_talk import TALK_COMMANDS
from copecli.words import N_

GLOBAL = (
    Option(("--plain",), "plain", N_("goes line by line; good with a screen reader")),
    Option(("--data-dir",), "data_dir", N_("keeps everything in that folder"), TEXT, "DIR"),
    Option(("--no-color",), "no_color", N_("shows no colours")),
    Option(("--no-save",), "no_save", N_("keeps nothing of what you write")),
    Option(("--version",), "version", N_("prints the version")),
    Option(("-h", "--help"), "help", N_("prints this")),
)
"""May stand before or after any command."""

_GROUND = (
    Option(("--list",), "list", N_("lists the exercises")),
    Option(("--for",), "state", N_("one for how it feels, such as numb or panicky"), TEXT, "STATE"),
    Option(("--minutes",), "minutes", N_("one that fits into that time"), NUMBER, "N"),
    Option(("--random",), "random", N_("lets chance pick")),
    Option(("--with-me",), "with_me", N_("one short line at a time; nothing is asked")),
    Option(("--json",), "json", N_("with --list: prints it for other programs")),
)
_CHECK_IN = (
    Option(("--distress",), "distress", N_("how hard it is, 0 to 10"), RATING, "N"),
    Option(("--urge",), "urge", N_("how strong the urge is, 0 to 10"), RATING, "N"),
    Option(("--able",), "able", N_("how able you feel to ride it out, 0 to 10"), RATING, "N"),
    Option(("--feeling",), "feelings", N_("how it feels, such as numb"), WORDS, "WORD"),
    Option(("--tag",), "tags", N_("a short word for what it is about, such as late-night"), WORDS, "WORD"),
    Option(("--note",), "note", N_("asks for a note; in a pipe, reads it")),
    JSON,
)
_PAPER = next(option for option in PRINT if option.dest == "paper")
_PROGRESS = (
    Option(("--all",), "all", N_("also what can go up and down: your ratings, week by week")),
    JSON,
    Option(("--report",), "report", N_("puts together what you noted, for an appointment")),
    Option(("--from",), "since", N_("with --report: from that day on, such as 2026-05-02"), TEXT, "DATE"),
    Option(("--to",), "until", N_("with --report: up to that day"), TEXT, "DATE"),
    Option(("--with",), "with_parts", N_("with --report: puts that part in, too"), WORDS, "PART"),
    Option(("--without",), "without_parts", N_("with --report: leaves that part out"), WORDS, "PART"),
    Option(
        ("--format",),
        "form",
        N_("text, markdown, html or pdf"),
        ONE_OF,
        "FORM",
        ("text", "markdown", "html", "pdf"),
    ),
    _PAPER,
    Option(("-o", "--output"), "output", N_("writes it to that file"), TEXT, "FILE"),
    Option(("--force",), "force", N_("replaces the file if it is there")),
)
_SKILLS = (
    Option(("--for",), "state", N_("what fits how it feels, such as numb or panicky"), TEXT, "STATE"),
    Option(("--strength",), "strength", N_("how strong it is, 0 to 10"), RATING, "N"),
    Option(("--minutes",), "minutes", N_("what fits into that time"), NUMBER, "N"),
    Option(("--discreet",), "discreet", N_("what nobody has to notice")),
    Option(("--with",), "at_hand", N_("what is at hand, such as nothing or object,paper"), TEXT, "THINGS"),
    Option(("--why",), "why", N_("says why each stands where it does")),
    JSON,
)
_SKILL_ID = (Place("skill", "EXERCISE"),)

COMMANDS = (
    Command((), "companion", N_("Opens the companion.")),
    Command(("now",), "now", N_("Help now: who to call, and one thing to do. It asks nothing.")),
    Command(
        ("ground",),
        "ground",
        N_("Starts a short exercise at once."),
        (Place("skill", "[EXERCISE]"),),
        _GROUND,
        N_("Without a name it starts yours, or one that suits most people."),
    ),
    Command(("do",), "do", N_("Starts any exercise."), (Place("skill", "EXERCISE"),)),
    Command(("skills",), "skills_list", N_("Lists all exercises."), (), _SKILLS),
    Command(("skills", "list"), "skills_list", N_("Lists all exercises."), (), _SKILLS),
    Command(("skills", "show"), "skills_show", N_("Says what an exercise is."), _SKILL_ID, (JSON,)),
    Command(("skills", "pin"), "skills_pin", N_("Puts an exercise first in lists."), _SKILL_ID),
    Command(("skills", "unpin"), "skills_unpin", N_("Takes that away again."), _SKILL_ID),
    Command(("skills", "hide"), "skills_hide", N_("Leaves an exercise out of what is offered."), _SKILL_ID),
    Command(("skills", "unhide"), "skills_unhide", N_("Offers it again."), _SKILL_ID),
    Command(
        ("skills", "note"),
        "skills_note",
        N_("Keeps a note of yours beside an exercise."),
        _SKILL_ID,
        (),
        N_("It asks for the note; in a pipe, it reads it. An empty one takes the note away."),
    ),
    *PLAN_COMMANDS,
    Command(
        ("checkin",),
        "checkin",
        N_("Asks how it is right now. Every part can be left out."),
        (),
        _CHECK_IN,
        N_(
            "With numbers, feelings or tags it asks nothing, and keeps them at once. "
            "--feeling and --tag may stand several times."
        ),
    ),
    Command(
        ("checkin", "good"),
        "checkin_good",
        N_("Keeps a good moment, to be shown again on a hard day."),
        (),
        (JSON,),
        N_("In a pipe it reads the moment."),
    ),
    Command(("checkin", "list"), "checkin_list", N_("Lists your check-ins."), (), (JSON,)),
    Command(
        ("checkin", "show"),
        "checkin_show",
        N_("Shows one of your check-ins."),
        (Place("record_name", "[CHECK-IN]"),),
        (JSON,),
        N_("CHECK-IN is its number in `cope checkin list`; 1 is the newest."),
    ),
    Command(
        ("checkin", "edit"),
        "checkin_edit",
        N_("Changes one of your check-ins."),
        (Place("record_name", "[CHECK-IN]"),),
    ),
    Command(
        ("checkin", "delete"),
        "checkin_delete",
        N_("Takes one of your check-ins away."),
        (Place("record_name", "CHECK-IN"),),
        (Option(("--yes",), "yes", N_("does not ask")),),
    ),
    Command(
        ("triggers",),
        "triggers",
        N_("Looks back at one urge with you, step by step."),
        (),
        (),
        N_("It is for a calmer hour. You can stop anywhere."),
    ),
    Command(("triggers", "list"), "triggers_list", N_("Lists your trigger maps."), (), (JSON,)),
    Command(
        ("triggers", "show"),
        "triggers_show",
        N_("Shows one of your trigger maps."),
        (Place("record_name", "[MAP]"),),
        (JSON,),
        N_("MAP is its number in `cope triggers list`; 1 is the newest."),
    ),
    Command(
        ("triggers", "edit"),
        "triggers_edit",
        N_("Changes one of your trigger maps."),
        (Place("record_name", "MAP"),),
    ),
    Command(
        ("triggers", "delete"),
        "triggers_delete",
        N_("Takes one of your trigger maps away."),
        (Place("record_name", "MAP"),),
        (Option(("--yes",), "yes", N_("does not ask")),),
    ),
    Command(
        ("triggers", "patterns"),
        "triggers_patterns",
        N_("Says what your maps and check-ins have in common."),
        (),
        (JSON,),
        N_("It says what came together. It does not say why."),
    ),
    Command(
        ("progress",),
        "progress",
        N_("Says what your journal shows: what you did, what helped."),
        (),
        _PROGRESS,
        N_(
            "Nothing is said of why, and nothing of other people. A PART of a report is things-done, helps, "
            "before, needs, able, distress, urge, check-ins, maps, good-moments, notes or ending-life. "
            "The last two are left out unless you name them."
        ),
    ),
    Command(
        ("wave",),
        "wave",
        N_("Rides out an urge with you, for some minutes."),
        (Place("length", "[5|10|15]"),),
        (),
        N_("You can stop at any time, or make it longer."),
    ),
    *LINES_COMMANDS,
    *TALK_COMMANDS,
    Command(
        ("after",),
        "after",
        N_("The hour after self-harm: care, a person, rest, one thing at a time."),
        (),
        (),
        N_("Nothing of it is kept."),
    ),
    Command(
        ("learn",),
        "learn",
        N_("Short articles to read."),
        (Place("topic", "[TOPIC]", many=True),),
        (JSON,),
        N_("TOPIC is a name from the list, or words to look for. --plain prints the whole article."),
    ),
    *CONFIG_COMMANDS,
    *MAKING_COMMANDS,
    *KEYS_COMMANDS,
    Command(("data",), "data_where", N_("Says where your files are."), (), (JSON,)),
    Command(("data", "where"), "data_where", N_("Says where your files are."), (), (JSON,)),
    Command(
        ("data", "export"),
        "data_export",
        N_("Writes out all that you wrote, to keep or to move."),
        (),
        (
            Option(("-o", "--output"), "output", N_("writes it to that file"), TEXT, "FILE"),
            Option(("--force",), "force", N_("replaces the file if it is there")),
        ),
        N_("Your plan, its older versions, your journal, your notes and pins: one line of JSON each."),
    ),
    Command(
        ("data", "import"),
        "data_import",
        N_("Takes in what `cope data export` wrote."),
        (Place("file", "FILE"),),
        (),
        N_("Nothing that you have is written over. Doing it twice changes nothing."),
    ),
    Command(
        ("data", "forget"),
        "data_forget",
        N_("Removes your plan, your journal or all of it from here."),
        (Place("what", "plan|journal|all"),),
        (Option(("--yes",), "yes", N_("does not ask")),),
        N_("It takes older versions, drafts and backups too. It cannot be undone."),
    ),
)

LISTED = tuple(
    command for command in COMMANDS if command.words not in ((), ("config", "list"), ("data",), ("skills",))
)
"""The commands that the help names, each once."""


def options_of(command: Command) -> tuple[Option, ...]:
    """Return every option that may stand with the command."""
    return (*command.options, *GLOBAL)


def takes_value(name: str) -> bool:
    """Return whether a word follows the option of that name, in any command."""
    return any(
        name in option.names and option.kind != FLAG for command in COMMANDS for option in options_of(command)
    )
