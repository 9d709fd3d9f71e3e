"""Small portfolios in one expression, and their plans, for cases worked out by hand."""

from __future__ import annotations

import json
from typing import Any

from tests.answers import answer
from tests.plan_checker import violations

ALONE = {"people": 1}
START = "2027-01-04"  # a Monday
CROWD = {
    "portfolio.yaml": "start: 2027-01-04\nvision: V\n",
    "many.yaml": "\n".join(
        f"- {{id: i{n}, title: Part {n}, effort: {n % 5 + 1}w, depends_on: [],"
        f" outcomes: {{quick: {level}}}}}"
        for n, level in enumerate(["low", "high", "medium"] * 3)
    ),
}
"""As few as are searched for: fewer are tried in every order."""


def portfolio(*initiatives: dict[str, Any], **shared: Any) -> dict[str, str]:
    """Files that hold these initiatives; one person in one team unless said otherwise."""
    defaults = {"start": START, "framework": "value-effort", "teams": {"web": ALONE}}
    kept = {key: value for key, value in (defaults | shared).items() if value is not None}
    return {
        "portfolio.yaml": json.dumps(kept),
        "initiatives.yaml": json.dumps(list(initiatives)),
    }


def work(
    id: str = "a", effort: Any = None, *, value: float | None = 1, **keys: Any
) -> dict[str, Any]:
    """An initiative worth a point a week, so that an earlier end is always better."""
    found = {"id": id, "title": id, "effort": effort, **keys}
    if value is not None:
        found["value-effort"] = {"value": value}
    return {key: given for key, given in found.items() if given is not None}


def planned(files: dict[str, str], *args: str) -> dict[str, Any]:
    """The answer of `roadmap plan`, in which the checker finds nothing wrong."""
    found = answer("plan", files, *args)
    as_of = args[args.index("--as-of") + 1] if "--as-of" in args else None
    assert violations(files, found, as_of=as_of, ideas="--ideas" in args) == []
    return found


def rows(files: dict[str, str], *args: str) -> dict[str, Any]:
    """The planned initiatives by id."""
    return {row["id"]: row for row in planned(files, *args)["initiatives"]}


def slots(files: dict[str, str], *args: str) -> dict[str, tuple[int, int]]:
    """First day and end day (exclusive) of each initiative."""
    return {
        id: (row["start_day"], row["end_day"]) for id, row in rows(files, *args).items()
    }


def slot(*initiatives: dict[str, Any], **shared: Any) -> tuple[int, int]:
    """First day and end day (exclusive) of initiative `a`."""
    return slots(portfolio(*initiatives, **shared))["a"]
