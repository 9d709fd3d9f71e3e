"""What all tests share: one terminal, and the same examples in every run."""

from __future__ import annotations

import functools
import gc
import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
import typer.testing
from _pytest.doctest import DoctestModule
from hypothesis import settings

from roadmap.reading import declared
from roadmap.sequencing.compiled import kernel
from tests.fuzzing import pytest_runtest_makereport

__all__ = ["pytest_runtest_makereport"]  # a hook, heard by being here

# Read by Typer and rich when they are imported, so set before any test is.
UNSET = (
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "NO_COLOR",
    "ROADMAP_DEBUG",
)
for name in UNSET:
    os.environ.pop(name, None)
os.environ["TERM"] = "dumb"

# Without its kernel the search says so on stderr, unless that is meant.
if kernel is None:
    os.environ["ROADMAP_PURE_PYTHON"] = "1"

gc.disable()  # until all tests are collected: nothing of that is garbage
settings.load_profile("same")  # `make fuzz` says --hypothesis-profile=fuzz

# Typer builds all commands anew for each line that a test runs, which takes it longer than
# most of the answers.
typer.testing._get_command = functools.cache(  # type: ignore[attr-defined]
    typer.testing._get_command  # type: ignore[attr-defined]
)

# The same holds of the keys that parts declare: they are gathered for each folder that is
# read, and with them all that can say what is wrong with a file.
declared.extended = functools.cache(declared.extended)  # type: ignore[assignment]

# Where nothing may be written beside the sources, each worker of pytest-xdist and every
# command that a test starts would compile all of them anew, a third of its time: what is
# compiled lies in pytest's own cache, from one run to the next.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    folder = str(Path(__file__).parent.parent / ".pytest_cache" / "bytecode")
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = folder
    sys.dont_write_bytecode = False


class OnlyExamples:
    """Looks for doctests in files that have some; to ask doctest of each takes seconds."""

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(
        self, file_path: Path
    ) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
        """What is collected of a file, without an empty module of doctests."""
        collectors = yield
        if file_path.suffix != ".py" or b">>>" in file_path.read_bytes():
            return collectors
        return [it for it in collectors if not isinstance(it, DoctestModule)]


def pytest_configure(config: pytest.Config) -> None:
    """Look at every folder: what a conftest.py hears is its own folder only."""
    config.pluginmanager.register(OnlyExamples())


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for garbage less often, and never again among thousands of collected tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


@pytest.fixture
def kept_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans of earlier tests in this process, for tests about something else."""
    from tests.kept_plans import keep_plans

    keep_plans(monkeypatch)


@pytest.fixture
def plans_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans without what `plan` tells beside them, for laws that hold of any plan."""
    from tests.kept_plans import plan_alone

    plan_alone(monkeypatch, 40)


@pytest.fixture
def quick_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans that are made in no time, for tests that only need some plan."""
    from tests.kept_plans import hurry_plans

    hurry_plans(monkeypatch)
