"""What a file says of an initiative that moves nothing: links, money, who reviewed it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmap.model.initiative import Initiative
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.dates import whole
from roadmap.views.phrases.english import grouped, listed, sentence
from roadmap.views.phrases.links import links

NAMED = 5
"""Parts that are named at most."""
_SIDES = {"customer": "customers", "commercial": "business", "operational": "operations"}


def facts(answer: Answer, initiative: Initiative) -> tuple[Prose, ...]:
    """A line for each thing that is stated; nothing where none is."""
    lines = tuple(Line(text) for text in _said(answer, initiative))
    return (Prose(lines, "Further details"),) if lines else ()


def money(answer: Answer, initiative: Initiative) -> str:
    """Its non-labour cost: `12 000 EUR`; empty where nobody states one."""
    if initiative.cost is None:
        return ""
    return f"{grouped(initiative.cost)} {answer.portfolio.currency}".strip()


def facts_data(answer: Answer, initiative: Initiative) -> dict[str, Any]:
    """The same as plain data, every key present."""
    return {
        "tags": list(initiative.tags),
        "links": [
            {"text": link.text, "address": link.address or None}
            for link in links(answer.portfolio, initiative)
        ],
        "related": list(initiative.related),
        "perspectives": dict(initiative.perspectives),
        "cost": initiative.cost,
        "internal": initiative.internal,
    }


def _said(answer: Answer, initiative: Initiative) -> Iterator[str]:
    reviewed: dict[str, list[str]] = {}
    for side, who in initiative.perspectives:
        reviewed.setdefault(who, []).append(_SIDES[side])
    if reviewed:
        names = [f"{who} ({', '.join(sides)})" for who, sides in reviewed.items()]
        yield f"Reviewed by {listed(names)}."
    if initiative.priority:
        yield f"Priority: {initiative.priority} (an opinion, not scored)."
    if initiative.parent:
        yield f"Part of: {_named(answer, initiative.parent)}."
    every = answer.portfolio.initiatives.values()
    parts = [each.id for each in every if each.parent == initiative.id]
    if parts:
        yield f"Parts: {listed([_named(answer, id) for id in parts], NAMED)}."
    if initiative.cost is not None:
        yield f"Non-labour cost: {money(answer, initiative)}."
    if initiative.tags:
        yield f"Tags: {', '.join(initiative.tags)}."
    if initiative.internal:
        yield "Internal: left out of what customers see."
    for id in initiative.related:
        known = id in answer.portfolio.initiatives
        yield f"Related: {_named(answer, id)}" if known else f"Related: {id} (unknown)"
    for word, others in initiative.relations.items():
        yield f"{_heading(word)}: {', '.join(_named(answer, it) for it in others)}"
    if initiative.created or initiative.updated:
        yield _dated(initiative)
    for link in links(answer.portfolio, initiative):
        elsewhere = link.address and link.address != link.text
        yield f"Link: {link.text}" + (f" {link.address}" if elsewhere else "")


def _named(answer: Answer, id: str) -> str:
    """An initiative by its title and id; what is none of ours, as typed."""
    known = answer.portfolio.initiatives.get(id)
    return f"{known.title} ({id})" if known and known.title != id else id


def _heading(word: str) -> str:
    """A word for a relation as the start of a line: `See also` for `see-also`."""
    plain = word.replace("_", " ").replace("-", " ").strip()
    return plain[:1].upper() + plain[1:]


def _dated(initiative: Initiative) -> str:
    created = f"created {whole(initiative.created)}" if initiative.created else ""
    updated = f"updated {whole(initiative.updated)}" if initiative.updated else ""
    return sentence(", ".join(filter(None, (created, updated))))
