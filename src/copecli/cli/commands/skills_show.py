"""`cope skills show`: one exercise before it starts: what, how, cautions, evidence, and its file.

Invariant: nothing is asked and nothing starts; its steps are shown as this person is given them.
"""

from __future__ import annotations

from copecli.cli.reach_words import ended, fitted
from copecli.core.errors import OK, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.skill import Skill


def run(call: Call) -> int:
    """Show the exercise that was named."""
    skill = named(call)
    if call.request.json:
        from dataclasses import asdict

        from copecli.cli.as_json import as_json
        from copecli.cli.commands.skills_list import document

        call.world.say(as_json(document(call, skill, call.desk.wish()) | {"steps": asdict(skill)["steps"]}))
        return OK
    call.world.say(*fitted(_lines(call, skill), call.width()))
    return OK


def named(call: Call) -> Skill:
    """Return the exercise that was named; raise UsageProblem or NothingFound."""
    if not call.request.skill:
        raise UsageProblem(N_("Which exercise?"), do=N_("`cope skills list` shows them."))
    return call.desk.skill(call.request.skill)


def _lines(call: Call, skill: Skill) -> list[str]:
    from copecli.cli.plain.printed import steps_of
    from copecli.core.shared_words import length
    from copecli.core.skill_sheet import about, evidence
    from copecli.system.loaders import skill_file

    low, high = skill.minutes
    lines = [ended(skill.title), ended(skill.summary), _(length(low, high)).format(low=low, high=high)]
    lines += _own(call, skill)
    lines += ["", *(said.worded(_) for said in about(skill))]
    if skill.cautions:
        lines += ["", _("Read first:"), *(f"  {ended(caution)}" for caution in skill.cautions)]
    lines += ["", _("Step by step:"), *steps_of(call.desk.session(skill))[1:]]
    lines += ["", _("How well it is tested:"), *(f"  {said.worded(_)}" for said in evidence(skill))]
    lines += _sources(skill)
    lines += ["", _("Its file: {path}").format(path=skill_file(call.desk.paths, skill.id))]
    return [*lines, _("It starts with: cope do {id}").format(id=skill.id)]


def _own(call: Call, skill: Skill) -> list[str]:
    """Return what the person keeps of it."""
    config, note = call.desk.config, call.desk.note_to(skill.id)
    lines = [_("Your note: {note}").format(note=note)] if note else []
    lines += [_("Pinned.")] if skill.id in config.pinned else []
    return [*lines, *([_("Hidden: it is not offered.")] if skill.id in config.hidden else [])]


def _sources(skill: Skill) -> list[str]:
    from copecli.system.loaders import load_sources

    if not skill.evidence.sources:
        return []
    cited = load_sources(skill.evidence.sources)
    return ["", _("Sources:"), *(f"  {key}: {ended(cite)}" for key, cite in cited.items())]
