"""An order that means nothing is no edit: of keys anywhere, and of most lists."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from roadmap.studies.change import Change
from roadmap.studies.changes import changes
from roadmap.views.phrases.changes import phrase
from roadmap.views.phrases.names import PairNames
from tests.studies.files import SHOP, edited, portfolio

EXAMPLE = Path(__file__).parent.parent.parent / "initiatives"
IN_ORDER = ("journey",)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUMPER = getattr(yaml, "CDumper", yaml.Dumper)
FULL = SHOP | {
    "portfolio.yaml": """\
start: 2027-01-04
journey: [join, use]
holidays: [2027-02-01, 2027-03-01]
sizes: {S: 1w, M: 3w}
segments:
  small: {customers: 10}
  large: {customers: 5}
needs:
  calm:
    importance: 8
    by_segment: {small: {importance: 9, satisfaction: 2}, large: {importance: 3}}
    evidence: [ask, poll]
  speed: {importance: 7}
objectives:
  keep: {key_results: [{metric: churn, target: 1}, {metric: calls, target: 2}]}
evidence:
  ask: {kind: request}
  poll: {kind: survey, sample: 90}
teams:
  web:
    people: 2
    away: [{from: 2027-02-01, to: 2027-02-05}, {from: 2027-04-05, to: 2027-04-09}]
  data: {people: 1}
""",
    "search.yaml": """\
title: Search
effort: {web: S, data: M}
depends_on: [invoices, refunds]
related: [ledger-events, refunds]
tags: [a, b]
links: ["https://example.org/1", "https://example.org/2"]
evidence: [ask, poll]
perspectives: {customer: Ana, commercial: Ben}
outcomes:
  calm:
    - {impact: high, segments: [small, large], evidence: [ask, poll]}
    - {impact: low, segments: [large]}
  speed: {impact: low, evidence: [poll, ask]}
contributes_to: {keep: high}
x-board: {column: [3, 4], lane: 1}
""",
}  # fmt: skip


def found(old: dict[str, str], new: dict[str, str]) -> tuple[Change, ...]:
    return changes(portfolio(old), portfolio(new))


def said(old: dict[str, str], new: dict[str, str]) -> list[str]:
    before, after = portfolio(old), portfolio(new)
    return [phrase(change, PairNames(before, after)) for change in changes(before, after)]


def shuffled(value: Any, chance: random.Random, key: str = "") -> Any:
    if isinstance(value, dict):
        keys = chance.sample(list(value), len(value))
        return {name: shuffled(value[name], chance, str(name)) for name in keys}
    if isinstance(value, list) and key not in IN_ORDER and not key.startswith("x-"):
        entries = [shuffled(each, chance) for each in value]
        return chance.sample(entries, len(entries))
    return value


def rewritten(files: dict[str, str], chance: random.Random | None) -> dict[str, str]:
    every = {name: list(yaml.load_all(text, LOADER)) for name, text in files.items()}
    if chance:
        every = {name: [_entry(each, chance) for each in it] for name, it in every.items()}
    return {name: _text(documents) for name, documents in every.items()}


def _text(documents: list[Any]) -> str:
    text: str = yaml.dump_all(documents, Dumper=DUMPER, sort_keys=False)
    return text


def _entry(value: Any, chance: random.Random) -> Any:
    """A document with all of its parts shuffled; `x-` keys keep their lists."""
    if isinstance(value, dict):
        kept = {key: it for key, it in value.items() if str(key).startswith("x-")}
        return {
            **shuffled({k: v for k, v in value.items() if k not in kept}, chance),
            **kept,
        }
    return shuffled(value, chance)


def example() -> dict[str, str]:
    every = sorted(EXAMPLE.rglob("*.yaml"))
    return {path.relative_to(EXAMPLE).as_posix(): path.read_text("utf-8") for path in every}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("files", [FULL, example()], ids=["full", "example"])
def test_the_order_of_keys_and_lists_is_no_edit(files: dict[str, str], seed: int) -> None:
    assert found(rewritten(files, None), rewritten(files, random.Random(seed))) == ()


LOW = "    - {impact: low, segments: [large]}\n"
SPEED = "speed: {impact: low,"


def test_an_edit_among_what_changed_places_is_the_only_one() -> None:
    medium = LOW.replace("low", "medium")
    first = ("search.yaml", "  calm:\n", f"  calm:\n{medium}")
    new = edited(FULL, ("search.yaml", LOW, ""), first)

    assert said(FULL, new) == ["the outcomes of “Search” changed: calm impact low → medium"]


def test_sizes_that_change_under_reordered_teams_are_one_edit_of_the_portfolio() -> None:
    turned = ("search.yaml", "{web: S, data: M}", "{data: M, web: S}")
    new = edited(FULL, turned, ("portfolio.yaml", "M: 3w", "M: 4w"))

    assert said(FULL, new) == ["size M grew from 3 weeks to 4 weeks"]


def test_a_name_that_is_listed_twice_says_no_more_than_once() -> None:
    tags = ("search.yaml", "tags: [a, b]", "tags: [b, a, b]")
    needed = ("search.yaml", "[invoices, refunds]", "[refunds, invoices, refunds]")

    assert found(FULL, edited(FULL, tags, needed)) == ()


@pytest.mark.parametrize(
    "edit",
    [
        ("portfolio.yaml", "journey: [join, use]", "journey: [use, join]"),
        ("search.yaml", "column: [3, 4]", "column: [4, 3]"),
        ("search.yaml", LOW, LOW.replace("large", "")),
        ("search.yaml", LOW, LOW * 2),
        ("search.yaml", SPEED, SPEED.replace("{", "{segments: [], ")),
    ],
)
def test_an_order_or_a_number_that_says_something_is_an_edit(
    edit: tuple[str, str, str],
) -> None:
    assert len(said(FULL, edited(FULL, edit))) == 1
