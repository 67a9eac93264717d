"""Countries: how they are found by name or by clock zone, and what happens when a file is damaged."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.errors import NothingFound, Unreadable
from copecli.core.helpnow import Passage
from copecli.core.lines import call_first
from copecli.core.reach import Reach
from copecli.desk import Desk
from copecli.system import lines

if TYPE_CHECKING:
    from collections.abc import Callable


# finding a country


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("IE", "IE"), ("ie", "IE"), (" Ie ", "IE"), ("IRL", "IE"), ("Ireland", "IE"), ("ireland", "IE"),
        ("UK", "GB"), ("GBR", "GB"), ("usa", "US"), ("United States", "US"), ("the netherlands", "NL"),
        ("Curacao", "CW"), ("Côte d’Ivoire", "CI"), ("Turkey", "TR"), ("Türkiye", "TR"),
        ("SOUTH  KOREA", "KR"), ("kosovo", "XK"),
    ],
)  # fmt: skip
def test_a_country_is_found_by_code_or_name_in_any_case(name: str, code: str) -> None:
    """Two letters, three letters, a name with or without its accents."""
    assert lines.load_country(name).code == code


@pytest.mark.parametrize(
    ("name", "near"), [("Irland", "Ireland"), ("Germny", "Germany"), ("unitd states", "United States")]
)
def test_an_unknown_country_is_answered_with_the_nearest(name: str, near: str) -> None:
    """One calm sentence that names what was probably meant."""
    with pytest.raises(NothingFound) as found:
        lines.load_country(name)
    assert near in str(found.value)
    assert found.value.exit_code == 4


@pytest.mark.parametrize(
    "name", ["", "qq", "../../plan", "IE.toml", "\x1b[31m", "x" * 5000, "{name}", "\ud800"]
)
def test_a_name_that_is_none_is_refused_calmly(name: str) -> None:
    """No path, no escape and no wall of text comes back."""
    with pytest.raises(NothingFound) as found:
        lines.load_country(name)
    assert str(found.value).isprintable()
    assert len(str(found.value)) < 200


@given(st.text(max_size=30))
def test_any_name_is_found_or_refused_and_nothing_else(name: str) -> None:
    """Whatever is typed, the answer is a country or NothingFound."""
    with suppress(NothingFound):
        assert len(lines.load_country(name).code) == 2


def test_a_country_of_which_nothing_is_known_is_one_all_the_same() -> None:
    """Its name is known, so nobody is told that it does not exist."""
    found = lines.load_country("Uzbekistan")
    assert (found.code, found.name, call_first(found.emergency), found.lines) == ("UZ", "Uzbekistan", (), ())


def test_every_country_with_a_file_has_the_same_name_in_the_table() -> None:
    """A country is called one thing everywhere."""
    names = lines.country_names()
    for code in lines.country_codes():
        assert names[code] == lines.load_country(code).name == lines.country_name(code)


# damage


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content that may be damaged."""
    from copecli.system.content import content_path

    (tmp_path / "lines").mkdir()
    for name in ("lines/IE.toml", "lines/GB.toml", "lines/finders.toml", "countries.tsv"):
        (tmp_path / name).write_bytes(Path(content_path(name)).read_bytes())
    monkeypatch.setattr(lines, "content_path", lambda *parts: str(tmp_path.joinpath(*parts)))
    return tmp_path


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda raw: b"",
    "cut short": lambda raw: raw[: len(raw) * 2 // 3],
    "not UTF-8": lambda raw: raw + b"\xff",
    "zeros": lambda raw: bytes(len(raw)),
    "another format": lambda raw: raw.replace(b"format = 1", b"format = 2"),
    "too large": lambda raw: raw + b"# x\n" * 100_000,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_country_is_refused_with_its_file_and_what_can_be_done(
    content: Path, damage: Callable[[bytes], bytes]
) -> None:
    """Nothing but Unreadable comes out, and it names the file."""
    file = content / "lines" / "IE.toml"
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(Unreadable) as refused:
        lines.load_country("IE")
    assert "IE.toml" in str(refused.value)
    assert "copecli" in str(refused.value)


def test_a_country_file_that_is_a_directory_is_refused(content: Path) -> None:
    """Not a crash."""
    (content / "lines" / "IE.toml").unlink()
    (content / "lines" / "IE.toml").mkdir()
    with pytest.raises(Unreadable):
        lines.load_country("IE")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('confidence = "high"', 'confidence = "sure"'),
        ('checked = "2026-04-22"', 'checked = "April 2026"'),
        ('checked = "2026-04-22"', 'cheked = "2026-04-22"'),
        ('sms_keyword = "HELP"', 'sms_keywrod = "HELP"'),
        ("own_source = false", "own_sourse = false"),
    ],
)
def test_a_slip_is_refused_with_its_line_and_alone(content: Path, right: str, wrong: str) -> None:
    """Whoever edits the file is led to the place; the other countries are read."""
    file = content / "lines" / "IE.toml"
    text = file.read_text("utf-8").replace(right, wrong, 1)
    file.write_text(text, "utf-8")
    line = 1 + text[: text.index(wrong)].count("\n")
    with pytest.raises(Unreadable, match=rf"IE\.toml could not be read \(line {line}:"):
        lines.load_country("IE")
    assert lines.load_country("GB").lines


@pytest.mark.parametrize("damage", ["empty", "cut short", "zeros"])
@pytest.mark.parametrize("finders_too", [False, True])
def test_help_now_goes_on_where_the_persons_own_country_is_damaged(
    content: Path, tmp_path: Path, damage: str, finders_too: bool
) -> None:
    """One calm sentence names the file; then the few numbers and the finders, as far as they can be read."""
    desk = Desk.open({"COPECLI_HOME": str(tmp_path / "cope"), "TZ": "Europe/Dublin"})
    desk.set("country", "IE")
    for name in ("IE.toml", "finders.toml") if finders_too else ("IE.toml",):
        file = content / "lines" / name
        file.write_bytes(DAMAGE[damage](file.read_bytes()))
    found = desk.help_now()
    [trouble] = found.trouble
    assert isinstance(trouble, Passage)
    assert "IE.toml" in trouble.lines[0].worded(str)
    reached = {way.copy for part in found.parts if isinstance(part, Reach) for way in part.ways}
    assert reached >= (set() if finders_too else {"112", "999", "findahelpline.com", "befrienders.org"})
    assert found.calm
    assert found.emergency
    assert found.waiting


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_finders_that_are_damaged_are_left_out_without_a_word(
    content: Path, damage: Callable[[bytes], bytes]
) -> None:
    """Help now never waits for them."""
    file = content / "lines" / "finders.toml"
    file.write_bytes(damage(file.read_bytes()))
    assert lines.load_finders() == ()
    assert lines.load_few() == ()


@pytest.mark.parametrize(
    "damage", [DAMAGE["zeros"], DAMAGE["not UTF-8"], DAMAGE["cut short"], DAMAGE["empty"]]
)
def test_a_damaged_table_of_countries_still_opens_a_country_by_its_code(
    content: Path, damage: Callable[[bytes], bytes]
) -> None:
    """A guess may be lost; what the person chose is not."""
    file = content / "countries.tsv"
    file.write_bytes(damage(file.read_bytes()))
    assert lines.load_country("IE").lines
    assert lines.guess_country({"TZ": "Pacific/Auckland"}) is None
    with pytest.raises((Unreadable, NothingFound)):
        lines.load_country("New Zealand")


def test_a_guess_of_a_damaged_country_is_no_guess(content: Path) -> None:
    """Nothing is raised on the way to help."""
    (content / "lines" / "IE.toml").write_bytes(b"\xff")
    assert lines.guess_country({"TZ": "Europe/Dublin"}) is None


def test_a_code_in_small_letters_is_the_country_even_where_files_have_no_case(content: Path) -> None:
    """Where `ie.toml` opens IE.toml, the code is still IE."""
    shipped = content / "lines" / "IE.toml"
    (content / "lines" / "ie.toml").write_bytes(shipped.read_bytes())
    assert lines.load_country("ie").code == "IE"


# where a person may be


@pytest.mark.parametrize(
    ("zone", "code"),
    [
        ("Europe/Dublin", "IE"), ("Eire", "IE"), ("Europe/London", "GB"), ("America/New_York", "US"),
        ("US/Pacific", "US"), ("Asia/Calcutta", "IN"), ("Europe/Kiev", "UA"),
        ("America/Argentina/Ushuaia", "AR"),
        ("UTC", None), ("Etc/UTC", None), ("Etc/GMT+3", None), ("CET", None), ("EST5EDT", None),
        ("Europe/Simferopol", None), ("Antarctica/Troll", None), ("", None), ("Europe/Lon", None),
        ("IE", None), ("london", None), ("Europe/London Eire", None),
    ],
)  # fmt: skip
def test_a_zone_belongs_to_one_country_or_to_none(zone: str, code: str | None) -> None:
    """No guess where two countries, or the whole world, share a clock."""
    assert lines.country_of_zone(zone) == code


def test_no_zone_stands_in_the_table_twice() -> None:
    """A zone that led to two countries would lead to the wrong one."""
    zones = [zone for _, _, _, _, found in lines._countries() for zone in found.split()]
    assert len(zones) == len(set(zones)) > 500


def test_the_table_agrees_with_this_machines_own() -> None:
    """Where the system has the list that the table was made from, no zone is in another country there."""
    theirs = Path("/usr/share/zoneinfo/zone.tab")
    text = theirs.read_text("utf-8") if theirs.exists() else ""
    rows = [row.split("\t") for row in text.splitlines() if row and row[0] != "#"]
    moved = [(row[2], row[0]) for row in rows if lines.country_of_zone(row[2]) not in (row[0], None)]
    assert moved == []


@pytest.mark.parametrize(
    ("tz", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
        (":/usr/share/zoneinfo/posix/Europe/Berlin", "Europe/Berlin"),
        ("UTC", "UTC"),
        ("CET-1CEST", None),
        ("<+03>-3", None),
        ("Europe/Ber\x1blin", None),
        ("Europe/München", None),
        ("../../etc/passwd", None),
    ],
)
def test_the_variable_tz_is_asked_first(tz: str, zone: str | None, tmp_path: Path) -> None:
    """What the person set outranks the machine; a rule is not a place."""
    (tmp_path / "timezone").write_text("Europe/Dublin\n")
    assert lines.local_zone({"TZ": tz}, str(tmp_path)) == zone


def machine(where: Path, link: str = "", written: str = "") -> str:
    """Make the two files in which a machine keeps its zone."""
    if link:
        os.symlink(link, where / "localtime")
    if written:
        (where / "timezone").write_text(written)
    return str(where)


@pytest.mark.skipif(os.name == "nt", reason="links there need a privilege, and there is no /etc")
@pytest.mark.parametrize(
    ("link", "written", "zone"),
    [
        ("/usr/share/zoneinfo/Europe/Dublin", "", "Europe/Dublin"),
        ("../usr/share/zoneinfo/Europe/Dublin", "", "Europe/Dublin"),
        ("/var/db/timezone/zoneinfo/Europe/Dublin", "", "Europe/Dublin"),
        ("", "Europe/Dublin\n", "Europe/Dublin"),
        ("/usr/share/zoneinfo/Europe/Dublin", "Europe/Dublin\n", "Europe/Dublin"),
        ("/usr/share/zoneinfo/Europe/Dublin", "Europe/Paris\n", None),
        ("/somewhere/else", "", None),
        ("", "\xff" * 3, None),
        ("", "x" * 1000, None),
        ("", "", None),
    ],
)
def test_the_machines_zone_is_its_link_or_its_file_and_none_where_they_differ(
    link: str, written: str, zone: str | None, tmp_path: Path
) -> None:
    """Two answers are no answer."""
    assert lines.local_zone({}, machine(tmp_path, link, written)) == zone


@given(st.text(max_size=40))
def test_any_value_of_tz_gives_a_zone_or_none(tz: str) -> None:
    """A hostile variable is not a crash and not a path."""
    found = lines.local_zone({"TZ": tz}, "/nowhere")
    assert found is None or (found.isascii() and found.isprintable() and ".." not in found)


def test_a_guess_is_only_made_of_a_country_with_a_number() -> None:
    """A suggestion that leads nowhere is worse than the numbers that serve most."""
    found = lines.guess_country({"TZ": "Europe/Dublin"})
    assert found is not None
    assert found.code == "IE"
    assert lines.country_of_zone("Asia/Tashkent") == "UZ"
    assert lines.guess_country({"TZ": "Asia/Tashkent"}) is None
    assert lines.guess_country({"TZ": "UTC"}) is None


@pytest.mark.parametrize(
    ("environ", "far"),
    [
        ({}, False),
        ({"SSH_CONNECTION": "a b"}, True),
        ({"SSH_TTY": "/dev/pts/1"}, True),
        ({"SSH_TTY": ""}, False),
    ],
)
def test_a_computer_reached_from_another_is_known(environ: dict[str, str], far: bool) -> None:
    """Its clock is not the person's."""
    assert lines.over_ssh(environ) is far


# cost


def loaded_by(statement: str) -> set[str]:
    """Return what is loaded after `statement` in a Python of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{statement}\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_the_way_to_help_loads_nothing_that_it_could_do_without() -> None:
    """Beyond what dataclasses itself brings, nothing heavy stands before help."""
    brought = loaded_by("import dataclasses")
    ours = loaded_by("import copecli.system.lines, copecli.core.helpnow") - brought
    heavy = {
        "re",
        "typing",
        "datetime",
        "json",
        "pathlib",
        "enum",
        "zoneinfo",
        "csv",
        "tomllib",
        "difflib",
        "gettext",
    }
    assert not ours & heavy
