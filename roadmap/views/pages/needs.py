"""The needs page: what customers lack, who serves it, and first what nobody serves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmap.scoring.needs import Met, needs_met
from roadmap.views.answer import Answer
from roadmap.views.blocks.notices import headed, left_out
from roadmap.views.envelope import envelope
from roadmap.views.page import (
    Block,
    Column,
    Group,
    Line,
    Number,
    Page,
    Percent,
    Prose,
    Row,
    Table,
)
from roadmap.views.phrases.english import listed

COLUMNS = (
    Column("Need", shrink=2, wrap=True),
    Column("Worth", right=True),
    Column("Matters", right=True),
    Column("Met", right=True),
    Column("Gap", right=True),
    Column("Then", right=True),
    Column("Served by", shrink=1, wrap=True),
)


def page(answer: Answer) -> Page:
    """The needs page; it needs no more than a portfolio."""
    data = envelope(answer, needs=[_data(answer, met) for met in _by_id(answer)])
    lines = left_out(answer)
    blocks = (*([Prose(lines)] if lines else []), *need_blocks(answer), *_nothing(answer))
    return Page(headed(answer, "what customers need"), blocks, data)


def need_blocks(answer: Answer, *, titles: bool = False) -> Iterator[Block]:
    """The table of needs, with what was assumed; initiatives by id, or by `titles`."""
    found = [met for met in needs_met(answer.portfolio) if _shown(answer, met)]
    groups = tuple(_groups(answer, found, titles))
    yield Table("needs", COLUMNS, groups, "Needs" if titles else "")
    if groups:
        yield Prose((*_unasked(found), _key()))


def _groups(answer: Answer, found: list[Met], titles: bool) -> Iterator[Group]:
    headings = (
        ("Large gaps that nobody serves", [m for m in found if m.unserved and m.large]),
        ("Served", [m for m in found if not m.unserved]),
        ("Small gaps that nobody serves", [m for m in found if m.unserved and not m.large]),
    )
    for title, those in headings:
        rows = tuple(_row(answer, met, titles) for met in sorted(those, key=_worst))
        if rows:
            yield Group(title, rows)


def _worst(met: Met) -> tuple[Any, ...]:
    """The greatest gap of the greatest worth first."""
    return -met.worth * met.gap, met.id


def _row(answer: Answer, met: Met, titles: bool) -> Row:
    need = answer.portfolio.needs[met.id]
    return Row(
        (
            need.statement,
            Percent(met.worth),
            Number(met.importance),
            Number(met.satisfaction),
            Number(met.gap, decimals=2),
            Number(met.predicted),
            _services(answer, met, titles),
        ),
        strong=met.unserved and met.large,
    )


def _services(answer: Answer, met: Met, titles: bool) -> str:
    """Who serves a need, who would if it were planned, and who does harm."""
    kinds = (
        ("", [s.id for s in met.served if s.planned and s.closed + s.kept and not s.lost]),
        ("harmed by ", [s.id for s in met.served if s.planned and s.lost]),
        ("not planned: ", [s.id for s in met.served if not s.planned]),
    )
    return "; ".join(
        lead + listed([answer.title(id) if titles else id for id in ids], 1)
        for lead, ids in kinds
        if ids
    )


def _unasked(found: list[Met]) -> Iterator[Line]:
    ids = [met.id for met in found if met.unsurveyed]
    if ids:
        text = f"Nobody was asked about {len(ids)} of {len(found)} needs: {listed(ids)}."
        yield Line(f"{text} Their numbers are assumed.", "warning")


def _key() -> Line:
    worth = "Worth: the share of customers who meet the need in a year."
    asked = "Matters and met: 0 to 10. Gap: how much it matters × how much is lacking."
    return Line(f"{worth} {asked} Then: met when all that is planned is done.", "faint")


def _nothing(answer: Answer) -> tuple[Prose, ...]:
    if answer.portfolio.needs:
        return ()
    text = "No need is named yet: outcomes name them, needs.yaml says how much they matter."
    return (Prose((Line(text),)),)


def _shown(answer: Answer, met: Met) -> bool:
    if answer.shown is None:
        return True
    return any(answer.shows(service.id) for service in met.served)


def _by_id(answer: Answer) -> list[Met]:
    return sorted(needs_met(answer.portfolio), key=lambda met: met.id)


def _data(answer: Answer, met: Met) -> dict[str, Any]:
    need = answer.portfolio.needs[met.id]
    return {
        "id": met.id,
        "statement": need.statement,
        "stage": need.stage,
        "worth": met.worth,
        "importance": met.importance,
        "satisfaction": met.satisfaction,
        "gap": met.gap,
        "surveyed": not met.unsurveyed,
        "unserved": met.unserved,
        "predicted_satisfaction": met.predicted,
        "served_by": [
            {
                "id": each.id,
                "points": each.points,
                "closed": each.closed,
                "lost": each.lost,
                "kept": each.kept,
                "planned": each.planned,
            }
            for each in sorted(met.served, key=lambda each: each.id)
        ],
    }
