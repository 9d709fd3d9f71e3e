"""History sees what was delivered by then, and nothing that lay in its future."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.studies.history import snapshot
from roadmap.studies.outlook import outlook
from tests.building import initiative, outcome, portfolio


@pytest.mark.parametrize(
    ("delivered", "served"),
    [("2027-01-04", {"n"}), (None, {"n"}), ("2027-01-05", set())],
)
def test_a_need_is_served_from_the_day_of_delivery_on(
    delivered: str | None, served: set[str]
) -> None:
    done = initiative("a", outcomes=[outcome("n")], status="delivered", delivered=delivered)
    found = snapshot("c", date(2027, 1, 4), "one", outlook(portfolio(done)))

    assert found.served == served
