"""docs/file-format.md names every key of `check`, with examples that can be read."""

from __future__ import annotations

import os
from datetime import date

from roadmap.checks.run import findings
from roadmap.cli.load import words
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from tests.docs import check_keys
from tests.docs.markdown import code, tables


def test_what_rules_declare_stands_in_the_page_as_declared() -> None:
    if os.environ.get("ROADMAP_REWRITE"):
        check_keys.rewrite()

    assert check_keys.written() == check_keys.table(), "`make rewrite` renews it"


def test_the_examples_of_check_keys_are_read_without_a_finding() -> None:
    (found,) = tables(check_keys.written())
    for row in found:
        (path,), (example,) = code(row[0]), code(row[5])
        *above, key = path.split(".")
        text = f"{key}: {example}"
        for step in reversed(above):
            text = f"{step}: {{{text}}}"
        files = Texts({"portfolio.yaml": f"vision: V\n{text}\n".encode()})
        assert findings(read(files, words(), date(2027, 1, 4))) == (), text
