"""What a person makes of crisis lines: own ones, pins, hiding; and what too little is known of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from copecli.core.helpnow import help_now
from copecli.core.lines import ALWAYS, Country, CrisisLine, Emergency, may_have_changed, pick_two
from copecli.core.lines_page import Wish
from copecli.core.my_lines import Mine, own_lines, sort_out
from copecli.core.opening import EARLIEST, Clock
from copecli.core.plan import LINE, PEOPLE, PROFESSIONALS, Item, Plan
from copecli.core.reach import Reach, reach_line
from copecli.desk import Desk

TODAY = "2026-11-26"


def line(name: str, **fields: object) -> CrisisLine:
    """Return a line that is open day and night, changed by `fields`."""
    known = {"id": f"ie-{name}", "name": name, "phone": "555-0100", "opens": ALWAYS, "checked": "2026-02"}
    return CrisisLine(**{**known, **fields})  # type: ignore[arg-type]


ONE, TWO, THREE, FOUR = (
    line(name, phone=f"555-010{n}") for n, name in enumerate(("one", "two", "three", "four"))
)
OLD = line("old", confidence="medium", checked="2023-11-25", phone="555-0109")
OWN = CrisisLine("own-x", "A line of mine", phone="555-0150")
BARE = CrisisLine("own-y", "No number so far")


def names(found: tuple[CrisisLine, ...]) -> list[str]:
    """Return their names."""
    return [one.name for one in found]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk over a fresh home, in Ireland."""
    made = Desk.open({"COPECLI_HOME": str(tmp_path / "cope"), "TZ": "Europe/Dublin"})
    made.set("country", "IE")
    return made


# the order


def test_own_lines_come_first_then_pinned_ones_then_the_others() -> None:
    """In the order in which the person put them; what is not there any more is passed over."""
    mine = Mine((OWN, BARE), ("ie-three", "ie-gone", "ie-two"), frozenset({"ie-four", "gb-gone"}))
    found = sort_out((ONE, TWO, THREE, FOUR), mine, TODAY)
    assert names(found.mine) == ["A line of mine", "No number so far", "three", "two"]
    assert names(found.to_call) == ["A line of mine", "three", "two"]
    assert (names(found.others), names(found.hidden)) == (["one"], ["four"])


def test_an_own_line_that_we_know_by_its_number_is_shown_as_we_know_it() -> None:
    """With its hours and its date, once, and in the place of the person's."""
    same = CrisisLine("own-x", "My words", phone="5550101")
    found = sort_out((ONE, TWO), Mine((same,)), TODAY)
    assert (found.mine, found.others) == ((TWO,), (ONE,))
    unknown = CrisisLine("own-x", "No digits", phone="ask")
    assert sort_out((line("x", phone="ask"),), Mine((unknown,)), TODAY).mine == (unknown,)


@pytest.mark.parametrize(
    ("confidence", "checked", "today", "old"),
    [
        ("medium", "2023-11-25", TODAY, True),
        ("medium", "2023-11-26", TODAY, False),
        ("medium", "2023", TODAY, True),
        ("medium", "2024-01", TODAY, False),
        ("high", "2017-01-11", TODAY, False),
        ("medium", "2017-01-11", "1970-01-01", False),
        ("medium", "", TODAY, False),
    ],
)
def test_what_is_less_sure_and_older_than_three_years_may_have_changed(
    confidence: str, checked: str, today: str, old: bool
) -> None:
    """To the day, and never by a clock of 1970."""
    assert may_have_changed(line("x", confidence=confidence, checked=checked), today) is old


def test_what_may_have_changed_is_never_offered_as_a_line_even_if_it_is_pinned() -> None:
    """Nor hidden ones; both are kept apart."""
    mine = Mine(pinned=("ie-old", "ie-two"), hidden=frozenset({"ie-two"}))
    found = sort_out((ONE, TWO, OLD), mine, TODAY)
    assert (found.mine, found.others, found.old, found.hidden) == ((), (ONE,), (OLD,), (TWO,))
    assert sort_out((OLD,), Mine(hidden=frozenset({"ie-old"})), TODAY).old == ()


def test_the_first_two_are_theirs_and_one_of_ours_is_by_text_where_theirs_is_not() -> None:
    """Two that a person chose stand, whatever they are."""
    texts = line("texts", sms="51444", region="Somewhere")
    assert names(pick_two((ONE, texts), (OWN,))) == ["A line of mine", "texts"]
    assert names(pick_two((ONE, texts), (THREE, OWN))) == ["three", "A line of mine"]
    assert names(pick_two((ONE, texts), (line("own", sms="1"),))) == ["own", "one"]


def test_a_surer_line_goes_before_one_to_check_first() -> None:
    """But for whom it is comes before that."""
    unsure, young = line("unsure", confidence="medium"), line("young", audience=("youth",))
    assert names(pick_two((unsure, ONE, young))) == ["one", "unsure"]
    assert names(pick_two((young, unsure))) == ["unsure", "young"]


def test_what_is_to_be_checked_first_says_so_wherever_it_is_shown() -> None:
    """Before anything else that is good to know; and an own line without a number says that."""
    unsure = line("unsure", confidence="medium", for_whom="Adults", hours="24/7")
    about = [part.worded(str) for part in reach_line(unsure, TODAY).about]
    assert about == ["check first: we are less sure of this one", "Adults", "24/7"]
    assert [part.worded(str) for part in reach_line(BARE, TODAY).about] == ["no number yet"]
    assert [part.worded(str) for part in reach_line(ONE, TODAY).about] == []


# in Help now


def _help(mine: Mine, *lines: CrisisLine, today: str = TODAY) -> tuple[str, list[str], tuple[str, ...]]:
    country = Country("IE", "Ireland", Emergency(general=("112",), checked="2026"), lines)
    found = help_now(country, None, (), (), today=today, mine=mine)
    heading = found.lines[0].lines[0].worded(str)  # type: ignore[union-attr]
    shown = [part.name.worded(str) for part in found.lines if isinstance(part, Reach)]
    return heading, shown, tuple(names(found.rest))


def test_help_now_shows_theirs_first_and_says_whose_they_are() -> None:
    """A line without a number waits among the others."""
    both = Mine((BARE, OWN), ("ie-two",))
    assert _help(both, ONE, TWO) == (
        "Your crisis lines",
        ["A line of mine", "two"],
        ("No number so far", "one"),
    )
    assert _help(Mine((OWN,)), ONE, TWO) == ("Crisis lines", ["A line of mine", "one"], ("two",))
    assert _help(Mine(), ONE, TWO)[0] == "Crisis lines in Ireland"


def test_help_now_never_shows_what_may_have_changed_nor_what_is_hidden() -> None:
    """Not among the two, and not among the rest."""
    assert _help(Mine(hidden=frozenset({"ie-one"})), ONE, OLD, TWO)[1:] == (["two"], ())


def test_a_person_of_the_plan_that_is_a_line_stands_among_the_lines_only() -> None:
    """Wherever in the plan it stands; who is not safe for them stands nowhere."""
    plan = Plan({
        PEOPLE: (Item("a", "Night line", "555-0151", kind=LINE), Item("b", "A friend", "555-0100")),
        PROFESSIONALS: (
            Item("c", "A text line", sms="51444 (HELP)", kind=LINE, when="at night"),
            Item("d", "Not this one", "555-0152", kind=LINE, not_safe=True),
            Item("e", "Odd", sms="+1 (555) 0100", kind=LINE),
        ),
    })  # fmt: skip
    text, odd, night = own_lines(plan)
    assert (text.id, text.name, text.sms, text.sms_keyword, text.hours) == (
        "own-c", "A text line", "51444", "HELP", "at night",
    )  # fmt: skip
    assert (odd.sms, odd.sms_keyword, night.phone) == ("+1 (555) 0100", "", "555-0151")


def test_the_desk_shows_own_lines_once_and_not_among_the_people(desk: Desk) -> None:
    """With a friend beside them."""
    desk.add_own_line("Night line", "555-0151", "after ten")
    stored = desk.read_plan()
    desk.save_plan(stored, stored.plan.add(PEOPLE, Item("b", "A friend", "555-0100")))
    found = desk.help_now()
    assert [name for name, *_numbers in desk.people()] == ["A friend"]
    said = [part.name.worded(str) for part in found.parts if isinstance(part, Reach)]
    assert said.count("Night line") == 1
    assert said.index("A friend") < said.index("Night line")


# kept


def test_pins_and_hidden_lines_are_there_at_the_next_start_and_can_be_taken_back(desk: Desk) -> None:
    """Of another country too, which is then named."""
    desk.pin_line("us-988", True)
    desk.pin_line("ie-samaritans", True)
    desk.hide_line("ie-pieta", True)
    desk = Desk.open(desk.environ)
    found = [part for part in desk.help_now().lines if isinstance(part, Reach)]
    assert [part.name.worded(str) for part in found] == [
        "988 Suicide & Crisis Lifeline",
        "Samaritans Ireland",
    ]
    assert "United States" in [part.worded(str) for part in found[0].about]
    assert "Pieta Crisis Helpline" not in names(desk.help_now().rest)
    desk.pin_line("us-988", False)
    desk.hide_line("ie-pieta", False)
    assert (desk.config.pinned_lines, desk.config.hidden_lines) == (("ie-samaritans",), ())


def test_an_own_line_is_a_line_of_the_plan_and_goes_out_of_it_again(desk: Desk) -> None:
    """One home: with a name or a number alone, too; the others of the plan stay."""
    desk.add_own_line("", "555-0152", "")
    desk.add_own_line("Only a name", "", "")
    items = desk.read_plan().plan.of(PROFESSIONALS)
    assert [(item.text, item.phone, item.kind) for item in items] == [
        ("555-0152", "555-0152", LINE), ("Only a name", "", LINE),
    ]  # fmt: skip
    desk.take_out_own_line(f"own-{items[0].id}")
    assert [item.text for item in desk.read_plan().plan.of(PROFESSIONALS)] == ["Only a name"]


def test_a_plan_or_a_pinned_country_that_cannot_be_read_leaves_the_lines_that_can(
    desk: Desk,
) -> None:
    """Help now and the page go on without them."""
    desk.pin_line("zz-nothing", True)
    desk.pin_line("ie-samaritans", True)
    Path(desk.paths.plan_file).parent.mkdir(parents=True, exist_ok=True)
    Path(desk.paths.plan_file).write_bytes(b"\xff not a plan")
    said = [part.name.worded(str) for part in desk.help_now().lines if isinstance(part, Reach)]
    assert said[0] == "Samaritans Ireland"
    assert desk.lines_page(Wish()).entries[0].line.id == "ie-samaritans"


def test_only_a_line_that_is_not_day_and_night_asks_what_time_it_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is loaded for the others."""
    asked: list[Clock] = []

    def at_noon(_desk: Desk) -> Clock:
        asked.append(Clock(EARLIEST + 12 * 60, lambda _zone: None, lambda _at: 0))
        return asked[-1]

    monkeypatch.setattr(Desk, "clock", at_noon)
    desk.help_now()
    assert asked == []
    by_day = replace(ONE, opens=(("09:00-17:00",),) * 7, zone="local", hours="9 to 5")
    assert [part.worded(str) for part in desk.hours(by_day)] == ["open now, until 17:00", "9 to 5"]
    assert len(asked) == 1
