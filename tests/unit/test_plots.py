"""Weekly means as a picture in text, and the same in sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.cells import width
from copecli.core.periods import Period
from copecli.core.plots import Plot, week_plot
from copecli.core.when import DAY_MS, When

MEANS = (8.0, 6.5, None, 3.0, 0.0, 10.0)


def run_of(*means: float | None) -> list[Period]:
    """Return weeks from 2026-05-04 on."""
    first = When.from_iso("2026-05-04T00:00Z").utc_ms
    days = [When(first + at * 7 * DAY_MS).date() for at in range(len(means))]
    return [Period(day, int(mean is not None), mean) for day, mean in zip(days, means, strict=True)]


def said(plot: Plot) -> list[str]:
    """Return its sentences in English."""
    return [one.worded(str) for one in plot.words]


def test_a_picture_in_blocks() -> None:
    """Each row is two points; a mean of 0 has its mark, and a week without a rating has none."""
    plot = week_plot(run_of(*MEANS), "distress", 80)
    assert plot.lines == (
        "10 │          █",
        "   │█ ▂       █",
        "   │█ █       █",
        "   │█ █   ▄   █",
        "   │█ █   █ ▁ █",
        " 0 └────────────",
        "    2026-05-04 - 2026-06-08",
    )


def test_the_same_picture_in_plain_characters() -> None:
    """For terminals, printers and braille lines that have no others."""
    plot = week_plot(run_of(*MEANS), "distress", 40, plain=True)
    assert plot.lines == (
        "10 |          #",
        "   |# .       #",
        "   |# #       #",
        "   |# #   :   #",
        "   |# #   # . #",
        " 0 +------------",
        "    2026-05-04 - 2026-06-08",
    )
    assert "".join(plot.lines).isascii()


def test_sentences_say_what_the_picture_shows() -> None:
    """Each week that is drawn, in its order; and that some are left out."""
    assert said(week_plot(run_of(*MEANS), "urge", 80, today="2026-06-20")) == [
        "The urge, week by week, from 0 to 10.",
        "Week of 4 May: about 8.",
        "Week of 11 May: about 6.5.",
        "Week of 25 May: about 3.",
        "Week of 1 June: about 0.",
        "Week of 8 June: about 10.",
        "Weeks without a rating are left out.",
    ]
    assert said(week_plot(run_of(5.0), "able", 80, today="2027-01-01"))[1] == "Week of 4 May 2026: about 5."


def test_with_nothing_to_show_nothing_is_drawn() -> None:
    """And that is said."""
    for weeks in ([], run_of(None, None)):
        assert week_plot(weeks, "able", 80) == Plot((), week_plot([], "able", 80).words)
        assert said(week_plot(weeks, "able", 80)) == ["Nothing to show yet."]


def test_a_long_time_is_shown_by_its_last_weeks() -> None:
    """A year fits at 80 columns; at 40, its last 36 weeks, in the picture as in the sentences."""
    year = run_of(*(float(at % 11) for at in range(52)))
    for columns, shown in ((80, 52), (40, 36)):
        plot = week_plot(year, "distress", columns)
        assert len(plot.words) == shown + 1
        assert width(plot.lines[-2]) == 4 + shown


means = st.lists(st.none() | st.floats(0, 10), max_size=60)


@given(means, st.integers(20, 120), st.booleans())
def test_any_weeks_fit_their_columns_and_say_as_much_as_they_show(
    drawn: list[float | None], columns: int, plain: bool
) -> None:
    """At any width, in both kinds of character."""
    weeks = run_of(*drawn)
    plot = week_plot(weeks, "distress", columns, plain=plain)
    assert all(width(line) <= columns for line in plot.lines)
    if plot.lines:
        shown = weeks[-(columns - 4) :]
        assert len([text for text in said(plot) if text.startswith("Week of")]) == sum(one.n for one in shown)
        marked = {at for line in plot.lines[:-2] for at, mark in enumerate(line[4:]) if mark != " "}
        assert len(marked) == sum(one.n for one in shown)


@pytest.mark.parametrize("plain", [False, True])
@given(st.floats(0, 10), st.floats(0, 10))
def test_a_higher_mean_is_never_drawn_lower(plain: bool, one: float, other: float) -> None:
    """Bars can be trusted."""
    marks = " .:#" if plain else " ▁▂▃▄▅▆▇█"
    plot = week_plot(run_of(min(one, other), max(one, other)), "distress", 80, plain=plain)
    low, high = (sum(marks.index(line[at : at + 1] or " ") for line in plot.lines[:5]) for at in (4, 6))
    assert low <= high
