"""Imports in words: why an export is refused, what was noticed, and why things are lost."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from roadmap.importers.export import Lost, Missing, Note, Refusal, Remark
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.names import clipped

LONGEST = 40
WHY = {
    Lost.NO_PLACE: "no matching key; --keep or --map takes it",
    Lost.PERSONAL: "account id or address of a person",
    Lost.REPEATED: "another column says the same",
    Lost.EMPTY: "no row has a value",
    Lost.SHORTENED: "only the beginning is kept",
    Lost.POINTS: "how much work is a point? --points 1=1w says it",
    Lost.SIZES: "how much work is it? --size M=3w says it",
    Lost.NO_TEAM: "whose work is it? --team says it",
    Lost.FOLDED: "of items inside an initiative; --flat keeps them",
    Lost.VOLATILE: "changes with every edit in the tracker",
    Lost.UNUSED: "means nothing in this status",
    Lost.UNUSABLE: "no file can hold the value",
}
_REFUSED = {
    Missing.NOT_RECOGNISED: "is not recognised as the export of a tracker",
    Missing.TITLE: "has no column of titles",
    Missing.TRANSITIONS: "is a log of status changes, not a backlog",
    Missing.ITEMS: "holds no items",
    Missing.BROKEN: "cannot be read as an export",
    Missing.TOO_LARGE: "is too large",
}


def refusal_text(refusal: Refusal) -> str:
    """Why a file is not imported, in one sentence that goes on after its name."""
    said = _REFUSED[refusal.why]
    detail = [clipped(" ".join(each.split()), LONGEST) for each in refusal.detail]
    match refusal.why:
        case Missing.NOT_RECOGNISED:
            names = f": {', '.join(detail)}" if detail else ""
            return f"{said}; --from NAME says which one it is{names}"
        case Missing.TITLE:
            there = (
                f" among {listed([f'`{name}`' for name in detail], 8)}" if detail else ""
            )
            return f"{said}{there}; --map title=HEADER names it"
        case _:
            line = f" (line {refusal.line})" if refusal.line else ""
            more = f": {listed(detail, 8)}" if detail else ""
            return f"{said}{line}{more}"


def note_text(note: Note) -> str:
    """One remark of a source, as a sentence."""
    number, names = note.count, _named(note.detail)
    match note.remark:
        case Remark.DELIMITER:
            return f"Columns are taken to be separated by {_sign(note.detail)}."
        case Remark.ENCODING:
            return f"The text is taken to be {listed(note.detail)}."
        case Remark.PREAMBLE:
            return f"Skipped {count(number, 'line')} above the header."
        case Remark.WITHOUT_TITLE:
            return f"Left out {count(number, 'row')} without a title{names}."
        case Remark.REPEATED_KEY:
            return f"Left out {count(number, 'item')} whose key another one has{names}."
        case Remark.DELETED:
            return f"Left out {count(number, 'item')} that the tracker has deleted{names}."
        case Remark.INCOMPLETE:
            there = f": {listed(note.detail)}" if note.detail else ""
            return (
                f"The export says that it is incomplete{there}. Export it with a limit "
                "above that."
            )
        case Remark.UNREAD:
            return f"Could not read {count(number, 'part')} of the export{names}."
        case Remark.LENIENT:
            return f"Read {count(number, 'file')} with invalid front matter anyway{names}."
        case Remark.DAY_OR_MONTH:
            said = f"Left out {count(number, 'date')} that could be read in two ways{names}"
            return f"{said}: add --day-first or --month-first."
        case Remark.UNREAD_DATE:
            said = f"Left out {count(number, 'date')} that cannot be read{names}"
            return f"{said}{_months(note.detail)}."
        case Remark.UNREAD_ESTIMATE:
            return f"Left out {count(number, 'estimate')} that cannot be read{names}."
        case Remark.NO_LINKS:
            return "The export holds no dependencies."
        case Remark.ARCHIVED:
            return f"Left out {count(number, 'archived item')}{names}."


def value_text(value: Any) -> str:
    """A value as people read it in a table: `Ana, Ben`, `–` for none."""
    if value in (None, "", [], {}):
        return "–"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {value_text(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(value_text, value))
    return clipped(str(value), 80)


def _months(detail: Sequence[str]) -> str:
    """How to read months that are words, where what knows them is not installed."""
    words = any(sign.isalpha() for text in detail for sign in text)
    missing = words and find_spec("babel") is None
    return "; `customer-roadmap[import]` reads months in other languages" if missing else ""


def _named(names: Sequence[str]) -> str:
    short = [clipped(" ".join(name.split()), LONGEST) for name in names if name.strip()]
    return f" ({listed(short)})" if short else ""


def _sign(detail: Sequence[str]) -> str:
    return f"{detail[0]}s" if detail else "commas"
