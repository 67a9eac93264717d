"""What hypothesis draws tests from: any text, valid skills, what can happen to a session, plans and edits.

Invariant: what is drawn as valid is valid by construction, so a refusal of it is a fault of the program.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from copecli.core import events
from copecli.core.fields import FormatProblem
from copecli.core.pacer import Beat, Pacer
from copecli.core.plan import KINDS as ITEM_KINDS
from copecli.core.plan import STEPS, WITH_PHONE, AboutMe, Item, Plan
from copecli.core.plan_format import ABOUT_ME_KEYS, ITEM_KEYS, PLAN_KEYS
from copecli.core.skill import CHANNELS, MOMENT_NAMES
from copecli.core.skill_format import PLAN_PLACES, skill_from_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.events import Event
    from copecli.core.skill import Skill

Table = dict[str, object]

ANSWERED = ("ask", "rate", "choose", "pick", "compose")
"""Kinds whose id may stand in a text as `{id}`."""
WAITING = ("say", "notice", "wait", "pick", "ask", "rate", "compose", "choose", "game", "reach")
"""Kinds that go on only when a person does something (a `say` without seconds among them)."""
KINDS = (*WAITING, "timed say", "pace")

NASTY = (
    "\x00\x07\x1b\x7f\x85\x9b\x9d\xad\r\n\t\u200b\u200c\u200d\u200e\u200f\u061c\u2028\u2029\u202a\u202e"
    "\u2060\u2066\u2069\ufeff\ufff9\ufffd\ue000\U000e0001\U000e0041\U0010fffd\u0301\u0627\u05d0\u0915\u4e2d"
    "\U0001f469\ufe0f{}[]\"'\\#=. "
)
"""Characters that have broken programs: control, bidi, joiners, tags, private use, braces, TOML's own."""

any_text = st.text(st.one_of(st.sampled_from(NASTY), st.characters()), max_size=60)
"""Anything a str can hold, lone surrogates among it."""

toml_text = st.text(st.one_of(st.sampled_from(NASTY), st.characters(exclude_categories=["Cs"])), max_size=60)
"""Anything a TOML string can hold."""

words = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=60)
"""Anything that can be typed and seen."""


def _sentences(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Texts of a skill: never empty, with braces, placeholders of `names`, and what must be cleaned away."""
    plain = ["a", "Look", " ", "\n", "{{", "}}", "é", "中", "\x1b[2J", "\u202e"]
    pieces = [*plain, *(f"{{{name}}}" for name in names)]
    return st.lists(st.sampled_from(pieces), max_size=6).map(lambda found: "x" + "".join(found))


@st.composite
def skill_documents(draw: st.DrawFn, *, kinds: tuple[str, ...] = KINDS, most: int = 7) -> Table:
    """Documents of format 1 that are right, with steps that lead forward, back and out."""
    drawn = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=most))
    ids = [f"s{number}" for number in range(len(drawn))]
    names = MOMENT_NAMES + tuple(i for i, kind in zip(ids, drawn, strict=True) if kind in ANSWERED)
    text = _sentences(names)
    steps = [draw(_step(kind, number, ids, text)) for number, kind in enumerate(drawn)]
    document: Table = {
        "format": 1, "title": "A skill", "family": "grounding", "summary": "What it does.", "steps": steps,
        "cautions": draw(st.lists(words.map(lambda found: "x" + found), max_size=2)),
    }  # fmt: skip
    if draw(st.booleans()):
        document["opening"] = draw(_sentences(MOMENT_NAMES))
    try:
        skill_from_document("drawn", document)
    except FormatProblem:
        for step in steps:  # the ways back made a circle without a way out
            if step.get("next") in ids[: ids.index(str(step["id"])) + 1]:
                del step["next"]
    return document


@st.composite
def _step(draw: st.DrawFn, kind: str, number: int, ids: list[str], text: st.SearchStrategy[str]) -> Table:
    step: Table = {"kind": kind.removeprefix("timed "), "id": ids[number]}
    forward = [*ids[number + 1 :], "end"]
    target = draw(st.one_of(st.none(), st.sampled_from(forward), st.sampled_from(ids)))
    if target is not None and (target in forward or kind in WAITING):
        step["next"] = target
    channel = draw(st.one_of(st.none(), st.sampled_from(CHANNELS[:3])))
    if channel:
        step["channel"] = channel
        instead = draw(st.one_of(st.none(), text))
        if instead:
            step["instead"] = instead
    return step | _PARTS[kind](draw, text, Ways(ids, forward))


class Ways(NamedTuple):
    """Where a step may lead."""

    ids: list[str]
    forward: list[str]
    """The ids of later steps, and the end."""


def _beats(draw: st.DrawFn, text: st.SearchStrategy[str], ways: Ways) -> Table:
    beat = st.floats(0.25, 12).map(lambda seconds: {"cue": "In", "seconds": seconds})
    return {"beats": draw(st.lists(beat, min_size=1, max_size=4)), "rounds": draw(st.integers(1, 20))}


def _waited(draw: st.DrawFn, text: st.SearchStrategy[str], ways: Ways) -> Table:
    return {
        "minutes": draw(st.one_of(st.integers(1, 9), st.lists(st.integers(1, 60), min_size=1, max_size=3))),
        "ask_every": draw(st.sampled_from([0, 30, 60.5])),
        "lines": draw(st.lists(text, max_size=3)),
    }


def _asked(draw: st.DrawFn, text: st.SearchStrategy[str], ways: Ways) -> Table:
    found: Table = {"text": draw(text), "keep": draw(st.sampled_from(["no", "ask"]))}
    if draw(st.booleans()):
        found["into"] = draw(st.sampled_from(PLAN_PLACES))
    return found


def _chosen(draw: st.DrawFn, text: st.SearchStrategy[str], ways: Ways) -> Table:
    back_or_on = draw(st.lists(st.sampled_from([*ways.ids, "end"]), max_size=2))
    targets = draw(st.permutations([*back_or_on, draw(st.sampled_from(ways.forward))]))
    return {"options": [{"text": draw(text), "to": to} for to in targets]}


_PARTS: dict[str, Callable[[st.DrawFn, st.SearchStrategy[str], Ways], Table]] = {
    "say": lambda draw, text, ways: {"text": draw(text)},
    "timed say": lambda draw, text, ways: {"text": draw(text), "seconds": draw(st.floats(0.5, 60))},
    "notice": lambda draw, text, ways: {"text": draw(text), "count": draw(st.integers(1, 6))},
    "pace": _beats,
    "wait": _waited,
    "pick": lambda draw, text, ways: {"ideas": draw(st.lists(text, min_size=1, max_size=4))},
    "ask": _asked,
    "rate": lambda draw, text, ways: {"text": draw(text), "low": draw(text), "high": draw(text)},
    "compose": lambda draw, text, ways: {"text": draw(text), "keep": draw(st.sampled_from(["no", "ask"]))},
    "choose": _chosen,
    "game": lambda draw, text, ways: {"game": "tiles"},
    "reach": lambda draw, text, ways: {"text": draw(text)},
}


def skills(*, kinds: tuple[str, ...] = KINDS, most: int = 7) -> st.SearchStrategy[Skill]:
    """Valid skills of every kind of step."""
    documents = skill_documents(kinds=kinds, most=most)
    return documents.map(lambda document: skill_from_document("drawn", document))


left_out = st.frozensets(st.sampled_from(CHANNELS[:3]), max_size=3)
"""Channels that a person leaves out, among those that drawn skills use."""

ticks = st.floats(0, 400).map(events.Tick)

happenings: st.SearchStrategy[Event] = st.one_of(
    st.just(events.Forward()),
    st.just(events.Forward()),
    st.just(events.Back()),
    st.just(events.Skip()),
    st.just(events.Pause()),
    ticks,
    any_text.map(events.Answer),
    st.integers(-2, 12).map(events.Rating),
    st.integers(-2, 5).map(events.Choice),
    st.just(events.Take()),
    st.integers(1, 60).map(events.Extend),
)
"""Anything that can happen to a session but its being stopped; going on is twice as likely."""

_beat = st.builds(Beat, st.sampled_from(["In", "Out"]), st.floats(0.25, 120), st.floats(0, 1))
pacers = st.builds(Pacer, st.lists(_beat, min_size=1, max_size=5).map(tuple), st.integers(1, 100))

_whole = st.integers(-(2**63), 2**63 - 1)
_moments = st.one_of(st.dates(), st.datetimes(), st.times())
_values = st.recursive(
    st.one_of(toml_text, _whole, st.booleans(), st.floats(allow_nan=False), _moments),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(toml_text, inner, max_size=3)),
    max_leaves=4,
)


def unknown_keys(*, but: tuple[str, ...]) -> st.SearchStrategy[Table]:
    """Keys of a version to come, with any value that TOML knows."""
    return st.dictionaries(toml_text.filter(lambda key: key not in but), _values, max_size=2)


ids = st.one_of(st.sampled_from(["a", "a-2", "a-2-2", "b", "coping-1", "people-2"]), toml_text.filter(bool))


likelihoods = st.one_of(st.none(), st.integers(0, 10))

_details: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from([*ITEM_KINDS, "a kind to come"]),
        "likelihood": likelihoods,
        "may_tell": st.sampled_from(["", "yes", "no", "a word to come"]),
        "good_for": st.sampled_from(["", "company", "listening, emergency", "a word to come, company"]),
        **dict.fromkeys(("not_safe", "from_idea", "private"), st.booleans()),
        **dict.fromkeys(
            ("barrier", "way_round", "how_known", "sms", "when", "address", "emergency_contact"), toml_text
        ),
    },
)


@st.composite
def items(draw: st.DrawFn, step: str) -> Item:
    """Lines of one step of the plan."""
    phone = draw(toml_text) if step in WITH_PHONE else ""
    skill = draw(st.sampled_from(["", "five-senses"]))
    extra = draw(unknown_keys(but=ITEM_KEYS))
    return Item(draw(ids), draw(toml_text), phone, skill, extra, **draw(_details))


_about_me = st.builds(AboutMe, toml_text, toml_text, toml_text, unknown_keys(but=ABOUT_ME_KEYS))

_around: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "kept_at": toml_text,
        "copies": st.lists(toml_text, max_size=3).map(tuple),
        "review_on": st.one_of(toml_text, st.dates().map(str)),
        "likelihood": likelihoods,
        "made_with": toml_text,
        "about_me": _about_me,
    },
)
"""What a plan holds beside its steps."""


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Safety plans; ids are unique within a step."""
    found: dict[str, tuple[Item, ...]] = {}
    for step in draw(st.lists(st.sampled_from(STEPS), unique=True, max_size=3)):
        lines = draw(st.lists(items(step), min_size=1, max_size=4, unique_by=lambda item: item.id))
        found[step] = tuple(lines)
    return Plan(found, draw(unknown_keys(but=PLAN_KEYS)), **draw(_around))


@st.composite
def edits(draw: st.DrawFn, plan: Plan) -> Plan:
    """What `plan` became in somebody's hands: lines changed, taken out, added and moved."""
    for _ in range(draw(st.integers(0, 4))):
        step = draw(st.sampled_from(STEPS[:3]))
        old = [item.id for item in plan.of(step)]
        new = draw(items(step))
        match draw(st.sampled_from(["add", "change", "remove", "move"])):
            case "change" if old:
                which = draw(st.sampled_from(plan.of(step)))
                changes = draw(st.one_of(_details, st.just({"text": new.text, "phone": new.phone})))
                plan = plan.change(step, replace(which, **changes))
            case "remove" if old:
                plan = plan.remove(step, draw(st.sampled_from(old)))
            case "move" if old:
                plan = plan.move(step, draw(st.sampled_from(old)), draw(st.integers(-3, 3)))
            case _ if new.id not in old:
                plan = plan.add(step, new)
    return replace(plan, **draw(_around))


@st.composite
def three_plans(draw: st.DrawFn) -> tuple[Plan, Plan, Plan]:
    """A plan and two edits of it, made without knowing of each other."""
    base = draw(plans())
    return base, draw(edits(base)), draw(edits(base))
