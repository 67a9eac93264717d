"""Finding articles by words: in the title, the words it is to be found by, the summary, headings and text.

Invariant: the same words find the same articles in the same order, and the order can be told: only what has
the most of the words is there; nearest stands what has them in the nearest places, taken together; then the
order of the shelf decides. Case, accents, apostrophes and usual endings do not matter, and the beginning of a
word is enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import combining, normalize

from copecli.core.learn import Heading, Item, Line, shelf_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copecli.core.learn import Article

TITLE, FINDS, SUMMARY, HEADING, TEXT = range(5)
"""Where a word stands, the nearest place first."""
BEGUN = 0.5
"""What a place is further off where only the beginning of a word is the same."""
MOST_FOUND = 12
"""Articles that are found at a time: more is the shelf again."""

_SMALL_LIST = """
a about am an and are at be by can do does for from how i if in is it me my of on or so that the this to was
what when with
"""
_SMALL = frozenset(_SMALL_LIST.split())
"""Words that are in nearly every text: they are looked for only where nothing else is asked."""
_ENDINGS = ("ing", "ed", "es", "s", "d")
"""What may be missing at the end of a word that was typed, where four letters are left."""
_SHORTEST_STEM = 4
_APOSTROPHES = str.maketrans("", "", "'\u2019\u02bc\u2018")
_DEATH = frozenset({"die", "dies", "dying", "dead", "death", "unsafe", "emergency"})
_DEATH_BEGINS = ("suicid", "kill")
_ENDED = ({"end", "ends", "ending"}, {"life", "it", "myself"}), ({"take", "taking"}, {"life"})
"""Words of which one of each pair together speak of ending one's life."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """An article made ready to be looked through."""

    article: Article
    places: tuple[frozenset[str], ...]
    """The words of each place, by its number."""


def folded(text: str) -> list[str]:
    """Return the words of a text without case, accents and apostrophes."""
    plain = "".join(c for c in normalize("NFKD", text.translate(_APOSTROPHES)) if not combining(c))
    return "".join(c if c.isalnum() else " " for c in plain.casefold()).split()


def indexed(articles: Iterable[Article]) -> tuple[Indexed, ...]:
    """Return the articles made ready, in the order of the shelf."""
    return tuple(Indexed(article, _places(article)) for article in sorted(articles, key=shelf_order))


def _places(article: Article) -> tuple[frozenset[str], ...]:
    headings = " ".join(block.text for block in article.blocks if isinstance(block, Heading))
    text = " ".join(block.text for block in article.blocks if isinstance(block, Line | Item))
    parts = (f"{article.title} {article.id}", " ".join(article.finds), article.summary, headings, text)
    return tuple(frozenset(folded(part)) for part in parts)


def find(typed: str, index: Sequence[Indexed]) -> tuple[Article, ...]:
    """Return what has the words that were typed, the best first; nothing where none is typed."""
    asked = wanted(typed)
    found: list[tuple[int, float, int]] = []
    for at, one in enumerate(index):
        places = [place for word in asked if (place := _nearest_place(word, one)) is not None]
        if places:
            found.append((len(asked) - len(places), sum(places), at))
    fewest = min(found, default=(0, 0.0, 0))[0]
    best = sorted(row for row in found if row[0] == fewest)[:MOST_FOUND]
    return tuple(index[at].article for _missing, _far, at in best)


def wanted(typed: str) -> list[str]:
    """Return the words to look for, each once: small ones only where there are no others."""
    words = list(dict.fromkeys(folded(typed)))
    return [word for word in words if word not in _SMALL] or words


def _nearest_place(word: str, one: Indexed) -> float | None:
    """Return the nearest place that has the word, or one that begins like it."""
    stems = (word, *_stems(word))
    found = [
        place + BEGUN * (word not in words)
        for place, words in enumerate(one.places)
        if word in words or any(known.startswith(stems) for known in words)
    ]
    return min(found, default=None)


def _stems(word: str) -> Iterator[str]:
    """Yield the word without one of the usual endings: urges, urge; depressed, depress."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            yield word.removesuffix(ending)


def called(name: str, articles: Iterable[Article]) -> Article | None:
    """Return the article of exactly that id or title."""
    asked = folded(name)
    return next((one for one in articles if asked and asked in (folded(one.id), folded(one.title))), None)


def near(typed: str, articles: Sequence[Article], most: int = 3) -> tuple[Article, ...]:
    """Return what may have been meant where nothing is found: by a slip in a word of title, id or `finds`."""
    from difflib import get_close_matches

    by_word: dict[str, list[Article]] = {}
    for article in sorted(articles, key=shelf_order):
        for word in folded(" ".join((article.title, article.id, *article.finds))):
            if word not in _SMALL:
                by_word.setdefault(word, []).append(article)
    close = [word for asked in wanted(typed) for word in get_close_matches(asked, by_word, n=2, cutoff=0.75)]
    found = {article.id: article for word in close for article in by_word[word]}
    return tuple(found.values())[:most]


def speaks_of_ending_life(typed: str) -> bool:
    """Return whether people come first, before anything to read."""
    words = set(folded(typed))
    ended = any(words & acts and words & things for acts, things in _ENDED)
    return ended or bool(words & _DEATH) or any(word.startswith(_DEATH_BEGINS) for word in words)
