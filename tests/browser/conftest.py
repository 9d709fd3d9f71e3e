"""What every test of the page in a browser starts from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.answers import run
from tests.browser.chromium import Reader, asked_for, missing, reader

EXAMPLE = Path(__file__).parent.parent.parent / "initiatives"


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    if not asked_for():
        pytest.skip("`make test-browser` runs the tests in a browser")
    assert not missing()
    with reader(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="session")
def example(browser: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the example."""
    return written(EXAMPLE, tmp_path_factory.mktemp("page") / "roadmap.html")


def written(portfolio: Path, file: Path, *options: str) -> Path:
    """The page of a portfolio in a file."""
    done = run("report", portfolio, *options, "--format", f"html:{file}")
    assert done.exit_code == 0, done.stderr
    return file
