"""The desk: what both faces reach of the world, and what still works when the world does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copecli.core.catalogue import DEFAULT_SKILL
from copecli.core.errors import CopeError, NotSaved
from copecli.core.helpnow import Passage
from copecli.core.plan import COPING, DISTRACTION, PEOPLE, PROFESSIONALS, Item, Plan
from copecli.core.reach import Reach
from copecli.desk import Desk, calm
from copecli.words import _


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk over a fresh home."""
    return Desk.open({"COPECLI_HOME": str(tmp_path / "cope"), "TZ": "Etc/Unknown"})


def keep(desk: Desk, plan: Plan) -> None:
    """Put a plan on disk."""
    desk.save_plan(desk.read_plan(), plan)


def damaged(path: str, data: bytes = b"= not [ toml") -> None:
    """Put garbage where a file of ours should be."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    Path(path).write_bytes(data)


def numbers(desk: Desk) -> list[str]:
    """Return every number of Help now."""
    return [way.copy for part in desk.help_now().parts if isinstance(part, Reach) for way in part.ways]


def said(desk: Desk) -> list[str]:
    """Return the lines of Help now: sentences, and the names of those to reach."""
    lines: list[str] = []
    for part in desk.help_now().parts:
        if isinstance(part, Passage):
            lines += [line.worded(_) for line in part.lines]
        elif isinstance(part, Reach):
            lines.append(part.name.worded(_))
    return lines


class TestHelpNow:
    """Help now comes, whatever is broken."""

    def test_a_damaged_plan_and_damaged_settings_cost_it_nothing_else(self, desk: Desk) -> None:
        """Emergency numbers and finders are there."""
        damaged(desk.paths.plan_file)
        damaged(desk.paths.config_file)
        assert {"112", "911", "findahelpline.com"} <= set(numbers(desk))

    def test_without_any_home_it_is_whole(self) -> None:
        """No HOME, no directory: the same numbers."""
        assert {"112", "911"} <= set(numbers(Desk.open({})))

    def test_a_country_that_is_not_known_is_told_and_the_rest_is_there(self, desk: Desk) -> None:
        """One calm sentence, then the numbers for anybody."""
        damaged(desk.paths.config_file, b'country = "QQ"\n')
        assert desk.help_now().trouble
        assert "112" in numbers(desk)

    def test_people_of_steps_four_and_five_with_a_number_stand_in_it_and_no_others(self, desk: Desk) -> None:
        """Those of step three may not know how bad it is; who has no number cannot be called."""
        plan = Plan()
        for step, name, phone in (
            (DISTRACTION, "Somebody for company", "555-0101"),
            (PEOPLE, "A friend", "555-0102"),
            (PEOPLE, "A friend without a number", ""),
            (PROFESSIONALS, "A doctor", "555-0103"),
        ):
            plan = plan.add(step, Item(desk.new_id(), name, phone))
        keep(desk, plan)
        assert desk.people() == (("A friend", "555-0102", ""), ("A doctor", "555-0103", ""))
        assert "555-0101" not in numbers(desk)

    def test_somebody_who_has_only_a_number_for_texts_stands_in_it(self, desk: Desk) -> None:
        """Not everyone speaks on the phone."""
        keep(desk, Plan().add(PEOPLE, Item(desk.new_id(), "A friend", sms="555-0102")))
        assert "555-0102" in numbers(desk)

    def test_for_somebody_under_18_an_adult_comes_first_and_a_line_for_young_people(self, desk: Desk) -> None:
        """The setting says so; nobody is asked."""
        keep(desk, Plan().add(PEOPLE, Item(desk.new_id(), "A friend", "555-0102")))
        desk.set("country", "GB")
        assert not any("an adult" in line for line in said(desk))
        desk.set("under-18", True)
        lines = said(desk)
        adult = next(n for n, line in enumerate(lines) if "an adult you trust" in line)
        line = next(n for n, line in enumerate(lines) if line in ("Childline", "HOPELINE247 (PAPYRUS)"))
        assert adult < lines.index("A friend") < line

    def test_whom_the_person_marked_as_not_safe_does_not_stand_in_it(self, desk: Desk) -> None:
        """Neither in Help now nor wherever somebody is offered."""
        known = Item(desk.new_id(), "Somebody known", "555-0104", not_safe=True)
        keep(desk, Plan().add(PEOPLE, known).add(PEOPLE, Item(desk.new_id(), "A friend", "555-0102")))
        assert desk.people() == (("A friend", "555-0102", ""),)
        assert "555-0104" not in numbers(desk)

    def test_a_country_that_was_set_goes_before_the_guess(self, tmp_path: Path) -> None:
        """The zone says Berlin; the person said Ireland."""
        desk = Desk.open({"COPECLI_HOME": str(tmp_path), "TZ": "Europe/Berlin"})
        assert desk.guessed_country() == "DE"
        desk.set("country", "IE")
        assert "116 123" in numbers(desk)


class TestExercises:
    """Which exercise starts."""

    def test_the_pinned_one_starts_and_a_broken_pin_does_not_stop_it(self, desk: Desk) -> None:
        """A pin that leads nowhere is told, and the default starts."""
        assert desk.default_skill().id == DEFAULT_SKILL
        desk.set("pinned", ("five-senses",))
        assert desk.default_skill().id == "five-senses"
        desk.set("pinned", ("gone",))
        assert desk.default_skill().id == DEFAULT_SKILL
        assert "gone" in str(desk.problems[0])

    def test_the_default_starts_unasked(self, desk: Desk) -> None:
        """It has no cautions, and nobody to keep from it."""
        assert desk.default_skill().starts_unasked

    def test_what_is_left_out_is_left_out_everywhere(self, desk: Desk) -> None:
        """The settings are in the wish and in the session."""
        desk.set("leave-out", ("cold",))
        desk.set("leave-out-channels", ("smell",))
        assert desk.wish().leave_out == {"cold"}
        assert desk.session(desk.default_skill()).left_out == {"smell"}


def test_ideas_for_the_plan_are_read_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step asks for them, and reading them takes 3 ms."""
    first = desk.ideas(Plan(), COPING)
    monkeypatch.setattr("copecli.system.loaders.load_suggestions", lambda: pytest.fail("read again"))
    assert desk.ideas(Plan(), COPING) == first
    assert desk.ideas(Plan(), DISTRACTION)


class TestSaving:
    """What is written, and what is not."""

    def test_with_saving_off_nothing_is_written(self, tmp_path: Path) -> None:
        """Not the plan, not a draft."""
        desk = Desk.open({"COPECLI_HOME": str(tmp_path)}, saving=False)
        with pytest.raises(NotSaved):
            keep(desk, Plan().add(COPING, Item("a", "tea")))
        assert not desk.keep_draft("plan-coping", "half")
        assert list(tmp_path.rglob("*")) == []

    def test_a_setting_that_cannot_be_saved_holds_for_this_run(self, desk: Desk) -> None:
        """It is told, and used."""
        damaged(os.path.join(os.path.dirname(desk.paths.config), "config"), b"a file in the way")
        with pytest.raises(CopeError):
            desk.set("motion", "less")
        assert desk.config.motion == "less"

    def test_an_empty_draft_is_no_draft(self, desk: Desk) -> None:
        """What was kept goes when the field is emptied."""
        assert desk.keep_draft("plan-coping", "half")
        assert desk.draft("plan-coping") == "half"
        desk.keep_draft("plan-coping", " ")
        assert desk.draft_names() == ()

    def test_a_file_that_is_there_is_never_written_over_unasked(self, desk: Desk, tmp_path: Path) -> None:
        """It is left as it is, and the sentence says so."""
        place = tmp_path / "plan.txt"
        place.write_text("mine")
        with pytest.raises(NotSaved, match="left as it is"):
            desk.print_plan(Plan(), str(place))
        assert place.read_text() == "mine"
        desk.write_file(str(place), "new", replace=True)
        assert place.read_text() == "new"

    def test_a_start_in_no_hurry_tidies_up(self, desk: Desk) -> None:
        """What a killed save left goes, and the first words learn of settings changed by hand."""
        damaged(desk.paths.config_file, b'theme = "light"\n')
        keep(desk, Plan().add(COPING, Item("a", "tea")))
        left = os.path.join(desk.paths.data, ".cope-999999999-0.tmp")
        Path(left).write_text("half a plan")
        os.utime(left, (0, 0))
        desk.settle()
        assert not os.path.exists(left)
        assert "theme=light" in Path(desk.paths.first_file).read_text()


def test_calm_gives_the_sentence_of_what_went_wrong(desk: Desk) -> None:
    """And nothing where all went well."""
    assert calm(lambda: None) == ""
    assert "no exercise called" in calm(lambda: desk.skill("nope"))
