"""What happened goes into an initiative's file, and all else there stays as it is."""

from __future__ import annotations

import pytest

from roadmap.diagnostics import Place
from roadmap.editing.recording import MetricReading, WhatHappened, recorded
from roadmap.reading.tree import tree

HOME = Place("a.yaml")
MEASURE = HOME / "outcomes" / "n" / "measure"
FLOW = """\
# ours
id: a   # the id
status: in_progress
outcomes:
  n:
    impact: high
    measure: {metric: calls, baseline: 9, target: 3}  # what we count
tail: x  # last
"""


def after(text: str, record: WhatHappened, place: Place = HOME) -> str:
    made = recorded(place, text.encode(), record)
    assert made is not None
    return made.decode()


def read(date: str, value: float, place: Place = MEASURE) -> WhatHappened:
    return WhatHappened(readings=(MetricReading(place, date, value),))


def test_a_delivery_sets_the_status_and_the_day() -> None:
    made = after(FLOW, WhatHappened(delivered="2026-12-18", closes=True))

    assert made == FLOW.replace("in_progress", "delivered") + "delivered: 2026-12-18\n"


def test_the_first_actual_makes_the_list() -> None:
    made = after(FLOW, read("2026-12-15", 5))

    assert made == FLOW.replace(
        "target: 3}", "target: 3, actual: [{date: 2026-12-15, value: 5}]}"
    )


FIRST = "actual: [{date: 2026-10-31, value: 8}]"
LISTS = {
    FIRST: "actual: [{date: 2026-10-31, value: 8}, {date: 2026-12-15, value: 5}]",
    "actual: {date: 2026-10-31, value: 8}": (
        "actual: [{date: 2026-10-31, value: 8}, {date: 2026-12-15, value: 5}]"
    ),
    "actual: []": "actual: [{date: 2026-12-15, value: 5}]",
    """\
actual:  # every quarter
        # the first one
        - {date: 2026-10-31, value: 8}  # from the log
""": """\
actual:  # every quarter
        # the first one
        - {date: 2026-10-31, value: 8}  # from the log
        - {date: 2026-12-15, value: 5}
""",
    """\
actual:
        - date: 2026-10-31
          value: 8  # from the log
""": """\
actual:
        - date: 2026-10-31
          value: 8  # from the log
        - {date: 2026-12-15, value: 5}
""",
    "actual: [{date: 2026-12-15, value: 8}]": "actual: [{date: 2026-12-15, value: 5}]",
    "actual: {value: 8, date: 2026-12-15}": "actual: {value: 5, date: 2026-12-15}",
    "actual: {date: 2026-12-15, value: 5}": "actual: {date: 2026-12-15, value: 5}",
}


@pytest.mark.parametrize("before", LISTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_actual_joins_what_is_there_and_comments_stay(before: str, end: str) -> None:
    def text(actual: str) -> str:
        head = "id: a\noutcomes:\n  n:\n    measure:\n      metric: calls # ours\n"
        whole = f"{head}      {actual.rstrip()}\ntail: x # last\n"
        return whole.replace("\n", end)

    assert after(text(before), read("2026-12-15", 5)) == text(LISTS[before])


@pytest.mark.parametrize(
    ("before", "spent", "expected"),
    [
        ("id: a\n", {"web": "7w"}, "id: a\nspent: {web: 7w}\n"),
        ("id: a\n", {"": "7w"}, "id: a\nspent: 7w\n"),
        ("spent: {web: 6w} # s\n", {"web": "7w"}, "spent: {web: 7w} # s\n"),
        ("spent: {web: 6w}\n", {"data": "4w"}, "spent: {web: 6w, data: 4w}\n"),
        ("spent:\n  web: 6w # s\n", {"data": "4w"}, "spent:\n  web: 6w # s\n  data: 4w\n"),
        (
            "spent: {web: {work: 6w, people: 2}}\n",
            {"web": "7w"},
            "spent: {web: {work: 7w, people: 2}}\n",
        ),
        ("spent: 6w\n", {"web": "7w"}, "spent: {web: 7w}\n"),
    ],
)
def test_work_goes_to_its_team(before: str, spent: dict[str, str], expected: str) -> None:
    assert after(before, WhatHappened(spent=spent)) == expected


def test_recording_twice_changes_nothing_more() -> None:
    whole = WhatHappened(
        delivered="2026-12-18",
        closes=True,
        readings=(
            MetricReading(MEASURE, "2026-12-15", 5),
            MetricReading(MEASURE, "2026-12-20", 4.5),
        ),
        spent={"web": "7w", "data": "4w"},
    )
    once = after(FLOW, whole)

    assert once != FLOW
    assert after(once, whole) == once


def test_it_finds_its_initiative_among_others_in_a_file() -> None:
    text = "- {id: a, outcomes: {n: {measure: {metric: m}}}}\n- {id: b} # b\n"
    place = HOME / 0

    made = after(text, read("2026-12-15", 5, place / "outcomes" / "n" / "measure"), place)
    assert made == text.replace(
        "{metric: m}", "{metric: m, actual: [{date: 2026-12-15, value: 5}]}"
    )
    assert tree("a.yaml", made.encode()).documents[0][1] == {"id": "b"}


def test_what_an_alias_stands_for_is_not_touched() -> None:
    text = "id: a\nx-m: &m {metric: calls}\noutcomes: {n: {measure: *m}}\n"

    assert recorded(HOME, text.encode(), read("2026-12-15", 5)) is None


def test_a_comment_is_never_lost() -> None:
    actual = "actual:\n    date: 2026-10-31  # in autumn\n    value: 8\n"
    text = f"measure:\n  metric: m\n  {actual}"

    assert recorded(HOME, text.encode(), read("2026-12-15", 5, HOME / "measure")) is None
