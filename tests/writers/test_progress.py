from __future__ import annotations

import io
from contextlib import redirect_stderr

import pytest

from roadmap.writers.terminal.progress import progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def seen(patience: float, *, screen: io.StringIO | None = None) -> str:
    shown = Screen() if screen is None else screen
    with redirect_stderr(shown), progress("Planning [/]", 10, patience=patience) as advance:
        advance(10)
    return shown.getvalue()


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


def test_nothing_is_shown_before_its_time_has_come() -> None:
    assert seen(patience=60) == ""


def test_a_longer_wait_is_shown_and_taken_away_again() -> None:
    assert "Planning [/]" in seen(patience=0)
    assert seen(patience=0).endswith("\x1b[2K")


@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
@pytest.mark.parametrize("stated", ["²", "٣", "-1", "0", "wide"])
def test_a_screen_of_a_size_that_is_none_shows_it_all_the_same(
    name: str, stated: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, stated)

    assert "Planning [/]" in seen(patience=0)


def test_nothing_is_shown_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(patience=0, screen=io.StringIO()) == ""
    monkeypatch.setenv("TERM", "dumb")
    assert seen(patience=0) == ""
