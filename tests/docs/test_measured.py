"""What the README says was measured is what the committed tables hold."""

from __future__ import annotations

import re
from pathlib import Path

from tests.docs.markdown import section

TREE = Path(__file__).parents[2]
TABLES = TREE / "benchmarks"


def said() -> str:
    readme = (TREE / "README.md").read_text(encoding="utf-8")
    paragraph = section(readme, "## How good is the plan?").strip().partition("\n\n")[0]
    return " ".join(paragraph.split())


def _text(page: Path) -> str:
    return " ".join(page.read_text(encoding="utf-8").split())


def table(name: str) -> str:
    return (TABLES / name).read_text(encoding="utf-8")


def test_the_order_is_better_by_what_its_table_says() -> None:
    found = table("sequence.txt")
    count = re.search(r"^(\d+) graphs like roadmaps", found, re.M)
    gaps = re.findall(r": (\d+) % \(at most (\d+) %\)", found)

    assert count
    assert said().startswith(f"In {count[1]} seeded portfolios")
    assert len(gaps) == 2
    for mean, most in gaps:
        assert re.search(rf"\b{mean} %[^%]*\(at most {most} %\)", said())


def test_plans_are_better_by_what_their_table_says() -> None:
    available, forward, juggler = re.findall(r"^- .*?: (\d+) %", table("plan.md"), re.M)

    assert f"cost {available} % and {forward} % more than `roadmap plan`" in said()
    assert f"TaskJuggler {juggler} % more" in said()


def test_the_exact_engine_won_as_often_as_its_table_says() -> None:
    pattern = r"^\| [^|]* \| \d+ \| (\d+) \| .* \| (\d+) / (\d+) \| [^|]* \|$"
    rows = re.findall(pattern, table("exact.md"), re.M)
    cases, better, worse = (sum(int(row[k]) for row in rows) for k in range(3))

    assert worse == 0
    assert f"{better} of {cases} cases and worse in none" in said()


def test_forecasts_hold_as_often_as_their_table_says() -> None:
    rows = re.findall(
        r"^\| (.*?) \| ([\d.]+ %) \| ([\d.]+ ± [\d.]+ %) \|", table("forecast.md"), re.M
    )
    shares = {claim: (foretold, executed) for claim, foretold, executed in rows}
    page, readme = _text(TREE / "docs" / "forecast.md"), _text(TREE / "README.md")
    told, inside = shares["from P10 to P90, both days included"]
    told_after, after = shares["after P10 and by P90: 8 in 10"]
    told_safe, safe = shares["by P85, the 85 % date"]

    assert f'{inside} of ends lie in their range "8 in 10"' in page
    assert f"and {after} without the day of P10" in page
    assert f"themselves say {told} and {told_after}, because" in page
    assert f"{safe} of ends are over by the 85 % date" in page
    assert f"where the forecasts say {told_safe} (" in page
    assert f'{inside} of the ends were in their range "8 in 10", and {safe} over' in readme


def test_check_costs_what_its_table_says() -> None:
    readme = _text(TREE / "README.md")
    rows = dict(re.findall(r"^\| (.*?) \| ([\d.]+) \|", table("README.md"), re.M))
    start = "20 files ÷ a bare start of the interpreter"
    ours, *rivals = (float(rows[what]) for what in rows if what.endswith(start))
    parsed = rows["all rules, 10,000 files ÷ parsing them with CSafeLoader"]

    assert f"20 files take {ours:.1f} times a bare start of Python" in readme
    assert "{:.1f}, check-jsonschema {:.1f})".format(*rivals) in readme
    assert f"10,000 with all rules {parsed} of" in readme
