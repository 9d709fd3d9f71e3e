"""What a report shows to whom, and the files that it goes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.exits import stop, unknown

if TYPE_CHECKING:
    from roadmap.views.part import Audience


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What a report shows to whom, and what becomes of it.

    `views` are empty where the audience's usual ones are meant; `command` is how the
    same is asked for again, without `--check`.
    """

    views: tuple[str, ...]
    audience: Audience
    all: bool = False
    force: bool = False
    check: bool = False
    command: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it is (None: there is none) and as it should be."""

    path: Path
    before: str | None
    after: str


def known_views(names: Iterable[str], audience: Audience, at: str = "") -> tuple[str, ...]:
    """The names of the views; stops if one of them cannot be shown."""
    from roadmap.views.pages.report import names_for, parts

    known, shown, found = parts(), names_for(audience), tuple(names)
    for name in found:
        if name not in known:
            unknown("view", name, known, at)
        if name not in shown:
            these = ", ".join(shown)
            stop(f"{at}customers do not see the view `{name}`, but these: {these}")
    return found
