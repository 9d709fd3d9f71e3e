"""Whiskers: where a bar ends 8 times in 10, as far as the calendar goes."""

from __future__ import annotations

from roadmap.views.page import Bar, BarGroup, Timeline
from roadmap.writers.html.calendar_picture import calendar_picture
from roadmap.writers.html.calendar_rows import CalendarRows, calendar_rows


def drawn(likely: tuple[int, int] | None) -> Timeline:
    bar = Bar("a", "A", "planned", 0, 10, (), "Jan", likely=likely)
    return Timeline("plan", 0, 20, (), (BarGroup("", (bar,)),))


def whisker(rows: CalendarRows) -> tuple[str, str, bool] | None:
    return rows.groups[0].bars[0].likely


def test_a_whisker_lies_where_a_bar_is_likely_to_end() -> None:
    assert whisker(calendar_rows(drawn((8, 15)))) == ("40%", "75%", True)


def test_a_whisker_past_the_calendar_has_no_end() -> None:
    assert whisker(calendar_rows(drawn((8, 40)))) == ("40%", "100%", False)
    (group,) = calendar_picture(drawn((8, 40))).groups
    (inside,) = calendar_picture(drawn((8, 15))).groups

    assert not group.bars[0].whisker.endswith("m0-4v8")
    assert inside.bars[0].whisker.endswith("m0-4v8")


def test_the_legend_explains_whiskers_where_there_are_some() -> None:
    said = ("likely", "ends here 8 times in 10")

    assert calendar_rows(drawn((8, 15))).kinds[-1] == said
    assert said not in calendar_rows(drawn(None)).kinds
    assert calendar_picture(drawn((8, 15))).legend[-1][1:] == said


def test_without_a_forecast_there_are_none() -> None:
    assert whisker(calendar_rows(drawn(None))) is None
    (group,) = calendar_picture(drawn(None)).groups

    assert group.bars[0].whisker == ""
