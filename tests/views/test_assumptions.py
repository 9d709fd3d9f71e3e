"""What nobody stated: recognised by what it is, never by a word in a user's name."""

from __future__ import annotations

from fractions import Fraction

import pytest

from roadmap.model.initiative import Initiative
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.views.page import Number
from roadmap.views.pages.list import page as list_page
from roadmap.views.pages.score import page as score_page
from roadmap.views.phrases.assumptions import in_full, in_short
from tests.building import initiative, outcome, portfolio
from tests.views.viewing import lines, rows, scored, tables, texts

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("assumption", "full", "short"),
    [
        (
            Assumption(Fact.SURVEY, ("bill",)),
            "importance and satisfaction of bill (not surveyed)",
            "importance and satisfaction of bill",
        ),
        (
            Assumption(Fact.IMPORTANCE, ("need-2",), Fraction(5)),
            "importance of need-2 5",
            "importance of need-2",
        ),
        (
            Assumption(Fact.SATISFACTION, ("2 effort",), Fraction(15, 2)),
            "satisfaction of 2 effort 7.5",
            "satisfaction of 2 effort",
        ),
        (
            Assumption(Fact.AFFECTS, ("bill",), Fraction(1)),
            "customers affected 100 %",
            "customers affected",
        ),
        (
            Assumption(Fact.LIFETIME_VALUE, ("shops",), Fraction(100)),
            "lifetime value of shops 100 (mean)",
            "lifetime value of shops",
        ),
        (
            Assumption(Fact.CUSTOMERS, ("shops",), Fraction(1)),
            "customers of shops 1",
            "customers of shops",
        ),
        (
            Assumption(Fact.AUDIENCE, ("shops", "homes"), Fraction(1200)),
            "1200 customers (shops and homes)",
            "customers",
        ),
        (
            Assumption(Fact.AUDIENCE, amount=Fraction(100)),
            "100 percent of customers",
            "customers",
        ),
        (Assumption(Fact.REACH, ("bill",), Fraction(1)), "reach 100 %", "reach"),
        (Assumption(Fact.IMPACT, ("bill",), HALF, "medium"), "impact medium", "impact"),
        (
            Assumption(Fact.CONFIDENCE, ("bill",), HALF, "interview"),
            "confidence 50 % (interview)",
            "confidence",
        ),
        (
            Assumption(Fact.CONFIDENCE, ("bill",), HALF, "survey", inherited=True),
            "confidence 50 % (the need's survey)",
            "confidence",
        ),
        (
            Assumption(Fact.CONFIDENCE, ("bill",), Fraction(1, 10)),
            "confidence 10 % (no evidence)",
            "confidence",
        ),
        (
            Assumption(Fact.HARM, ("bill",), Fraction(1)),
            "confidence 100 % (harm)",
            "confidence",
        ),
        (Assumption(Fact.EFFORT, amount=Fraction(123, 100)), "effort 1.2w", "effort"),
        (Assumption(Fact.EFFORT), "effort", "effort"),
        (
            Assumption(Fact.REMAINING),
            "remaining effort: all of it",
            "remaining effort",
        ),
    ],
)
def test_an_assumption_in_full_and_in_short(
    assumption: Assumption, full: str, short: str
) -> None:
    assert in_full([assumption]) == (full,)
    assert in_short([assumption]) == (short,)


def test_what_two_claims_leave_unsaid_is_said_once() -> None:
    two = [Assumption(Fact.REACH, (need,), Fraction(1)) for need in ("bill", "meter")]
    assert in_full(two) == ("reach 100 %",)


def _serving(id: str, need: str) -> Initiative:
    return initiative(id, effort="2w", owners=("Mara",), outcomes=[outcome(need)])


def test_a_need_may_be_called_after_anything_that_could_be_assumed() -> None:
    """Two needs, of which nothing is known: the same is assumed of both, by their names."""
    plain, odd = _serving("a", "renewal"), _serving("b", "low-effort-renewal 5")
    found = scored(portfolio(plain, odd), all=True)
    first, second = (texts(row) for row in rows(tables(list_page(found))["list"]))
    assert first[-1].replace("renewal", "low-effort-renewal 5") == second[-1]

    marked = [row.cells[4] for row in rows(tables(score_page(found))["score"])]
    assert marked == [Number(Fraction(2)), Number(Fraction(2))]


def test_what_nearly_all_lack_is_told_apart_from_what_is_assumed_of_them() -> None:
    many = [initiative(f"i{number}", effort=None) for number in range(6)]
    assert lines(list_page(scored(portfolio(*many))))[:2] == [
        "True of all, so not repeated below: no outcome (6 of 6), no owner (6 of 6).",
        "Assumed for all, so not repeated below: effort (6 of 6).",
    ]


def test_what_one_of_many_states_is_assumed_for_nearly_all() -> None:
    many = [initiative(f"i{number:02}", effort=None) for number in range(19)]
    said = lines(list_page(scored(portfolio(*many, initiative("known")))))
    assert "Assumed for nearly all, so not repeated below: effort (19 of 20)." in said
