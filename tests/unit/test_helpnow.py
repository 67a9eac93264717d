"""Help now: what stands on it, in which order, whatever is known and whatever is broken."""

from __future__ import annotations

import ast
import inspect
import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli import first_words
from copecli.core import helpnow as helpnow_module
from copecli.core import reach as reach_module
from copecli.core.helpnow import HelpNow, Offer, Passage, help_now
from copecli.core.lines import ALWAYS, Country, CrisisLine, Emergency, Finder
from copecli.core.reach import Reach, as_is, checked, reach_line, sentence
from copecli.system import lines

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = "2026-11-23"
FINDERS = (Finder("A finder", "finder.example", "Lines by country.", "2026-04"),)
FEW = (Country("", "Some countries", Emergency(general=("112",), checked="2024-09-20")),)
ONE = CrisisLine("ie-one", "One", phone="555-0101", opens=ALWAYS, hours="24/7", checked="2026-02")
TWO = CrisisLine("ie-two", "Two", sms="51444", sms_keyword="HELP", opens=ALWAYS, checked="2021-07-09")
THREE = CrisisLine("ie-three", "Three", phone="555-0103", audience=("youth",), for_whom="Young people")
IRELAND = Country("IE", "Ireland", Emergency(general=("112", "999"), checked="2026-04-22"), (ONE, TWO, THREE))
STATES = Country(
    "US", "United States", Emergency(general=("911",), checked="2026"), (ONE,), said="the United States"
)
UNKNOWN = Country("UZ", "Uzbekistan")


def shown(
    country: Country | None = None,
    guess: Country | None = None,
    people: tuple[tuple[str, str], ...] = (),
    today: str = TODAY,
    over_ssh: bool = False,
) -> HelpNow:
    """Return Help now with everything else as it mostly is."""
    return help_now(country, guess, people, FINDERS, few=FEW, today=today, over_ssh=over_ssh)


def words(found: HelpNow) -> list[str]:
    """Return every sentence, worded in English, in order."""
    return [text for part in found.parts for text in words_of(part)]


def words_of(part: Passage | Reach | Offer, translate: Callable[[str], str] = str) -> list[str]:
    """Return the sentences of one part."""
    if isinstance(part, Offer):
        return [part.worded(translate, "KEY")]
    if isinstance(part, Passage):
        return [line.worded(translate) for line in part.lines]
    dated = (part.checked,) if part.checked else ()
    said = (part.name, *(way.words for way in part.ways), *part.about, *part.details, *dated)
    return [line.worded(translate) for line in said]


def reaches(found: HelpNow, kind: str) -> list[Reach]:
    """Return who is there to be reached, of one kind."""
    return [part for part in found.parts if isinstance(part, Reach) and part.kind == kind]


# order


def test_help_stands_in_its_order() -> None:
    """Emergency, own people, lines, something meanwhile, and what may follow from a call."""
    text = words(shown(IRELAND, people=(("A friend", "555-0100"),)))
    order = [
        "Here is help. Start anywhere.",
        "Badly hurt, or might act? Call first.",
        "Emergency in Ireland",
        "Call 112",
        "Call 999",
        "Taken or swallowed something? Call, even if you feel fine.",
        "Voices telling you to hurt yourself? Call too.",
        "Your people",
        "A friend",
        "Call 555-0100",
        "Crisis lines in Ireland",
        "One",
        "Two",
        "More lines: KEY",
        "While you wait: KEY starts a short exercise.",
        "If a life is in danger, a line or doctor may act.",
    ]
    assert [line for line in text if line in order] == order


def test_the_calm_words_are_those_that_are_said_before_anything_is_loaded() -> None:
    """Nobody reads one thing at first and another a moment later."""
    [passage] = shown(IRELAND).calm
    assert tuple(words_of(passage)) == first_words.LINES["now"]


def test_the_parts_are_the_sections_one_after_the_other() -> None:
    """A face that draws the sections and one that prints the parts show the same."""
    found = help_now(IRELAND, None, (), FINDERS, trouble=sentence("Something could not be read."))
    sections = (
        found.calm,
        found.trouble,
        found.emergency,
        found.people,
        found.lines,
        found.waiting,
        found.closing,
    )
    assert found.parts == tuple(part for section in sections for part in section)
    assert all(sections)


# the country that was chosen


def test_two_lines_are_shown_and_the_rest_is_one_key_away() -> None:
    """Nothing is lost, and there is little to read."""
    found = shown(IRELAND)
    assert [reach.name.worded(str) for reach in reaches(found, "line")] == ["One", "Two"]
    assert found.rest == (THREE,)
    assert [part.action for part in found.parts if isinstance(part, Offer)] == ["lines", "ground", "number"]


def test_no_more_lines_are_offered_where_there_are_none() -> None:
    """A key that leads nowhere is not shown."""
    found = shown(STATES)
    assert found.rest == ()
    assert [part.action for part in found.parts if isinstance(part, Offer)] == ["ground", "number"]


def test_a_country_is_named_as_it_is_said() -> None:
    """In the United States, not in United States."""
    assert "Emergency in the United States" in words(shown(STATES))
    assert "If you are in the United States:" in words(shown(guess=STATES))


def test_where_only_the_ambulance_or_the_police_is_known_it_says_which() -> None:
    """The name beside a number is that of who answers."""
    police = Country(
        "AF", "Afghanistan", Emergency(police=("119",), note="No ambulance number.", checked="2026-04-22")
    )
    text = words(shown(police))
    assert text.index("Police in Afghanistan") < text.index("Call 119") < text.index("No ambulance number.")
    ambulance = Country("NO", "Norway", Emergency(ambulance=("113",), police=("112",), checked="2026"))
    assert [way.copy for way in reaches(shown(ambulance), "emergency")[0].ways] == ["113"]


def test_a_country_without_lines_says_so_and_gives_its_number_and_the_finders() -> None:
    """Plainly, and with somewhere to go."""
    text = words(shown(Country("AD", "Andorra", Emergency(ambulance=("116",), checked="2026-04-22"))))
    assert "Call 116" in text
    assert "We could not confirm a crisis line in Andorra." in text
    assert "finder.example" in text


def test_a_country_of_which_nothing_is_known_says_so_and_gives_the_finders() -> None:
    """Even there nothing is blank."""
    text = words(shown(UNKNOWN))
    assert "We could not confirm an emergency number in Uzbekistan." in text
    assert "Call the local one, if you know it." in text
    assert "finder.example" in text


def test_where_every_line_is_for_some_the_finders_stand_beside_it() -> None:
    """A line for young people is not all that an adult is shown."""
    text = words(shown(Country("HR", "Croatia", IRELAND.emergency, (THREE,), note="None for adults.")))
    assert text.index("Three") < text.index("Young people") < text.index("None for adults.")
    assert "finder.example" in text


def test_the_finders_stand_back_where_the_country_has_lines() -> None:
    """Two lines, and no list to choose from."""
    assert reaches(shown(IRELAND), "finder") == []


# the country that is guessed, and none


def test_a_guess_is_an_if_with_its_reason_and_a_way_to_say_otherwise() -> None:
    """The program does not tell anybody where they are."""
    text = words(shown(guess=IRELAND))
    assert "If you are in Ireland:" in text
    assert "The guess comes from this computer's clock." in text
    assert "Somewhere else? To set your country: KEY" in text
    assert "finder.example" in text
    assert "Emergency in Ireland" not in text


def test_over_ssh_the_guess_says_that_it_is_the_far_computers() -> None:
    """A server's clock says little about who sits before it."""
    text = words(shown(guess=IRELAND, over_ssh=True))
    assert "The guess comes from the clock of the computer you connected to." in text
    assert "The guess comes from this computer's clock." not in text


def test_a_chosen_country_outranks_the_guess() -> None:
    """What the person said is what counts."""
    assert words(shown(STATES, IRELAND)) == words(shown(STATES))


@pytest.mark.parametrize("guess", [None, UNKNOWN], ids=["no guess", "a guess that leads nowhere"])
def test_without_a_country_the_few_numbers_and_the_finders_are_there(guess: Country | None) -> None:
    """Most readers find theirs; the others are told what to do."""
    text = words(shown(guess=guess))
    assert (
        text.index("Call your local emergency number.")
        < text.index("Some countries")
        < text.index("Call 112")
    )
    assert "To set your country: KEY" in text
    assert "finder.example" in text


def test_with_nothing_at_all_there_is_still_a_call_a_person_and_something_to_do() -> None:
    """No file could be read, no plan, no country: help is on the screen."""
    text = words(help_now(None, None, (), ()))
    assert "Call your local emergency number." in text
    assert "You could also reach anyone you trust." in text
    assert "While you wait: KEY starts a short exercise." in text


def test_what_could_not_be_read_is_one_sentence_before_the_numbers() -> None:
    """Said once, calmly, and then help goes on."""
    text = words(help_now(None, None, (), FINDERS, few=FEW, trouble=as_is("Your country could not be read.")))
    assert text.index("Your country could not be read.") < text.index("Call 112")


# own people


def test_at_most_three_own_people_are_shown_in_their_order() -> None:
    """The first in the plan is the first to call."""
    people = tuple((f"Friend {n}", f"555-010{n}") for n in range(5))
    assert [reach.name.worded(str) for reach in reaches(shown(IRELAND, people=people), "person")] == [
        "Friend 0",
        "Friend 1",
        "Friend 2",
    ]


def test_a_person_without_a_number_is_still_a_person_and_one_without_anything_is_left_out() -> None:
    """Next door needs no number."""
    found = reaches(shown(people=(("", ""), ("A neighbour", ""), ("", "555-0100"))), "person")
    assert [reach.name.worded(str) for reach in found] == ["A neighbour", "555-0100"]
    assert [len(reach.ways) for reach in found] == [0, 1]


def test_nobody_yet_is_no_blame() -> None:
    """Somebody may be thought of all the same."""
    text = words(shown(IRELAND))
    assert "You could also reach anyone you trust." in text
    assert "Your people" not in text


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=5))
def test_whatever_a_name_holds_it_is_shown_as_it_is_and_steers_nothing(people: list[tuple[str, str]]) -> None:
    """Braces are no places to fill, and no control character reaches a face."""
    for part in shown(IRELAND, people=tuple(people)).parts:
        for text in words_of(part):
            assert "\x1b" not in text
            assert "\n" not in text


def test_braces_in_a_name_or_a_line_stay_braces() -> None:
    """A friend may be called {how}."""
    curly = CrisisLine("ie-curly", "{country}", phone="{number}", hours="{0}")
    text = words(shown(Country("IE", "{x}", lines=(curly,)), people=(("{how}", "{text}"),)))
    assert {"{how}", "Call {text}", "{country}", "Call {number}", "{0}", "Crisis lines in {x}"} <= set(text)


# dates


def test_every_number_of_ours_says_when_it_was_checked() -> None:
    """Own people are the person's to know; the rest has a date."""
    for country, guess in ((IRELAND, None), (None, IRELAND), (None, None)):
        for part in shown(country, guess, (("A friend", "555-0100"),)).parts:
            if isinstance(part, Reach) and part.kind != "person" and part.name != as_is("Three"):
                assert part.checked is not None


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2026-04-22", "checked 2026-04-22"),
        ("2021-07-09", "checked 2021-07-09, over a year ago"),
        ("2025", "checked 2025, over a year ago"),
    ],
)
def test_old_evidence_says_that_it_is_old(date: str, said: str) -> None:
    """The date alone asks for arithmetic at the wrong hour."""
    found = checked(date, TODAY)
    assert found is not None
    assert found.worded(str) == said


def test_a_clock_in_1970_still_shows_the_dates() -> None:
    """Nothing is called old, and nothing is hidden."""
    assert "checked 2021-07-09" in words(shown(IRELAND, today="1970-01-01"))


# a line in full


def test_a_line_says_first_what_is_needed_and_then_the_rest() -> None:
    """What to press, for whom and when comes before price and language."""
    line = CrisisLine(
        "us-x", "X", phone="988", phone_note="Then press 1.", for_whom="Veterans", hours="24/7", cost="Free",
        languages=("English", "Spanish"), sms="838255", whatsapp="+1 555", chat="https://chat.example",
        tty="555-0109", deaf_access="ASL by video.", url="https://x.example", checked="2026-01",
    )  # fmt: skip
    found = reach_line(line, TODAY)
    assert [(way.kind, way.words.worded(str)) for way in found.ways] == [
        ("call", "Call 988"),
        ("text", "Text 838255"),
        ("whatsapp", "WhatsApp +1 555"),
        ("chat", "Chat: https://chat.example"),
        ("tty", "Text phone 555-0109"),
    ]
    assert [text.worded(str) for text in found.about] == ["Then press 1.", "Veterans", "24/7"]
    assert [text.worded(str) for text in found.details] == [
        "ASL by video.", "English, Spanish", "Free", "https://x.example",
    ]  # fmt: skip


# words


def message_ids() -> list[str]:
    """Return every sentence of ours on Help now, read from the sources."""
    found = []
    for module in (helpnow_module, reach_module):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_":
                assert isinstance(node.args[0], ast.Constant)
                found.append(str(node.args[0].value))
    return found


def test_every_sentence_of_ours_can_be_translated() -> None:
    """Nothing is asked of the translator but what the sources mark, and a name, which passes through."""
    asked: set[str] = set()

    def asking(text: str) -> str:
        asked.add(text)
        return text

    people = (("A friend", "555-0100"),)
    pages = (shown(IRELAND, people=people), shown(guess=IRELAND, over_ssh=True), shown(), shown(UNKNOWN))
    for part in (part for page in pages for part in page.parts):
        words_of(part, asking)
    assert asked - {"{text}"} <= set(message_ids())


@pytest.mark.parametrize("text", message_ids())
def test_no_sentence_of_ours_is_longer_than_twelve_words(text: str) -> None:
    """Someone is reading this with a shaking hand."""
    assert len(text.split()) <= 12
    assert "!" not in text


def test_the_page_of_every_country_that_there_is_is_whole() -> None:
    """For every country there is: a number or a plain word, a line or the finders, and a thing to do."""
    finders = lines.load_finders()
    assert len(finders) == 2
    for code in lines.country_names():
        country = lines.load_country(code)
        found = help_now(country, None, (), finders, today=TODAY)
        text = words(found)
        assert any(line.startswith(("Call ", "We could not confirm an emergency number")) for line in text)
        assert reaches(found, "line") or reaches(found, "finder")
        assert all(set(line) - set(string.whitespace) and line == line.strip() for line in text)
