from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from roadmap.scoring.framework import Leaf
from roadmap.scoring.term import Term
from roadmap.views.pages.explain import page
from tests.building import (
    contribution,
    evidence,
    initiative,
    need,
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


def printed(*points: str) -> list[tuple[str, str]]:
    """The value and the note of each row of leaves with these points, the total last."""
    leaves = tuple(Leaf(f"need-{n}", "need", Fraction(it)) for n, it in enumerate(points))
    value = sum((leaf.points for leaf in leaves), Fraction(0))
    found = answer(portfolio(initiative()), {"a": value}, {"a": leaves})
    return [
        (texts(row)[0], texts(row)[2]) for row in rows(tables(page(found, "a"))["value"])
    ]


def test_each_leaf_is_rounded_for_itself_and_the_total_says_so() -> None:
    assert printed("42.03", "27.43", "9.58") == [
        ("42.0", ""), ("27.4", ""), ("9.6", ""), ("79.0", "total"),
    ]  # fmt: skip
    assert printed("42.03", "27.43", "9.5") == [
        ("42.0", ""), ("27.4", ""), ("9.5", ""), ("79.0", "total (numbers are rounded)"),
    ]  # fmt: skip


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
    who = Term("who", Fraction(3), parts=(Term("families", Fraction(3)),))
    leaf = Leaf("know-my-bill", "need", Fraction(3), (who,))
    found = answer(portfolio(initiative()), {"a": 3}, {"a": (leaf,)})

    assert [texts(row)[:2] for row in rows(tables(page(found, "a"))["value"])] == [
        ("3.0", "know-my-bill"),
        ("", "who"),
        ("", "· families"),
        ("3.0", ""),
    ]


def test_evidence_is_told_once_with_its_kind_date_and_sample() -> None:
    assert prose(page(FOUND, "star"), "Evidence") == [
        "study (interview, 1 Dec 2026, sample of 12)"
    ]


def test_the_ranking_says_whose_effort_a_score_includes() -> None:
    ranking = prose(page(FOUND, "star"), "Ranking")

    assert "▼ Includes prerequisite effort: “basis”." in ranking


def test_an_enabler_says_what_it_unblocks() -> None:
    assert "▲ Pulled forward to unblock “star”." in prose(page(FOUND, "basis"), "Ranking")
    assert any(
        line.startswith("No stand-alone score: enabler, valued through what it unblocks.")
        for line in lines(page(FOUND, "basis"))
    )


def test_work_without_outcomes_that_nothing_needs_is_no_enabler() -> None:
    found = lines(page(scored(portfolio(initiative())), "a"))

    assert any(line.startswith("No stand-alone score: no value stated.") for line in found)
    assert "No outcome stated, and nothing depends on it." in found


def test_a_bundle_names_its_initiatives_and_shows_its_arithmetic() -> None:
    found = answer(
        portfolio(initiative("ground", effort="1w"),
                  initiative("shop", effort="3w", depends_on=["ground"])),
        {"shop": 12},
    )  # fmt: skip

    assert prose(page(found, "shop"), "Ranking") == [
        "1st of 1 by stand-alone score; 2nd in the ranking.",
        "1st bundle, with “ground”: bundle score 3.0 = 12.0 points ÷ 4 person-weeks.",
        "▼ Includes prerequisite effort: “ground”.",
    ]


def test_pinned_work_says_why() -> None:
    pinned = initiative(pin="the board gave its word", outcomes=[outcome()])
    found = scored(portfolio(pinned))

    assert "Pinned to go first: the board gave its word." in prose(
        page(found, "a"), "Ranking"
    )


def test_the_weakest_claim_says_what_stronger_evidence_would_bring() -> None:
    # Nothing backs the contribution: it counts 10 %. Requests would make that 35 %.
    weakest = explanation("star")["weakest"]

    assert (weakest["target"], weakest["next_class"]) == ("retention", "request")
    assert weakest["score"] == explanation("star")["score"] + weakest["gain"] / 5


def test_its_dates_are_followed_back_to_what_nothing_delays() -> None:
    found = scored(
        portfolio(
            initiative("third", effort="4w", depends_on=["second"]),
            initiative("second", effort="4w", depends_on=["first"]),
            initiative("first", effort="4w"),
        ),
        exact=True,
    )

    assert prose(page(found, "third"), "Schedule") == [
        "1 February to 12 February: 10 working days, set by team "
        "(4 person-weeks by 2 people).",
        "Why not sooner:",
        "Blocked by “second” until 29 January.",
        "“second”: blocked by “first” until 15 January.",
        "“first”: starts on day one, unblocked.",
    ]


def test_a_long_chain_is_a_flat_list_folded_in_the_middle() -> None:
    steps = [initiative("s0", effort="1w")]
    steps += [
        initiative(f"s{n}", effort="1w", depends_on=[f"s{n - 1}"]) for n in range(1, 9)
    ]
    found = scored(portfolio(*steps), exact=True)
    *_, third, folded, last = prose(page(found, "s8"), "Schedule")

    assert (third[:4], folded) == ("“s5”", "and 4 more in between (--all)")
    assert last == "“s0”: starts on day one, unblocked."
    assert len(prose(page(replace(found, all=True), "s8"), "Schedule")) == 2 + 9


@pytest.mark.parametrize(
    ("holidays", "gone", "said"),
    [
        ((), None, "5 working days"),
        (("2027-01-06",), None, "5 working days and 1 holiday"),
        (("2027-01-06", "2027-01-07"), None, "5 working days and 2 holidays"),
        ((), ("2027-01-05", "2027-01-06", None), "7 working days (2 of them without web)"),
        (("2027-01-06",), ("2027-01-07", "2027-01-07", None),
         "6 working days (1 of them without web) and 1 holiday"),
        ((), ("2027-01-05", "2027-01-06", 1), "6 working days (part of web away)"),
        (("2027-01-07",), ("2027-01-05", "2027-01-06", 1),
         "6 working days (part of web away) and 1 holiday"),
    ],
)  # fmt: skip
def test_days_off_that_stretch_the_work_are_named(
    holidays: tuple[str, ...], gone: tuple[str, str, int | None] | None, said: str
) -> None:
    crew = team("web", 2, 1, away=[gone] if gone else [])
    work = initiative("work", effort={"web": "2w"})
    found = scored(portfolio(work, teams=[crew], holidays=holidays), exact=True)

    dates = prose(page(found, "work"), "Schedule")[0]
    assert dates.endswith(f": {said}, set by team web (2 person-weeks by 2 people).")


def test_work_that_is_not_planned_says_why_it_has_no_dates() -> None:
    found = scored(portfolio(initiative("rests", status="paused")))

    assert prose(page(found, "rests"), "Schedule") == ["Not scheduled: it is paused."]
    assert "Not ranked: it is paused." in prose(page(found, "rests"), "Ranking")


@pytest.mark.parametrize("status", ["delivered", "dropped"])
def test_nothing_is_asked_of_what_is_delivered_or_dropped(status: str) -> None:
    done = initiative("done", status=status, effort="7w")
    claimed = initiative("claimed", status=status, outcomes=[outcome()])
    found = scored(portfolio(done, claimed, initiative("open", outcomes=[outcome()])))

    said = lines(page(found, "done"))
    assert "No stand-alone score: no value stated. Effort: 7 person-weeks (team 7)" in said
    assert not [line for line in said if line.startswith("No outcome")]
    assert not [line for line in lines(page(found, "claimed")) if "Weakest" in line]


def test_keys_of_ones_own_are_shown_and_kept_in_the_data() -> None:
    assert prose(page(FOUND, "star"), "Your own keys") == ["x-odds: 0.5", "x-ticket: PAY-1"]
    assert explanation("star")["extra"] == {"x-odds": Fraction(1, 2), "x-ticket": "PAY-1"}


def test_keys_of_ones_own_are_shown_as_they_are_typed() -> None:
    facts = {"done": True, "list": [1, {"k": "v"}], "none": None}
    found = scored(portfolio(initiative(extra={"x-facts": facts, "x-long": "m" * 500})))

    short, long = prose(page(found, "a"), "Your own keys")
    assert short == "x-facts: {done: true, list: [1, {k: v}], none: null}"
    assert (len(long), long[-1]) == (240, "…")


def test_only_the_initiative_itself_is_listed() -> None:
    listed: Any = page(FOUND, "star").data["initiatives"]

    assert [each["id"] for each in listed] == ["star"]


def test_a_rank_that_better_evidence_would_change_is_said() -> None:
    found = scored(
        portfolio(
            initiative("weak", outcomes=[outcome()]),
            initiative("strong", outcomes=[outcome(impact="low", evidence=["study"])]),
            evidence=[evidence("study", "request")],
        )
    )

    # 500 points × 0.25 unsurveyed × 20 % of the gap × 35 % ÷ 4 weeks; the other has half.
    assert prose(page(found, "weak"), "Ranking")[-1] == (
        "Weakest claim: “know-my-bill”, with no evidence. With requests behind it: "
        "1st (score 2.2), up from 2nd."
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

    assert prose(page(alone, "only"), "Ranking")[-1].endswith(
        "With requests behind it: still 1st (score 2.2)."
    )


def test_what_a_tracker_noted_is_shown_with_the_titles_of_what_exists() -> None:
    found = portfolio(
        initiative(
            "a",
            kind="bug",
            status="paused",
            because="it waits",
            owners=("Ana", "Ben"),
            priority="P1",
            parent="b",
            relations={"replaces": ("b", "PEP 8"), "see-also": ("x",)},
            created=date(2026, 11, 30),
            updated=date(2026, 12, 1),
        ),
        initiative("b", title="Calm billing", parent="EPIC-1"),
        initiative("c", title="Bill layout", parent="b"),
    )
    text = lines(page(scored(found), "a"))

    assert text[:2] == ["bug, paused, owners Ana, Ben", "Why paused: it waits."]
    assert text[-5:] == [
        "Priority: P1 (an opinion, not scored).",
        "Part of: Calm billing (b).",
        "Replaces: Calm billing (b), PEP 8",
        "See also: x",
        "Created 30 November 2026, updated 1 December 2026.",
    ]
    whole = lines(page(scored(found), "b"))
    assert {"Part of: EPIC-1.", "Parts: a and Bill layout (c)."} <= set(whole)


def test_a_leaf_is_named_by_the_words_of_its_need_before_its_name() -> None:
    known = replace(need("know-my-bill"), statement="Know what I will pay")
    leaf = Leaf("know-my-bill", "need", Fraction(3), (Term("reach", Fraction(3)),))
    found = answer(portfolio(initiative(), needs=[known]), {"a": 3}, {"a": (leaf,)})

    assert texts(rows(tables(page(found, "a"))["value"])[0]) == (
        "3.0", "Know what I will pay", "know-my-bill",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("backed_by", "said"),
    [(("pilot",), ", assumed"), ((), " (assumed)")],
)
def test_what_is_assumed_of_a_term_never_follows_other_brackets(
    backed_by: tuple[str, ...], said: str
) -> None:
    claim = outcome(evidence=backed_by)
    proofs = [evidence("pilot", "experiment")]
    found = scored(portfolio(initiative(outcomes=[claim]), evidence=proofs))
    table = [texts(row) for row in rows(tables(page(found, "a"))["value"])]
    (confidence,) = (row[2] for row in table if row[1] == "confidence")

    assert ") (" not in confidence
    assert confidence.endswith(said)


def test_an_imported_initiative_says_where_it_comes_from_and_no_more() -> None:
    source = {"system": "jira", "key": "PAY-1", "last": {"title": "Pay"}}
    found = scored(portfolio(initiative(extra={"x-source": source})))

    assert prose(page(found, "a"), "Your own keys") == [
        "x-source: {system: jira, key: PAY-1}"
    ]
