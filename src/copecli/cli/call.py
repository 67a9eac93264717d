"""One call of the program: what was asked, and what there is to answer it with.

Invariant: the desk and the terminal are looked at only when a command needs them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.request import Request
    from copecli.cli.world import World
    from copecli.desk import Desk
    from copecli.first_words import Painted
    from copecli.system.terminal import Terminal


class Call:
    """Handed to every command."""

    def __init__(self, request: Request, world: World, painted: Painted | None = None) -> None:
        self.request = request
        self.world = world
        self.painted = painted
        self._desk: Desk | None = None

    @property
    def desk(self) -> Desk:
        """The way to the person's own files."""
        if self._desk is None:
            from copecli.desk import Desk

            asked = self.request
            self._desk = Desk.open(
                self.world.environ, data_dir=asked.data_dir or None, saving=not asked.no_save
            )
        return self._desk

    def terminal(self) -> Terminal:
        """Return what the terminal is like, with what the settings ask of it."""
        from copecli.system.terminal import detect

        world, config = self.world, self.desk.config
        if self.request.no_color:
            world.environ["NO_COLOR"] = "1"  # Textual and rich go by it, too
        return detect(
            world.environ,
            world.stdin,
            world.stdout,
            world.stderr,
            world.platform,
            motion=config.motion,
            plain="yes" if self.request.plain else config.plain,
        )

    def width(self) -> int:
        """Return the columns of the terminal that the result goes to; 0 where it goes to none."""
        import os

        try:
            out = self.world.stdout
            return os.get_terminal_size(out.fileno()).columns if out is not None and out.isatty() else 0
        except (OSError, ValueError, AttributeError):
            return 0

    def unpaint(self) -> None:
        """Give the screen back before a line is printed on it."""
        if self.painted is not None and self.painted.kind != "now":
            self.painted.restore()
            self.painted = None

    def tell_problems(self) -> None:
        """Say, once and after the result, what could not be read."""
        from copecli.words import _

        if self._desk is not None:
            self._desk.settle_journal()
            self.world.talk(*dict.fromkeys(trouble.sentence(_) for trouble in self._desk.problems))
            self._desk.problems.clear()
