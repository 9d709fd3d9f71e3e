"""The limits that are typed on a command line, over those of the portfolio."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from roadmap.cli.exits import stop, unknown
from roadmap.cli.option import option
from roadmap.cli.options import COMPUTE
from roadmap.model.funding import Funding

if TYPE_CHECKING:
    from roadmap.model.amounts import Range
    from roadmap.model.portfolio import Portfolio
    from roadmap.reading.scalars import Terms

_AMOUNT = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,6})?) ?([kKmM]?)")
_TIMES = {"": 1, "k": 1000, "m": 1_000_000}


@dataclass(frozen=True, kw_only=True)
class Limiting:
    """The limits on what is funded; each replaces the one in the portfolio."""

    effort: str | None = option(
        None,
        "--effort",
        metavar="WORK|TEAM=WORK,…",
        help="The effort there is, over all teams or by team.",
        panel=COMPUTE,
    )
    cost: str | None = option(
        None, "--cost", metavar="MONEY", help="The money there is: 3M, 250k.", panel=COMPUTE
    )
    until: str | None = option(
        None,
        "--until",
        metavar="DATE",
        help="The last day on which the teams work on what is funded.",
        panel=COMPUTE,
    )
    minimum_score: str | None = option(
        None,
        "--minimum-score",
        metavar="N",
        help="The least value per person-week, with prerequisites.",
        panel=COMPUTE,
    )
    free: bool = option(
        False, "--free", help="Let committed work compete with the rest.", panel=COMPUTE
    )


def limited(portfolio: Portfolio, given: Limiting) -> Funding:
    """The funding of a portfolio with what was typed; stops where nothing is limited."""
    funding = portfolio.funding or Funding()
    terms = _terms(portfolio)
    if given.effort is not None:
        whole, split = _effort(portfolio, given.effort, terms)
        funding = replace(funding, effort=whole, team_effort=split)
    if given.cost is not None:
        funding = replace(funding, cost=_number("--cost", given.cost))
    if given.until is not None:
        from roadmap.reading.refusals import Unreadable
        from roadmap.reading.scalars import period

        try:
            funding = replace(funding, until=period(given.until, terms))
        except Unreadable as error:
            stop(f"--until: {error.message}; {error.cure}")
    if given.minimum_score is not None:
        score = _number("--minimum-score", given.minimum_score)
        funding = replace(funding, minimum_score=score)
    if not funding.limits:
        stop("nothing is limited: add `funding` to portfolio.yaml, or --effort 120w")
    return funding


def _effort(
    portfolio: Portfolio, text: str, terms: Terms
) -> tuple[Range | None, dict[str, Range]]:
    if "=" not in text:
        return _work(text, terms), {}
    split: dict[str, Range] = {}
    for each in text.split(","):
        team, sign, amount = (part.strip() for part in each.partition("="))
        if not sign:
            stop(f"--effort: `{each.strip()}` names no team; write `web=40w,data=10w`")
        if team not in portfolio.teams:
            unknown("team", team, portfolio.teams, "--effort: ")
        if team in split:
            stop(f"--effort: `{team}` is named twice; name it once")
        split[team] = _work(amount, terms)
    return None, split


def _work(text: str, terms: Terms) -> Range:
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import estimate

    try:
        return estimate(text, terms)
    except Unreadable as error:
        stop(f"--effort: {error.message}; {error.cure}")


def _number(flag: str, text: str) -> Fraction:
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        stop(f"{flag}: {text[:40]!r} is not an amount; write `3000000`, `3M` or `1.5`")
    return Fraction(found[1]) * _TIMES[found[2].lower()]


def _terms(portfolio: Portfolio) -> Terms:
    from roadmap.reading.scalars import Terms

    return Terms(
        portfolio.calendar.days_a_week,
        portfolio.sizes,
        portfolio.fiscal_year_starts,
        portfolio.fiscal_year_named_by,
    )
