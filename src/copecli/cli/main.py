"""The command line: what was asked is read, done, and answered with an exit code.

Invariant: this is the one exit point. Every trouble that the program expects becomes one sentence on
stderr and the exit code of the contract; nothing is left on the screen, and a pipe that closes is no
trouble at all.
"""

from __future__ import annotations

import gc

from copecli.cli.call import Call
from copecli.cli.commands import find
from copecli.cli.request import Request, read_request
from copecli.cli.world import Ended, OutputLost, World
from copecli.core.errors import OK, UNEXPECTED, CopeError
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.first_words import Painted

INTERRUPTED = 130


def run(argv: Sequence[str], painted: Painted | None = None, world: World | None = None) -> int:
    """Do what `argv` asks and return the exit code; `painted` says what has been said already."""
    if world is not None:
        return _exit_code(Call(Request(), world, painted), argv)
    _guard()
    _wait_less()
    # Looking for garbage takes a tenth of a short command, and so does looking once more when Python ends.
    gc.disable()
    code = _exit_code(Call(Request(), World.real(), painted), argv)
    gc.freeze()
    return code


def _exit_code(call: Call, argv: Sequence[str]) -> int:
    world = call.world
    try:
        return _answered(call, argv)
    except CopeError as trouble:
        call.unpaint()
        world.talk(trouble.sentence(_))
        return trouble.exit_code
    except OutputLost as lost:
        world.drop_output()
        return _told(lost, world)
    except KeyboardInterrupt:
        call.unpaint()
        return INTERRUPTED
    except Ended as ended:
        call.unpaint()
        return ended.exit_code


def _answered(call: Call, argv: Sequence[str]) -> int:
    call.request = read_request(argv)
    code = find(call.request.command)(call)
    call.world.flush()
    call.tell_problems()
    return code


def _told(lost: OutputLost, world: World) -> int:
    from errno import EINVAL, EPIPE

    if lost.error.errno in (EPIPE, EINVAL):  # Windows calls a closed pipe invalid
        return OK
    world.talk(_("The result could not be written: the place is full or gone."))
    return UNEXPECTED


def _wait_less() -> None:
    """Load later what `dataclasses` imports and seldom needs: the two take a seventh of a short command.

    Python 3.12 and 3.13 need `inspect` for every class, and then it is loaded.
    """
    from copecli.system.late import load_late

    load_late("inspect")
    load_late("copy")


def _guard() -> None:
    """Refuse the network and keep new files private, before anything of a person's is read."""
    from copecli.system.guard import no_network, private_process

    no_network()
    private_process()
