"""Every page, help text and document speaks in the words of docs/words.md."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.docs.glossary import PAGE, Phrase, avoided, older_keys, phrases, remnant, words
from tests.docs.markdown import ROOT
from tests.docs.places import OUTPUT, places, violations
from tests.docs.portfolio_pages import PORTFOLIOS, SHARED, edited

NOT_YET: frozenset[str] = frozenset()
"""Places that do not speak in these words yet; `--runxfail` tells what is left there.

A place that is clean fails as long as it is listed.
"""
PLACES = places()


def every_place() -> list[Any]:
    later = pytest.mark.xfail(strict=True, raises=AssertionError)
    return [
        pytest.param(name, id=name, marks=[later] if name in NOT_YET else [])
        for name in PLACES
    ]


@pytest.mark.parametrize("place", every_place())
def test_a_place_avoids_what_the_glossary_replaces(place: str) -> None:
    found = violations(PLACES[place]())

    assert not found, "\n".join([f"{place} says", *found])


@pytest.mark.skipif(not SHARED.is_dir(), reason="no other portfolios beside this checkout")
def test_places_that_are_not_clean_yet_exist() -> None:
    assert NOT_YET - PLACES.keys() == set()
    assert len(PORTFOLIOS) > 1


def test_every_row_of_the_glossary_has_a_word_a_meaning_and_phrases_with_places() -> None:
    for row in words():
        assert len(row) == 3, row
        assert row[0].startswith("**"), row
        assert row[1].endswith(".") or row[1].endswith('".'), row
        assert not remnant(row), row


def test_a_phrase_stands_in_one_row_only() -> None:
    every = [phrase.text for row in words() for phrase in avoided(row)]

    assert len(every) > 60
    assert len(every) == len(set(every))


def test_keys_with_older_names_are_keys() -> None:
    known = _keys(json.loads((ROOT / OUTPUT).read_text(encoding="utf-8")))
    known |= {"must"}

    assert set(older_keys()) - known == set()


def _keys(schema: Any) -> set[str]:
    inside = schema.values() if isinstance(schema, dict) else schema
    found = {key for each in inside if isinstance(each, dict | list) for key in _keys(each)}
    own = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return found | set(own)


def test_a_phrase_is_found_where_it_is_banned_and_only_there() -> None:
    for phrase in phrases():
        found = {kind for kind in ("head", "label", "sentence") if is_found(phrase, kind)}
        assert found == {*phrase.banned}, phrase.text


def is_found(phrase: Phrase, kind: str) -> bool:
    """Whether a phrase is found where a text of some kind says it."""
    said = phrase.text.replace("(…)", "(here)").replace("…", "one and another").title()
    return any(f"`{phrase.text}`" in line for line in violations([(kind, said)]))


def test_edits_of_the_example_are_many() -> None:
    """What `diff` says is read for each kind of edit."""
    folder = PORTFOLIOS["the example"]
    changed = {
        name
        for name, text in edited(folder).items()
        if not (folder / name).exists() or (folder / name).read_text("utf-8") != text
    }

    assert len(changed) >= 5


def test_the_glossary_is_one_of_the_places() -> None:
    assert PAGE in PLACES
