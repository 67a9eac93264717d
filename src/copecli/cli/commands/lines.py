"""`cope lines`: the crisis lines of a country that two sources agree on, with the dates."""

from __future__ import annotations

from copecli.cli.commands.now import HOW
from copecli.cli.reach_words import ended, fitted, reach_lines, section_lines
from copecli.core.errors import OK
from copecli.core.reach import reach_line
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.lines import Country


def run(call: Call) -> int:
    """Print the lines of the country that was named, else of the person's, else of the clock's."""
    from copecli.system.lines import guess_country, load_country

    asked = call.request.country or call.desk.config.country
    country = load_country(asked) if asked else None
    guess = None if country else guess_country(call.world.environ)
    if call.request.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json(country or guess))
        return OK
    lines = _of(call, country, guess)
    call.world.say(*fitted(lines, call.width()))
    return OK


def _of(call: Call, country: Country | None, guess: Country | None) -> list[str]:
    from copecli.core.helpnow import help_now
    from copecli.system.lines import load_few, load_finders, over_ssh

    desk = call.desk
    found = help_now(
        country,
        guess,
        (),
        load_finders(),
        few=() if country or guess else load_few(),
        today=desk.today(),
        over_ssh=over_ssh(call.world.environ),
    )
    place = country or guess
    lines = section_lines(found.emergency, {"country": HOW["country"]})
    if place is None or not place.lines:
        return [*lines, "", *section_lines(found.lines, {})]
    lines += ["", ended(_("Crisis lines in {country}:").format(country=place.in_words))]
    for line in place.lines:
        lines += ["", *reach_lines(reach_line(line, desk.today()), details=True)]
    return lines
