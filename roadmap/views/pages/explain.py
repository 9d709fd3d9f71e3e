"""The explain page: one initiative's value, place and dates, down to their reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite
from typing import Any

from roadmap.model.amounts import exact
from roadmap.model.initiative import Initiative
from roadmap.scoring.figures import figure
from roadmap.views.answer import Answer
from roadmap.views.blocks.chain import chain_data, dates_prose
from roadmap.views.blocks.evidence_upgrade import trial, trial_data, trial_line
from roadmap.views.blocks.facts import facts, facts_data
from roadmap.views.blocks.notices import left_out
from roadmap.views.blocks.prices import prices_prose
from roadmap.views.blocks.promises import kept_table
from roadmap.views.blocks.value_tree import amount, leaf_data, value_blocks
from roadmap.views.envelope import envelope, ranked
from roadmap.views.page import Block, Line, Page, Prose
from roadmap.views.phrases.english import ordinal, sentence
from roadmap.views.phrases.ranking import named, not_in_order, order_of
from roadmap.views.sequence_position import Others, Standing


def page(answer: Answer, id: str) -> Page:
    """The explain page of one initiative that the portfolio has."""
    initiative = answer.portfolio.initiatives[id]
    only = replace(answer, shown=frozenset([id]))
    standing = order_of(answer).standing.get(id)
    blocks = (
        *_opening(answer, initiative),
        *value_blocks(answer, id),
        Prose((*_place(answer, id, standing), *trial_line(answer, id)), "Its place"),
        *dates_prose(answer, id),
        *(kept_table(only, answer.plan) if answer.plan else ()),
        *(prices_prose(only, answer.plan) if answer.plan else ()),
        *facts(answer, initiative),
        *_own_keys(initiative),
    )
    data = envelope(only, explanation=_data(answer, initiative, standing))
    return Page(f"{initiative.title} ({id})", blocks, data)


def _opening(answer: Answer, initiative: Initiative) -> Iterator[Block]:
    lines = list(left_out(answer))
    if initiative.summary:
        lines.append(Line(initiative.summary))
    facts = [initiative.status.replace("_", " ")]
    facts += [f"theme {initiative.theme}"] if initiative.theme else []
    facts += [f"owner {initiative.owner}"] if initiative.owner else []
    yield Prose((*lines, Line(", ".join(facts), "faint")))


def _place(answer: Answer, id: str, standing: Standing | None) -> Iterator[Line]:
    rank = ranked(answer).get(id)
    if rank:
        of = len(ranked(answer))
        yield Line(f"{ordinal(rank)} of {of} by its own score.")
    if standing is None:
        yield Line(sentence(not_in_order(order_of(answer), id) or "not in the order"))
        return
    yield Line(_step(answer, standing))
    if standing.lifted_by:
        yield Line(f"▲ Lifted by {named(standing.lifted_by)}, which cannot come before it.")
    if standing.pays_for:
        yield Line(f"▼ Pays for {named(standing.pays_for)}, which must come before it.")
    if standing.opens:
        yield Line(f"It opens {named(standing.opens)} in later steps.")


def _step(answer: Answer, standing: Standing) -> str:
    """Where it stands, with the arithmetic of its step."""
    step, place = standing.step, f"{ordinal(standing.position)} in the order"
    if not step.number:
        return f"{place}: it is running or pinned, and stands before the steps."
    value = amount(answer.framework, step.value)
    score = "no work"
    if step.score is not None:
        whole = amount(answer.framework, step.score)
        score = f"{value} ÷ {figure(step.size)} = {whole}"
    if len(step.ids) == 1:
        return f"{place}, a step of its own (step {step.number}: {score})."
    return f"{place}, in step {step.number} with {len(step.ids) - 1} more ({score})."


def _own_keys(initiative: Initiative) -> tuple[Prose, ...]:
    lines = tuple(
        Line(f"{key}: {_text(value)}") for key, value in sorted(initiative.extra.items())
    )
    return (Prose(lines, "Your own keys"),) if lines else ()


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_text(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_text(each)}" for key, each in value.items())
    return "" if value is None else str(value)


def _data(
    answer: Answer, initiative: Initiative, standing: Standing | None
) -> dict[str, Any]:
    score, id = answer.score(initiative.id), initiative.id
    return {
        "id": id,
        "unit": answer.framework.unit,
        "value": score.value if score else None,
        "effort": score.size if score else None,
        "score": score.score if score else None,
        "leaves": [leaf_data(leaf) for leaf in (score.leaves if score else ())],
        "missing": list(score.missing) if score else [],
        "step_ids": list(standing.step.ids) if standing else [],
        "lifted_by": _others(standing.lifted_by if standing else None),
        "pays_for": _others(standing.pays_for if standing else None),
        "opens": _others(standing.opens if standing else None),
        "chain": chain_data(answer.plan, id),
        "weakest": trial_data(trial(answer, id)),
        "extra": {key: _plain(value) for key, value in initiative.extra.items()},
    } | facts_data(answer, initiative)


def _others(others: Others | None) -> dict[str, Any] | None:
    return {"first": others.first, "number": others.number} if others else None


def _plain(value: Any) -> Any:
    """What a file says under a key of its author's own, as plain data."""
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        return exact(value) if isfinite(value) else str(value)
    return value if isinstance(value, str | int | bool | None) else str(value)
