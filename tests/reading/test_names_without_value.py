"""Something named without a value: a finding, never silence."""

from __future__ import annotations

import pytest

from tests.reading.cures import found

TEAMS = "title: P\nteams: {web: {people: 2}, data: {people: 2}}\n"
Said = list[tuple[str, str]]


def said(initiative: str = "", portfolio: str = TEAMS) -> Said:
    every = found(initiative, portfolio)
    return [(diagnostic.message, diagnostic.cure) for diagnostic in every]


@pytest.mark.parametrize("key", ["effort", "remaining"])
@pytest.mark.parametrize(
    ("text", "name", "cure"),
    [
        ("{web 6w}", "web 6w", "write `web: 6w`"),
        ("{web 2-5 weeks}", "web 2-5 weeks", "write `web: 2w..5w`"),
        ("{web=6w}", "web=6w", "write `web: 6w`"),
        ("{wbe 6w}", "wbe 6w", "write `web: 6w`"),
        ("{web: 1w, data}", "data", "write `data: 6w`, or remove it"),
        ("{web: 1w, data: }", "data", "write `data: 6w`, or remove it"),
        ("{web: 1w, data: ~}", "data", "write `data: 6w`, or remove it"),
        ("{web: 1w, data 2w}", "data 2w", "write `data: 2w`"),
        ("{6w}", "6w", "write the team before it: `web: 6w`"),
    ],
)
def test_a_team_without_an_amount_is_reported(
    key: str, text: str, name: str, cure: str
) -> None:
    assert said(f"title: A\n{key}: {text}") == [(f"`{name}` has no effort", cure)]


def test_a_block_without_an_amount_is_reported_too() -> None:
    assert said("effort:\n  web: 1w\n  data:") == [
        ("`data` has no effort", "write `data: 6w`, or remove it")
    ]


def test_a_team_that_does_not_exist_is_reported_with_and_without_an_amount() -> None:
    unknown = "no team `wbe`; did you mean `web`?"

    assert [message for message, _ in said("effort: {wbe: }")] == [
        "`wbe` has no effort",
        unknown,
    ]
    assert [message for message, _ in said("effort: {wbe: soon}")] == [
        "`wbe`: no size `soon`",
        unknown,
    ]


def test_a_wrong_size_does_not_hide_a_wrong_team() -> None:
    assert said("effort: {Web: M}") == [
        ("`Web`: no size `M`", "define `sizes: {M: 5w}` in portfolio.yaml, or write `5w`"),
        (
            "no team `Web`; did you mean `web`?",
            "write `web`, or add `Web` to `teams`",
        ),
    ]


def test_sizes_that_exist_are_offered_in_place_of_one_that_does_not() -> None:
    assert said("effort: {web: XXL}", f"{TEAMS}sizes: {{S: 1w, L: 8w}}") == [
        (
            "`web`: no size `XXL`",
            "define `sizes: {XXL: 5w}` in portfolio.yaml, or write S or L",
        )
    ]


def test_without_a_list_of_teams_every_name_needs_a_value_too() -> None:
    assert said("effort: {web 6w, data}", "title: P") == [
        ("`web 6w` has no effort", "write `web: 6w`"),
        ("`data` has no effort", "write `data: 6w`, or remove it"),
    ]


def test_a_decimal_comma_is_no_team() -> None:
    assert [cure for _, cure in said("effort: {web: 1w,5w}")] == [
        "write it as `1.5w`; in braces a comma ends the value"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("default_effort: {web: 1w, data}", "`data` has no effort"),
        ("sizes: {S: 1w, M}", "`M` has no value"),
        ("link_templates: {PAY}", "`PAY` has no value"),
    ],
)
def test_names_in_the_portfolio_need_values_too(text: str, message: str) -> None:
    assert [each for each, _ in said("title: A", f"{TEAMS}{text}")] == [message]


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("outcomes: {know-my-bill high}", "write `know-my-bill: high`"),
        ("outcomes: {calls: low, bill 20%}", "write `bill: 20%`"),
        ("contributes_to: {retention -low}", "write `retention: -low`"),
    ],
)
def test_a_name_that_swallowed_its_level_is_reported(text: str, cure: str) -> None:
    assert [each for _, each in said(text)] == [cure]


def test_a_need_named_without_a_level_still_means_something() -> None:
    assert said("outcomes: {know-my-bill, calls: high}") == []
