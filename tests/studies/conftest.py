"""Plans in fewer steps: these tests ask what moved a date, not how good the plan is."""

from __future__ import annotations

import pytest

from tests.kept_plans import bound_loosely, keep_plans


@pytest.fixture(autouse=True)
def short_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmap.sequencing.search.search.budget", lambda n: 50 * n)
    bound_loosely(monkeypatch)
    keep_plans(monkeypatch)
