"""What things are called inside a sentence: by their titles, in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.model.portfolio import Portfolio
from roadmap.views.sequence_position import Others
from roadmap.views.titles import title_of

LONGEST = 80
"""Characters of a title that a sentence has room for."""
_ONE = {
    "teams": "team",
    "segments": "segment",
    "needs": "need",
    "objectives": "objective",
    "evidence": "evidence",
}


def quoted(portfolio: Portfolio, id: str) -> str:
    """The title of an initiative within a sentence: `“Renew in one tap”`."""
    return f"“{clipped(title_of(portfolio, id), LONGEST)}”"


def quoted_others(portfolio: Portfolio, others: Others) -> str:
    """The first of some initiatives and how many more: `“One login” and 2 more`."""
    more = f" and {others.number - 1} more" if others.number > 1 else ""
    return quoted(portfolio, others.first) + more


def clipped(text: str, longest: int) -> str:
    """Text of at most so many characters; `…` stands for the rest.

    >>> clipped("Forecast the next bill", 12)
    'Forecast th…'
    """
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class PairNames:
    """What things are called in two portfolios: as in the new one, if it still has them."""

    old: Portfolio
    new: Portfolio

    def title(self, id: str) -> str:
        """The title of an initiative, with its id where another has the same title."""
        return title_of(self.new if id in self.new.initiatives else self.old, id)

    def initiative(self, id: str) -> str:
        """The title of an initiative within a sentence."""
        return quoted(self.new if id in self.new.initiatives else self.old, id)

    def known(self, id: str) -> str:
        """The title of an initiative within a sentence; what is none, as typed."""
        ours = id in self.new.initiatives or id in self.old.initiatives
        return self.initiative(id) if ours else clipped(id, LONGEST)

    def entry(self, section: str, id: str) -> str:
        """An entry of a section: `team web`, `need “Know what I will pay”`."""
        title = self._entry_title(section, id)
        name = f"“{clipped(title, LONGEST)}”" if title else id
        return f"{_ONE[section]} {name}"

    def _entry_title(self, section: str, id: str) -> str:
        if section not in ("segments", "needs", "objectives"):
            return ""
        for portfolio in (self.new, self.old):
            entry = getattr(portfolio, section).get(id)
            if entry is not None:
                said = entry.statement if section == "needs" else entry.title
                return "" if said == id else str(said)
        return ""
