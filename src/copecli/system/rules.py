"""The wording rules, from the file that comes with the program.

Invariant: nothing is kept between calls and nobody's own file is read: the rules are those of this version.
"""

from __future__ import annotations

from copecli.core.wording import Rule, rules_from_document
from copecli.system.content import content_path
from copecli.system.toml import read_toml


def wording_rules() -> tuple[Rule, ...]:
    """Return the shipped wording rules; raise what is wrong with the file: nobody but us writes it."""
    document, _text = read_toml(content_path("wording.toml"))
    return rules_from_document(document)
