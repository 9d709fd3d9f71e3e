"""The report of an import: what was found, what becomes of it, and what was written."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.importers.drafts import Drafted
from roadmap.importers.reconciling import Fate, Reconciled, Reconciliation

ONLY = ("new", "changed", "vanished")


@dataclass(frozen=True, slots=True)
class Report:
    """One import.

    `where` is the portfolio's folder as it is printed. `only` limits what is written and
    shown to one of ONLY. `stuck` are initiatives whose files cannot be changed in exact
    places. `begins`: there is no portfolio yet. `written`: the files are there now.
    """

    drafted: Drafted
    reconciled: Reconciled
    where: str
    only: str | None = None
    stuck: tuple[Reconciliation, ...] = ()
    begins: bool = False
    written: bool = False

    def count(self, fate: Fate) -> int:
        """How many initiatives have a fate."""
        return sum(outcome.fate is fate for outcome in self.reconciled.outcomes)

    @property
    def conflicts(self) -> tuple[Reconciliation, ...]:
        """The initiatives with fields that both sides changed."""
        return tuple(outcome for outcome in self.reconciled.outcomes if outcome.conflicts)

    @property
    def drift(self) -> bool:
        """Whether the export says anything that the files do not."""
        return bool(self.writes or self.conflicts)

    @property
    def writes(self) -> int:
        """How many files `--write` makes or changes."""
        return self.count(Fate.NEW) + self.count(Fate.CHANGED)

    @property
    def shown(self) -> tuple[Reconciliation, ...]:
        """The initiatives that are written, or would be."""
        wanted = (self.only,) if self.only else ("new", "changed")
        return tuple(
            outcome for outcome in self.reconciled.outcomes if outcome.fate in wanted
        )
