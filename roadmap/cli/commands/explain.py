"""`roadmap explain`: why an initiative has its value, its ranking and its schedule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from roadmap.cli.command import READ, Command
from roadmap.cli.exits import stop, unknown
from roadmap.cli.option import option, required
from roadmap.cli.options import (
    OUTPUT,
    AsOf,
    Dating,
    Foretelling,
    Inside,
    Ordering,
    Planning,
    Printing,
    Scoring,
)
from roadmap.cli.query import PLAN
from roadmap.cli.query_command import query, show
from roadmap.cli.supposing import Supposing

if TYPE_CHECKING:
    from roadmap.views.answer import Answer


@dataclass(frozen=True, kw_only=True)
class ExplainOptions(
    Inside, AsOf, Supposing, Scoring, Ordering, Planning, Foretelling, Printing, Dating
):
    """Every option of `explain`."""

    id: str = required("ID", "The initiative's id.")
    dates: Literal["fitting", "exact"] = option(
        "exact",
        "--dates",
        help="Dates as precise as they deserve, or all to the day.",
        panel=OUTPUT,
        silent=False,
    )


def explain(given: ExplainOptions) -> None:
    """Explain an initiative's value, ranking and schedule.

    It also plans what would bring the initiative forward, and prints the commands.
    """
    from roadmap.cli.bringing_forward import with_levers
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.cli.pricing import priced
    from roadmap.views.pages.explain import page

    where = targets(given.formats, given.output, "terminal")
    asked = query(given)
    answer = answered(replace(asked, width_of=given.id), PLAN)
    _refuse_unknown(answer, given.id)
    answer = with_levers(asked, priced(answer, [given.id]), given.id, where)
    show(answer, page(answer, given.id), where, given)


def _refuse_unknown(answer: Answer, id: str) -> None:
    """Stop if there is no initiative with that id, and say why."""
    from roadmap.views.blocks.notices import lost_files

    known = answer.portfolio.initiatives
    if id in known:
        return
    for file, why in lost_files(answer).items():
        if file.rpartition("/")[2].rpartition(".")[0] == id:
            stop(f"no initiative `{id}`, as its file was left out: {why}")
    unknown("initiative", id, known)


COMMAND = Command("explain", explain, ExplainOptions, READ, 6, aliases=("why",))
