"""The name that was probably meant by one that does not exist."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

SHORTEST = 3
"""Letters of the shortest name in which a typing error can be recognised."""
MOST = 1000
"""Names that are compared letter by letter at most, so that many faults stay fast."""


@dataclass(frozen=True, slots=True)
class Near:
    """A name that may have been meant.

    `certain`: the only one that differs just in case, Unicode form, or `-` and `_`;
    `close`: the only one that is a single typing error away.
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
        """The name that was most likely meant; None where none is similar.

        >>> Names(["bill-forecast", "meter-photo"]).near("Bill_Forecast")
        Near(name='bill-forecast', certain=True, close=False)
        >>> Names(["bill-forecast", "meter-photo"]).near("bil-forecast")
        Near(name='bill-forecast', certain=False, close=True)
        """
        folded = fold(wanted)
        if same := self._folded.get(folded):
            return Near(same[0], certain=len(same) == 1)
        one_away = self._one_away(folded) if len(folded) >= SHORTEST else []
        if one_away:
            return Near(one_away[0], close=len(one_away) == 1)
        from difflib import get_close_matches

        alike = get_close_matches(folded, self._alike(folded), 1, 0.6)
        return Near(self._folded[alike[0]][0]) if alike else None

    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self.known):
            found[fold(name)].append(name)
        return dict(found)

    @cached_property
    def _shortened(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for folded in self._folded:
            for short in {folded, *_without_one(folded)}:
                found[short].append(folded)
        return dict(found)

    def _one_away(self, folded: str) -> list[str]:
        met = dict.fromkeys(
            known
            for short in (folded, *_without_one(folded))
            for known in self._shortened.get(short, ())
        )
        found = sorted(known for known in met if _one_edit(folded, known))
        return [name for known in found for name in self._folded[known]]

    def _alike(self, folded: str) -> list[str]:
        if len(self._folded) <= MOST:
            return list(self._folded)
        return [known for known in self._folded if known[:2] == folded[:2]][:MOST]


def fold(name: str) -> str:
    """A name without differences in case, Unicode form, or between `-` and `_`."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return folded.replace("_", "-")


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
