"""The constants of customer value: the defaults, or what the portfolio sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from roadmap.model.portfolio import Portfolio
from roadmap.model.words import NUMBER, SHARE, WHOLE, Word
from roadmap.scoring.remembered import remembered

NAME = "customer-value"
CLASSES = ("hunch", "request", "interview", "survey", "data", "experiment", "obligation")
"""The kinds of evidence, weakest first."""

BALANCE = {"needs": 50, "customer": 10, "commercial": 25, "operational": 15}
"""The default shares of needs and of each kind of objective, in percent."""

_IMPACT = {"minimal": 5, "low": 10, "medium": 20, "high": 40, "massive": 60}
_CONFIDENCE = {"low": 20, "medium": 50, "high": 80}
_CAPS = dict(zip(CLASSES, (10, 35, 50, 70, 80, 95, 100), strict=True))
_SAMPLES = {"interview": 5, "survey": 30}
_MONTHS = {"interview": 18, "survey": 12, "data": 6, "experiment": 24}
_UNSURVEYED = {"importance": 5, "satisfaction": 5}


@dataclass(frozen=True, slots=True)
class Constants:
    """What levels and evidence count for.

    `impact`, `confidence` and `caps` are shares of 1, by level or kind of evidence.
    Evidence of a kind is downgraded one class below the sample in `samples` and beyond
    the age in `months`. `unsurveyed` is what importance and satisfaction (0 to 10) count
    without a survey. `points` is the value of a balance of 100 percent, `tie` the share
    of a group's first score from which on scores tie.
    """

    impact: Mapping[str, Fraction]
    confidence: Mapping[str, Fraction]
    caps: Mapping[str, Fraction]
    samples: Mapping[str, Fraction]
    months: Mapping[str, Fraction]
    unsurveyed: Mapping[str, Fraction]
    inherited_cap: Fraction
    points: Fraction
    tie: Fraction


def constants(portfolio: Portfolio) -> Constants:
    """The constants of a portfolio."""
    stated = portfolio.settings.get(NAME)
    return _set(stated) if stated else SETTLED


def scale(portfolio: Portfolio, part: str) -> Fraction:
    """The points that `needs`, or all objectives of a kind, can earn in total."""
    balance = portfolio.balance.get(part, Fraction(BALANCE[part]))
    return constants(portfolio).points * balance / 100


@remembered
def _set(stated: Mapping[str, Any]) -> Constants:
    def shares(key: str, settled: Mapping[str, int]) -> Mapping[str, Fraction]:
        usual = {name: Fraction(number, 100) for name, number in settled.items()}
        return {**usual, **stated.get(key, {})}

    def numbers(key: str, settled: Mapping[str, int]) -> Mapping[str, Fraction]:
        merged = {**settled, **stated.get(key, {})}
        return {name: Fraction(number) for name, number in merged.items()}

    return Constants(
        impact=shares("impact", _IMPACT),
        confidence=shares("confidence", _CONFIDENCE),
        caps=shares("caps", _CAPS),
        samples=numbers("samples", _SAMPLES),
        months=numbers("months", _MONTHS),
        unsurveyed=numbers("unsurveyed", _UNSURVEYED),
        inherited_cap=stated.get("inherited_cap", Fraction(35, 100)),
        points=Fraction(stated.get("points", 1000)),
        tie=stated.get("tie", Fraction(85, 100)),
    )


SETTLED = _set({})


def _section(key: str, kind: str, numbers: Mapping[str, int], help: str, of: str) -> Word:
    sign = "%" if kind == SHARE else ""
    least = 0 if kind != SHARE else None
    most = 10 if key == "unsurveyed" else None
    inner = tuple(
        Word(name, kind, of.format(name), f"{number}{sign}", at_least=least, at_most=most)
        for name, number in numbers.items()
    )
    name, number = next(iter(numbers.items()))
    return Word(key, "section", help, example=f"{{{name}: {number}{sign}}}", words=inner)


WORDS = (
    _section(
        "impact",
        SHARE,
        _IMPACT,
        "what each word for impact means",
        "the share of the way to full satisfaction, or to target, that {} means",
    ),
    _section(
        "confidence",
        SHARE,
        _CONFIDENCE,
        "what each word for confidence means",
        "the confidence that {} states",
    ),
    _section(
        "caps",
        SHARE,
        _CAPS,
        "the confidence that each kind of evidence allows",
        "the confidence that evidence of kind {} allows",
    ),
    _section(
        "samples",
        WHOLE,
        _SAMPLES,
        "how many answers a kind of evidence needs",
        "{}: with fewer answers it counts one level lower",
    ),
    _section(
        "months",
        WHOLE,
        _MONTHS,
        "how long a kind of evidence stays fresh",
        "{}: after so many months it counts one level lower",
    ),
    _section(
        "unsurveyed",
        NUMBER,
        _UNSURVEYED,
        "what a need counts as when nobody was asked about it",
        "the {} of a need that nobody was asked about",
    ),
    Word(
        "inherited_cap",
        SHARE,
        "the most confidence that a need's own evidence allows",
        "35%",
        "20%",
    ),
    Word(
        "points",
        NUMBER,
        "what a balance of 100 percent is worth",
        "1000",
        "100",
        "points",
        above=0,
        at_most=1e9,
    ),
    Word(
        "tie",
        SHARE,
        "two scores tie when the lower is at least this share of its group's first",
        "85%",
        "90%",
    ),
)
