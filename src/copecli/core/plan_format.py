"""The safety plan as a document of plain values, as it stands in plan.toml.

Invariant: what is written is read back as an equal plan, and nothing is dropped: a key that is not known
stays in `extra`, a word that is not of its vocabulary stays as it is, and every key but `text` may be absent.
"""

from __future__ import annotations

from copecli.core.fields import Fields, FormatProblem
from copecli.core.plan import LONGEST_ITEM, STEPS, AboutMe, Item, Plan, free_id
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXTS = (
    "kind", "phone", "sms", "skill", "how_known", "when", "may_tell", "good_for", "address",
    "emergency_contact", "barrier", "way_round",
)  # fmt: skip
_FLAGS = ("not_safe", "private", "from_idea")
_PLAN_TEXTS = ("kept_at", "made_with")
_ABOUT_ME = ("helps", "does_not", "access")


def key_of(name: str) -> str:
    """Return what the field `name` is called in a document."""
    return name.replace("_", "-")


ITEM_KEYS = ("id", "text", *map(key_of, _TEXTS), "likelihood", *map(key_of, _FLAGS))
"""As they stand in a document, in this order."""
ABOUT_ME_KEYS = tuple(map(key_of, _ABOUT_ME))
PLAN_KEYS = ("format", *map(key_of, _PLAN_TEXTS), "copies", "review-on", "likelihood", "about-me", *STEPS)


def plan_from_document(document: Mapping[str, object]) -> Plan:
    """Return the plan in a parsed document; raise FormatProblem(key, what) where it is not of format 1."""
    if document.get("format") != 1 or document["format"] is True:
        raise FormatProblem("format", N_("this should be 1, the only format there is"))
    fields = Fields(document)
    return Plan(
        {step: found for step in STEPS if (found := _items(step, fields))},
        {key: value for key, value in document.items() if key not in PLAN_KEYS},
        kept_at=_text(fields, "kept-at"),
        copies=_copies(fields),
        review_on=_day(fields, "review-on"),
        likelihood=_likelihood(fields),
        made_with=_text(fields, "made-with"),
        about_me=_about_me(fields.table("about-me")),
    )


def _items(step: str, plan: Fields) -> tuple[Item, ...]:
    rows = plan.tables(step, required=False)
    given = {_text(fields, "id") for fields in rows}
    found: list[Item] = []
    taken: set[str] = set()
    for number, fields in enumerate(rows, start=1):
        item_id = _text(fields, "id") or free_id(f"{step}-{number}", given)
        item_id = free_id(item_id, taken)
        taken.add(item_id)
        found.append(_item(item_id, fields))
    return tuple(found)


def _item(item_id: str, fields: Fields) -> Item:
    if not isinstance(fields.raw("text"), str):
        raise FormatProblem(fields.key("text"), N_("this should be text in quotes"))
    table = fields.as_dict()
    return Item(
        item_id,
        _text(fields, "text"),
        _text(fields, "phone"),
        _text(fields, "skill"),
        {key: value for key, value in table.items() if key not in ITEM_KEYS},
        kind=_text(fields, "kind"),
        likelihood=_likelihood(fields),
        barrier=_text(fields, "barrier"),
        way_round=_text(fields, "way-round"),
        how_known=_text(fields, "how-known"),
        sms=_text(fields, "sms"),
        when=_text(fields, "when"),
        may_tell=_text(fields, "may-tell"),
        good_for=_text(fields, "good-for"),
        not_safe=_flag(fields, "not-safe"),
        address=_text(fields, "address"),
        emergency_contact=_text(fields, "emergency-contact"),
        from_idea=_flag(fields, "from-idea"),
        private=_flag(fields, "private"),
    )


def _about_me(fields: Fields | None) -> AboutMe:
    if fields is None:
        return AboutMe()
    extra = {key: value for key, value in fields.as_dict().items() if key not in ABOUT_ME_KEYS}
    return AboutMe(_text(fields, "helps"), _text(fields, "does-not"), _text(fields, "access"), extra)


def _text(fields: Fields, name: str) -> str:
    """Return the person's own words as they were written, or nothing."""
    value = fields.raw(name)
    if value is None:
        return ""
    return _checked(fields.key(name), value)


def _checked(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise FormatProblem(key, N_("this should be text in quotes"))
    if len(value) > LONGEST_ITEM:
        raise FormatProblem(key, N_("this text is longer than {n} characters"), n=str(LONGEST_ITEM))
    return value


def _copies(fields: Fields) -> tuple[str, ...]:
    value = fields.raw("copies")
    if value is None:
        return ()
    if not isinstance(value, list):
        raise FormatProblem("copies", N_("this should be a list, in square brackets"))
    return tuple(_checked(f"copies[{at}]", found) for at, found in enumerate(value))


def _day(fields: Fields, name: str) -> str:
    value = fields.raw(name)
    return str(value.isoformat()) if hasattr(value, "isoformat") else _text(fields, name)


def _flag(fields: Fields, name: str) -> bool:
    value = fields.raw(name)
    if value is not None and not isinstance(value, bool):
        raise FormatProblem(fields.key(name), N_("this should be true or false"))
    return bool(value)


def _likelihood(fields: Fields) -> int | None:
    return fields.whole("likelihood", 0, 10) if "likelihood" in fields else None


def plan_to_document(plan: Plan) -> dict[str, object]:
    """Return what `plan_from_document` reads back as an equal plan."""
    own = _written(plan, (*_PLAN_TEXTS, "review_on", "likelihood"))
    if plan.copies:
        own["copies"] = list(plan.copies)
    about_me = _written(plan.about_me, _ABOUT_ME) | plan.about_me.extra
    if about_me:
        own["about-me"] = about_me
    steps = {step: [_table(item) for item in plan.of(step)] for step in STEPS if plan.of(step)}
    return {"format": 1, **own, **plan.extra, **steps}


def _table(item: Item) -> dict[str, object]:
    always = {"id": item.id, "text": item.text}
    return always | _written(item, (*_TEXTS, "likelihood", *_FLAGS)) | item.extra


def _written(part: Item | Plan | AboutMe, names: tuple[str, ...]) -> dict[str, object]:
    """Return the fields that hold something; a likelihood of 0 does."""
    values = ((name, getattr(part, name)) for name in names)
    return {key_of(name): value for name, value in values if value or (value == 0 and value is not False)}
