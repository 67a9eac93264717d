"""Finding words to talk, as a Form, and the message or the page that its answers make.

Invariant: with no answer at all there still is a whole message that can be sent. Nobody's name stands in a
message: whom it is for is known to both. What is picked for somebody goes to nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core import talk_words as said
from copecli.core.form import CHOOSE, HELP_NOW, PICK, Form, Question
from copecli.core.reach import as_is, sentence
from copecli.core.shared_words import FEELINGS, UNSAFE
from copecli.core.talk_format import suiting
from copecli.core.text import clean_own

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from copecli.core.form import Answers
    from copecli.core.reach import Sentence
    from copecli.core.talk_format import Ready
    from copecli.core.talk_people import Asked

DRAFT = "talk"
"""The name of its draft."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What a person wants to say, to whom, and how."""

    group: str
    """One of `talk_words.GROUPS`."""
    want: str
    how: str
    picked: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(part, sentences): ready ones and own words, in the order of a message."""
    name: str = ""
    """Of somebody in the plan."""
    number: str = ""
    """Theirs, for texts where there is one."""

    @property
    def is_page(self) -> bool:
        """Whether it is a page for an appointment."""
        return self.want == said.PREPARE


@dataclass(frozen=True, slots=True)
class Section:
    """Some of what is said, one paragraph or one thing after the other."""

    title: Sentence | None
    """Only on a page for an appointment."""
    lines: tuple[str, ...]


class Talking:
    """The questions, in the light of whom there is to ask and which sentences there are."""

    def __init__(
        self, people: tuple[Asked, ...] = (), ready: tuple[Ready, ...] = (), *, under_18: bool = False
    ) -> None:
        self._people = {one.id: one for one in people}
        self._ready = ready
        self._under_18 = under_18
        kinds = (said.ADULT, *said.WHOM) if under_18 else said.WHOM
        self._groups = {key: group for key, _words, group in kinds}
        named = [(key, as_is(one.name)) for key, one in self._people.items()]
        words = [(key, sentence(text)) for key, text, _group in kinds]
        first = words[:1] if under_18 else []
        self._whom = Question(
            id="whom",
            kind=CHOOSE,
            text=sentence(said.WHOM_ASKED),
            hint=sentence(said.WHOM_HINT),
            options=(*first, *named, *words[len(first) :]),
        )

    def form(self, answers: Answers | None = None) -> Form:
        """Return the questions; with whom it is for they begin behind that."""
        return Form(self.questions, answers or {}, at=1 if answers else 0)

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """Return the questions, as far as the answers say which."""
        talk = self._begun(answers)
        want = () if talk.group == said.LIGHT else (self._want(talk.group, answers),)
        how = () if talk.is_page else (_how(talk.group),)
        return (self._whom, *want, *how, *(self._pick(part, talk) for part in _parts(talk)))

    def talk(self, answers: Answers) -> Talk:
        """Return what the answers come to."""
        begun = self._begun(answers)
        picked = ((part, _texts(answers.get(_id(part, begun)))) for part in _parts(begun))
        kept = tuple((part, texts) for part, texts in picked if texts)
        return Talk(begun.group, begun.want, begun.how, kept, begun.name, begun.number)

    def _begun(self, answers: Answers) -> Talk:
        """Return whom, what and how; what was left out is the mildest."""
        whom, how = answers.get("whom"), answers.get("how")
        person = self._people.get(whom) if isinstance(whom, str) else None
        group = person.group if person else self._groups.get(str(whom), said.NEAR)
        want = answers.get(_want_id(group))
        wants = [key for key, _words in said.wants_of(group) if key != UNSAFE]
        hows = [key for key, _words in said.hows_of(group)]
        return Talk(
            group,
            want if isinstance(want, str) and want in wants else wants[-1],
            how if isinstance(how, str) and how in hows else hows[0],
            name=person.name if person else "",
            number=person.number if person else "",
        )

    def _want(self, group: str, answers: Answers) -> Question:
        young = self._under_18 and str(answers.get("whom")) in said.PEERS
        hint = said.ADULT_TOO if young else said.WANT_HINTS.get(group)
        return Question(
            id=_want_id(group),
            kind=CHOOSE,
            text=sentence(said.WANT_ASKED),
            hint=sentence(hint) if hint else None,
            options=tuple((key, sentence(words)) for key, words in said.wants_of(group)),
            leads=((UNSAFE, HELP_NOW),),
        )

    def _pick(self, part: str, talk: Talk) -> Question:
        text, hint = said.ASKED[part]
        rows = suiting(self._ready, part, talk.group, talk.want, talk.how)
        options = tuple((one.text, as_is(one.text)) for one in rows)
        unsafe = ((UNSAFE, sentence(dict(FEELINGS)[UNSAFE])),) if part in (said.GOING_ON, said.KNOW) else ()
        danger = talk.want == said.SAFETY and part == said.GOING_ON
        return Question(
            id=_id(part, talk),
            kind=PICK,
            text=sentence(text),
            hint=sentence(said.IN_DANGER if danger else hint),
            options=(*unsafe, *options),
            leads=((UNSAFE, HELP_NOW),) if unsafe else (),
        )

    # what comes of it

    def sections(self, talk: Talk) -> tuple[Section, ...]:
        """Return what is said, in its order; never nothing."""
        if talk.is_page:
            intro = self._one(said.ASK, talk) or said.WITHOUT_WORDS
            return (Section(None, (intro,)), *_chapters(talk))
        lines = tuple(filter(None, self._paragraphs(talk)))
        return (Section(None, lines or (said.WITHOUT_WORDS,)),)

    def _paragraphs(self, talk: Talk) -> Iterator[str]:
        yield " ".join(filter(None, (self._one(said.OPENER, talk), self._one(said.ASK, talk))))
        picked = dict(talk.picked)
        for part in said.PICKED:
            texts = picked.get(part, ())
            if not texts and part == said.WOULD_LIKE:
                texts = (self._one(part, talk),)
            yield " ".join(map(_ended, filter(None, texts)))
        yield self._one(said.CLOSER, talk)

    def _one(self, part: str, talk: Talk) -> str:
        """Return the first sentence of a part that suits."""
        rows = suiting(self._ready, part, talk.group, talk.want, talk.how)
        return rows[0].text if rows else ""

    def people_first(self, talk: Talk) -> bool:
        """Return whether it speaks of ending one's life, so that people come before anything else."""
        said_so = {one.text for one in self._ready if one.people_first}
        return talk.want == said.SAFETY or any(
            text in said_so for _part, texts in talk.picked for text in texts
        )


def _how(group: str) -> Question:
    options = tuple((key, sentence(words)) for key, words in said.hows_of(group))
    return Question(id="how", kind=CHOOSE, text=sentence(said.HOW_ASKED), options=options)


def _want_id(group: str) -> str:
    """Return the name of the answer: what is wanted of a clinic is not wanted of a friend."""
    return f"want-{said.CLINIC}" if group == said.CLINIC else "want"


def _parts(talk: Talk) -> tuple[str, ...]:
    if talk.is_page:
        return said.PAGE
    return (said.WOULD_LIKE, said.WHEN) if talk.group == said.LIGHT else said.PICKED


def _id(part: str, talk: Talk) -> str:
    """Return the name of an answer: what was picked for one somebody and want stays theirs."""
    return f"{part}:{talk.group}:{talk.want}"


def _texts(answer: object) -> tuple[str, ...]:
    """Return the sentences of an answer, safe to show, to copy and to scan."""
    texts = answer if isinstance(answer, tuple) else ()
    return tuple(clean_own(one).strip() for one in texts if isinstance(one, str) and clean_own(one).strip())


def _ended(text: str) -> str:
    """Return words with an end, so that the next ones do not run into them."""
    return f"{text}." if text[-1].isalnum() else text


def _chapters(talk: Talk) -> Iterator[Section]:
    for part, texts in talk.picked:
        yield Section(sentence(said.PAGE_TITLES[part]), texts)


def as_text(sections: tuple[Section, ...], translate: Callable[[str], str]) -> str:
    """Return it as it is shown and copied: a message in lines, a page with its headings."""
    parts: list[str] = []
    for section in sections:
        if section.title is None:
            parts.append("\n".join(section.lines))
        else:
            parts.append(
                "\n".join([f"{section.title.worded(translate)}:", *(f"– {line}" for line in section.lines)])
            )
    return "\n\n".join(parts)
