"""A checkout with a portfolio that is sound, and one with a portfolio that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers import write

SOUND = {
    "initiatives/portfolio.yaml": "vision: V\nstart: 2027-01-04\n",
    "initiatives/ledger.yaml": "title: Ledger\neffort: 2w\ndepends_on: []\n"
    "outcomes: {fast: high}\n",
}
FAULTY = {"initiatives/refunds.yaml": "title: Refunds\neffort: 1w\ndepends_on: [lost]\n"}


def checkout(at: Path, files: dict[str, str]) -> Path:
    """A folder with files that looks like a git checkout."""
    write(at, files)
    (at / ".git").mkdir(parents=True)
    return at


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return checkout(tmp_path / "sound", SOUND)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    return checkout(tmp_path / "faulty", SOUND | FAULTY)
