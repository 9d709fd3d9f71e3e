"""What is claimed on a need that nobody has voiced counts as a hunch."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from roadmap.model.portfolio import Portfolio
from roadmap.model.words import Words
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.scoring.confidence import Confidence, confidence
from roadmap.views.phrases.confidences import confidence as confidence_text

AS_OF = date(2027, 1, 4)
EVIDENCE = """
  wish: {kind: request, date: 2026-10-01}
  talks: {kind: interview, date: 2026-10-01, sample: 9}
  pilot: {kind: experiment, date: 2026-10-01}
  few: {kind: interview, date: 2026-10-01, sample: 2}
"""


def counted(claim: str = "", need: str = "", anticipated: str = "true") -> Confidence:
    portfolio = read_(claim, need, anticipated)
    initiative = portfolio.initiatives["a"]
    (outcome,) = initiative.outcomes
    return confidence(portfolio, initiative, outcome, portfolio.needs["n"])


def read_(claim: str, need: str, anticipated: str) -> Portfolio:
    texts = {
        "portfolio.yaml": (
            f"needs: {{n: {{anticipated: {anticipated}, evidence: [{need}]}}}}\n"
            f"evidence:{EVIDENCE}"
        ),
        "a.yaml": f"title: A\noutcomes: {{n: {{impact: high, evidence: [{claim}]}}}}",
    }
    found = read(Texts({k: v.encode() for k, v in texts.items()}), Words(), AS_OF)
    return found.portfolio


@pytest.mark.parametrize("claim", ["", "wish", "few"])
def test_a_claim_without_a_voice_is_a_hunch(claim: str) -> None:
    assert counted(claim).counted == Fraction(1, 10)


@pytest.mark.parametrize(
    ("claim", "cap"), [("talks", 50), ("pilot", 95), ("wish, talks", 50)]
)
def test_interviews_or_better_lift_it(claim: str, cap: int) -> None:
    assert counted(claim).counted == Fraction(cap, 100)


def test_a_voice_behind_the_need_lifts_it_as_far_as_it_lifts_any_need() -> None:
    assert counted(need="talks").counted == Fraction(35, 100)
    assert counted(need="wish").counted == Fraction(1, 10)


def test_a_need_that_is_not_anticipated_counts_as_before() -> None:
    assert counted("wish", anticipated="false").counted == Fraction(35, 100)


def test_what_would_raise_it_is_a_voice() -> None:
    assert counted("wish").following == "interview"


def test_a_page_says_why() -> None:
    text = confidence_text(counted("wish"))

    assert text == (
        "10 %, set by the evidence (wish, request downgraded to hunch: nobody has voiced "
        "this need yet)"
    )
