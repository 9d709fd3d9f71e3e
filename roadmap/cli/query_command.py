"""What commands that show a page share: the query, the page and the exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from roadmap.cli.exits import INTERRUPTED, LEFT_OUT, left_out, say, stop
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
    Redrawing,
    Scoring,
)
from roadmap.cli.query import Forecasting, Query, filters
from roadmap.cli.supposing import supposed
from roadmap.model.portfolio import Engine

if TYPE_CHECKING:
    from roadmap.cli.output import Target
    from roadmap.views.answer import Answer
    from roadmap.views.page import Page


def query(given: AsOf, *, by: str = "horizon", sort: str = "score") -> Query:
    """The query that a command's options make, as far as it takes them."""
    engine = given.engine if isinstance(given, Planning) else None
    drawing = given if isinstance(given, Redrawing) else Redrawing()
    return Query(
        folder=given.where if isinstance(given, Inside) else None,
        as_of=given.as_of,
        supposed=supposed(given),
        framework=given.framework if isinstance(given, Scoring) else None,
        engine=Engine(engine) if engine else None,
        units=given.units if isinstance(given, Planning) else None,
        free=isinstance(given, Planning) and given.free,
        fresh=isinstance(given, Comparing) and given.fresh,
        ideas=given.ideas if isinstance(given, Ordering) else False,
        forecast=_forecasting(given),
        draws=drawing.draws,
        seed=drawing.seed,
        filters=filters(given if isinstance(given, Filtering) else Filtering()),
        exact=isinstance(given, Dating) and given.dates == "exact",
        all=isinstance(given, Printing) and given.all,
        by=by,
        sort=sort,
    )


def _forecasting(given: AsOf) -> Forecasting:
    """When a command forecasts: those that draw do so always, others can be told not to."""
    if isinstance(given, Redrawing):
        return Forecasting.FULLY
    wanted = isinstance(given, Foretelling) and not given.no_forecast
    return Forecasting.IF_UNCERTAIN if wanted else Forecasting.NEVER


def show(answer: Answer, page: Page, where: tuple[Target, ...], given: Printing) -> None:
    """Write a page to its targets, and exit with the right code.

    An interrupted plan is shown, never written to a file.
    """
    from roadmap.cli.output import put
    from roadmap.views.what_if import supposing

    halted = answer.plan is not None and answer.plan.interrupted
    if halted:
        where = tuple(target for target in where if target.file is None)
    page = supposing(page, answer)
    put(page, where, all=given.all, force=given.force)
    if halted:
        stop("interrupted: this is the best plan so far", INTERRUPTED)
    leave(answer)


def leave(answer: Answer) -> None:
    """Exit 1 with a message if an error leaves something out of the answer."""
    from roadmap.cli.what_if_errors import say_what_if_errors
    from roadmap.diagnostics import Severity

    errors = [it for it in answer.findings if it.severity is Severity.ERROR]
    if answer.shown is not None and not answer.shown:
        say("no initiative matches the filters")
    if not errors:
        return
    if answer.overlay.options:
        say_what_if_errors(errors)
    else:
        them = "it" if len(errors) == 1 else "them"
        say(f"{left_out(len(errors))}; `roadmap check` shows {them}")
    sys.exit(LEFT_OUT)
