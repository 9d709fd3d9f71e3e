"""Which name was meant, and how sure that is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.reading.near import Names, fold

IDS = ["checkout-v2", "loyalty-card", "gift-card", "pay", "größe"]


@pytest.mark.parametrize(
    "wanted",
    ["Checkout-V2", "checkout_v2", "CHECKOUT_v2"],
)
def test_a_name_that_differs_in_case_or_hyphen_is_certain(wanted: str) -> None:
    near = Names(IDS).near(wanted)

    assert near is not None
    assert (near.name, near.certain) == ("checkout-v2", True)


def test_a_name_in_another_unicode_form_is_certain() -> None:
    near = Names(IDS).near(unicodedata.normalize("NFD", "größe"))

    assert near is not None
    assert (near.name, near.certain) == ("größe", True)


def test_nothing_is_certain_between_two_that_differ_as_little() -> None:
    near = Names(["pay-bill", "pay_bill"]).near("Pay-Bill")

    assert near is not None
    assert not near.sure


@pytest.mark.parametrize(
    "wanted",
    [
        "chekout-v2",
        "checkout-vv2",
        "checkuot-v2",
        "checkout-w2",
        "heckout-v2",
        "checkout-v",
    ],
)
def test_one_slip_of_the_finger_is_close(wanted: str) -> None:
    near = Names(IDS).near(wanted)

    assert near is not None
    assert (near.name, near.certain, near.close) == ("checkout-v2", False, True)


@pytest.mark.parametrize("wanted", ["chekout-v3", "deferred", "planned", "estimate"])
def test_what_only_looks_alike_is_not_offered(wanted: str) -> None:
    assert Names([*IDS, "delivered", "paused", "started"]).near(wanted) is None


def test_a_long_name_is_compared_only_as_it_stands() -> None:
    long = "x" * 50_000

    assert Names([long]).near(f"{long}y") is None
    assert Names([long]).near(long.upper()) is not None


def test_two_that_are_one_slip_away_are_a_guess() -> None:
    near = Names(["pay-12", "pay-13"]).near("pay-14")

    assert near is not None
    assert not near.sure


@pytest.mark.parametrize("wanted", ["", "x", "zzzzzzzz", "a" * 5000])
def test_what_resembles_nothing_is_near_nothing(wanted: str) -> None:
    assert Names(IDS).near(wanted) is None


def test_a_name_among_thousands_is_found() -> None:
    names = Names([f"initiative-{number}" for number in range(5000)] + ["know-my-bill"])
    near = names.near("know-my-bil")

    assert near is not None
    assert near.name == "know-my-bill"


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_a_near_name_is_one_that_exists(wanted: str, known: list[str]) -> None:
    near = Names(known).near(wanted)

    assert near is None or near.name in known


@given(st.text(max_size=12))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
