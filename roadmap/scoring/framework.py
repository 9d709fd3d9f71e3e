"""What a framework is, and what it gives: a value, a size, and where they come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from roadmap.diagnostics import Place
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import Words
from roadmap.scoring.assumption import Assumption


@dataclass(frozen=True, slots=True)
class Term:
    """One factor or note of a leaf: what it is, how much, and why.

    `amount` is a number without a unit (0.64), None for a remark; `text` is how it is
    said ("64 % families"); `assumed` where nobody stated it; `evidence` names what it
    rests on. Where a factor is a sum, `parts` are its summands: their amounts add up to
    `amount`. The product of a leaf's amounts is its points before rounding.
    """

    name: str
    text: str
    amount: Fraction | None = None
    assumed: bool = False
    evidence: tuple[str, ...] = ()
    parts: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One claim's worth. `points` are rounded as the framework says, so that leaves add up.

    `target` is the need, objective or term it is about, `kind` one of need, objective,
    term. `confidence` is what counted, `allowed` the cap of the best evidence; both None
    where there is none. `best` is the id of that best evidence, `evidence_class` its
    class after sample and age. `gain` is what one class higher would add, in points.
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


@dataclass(frozen=True, slots=True)
class Score:
    """What an initiative is worth alone.

    `value` is None where nothing is claimed (`missing` says what is), and may be
    negative; `size` is in person-weeks; `score` is value ÷ size, None without a value or
    without work. `tier` orders tiered frameworks, 0 first. The leaves add up to `value`.
    `assumed` is what nobody stated.
    """

    id: str
    value: Fraction | None
    size: Fraction
    leaves: tuple[Leaf, ...] = ()
    assumed: tuple[Assumption, ...] = ()
    missing: tuple[str, ...] = ()
    tier: int = 0

    @property
    def score(self) -> Fraction | None:
        """Value ÷ size; None where either is missing."""
        return self.value / self.size if self.value is not None and self.size else None

    @property
    def weight(self) -> Fraction:
        """The value that sequencing counts: unknown and negative are 0."""
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
