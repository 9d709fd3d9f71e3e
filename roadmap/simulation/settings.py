"""The section `forecast` of portfolio.yaml: spreads, shared luck and draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from roadmap.model.amounts import Range
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import SHARE, SPREAD, WHOLE, Word, Words

KEY = "forecast"
LOW, HIGH = Fraction(8, 10), Fraction(16, 10)
"""What 10 % and 90 % of single numbers do not exceed, as multiples: our judgement."""
SAFE = Fraction(85, 100)
LEAST, MOST, PLACINGS = 200, 2_000, 80_000
"""Draws: at least and at most, and initiatives placed in all of them together."""


@dataclass(frozen=True, slots=True)
class ForecastSettings:
    """How a plan is forecast.

    `low` and `high` are P10 and P90 of work estimated as a single number, as multiples of
    it; `stated` says whether the portfolio gives them. `team` and `portfolio` are the
    shares of variance that luck in common has. A date is safe from the chance `safe` on.
    `draws` None means as many as a budget of placings allows.
    """

    low: Fraction = LOW
    high: Fraction = HIGH
    stated: bool = False
    team: Fraction = Fraction(15, 100)
    portfolio: Fraction = Fraction(10, 100)
    safe: Fraction = SAFE
    seed: int = 1
    draws: int | None = None

    def draws_for(self, count: int) -> int:
        """How many draws there are for so many initiatives.

        >>> [ForecastSettings().draws_for(count) for count in (0, 40, 100, 1000)]
        [2000, 2000, 800, 200]
        """
        if self.draws is not None:
            return self.draws
        return max(LEAST, min(MOST, PLACINGS // max(1, count)))


def forecast_settings(portfolio: Portfolio) -> ForecastSettings:
    """The settings of a portfolio, with the defaults for what it leaves out."""
    said: Mapping[str, Any] = portfolio.settings.get(KEY, {})
    usual = ForecastSettings()
    spread: Range = said.get("spread", Range(usual.low, usual.high))
    team, every = said.get("team", usual.team), said.get("portfolio", usual.portfolio)
    in_all = max(Fraction(1), team + every)
    return ForecastSettings(
        low=spread.low,
        high=spread.high,
        stated="spread" in said,
        team=team / in_all,
        portfolio=every / in_all,
        safe=said.get("safe", usual.safe),
        seed=int(said.get("seed", usual.seed)),
        draws=int(said["draws"]) if "draws" in said else None,
    )


_WORDS = (
    Word(
        "spread",
        SPREAD,
        "what work estimated as a single number takes, 8 times in 10, as a share of it",
        "80%..160%",
        "80%..200%",
    ),
    Word("team", SHARE, "how much of its luck a team shares", "15%", "20%"),
    Word("portfolio", SHARE, "how much of their luck all teams share", "10%", "5%"),
    Word("safe", SHARE, "the chance from which on a date is safe", "85%", "90%"),
    Word(
        "draws",
        WHOLE,
        "how often the plan is drawn; by default as often as time allows",
        example="2000",
        at_least=LEAST,
        at_most=100_000,
    ),
    Word("seed", WHOLE, "which draws", "1", "7", at_least=0, at_most=1_000_000_000),
)


def words() -> Words:
    """The section `forecast`."""
    section = Word(KEY, "section", "how uncertain work is, for ranges", words=_WORDS)
    return Words(portfolio=(section,))
