"""Every action of the program, declared once, with the keys that it comes with.

Both faces bind, show and explain actions by `core.keymap`, which lays a person's own keys over this table.

Invariant: a key means one thing within a group, and nothing in any group takes a key of the group
`everywhere`.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.words import N_


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do."""

    id: str
    keys: tuple[str, ...]
    """The first is the one that is shown."""
    label: str
    """One or two words (a message id)."""
    help: str
    """One plain sentence (a message id)."""
    group: str
    """Where it holds: one of the names below."""


EVERYWHERE = "everywhere"
AFTER = "after"
EXERCISE = "exercise"
FORM = "form"
HELP = "help"
HOME = "home"
LINES = "lines"
KEYS = "keys"
LIST = "list"
NUMBER = "number"
PLAN = "plan"
READ = "read"
SHELF = "shelf"
SKILLS = "skills"
TILES = "tiles"
WALK = "walk"
WAVE = "wave"
WORDS = "words"

ACTIONS = (
    Action(
        "help-now",
        ("h", "!", "f1", "ctrl+n"),
        N_("Help now"),
        N_("Opens Help now, from anywhere."),
        EVERYWHERE,
    ),
    Action("quit", ("ctrl+q", "ctrl+c"), N_("Leave"), N_("Leaves at once. Drafts are kept."), EVERYWHERE),
    Action("keys", ("?",), N_("Keys"), N_("Says what each key does here, and changes it."), EVERYWHERE),
    Action("help-number", ("n",), N_("A number"), N_("Shows a number large, to scan or to copy."), HELP),
    Action("help-ground", ("g",), N_("Exercise"), N_("Starts a short exercise."), HELP),
    Action("help-lines", ("l",), N_("More lines"), N_("Shows the other crisis lines."), HELP),
    Action("help-country", ("c",), N_("Country"), N_("Sets the country you are in."), HELP),
    Action("number-copy", ("y",), N_("Copy"), N_("Copies the number, to paste it elsewhere."), NUMBER),
    Action("number-scan", ("r",), N_("Scan it"), N_("Shows the number for a phone to scan."), NUMBER),
    Action("forward", ("enter", "space", "right"), N_("Go on"), N_("Goes on to the next step."), EXERCISE),
    Action("back", ("b", "left"), N_("Back"), N_("Goes back one step."), EXERCISE),
    Action("skip", ("s",), N_("Skip"), N_("Leaves this step out."), EXERCISE),
    Action("pause", ("p",), N_("Pause"), N_("Holds the time still, or lets it run again."), EXERCISE),
    Action("take", ("d",), N_("Do this"), N_("Takes the idea that is shown."), EXERCISE),
    Action("extend", ("m",), N_("More time"), N_("Waits five minutes longer."), EXERCISE),
    Action("ten", ("t",), N_("Ten"), N_("Answers ten, where it asks how strong it is."), EXERCISE),
    Action("another-puzzle", ("n",), N_("Another one"), N_("Asks another puzzle."), EXERCISE),
    Action("stop", ("q", "escape"), N_("Stop"), N_("Stops here. That is fine."), EXERCISE),
    Action("ground", ("g",), N_("Steady me now"), N_("Starts a short exercise at once."), HOME),
    Action("with-me", ("f",), N_("Choose for me"), N_("Shows short lines, one by one. Asks nothing."), HOME),
    Action("choose", ("c",), N_("Choose an exercise"), N_("Shows the exercises, by how it feels."), HOME),
    Action("plan", ("s",), N_("My safety plan"), N_("Opens the plan: read it, write it, print it."), HOME),
    Action("more", ("m",), N_("More"), N_("Settings, keys, and what this is."), HOME),
    Action("check-in", ("k",), N_("Check-in"), N_("Asks how it is. Every part can be left out."), HOME),
    Action("wave", ("w",), N_("Ride out an urge"), N_("A wave of some minutes, to ride an urge."), HOME),
    Action("plain", ("p",), N_("Screen reader"), N_("Goes on line by line, without a picture."), HOME),
    Action("leave", ("q", "escape"), N_("Leave"), N_("Closes the program."), HOME),
    Action("open", ("enter", "space", "right"), N_("Open"), N_("Opens what is marked."), LIST),
    Action("close", ("q", "escape", "b", "left"), N_("Back"), N_("Goes back."), LIST),
    Action("line-for", ("f",), N_("For whom"), N_("Shows the lines for some people."), LINES),
    Action("line-text", ("t",), N_("By text"), N_("Shows the lines by text, or all again."), LINES),
    Action("line-place", ("c",), N_("Country"), N_("Shows the lines of another country."), LINES),
    Action("line-pin", ("p",), N_("Pin"), N_("Pins the marked line, or takes the pin away."), LINES),
    Action("line-hide", ("x",), N_("Hide"), N_("Hides the line that is marked."), LINES),
    Action("line-add", ("a",), N_("Add"), N_("Adds a line of your own."), LINES),
    Action("key-undo", ("u",), N_("Take it back"), N_("Gives back the keys of before."), KEYS),
    Action("key-own", ("o",), N_("As it came"), N_("Gives what is marked the keys that it came with."), KEYS),
    Action("about-it", ("m",), N_("About it"), N_("Says more; pins it, hides it, keeps a note."), SKILLS),
    Action("add", ("a",), N_("Write"), N_("Adds a line to this step."), PLAN),
    Action("edit", ("e", "enter"), N_("Change"), N_("Changes the line that is marked."), PLAN),
    Action("remove", ("x", "delete"), N_("Take out"), N_("Takes the line out. It can come back."), PLAN),
    Action("undo", ("u",), N_("Bring back"), N_("Brings back what was taken out last."), PLAN),
    Action("next-step", ("n", "right"), N_("Next"), N_("Goes to the next question."), PLAN),
    Action("previous-step", ("b", "left"), N_("Back"), N_("Goes to the question before."), PLAN),
    Action("print", ("p",), N_("Print"), N_("Writes the plan to a file to print."), PLAN),
    Action("walk", ("w",), N_("Take me through it"), N_("Shows one thing of the plan at a time."), PLAN),
    Action("send", ("s",), N_("Send to a phone"), N_("Shows the plan as codes that a phone reads."), PLAN),
    Action("hints", ("c",), N_("Ideas"), N_("Shows what could make the plan stronger."), PLAN),
    Action("older", ("o",), N_("Older versions"), N_("Shows older versions, and goes back to one."), PLAN),
    Action("take-in", ("i",), N_("Take in a file"), N_("Takes a plan from a file into yours."), PLAN),
    Action("more-of-it", ("m",), N_("More"), N_("Shows what else can be done with it."), PLAN),
    Action("done", ("escape", "q"), N_("Stop"), N_("Stops here. What you wrote is kept."), PLAN),
    Action("walk-next", ("enter", "space", "right"), N_("Go on"), N_("Goes on; so does any key."), WALK),
    Action("walk-start", ("g",), N_("Start it"), N_("Starts the exercise of this line."), WALK),
    Action("walk-done", ("d",), N_("Done"), N_("Marks it as done, and goes on."), WALK),
    Action("walk-not-this", ("n",), N_("Not this one"), N_("Leaves this one out, and goes on."), WALK),
    Action("walk-someone", ("s",), N_("Someone now"), N_("Shows whom you could reach."), WALK),
    Action("walk-code", ("r",), N_("Scan it"), N_("Shows the number for a phone to scan."), WALK),
    Action("walk-away", ("m",), N_("Move away"), N_("Says how to get away from things."), WALK),
    Action("walk-back", ("b", "left"), N_("Back"), N_("Goes back one screen."), WALK),
    Action("walk-stop", ("q", "escape"), N_("Stop"), N_("Stops here. That is fine."), WALK),
    Action("wave-unsafe", ("u",), N_("I can't stay safe"), N_("Opens Help now."), WAVE),
    Action("wave-someone", ("s",), N_("Someone now"), N_("Shows whom you could reach."), WAVE),
    Action("wave-beside", ("c",), N_("An exercise"), N_("Opens an exercise. The time goes on."), WAVE),
    Action("wave-tiles", ("g",), N_("A game"), N_("Opens a slow tile game. The time goes on."), WAVE),
    Action("wave-longer", ("m",), N_("More time"), N_("Adds five minutes."), WAVE),
    Action("wave-ten", ("t",), N_("Ten"), N_("Answers ten, where it asks how strong it is."), WAVE),
    Action("wave-ask", ("r",), N_("Ask me"), N_("Asks each minute how strong it is, or not."), WAVE),
    Action("wave-pause", ("p",), N_("Pause"), N_("Holds the time still, or lets it go on."), WAVE),
    Action("wave-about", ("a",), N_("About"), N_("Says where this comes from."), WAVE),
    Action("wave-next", ("enter", "space", "right"), N_("Go on"), N_("Goes on; so does any key."), WAVE),
    Action("wave-back", ("b", "left"), N_("Back"), N_("Goes back one screen."), WAVE),
    Action("wave-stop", ("q", "escape"), N_("Stop"), N_("Stops here. That is fine."), WAVE),
    Action("after-next", ("enter", "space", "right"), N_("Go on"), N_("Goes on; so does any key."), AFTER),
    Action("after-back", ("b", "left"), N_("Back"), N_("Goes back one screen."), AFTER),
    Action("after-stop", ("q", "escape"), N_("Stop"), N_("Stops here. That is fine."), AFTER),
    Action("form-on", ("enter", "right", "pagedown"), N_("Go on"), N_("Goes on to the next question."), FORM),
    Action("form-mark", ("space",), N_("Mark"), N_("Marks a line, or takes the mark away."), FORM),
    Action("form-back", ("b", "left", "pageup"), N_("Back"), N_("Goes to the question before."), FORM),
    Action("form-stop", ("q", "escape"), N_("Stop"), N_("Stops here. What you said is kept."), FORM),
    Action("find", ("/",), N_("Find"), N_("Finds what to read, by a word or two."), SHELF),
    Action(
        "read-on",
        ("enter", "space", "right", "down", "pagedown"),
        N_("Go on"),
        N_("Goes on; so does any key."),
        READ,
    ),
    Action("read-back", ("b", "left", "up", "pageup"), N_("Back"), N_("Goes back one page."), READ),
    Action("read-end", ("end",), N_("What now"), N_("Goes to what you can do with it."), READ),
    Action("read-stop", ("q", "escape"), N_("Back"), N_("Leaves this page."), READ),
    Action("tile-left", ("left", "4"), N_("Left"), N_("Moves the tile to the left."), TILES),
    Action("tile-right", ("right", "6"), N_("Right"), N_("Moves the tile to the right."), TILES),
    Action("tile-turn", ("up", "5", "8"), N_("Turn"), N_("Turns the tile."), TILES),
    Action("tile-down", ("down", "2"), N_("Down"), N_("Moves the tile down one row."), TILES),
    Action("tile-drop", ("space", "0"), N_("Drop"), N_("Lets the tile fall all the way."), TILES),
    Action("tile-pause", ("p",), N_("Pause"), N_("Holds the tile still, or lets it come down."), TILES),
    Action("tile-speed", ("f",), N_("Faster"), N_("Makes it faster, and then slow again."), TILES),
    Action("keep", ("enter",), N_("Keep"), N_("Keeps what you wrote."), WORDS),
    Action("help-in-words", ("f1", "ctrl+n"), N_("Help now"), N_("Opens Help now while you write."), WORDS),
    Action("leave-words", ("escape",), N_("Leave"), N_("Leaves the field. A draft is kept."), WORDS),
)
