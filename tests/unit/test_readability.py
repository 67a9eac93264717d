"""Beats, words, sentences, and the grades made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.prose import NEUTRAL, sentences, words
from copecli.core.readability import CRISIS, EVERYDAY, hard_words, measure, measure_lines, troubles
from copecli.core.syllables import syllables
from tests.references import textstat

BEATS = {
    1: """
        the you your breathe breath out hand hands chair floor feet foot through thought thoughts eye
        eyes name named helped phone friend friends lines urge wave ride safe plan change moved paused
        walked warm wait strange slow loud blue piece voice choose house sound taste touch rhyme quite
        you're don't can't it's they've
    """,
    2: """
        anger angry notice breathing every evening people maybe being doing going quiet poem science
        create something someone sometimes lonely feelings moment minute minutes numbers table simple
        gentle little senses pauses changes urges places wanted needed started rested doctor nurses
        clinic outside inside colour coloured hundred wicked didn't couldn't it'll player safety homework
        lifeline movement careful careless hopeful kindness kitchen texture water answer beyond lion
        couple people's listen
    """,
    3: """
        everything everyone another hospital idea ideas area areas radio video period exercise however
        together somebody remember medicine sensation emotion distraction carefully suicide usual visual
        computer understand violent influence museum element however poetry opposite history direction
        awareness
    """,
    4: """
        emergency suicidal experience experienced anxiety situation immediate material everybody anybody
        information television supermarket ordinary variety
    """,
    5: """
        opportunity overwhelmingly immediately imagination international creativity
    """,
}

EASY = """\
You are here. Look at the wall in front of you. What can you see on it? Find one thing that is blue. Now
find one thing that is round. Take as much time as you like. There is no rush at all. Put your feet flat
on the floor. Feel how hard or soft it is. Press your toes down, then let them go. You can stop at any
time. You can look away and come back. If this is not for you, try a new one. Some people like to count.
Some people like to talk to a friend. Drink some water if it is near you. Then look up. What is still the
same in the room?
"""

PLAIN = """\
A safety plan is a short list of things that you can do when an urge gets strong. You write it in your
own words, on a day when you feel calmer. It starts with the signs that tell you things are getting
harder. Then come the things that you can do alone, and the people and places that take your mind off it.
After that you write down who you could ask for help, with a number for each of them. Doctors and crisis
lines come next. The last part is about making the room around you a safer one. Many people find it
easier to make the plan with somebody they trust. You can change it whenever you want, and you can print
it and keep it in your pocket.
"""

HARDER = """\
Researchers asked several hundred adults about the different ways in which they had tried to resist an
urge. Most of them had used more than a dozen methods over the years, and the majority of the attempts
had worked at least for a while. Keeping busy and spending time with friends were mentioned most often,
while physical exercise was rated among the most useful. The results come from a small group, so they
should be read with some caution. Other studies suggest that nobody can know in advance which method will
suit a particular person on a particular evening, and that a method which feels useless can make a
difficult hour even harder to bear.
"""

HARDEST = """\
People who took part in the comparison reported that their feelings varied considerably from hour to
hour, and later analyses showed that questions asked in the moment captured connections which
questionnaires completed at the end of the week had underestimated. Putting the programme into practice
nevertheless depended on the organisation that offered it, including whether experienced professionals
were available and whether they received appropriate supervision. The investigators therefore recommend
that future evaluations include economic considerations, a more representative population and a longer
period of observation. Cooperation between universities, hospitals and community organisations would
additionally make it easier to distribute the educational material that the participants had asked for,
particularly in rural areas where services are limited.
"""


@pytest.mark.parametrize(("word", "beats"), [(word, n) for n, text in BEATS.items() for word in text.split()])
def test_a_word_has_the_beats_one_hears(word: str, beats: int) -> None:
    """Beats are counted as the word is said, not as it is spelled."""
    assert syllables(word) == beats


def test_the_table_of_beats_is_long_enough_to_mean_something() -> None:
    """At least 150 words hold the counter."""
    assert sum(len(set(text.split())) for text in BEATS.values()) >= 150


def test_a_hyphen_parts_a_word_for_its_beats_and_a_capital_changes_nothing() -> None:
    """Self-harm has two beats, and so has Self-Harm."""
    assert syllables("self-harm") == syllables("Self-Harm") == 2


def test_a_curly_apostrophe_counts_like_a_straight_one() -> None:
    """The word didn't has two beats however its apostrophe is typed."""
    assert syllables("didn\N{RIGHT SINGLE QUOTATION MARK}t") == syllables("didn't") == 2


@given(st.text())
def test_every_text_whatever_has_at_least_one_beat_a_word(text: str) -> None:
    """No word, however odd, counts less than one beat, and none breaks the counter."""
    assert all(syllables(word) >= 1 for part in sentences(text) for word in words(part))


@given(st.text())
def test_sentences_keep_every_word_of_a_line_in_order(text: str) -> None:
    """Parting a line into sentences loses no word and adds none."""
    line = "x " + " ".join(text.split())
    assert " ".join(sentences(line)) == " ".join(line.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You're here. Nothing to decide.", ["You're here.", "Nothing to decide."]),
        ("Any key goes on. h: help now.", ["Any key goes on.", "h: help now."]),
        ("It is 3 a.m. and quiet.", ["It is 3 a.m. and quiet."]),
        ("It is 3 a.m. You are up.", ["It is 3 a.m.", "You are up."]),
        ("A place, e.g. a park.", ["A place, e.g. a park."]),
        ('"No answer?" Try the next.', ['"No answer?"', "Try the next."]),
        ("Wait... then look.", ["Wait... then look."]),
        ("See findahelpline.com or version 2.5 of it.", ["See findahelpline.com or version 2.5 of it."]),
        ("# A heading\nFirst words,\nwrapped.", ["A heading", "First words, wrapped."]),
        ("- one thing\n- two things\n\n1. three", ["one thing", "two things", "three"]),
        ("Before.\n```\ncope now\n```\nAfter.", ["Before.", "After."]),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    """Full stops end a sentence, and so do headings, list items and blank lines; short forms do not."""
    assert list(sentences(text)) == expected


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("5-4-3-2-1", 1),
        ("Rate it 0-10, if you like.", 6),
        ("Call 555-0100 now.", 3),
        ("Call +353 1 555 0100 now.", 3),
        ("Open 24/7 for everyone.", 4),
        ("{name} and/or {phone}", 4),
        ("Type cope ground --list here.", 5),
        ("It is self-harm \N{EN DASH} or not.", 5),
        ("?!", 0),
    ],
)
def test_words_are_what_one_reads_as_words(sentence: str, count: int) -> None:
    """Numbers, placeholders and options count as one thing each; a sign alone counts as none."""
    assert len(words(sentence)) == count


def test_numbers_placeholders_and_addresses_are_neutral() -> None:
    """What is no word of prose is marked, so that it is not said aloud and judged as one."""
    assert words("Call {line_name}, 0-10, findahelpline.com") == ["Call", NEUTRAL, NEUTRAL, NEUTRAL]


def test_the_grade_is_the_published_formula() -> None:
    """Two sentences, ten words, twelve beats, worked out by hand: grade 0.52, ease 100.24."""
    counted = measure("You can stop at any time. The table is hard.")
    assert (counted.words, counted.sentences, counted.longest_sentence) == (10, 2, 6)
    assert counted.grade == pytest.approx(0.39 * 5 + 11.8 * 1.2 - 15.59)
    assert counted.ease == pytest.approx(206.835 - 1.015 * 5 - 84.6 * 1.2)


def test_nothing_to_read_has_no_grade() -> None:
    """An empty text, or one of signs alone, is neither hard nor easy."""
    assert measure("").words == measure("...").words == measure_lines([]).words == 0
    assert measure("").grade == 0.0


def test_each_line_of_a_screen_ends_a_sentence() -> None:
    """Lines without full stops are not run together into one long sentence."""
    lines = ["Look around", "Name one thing", "Any key goes on"]
    assert measure_lines(lines).sentences == 3
    assert measure_lines(lines).longest_sentence == 4
    assert measure_lines(["\n".join(lines)]).sentences == 3


def test_longer_words_and_longer_sentences_raise_the_grade() -> None:
    """The four texts stand in the order in which they were written to be hard."""
    grades = [measure(text).grade for text in (EASY, PLAIN, HARDER, HARDEST)]
    assert grades == sorted(grades)
    assert grades[0] < CRISIS.grade < EVERYDAY.grade + 1 < grades[2] < grades[3]


@pytest.mark.parametrize("text", [EASY, PLAIN, HARDER, HARDEST], ids=["easy", "plain", "harder", "hardest"])
def test_our_grade_is_within_one_of_the_reference_library(text: str) -> None:
    """The same text, counted by a maintained library with a pronouncing dictionary, agrees within a grade."""
    reference = textstat()
    assert measure(text).grade == pytest.approx(reference.flesch_kincaid_grade(text), abs=1.0)
    assert measure(text).ease == pytest.approx(reference.flesch_reading_ease(text), abs=8.0)


def test_hard_words_are_long_ones_that_a_shorter_may_replace() -> None:
    """Long and rare is hard; long and common, a name, or long by its ending alone is not."""
    text = "An exhaustive determination. Everybody in California waited, visiting another hospital."
    assert hard_words(text) == ("exhaustive", "determination")


def test_hard_words_are_told_once_each_in_lower_case() -> None:
    """The list is for a person who will look for them."""
    assert hard_words("Determination. A determination's determination!") == ("determination",)


def test_an_easy_text_has_no_troubles() -> None:
    """The checker is silent over text that is short and plain."""
    assert troubles([EASY.replace("\n", " ")], CRISIS) == ()


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        ([" ".join(["one"] * 21)], "21 words"),
        (["The organisation's determination of eligibility"], "eligibility"),
        ([HARDEST.replace("\n", " ")], "reading grade"),
    ],
    ids=["a long sentence", "long words", "a high grade"],
)
def test_each_trouble_is_found_and_told(lines: list[str], word: str) -> None:
    """A text that breaks a limit is told which, with what was found."""
    assert any(word in str(trouble) for trouble in troubles(lines))


def test_a_short_text_is_judged_by_its_lines_and_not_by_its_grade() -> None:
    """One long name in five words has a high grade, which says nothing about it."""
    lines = ["Samaritans of California"]
    assert measure_lines(lines).grade > EVERYDAY.grade
    assert troubles(lines) == ()


def test_crisis_lines_may_ask_less_than_others() -> None:
    """Thirteen words pass on a calm day, and not in a crisis."""
    line = " ".join(["one"] * 13)
    assert troubles([line], EVERYDAY) == ()
    assert len(troubles([line], CRISIS)) == 1
