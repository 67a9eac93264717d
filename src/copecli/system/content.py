"""Where the program's own words lie: skills, lines, sources, suggestions.

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
    installed = os.path.join(_PACKAGE, "skills")
    if os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "skills")
