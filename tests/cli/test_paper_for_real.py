"""The plan on paper by the real command, in a process of its own: odd files, all forms, nowhere to write."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from copecli.core.errors import OK, UNEXPECTED
from copecli.core.plan import Item, Plan
from copecli.core.plan_import import IMPORTED
from copecli.core.text import clean_own
from copecli.documents.forms import FORMS
from copecli.documents.qr import contact_card, put_together
from copecli.documents.text import plan_as_text
from tests.cli.stage import desk, write_plan
from tests.papers import FULL, PRIVATE, SCRIPTS, own_words
from tests.unit.test_qr import OF_HALVES, scan

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCKS = frozenset("█▀▄ ")


def cope(*words: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the real program, its streams being pipes."""
    command = [sys.executable, "-m", "copecli", *words]
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120, preexec_fn=before
    )


def talk_of(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return what was said on the side, which is never a traceback."""
    said = done.stderr.decode()
    assert "Traceback" not in said
    return said


def printed() -> str:
    """Return what `cope plan print` prints."""
    done = cope("plan", "print")
    assert done.returncode == OK
    return done.stdout.decode()


# plan.txt is a quick way and never a stale one


def test_a_plan_changed_by_hand_is_printed_as_it_is_now() -> None:
    """plan.toml is the plan, whatever plan.txt says."""
    write_plan(FULL)
    assert printed() == plan_as_text(FULL)
    file = Path(desk().paths.plan_file)
    file.write_text(file.read_text().replace("Tea in the blue cup", "Tea in the red cup"))
    assert "Tea in the red cup" in printed()
    assert "blue" not in printed()
    Path(desk().paths.plan_text).unlink()
    assert "Tea in the red cup" in printed()


def test_a_text_changed_by_hand_is_not_taken_for_the_plan() -> None:
    """Whether a line was added, changed or taken out."""
    write_plan(FULL)
    text = Path(desk().paths.plan_text)
    whole = text.read_text()
    for changed in (
        whole.replace("555-0102", "555-0199"),
        whole.replace(" - The sea\n", ""),
        f"Another line\n{whole}",
        whole.replace("\n\n", "\n", 1),
        "",
    ):
        text.write_text(changed)
        assert printed() == plan_as_text(FULL)


def test_a_plan_that_was_touched_and_is_equal_is_printed_as_ever() -> None:
    """Its time says nothing, nor does its having been written again."""
    write_plan(FULL)
    file = Path(desk().paths.plan_file)
    file.write_bytes(file.read_bytes())
    os.utime(file, (0, 0))
    assert printed() == plan_as_text(FULL)


# where it cannot be written


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("nowhere/plan.pdf", "There is no folder {tmp}/nowhere. Nothing was written."),
        ("there.txt", "there.txt is there already. It was left as it is."),
        ("", "is a folder. Name a file in it"),
        ("there.txt/plan.txt", "There is no folder {tmp}/there.txt."),
        ("x" * 300, "its folder cannot be used."),
    ],
)
def test_a_place_that_will_not_do_is_told_in_one_line(tmp_path: Path, place: str, said: str) -> None:
    """What is there stays, and another way is named: none that moves the program's own folders."""
    write_plan(FULL)
    (tmp_path / "there.txt").write_text("Mine.\n")
    done = cope("plan", "print", "-o", f"{tmp_path}/{place}")
    talk = talk_of(done)
    assert done.returncode == UNEXPECTED
    assert said.format(tmp=tmp_path) in talk
    assert len(talk.splitlines()) == 2
    assert "--data-dir" not in talk
    assert (tmp_path / "there.txt").read_text() == "Mine.\n"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["there.txt"]


needs_dev_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is none here")


@needs_dev_full
@pytest.mark.parametrize("words", [("-o", "/dev/full"), ("-o", "/dev/full", "--force")])
def test_a_device_is_no_place_for_a_plan(words: tuple[str, ...]) -> None:
    """It is left as it is, with and without --force."""
    write_plan(FULL)
    done = cope("plan", "print", *words)
    assert done.returncode == UNEXPECTED
    assert "is there already" in talk_of(done) or "the file there cannot be replaced" in talk_of(done)
    assert os.path.exists("/dev/full")


@needs_dev_full
@pytest.mark.parametrize("form", FORMS)
def test_a_full_pipe_is_told(form: str) -> None:
    """As text, and as bytes."""
    write_plan(FULL)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "copecli", "plan", "print", "--format", form],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == UNEXPECTED
    assert done.stderr.decode() == "The result could not be written: the place is full or gone.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
@pytest.mark.parametrize("old", ["", "Mine.\n"], ids=["new", "replaced"])
def test_a_write_that_fails_midway_leaves_no_half_file(tmp_path: Path, old: str) -> None:
    """And the old one whole."""

    def small_files() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))

    write_plan(FULL)
    if old:
        (tmp_path / "plan.txt").write_text(old)
    done = cope("plan", "print", "--force", "-o", str(tmp_path / "plan.txt"), before=small_files)
    assert done.returncode == UNEXPECTED
    assert "could not be saved: the disk is full." in talk_of(done)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == ({"plan.txt": old} if old else {})


# odd files in, every form out

ODD = (
    "\x00\x1b[2J\x9b \u202e turned \u2066 x \u2028 y \ufeff \ufffe"
    " </p><script>alert(1)</script> &amp; **b** `c`"
)
ODD_PLAN = f"""\
format = 1
likelihood = "often"
kept-at = ["a", "b"]
colour = {{ deep = [1, {{ deeper = true }}] }}

[[coping]]
text = {"w" * 9000!r}

[[coping]]
text = 7

[[people]]
text = "{" ".join(SCRIPTS.values())} 👩‍👩‍👧 🏳️‍🌈"
phone = "not a number"

[[people]]
text = {ODD.encode("unicode_escape").decode().replace(chr(92) + "x", chr(92) + "u00").join('""')}
phone = 5550100
not-safe = "perhaps"
"""


@pytest.fixture
def odd(tmp_path: Path) -> Plan:
    """An odd file was taken in; the plan that came of it."""
    file = tmp_path / "odd.toml"
    file.write_text(ODD_PLAN, encoding="utf-8")
    done = cope("plan", "import", str(file))
    assert done.returncode == OK, done.stderr.decode()
    assert "It is kept" in talk_of(done)
    return desk().read_plan().plan


@pytest.mark.parametrize("form", FORMS)
def test_an_odd_plan_is_printed_in_every_form(odd: Plan, form: str, tmp_path: Path) -> None:
    """Or, as a PDF, it is said which characters cannot be; nothing in it steers a terminal."""
    file = tmp_path / "plan"
    done = cope("plan", "print", "--format", form, "-o", str(file))
    talk = talk_of(done)
    if form in ("pdf", "card"):
        assert done.returncode == OK or "No font here can print: " in talk or "too long for a card" in talk
        return
    assert done.returncode == OK
    text = file.read_text(encoding="utf-8")
    assert not {"\x1b", "\x9b", "\x00", "\u202e", "\u2066"} & set(text)
    if form == "text":
        squeezed = "".join(text.split())
        wanted = [words for words in own_words(odd) if not words.endswith(IMPORTED)]
        assert all("".join(clean_own(words).split()) in squeezed for words in wanted)


def test_an_odd_plan_still_has_hints_and_is_shown(odd: Plan) -> None:
    """A number that is none is hinted at, and stands there as it was written."""
    assert "not a number" in cope("plan", "show").stdout.decode()
    check = cope("plan", "check")
    assert check.returncode == OK
    assert "number" in check.stdout.decode()
    assert any(item.not_safe for item in odd.of("people"))


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"[[people]]\ntext = ", b"{", b"\x00" * 50, b"[" * 5000]
)
@pytest.mark.parametrize("name", ["a.toml", "a.json", "a.md", "a"])
def test_a_file_that_is_no_plan_changes_nothing(tmp_path: Path, name: str, data: bytes) -> None:
    """One sentence; or, where Markdown takes any words, they are kept."""
    write_plan(FULL)
    (tmp_path / name).write_bytes(data)
    done = cope("plan", "import", str(tmp_path / name))
    assert talk_of(done)
    if done.returncode != OK:
        assert desk().read_plan().plan == FULL
    assert all(item in desk().read_plan().plan.of("people") for item in FULL.of("people"))


# codes, as they come out of the pipe


def codes_in(out: str) -> list[str]:
    """Return what a reader sees in each picture among the lines."""
    pictures: list[list[str]] = [[]]
    for line in out.splitlines():
        if line and set(line) <= BLOCKS and set(line) != {" "}:
            pictures[-1].append(line)
        elif pictures[-1]:
            pictures.append([])
    return [
        scan([[OF_HALVES[sign][half] for sign in line] for line in picture for half in (0, 1)])
        for picture in pictures
        if picture
    ]


def test_the_codes_that_are_printed_are_the_plan() -> None:
    """Read by another program, from the command's own output; a helper's are without what is private."""
    write_plan(FULL)
    whole = put_together(tuple(codes_in(cope("plan", "send").stdout.decode())))
    squeezed = "".join(whole.split())
    assert all("".join(words.split()) in squeezed for words in own_words(FULL))
    helper = put_together(tuple(codes_in(cope("plan", "send", "--for-helper").stdout.decode())))
    assert "A quiet voice" in helper
    assert not [words for words in PRIVATE if words in helper]


def test_the_contacts_that_are_printed_are_a_card_each() -> None:
    """For everybody with a number who is safe, in the order of the plan."""
    write_plan(FULL.add("people", Item("z", "Ein Gespräch; über, Łódź", "555-0109")))
    cards = codes_in(cope("plan", "send", "--contacts").stdout.decode())
    names = [card.partition("\r\nFN:")[2].partition("\r\n")[0] for card in cards]
    assert names == [
        "My neighbour",
        "A friend",
        "Somebody from before",
        "Ein Gespräch\\; über\\, Łódź",
        "My doctor",
        "The hospital",
    ]
    assert cards[1] == contact_card(FULL.of("people")[0])
    assert "TEL;TYPE=VOICE:555-0102\r\nTEL;TYPE=CELL:555-0103" in cards[1]


# where the person lives


def test_the_paper_and_the_first_line_are_those_of_the_country(tmp_path: Path) -> None:
    """Once it is named; without it, and where no number is known, the usual ones."""
    from pypdf import PdfReader

    write_plan(FULL)
    for country, wide, said in (
        ("", 595, "Call your local emergency number first."),
        ("US", 612, "In danger now? In the United States, call 911 first."),
        ("IE", 595, "In danger now? In Ireland, call 112 or 999 first."),
        ("CD", 595, "Call your local emergency number first."),
    ):
        if country:
            assert cope("config", "set", "country", country).returncode == OK
        file = tmp_path / f"{country}.pdf"
        assert cope("plan", "print", "-o", str(file)).returncode == OK
        page = PdfReader(file).pages[0]
        assert round(page.mediabox.width) == wide
        assert said in " ".join(page.extract_text().split())
