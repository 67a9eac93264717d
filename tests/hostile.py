"""Skill files that are wrong in every way we know: slips of a careful writer, and files made to do harm.

Invariant: each is refused; `where` and `said` are what its refusal says.
"""

from __future__ import annotations

from dataclasses import dataclass

HEAD = 'format = 1\ntitle = "Look"\nfamily = "grounding"\nsummary = "Look around."\n'
STEP = '[[steps]]\nkind = "say"\ntext = "Look around."\n'
GOOD = HEAD + STEP
"""Seven lines that are a whole skill."""
SAY = 'kind = "say"\ntext = "a"'


def steps(*found: str) -> str:
    """Return a skill file with these steps: the first one's keys begin in line 6."""
    return HEAD + "".join(f"[[steps]]\n{step}\n" for step in found)


def titled(toml: str) -> str:
    """Return a skill file with this as its title, in line 2."""
    return GOOD.replace('"Look"', toml)


def first(line: str) -> str:
    """Return a skill file with a line before all others."""
    return f"{line}\n{GOOD}"


@dataclass(frozen=True)
class Wrong:
    """A file that must be refused."""

    name: str
    text: str
    where: str
    """Line and key, as the refusal names them; empty where it can name neither."""
    said: str
    """How its reason begins."""
    encoding: str = "utf-8"


ONLY_ONE = "this should be 1, the only format there is"
NOT_TOML = "this is not TOML: "
LONG_LINE = "this line is too long"
MANY_PARTS = "this key has too many parts"
TOO_DEEP = "this is nested too deeply"
LONG_NUMBER = "a number in it is too long"

# fmt: off
WRONG = (
    # slips
    Wrong("empty", "", "format", ONLY_ONE),
    Wrong("another format", GOOD.replace("= 1", "= 2"), "line 1, format", ONLY_ONE),
    Wrong("key missing", GOOD.replace("title", "#"), "title", "this key is missing"),
    Wrong("slip of a key that has to be there", GOOD.replace("family", "famly"),
          "line 3, famly", "this key is not known; the nearest is family"),
    Wrong("slip of a key", first('sumary = "x"'),
          "line 1, sumary", "this key is not known; the nearest is summary"),
    Wrong("slip in a step", steps(SAY + "\nsecond = 5"),
          "line 8, steps[0].second", "this key is not known; the nearest is seconds"),
    Wrong("slip of a word", GOOD.replace("grounding", "groundin"),
          "line 3, family", "“groundin” is not known here; the nearest is “grounding”"),
    Wrong("slip of a kind", steps('kind = "sya"'),
          "line 6, steps[0].kind", "“sya” is not known here; the nearest is “say”"),
    Wrong("slip of a step", steps(SAY + '\nnext = "b"', SAY + '\nid = "bb"'),
          "line 8, steps[0].next", "there is no step “b”; the nearest is “bb”"),
    Wrong("number for text", titled("5"), "line 2, title", "this should be text in quotes"),
    Wrong("empty text", titled('""'), "line 2, title", "this text is empty"),
    Wrong("text for a list", first('states = "numb"'),
          "line 1, states", "this should be a list, in square brackets"),
    Wrong("text for a number", steps(SAY + '\nseconds = "5"'),
          "line 8, steps[0].seconds", "this should be a number"),
    Wrong("list for a table", first("adapt = []"),
          "line 1, adapt", "this should be a table, in curly brackets"),
    Wrong("table for a list", HEAD + "[steps]\n", "line 5, steps", "this should be a list of tables"),
    Wrong("no steps", HEAD, "steps", "this key is missing"),
    Wrong("no time", first("minutes = [5, 2]"), "line 1, minutes", "the lower number comes first"),
    Wrong("two ids", steps(SAY + '\nid = "a"', SAY + '\nid = "a"'),
          "line 12, steps[1].id", "two steps are called “a”"),
    Wrong("unknown placeholder", steps('kind = "say"\ntext = "{weekda}"'),
          "line 7, steps[0].text", "{weekda} is not known; the nearest is {weekday}"),
    Wrong("lone brace", steps('kind = "say"\ntext = "{"'),
          "line 7, steps[0].text", "a brace stands alone; write {{ for a brace"),
    Wrong("variant without words", first('adapt = { no-sight = "variant" }'),
          "line 1, adapt", "“variant” needs at least one step with an “instead”"),
    Wrong("two values", GOOD + "x = 1 2\n", "line 8", NOT_TOML),
    Wrong("a key twice", GOOD + 'text = "b"\n', "line 8", NOT_TOML),
    Wrong("page of Latin-1", GOOD + "# é", "line 8", "this is not UTF-8 text", "latin-1"),
    Wrong("UTF-16", GOOD, "line 1", "this is not UTF-8 text", "utf-16"),
    # made to do harm
    Wrong("raw escape", GOOD.replace("Look around", "\x1b[2J"), "line 4", NOT_TOML),
    Wrong("NUL", GOOD + "\x00", "line 8", NOT_TOML),
    Wrong("nothing but controls", titled('"\\u001b\\u009b\\u202e\\U000e0041"'),
          "line 2, title", "this text is empty"),
    Wrong("key that drives a terminal", first('"\\u001b[2J\\u202ex" = 1'), "[2Jx", "this key is not known"),
    Wrong("key like a place", first('"steps[x" = 1'), "line 1, steps[x", "this key is not known"),
    Wrong("endless key", first(f'"{"k" * 9000}" = 1'), "line 1, kkkk", "this key is not known"),
    Wrong("word that drives a terminal", first('states = ["\\u001b]0;x\\u0007"]'),
          "line 1, states", "“]0;x” is not known here; it can be overwhelmed"),
    Wrong("placeholder of format()", steps('kind = "say"\ntext = "{0.__class__}"'),
          "line 7, steps[0].text", "a brace stands alone"),
    Wrong("id that leads out", steps(SAY + '\nid = "../a"'),
          "line 8, steps[0].id", "an id is made of a-z, 0-9 and -"),
    Wrong("circle by itself", steps(SAY + '\nseconds = 5\nid = "a"\nnext = "a"'),
          "line 10, steps[0].next", "these steps go round for ever without waiting for a key"),
    Wrong("circle without end", steps(SAY + '\nid = "a"\nnext = "a"'),
          "line 9, steps[0].next", "the end cannot be reached from here"),
    Wrong("text of 2,001 characters", titled(f'"{"x" * 2001}"'),
          "line 2, title", "this text is longer than 2000 characters"),
    Wrong("infinity", steps(SAY + "\nseconds = inf"),
          "line 8, steps[0].seconds", "this should be a number from 0 to 600"),
    Wrong("40 KB dotted key", first("a." * 20_000 + "a = 1"), "line 1", LONG_LINE),
    Wrong("15 KB dotted key", first("a." * 7_500 + "a = 1"), "line 1", MANY_PARTS),
    Wrong("dotted key behind a quoted =", first('"=".' + "a." * 7_500 + "a = 1"), "line 1", MANY_PARTS),
    Wrong("dotted key within a table", first("x = {" + "a." * 7_500 + "a = 1}"), "line 1", MANY_PARTS),
    Wrong("500 nested lists", first("a = " + "[" * 500 + "]" * 500), "", TOO_DEEP),
    Wrong("5,000 lists on lines", first("a = " + "[\n" * 5_000), "", TOO_DEEP),
    Wrong("500 nested tables", first("a = " + "{a=" * 500 + "1" + "}" * 500), "", TOO_DEEP),
    Wrong("20 nested lists", first("a = " + "[" * 20 + "]" * 20), "", TOO_DEEP),
    Wrong("4,301 digits", first("a = " + "9" * 4301), "", LONG_NUMBER),
    Wrong("5,000 hexadecimal digits", first("a = 0x" + "f" * 5000), "", LONG_NUMBER),
    Wrong("thousand steps", steps(*[SAY] * 1000), "line 5, steps", "there are more than 200 steps"),
    Wrong("megabyte", GOOD + "# x\n" * 262_144, "", "it is too large"),
)
# fmt: on
