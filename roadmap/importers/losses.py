"""What an import does not carry over, counted while drafts are made."""

from __future__ import annotations

from collections.abc import Iterable

from roadmap.importers.export import Dropped, Lost


class Losses:
    """Values that are lost, by column and reason."""

    def __init__(self, dropped: Iterable[Dropped] = ()) -> None:
        self._counts: dict[tuple[str, Lost], int] = {}
        for each in dropped:
            self.add(each.column, each.why, each.values)

    def add(self, column: str, why: Lost, values: int = 1) -> None:
        """Count values of a column as lost."""
        at = (column, why)
        self._counts[at] = self._counts.get(at, 0) + values

    def told(self) -> tuple[Dropped, ...]:
        """Every column with its reason: those with most values first, then by name."""
        found = (
            Dropped(column, values, why) for (column, why), values in self._counts.items()
        )
        return tuple(
            sorted(
                found, key=lambda dropped: (-dropped.values, dropped.column, dropped.why)
            )
        )
