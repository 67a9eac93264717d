"""From a parsed document to a Skill: every key means what the format says, and anything else is refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from math import isclose

import pytest
from hypothesis import given

from copecli.core import skill as model
from copecli.core.fields import FormatProblem
from copecli.core.pacer import Beat
from copecli.core.skill import Skill
from copecli.core.skill_format import LONGEST_ID, MOST_STEPS, is_id, skill_from_document
from tests.strategies import Table, any_text, skill_documents, unknown_keys

SAY: Table = {"kind": "say", "text": "Look around."}


def document(*steps: Table, **others: object) -> Table:
    """Return a short document that is right, but for what is given."""
    found: Table = {"format": 1, "title": "Look", "family": "grounding", "summary": "Look around."}
    return found | {"steps": list(steps) or [SAY]} | others


def read(*steps: Table, **others: object) -> Skill:
    """Return the skill of such a document."""
    return skill_from_document("look", document(*steps, **others))


def refusal(*steps: Table, **others: object) -> str:
    """Return `key: what is wrong` with such a document."""
    with pytest.raises(FormatProblem) as caught:
        read(*steps, **others)
    return f"{caught.value.key}: {caught.value.sentence()}"


def step(kind: str, **parts: object) -> Table:
    """Return one step."""
    return {"kind": kind, **parts}


def pace(**parts: object) -> Table:
    """Return a breath of four and six seconds."""
    return {"kind": "pace", "beats": [{"cue": "In", "seconds": 4}, {"cue": "Out", "seconds": 6}], **parts}


# what is there


def test_a_short_file_is_a_whole_skill_with_plain_defaults() -> None:
    """Four keys and one step are enough."""
    skill = read()
    assert (skill.id, skill.title, skill.states, skill.minutes) == ("look", "Look", ("any",), (1.0, 5.0))
    assert skill.steps == (model.Say(id="step-1", text="Look around."),)
    assert skill.starts_unasked
    assert (skill.review.status, skill.evidence.grade) == ("draft", "E")


def test_every_key_of_a_long_file_arrives() -> None:
    """What the format lists is what the skill holds."""
    skill = read(
        opening="Next.", fact="G01", minutes=[2, 5.5], states=["panicky", "numb"], intensity=[3, 9],
        needs=["object"], discreet="no", energy="high", channels=["sight", "touch"],
        adapt={"no-movement": "yes", "no-sight": "no", "no-hearing": "yes"}, cautions=["Stop if it hurts."],
        not_for=["heart"], involves=["cold"], review={"status": "clinician", "on": date(2026, 11, 23)},
        evidence={"grade": "B", "says": "Tested once.", "sources": ["Some26"]},
    )  # fmt: skip
    assert (skill.opening, skill.fact, skill.minutes, skill.intensity) == ("Next.", "G01", (2.0, 5.5), (3, 9))
    assert (skill.states, skill.needs, skill.channels) == (
        ("panicky", "numb"),
        ("object",),
        ("sight", "touch"),
    )
    assert (skill.discreet, skill.energy, skill.adapt["no-sight"]) == ("no", "high", "no")
    assert (skill.cautions, skill.not_for, skill.involves) == (("Stop if it hurts.",), ("heart",), ("cold",))
    assert skill.evidence == model.Evidence("B", "Tested once.", ("Some26",))
    assert skill.review == model.Review("clinician", "2026-11-23")


@pytest.mark.parametrize("careful", [{"cautions": ["Stop if it hurts."]}, {"not_for": ["heart"]}])
def test_what_has_a_caution_never_starts_unasked(careful: Table) -> None:
    """A caution or a group to keep from it is enough."""
    assert not read(**careful).starts_unasked


def test_every_kind_of_step_is_read() -> None:
    """Eleven kinds, each with its own parts."""
    skill = read(
        step("say", text="a", seconds=20),
        step("notice", text="b", count=5),
        pace(rounds=8),
        step("wait", minutes=[5, 10], ask_every=60, lines=["c"]),
        step("pick", ideas=["d", "e"]),
        step("ask", id="why", text="f", keep="ask", into="plan.coping"),
        step("rate", text="g", low="h", high="i"),
        step("compose", text="{why}", keep="ask", into="plan.coping"),
        step("choose", options=[{"text": "j", "to": "end"}]),
        step("game", game="tiles"),
        step("reach"),
    )
    kinds = [type(found).__name__.lower() for found in skill.steps]
    assert " ".join(kinds) == "say notice pace wait pick ask rate compose choose game reach"
    assert [found.id for found in skill.steps][4:7] == ["step-5", "why", "step-7"]


def test_texts_are_clean_when_they_arrive() -> None:
    """No file can drive the terminal or turn a text round."""
    skill = read(step("say", text="a\x1b[2J\u202eb\r\nc"), title="T\x9b\nU")
    assert skill.steps[0].text == "a[2Jb\nc"
    assert skill.title == "T U"


def test_one_number_of_minutes_is_a_wait_without_a_choice() -> None:
    """`minutes = 5` and `minutes = [5]` are the same."""
    one, listed = read(step("wait", minutes=5), step("wait", minutes=[5])).steps
    assert isinstance(one, model.Wait)
    assert isinstance(listed, model.Wait)
    assert one.minutes == listed.minutes == (5,)


# pace


def pacer_of(table: Table) -> model.Pacer:
    """Return the pacer of a document with this one step."""
    found = read(table).steps[0]
    assert isinstance(found, model.Pace)
    return found.pacer


def test_a_pace_lasts_as_many_rounds_as_it_says() -> None:
    """Beats keep their words and seconds."""
    assert pacer_of(pace(rounds=8)) == model.Pacer((Beat("In", 4.0, 1.0), Beat("Out", 6.0, 0.0)), 8)


def test_a_pace_in_minutes_ends_with_a_whole_round() -> None:
    """Two and a half minutes of ten-second breaths are fifteen; a part of a round is a whole one."""
    assert pacer_of(pace(minutes=2.5)).rounds == 15
    assert pacer_of(pace(minutes=2.6)).rounds == 16


def test_the_shape_fills_over_the_beats_and_empties_with_the_last() -> None:
    """In twice, then out, is half, full, empty, unless the file says otherwise."""
    beats = [{"cue": "In", "seconds": 2}, {"cue": "In", "seconds": 1}, {"cue": "Out", "seconds": 6}]
    assert [beat.fill for beat in pacer_of(step("pace", beats=beats, rounds=1)).beats] == [0.5, 1.0, 0.0]
    said = [{"cue": "Hold", "seconds": 2, "fill": 0.25}, {"cue": "Go", "seconds": 2, "fill": 0.75}]
    assert [beat.fill for beat in pacer_of(step("pace", beats=said, rounds=1)).beats] == [0.25, 0.75]
    assert [beat.fill for beat in pacer_of(step("pace", beats=said[:1], rounds=1)).beats] == [0.25]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({}, "steps[0].rounds: a pace has either rounds or minutes"),
        ({"rounds": 2, "minutes": 2}, "steps[0].rounds: a pace has either rounds or minutes"),
        ({"rounds": 0}, "steps[0].rounds: this should be a number from 1 to 500"),
        ({"rounds": 2.5}, "steps[0].rounds: this should be a whole number"),
        ({"rounds": 500}, "steps[0].rounds: all rounds together last longer than an hour"),
        ({"rounds": 1, "beats": []}, "steps[0].beats: this list is empty"),
        ({"rounds": 1, "beats": [{"cue": "In"}]}, "steps[0].beats[0].seconds: this key is missing"),
        (
            {"rounds": 1, "beats": [{"cue": "In", "seconds": 0}]},
            "steps[0].beats[0].seconds: this should be a number from 0.25 to 120",
        ),
        (
            {"rounds": 1, "beats": [{"cue": "In", "seconds": 1, "fil": 1}]},
            "steps[0].beats[0].fil: this key is not known; the nearest is fill",
        ),
    ],
)
def test_a_pace_that_cannot_be_paced_is_refused(parts: Table, said: str) -> None:
    """Either rounds or minutes, beats longer than nothing, an hour at the most."""
    assert refusal(pace() | parts) == said


def test_a_pace_may_last_an_hour() -> None:
    """Sixty minutes are allowed, though the last round may end a little later."""
    beats = [{"cue": "In", "seconds": 3}, {"cue": "Out", "seconds": 4}]
    assert isclose(pacer_of(step("pace", beats=beats, minutes=60)).seconds, 3600, rel_tol=0.01)


# what is refused


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"format": 2}, "format: this should be 1, the only format there is"),
        ({"format": "1"}, "format: this should be 1, the only format there is"),
        ({"format": True}, "format: this should be a number"),
        ({"title": 5}, "title: this should be text in quotes"),
        ({"title": ""}, "title: this text is empty"),
        ({"titel": "x"}, "titel: this key is not known; the nearest is title"),
        ({"caution": []}, "caution: this key is not known; the nearest is cautions"),
        ({"notfor": []}, "notfor: this key is not known; the nearest is not_for"),
        ({"family": "groundin"}, "family: “groundin” is not known here; the nearest is “grounding”"),
        ({"states": ["numbb"]}, "states: “numbb” is not known here; the nearest is “numb”"),
        ({"states": "numb"}, "states: this should be a list, in square brackets"),
        ({"minutes": [5, 2]}, "minutes: the lower number comes first"),
        ({"intensity": [0, 11]}, "intensity: this should be a number from 0 to 10"),
        ({"intensity": [0.5, 3]}, "intensity: these should be whole numbers"),
        ({"adapt": {"no-sigh": "yes"}}, "adapt.no-sigh: this key is not known; the nearest is no-sight"),
        ({"evidence": {"grade": "F"}}, "evidence.grade: “F” is not known here; it can be A, B, C, D, E"),
        ({"evidence": "E"}, "evidence: this should be a table, in curly brackets"),
        ({"review": {"on": "soon"}}, "review.on: this should be a date, as in 2026-11-23"),
        ({"steps": []}, "steps: this list is empty"),
        ({"steps": "none"}, "steps: this should be a list of tables"),
        ({"steps": [5]}, "steps: this should be a list of tables"),
        ({"involves": ["cold", "tensin"]}, "involves: “tensin” is not known here; the nearest is “tensing”"),
    ],
)  # fmt: skip
def test_a_wrong_value_of_the_skill_is_refused_by_its_key(others: Table, said: str) -> None:
    """The key, what it should be, and the nearest right name."""
    assert refusal(**others) == said


@pytest.mark.parametrize("key", ["title", "family", "summary", "steps", "format"])
def test_what_every_skill_has_is_missed_by_name(key: str) -> None:
    """Four keys and the steps must be there."""
    found = document()
    del found[key]
    with pytest.raises(FormatProblem) as caught:
        skill_from_document("look", found)
    assert caught.value.key == key


MINUTES = "minutes: this should be whole minutes from 1 to 60, one or a list"
NEAREST = "is not known here; the nearest is"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({}, "kind: this key is missing"),
        (step("sya", text="a"), f"kind: “sya” {NEAREST} “say”"),
        (step("say"), "text: this key is missing"),
        (step("say", text="a", second=5), "second: this key is not known; the nearest is seconds"),
        (step("say", text="a", game="tiles"), "game: this key is not known"),
        (step("say", text="a", seconds=-1), "seconds: this should be a number from 0 to 600"),
        (step("say", text="a", channel="sigt"), f"channel: “sigt” {NEAREST} “sight”"),
        (step("say", text="a", instead="b"), "instead: this needs a channel that it stands in for"),
        (step("say", text="a", id=["a"]), "id: this should be text in quotes"),
        (step("say", text="a", next=5), "next: this should be text in quotes"),
        (step("notice", text="a"), "count: this key is missing"),
        (step("notice", text="a", count=21), "count: this should be a number from 1 to 20"),
        (step("wait"), MINUTES),
        (step("wait", minutes=[]), MINUTES),
        (step("wait", minutes=[5, True]), MINUTES),
        (step("wait", minutes="5"), MINUTES),
        (step("pick", ideas=[]), "ideas: this list is empty"),
        (step("ask", text="a", keep="yes"), "keep: “yes” is not known here; it can be no, ask"),
        (step("compose", text="a", into="plan.copping"), f"into: “plan.copping” {NEAREST} “plan.coping”"),
        (step("ask", text="a", into="plan.copping"), f"into: “plan.copping” {NEAREST} “plan.coping”"),
        (step("choose", options=[]), "options: this list is empty"),
        (step("choose", options=[{"text": "a"}]), "options[0].to: this key is missing"),
        (
            step("choose", options=[{"text": "a", "to": "end", "two": 1}]),
            "options[0].two: this key is not known; the nearest is to",
        ),
        (step("game", game="chess"), "game: “chess” is not known here; it can be tiles"),
    ],
)
def test_a_wrong_step_is_refused_by_its_place_and_key(table: Table, said: str) -> None:
    """`steps[0].kind` is the first step's kind."""
    assert refusal(table) == f"steps[0].{said}"


@pytest.mark.parametrize(
    "step_id", ["", "end", "today", "weekday", "time", "Big", "a b", "a_b", "é", "x" * 41]
)
def test_a_step_id_is_short_and_plain_and_not_taken(step_id: str) -> None:
    """Letters a-z, digits and dashes, forty at most; `end` and the moment's names are taken."""
    assert refusal({**SAY, "id": step_id}).startswith("steps[0].id: an id is made of a-z, 0-9 and -")


@pytest.mark.parametrize("name", ["", "A", "a b", "../a", "a.b", "é", "x" * 41, "\x1b", "a/b"])
def test_a_skill_is_called_by_a_short_plain_name(name: str) -> None:
    """The file's name is the id, and no id can lead out of a directory."""
    assert not is_id(name)
    with pytest.raises(FormatProblem, match="file's name"):
        skill_from_document(name, document())


def test_forty_letters_are_a_name() -> None:
    """The longest that is allowed."""
    assert is_id("x" * LONGEST_ID)
    assert is_id("5-4-3-2-1")


def test_more_steps_than_anybody_writes_are_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of fifty thousand steps costs one count."""
    monkeypatch.setattr(
        "copecli.core.skill_format._step", lambda fields, number: pytest.fail("a step was read")
    )
    assert refusal(*[SAY] * 50_000) == f"steps: there are more than {MOST_STEPS} steps"


# anything


@given(skill_documents())
def test_every_document_that_is_right_is_read(found: Table) -> None:
    """As many steps as tables, each with the id that it was given."""
    skill = skill_from_document("drawn", found)
    steps = found["steps"]
    assert isinstance(steps, list)
    assert [step.id for step in skill.steps] == [table["id"] for table in steps]


@given(skill_documents(), unknown_keys(but=()), any_text)
def test_any_document_is_read_or_refused_and_never_anything_else(
    found: Table, table: Table, text: str
) -> None:
    """Whatever stands in it, a document is a Skill or a FormatProblem."""
    steps = found["steps"]
    assert isinstance(steps, list)
    for broken in ({**found, **table}, {**found, "steps": [*steps, table]}, {**found, text: table}, table):
        for wrong in ({}, {"steps": [{**steps[0], **table}]}, {"steps": [{**steps[0], "text": text}]}):
            with suppress(FormatProblem):
                skill_from_document("drawn", broken | wrong)
