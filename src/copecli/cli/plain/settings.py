"""Settings, line by line: each with what it does; the country by code or by name."""

from __future__ import annotations

from copecli.cli.plain.face import leaves
from copecli.cli.plain.help_now import told
from copecli.core.errors import CopeError
from copecli.core.settings import CHOICE, COUNTRY, YES_NO, Setting, keys, parse, setting
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.settings import Value


def settings(face: Face) -> None:
    """List the settings and change one at a time."""
    while True:
        rows = [(key, f"{_(setting(key).label)}: {_value(face, setting(key))}.") for key in keys()]
        key = face.menu(_("Settings."), rows)
        if not key:
            return
        if setting(key).kind == COUNTRY:
            choose_country(face)
        else:
            _change(face, setting(key))
        face.gap()


def _value(face: Face, known: Setting) -> str:
    from copecli.cli.commands.config import in_words

    value = face.desk.config.get(known.key)
    if known.kind == COUNTRY and isinstance(value, str) and value:
        return face.desk.country_name(value)
    return in_words(value)


def _change(face: Face, known: Setting) -> None:
    face.say(_(known.help))
    if known.kind in (CHOICE, YES_NO):
        choices = known.choices or ("yes", "no")
        chosen = face.menu("", [(choice, _(choice)) for choice in choices])
        if chosen:
            _set(face, known, chosen)
        return
    if known.choices:
        face.say(_("It can be: {words}.").format(words=", ".join(known.choices)))
    words = face.words(
        lambda: face.say(_("Type them, with blanks between. “none” empties it. Enter leaves it."))
    )
    if words and not leaves(words):
        _set(face, known, words)


def _set(face: Face, known: Setting, words: str) -> None:
    try:
        _save(face, known, parse(known.key, words))
    except CopeError as trouble:
        told(face, trouble)


def _save(face: Face, known: Setting, value: Value) -> None:
    try:
        face.desk.set(known.key, value)
    except CopeError as trouble:
        told(face, trouble)
        face.say(_("It holds until you leave."))
    face.say(f"{_(known.label)}: {_value(face, known)}.")


def choose_country(face: Face) -> None:
    """Ask for the country; the clock's guess is offered, and leaving it open is fine."""
    from copecli.system.lines import country_code

    guess = face.desk.config.country or face.desk.guessed_country()

    def ask() -> None:
        face.say(
            _("Which country are you in?"), _("It picks the crisis lines that are shown. It stays here.")
        )
        if guess:
            face.say(
                _("Maybe {country}: then type {code}.").format(
                    country=face.desk.country_name(guess), code=guess
                )
            )
        face.say(_("Type its name or its code. Enter leaves it open."))

    while words := face.words(ask):
        if leaves(words):
            return
        try:
            code = country_code(words)
        except CopeError as trouble:
            told(face, trouble)
            continue
        _save(face, setting("country"), code)
        return
