"""`cope progress --report`: in a pipe, to a file, and line by line."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from copecli.core.chain import TriggerMap
from copecli.core.checkin import CheckIn
from copecli.core.errors import NOTHING_FOUND, OK, UNEXPECTED, UNREADABLE, USAGE
from copecli.core.records import GoodMoment
from copecli.core.report_form import DRAFT
from copecli.core.report_parts import PARTS
from tests.cli.stage import cope, desk
from tests.fake_printer import fake_lp

REPORT = ("progress", "--report")


def note_things() -> None:
    """Keep something of each kind, of just now."""
    journal = desk().journal
    when = journal.now()
    journal.add(
        CheckIn(
            id=journal.new_id(), when=when, distress=7, note="A secret\x1b[2J note", tags=("work",),
            ending_life="some",
        )
    )  # fmt: skip
    journal.add(GoodMoment(id=journal.new_id(), when=when, text="The dog slept"))
    journal.add(TriggerMap(id=journal.new_id(), when=when, before=("the phone call",), urge=8))
    journal.close()


def test_in_a_pipe_it_prints_the_usual_parts_and_asks_nothing() -> None:
    """As text, without notes and without what was answered about ending one's life."""
    note_things()
    done = cope(*REPORT)
    assert (done.code, done.talk) == (OK, "")
    for words in ("For an appointment", "Distress 7. About: work.", "The dog slept", "● Right before"):
        assert words in done.out
    for words in ("secret", "ending your life", "\x1b"):
        assert words not in done.out


def test_parts_are_put_in_and_left_out_by_their_names() -> None:
    """With commas or one by one; each named part can be told to stay away."""
    note_things()
    done = cope(*REPORT, "--with", "notes,ending-life", "--without", "maps", "--without", "good-moments")
    assert "A secret[2J note" in done.out
    assert "Thoughts of ending your life" in done.out
    assert ". Some\n" in done.out
    assert "phone call" not in done.out
    assert "The dog" not in done.out
    bare = cope(*REPORT, "--without", ",".join(name for name, _ in PARTS))
    assert bare.out.count("\n\n") == 3


def test_in_words_alone_for_whoever_asked_for_lines() -> None:
    """Nothing is drawn."""
    note_things()
    done = cope(*REPORT, "--plain")
    assert "Right before:\n      the phone call" in done.out
    assert "●" not in done.out
    assert "│" not in done.out


def test_thoughts_of_ending_ones_life_are_counted_in_no_section() -> None:
    """Not as a need that maps share, either; another need is."""
    journal = desk().journal
    for _ in range(6):
        needs = ("hold-off", "show")
        journal.add(TriggerMap(id=journal.new_id(), when=journal.now(), needs=needs, urge=8))
    done = cope(*REPORT, "--without", "maps")
    assert "show someone how bad it is" in done.out
    assert "ending my life" not in done.out
    assert "ending your life" not in done.out


def test_days_bound_it() -> None:
    """A time without anything is no failure; nothing kept at all is."""
    nothing = cope(*REPORT)
    assert nothing.code == NOTHING_FOUND
    assert "Nothing is kept yet that a report could be made of." in nothing.talk
    note_things()
    done = cope(*REPORT, "--from", "2001-1-1", "--to", "2001-01-31")
    assert done.code == OK
    assert "From 1 January 2001 to 31 January 2001." in done.out
    assert "Nothing was noted in this time. That is fine." in done.out
    assert "The dog slept" in cope(*REPORT, "--from", "2001-01-01").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "2026-02-30"), "--from takes a day such as 2026-05-02."),
        (("--to", "yesterday"), "--to takes a day such as 2026-05-02."),
        (("--from", "2026-05-02", "--to", "2026-05-01"), "The day of --from is after the day of --to."),
        (("--with", "note"), "--with takes things-done, helps, "),
        (("--without", "note"), "--without takes things-done, helps, "),
        (("--paper", "a4"), "--paper does not go with text. It goes with html, pdf."),
        (("--format", "card"), "--format takes text, markdown, html, pdf."),
        (("--with",), "A word is missing after --with."),
    ],
)
def test_a_slip_is_one_sentence(words: tuple[str, ...], said: str) -> None:
    """And the exit code 2."""
    note_things()
    done = cope(*REPORT, *words)
    assert done.code == USAGE
    assert done.out == ""
    assert done.talk.startswith(said)
    assert done.talk.count("\n") == 1


def test_each_form_goes_to_its_file(tmp_path: Path) -> None:
    """By the file's name; one that is there is left alone unless it was said; only its owner reads it."""
    note_things()
    for name, starts in (("a.txt", b"For"), ("a.md", b"# For"), ("a.html", b"<!doctype"), ("a.pdf", b"%PDF")):
        file = tmp_path / name
        done = cope(*REPORT, "-o", str(file))
        assert (done.code, done.out) == (OK, "")
        assert f"Your report is written: {file}" in done.talk
        assert file.read_bytes().startswith(starts)
        assert b"secret" not in file.read_bytes()
        assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600
    file = tmp_path / "a.pdf"
    again = cope(*REPORT, "-o", str(file))
    assert again.code == UNEXPECTED
    assert "is there already. It was left as it is." in again.talk
    assert cope(*REPORT, "-o", str(file), "--paper", "letter", "--force").code == OK
    (page, *_) = PdfReader(BytesIO(file.read_bytes())).pages
    assert round(page.mediabox.width) == 612


def test_what_is_no_text_never_reaches_a_terminal() -> None:
    """A pipe takes it."""
    note_things()
    done = cope(*REPORT, "--format", "pdf", types=[])
    assert done.code == USAGE
    assert "This form needs a file. Add -o report.pdf, for one." in done.talk
    assert cope(*REPORT, "--format", "markdown").out.startswith("# For an appointment")


def test_a_damaged_journal_is_one_sentence() -> None:
    """With the exit code for what cannot be read."""
    note_things()
    Path(desk().paths.journal_file).write_bytes(b"no database" * 400)
    done = cope(*REPORT)
    assert done.code == UNREADABLE
    assert "Traceback" not in done.talk


# line by line


def plain(*lines: str) -> str:
    """Go through `cope progress --report` line by line and return all that was said."""
    done = cope(*REPORT, types=list(lines), environ={"TERM": "dumb"})
    assert done.code == OK
    return done.out


def test_line_by_line_all_of_it_is_said_before_a_file_is_named(tmp_path: Path) -> None:
    """The same questions in the same order; a picture is not drawn."""
    note_things()
    file = tmp_path / "mine.html"
    out = plain("", "", "Sleep", "", "2", str(file), "q")
    assert out.index("Of what time?") < out.index("What shall be in it?") < out.index("talk about?")
    assert out.index("The dog slept") < out.index("Others who open this file can read all of it.")
    assert "What I would like to talk about\n - Sleep\n" in out
    assert f"Your report is written: {file}" in out
    assert "│" not in out
    assert "Sleep" in file.read_text(encoding="utf-8")
    assert DRAFT not in desk().draft_names()


def test_line_by_line_it_is_changed_read_again_and_left() -> None:
    """A note is said only once it was picked; what was typed stays a draft."""
    note_things()
    out = plain("", "", "Sleep", "", "6", "", "11", "", "5", "q")
    before, _, after = out.rpartition("What would you like to talk about?")
    assert "secret" not in before
    assert after.count("A secret[2J note") == 2
    assert "Sleep" in desk().draft(DRAFT)
    again = plain("2", "q")
    assert "You were putting something together for an appointment." in again


def test_line_by_line_it_is_printed(tmp_path: Path) -> None:
    """After it was said who may see it; leaving prints nothing."""
    note_things()
    path = fake_lp(tmp_path / "bin")
    done = cope(*REPORT, types=["", "", "", "5", "q", "5", "1", "q"], environ={"TERM": "dumb", "PATH": path})
    assert done.out.index("Nothing was printed.") < done.out.index("It is at the printer.")
    assert (tmp_path / "bin" / "handed").read_bytes().startswith(b"%PDF")


def test_from_home_through_more() -> None:
    """The same door as on the screens."""
    rows = cope("--plain", types=["5", "q", "q"]).out
    number = rows.partition(". For an appointment.\n")[0].rpartition("\n")[2]
    done = cope("--plain", types=["5", number, "q", "q", "q"])
    assert "This puts together what you noted, to take along.\n" in done.out
