"""The sentences of content/talk.toml: text in, values out.

Invariant: a sentence that names a part, a group, a want or a way that is not known is refused, with its key.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.fields import Fields, FormatProblem
from copecli.core.talk_words import ALL_WANTS, GROUPS, HOWS, PARTS
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Ready:
    """One ready sentence, or a few that belong together."""

    part: str
    """One of PARTS."""
    text: str
    groups: tuple[str, ...] = GROUPS
    wants: tuple[str, ...] = ALL_WANTS
    hows: tuple[str, ...] = tuple(how for how, _words in HOWS)
    people_first: bool = False
    """It is about ending one's life: people stand first at the end."""

    def suits(self, group: str, want: str, how: str) -> bool:
        """Return whether it fits that somebody, that want and that way."""
        return group in self.groups and want in self.wants and how in self.hows


def ready_from_document(document: Mapping[str, object]) -> tuple[Ready, ...]:
    """Return the sentences of a parsed document; raise FormatProblem(key, what)."""
    fields = Fields(document)
    fields.whole("format", 1, 1)
    found = tuple(_ready(part, table) for part in PARTS for table in fields.tables(part, required=False))
    fields.refuse_others()
    return found


def _ready(part: str, fields: Fields) -> Ready:
    known = Ready(part, "")
    made = Ready(
        part,
        fields.text("text", lines=False),
        fields.choices("for", GROUPS, known.groups),
        fields.choices("want", ALL_WANTS, known.wants),
        fields.choices("how", known.hows, known.hows),
        _flag(fields, "people-first"),
    )
    fields.refuse_others()
    return made


def _flag(fields: Fields, name: str) -> bool:
    value = fields.raw(name)
    if not isinstance(value, bool | None):
        raise FormatProblem(fields.key(name), N_("this should be true or false"))
    return bool(value)


def suiting(ready: Iterable[Ready], part: str, group: str, want: str, how: str) -> tuple[Ready, ...]:
    """Return the sentences of a part that fit, in their order."""
    return tuple(one for one in ready if one.part == part and one.suits(group, want, how))
