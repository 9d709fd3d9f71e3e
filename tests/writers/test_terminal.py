from __future__ import annotations

import re
import subprocess
import sys
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.views.blocks.commitments import COLUMNS
from roadmap.views.page import (
    Bar,
    BarGroup,
    Cell,
    Column,
    Findings,
    Group,
    Line,
    Number,
    Page,
    Prose,
    Row,
    Table,
    Timeline,
)
from roadmap.writers.catalogue import shows_anything, writers
from roadmap.writers.text.safe import plain
from roadmap.writers.text.width import columns
from roadmap.writers.writer import Setting
from tests.writers.sample_pages import (
    HOSTILE,
    findings_page,
    hostile_page,
    plan_page,
    sequence_page,
    timeline,
)

PAGES = (sequence_page(), plan_page(), hostile_page(), findings_page())
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def written(page: Page, width: int | None = None, **options: Any) -> str:
    return writers()["terminal"].write(page, Setting(width, **options))


def table(*rows: tuple[Cell, ...], heads: tuple[Column, ...]) -> Page:
    return Page("", (Table("t", heads, (Group("", tuple(map(Row, rows))),)),))


def bars(*bars: Bar, days: int = 60) -> list[str]:
    """The lines of some bars on a chart with a cell for each day."""
    drawn = Timeline("t", 0, days, (), (BarGroup("", bars),))
    return [line[3:-2] for line in written(Page("", (drawn,))).splitlines()[1:-1]]


def bar(
    kind: str,
    start: int,
    end: int,
    *marks: tuple[int, str],
    likely: tuple[int, int] | None = None,
) -> Bar:
    return Bar("a", "", kind, start, end, (), "|", marks, likely=likely)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [80, 140, None])
def test_colour_changes_nothing_but_the_colour(page: Page, width: int | None) -> None:
    coloured = written(page, width, colour=True)

    assert "\x1b[" in coloured
    assert ESCAPES.sub("", coloured) == written(page, width)


@pytest.mark.parametrize("width", [60, 80, 100, 140])
@pytest.mark.parametrize("page", PAGES[:3])
def test_tables_timelines_and_prose_stay_within_the_width(page: Page, width: int) -> None:
    shown = [block for block in page.blocks if not isinstance(block, Findings)]
    lines = written(Page(page.title, tuple(shown)), width).splitlines()

    assert [line for line in lines if columns(line) > width] == []


def test_nothing_is_cut_where_nothing_limits_the_width() -> None:
    text = written(hostile_page())

    assert [title for title in HOSTILE if plain(title) not in text] == []


def test_a_narrow_terminal_shortens_the_most_shrinkable_column_first() -> None:
    heads = (Column("Title", shrink=1), Column("Why", shrink=2))
    page = table(("a title of more than thirty columns", "w" * 60), heads=heads)

    first, why = written(page, 70).splitlines()[1].split("  ")

    assert first == "a title of more than thirty columns"
    assert why == "w" * 32 + "…"


def test_an_optional_column_is_dropped_when_shortening_does_not_do() -> None:
    heads = (Column("Id"), Column("Owner", optional=True))
    page = table(("an-id-of-twenty-signs", "somebody far away"), heads=heads)

    assert "Owner" in written(page, 60)
    assert written(page, 30) == "Id\nan-id-of-twenty-signs\n"


def test_an_optional_column_is_dropped_before_others_are_hard_to_read() -> None:
    words = "twelve words that together want rather more than sixty columns of room"
    heads = (
        Column("A", shrink=1, wrap=True),
        Column("B", shrink=1, wrap=True, optional=True),
    )
    page = table((words, words), heads=heads)

    assert written(page, 42).splitlines()[0].split() == ["A", "B"]
    assert written(page, 41).splitlines()[0].split() == ["A"]


def test_columns_that_wrap_alike_share_the_width() -> None:
    words = "twelve words that together want rather more than sixty columns of room"
    heads = (Column("A", shrink=1, wrap=True), Column("B", shrink=1, wrap=True))
    page = table((words, words * 2), heads=heads)

    assert written(page, 62).splitlines()[0].index("B") == 32


def test_a_heading_is_brief_where_the_full_one_would_cramp_text() -> None:
    words = "twelve words that together want rather more than sixty columns of room"
    heads = (
        Column("Need", shrink=1, wrap=True),
        Column("Importance", right=True, brief="Imp."),
    )
    page = table((words, Number(Fraction(8))), heads=heads)

    assert written(page, 36).splitlines()[0].split() == ["Need", "Importance"]
    assert written(page, 35).splitlines()[0].split() == ["Need", "Imp."]

    short = table(("few words", Number(Fraction(8))), heads=heads)
    assert written(short, 35).splitlines()[0].split() == ["Need", "Importance"]


def test_what_can_be_neither_cut_nor_dropped_wraps() -> None:
    page = table(("one two three", "four five six"), heads=(Column("A"), Column("B")))

    assert written(page, 18).splitlines()[1:] == ["one two   four", "three     five six"]


def test_a_column_that_wraps_is_never_cut() -> None:
    heads = (Column("Id"), Column("How", shrink=1, wrap=True))
    page = table(("a", "how it came about " * 4), heads=heads)

    assert "…" not in written(page, 40)
    assert len(written(page, 40).splitlines()) == 3


def test_a_bracket_goes_on_beside_a_row_that_wraps() -> None:
    heads = (Column("Title"), Column("Why", shrink=1, wrap=True))
    rows = (Row(("one", "because of others " * 3), mark="┌"), Row(("two", ""), mark="└"))
    lines = written(Page("", (Table("t", heads, (Group("", rows),)),)), 40).splitlines()

    assert [line[0] for line in lines] == [" ", "┌", "│", "└"]


def test_a_sum_has_a_line_above_its_numbers_alone() -> None:
    heads = (Column("What"), Column("", right=True), Column("", right=True))
    rows = (Row(("a", 1, 200)), Row(("sum", None, 200), rule=True))
    lines = written(Page("", (Table("t", heads, (Group("", rows),)),))).splitlines()

    assert lines == ["What", "a     1  200", "         ───", "sum      200"]


def test_numbers_have_the_digits_that_they_ask_for() -> None:
    third = Fraction(1, 3)
    cells = (
        Number(third),
        Number(-third, 2),
        Number(third * 3700, significant=3),
        Number(third, sign=True),
        12,
        None,
    )
    page = table(cells, heads=tuple(Column("") for _ in cells))

    assert written(page).split() == ["0.3", "-0.33", "1230", "+0.3", "12"]


def test_no_text_of_a_user_acts_on_the_terminal() -> None:
    text = written(hostile_page(), 80)
    acting = {sign for sign in text if not sign.isprintable()}

    assert acting == {"\n", "\u200c", "\u200d"}


@given(st.text(st.characters(), max_size=40))
def test_harmless_text_holds_nothing_that_moves_or_turns(text: str) -> None:
    moves = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"

    assert not re.search(moves, plain(text))


def test_an_ascii_terminal_is_sent_nothing_else() -> None:
    assert all(written(page, 80, unicode=False).isascii() for page in PAGES)


def test_a_code_page_keeps_the_letters_that_it_has() -> None:
    page = Page("", (Prose((Line("für 東 ÷ 2"),)),))
    setting = Setting(unicode=False, encoding="cp1252")

    assert writers()["terminal"].write(page, setting) == "für \\u6771 / 2\n"


def test_what_follows_begins_where_what_it_waits_for_has_ended() -> None:
    first, second = bars(bar("planned", 0, 7), bar("running", 7, 9))

    assert (len(first.rstrip()), second.index("▒")) == (7, 7)


def test_the_shortest_bar_has_a_cell() -> None:
    year = timeline(12)
    day = Bar("day", "A day", "planned", 100, 101, (), "May")
    page = Page("", (Timeline("t", 0, year.last_day, (), (BarGroup("", (day,)),)),))

    assert written(page, 60).count("█") == 2  # one of them in the legend


def test_a_bar_that_reaches_over_its_deadline_is_late() -> None:
    kept, late = bars(
        bar("planned", 0, 5, (4, "deadline")), bar("planned", 0, 8, (4, "deadline"))
    )

    assert (kept.strip(), late.strip()) == ("█████◆", "█████◆██")


def test_a_deadline_stands_over_the_bar_and_a_bar_over_the_months() -> None:
    drawn = bars(bar("assumed", 2, 9, (5, "promised"), (5, "deadline")))[0]

    assert drawn.rstrip() == "  ░░░░◆░░"


def test_a_line_leads_from_a_bar_to_where_it_ends_9_times_in_10() -> None:
    short, crossed, none = bars(
        bar("planned", 0, 5, likely=(3, 9)),
        bar("planned", 0, 5, (6, "deadline"), likely=(3, 9)),
        bar("planned", 0, 5, likely=(3, 5)),
    )

    assert short.rstrip() == "█████╌╌╌╌"
    assert crossed.rstrip() == "█████╌╌◆╌"
    assert none.rstrip() == "█████"


def test_a_line_past_the_calendar_runs_over_its_edge() -> None:
    inside, past = (
        written(Page("", (Timeline("t", 0, 60, (), (BarGroup("", (each,)),)),)), 80)
        for each in (bar("planned", 0, 40, likely=(30, at)) for at in (60, 61))
    )

    assert past.count("╌") == inside.count("╌") + 1
    assert max(map(columns, past.splitlines())) <= 80


def test_the_legend_explains_the_line_where_there_is_one() -> None:
    def drawn(likely: tuple[int, int] | None, **options: Any) -> str:
        group = BarGroup("", (bar("planned", 0, 9, likely=likely),))
        return written(Page("", (Timeline("t", 0, 60, (), (group,)),)), **options)

    assert "╌ ends by here 9 times in 10" in drawn((8, 20))
    assert "-- " in drawn((8, 20), unicode=False)
    assert "- ends by here 9 times in 10" in drawn((8, 20), unicode=False)
    assert "9 times" not in drawn(None)
    assert "9 times" not in drawn((8, 9))


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("months", [1, 3, 12, 36, 120])
def test_months_are_named_as_far_as_they_have_room(months: int, width: int) -> None:
    names = written(Page("", (timeline(months),)), width).splitlines()[0]

    assert 2 <= len(names.split()) <= 2 + width // 5
    assert columns(names) <= width


def test_a_format_that_shows_nothing_of_a_page_says_so() -> None:
    known = writers()

    assert not shows_anything(known["json"], plan_page())
    assert not shows_anything(known["terminal"], Page("", ()))
    assert shows_anything(known["terminal"], plan_page())


def test_rich_is_imported_for_colour_alone() -> None:
    script = (
        "import sys\n"
        "from roadmap.writers.catalogue import writers\n"
        "from roadmap.writers.writer import Setting\n"
        "from roadmap.views.page import Page\n"
        "for name, each in writers().items(): each.write(Page('t', ()), Setting(80))\n"
        "print('rich' in sys.modules)\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert found.stdout == "False\n"


def test_no_id_is_broken_while_another_column_can_give_way() -> None:
    heads = (
        Column("Title", shrink=2),
        Column("Assumed", optional=True),
        Column("Order", shrink=1, wrap=True),
    )
    last = "after rehearse-one-release-a-month"
    page = table(
        ("a title of some thirty columns", "reach; need; effort", last), heads=heads
    )

    wide, narrow = written(page, 79), written(page, 60)
    assert "rehearse-one-release-a-month" in wide
    assert "Assumed" in wide
    assert "rehearse-one-release-a-month" in narrow
    assert "Assumed" not in narrow


def test_the_legend_names_no_mark_that_lies_beyond_the_chart() -> None:
    def drawn(day: int) -> str:
        group = BarGroup("", (bar("planned", 0, 9, (day, "deadline")),))
        return written(Page("", (Timeline("t", 0, 60, (), (group,)),)))

    assert "◆ deadline" in drawn(59)
    assert "◆" not in drawn(60)


def test_the_digits_that_stand_for_loads_are_explained() -> None:
    page = plan_page()

    assert "1-9 utilisation (9 is full)" in written(page, unicode=False)
    assert "1-9" not in written(page)


def test_a_delivered_date_wraps_before_the_kind_of_date_breaks_words() -> None:
    row = ("Say when the bill is due, in three languages", "commitment to customer board",
           "30 Sep 2026", "delivered 14 Oct 2026", "missed", "2 weeks late")  # fmt: skip
    shown = written(table(row, heads=COLUMNS), width=80)

    assert "commitment" in shown
    assert "customer" in shown
