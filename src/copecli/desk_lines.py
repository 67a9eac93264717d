"""The crisis lines' part of the desk: those of a country, the person's own, and what they pin or hide.

Invariant: a country's file that cannot be read, or a plan, never hides the lines that can.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.errors import CopeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from copecli.core.lines import Country, CrisisLine
    from copecli.core.lines_page import LinesPage, Wish
    from copecli.core.my_lines import Mine
    from copecli.core.opening import Clock
    from copecli.core.plan import Plan
    from copecli.core.reach import Sentence
    from copecli.core.settings import Value
    from copecli.system.config import Config
    from copecli.system.plan_store import Stored


class LinesDesk:
    """What the desk does with crisis lines."""

    environ: Mapping[str, str]
    problems: list[CopeError]

    if TYPE_CHECKING:

        @property
        def config(self) -> Config:
            """The settings."""

        def set(self, key: str, value: Value) -> None:
            """Change a setting."""

        def today(self) -> str:
            """Return today's date, ISO."""

        def look_at_plan(self) -> Plan:
            """Return the plan as it is on disk."""

        def read_plan(self) -> Stored:
            """Return it to be changed."""

        def save_plan(self, stored: Stored, plan: Plan) -> Stored:
            """Save it."""

        def new_id(self) -> str:
            """Return a fresh id for an item."""

    def hours(self, line: CrisisLine) -> tuple[Sentence, ...]:
        """Return in words when a line is open, at this moment."""
        from copecli.core.reach import as_is

        if line.always or not line.opens:  # most of them: nothing to load for these
            return (as_is(line.hours),) if line.hours else ()
        from copecli.core.opening import hours_words

        return hours_words(line, self.clock())

    def clock(self) -> Clock:
        """Return what time it is, here and elsewhere."""
        from copecli.system.lines import over_ssh
        from copecli.system.zones import clock

        return clock(own=not over_ssh(self.environ))

    # whose lines

    def plan_at_hand(self) -> Plan:
        """Return the plan as it is on disk, or an empty one where it cannot be read."""
        try:
            return self.look_at_plan()
        except CopeError:
            from copecli.core.plan import Plan

            return Plan()

    def my_lines(self, *shown: Country | None, plan: Plan | None = None) -> Mine:
        """Return what the person has made of the lines; `shown` are the countries that are there already."""
        from copecli.core.my_lines import Mine, own_lines

        config = self.config
        own = own_lines(self.plan_at_hand() if plan is None else plan)
        here = {country.code for country in shown if country}
        return Mine(own, config.pinned_lines, frozenset(config.hidden_lines), tuple(self._abroad(here)))

    def _abroad(self, here: Iterable[str]) -> Iterator[CrisisLine]:
        """Yield the pinned lines of other countries, as far as they are there."""
        from copecli.system.lines import load_country

        codes = dict.fromkeys(line_id[:2].upper() for line_id in self.config.pinned_lines)
        for code in codes:
            if code not in here:
                try:
                    country = load_country(code)
                except CopeError:
                    continue
                for line in country.lines:
                    if line.id in self.config.pinned_lines:
                        where = ", ".join(filter(None, (line.region, country.name)))
                        yield replace(line, region=where)

    def countries(self, named: Sequence[str] = ()) -> tuple[Country, ...]:
        """Return the countries of these words, else the person's; raise NothingFound or Unreadable.

        Of the person's own, one that cannot be read is passed over, and told of afterwards.
        """
        from copecli.system.lines import country_codes_in, load_country

        if named:
            return tuple(load_country(code) for code in country_codes_in(named))
        found = []
        for code in dict.fromkeys(filter(None, (self.config.country, *self.config.other_countries))):
            try:
                found.append(load_country(code))
            except CopeError as trouble:
                self.problems.append(trouble)
        return tuple(found)

    def lines_page(self, wish: Wish, named: Sequence[str] = ()) -> LinesPage:
        """Return the page of crisis lines; raise NothingFound where no country has such a name."""
        from copecli.core.lines_page import Around, lines_page
        from copecli.system import lines

        places = self.countries(named)
        own_place = bool(named or self.config.country) and bool(places)
        guess = None if own_place else lines.guess_country(self.environ)
        around = Around(
            finders=lines.load_finders(),
            few=() if own_place or guess else lines.load_few(),
            today=self.today(),
            over_ssh=lines.over_ssh(self.environ),
            hours=self.hours,
        )
        mine = self.my_lines(*places, guess)
        return lines_page(places, guess, mine, wish, around, all_of_mine=not named)

    # pins, hiding, own ones

    def pin_line(self, line_id: str, wanted: bool) -> None:
        """Pin a line, after those that are pinned, or take its pin away; raise NotSaved."""
        self.set("pinned-lines", _with(self.config.pinned_lines, line_id, wanted))

    def hide_line(self, line_id: str, wanted: bool) -> None:
        """Hide a line or show it again; raise NotSaved."""
        self.set("hidden-lines", _with(self.config.hidden_lines, line_id, wanted))

    def line_called(self, name: str) -> CrisisLine:
        """Return the line of that id, or the one whose id or name holds it; raise NothingFound."""
        from copecli.core.lines_page import line_called
        from copecli.system.lines import load_country

        code = name[:2].upper()
        places = [*self.countries()]
        if name[2:3] == "-" and code not in [place.code for place in places]:
            try:
                places.append(load_country(code))
            except CopeError:
                pass
        return line_called(name, [line for place in places for line in place.lines])

    def add_own_line(self, name: str, number: str, note: str) -> None:
        """Put a line of the person's own into the plan; raise NotSaved or Unreadable."""
        from copecli.core.plan import LINE, PROFESSIONALS, Item

        stored = self.read_plan()
        item = Item(self.new_id(), name or number, number, kind=LINE, when=note)
        self.save_plan(stored, stored.plan.add(PROFESSIONALS, item))

    def take_out_own_line(self, line_id: str) -> None:
        """Take a line of the person's own out of the plan; an older version keeps it. Raise NotSaved."""
        from copecli.core.my_lines import OWN, is_a_line
        from copecli.core.plan import PEOPLE, PROFESSIONALS

        stored = self.read_plan()
        plan, item_id = stored.plan, line_id.removeprefix(OWN)
        for step in (PROFESSIONALS, PEOPLE):
            kept = tuple(item for item in plan.of(step) if not (item.id == item_id and is_a_line(item)))
            plan = plan.with_step(step, kept)
        self.save_plan(stored, plan)


def _with(ids: Sequence[str], one: str, wanted: bool) -> tuple[str, ...]:
    others = tuple(found for found in ids if found != one)
    return (*others, one) if wanted else others
