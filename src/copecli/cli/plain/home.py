"""Home: the same doors as the TUI's, numbered."""

from __future__ import annotations

from copecli.core.actions import action
from copecli.core.chain_words import MAP_DOOR
from copecli.core.checkin_words import CHECK_IN_DOOR, GOOD_DOOR
from copecli.core.errors import CopeError
from copecli.core.plan_keeping import TAKE_IN
from copecli.core.shared_words import ABOUT, DOORS, FIRST_RUN
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face

CHECK_IN = "check-in"


def home(face: Face) -> None:
    """Ask what is needed, again and again, until the person leaves."""
    from copecli.cli.plain.run import tell_problems

    face.say(_("You're here."))
    _welcome_once(face)
    letters = {action(door).keys[0]: door for door in (*DOORS, CHECK_IN) if door != "help-now"}
    while True:
        tell_problems(face)
        _offer(face)
        rows = [(door, _door(face, door)) for door in DOORS]
        door = face.menu(_("What do you need right now?"), rows, letters=letters, back=_("leave."))
        if not door:
            return
        _enter(face, door)
        face.gap()


def _offer(face: Face) -> None:
    """Say that there could be a check-in, where the person wants to be told."""
    if face.desk.config.check_in == "never":
        return
    from copecli.core.checkin_offer import OFFER
    from copecli.desk_checkin import offers_check_in

    if offers_check_in(face.desk):
        face.say(f"{action(CHECK_IN).keys[0]}. {_(OFFER)}.")


def _door(face: Face, door: str) -> str:
    words = _(action(door).label)
    if door == "plan" and any(name.startswith("plan-") for name in face.desk.draft_names()):
        words += " " + _("(you were writing)")
    return words + "."


def _enter(face: Face, door: str) -> None:
    from copecli.cli.plain.help_now import help_now
    from copecli.cli.plain.player import exercise

    face.gap()
    if door == "ground":
        exercise(face, face.desk.default_skill())
        _ask_country_once(face)
    elif door == "choose":
        from copecli.cli.plain.ending import choose

        skill = choose(face)
        if skill is not None:
            exercise(face, skill)
            _ask_country_once(face)
    elif door == "plan":
        from copecli.cli.plain.plan_home import plan_home

        plan_home(face)
    elif door == CHECK_IN:
        _check_in(face)
    elif door == "help-now":
        help_now(face, inside=False)
    else:
        _more(face)


def _check_in(face: Face) -> None:
    from copecli.cli.plain.checkin import check_in_flow

    check_in_flow(face)


def _welcome_once(face: Face) -> None:
    """Say at the very first start what this is; nothing waits for it to be read."""
    if face.desk.config.welcome_seen:
        return
    face.say(*(_(line) for line in FIRST_RUN[:-1]))
    _remember(face, "welcome-seen")


def _ask_country_once(face: Face) -> None:
    """Ask for the country after the first thing that was done, and never again."""
    config = face.desk.config
    if not config.country and not config.country_asked:
        from copecli.cli.plain.settings import choose_country

        _remember(face, "country-asked")
        choose_country(face)


def _remember(face: Face, key: str) -> None:
    try:
        face.desk.set(key, True)
    except CopeError:
        pass  # it is asked again next time; nothing is lost


def _more(face: Face) -> None:
    rows = [
        ("settings", _("Settings.")),
        ("keys", _("Keys.")),
        ("about", _("What this is.")),
        ("take-in", _(TAKE_IN)),
        (CHECK_IN, _(CHECK_IN_DOOR) + "."),
        ("good", _(GOOD_DOOR) + "."),
        ("map", _(MAP_DOOR) + "."),
    ]
    while chosen := face.menu(_("More."), rows):
        _open(face, chosen)
        face.gap()


def _open(face: Face, chosen: str) -> None:
    if chosen == "settings":
        from copecli.cli.plain.settings import settings

        settings(face)
    elif chosen == CHECK_IN:
        _check_in(face)
    elif chosen == "good":
        from copecli.cli.plain.checkin import good_flow

        good_flow(face)
    elif chosen == "map":
        from copecli.cli.plain.maps import map_flow

        map_flow(face)
    elif chosen == "keys":
        _keys(face)
    elif chosen == "about":
        place = face.desk.paths.data or _("nowhere, for no home folder was found")
        face.say(*(_(line).format(place=place) for line in ABOUT))
    else:
        from copecli.cli.plain.plan_take_in import take_in

        take_in(face)


def _keys(face: Face) -> None:
    face.say(
        _("A number, then Enter, chooses from a list."),
        _("h, then Enter, opens Help now, from anywhere."),
        _("While you write, it is /h."),
        _("In an exercise Enter goes on. b goes back. s leaves a step out. p pauses. q stops."),
        _("Ctrl+C leaves at once."),
    )
