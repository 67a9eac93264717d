"""The player: draws the Frame of a Session and hands it what the person does.

Invariant: it holds no state of the exercise but the Session. A timer runs only while something on the
screen moves.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer

from copecli.core.actions import EXERCISE, WORDS
from copecli.core.events import Answer, Back, Choice, Extend, Forward, Pause, Rating, Skip, Stop, Take, Tick
from copecli.core.frames import Frame
from copecli.core.session import Session
from copecli.tui.page import ComposeResult
from copecli.tui.safe import Words
from copecli.tui.screens.composed import Composed, put
from copecli.tui.screens.player_parts import PlayerParts
from copecli.tui.screens.player_words import Lines, ending, lines_of
from copecli.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.widgets import Input, OptionList

    from copecli.core.events import Event
    from copecli.tui.screens.player_end import End

NUMBERS = "0123456789"
"""Keys for how strong it is during a wait; ten has one of its own."""
SMOOTH = 0.2
"""Seconds between two drawings of a moving shape."""

_EVENTS: dict[str, Event] = {
    "forward": Forward(),
    "back": Back(),
    "skip": Skip(),
    "pause": Pause(),
    "take": Take(),
    "extend": Extend(),
}
_ELSEWHERE = frozenset({"ten", "another-puzzle"})
"""Actions that mean something in a few frames; elsewhere their keys are like any other."""


class Player(PlayerParts):
    """An exercise, one thing at a time."""

    GROUPS = (EXERCISE,)
    KEYS = ("help-now", "stop")

    def __init__(self, session: Session, *, first_words: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.session = session
        self._first_words = first_words
        self._before = session
        self._timer: Timer | None = None
        self._since = 0.0
        self._shown: tuple[int, str] = (-9, "")
        self._end: End | None = None
        self._composed: Composed | None = None

    def body(self) -> ComposeResult:
        """Yield every part that some frame needs; each frame shows its own."""
        opening = lines_of(self.session.frame(), self._first_words, self.app.desk.keys)
        yield Words(opening.first, id="first", classes="gap")
        yield Words(opening.lead, id="lead", classes="gap quiet")
        yield Words(opening.text, id="text", classes="gap")
        yield Words(opening.detail, id="detail", classes="gap quiet")
        yield Words("", id="cue", classes="strong accent dots")
        yield Words(opening.hint, id="hint", classes="quiet above")

    def on_mount(self) -> None:
        """Begin; what `body` laid out is the first frame already, and laying it out again costs."""
        self._shown = (self.session.at, self.session.frame().kind)

    def on_screen_suspend(self) -> None:
        """Hold the time still while another screen lies above."""
        self._halt()

    def on_screen_resume(self) -> None:
        """Let the time run on."""
        self._schedule(self.session.frame())

    # what the person does

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the keys of an exercise, and those of a field where one writes."""
        writes = self._answer is not None and self._answer.display
        return (*self.GROUPS, WORDS) if writes else self.GROUPS

    def on_other_key(self, event: events.Key) -> None:
        """Any key goes on where the frame says so."""
        frame = self.session.frame()
        if self.session.finished and self._end and self._end.answered(event.character or ""):
            event.stop()
            self._draw_end(frame, self._end)
        elif frame.kind == "compose" and self._composed and event.key in ("up", "down"):
            event.stop()
            put(self._composed.move(-1 if event.key == "up" else 1), self._field())
        elif frame.kind == "wait" and "rate" in frame.can and event.character in tuple(NUMBERS):
            event.stop()
            self.do(Rating(NUMBERS.index(event.character or "")))
        elif frame.any_key and event.key not in ("up", "down", "tab", "shift+tab", "pageup", "pagedown"):
            event.stop()
            self.do(Forward())

    def act(self, action_id: str) -> None:
        """Do an action, where it means something now."""
        frame = self.session.frame()
        if action_id in ("stop", "leave-words"):
            self._stop()
        elif action_id in _EVENTS and (
            action_id in frame.can or (action_id == "back" and self.session.trail)
        ):
            self.do(_EVENTS[action_id])
        elif action_id == "ten" and frame.kind == "wait" and "rate" in frame.can:
            self.do(Rating(10))
        elif frame.any_key and (action_id in _EVENTS or action_id in _ELSEWHERE):
            self.do(Forward())
        else:
            super().act(action_id)

    def do(self, event: Event) -> None:
        """Hand an event to the session and draw what came of it."""
        self._catch_up()
        self._before = self.session
        self.session = self.session.next(event)
        self._draw()

    def say_keys(self) -> None:
        """Name the keys of now."""
        self._draw()

    def take_back(self) -> None:
        """Return to the place before the last press."""
        self.session = self._before
        self._draw()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take an option of the frame, or of the end."""
        event.stop()
        chosen = event.option_id or ""
        if self.session.finished and self._end and (told := self._end.keeps(chosen)):
            self._draw_end(self.session.frame(), self._end)
            self.query_one("#hint", Words).say(told)
        elif self.session.finished:
            self.dismiss(chosen)
        elif self.session.frame().kind == "caution":
            self._stop() if event.option_id == "1" else self.do(Forward())
        else:
            self.do(Choice(int(event.option_id or "0")))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed; nothing typed leaves the question out."""
        event.stop()
        value = event.value.strip()
        frame = self.session.frame()
        if frame.kind == "compose" and self._composed and self._composed.takes(value):
            self._field().value = ""
            self.query_one("#text", Words).say(self._composed.text)
        elif frame.kind == "compose":
            text = value or (self._composed.text if self._composed else "")
            self.do(Answer(text) if text else Forward())
        elif "rate" not in frame.can:
            self.do(Answer(value) if value else Skip())
        elif not value:
            self.do(Skip())
        elif value.isdecimal() and int(value) <= 10:
            self.do(Rating(int(value)))
        else:
            self.query_one("#hint", Words).say(lines_of(self.session.frame(), (), self.app.desk.keys).wrong)

    def _stop(self) -> None:
        self.session = self.session.next(Stop())
        self._halt()
        self.dismiss("stopped")

    # time

    def _catch_up(self) -> None:
        if self._timer is not None:
            now = self.app.clock()
            self.session = self.session.next(Tick(max(0.0, now - self._since)))
            self._since = now

    def _tick(self) -> None:
        self._catch_up()
        self._timer = None
        self._draw()

    def _halt(self) -> None:
        if self._timer is not None:
            self._catch_up()
            self._timer.stop()
            self._timer = None

    def _schedule(self, frame: Frame) -> None:
        """Look again when something will have changed: a beat, a second, or the next drawing of the shape."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if frame.paused:
            return
        left = frame.cue.seconds_left if frame.cue else frame.seconds_left
        if not left:
            return
        to_next_second = left % 1.0 or 1.0
        wait = min(left, to_next_second) if self.app.still or not frame.cue else min(left, SMOOTH)
        self._since = self.app.clock()
        self._timer = self.set_timer(max(0.005, wait), self._tick)

    # drawing

    def _draw(self) -> None:
        frame = self.session.frame()
        if self.session.finished:
            from copecli.tui.screens.player_end import End

            self._end = self._end or End(self.app.desk, self.session.outcome())
            self._draw_end(frame, self._end)
            return
        lines = self._lines(frame)
        self._say(lines, frame)
        self._draw_breath(None if self.app.still else frame.cue)
        place = (self.session.at, frame.kind + " to pick" * bool(frame.minutes))
        if place != self._shown:
            self._shown = place
            self._offer(frame, lines)
            self.query_one("#column").scroll_home(animate=False)
            if frame.earlier and lines.lead:  # what is asked now has to be in view
                self.call_after_refresh(self.query_one("#text").scroll_visible, top=True, animate=False)
        self._schedule(frame)

    def _lines(self, frame: Frame) -> Lines:
        """Return the words of a frame that is not the end."""
        lines = lines_of(frame, self._first_words, self.app.desk.keys)
        if frame.kind != "reach":
            return lines
        from copecli.tui.screens.help_words import people_then_lines

        return replace(lines, detail=people_then_lines(self.app.desk))

    def _say(self, lines: Lines, frame: Frame) -> None:
        self.query_one("#first", Words).say(lines.first)
        self.query_one("#lead", Words).say(lines.lead)
        self.query_one("#text", Words).say(lines.text)
        self.query_one("#detail", Words).say(lines.detail)
        self.query_one("#cue", Words).set_class(frame.cue is None, "dots").say(lines.cue)
        self.query_one("#hint", Words).say(lines.hint)

    def _offer(self, frame: Frame, lines: Lines) -> None:
        """Show the list or the field that this frame needs, and put the cursor there."""
        writes = bool({"answer", "rate"} & frame.can) and frame.kind != "wait"
        self._show_list([(str(i), text) for i, text in enumerate(lines.options)])
        if self._answer is not None:
            self._answer.display = writes
        if writes:
            answer = self._field()
            answer.display = True
            composed = frame.kind == "compose"
            self._composed = Composed(frame.text) if composed and "\n" in frame.text else None
            put("" if self._composed else frame.text if composed else frame.before, answer)
            answer.placeholder = lines.placeholder
            answer.focus()
        elif not lines.options:
            self.set_focus(None)
        last = "forward" if frame.game else "back"
        keys = ("help-now", "stop", last) if self.session.trail else ("help-now", "stop")
        self.query_one(KeyLine).offer(*(("help-in-words", "leave-words") if writes else keys))

    def _draw_end(self, frame: Frame, end: End) -> None:
        self._halt()
        self._shown = (self.session.at, frame.kind)
        self._draw_breath(None)
        if self._answer is not None:
            self._answer.display = False
        self._say(replace(ending(frame), detail=end.detail), frame)
        self.query_one(KeyLine).offer("help-now", "stop", "back")
        self._show_list(end.rows)
