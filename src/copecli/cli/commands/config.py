"""`cope config`: the settings, one at a time or all."""

from __future__ import annotations

from copecli.core.errors import OK, UsageProblem
from copecli.core.settings import COUNTRIES, COUNTRY, SKILLS, keys, parse, setting, to_document
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.settings import Value


def list_all(call: Call) -> int:
    """Print every setting with its value."""
    config = call.desk.config
    if call.request.json:
        _print_json(call, {key: to_document(config.get(key)) for key in keys()})
        return OK
    call.world.say(*(f"{key}: {in_words(config.get(key))}" for key in keys()))
    return OK


def get(call: Call) -> int:
    """Print one value."""
    value = call.desk.config.get(setting(_key(call)).key)
    if call.request.json:
        _print_json(call, to_document(value))
    else:
        call.world.say(in_words(value))
    return OK


def change(call: Call) -> int:
    """Change one setting; a country may be named, an exercise must be there."""
    key, words = _key(call), " ".join(call.request.value)
    known = setting(key)
    if not words:
        raise UsageProblem(
            N_("A value is missing after {key}."), do=N_("“none” empties a setting."), key=known.key
        )
    call.desk.set(key, checked(call, key, words))
    call.world.talk(_("{key} is now: {value}").format(key=key, value=in_words(call.desk.config.get(key))))
    return OK


def checked(call: Call, key: str, words: str) -> Value:
    """Return the value that `words` mean for `key`; raise where it means nothing that is there."""
    kind = setting(key).kind
    if kind == COUNTRY:
        from copecli.system.lines import country_code

        words = "" if words.lower() == "none" else country_code(words)
    elif kind == COUNTRIES and words.lower() != "none":
        from copecli.system.lines import country_codes_in

        words = " ".join(country_codes_in([words]))
    value = parse(key, words)
    if kind == SKILLS and isinstance(value, tuple):
        for skill_id in value:
            call.desk.skill(skill_id)
    return value


def in_words(value: Value) -> str:
    """Return a value as a person types it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return (value if isinstance(value, str) else " ".join(value)) or _("none")


def _key(call: Call) -> str:
    if not call.request.key:
        raise UsageProblem(N_("Which setting? There are: {all}."), all=", ".join(keys()))
    return call.request.key


def _print_json(call: Call, value: object) -> None:
    from copecli.cli.as_json import as_json

    call.world.say(as_json(value))
