"""Reading any command line with argparse, and answering a slip of the hand with the nearest right word.

Invariant: what is not understood is one calm sentence and the exit code 2, and argparse's own words reach
nobody.
"""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser
from math import isfinite

from copecli.cli.command import FLAG, NUMBER, ONE_OF, RATING, STEP, WHOLE, WORDS, Command, Option
from copecli.cli.request import Request
from copecli.cli.table import COMMANDS, options_of, takes_value
from copecli.core.errors import UsageProblem
from copecli.core.text import clean_line, nearest
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

NARROWEST, WIDEST = 20, 200
LONGEST_MINUTES = 240


def parse(argv: Sequence[str]) -> Request:
    """Return what `argv` asks; raise UsageProblem."""
    command, rest, asks_help = _command_of(list(argv))
    parser = _parser_of(command)
    request = Request()
    _, strange = parser.parse_known_intermixed_args(rest, namespace=request)
    if strange:
        raise _strange(strange[0], command)
    request.command = command.module
    if request.version and not request.help:
        request.command = "version"
    if asks_help or request.help:
        request.command, request.value = "help", command.words
    request.value = tuple(request.value)
    return request


def _command_of(argv: list[str]) -> tuple[Command, list[str], bool]:
    """Return the command, the words that are left for it, and whether it is about help."""
    places = _places(argv)
    asks_help = bool(places) and argv[places[0]] == "help"
    if asks_help:
        argv = [word for at, word in enumerate(argv) if at != places[0]]
        places = _places(argv)
    if not places:
        return COMMANDS[0], argv, asks_help
    first = argv[places[0]]
    family = [command for command in COMMANDS if command.words[:1] == (first,)]
    if not family:
        raise _unknown(first, {command.words[0] for command in COMMANDS if command.words})
    used = places[:1]
    seconds = {command.words[1] for command in family if len(command.words) == 2}
    if seconds and len(places) > 1:
        alone = next((command for command in family if len(command.words) == 1), None)
        if argv[places[1]] in seconds:
            used = places[:2]
        elif alone is None or not alone.places:  # else it is a place of that one, such as a country
            raise _unknown(argv[places[1]], seconds, first)
    words = tuple(argv[at] for at in used)
    chosen = next(command for command in family if command.words == words)
    return chosen, [word for at, word in enumerate(argv) if at not in used], asks_help


def _places(argv: list[str]) -> list[int]:
    """Return where the words stand that are neither options nor their values."""
    found: list[int] = []
    at = 0
    while at < len(argv):
        word = argv[at]
        if word == "--":
            break
        if word.startswith("-") and word != "-":
            at += 1 if takes_value(word) else 0
        else:
            found.append(at)
        at += 1
    return found


def _unknown(word: str, known: set[str], first: str = "") -> UsageProblem:
    near = nearest(word, known, n=1)
    return UsageProblem(
        N_("There is no command “{name}”."),
        do=N_("Did you mean `cope {near}`?") if near else N_("`cope --help` lists them."),
        name=clean_line(f"{first} {word}")[:60],
        near=f"{first} {near[0]}".strip() if near else "",
    )


def _strange(word: str, command: Command) -> UsageProblem:
    if not word.startswith("-") or word == "-":
        return UsageProblem(N_("“{word}” is one word too many."), do=_HELP, word=clean_line(word)[:60])
    name = word.split("=")[0]
    known = [name for option in options_of(command) for name in option.names if name.startswith("--")]
    near = nearest(name, known, n=1)
    return UsageProblem(
        N_("There is no option “{word}” here."),
        do=N_("Did you mean {near}?") if near else _HELP,
        word=clean_line(name)[:60],
        near=near[0] if near else "",
    )


_HELP = N_("`cope --help` says more.")


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say in our words what argparse found wrong: nearly always an option that stands alone."""
        name = next((word for word in message.replace(",", "").split() if word.startswith("-")), "")
        option = name.split("/")[0].rstrip(":")
        if option and "expected" in message:
            raise UsageProblem(
                N_("A word is missing after {option}."), do=_HELP, option=clean_line(option)[:60]
            )
        if option:
            raise UsageProblem(
                N_("{option} takes no word with it."), do=_HELP, option=clean_line(option)[:60]
            )
        raise UsageProblem(N_("That could not be read."), do=_HELP)


def _parser_of(command: Command) -> ArgumentParser:
    parser = _Parser(prog="cope", add_help=False, allow_abbrev=False)
    for option in options_of(command):
        if option.kind == FLAG:
            parser.add_argument(*option.names, dest=option.dest, action="store_true", default=SUPPRESS)
        else:  # a default of "" would be read like a word
            parser.add_argument(*option.names, dest=option.dest, type=_reader(option), default=SUPPRESS)
    for place in command.places:
        default: object = () if place.many else ""
        parser.add_argument(place.dest, nargs="*" if place.many else "?", default=default)
    return parser


def _reader(option: Option) -> Callable[[str], object]:
    """Return what turns the word after the option into its value; it raises UsageProblem."""
    if option.kind == NUMBER:
        return lambda word: _number(word, option.names[-1], 0, LONGEST_MINUTES)
    if option.kind == WHOLE:
        return lambda word: int(_number(word, option.names[-1], NARROWEST, WIDEST))
    if option.kind == RATING:
        return _rating
    if option.kind == WORDS:
        return _one_more(option.names[-1])
    if option.kind == ONE_OF:
        return lambda word: _one_of(word, option)
    return _step if option.kind == STEP else lambda word: _text(word, option.names[-1])


def _one_more(name: str) -> Callable[[str], tuple[str, ...]]:
    """Return what adds a word to those that the option took before."""
    said: list[str] = []

    def read(word: str) -> tuple[str, ...]:
        said.append(_text(word, name))
        return tuple(said)

    return read


def _one_of(word: str, option: Option) -> str:
    if word.lower() in option.choices:
        return word.lower()
    near = nearest(word, option.choices, n=1)
    raise UsageProblem(
        N_("{option} takes {names}."),
        do=N_("Did you mean {near}?") if near else "",
        option=option.names[-1],
        names=", ".join(option.choices),
        near=near[0] if near else "",
    )


def _text(word: str, name: str) -> str:
    if not word.strip():
        raise UsageProblem(N_("The word after {option} is empty."), do=_HELP, option=name)
    return word


def _number(word: str, name: str, low: float, high: float) -> float:
    try:
        value = float(word)
    except ValueError:
        value = float("nan")
    if isfinite(value) and low <= value <= high and value > 0:
        return value
    raise UsageProblem(
        N_("{option} takes a number, {low} to {high}."),
        option=name,
        low=f"{low or 1:g}",
        high=f"{high:g}",
    )


def _rating(word: str) -> int:
    from copecli.core.records import HIGHEST

    if word.isascii() and word.isdecimal() and len(word) < 4 and int(word) <= HIGHEST:
        return int(word)
    raise UsageProblem(N_("I can read numbers from 0 to 10."))


def _step(word: str) -> str:
    from copecli.core.plan import STEPS
    from copecli.core.plan_words import step_called

    step = step_called(word)
    if step is None:
        raise UsageProblem(
            N_("The plan has no step “{word}”. It has 1 to {last}, or {names}."),
            word=clean_line(word)[:60],
            last=str(len(STEPS)),
            names=", ".join(STEPS),
        )
    return step
