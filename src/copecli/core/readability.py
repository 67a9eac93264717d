"""How hard a text is to read: Flesch-Kincaid grade and Flesch ease, and what to shorten.

Invariant: the same text always has the same grade, on every machine. Things that are no words
(numbers, addresses, placeholders) count as one short word each, so they neither help nor harm. The formulas
know nothing of tone or meaning: a low grade is needed, and is not enough.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.prose import NEUTRAL, line_sentences, sentences, words
from copecli.core.syllables import syllables
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FEWEST_WORDS = 100
"""Words below which a grade says little (one name moves it by a year): only sentences are judged then."""

_FAMILIAR_LIST = """
afternoon already ambulance animal another anybody anyone anything anyway anywhere area breathing computer
december different difficult emergency energy evening everybody everyday everyone everything everywhere
exercise family favorite favourite february following forever holiday hospital however idea important
january library medicine memory natural nobody november october opening overwhelmed possible radio
remember saturday september several somebody suggestion suicidal suicide telephone television therapist
therapy together tomorrow understand unusual usual usually video whatever whenever wherever yesterday
"""
_FAMILIAR = frozenset(_FAMILIAR_LIST.split())
"""Long words that most people know, or that no shorter word can stand for here."""

_ENDINGS_OF_ONE_BEAT = ("ing", "ings", "ted", "ded", "ses", "ces", "ges", "ches", "shes", "xes")
"""Endings that lengthen a word and make it no harder."""


@dataclass(frozen=True, slots=True)
class Readability:
    """What was counted in a text, and what the formulas make of it."""

    grade: float
    """Flesch-Kincaid grade, in years of school; 0 where there is no word."""
    ease: float
    """Flesch reading ease: 100 very easy, 60 plain, 30 hard; 0 where there is no word."""
    words: int
    sentences: int
    longest_sentence: int
    """Words in the longest sentence."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a text may ask of its reader."""

    grade: float
    """Highest Flesch-Kincaid grade of the whole, judged from `FEWEST_WORDS` words on."""
    sentence_words: int
    """Most words in one sentence."""
    hard_words: int
    """Most different hard words in one sentence."""


EVERYDAY = Limits(grade=6.0, sentence_words=20, hard_words=2)
CRISIS = Limits(grade=5.0, sentence_words=12, hard_words=1)


@dataclass(frozen=True, slots=True)
class Trouble:
    """One way in which a text asks more of its reader than its limits allow."""

    message: str
    """A message id with the fields {found}, {allowed} and, but for the grade, {text}."""
    found: str
    allowed: str
    text: str
    """The sentence it is about; empty where it is the whole text."""

    def __str__(self) -> str:
        """Return the message in English."""
        return self.message.format(found=self.found, allowed=self.allowed, text=self.text)


def measure(text: str) -> Readability:
    """Measure prose: wrapped lines are joined; headings, list items and blank lines end a sentence."""
    return _pooled(sentences(text))


def measure_lines(lines: Iterable[str]) -> Readability:
    """Measure lines of a screen as one text: each line ends a sentence, with or without a full stop."""
    return _pooled(line_sentences(lines))


def hard_words(text: str) -> tuple[str, ...]:
    """Return the words of three beats or more that a shorter word might replace, each once, in lower case.

    Left out are names (a capital inside a sentence) and long words that most people know; the endings -s, -ed
    and -ing make no word hard.
    """
    return tuple(dict.fromkeys(word for sentence in sentences(text) for word in _hard(sentence)))


def troubles(lines: Iterable[str], limits: Limits = EVERYDAY) -> tuple[Trouble, ...]:
    """Return what makes `lines` harder than `limits`: long sentences, hard words, the grade of the whole."""
    parts = tuple(line_sentences(lines))
    found = [trouble for part in parts for trouble in _in_sentence(part, limits)]
    whole = _pooled(parts)
    if whole.words >= FEWEST_WORDS and whole.grade > limits.grade:
        message = N_("The reading grade is {found}, at most {allowed} is wanted.")
        found.append(Trouble(message, f"{whole.grade:.1f}", f"{limits.grade:g}", ""))
    return tuple(found)


def _in_sentence(sentence: str, limits: Limits) -> Iterator[Trouble]:
    count = len(words(sentence))
    if count > limits.sentence_words:
        message = N_("{found} words in one sentence, at most {allowed} are wanted: {text}")
        yield Trouble(message, str(count), str(limits.sentence_words), sentence)
    hard = tuple(dict.fromkeys(_hard(sentence)))
    if len(hard) > limits.hard_words:
        message = N_("Long words in one sentence ({found}), at most {allowed} wanted: {text}")
        yield Trouble(message, ", ".join(hard), str(limits.hard_words), sentence)


def _pooled(parts: Iterable[str]) -> Readability:
    counted = [found for found in map(words, parts) if found]
    total = sum(map(len, counted))
    if not total:
        return Readability(grade=0.0, ease=0.0, words=0, sentences=0, longest_sentence=0)
    beats = sum(1 if word == NEUTRAL else syllables(word) for found in counted for word in found)
    a_sentence, a_word = total / len(counted), beats / total
    return Readability(
        grade=0.39 * a_sentence + 11.8 * a_word - 15.59,
        ease=206.835 - 1.015 * a_sentence - 84.6 * a_word,
        words=total,
        sentences=len(counted),
        longest_sentence=max(map(len, counted)),
    )


def _hard(sentence: str) -> Iterator[str]:
    for place, word in enumerate(words(sentence)):
        name = place > 0 and word[:1].isupper()
        plain = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").partition("'")[0]
        if plain and not name and any(map(_is_hard, plain.split("-"))):
            yield plain


def _is_hard(word: str) -> bool:
    if word.removesuffix("s") in _FAMILIAR:
        return False
    return syllables(word) - word.endswith(_ENDINGS_OF_ONE_BEAT) > 2
