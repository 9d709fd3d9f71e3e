"""The few sentences that matter to somebody who reads nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.scoring.figures import percent
from roadmap.scoring.needs import needs_met
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.promises import told
from roadmap.views.blocks.waits import of_all, waits
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.dates import dates_of, deserved
from roadmap.views.phrases.english import count, grouped, listed


def summary(answer: Answer, plan: Plan) -> Prose:
    """How much there is, what brings most, how long it takes, and what is at risk."""
    lines = (
        Line(_extent(answer, plan)),
        *_most(answer, plan),
        *_told(answer, plan),
        *_money(answer, plan),
        *_unserved(answer),
        *of_all(answer, plan, "The figures below"),
        *(Line(line.text) for line in waits(answer, plan, loose=False)),
    )
    return Prose(lines, "Summary")


def _extent(answer: Answer, plan: Plan) -> str:
    portfolio = answer.portfolio
    slots = [slot for slot in plan.slots.values() if answer.shows(slot.id)]
    if not slots:
        return "Nothing is planned yet."
    work = sum(
        (portfolio.size(portfolio.initiatives[slot.id]) for slot in slots), Fraction(0)
    )
    teams = [team for team in portfolio.teams if any(team in slot.parts for slot in slots)]
    people = sum((portfolio.teams[team].people for team in teams), Fraction(0))
    last = max(slots, key=lambda slot: (slot.end_day, slot.id))
    end = deserved(portfolio, dates_of(portfolio, last)[1], exact=answer.exact, full=True)
    crew = f"{count(people, 'person', 'people')} in {count(len(teams), 'team')}"
    things = (
        f"{count(len(slots), 'initiative')}, {count(round(work), 'person-week')} of work"
    )
    return f"{things} for {crew}, done by {end}."


def _most(answer: Answer, plan: Plan) -> Iterator[Line]:
    """What brings the most value, and when."""
    scores = [answer.score(id) for id in plan.slots if answer.shows(id)]
    worth = sorted(
        (score for score in scores if score and score.weight),
        key=lambda score: (-score.weight, score.id),
    )
    total = sum((score.weight for score in worth), Fraction(0))
    if len(worth) < 2:
        return
    said = []
    for score in worth[:2]:
        end = dates_of(answer.portfolio, plan.slots[score.id])[1]
        assumed = answer.portfolio.initiatives[score.id].effort_assumed
        when = deserved(
            answer.portfolio, end, assumed=assumed, exact=answer.exact, full=True
        )
        share = percent(score.weight / total, 0)
        said.append(f"{answer.title(score.id)} ({share} of all value, {when})")
    yield Line(f"Most value comes with {listed(said)}.")


def _told(answer: Answer, plan: Plan) -> Iterator[Line]:
    """How many deadlines and how many promises the forecast keeps and misses."""
    on_or_before = answer.portfolio.calendar.day_on_or_before
    missed, kept = [], []
    for kind in ("deadline", "promise"):
        dates = [
            (answer.title(each.id), each.id in plan.slots
             and plan.slots[each.id].last_day <= on_or_before(period.last))
            for each in answer.open for what, period in told(each)
            if what.startswith("promise") == (kind == "promise")
        ]  # fmt: skip
        late = [title for title, in_time in dates if not in_time]
        if late:
            missed.append(f"{_of(len(late), len(dates), kind)} ({listed(late)})")
        elif dates:
            kept.append(_of(len(dates), len(dates), kind))
    said = [f"{verb} {listed(of)}" for verb, of in (("misses", missed), ("keeps", kept))
            if of]  # fmt: skip
    if said:
        yield Line(f"The forecast {listed(said)}.")


def _money(answer: Answer, plan: Plan) -> Iterator[Line]:
    """What is spent apart from people's time."""
    every = (answer.portfolio.initiatives[id] for id in plan.slots if answer.shows(id))
    costs = [each.cost for each in every if each.cost is not None]
    if costs:
        total = f"{grouped(sum(costs, Fraction(0)))} {answer.portfolio.currency}".strip()
        things = count(len(costs), "initiative")
        yield Line(f"Apart from people's time, {things} costs {total}."
                   if len(costs) == 1 else
                   f"Apart from people's time, {things} cost {total}.")  # fmt: skip


def _unserved(answer: Answer) -> Iterator[Line]:
    """The large gaps that nothing planned closes."""
    found = [met for met in needs_met(answer.portfolio) if met.large and met.unserved]
    if found:
        said = "; ".join(answer.portfolio.needs[met.id].statement for met in found[:3])
        more = f" and {len(found) - 3} more" if len(found) > 3 else ""
        what = "A large gap stays" if len(found) == 1 else "Large gaps stay"
        yield Line(f"{what} that nobody serves: {said}{more}.")


def _of(number: int, every: int, kind: str) -> str:
    """How many of a kind.

    >>> _of(1, 1, "promise"), _of(1, 2, "promise"), _of(2, 2, "promise")
    ('the one promise', '1 of 2 promises', 'both promises')
    >>> _of(3, 3, "deadline")
    'all 3 deadlines'
    """
    if number < every:
        return f"{number} of {every} {kind}s"
    return {1: f"the one {kind}", 2: f"both {kind}s"}.get(every, f"all {every} {kind}s")
