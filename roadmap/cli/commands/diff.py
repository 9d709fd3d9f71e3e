"""`roadmap diff`: what differs between two portfolios, what moves, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from roadmap.cli import options
from roadmap.cli.command import KEEP, Command
from roadmap.cli.exits import LEFT_OUT, say
from roadmap.cli.query_command import asked, leave, signed

if TYPE_CHECKING:
    from roadmap.cli.limits import Limit
    from roadmap.cli.load_pair import Compared
    from roadmap.cli.output import Target
    from roadmap.cli.query import Ask
    from roadmap.studies.difference import Difference
    from roadmap.views.answer import Answer
    from roadmap.views.page import Page

COMMENT = 65_536
"""Signs that a comment on a pull request may have."""

_HELP = "A folder or a git revision; default: "
Old = Annotated[
    str | None,
    typer.Argument(
        metavar="[OLD]",
        show_default=False,
        help=_HELP + "where the work here left the main branch.",
    ),
]
New = Annotated[
    str | None,
    typer.Argument(
        metavar="[NEW]", show_default=False, help=_HELP + "the folder as it is."
    ),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="WHAT",
        show_default=False,
        help="Exit 1 on newly missed dates (deadline, promise), on a cost that rises by "
        "more than a share (cost:5%) or an end that slips by more (slip:2w).",
    ),
]


def _diff(**given: Any) -> None:
    from roadmap.cli.limits import limits
    from roadmap.cli.load_pair import compared
    from roadmap.cli.output import put, targets

    where = targets(given["formats"], given["output"], "terminal")
    bounds = limits(given["fail_on"])
    sides = compared(given["old"], given["new"], given["inside"], given["as_of"])
    ask = asked(given)
    _refuse_unknown(ask, sides)
    found = _difference(ask, sides)
    answer = _answer(ask, sides, found)
    put(
        _page(answer, found, sides, where),
        where,
        all=given["all"],
        force=given["force"],
    )
    _fail(bounds, found)
    leave(answer)


def _refuse_unknown(ask: Ask, sides: Compared) -> None:
    from roadmap.cli.exits import unknown
    from roadmap.cli.query import refuse_unknown
    from roadmap.scoring.catalogue import frameworks

    if ask.framework is not None and ask.framework not in frameworks():
        unknown("framework", ask.framework, frameworks())
    refuse_unknown(ask.filters, sides.old.portfolio, sides.new.portfolio)


def _difference(ask: Ask, sides: Compared) -> Difference:
    from roadmap.studies.changes import edits
    from roadmap.studies.difference import difference
    from roadmap.studies.outlook import Manner
    from roadmap.studies.trials import MOST
    from roadmap.writers.terminal.progress import progress

    old, new = sides.old.portfolio, sides.new.portfolio
    manner = Manner(ask.framework, ask.engine, ask.ideas, ask.units)
    live = sum(not each.inert for each in edits(old, new))
    with progress("Trying edits", 2 + min(live, MOST)) as told:
        return difference(old, new, manner, told)


def _answer(ask: Ask, sides: Compared, found: Difference) -> Answer:
    from dataclasses import replace

    from roadmap.cli.compute import checked, engaged
    from roadmap.scoring.catalogue import frameworks

    return replace(
        checked(engaged(ask, sides.new), frameworks()[found.new.framework]),
        scores=found.new.scores,
        sequence=found.new.sequence,
        plan=found.new.plan,
        shown=_shown(ask, sides),
        exact=ask.exact,
        all=ask.all,
    )


def _shown(ask: Ask, sides: Compared) -> frozenset[str] | None:
    """What the filters keep on either side."""
    if not ask.filters:
        return None
    every = [side.portfolio.initiatives.values() for side in (sides.old, sides.new)]
    return frozenset(each.id for side in every for each in side if ask.filters.keeps(each))


def _page(
    answer: Answer, found: Difference, sides: Compared, where: tuple[Target, ...]
) -> Page:
    """The page, its tables cut until a comment holds it where one is wanted."""
    from roadmap.views.pages.diff import page

    lost = sides.old.left_out
    whole = page(answer, found, sides.sides, lost)
    if answer.all or all(target.name != "markdown" for target in where):
        return whole
    from roadmap.writers.catalogue import writers
    from roadmap.writers.writer import Setting

    writer, setting = writers()["markdown"], Setting()
    for most in (None, 200, 100, 50, 25, 10, 3):
        whole = page(answer, found, sides.sides, lost, most)
        if len(writer.write(whole, setting).encode()) <= COMMENT - 200:
            break
    return whole


def _fail(bounds: tuple[Limit, ...], found: Difference) -> None:
    broken = [(each.text, list(each.breaks(found))) for each in bounds]
    for text, what in broken:
        if what:
            more = f" and {len(what) - 5} more" if len(what) > 5 else ""
            say(f"--fail-on {text}: {', '.join(what[:5])}{more}")
    if any(what for _, what in broken):
        sys.exit(LEFT_OUT)


diff = signed(
    _diff,
    "What differs between two portfolios, what it moves, and which edit moved it.",
    {"old": (Old, None), "new": (New, None), "fail_on": (FailOn, None)},
    options.INSIDE,
    options.READ,
    options.SCORED,
    options.ORDERED,
    options.PLANNED,
    options.CHOSEN,
    options.PUT,
    options.DATED,
)
COMMAND = Command("diff", diff, KEEP, 13)
