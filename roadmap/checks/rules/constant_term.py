"""Nearly all claims state the same impact, confidence or reach.

An 80 % confidence everywhere, or a medium impact throughout, is a habit rather than a
judgement. A figure that never varies cannot set initiatives apart: the others decide the
ranking alone.

Bad:   impact: medium   in nine of ten claims or more
Good:  impact: low here, high there, for reasons that somebody can name
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity

RULE = Rule("RM305", "constant-term", Severity.NOTE, __doc__)
SHARE = Limit(
    RULE.name,
    "share",
    Fraction(9, 10),
    "the share of equal values that makes a term constant",
    share=True,
)
LEAST = Limit(
    RULE.name,
    "least",
    Fraction(10),
    "the fewest stated values that the rule judges",
)
TERMS = ("impact", "confidence", "reach")
StatedValue = tuple[str, str]
"""A term and the value written for it."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each term whose stated values are nearly all the same."""
    counts = Counter(said for said, _, _ in _stated(subject))
    for term in dict.fromkeys(term for term, _ in counts):
        values = Counter({text: n for (name, text), n in counts.items() if name == term})
        (usual, count), total = values.most_common(1)[0], values.total()
        if total >= subject.limit(LEAST) and count >= total * subject.limit(SHARE):
            yield Diagnostic(
                RULE,
                f"{term} is `{usual}` in {count} of {total} claims, "
                "so it distinguishes none of them",
                next(
                    at / key for said, at, key in _stated(subject) if said == (term, usual)
                ),
                cure="state a higher or lower value where claims really differ",
            )


def _stated(subject: Subject) -> Iterator[tuple[StatedValue, Place, str]]:
    """Every stated term, the mapping that holds it, and its key there."""
    framework = subject.portfolio.framework
    for initiative in subject.judged:
        for claim in claims(initiative):
            for term, value in zip(
                TERMS, (claim.impact, claim.confidence, claim.reach), strict=True
            ):
                if value is not None and value.text:
                    yield (term, value.text), claim.place, term
        for term, amount in initiative.overrides.get(framework, {}).items():
            exact = isinstance(amount, Fraction | int)
            text = f"{float(amount):g}" if exact else str(amount)
            yield (f"{framework} {term}", text), initiative.place / framework, term


CHECK = Check(RULE, find, limits=(SHARE, LEAST))
