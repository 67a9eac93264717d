"""Setting a sheet with typst, in the fonts that are at hand.

Invariant: only fonts that draw a script as it is written are asked, the one that reads best first; no box and
no blank ever stands for a character.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.cells import clusters
from copecli.core.errors import NotSaved
from copecli.documents.pdf_layout import PROBE
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeAlias

    Choose: TypeAlias = "Callable[[Callable[[Sheet], Any]], Sheet | None]"

SERIF = "Libertinus Serif"
"""Comes with typst, so a plan looks the same everywhere: Latin, Greek, Cyrillic, Hebrew."""
SANS = ("atkinson hyperlegible", "noto sans", "liberation sans", "arial", "helvetica neue", "dejavu sans")
"""Easier for weak eyes, so large print takes the first of them that is there."""
FOR_SCRIPTS = (
    "noto naskh arabic", "noto sans arabic", "geeza pro", "segoe ui", "arial", "dejavu sans",
    "noto sans devanagari", "kohinoor devanagari", "nirmala ui", "mangal", "lohit devanagari",
    "noto sans cjk sc", "noto serif cjk sc", "pingfang sc", "microsoft yahei", "wenquanyi zen hei",
    "wenquanyi micro hei", "hiragino sans", "yu gothic", "malgun gothic", "apple sd gothic neo",
    "leelawadee ui", "thonburi",
)  # fmt: skip
"""The systems' own, in small letters; asked before any other that might have the character."""
MONO = "DejaVu Sans Mono"
"""Comes with typst; has Arabic, with letters that join."""
NEVER = ("New Computer Modern", "LastResort", "Adobe Blank", "Unifont")
"""They draw boxes, or take a script's letters apart."""

_INSTEAD = N_("A web page shows all of it: `cope plan print --format html -o plan.html`.")

MOST_NAMED = 40
"""Characters that are named at once, of those that cannot be printed."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is set, and how."""

    layout: str
    """In typst's language."""
    data: dict[str, Any]
    size: float
    """Points."""
    paper: str
    """As typst calls it."""
    sans: bool = False


def fitting(sheets: Sequence[Sheet], choose: Choose, instead: str = _INSTEAD) -> bytes | None:
    """Return as PDF the one of `sheets` that `choose` takes; None where it takes none.

    It is handed a function that returns what a sheet says of itself. The first sheet has each character of
    the others. Raise NotSaved where one cannot be printed, or where there is no typst; `instead` (a message
    id) says what to do then.
    """
    try:
        import typst
    except ImportError as error:
        raise NotSaved(
            N_("Making a PDF needs typst, and it is not installed here."),
            safe=N_("Nothing was written."),
            do=instead,
        ) from error
    try:
        return _fitting(sheets, choose, typst.Fonts(), instead)
    except (typst.TypstError, ValueError) as error:
        raise NotSaved(
            N_("The PDF could not be made."), safe=N_("Nothing was written."), do=instead
        ) from error


def _fitting(sheets: Sequence[Sheet], choose: Choose, fonts: Any, instead: str) -> bytes | None:
    names = _families(fonts, sans=sheets[0].sans, every=False)
    if _unprintable(sheets[0], fonts, names, 1):
        names = _families(fonts, sans=sheets[0].sans, every=True)
        if unknown := _unprintable(sheets[0], fonts, names, MOST_NAMED):
            raise _refusal(unknown, instead)
    chosen = choose(lambda sheet: _told(sheet, fonts, names))
    return None if chosen is None else _set(chosen, fonts, names)


def _families(fonts: Any, *, sans: bool, every: bool) -> list[str]:
    there = {name.lower(): name for name in fonts.families() if not name.startswith((*NEVER, "."))}
    wanted = [*(SANS if sans else ()), SERIF.lower(), *FOR_SCRIPTS]
    known = [there[name] for name in wanted if name in there]
    others = [name for name in there.values() if every or name.startswith("Noto ")]
    return list(dict.fromkeys([*known, *others, MONO]))


def _unprintable(sheet: Sheet, fonts: Any, names: list[str], most: int) -> str:
    """Return up to `most` characters that none of the fonts has."""
    from typst import TypstError

    found = ""
    while len(found) < most:
        try:
            _set(sheet, fonts, names, without=found)
        except TypstError as trouble:
            named = _named_in(str(trouble))
            written = _inputs(sheet, names, found)["plan"]
            missing = _culprits(named, written, lambda text: _prints(text, sheet.data, fonts, names))
            if not missing.strip(found):
                raise
            found += missing
        else:
            break
    return found


def _culprits(named: str, written: str, prints: Callable[[str], bool]) -> str:
    """Return the characters that cannot be printed, where typst names `named` as what could not.

    Of a letter with its marks it names the letter alone, though it may be a mark that no font has.
    """
    alone = "".join(c for c in dict.fromkeys(named) if not c.isspace() and not prints(c))
    if alone or not named:
        return alone
    joined = dict.fromkeys(each for each in clusters(written) if each[0] in named and len(each) > 1)
    for cluster in joined:
        if not prints(cluster):
            later = dict.fromkeys(cluster[1:])
            return "".join(c for c in later if not prints(cluster[0] + c)) or "".join(later)
    return "".join(c for c in dict.fromkeys(named) if not c.isspace())


def _prints(text: str, data: dict[str, Any], fonts: Any, names: list[str]) -> bool:
    from typst import TypstError

    small = {name: data[name] for name in ("title", "language")}
    try:
        _set(Sheet(PROBE, {**small, "text": text}, 10.0, "a4"), fonts, names)
    except TypstError:
        return False
    return True


def _named_in(message: str) -> str:
    """Return what typst says that it could not display: a text in quotes, as Rust writes one."""
    _, mark, rest = message.partition('the text `"')
    text, end, _ = rest.partition('"` could not be displayed')
    return _unquoted(text) if mark and end else ""


def _unquoted(text: str) -> str:
    pieces = text.split("\\u{")
    shown = [pieces[0]]
    for piece in pieces[1:]:
        code, _, rest = piece.partition("}")
        shown += [chr(int(code, 16)), rest]
    return "".join(shown).replace('\\"', '"').replace("\\\\", "\\")


def _set(sheet: Sheet, fonts: Any, names: list[str], *, without: str = "") -> bytes:
    import typst

    # PDF/UA-1: marked up to be read aloud, and refused where a font lacks a character
    made, _ = typst.compile_with_warnings(
        sheet.layout.encode(),
        font_paths=fonts,
        sys_inputs=_inputs(sheet, names, without),
        format="pdf",
        pdf_standards=["ua-1"],
    )
    return bytes(made)


def _told(sheet: Sheet, fonts: Any, names: list[str]) -> Any:
    """Return what the sheet says of itself."""
    import json

    import typst

    answer = typst.query(
        sheet.layout.encode(),
        "<told>",
        field="value",
        one=True,
        font_paths=fonts,
        sys_inputs=_inputs(sheet, names, ""),
    )
    return json.loads(answer)


def _inputs(sheet: Sheet, names: list[str], without: str) -> dict[str, str]:
    import json

    data = {**sheet.data, "fonts": names}
    gone = dict.fromkeys(map(ord, without), "x")
    written = json.dumps(data, ensure_ascii=False).translate(gone)
    return {"plan": written, "size": str(sheet.size), "paper": sheet.paper}


def _refusal(unknown: str, instead: str) -> NotSaved:
    return NotSaved(
        N_("No font here can print: {characters}."),
        safe=N_("Nothing was written."),
        do=instead,
        characters=" ".join(dict.fromkeys(unknown)),
    )
