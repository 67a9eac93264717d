"""From a parsed TOML document to a Skill, or a refusal that names the key.

Invariant: what comes out can be played to its end: ids are unique, every way leads somewhere, and no
cycle of steps runs on without a person.
"""

from __future__ import annotations

from math import ceil

from copecli.core import skill as model
from copecli.core.fields import Fields, FormatProblem
from copecli.core.pacer import Beat, Pacer
from copecli.core.skill import Skill, Step
from copecli.core.skill_checks import check_whole
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
LONGEST_ID = 40
MOST_STEPS = 200
LONGEST_PACE = 60 * 60
"""Seconds that one `pace` step may last."""


def is_id(text: str) -> bool:
    """Return whether `text` can name a skill or a step."""
    return 0 < len(text) <= LONGEST_ID and ID_LETTERS.issuperset(text)


def skill_from_document(skill_id: str, document: Mapping[str, object]) -> Skill:
    """Return the skill of that id; raise FormatProblem(key, what) where the document is not of format 1."""
    if not is_id(skill_id):
        raise FormatProblem("", N_("a skill file's name is made of a-z, 0-9 and -, forty at most"))
    fields = Fields(document)
    if document.get("format") != 1:
        raise FormatProblem("format", N_("this should be 1, the only format there is"))
    fields.whole("format", 1, 1)
    skill = Skill(
        id=skill_id,
        title=fields.text("title", lines=False),
        family=fields.choice("family", model.FAMILIES),
        summary=fields.text("summary", lines=False),
        opening=fields.text("opening", ""),
        fact=fields.text("fact", "", lines=False),
        minutes=fields.pair("minutes", 0.1, 240, (1.0, 5.0)),
        states=fields.choices("states", model.STATES, ("any",)),
        intensity=_intensity(fields),
        needs=fields.choices("needs", model.NEEDS, ("nothing",)),
        discreet=fields.choice("discreet", model.DISCREET, "partly"),
        energy=fields.choice("energy", model.ENERGY, "low"),
        channels=fields.choices("channels", model.CHANNELS),
        adapt=_adapt(fields.table("adapt")),
        cautions=fields.texts("cautions", ()),
        not_for=fields.choices("not_for", model.NOT_FOR),
        involves=fields.choices("involves", model.INVOLVES),
        evidence=_evidence(fields.table("evidence")),
        review=_review(fields.table("review")),
        steps=_steps(fields.tables("steps")),
    )
    fields.refuse_others()
    check_whole(skill)
    return skill


def _intensity(fields: Fields) -> tuple[int, int]:
    low, high = fields.pair("intensity", 0, 10, (0, 10))
    if low != int(low) or high != int(high):
        raise FormatProblem(fields.key("intensity"), N_("these should be whole numbers"))
    return int(low), int(high)


def _adapt(fields: Fields | None) -> dict[str, str]:
    if fields is None:
        return {}
    found = {name: fields.choice(name, model.ADAPTED, "no") for name in model.ADAPTATIONS}
    fields.refuse_others()
    return found


def _evidence(fields: Fields | None) -> model.Evidence:
    if fields is None:
        return model.Evidence()
    found = model.Evidence(
        fields.choice("grade", model.GRADES, "E"), fields.text("says", ""), fields.texts("sources", ())
    )
    fields.refuse_others()
    return found


def _review(fields: Fields | None) -> model.Review:
    if fields is None:
        return model.Review()
    found = model.Review(fields.choice("status", model.REVIEWS, "draft"), fields.date("on"))
    fields.refuse_others()
    return found


def _steps(tables: tuple[Fields, ...]) -> tuple[Step, ...]:
    if len(tables) > MOST_STEPS:
        raise FormatProblem("steps", N_("there are more than {n} steps"), n=str(MOST_STEPS))
    return tuple(_step(fields, number) for number, fields in enumerate(tables, start=1))


def _step(fields: Fields, number: int) -> Step:
    kind = fields.choice("kind", tuple(_KINDS))
    step_id = fields.text("id", f"step-{number}", lines=False)
    if not is_id(step_id) or step_id == "end" or step_id in model.MOMENT_NAMES:
        raise FormatProblem(
            fields.key("id"), N_("an id is made of a-z, 0-9 and -; “end” and “today” are taken")
        )
    common = {
        "id": step_id,
        "next": fields.text("next", "", lines=False),
        "channel": fields.choice("channel", model.CHANNELS, ""),
        "instead": fields.text("instead", ""),
    }
    if common["instead"] and not common["channel"]:
        raise FormatProblem(fields.key("instead"), N_("this needs a channel that it stands in for"))
    step = _KINDS[kind](fields, common)
    fields.refuse_others()
    return step


def _say(f: Fields, common: dict[str, str]) -> Step:
    return model.Say(**common, text=f.text("text"), seconds=f.number("seconds", 0, 600, 0))


def _notice(f: Fields, common: dict[str, str]) -> Step:
    return model.Notice(**common, text=f.text("text"), count=f.whole("count", 1, 20))


def _pace(f: Fields, common: dict[str, str]) -> Step:
    tables = f.tables("beats")
    raw = [(b.text("cue", lines=False), b.number("seconds", 0.25, 120), b) for b in tables]
    fills = _fills(len(raw))
    beats = tuple(
        Beat(cue, seconds, b.number("fill", 0, 1, fill))
        for (cue, seconds, b), fill in zip(raw, fills, strict=True)
    )
    for b in tables:
        b.refuse_others()
    if ("rounds" in f) == ("minutes" in f):
        raise FormatProblem(f.key("rounds"), N_("a pace has either rounds or minutes"))
    rounds = f.whole("rounds", 1, 500, 1)
    minutes = f.number("minutes", 0.1, 60, 0)
    if minutes:
        rounds = _rounds(minutes * 60, sum(beat.seconds for beat in beats))
    pacer = Pacer(beats, rounds)
    if pacer.seconds > LONGEST_PACE:
        raise FormatProblem(f.key("rounds"), N_("all rounds together last longer than an hour"))
    return model.Pace(**common, text=f.text("text", ""), pacer=pacer)


def _rounds(seconds: float, round_seconds: float) -> int:
    """Return the rounds that fill `seconds`.

    The last may end later, though not after the longest there is.
    """
    filling = ceil(round(seconds / round_seconds, 6))
    return max(1, min(filling, int(LONGEST_PACE / round_seconds)))


def _fills(n: int) -> tuple[float, ...]:
    """Return how full the shape is after each of `n` beats where the file does not say.

    Up, and down with the last.
    """
    if n == 1:
        return (1.0,)
    return (*((i + 1) / (n - 1) for i in range(n - 1)), 0.0)


def _wait(f: Fields, common: dict[str, str]) -> Step:
    raw = f.raw("minutes")
    listed = raw if isinstance(raw, list) else [raw]
    if not listed or not all(isinstance(m, int) and not isinstance(m, bool) and 1 <= m <= 60 for m in listed):
        raise FormatProblem(f.key("minutes"), N_("this should be whole minutes from 1 to 60, one or a list"))
    return model.Wait(
        **common,
        text=f.text("text", ""),
        minutes=tuple(m for m in listed if isinstance(m, int)),
        ask_every=f.number("ask_every", 0, 3600, 0),
        lines=f.texts("lines", ()),
    )


def _pick(f: Fields, common: dict[str, str]) -> Step:
    return model.Pick(**common, text=f.text("text", ""), ideas=f.texts("ideas"))


def _ask(f: Fields, common: dict[str, str]) -> Step:
    return model.Ask(
        **common,
        text=f.text("text"),
        keep=f.choice("keep", ("no", "ask"), "no"),
        into=f.choice("into", PLAN_PLACES, ""),
    )


def _rate(f: Fields, common: dict[str, str]) -> Step:
    text, low, high = f.text("text"), f.text("low", ""), f.text("high", "")
    return model.Rate(**common, text=text, low=low, high=high, apart=False)


def _compose(f: Fields, common: dict[str, str]) -> Step:
    into = f.choice("into", PLAN_PLACES, "")
    text = f.text("text", lines=not into)
    return model.Compose(**common, text=text, keep=f.choice("keep", ("no", "ask"), "no"), into=into)


def _choose(f: Fields, common: dict[str, str]) -> Step:
    options = []
    for table in f.tables("options"):
        options.append(model.Option(table.text("text"), table.text("to", lines=False)))
        table.refuse_others()
    return model.Choose(**common, text=f.text("text", ""), options=tuple(options))


def _game(f: Fields, common: dict[str, str]) -> Step:
    return model.Game(**common, text=f.text("text", ""), game=f.choice("game", ("tiles",)))


def _reach(f: Fields, common: dict[str, str]) -> Step:
    return model.Reach(**common, text=f.text("text", ""))


PLAN_PLACES = tuple(
    f"plan.{step}"
    for step in (
        "warning-signs",
        "coping",
        "distraction",
        "people",
        "professionals",
        "safer-space",
        "reasons",
    )
)
_KINDS: dict[str, Callable[[Fields, dict[str, str]], Step]] = {
    "say": _say, "notice": _notice, "pace": _pace, "wait": _wait, "pick": _pick, "ask": _ask, "rate": _rate,
    "compose": _compose, "choose": _choose, "game": _game, "reach": _reach,
}  # fmt: skip
