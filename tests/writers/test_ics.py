from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roadmap.views.page import Bar, BarGroup, Page, Timeline
from roadmap.writers.catalogue import writers
from roadmap.writers.formats.ics import folded
from roadmap.writers.writer import Setting

START = date(2027, 1, 4)
HOST = "f99297d29d2a.roadmap"
DATES = {day: START + timedelta(day // 5 * 7 + day % 5) for day in range(90)}
BARS = (
    Bar("a", "Pay; then, rest \\ sleep", "planned", 0, 9, ("web",), "15 Jan",
        ((19, "deadline"), (84, "promise")),
        {"deadline": date(2027, 1, 31), "promise": date(2027, 4, 30)}),
    Bar("gate", "The gate opens", "milestone", 4, 4, (), "8 Jan"),
    Bar("b", "No date to keep", "planned", 0, 9, ("web",), "15 Jan"),
)  # fmt: skip


def calendar(*bars: Bar, title: str = "Northwind") -> str:
    timeline = Timeline("plan", 0, 20, (), (BarGroup("", bars),), dates=DATES,
                        as_of=date(2027, 1, 2))  # fmt: skip
    return writers()["ics"].write(Page(title, (timeline,)), Setting())


def test_dates_as_stated_and_milestones_are_days_of_their_own() -> None:
    text = calendar(*BARS).replace("\r\n ", "")
    events = [event.split("\r\n")[1:6] for event in text.split("BEGIN:VEVENT")[1:]]

    assert events == [
        [
            f"UID:milestone-gate@{HOST}",
            "DTSTAMP:20270102T000000Z",
            "DTSTART;VALUE=DATE:20270108",
            "DTEND;VALUE=DATE:20270109",
            "SUMMARY:Milestone: The gate opens",
        ],
        [
            f"UID:deadline-a@{HOST}",
            "DTSTAMP:20270102T000000Z",
            "DTSTART;VALUE=DATE:20270131",
            "DTEND;VALUE=DATE:20270201",
            "SUMMARY:Deadline: Pay\\; then\\, rest \\\\ sleep",
        ],
        [
            f"UID:promise-a@{HOST}",
            "DTSTAMP:20270102T000000Z",
            "DTSTART;VALUE=DATE:20270430",
            "DTEND;VALUE=DATE:20270501",
            "SUMMARY:Commitment: Pay\\; then\\, rest \\\\ sleep",
        ],
    ]


def test_events_are_the_portfolios_own_and_stay_when_their_dates_move() -> None:
    def uids(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.startswith("UID:")]

    moved = replace(BARS[0], stated={**BARS[0].stated, "deadline": date(2027, 1, 28)})

    assert uids(calendar(moved, *BARS[1:])) == uids(calendar(*BARS))
    assert not set(uids(calendar(*BARS, title="Southwind"))) & set(uids(calendar(*BARS)))


def test_a_calendar_without_events_is_one() -> None:
    lines = calendar().splitlines()

    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert "BEGIN:VEVENT" not in lines


@given(st.text(max_size=200))
def test_lines_end_as_they_must_and_none_has_more_than_75_octets(title: str) -> None:
    bar = Bar("a", title, "milestone", 4, 4, (), "")
    text = calendar(bar, title=title)

    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r") == text.count("\r\n")
    for line in text.encode("utf-8", "surrogatepass").split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")


@given(st.text(max_size=300).filter(lambda text: "\r" not in text))
def test_unfolding_gives_the_line_again(text: str) -> None:
    assert folded(text).replace("\r\n ", "") == text.replace("\r\n ", "")


def test_a_calendar_written_before_may_be_replaced() -> None:
    assert writers()["ics"].wrote(calendar(*BARS))
    assert not writers()["ics"].wrote("BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\n")


def test_a_range_says_how_often_and_by_when_it_is_safe() -> None:
    bar = replace(BARS[0], ends="Jan – Feb", p85=date(2027, 2, 19))
    timeline = Timeline(
        "plan", 0, 20, (), (BarGroup("", (bar,)),), dates=DATES, often="8 in 10"
    )
    text = writers()["ics"].write(Page("Northwind", (timeline,)), Setting())
    said = text.replace("\r\n ", "")

    assert "DESCRIPTION:Forecast: Jan – Feb (8 in 10)\\; 85 % date: 2027-02-19" in said
