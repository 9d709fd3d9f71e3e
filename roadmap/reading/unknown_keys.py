"""Unknown keys: where they belong, or what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from roadmap.diagnostics import Diagnostic, Edit, Place, Step
from roadmap.reading.commas import Beside, quoted
from roadmap.reading.faults import UNKNOWN_KEY
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.kinds import Kind
from roadmap.reading.near import Names
from roadmap.reading.portfolio_file import PortfolioFile
from roadmap.reading.record import Record
from roadmap.reading.schema_keys import keys_at
from roadmap.reading.tracker_words import key_meant

Path = tuple[str, ...]
"""Keys and names from the top of a file; the name of a list's item is empty."""
_ENTRIES = {
    "outcomes": "NEED",
    "needs": "NEED",
    "contributes_to": "OBJECTIVE",
    "objectives": "OBJECTIVE",
    "effort": "TEAM",
    "remaining": "TEAM",
    "spent": "TEAM",
    "default_effort": "TEAM",
    "teams": "TEAM",
    "segments": "SEGMENT",
    "by_segment": "SEGMENT",
    "evidence": "EVIDENCE",
}
"""What the names in a mapping are names of."""
_WITHOUT_COLON = re.compile(r"([^\s=]+)(?:\s*=\s*|\s+)(\S.*)")
LONGEST = 200
"""Characters of the longest text that is written out in a cure."""
MOST_HOMES = 2
"""Places that are named for a key that belongs elsewhere."""


def unknown_key(
    where: Place, schema: type[Record], route: tuple[Step, ...], beside: Beside
) -> Diagnostic:
    """The finding about an unknown key at a route of a record, in the mapping `beside`."""
    key = str(where.route[-1])
    if beside.is_bare(key) and (cut := beside.cuts.get(key)):
        message = f"unknown key `{key}`: the text before it ends at the comma"
        whole = f"{cut.key}: {quoted(_short(cut.text))}"
        cure = f"put text that holds a comma in quotes: `{whole}`"
        return Diagnostic(UNKNOWN_KEY, message, where.key, cure=cure)
    known = keys_at(schema, route[:-1])
    near = known.near(key)
    own = f"start a key of your own with `x-`: `x-{key}`"
    if near is None or not near.certain:
        told = _without_colon(key, beside, known) or _elsewhere(key, schema, known)
        if told or (ours := key_meant(key, known.known)):
            cure = told or f"write {_forms(key, ours)}, or {own}"
            return Diagnostic(UNKNOWN_KEY, f"unknown key `{key}`", where.key, cure=cure)
    did = f"; did you mean `{near.name}`?" if near else ""
    cure = f"write `{near.name}`, or {own}" if near else f"remove it, or {own}"
    edits = (Edit(where.key, near.name, near.certain),) if near and near.sure else ()
    message = f"unknown key `{key}`{did}"
    return Diagnostic(UNKNOWN_KEY, message, where.key, cure=cure, edits=edits)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _without_colon(key: str, beside: Beside, known: Names) -> str:
    """How to write `people 3`, whose colon was forgotten; empty if that is not it."""
    match = _WITHOUT_COLON.fullmatch(key)
    if match is None or not beside.is_bare(key):
        return ""
    return f"write `{match[1]}: {match[2]}`" if match[1] in known.known else ""


def _elsewhere(key: str, schema: type[Record], known: Names) -> str:
    """Where a key belongs that the format knows in another place; empty if in none."""
    ours = key_meant(key)
    if set(ours) & set(known.known):
        return ""
    here, there = InitiativeFile, PortfolioFile
    if not issubclass(schema, InitiativeFile):
        here, there = there, here  # type: ignore[assignment]
    for name in (key, *ours):
        if homes := _homes(here, name) or _homes(schema, name):
            return _belongs(key, name, homes, "")
        if homes := _homes(there, name):
            file = "portfolio.yaml" if there is PortfolioFile else "an initiative's file"
            return _belongs(key, name, homes, file)
    return ""


def _belongs(key: str, name: str, homes: tuple[Path, ...], file: str) -> str:
    subject = f"`{key}`" if key == name else f"`{key}` is `{name}` here, which"
    if () in homes:
        place = f"in {file}" if file else "at the top, as a key of its own"
        return f"{subject} belongs {place}"
    under = " or ".join(f"`{_written(home, name)}`" for home in homes[:MOST_HOMES])
    return f"{subject} belongs under {under}{f' in {file}' if file else ''}"


def _written(home: Path, name: str) -> str:
    """A key with all that it lies under: `outcomes: {NEED: {impact: …}}`."""
    text = f"{name}: …"
    for step in reversed(home):
        braced = text if text.startswith("[") else f"{{{text}}}"
        text = f"{step}: {braced}" if step else f"[{braced}]"
    return text


def _forms(key: str, ours: tuple[str, ...]) -> str:
    """Our keys to choose from; a word for a relation goes under `relations`."""
    relation = "-".join(key.replace("_", " ").lower().split())
    return f"`relations: {{{relation}: …}}`" if ours == ("relations",) else _either(ours)


def _either(names: tuple[str, ...]) -> str:
    return " or ".join(f"`{name}`" for name in names)


_INDEXES: dict[type[Record], Mapping[str, tuple[Path, ...]]] = {}


def _homes(root: type[Record], name: str) -> tuple[Path, ...]:
    """The paths of the mappings that know a key, those nearest to the top first."""
    if root not in _INDEXES:
        _INDEXES[root] = _index(root)
    return _INDEXES[root].get(name, ())


def _index(root: type[Record]) -> Mapping[str, tuple[Path, ...]]:
    paths: dict[str, tuple[Path, ...]] = {}
    seen: set[type[Record]] = set()
    level: list[tuple[Path, type[Record]]] = [((), root)]
    while level:
        below: list[tuple[Path, type[Record]]] = []
        for path, record in level:
            for name, key in record.KEYS.items():
                paths[name] = (*paths.get(name, ()), path)
                inner = next(_records(key.kind, (*path, name)), None)
                if inner is not None:
                    below.append(inner)
        level = [each for each in below if each[1] not in seen]
        seen |= {record for _, record in level}
    return paths


def _records(kind: Kind, path: Path) -> Iterator[tuple[Path, type[Record]]]:
    """The records that a value can be, each with its path."""
    if kind.record is not None:
        yield path, kind.record
    if kind.of is not None:
        step = _ENTRIES.get(path[-1], "NAME") if kind.name == "map" else ""
        yield from _records(kind.of, (*path, step))
    for form in kind.forms:
        yield from _records(form, path)
