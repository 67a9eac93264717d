"""The one road by which a sentence of ours reaches a person: `_()`.

Invariant: no face and no document prints a sentence of its own that did not pass through here, so a
translation (or a test's pseudo-locale) reaches every one of them. gettext is loaded only when a language
other than English is installed: it costs almost a whole bare interpreter start.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_translate: Callable[[str], str] | None = None


def _(text: str) -> str:
    """Return `text` in the person's language; placeholders are filled by the caller, afterwards."""
    return text if _translate is None else _translate(text)


def N_(text: str) -> str:  # gettext's own name for it
    """Mark `text` for translation where it is declared; the face that shows it calls `_()`."""
    return text


def install(translate: Callable[[str], str] | None) -> None:
    """Use `translate` for every sentence from now on; None goes back to English."""
    global _translate
    _translate = translate
