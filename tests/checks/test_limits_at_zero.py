"""Every limit at zero: a rule that has nothing to look at says nothing."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.checks.catalogue import checks
from roadmap.checks.limit import Limit
from roadmap.checks.run import findings
from roadmap.cli.load import words
from roadmap.reading.read import Read, read
from roadmap.reading.sources import Texts

LIMITS = [limit for check in checks() for limit in check.limits]
NOTHING_OPEN = {"a.yaml": b"title: A\nstatus: delivered\n"}
SOMETHING_OPEN = {"a.yaml": b"title: A\neffort: 1w\noutcomes: {n: high}\ndepends_on: []\n"}


def portfolio(limit: Limit, number: str, files: dict[str, bytes]) -> Read:
    own = f"title: P\nvision: v\ncheck: {{{limit.rule}: {{{limit.key}: {number}}}}}\n"
    sources = Texts({"portfolio.yaml": own.encode(), **files})
    return read(sources, words(), date(2027, 1, 4))


@pytest.mark.parametrize("files", [{}, NOTHING_OPEN, SOMETHING_OPEN])
@pytest.mark.parametrize("limit", LIMITS, ids=lambda each: f"{each.rule}.{each.key}")
def test_a_limit_of_zero_breaks_no_rule(limit: Limit, files: dict[str, bytes]) -> None:
    found = portfolio(limit, "0%" if limit.share else "0", files)

    assert found.diagnostics == ()
    assert findings(found, plan=True) is not None
