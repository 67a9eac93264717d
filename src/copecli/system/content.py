"""Where the program's own words lie: skills, lines, sources, suggestions, the guide to writing a skill.

Invariant: found the same way from a wheel, an sdist and an editable install, without importing anything.
"""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def content_path(*parts: str) -> str:
    """Return the path of a file below `content/`."""
    return os.path.join(_PACKAGE, "content", *parts)


def skills_directory() -> str:
    """Return the directory of the shipped skills.

    Inside the package when installed, beside `src` in a checkout.
    """
    return _installed_or_in_checkout("skills")


def guide_file() -> str:
    """Return the path of the document that teaches how to write a skill."""
    return _installed_or_in_checkout("docs", "skills.md")


def _installed_or_in_checkout(*parts: str) -> str:
    installed = os.path.join(_PACKAGE, *parts)
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), *parts)
