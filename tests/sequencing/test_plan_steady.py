from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Minimise, Portfolio
from roadmap.sequencing.schedule.groups import valueless
from roadmap.sequencing.search.search import searched
from tests.sequencing.plan_portfolios import (
    Case,
    initiative,
    planned,
    portfolio,
    posed,
    team,
)


def dates(case: Case) -> dict[str, tuple[int, int]]:
    """Start and end of all that leads to value or binds."""
    whole, fixed = posed(case)
    table = searched(whole, fixed).table
    counted = set(range(whole.count)) - set(valueless(whole))
    return {whole.ids[each]: (table.start[each], table.end[each]) for each in counted}


def with_idle(case: Case, idle: list[Initiative]) -> Case:
    """The same portfolio and initiatives that lead nowhere."""
    of, values = case
    added = {each.id: each for each in idle}
    return replace(of, initiatives={**of.initiatives, **added}), values


def drawn(seed: int, count: int = 24) -> Case:
    """Teams, chains, late beginnings and deadlines from a seed, a third without value."""
    draw = Random(f"steady {seed}")
    found = []
    for number in range(count):
        teams = draw.sample(["data", "ops", "web"], draw.choice([0, 1, 1, 1, 2]))
        needs = draw.sample(range(number), min(number, draw.choice([0, 0, 1, 2])))
        found.append(
            initiative(
                f"i{number:02}",
                {name: draw.randint(1, 12) for name in teams},
                [f"i{one:02}" for one in needs],
                draw.choice([None] * 9 + [30]),
                draw.choice([None] * 4 + [20, 40]),
                must=draw.random() < 0.3,
            )
        )
    values = {each.id: draw.choice([0.0, 0.0, 1.0, 5.0, 20.0]) for each in found}
    return portfolio(found, [team("data"), team("ops", 3, 2), team("web", 2)]), values


@st.composite
def idle(draw: st.DrawFn, ids: tuple[str, ...]) -> list[Initiative]:
    """Up to three initiatives that anything may open, but that open nothing of value."""
    found: list[Initiative] = []
    for name in ["0", "new", "z"][: draw(st.integers(1, 3))]:
        known = [*ids, *(each.id for each in found)]
        amounts = st.sampled_from([1.0, 4.5])
        work = st.dictionaries(st.sampled_from(["data", "web"]), amounts)
        needs = draw(st.sets(st.sampled_from(known), max_size=2))
        due = draw(st.sampled_from([None, 3]))
        found.append(initiative(name, draw(work), sorted(needs), deadline=due))
    return found


@given(st.data(), planned(6))
def test_what_leads_to_no_value_moves_nothing_that_does(
    data: st.DataObject, case: Case
) -> None:
    case = replace(case[0], minimise=Minimise.COST_OF_DELAY), case[1]
    more = with_idle(case, data.draw(idle(tuple(case[0].initiatives))))
    before, after = dates(case), dates(more)

    assert before == {id: after[id] for id in before}


@pytest.mark.parametrize("seed", range(8))
def test_idle_work_between_many_moves_none_of_them(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap.sequencing.search.search.budget", lambda n: 80 * n)
    case, draw = drawn(seed), Random(seed)
    ids = list(case[0].initiatives)
    idle = [
        initiative(f"{number}", {team: 9}, draw.sample(ids, 4 * number))
        for number, team in enumerate(("data", "ops", "web"))
    ]
    before, after = dates(case), dates(with_idle(case, idle))

    assert before == {id: after[id] for id in before}


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_files_changes_no_date(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap.sequencing.search.search.budget", lambda n: 80 * n)
    of, values = drawn(seed)
    ids = list(of.initiatives)
    Random(seed).shuffle(ids)
    turned: Portfolio = replace(of, initiatives={id: of.initiatives[id] for id in ids})

    assert dates((turned, values)) == dates((of, values))
