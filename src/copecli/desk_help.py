"""Help now's part of the desk: its numbers, its people, and what a paper needs to know of a country.

Invariant: help is there whatever is broken, missing or not yet chosen.
"""

from __future__ import annotations

from copecli.core.errors import CopeError
from copecli.desk_lines import LinesDesk
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copecli.core.helpnow import HelpNow
    from copecli.core.plan import Plan
    from copecli.documents.forms import Home
    from copecli.system.config import Config


class HelpDesk(LinesDesk):
    """Who helps: near, and in the country of the person."""

    environ: Mapping[str, str]

    if TYPE_CHECKING:

        @property
        def config(self) -> Config:
            """The settings."""

        def today(self) -> str:
            """Return today's date, ISO."""

    def help_now(self) -> HelpNow:
        """Return Help now for this person, whatever is broken; never raise."""
        from copecli.core.helpnow import help_now
        from copecli.core.reach import as_is
        from copecli.system import lines

        trouble: CopeError | None = None
        country = None
        try:
            if self.config.country:
                country = lines.load_country(self.config.country)
        except CopeError as found:
            trouble = found
        guess = lines.guess_country(self.environ) if country is None else None
        plan = self.plan_at_hand()
        return help_now(
            country,
            guess,
            _people_in(plan),
            lines.load_finders(),
            young=self.config.under_18,
            few=lines.load_few() if country is None else (),
            today=self.today(),
            over_ssh=lines.over_ssh(self.environ),
            trouble=as_is(trouble.sentence(_)) if trouble else None,
            mine=self.my_lines(country or guess, plan=plan),
            hours=self.hours,
        )

    def guessed_country(self) -> str:
        """Return the country of this computer's time zone, or nothing; over ssh it is the server's."""
        from copecli.system import lines

        guess = lines.guess_country(self.environ)
        return guess.code if guess else ""

    def country_name(self, code: str) -> str:
        """Return the name of a country, or its code where the name is not known."""
        from copecli.system.lines import country_names

        return country_names().get(code, code)

    def people(self) -> tuple[tuple[str, str, str], ...]:
        """Return (name, number, number for texts) of those who may be asked for help.

        Nobody where the plan cannot be read, and nobody who has no number.
        """
        return _people_in(self.plan_at_hand())

    def home(self) -> Home:
        """Return what a paper needs to know of the person's country, as far as they have named it."""
        from copecli.core.lines import call_first
        from copecli.core.plan_labels import DANGER_IN
        from copecli.documents.forms import Home
        from copecli.system.lines import load_country

        code = self.config.country
        try:
            country = load_country(code) if code else None
        except CopeError:
            return Home(code)  # Help now tells of it; a paper has the usual words
        numbers = call_first(country.emergency) if country else ()
        if not country or not numbers:
            return Home(code)
        called = _(" or ").join(numbers)
        return Home(code, _(DANGER_IN).format(country=country.in_words, numbers=called))


def _people_in(plan: Plan) -> tuple[tuple[str, str, str], ...]:
    """Return those of the plan who may be asked; a crisis line in it stands among the lines instead."""
    from copecli.core.my_lines import is_a_line
    from copecli.core.plan import PEOPLE, PROFESSIONALS
    from copecli.core.plan_people import to_reach

    found = (item for item in to_reach(plan, PEOPLE, PROFESSIONALS) if not is_a_line(item))
    return tuple((item.text, item.phone.strip(), item.sms.strip()) for item in found)
