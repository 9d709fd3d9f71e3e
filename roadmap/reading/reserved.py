"""Files beside portfolio.yaml whose names say what they hold, and so no initiatives."""

from __future__ import annotations

from collections.abc import Collection

from roadmap.reading.merged import PORTFOLIO
from roadmap.reading.portfolio_file import SECTIONS


def reserved(names: Collection[str]) -> dict[str, str]:
    """The names that are reserved, of all names of a portfolio, and what they hold.

    >>> reserved(["needs.yaml", "portfolio.yaml", "pay.yaml"])
    {'portfolio.yaml': 'portfolio', 'needs.yaml': 'needs'}
    >>> reserved(["needs.yaml"])
    {}
    """
    found = {name: "portfolio" for name in PORTFOLIO if name in names}
    if found:
        for section in SECTIONS:
            for ending in (".yaml", ".yml"):
                if section + ending in names:
                    found[section + ending] = section
    return found
