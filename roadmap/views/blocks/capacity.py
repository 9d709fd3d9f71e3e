"""Team utilisation, quarter by quarter or year by year."""

from __future__ import annotations

from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.model.teams import Team
from roadmap.scoring.figures import brief
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.away import deserted
from roadmap.views.page import Cell, Column, Group, Number, Percent, Row, Table

MOST = 8
DaysByPeriod = dict[str, list[int]]
"""Working days, by their quarter or year."""


def capacity_table(answer: Answer, plan: Plan) -> tuple[Table, ...]:
    """The share of each team's people that the plan uses; no row where it is empty.

    Days on which nobody of a team is there do not count.
    """
    parts = _stretches(answer.portfolio, plan)
    columns = (
        Column("Team", shrink=1),
        Column("People", right=True),
        *(Column(name, right=True) for name in parts),
    )
    portfolio = answer.portfolio
    teams = portfolio.teams.values() if parts else ()
    rows = tuple(_row(portfolio, plan, team, parts) for team in teams)
    return (Table("capacity", columns, (Group("", rows),), "Team utilisation"),)


def _row(portfolio: Portfolio, plan: Plan, team: Team, parts: DaysByPeriod) -> Row:
    held = _held(plan, team)
    gone = deserted(portfolio, team.id, range(portfolio.today, plan.finish_day))
    shares: list[Cell] = [
        _share([held.get(day, Fraction(0)) for day in days if day not in gone])
        for days in parts.values()
    ]
    whole = brief(team.people) == str(team.people)
    people = Number(team.people, 0 if whole else 1)
    return Row((team.title or team.id, people, *shares))


def _share(held: list[Fraction]) -> Percent | None:
    return Percent(sum(held, Fraction(0)) / len(held)) if held else None


def _held(plan: Plan, team: Team) -> dict[int, Fraction]:
    """The share of a team's people that work uses, by day."""
    shares: dict[int, Fraction] = {}
    for slot in plan.slots.values():
        part = slot.parts.get(team.id)
        if part is not None:
            for day in range(part.start_day, part.end_day):
                shares[day] = shares.get(day, Fraction(0)) + part.people / team.people
    return shares


def _stretches(portfolio: Portfolio, plan: Plan) -> DaysByPeriod:
    """Quarters from today to the last day of the plan, or years if they are too many."""
    quarters: DaysByPeriod = {}
    years: DaysByPeriod = {}
    fiscal = portfolio.fiscal_year
    for day in range(portfolio.today, plan.finish_day):
        when = portfolio.calendar.date_of(day)
        year, quarter = fiscal.quarter_of(when)
        quarters.setdefault(fiscal.label(year, f"Q{quarter}"), []).append(day)
        years.setdefault(fiscal.year_label(when), []).append(day)
    return quarters if len(quarters) <= MOST else years
