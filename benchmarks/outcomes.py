"""What actuals cost: `needs` on 10,000 initiatives with and without, in one run."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.report import seconds

INITIATIVES, NEEDS, METRICS, RUNS = 10_000, 200, 400, 3
ALLOWED = 1.2
"""The time with actuals, in times of that without."""
SIZES = (2_500, 5_000, 10_000)


def main() -> None:
    """Print the ratio of `needs`, and how `outcomes` grows."""
    with tempfile.TemporaryDirectory() as name:
        homes = Path(name)
        bare, measured = homes / "bare", homes / "measured"
        write(bare, INITIATIVES, actuals=False)
        write(measured, INITIATIVES, actuals=True)
        # in turn, so that a busy machine slows both
        pairs = [(_needs(bare), _needs(measured)) for _ in range(RUNS)]
        without, having = (min(times) for times in zip(*pairs, strict=True))
        print(f"needs of {INITIATIVES:,} initiatives, seconds of processor time")
        print(f"without actuals {without:>6.2f}\nwith actuals    {having:>6.2f}")
        print(f"ratio           {having / without:>6.2f} of {ALLOWED:.2f} allowed")
        for count in SIZES:
            write(homes / str(count), count, actuals=True)
            took = seconds("outcomes", str(homes / str(count)))
            print(f"outcomes of {count:>6,} initiatives {took:>6.2f}")


def _needs(folder: Path) -> float:
    return seconds("needs", str(folder), "--format", "json")


def write(folder: Path, count: int, *, actuals: bool) -> None:
    """Write a portfolio: every other initiative is delivered, and measured if asked."""
    folder.mkdir()
    needs = {
        f"need-{n}": {"statement": f"Need {n}", "importance": 8, "satisfaction": 4,
                      "surveyed": "2026-03-31"}
        for n in range(NEEDS)
    }  # fmt: skip
    portfolio = {
        "start": "2027-01-04",
        "teams": {f"team-{n}": {"people": 9} for n in range(9)},
        "needs": needs,
        "evidence": {"study": {"kind": "survey", "date": "2026-03-31", "sample": 400}},
    }
    # YAML takes JSON, which is written quickly
    (folder / "portfolio.yaml").write_text(json.dumps(portfolio), "utf-8")
    size = 500  # initiatives in a file
    for first in range(0, count, size):
        part = [_initiative(n, actuals) for n in range(first, min(count, first + size))]
        (folder / f"part-{first}.yaml").write_text(json.dumps(part), "utf-8")


def _initiative(number: int, actuals: bool) -> dict[str, Any]:
    measure = {"metric": f"metric {number % METRICS}", "baseline": 100, "target": 50}
    if actuals:
        measure |= {"actual": [{"date": "2026-12-15", "value": 100 - number % 60}]}
    made: dict[str, Any] = {
        "id": f"work-{number}",
        "title": f"Work {number}",
        "effort": {f"team-{number % 9}": "2w"},
        "depends_on": [],
        "outcomes": {
            f"need-{number % NEEDS}": {
                "impact": "low", "reach": "10%", "evidence": ["study"], "measure": measure,
            }
        },
    }  # fmt: skip
    if number % 2:
        made |= {
            "status": "delivered",
            "delivered": "2026-11-30",
            "promised": {"date": "2026-11-27", "to": "customers"},
            "spent": made["effort"],
        }
    return made


if __name__ == "__main__":
    main()
