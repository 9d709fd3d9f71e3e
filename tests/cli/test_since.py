"""`outcomes --since` takes quarters of the portfolio's own year."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.answers import write
from tests.cli.test_exit_codes import roadmap


@pytest.mark.parametrize(
    ("stated", "shown"), [("2026-Q3", ["a"]), ("FY2026-Q2", ["a", "b"]), ("2027-01", [])]
)
def test_a_quarter_is_one_of_the_fiscal_year(
    tmp_path: Path, stated: str, shown: list[str]
) -> None:
    done = "title: A\nstatus: delivered\neffort: 1w\ndelivered: "
    files = {
        "portfolio.yaml": "start: 2027-01-04\nfiscal_year_starts: 4\n",
        "a.yaml": f"{done}2026-10-01\n",  # the third quarter of a year from April on
        "b.yaml": f"{done}2026-09-30\n",
    }
    write(tmp_path, files)
    found = roadmap("outcomes", str(tmp_path), "--since", stated, "--format", "json")

    assert [it["id"] for it in json.loads(found.stdout)["outcomes"]["delivered"]] == shown
