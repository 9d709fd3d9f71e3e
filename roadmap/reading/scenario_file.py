"""The keys of a scenario file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from roadmap.reading.initiative_file import TEXTS
from roadmap.reading.kinds import ANYTHING, TEXT, either, mapped
from roadmap.reading.record import Record, key


class ScenarioFile(Record):
    """A scenario: a portfolio that could be, told by what differs from today's."""

    title: str = key(TEXT, "what people call it", "A third person in data", "")
    why: str = key(
        TEXT, "why anybody would want it, in a sentence", "Data is the bottleneck", ""
    )
    based_on: str | None = key(
        TEXT, "the scenario that it starts from, by the name of its file", "more-people"
    )
    set_: Mapping[str, Any] = key(
        mapped(ANYTHING),
        "values that are different, by their paths",
        "{teams.data.people: 3}",
        {},
    )
    drop: Sequence[str] | str = key(
        either(TEXTS, TEXT),
        "initiatives that are not done, by their ids",
        "[neighbourhood-battery]",
        (),
    )
    add: Any = key(
        ANYTHING,
        "initiatives that are new: one, or a list, each with an `id`",
        "[{id: hire, title: Bring in a contractor, effort: {data: 2w}}]",
    )
