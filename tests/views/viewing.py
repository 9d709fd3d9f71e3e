"""Answers for views: a small portfolio, its values given, all the rest computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.catalogue import frameworks, scores
from roadmap.scoring.figures import figure
from roadmap.scoring.framework import NO_OUTCOME, Framework, Leaf, Score
from roadmap.sequencing.plan import plan
from roadmap.sequencing.sequence import sequence
from roadmap.views.answer import Answer
from roadmap.views.page import Block, Cell, Line, Number, Page, Prose, Row, Table
from tests.building import Number as Stated
from tests.building import fraction


def answer(
    portfolio: Portfolio,
    values: Mapping[str, Stated] | None = None,
    leaves: Mapping[str, tuple[Leaf, ...]] | None = None,
    **options: Any,
) -> Answer:
    """An answer with scores, sequence and plan; what has no value lacks one."""

    def score(_: Portfolio, initiative: Initiative) -> Score:
        value = (values or {}).get(initiative.id)
        return Score(
            initiative.id,
            None if value is None else fraction(value),
            portfolio.size(initiative),
            (leaves or {}).get(initiative.id, ()),
            missing=(NO_OUTCOME,) if value is None else (),
        )

    framework = Framework("value-effort", "Value and effort", "value", "", "points", score)
    found = {
        id: score(portfolio, initiative) for id, initiative in portfolio.initiatives.items()
    }
    order = sequence(portfolio, found)
    return Answer(
        portfolio, framework, found, order, plan(portfolio, found, order), **options
    )


def scored(portfolio: Portfolio, **options: Any) -> Answer:
    """An answer with the scores of customer value, a sequence and a plan."""
    framework = frameworks()["customer-value"]
    found = scores(portfolio, framework.name)
    order = sequence(portfolio, found)
    return Answer(
        portfolio, framework, found, order, plan(portfolio, found, order), **options
    )


def tables(page: Page) -> Mapping[str, Table]:
    """The tables of a page by their id."""
    return {block.id: block for block in page.blocks if isinstance(block, Table)}


def rows(table: Table) -> list[Row]:
    """All rows of a table."""
    return [row for group in table.groups for row in group.rows]


def texts(row: Row) -> tuple[str, ...]:
    """A row's cells as somebody reads them."""
    return tuple(_text(cell) for cell in row.cells)


def lines(page: Page) -> list[str]:
    """All prose of a page."""
    return [line.text for block in page.blocks for line in _lines(block)]


def prose(page: Page, title: str) -> list[str]:
    """The lines under one heading of a page."""
    found = (b for b in page.blocks if isinstance(b, Prose) and b.title == title)
    return [line.text for block in found for line in block.lines]


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Prose):
        yield from block.lines


def _text(cell: Cell) -> str:
    if isinstance(cell, Number):
        return figure(cell.value, cell.decimals)
    return "" if cell is None else str(cell)
