"""What CI workflows install: the version of roadmap that wrote them, if pip knows it."""

from __future__ import annotations

import json
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

PACKAGE = "customer-roadmap"
REPOSITORY = "https://github.com/customer-roadmap/roadmap"
REVISION = "3cab4fde213618ab07efd42400b372b07949072e"
"""A commit of the repository, for copies whose own commit pip does not know."""


def source() -> str:
    """What pip should install: a release if it came from an index, otherwise a commit.

    No release is on the index yet, so a name and version would install nothing, or what
    somebody else puts there first.
    """
    try:
        installed = distribution(PACKAGE)
    except PackageNotFoundError:
        return _archive(REVISION)
    said = _origin(installed)
    if said is None:
        return f"{PACKAGE}=={installed.version}"
    ours = str(said.get("url", "")).removesuffix(".git") == REPOSITORY
    commit = said.get("vcs_info", {}).get("commit_id") if ours else None
    return _archive(commit or REVISION)


def _origin(found: Distribution) -> dict[str, Any] | None:
    """Where pip got a package from; None for an index. PEP 610."""
    text = found.read_text("direct_url.json")
    return None if text is None else json.loads(text)


def _archive(revision: str) -> str:
    return f"{REPOSITORY}/archive/{revision}.zip"
