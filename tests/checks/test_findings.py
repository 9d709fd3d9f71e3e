"""What a finding says of the initiative that it is about, and of others beside it."""

from __future__ import annotations

import pytest

from tests.checks.test_edges import found


@pytest.mark.parametrize(
    ("status", "word"), [("committed", "committed"), ("in_progress", "in progress")]
)
def test_what_one_perspective_looked_at_is_told_by_its_own_status(
    status: str, word: str
) -> None:
    text = f"effort: 1w\nstatus: {status}\nperspectives: {{customer: Mara Engel}}"
    (each,) = found("lone-perspective", "vision: V", a=text)

    assert each.message.endswith(f"looked at `a`, which is {word}")
