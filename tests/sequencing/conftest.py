"""Plans of every size: small ones that the exact engine searches as it does larger ones."""

from __future__ import annotations

import pytest

REACH = {
    "a proof is in reach": (40, 400),
    "too many to prove": (2, 400),
    "too many for one model": (1, 2),
}


@pytest.fixture(params=[*REACH.values()], ids=[*REACH])
def reach(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small plans are searched as larger ones are, in little time."""
    from roadmap.sequencing.exact import engine as exact

    provable, largest = request.param
    monkeypatch.setattr(exact, "PROVABLE", provable)
    monkeypatch.setattr(exact, "LARGEST", largest)
    monkeypatch.setattr(exact, "UNITS", 0.02)
