"""Articles from disk: one that was broken by an edit costs itself and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from copecli.core.errors import CopeError, NothingFound, Unreadable
from copecli.desk import Desk
from copecli.desk_learn import by_topic, library, one, sources_told, titles_now
from copecli.system.articles import LARGEST_ARTICLE, load_article, load_cited, load_shelf
from tests.articles import TEXT, lay_out, text

BROKEN = {
    "no-head.md": ("Only words.", "line 1"),
    "open-head.md": ("+++\nformat = 1\n", "line 1"),
    "no-toml.md": (TEXT.replace('group = "living"', "group = living"), "line 4"),
    "bad-key.md": (
        text(group='"lving"'),
        "line 4: group: “lving” is not known here; the nearest is “living”",
    ),
    "bad-source.md": (TEXT.replace("[Stanley18]\n", "[Nobody99]\n", 1), "line 12: “Nobody99”"),
    "no-text.md": (TEXT[: TEXT.index("Rain falls")], "nothing to read"),
    "steers.md": (TEXT.replace("It ends.", "It \x1b[31mends."), "line 18"),
    "large.md": (TEXT + "\n" * LARGEST_ARTICLE, "too large"),
    "Bad Name.md": (TEXT, "file's name"),
}


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A shelf with two articles that are whole."""
    whole = {"rain.md": TEXT, "snow.md": text(title='"Snow"', place="1", now='[{ read = "rain" }]')}
    return lay_out(monkeypatch, tmp_path, whole)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_sentence_and_hides_no_other(folder: Path, name: str) -> None:
    """It names the file and the line, and says that the others are there."""
    content, said = BROKEN[name]
    folder.joinpath(name).write_text(content, encoding="utf-8")
    shelf = load_shelf()
    assert [article.id for article in shelf.articles] == ["snow", "rain"]
    (trouble,) = shelf.refused
    assert str(trouble).startswith(f"The page {name} cannot be shown")
    assert said in str(trouble)
    assert "The others are there." in str(trouble)
    assert "\x1b" not in str(trouble)


def test_what_is_no_text_or_no_file_is_refused_alone(folder: Path) -> None:
    """Bytes that are no UTF-8, a folder of that name, a dead link; other files are no articles."""
    folder.joinpath("bytes.md").write_bytes(b"\xff\xfe" + TEXT.encode())
    folder.joinpath("folder.md").mkdir()
    folder.joinpath("link.md").symlink_to(folder / "nowhere")
    folder.joinpath("notes.txt").write_text("Notes.", encoding="utf-8")
    folder.joinpath(".hidden.md").write_text("Hidden.", encoding="utf-8")
    shelf = load_shelf()
    assert len(shelf.articles) == 2
    assert len(shelf.refused) == 3


def test_no_folder_is_an_empty_shelf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is raised."""
    lay_out(monkeypatch, tmp_path, {}).rmdir()
    assert load_shelf().articles == ()
    assert library().find("rain") == ()


def test_one_article_is_read_without_the_others(folder: Path) -> None:
    """What no id can name reaches no file."""
    folder.joinpath("broken.md").write_text("Broken.", encoding="utf-8")
    found = load_article("rain")
    assert found is not None
    assert found.title == "Rain on a window"
    assert load_article("hail") is None
    assert load_article("../learn/rain") is None
    with pytest.raises(Unreadable):
        load_article("broken")
    assert one("broken") is None


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("topic", ["rain", "Rain", "rain on a window", "weather window", "wet"])
def test_a_topic_is_an_id_a_title_or_words(topic: str) -> None:
    """The one article that it names, else all that have its words."""
    assert [article.id for article in by_topic(topic)][-1] == "rain"
    assert len(by_topic(topic)) == (2 if topic == "wet" else 1)


@pytest.mark.usefixtures("folder")
def test_a_topic_that_is_nowhere_says_what_is_near() -> None:
    """And where its words speak of ending one's life, that people come first."""
    with pytest.raises(NothingFound, match="snow") as caught:
        by_topic("snwo")
    assert "`cope learn snow`" in str(caught.value)
    with pytest.raises(NothingFound, match="`cope learn` lists it all"):
        by_topic("astronomy")
    with pytest.raises(NothingFound, match="people come first: `cope now`"):
        by_topic("how to die")


@pytest.mark.usefixtures("folder")
def test_what_is_left_out_or_not_there_is_not_offered(tmp_path: Path) -> None:
    """An exercise that the person hides has no title here, nor one that is nowhere."""
    desk = Desk.open({"COPECLI_HOME": str(tmp_path / "cope")})
    rain, snow = one("rain"), one("snow")
    assert rain is not None
    assert snow is not None
    assert titles_now(desk, rain) == {"skill:stop": "Stop and step back"}
    assert titles_now(desk, snow) == {"read:rain": "Rain on a window"}
    desk.hide("stop", True)
    assert titles_now(desk, rain) == {}


@pytest.mark.usefixtures("folder")
def test_sources_are_told_by_number_with_what_they_found() -> None:
    """In the order in which lines cite them, and last who has read it."""
    rain = one("rain")
    assert rain is not None
    first, second, review = sources_told(rain)
    assert first.startswith("[1] JAMA Psychiatry (2018). 1,640 people")
    assert second.startswith("[2] Review of six studies (2021).")
    assert review == "A draft of 2026-11-26. No clinician has read it yet."


def test_a_source_that_is_not_known_stands_for_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Also where the file of sources is damaged."""
    assert load_cited(["Nobody99"])["Nobody99"].cite == "Nobody99"
    from copecli.system import articles

    monkeypatch.setattr(articles, "content_path", lambda *parts: str(tmp_path.joinpath(*parts)))
    assert load_cited(["Nuij21"])["Nuij21"].cite == "Nuij21"
    (tmp_path / "sources.toml").write_text("x = [", encoding="utf-8")
    assert load_cited(["Nuij21"])["Nuij21"].found == ""


def test_every_refusal_is_an_error_of_ours(folder: Path) -> None:
    """So a face can word it."""
    folder.joinpath("x.md").write_text("", encoding="utf-8")
    assert all(isinstance(trouble, CopeError) for trouble in load_shelf().refused)
