"""`cope learn`: short articles, listed, found by words, and read in the face that fits.

Invariant: with --plain and in a pipe all of an article is printed at once, and nothing is asked. An article
that cannot be read is told on stderr, and the others are there.
"""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.core.errors import OK
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copecli.cli.call import Call
    from copecli.core.learn import Article


def run(call: Call) -> int:
    """Open the shelf, or what was asked for: the one article that it names, or a list of those that fit."""
    topic = " ".join(call.request.topic).strip()
    if not topic:
        return _either(call, ("learn",), lambda: _shelf(call))
    from copecli.core.learn_search import called
    from copecli.desk_learn import by_topic

    found = by_topic(topic)
    if len(found) > 1:
        return _either(call, ("learn", "", topic), lambda: _several(call, topic, found))
    # A list has people above it: words of ending one's life lead there rather than straight to reading.
    listed = bool(_people_first(topic)) and called(topic, found) is None
    start = ("learn", "", topic) if listed else ("learn", found[0].id)
    return _either(call, start, lambda: _article(call, topic, found[0]))


def _either(call: Call, start: tuple[str, ...], printed: Callable[[], int]) -> int:
    """Print where lines were asked for, else open the face that fits."""
    return printed() if call.request.json or call.request.plain else meet(call, start, printed)


def _shelf(call: Call) -> int:
    from copecli.cli.commands.ground_list import listed
    from copecli.core.learn_words import group_name, groups_of
    from copecli.desk_learn import library

    there = library()
    if call.request.json:
        _as_json(call, [_row(article) for article in there.articles])
    else:
        for number, group in enumerate(groups_of(there.articles)):
            rows = listed(there.of(group), call.width(), rooms_of=there.articles)
            call.world.say(*([""] if number else []), f"{_(group_name(group))}:", *rows)
    call.world.flush()
    call.world.talk(*there.told)
    return OK


def _several(call: Call, topic: str, found: Sequence[Article]) -> int:
    from copecli.cli.commands.ground_list import listed

    if call.request.json:
        _as_json(call, [_row(article) for article in found])
        return OK
    call.world.say(*_people_first(topic), *listed(found, call.width()))
    return OK


def _people_first(topic: str) -> list[str]:
    """Return what is said before anything to read, where the words speak of ending one's life."""
    from copecli.core.learn_search import speaks_of_ending_life
    from copecli.core.learn_words import PEOPLE_FIRST

    return [_(PEOPLE_FIRST), ""] if speaks_of_ending_life(topic) else []


def _article(call: Call, topic: str, article: Article) -> int:
    from copecli.cli.learn_lines import WIDEST, whole
    from copecli.cli.reach_words import fitted
    from copecli.cli.table import COMMANDS
    from copecli.core.learn_words import commands_now
    from copecli.desk_learn import sources_told, titles_now

    if call.request.json:
        _as_json(call, _document(article))
        return OK
    known = {command.words[0] for command in COMMANDS if command.words}
    now = commands_now(article, titles_now(call.desk, article), known)
    lines = [*_people_first(topic), *whole(article, now, sources_told(article))]
    call.world.say(*fitted(lines, min(call.width(), WIDEST)))
    return OK


def _row(article: Article) -> dict[str, object]:
    """Return an article without its text, for other programs."""
    from dataclasses import asdict

    document = asdict(article)
    del document["blocks"], document["finds"]
    return document


def _document(article: Article) -> dict[str, object]:
    """Return an article with its text, each block by its kind, and what it cites, in its order."""
    from dataclasses import asdict

    from copecli.system.articles import load_cited

    blocks = [{"kind": type(block).__name__.lower(), **asdict(block)} for block in article.blocks]
    cited = [asdict(source) for source in load_cited(article.numbers).values()]
    return _row(article) | {"blocks": blocks, "cited": cited}


def _as_json(call: Call, value: object) -> None:
    from copecli.cli.as_json import as_json

    call.world.say(as_json(value))
