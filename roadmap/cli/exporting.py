"""What an export holds: the initiatives that are shown, in order, with their dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap.diagnostics import Place
from roadmap.importers.draft import SOURCE
from roadmap.importers.outgoing import Outgoing
from roadmap.model.initiative import Initiative, Status

if TYPE_CHECKING:
    from roadmap.views.answer import Answer

_NOWHERE = Place("")
ANY = "csv"
"""The form in which every tracker's keys are told."""


def outgoing(
    answer: Answer, form: str, only: frozenset[str] | None
) -> tuple[Outgoing, ...]:
    """The initiatives of an answer with a plan, ranked ones first; `only` some of them."""
    ranks = {} if answer.sequence is None else {
        id: number for number, id in enumerate(answer.sequence.ids, start=1)
    }  # fmt: skip
    last = len(ranks) + 1
    chosen = [
        initiative
        for initiative in answer.initiatives
        if only is None or initiative.id in only
    ]
    chosen.sort(key=lambda initiative: (ranks.get(initiative.id, last), initiative.id))
    return tuple(
        _outgoing(answer, initiative, form, ranks.get(initiative.id))
        for initiative in chosen
    )


def _outgoing(answer: Answer, each: Initiative, form: str, rank: int | None) -> Outgoing:
    from roadmap.views.phrases.dates import dates_of

    slot = answer.plan.slots.get(each.id) if answer.plan else None
    start, end = dates_of(answer.portfolio, slot) if slot else (None, None)
    if each.status is Status.DELIVERED:
        start, end = None, None
    return Outgoing(
        each.id,
        each.title,
        each.status,
        _key(each, form),
        each.links[0] if each.links else "",
        " ".join(each.summary.split()),
        each.kind,
        each.priority,
        each.owners,
        each.tags,
        each.theme,
        each.parent,
        each.depends_on or (),
        rank,
        None if each.effort_assumed else answer.portfolio.size(each),
        start,
        end,
    )


def _key(initiative: Initiative, form: str) -> str:
    """What the tracker calls it, if it came from there."""
    source = initiative.extra.get(SOURCE)
    if not isinstance(source, dict) or (form != ANY and source.get("system") != form):
        return ""
    key = source.get("key")
    return "" if key is None else str(key)


def changed_since(where: Path | None, revision: str, answer: Answer) -> frozenset[str]:
    """The initiatives that are new since a revision, or that somebody edited."""
    from roadmap.cli.load import read_from
    from roadmap.cli.load_pair import checkout, in_git

    with in_git():
        repository = checkout(where)
        before = read_from(repository.at(repository.commit(revision))).portfolio.initiatives
    return frozenset(_changed(before, answer))


def _changed(before: Mapping[str, Initiative], answer: Answer) -> Iterator[str]:
    for initiative in answer.initiatives:
        was = before.get(initiative.id)
        if was is None or _said(was) != _said(initiative):
            yield initiative.id


def _said(initiative: Initiative) -> dict[str, Any]:
    """What an initiative says, without where it says so."""
    found = {field.name: getattr(initiative, field.name) for field in fields(initiative)}
    for name in ("outcomes", "contributions"):
        found[name] = [replace(claim, place=_NOWHERE) for claim in found[name]]
    return {name: value for name, value in found.items() if name != "place"}
