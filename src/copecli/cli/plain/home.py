"""Home: the same doors as the TUI's, numbered."""

from __future__ import annotations

from copecli.core.errors import CopeError
from copecli.core.keymap import known
from copecli.core.shared_words import DOORS, FIRST_RUN
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.keymap import Keymap

CHECK_IN, WAVE, WITH_ME = "check-in", "wave", "with-me"


def home(face: Face) -> None:
    """Ask what is needed, again and again, until the person leaves."""
    from copecli.cli.plain.run import tell_problems

    face.say(_("You're here."))
    _welcome_once(face)
    while True:
        tell_problems(face)
        keys = face.desk.keys
        face.say(f"{keys.typed(WITH_ME)}. {_(keys.action(WITH_ME).label)}.")
        _offer(face)
        rows = [(door, _door(face, door)) for door in DOORS]
        door = face.menu(
            _("What do you need right now?"), rows, letters=_letters(keys), back=_("leave."), leave="leave"
        )
        if not door:
            return
        _enter(face, door)
        face.gap()


def _letters(keys: Keymap) -> dict[str, str]:
    """Return the letters that lead through a door, and to what stands beside the doors."""
    doors = [door for door in (*DOORS, CHECK_IN, WAVE, WITH_ME) if door != "help-now"]
    return {key: door for door in doors for key in keys.action(door).keys}


def _offer(face: Face) -> None:
    """Say that there could be a check-in, where the person wants to be told."""
    if face.desk.config.check_in == "never":
        return
    from copecli.core.checkin_offer import OFFER
    from copecli.desk_checkin import offers_check_in

    if offers_check_in(face.desk):
        face.say(f"{face.desk.keys.typed(CHECK_IN)}. {_(OFFER)}.")


def _door(face: Face, door: str) -> str:
    words = _(known(door).label)
    if door == "plan" and any(name.startswith("plan-") for name in face.desk.draft_names()):
        words += " " + _("(you were writing)")
    return words + "."


def _enter(face: Face, door: str) -> None:
    from copecli.cli.plain.help_now import help_now
    from copecli.cli.plain.player import exercise

    face.gap()
    if door == WITH_ME:
        exercise(face, face.desk.with_me())  # nothing is asked after it, either
    elif door == "ground":
        exercise(face, face.desk.default_skill())
        _ask_country_once(face)
    elif door == "choose":
        from copecli.cli.plain.choosing import choose

        skill = choose(face)
        if skill is not None:
            exercise(face, face.desk.chosen(skill))
            _ask_country_once(face)
    elif door == "plan":
        from copecli.cli.plain.plan_home import plan_home

        plan_home(face)
    elif door == CHECK_IN:
        from copecli.cli.plain.checkin import check_in_flow

        check_in_flow(face)
    elif door == WAVE:
        from copecli.cli.plain.wave import ride_out

        ride_out(face)
    elif door == "help-now":
        help_now(face, inside=False)
    else:
        from copecli.cli.plain.more import more

        more(face)


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
