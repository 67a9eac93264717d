"""The plan in every form, from the command line: to a file, a pipe, a printer."""

from __future__ import annotations

import json
import os
import stat
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from copecli.cli.table_plan import PRINT
from copecli.core.errors import NOTHING_FOUND, OK, UNEXPECTED, USAGE
from copecli.core.plan_format import plan_from_document
from copecli.documents.forms import FORMS, PAPERS, form_of
from copecli.documents.markdown import plan_as_markdown
from copecli.documents.text import plan_as_text
from tests.cli.stage import cope, write_plan
from tests.papers import FULL, PRIVATE


@pytest.fixture(autouse=True)
def _written() -> None:
    """A whole plan is there."""
    write_plan(FULL)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_goes_to_a_file(tmp_path: Path, form: str) -> None:
    """Who may see it is said first; the file is whole, and for its owner alone."""
    file = tmp_path / "my-plan"
    done = cope("plan", "print", "--format", form, "-o", str(file))
    assert (done.code, done.out) == (OK, "")
    assert done.talk.startswith("Others may see this. Your phone may keep or look up the text.\n")
    begins = {"html": b"<!doctype html>", "pdf": b"%PDF", "card": b"%PDF", "json": b"{", "markdown": b"# My"}
    assert file.read_bytes().startswith(begins.get(form, b"My safety plan\n"))
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("plan.pdf", "pdf"),
        ("Plan.HTML", "html"),
        ("plan.htm", "html"),
        ("plan.md", "markdown"),
        ("plan.json", "json"),
        ("plan.txt", "text"),
        ("plan", "text"),
        ("pdf", "text"),
    ],
)
def test_the_name_of_the_file_says_the_form(name: str, form: str) -> None:
    """So that no PDF is text inside."""
    assert form_of(name) == form


def test_a_named_form_outranks_the_name_of_the_file(tmp_path: Path) -> None:
    """It was said."""
    cope("plan", "print", "--format", "markdown", "-o", str(tmp_path / "plan.txt"))
    assert (tmp_path / "plan.txt").read_text(encoding="utf-8") == plan_as_markdown(FULL)


def test_text_forms_go_into_a_pipe() -> None:
    """Whole, and with no talk."""
    done = cope("plan", "print", "--format", "markdown")
    assert (done.out, done.talk) == (plan_as_markdown(FULL), "")
    assert plan_from_document(json.loads(cope("plan", "print", "--format", "json").out)) == FULL
    assert cope("plan", "print", "--format", "text").out == plan_as_text(FULL)


def test_a_helper_s_form_leaves_out_what_is_private() -> None:
    """In each form; and plan.txt, which has it, is not taken for it."""
    assert cope("plan", "print", "--for-helper").out == plan_as_text(FULL, for_helper=True)
    for form in ("text", "markdown", "html", "json"):
        out = cope("plan", "print", "--for-helper", "--format", form).out
        assert not [words for words in PRIVATE if words in out], form


def test_a_pdf_goes_into_a_pipe_whole(tmp_path: Path) -> None:
    """Byte for byte what a file would hold."""
    from subprocess import run

    made = run(
        [sys.executable, "-m", "copecli", "plan", "print", "--format", "pdf"], capture_output=True, check=True
    )
    assert len(PdfReader(BytesIO(made.stdout)).pages) == 1


def test_large_print_and_the_paper_are_heeded(tmp_path: Path) -> None:
    """In a PDF and in a page."""
    cope("plan", "print", "--large", "--paper", "letter", "-o", str(tmp_path / "plan.pdf"))
    pages = PdfReader(tmp_path / "plan.pdf").pages
    assert len(pages) > 1
    assert pages[0].mediabox.width == 612
    assert "size:letter" in cope("plan", "print", "--format", "html", "--paper", "letter").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "pfd"), "Did you mean pdf?"),
        (("--paper", "a5"), "a4, letter"),
        (("--large",), "--large does not go with text. It goes with html, pdf."),
        (("--format", "json", "--paper", "a4"), "--paper does not go with json."),
        (("--format", "html", "--to-printer"), "--to-printer does not go with html."),
        (("--format", "pdf", "--width", "60"), "--width does not go with pdf."),
        (("--to-printer", "-o", "plan.pdf"), "--to-printer and -o do not go together."),
    ],
)
def test_what_does_not_go_together_is_told(words: tuple[str, ...], said: str) -> None:
    """And nothing is made."""
    done = cope("plan", "print", *words)
    assert (done.code, done.out) == (USAGE, "")
    assert said in done.talk


def test_a_pdf_never_reaches_a_terminal() -> None:
    """It would be noise, or worse."""
    done = cope("plan", "print", "--format", "pdf", types=())
    assert (done.code, done.out) == (USAGE, "")
    assert "-o plan.pdf" in done.talk


def test_what_no_font_has_is_named_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is offered instead."""
    from copecli.documents import typesetting

    monkeypatch.setattr(typesetting, "_families", lambda *_, **__: [typesetting.MONO])
    write_plan(FULL.add("coping", FULL.of("coping")[1].__class__("z", "\u5728 the sea")))
    done = cope("plan", "print", "-o", str(tmp_path / "plan.pdf"))
    assert done.code == UNEXPECTED
    assert "No font here can print: \u5728" in done.talk
    assert "--format html" in done.talk
    assert not list(tmp_path.glob("plan*"))


def test_the_forms_and_papers_of_the_command_line_are_those_that_there_are() -> None:
    """They stand in two places, since the command line must not load the papers."""
    choices = {option.dest: option.choices for option in PRINT if option.choices}
    assert set(choices["form"]) == set(FORMS)
    assert choices["paper"] == PAPERS


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printer that keeps what it is given."""
    if sys.platform == "win32":
        pytest.skip("there is no lp on Windows")
    program = tmp_path / "bin" / "lp"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/words\ncat > {tmp_path}/printed\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    return tmp_path / "printed"


def test_the_printer_gets_a_pdf_after_it_was_said_that_a_copy_stays(lp: Path) -> None:
    """The job names no plan, and the paper goes along."""
    done = cope("plan", "print", "--to-printer", "--yes", "--paper", "a4")
    assert done.code == OK
    assert done.talk.startswith("The printer’s queue keeps a copy for a while. Others may see it.\n")
    assert lp.read_bytes().startswith(b"%PDF")
    assert (lp.parent / "words").read_text() == "-t pages -o media=A4\n"


def test_nothing_is_printed_where_nobody_can_be_asked(lp: Path) -> None:
    """It needs --yes there."""
    done = cope("plan", "print", "--to-printer")
    assert done.code == USAGE
    assert "--yes" in done.talk
    assert not lp.exists()


@pytest.mark.parametrize(("answer", "printed"), [("1", True), ("", False)])
def test_it_asks_on_a_terminal(lp: Path, answer: str, printed: bool) -> None:
    """After it was said that a copy stays."""
    done = cope("plan", "print", "--to-printer", "--format", "text", types=[answer])
    assert done.code == OK
    assert lp.exists() == printed


def test_a_printer_that_does_not_take_it_is_told(lp: Path) -> None:
    """And what to do instead."""
    (lp.parent / "bin" / "lp").write_text("#!/bin/sh\nexit 1\n")
    done = cope("plan", "print", "--to-printer", "--yes")
    assert done.code == UNEXPECTED
    assert "The printer did not take it." in done.talk


def test_a_computer_without_lp_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file is offered."""
    monkeypatch.setenv("PATH", str(tmp_path))
    done = cope("plan", "print", "--to-printer", "--yes")
    assert done.code == NOTHING_FOUND
    assert "-o plan.pdf" in done.talk
