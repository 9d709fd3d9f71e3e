"""All that binds within a day is named, and what would hold soon after without that."""

from __future__ import annotations

from roadmap.model.initiative import Initiative
from roadmap.views.pages import explain
from tests.building import initiative, portfolio, team
from tests.views.viewing import answer, prose

CREW = [team(id, 1, 1) for id in ("web", "core", "data")]


def why(*work: Initiative, holidays: tuple[str, ...] = ()) -> str:
    """The first reason why `forecast` does not start sooner."""
    values = {each.id: 50 - 10 * number for number, each in enumerate(work)}
    found = answer(portfolio(*work, teams=CREW, holidays=holidays), values, exact=True)
    dates, *rest = prose(explain.page(found, "forecast"), "Schedule")
    return (rest[1] if rest[0] == "Why not sooner:" else rest[0]) if rest else dates


def forecast(*needs: str, not_before: str | None = None) -> Initiative:
    effort = {"web": "2w"}
    return initiative("forecast", effort=effort, depends_on=needs, not_before=not_before)


def test_a_dependency_behind_a_busy_team_is_named() -> None:
    screen = initiative("screen", effort={"web": "29d"})
    api = initiative("api", effort={"core": "28d"})

    assert why(screen, api, forecast("api")) == (
        "No web capacity until 11 February (busy with “screen”) and blocked by “api” until "
        "10 February."
    )


def test_a_team_behind_a_dependency_is_named() -> None:
    screen = initiative("screen", effort={"web": "26d"})
    api = initiative("api", effort={"core": "28d"})

    assert why(screen, api, forecast("api")) == (
        "Blocked by “api” until 10 February; without that, it would start only 2 working "
        "days sooner: no web capacity until 8 February (busy with “screen”)."
    )


def test_a_second_dependency_that_ends_on_the_same_day_is_named() -> None:
    api = initiative("api", effort={"core": "28d"})
    data = initiative("data", effort={"data": "28d"})

    assert why(api, data, forecast("api", "data")) == (
        "Blocked by “api” and “data” until 10 February."
    )


def test_what_holds_soon_after_all_that_binds_is_named() -> None:
    api = initiative("api", effort={"core": "28d"})
    data = initiative("data", effort={"data": "27d"})
    screen = initiative("screen", effort={"web": "25d"})

    assert why(screen, api, data, forecast("api", "data")) == (
        "Blocked by “api” until 10 February and by “data” until 9 February; "
        "without these, it would start only 3 working days sooner: no web capacity until "
        "5 February (busy with “screen”)."
    )


def test_a_dependency_behind_its_own_date_is_named() -> None:
    api = initiative("api", effort={"core": "28d"})

    assert why(api, forecast("api", not_before="2027-02-15")) == (
        "May not start before 15 February; without that, it would start only 2 working "
        "days sooner: blocked by “api” until 10 February."
    )


def test_its_own_date_behind_a_dependency_is_named() -> None:
    api = initiative("api", effort={"core": "28d"})

    assert why(api, forecast("api", not_before="2027-02-09")) == (
        "Blocked by “api” until 10 February; without that, it would start only 2 working "
        "days sooner: may not start before 9 February."
    )


def test_a_cause_whose_removal_wins_a_week_stands_alone() -> None:
    screen = initiative("screen", effort={"web": "33d"})
    api = initiative("api", effort={"core": "28d"})

    assert why(screen, api, forecast("api")) == (
        "No web capacity until 17 February (busy with “screen”)."
    )


def test_holidays_do_not_count_as_days_won() -> None:
    screen = initiative("screen", effort={"web": "32d"})
    api = initiative("api", effort={"core": "28d"})
    free = ("2027-02-11", "2027-02-12", "2027-02-15")

    assert "only 4 working days sooner" in why(screen, api, forecast("api"), holidays=free)


def test_json_gives_all_that_binds_and_what_holds_next() -> None:
    work = [initiative("screen", effort={"web": "26d"}),
            initiative("data", effort={"data": "27d"}),
            initiative("api", effort={"core": "28d"}), forecast("api", "data")]  # fmt: skip
    found = answer(portfolio(*work, teams=CREW), {"screen": 9, "forecast": 1})
    first, second = explain.page(found, "forecast").data["explanation"]["chain"]

    assert (first["kind"], first["other"]) == ("dependency", "api")
    assert first["also"] == [
        {"kind": "dependency", "day": 27, "other": "data", "team": None}
    ]
    assert first["next"] == {"kind": "team", "day": 26, "other": "screen", "team": "web"}
    assert (second["also"], second["next"]) == ([], None)
