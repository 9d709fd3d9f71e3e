"""The roadmap to show: every view a section, every initiative a dossier behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from roadmap.model.initiative import Initiative
from roadmap.views.answer import Answer
from roadmap.views.blocks.notices import notices
from roadmap.views.blocks.summary import footing, verdict
from roadmap.views.envelope import envelope
from roadmap.views.page import (
    Block,
    Dossier,
    Line,
    Page,
    Prose,
    Section,
    Table,
    empty,
)
from roadmap.views.pages.explain import explanation, opening
from roadmap.views.pages.report import parts
from roadmap.views.part import Audience
from roadmap.views.phrases.dates import whole
from roadmap.views.phrases.ranking import order_of
from roadmap.views.pictures import Board
from roadmap.views.public import public
from roadmap.views.titles import roadmap_title

SECTIONS: Mapping[str, str] = {
    "timeline": "Timeline",
    "now-next-later": "Now, next, later",
    "ranking": "Ranking",
    "needs": "Needs",
    "objectives": "Objectives",
    "promises": "Commitments",
    "capacity": "Teams",
    "dependencies": "Dependencies",
    "changed": "What changed",
    "delivered": "Delivered",
    "dropped": "Not doing",
}
"""The views that stand beside each other, and what their tabs say."""
FOR_TEAMS = frozenset({"ranking", "capacity", "dependencies"})
"""Views that a board sees only where it asks for them."""
OPENING = "summary"
MOST_DOSSIERS = 300
"""Initiatives up to which each dossier is whole; beyond, it stops at the arithmetic."""


def page(
    answer: Answer, views: Sequence[str] = (), audience: Audience = Audience.TEAM
) -> Page:
    """The report of an answer that has a plan, as a page to click through."""
    title, vision = roadmap_title(answer.portfolio), answer.portfolio.vision
    as_of = f"As of {whole(answer.portfolio.as_of)}"
    customers = audience is Audience.CUSTOMER
    data = {} if customers else envelope(answer)
    seen = public(answer) if customers else answer
    warned = () if customers else notices(answer)
    sections = tuple(_sections(seen, views, audience))
    return Page(
        title,
        (
            *([Prose((Line(vision, "strong"),))] if vision else []),
            *warned,
            *_opening(seen, audience),
        ),
        data,
        sections=sections,
        dossiers=() if customers else tuple(_dossiers(seen)),
        subtitle="" if customers else as_of,
    )


def _opening(answer: Answer, audience: Audience) -> Iterator[Block]:
    """What a leader reads in ten seconds, and what it stands on."""
    if audience is Audience.CUSTOMER or answer.plan is None:
        yield from _shown(answer, OPENING, audience)
    else:
        yield verdict(answer, answer.plan)
        yield footing(answer, answer.plan)


def _sections(
    answer: Answer, views: Sequence[str], audience: Audience
) -> Iterator[Section]:
    names = [name for name in views or _usual(audience) if name != OPENING]
    for name in dict.fromkeys(names):
        blocks = _told_once(
            tuple(block for block in _shown(answer, name, audience) if not empty(block))
        )
        if blocks:
            known = SECTIONS.get(name, name.replace("-", " ").capitalize())
            yield Section(name, known, blocks)


def _usual(audience: Audience) -> list[str]:
    """What an audience sees unless it asks; customers no more than in other formats."""
    match audience:
        case Audience.CUSTOMER:
            known = parts()
            return [n for n in SECTIONS if n in known and audience in known[n].usual]
        case Audience.BOARD:
            return [name for name in SECTIONS if name not in FOR_TEAMS]
        case Audience.TEAM:
            return list(SECTIONS)


def _told_once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a view; a board's cards say all that the table below it does."""
    if not any(isinstance(block, Board) for block in blocks):
        return blocks
    return tuple(block for block in blocks if not isinstance(block, Table))


def _shown(answer: Answer, name: str, audience: Audience) -> Iterator[Block]:
    # Filters of the page work on every row, so that none is folded away.
    answer, part = replace(answer, all=True), parts().get(name)
    blocks = part.shown_to(audience) if part else None
    if blocks and answer.plan:
        yield from blocks(answer, answer.plan)


def _dossiers(answer: Answer) -> Iterator[Dossier]:
    order = order_of(answer)
    brief = len(answer.initiatives) > MOST_DOSSIERS
    for initiative in answer.initiatives:
        more = explanation(answer, order, initiative)
        kept = _first(more) if brief else more
        yield Dossier(
            initiative.id,
            answer.title(initiative.id),
            (
                Prose(tuple(opening(initiative))),
                *(block for block in kept if not empty(block)),
            ),
            _facets(answer, initiative),
        )


def _first(blocks: Iterator[Block]) -> Iterator[Block]:
    """The arithmetic of a dossier, and where the rest is."""
    yield from [next(blocks)]
    yield Prose((Line("`roadmap explain` says more.", "faint"),))


def _facets(answer: Answer, initiative: Initiative) -> dict[str, tuple[str, ...]]:
    portfolio = answer.portfolio
    needs = (portfolio.needs.get(claim.target) for claim in initiative.outcomes)
    teams = (portfolio.teams.get(part.team) for part in initiative.parts)
    facets = {
        "theme": (initiative.theme,),
        "team": tuple(team.title or team.id for team in teams if team),
        "owner": initiative.owners,
        "status": (initiative.status.replace("_", " "),),
        "tag": initiative.tags,
        "need": tuple(need.statement for need in needs if need),
        "objective": tuple(
            portfolio.objectives[claim.target].title
            for claim in initiative.contributions
            if claim.target in portfolio.objectives
        ),
    }
    return {name: tuple(filter(None, dict.fromkeys(of))) for name, of in facets.items()}
