"""The diff page for a review: what moves as bars before and after, each with its cause."""

from __future__ import annotations

from roadmap.scoring.catalogue import frameworks
from roadmap.views.answer import Answer
from roadmap.views.diff_data import Side
from roadmap.views.page import Bar, Page, Table, Timeline
from roadmap.views.pages.diff_review import page
from tests.studies.files import SHOP, between, edited

GROWN = ("ledger-events.yaml", "data: 3w", "data: 6w")


def reviewed(old: dict[str, str], new: dict[str, str]) -> Page:
    found = between(old, new)
    answer = Answer(
        found.new.portfolio, frameworks()[found.new.framework], plan=found.new.plan
    )
    return page(answer, found, (Side("main"), Side("work")))


def bars(found: Page) -> dict[str, list[Bar]]:
    (timeline,) = (block for block in found.blocks if isinstance(block, Timeline))
    return {group.title: list(group.bars) for group in timeline.groups}


def test_a_bar_shows_where_it_lay_before_and_what_moved_it() -> None:
    (moved, *_) = bars(reviewed(SHOP, edited(SHOP, GROWN)))["Later"]

    assert moved.before is not None
    assert moved.before[1] < moved.end_day
    assert "→" in moved.ends
    assert "later: " in moved.note


def test_a_way_back_is_earlier() -> None:
    (moved, *_) = bars(reviewed(edited(SHOP, GROWN), SHOP))["Earlier"]

    assert moved.before is not None
    assert moved.before[1] > moved.end_day


def test_new_work_has_a_bar_without_a_past() -> None:
    smaller = {name: text for name, text in SHOP.items() if name != "refunds.yaml"}
    (added,) = bars(reviewed(smaller, SHOP))["Added"]

    assert added.before is None


def test_the_dates_stand_in_a_table_too() -> None:
    found = reviewed(SHOP, edited(SHOP, GROWN))
    (moves,) = (b for b in found.blocks if isinstance(b, Table) and b.id == "moves")

    assert moves.folded


def test_nothing_is_drawn_where_nothing_moves() -> None:
    found = reviewed(SHOP, SHOP)

    assert not any(isinstance(block, Timeline) for block in found.blocks)
