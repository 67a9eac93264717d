"""One module for each command.

Invariant: only the module of the command that was asked for is loaded.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.cli.call import Call


def find(command: str) -> Callable[[Call], int]:
    """Return what does the command; the names are those of `copecli.cli.request` and `table`."""
    match command:
        case "now":
            from copecli.cli.commands.now import run
        case "ground":
            from copecli.cli.commands.ground import run
        case "do":
            from copecli.cli.commands.do import run
        case "skills_list":
            from copecli.cli.commands.skills_list import run
        case "skills_show":
            from copecli.cli.commands.skills_show import run
        case "skills_pin":
            from copecli.cli.commands.skills_own import pin as run
        case "skills_unpin":
            from copecli.cli.commands.skills_own import unpin as run
        case "skills_hide":
            from copecli.cli.commands.skills_own import hide as run
        case "skills_unhide":
            from copecli.cli.commands.skills_own import unhide as run
        case "skills_note":
            from copecli.cli.commands.skills_own import note as run
        case "plan_build":
            from copecli.cli.commands.plan_build import run
        case "plan_show":
            from copecli.cli.commands.plan_show import run
        case "plan_print":
            from copecli.cli.commands.plan_print import run
        case "plan_history":
            from copecli.cli.commands.plan_history import run
        case "plan_check":
            from copecli.cli.commands.plan_check import run
        case "plan_import":
            from copecli.cli.commands.plan_import import run
        case "plan_diff":
            from copecli.cli.commands.plan_diff import run
        case "plan_restore":
            from copecli.cli.commands.plan_restore import run
        case "plan_walk":
            from copecli.cli.commands.plan_walk import run
        case "plan_send":
            from copecli.cli.commands.plan_send import run
        case "checkin":
            from copecli.cli.commands.checkin import run
        case "checkin_good":
            from copecli.cli.commands.checkin_good import run
        case "triggers":
            from copecli.cli.commands.triggers import run
        case "triggers_list":
            from copecli.cli.commands.triggers_read import list_all as run
        case "triggers_show":
            from copecli.cli.commands.triggers_read import show as run
        case "triggers_edit":
            from copecli.cli.commands.triggers import edit as run
        case "triggers_patterns":
            from copecli.cli.commands.progress import patterns as run
        case "triggers_delete":
            from copecli.cli.commands.triggers_delete import run
        case "progress":
            from copecli.cli.commands.progress import run
        case "checkin_list":
            from copecli.cli.commands.checkin_records import list_all as run
        case "checkin_show":
            from copecli.cli.commands.checkin_records import show as run
        case "checkin_edit":
            from copecli.cli.commands.checkin_records import edit as run
        case "checkin_delete":
            from copecli.cli.commands.checkin_records import delete as run
        case "wave":
            from copecli.cli.commands.wave import run
        case "after":
            from copecli.cli.commands.after import run
        case "lines":
            from copecli.cli.commands.lines import run
        case "lines_pin":
            from copecli.cli.commands.lines_own import pin as run
        case "lines_unpin":
            from copecli.cli.commands.lines_own import unpin as run
        case "lines_hide":
            from copecli.cli.commands.lines_own import hide as run
        case "lines_unhide":
            from copecli.cli.commands.lines_own import unhide as run
        case "lines_add":
            from copecli.cli.commands.lines_own import add as run
        case "learn":
            from copecli.cli.commands.learn import run
        case "talk":
            from copecli.cli.commands.talk import run
        case "talk_people":
            from copecli.cli.commands.talk import people as run
        case "config_list":
            from copecli.cli.commands.config import list_all as run
        case "config_get":
            from copecli.cli.commands.config import get as run
        case "config_set":
            from copecli.cli.commands.config import change as run
        case "keys":
            from copecli.cli.commands.keys import run
        case "keys_set":
            from copecli.cli.commands.keys import change as run
        case "keys_reset":
            from copecli.cli.commands.keys import reset as run
        case "skills_new":
            from copecli.cli.commands.skills_new import run
        case "skills_check":
            from copecli.cli.commands.skills_check import run
        case "skills_add":
            from copecli.cli.commands.skills_add import run
        case "skills_remove":
            from copecli.cli.commands.skills_remove import run
        case "data_where":
            from copecli.cli.commands.data_where import run
        case "data_export":
            from copecli.cli.commands.data_export import run
        case "data_import":
            from copecli.cli.commands.data_import import run
        case "data_forget":
            from copecli.cli.commands.data_forget import run
        case "version":
            from copecli.cli.commands.version import run
        case "help":
            from copecli.cli.commands.help import run
        case _:
            from copecli.cli.commands.companion import run
    return run
