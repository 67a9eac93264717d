"""The line face from its start to its end.

Invariant: whatever ends it, what was typed and entered is saved or kept as a draft; Ctrl+C and the end of
input are leaving, not failing.
"""

from __future__ import annotations

from copecli.cli.plain.face import Face
from copecli.cli.plain.io import Console
from copecli.cli.world import Ended
from copecli.core.errors import OK, CopeError
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import FrameType
    from typing import Any

    from copecli.cli.call import Call


def open_line_face(call: Call, start: tuple[str, ...]) -> int:
    """Go through `start`, such as ("home",) or ("skill", id), as `_go` knows it; return the exit code."""
    before = _on_signals()
    try:
        call.desk.settle()
        _go(face_of(call), start)
    except (EOFError, KeyboardInterrupt):
        pass
    finally:
        _off_signals(before)
    return OK


def face_of(call: Call) -> Face:
    """Return the face on this call's streams."""
    from copecli.cli.plain.help_now import help_now

    world = call.world

    def write(text: str) -> None:
        world.write(text)
        world.flush()

    read = world.read
    if read is None:
        from copecli.cli.plain.readers import reader_of

        if world.stdin is None:
            raise EOFError
        read = reader_of(world.stdin, world.platform, write)
    console = Console(read, write, world.clock, call.width(), unicode=call.terminal().unicode)
    return Face(console, call.desk, help_now)


def _go(face: Face, start: tuple[str, ...]) -> None:
    kind, *rest = start
    if kind == "skill":
        from copecli.cli.plain.player import exercise
        from copecli.first_words import lines

        first, second, _keys = lines("ground")
        face.say(first, second)
        skill = face.desk.skill(rest[0])
        exercise(face, face.desk.chosen(skill) if rest[1:] else skill)
    elif kind == "plan":
        from copecli.cli.plain.plan_home import plan_home

        plan_home(face)
    elif kind == "map":
        from copecli.cli.plain.maps import kept_map, map_flow

        kept_map(face, rest[0]) if rest else map_flow(face)
    elif kind == "check-in":
        from copecli.cli.plain.checkin import check_in_flow

        check_in_flow(face)
    elif kind == "good":
        from copecli.cli.plain.checkin import good_flow

        good_flow(face)
    elif kind == "record-edit":
        from copecli.cli.plain.records import change_record

        change_record(face, rest[0])
    elif kind == "report":
        from copecli.cli.plain.report import report_flow

        report_flow(face)
    elif kind == "talk":
        from copecli.cli.plain.talk import talk_flow

        talk_flow(face)
    elif kind == "people":
        from copecli.cli.plain.people import people_home

        people_home(face)
    elif kind == "walk":
        from copecli.cli.plain.walker import walk_through

        walk_through(face, face.desk.read_plan().plan)
    elif kind == "wave":
        from copecli.cli.plain.wave import ride_out

        ride_out(face, int(rest[0]))
    elif kind == "learn":
        from copecli.cli.plain.learn import learn

        learn(face, rest)
    elif kind == "after":
        from copecli.cli.plain.after import after_flow

        after_flow(face)
    elif kind == "send":
        from copecli.cli.plain.codes import send

        send(face, face.desk.read_plan().plan)
    else:
        from copecli.cli.plain.home import home

        home(face)
    tell_problems(face)


def tell_problems(face: Face) -> None:
    """Say, once and quietly, what could not be read."""
    problems: list[CopeError] = face.desk.problems
    for sentence in dict.fromkeys(problem.sentence(_) for problem in problems):
        face.say(sentence)
    problems.clear()


def _on_signals() -> Mapping[int, Any]:
    """Let an ending signal unwind what is being done, so that drafts are kept; return the handlers before."""
    import signal

    def end(number: int, _frame: FrameType | None) -> None:
        raise Ended(number)

    wanted: dict[str, Callable[[int, FrameType | None], Any] | int] = {
        "SIGTERM": end,
        "SIGHUP": end,
        "SIGINT": signal.default_int_handler,
        "SIGTSTP": signal.SIG_DFL,
    }
    before: dict[int, Any] = {}
    for name, handler in wanted.items():
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            try:
                before[number] = signal.signal(number, handler)
            except ValueError:
                return before  # not in the main thread: a test
    return before


def _off_signals(before: Mapping[int, Any]) -> None:
    import signal

    for number, handler in before.items():
        if handler is not None:
            signal.signal(number, handler)
