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
Stated = tuple[str, Place, str]
"""What was written, the mapping in which it stands, and under which key."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each term of which nearly all stated values are the same."""
    found: dict[str, list[Stated]] = defaultdict(list)
    for initiative in subject.judged:
        for term, value in _stated(initiative, subject.portfolio.framework):
            found[term].append(value)
    for term, values in found.items():
        usual, count = Counter(each[0] for each in values).most_common(1)[0]
        many = len(values) >= subject.limit(LEAST)
        if many and count >= len(values) * subject.limit(SHARE):
            yield Diagnostic(
                RULE,
                f"{count} of {len(values)} claims state the {term} `{usual}`, "
                "so it tells nothing apart",
                next(place / key for value, place, key in values if value == usual),
                cure="ask of each claim what would make it more or less than the others",
            )


def _stated(initiative: Initiative, framework: str) -> Iterator[tuple[str, Stated]]:
    for claim in claims(initiative):
        for term in ("impact", "confidence", "reach"):
            value = getattr(claim, term)
            if value is not None and value.text:
                yield term, (value.text, claim.place, term)
    said = initiative.overrides.get(framework, {})
    for term, amount in said.items():
        text = f"{float(amount):g}" if isinstance(amount, Fraction | int) else str(amount)
        yield f"{framework} {term}", (text, initiative.place / framework, term)


CHECK = Check(RULE, find, limits=(SHARE, LEAST))
