"""The page of crisis lines while somebody looks at it: which country, which wish, and what is kept of it.

Invariant: looking at another country changes no setting; it becomes one's own only where that is asked.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core import lines_page as said
from copecli.core.own_line import own_line_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.form import Answers
    from copecli.core.lines_page import LinesPage, Wish
    from copecli.core.reach import Sentence
    from copecli.desk import Desk


class LinesAtHand:
    """What is looked at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._place = ""
        self.wish: Wish = said.Wish()

    @property
    def page(self) -> LinesPage:
        """Return the page as it is now; raise Unreadable."""
        return self._desk.lines_page(self.wish, (self._place,) if self._place else ())

    def ways(self, page: LinesPage) -> tuple[tuple[str, Sentence], ...]:
        """Return (id, words) of what can be done with it."""
        config = self._desk.config
        return said.ways_on(
            page,
            away=bool(self._place),
            settled=bool(config.country),
            follows=self._place in config.other_countries,
        )

    def look_at(self, code: str) -> None:
        """Look at another country; one's own, or nothing, leads home."""
        self._place = "" if code == self._desk.config.country else code

    def look_for(self, for_whom: str) -> None:
        """Look for lines for these people."""
        self.wish = replace(self.wish, for_whom=for_whom)

    def by_text(self) -> None:
        """Look for lines by text, or for all again."""
        self.wish = replace(self.wish, by_text=not self.wish.by_text)

    def take(self, way: str) -> None:
        """Do what one of the ways says, as far as it needs no further word; raise NotSaved."""
        match way:
            case said.BY_TEXT:
                self.by_text()
            case said.ALL:
                self.wish = said.Wish()
            case said.HOME:
                self._place = ""
            case said.MAKE_MINE:
                place, self._place = self._place, ""
                self._desk.set("country", place)
            case said.FOLLOW:
                others = self._desk.config.other_countries
                kept = tuple(code for code in others if code != self._place)
                self._desk.set("other-countries", kept if self._place in others else (*kept, self._place))

    def add(self, answers: Answers) -> bool:
        """Keep a line of the person's own; return whether there was anything to keep. Raise NotSaved."""
        found = own_line_of(answers)
        if found is not None:
            self._desk.add_own_line(*found)
        return found is not None
