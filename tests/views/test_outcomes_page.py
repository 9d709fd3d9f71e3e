"""The pages on outcomes and on customer centricity say what happened and what to do."""

from __future__ import annotations

from datetime import date

from roadmap.model.initiative import Initiative
from roadmap.views.page import Page
from roadmap.views.pages import centricity, outcomes
from tests.building import evidence, initiative, measure, need, outcome, portfolio
from tests.views.viewing import lines, scored, tables, texts


def done(id: str, *, actual: float | None = None, on: str = "2026-09-12") -> Initiative:
    values = {} if actual is None else {"2026-12-15": actual}
    claim = outcome(evidence=["pilot"], measure=measure(f"calls for {id}", values))
    return initiative(
        id,
        title=f"Ship {id}",
        outcomes=[claim],
        status="delivered",
        delivered=on,
        promised="2026-08-31",
        spent="5w",
        owners=("Mara",),
    )


ANSWER = scored(
    portfolio(
        done("good", actual=25),
        done("open", on="2026-08-20"),
        initiative("next", outcomes=[outcome()]),
        evidence=[evidence("pilot", "experiment", on="2026-01-31")],
    )
)
FOUND = outcomes.page(ANSWER)


def said(page: Page) -> str:
    return "\n".join(lines(page)) + "\n".join(
        text
        for table in tables(page).values()
        for group in table.groups
        for row in group.rows
        for text in texts(row)
    )


def test_the_page_begins_with_how_much_and_how_well() -> None:
    assert lines(FOUND)[:2] == [
        "2 initiatives delivered; 1 of 2 claims measured; 1 of 2 dates kept.",
        "1 measurement due for “Ship open”. "
        "Note what the metric reads now: `roadmap record ID --actual METRIC=VALUE`.",
    ]


def test_a_delivery_shows_its_result_and_whether_its_date_was_kept() -> None:
    rows = [list(texts(row)) for row in tables(FOUND)["delivered"].groups[0].rows]

    assert rows == [
        [
            "Ship good",
            "12 September 2026",
            "75 % progress: calls for good",
            "commitment missed by 9 working days",
        ],
        ["Ship open", "20 August 2026", "not measured", "commitment kept"],
    ]


def test_what_is_due_names_its_owner() -> None:
    (row,) = tables(FOUND)["due"].groups[0].rows

    assert texts(row)[0] == "Ship open"
    assert texts(row)[-1] == "Mara"


def test_few_measurements_are_said_to_be_few() -> None:
    assert "1 measurement: too few to judge a cap by." in lines(FOUND)
    assert any("6 more need `spent`" in line for line in lines(FOUND))


def test_since_a_day_only_later_deliveries_are_told() -> None:
    found = outcomes.page(ANSWER, date(2026, 9, 1))

    assert "Ship open" not in said(found)


def test_a_portfolio_without_deliveries_is_told_what_to_do_first() -> None:
    found = outcomes.page(scored(portfolio(initiative(outcomes=[outcome()]))))

    assert lines(found)[0] == "Nothing is marked as delivered."
    assert "roadmap record ID --delivered DATE" in said(found)


def test_centricity_shows_what_can_be_counted_and_what_to_do_for_the_rest() -> None:
    answer = scored(
        portfolio(
            initiative("a", title="Call back", outcomes=[outcome("bill")]),
            needs=[need("bill"), need("hardship")],
        )
    )

    found = centricity.page(answer)

    habits = [texts(row)[0] for row in tables(found)["centricity"].groups[0].rows]
    assert habits == ["Know", "Respond", "Together"]
    assert "Keep: note the dates you commit to under `promised`" in said(found)
    assert found.data["centricity"]["keep"]["share"] is None
    assert found.data["centricity"]["respond"]["share"] is not None
