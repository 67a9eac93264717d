"""What the plan keeps though this version does not know it, for paper: words and lines, no brackets.

Invariant: every word and number of it is there, under the name that it came with.
"""

from __future__ import annotations

from copecli.core import plan_labels as labels
from copecli.core.kept_lines import lines_of, named_lines
from copecli.core.plan_format import key_of
from copecli.core.plan_import import IMPORTED
from copecli.core.plan_markdown import BEFORE_ALL
from copecli.core.text import clean_own, clean_own_line
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = N_("Also kept from the file")


def kept(extra: Mapping[str, object], known: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return (label, value) for each of the unknown keys; `known` are the labels of the fields beside them.

    What came below no heading has no label.
    """
    shown: list[tuple[str, str]] = []
    for key, value in extra.items():
        if key == BEFORE_ALL:
            shown += [("", clean_own(line)) for line in lines_of(value, _(labels.YES), _(labels.NO))]
            continue
        first, *below = named_lines("", value, _(labels.YES), _(labels.NO))
        words = "\n".join(["", *below]) if below else first.removeprefix(":").strip(" ")
        shown.append((_label(key, known), clean_own(words)))
    return shown


def _label(key: str, known: Mapping[str, str]) -> str:
    """Return what a key is called: a known one that came with another kind of value by its label."""
    bare = key
    while bare.endswith(IMPORTED):
        bare = bare.removesuffix(IMPORTED)
    names = {key_of(name): label for name, label in known.items()}
    if bare == key or bare not in names:
        return clean_own_line(key)
    return _("{label}, from the file").format(label=_(names[bare]))
