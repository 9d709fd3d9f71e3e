"""Plans in fewer steps: these tests ask what moved a date, not how good the plan is."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def short_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmap.sequencing.search.search.budget", lambda n: 200 * n)
