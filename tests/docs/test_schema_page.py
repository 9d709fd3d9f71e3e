"""What docs/schema.md says that a schema cannot say, it cannot, and `check` finds it."""

from __future__ import annotations

from datetime import date

import pytest
from jsonschema import Draft7Validator

from roadmap.checks.run import findings
from roadmap.cli.load import words
from roadmap.reading.json_schema import json_schema
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.reading.tree import tree
from tests.docs.markdown import Row, code, section, tables, text_of

(ROWS,) = tables(section(text_of("docs/schema.md"), "## What a schema cannot say"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_fits_the_schema_is_found_by_check(row: Row) -> None:
    (text,), (found_as,) = code(row[1]), code(row[2])
    shared = text.startswith("evidence: {")
    name, file = ("portfolio", "portfolio.yaml") if shared else ("initiative", "all.yaml")
    (said,) = tree(file, text.encode()).documents
    found = findings(read(Texts({file: text.encode()}), words(), date(2027, 1, 4)))

    assert Draft7Validator(json_schema(name, words())).is_valid(said)
    assert found_as in {diagnostic.rule.code for diagnostic in found}
