"""`cope plan import`: a file comes into the plan, and nothing that is there is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from copecli.core.errors import NOTHING_FOUND, OK, UNEXPECTED, UNREADABLE, USAGE
from copecli.core.plan import COPING, PEOPLE, Item, Plan
from copecli.documents.json_ import plan_as_json
from copecli.documents.markdown import plan_as_markdown
from tests.cli.stage import A_PLAN, Done, cope, desk, write_plan


def put(tmp_path: Path, name: str, text: str | bytes) -> str:
    """Write a file to import, and return its path."""
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


def now() -> Plan:
    """Return the plan on disk."""
    return desk().read_plan().plan


def test_a_plan_printed_in_any_form_comes_back_equal(tmp_path: Path) -> None:
    """TOML, JSON, Markdown; and a second time nothing is new."""
    write_plan(A_PLAN)
    toml = Path(desk().paths.plan_file)
    files = [
        put(tmp_path, "plan.toml", toml.read_bytes()),
        put(tmp_path, "plan.json", plan_as_json(A_PLAN)),
        put(tmp_path, "plan.md", plan_as_markdown(A_PLAN)),
        put(tmp_path, "toml-without-an-end", toml.read_bytes()),
        put(tmp_path, "json-without-an-end", plan_as_json(A_PLAN)),
    ]
    for file in files:
        toml.unlink()
        done = cope("plan", "import", file)
        assert (done.code, done.out) == (OK, "")
        assert "New lines:" in done.talk
        assert now() == A_PLAN
        assert "New lines:" not in cope("plan", "import", file).talk
        assert now() == A_PLAN


def test_what_is_here_stays_and_becomes_a_version(tmp_path: Path) -> None:
    """The line of now keeps its words; the other number stands beside it."""
    write_plan(Plan({PEOPLE: (Item("f", "A friend", "555-0100"),)}))
    file = put(tmp_path, "mine.md", "## People\n- A friend: 555-0199\n\n## Coping\n- Tea\n")
    done = cope("plan", "import", file)
    assert done.talk.splitlines()[0] == "New lines: 2."
    assert [item.phone for item in now().of(PEOPLE)] == ["555-0100", "555-0199"]
    assert [item.text for item in now().of(COPING)] == ["Tea"]
    assert len(desk().plan_versions()) == 1


def test_what_is_unknown_or_of_another_type_is_named_calmly_and_kept(tmp_path: Path) -> None:
    """And stands in the plan that is shown."""
    file = put(tmp_path, "plan.toml", 'mood = "grey"\n[[people]]\ntext = "A friend"\nphone = 5550100\n')
    done = cope("plan", "import", file)
    assert done.code == OK
    assert "- mood is not known here. It is kept." in done.talk
    assert "- people[0].phone is not as it should be. It is kept: 5550100." in done.talk
    shown = cope("plan", "show").out
    assert "grey" in shown
    assert "5550100" in shown


def refused(tmp_path: Path, name: str, text: str | bytes) -> Done:
    """Return what importing such a file said; nothing may have been changed."""
    write_plan(A_PLAN)
    done = cope("plan", "import", put(tmp_path, name, text))
    assert now() == A_PLAN
    assert len(done.talk.splitlines()) == 1
    return done


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.toml", 'text = "open'),
        ("a.toml", b"\xff\xfe"),
        ("a.json", "{"),
        ("a.json", "[1, 2]"),
        ("a.json", "[" * 100_000),
        ("a.json", '{"likelihood": ' + "1" * 5000 + "}"),
        ("a.md", b"\xff\xfe"),
        ("a.md", "x" * (1024 * 1024 + 1)),
    ],
)
def test_a_file_that_is_no_plan_is_refused_in_one_sentence(
    tmp_path: Path, name: str, text: str | bytes
) -> None:
    """Nothing is changed, and it says what it takes."""
    done = refused(tmp_path, name, text)
    assert done.code == UNREADABLE
    assert "Nothing was changed." in done.talk


def test_no_file_no_name_an_empty_one_and_no_saving_each_say_so(tmp_path: Path) -> None:
    """With the exit of each."""
    assert cope("plan", "import").code == USAGE
    assert cope("plan", "import", str(tmp_path / "nowhere.md")).code == NOTHING_FOUND
    assert cope("plan", "import", str(tmp_path)).code == UNREADABLE
    empty = put(tmp_path, "empty.md", "\n")
    assert cope("plan", "import", empty).code == NOTHING_FOUND
    off = cope("plan", "import", "--no-save", put(tmp_path, "a.md", "## Coping\n- Tea"))
    assert (off.code, off.talk) == (UNEXPECTED, "Saving is off, so nothing was taken in.\n")
    assert now().empty


def test_a_damaged_plan_is_not_added_to(tmp_path: Path) -> None:
    """It is kept as it is, and what can be done is said."""
    write_plan(A_PLAN)
    Path(desk().paths.plan_file).write_text("format = ")
    done = cope("plan", "import", put(tmp_path, "a.md", "## Coping\n- Tea"))
    assert done.code == UNREADABLE
    assert Path(desk().paths.plan_file).read_text() == "format = "
