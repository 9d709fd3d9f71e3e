"""The published roadmap of the example is the one that its files say."""

from __future__ import annotations

import os

import pytest

from tests.answers import run
from tests.docs.markdown import ROOT

DOCUMENTS = ("README.md", "ROADMAP.md")


@pytest.mark.usefixtures("kept_plans")
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_up_to_date(name: str) -> None:
    path = str(ROOT / name)
    if os.environ.get("ROADMAP_REWRITE"):
        run("report", ROOT / "initiatives", "-o", path)

    found = run("report", ROOT / "initiatives", "-o", path, "--check")

    assert found.exit_code == 0, f"`make rewrite` renews it\n{found.stdout}"
