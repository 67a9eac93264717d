"""The page of crisis lines: its order, what a wish leaves, and what is offered beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copecli.core import lines_page as page_module
from copecli.core.errors import NothingFound, UsageProblem
from copecli.core.helpnow import Offer, Passage
from copecli.core.lines import AUDIENCES, Country, CrisisLine, Emergency, Finder
from copecli.core.lines_page import Around, Wish, audience_of, line_called, lines_page, ways_on
from copecli.core.my_lines import Mine
from copecli.core.reach import Reach
from copecli.desk import Desk
from copecli.desk_calling import LinesAtHand
from copecli.system import lines

if TYPE_CHECKING:
    from pathlib import Path

    from copecli.core.lines_page import LinesPage
    from copecli.core.reach import Sentence

TODAY = "2026-11-26"
FINDERS = (Finder("A finder", "finder.example", "Lines by country.", "2026-04"),)
ANYONE = CrisisLine("ie-one", "One", phone="555-0101", checked="2026-02")
TEXTS = CrisisLine("ie-two", "Two", sms="51444", sms_keyword="HELP", checked="2026-02")
YOUNG = CrisisLine("ie-young", "Young", phone="555-0103", audience=("youth",), checked="2026-02")
OLD = CrisisLine("ie-old", "Old", phone="555-0104", confidence="medium", checked="2021-07-09")
ABROAD = CrisisLine("gb-one", "Over there", phone="555-0105", chat="https://x.example", checked="2026-02")
IRELAND = Country("IE", "Ireland", Emergency(general=("112",), checked="2026"), (ANYONE, TEXTS, YOUNG, OLD))
BRITAIN = Country("GB", "United Kingdom", Emergency(general=("999",), checked="2026"), (ABROAD,))
ANDORRA = Country("AD", "Andorra", Emergency(general=("116",), checked="2026"))


ALL, NOBODYS = Wish(), Mine()


def page(*places: Country, wish: Wish = ALL, mine: Mine = NOBODYS, named: bool = False) -> LinesPage:
    """Return the page for these countries."""
    return lines_page(places, None, mine, wish, Around(finders=FINDERS, today=TODAY), all_of_mine=not named)


def ids(found: LinesPage) -> list[str]:
    """Return the ids of the lines that are shown, in order."""
    return [entry.line.id for entry in found.entries]


def words(found: LinesPage) -> list[str]:
    """Return every sentence of the page, in order, and each line by its name."""
    text: list[str] = []
    for parts in (found.emergency, *(p for s in found.sections for p in (s.before, s.entries, s.after))):
        for part in parts:
            if isinstance(part, Passage):
                text += [said.worded(str) for said in part.lines]
            elif isinstance(part, Reach):
                text.append(part.name.worded(str))
            elif not isinstance(part, Offer):
                text.append(part.reach.name.worded(str))
    return text


# order


def test_the_emergency_number_stands_first_and_what_may_have_changed_last() -> None:
    """Between them the person's own lines, then each country's after its number."""
    found = words(page(IRELAND, BRITAIN, mine=Mine((CrisisLine("own-x", "Mine", phone="1"),), ("gb-one",))))
    order = [
        "Emergency in Ireland", "Your crisis lines", "Mine", "Over there", "Crisis lines in Ireland", "One",
        "Two", "Young", "Emergency in United Kingdom", "May have changed",
        "These were last checked over three years ago.", "Old",
    ]  # fmt: skip
    assert [text for text in found if text in order] == order
    assert "finder.example" not in found


def test_what_may_have_changed_is_marked_and_dated() -> None:
    """And nothing is claimed of when it is open."""
    asked: list[str] = []

    def hours(line: CrisisLine) -> tuple[Sentence, ...]:
        asked.append(line.id)
        return ()

    last = lines_page((IRELAND,), None, NOBODYS, ALL, Around(today=TODAY, hours=hours)).entries[-1]
    assert "ie-one" in asked
    assert "ie-old" not in asked
    assert (last.kind, last.line) == ("old", OLD)
    assert last.reach.checked is not None
    assert last.reach.checked.worded(str) == "checked 2021-07-09, over a year ago"


def test_a_country_without_lines_says_so_and_has_its_number_and_the_finders() -> None:
    """Also where it comes second."""
    assert {"Emergency in Andorra", "A finder"} <= set(words(page(ANDORRA)))
    assert "We could not confirm a crisis line in Andorra." in words(page(ANDORRA))
    both = words(page(IRELAND, ANDORRA))
    assert "We could not confirm a crisis line in Andorra." in both
    assert "A finder" not in both


def test_without_any_country_there_are_the_few_numbers_the_finders_and_ones_own() -> None:
    """Nothing is blank."""
    few = (Country("", "Some countries", Emergency(general=("112",), checked="2024")),)
    mine = Mine((CrisisLine("own-x", "Mine", phone="1"),))
    found = lines_page((), None, mine, ALL, Around(finders=FINDERS, few=few, today=TODAY))
    assert {"Call your local emergency number.", "Some countries", "Mine"} <= set(words(found))


def test_where_a_country_is_named_lines_of_elsewhere_and_own_ones_stay_out() -> None:
    """Its pinned ones come first all the same."""
    mine = Mine((CrisisLine("own-x", "Mine", phone="1"),), ("ie-two", "gb-one"), abroad=(ABROAD,))
    assert ids(page(IRELAND, mine=mine, named=True)) == ["ie-two", "ie-one", "ie-young", "ie-old"]
    assert ids(page(IRELAND, mine=mine))[:3] == ["own-x", "ie-two", "gb-one"]


def test_hidden_lines_are_counted_and_not_shown() -> None:
    """A country of which all are hidden is not told to have none."""
    found = page(BRITAIN, mine=Mine(hidden=frozenset({"gb-one"})))
    assert (ids(found), [entry.kind for entry in found.hidden]) == ([], ["hidden"])
    assert "We could not confirm a crisis line in United Kingdom." not in words(found)


# wishes


@pytest.mark.parametrize(
    ("wish", "left"),
    [
        (Wish("youth"), ["ie-young"]),
        (Wish(by_text=True), ["ie-two"]),
        (Wish("deaf"), ["ie-two", "gb-one"]),
        (Wish("deaf", by_text=True), ["ie-two"]),
        (Wish(), ["ie-one", "ie-two", "ie-young", "gb-one", "ie-old"]),
    ],
)
def test_a_wish_leaves_what_fits(wish: Wish, left: list[str]) -> None:
    """For whom it is, by text, or without hearing: by text, chat, text phone, or a way for deaf people."""
    found = page(IRELAND, BRITAIN, wish=wish)
    assert ids(found) == left
    assert not found.nothing_fits
    assert len(found.told) == len(wish.said)


@pytest.mark.parametrize("field", ["sms", "whatsapp", "chat", "tty", "deaf_access"])
def test_without_hearing_a_line_is_reached_by_any_of_these(field: str) -> None:
    """And by none of them it is not."""
    reached = CrisisLine(**{"id": "ie-x", "name": "X", field: "x"})  # type: ignore[arg-type]
    assert Wish("deaf").fits(reached)
    assert not Wish("deaf").fits(ANYONE)


def test_where_nothing_fits_one_sentence_says_so_and_all_are_there() -> None:
    """A dead end is no answer."""
    found = page(IRELAND, wish=Wish("veterans", by_text=True))
    assert found.nothing_fits
    assert [text.worded(str) for text in found.told] == ["No line here fits that. These are the others."]
    assert ids(found) == ["ie-one", "ie-two", "ie-young"]
    assert not page(ANDORRA, wish=Wish("veterans")).nothing_fits


# what is typed


def test_every_audience_of_the_files_can_be_asked_for_by_its_word_and_by_others() -> None:
    """And a slip is answered with the nearest."""
    for audience in set(AUDIENCES) - {"anyone", "adults"}:
        assert audience_of(audience.upper()) == audience
    assert (audience_of("trans"), audience_of(" Kids "), audience_of("anyone")) == ("lgbtq", "youth", "")
    with pytest.raises(UsageProblem, match="Near it: veterans"):
        audience_of("vetrans")
    with pytest.raises(UsageProblem, match="it can be youth, "):
        audience_of("\x1b[2J")


def test_a_line_is_known_by_its_id_or_by_a_part_of_its_name() -> None:
    """What fits several, or none, is answered with what is near."""
    known = IRELAND.lines
    assert line_called("ie-one", known) is ANYONE
    assert line_called("TWO", known) is TEXTS
    with pytest.raises(NothingFound, match=r"More than one .* ie-one, ie-two"):
        line_called("ie-", known)
    with pytest.raises(NothingFound, match="Near it: ie-young"):
        line_called("ie-yung", known)
    with pytest.raises(NothingFound, match="`cope lines`"):
        line_called("", known)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        (["ie"], ("IE",)),
        (["IRL", "gbr"], ("IE", "GB")),
        (["New", "Zealand"], ("NZ",)),
        (["ie,", "new zealand", "IE"], ("IE", "NZ")),
        (["Papua", "New", "Guinea", "ireland"], ("PG", "IE")),
    ],
)
def test_several_countries_may_be_named_in_any_way(typed: list[str], codes: tuple[str, ...]) -> None:
    """Lower case, three letters, names of several words, with commas or without."""
    assert lines.country_codes_in(typed) == codes


@pytest.mark.parametrize("typed", [["Irland"], ["IE", "Irland"], ["\udcff"], ["", " "], ["—"]])
def test_a_country_that_is_none_is_answered_with_the_nearest(typed: list[str]) -> None:
    """And with nothing else."""
    with pytest.raises(NothingFound):
        lines.country_codes_in(typed)


# what both faces offer


@pytest.fixture
def at_hand(tmp_path: Path) -> LinesAtHand:
    """The page of somebody in Ireland."""
    desk = Desk.open({"COPECLI_HOME": str(tmp_path / "cope"), "TZ": "UTC"})
    desk.set("country", "IE")
    return LinesAtHand(desk)


def test_another_country_is_looked_at_and_made_ones_own_only_where_asked(at_hand: LinesAtHand) -> None:
    """The settings stay as they were until then; the way home is offered."""
    assert not {page_module.HOME, page_module.MAKE_MINE} & {way for way, _words in at_hand.ways(at_hand.page)}
    at_hand.look_at("GB")
    assert {page_module.HOME, page_module.FOLLOW} <= {way for way, _words in at_hand.ways(at_hand.page)}
    assert at_hand._desk.config.country == "IE"
    at_hand.take(page_module.FOLLOW)
    assert "GB" in at_hand._desk.config.other_countries
    at_hand.take(page_module.HOME)
    assert [place.code for place in at_hand.page.places] == ["IE", "GB"]
    at_hand.look_at("GB")
    at_hand.take(page_module.FOLLOW)
    assert "GB" not in at_hand._desk.config.other_countries
    at_hand.take(page_module.MAKE_MINE)
    assert (at_hand._desk.config.country, [p.code for p in at_hand.page.places]) == ("GB", ["GB"])


def test_a_wish_is_taken_back_with_one_way(at_hand: LinesAtHand) -> None:
    """By text, for some people, and all of them again."""
    whole = ids(at_hand.page)
    at_hand.take(page_module.BY_TEXT)
    at_hand.look_for("deaf")
    assert ids(at_hand.page) != whole
    at_hand.take(page_module.ALL)
    assert ids(at_hand.page) == whole


def test_hidden_lines_are_offered_only_where_there_are_some() -> None:
    """And the way to them says how many."""
    none = ways_on(page(IRELAND), away=False, settled=True, follows=False)
    some = ways_on(
        page(IRELAND, mine=Mine(hidden=frozenset({"ie-one"}))), away=False, settled=True, follows=False
    )
    assert page_module.SHOW_HIDDEN not in dict(none)
    assert dict(some)[page_module.SHOW_HIDDEN].worded(str) == "Hidden lines: 1"


def test_the_page_of_every_country_is_whole(at_hand: LinesAtHand) -> None:
    """Of all that are shipped: a number or a plain word, and a line or where to look."""
    for code in lines.country_codes():
        at_hand.look_at(code)
        found = at_hand.page
        assert found.emergency
        assert found.entries or any(isinstance(part, Reach) for s in found.sections for part in s.before)
