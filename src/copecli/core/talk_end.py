"""What follows finding words: where they can go, what if it goes badly, and the next small thing.

Invariant: a person is always one of the next things, and stands first where it is about staying safe or
ending one's life. Whatever went badly, it leads on to another person or a line.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core import talk_words as said
from copecli.core.day_words import day_words
from copecli.core.reach import as_is, sentence
from copecli.core.report import Passage, Report
from copecli.core.shared_words import FEELINGS, UNSAFE
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.reach import Sentence
    from copecli.core.talk import Section, Talk

    Ways = tuple[tuple[str, str], ...]

COPY, CODE, PAPER, CHANGE, READ, BADLY = "copy", "code", "paper", "change", "read", "badly"
REPORT, PERSON, DONE, LATER, REST = "report", "person", "done", "later", "rest"
OTHER, STEADY, SHORTER = "other", "steady", "shorter"
_WAYS = {
    COPY: N_("Copy it"),
    CODE: N_("Show it to a phone, as a code"),
    READ: N_("Say it once more, by itself"),
    PAPER: N_("Put it on paper, or into a file"),
    REPORT: N_("Put together what I noted, too"),
    BADLY: N_("What if it goes badly?"),
    CHANGE: N_("Change what I said"),
    PERSON: N_("A person, or a line"),
    OTHER: N_("Ask somebody else"),
    STEADY: N_("Steady me first"),
    SHORTER: N_("Find other words"),
    UNSAFE: dict(FEELINGS)[UNSAFE],
    DONE: N_("That is all. Let the words go."),
    LATER: N_("Keep the words for later"),
    REST: N_("Rest. That is all for now."),
}
WHAT_NOW = N_("What would you like to do with it?")
WHAT_NEXT = N_("What would be a small next thing?")

TITLES = {
    said.SAY: N_("You could say:"),
    said.TEXT: N_("You could send:"),
    said.WRITE: N_("You could write:"),
    said.CARD: N_("You could hand over:"),
    said.PREPARE: N_("You could take along:"),
}
FOR = N_("For {name}")
TO_NUMBER = N_("To {number}")
NOTHING_SENT = N_("Nothing was sent. Only you can do that.")
NEAR_TO_DANGER = N_("It is about your life. You could reach somebody now, too.")
KEPT_AS_DRAFT = N_("The words are kept as a draft.")
LET_GO = N_("The words are let go.")

THE_WORDS = N_("the words")
WHICH_FORM = N_("In which form?")
PAPER_TITLE = N_("What I would like to say")
PAGE_TITLE = N_("For my appointment")
THESE_ARE_MINE = N_("These are my own words. You can read them, and then ask.")
WRITTEN_ON = N_("Written on {day}.")

BADLY_ASKED = N_("What happened, or could happen?")


@dataclass(frozen=True, slots=True)
class Badly:
    """One way in which it can go badly, and what is good to know then."""

    id: str
    words: str
    lines: tuple[str, ...]
    ways: tuple[str, ...]
    """Small next things, the nearest first."""


BADLY_WAYS = (
    Badly(
        "bad-answer",
        N_("The answer hurt"),
        (
            N_("That hurts. It was right to ask."),
            N_("It may be about their shock, and not about you."),
            N_("Somebody else may answer in another way."),
        ),
        (OTHER, PERSON, STEADY),
    ),
    Badly(
        "no-answer",
        N_("No answer came"),
        (
            N_("No answer is not a no. They may be asleep or busy."),
            N_("You need not wait for it."),
            N_("You could ask the next person now."),
        ),
        (OTHER, PERSON, STEADY),
    ),
    Badly(
        "panicked",
        N_("They got very scared"),
        (
            N_("Some people get scared when they hear it."),
            N_("You need not look after them."),
            N_("You could say: “You need not fix it. Thank you.”"),
            N_("They could talk to somebody, too."),
        ),
        (OTHER, PERSON, STEADY),
    ),
    Badly(
        "told-others",
        N_("They told others"),
        (
            N_("It was yours to tell. You may be angry."),
            N_("They may have been afraid for your life."),
            N_("You could say who may know, and who may not."),
            N_("Somebody could be with you when you talk about it."),
        ),
        (OTHER, PERSON, STEADY),
    ),
    Badly(
        "not-said",
        N_("I could not say it"),
        (
            N_("That is fine. It can wait for another day."),
            N_("A text or a card may be easier than saying it."),
            N_("One line is enough to begin."),
        ),
        (SHORTER, PERSON, STEADY),
    ),
)


def badly(case: str) -> Badly:
    """Return the case of that id."""
    return next(one for one in BADLY_WAYS if one.id == case)


def ways_after(case: str) -> Ways:
    """Return (id, words) of what can follow a case; a person or a line is always there."""
    return _in_words(*badly(case).ways, UNSAFE, REST)


def next_things(
    talk: Talk, *, people_first: bool, report: bool = False, copies: bool = True, keeps: bool = True
) -> Ways:
    """Return (id, words) of what can be done with the words.

    `people_first`: whether it speaks of staying safe or ending one's life; `report`: whether something was
    noted that a report for an appointment could be made of; `copies`: whether this face can copy; `keeps`:
    whether a draft can be kept. Letting go never stands last, where going up from the first would lead.
    """
    first = [PERSON, UNSAFE] if people_first else []
    code = [CODE] if talk.how in (said.TEXT, said.WRITE) and not talk.is_page else []
    more = [REPORT] if report and talk.group == said.CLINIC else []
    copy = COPY if copies else READ
    use = [PAPER, copy] if talk.is_page or talk.how == said.CARD else [copy, *code, PAPER]
    last = [] if people_first else [PERSON, UNSAFE]
    end = [DONE, LATER] if keeps else [DONE]
    return _in_words(*first, *use, *more, BADLY, CHANGE, *last, *end)


def _in_words(*ways: str) -> Ways:
    return tuple((way, _WAYS[way]) for way in ways)


def title_of(talk: Talk) -> str:
    """Return what stands above the words (a message id)."""
    return TITLES[said.PREPARE if talk.is_page else talk.how]


def whom_it_is_for(talk: Talk) -> tuple[Sentence, ...]:
    """Return for whom it is and to which number, as far as the plan says."""
    named = (sentence(FOR, name=talk.name),) if talk.name else ()
    asks = talk.how == said.TEXT and not talk.is_page and talk.number
    return (*named, *((sentence(TO_NUMBER, number=talk.number),) if asks else ()))


def on_paper(talk: Talk, sections: tuple[Section, ...], today: str) -> Report:
    """Return the words as a paper; today is an ISO date. Whom it is for stands nowhere on it."""
    intro, *chapters = sections
    return Report(
        sentence(PAGE_TITLE if talk.is_page else PAPER_TITLE),
        sentence(THESE_ARE_MINE),
        (),
        tuple(
            Passage(one.title.text, one.title, tuple(as_is(line) for line in one.lines))
            for one in chapters
            if one.title
        ),
        sentence(WRITTEN_ON, day=day_words(today)),
        tuple(as_is(line) for line in intro.lines),
    )


def file_name(ending: str) -> str:
    """Return a name to offer for the file, which says nothing of what is in it."""
    return f"~/my-words{ending}"
