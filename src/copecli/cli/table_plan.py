"""The commands of the safety plan.

Invariant: an option means the same in every command that has it.
"""

from __future__ import annotations

from copecli.cli.command import JSON, ONE_OF, STEP, TEXT, WHOLE, Command, Option, Place
from copecli.words import N_

PRINT = (
    Option(("-o", "--output"), "output", N_("writes it to that file"), TEXT, "FILE"),
    Option(("--force",), "force", N_("replaces the file if it is there")),
    Option(
        ("--format",),
        "form",
        N_("text, markdown, html, pdf, card or json"),
        ONE_OF,
        "FORM",
        ("text", "markdown", "html", "pdf", "card", "json"),
    ),
    Option(
        ("--paper",),
        "paper",
        N_("a4 or letter; else what is usual in your country"),
        ONE_OF,
        "PAPER",
        ("a4", "letter"),
    ),
    Option(("--large",), "large", N_("in large print")),
    Option(("--for-helper",), "for_helper", N_("leaves out what you marked private")),
    Option(("--width",), "width", N_("columns, 20 to 200"), WHOLE, "N"),
    Option(("--to-printer",), "to_printer", N_("prints it on this computer’s printer")),
    Option(("--yes",), "yes", N_("with --to-printer: does not ask")),
)
_SECTION = Option(("--section",), "section", N_("one step: its number or its name"), STEP, "STEP")

PLAN_COMMANDS = (
    Command(("plan",), "plan_build", N_("Writes your safety plan with you, or changes it.")),
    Command(("plan", "show"), "plan_show", N_("Shows your plan."), (), (_SECTION, JSON)),
    Command(
        ("plan", "print"),
        "plan_print",
        N_("Prints your plan: as text, a web page, PDF or a card."),
        (),
        PRINT,
        N_("Without --format the end of FILE says the form, such as plan.pdf."),
    ),
    Command(
        ("plan", "check"),
        "plan_check",
        N_("Says what could make your plan stronger."),
        (),
        (JSON,),
        N_("These are ideas. There is no score, and all of it can stay as it is."),
    ),
    Command(
        ("plan", "import"),
        "plan_import",
        N_("Takes a plan from a file into yours."),
        (Place("file", "FILE"),),
        (),
        N_("TOML, JSON, or Markdown with headings. Nothing that you have is written over."),
    ),
    Command(("plan", "history"), "plan_history", N_("Lists older versions of your plan."), (), (JSON,)),
    Command(
        ("plan", "diff"),
        "plan_diff",
        N_("Says what is different between two versions of your plan."),
        (Place("versions", "[OLD] [NEW]", many=True),),
        (JSON,),
        N_("A version is its number or name in `cope plan history`, or now. Without NEW it is now."),
    ),
    Command(
        ("plan", "restore"),
        "plan_restore",
        N_("Makes an older version your plan again."),
        (Place("version_name", "VERSION"),),
        (Option(("--yes",), "yes", N_("does not ask")),),
        N_(
            "A version is its number or name in `cope plan history`. "
            "The plan of now becomes a version first, so nothing is lost."
        ),
    ),
    Command(("plan", "walk"), "plan_walk", N_("Takes you through your plan, one thing at a time.")),
    Command(
        ("plan", "send"),
        "plan_send",
        N_("Shows your plan as codes that a phone scans."),
        (),
        (
            Option(("--for-helper",), "for_helper", N_("leaves out what you marked private")),
            Option(("--contacts",), "contacts", N_("a contact for each person instead")),
        ),
        N_("Nothing is sent: the camera reads the screen."),
    ),
)
