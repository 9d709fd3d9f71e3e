"""Reserved file names beside portfolio.yaml, which hold no initiatives."""

from __future__ import annotations

from collections.abc import Collection

from roadmap.reading.endings import ENDINGS
from roadmap.reading.merged import PORTFOLIO
from roadmap.reading.portfolio_file import SECTIONS
from roadmap.reading.published import NAME as PUBLISHED


def reserved(names: Collection[str]) -> dict[str, str]:
    """The names that are reserved, of all names of a portfolio, and what they hold.

    >>> reserved(["needs.yaml", "portfolio.yaml", "pay.yaml"])
    {'portfolio.yaml': 'portfolio', 'needs.yaml': 'needs'}
    >>> reserved(["needs.yaml", "published.yaml"])
    {}
    """
    spelt = {_lower_ending(name): name for name in sorted(names) if "/" not in name}
    found = {spelt[name]: "portfolio" for name in PORTFOLIO if name in spelt}
    if found:
        for section in (*SECTIONS, PUBLISHED):
            for ending in ENDINGS:
                if section + ending in spelt:
                    found[spelt[section + ending]] = section
    return found


def _lower_ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem}{dot}{ending.lower()}"
