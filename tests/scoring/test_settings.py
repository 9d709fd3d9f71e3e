from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from roadmap.model.portfolio import Portfolio
from roadmap.model.words import NUMBER, WHOLE, Word
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.scoring.catalogue import frameworks, scores, words
from roadmap.scoring.constants import SETTLED, WORDS, constants

SHARED = """
as_of: 2027-01-04
needs: {know-my-bill: {importance: 10, satisfaction: 0, affects: 100%}}
objectives: {retention: {kind: commercial}}
evidence:
  talks: {kind: interview, sample: 4}
  study: {kind: survey, date: 2025-12-01, sample: 100}
  log: {kind: data}
customer-value:
"""
OUTCOME = "effort: 1w\noutcomes: {know-my-bill: {reach: 100%, SAYS}}\n"


def portfolio(initiative: str, *settings: str) -> Portfolio:
    shared = SHARED + "".join(f"  {line}\n" for line in settings)
    files = {"portfolio.yaml": shared.encode(), "a.yaml": initiative.encode()}
    found = read(Texts(files), words(), date(2027, 1, 4))

    assert found.diagnostics == ()

    return found.portfolio


def value(says: str, *settings: str) -> float:
    found = portfolio(OUTCOME.replace("SAYS", says), *settings)
    return float(scores(found, "customer-value")["a"].value or 0)


@pytest.mark.parametrize(
    ("key", "fits", "refused"),
    [
        ("rice: {{reach: {}}}", ("0", "1000000000000"), ("-1", "1000000000001")),
        ("rice: {{reach: 1, impact: {}}}", ("-3", "3"), ("-4", "4", "3.5")),
        ("customer-value: {{points: {}}}", ("0.5", "1000000000"), ("0", "-1")),
        ("customer-value: {{unsurveyed: {{importance: {}}}}}", ("0", "10"), ("-1", "11")),
        ("customer-value: {{samples: {{survey: {}}}}}", ("0", "11"), ("-1",)),
    ],
)
def test_a_number_is_taken_up_to_its_limits_and_refused_beyond(
    key: str, fits: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    for number in (*fits, *refused):
        said = f"{key.format(number)}\n".encode()
        rice = key.startswith("rice")
        files = {"portfolio.yaml": b"format: 1\n" if rice else said}
        files["a.yaml"] = b"title: A\neffort: 1w\n" + (said if rice else b"")
        wrong = read(Texts(files), words(), date(2027, 1, 4)).diagnostics
        assert bool(wrong) is (number in refused), (key, number)


@pytest.mark.parametrize(
    ("says", "settings", "before", "after"),
    [
        ("impact: high", "impact: {high: 50%}", 20, 25),
        ("confidence: high, evidence: [log]", "confidence: {high: 60%}", 80, 60),
        ("evidence: [log]", "caps: {data: 90%}", 80, 90),
        ("evidence: [talks]", "samples: {interview: 4}", 35, 50),
        ("evidence: [study]", "months: {survey: 24}", 50, 70),
        ("impact: high", "points: 100", 20, 2),
    ],
)
def test_every_constant_can_be_set(
    says: str, settings: str, before: float, after: float
) -> None:
    assert value(says) == before
    assert value(says, settings) == after


def test_a_constant_that_is_set_leaves_the_others_as_they_are() -> None:
    found = constants(portfolio("title: a\n", "impact: {high: 50%}", "tie: 90%"))

    assert found.impact["high"] == Fraction(1, 2)
    assert found.impact["low"] == SETTLED.impact["low"]
    assert found.tie == Fraction(9, 10)
    assert found.caps == SETTLED.caps


def test_what_an_unsurveyed_need_counts_for_can_be_set() -> None:
    asked = portfolio("title: a\n", "unsurveyed: {importance: 2, satisfaction: 8.5}")

    assert constants(asked).unsurveyed == {"importance": 2, "satisfaction": Fraction("8.5")}


def test_what_a_needs_own_evidence_allows_can_be_set() -> None:
    assert constants(
        portfolio("title: a\n", "inherited_cap: 20%")
    ).inherited_cap == Fraction(1, 5)


def test_the_default_that_a_word_names_is_the_one_that_holds() -> None:
    for word in WORDS:
        held = getattr(SETTLED, word.key)
        if isinstance(held, Mapping):
            assert {each.key: _number(each) for each in word.words} == held
        else:
            assert _number(word) == held


def test_every_word_is_explained_and_has_a_default_or_an_example() -> None:
    every = words()
    for word in _all((*every.portfolio, *every.initiative)):
        assert word.help
        assert word.default or word.example or word.words


def test_terms_of_every_framework_are_read_from_an_initiative() -> None:
    found = portfolio(
        """
        effort: 3w
        customer-value: {value: 120}
        value-effort: {value: 40, effort: 2w}
        rice: {reach: 12000, impact: 2, confidence: 80%, effort: 6w}
        """
    )

    assert scores(found, "customer-value")["a"].score == 40
    assert scores(found, "value-effort")["a"].score == 20
    assert scores(found, "rice")["a"].score == 3200


def test_the_frameworks_are_found_by_name() -> None:
    found = frameworks()

    assert set(found) >= {"customer-value", "rice", "value-effort"}
    assert all(name == framework.name for name, framework in found.items())


def _number(word: Word) -> Fraction:
    if word.default.endswith("%"):
        return Fraction(word.default.removesuffix("%")) / 100
    return Fraction(word.default)


def _all(found: tuple[Word, ...]) -> list[Word]:
    return [each for word in found for each in (word, *_all(word.words))]


def test_every_number_says_how_small_it_may_be() -> None:
    every = _all((*words().portfolio, *words().initiative))
    numbers = [word for word in every if word.kind in (NUMBER, WHOLE)]
    loose = [
        number.key for number in numbers if number.at_least is None and number.above is None
    ]

    assert numbers
    assert loose == []
