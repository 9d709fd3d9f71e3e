"""An independent checker: every way in which a plan breaks its portfolio's rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.checker_facts import facts
from tests.checker_order import order_violations
from tests.checker_placement import placement_violations
from tests.checker_slots import slot_violations
from tests.checker_totals import total_violations
from tests.checker_view import view


def violations(
    files: Mapping[str, str],
    answer: Mapping[str, Any],
    *,
    as_of: str | None = None,
    ideas: bool = False,
) -> list[str]:
    """What is wrong with `plan --format json` for these files, one sentence a fault."""
    seen = view(facts(files, as_of), answer, ideas=ideas)
    return [
        *placement_violations(seen),
        *slot_violations(seen),
        *order_violations(seen),
        *total_violations(seen),
    ]
