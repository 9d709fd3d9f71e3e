"""The bottleneck: the team that ready work waits for, and what the wait costs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.scoring.figures import figure, percent
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Line
from roadmap.views.phrases.english import grouped

WORTH_A_WORD = Fraction(1, 10)


def bottleneck(answer: Answer, plan: Plan) -> Iterator[Line]:
    """Which team ready work waits for most, and which teams come next."""
    total, ranked = _ranked(plan)
    if not total or not ranked:
        return
    (team, most), rest = ranked[0], ranked[1:]
    text = f"The bottleneck is {team_name(answer, team)}: ready work that waits for it"
    text += f" costs {grouped(Fraction(figure(most, 0)))} value-weeks"
    if most < total:
        text += f", {percent(most / total, 0)} of all waiting for teams"
    others = [
        f"{team_name(answer, other)} {percent(cost / total, 0)}"
        for other, cost in rest
        if cost >= WORTH_A_WORD * total
    ]
    yield Line(text + (f" (next: {', '.join(others)})." if others else "."))


def shares_of_waiting(plan: Plan) -> list[tuple[str, Fraction]]:
    """The teams that ready work waits for, each with its share, the bottleneck first."""
    total, ranked = _ranked(plan)
    return [(team, cost / total) for team, cost in ranked if cost]


def _ranked(plan: Plan) -> tuple[Fraction, list[tuple[str, Fraction]]]:
    total = sum(plan.waiting.values(), Fraction(0))
    return total, sorted(plan.waiting.items(), key=lambda pair: (-pair[1], pair[0]))


def team_name(answer: Answer, team: str) -> str:
    """What a team is called on a page."""
    known = answer.portfolio.teams.get(team)
    return known.title or team if known else team
