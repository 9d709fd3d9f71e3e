"""A history of real edits: in each the edit that moves the roadmap is the one named."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from roadmap.reading.read import read
from roadmap.reading.repository import repository as checkout
from roadmap.scoring.catalogue import words
from roadmap.studies.difference import difference
from tests.studies.files import Checkout, Replaced, edited, repository

EXAMPLE = Path(__file__).parent.parent.parent / "initiatives"
HOT = """\
title: Stop the double charge
outcomes:
  right-bill: {impact: massive, evidence: [survey-2026q3]}
effort: {billing: 2w, web: 2w}
depends_on: []
"""
TRIAL = (
    "\nmover-trial: {kind: experiment, date: 2026-11-30, says: One form halves the calls}\n"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A commit: texts replaced, files added, and the edit (section, id, key) behind it."""

    says: str
    cause: tuple[str, str, str]
    replaced: tuple[Replaced, ...] = ()
    added: dict[str, str] = field(default_factory=dict)


STEPS = (
    Step(
        "grow an effort",
        ("initiatives", "meter-readings-api", "effort"),
        (("foundations/meter-readings-api.yaml", "data: 3w..5w", "data: 6w..8w"),),
    ),
    Step(
        "add a dependency",
        ("initiatives", "renew-in-one-tap", "depends_on"),
        (("fair-price/renew-in-one-tap.yaml", "- screen-parts", "- one-login"),),
    ),
    Step(
        "drop a team member",
        ("teams", "platform", ""),
        (("portfolio.yaml", "platform:\n    people: 2", "platform:\n    people: 1"),),
    ),
    Step(
        "add a hot initiative",
        ("initiatives", "double-charge", ""),
        added={"billing/double-charge.yaml": HOT},
    ),
    Step(
        "add evidence",
        ("initiatives", "same-day-refund", "outcomes"),
        (
            (
                "billing/same-day-refund.yaml",
                "reach: 12%\n    impact: medium\n    evidence: [contact-log]",
                "impact: massive\n    evidence: [contact-log, refund-trial]",
            ),
        ),
    ),
    Step(
        "move a deadline",
        ("initiatives", "bill-layout", "deadline"),
        (("billing/bill-layout.yaml", "deadline: 2027-06-30", "deadline: 2027-02-19"),),
    ),
    Step(
        "deliver something",
        ("initiatives", "meter-photo", "status"),
        (("billing/meter-photo.yaml", "status: in_progress", "status: delivered"),),
    ),
    Step(
        "pause something",
        ("initiatives", "one-screen-for-agents", "status"),
        (("help/one-screen-for-agents.yaml", "tags:", "status: paused\ntags:"),),
    ),
    Step(
        "raise a need's importance",
        ("needs", "trust-green", ""),
        (("needs.yaml", "importance: 5.8", "importance: 10"),
         ("needs.yaml", "satisfaction: 4.9", "satisfaction: 0")),
    ),
    Step(
        "add holidays",
        ("portfolio", "", "holidays"),
        (("portfolio.yaml", "- 2027-03-26", "- {from: 2027-02-08, to: 2027-02-19}"),),
    ),
    Step(
        "start later",
        ("initiatives", "one-customer-record", "not_before"),
        (
            (
                "foundations/one-customer-record.yaml",
                "effort:",
                "not_before: 2027-04\neffort:",
            ),
        ),
    ),
    Step(
        "change the balance",
        ("portfolio", "", "balance"),
        (("portfolio.yaml", "{needs: 50, customer: 10, commercial: 25, operational: 15}",
          "{needs: 10, customer: 10, commercial: 30, operational: 50}"),),
    ),
    Step(
        "give a team more people",
        ("teams", "web", ""),
        (("portfolio.yaml", "web:\n    people: 4", "web:\n    people: 6"),),
    ),
)  # fmt: skip
UNPINNED = "help/answer-open-complaints.yaml"


def steps() -> tuple[Step, ...]:
    """All steps; the pin's line is as the example has it."""
    text = (EXAMPLE / UNPINNED).read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("pin:"))
    pin = Step(
        "remove a pin",
        ("initiatives", "answer-open-complaints", "pin"),
        ((UNPINNED, line, "# no longer first"),),
    )
    return (*STEPS, pin)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checkout, list[str]]:
    """A repository with a commit for every step, and the commits' ids."""
    files = {
        path.relative_to(EXAMPLE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(EXAMPLE.rglob("*.yaml"))
    }
    found = repository(tmp_path_factory.mktemp("history"), _in_folder(files))
    commits = [found.git("rev-parse", "HEAD")]
    for number, step in enumerate(steps()):
        files = edited(files, *step.replaced) | step.added
        files["evidence.yaml"] += TRIAL if step.says == "add evidence" else ""
        files = edited(files, *_that_moves_nothing(number))
        commits.append(found.commit(_in_folder(files), step.says))
    return found, commits


def _in_folder(files: dict[str, str]) -> dict[str, str]:
    return {f"product/initiatives/{name}": text for name, text in files.items()}


def _that_moves_nothing(number: int) -> tuple[Replaced, ...]:
    """An idea gets another size, and an owner is another: live, and inert."""
    sizes = ("data: M", "data: L") if number % 2 == 0 else ("data: L", "data: M")
    names = ("owner: Mara Engel", "owner: Aisha Noor")
    owner = names if number % 2 == 0 else names[::-1]
    idea = "home-energy/heat-pump-check.yaml"
    return (idea, *sizes), (idea, *owner)


@pytest.mark.parametrize("number", range(len(steps())), ids=[s.says for s in steps()])
def test_the_cause_of_everything_that_moves_is_the_edit_that_was_made(
    history: tuple[Checkout, list[str]], number: int
) -> None:
    found, commits = history
    git = checkout(found.top / "product" / "initiatives")
    sides = (git.at(commit) for commit in commits[number : number + 2])
    old, new = (read(side, words(), date(2027, 1, 4)).portfolio for side in sides)

    study = difference(old, new)

    assert study.causes
    for cause in study.causes.values():
        (share,) = cause.shares
        edit = study.changes[share.changes[0]]
        assert cause.kind == "alone"
        assert (edit.section, edit.id, edit.key) == steps()[number].cause


def test_the_history_is_long_enough() -> None:
    assert len(steps()) >= 12
