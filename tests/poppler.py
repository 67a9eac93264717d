"""Poppler's view of a PDF, where its programs are installed: a second reader, and where each word stands.

Invariant: without it there is nothing to look at, and no test fails for want of it but where COPECLI_CI=1.
"""

from __future__ import annotations

import os
import re
import subprocess
from shutil import which
from typing import NamedTuple

IN_CI = os.environ.get("COPECLI_CI") == "1"


class Word(NamedTuple):
    """A word on paper, in points from the left and from the top of its page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def texts_by_poppler(pdf: bytes) -> list[list[str]]:
    """Return the text of each page, once; nothing without poppler."""
    made = _pdftotext(pdf)
    return [made.split("\f")[:-1]] if made else []


def words_by_poppler(pdf: bytes) -> list[Word]:
    """Return where each word of the file stands; nothing without poppler."""
    found = []
    for number, page in enumerate(_pdftotext(pdf, "-bbox").split("<page ")[1:], start=1):
        for word in re.findall(
            r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', page
        ):
            left, top, right, bottom = map(float, word[:4])
            found.append(Word(number, left, top, right, bottom, word[4]))
    return found


def _pdftotext(pdf: bytes, *words: str) -> str:
    program = which("pdftotext")
    assert program or not IN_CI, "poppler-utils is missing"
    if not program:
        return ""
    return subprocess.run(
        [program, *words, "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
