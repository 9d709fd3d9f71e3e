"""Files whose names mean something beside portfolio.yaml only, where they mean nothing."""

from __future__ import annotations

from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import MISPLACED
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.merged import PORTFOLIO
from roadmap.reading.portfolio_file import SECTIONS, PortfolioFile
from roadmap.reading.tree import Tree

_SHARED = PortfolioFile.KEYS.keys() - InitiativeFile.KEYS.keys()


def named_as_shared(file: str) -> bool:
    """Whether a file bears a name that means something beside portfolio.yaml.

    >>> named_as_shared("billing/needs.yaml"), named_as_shared("billing/meter.yaml")
    (True, False)
    """
    name = file.rpartition("/")[2]
    return name in PORTFOLIO or name.rpartition(".")[0] in SECTIONS


def misplaced(tree: Tree) -> Diagnostic | None:
    """That a file holds what is shared, where nobody looks for it; else None.

    An initiative may have any name: what the file says decides.
    """
    folder, _, name = tree.file.rpartition("/")
    said = next((each for each in tree.documents if isinstance(each, dict)), {})
    if name in PORTFOLIO:
        key = next((each for each in said if each in _SHARED), None)
    else:
        key = _foreign(said)
    return None if key is None else _fault(tree.file, folder, name, key)


def _foreign(said: dict[str, Any]) -> str | None:
    """The first key of a mapping in which no key is an initiative's."""
    own = any(key in InitiativeFile.KEYS or key.startswith("x-") for key in said)
    return None if own else next(iter(said), None)


def _fault(file: str, folder: str, name: str, key: str) -> Diagnostic:
    if name in PORTFOLIO:
        message = f"`{file}` is below the portfolio's own folder; it is ignored"
        cure = f"move what it says up, or check `{folder}` as a portfolio of its own"
    else:
        message = f"`{name}` counts only beside `{PORTFOLIO[0]}`; it is ignored"
        cure = "move it there" if folder else f"add a `{PORTFOLIO[0]}`; it may be empty"
    return Diagnostic(MISPLACED, message, (Place(file) / key).key, cure=cure)
