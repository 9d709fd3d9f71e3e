"""Numbers, shares and efforts as people type them: what to write instead."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.reading.amount_forms import number_meant, share_meant, work_meant
from roadmap.reading.kinds import SHARE_RANGE, WORK, Kind
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import Terms
from tests.reading.cures import cures, found, written


@pytest.mark.parametrize(
    ("number", "word"),
    [("3", "massive"), ("2", "high"), ("0.5", "low"), ("0.25", "minimal")],
)
def test_an_impact_of_rice_is_told_its_word(number: str, word: str) -> None:
    share = {"0.5": "50%", "0.25": "25%"}.get(number, f"{number}%")
    said = f"write `{word}` ({number} on the RICE scale), or `{share}` if you mean that"
    said += " share"

    assert cures(f"outcomes: {{n: {{impact: {number}}}}}") == [said]
    assert cures(f"outcomes: {{n: {number}}}") == [said]
    assert cures(f'outcomes: {{n: "{number}"}}') == [said]
    assert cures(f"contributes_to: {{n: {{impact: {number}}}}}") == [said]
    assert written(f"outcomes: {{n: {number}}}") == []


def test_an_impact_of_one_may_be_three_things() -> None:
    assert cures("outcomes: {n: 1}") == [
        "write `medium` (1 on the RICE scale), or `1%` or `100%` if you mean that share"
    ]


def test_a_loss_on_the_scale_of_rice_stays_a_loss() -> None:
    assert cures("outcomes: {n: -3}") == [
        "write `-massive` (3 on the RICE scale), or `-3%` if you mean that share"
    ]


@pytest.mark.parametrize("number", ["4", "5", "8", "20"])
def test_an_impact_of_no_known_scale_is_not_turned_into_a_share_in_silence(
    number: str,
) -> None:
    words = "minimal, low, medium, high or massive"
    said = f"write {words}, or `{number}%` if you mean that share"

    assert cures(f"outcomes: {{n: {number}}}") == [said]


@pytest.mark.parametrize(
    ("number", "cure"),
    [
        ("8", "write `80%` (8 of 10), or `8%` if you mean that share"),
        ("7.5", "write `75%` (7.5 of 10), or `7.5%` if you mean that share"),
        ("10", "write `100%` (10 of 10), or `10%` if you mean that share"),
        ("1", "write `100%`, `10%` (1 of 10) or `1%`, whichever you mean"),
        ("0.8", "write `80%`"),
        ("80", "write `80%`"),
    ],
)
def test_a_confidence_that_is_a_bare_number_may_be_one_of_ten(
    number: str, cure: str
) -> None:
    assert cures(f"outcomes: {{n: {{confidence: {number}}}}}") == [cure]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('"1,200"', "1200"),
        ('"1,200,000"', "1200000"),
        ("1 200", "1200"),
        ("1'200", "1200"),
        ("1_200", "1200"),
        ("1.200.000", "1200000"),
        ('"1,234.50"', "1234.50"),
        ('"1.234,50"', "1234.50"),
        ('"8,7"', "8.7"),
        ("€1200", "1200"),
        ("12k", "12000"),
    ],
)
def test_a_number_with_separators_is_told_its_digits(text: str, right: str) -> None:
    (cure,) = cures(f"cost: {text}")
    assert cure.partition(";")[0] == f"write `{right}`"
    segment = f"segments:\n  a:\n    customers: {text}"
    assert cures(portfolio=segment) == [cure]


@pytest.mark.parametrize("text", ["1,2,3", "abc", "12,34,567", "1/200"])
def test_a_text_that_is_no_number_is_not_guessed_at(text: str) -> None:
    assert cures(f'cost: "{text}"') == ["write a number"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('internal: "true"', "true"),
        ('outcomes: {n: {protects: "false"}}', "false"),
        ('cost: "12"', "12"),
        ("effort: {web: {work: 1w, people: '3'}}", "3"),
    ],
)
def test_a_value_in_quotes_is_told_to_lose_them(text: str, right: str) -> None:
    (finding,) = found(text)

    assert finding.message.endswith(f'but `"{right}"` is text')
    assert finding.cure == f"remove the quotes: `{right}`"
    assert written(text) == [(right, True)]


@pytest.mark.parametrize(
    ("text", "right"), [("yes", "true"), ("on", "true"), ("No", "false")]
)
def test_yes_and_no_are_told_their_words(text: str, right: str) -> None:
    assert cures(f"internal: {text}") == [f"write `{right}`"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("3 weeks", "3w"),
        ("2 Months", "2m"),
        ("1,5w", "1.5w"),
        ("2-5w", "2w..5w"),
        ("2w-5w", "2w..5w"),
        ("2 to 5 weeks", "2w..5w"),
        ("10 person-days", "10d"),
    ],
)
def test_an_effort_in_other_words_is_told_ours(text: str, right: str) -> None:
    (cure,) = cures(f'effort: "{text}"')
    assert cure.partition(";")[0] == f"write it as `{right}`"


@pytest.mark.parametrize("text", ["10 minutes", "5 points", "w", "2-5", "some weeks"])
def test_an_effort_in_unknown_units_is_not_guessed_at(text: str) -> None:
    assert written(f'effort: "{text}"') == []


@pytest.mark.parametrize(
    ("text", "right"),
    [("60 percent", "60%"), ('"60,5 %"', "60.5%"), ("40-60%", "40%..60%")],
)
def test_a_share_in_other_signs_is_told_ours(text: str, right: str) -> None:
    (cure,) = cures(f"outcomes: {{n: {{reach: {text}}}}}")
    assert cure.partition(";")[0] == f"write `{right}`"


@given(st.text("0123456789,.'k €-", max_size=12))
def test_whatever_number_is_offered_is_one(text: str) -> None:
    meant = number_meant(text)

    assert meant is None or float(meant) is not None


@given(st.text("0123456789,.wdmq -to%", max_size=12))
def test_whatever_effort_or_share_is_offered_can_be_read(text: str) -> None:
    for meant, kind in ((work_meant(text), WORK), (share_meant(text), SHARE_RANGE)):
        refused = refusal(kind, meant) if meant else "downwards"
        assert re.search("weeks|downwards|^$", refused), meant


def refusal(kind: Kind, text: str) -> str:
    try:
        kind.read(text, Terms())
    except Unreadable as error:
        return error.message
    return ""
