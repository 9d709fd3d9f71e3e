"""Whatever a pattern or bound can express, the schema refuses as `check` does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from roadmap.cli.load import words
from roadmap.reading import kinds
from roadmap.reading.declared import extended
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.json_schema import NAMES, _single, json_schema
from roadmap.reading.kinds import Kind, Unfit
from roadmap.reading.portfolio_file import PortfolioFile
from roadmap.reading.record import Record
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import Terms
from roadmap.reading.tree import tree
from tests.reading.cures import found

SEVEN_DAYS = Terms(days_a_week=7)
"""The longest week: the schema cannot know a portfolio's own."""
SHARES = """
    0% 0.1% 5% 9.9% 9.99% 10% 10.0% 010% 80% 99.9% 100% 100.0% 100.1% 101% 1000% 000% 60
    12.1234567890123% 1234567890123%
"""
NUMERALS = """
    0 0.5 1 79 79.9 80 80.0 80.1 81 239.9 240 240.1 241 999 1039.99 1040 1040.0 1040.1 1041
    7279.9 7280 7280.1 7281 99999 0001040 0001041
"""
AMOUNTS = [
    f"{number}{apart}{unit}"
    for number in NUMERALS.split()
    for apart in ("", " ")
    for unit in "dwmqyDW"
]
DAYS = [
    f"{year}-{month:02}-{day:02}"
    for year in (2027, 2028, 2100)
    for month in range(14)
    for day in range(33)
]
PERIODS = """
    1969-12-31 1970-01-01 1970-01 1969-12 2199-12-31 2200-01-01 2199-12 2200-01 2027-00
    2027-13 2027-Q0 2027-Q5 2027-Q4 2027-H2 2027-H3 2200-Q1 2027 2027-q1
"""
TEXTS: dict[str, list[str]] = {
    "percentage": [*SHARES.split(), "80 %", "80  %"],
    "share": ["20%..40%", "20..40%", "20%..101%", "0%..100%", "20..40", "1..2..3..4%"],
    "duration": AMOUNTS,
    "work": [*AMOUNTS, *(f"1w..{each}" for each in AMOUNTS), "1..2..3w", "1..2..3..4w"],
    "date": [*DAYS, *PERIODS.split(), "Q1 2027", "H2 2027", "Q1  2027", "Q5 2027"],
}
TIMES = """
    T10:00Z T24:00 T25:00 T10:60 T10:59:60 T10:59:61 T10 T10:00+14 T10:00+24 T10:00+01:60
    t1:00z T10:00:00.123456789 T10:00:00. T10:00:00,5-0330
"""
TEXTS["date or time"] = [
    *TEXTS["date"],
    *(day + time for day in ("2027-02-28", "2027-02-29") for time in TIMES.split()),
    *(f"{day.replace('-', '')}T1000Z" for day in DAYS),
    *("2027-01-04 10:00 UTC", "2027-01-04 10:00 PM", "20270104T10:00", "20270104"),
]
TEXTS["date or range"] = [
    *TEXTS["date"],
    *("2027-02..2027-04", "2027-02 .. 2027-04", "2027-02-31..2027-04", "2027-Q1..2027-Q2"),
    *("2027-02..", "..2027-04", "2027-02..2027-03..2027-04", "2027-02...2027-04"),
]
TEXTS["spread"] = [
    *("80%..160%", "80..160%", "80 % .. 160 %", "100%..100%", "5%..1000%", "99.5%..100.5%"),
    *("4%..160%", "4.9%..160%", "80%..99%", "80%..1001%", "101%..160%", "100.1%..160%"),
    *("80%", "80%..160", "0080%..0160%", "00080%..160%", "8%..50%", "80%..120%..160%"),
]
TEXTS["percentage above 0"] = TEXTS["percentage"]
TEXTS["impact"] = [*TEXTS["percentage"], *TEXTS["share"], "high", "-high", "- low", "High"]
TEXTS["confidence"] = [*TEXTS["percentage"], *TEXTS["share"], "high", "massive"]
TEXTS["gain"] = ["1", "-1", "1..2", "-3..4", "1..2..3..4", "1234567890123", "x", "1%"]


def single(record: type[Record]) -> Iterator[Kind]:
    for key in record.KEYS.values():
        yield from _below(key.kind)


def _below(kind: Kind) -> Iterator[Kind]:
    inner = (*kind.forms, *([kind.of] if kind.of else ()))
    if kind.record is not None:
        yield from single(kind.record)
    elif not inner:
        yield kind
    for each in inner:
        yield from _below(each)


RECORDS: list[type[Record]] = [
    extended(InitiativeFile, words().initiative),
    extended(PortfolioFile, words().portfolio),
]
KINDS = list(dict.fromkeys(kind for record in RECORDS for kind in single(record)))
NOTATIONS = {kind.name: kind for kind in KINDS} | {"percentage": kinds.SHARE}
NUMBERS = [kind for kind in KINDS if kind.name in ("number", "whole")]


def reads(kind: Kind, value: object) -> bool:
    try:
        kind.read(value, SEVEN_DAYS)
    except (Unfit, Unreadable):
        return False
    return True


def test_every_notation_of_the_format_has_its_limits_walked() -> None:
    plain = {"text", "flag", "choice", "number", "whole"}

    assert NOTATIONS.keys() - plain == TEXTS.keys()


@pytest.mark.parametrize("name", TEXTS)
def test_a_notation_has_the_same_limits_in_the_schema(name: str) -> None:
    kind = NOTATIONS[name]
    schema = Draft7Validator(_single(kind))
    differ = [
        text
        for text in TEXTS[name]
        if schema.is_valid(text) != reads(kind, text) and not beyond(name, text)
    ]

    assert differ == []


def beyond(name: str, text: str) -> bool:
    """Whether no pattern can tell: a range that runs downwards, or a size of any name."""
    if name == "work" and not text.endswith(tuple("dwmq")):
        return True
    return ".." in text and not _rises(text)


def _rises(text: str) -> bool:
    kind = kinds.WORK if text[-1].isalpha() else kinds.SHARE_RANGE
    try:
        kind.read(text, SEVEN_DAYS)
    except Unreadable as error:
        return "downwards" not in error.message
    return True


def test_a_number_has_the_same_bounds_in_the_schema() -> None:
    assert NUMBERS
    for kind in NUMBERS:
        schema = Draft7Validator(_single(kind))
        stated = (kind.at_least, kind.at_most, kind.above)
        bounds = [each for each in stated if each is not None]
        assert bounds
        for bound in bounds:
            for value in (bound, bound - 1, bound + 1):
                number = int(value) if kind.name == "whole" else value
                assert schema.is_valid(number) == reads(kind, number), (kind, number)


@given(st.from_regex(r"\A[0-9]{1,5}(\.[0-9]{1,3})? ?[dwmq%]\Z"))
def test_any_amount_has_the_same_limits_in_the_schema(text: str) -> None:
    for kind in (kinds.DURATION, kinds.SHARE, kinds.SHARE_ABOVE_0):
        assert Draft7Validator(_single(kind)).is_valid(text) == reads(kind, text)


SCHEMAS = {name: Draft7Validator(json_schema(name, words())) for name in NAMES}


@pytest.mark.parametrize(
    "text",
    [
        "teams: {web: {focus: 5%}}",
        "teams: {work: {people: 2}}",
        'teams: {"#web": {people: 2}}',
        "needs: {my need: {importance: 3}}",
        "segments: {_own: {customers: 3}}",
        "sizes: {S: 1w, M: }",
        "default_effort: {web: }",
        "horizons: {now: 81q}",
        "start: 2027-02-30",
    ],
)
def test_what_check_refuses_in_a_portfolio_the_schema_refuses(text: str) -> None:
    (said,) = tree("", text.encode()).documents

    assert found(portfolio=text)
    assert not SCHEMAS["portfolio"].is_valid(said)


@pytest.mark.parametrize(
    "text",
    [
        "effort: {web: }",
        "effort: 1041w",
        'id: "#12"',
        "remaining: {web: {work: 2w..2000w}}",
    ],
)
def test_what_check_refuses_in_an_initiative_the_schema_refuses(text: str) -> None:
    (said,) = tree("", text.encode()).documents

    assert found(text)
    assert not SCHEMAS["initiative"].is_valid(said)


def test_ids_in_any_script_fit_the_schema() -> None:
    (said,) = tree("", "{größe: , 需要: , a.b_c-d/e#1: }".encode()).documents

    assert SCHEMAS["needs"].is_valid(said)
