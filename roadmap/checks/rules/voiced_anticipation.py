"""A need is marked as anticipated, although customers have voiced it.

Claims on an anticipated need count as a hunch until an interview or better evidence
supports them. There is such evidence, so the mark is out of date.

Bad:   hold-my-place: {anticipated: true, evidence: [ten-interviews]}
Good:  hold-my-place: {evidence: [ten-interviews]}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.customers import Evidence, Need
from roadmap.scoring.constants import constants
from roadmap.scoring.evidence import VOICES, weight

RULE = Rule("RM517", "voiced-anticipation", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each anticipated need with evidence of class interview or better."""
    for need in subject.portfolio.needs.values():
        voice = next(_voices(subject, need), None) if need.anticipated else None
        if voice is not None:
            yield Diagnostic(
                RULE,
                f"`{need.id}` is anticipated, but customers voiced it in `{voice.id}` "
                f"({voice.kind})",
                need.place / "anticipated",
                related=((voice.place.key, "the evidence"),),
                cure="remove `anticipated`",
            )


def _voices(subject: Subject, need: Need) -> Iterator[Evidence]:
    portfolio = subject.portfolio
    settled = constants(portfolio)
    for id in need.evidence:
        known = portfolio.evidence.get(id)
        if known and weight(known, portfolio.as_of, settled).kind in VOICES:
            yield known


CHECK = Check(RULE, find)
