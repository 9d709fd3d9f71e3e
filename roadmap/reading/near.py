"""Suggest an existing name for one that does not exist."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

SHORTEST = 3
"""Letters of the shortest name in which a typing error can be recognised."""
LONGEST = 100
"""Letters of the longest one: each name is kept once for each letter left out."""
COMPARED = 500
"""Names that a mistyped one is compared with, where no slip of the finger explains it."""


@dataclass(frozen=True, slots=True)
class Near:
    """A name that may have been meant.

    `certain`: the only one that differs just in case, Unicode form, or in `-`, `_` and
    spaces; `close`: the only one that is a single typing error away.
    """

    name: str
    certain: bool = False
    close: bool = False

    @property
    def sure(self) -> bool:
        """Whether it can replace the name in the file."""
        return self.certain or self.close


@dataclass(frozen=True)
class Names:
    """The names that exist, indexed for comparison with one that does not."""

    known: Collection[str]

    def near(self, wanted: str) -> Near | None:
        """The known name that `wanted` is probably a typo of; None if there is none.

        A typo is different case, `-` or a space for `_`, or one letter added, missing,
        changed or swapped. Names that merely look alike may mean the opposite.

        >>> Names(["bill-forecast", "meter-photo"]).near("Bill_Forecast")
        Near(name='bill-forecast', certain=True, close=False)
        >>> Names(["bill-forecast", "meter-photo"]).near("bil-forecast")
        Near(name='bill-forecast', certain=False, close=True)
        """
        if wanted not in self._asked:
            self._asked[wanted] = self._nearest(wanted)
        return self._asked[wanted]

    @cached_property
    def _asked(self) -> dict[str, Near | None]:
        """The answers so far: a portfolio asks for the same few words in every file."""
        return {}

    def _nearest(self, wanted: str) -> Near | None:
        folded = fold(wanted)
        if same := self._folded.get(folded):
            return Near(same[0], certain=len(same) == 1)
        one_away = self._one_away(folded) if SHORTEST <= len(folded) <= LONGEST else []
        return Near(one_away[0], close=len(one_away) == 1) if one_away else None

    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self.known):
            names[fold(name)].append(name)
        return dict(names)

    @cached_property
    def _shortened(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for folded in filter(_short_enough, self._folded):
            for short in {folded, *_without_one(folded)}:
                names[short].append(folded)
        return dict(names)

    def _one_away(self, folded: str) -> list[str]:
        met = dict.fromkeys(
            known
            for short in (folded, *_without_one(folded))
            for known in self._shortened.get(short, ())
        )
        found = sorted(known for known in met if _one_edit(folded, known))
        return [name for known in found for name in self._folded[known]]


def nearest(wanted: str, names: Collection[str]) -> str:
    """The name that is most like a word; empty where none is like it.

    For what somebody types and sees at once; what a file means is never guessed like this.
    Comparing two names takes time that grows with the square of their length, so a slip of
    the finger is looked up first, and then few and short names are compared.

    >>> nearest("teams", ["holidays", "team-web"])
    'team-web'
    """
    from difflib import get_close_matches

    if not wanted or len(wanted) > LONGEST:
        return ""
    if near := Names(names).near(wanted):
        return near.name
    short = sorted(
        (name for name in names if len(name) <= LONGEST),
        key=lambda name: abs(len(name) - len(wanted)),
    )
    within = (name for name in names if wanted in name)
    return next(iter([*get_close_matches(wanted, short[:COMPARED], 1, 0.6), *within]), "")


def fold(name: str) -> str:
    """A name normalised for comparison: case, Unicode form, and `-`, `_` and spaces."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return "-".join(folded.replace("_", "-").split())


def _short_enough(folded: str) -> bool:
    return len(folded) <= LONGEST + 1


def _without_one(text: str) -> Iterator[str]:
    return (text[:i] + text[i + 1 :] for i in range(len(text)))


def _one_edit(one: str, other: str) -> bool:
    """Whether a letter added, dropped or replaced, or two swapped, makes them equal."""
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return len(other) - len(one) == 1
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at + 1 : at + 2] + one[at] + one[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped == other[at:]
