from __future__ import annotations

import csv
import io
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from roadmap.views.page import (
    Bar,
    BarGroup,
    Cell,
    Column,
    Group,
    Number,
    Page,
    Percent,
    Row,
    Table,
    Timeline,
)
from roadmap.writers.catalogue import writers
from roadmap.writers.writer import Setting


def page(*cells: Cell, group: str = "", rule: bool = False) -> Page:
    columns = tuple(Column(f"c{n}") for n in range(len(cells)))
    rows = Group(group, (Row(cells), Row(cells, rule=rule)))
    return Page("P", (Table("t", columns, (rows,)),))


def written(page: Page, name: str = "csv", *, all: bool = False) -> str:
    return writers()[name].write(page, Setting(all=all))


@given(st.text(max_size=12))
def test_no_text_begins_a_formula_however_it_is_split(text: str) -> None:
    said = written(page(text, "x"))

    for separator in ",;":
        for row in csv.reader(io.StringIO(said), delimiter=separator):
            for field in row:
                assert not field.lstrip().startswith(tuple("=+-@\t\r\uff1d"))


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1))
def test_a_program_reads_the_text_that_was_there(text: str) -> None:
    rows = list(csv.reader(io.StringIO(written(page(text)))))

    assert rows[1][0].removeprefix("'") == text.removeprefix("'")


def test_numbers_stay_numbers_and_negative_ones_are_no_formula() -> None:
    cells = (Number(Fraction(-7, 2)), Number(Fraction(7, 2), sign=True), 3, None)
    share = Percent(Fraction(2, 3))

    assert written(page(*cells, share)).splitlines()[1] == "-3.5,3.5,3,,0.67"


def test_sums_are_left_out_and_groups_become_a_column() -> None:
    assert written(page("a", group="Now", rule=True)) == "Group,c0\nNow,a\n"


def test_excel_is_told_that_it_reads_unicode() -> None:
    assert written(page("é"), "csv-excel") == "\ufeffc0\r\né\r\né\r\n"


def test_a_file_holds_one_table_and_several_stand_apart_where_all_are_wanted() -> None:
    both = Page("P", page("a").blocks + page("b", "c").blocks)

    assert written(both) == "c0\na\na\n"
    assert written(both, all=True) == "c0\na\na\n\nc0,c1\nb,c\nb,c\n"


def test_a_table_that_goes_on_in_another_is_one() -> None:
    assert written(Page("P", page("a").blocks + page("b").blocks)) == "c0\na\na\nb\nb\n"


def test_a_table_without_rows_has_its_headings() -> None:
    none = Table("t", (Column("One"), Column("Two")), ())

    assert written(Page("P", (none,))) == "One,Two\n"
    assert written(Page("P", (none, *page("a").blocks))) == "c0\na\na\n"


def test_a_calendar_is_a_table_of_days() -> None:
    bar = Bar("pay", "Pay back", "planned", 0, 3, ("web", "data"), "Jan", ((9, "promise"),),
              {"promise": date(2027, 1, 16)})  # fmt: skip
    dates = {day: date(2027, 1, 4 + day) for day in range(10)}
    timeline = Timeline("plan", 0, 5, (), (BarGroup("NOW", (bar,)),), dates=dates)

    assert written(Page("P", (timeline,))) == (
        "Group,Id,Initiative,Kind,Teams,Start,End,Deadline,Commitment\n"
        'NOW,pay,Pay back,planned,"web, data",2027-01-04,2027-01-06,,2027-01-16\n'
    )
