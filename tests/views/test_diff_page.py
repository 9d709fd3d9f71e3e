from __future__ import annotations

import re
from typing import Any

import pytest

from roadmap.scoring.catalogue import frameworks
from roadmap.views.answer import Answer
from roadmap.views.diff_data import Side
from roadmap.views.page import Page
from roadmap.views.pages.diff import page
from roadmap.views.phrases.spans import moved
from tests.building import portfolio
from tests.studies.files import SHOP, Replaced, between, edited
from tests.views.viewing import lines, rows, tables, texts

GROWN = ("ledger-events.yaml", "data: 3w", "data: 6w")
SHRUNK = ("ledger-events.yaml", "data: 6w", "data: 3w")


def compared(old: dict[str, str], new: dict[str, str], **options: Any) -> Page:
    found = between(old, new)
    framework = frameworks()[found.new.framework]
    answer = Answer(found.new.portfolio, framework, plan=found.new.plan, **options)
    return page(answer, found, (Side("main"), Side("work")))


def with_line(name: str, line: str) -> Replaced:
    """The replacement that adds a line below the title of a file of the shop."""
    title = SHOP[name].partition("\n")[0]
    return name, title, f"{title}\n{line}"


def test_a_deadline_that_is_missed_now_says_what_moved_it() -> None:
    due = edited(SHOP, with_line("refunds.yaml", "deadline: 2027-02-12"))
    found = lines(compared(due, edited(due, GROWN)))

    assert (
        "Now at risk: “Refunds”, deadline by 12 Feb. "
        "It moves 3.0 weeks later because “Events” grew from 3w to 6w."
    ) in found


def test_a_commitment_that_is_kept_again_is_back_on_track() -> None:
    told = with_line("refunds.yaml", "promised: {date: 2027-02-12, to: a partner}")
    late = edited(SHOP, GROWN, told)
    found = lines(compared(late, edited(late, SHRUNK)))

    assert (
        "Back on track: “Refunds”, commitment to a partner by 12 Feb. "
        "It moves 3.0 weeks earlier because “Events” shrank from 6w to 3w."
    ) in found


def test_a_date_that_was_itself_moved_says_from_when() -> None:
    due = edited(SHOP, with_line("refunds.yaml", "deadline: 2027-03-31"))
    sooner = edited(due, ("refunds.yaml", "2027-03-31", "2027-01-29"))
    found = lines(compared(due, sooner))

    assert any(
        line.startswith("Now at risk: “Refunds”, deadline by 29 Jan (was 31 Mar).")
        for line in found
    )


def test_what_was_removed_is_still_named_as_removed_further_down() -> None:
    new = {name: text for name, text in SHOP.items() if name != "invoices.yaml"}
    later = edited(new, GROWN)
    found = compared(SHOP, later)
    causes = [texts(row)[4] for row in rows(tables(found)["moves"])]

    assert len(causes) > 1
    assert all("“Invoices”" not in cause or "removed" in cause for cause in causes)


def test_one_edit_that_moves_everything_is_told_once_above_the_moves() -> None:
    found = compared(SHOP, edited(SHOP, GROWN))
    moves = tables(found)["moves"]

    assert "Everything moves for one reason: “Events” grew from 3w to 6w." in lines(found)
    assert moves.title == "Delivery dates that moved"
    assert moves.columns[-1].data


def test_the_cost_of_delay_and_the_time_to_value_are_compared() -> None:
    found = lines(compared(SHOP, edited(SHOP, GROWN)))

    assert found[0] == "1 edit. Deliveries: 3 later, 1 earlier."
    assert found[1].startswith("Cost of delay rises from ")
    assert "value-weeks (+" in found[1]
    assert "; average time to value goes from " in found[1]


def test_dates_that_would_read_alike_are_printed_as_finely_as_they_differ() -> None:
    def told(first: str, then: str) -> tuple[str, ...]:
        old, new = (edited(SHOP, with_line("search.yaml", f"not_before: {day}"))
                    for day in (first, then))  # fmt: skip
        return texts(rows(tables(compared(old, new))["moves"])[0])[1:4]

    assert told("2027-08-02", "2027-11-01") == ("Q3", "Q4", "13.0 weeks later")
    assert told("2027-07-05", "2027-08-02") == ("Jul", "Aug", "4.0 weeks later")
    assert told("2027-08-02", "2027-07-26") == ("27 Aug", "20 Aug", "1.0 weeks earlier")


def test_two_initiatives_of_one_title_are_told_apart() -> None:
    twins = edited(SHOP, ("invoices.yaml", "title: Invoices", "title: Refunds"))
    found = compared(twins, edited(twins, GROWN))

    names = {texts(row)[0] for row in rows(tables(found)["moves"])}
    assert names >= {"Refunds (invoices)", "Refunds (refunds)"}


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "1 working day later"),
        (-3, "3 working days earlier"),
        (7, "1.0 weeks later"),
        (8, "1.2 weeks later"),
        (-8, "1.1 weeks earlier"),
    ],
)
def test_a_move_never_looks_better_than_it_is(days: int, said: str) -> None:
    whole_week = portfolio(week=("mon", "tue", "wed", "thu", "fri", "sat", "sun"))

    assert moved(whole_week, days) == said


def test_a_cost_that_rises_by_little_never_reads_alike_on_both_sides() -> None:
    old = edited(SHOP, ("invoices.yaml", "value: 10", "value: 1"))
    new = edited(SHOP, ("invoices.yaml", "value: 10", "value: 1.001"))
    (said,) = (line for line in lines(compared(old, new)) if "Cost of delay" in line)
    before, after = re.findall(r"[\d.]+", said)[:2]

    assert before != after
    assert "+0 %" not in said


def test_an_edit_too_small_to_show_is_shown_in_full() -> None:
    old = SHOP | {"needs.yaml": "calm: {importance: 6.0001, satisfaction: 5}\n"}
    new = edited(old, ("needs.yaml", "6.0001", "6.0002"))
    (row,) = rows(tables(compared(old, new))["edits"])

    assert texts(row)[2:] == ("6.0001", "6.0002")


def test_a_list_that_reads_like_another_is_shown_with_its_quotes() -> None:
    tagged = with_line("search.yaml", 'tags: ["a, b"]')
    old, new = edited(SHOP, tagged), edited(SHOP, with_line("search.yaml", "tags: [a, b]"))
    (row,) = rows(tables(compared(old, new))["edits"])

    assert texts(row)[2:] == ('["a, b"]', '["a", "b"]')


def test_a_size_that_changes_by_little_is_told_in_full() -> None:
    sized = edited(
        SHOP,
        with_sizes("3.01w"),
        ("refunds.yaml", "2w", "M"),
    )
    found = compared(sized, edited(sized, ("portfolio.yaml", "3.01w", "3.02w")))
    (row,) = rows(tables(found)["edits"])

    assert texts(row)[2:] == ("3.01", "3.02")


def with_sizes(weeks: str) -> Replaced:
    start = "start: 2027-01-04"
    return "portfolio.yaml", start, f"{start}\nsizes: {{M: {weeks}}}"


def test_a_team_s_work_that_changes_by_little_is_told_as_finely() -> None:
    old = edited(SHOP, ("search.yaml", "web: 4w", "web: 4.01w"))
    found = tables(compared(old, edited(old, ("search.yaml", "4.01w", "4.03w"))))

    assert [texts(row)[1:3] for row in rows(found["loads"])] == [("6.01", "6.03")]


def test_a_quarter_of_another_fiscal_year_is_told_by_its_days() -> None:
    long = edited(SHOP, ("refunds.yaml", "web: 2w", "web: 20w"))
    due = edited(long, with_line("refunds.yaml", "deadline: 2027-Q1"))
    start = "start: 2027-01-04"
    fiscal = ("portfolio.yaml", start, f"{start}\nfiscal_year_starts: 10")
    found = lines(compared(edited(due, fiscal), due))

    assert any("deadline by 31 Mar (was 31 Dec)" in line for line in found)
