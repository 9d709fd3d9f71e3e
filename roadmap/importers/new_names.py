"""Ids and file names for new initiatives: readable, unique, and safe on every system."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from roadmap.importers.draft import Draft
from roadmap.reading.ids import complaint
from roadmap.reading.naming import free_id, id_of, portable

LONGEST_ID = 48
"""Characters of an id that is made of a long title, cut between words."""
LONGEST_BYTES = 180
"""Bytes of a name, which leaves room for a number and an ending."""
_KEPT = ("scenarios", "judgements", "published")
"""Names beside `portfolio.yaml` that are kept for something other than initiatives."""


class NewNames:
    """Gives ids and files that nothing else has, ignoring case."""

    def __init__(self, ids: Iterable[str], files: Iterable[str]) -> None:
        self._ids = {id.casefold() for id in ids}
        self._files = {file.casefold() for file in files}

    def named(self, draft: Draft) -> tuple[str, str]:
        """An id and the relative path of a file for an initiative, then taken."""
        folder = theme_folder(draft.theme)
        key = _usable(id_of(draft.key))
        base = _usable(_short(id_of(draft.title))) or key or "initiative"
        keyed = base if not key or key == base else _usable(f"{base}-{key}")
        for candidate in (base, keyed):
            if self._free(candidate, folder):
                return self._taken(candidate, folder)
        numbered = (f"{keyed}-{number}" for number in count(2))
        return self._taken(next(n for n in numbered if self._free(n, folder)), folder)

    def _free(self, id: str, folder: str) -> bool:
        if complaint(id) or id.casefold() in self._ids:
            return False
        stem = f"{folder}{id}".casefold()
        return not ({f"{stem}.yaml", f"{stem}.yml"} & self._files)

    def _taken(self, id: str, folder: str) -> tuple[str, str]:
        file = f"{folder}{id}.yaml"
        self._ids.add(id.casefold())
        self._files.add(file.casefold())
        return id, file


def theme_folder(theme: str) -> str:
    """The folder of a theme, with a slash behind it; empty for none.

    >>> theme_folder("Billing & Payments"), theme_folder("Core/Search"), theme_folder("aux")
    ('billing-payments/', 'core/search/', 'aux-2/')
    """
    parts = filter(None, (_usable(id_of(part)) for part in re.split(r"[/\\]", theme)))
    found = [f"{part}-2" if part in _KEPT else part for part in parts]
    return "".join(f"{part}/" for part in found[:3])


def _short(id: str) -> str:
    """An id cut between words.

    >>> _short("view-to-create-a-guideline-catalog-for-box-and-team-budgets")
    'view-to-create-a-guideline-catalog-for-box-and'
    """
    if len(id) <= LONGEST_ID:
        return id
    return id[: LONGEST_ID + 1].rpartition("-")[0] or id[:LONGEST_ID]


def _usable(name: str) -> str:
    """A name as short as files allow, and none that is kept for others."""
    while len(name.encode("utf-8", "replace")) > LONGEST_BYTES:
        name = name[:-1]
    name = free_id(name.strip("-"))
    return name if name != "-2" and portable(f"{name}.yaml") and not complaint(name) else ""
