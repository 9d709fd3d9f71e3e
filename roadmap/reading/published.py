"""published.yaml: the dates that people were told, next to portfolio.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.model.calendar import Period
from roadmap.model.published import Published, PublishedDates
from roadmap.reading.faults import DUPLICATE_SECTION, WRONG_VALUE
from roadmap.reading.forgotten_colons import valueless
from roadmap.reading.kinds import TEXT, WHEN, mapped, number
from roadmap.reading.record import Record, key, nested
from roadmap.reading.scalars import Terms
from roadmap.reading.tree import Tree
from roadmap.reading.validated import validated

NAME = "published"
"""The name of the file, without its ending, and of its schema."""
_EXAMPLE = "{start: 2027-03-01, end: 2027-03-26, shown: Mar 2027, until: 2027-03-31}"


class PublishedDatesFile(Record):
    """The dates of an initiative, as they were told."""

    start: Period = key(WHEN, "its first day in the plan", "2027-03-01", required=True)
    end: Period = key(WHEN, "its last day in the plan", "2027-03-26", required=True)
    shown: str = key(TEXT, "the text that people read", "Mar 2027", required=True)
    until: Period = key(
        WHEN, "the last day that this text covers", "2027-03-31", required=True
    )


class PublishedFile(Record):
    """What people were told, written by `roadmap publish`."""

    format: int = key(number(1, 1, whole=True), "the version of this format", "1", 1)
    as_of: Period | None = key(WHEN, "the day as of which they were told", "2027-01-04")
    framework: str = key(
        TEXT, "how initiatives were scored", "customer-value", "customer-value"
    )
    initiatives: Mapping[str, PublishedDatesFile] = key(
        mapped(nested(PublishedDatesFile), filled=True),
        "the dates of each initiative, by id",
        f"{{bill-forecast: {_EXAMPLE}}}",
        {},
    )


@dataclass(slots=True)
class ReadPublished:
    """What was published, None where that is unknown, and the faults in its file."""

    published: Published | None = None
    faults: list[Diagnostic] = field(default_factory=list)


def read_published(trees: Sequence[Tree], terms: Terms) -> ReadPublished:
    """What files of that name hold: of several, the first one counts."""
    first, *others = trees or [Tree("")]
    found = _read(first, terms)
    for other in others:
        message, cure = f"`{first.file}` exists too, so this file is ignored", "keep one"
        place = Place(other.file)
        found.faults.append(Diagnostic(DUPLICATE_SECTION, message, place, cure=cure))
    return found


def _read(tree: Tree, terms: Terms) -> ReadPublished:
    said = [(n, each) for n, each in enumerate(tree.documents) if each is not None]
    if tree.broken or not said:
        return ReadPublished()
    number, data = said[0]
    place, faults = Place(tree.file, document=number), list[Diagnostic]()
    if len(said) > 1:
        message, cure = "only the first YAML document here is used", "merge them into one"
        at = Place(tree.file, document=said[1][0])
        faults.append(Diagnostic(WRONG_VALUE, message, at, cure=cure))
    if not isinstance(data, dict):
        message, cure = "this file must be a mapping", "write it with `roadmap publish`"
        return ReadPublished(
            None, [*faults, Diagnostic(WRONG_VALUE, message, place, cure=cure)]
        )
    checked = validated(PublishedFile, data, place, terms)
    faults += checked.faults
    stated = data.get("initiatives")
    if isinstance(stated, dict):
        faults += valueless(stated, place / "initiatives", _EXAMPLE)
    return ReadPublished(_published(checked.value, place, faults), faults)


def _published(file: PublishedFile, place: Place, faults: list[Diagnostic]) -> Published:
    dates = {}
    for id, stated in sorted(file.initiatives.items()):
        told = PublishedDates(
            id,
            stated.start.first,
            stated.end.last,
            stated.shown,
            stated.until.last,
            place / "initiatives" / id,
        )
        backward = _backward(told)
        if backward is None:
            dates[id] = told
        else:
            faults.append(backward)
    return Published(file.as_of.first if file.as_of else None, file.framework, dates)


def _backward(told: PublishedDates) -> Diagnostic | None:
    """The finding that dates run backwards, if they do."""
    order: tuple[tuple[str, Any], ...] = (
        ("start", told.start), ("end", told.end), ("until", told.until),
    )  # fmt: skip
    for (earlier, first), (later, last) in pairwise(order):
        if last < first:
            message = f"`{later}` is before `{earlier}`"
            cure = f"write a date on or after {first}"
            return Diagnostic(WRONG_VALUE, message, told.place / later, cure=cure)
    return None
