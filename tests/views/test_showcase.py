"""The roadmap to show: who sees which view, and what a leader reads first."""

from __future__ import annotations

import pytest

from roadmap.views.page import Line, Page, Prose, Table
from roadmap.views.pages.showcase import page
from roadmap.views.part import Audience
from roadmap.writers.catalogue import writers
from roadmap.writers.writer import Setting
from tests.building import initiative, need, outcome, portfolio
from tests.views.test_report_audiences import ANSWER, CUSTOMER, SECRET, WHISPERS
from tests.views.viewing import scored

HTML = writers()["html"]
SMALL = scored(
    portfolio(
        initiative("calm", title="A calmer bill", outcomes=[outcome("worry")],
                   promised="2027-01-05", effort="6w"),
        initiative("fair", title="A fair price", outcomes=[outcome("cost")]),
        needs=[need("worry"), need("cost"), need("dark", importance=10, satisfaction=1)],
    )
)  # fmt: skip


def said(found: Page) -> list[Line]:
    """The lines above the views."""
    blocks = (block for block in found.blocks if isinstance(block, Prose))
    return [line for block in blocks for line in block.lines]


def names(found: Page) -> list[str]:
    return [section.id for section in found.sections]


def test_a_leader_reads_first_what_brings_most_what_is_late_and_what_is_open() -> None:
    texts = [line.text.partition(":")[0] for line in said(page(SMALL))]

    assert texts[:3] == ["Most value", "At risk", "Unaddressed need"]


def test_what_is_at_risk_is_a_warning() -> None:
    warnings = [line.text for line in said(page(SMALL)) if line.kind == "warning"]

    assert [text.partition(":")[0] for text in warnings] == ["At risk", "Unaddressed need"]


def test_each_initiative_has_a_dossier() -> None:
    assert [dossier.id for dossier in page(SMALL).dossiers] == ["calm", "fair"]


def test_a_board_is_spared_what_only_teams_need() -> None:
    teams, board = names(page(SMALL)), names(page(SMALL, (), Audience.BOARD))

    assert set(board) < set(teams)
    assert "ranking" not in board


def test_a_view_is_shown_to_a_board_that_asks_for_it() -> None:
    assert names(page(SMALL, ["ranking"], Audience.BOARD)) == ["ranking"]


def test_the_cards_of_a_board_are_not_repeated_in_a_table() -> None:
    (lanes,) = (it for it in page(SMALL).sections if it.id == "now-next-later")

    assert not any(isinstance(block, Table) for block in lanes.blocks)


@pytest.mark.parametrize("views", [(), *[(name,) for name in CUSTOMER], tuple(CUSTOMER)])
def test_the_page_of_customers_holds_nothing_internal(views: tuple[str, ...]) -> None:
    text = HTML.write(page(ANSWER, views, Audience.CUSTOMER), Setting()).lower()

    assert "northwind" in text
    assert [word for word in (*WHISPERS, SECRET) if word.lower() in text] == []


@pytest.mark.parametrize("views", [(), tuple(CUSTOMER)])
def test_the_page_of_customers_has_neither_dates_nor_scores(views: tuple[str, ...]) -> None:
    found = page(ANSWER, views, Audience.CUSTOMER)
    body = HTML.write(found, Setting()).partition("<body>")[2].partition("<script")[0]

    assert not found.dossiers
    assert not [word for word in ("2027", "2028", "Jan", "Mar", "Q1", "Score", "points")
                if word in body]  # fmt: skip


def test_customers_see_no_more_views_than_in_other_formats() -> None:
    assert names(page(ANSWER, (), Audience.CUSTOMER)) == ["now-next-later"]
