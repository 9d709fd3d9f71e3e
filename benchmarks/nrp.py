"""What to fund, against the proven answers of published Next Release Problems.

`python -m benchmarks.nrp` takes some minutes; `--fast` leaves the exact engine out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import Any

from roadmap.sequencing.graphs import topological_order, transpose
from roadmap.sequencing.selection.fast import Chosen, fast
from roadmap.sequencing.selection.pool import CandidatePool

SHARED = Path(__file__).parents[2] / "shared" / "benchmarks" / "nrp"
HEAD = (
    "instance  kind       nodes  budget  optimum    fast   below   bound  seconds"
    "   exact  proven  seconds"
)


def main(arguments: Sequence[str]) -> None:
    """Print one row for each instance and budget."""
    worst: dict[str, float] = {}
    print(HEAD)
    for file in sorted(SHARED.glob("*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        for ratio, known in data["answers"].items():
            below = _row(data, ratio, known, "--fast" not in arguments)
            worst[data["kind"]] = max(below, worst.get(data["kind"], 0.0))
    for kind, below in worst.items():
        print(f"{kind}: fast is at most {below:.2%} below the optimum")


def release(data: dict[str, Any], budget: int) -> CandidatePool:
    """A release problem: a customer is worth something once all it needs is chosen."""
    requirements, customers = data["requirements"], data["customers"]
    cost = [requirement["cost"] for requirement in requirements] + [0] * len(customers)
    value = [0] * len(requirements) + [customer["profit"] for customer in customers]
    needs: list[list[int]] = [[] for _ in requirements]
    for first, then in data["dependencies"]:
        needs[then].append(first)
    needs += [customer["needs"] for customer in customers]
    order = topological_order(needs, transpose(needs))
    place = {i: k for k, i in enumerate(order)}
    arcs = [[place[j] for j in needs[i]] for i in order]
    costs = [cost[i] for i in order]
    nothing, values = [0] * len(order), [value[i] for i in order]
    return CandidatePool(
        values, costs, nothing, order, arcs, transpose(arcs), [costs], [budget]
    )


def _row(data: dict[str, Any], ratio: str, known: dict[str, int], exact: bool) -> float:
    pool, best = release(data, known["budget"]), known["value"]
    began = process_time()
    found = fast(pool)
    seconds = process_time() - began
    value = _checked(pool, found)
    below = 1 - value / best
    said = (
        f"{data['name']:8}  {data['kind']:9}  {len(pool):5}    {ratio}   {best:6}"
        f"  {value:6}  {below:6.2%}  {found.bound:6}  {seconds:7.1f}"
    )
    print(said + (_exact(pool) if exact else ""), flush=True)
    return below


def _exact(pool: CandidatePool) -> str:
    from roadmap.sequencing.exact.selection import exactly

    began = process_time()
    found = exactly(pool)
    seconds = process_time() - began
    value = _checked(pool, found)
    proven = "yes" if found.bound == value else "no"
    return f"  {value:6}  {proven:>6}  {seconds:7.1f}"


def _checked(pool: CandidatePool, found: Chosen) -> int:
    """The value of a set; ends the run where it breaks a dependency or the budget."""
    members = found.members
    if any(not members.issuperset(pool.needs[i]) for i in members):
        raise SystemExit("a set lacks a prerequisite")
    if not pool.fits(pool.used(members)):
        raise SystemExit("a set is over the budget")
    return pool.value(members)


if __name__ == "__main__":
    main(sys.argv[1:])
