"""Which items become initiatives, and which fold into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roadmap.importers.choices import Choices
from roadmap.importers.item import Item

EPICS = 1


@dataclass(frozen=True, slots=True)
class Levels:
    """The home of every item: the key of the initiative that it becomes part of.

    `chosen` is the level or kind that was looked for, None where the highest items become
    initiatives, or all do (`flat`). `at_level` counts the initiatives of that level,
    `there` are the levels and kinds that could be chosen.
    """

    homes: Mapping[str, str]
    chosen: int | str | None = None
    flat: bool = False
    at_level: int = 0
    there: tuple[str, ...] = ()

    @property
    def folded(self) -> int:
        """How many items are part of another one's initiative."""
        return sum(key != home for key, home in self.homes.items())


def levels(items: tuple[Item, ...], parents: Mapping[str, str], choices: Choices) -> Levels:
    """The homes of all items: epics by default, otherwise the highest items."""
    if choices.flat:
        return Levels({item.key: item.key for item in items}, flat=True)
    chosen = choices.level
    if chosen is None and any(item.level == EPICS for item in items):
        chosen = EPICS
    heights = _heights(items, parents)
    fitting = {item.key for item in items if _fits(item, chosen, heights)}
    above = _above(parents, chosen, fitting, heights)
    homes: dict[str, str] = {}
    for item in items:
        _settle(item.key, parents, fitting, above, homes)
    ordered = {item.key: homes[item.key] for item in items}
    there = [*map(str, sorted({*heights.values()} - {-1})), *_kinds(items)]
    return Levels(ordered, chosen, at_level=len(fitting), there=tuple(there))


def _kinds(items: tuple[Item, ...]) -> list[str]:
    return sorted({item.kind.strip() for item in items if item.kind.strip()})


def _heights(items: tuple[Item, ...], parents: Mapping[str, str]) -> Mapping[str, int]:
    """The level of every item; where the tracker knows none, how deep it is nested."""
    if any(item.level is not None for item in items):
        return {item.key: -1 if item.level is None else item.level for item in items}
    found = {item.key: 0 for item in items}
    for key in reversed(_downwards(found, parents)):
        if key in parents:
            found[parents[key]] = max(found[parents[key]], found[key] + 1)
    return found


def _downwards(keys: Iterable[str], parents: Mapping[str, str]) -> list[str]:
    """All keys, parents before their children."""
    children: dict[str, list[str]] = {}
    order = []
    for key in keys:
        if key in parents:
            children.setdefault(parents[key], []).append(key)
        else:
            order.append(key)
    for key in order:  # which grows on the way
        order += children.get(key, ())
    return order


def _fits(item: Item, chosen: int | str | None, heights: Mapping[str, int]) -> bool:
    if isinstance(chosen, str):
        return item.kind.strip().casefold() == chosen.strip().casefold()
    return chosen is not None and heights[item.key] == chosen


def _above(
    parents: Mapping[str, str],
    chosen: int | str | None,
    fitting: set[str],
    heights: Mapping[str, int],
) -> set[str]:
    """The items into which nothing folds, as they stand above the chosen level."""
    found = set[str]()
    if isinstance(chosen, int):
        found = {key for key, height in heights.items() if height > chosen}
    for key in fitting:
        at = parents.get(key)
        while at is not None and at not in found:
            found.add(at)
            at = parents.get(at)
    return found - fitting


def _settle(
    key: str,
    parents: Mapping[str, str],
    fitting: set[str],
    above: set[str],
    homes: dict[str, str],
) -> None:
    """Find the home of an item and of all on the way to it."""
    path = []
    while key not in homes:
        path.append(key)
        parent = parents.get(key)
        if key in fitting or key in above or parent is None or parent in above:
            homes[key] = key
            break
        key = parent
    for each in path:
        homes[each] = homes[key]
