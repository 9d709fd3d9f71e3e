"""Apply fixes: replace exact stretches of a file and nothing else.

The new text is parsed again and compared with what the edits should make of the old one;
an edit that would change anything else is not made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from roadmap.diagnostics import Edit, Place, Step
from roadmap.editing.lines import file_lines, newline_of
from roadmap.reading.edit_spans import Stretch, Stretches
from roadmap.reading.tree import Tree, scalar, tree

EMPTY_LIST = "[]"
"""The one text of an edit that is more than a plain value."""
_BOM = "\ufeff"
_PLAIN = re.compile(r"[^\W_][\w./#-]*")


@dataclass(frozen=True, slots=True)
class Edited:
    """A file's new bytes, and the edits that made them."""

    data: bytes
    made: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Change:
    """An edit, the stretch that it replaces, and the text that it puts there."""

    edit: Edit
    stretch: Stretch
    text: str


def edited(file: str, data: bytes, edits: Iterable[Edit]) -> Edited:
    """A file with all edits made that change nothing but what they are about."""
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        return Edited(data)
    text = whole.removeprefix(_BOM)
    mark = whole[: len(whole) - len(text)]
    before = tree(file, data)
    if before.broken:
        return Edited(data)
    changes = _changes(data, text, edits)
    made = _made(before, text, [], changes)
    after = (mark + _changed(text, made)).encode("utf-8")
    return Edited(after, tuple(change.edit for change in made))


def _made(
    before: Tree, text: str, made: list[_Change], changes: list[_Change]
) -> list[_Change]:
    """Those of the changes that can be made beside `made` ones."""
    if _right(before, text, [*made, *changes]):
        return changes
    if len(changes) == 1:
        return []
    half = len(changes) // 2
    first = _made(before, text, made, changes[:half])
    return [*first, *_made(before, text, [*made, *first], changes[half:])]


def _changes(data: bytes, text: str, edits: Iterable[Edit]) -> list[_Change]:
    """What the edits replace, in the order of the file, no two at the same place."""
    stretches = Stretches(data, text, newline_of(text))
    changes: list[_Change] = []
    for edit in dict.fromkeys(edits):
        stretch = (
            _of_span(text, edit.place) if edit.place.span else stretches.at(edit.place)
        )
        written = _written(edit.text, stretch) if stretch else None
        if stretch and written is not None:
            changes.append(_Change(edit, stretch, written))
    changes.sort(key=lambda change: (change.stretch.start, change.stretch.end))
    kept: list[_Change] = []
    for change in changes:
        if not kept or _follows(change.stretch, kept[-1].stretch):
            kept.append(change)
    return kept


def _follows(stretch: Stretch, before: Stretch) -> bool:
    return stretch.start >= before.end and stretch.start > before.start


def _of_span(text: str, place: Place) -> Stretch | None:
    """The stretch of a place that is given by line and column: a word in a comment."""
    span, lines = place.span, file_lines(text)
    if span is None or span.line != span.end_line or span.line > len(lines):
        return None
    start = lines[span.line - 1].start
    return Stretch(start + span.column - 1, start + span.end_column - 1, ())


def _written(text: str, stretch: Stretch) -> str | None:
    """The text as it is written there, in the quotes that stand there."""
    if text == EMPTY_LIST:
        return f"{stretch.added}{text}{stretch.after}"
    plain = bool(_PLAIN.fullmatch(text)) and isinstance(scalar(text), str)
    quote = stretch.quote or ("" if plain else '"')
    if quote == '"' and ('"' in text or "\\" in text or not text.isprintable()):
        return None
    inside = text.replace("'", "''") if quote == "'" else text
    return f"{stretch.added}{quote}{inside}{quote}{stretch.after}"


def _changed(text: str, changes: Sequence[_Change]) -> str:
    pieces, at = [], 0
    for change in changes:
        pieces += [text[at : change.stretch.start], change.text]
        at = change.stretch.end
    return "".join([*pieces, text[at:]])


def _right(before: Tree, text: str, changes: Sequence[_Change]) -> bool:
    """Whether the new text says what the old one says with the edits made, no more."""
    after = tree(before.file, _changed(text, changes).encode("utf-8"))
    if after.broken or len(after.faults) > len(before.faults):
        return False
    wanted = list(before.documents)
    try:
        for change in _keys_last(changes):
            place, route = change.edit.place, change.stretch.route
            if place.span is None:
                wanted[place.document] = _with(wanted[place.document], route, change.edit)
    except _Clash:
        return False
    return after.documents == wanted


def _keys_last(changes: Sequence[_Change]) -> list[_Change]:
    """Renamed keys after values, the deepest first, so that all routes still hold."""
    return sorted(
        changes,
        key=lambda change: (change.edit.place.on_key, -len(change.stretch.route)),
    )


class _Clash(Exception):
    """A key would be there twice."""


def _with(value: Any, route: tuple[Step, ...], edit: Edit) -> Any:
    """A document in which what an edit says stands at a route."""
    if not route:
        return [] if edit.text == EMPTY_LIST else edit.text
    step, *rest = route
    if isinstance(value, list) and isinstance(step, int):
        new = _with(value[step], tuple(rest), edit)
        return [*value[:step], new, *value[step + 1 :]]
    if not isinstance(value, dict):
        raise _Clash
    if not rest and edit.place.on_key:
        if edit.text in value:
            raise _Clash
        return {edit.text if key == step else key: each for key, each in value.items()}
    return {**value, str(step): _with(value.get(str(step)), tuple(rest), edit)}
