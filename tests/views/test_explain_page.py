from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.scoring.framework import Leaf, Term
from roadmap.views.blocks.value_tree import printed
from roadmap.views.pages.explain import page
from tests.building import (
    contribution,
    evidence,
    initiative,
    objective,
    outcome,
    portfolio,
    team,
)
from tests.views.viewing import answer, lines, prose, rows, scored, tables, texts

STUDY = evidence("study", "interview", on="2026-12-01", sample=12)
STAR = initiative(
    "star",
    outcomes=[outcome(evidence=["study"], reach="40%")],
    contributions=[contribution()],
    effort="5w",
    depends_on=["basis"],
    extra={"x-ticket": "PAY-1", "x-odds": 0.5},
)
FOUND = scored(
    portfolio(
        STAR,
        initiative("basis"),
        initiative("rival", outcomes=[outcome(evidence=["study"])], effort="12w"),
        objectives=[objective()],
        evidence=[STUDY],
    )
)


def explanation(id: str) -> dict[str, Any]:
    data: dict[str, Any] = page(FOUND, id).data["explanation"]
    return data


def test_the_leaves_add_up_to_the_value_exactly() -> None:
    found = explanation("star")

    assert sum(leaf["points"] for leaf in found["leaves"]) == found["value"]
    assert len(found["leaves"]) == 2


def test_the_printed_leaves_add_up_to_the_printed_sum() -> None:
    *leaves, total = [
        Fraction(texts(row)[0])
        for row in rows(tables(page(FOUND, "star"))["value"])
        if texts(row)[0]
    ]

    assert sum(leaves) == total


@given(st.lists(st.fractions(-50, 50, max_denominator=999), max_size=12))
def test_printed_amounts_are_tenths_near_their_own_that_keep_the_sum(
    amounts: list[Fraction],
) -> None:
    tenths = printed(amounts)
    pairs = zip(amounts, tenths, strict=True)

    assert all(abs(one - other) < Fraction(1, 10) for one, other in pairs)
    assert abs(sum(tenths, Fraction(0)) - sum(amounts, Fraction(0))) <= Fraction(1, 20)
    assert all((each * 10).denominator == 1 for each in tenths)


def test_the_score_is_said_as_value_over_work_left() -> None:
    assert any(
        line.startswith("Score ") and line.endswith("÷ 5 person-weeks (team 5)")
        for line in lines(page(FOUND, "star"))
    )


def test_a_range_says_what_it_was_taken_as() -> None:
    found = scored(portfolio(initiative(effort="2w..5w", outcomes=[outcome()])))

    assert any(
        line.endswith("÷ 3.5 person-weeks (team 2w..5w, taken as 3.5)")
        for line in lines(page(found, "a"))
    )


def test_terms_and_their_summands_stand_below_their_leaf() -> None:
    who = Term("who", "two groups", Fraction(3), parts=(Term("families", "64 %"),))
    leaf = Leaf("know-my-bill", "need", Fraction(3), (who,))
    found = answer(portfolio(initiative()), {"a": 3}, {"a": (leaf,)})

    assert [texts(row)[:2] for row in rows(tables(page(found, "a"))["value"])] == [
        ("3.0", "know-my-bill"),
        ("", "who"),
        ("", "· families"),
        ("3.0", ""),
    ]


def test_evidence_is_told_once_with_its_kind_date_and_sample() -> None:
    assert prose(page(FOUND, "star"), "The evidence behind it") == [
        "study (interview, 1 Dec 2026, sample of 12)"
    ]


def test_its_place_says_what_it_pays_for() -> None:
    assert any(
        line.startswith("▼ Pays for basis")
        for line in prose(page(FOUND, "star"), "Its place")
    )


def test_an_enabler_says_who_lifts_it() -> None:
    assert any(
        line.startswith("▲ Lifted by star")
        for line in prose(page(FOUND, "basis"), "Its place")
    )


def test_the_weakest_claim_is_the_one_to_test_first() -> None:
    # Nothing backs the contribution: it counts 10 %. Requests would make that 35 %.
    weakest = explanation("star")["weakest"]

    assert (weakest["target"], weakest["next_class"]) == ("retention", "request")
    assert weakest["score"] == explanation("star")["score"] + weakest["gain"] / 5


def test_its_dates_are_followed_back_to_where_nothing_holds_them() -> None:
    found = scored(
        portfolio(
            initiative("third", effort="4w", depends_on=["second"]),
            initiative("second", effort="4w", depends_on=["first"]),
            initiative("first", effort="4w"),
        ),
        exact=True,
    )

    assert prose(page(found, "third"), "Its dates") == [
        "1 February to 12 February (10 working days, set by team: "
        "4 weeks of work by 2 people)",
        "waits for second, which ends 29 January",
        "which waits for first, which ends 15 January",
        "which starts with the plan; nothing holds it",
    ]


@pytest.mark.parametrize(
    ("holidays", "gone", "said"),
    [
        ((), None, "5 working days, set by web"),
        (("2027-01-06",), None, "6 working days, 1 of them a holiday; set by web"),
        (("2027-01-06", "2027-01-07"), None,
         "7 working days, 2 of them holidays; set by web"),
        ((), ("2027-01-05", "2027-01-06", None),
         "7 working days, 2 of them without web; set by web"),
        (("2027-01-06",), ("2027-01-07", "2027-01-07", None),
         "7 working days, 2 of them without web: away or holiday; set by web"),
        ((), ("2027-01-05", "2027-01-06", 1),
         "6 working days, some of web away; set by web"),
        (("2027-01-07",), ("2027-01-05", "2027-01-06", 1),
         "7 working days, 1 of them a holiday, some of web away; set by web"),
    ],
)  # fmt: skip
def test_days_off_that_stretch_the_work_are_named(
    holidays: tuple[str, ...], gone: tuple[str, str, int | None] | None, said: str
) -> None:
    crew = team("web", 2, 1, away=[gone] if gone else [])
    work = initiative("work", effort={"web": "2w"})
    found = scored(portfolio(work, teams=[crew], holidays=holidays), exact=True)

    dates = prose(page(found, "work"), "Its dates")[0]
    assert f"({said}: 2 weeks of work by 2 people)" in dates


def test_work_that_is_not_planned_says_why_it_has_no_dates() -> None:
    found = scored(portfolio(initiative("rests", status="paused")))

    assert prose(page(found, "rests"), "Its dates") == [
        "It is not in the plan: it is paused."
    ]


@pytest.mark.parametrize("status", ["delivered", "dropped"])
def test_nothing_is_asked_of_what_is_delivered_or_dropped(status: str) -> None:
    done = initiative("done", status=status, effort="7w")
    claimed = initiative("claimed", status=status, outcomes=[outcome()])
    found = scored(portfolio(done, claimed, initiative("open", outcomes=[outcome()])))

    said = lines(page(found, "done"))
    assert "No score: its value is unknown. Work: 7 person-weeks (team 7)" in said
    assert not [line for line in said if line.startswith("Missing")]
    assert not [line for line in lines(page(found, "claimed")) if "weakest" in line]


def test_keys_of_ones_own_are_shown_and_kept_in_the_data() -> None:
    assert prose(page(FOUND, "star"), "Your own keys") == ["x-odds: 0.5", "x-ticket: PAY-1"]
    assert explanation("star")["extra"] == {"x-odds": Fraction(1, 2), "x-ticket": "PAY-1"}


def test_only_the_initiative_itself_is_listed() -> None:
    listed: Any = page(FOUND, "star").data["initiatives"]

    assert [each["id"] for each in listed] == ["star"]


def test_a_rank_that_better_evidence_would_change_is_worth_a_test() -> None:
    found = scored(
        portfolio(
            initiative("weak", outcomes=[outcome()]),
            initiative("strong", outcomes=[outcome(impact="low", evidence=["study"])]),
            evidence=[evidence("study", "request")],
        )
    )

    # 500 points × 0.25 unsurveyed × 20 % of the gap × 35 % ÷ 4 weeks; the other has half.
    assert prose(page(found, "weak"), "Its place")[-1] == (
        "Its weakest claim, on know-my-bill, rests on nothing. If requests ask for it, "
        "it stands 1st by own score (2.2) instead of 2nd: test that first."
    )


def test_the_sum_of_the_leaves_is_rounded_as_the_value_above_it_is() -> None:
    # -9.65 lies half way: both say -9.7.
    leaves = (
        Leaf("know-my-bill", "need", Fraction(-605, 100), ()),
        Leaf("retention", "objective", Fraction(-36, 10), ()),
    )
    found = page(
        answer(portfolio(initiative()), {"a": Fraction(-965, 100)}, {"a": leaves}), "a"
    )

    assert any("= -9.7 points ÷" in line for line in lines(found))
    assert [texts(row)[0] for row in rows(tables(found)["value"])] == [
        "-6.1",
        "-3.6",
        "-9.7",
    ]


def test_a_week_of_one_person_is_one() -> None:
    found = page(answer(portfolio(initiative(effort="1w")), {"a": 3}), "a")

    assert "Score 3.0 = 3.0 points ÷ 1 person-week (team 1)" in lines(found)


def test_better_evidence_that_changes_no_place_is_said_to_change_none() -> None:
    alone = scored(portfolio(initiative("only", outcomes=[outcome()])))

    assert prose(page(alone, "only"), "Its place")[-1].endswith(
        "If requests ask for it, it would stay 1st by own score (2.2)."
    )
