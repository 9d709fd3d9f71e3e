"""Impact: the share of a distance that a claim covers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from roadmap.model.amounts import Level
from roadmap.model.customers import KeyResult, Objective
from roadmap.model.initiative import Claim
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.constants import Constants, constants
from roadmap.scoring.progress import left

DEFAULT = "medium"


@dataclass(frozen=True, slots=True)
class Gain:
    """A gain in the unit of a key result, and the distance from baseline to target."""

    amount: Fraction
    distance: Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Impact:
    """A share of a distance, from -1 to 1.

    `word` is its level as the files spell it ("-high"), `gain` what a key result gains;
    at most one is given. `assumed` marks the level that counts where none is stated.
    `left` is the share of the distance that is left, if a key result has been measured,
    and `of_left` the share of it that a level stands for.
    """

    share: Fraction
    word: str = ""
    gain: Gain | None = None
    assumed: bool = False
    left: Fraction | None = None
    of_left: Fraction | None = None

    def assumptions(self, claim: Claim) -> tuple[Assumption, ...]:
        """That the default impact is assumed for a claim, unless one is stated."""
        if not self.assumed:
            return ()
        share = self.share if self.of_left is None else self.of_left
        return (Assumption(Fact.IMPACT, (claim.target,), share, DEFAULT),)


def impact(level: Level | None, settled: Constants) -> Impact:
    """The impact that a level stands for; medium without one."""
    if level is None:
        return Impact(settled.impact[DEFAULT], DEFAULT, assumed=True)
    if level.word is not None:
        share = settled.impact[level.word]
        share = -share if level.negative else share
        return Impact(share, level.text or level.word)
    middle = level.share.middle if level.share else Fraction(0)
    share = min(Fraction(1), middle)
    return Impact(-share if level.negative else share)


def impact_on(
    portfolio: Portfolio, objective: Objective, level: Level | None
) -> Impact | None:
    """The impact on an objective; None for a gain without a key result to measure it.

    A level is a share of what is left to the target, a gain is at most that; both count
    as shares of the distance from baseline to target. Harm takes from the whole distance.
    Where the target is lower, 4 and -4 both mean "4 down", so harm has to be a negative
    impact.
    """
    result = measured(objective)
    rest = None if result is None else left(portfolio, result)
    if level is None or level.gain is None:
        return _of_the_rest(impact(level, constants(portfolio)), rest)
    if result is None:
        return None
    distance = (result.target or Fraction(0)) - (result.baseline or Fraction(0))
    gained = level.gain.middle
    share = gained / distance if distance > 0 else abs(gained / distance)
    most = Fraction(1) if rest is None else min(Fraction(1), rest)
    gain = Gain(gained, abs(distance), result.unit)
    return Impact(max(Fraction(-1), min(most, share)), gain=gain, left=rest)


def _of_the_rest(whole: Impact, rest: Fraction | None) -> Impact:
    """An impact on what is left of a distance."""
    if rest is None or whole.share < 0:
        return whole
    share = min(Fraction(1), whole.share * rest)
    return replace(whole, share=share, left=rest, of_left=whole.share)


def measured(objective: Objective) -> KeyResult | None:
    """The first key result whose baseline and target differ."""
    for result in objective.key_results:
        ends = (result.baseline, result.target)
        if None not in ends and result.baseline != result.target:
            return result
    return None
