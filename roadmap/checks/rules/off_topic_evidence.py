"""Evidence backs a claim with which it shares no need, stage or segment.

A pilot of text messages says nothing about a help centre. What evidence is about shows in
the needs that list it, and in its own `stage` and `segments`.

Bad:   find-help: {evidence: [sms-pilot]}   where only the need `turn-up` lists `sms-pilot`
Good:  find-help: {evidence: [help-pilot]}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.customers import Evidence, Need
from roadmap.model.initiative import Claim
from roadmap.model.portfolio import Portfolio

RULE = Rule("RM518", "off-topic-evidence", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each piece of evidence that is about something else than a claim that names it."""
    portfolio = subject.portfolio
    listed = _listed(portfolio)
    for initiative in subject.judged:
        for claim in initiative.outcomes:
            need = portfolio.needs.get(claim.target)
            named = claim.evidence or initiative.evidence
            owner = claim.place if claim.evidence else initiative.place
            for id in dict.fromkeys(named) if need else ():
                known = portfolio.evidence.get(id)
                if need and known and _elsewhere(known, listed[id], need, claim):
                    place = owner / "evidence" / id
                    yield _off_topic(known, listed[id], need, place, initiative.id)


def _listed(portfolio: Portfolio) -> Mapping[str, list[str]]:
    """The needs that list each piece of evidence."""
    listed: dict[str, list[str]] = defaultdict(list)
    for need in portfolio.needs.values():
        for id in dict.fromkeys(need.evidence):
            listed[id].append(need.id)
        for survey in need.surveys:
            if survey.evidence and need.id not in listed[survey.evidence]:
                listed[survey.evidence].append(need.id)
    return listed


def _elsewhere(evidence: Evidence, needs: list[str], need: Need, claim: Claim) -> bool:
    """Whether evidence says what it is about, and none of that is in the claim."""
    if not (needs or evidence.stage or evidence.segments):
        return False
    shared = (
        need.id in needs,
        evidence.stage is not None and evidence.stage == need.stage,
        _meet(evidence.segments, claim.segments),
    )
    return not any(shared)


def _meet(heard: tuple[str, ...], claimed: tuple[str, ...] | None) -> bool:
    """Whether evidence comes from a segment of a claim; a claim without any is for all."""
    return bool(heard) and (claimed is None or bool({*heard} & {*claimed}))


def _off_topic(
    evidence: Evidence, needs: list[str], need: Need, place: Place, initiative: str
) -> Diagnostic:
    if needs:
        about = f"is about `{needs[0]}`"
    elif evidence.stage:
        about = f"is about the stage `{evidence.stage}`"
    else:
        about = f"comes from `{evidence.segments[0]}`"
    return Diagnostic(
        RULE,
        f"`{evidence.id}` shares no need, stage or segment with `{need.id}`: it {about}",
        place,
        cure=f"cite evidence about `{need.id}`, or list it under that need",
        initiative=initiative,
    )


CHECK = Check(RULE, find)
