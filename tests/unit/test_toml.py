"""TOML that somebody else may have written: read within bounds, or refused with its line and reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from copecli.system.toml import DEEPEST, LONGEST_LINE, TomlProblem, line_of, parse_toml, read_toml
from tests.strategies import any_text, toml_text

if TYPE_CHECKING:
    from pathlib import Path


def refusal(raw: bytes | str) -> tuple[int, str]:
    """Return (line, what is wrong) with the bytes of a file."""
    with pytest.raises(TomlProblem) as caught:
        parse_toml(raw if isinstance(raw, bytes) else raw.encode())
    return caught.value.line, caught.value.sentence()


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that was handed to the parser."""
    seen: list[str] = []
    loads = tomli.loads

    def counted(text: str) -> dict[str, object]:
        seen.append(text)
        return loads(text)

    monkeypatch.setattr("tomli.loads", counted)
    return seen


# what is read


def test_a_document_is_read_with_its_text() -> None:
    """The text is for finding the line of a key later."""
    assert parse_toml(b'a = "b"\n') == ({"a": "b"}, 'a = "b"\n')
    assert parse_toml(b"") == ({}, "")


def test_one_leading_byte_order_mark_is_dropped() -> None:
    """Windows editors write one; a second one is no TOML."""
    assert parse_toml(b"\xef\xbb\xbfa = 1")[0] == {"a": 1}
    assert refusal(b"\xef\xbb\xbf\xef\xbb\xbfa = 1")[0] == 1


def test_lines_may_end_as_on_windows() -> None:
    """And are counted alike."""
    assert parse_toml(b'a = 1\r\nb = """x\r\ny"""\r\n')[0] == {"a": 1, "b": "x\ny"}
    assert refusal(b"a = 1\r\nb =\r\n")[0] == 2


def test_a_file_is_read_within_a_limit(tmp_path: Path, parsed: list[str]) -> None:
    """One byte more than allowed is refused before it is parsed."""
    file = tmp_path / "x.toml"
    file.write_bytes(b"a = 1\n")
    assert read_toml(str(file), 6)[0] == {"a": 1}
    with pytest.raises(OSError, match="too large"):
        read_toml(str(file), 5)
    assert len(parsed) == 1


def test_prose_may_hold_as_many_dots_as_it_likes() -> None:
    """Rows of dots, sentences, numbers, addresses: none of them is a dotted key."""
    lines = [
        "." * 300,
        "No. " * 60,
        "It is so. " * 100,
        "1.5, " * 100,
        "e.g. this, i.e. that; " * 40,
        "[[[[" * 40,
    ]
    text = "\n".join(lines)
    assert parse_toml(f"a = '''\n{text}'''".encode())[0] == {"a": text}
    assert parse_toml(("a = [" + "1.5, " * 200 + "]").encode())[0] == {"a": [1.5] * 200}
    assert parse_toml(("a = [" + "1.5," * 200 + "]").encode())[0] == {"a": [1.5] * 200}


# what is refused


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        pytest.param(b"a = 1\nb = \xe9\n", 2, "this is not UTF-8 text", id="Latin-1"),
        pytest.param(b"\xff\xfea\x00", 1, "this is not UTF-8 text", id="UTF-16"),
        pytest.param(b"a = 1\nb = 2 3\n", 2, "this is not TOML: ", id="two values"),
        pytest.param(b"a = 1\na = 2\n", 2, "this is not TOML: ", id="a key twice"),
        pytest.param(b"a = 1\x00\n", 1, "this is not TOML: ", id="NUL"),
        pytest.param(b'a = "\x1b[2J"\n', 1, "this is not TOML: ", id="raw escape"),
        pytest.param(b"a = 1\rb = 2\n", 1, "this is not TOML: ", id="lone carriage return"),
        pytest.param(b'a = "\\ud800"\n', 1, "this is not TOML: ", id="half a pair"),
        pytest.param(b"a = 2026-13-45\n", 1, "this is not TOML: ", id="no such day"),
        pytest.param(b"a = " + b"9" * 4301, 0, "a number in it is too long", id="4,301 digits"),
        pytest.param(b"a = 0x" + b"f" * 5000, 0, "a number in it is too long", id="5,000 hexadecimal digits"),
        pytest.param(b"a = [[18446744073709551616]]", 0, "a number in it is too long", id="65 bits"),
        pytest.param(b"\n\na = '" + b"x" * LONGEST_LINE + b"'", 3, "this line is too long", id="long line"),
        pytest.param(b"a." * 20_000 + b"a = 1", 1, "this line is too long", id="40 KB dotted key"),
        pytest.param(b"\n" + b"a." * 70 + b"a = 1", 2, "this key has too many parts", id="dotted key"),
        pytest.param(b"a . " * 70 + b"a = 1", 1, "this key has too many parts", id="dotted key with blanks"),
        pytest.param(
            b'"=".' + b"a." * 70 + b"a = 1", 1, "this key has too many parts", id="key after a quoted ="
        ),
        pytest.param(
            b"x = {" + b"a." * 70 + b"a = 1}", 1, "this key has too many parts", id="key in a table"
        ),
        pytest.param(b'"a b".' * 70 + b"a = 1", 1, "this key has too many parts", id="key of quoted parts"),
        pytest.param(b"[" + b"a." * 70 + b"a]", 1, "this key has too many parts", id="header"),
        pytest.param(b"a = " + b"[" * 500 + b"]" * 500, 0, "this is nested too deeply", id="500 lists"),
        pytest.param(b"a = " + b"[\n" * 5000, 0, "this is nested too deeply", id="5,000 lists on lines"),
        pytest.param(
            b"a = " + b"{a=" * 500 + b"1" + b"}" * 500, 0, "this is nested too deeply", id="500 tables"
        ),
        pytest.param(b"[" + b"a." * 20 + b"a]", 0, "this is nested too deeply", id="20 tables by header"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line_and_reason(raw: bytes, line: int, said: str) -> None:
    """Line 0 where the parser does not say."""
    found = refusal(raw)
    assert found[0] == line
    assert found[1].startswith(said)


def test_sixteen_levels_are_deep_enough_and_a_seventeenth_is_refused() -> None:
    """The document is the first of them."""
    inside = DEEPEST - 1
    parse_toml(b"a = " + b"[" * (inside - 1) + b"1" + b"]" * (inside - 1))
    assert refusal(b"a = " + b"[" * inside + b"1" + b"]" * inside)[1] == "this is nested too deeply"


def test_numbers_of_sixty_four_bits_are_read() -> None:
    """All that TOML knows."""
    assert parse_toml(b"a = [9223372036854775807, -9223372036854775808, 0xffffffffffffffff]")[0]["a"]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"x" * (LONGEST_LINE + 1), id="long line"),
        pytest.param(b"a." * 8_000 + b"a = 1", id="16 KB dotted key"),
        pytest.param(b'"=".' + b"a." * 8_000 + b"a = 1", id="16 KB key after a quoted ="),
        pytest.param(b"x = {" + b"a." * 8_000 + b"a = 1}", id="16 KB key in a table"),
        pytest.param(b"[" + b"a." * 8_000 + b"a]", id="16 KB header"),
        pytest.param(b"a = \xff", id="not UTF-8"),
    ],
)
def test_what_would_take_long_never_reaches_the_parser(raw: bytes, parsed: list[str]) -> None:
    """A key of 16 kB took one release of the parser a second, and a file of them seventeen."""
    refusal(raw)
    assert parsed == []


def test_whatever_the_parser_gives_up_with_is_a_calm_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its stack, its memory, or a number that Python will not read."""
    for trouble in (RecursionError(), MemoryError(), ValueError("4300 digits")):

        def loads(text: str, trouble: Exception = trouble) -> dict[str, object]:
            raise trouble

        monkeypatch.setattr("tomli.loads", loads)
        assert refusal(b"a = 1")[0] == 0


@given(st.one_of(st.binary(max_size=80), any_text.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_are_a_document_or_a_refusal(raw: bytes) -> None:
    """And nothing else ever comes out."""
    try:
        document, text = parse_toml(raw)
    except TomlProblem as problem:
        document, text = {"said": problem.sentence()}, ""
    assert isinstance(document, dict)
    assert "\r\n" not in text


# lines

FILE = """\
format = 1
titel = "x"            # line 2
"needs" = ["nothing"]
states = [
    "numb",
]
adapt = { no-sight = "yes" }

[evidence]
grade = "F"            # line 10

[[steps]]
kind = "say"
text = "a"             # line 14
[[ steps ]]
kind = "choose"
options = [            # line 17
    { text = "b", to = "c" },
    { text = "d", to = "e" },
]
text = "f"             # line 21
[[steps]]
kind = "choose"
[[steps.options]]
text = "g"             # line 25
[[steps.options]]
to = "h"               # line 27
[[steps]]
beats.cue = "In"       # line 29
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("titel", 2), ("needs", 3), ("states", 4), ("states[0]", 4), ("adapt", 7), ("adapt.no-sight", 7),
        ("evidence", 9), ("evidence.grade", 10), ("evidence.says", 9),
        ("steps", 12), ("steps[0]", 12), ("steps[0].text", 14), ("steps[1]", 15), ("steps[1].text", 21),
        ("steps[1].options", 17), ("steps[1].options[1].to", 17), ("steps[1].count", 15),
        ("steps[2].options[0].text", 25), ("steps[2].options[1].to", 27), ("steps[2].options[1].text", 26),
        ("steps[3].beats", 29), ("steps[3].options[0].text", 28),
        ("title", 0), ("grade", 0), ("", 0), ("steps[9].text", 0),
    ],
)  # fmt: skip
def test_the_line_of_a_key_is_found(key: str, line: int) -> None:
    """Or the line of what it stands in; 0 where there is neither."""
    assert line_of(FILE, key) == line


@pytest.mark.parametrize(
    "key", ["a[b", "a[]", "a[-1]", "a[" + "9" * 5000 + "]", "[", "]", ".", "a[1", "a[٣]"]
)
def test_a_key_that_only_looks_like_a_place_is_looked_for_as_it_is(key: str) -> None:
    """A file may call its keys as it likes."""
    assert line_of(f'b = 1\n"{key}" = 2\n', key) in (0, 2)


@given(toml_text, toml_text)
def test_any_key_in_any_text_is_found_or_not(text: str, key: str) -> None:
    """A line that is there, or 0."""
    assert 0 <= line_of(text, key) <= text.count("\n") + 1
