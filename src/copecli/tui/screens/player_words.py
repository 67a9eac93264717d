"""The words around a frame, for the TUI: what is said, in which place, and what the keys do.

Invariant: the frame's own text is passed on unchanged, so both faces say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copecli.core.frames import Frame
from copecli.core.shared_words import STOP_ANY_TIME, asks_how_long, length
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.keymap import Keymap


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What the player shows; an empty part takes no room."""

    first: str = ""
    lead: str = ""
    text: str = ""
    detail: str = ""
    cue: str = ""
    hint: str = ""
    placeholder: str = ""
    wrong: str = ""
    options: tuple[str, ...] = ()


def lines_of(frame: Frame, first_words: tuple[str, ...], keys: Keymap) -> Lines:
    """Return the words of one frame that is not the end, with the keys of `keys`."""
    match frame.kind:
        case "opening":
            return _opening(frame, first_words)
        case "caution":
            return Lines(
                lead=frame.title,
                text="\n".join(frame.cautions),
                options=(_("Go on"), _("Leave this one")),
            )
        case "pace":
            return Lines(lead=frame.text, cue=_cue(frame), hint=_paused(frame, keys) or _pauses(keys))
        case "wait":
            return _waiting(frame, keys)
        case "choose":
            return Lines(
                lead=_earlier(frame), text=frame.text, options=frame.options, hint=_("Up, down, Enter.")
            )
        case "pick":
            hint = (
                _("Any key goes on.")
                if "take" not in frame.can
                else _("{take}: do this one. Enter: another idea.").format(take=keys.name("take"))
            )
            return Lines(lead=frame.lead, text=frame.text, hint=hint)
        case "ask" | "compose" | "rate":
            return _asking(frame)
        case "notice":
            return Lines(text=frame.text, cue=_found(frame), hint=_("Any key for each one.") + _place(frame))
    hint = _paused(frame, keys) or _("Any key goes on.")
    return Lines(text=frame.text, detail=_earlier(frame), hint=hint + _place(frame))


def ending(frame: Frame) -> Lines:
    """Return what is said when the last step has been passed."""
    return Lines(lead=frame.title, text=_("That was it. What would you like next?"))


def _opening(frame: Frame, first_words: tuple[str, ...]) -> Lines:
    low, high = frame.length
    takes = f"{minutes_words(low, high)} {_(STOP_ANY_TIME)}"
    draft = "\n" + _("A draft: no clinician has read it yet.") if frame.draft else ""
    return Lines(
        first="\n".join(first_words),
        lead="" if first_words else frame.title,
        text=f"{frame.title}. {frame.text}" if first_words else frame.text,
        detail=takes + draft,
        hint="" if first_words else _("Any key goes on."),
    )


def minutes_words(low: float, high: float) -> str:
    """Return how long something takes, in words."""
    return _(length(low, high)).format(low=low, high=high)


def _paused(frame: Frame, keys: Keymap) -> str:
    return _("Paused. {pause} goes on.").format(pause=keys.name("pause")) if frame.paused else ""


def _pauses(keys: Keymap) -> str:
    return _("{pause} pauses. Enter goes on.").format(pause=keys.name("pause"))


def _cue(frame: Frame) -> str:
    assert frame.cue is not None
    return f"{frame.cue.cue}   {max(1, round(frame.cue.seconds_left + 0.49))}"


def _place(frame: Frame) -> str:
    step, of = frame.dots
    return "   " + _("{step} of {of}").format(step=step, of=of) if of > 1 else ""


def _found(frame: Frame) -> str:
    done, of = frame.count or (0, 0)
    return " ".join("●" if i < done else "○" for i in range(of))


def _earlier(frame: Frame) -> str:
    """Return what was answered before; of each question its first line, which is the question itself."""
    return "\n".join(f"{e.question.partition(chr(10))[0]}\n  {e.answer}" for e in frame.earlier)


def _waiting(frame: Frame, keys: Keymap) -> Lines:
    if frame.minutes:
        options = tuple(minutes_words(n, n) for n in frame.minutes)
        asked = asks_how_long(frame.text)
        text = "\n".join(filter(None, (frame.text, asked and _(asked))))
        return Lines(text=text, options=options, hint=_("Up, down, Enter."))
    left = frame.seconds_left or 0.0
    clock = _("The time is over.") if left <= 0 else f"{int(left) // 60}:{int(left) % 60:02d}"
    told = _("{pause} pauses. {more}: more time. Enter goes on.")
    hint = _paused(frame, keys) or told.format(pause=keys.name("pause"), more=keys.name("extend"))
    asked = _("How strong is it now? 0 to 9, or {ten} for ten. You can leave it.")
    asks = asked.format(ten=keys.name("ten")) if frame.asks_now else ""
    return Lines(lead=frame.lead, text=frame.text, cue=clock, detail=asks, hint=hint)


def _asking(frame: Frame) -> Lines:
    if frame.kind == "rate":
        ends = _("0 {low} … 10 {high}").format(low=frame.low, high=frame.high)
        return Lines(
            lead=_earlier(frame),
            text=frame.text,
            detail=ends if frame.low or frame.high else "",
            hint=_("Enter goes on. Empty is fine."),
            placeholder=_("0 to 10"),
            wrong=_("I can read numbers from 0 to 10. Enter skips."),
        )
    kept = _("You can keep it at the end.") if frame.may_keep else _("Nothing is kept.")
    hint = _("Enter goes on. Empty is fine.") + " " + kept
    if frame.kind == "compose":  # it holds what was answered: above it, that would push it out of view
        hint = _("Enter takes it as it is. You can also type it your way.")
        if "\n" in frame.text:
            hint += " " + _("Up, down: change a line.")
        return Lines(text=frame.text, hint=hint, placeholder=_("In your own words"))
    return Lines(lead=_earlier(frame), text=frame.text, hint=hint, placeholder=_("In your own words"))
