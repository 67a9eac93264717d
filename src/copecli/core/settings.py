"""Every setting of the program, declared once: both faces list, explain and change them from this table.

Invariant: a value leaves here checked and in its one spelling, or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.errors import NothingFound, UsageProblem
from copecli.core.fields import FormatProblem
from copecli.core.text import clean_line, nearest
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Value: TypeAlias = str | bool | tuple[str, ...]

CHOICE = "choice"
YES_NO = "yes-no"
COUNTRY = "country"
COUNTRIES = "countries"
LINES = "lines"
SKILLS = "skills"
WORDS = "words"
NOTES = "notes"

# The skill format's own words, written out: importing it costs half a bare start. A test compares the two.
_INVOLVES = (
    "cold", "exertion", "tensing", "breath-pacing", "eyes-closed", "body-touch", "body-scan",
    "taste", "scent", "sound", "imagery", "moving-about",
)  # fmt: skip
_CHANNELS = (
    "sight", "sound", "touch", "smell", "taste", "movement", "breath", "thought", "imagery",
    "writing", "social",
)  # fmt: skip
_ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_LONGEST_ID = 40
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

_YES_NO = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}


@dataclass(frozen=True, slots=True)
class Setting:
    """Something that a person can have their way."""

    key: str
    """As it stands in config.toml and on the command line."""
    label: str
    """A few words (a message id)."""
    help: str
    """One or two plain sentences (a message id)."""
    kind: str
    """One of: choice yes-no country countries lines skills words notes."""
    default: Value
    choices: tuple[str, ...] = ()
    """The words it takes, for `choice` and `words`."""
    listed: bool = True
    """Whether a person sees it; the others are what the program remembers for itself."""

    @property
    def attribute(self) -> str:
        """Return its name in Config."""
        return self.key.replace("-", "_")


SETTINGS = (
    Setting(
        "country",
        N_("Country"),
        N_("Whose emergency numbers and crisis lines are shown. Two letters, such as IE."),
        COUNTRY,
        "",
    ),
    Setting(
        "under-18",
        N_("Under 18"),
        N_("With “yes”, Help now names an adult first, and a line for young people."),
        YES_NO,
        False,
    ),
    Setting(
        "other-countries",
        N_("Other countries"),
        N_("Their crisis lines follow after yours: for travel, or a home elsewhere. Such as IE, NZ."),
        COUNTRIES,
        (),
    ),
    Setting(
        "motion",
        N_("Motion"),
        N_("How much moves on the screen. With “less”, shapes stand still and the words change."),
        CHOICE,
        "auto",
        ("auto", "full", "less"),
    ),
    Setting(
        "theme",
        N_("Colours"),
        N_("Light or dark. “auto” is dark."),
        CHOICE,
        "auto",
        ("auto", "dark", "light"),
    ),
    Setting(
        "plain",
        N_("Line by line"),
        N_("Plain lines in place of a full screen. It reads well with a screen reader."),
        CHOICE,
        "auto",
        ("auto", "yes"),
    ),
    Setting(
        "cursor",
        N_("Cursor"),
        N_("With “show”, the cursor stays on the marked line. Braille displays follow it."),
        CHOICE,
        "auto",
        ("auto", "show"),
    ),
    Setting(
        "leave-out",
        N_("Leave out"),
        N_("What you would rather not do, such as cold. Exercises with it are not offered."),
        WORDS,
        (),
        _INVOLVES,
    ),
    Setting(
        "leave-out-channels",
        N_("Senses to leave out"),
        N_(
            "Senses and ways you would rather not use, such as smell. Those steps are changed or passed over."
        ),
        WORDS,
        (),
        _CHANNELS,
    ),
    Setting(
        "pinned",
        N_("My exercises"),
        N_("They come first in lists. `cope ground` starts the first. Without one, the program picks."),
        SKILLS,
        (),
    ),
    Setting(
        "hidden",
        N_("Hidden exercises"),
        N_("Exercises that you do not want to see."),
        SKILLS,
        (),
    ),
    Setting(
        "check-in",
        N_("Offer a check-in"),
        N_("How often home offers a check-in. It can always be left."),
        CHOICE,
        "never",
        ("never", "daily", "weekly"),
    ),
    Setting(
        "rate-skills",
        N_("Rate exercises"),
        N_("An exercise that you choose then asks for numbers before and after. Each can be left out."),
        YES_NO,
        False,
    ),
    Setting(
        "ask-ending-life",
        N_("Ask about thoughts of ending life"),
        N_(
            "A check-in then asks about thoughts of ending your life. Some find it easier to be asked. "
            "The answer stays in your journal, where others who use this computer could read it. "
            "It is never counted or compared. “I might act” opens Help now."
        ),
        YES_NO,
        False,
    ),
    Setting(
        "save",
        N_("Save"),
        N_("With “no”, what you write is not kept: no plan, no drafts, no notes. Settings are."),
        YES_NO,
        True,
    ),
    Setting("pinned-lines", N_("My crisis lines"), N_("They come first."), LINES, (), listed=False),
    Setting(
        "hidden-lines", N_("Hidden crisis lines"), N_("Lines that are not shown."), LINES, (), listed=False
    ),
    Setting(
        "skill-notes",
        N_("Notes"),
        N_("Your notes to exercises: the exercise, a colon, the note."),
        NOTES,
        (),
        listed=False,
    ),
    Setting(
        "country-asked",
        N_("Country asked"),
        N_("Whether the country was asked for once."),
        YES_NO,
        False,
        listed=False,
    ),
    Setting(
        "welcome-seen",
        N_("Welcome read"),
        N_("Whether the first lines were read."),
        YES_NO,
        False,
        listed=False,
    ),
)


def setting(key: str) -> Setting:
    """Return the setting of that name; raise NothingFound with the nearest ones."""
    for known in SETTINGS:
        if known.key == key:
            return known
    near = nearest(key, keys())
    raise NothingFound(
        N_("There is no setting called “{name}”."),
        do=N_("Near it: {near}.") if near else N_("There are: {all}."),
        name=clean_line(key)[:60],
        near=", ".join(near),
        all=", ".join(keys()),
    )


def keys() -> tuple[str, ...]:
    """Return the names of the settings that a person sees."""
    return tuple(known.key for known in SETTINGS if known.listed)


def parse(key: str, text: str) -> Value:
    """Return the value that a person typed for the setting `key`; raise NothingFound or UsageProblem."""
    known = setting(key)
    try:
        return value_of(known, _from_words(known, text.strip()))
    except FormatProblem as problem:
        what = problem.sentence(_)
        raise UsageProblem(N_("{key}: {problem}."), key=key, problem=what) from None


def _from_words(known: Setting, text: str) -> object:
    if known.kind == YES_NO:
        return _YES_NO.get(text.lower(), text)
    if known.kind in (WORDS, SKILLS, LINES, COUNTRIES):
        return [] if text.lower() == "none" else text.lower().replace(",", " ").split()
    return text.lower() if known.kind == CHOICE else text


def value_of(known: Setting, raw: object) -> Value:
    """Return `raw`, from a parsed document, as the setting's value; raise FormatProblem."""
    if known.kind == YES_NO:
        return _yes_or_no(known, raw)
    if known.kind in (WORDS, SKILLS, NOTES, LINES, COUNTRIES):
        if known.kind == SKILLS and isinstance(raw, str):  # one, as it stood before there could be several
            raw = [raw] if raw else []
        if not isinstance(raw, list):
            raise FormatProblem(known.key, N_("this should be a list, in square brackets"))
        return tuple(dict.fromkeys(_word(known, item) for item in raw))
    return _word(known, raw)


def to_document(value: Value) -> object:
    """Return what stands for `value` in a document."""
    return list(value) if isinstance(value, tuple) else value


def _yes_or_no(known: Setting, raw: object) -> bool:
    found = _YES_NO.get(raw.lower()) if isinstance(raw, str) else raw
    if not isinstance(found, bool):
        raise FormatProblem(known.key, N_("this can be yes or no"))
    return found


def _word(known: Setting, raw: object) -> str:
    if not isinstance(raw, str):
        raise FormatProblem(known.key, N_("this should be text in quotes"))
    if known.kind in (COUNTRY, COUNTRIES):
        return _country(known, raw)
    if known.kind in (SKILLS, LINES):
        return _id(known, raw)
    if known.kind == NOTES:
        return _note(known, raw)
    if raw not in known.choices:
        near = nearest(raw, known.choices, n=1)
        raise FormatProblem(
            known.key,
            N_("“{word}” is not known here; the nearest is “{near}”")
            if near
            else N_("“{word}” is not known here; it can be {words}"),
            word=clean_line(raw)[:60],
            near=near[0] if near else "",
            words=", ".join(known.choices),
        )
    return raw


def _country(known: Setting, raw: str) -> str:
    code = raw.upper()
    if code and not (len(code) == 2 and _LETTERS.issuperset(code)):
        raise FormatProblem(known.key, N_("this should be two letters, such as IE"))
    return code


def _id(known: Setting, raw: str) -> str:
    if not 0 < len(raw) <= _LONGEST_ID or not _ID_LETTERS.issuperset(raw):
        raise FormatProblem(
            known.key,
            N_("“{word}” is no line's name") if known.kind == LINES else N_("“{word}” is no exercise's name"),
            word=clean_line(raw)[:60],
        )
    return raw


def _note(known: Setting, raw: str) -> str:
    skill_id, colon, _text = raw.partition(": ")
    if not colon:
        raise FormatProblem(known.key, N_("this should be an exercise's name, a colon, and a note"))
    _id(known, skill_id)
    return raw
