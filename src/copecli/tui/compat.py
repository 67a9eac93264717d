"""Everything in which the app leans on Textual's private parts, or works round them: one place, dated.

Invariant: no module of the TUI but this and handover.py (the driver) uses a private name of Textual. Whatever
ends the app, drafts are saved first, the terminal is given back, and no word of the person's is printed.
Every item is of 2026-11-23, Textual 8.2.8: when the lock moves, look at each again.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.widgets import OptionList

from copecli.core.text import clean_own
from copecli.system import crash
from copecli.tui import loading

if sys.platform == "win32":
    DRIVER = None  # Textual's own: nothing is painted early there
else:
    from copecli.tui.handover import SteadyDriver, give_back

    DRIVER = SteadyDriver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import RenderableType
    from textual.color import Color
    from textual.screen import Screen
    from textual.widget import Widget

    from copecli.first_words import Painted

PATIENCE = 2.0
"""Seconds after a signal in which the app may leave by itself; then it is ended."""


class SteadyApp(App[int]):
    """An app that ends well, however it ends."""

    ENABLE_COMMAND_PALETTE = False

    BINDINGS: ClassVar[list[BindingType]] = [
        # Textual answers Ctrl+C with a toast; here it leaves at once.
        Binding("ctrl+q,ctrl+c", "leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]

    def __init__(
        self,
        *,
        painted: Painted | None = None,
        log_path: str = "",
        on_leave: Callable[[], object] | None = None,
        plain_cursor: bool = False,
    ) -> None:
        # Textual takes an empty NO_COLOR for a set one, and sends greys where it is set. Only `ansi_color` at
        # construction leaves colours out altogether; an ANSI theme set later gives black on black.
        if not os.environ.get("NO_COLOR", "unset"):
            del os.environ["NO_COLOR"]
        super().__init__(driver_class=DRIVER, ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.painted = painted
        self.plain_cursor = plain_cursor
        self._log_path = log_path
        self._on_leave = on_leave
        self._harmless = Harmless()
        self._settled = False
        self._departing = False
        self._broken = False
        self._noted_in = ""

    # leaving

    def save_drafts(self) -> None:
        """Keep what is being written; called before every end. An app that has drafts overrides this."""

    def leave(self) -> None:
        """Leave at once, with everything in order."""
        self.depart(0)

    def depart(self, code: int) -> None:
        """Leave at once with this exit code; what is unfinished is saved first, once."""
        with self._context():  # a signal's callback runs outside of it
            self._settle()
            self._departing = True
            self.exit(code, return_code=code)

    def action_leave(self) -> None:
        """Leave at once."""
        self.leave()

    async def action_quit(self) -> None:
        """Leave at once: Textual's own name for it."""
        self.leave()

    def _settle(self) -> None:
        if self._settled:
            return
        self._settled = True
        for act in (self.save_drafts, self._on_leave):
            if act is not None:
                try:
                    act()
                except Exception as error:  # nothing may stand between a person and the way out
                    self._note(error)

    # signals, and errors from threads and tasks

    async def run_async(self, **options: Any) -> int | None:
        """Run with our own answers to signals and to errors that nobody catches."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: self._note(context.get("exception")))
        hooks = threading.excepthook, sys.unraisablehook
        threading.excepthook = lambda happened: self._note(happened.exc_value)
        sys.unraisablehook = lambda happened: self._note(happened.exc_value)
        give_up = install_signal_handlers(self)
        try:
            return await super().run_async(**options)
        finally:
            give_up()
            threading.excepthook, sys.unraisablehook = hooks

    # starting

    def begin_with(self, theme: str) -> None:
        """Take on a theme before the style sheet is read: set later, it is read and laid out twice."""
        self.set_reactive(App.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())
        self._refresh_truecolor_filter(self.ansi_theme)

    def fit(self, screen: Screen[Any]) -> None:
        """Give a screen its size's classes before its first layout; Textual gives them after it."""
        across = screen._get_breakpoint_classes(self.size.width, screen.HORIZONTAL_BREAKPOINTS or [])
        down = screen._get_breakpoint_classes(self.size.height, screen.VERTICAL_BREAKPOINTS or [])
        screen.add_class(*across, *down, update=False)

    def on_ready(self) -> None:
        """The first frame is there."""
        loading.done()

    # crashes: Textual prints a traceback with local variables, which hold what the person wrote

    def _handle_exception(self, error: Exception) -> None:
        """Break, but not on the way out, when a half built page is taken down and finds no list (2026-11)."""
        if not self._departing:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._break()

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002
        """Leave as after a crash; what Textual would print is not shown, for it may hold anything."""
        self._break()

    def _break(self) -> None:
        self._return_code = 1
        self._broken = True
        self._note(self._exception or sys.exc_info()[1])
        self._settle()
        self._close_messages_no_wait()

    def _note(self, error: BaseException | None) -> None:
        if error is not None and not self._noted_in:
            self._noted_in = crash.note(self._log_path, error)

    def _print_error_renderables(self) -> None:
        """Say calmly what happened; Textual calls this when the terminal is its own again."""
        self._exit_renderables.clear()
        if not self._broken:
            return
        self._broken = False
        if self.painted is not None:
            self.painted.restore()
        try:
            print(*crash.sentences(self._noted_in), sep="\n", file=sys.__stderr__, flush=True)
        except (OSError, ValueError):
            pass

    @on(Driver.SignalResume)
    def _draw_anew(self) -> None:
        """Draw everything after Ctrl+Z and fg: the screen stays blank until something changes (#6298)."""
        self.refresh(layout=True)

    # what is drawn

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing through that steers a terminal; Textual passes control characters on as they are."""
        return [*super().get_line_filters(), self._harmless]

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Return the palette's commands without the one that writes the screen to a file."""
        return (command for command in super().get_system_commands(screen) if command.title != "Screenshot")

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Write nothing: the screen is the person's own."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if self.plain_cursor:
            self.cursor_position = looked_at(self.focused)
        super()._display(screen, renderable)


def looked_at(focused: Widget | None) -> Offset:
    """Return where the eye is: Braille displays and screen readers follow the cursor (#2348, open)."""
    if focused is None:
        return Offset(0, 0)
    if isinstance(focused, OptionList) and focused.highlighted is not None:
        line = focused._index_to_line.get(focused.highlighted, 0)
        return focused.content_region.offset + Offset(0, line - focused.scroll_offset.y)
    cursor: Offset | None = getattr(focused, "cursor_screen_offset", None)
    return focused.content_region.offset if cursor is None else cursor


def install_signal_handlers(app: SteadyApp) -> Callable[[], None]:
    """Leave well on a signal (Textual dies and leaves its modes on, #5140); return what undoes this.

    Not `loop.add_signal_handler`: that waits for the loop, which may wait for a terminal that stands still.
    """
    if sys.platform == "win32":
        return lambda: None
    loop = asyncio.get_running_loop()

    def leave(number: int, _: object) -> None:
        code = 0 if number == signal.SIGINT else 128 + number
        # Not `threading`: a signal may come while the main thread holds one of its locks.
        import _thread

        _thread.start_new_thread(_insist, (app, code))
        loop.call_soon_threadsafe(app.depart, code)

    before: dict[int, Any] = {}
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        if signal.getsignal(number) != signal.SIG_IGN:  # nohup means it
            before[number] = signal.signal(number, leave)
    for number in (signal.SIGUSR1, signal.SIGUSR2):
        before[number] = signal.signal(number, signal.SIG_IGN)

    def undo() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    return undo


def _insist(app: SteadyApp, code: int) -> None:
    """End the process where it did not end by itself."""
    import _thread
    from time import sleep

    sleep(PATIENCE)
    attributes = app.painted.attributes if app.painted is not None else None
    _thread.start_new_thread(give_back, (attributes,))  # this may hang on the same terminal
    sleep(PATIENCE / 10)
    os._exit(code)


class Harmless(LineFilter):
    """Takes out of every rendered line what could steer the terminal or hide what is read."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments, as wide as they were."""
        if all(text.isprintable() for text, _, _ in segments):
            return segments
        return [Segment(harmless(text), style, control) for text, style, control in segments]


def harmless(text: str) -> str:
    """Return `text` without Cc Cf Cs Co Zl Zp (ZWJ, ZWNJ and direction marks stay), in as many cells."""
    if text.isprintable():
        return text
    return "".join(c if c != "\n" and clean_own(c) == c else " " * cell_len(c) for c in text)
