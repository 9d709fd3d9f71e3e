"""How long `scenarios` takes, in times of `plan`: 1,000 initiatives, three scenarios."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.diff import seconds

INITIATIVES = 1000
SCENARIOS = {
    "hire": "set: {teams.team-0.people: 12}\n",
    "drop": "drop: [work-900, work-901, work-902, work-903]\n",
    "weigh": "set: {balance.needs: 60, balance.commercial: 15}\n"
    "add: {id: besides, title: Besides, effort: {team-1: 3w}, depends_on: []}\n",
}
"""One of each sort: more people, less to do, and other values with something besides."""


def main() -> None:
    """Print the time of a plan, of three scenarios beside it, and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_corpus(folder, INITIATIVES)
        plan = seconds("plan", name)
        print(
            f"plan of {INITIATIVES:,} initiatives: {plan:.1f} s of processor time",
            flush=True,
        )
        scenarios = folder / "scenarios"
        scenarios.mkdir()
        for title, text in SCENARIOS.items():
            (scenarios / f"{title}.yaml").write_text(text, encoding="utf-8")
        found = seconds("scenarios", "-C", name)
        print(f"scenarios, three of them: {found:.1f} s, {found / plan:.2f} plans")


if __name__ == "__main__":
    main()
