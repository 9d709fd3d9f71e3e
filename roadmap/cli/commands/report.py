"""`roadmap report`: the roadmap for people who were not in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from roadmap.cli import options
from roadmap.cli.command import READ, Command
from roadmap.cli.exits import stop
from roadmap.cli.query import PLAN
from roadmap.cli.query_command import asked, leave, signed

if TYPE_CHECKING:
    from roadmap.cli.report_request import Wanted

View = Annotated[
    list[str] | None,
    typer.Option(
        "--view",
        metavar="NAME,…",
        show_default=False,
        help="The views to show, in this order; default: those of the audience.",
    ),
]
For = Annotated[
    Literal["board", "team", "customer"],
    typer.Option(
        "--audience",
        help="Who reads it; customers see neither dates, effort nor what is internal.",
    ),
]
Check = Annotated[
    bool,
    typer.Option("--check", help="Write nothing: exit 1 where a file is out of date."),
]


def _report(**given: Any) -> None:
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.cli.pricing import priced
    from roadmap.cli.publishing import publish
    from roadmap.sequencing.results import uninterrupted

    where = targets(given["formats"], given["output"], "markdown")
    if given["check"] and any(target.file is None for target in where):
        stop("--check needs a file to look at: name it with -o")
    wanted = _wanted(given)
    answer = answered(asked(given), PLAN)
    if _tells_prices(wanted):
        answer = priced(answer)
    if answer.plan is not None:
        uninterrupted(answer.plan)
    publish(answer, wanted, where)
    leave(answer)


def _tells_prices(wanted: Wanted) -> bool:
    """Whether one of the views says what obligations cost; customers hear nothing of it."""
    from roadmap.views.pages.report import parts
    from roadmap.views.part import Audience

    shown = [
        part
        for name, part in parts().items()
        if (name in wanted.views if wanted.views else wanted.audience in part.usual)
    ]
    told = wanted.audience is not Audience.CUSTOMER
    return told and any(part.priced for part in shown)


def _wanted(given: dict[str, Any]) -> Wanted:
    from roadmap.cli.report_request import Wanted, known_views
    from roadmap.cli.retyped import retyped
    from roadmap.views.part import Audience

    audience = Audience(given["audience"])
    names = [name.strip() for each in given["view"] or () for name in each.split(",")]
    return Wanted(
        known_views(names, audience),
        audience,
        all=given["all"],
        force=given["force"],
        check=given["check"],
        command=retyped("report", report, given),
    )


report = signed(
    _report,
    "The roadmap as a document to send around, or as regions of one.",
    options.FOLDER,
    {"view": (View, None), "audience": (For, "team"), "check": (Check, False)},
    options.READ,
    options.SCORED,
    options.ORDERED,
    options.PLANNED,
    options.CHOSEN,
    options.PUT,
    options.DATED,
)
COMMAND = Command("report", report, READ, 7)
