"""Groups: what is planned together, tier by tier, and last what leads to no value."""

from __future__ import annotations

from roadmap.sequencing.schedule.problem import Problem


def groups(problem: Problem) -> list[tuple[int, ...]]:
    """What is to be planned, in sequence order, each group before the next.

    Without tiers one group. A binding deadline counts before any tier, so musts and what
    they need belong to the first.
    """
    counts = leads_to(problem, [bool(weight) for weight in problem.weight])
    binds = leads_to(problem, list(problem.must))
    rest = [each for each in range(problem.count) if each not in problem.fixed]
    moved = [each for each in rest if counts[each] or binds[each] or problem.makespan]
    first = min((problem.tier[each] for each in moved), default=0)
    tier = {each: first if binds[each] else problem.tier[each] for each in moved}
    return [
        tuple(each for each in moved if tier[each] == level)
        for level in sorted(set(tier.values()))
    ]


def valueless(problem: Problem) -> tuple[int, ...]:
    """What is left once all groups are planned: it leads to no value and binds nothing."""
    planned = {each for group in groups(problem) for each in group} | problem.fixed
    return tuple(each for each in range(problem.count) if each not in planned)


def leads_to(problem: Problem, marked: list[bool]) -> list[bool]:
    """Whether each is marked or something that waits for it, however far, is."""
    found = list(marked)
    for each in reversed(range(problem.count)):
        found[each] = found[each] or any(found[later] for later in problem.after[each])
    return found
