"""What a file says of an initiative that moves nothing: links, money, who looked at it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmap.model.initiative import Initiative
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.english import grouped, listed
from roadmap.views.phrases.links import links

_SIDES = {
    "customer": "for the customers",
    "commercial": "for the business",
    "operational": "for those who run it",
}


def facts(answer: Answer, initiative: Initiative) -> tuple[Prose, ...]:
    """A line for each thing that is said; nothing where none is."""
    lines = tuple(Line(text) for text in _said(answer, initiative))
    return (Prose(lines, "What else is known"),) if lines else ()


def money(answer: Answer, initiative: Initiative) -> str:
    """What it costs apart from people's time: `12 000 EUR`; empty where nobody says."""
    if initiative.cost is None:
        return ""
    return f"{grouped(initiative.cost)} {answer.portfolio.currency}".strip()


def facts_data(answer: Answer, initiative: Initiative) -> dict[str, Any]:
    """The same as plain data, every key present."""
    return {
        "tags": list(initiative.tags),
        "links": [
            {"text": each.text, "address": each.address or None}
            for each in links(answer.portfolio, initiative)
        ],
        "related": list(initiative.related),
        "perspectives": dict(initiative.perspectives),
        "cost": initiative.cost,
        "internal": initiative.internal,
    }


def _said(answer: Answer, initiative: Initiative) -> Iterator[str]:
    looked = [f"{who} {_SIDES[side]}" for side, who in initiative.perspectives]
    if looked:
        yield f"Looked at by {listed(looked)}."
    if initiative.cost is not None:
        yield f"Costs {money(answer, initiative)}, apart from people's time."
    if initiative.tags:
        yield f"Tags: {', '.join(initiative.tags)}."
    if initiative.internal:
        yield "Internal: customers are not told of it."
    for id in initiative.related:
        known = answer.portfolio.initiatives.get(id)
        yield f"See also {id}" + (f": {known.title}" if known else " (nobody can find it)")
    for link in links(answer.portfolio, initiative):
        far = link.address and link.address != link.text
        yield f"Link: {link.text}" + (f" {link.address}" if far else "")
