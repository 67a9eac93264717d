"""The smallest Textual app there is: what a full screen costs before it says anything of ours."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneStatic(App[None]):
    """One Static."""

    def compose(self) -> ComposeResult:
        """Yield it."""
        yield Static("one static")


if __name__ == "__main__":
    OneStatic().run()
