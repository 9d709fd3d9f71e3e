"""How much one file may hold: beyond it, the file is a finding, not a burden."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.cli.load import words
from roadmap.reading import nodes
from roadmap.reading.read import Read, read
from roadmap.reading.refused import MOST_IN_FILE
from roadmap.reading.sources import Texts


def was_read(text: str) -> Read:
    files = {"a.yaml": text.encode(), "b.yaml": b"title: B\n"}
    return read(Texts(files), words(), date(2027, 1, 4))


def test_a_file_of_too_many_values_is_refused_and_the_others_stay() -> None:
    found = was_read(f"x-a: [{'1,' * MOST_IN_FILE}]\n")

    assert [diagnostic.message for diagnostic in found.diagnostics] == [
        "holds more than 100,000 values"
    ]
    assert [*found.portfolio.initiatives] == ["b"]


def test_values_are_counted_over_all_documents_of_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(nodes, "MOST_IN_FILE", 9)

    nine = "--- {id: a}\n--- {id: c}\n--- {id: d}\n"

    assert not was_read(nine).diagnostics
    assert was_read(f"{nine}--- {{}}\n").left_out == ("a.yaml",)
