"""What both faces say around a report: its door, what can be done with it, where it goes.

Invariant: the TUI and the line face take it from here, so neither says it differently.
"""

from __future__ import annotations

from copecli.words import N_

REPORT_DOOR = N_("For an appointment")
WHAT_NOW = N_("What would you like to do with it?")
PRINTER, CHANGE, READ = "printer", "change", "read"
CHANGE_IT = N_("Change what is in it.")
READ_IT = N_("Read it again.")

WHICH_FILE = N_("Write it to which file?")
BEFORE_A_FILE = N_("Others who open this file can read all of it.")
AT_THE_PRINTER = N_("It is at the printer.")
PRINT_IT = N_("Print it.")
"""To the printer, after who may see it was said."""


def file_name(ending: str) -> str:
    """Return a name to offer for the file."""
    return f"~/for-my-appointment{ending}"
