"""What aliases repeat is reported once, and a file has a bounded number of findings."""

from __future__ import annotations

import pytest

from roadmap.checks import kept
from roadmap.checks.run import findings
from roadmap.checks.settings import Settings
from roadmap.diagnostics import Diagnostic
from tests.checks.reading import was_read

UNKNOWN = Settings(select=("RM004", "RM101"))
NAMES = "- {id: a, depends_on: &d [x, y]}\n"


def found(text: str) -> tuple[Diagnostic, ...]:
    return findings(was_read({"a.yaml": text}), settings=UNKNOWN)


def test_what_is_wrong_in_a_text_that_aliases_repeat_is_said_once() -> None:
    repeated = NAMES + "- {id: b, depends_on: *d}\n- {id: c, depends_on: *d}\n"

    assert [diagnostic.message for diagnostic in found(repeated)] == [
        "no initiative `x`",
        "no initiative `y`",
    ]


def test_the_same_fault_in_two_texts_is_said_twice_beside_aliases() -> None:
    apart = NAMES + "- {id: b, depends_on: *d}\n- {id: c, depends_on: [x]}\n"

    assert [diagnostic.message for diagnostic in found(apart)].count(
        "no initiative `x`"
    ) == 2


def test_beyond_a_bound_findings_of_a_rule_in_a_file_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    texts = [f"title: A\ncolour{number}: 1\n" for number in range(5)]
    every = found("".join(f"---\nid: i{n}\n{text}" for n, text in enumerate(texts)))

    assert len(every) == 4
    assert "2 more findings of `unknown-key` in this file" in [e.message for e in every]


def test_the_bound_is_for_each_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 1)
    files = dict.fromkeys(("a.yaml", "b.yaml"), "title: A\ncolour: 1\n")

    assert len(findings(was_read(files), settings=UNKNOWN)) == 2
