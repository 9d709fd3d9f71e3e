"""Why a chance moved from one commit to the next, in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from roadmap.studies.chance_history import ChanceMove, ChanceStep
from roadmap.studies.chances import ChanceShift
from roadmap.studies.difference import difference
from roadmap.views.phrases.chance_moves import told
from tests.studies.files import edited, portfolio
from tests.studies.test_chances import FILES, WIDER

EDIT = "“Told” changed from 3w to 0.5w..5.5w"
BOTH = "combined effect of 1 edit and 14 days that passed"


def because(days: int, whole: int, by_edits: int | None) -> str:
    """What is said of a chance that moves by so many points, so many of them by an edit."""
    found = difference(portfolio(FILES), portfolio(edited(FILES, WIDER)), forecast=True)
    (known,) = found.chances
    after = Fraction(50, 100)

    def moved(points: int) -> ChanceShift:
        chance = after - Fraction(points, 100)
        return replace(
            known,
            before=replace(known.before, chance=chance),
            after=replace(known.after, chance=after),
        )

    edits = None if by_edits is None else moved(by_edits)
    step = ChanceStep(found, days, (ChanceMove(moved(whole), edits),))
    (move,) = told(step, "a", "b").moves.values()
    assert (move.title, move.date) == ("Told", "commitment to a partner by 29 Jan")
    return move.because


@pytest.mark.parametrize(
    ("days", "whole", "by_edits", "said"),
    [
        (0, -23, -23, EDIT),
        (14, -23, -20, EDIT),
        (14, -23, -2, "14 days passed"),
        (1, -23, 0, "1 day passed"),
        (14, -23, -13, f"{EDIT}; 14 days passed"),
        (14, -23, -10, f"14 days passed; {EDIT}"),
        (14, -10, -20, f"{EDIT}; 14 days that passed alone would raise it"),
        (14, -10, 20, "14 days passed; what was edited alone would raise it"),
        (14, 10, 30, f"{EDIT}; 14 days that passed alone would lower it"),
        (14, -8, -4, BOTH),
        (14, -23, None, BOTH),
        (-14, 23, 0, "the plan's day went back by 14 days"),
    ],
)
def test_the_greater_cause_comes_first(
    days: int, whole: int, by_edits: int | None, said: str
) -> None:
    assert because(days, whole, by_edits) == said
