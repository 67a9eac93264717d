"""An exercise line by line: the TUI's own Session, in sentences, at its own time."""

from __future__ import annotations

from pathlib import Path

import pytest

from copecli.core.errors import OK
from copecli.core.uses import Use
from tests.cli.stage import Done, Lines, cope, desk

LEAVE = "q"


def play(skill: str, types: Lines, *more: str) -> Done:
    """Play a shipped skill line by line."""
    return cope("do", "--plain", skill, *more, types=types)


def own_skill(steps: str) -> None:
    """Put an exercise called `mine` into the person's own."""
    own = Path(desk().paths.own_skills)
    own.mkdir(parents=True, exist_ok=True)
    head = 'format = 1\ntitle = "Mine"\nfamily = "grounding"\nsummary = "Sit a while."\n'
    (own / "mine.toml").write_text(head + steps, encoding="utf-8")


def say(text: str, more: str = "") -> str:
    """Return a `say` step."""
    return f'[[steps]]\nkind = "say"\ntext = "{text}"\n{more}\n'


def breath(seconds_in: int, seconds_out: int, rounds: int) -> str:
    """Return a `pace` step."""
    beats = f'[{{ cue = "In", seconds = {seconds_in} }}, {{ cue = "Out", seconds = {seconds_out} }}]'
    return f'[[steps]]\nkind = "pace"\nbeats = {beats}\nrounds = {rounds}\n'


def test_on_paper_a_text_to_put_together_has_one_gap_for_one_answer() -> None:
    """Where one line of several would be there, a page shows one of them."""
    asked = [f'[[steps]]\nkind = "ask"\nid = "{name}"\ntext = "Which?"\n' for name in "ab"]
    own_skill("".join(asked) + '[[steps]]\nkind = "compose"\ntext = "I am\\n{a}\\n{b}"\n')
    assert cope("do", "mine").out.splitlines()[-2:] == ["I am.", "..."]


def test_the_words_are_those_of_the_file() -> None:
    """Step by step, unchanged."""
    done = play("five-senses", [""] * 30)
    at = [
        done.out.index(line) for step in desk().skill("five-senses").steps for line in step.text.split("\n")
    ]
    assert at == sorted(at)


def test_the_first_words_come_first_and_the_keys_are_said_once() -> None:
    """Nothing to decide, and what can be typed."""
    done = play("stop", ["", LEAVE, LEAVE])
    assert done.lines[0] == "You're here. Nothing to decide."
    assert done.out.count("Enter goes on. b: back.") == 1


def test_things_are_counted_by_enter_or_by_a_word_that_is_never_kept() -> None:
    """Each counts one; the last one goes on."""
    own_skill('[[steps]]\nkind = "notice"\ntext = "Three things."\ncount = 3\n' + say("Then."))
    done = play("mine", ["", "", "a lamp", ""])
    assert [line for line in done.lines if " of 3" in line] == ["1 of 3.", "2 of 3."]
    assert "Then." in done.lines
    assert "a lamp" not in done.out


def test_cues_come_at_their_time() -> None:
    """One line a beat, and the step ends by itself."""
    own_skill(breath(4, 6, rounds=2) + say("Then."))
    before = play("mine", ["", (19.9, LEAVE), LEAVE])
    assert [line for line in before.lines if line in ("In.", "Out.")] == ["In.", "Out.", "In.", "Out."]
    assert "Then." not in before.lines
    assert "Then." in play("mine", ["", (20.1, LEAVE), LEAVE]).lines
    assert play("mine", ["", (4.5, LEAVE), LEAVE]).lines.count("Out.") == 1


def test_what_is_typed_between_two_beats_acts_at_once() -> None:
    """The clock has not moved on to the next beat when it is answered."""
    done = play("even-breath", ["", "", "", "", "", (1.0, LEAVE), LEAVE])
    assert "Stopped. You can come back to this." in done.lines
    assert done.hand.now < 120


def test_time_stands_still_while_paused_and_in_help_now() -> None:
    """Ten minutes away cost no beat."""
    own_skill(breath(4, 4, rounds=1))
    paused = play("mine", ["", (1.0, "p"), (600.0, "p"), (2.0, LEAVE), LEAVE])
    assert "Paused. p goes on." in paused.lines
    assert "Out." not in paused.lines
    helped = play("mine", ["", (1.0, "h"), (600.0, ""), (2.0, LEAVE), LEAVE])
    assert "Here is help. Start anywhere." in helped.lines
    assert "Out." not in helped.lines
    assert "Stopped. You can come back to this." in helped.lines


def test_a_timed_sentence_goes_on_by_itself_or_with_enter() -> None:
    """It does not hurry anybody, and does not hold anybody."""
    own_skill(say("Wait.", "seconds = 30") + say("Then."))
    assert "Then." not in play("mine", ["", (29.0, LEAVE), LEAVE]).lines
    assert "Then." in play("mine", ["", (31.0, LEAVE), LEAVE]).lines
    assert "Then." in play("mine", ["", (3.0, ""), LEAVE, LEAVE]).lines


def test_an_enter_that_comes_as_time_runs_out_skips_nothing_unread() -> None:
    """The step that has come meanwhile is shown first."""
    own_skill(say("Wait.", "seconds = 30") + say("Then.") + say("Last."))
    done = play("mine", ["", (30.0, ""), (5.0, LEAVE), LEAVE])
    assert "Then." in done.lines
    assert "Last." not in done.lines


def test_a_key_held_down_counts_once() -> None:
    """A trembling hand on Enter skips no step: what the first repeat did is taken back."""
    held = [(2.0, ""), (0.5, ""), *[(0.03, "")] * 50]
    done = play("describe-the-room", [*held, (3.0, LEAVE), LEAVE])
    first, second = (step.text.split("\n")[0] for step in desk().skill("describe-the-room").steps[:2])
    assert "That key was held down. It counts once." in done.lines
    assert done.lines.count(first) == 2
    assert done.lines.count(second) <= 1
    assert "Stopped. You can come back to this." in done.lines


def test_back_skip_and_stop() -> None:
    """Back says the place before anew; stopping is fine."""
    steps = [step.text.split("\n")[0] for step in desk().skill("stop").steps]
    done = play("stop", ["", "s", "b", LEAVE, LEAVE])
    assert done.lines.count(steps[0]) == 2
    assert done.lines.count(steps[1]) == 1
    assert "Stopped. You can come back to this." in done.lines


@pytest.mark.parametrize("key", ["h", "!", "/h", "H"])
def test_help_now_opens_from_every_prompt_and_comes_back(key: str) -> None:
    """In a sentence, in a choice, in free text, at the end: and the place is said anew."""
    ask = '[[steps]]\nkind = "ask"\nid = "a"\ntext = "Which day?"\n'
    choose = (
        '[[steps]]\nkind = "choose"\nid = "c"\ntext = "Which?"\noptions = [{ text = "One", to = "end" }]\n'
    )
    own_skill(ask + choose)
    done = play("mine", [key, "", "", key, "", "Monday", key, "", "1", key, "", "", key, "", LEAVE])
    assert done.lines.count("Here is help. Start anywhere.") == 5
    asked = "How is it now, beside before? Enter leaves it out."
    for place in ("Mine.", "Which day?", "Which?", asked, "What would you like next?"):
        assert done.lines.count(place) == 2


def test_words_that_look_like_commands_are_words_when_they_are_longer() -> None:
    """`help` and `quit` are answers; what was written can be heard again, and never lands on the disk."""
    own_skill(
        '[[steps]]\nkind = "ask"\nid = "a"\ntext = "First?"\n'
        '[[steps]]\nkind = "ask"\nid = "b"\ntext = "Second?"\n' + say("You said {a} and {b}.")
    )
    done = play("mine", ["", "help me", "/e", "quit", LEAVE, LEAVE])
    assert "  help me" in done.lines
    assert "You said help me and quit." in done.lines
    home = Path(desk().paths.config).parents[1]
    assert not [file for file in home.rglob("*") if file.is_file() and b"help me" in file.read_bytes()]


def test_a_choice_takes_only_its_numbers() -> None:
    """Anything else is answered with what can be read."""
    done = play("colour-hunt", ["", "", "7", "", "blue", "1", LEAVE, LEAVE])
    assert done.out.count("I can read numbers from 1 to 3. s skips.") >= 2


def test_a_rating_is_a_number_or_nothing() -> None:
    """0 to 10; Enter skips; eleven is asked again."""
    own_skill(
        '[[steps]]\nkind = "rate"\nid = "r"\ntext = "How strong?"\nlow = "none"\nhigh = "most"\n'
        + say("It was {r}.")
    )
    done = play("mine", ["", "11", "7", LEAVE, LEAVE])
    assert "0: none." in done.lines
    assert "I can read numbers from 0 to 10. Enter skips." in done.lines
    assert "It was 7." in done.lines
    assert "It was ...." in play("mine", ["", "", LEAVE, LEAVE]).lines


def test_ideas_come_one_at_a_time() -> None:
    """Enter shows another, d takes the one that was said."""
    own_skill(
        '[[steps]]\nkind = "pick"\nid = "p"\ntext = "Ideas."\nideas = ["Tea", "A walk"]\n' + say("So: {p}.")
    )
    done = play("mine", ["", "", "d", "", LEAVE, LEAVE])
    assert "So: A walk." in done.lines


def test_a_wait_asks_now_and_then_and_can_be_longer() -> None:
    """The length is picked, lines come with the time, a number is noted, m waits longer."""
    own_skill(
        '[[steps]]\nkind = "wait"\nid = "w"\ntext = "A while."\nminutes = [1, 5]\nask_every = 30\n'
        'lines = ["First line.", "Second line."]\n'
    )
    done = play("mine", ["", "1", (31.0, "6"), (2.0, "m"), (400.0, ""), LEAVE])
    for line in (
        "How long?",
        "1. 1 minute.",
        "First line.",
        "Second line.",
        "Noted: 6.",
        "The time is over. Enter goes on.",
    ):
        assert line in done.lines, done.out
    assert "How strong is it now? A number from 0 to 10, or leave it." in done.lines
    assert "That was it." in done.lines


def test_after_an_exercise_there_is_always_a_person() -> None:
    """Another, the same again, a person, Help now, rest."""
    done = play("stop", ["q", "2", "q", "3", "4", "", "1", "1", "", "2", "1", "q", "5"])
    assert done.code == OK
    assert done.out.count("What would you like next?") >= 4
    assert "Nobody here yet. That's common." in done.lines
    assert done.lines.count("Here is help. Start anywhere.") == 2
    assert done.hand.at == 13


def test_words_to_keep_are_offered_to_the_plan() -> None:
    """Only where the exercise says so, and only with a yes."""
    own_skill('[[steps]]\nkind = "ask"\nid = "a"\ntext = "What helps?"\nkeep = "ask"\ninto = "plan.coping"\n')
    no = play("mine", ["", "Tea", "2", LEAVE])
    assert "Put it into your plan, under “What I can do by myself”?" in no.lines
    assert desk().read_plan().plan.empty
    yes = play("mine", ["", "Tea", "1", LEAVE])
    assert "It is in your plan." in yes.lines
    assert [item.text for item in desk().read_plan().plan.of("coping")] == ["Tea"]


def test_a_text_of_several_lines_is_said_as_it_was_put_together() -> None:
    """It is there to be copied: each line by itself, and no mark added to it."""
    letter = '[[steps]]\nkind = "compose"\nid = "b"\ntext = "Dear me,\\n{a}"\nkeep = "ask"\n'
    own_skill('[[steps]]\nkind = "ask"\nid = "a"\ntext = "What helps?"\n' + letter)
    lines = play("mine", ["", "Tea", "", LEAVE]).lines
    at = lines.index("You wrote:")
    assert lines[at + 1 : at + 3] == ["Dear me,", "Tea"]
    assert lines.count("Dear me,") == 2


def test_a_text_of_several_lines_is_changed_line_by_line() -> None:
    """A number names it; Enter leaves it, - takes it out; Help now loses nothing, going back begins anew."""
    letter = '[[steps]]\nkind = "compose"\nid = "b"\ntext = "Dear me,\\nTea\\nand rest"\nkeep = "ask"\n'
    own_skill(letter)
    done = play("mine", ["", "2", "h", "", "Soup", "1", "", "3", "-", "9 o'clock", LEAVE])
    assert "Enter goes on. 1 to 3: changes that line. Or type all of it your way." in done.lines
    assert done.out.count("Line 2:\nTea\nType it anew. Enter leaves it. - takes it out.\n") == 2
    assert "Dear me,\nSoup\nand rest\n" in done.out
    assert "Dear me,\nSoup\nEnter goes on. 1 to 2: changes that line." in done.out
    assert "You wrote: 9 o'clock." in done.lines, "all of it, typed anew"
    done = play("mine", ["", "2", "Soup", "/b", "", "3", "and sleep", "", LEAVE])
    assert "You wrote:\nDear me,\nTea\nand sleep\n" in done.out


@pytest.mark.parametrize("ending", [KeyboardInterrupt(), EOFError()])
def test_ctrl_c_and_the_end_of_input_are_leaving(ending: BaseException) -> None:
    """At once, from anywhere, with exit code 0."""
    for before in ([], [""], ["h"], ["q"], ["q", "1"]):
        assert play("stop", [*before, ending]).code == OK


def test_what_a_person_leaves_out_is_left_out_here_too() -> None:
    """A channel's step says the other words, or is passed over."""
    cope("config", "set", "leave-out-channels", "sight")
    done = play("five-senses", [""] * 30)
    assert "Five things you can see." not in done.lines
    assert "Five things you can touch or hear." in done.lines


def test_how_it_is_now_is_one_number_or_enter() -> None:
    """Noted with the exercise; left out, nothing is; twice not easier brings a person first."""
    own_skill(say("One."))
    assert "Noted" not in play("mine", ["", "", "", LEAVE]).out
    assert desk().journal.newest(Use) == ()
    done = play("mine", ["", "", "2", "2", "", "", "3", LEAVE])
    assert "Noted: the same." in done.lines
    assert "Noted: harder. Another, or a person?" in done.lines
    assert done.out.rindex("1. A person") > done.out.rindex("Noted: harder")
    assert [use.ease for use in desk().journal.newest(Use)] == ["harder", "same"]
    assert "How is it now" not in play("mine", ["", "", LEAVE], "--no-save").out


def test_who_rates_is_told_both_numbers_and_asked_no_more() -> None:
    """`cope do` asks before and after, `cope ground` asks nothing first, and the use is noted."""
    desk().set("rate-skills", True)
    done = play("stop", ["", "8", "", "", *[""] * 4, "6", "", "", LEAVE])
    assert "How hard is it right now?" in done.lines
    before = done.lines[: done.lines.index("Before 8, now 6.")]
    assert "That was it." in before
    assert "How is it now" not in done.out
    (use,) = desk().journal.newest(Use)
    assert (use.distress_before, use.distress_after, use.ease) == (8, 6, "")
    at_once = cope("ground", "stop", "--plain", types=["", LEAVE, LEAVE])
    assert "How hard is it right now?" not in at_once.lines


def test_a_step_that_leads_to_somebody_begins_with_the_emergency_number() -> None:
    """Then the person's people, then the lines."""
    desk().set("country", "IE")
    own_skill('[[steps]]\nkind = "reach"\ntext = "Somebody could be with you."\n')
    done = play("mine", ["", "", LEAVE])
    first = done.out.index("Badly hurt, or might act? Call first.")
    assert first < done.out.index("112") < done.out.index("Nobody here yet.") < done.out.index("116 123")
