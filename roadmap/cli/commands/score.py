"""`roadmap score`: each initiative's stand-alone score, best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from roadmap.cli.command import READ, Command
from roadmap.cli.option import option
from roadmap.cli.options import AsOf, Filtering, InFolder, Ordering, Printing, Scoring
from roadmap.cli.query import SEQUENCE
from roadmap.cli.query_command import query, show
from roadmap.cli.supposing import Supposing


@dataclass(frozen=True, kw_only=True)
class ScoreOptions(InFolder, AsOf, Supposing, Scoring, Ordering, Filtering, Printing):
    """Every option of `score`."""

    sort: Literal["score", "value", "effort", "need"] = option(
        "score", "--sort", help="What goes first.", silent=False
    )


def score(given: ScoreOptions) -> None:
    """Score each initiative on its own, best first."""
    from roadmap.cli.compute import answered
    from roadmap.cli.output import targets
    from roadmap.views.pages.score import page

    where = targets(given.formats, given.output, "terminal")
    answer = answered(query(given, sort=given.sort), SEQUENCE)
    show(answer, page(answer), where, given)


COMMAND = Command("score", score, ScoreOptions, READ, 3)
