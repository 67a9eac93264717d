"""A Frame in lines: what is said when it comes, and what has changed while it stays.

Invariant: pure; the frame's own words are passed on unchanged, so both faces say the same.
"""

from __future__ import annotations

from copecli.cli.plain.composing import how
from copecli.cli.reach_words import ended
from copecli.core.shared_words import STOP_ANY_TIME, asks_how_long, length
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.frames import Frame

    Keys = Callable[[str], str]


def came(frame: Frame, typed: Keys) -> list[str]:
    """Return what is said when a frame comes up; `typed` is what is typed for an action, by its id."""
    match frame.kind:
        case "opening":
            return _opening(frame)
        case "caution":
            return [*_text("\n".join(frame.cautions)), _leaves_this(typed)]
        case "notice":
            return [*_text(frame.text), _("Press Enter for each one.")]
        case "pace":
            return [*_text(frame.text), *_cue(frame)]
        case "wait":
            return _wait(frame, typed)
        case "pick":
            return [*_text(frame.lead), *_text(frame.text), _keys_of_pick(frame, typed)]
        case "choose":
            return [*_text(frame.text), *_numbered(frame.options)]
        case "ask" | "compose":
            return _ask(frame)
        case "rate":
            return _rate(frame)
    return _text(frame.text)


def changed(before: Frame, now: Frame, typed: Keys) -> list[str]:
    """Return what is said when a frame of the same step has become another."""
    lines: list[str] = []
    if now.paused != before.paused:
        on = _("Paused. {pause} goes on.").format(pause=typed("pause"))
        lines.append(on if now.paused else _("It goes on."))
    if now.cue and before.cue and (now.cue.beat, now.cue.round) != (before.cue.beat, before.cue.round):
        lines += _cue(now)
    if now.count != before.count and now.count:
        lines.append(_("{n} of {all}.").format(n=now.count[0], all=now.count[1]))
    if now.kind == "wait" and now.minutes != before.minutes:
        return [*lines, *_wait(now, typed)]
    if now.text != before.text:
        lines += _text(now.text)
    if "take" in before.can and "take" not in now.can:
        lines.append(_keys_of_pick(now, typed))
    if now.asks_now and not before.asks_now:
        lines.append(_("How strong is it now? A number from 0 to 10, or leave it."))
    if len(now.ratings) > len(before.ratings):
        lines.append(_("Noted: {value}.").format(value=now.ratings[-1][1]))
    return lines + _time(before, now)


def keys(frame: Frame, typed: Keys) -> list[str]:
    """Return what can be typed now, for `?`."""
    lines = [
        _("Enter goes on. {back}: back. {skip}: skip. {stop}: stop. h: help now.").format(
            back=typed("back"), skip=typed("skip"), stop=typed("stop")
        )
    ]
    if frame.kind in ("ask", "compose"):
        lines = [_("Enter goes on. /b: back. /s: skip. /q: stop. /h: help now.")]
    if "pause" in frame.can:
        lines.append(_("{pause}: pause.").format(pause=typed("pause")))
    if "extend" in frame.can:
        lines.append(_("{more}: five minutes more.").format(more=typed("extend")))
    if frame.earlier:
        lines.append(
            _("{key}: what you wrote.").format(key="/e" if frame.kind in ("ask", "compose") else "e")
        )
    return lines


def earlier(frame: Frame) -> list[str]:
    """Return the answers that were given before."""
    return [line for e in frame.earlier for line in (*_text(e.question), f"  {e.answer}")]


def _text(text: str) -> list[str]:
    return [ended(line.strip()) for line in text.split("\n") if line.strip()]


def _opening(frame: Frame) -> list[str]:
    low, high = frame.length
    takes = _(length(low, high)).format(low=low, high=high)
    lines = [ended(frame.title), *_text(frame.text), f"{takes} {_(STOP_ANY_TIME)}"]
    if frame.draft:
        lines.append(_("A draft: no clinician has read it yet."))
    return lines


def _cue(frame: Frame) -> list[str]:
    return [ended(frame.cue.cue)] if frame.cue else []


def _numbered(options: tuple[str, ...]) -> list[str]:
    lines = [ended(f"{number}. {text}") for number, text in enumerate(options, start=1)]
    return [*lines, _("Type a number, then Enter.")]


def _leaves_this(typed: Keys) -> str:
    return _("Enter goes on. {stop} leaves this one.").format(stop=typed("stop"))


def _keys_of_pick(frame: Frame, typed: Keys) -> str:
    take = _("{take}: do this one. Enter: another idea.").format(take=typed("take"))
    return take if "take" in frame.can else _("Enter goes on.")


def _wait(frame: Frame, typed: Keys) -> list[str]:
    if frame.minutes:
        asked = asks_how_long(frame.text)
        return [
            *_text(frame.text),
            *([_(asked)] if asked else []),
            *_numbered(tuple(map(_minutes, frame.minutes))),
        ]
    told = _("It lasts {minutes}.").format(minutes=_minutes(round((frame.seconds_left or 0.0) / 60)))
    how = _("Enter goes on sooner. {more}: more time. {pause}: pause.").format(
        more=typed("extend"), pause=typed("pause")
    )
    return [*_text(frame.lead), *_text(frame.text), told, how]


def _minutes(n: int) -> str:
    return _("1 minute") if n <= 1 else _("{n} minutes").format(n=n)


def _time(before: Frame, now: Frame) -> list[str]:
    if now.kind != "wait" or now.seconds_left is None or before.seconds_left is None:
        return []
    if now.seconds_left > before.seconds_left:
        return [_("Now {minutes} are left.").format(minutes=_minutes(round(now.seconds_left / 60)))]
    return [_("The time is over. Enter goes on.")] if now.seconds_left <= 0 < before.seconds_left else []


def _ask(frame: Frame) -> list[str]:
    lines = _text(frame.text)
    if frame.kind == "compose":
        return [*lines, how(frame.text)]
    if frame.before:
        lines.append(_("Before: {answer}").format(answer=frame.before))
    kept = _("You can keep it at the end.") if frame.may_keep else _("Nothing is kept.")
    return [*lines, _("Type it, or Enter.") + " " + kept]


def _rate(frame: Frame) -> list[str]:
    lines = _text(frame.text)
    if frame.low or frame.high:
        lines += [ended(f"0: {frame.low}"), ended(f"10: {frame.high}")]
    return [*lines, _("A number from 0 to 10. Enter skips.")]
