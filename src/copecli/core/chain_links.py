"""The links of a map while it is edited: each stays in its place, and every turn stays with its link.

Invariant: setting the texts that are there already changes nothing, and a turn is never left pointing at
another link than the one it was written for.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.chain import BODY, EVENT, FEELING, THOUGHT, URGE, Link, TriggerMap, Turn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

INNER = (THOUGHT, FEELING, BODY)
"""What goes on inside, asked one by one in the long form and at once in the short one."""


def with_texts(found: TriggerMap, kind: str, texts: tuple[str, ...]) -> TriggerMap:
    """Return the map whose links of `kind` say `texts`, in that order."""
    return _refilled(found, (kind,), texts, lambda _text: kind)


def with_all_inner(found: TriggerMap, texts: tuple[str, ...], kind_of: Callable[[str], str]) -> TriggerMap:
    """Return the map whose thoughts, feelings and body say `texts`; `kind_of` tells what a new one is."""
    return _refilled(found, INNER, texts, kind_of)


def _refilled(
    found: TriggerMap, kinds: Iterable[str], texts: tuple[str, ...], kind_of: Callable[[str], str]
) -> TriggerMap:
    """Fill the places of these kinds with `texts`: what is too much is left out, what is more goes behind."""
    places = [at for at, link in enumerate(found.links) if link.kind in kinds]
    if texts == tuple(found.links[at].text for at in places):
        return found
    free = list(places)
    wanted: list[tuple[int, Link]] = []
    for text in texts:
        old = next((at for at in free if found.links[at].text == text), -1)
        if old >= 0:
            free.remove(old)
        wanted.append((old, found.links[old] if old >= 0 else Link(kind_of(text), text)))
    behind = places[-1] if places else _last_before_the_urge(found)
    row: list[tuple[int, Link]] = []
    waiting = iter(wanted)
    if behind < 0:
        row += waiting
    for at, link in enumerate(found.links):
        if at not in places:
            row.append((at, link))
        elif (filled := next(waiting, None)) is not None:
            row.append(filled)
        if at == behind:
            row += waiting
    return _rearranged(found, row)


def _last_before_the_urge(found: TriggerMap) -> int:
    """Return the last place before an urge or what was done, -1 for the very beginning."""
    at = next((at for at, link in enumerate(found.links) if link.kind not in (*INNER, EVENT)), None)
    return (len(found.links) if at is None else at) - 1


def _rearranged(found: TriggerMap, row: list[tuple[int, Link]]) -> TriggerMap:
    """Return the map with these links; each comes with the place it had, or -1."""
    now = {old: at for at, (old, _link) in enumerate(row) if old >= 0}
    known = range(len(found.links))
    turns = tuple(
        replace(turn, link=now.get(turn.link, -1)) if turn.link in known else turn for turn in found.turns
    )
    return replace(found, links=tuple(link for _old, link in row), turns=turns)


def with_turn(found: TriggerMap, place: Link | None, text: str, skill: str = "") -> TriggerMap:
    """Return the map with one more turn, at a link that it has or gets; None for no link of its own."""
    if place is None:
        return replace(found, turns=(*found.turns, Turn(-1, text, skill)))
    if place not in found.links:
        row = list(enumerate(found.links))
        row.insert(0 if place.kind == EVENT else len(row), (-1, place))
        found = _rearranged(found, row)
    return replace(found, turns=(*found.turns, Turn(found.links.index(place), text, skill)))


def places(found: TriggerMap) -> tuple[Link, ...]:
    """Return where the chain could have turned: what came before, each link once, and the urge."""
    events = [Link(EVENT, text) for text in found.before]
    inner = [link for link in found.links if link.kind != URGE or link.text]
    urge = next((link for link in found.links if link.kind == URGE and not link.text), Link(URGE))
    row: list[Link] = []
    for link in (*events, *inner, urge):
        if (link.kind, link.text) not in [(one.kind, one.text) for one in row]:
            row.append(
                next((one for one in found.links if (one.kind, one.text) == (link.kind, link.text)), link)
            )
    return tuple(row)
