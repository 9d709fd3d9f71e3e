"""Groups planned together: tier by tier, and last the work that leads to no value."""

from __future__ import annotations

from roadmap.sequencing.schedule.problem import Problem


def groups(problem: Problem) -> list[tuple[int, ...]]:
    """What is to be planned, in sequence order, each group before the next.

    Without tiers one group. A binding deadline counts before any tier, so musts and what
    they need belong to the first.
    """
    counts = leads_to(problem, [bool(weight) for weight in problem.weight])
    binds = leads_to(problem, list(problem.must))
    rest = [i for i in range(problem.count) if i not in problem.fixed]
    moved = [i for i in rest if counts[i] or binds[i] or problem.makespan]
    first = min((problem.tier[i] for i in moved), default=0)
    tier = {i: first if binds[i] else problem.tier[i] for i in moved}
    return [
        tuple(i for i in moved if tier[i] == level) for level in sorted(set(tier.values()))
    ]


def valueless(problem: Problem) -> tuple[int, ...]:
    """What is left once all groups are planned: it leads to no value and binds nothing."""
    planned = {i for group in groups(problem) for i in group} | problem.fixed
    return tuple(i for i in range(problem.count) if i not in planned)


def leads_to(problem: Problem, marked: list[bool]) -> list[bool]:
    """Whether each is marked or something that waits for it, however far, is."""
    leads = list(marked)
    for i in reversed(range(problem.count)):
        leads[i] = leads[i] or any(leads[later] for later in problem.after[i])
    return leads
