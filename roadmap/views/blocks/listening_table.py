"""Listening: how many fresh sources each journey stage has from each segment."""

from __future__ import annotations

from roadmap.outcomes.listening import Listening, listening
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Row, Table
from roadmap.views.phrases.english import count

EVERYBODY, ANYWHERE = "All customers", "All stages"
BLIND = "none"


def listening_tables(answer: Answer) -> tuple[Table, ...]:
    """A row for each stage, the deafest first; none without stages and evidence."""
    portfolio = answer.portfolio
    spots = listening(portfolio)
    if not portfolio.journey or not portfolio.evidence:
        return ()
    segments = list(dict.fromkeys(spot.segment for spot in spots))
    stages = list(dict.fromkeys(spot.stage for spot in spots))
    found = {(spot.stage, spot.segment): spot for spot in spots}
    blind = {
        stage: sum(1 for segment in segments if not found[stage, segment].total)
        for stage in stages
    }
    titles = [portfolio.segments[it].title if it else EVERYBODY for it in segments]
    columns = (Column("Stage"), *(Column(title, shrink=1, wrap=True) for title in titles))
    rows = tuple(
        Row((stage or ANYWHERE, *(_cell(found[stage, segment]) for segment in segments)))
        for stage in sorted(stages, key=lambda stage: (-blind[stage], stages.index(stage)))
    )
    title = "Listening: fresh sources by stage and segment"
    return (Table("listening", columns, (Group("", rows),), title),)


def _cell(spot: Listening) -> str:
    """`2 surveys, 1 request`, or that there is none."""
    return ", ".join(_sources(kind, n) for kind, n in sorted(spot.sources.items())) or BLIND


def _sources(kind: str, number: int) -> str:
    return count(number, "data source" if kind == "data" else kind)
