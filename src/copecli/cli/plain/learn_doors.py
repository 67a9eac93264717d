"""Where what an article offers is opened, line by line: one line for each door.

Invariant: what stands here opens; what does not stand here is not offered at the end of an article.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.cli.plain.face import Face


def _plan(face: Face) -> None:
    from copecli.cli.plain.plan_home import plan_home

    plan_home(face)


def _lines(face: Face) -> None:
    from copecli.cli.plain.lines import lines_flow

    lines_flow(face)


def _talk(face: Face) -> None:
    from copecli.cli.plain.talk import talk_flow

    talk_flow(face)


def _after(face: Face) -> None:
    from copecli.cli.plain.after import after_flow

    after_flow(face)


def _check_in(face: Face) -> None:
    from copecli.cli.plain.checkin import check_in_flow

    check_in_flow(face)


def _map(face: Face) -> None:
    from copecli.cli.plain.maps import map_flow

    map_flow(face)


def _wave(face: Face) -> None:
    from copecli.cli.plain.wave import ride_out

    ride_out(face)


def _progress(face: Face) -> None:
    from copecli.cli.plain.progress import progress_home

    progress_home(face)


OPENS: dict[str, Callable[[Face], None]] = {
    "plan": _plan,
    "lines": _lines,
    "talk": _talk,
    "help-now": lambda face: face.help_now(),
    "after": _after,
    "checkin": _check_in,
    "triggers": _map,
    "wave": _wave,
    "progress": _progress,
}
"""By door, of `core.learn.DOORS`."""
