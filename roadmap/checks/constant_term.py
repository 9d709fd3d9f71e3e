"""Nearly all claims state the same value for a term, so it tells nothing apart.

A confidence of 80 % everywhere or a medium impact throughout is a habit, not a judgement:
the order then comes from the other terms alone.

Bad:   impact: medium   in nine of ten claims or more
Good:  impact: low here, high there, for reasons that somebody can name
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.initiative import Initiative

RULE = Rule("RM305", "constant-term", Severity.NOTE, __doc__)
SHARE = Limit(
    RULE.name,
    "share",
    Fraction(9, 10),
    "a term is constant when at least this share of what is stated is the same",
    share=True,
)
LEAST = Limit(RULE.name, "least", Fraction(10), "of fewer stated values nothing is said")
Stated = tuple[str, Place]


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each term of which nearly all stated values are the same."""
    found: dict[str, list[Stated]] = defaultdict(list)
    for initiative in subject.judged:
        for term, value, place in _stated(initiative, subject.portfolio.framework):
            found[term].append((value, place))
    for term, values in found.items():
        usual, count = Counter(value for value, _ in values).most_common(1)[0]
        many = len(values) >= subject.limit(LEAST)
        if many and count >= len(values) * subject.limit(SHARE):
            yield Diagnostic(
                RULE,
                f"{count} of {len(values)} claims state the {term} `{usual}`, "
                "so it tells nothing apart",
                next(place for value, place in values if value == usual),
                cure="ask of each claim what would make it more or less than the others",
            )


def _stated(initiative: Initiative, framework: str) -> Iterator[tuple[str, str, Place]]:
    for claim in claims(initiative):
        terms = {"impact": claim.impact, "confidence": claim.confidence}
        for term, value in {**terms, "reach": claim.reach}.items():
            if value is not None and value.text:
                yield term, value.text, claim.place / term
    for term, said in initiative.overrides.get(framework, {}).items():
        text = f"{float(said):g}" if isinstance(said, Fraction | int) else str(said)
        yield f"{framework} {term}", text, initiative.place / framework / term


CHECK = Check(RULE, find, limits=(SHARE, LEAST))
