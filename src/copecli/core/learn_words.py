"""The words around articles: their groups, what stands at their end, and what can be done with one now.

Invariant: both faces offer the same, in the same order. A person and the way to Help now stand at the end of
every article, whatever its file says; what a face cannot open is not offered.
"""

from __future__ import annotations

from copecli.core import choosing
from copecli.core.chain_words import MAP_DOOR
from copecli.core.checkin_words import CHECK_IN_DOOR
from copecli.core.learn import GROUPS, OPEN, READ, SKILL
from copecli.core.learn_search import speaks_of_ending_life
from copecli.core.progress_words import DOOR as PROGRESS_DOOR
from copecli.core.reach import sentence
from copecli.core.shared_words import ENDINGS, FEELINGS, UNSAFE
from copecli.core.talk_words import DOOR as TALK_DOOR
from copecli.core.wave_frame import DOOR as WAVE_DOOR
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from copecli.core.learn import Article, Next, Source
    from copecli.core.reach import Sentence

    Ways = tuple[tuple[str, Sentence], ...]

GROUP_WORDS = {
    "understanding": (N_("Understanding self-harm"), N_("What it is, why, and what follows.")),
    "beneath": (N_("What may lie beneath"), N_("Low mood, fear, trauma, food, and more.")),
    "care": (N_("Care and treatment"), N_("Talking, medicine, doctors, the first hour.")),
    "living": (N_("From here on"), N_("Getting better, urges, scars, a life.")),
    "others": (N_("For people who care"), N_("Friends, parents, partners, helpers.")),
}
"""By group: its name, and what is in it."""

OPENED = {
    "plan": N_("My safety plan"),
    "lines": N_("Crisis lines"),
    "talk": TALK_DOOR,
    "help-now": N_("Help now: people and numbers"),
    "after": N_("After self-harm"),
    "checkin": CHECK_IN_DOOR,
    "triggers": MAP_DOOR,
    "wave": WAVE_DOOR,
    "progress": PROGRESS_DOOR,
}
"""By door: what is said of it."""

COMMANDS = {door: f"cope {'now' if door == 'help-now' else door}" for door in OPENED}
"""By door: what is typed for it."""

WHAT_NOW = N_("What can I do with this now?")
YOU_COULD = N_("What you could do with this now")
BY_COMMAND = N_("{words}: `{command}`")
_TRY = N_("An exercise: {title}")
_READ = N_("To read: {title}")

PERSON, SOURCES, ELSE, REST = "person", "sources", "shelf", "rest"
_AT_THE_END = (
    (PERSON, dict(ENDINGS)[PERSON]),
    (UNSAFE, dict(FEELINGS)[UNSAFE]),
    (ELSE, N_("Something else to read")),
    (SOURCES, N_("Where this comes from")),
    (REST, dict(ENDINGS)[REST]),
)
SOURCES_TITLE = dict(_AT_THE_END)[SOURCES]
PLACE = N_("{n} of {of}")

_REVIEWED = {
    "draft": N_("A draft of {on}. No clinician has read it yet."),
    "lived-experience": N_("Read by somebody who has been there, {on}."),
    "clinician": N_("Read by a clinician, {on}."),
}
_UNDATED = N_("A draft. No clinician has read it yet.")

FIND = N_("Find a word")
FIND_HINT = N_("Type a word or two")
NOTHING_FOUND = N_("Nothing here has these words.")
MAYBE = N_("Maybe one of these.")
"""Said after that, where something is near."""
NEAR = N_("Near it: {near}.")
HELP = "help"
"""The way to people, above what was found."""
PEOPLE_FIRST = N_("With thoughts of ending your life, people come first: `cope now`.")


def group_name(group: str) -> str:
    """Return the name of a group (a message id)."""
    return GROUP_WORDS[group][0]


def groups_of(articles: Iterable[Article]) -> tuple[str, ...]:
    """Return the groups that hold any of these, in the order of the shelf."""
    there = {article.group for article in articles}
    return tuple(group for group in GROUPS if group in there)


def first_found(typed: str) -> Ways:
    """Return (id, words) of what stands above all that is found: people, where the words speak of dying."""
    return ((HELP, sentence(OPENED["help-now"])),) if speaks_of_ending_life(typed) else ()


def told_of(typed: str, *, found: bool, close: bool) -> tuple[str, ...]:
    """Return (message ids) what is said above what was found; `close`: whether something is near."""
    if speaks_of_ending_life(typed):
        return choosing.PEOPLE_FIRST[1:]
    if found or not typed.strip():
        return ()
    return (NOTHING_FOUND, MAYBE) if close else (NOTHING_FOUND,)


def way_id(way: Next) -> str:
    """Return the id under which something is offered; no skill and no article has a colon in its id."""
    return f"{way.kind}:{way.id}"


def ways_now(article: Article, titles: Mapping[str, str], opens: Container[str]) -> Ways:
    """Return (id, words) of what can be done with it now.

    `titles`: the exercises and articles that there are, by `way_id`; `opens`: the doors that a face can open.
    """
    own = tuple((way_id(way), words) for way in article.now if (words := _words(way, titles, opens)))
    last = tuple(way for way in _AT_THE_END if way[0] != SOURCES or article.sources)
    return (*own, *((way, sentence(words)) for way, words in last))


def _words(way: Next, titles: Mapping[str, str], opens: Container[str]) -> Sentence | None:
    if way.kind == OPEN:
        return sentence(OPENED[way.id]) if way.id in opens else None
    title = titles.get(way_id(way))
    return sentence({SKILL: _TRY, READ: _READ}[way.kind], title=title) if title else None


def commands_now(article: Article, titles: Mapping[str, str], known: Container[str]) -> tuple[Sentence, ...]:
    """Return the same for a page that is printed, by command; `known`: the commands that there are."""
    opens = {door for door, command in COMMANDS.items() if command.removeprefix("cope ") in known}
    lines = []
    for way in article.now:
        words = _words(way, titles, opens)
        if words is not None:
            start = {SKILL: "cope do", READ: "cope learn"}.get(way.kind, "")
            command = f"{start} {way.id}" if start else COMMANDS[way.id]
            lines.append(sentence(BY_COMMAND, words=words, command=command))
    now = COMMANDS["help-now"]
    person = sentence(BY_COMMAND, words=sentence(dict(ENDINGS)[PERSON]), command=now)
    return (*lines, person)


def review_words(article: Article) -> Sentence:
    """Return who has read it, and when."""
    if not article.review_on:
        return sentence(_UNDATED)
    return sentence(_REVIEWED[article.review_status], on=article.review_on)


def source_lines(article: Article, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return each source in a line, by its number: where it stands, and what it found."""
    lines = []
    for key, number in article.numbers.items():
        source = sources.get(key)
        said = (_ended(source.cite), source.found) if source else (key,)
        lines.append(f"[{number}] {' '.join(filter(None, said))}")
    return tuple(lines)


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
