"""The owners of an initiative: one under `owner`, or several under `owners`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import WRONG_VALUE
from roadmap.reading.initiative_file import InitiativeFile


def owners(file: InitiativeFile) -> tuple[str, ...]:
    """The owners, each once, in the order of the file; `owners` wins over `owner`."""
    return tuple(dict.fromkeys(filter(None, file.owners or [file.owner])))


def stated_twice(data: Mapping[str, Any], place: Place) -> Iterator[Diagnostic]:
    """The finding about an `owner` next to `owners`."""
    if data.get("owner") and data.get("owners"):
        message = "`owner` is ignored, because `owners` is given too"
        cure = "name everybody under `owners`, and remove `owner`"
        others = (((place / "owners").key, "used here"),)
        yield Diagnostic(WRONG_VALUE, message, (place / "owner").key, others, cure)
