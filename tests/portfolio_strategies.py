"""Small random portfolios for laws: everything that touches time, in few initiatives."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

MONDAY = date(2027, 1, 4)
TEAMS = ("web", "data", "app")
IDS = ("ledger", "Refund", "api-2", "b", "a", "é1", "x.y", "z_9", "10", "m/n", "k", "B2")
WEEKS = (["mon", "tue", "wed", "thu"], ["sun", "mon", "tue", "wed", "thu"], ["tue", "fri"])

Texts = st.SearchStrategy[list[str]]

halves = st.integers(1, 10).map(lambda n: n / 2)
amounts = st.sampled_from(["1d", "2d", "3d", "0.5d", "1w", "1.5w", "2w", "7d"])
efforts = st.one_of(
    amounts,
    amounts,
    st.sampled_from(["1d..4d", "1w..2w", "1d..2d..6d", "1w..2w..6w", "1m"]),
)


@cache
def some(*values: Any) -> st.SearchStrategy[Any]:
    """One of some values. Strategies are kept: to make one takes longer than to draw."""
    return st.sampled_from(values)


@cache
def several(*values: str, least: int = 0, most: int | None = None) -> Texts:
    """Some of these values, none twice."""
    return st.lists(some(*values), min_size=least, max_size=most, unique=True)


@cache
def days(first: int, last: int) -> st.SearchStrategy[str]:
    """A date, counted from the first Monday."""
    return st.integers(first, last).map(lambda n: (MONDAY + timedelta(days=n)).isoformat())


@st.composite
def stretches(draw: st.DrawFn) -> dict[str, Any]:
    """Some days from one to another, both inclusive."""
    first, length = draw(st.integers(0, 40)), draw(st.integers(0, 9))
    ends = (MONDAY + timedelta(days=first), MONDAY + timedelta(days=first + length))
    return {"from": ends[0].isoformat(), "to": ends[1].isoformat()}


absences = st.lists(stretches(), max_size=2)
holidays = st.lists(st.one_of(days(0, 40), stretches()), max_size=3)
weeks = st.sampled_from(WEEKS)
starts = st.fixed_dictionaries({}, optional={"not_before": days(-3, 40)})
values = some(0, 1, 2.5, 3, 0.1, 8, 13, 40)
orders = st.permutations(IDS)


@st.composite
def teams(draw: st.DrawFn) -> dict[str, Any]:
    found: dict[str, Any] = {"people": draw(halves)}
    if draw(st.booleans()):
        found["at_once"] = draw(st.integers(1, 3))
    if draw(st.booleans()):
        found["focus"] = draw(some("50%", "80%", "30%", "100%"))
    found["away"] = [stretch | {"people": draw(halves)} for stretch in draw(absences)]
    return found


crews = teams()


@st.composite
def shared(draw: st.DrawFn) -> dict[str, Any]:
    """`portfolio.yaml`: calendar, teams and aim."""
    named = TEAMS[: draw(st.integers(1, 3))]
    found: dict[str, Any] = {
        "format": 1,
        "framework": "value-effort",
        "start": draw(days(-2, 4)),
        "teams": {id: draw(crews) for id in named},
        "holidays": draw(holidays),
    }
    if draw(st.booleans()):
        found["as_of"] = draw(days(5, 21))
    if draw(st.integers(0, 3)) == 0:
        found["week"] = draw(weeks)
    if draw(st.integers(0, 4)) == 0:
        found["default_effort"] = {named[-1]: draw(efforts)}
    if draw(st.integers(0, 4)) == 0:
        found["minimise"] = "makespan"
    return found


@cache
@st.composite
def parts(draw: st.DrawFn, named: tuple[str, ...]) -> dict[str, Any]:
    """Effort below one to three teams' names."""
    chosen = draw(several(*named, least=1))
    found: dict[str, Any] = {id: draw(efforts) for id in chosen}
    if draw(st.integers(0, 3)) == 0:
        found[chosen[0]] = {"work": found[chosen[0]], "people": draw(halves)}
    return found


@st.composite
def initiatives(
    draw: st.DrawFn, id: str, earlier: tuple[str, ...], named: tuple[str, ...]
) -> dict[str, Any]:
    found: dict[str, Any] = {"id": id, "title": f"What {id} brings"}
    found |= draw(starts)
    if earlier:
        found["depends_on"] = draw(several(*earlier, most=2))
    kind = draw(st.integers(0, 9))
    if kind == 0:
        found["effort"] = "0d"
    elif kind > 1:
        found["effort"] = draw(parts(named))
    if draw(st.integers(0, 3)):
        found["value-effort"] = {"value": draw(values)}
    if draw(st.integers(0, 2)) == 0:
        found["deadline"] = draw(days(-3, 60))
        if draw(st.booleans()):
            found["must"] = {"why": "law"}
    if draw(st.integers(0, 7)) == 0:
        found["pin"] = {"why": "board"}
    return found | draw(statuses(named))


@cache
@st.composite
def statuses(draw: st.DrawFn, named: tuple[str, ...]) -> dict[str, Any]:
    """A status, most often none, and what belongs to it."""
    kind = draw(st.integers(0, 15))
    if kind in (0, 1, 2):
        running: dict[str, Any] = {"status": "in_progress"}
        if draw(st.booleans()):
            running["started"] = draw(days(-30, 3))
        if draw(st.booleans()):
            running["remaining"] = draw(parts(named))
        return running
    if kind == 3:
        return {"status": "dropped", "because": "nobody asked for it"}
    others = {4: "delivered", 5: "idea", 6: "paused", 7: "committed"}
    return {"status": others[kind]} if kind in others else {}


commons = shared()


@st.composite
def portfolios(draw: st.DrawFn, most: int = 12) -> dict[str, str]:
    """Files of 2 to `most` initiatives without circles; some have a file of their own."""
    common = draw(commons)
    ids = draw(orders)[: draw(st.integers(2, most))]
    together, files = [], {"portfolio.yaml": common}
    for n, id in enumerate(ids):
        found = draw(initiatives(id, tuple(ids[:n]), tuple(common["teams"])))
        if id.isalpha() and draw(st.integers(0, 5)) == 0:
            files[f"{id}.yaml"] = {key: held for key, held in found.items() if key != "id"}
        else:
            together.append(found)
    texts = {name: json.dumps(held, ensure_ascii=False) for name, held in files.items()}
    return texts | {"together.yaml": json.dumps(together, ensure_ascii=False)}
