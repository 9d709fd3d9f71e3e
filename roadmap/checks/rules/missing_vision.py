"""The portfolio has no vision.

Write one sentence about customers' lives that tells a stranger which of two good ideas
belongs here.

Bad:   title: Northwind Energy
Good:  {title: Northwind Energy, vision: No customer of ours ever fears a bill}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM513", "missing-vision", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The portfolio's file, where it has no vision."""
    home = subject.home
    if home is None or subject.portfolio.vision or home.file in subject.read.left_out:
        return
    if not subject.doubted(home, "vision"):
        yield Diagnostic(
            RULE,
            "the portfolio has no `vision`",
            home,
            cure="describe what customers will have, in one sentence: `vision: …`",
        )


CHECK = Check(RULE, find)
