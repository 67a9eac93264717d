"""`cope lines`: what is printed, pinned, hidden and added, and what is answered to a slip."""

from __future__ import annotations

import json

import pytest

from copecli.core import lines_page as page_words
from copecli.core.errors import NOTHING_FOUND, OK, UNREADABLE, USAGE, Unreadable
from copecli.core.lines import Country
from copecli.core.lines_page import Wish
from copecli.core.plan import PROFESSIONALS
from copecli.system import lines
from tests.ways import numbered

from .stage import cope, desk


@pytest.fixture(autouse=True)
def in_ireland() -> None:
    """The person has said where they are."""
    desk().set("country", "IE")


def test_lines_are_printed_with_hours_languages_cost_date_and_source() -> None:
    """In a pipe, in plain lines, with the name by which each can be pinned."""
    done = cope("lines", "ee")
    assert done.code == OK
    assert done.lines.index("Emergency in Estonia:") < done.lines.index("  Call 116 123.")
    assert any(line.startswith("  Every day, 10:00 to 24:00") for line in done.lines)
    assert {"  Estonian, Russian, English.", "  Free.", "  Name here: ee-116123"} <= set(done.lines)
    assert "  Seen at sotsiaalkindlustusamet.ee." in done.lines
    assert "  Checked 2023-01-16, over a year ago." in done.lines


def test_a_day_line_says_whether_it_is_open_and_one_of_day_and_night_needs_no_word() -> None:
    """In this moment, whatever it is."""
    told = [line.strip() for line in cope("lines", "EE").lines]
    assert sum(line.startswith(("Open now", "Opens ", "Closed now")) for line in told) == 1


def test_a_clock_of_1970_makes_no_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hours alone, and exit 0."""
    monkeypatch.setattr("time.time", lambda: 300.0)
    done = cope("lines", "EE")
    assert done.code == OK
    assert "open now" not in done.out.lower()
    assert any("Every day, 10:00 to 24:00" in line for line in done.lines)
    data = json.loads(cope("lines", "EE", "--json").out)
    assert [line.get("open_now") for line in data["lines"]] == [None, True]


def test_without_a_table_of_zones_the_hours_name_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """One calm line, and never an error."""
    monkeypatch.setattr("copecli.system.zones.offset_of", lambda _zone: None)
    done = cope("lines", "EE")
    assert (done.code, done.talk) == (OK, "")
    assert "  Every day, 10:00 to 24:00, by the clock in Tallinn." in done.lines


def test_json_is_the_models_own_names_and_what_is_open_where_known() -> None:
    """An object for one country, a list for several; no line is shown that does not fit."""
    one = json.loads(cope("lines", "ie", "--json").out)
    assert {"code", "name", "emergency", "lines"} <= set(one)
    assert all(line["open_now"] is True for line in one["lines"])
    several = json.loads(cope("lines", "IE", "GB", "--text", "--json").out)
    assert [country["code"] for country in several] == ["IE", "GB"]
    assert all(line["sms"] or line["whatsapp"] for country in several for line in country["lines"])


def test_what_is_typed_wrongly_is_answered_with_the_nearest() -> None:
    """A country, somebody, a line, a command."""
    assert (cope("lines", "Irland").code, cope("lines", "--for", "vetrans").code) == (NOTHING_FOUND, USAGE)
    assert "Ireland" in cope("lines", "Irland").talk
    assert "ie-pieta" in cope("lines", "pin", "ie-pieto").talk
    assert cope("lines", "pin").code == USAGE


def test_pins_and_hidden_lines_are_kept_and_taken_back() -> None:
    """By a part of the name, too; one that is no longer there can still be taken back."""
    assert "Help now too" in cope("lines", "pin", "text about").talk
    cope("lines", "hide", "ie-pieta")
    done = cope("lines")
    assert done.lines.index("Text About It:") < done.lines.index("Samaritans Ireland:")
    assert "Pieta Crisis Helpline:" not in done.lines
    assert "Hidden: ie-pieta" in done.lines
    assert "Text About It:" in cope("now").lines
    desk().hide_line("ie-gone", True)
    for words in (("unpin", "ie-textaboutit"), ("unhide", "ie-pieta"), ("unhide", "ie-gone")):
        assert cope("lines", *words).code == OK
    assert (desk().config.pinned_lines, desk().config.hidden_lines) == ((), ())


def test_a_line_of_ones_own_is_asked_for_and_needs_no_number() -> None:
    """Name, number, note, each left out with Enter; nothing at all keeps nothing."""
    cope("lines", "add", types=["Night line", "", "After ten"])
    [item] = desk().read_plan().plan.of(PROFESSIONALS)
    assert (item.text, item.phone, item.when, item.kind) == ("Night line", "", "After ten", "line")
    assert "  No number yet." in cope("lines").lines
    assert "Night line:" not in cope("now").lines, "Help now has numbers"
    assert cope("lines", "add", types=["", "", ""]).code == USAGE


def test_other_countries_follow_after_ones_own() -> None:
    """As they are named in the settings."""
    cope("config", "set", "other-countries", "united kingdom, ad")
    assert desk().config.other_countries == ("GB", "AD")
    lines = cope("lines").lines
    assert lines.index("Emergency in Ireland:") < lines.index("Emergency in the United Kingdom:")
    assert "We could not confirm a crisis line in Andorra." in lines
    assert "Emergency in Ireland:" not in cope("lines", "GB").lines


def test_a_country_that_cannot_be_read_is_told_of_and_the_others_are_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where it was named it is the answer; where it is one's own, the rest goes on."""
    real = lines.load_country

    def damaged(name: str) -> Country:
        if name == "IE":
            raise Unreadable("The file of numbers IE.toml could not be read.")
        return real(name)

    monkeypatch.setattr("copecli.system.lines.load_country", damaged)
    cope("config", "set", "other-countries", "GB")
    done = cope("lines")
    assert (done.code, "Samaritans:" in done.lines) == (OK, True)
    assert "IE.toml could not be read" in done.talk
    assert cope("lines", "IE").code == UNREADABLE


# the line face


def test_the_line_face_offers_what_the_page_offers() -> None:
    """From More: by text, for somebody, another country, and back; hide one, and show it again."""
    page = desk().lines_page(Wish())
    offered = page_words.ways_on(page, away=False, settled=True, follows=False)
    ways = ["one", *(way for way, _words in offered)]

    def way(name: str) -> str:
        return str(ways.index(name) + 1)

    number = next(str(n) for n, entry in enumerate(page.entries, 1) if entry.line.id == "ie-pieta")
    done = cope(
        "--plain",
        types=[
            "", "m", numbered("lines"), way(page_words.WHOM), "1", "q",
            numbered("lines"), way(page_words.PLACE), "Irland", way(page_words.PLACE), "Estonia", "q",
            numbered("lines"), "1", number, "3", "q", "q", "q",
        ],
    )  # fmt: skip
    assert "No line here fits that. These are the others." in done.lines
    assert any(line.startswith("No country is known here as") for line in done.lines)
    assert "Emergency in Estonia:" in done.lines
    assert desk().config.hidden_lines == ("ie-pieta",)
    assert desk().config.country == "IE"
