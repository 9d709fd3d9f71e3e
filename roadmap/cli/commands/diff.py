"""`roadmap diff`: what differs between two portfolios, what moves, and why."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roadmap.cli.command import KEEP, Command
from roadmap.cli.exits import LEFT_OUT, say
from roadmap.cli.option import argument, option
from roadmap.cli.options import (
    AsOf,
    Comparing,
    Dating,
    Filtering,
    Foretelling,
    Inside,
    Ordering,
    Planning,
    Printing,
    Scoring,
)
from roadmap.cli.query_command import leave, query
from roadmap.cli.supposing import Supposing

if TYPE_CHECKING:
    from roadmap.cli.load_pair import Compared
    from roadmap.cli.output import Target
    from roadmap.cli.query import Query
    from roadmap.studies.difference import Difference
    from roadmap.views.answer import Answer
    from roadmap.views.page import Page

COMMENT = 65_536
"""Signs that a comment on a pull request may have."""

_HELP = "A folder or a git revision; default: "


@dataclass(frozen=True, kw_only=True)
class DiffOptions(
    Inside,
    AsOf,
    Supposing,
    Scoring,
    Ordering,
    Planning,
    Comparing,
    Foretelling,
    Filtering,
    Printing,
    Dating,
):
    """Every option of `diff`."""

    old: str | None = argument(
        None,
        "OLD",
        _HELP + "where this branch left the main branch, or with a what-if the "
        "folder as it is; `published`: the dates of "
        "`roadmap publish`.",
    )
    new: str | None = argument(None, "NEW", _HELP + "the folder as it is.")
    fail_on: list[str] | None = option(
        None,
        "--fail-on",
        metavar="WHAT",
        help="Exit 1 on newly missed dates (deadline, promise), on a delivery that moves "
        "later by more than a time (slip:2w), or on an average time to value that rises by "
        "more than a share (cost:5%), over what both sides schedule, at the new values.",
    )


def diff(given: DiffOptions) -> None:
    """Compare two portfolios, and explain what moved."""
    from roadmap.cli.diff_published import PUBLISHED, diff_published
    from roadmap.cli.gates import fail, gates
    from roadmap.cli.load_pair import compared
    from roadmap.cli.output import put, targets

    where = targets(given.formats, given.output, "terminal")
    if given.old == PUBLISHED:
        diff_published(query(given), given.new, given.fail_on, where, given)
        return
    bounds = gates(given.fail_on)
    asked = query(given)
    sides = compared(given.old, given.new, given.inside, given.as_of, asked.supposed)
    _refuse_unknown(asked, sides)
    difference = _difference(asked, sides)
    answer = _answer(asked, sides, difference)
    put(
        _page(answer, difference, sides, where),
        where,
        all=given.all,
        force=given.force,
        own=_own(answer, difference, sides, where),
    )
    fail((bound.text, list(bound.breaks(difference))) for bound in bounds)
    _leave(sides)
    leave(answer)


def _refuse_unknown(asked: Query, sides: Compared) -> None:
    from roadmap.cli.compute import checked
    from roadmap.cli.exits import unknown
    from roadmap.cli.query import refuse_unknown
    from roadmap.scoring.catalogue import frameworks

    if asked.framework is not None and asked.framework not in frameworks():
        unknown("framework", asked.framework, frameworks())
    refuse_unknown(asked.filters, sides.old.portfolio, sides.new.portfolio)
    if asked.supposed:
        checked(sides.new)


def _difference(asked: Query, sides: Compared) -> Difference:
    from roadmap.cli.compute import outlook_options
    from roadmap.cli.query import Forecasting
    from roadmap.studies.changes import changes
    from roadmap.studies.difference import difference
    from roadmap.studies.trials import MOST
    from roadmap.writers.terminal.progress import progress

    old, new = sides.old.portfolio, sides.new.portfolio
    options = outlook_options(asked, warm=True)
    foretold = asked.forecast is not Forecasting.NEVER
    live = sum(not change.inert for change in changes(old, new))
    with progress("Trying edits", 2 + min(live, MOST)) as told:
        return difference(old, new, options, told, forecast=foretold)


def _answer(asked: Query, sides: Compared, difference: Difference) -> Answer:
    from dataclasses import replace

    from roadmap.cli.compute import checked, engaged
    from roadmap.scoring.catalogue import frameworks

    return replace(
        checked(engaged(asked, sides.new), frameworks()[difference.new.framework]),
        scores=difference.new.scores,
        sequence=difference.new.sequence,
        plan=difference.new.plan,
        shown=_shown(asked, sides),
        exact=asked.exact,
        all=asked.all,
    )


def _shown(asked: Query, sides: Compared) -> frozenset[str] | None:
    """The initiatives that the filters keep on either side."""
    if not asked.filters:
        return None
    every = [side.portfolio.initiatives.values() for side in (sides.old, sides.new)]
    keeps = asked.filters.keeps
    return frozenset(
        initiative.id for side in every for initiative in side if keeps(initiative)
    )


def _page(
    answer: Answer, difference: Difference, sides: Compared, where: tuple[Target, ...]
) -> Page:
    """The page, with tables shortened until it fits a comment, if one is written."""
    from roadmap.views.pages.diff import page
    from roadmap.views.what_if import supposing

    whole = supposing(page(answer, difference, sides.sides), answer)
    if answer.all or all(target.name != "markdown" for target in where):
        return whole
    from roadmap.writers.catalogue import writers
    from roadmap.writers.writer import Setting

    writer, setting = writers()["markdown"], Setting()
    for most in (None, 200, 100, 50, 25, 10, 3):
        whole = supposing(page(answer, difference, sides.sides, most), answer)
        if len(writer.write(whole, setting).encode()) <= COMMENT - 200:
            break
    return whole


def _own(
    answer: Answer, difference: Difference, sides: Compared, where: tuple[Target, ...]
) -> dict[str, Page]:
    """The page with bars, for the format that can draw them."""
    if all(target.name != "html" for target in where):
        return {}
    from roadmap.views.pages.diff_review import page
    from roadmap.views.what_if import supposing

    return {"html": supposing(page(answer, difference, sides.sides), answer)}


def _leave(sides: Compared) -> None:
    """Exit 1 with a message if errors leave something out of the old side."""
    files = len(sides.sides[0].left_out)
    if files:
        what = "1 file" if files == 1 else f"{files} files"
        say(f"errors in {what} leave something out of {sides.sides[0].name}")
        sys.exit(LEFT_OUT)


COMMAND = Command("diff", diff, DiffOptions, KEEP, 13)
