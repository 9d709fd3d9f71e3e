"""The explain page: one initiative's value, rank and dates, down to their reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from math import isfinite
from typing import Any

from roadmap.model.amounts import exact
from roadmap.model.initiative import Initiative, Status
from roadmap.sequencing.results import Bundle
from roadmap.views.answer import Answer
from roadmap.views.blocks.chain import chain_data, dates_prose
from roadmap.views.blocks.claim_results import claim_results
from roadmap.views.blocks.commitments import commitments_table
from roadmap.views.blocks.constraints import cost_of_constraints
from roadmap.views.blocks.evidence_upgrade import (
    evidence_upgrade,
    upgrade_data,
    upgrade_lines,
)
from roadmap.views.blocks.facts import facts, facts_data
from roadmap.views.blocks.framework_number import amount
from roadmap.views.blocks.levers import brought_forward
from roadmap.views.blocks.notices import left_out
from roadmap.views.blocks.value_tree import leaf_data, value_blocks
from roadmap.views.envelope import envelope
from roadmap.views.forecast_data import width_data
from roadmap.views.levers_data import forward_data
from roadmap.views.own_ranks import ranked
from roadmap.views.page import Block, Line, Page, Prose
from roadmap.views.phrases.english import count, listed, ordinal, sentence
from roadmap.views.phrases.names import clipped, quoted, quoted_others
from roadmap.views.phrases.owners import owners_of
from roadmap.views.phrases.ranking import Order, order_of
from roadmap.views.phrases.reasons import unplaced_text
from roadmap.views.phrases.terms import gap_text
from roadmap.views.sequence_position import Others, SequencePosition

LONGEST_KEY = 240
"""Characters of a key of the author's own that are shown."""


def page(answer: Answer, id: str) -> Page:
    """The explain page of one initiative that the portfolio has."""
    initiative = answer.portfolio.initiatives[id]
    only = replace(answer, shown=frozenset([id]))
    order = order_of(answer)
    blocks = (
        Prose((*left_out(answer), *opening(initiative))),
        *explanation(answer, order, initiative),
    )
    data = envelope(only, explanation=_data(answer, initiative, order.positions.get(id)))
    return Page(f"{initiative.title} ({id})", blocks, data)


def opening(initiative: Initiative) -> Iterator[Line]:
    """What it is, and how it stands."""
    if initiative.summary:
        yield Line(initiative.summary)
    facts = [initiative.kind] if initiative.kind else []
    facts += [initiative.status.replace("_", " ")]
    facts += [f"theme {initiative.theme}"] if initiative.theme else []
    several = "s" if len(initiative.owners) > 1 else ""
    facts += [f"owner{several} {owners_of(initiative)}"] if initiative.owners else []
    yield Line(", ".join(facts), "faint")
    if initiative.because:
        status = initiative.status.replace("_", " ")
        yield Line(sentence(f"Why {status}: {initiative.because}"))


def explanation(answer: Answer, order: Order, initiative: Initiative) -> Iterator[Block]:
    """Its value to the leaf, its ranking, its dates, and what else is known of it."""
    id = initiative.id
    only = replace(answer, shown=frozenset([id]))
    yield from value_blocks(answer, id)
    yield from claim_results(answer, initiative)
    yield Prose((*_ranking(answer, order, id), *upgrade_lines(answer, id)), "Ranking")
    yield from dates_prose(answer, id)
    yield from brought_forward(answer, id)
    if answer.plan:
        yield from commitments_table(only, answer.plan)
        yield from cost_of_constraints(only, answer.plan)
    yield from facts(answer, initiative)
    yield from _own_keys(initiative)


def _ranking(answer: Answer, order: Order, id: str) -> Iterator[Line]:
    position, score = order.positions.get(id), _rank(answer, id)
    if position is None:
        yield from [Line(f"{score}.")] if score else []
        yield Line(_unranked(answer, order, id))
        return
    place = f"{ordinal(position.number)} in the ranking"
    yield Line(f"{score}; {place}." if score else f"{place}.")
    yield Line(_bundle(answer, position.bundle, id))
    portfolio = answer.portfolio
    if position.pulled_by:
        other = quoted_others(portfolio, position.pulled_by)
        yield Line(f"▲ Pulled forward to unblock {other}.")
    if position.includes:
        other = quoted_others(portfolio, position.includes)
        yield Line(f"▼ Includes prerequisite effort: {other}.")
    if position.unblocks:
        yield Line(
            f"Unblocks {quoted_others(portfolio, position.unblocks)} in later bundles."
        )


def _rank(answer: Answer, id: str) -> str:
    """`3rd of 32 by stand-alone score, tied with 2 others`; empty without a score."""
    ranks = ranked(answer)
    rank = ranks.get(id)
    if not rank:
        return ""
    others = sum(other == rank for other in ranks.values()) - 1
    tied = f", tied with {count(others, 'other')}" if others else ""
    return f"{ordinal(rank)} of {len(ranks)} by stand-alone score{tied}"


def _unranked(answer: Answer, order: Order, id: str) -> str:
    if id in order.unplaced:
        named = partial(quoted, answer.portfolio)
        return f"Not ranked: it {unplaced_text(order.unplaced, id, named)}."
    return f"Not ranked: {answer.portfolio.initiatives[id].status.value}."


def _bundle(answer: Answer, step: Bundle, id: str) -> str:
    """The bundle it is ranked with, and the arithmetic of the bundle score."""
    if not step.number:
        return _fixed(answer.portfolio.initiatives[id])
    others = [quoted(answer.portfolio, other) for other in step.ids if other != id]
    place = ordinal(step.number)
    bundle = f"{place} bundle, {f'with {listed(others)}' if others else 'on its own'}"
    if step.score is None:
        return f"{bundle}: no effort, so no bundle score."
    score, value = (amount(answer.framework, it) for it in (step.score, step.value))
    effort = count(step.size, "person-week")
    unit = f" {answer.framework.unit}" if answer.framework.unit else ""
    return f"{bundle}: bundle score {score} = {value}{unit} ÷ {effort}."


def _fixed(initiative: Initiative) -> str:
    """Why an initiative is ranked before all bundles."""
    if initiative.status is Status.IN_PROGRESS:
        return "In progress, so it comes before all bundles."
    if initiative.pin is None:
        return "Needed by pinned work, so it comes before all bundles."
    by = f" by {initiative.pin.by}" if initiative.pin.by else ""
    why = f": {initiative.pin.why}" if initiative.pin.why else ""
    return sentence(f"Pinned to go first{by}{why}")


def _own_keys(initiative: Initiative) -> tuple[Prose, ...]:
    lines = tuple(
        Line(clipped(f"{key}: {_flow(_without_memory(key, value))}", LONGEST_KEY))
        for key, value in sorted(initiative.extra.items())
    )
    return (Prose(lines, "Your own keys"),) if lines else ()


def _without_memory(key: str, value: Any) -> Any:
    """Where an initiative was imported from, without what its source said last."""
    if key != "x-source" or not isinstance(value, dict):
        return value
    return {name: each for name, each in value.items() if name != "last"}


def _flow(value: Any) -> str:
    """A value as YAML in flow style: `{done: true, list: [1, 2]}`."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case list() | tuple():
            return f"[{', '.join(map(_flow, value))}]"
        case dict():
            return f"{{{', '.join(f'{key}: {_flow(it)}' for key, it in value.items())}}}"
    return str(value)


def _data(
    answer: Answer, initiative: Initiative, position: SequencePosition | None
) -> dict[str, Any]:
    score, id = answer.score(initiative.id), initiative.id
    return {
        "id": id,
        "unit": answer.framework.unit,
        "value": score.value if score else None,
        "effort": score.size if score else None,
        "score": score.score if score else None,
        "leaves": [leaf_data(leaf) for leaf in (score.leaves if score else ())],
        "missing": [gap_text(score_gap) for score_gap in (score.missing if score else ())],
        "step_ids": list(position.bundle.ids) if position else [],
        "lifted_by": _others(position.pulled_by if position else None),
        "pays_for": _others(position.includes if position else None),
        "opens": _others(position.unblocks if position else None),
        "chain": chain_data(answer, id),
        "bring_forward": forward_data(answer, id),
        "width": width_data(answer.forecast, id),
        "weakest": upgrade_data(evidence_upgrade(answer, id)),
        "extra": {key: _plain(value) for key, value in initiative.extra.items()},
    } | facts_data(answer, initiative)


def _others(others: Others | None) -> dict[str, Any] | None:
    return {"first": others.first, "number": others.number} if others else None


def _plain(value: Any) -> Any:
    """What a file says under a key of its author's own, as plain data."""
    if isinstance(value, dict):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, float):
        return exact(value) if isfinite(value) else str(value)
    return value if isinstance(value, str | int | bool | None) else str(value)
