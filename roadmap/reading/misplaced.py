"""Portfolio-wide files in the wrong place."""

from __future__ import annotations

from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import MISPLACED
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.merged import PORTFOLIO
from roadmap.reading.portfolio_file import SECTIONS, PortfolioFile
from roadmap.reading.published import NAME as PUBLISHED
from roadmap.reading.tree import Tree

_SHARED = PortfolioFile.KEYS.keys() - InitiativeFile.KEYS.keys()


def named_as_shared(file: str) -> bool:
    """Whether a file has one of the names of portfolio.yaml and the files beside it.

    >>> named_as_shared("billing/needs.yaml"), named_as_shared("billing/meter.yaml")
    (True, False)
    """
    name = file.rpartition("/")[2]
    return name in PORTFOLIO or name.rpartition(".")[0] in (*SECTIONS, PUBLISHED)


def misplaced(tree: Tree) -> Diagnostic | None:
    """The finding that a file for the whole portfolio is in the wrong place, if it is.

    A file of an initiative may have any name, so the content decides.
    """
    folder, _, name = tree.file.rpartition("/")
    said = next((document for document in tree.documents if isinstance(document, dict)), {})
    if name in PORTFOLIO:
        key = next((each for each in said if each in _SHARED), None)
    else:
        key = _foreign(said)
    return None if key is None else _fault(tree.file, folder, name, key)


def _foreign(said: dict[str, Any]) -> str | None:
    """The first key of a mapping that has no key of an initiative."""
    own = any(key in InitiativeFile.KEYS or key.startswith("x-") for key in said)
    return None if own else next(iter(said), None)


def _fault(file: str, folder: str, name: str, key: str) -> Diagnostic:
    if name in PORTFOLIO:
        message = f"`{file}` is in a subfolder of the portfolio, so it is ignored"
        cure = f"move its content up, or validate `{folder}` as a portfolio of its own"
    else:
        message = f"`{name}` is not next to a `{PORTFOLIO[0]}`, so it is ignored"
        cure = "move it there" if folder else f"add a `{PORTFOLIO[0]}`; it may be empty"
    return Diagnostic(MISPLACED, message, (Place(file) / key).key, cure=cure)
