from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

from roadmap.views.page import Page
from roadmap.writers.catalogue import writers
from roadmap.writers.writer import Setting


def written(data: dict[str, Any], **options: Any) -> str:
    return writers()["json"].write(Page("", (), data), Setting(**options))


def test_keys_are_sorted_and_one_newline_ends_the_text() -> None:
    assert written({"b": 1, "a": {"d": [], "c": None}}) == (
        '{\n  "a": {\n    "c": null,\n    "d": []\n  },\n  "b": 1\n}\n'
    )


def test_what_is_measured_is_a_float_in_full_and_what_is_counted_an_integer() -> None:
    found = json.loads(written({"score": Fraction(1, 3), "rank": 3, "size": Fraction(2)}))

    assert found == {"score": 1 / 3, "rank": 3, "size": 2.0}
    assert isinstance(found["rank"], int)


def test_dates_are_those_of_iso() -> None:
    assert json.loads(written({"end": date(2027, 1, 4)})) == {"end": "2027-01-04"}


def test_unknown_and_endless_numbers_are_null() -> None:
    numbers = [float("nan"), float("inf"), Fraction(10**400), None]

    assert json.loads(written({"all": numbers})) == {"all": [None] * 4}


def test_text_stays_as_typed_where_it_can() -> None:
    assert "Zürich 東" in written({"title": "Zürich 東"})
    assert "Z\\u00fcrich" in written({"title": "Zürich"}, unicode=False)


def test_half_a_sign_is_still_json() -> None:
    text = written({"title": "\udc80\x1b"})

    assert text.encode("utf-8")
    assert json.loads(text) == {"title": "\udc80\x1b"}
