"""`roadmap diff published`: the dates that people were told, against today's plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from roadmap.cli.exits import stop
from roadmap.cli.query_command import show

if TYPE_CHECKING:
    from roadmap.cli.options import Printing
    from roadmap.cli.output import Target
    from roadmap.cli.query import Query
    from roadmap.views.answer import Answer

PUBLISHED = "published"
"""What names published dates in the place of a folder or a revision."""


def diff_published(
    asked: Query,
    new: str | None,
    stated: list[str] | None,
    where: tuple[Target, ...],
    given: Printing,
) -> None:
    """Compare published dates with the plan of a folder; `stated` is what it fails on."""
    from roadmap.cli.compute import answered
    from roadmap.cli.gates import fail, published_gates
    from roadmap.cli.load import portfolio_at
    from roadmap.cli.query import PLAN
    from roadmap.cli.since_published import since_published
    from roadmap.sequencing.results import uninterrupted
    from roadmap.studies.published_shifts import published_shifts
    from roadmap.views.pages.published import page

    bounds = published_gates(stated)
    if new is not None:
        if not Path(new).is_dir():
            stop(f"`{PUBLISHED}` is compared with the plan of a folder, not of `{new}`")
        if asked.folder is not None:
            stop("name the folder once: as NEW or with -C")
        asked = replace(asked, folder=Path(new))
    answer = answered(asked, PLAN)
    if answer.plan is None:
        raise RuntimeError("a plan was asked for, and there is none")
    plan = uninterrupted(answer.plan)
    if answer.portfolio.published is None:
        _stop_unpublished(answer)
    shifts = published_shifts(answer.portfolio, plan)
    broken = [(it.text, list(it.breaks(answer.portfolio, shifts))) for it in bounds]
    since = None
    if any(shift.moves for shift in shifts):
        since = since_published(asked, answer.portfolio, portfolio_at(asked.folder))
    show(answer, page(answer, plan, since), where, given)
    fail(broken)


def _stop_unpublished(answer: Answer) -> NoReturn:
    """Stop because no dates are published, or because those that are cannot be read."""
    from roadmap.diagnostics import Severity
    from roadmap.reading.published import NAME

    for finding in answer.findings:
        place, wrong = finding.diagnostic.place, finding.severity is Severity.ERROR
        if wrong and place is not None and place.file.rpartition(".")[0] == NAME:
            stop(f"{finding.at.path} cannot be read; `roadmap check` says why")
    stop("nothing is published yet; `roadmap publish` writes the dates down")
