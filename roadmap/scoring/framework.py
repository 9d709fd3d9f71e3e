"""What a framework is, and what it returns: a value, an effort, and their sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from roadmap.diagnostics import Place
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import Words
from roadmap.scoring.assumption import Assumption
from roadmap.scoring.term import Term


@dataclass(frozen=True, slots=True)
class Leaf:
    """The value of one claim. `points` are rounded by the framework, so that leaves add up.

    `target` is the need, objective or term it is about, `kind` one of need, objective,
    term. `confidence` is what counts, `allowed` the cap of the best evidence, `stated`
    what the files say; None without one. `best` is the id of that evidence,
    `evidence_class` its class after sample and age. `gain` is what evidence of
    `next_class` would add, in points.
    """

    target: str
    kind: str
    points: Fraction
    terms: tuple[Term, ...] = ()
    place: Place | None = None
    confidence: Fraction | None = None
    allowed: Fraction | None = None
    stated: Fraction | None = None
    best: str | None = None
    evidence_class: str | None = None
    gain: Fraction | None = None
    next_class: str | None = None


class Lack(StrEnum):
    """Why a claim counts for nothing, or nothing is claimed."""

    NEED = "need"
    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class ScoreGap:
    """What an initiative lacks to have a value.

    `of` names the need that is unknown, the objective that is unknown or has no key result
    to measure it, or the term that is not stated.
    """

    lack: Lack
    of: str


NO_OUTCOME = ScoreGap(Lack.TERM, "outcome")


@dataclass(frozen=True, slots=True)
class Score:
    """The value, effort and stand-alone score of one initiative.

    `value` may be negative, and is None where nothing is claimed (`missing` says what);
    `size` is the effort in person-weeks; `score` is value ÷ size, None without a value or
    without effort. `tier` orders tiered frameworks, 0 first. The leaves add up to `value`.
    `assumed` lists what was not stated.
    """

    id: str
    value: Fraction | None
    size: Fraction
    leaves: tuple[Leaf, ...] = ()
    assumed: tuple[Assumption, ...] = ()
    missing: tuple[ScoreGap, ...] = ()
    tier: int = 0

    @property
    def score(self) -> Fraction | None:
        """Value ÷ size; None without either."""
        return self.value / self.size if self.value is not None and self.size else None

    @property
    def weight(self) -> Fraction:
        """The value that ranking counts: 0 if it is unknown or negative."""
        return max(Fraction(0), self.value or Fraction(0))


@dataclass(frozen=True, slots=True)
class Framework:
    """A way to turn facts into a value and a size.

    `measures` says what its value is, `fits` when to choose it, as its row in the index of
    frameworks does. `unit` names the value's unit ("points"); `digits` is how many
    significant digits a score deserves, None for one decimal. `words` are the YAML it
    understands, `page` the name of its manual page in docs/frameworks.
    """

    name: str
    title: str
    measures: str
    fits: str
    unit: str
    score: Callable[[Portfolio, Initiative], Score]
    words: Words = field(default_factory=Words)
    digits: int | None = None
    page: str = ""
