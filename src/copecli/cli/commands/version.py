"""`--version`."""

from __future__ import annotations

from copecli import __version__
from copecli.core.errors import OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Print the name and the version."""
    call.world.say(f"copecli {__version__}")
    return OK
