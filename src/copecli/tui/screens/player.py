"""The player: draws the Frame of a Session and hands it what the person does.

Invariant: it holds no state of the exercise but the Session. A timer runs only while something on the
screen moves.
"""

from __future__ import annotations

from dataclasses import replace

from textual import events, on
from textual.timer import Timer
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from copecli.core.actions import EXERCISE
from copecli.core.events import (
    Answer,
    Back,
    Choice,
    Event,
    Extend,
    Forward,
    Pause,
    Rating,
    Skip,
    Stop,
    Take,
    Tick,
)
from copecli.core.frames import Frame
from copecli.core.session import Kept, Session
from copecli.core.shared_words import ENDINGS
from copecli.desk import calm
from copecli.tui.page import ComposeResult, Page, field
from copecli.tui.safe import Words, words
from copecli.tui.screens.help_words import said_of
from copecli.tui.screens.player_words import Lines, ending, lines_of
from copecli.tui.widgets.breath import Breath
from copecli.tui.widgets.key_line import KeyLine
from copecli.words import _

STRENGTHS = "0123456789t"
"""Keys for how strong it is during a wait, from 0 to ten."""
KEEP = "keep-"
SMOOTH = 0.125
"""Seconds between two drawings of a moving shape."""

_EVENTS: dict[str, Event] = {
    "forward": Forward(),
    "back": Back(),
    "skip": Skip(),
    "pause": Pause(),
    "take": Take(),
    "extend": Extend(),
}


class Player(Page):
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
        self._may_keep: list[Kept] = []

    def body(self) -> ComposeResult:
        """Yield every part that some frame needs; each frame shows its own."""
        opening = lines_of(self.session.frame(), self._first_words)
        yield Words(opening.first, id="first", classes="gap")
        yield Words(opening.lead, id="lead", classes="gap quiet")
        yield Words(opening.text, id="text", classes="gap")
        yield Words(opening.detail, id="detail", classes="gap quiet")
        yield Breath(blocks=self.app.terminal.unicode, id="breath")
        yield Words("", id="cue", classes="strong accent")
        yield OptionList(id="options", markup=False)
        yield field(id="answer")
        yield Words(opening.hint, id="hint", classes="quiet above")

    def on_mount(self) -> None:
        """Draw the first frame."""
        self._draw()

    def on_screen_suspend(self) -> None:
        """Hold the time still while another screen lies above."""
        self._halt()

    def on_screen_resume(self) -> None:
        """Let the time run on."""
        self._schedule(self.session.frame())

    # what the person does

    def on_other_key(self, event: events.Key) -> None:
        """Any key goes on where the frame says so."""
        frame = self.session.frame()
        if frame.kind == "wait" and "rate" in frame.can and event.character in tuple(STRENGTHS):
            event.stop()
            self.do(Rating(STRENGTHS.index(event.character or "")))
        elif frame.any_key and event.key not in ("up", "down", "tab", "shift+tab", "pageup", "pagedown"):
            event.stop()
            self.do(Forward())

    def act(self, action_id: str) -> None:
        """Do an action, where it means something now."""
        frame = self.session.frame()
        if action_id == "stop":
            self._stop()
        elif action_id in _EVENTS and (
            action_id in frame.can or (action_id == "back" and self.session.trail)
        ):
            self.do(_EVENTS[action_id])
        elif frame.any_key and action_id in _EVENTS:
            self.do(Forward())
        else:
            super().act(action_id)

    def do(self, event: Event) -> None:
        """Hand an event to the session and draw what came of it."""
        self._catch_up()
        self._before = self.session
        self.session = self.session.next(event)
        self._draw()

    def take_back(self) -> None:
        """Return to the place before the last press."""
        self.session = self._before
        self._draw()

    @on(OptionList.OptionSelected, "#options")
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Take an option of the frame, or of the end."""
        event.stop()
        chosen = event.option_id or ""
        if self.session.finished and chosen.startswith(KEEP):
            self._keep(int(chosen.removeprefix(KEEP)))
        elif self.session.finished:
            self.dismiss(chosen)
        elif self.session.frame().kind == "caution":
            self._stop() if event.option_id == "1" else self.do(Forward())
        else:
            self.do(Choice(int(event.option_id or "0")))

    @on(Input.Submitted, "#answer")
    def answer(self, event: Input.Submitted) -> None:
        """Take what was typed; nothing typed leaves the question out."""
        event.stop()
        value = event.value.strip()
        frame = self.session.frame()
        if frame.kind == "compose":
            self.do(Answer(value) if value else Forward())
        elif "rate" not in frame.can:
            self.do(Answer(value) if value else Skip())
        elif not value:
            self.do(Skip())
        elif value.isdecimal() and int(value) <= 10:
            self.do(Rating(int(value)))
        else:
            self.query_one("#hint", Words).say(lines_of(self.session.frame(), ()).wrong)

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
            self._may_keep = [kept for kept in self.session.outcome().kept if kept.into]
            self._draw_end(frame)
            return
        lines = lines_of(frame, self._first_words)
        if frame.kind == "reach":
            lines = replace(lines, detail=self._people_then_lines())
        self._say(lines, frame)
        moving = frame.cue is not None and not self.app.still
        breath = self.query_one(Breath)
        breath.display = moving
        if frame.cue is not None and moving:
            breath.show(frame.cue.fill)
        place = (self.session.at, frame.kind + " to pick" * bool(frame.minutes))
        if place != self._shown:
            self._shown = place
            self._offer(frame, lines)
            self.query_one("#column").scroll_home(animate=False)
        self._schedule(frame)

    def _people_then_lines(self) -> str:
        """Return whom to reach, the person's own people first."""
        found = self.app.desk.help_now()
        return "\n".join(line for part in (*found.people, *found.lines) for line in said_of(part))

    def _say(self, lines: Lines, frame: Frame) -> None:
        self.query_one("#first", Words).say(lines.first)
        self.query_one("#lead", Words).say(lines.lead)
        self.query_one("#text", Words).say(lines.text)
        self.query_one("#detail", Words).say(lines.detail)
        self.query_one("#cue", Words).set_class(frame.cue is None, "dots").say(lines.cue)
        self.query_one("#hint", Words).say(lines.hint)

    def _offer(self, frame: Frame, lines: Lines) -> None:
        """Show the list or the field that this frame needs, and put the cursor there."""
        options, answer = self.query_one(OptionList), self.query_one(Input)
        options.display, answer.display = (
            bool(lines.options),
            bool({"answer", "rate"} & frame.can) and frame.kind != "wait",
        )
        options.clear_options()
        if lines.options:
            options.add_options(Option(words(text), id=str(i)) for i, text in enumerate(lines.options))
            options.highlighted = 0
            options.focus()
        elif answer.display:
            answer.value = frame.before
            answer.placeholder = lines.placeholder
            answer.focus()
        else:
            self.set_focus(None)
        keys = ("help-now", "stop", "back") if self.session.trail else ("help-now", "stop")
        self.query_one(KeyLine).offer(*(("help-in-words", "leave-words") if answer.display else keys))

    def _endings(self) -> list[tuple[str, str]]:
        """Return the ways on: first what was written and may be kept, then what both faces offer."""
        keep = _("Put it into my plan: {text}")
        offers = [(f"{KEEP}{i}", keep.format(text=kept.text)) for i, kept in enumerate(self._may_keep)]
        return [*offers, *((key, _(text)) for key, text in ENDINGS)]

    def _keep(self, number: int) -> None:
        """Put what was written into the plan; it is offered once."""
        kept = self._may_keep.pop(number)
        told = calm(lambda: self.app.desk.add_to_plan(kept.into.removeprefix("plan."), kept.text))
        self._draw_end(self.session.frame())
        self.query_one("#hint", Words).say(told or _("It is in your plan."))

    def _draw_end(self, frame: Frame) -> None:
        self._halt()
        self._shown = (self.session.at, frame.kind)
        self.query_one(Breath).display = False
        self.query_one(Input).display = False
        to_copy = "\n\n".join(kept.text for kept in self.session.outcome().kept if not kept.into)
        self._say(replace(ending(frame), detail=to_copy), frame)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(words(text), id=key) for key, text in self._endings())
        options.display = True
        options.highlighted = 0
        options.focus()
