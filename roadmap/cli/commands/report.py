"""`roadmap report`: the roadmap as a document to share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from roadmap.cli.command import READ, Command
from roadmap.cli.exits import stop
from roadmap.cli.option import option
from roadmap.cli.options import (
    AsOf,
    Dating,
    Filtering,
    Foretelling,
    InFolder,
    Ordering,
    Planning,
    Printing,
    Scoring,
)
from roadmap.cli.query import PLAN
from roadmap.cli.query_command import leave, query
from roadmap.cli.supposing import Supposing

if TYPE_CHECKING:
    from roadmap.cli.report_request import ReportRequest


@dataclass(frozen=True, kw_only=True)
class ReportOptions(
    InFolder,
    AsOf,
    Supposing,
    Scoring,
    Ordering,
    Planning,
    Foretelling,
    Filtering,
    Printing,
    Dating,
):
    """Every option of `report`."""

    view: list[str] | None = option(
        None,
        "--view",
        metavar="NAME,…",
        help="The views to show, in this order; default: those of the audience.",
    )
    audience: Literal["board", "team", "customer"] = option(
        "team",
        "--audience",
        help="Who reads it; customers see only decided work, without dates or effort.",
        silent=False,
    )
    check: bool = option(
        False, "--check", help="Write nothing: exit 1 where a file is out of date."
    )


def report(given: ReportOptions) -> None:
    """Write the roadmap as a document to share."""
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.cli.pricing import priced
    from roadmap.cli.publishing import publish
    from roadmap.sequencing.results import uninterrupted

    where = targets(given.formats, given.output, "markdown")
    if given.check and any(target.file is None for target in where):
        stop("--check needs a file to look at: name it with -o")
    request = _request(given)
    answer = answered(query(given), PLAN)
    if _shows_prices(request):
        answer = priced(answer)
    if answer.plan is not None:
        uninterrupted(answer.plan)
    publish(answer, request, where)
    leave(answer)


def _shows_prices(request: ReportRequest) -> bool:
    """Whether a view shows the cost of constraints, which customers never see."""
    from roadmap.views.pages.report import parts
    from roadmap.views.part import Audience

    shown = [
        part
        for name, part in parts().items()
        if (name in request.views if request.views else request.audience in part.usual)
    ]
    told = request.audience is not Audience.CUSTOMER
    return told and any(part.priced for part in shown)


def _request(given: ReportOptions) -> ReportRequest:
    from roadmap.cli.report_request import ReportRequest, known_views
    from roadmap.cli.retyped import retyped
    from roadmap.views.part import Audience

    audience = Audience(given.audience)
    names = [name.strip() for each in given.view or () for name in each.split(",")]
    return ReportRequest(
        known_views(names, audience),
        audience,
        all=given.all,
        force=given.force,
        check=given.check,
        command=retyped("report", given),
    )


COMMAND = Command("report", report, ReportOptions, READ, 7)
