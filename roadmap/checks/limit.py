"""A limit: the threshold of a rule, which a portfolio can set."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from roadmap.model.words import NUMBER, SHARE, Word


@dataclass(frozen=True, slots=True)
class Limit:
    """A threshold: its key below the rule's name under `check`, and its default.

    It is never worked out from the portfolio. A `share` is a percentage in YAML and a
    fraction of 1 here.
    """

    rule: str
    key: str
    usual: Fraction
    help: str
    unit: str = ""
    share: bool = False

    @property
    def word(self) -> Word:
        """Its key in portfolio.yaml."""
        if self.share:
            return Word(self.key, SHARE, self.help, f"{float(self.usual * 100):g}%")
        usual = f"{float(self.usual):g}"
        return Word(self.key, NUMBER, self.help, usual, unit=self.unit, at_least=0)
