"""`roadmap record` writes down what happened, and refuses what cannot be so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers import write
from tests.cli.test_exit_codes import roadmap

PORTFOLIO = """\
start: 2027-01-04
teams: {web: {people: 2}, data: {people: 2}}
needs: {n: {importance: 8, satisfaction: 3, surveyed: 2026-12-31}}
"""
INITIATIVE = """\
title: A  # ours
status: in_progress
started: 2026-11-02
depends_on: []
effort: {web: 6w}
remaining: {web: 1w}
outcomes:
  n: {impact: high, measure: {metric: Calls a month, baseline: 9, target: 3}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {"portfolio.yaml": PORTFOLIO, "a.yaml": INITIATIVE})
    return tmp_path


def test_one_command_writes_all_of_it(folder: Path) -> None:
    found = roadmap(
        "record", "a", "--delivered", "2026-12-18", "--spent", "web=7w",
        "--actual", "calls a  month=5@2026-12-31", "-C", str(folder),
    )  # fmt: skip

    assert (found.exit_code, found.stdout.strip()) == (0, str(folder / "a.yaml"))
    assert (folder / "a.yaml").read_text(encoding="utf-8") == (
        INITIATIVE.replace("in_progress", "delivered").replace(
            "target: 3}", "target: 3, actual: [{date: 2026-12-31, value: 5}]}"
        )
        + "delivered: 2026-12-18\nspent: {web: 7w}\n"
    )


def test_the_same_command_again_changes_nothing_and_says_so(folder: Path) -> None:
    line = ["record", "a", "--spent", "web=7w", "-C", str(folder)]
    roadmap(*line)
    before = (folder / "a.yaml").read_bytes()
    found = roadmap(*line)

    assert (found.exit_code, found.stdout) == (0, "")
    assert "is up to date" in found.stderr
    assert (folder / "a.yaml").read_bytes() == before


def test_a_day_that_is_not_said_is_today(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # 2027-01-01
    roadmap("record", "a", "--actual", "Calls a month=4.5", "-C", str(folder))

    text = (folder / "a.yaml").read_text(encoding="utf-8")
    assert "actual: [{date: 2027-01-01, value: 4.5}]" in text


def test_what_a_rule_finds_in_it_is_said(folder: Path) -> None:
    found = roadmap(
        "record", "a", "--delivered", "2026-12-18", "--actual",
        "Calls a month=5@2026-10-31", "-C", str(folder),
    )  # fmt: skip

    assert found.exit_code == 0
    assert (
        "warning RM412: measured on 2026-10-31, before the delivery on 2026-12-18"
        in found.stderr
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ((), "nothing to record"),
        (("--delivered", "soon"), "`soon`"),
        (("--actual", "Calls a month"), "is not METRIC=VALUE"),
        (("--actual", "Calls a month=many"), "is not METRIC=VALUE"),
        (("--actual", "Calls a moth=5"), "did you mean `Calls a month`?"),
        (("--actual", "Calls a month=5@soon"), "`soon`"),
        (("--spent", "wbe=7w"), "no team `wbe`; did you mean `web`?"),
        (("--spent", "web=much"), "`much`"),
        (("--spent", "7w"), "names no team"),
        (("--spent", "web"), "`web` names no work; write it as `web=7w`"),
        (("--actual", "Letters=5"), "choose from `Calls a month`"),
    ],
)
def test_what_cannot_be_recorded_is_refused(
    folder: Path, line: tuple[str, ...], message: str
) -> None:
    found = roadmap("record", "a", *line, "-C", str(folder))

    assert found.exit_code == 2
    assert message in found.stderr
    assert (folder / "a.yaml").read_text(encoding="utf-8") == INITIATIVE


def test_an_actual_without_any_measure_says_what_to_add(folder: Path) -> None:
    write(folder, {"b.yaml": "title: B\noutcomes: {n: high}\n"})
    found = roadmap("record", "b", "--actual", "Calls=3", "-C", str(folder))

    assert found.exit_code == 2
    assert "no outcome of `b` has a `measure`; add `measure: {metric: …" in found.stderr


def test_an_unknown_initiative_is_refused_with_the_nearest(folder: Path) -> None:
    write(folder, {"forecast.yaml": "title: F\n"})
    found = roadmap("record", "forcast", "--delivered", "2026-12-18", "-C", str(folder))

    assert found.exit_code == 2
    assert "did you mean `forecast`?" in found.stderr


def test_a_date_that_is_empty_is_not_today(folder: Path) -> None:
    found = roadmap("record", "a", "--actual", "Calls a month=5@", "-C", str(folder))

    assert found.exit_code == 2
    assert (folder / "a.yaml").read_text(encoding="utf-8") == INITIATIVE


@pytest.mark.parametrize(
    ("before", "option", "after"),
    [
        ("team: web\nspent: 3w\n", "data=7w", "spent: {web: 3w, data: 7w}"),
        ("team: web\nspent: 3w\n", "web=7w", "spent: {web: 7w}"),
        ("team: web\nspent: 3w\n", "7w", "spent: 7w"),
        ("spent: {web: 3w, data: 2w}\n", "web=7w", "spent: {web: 7w, data: 2w}"),
    ],
)
def test_work_of_one_team_leaves_that_of_others(
    folder: Path, before: str, option: str, after: str
) -> None:
    write(folder, {"a.yaml": INITIATIVE + before})
    found = roadmap("record", "a", "--spent", option, "-C", str(folder))

    assert found.exit_code == 0, found.stderr
    assert after in (folder / "a.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("team: web\nspent: {web: 3w, data: 2w}\n", ("--spent", "7w")),
        ("team: web\nspent: {data: 2w}\n", ("--spent", "7w")),
    ],
)
def test_work_without_a_team_replaces_that_of_no_team(
    folder: Path, before: str, words: tuple[str, ...]
) -> None:
    write(folder, {"a.yaml": INITIATIVE + before})
    found = roadmap("record", "a", *words, "-C", str(folder))

    assert found.exit_code == 2
    assert (folder / "a.yaml").read_text(encoding="utf-8") == INITIATIVE + before


def test_an_actual_that_cannot_be_read_is_not_replaced(folder: Path) -> None:
    odd = INITIATIVE.replace("target: 3}", "target: 3, actual: 3900}")
    write(folder, {"a.yaml": odd})
    found = roadmap("record", "a", "--actual", "Calls a month=5", "-C", str(folder))

    assert found.exit_code == 2
    assert "nothing was written" in found.stderr
    assert (folder / "a.yaml").read_text(encoding="utf-8") == odd


def test_comments_stay_with_what_they_are_about(folder: Path) -> None:
    text = (
        "title: A\neffort: {web: 6w}\nstatus: delivered\noutcomes:\n  n:\n    measure:\n"
        "      metric: M\n      target: 3\n      actual:\n"
        "        - {date: 2026-12-01, value: 4}\n        # the rest is in the log\n"
        "# the end\n"
    )
    write(folder, {"a.yaml": text})
    roadmap("record", "a", "--delivered", "2026-11-30", "-C", str(folder))

    assert (folder / "a.yaml").read_text(encoding="utf-8") == text.replace(
        "# the end", "delivered: 2026-11-30\n# the end"
    )
