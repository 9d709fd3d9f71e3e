"""Two readers agree: what is read quickly, and what is found fault with."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.reading.declared import extended
from roadmap.reading.error_model import errors
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.kinds import Kind, Unfit
from roadmap.reading.portfolio_file import PortfolioFile
from roadmap.reading.record import Record
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import Terms
from roadmap.reading.tree import scalar, tree
from roadmap.scoring.catalogue import words

INITIATIVE = extended(InitiativeFile, words().initiative)
PORTFOLIO = extended(PortfolioFile, words().portfolio)
WORDS = """
    0 -0 1 1.0 10 10.5 -3 13 1e3 1e15 1e16 1e300 99999999999999999999 true false 7 ~
    60% 120% 0% 40%..20% 2w 2w..5w 1q 2027-06 2027-Q3 2027-02-30 high -low massive law mon
    idea M exact makespan survey customer 38 20..40
"""
NAMES = st.sampled_from(["web", "know-my-bill", "x-own", "M", ""])
scalars = st.sampled_from(WORDS.split()).map(scalar) | st.text(max_size=3)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=4,
)


def fitting(kind: Kind) -> st.SearchStrategy[Any]:
    """Values of the shape of a kind, most of which fit."""
    if kind.record is not None:
        return mappings(kind.record)
    if kind.forms:
        return st.one_of([fitting(form) for form in kind.forms])
    if kind.name == "list" and kind.of is not None:
        return st.lists(nearly(kind.of), max_size=3)
    if kind.name == "map" and kind.of is not None:
        return st.dictionaries(NAMES, nearly(kind.of), max_size=2)
    return st.sampled_from(kind.choices) if kind.choices else scalars


def nearly(kind: Kind) -> st.SearchStrategy[Any]:
    return st.integers(0, 9).flatmap(lambda luck: fitting(kind) if luck else anything)


def mappings(record: type[Record]) -> st.SearchStrategy[dict[str, Any]]:
    some = st.lists(st.sampled_from(sorted(record.KEYS)), max_size=4, unique=True)
    always = [name for name, key in record.KEYS.items() if key.required]
    return some.flatmap(
        lambda names: st.fixed_dictionaries(
            {name: nearly(record.KEYS[name].kind) for name in {*names, *always}},
            optional={"x-own": anything, "oops": anything} if len(names) > 3 else {},
        )
    )


def understood(error: Any) -> bool:
    """Whether a fault says only what the quick reader reads over, as it should."""
    if error["type"] == "extra_forbidden":
        return str(error["loc"][-1]).startswith("x-")
    typed = isinstance(error["input"], int | float)
    return (error["type"] == "string_type" and typed) or error["input"] is None


@pytest.mark.parametrize("record", [INITIATIVE, PORTFOLIO])
@given(data=st.data())
def test_what_is_read_has_no_fault_and_what_has_none_is_read(
    record: type[Record], data: st.DataObject
) -> None:
    said = data.draw(mappings(record))
    faults = [error for error in errors(record, said, Terms()) if not understood(error)]
    try:
        record.read(said, Terms())
    except (Unfit, Unreadable):
        assert errors(record, said, Terms())
    else:
        assert faults == []


@pytest.mark.parametrize("record", [INITIATIVE, PORTFOLIO])
def test_the_example_of_every_key_is_read(record: type[Record]) -> None:
    for name, key in record.KEYS.items():
        text = f"{name}: {key.example}"
        (data,) = tree("", text.encode()).documents
        assert record.read(data, Terms()).said, text
        assert errors(record, data, Terms()) == [], text
