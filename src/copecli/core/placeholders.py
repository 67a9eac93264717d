"""`{name}` in a text: which names it holds, and the text with them filled in.

Invariant: `{{` and `}}` are braces; a lone brace is refused when a skill is read, so filling never fails.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class BraceProblem(ValueError):
    """A brace that neither opens a name nor is doubled."""


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield (piece, is a name) in order."""
    at = 0
    literal = ""
    while at < len(text):
        if text[at : at + 2] in ("{{", "}}"):
            literal += text[at]
            at += 2
        elif text[at] == "{":
            end = text.find("}", at)
            name = text[at + 1 : end] if end > 0 else ""
            if not name or not name.replace("-", "").isalnum():
                raise BraceProblem(text)
            yield literal, False
            yield name, True
            literal = ""
            at = end + 1
        elif text[at] == "}":
            raise BraceProblem(text)
        else:
            literal += text[at]
            at += 1
    yield literal, False


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that `text` asks for; raise BraceProblem where a brace is lost."""
    if "{" not in text and "}" not in text:
        return ()
    return tuple(piece for piece, is_name in _pieces(text) if is_name)


def fill(text: str, value_of: Callable[[str], str]) -> str:
    """Return `text` with each `{name}` replaced by `value_of(name)`."""
    if "{" not in text and "}" not in text:
        return text
    return "".join(value_of(piece) if is_name else piece for piece, is_name in _pieces(text))
