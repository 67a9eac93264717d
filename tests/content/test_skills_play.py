"""Every shipped skill as a map: each place leads to the end, whoever leaves out what.

One test a skill goes through all of it: some hundred skills for each who leaves out something would be
thousands of tests, of which most ask the same.
"""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

import pytest

from copecli.core import skill as model
from copecli.core.events import Back, Skip
from copecli.core.skill import CHANNELS, Choose, Reach, Skill
from tests.content import shipped
from tests.playthrough import places, ways_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.session import Session


def leavings(skill: Skill) -> Iterator[frozenset[str]]:
    """Yield what a person may leave out: nothing, a channel, all; whatever no step uses changes nothing."""
    used = frozenset(step.channel for step in skill.steps if step.channel)
    yield from dict.fromkeys([frozenset[str](), *(frozenset({c}) & used for c in CHANNELS), used])


def minded(skill: Skill) -> list[str]:
    """Return what is wrong with the map of a skill, for anybody."""
    return [
        f"without {', '.join(sorted(without)) or 'nothing left out'}: {trouble}"
        for without in leavings(skill)
        for reached in [places(skill, without)]
        for check in (astray, going_round, written_in_vain, wordless)
        for trouble in check(reached, without)
    ]


def leads(reached: dict[int, Session]) -> dict[int, set[int]]:
    """Return where each place leads, but the end."""
    return {at: {way.at for way in ways_on(s)} for at, s in reached.items() if not s.finished}


def astray(reached: dict[int, Session], _without: frozenset[str]) -> Iterator[str]:
    """Yield the places from which doing what is offered never leads to the end."""
    ending = {at for at, session in reached.items() if session.finished}
    while more := {at for at, ways in leads(reached).items() if ways & ending} - ending:
        ending |= more
    yield from (f"{at} does not lead to the end" for at in set(reached) - ending)


def going_round(reached: dict[int, Session], _without: frozenset[str]) -> Iterator[str]:
    """Yield where a place comes twice without a choice between."""
    chosen = {at for at, session in reached.items() if session.frame().kind == "choose"}
    by_itself = {at: ways for at, ways in leads(reached).items() if at not in chosen}
    try:
        TopologicalSorter(by_itself).prepare()
    except ValueError as cycle:
        yield str(cycle)


def written_in_vain(reached: dict[int, Session], without: frozenset[str]) -> Iterator[str]:
    """Yield the steps that nobody comes to, though they are not left out."""
    for index, step in enumerate(reached[min(reached)].skill.steps):
        if index not in reached and step.channel not in without:
            yield f"{step.id} is never reached"


def wordless(reached: dict[int, Session], _without: frozenset[str]) -> Iterator[str]:
    """Yield the places that are blank, have a gap, or from which going back stands elsewhere."""
    for session in reached.values():
        frame = session.frame()
        shown = [frame.text, frame.lead, *frame.options, *frame.cautions]
        if not (any(shown) or frame.cue or frame.kind == "end"):
            yield f"{session.at} is blank"
        if any("{" in text or "..." in text for text in shown):
            yield f"{session.at} has a gap"
        ways = [] if session.finished else [*ways_on(session), session.next(Skip())]
        if any(way.next(Back()).at != session.at for way in ways):
            yield f"going back does not stand at {session.at} again"


def passed_over_unsaid(skill: Skill) -> list[str]:
    """Return the choices that, left out, go on with more than is enough, or do not say where they lead.

    People are the one way that may be taken in place of what is enough.
    """
    below = [*(step.id for step in skill.steps[1:]), "end"]
    by_id = {step.id: step for step in skill.steps}
    troubles = []
    for step, following in zip(skill.steps, below, strict=True):
        if not isinstance(step, Choose):
            continue
        goes = step.next or following
        enough = [option.to for option in step.options if "hat is enough" in option.text]
        if enough and goes not in enough and not isinstance(by_id.get(goes), Reach):
            troubles.append(f"{step.id}: leaving it out goes on, though one could say that it is enough")
        elif not step.next and following != step.options[0].to:
            troubles.append(f"{step.id}: `next` should say where leaving it out leads")
    return troubles


@pytest.mark.parametrize("skill_id", shipped.SKILL_IDS)
def test_every_place_leads_on_with_words_and_back(skill_id: str) -> None:
    """To the end, along every option, round only by choice, with no step in vain, for everybody."""
    assert minded(shipped.skill(skill_id)) == []


def test_a_choice_that_is_left_out_takes_the_mild_way() -> None:
    """What is enough for whoever says so is enough for whoever says nothing."""
    found = {skill_id: passed_over_unsaid(shipped.skill(skill_id)) for skill_id in shipped.SKILL_IDS}
    assert {skill_id: troubles for skill_id, troubles in found.items() if troubles} == {}


def _bad(*steps: model.Step) -> Skill:
    return Skill(id="bad", title="Bad", family="doing", summary="x", steps=steps)


def _more(following: str) -> Skill:
    options = (model.Option("That is enough", "b"), model.Option("More", "a"))
    return _bad(
        model.Choose(id="ask", text="More?", options=options, next=following),
        model.Say(id="a", text="More."),
        model.Say(id="b", text="End."),
    )


def test_a_bad_map_is_seen() -> None:
    """Each check minds a skill that breaks its rule, and none minds one that does not."""
    one, two = model.Say(id="one", text="One."), model.Say(id="two", text="Two.")
    assert minded(_bad(one, two)) == []
    assert any("blank" in trouble for trouble in minded(_bad(model.Say(id="a"))))
    assert any("never reached" in t for t in minded(_bad(model.Say(id="a", text="A.", next="end"), one)))
    assert any("has a gap" in trouble for trouble in minded(_bad(model.Say(id="a", text="It is {b}."))))
    assert passed_over_unsaid(_more("")) != []
    assert passed_over_unsaid(_more("b")) == []
    asked = model.Choose(id="ask", text="Which?", options=(model.Option("Two", "two"),))
    assert passed_over_unsaid(_bad(asked, one, two)) != []


def test_a_way_without_an_end_is_seen() -> None:
    """Two steps that lead to each other go round, and never lead to the end."""
    one = model.Say(id="one", text="One.", next="two")
    two = model.Say(id="two", text="Two.", next="one")
    reached = places(_bad(one, two))
    assert list(astray(reached, frozenset())) != []
    assert list(going_round(reached, frozenset())) != []
