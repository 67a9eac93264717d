"""What both faces do with articles: the shelf, one by its name or by words, and what it leads to.

Invariant: looking keeps nothing, and an article that cannot be read is told once and hides no other. What a
person leaves out or hides is not offered at the end of an article, either.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from copecli.core.errors import CopeError, NothingFound
from copecli.core.learn import OPEN, READ
from copecli.core.learn_search import called, find, indexed, near, speaks_of_ending_life
from copecli.core.learn_words import NEAR, PEOPLE_FIRST, review_words, source_lines, way_id
from copecli.core.text import clean_line
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.learn import Article, Next
    from copecli.core.learn_search import Indexed
    from copecli.core.wording import Rule
    from copecli.desk import Desk


@dataclass(frozen=True, slots=True)
class Library:
    """The shelf, ready to be looked through."""

    articles: tuple[Article, ...]
    """In the order of the shelf."""
    index: tuple[Indexed, ...]
    told: tuple[str, ...]
    """A sentence for each file that could not be read."""

    def of(self, group: str) -> tuple[Article, ...]:
        """Return the articles of a group."""
        return tuple(article for article in self.articles if article.group == group)

    def find(self, typed: str) -> tuple[Article, ...]:
        """Return what has these words, the best first; where they name an injury, care stands before them."""
        care = tuple(filter(None, map(self.called, CARE))) if speaks_of_injury(typed) else ()
        return (*care, *(article for article in find(typed, self.index) if article not in care))

    def called(self, article_id: str) -> Article | None:
        """Return the article of that id; None where there is none that can be read."""
        return next((article for article in self.articles if article.id == article_id), None)

    def near(self, typed: str) -> tuple[Article, ...]:
        """Return what may have been meant by words that are nowhere."""
        return near(typed, self.articles)


CARE = ("first-hour-next-day", "getting-medical-care")
"""Ids of what to read first where somebody may be hurt."""


def speaks_of_injury(typed: str) -> bool:
    """Return whether words name what our texts never name: an injury, or a way to get one."""
    from copecli.core.wording import check

    return bool(check(typed, _methods()))


@cache
def _methods() -> tuple[Rule, ...]:
    """Return the rules that keep such words out; read once (31 ms), as each key of a search asks them."""
    from copecli.system.rules import wording_rules

    return tuple(rule for rule in wording_rules() if rule.kind == "method")


def library() -> Library:
    """Return all articles; never raise."""
    from copecli.system.articles import load_shelf

    shelf = load_shelf()
    told = tuple(trouble.sentence(_) for trouble in shelf.refused)
    return Library(shelf.articles, indexed(shelf.articles), told)


def one(article_id: str) -> Article | None:
    """Return the article of that id; None where there is none that can be read."""
    from copecli.system.articles import load_article

    try:
        return load_article(article_id)
    except CopeError:
        return None


def by_topic(topic: str) -> tuple[Article, ...]:
    """Return the article of that id or title, else what has these words.

    Raise NothingFound with what is near; an article of that id that cannot be read raises Unreadable.
    """
    from copecli.system.articles import load_article

    exact = load_article("-".join(topic.lower().split()))
    if exact is not None:
        return (exact,)
    there = library()
    titled = called(topic, there.articles)
    found = (titled,) if titled is not None else there.find(topic)
    if found:
        return found
    close = near(topic, there.articles)
    people = PEOPLE_FIRST if speaks_of_ending_life(topic) else ""
    raise NothingFound(
        N_("Nothing to read has the words “{topic}”."),
        do=people or (NEAR if close else N_("`cope learn` lists it all.")),
        topic=clean_line(topic)[:60],
        near=", ".join(f"{_(article.title)} (`cope learn {article.id}`)" for article in close),
    )


def titles_now(desk: Desk, article: Article) -> dict[str, str]:
    """Return the titles of what an article offers, by `way_id`; what is not there or not wanted has none."""
    found = {way_id(way): _title(desk, way) for way in article.now if way.kind != OPEN}
    return {key: title for key, title in found.items() if title}


def _title(desk: Desk, way: Next) -> str:
    from copecli.core.catalogue import offered

    if way.kind == READ:
        other = one(way.id)
        return other.title if other is not None else ""
    try:
        return "".join(skill.title for skill in offered([desk.skill(way.id)], desk.wish()))
    except CopeError:
        return ""


def sources_told(article: Article) -> tuple[str, ...]:
    """Return what an article rests on, a line each, and last who has read it."""
    from copecli.system.articles import load_cited

    return (*source_lines(article, load_cited(article.numbers)), review_words(article).worded(_))
