"""Items become drafts of initiatives: counted, folded, with all that is lost on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from roadmap.importers.choices import Choices
from roadmap.importers.draft import ORDER, Draft
from roadmap.importers.export import Dropped, Export, Note, Remark
from roadmap.importers.fields import Folding, fields_of, kept_key, unclear
from roadmap.importers.item import Item
from roadmap.importers.levels import Levels, levels
from roadmap.importers.links import InitiativeLinks, linked
from roadmap.importers.losses import Losses
from roadmap.importers.priorities import impact_of
from roadmap.importers.references import (
    Outside,
    References,
    Says,
    references,
    without,
)
from roadmap.importers.statuses import status_of, unknown_status
from roadmap.importers.texts import one_line
from roadmap.model.initiative import Status


@dataclass(frozen=True, slots=True)
class Counts:
    """What an export holds: items, deleted ones too, and how many say what.

    `links` are distinct pairs, `parents` items that name one, wherever they lead. `done`
    is what is delivered.
    """

    items: int = 0
    links: int = 0
    parents: int = 0
    estimates: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class Drafted:
    """The drafts of an export, and everything that it could not say in them.

    `keys` are those of all items. `outside` are names of items that are not in the export.
    `circles` are groups of links between drafts, as pairs of what waits and what it waits
    for. `inside` counts links between the items of one initiative.
    """

    source: str
    drafts: tuple[Draft, ...]
    counts: Counts
    levels: Levels
    keys: tuple[str, ...] = ()
    outside: tuple[Outside, ...] = ()
    circles: tuple[tuple[tuple[str, str], ...], ...] = ()
    inside: int = 0
    looped: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    statuses: Mapping[str, int] = field(default_factory=dict)
    priorities: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def drafted(export: Export, choices: Choices) -> Drafted:
    """What becomes of an export."""
    every = _sound((*export.items, *export.deleted))
    gone = {item.key for item in _sound(export.deleted)}
    items = tuple(item for item in every if item.key not in gone)
    whole = references(every)
    names = without(whole, gone)
    found = levels(items, names.parents, choices)
    links = linked(names, found.homes)
    losses = Losses(export.dropped)
    drafts = tuple(
        _draft(group, names, links, found, choices, losses)
        for group in _groups(items, found).values()
    )
    return Drafted(
        export.source,
        drafts,
        _counts(every, whole, choices),
        found,
        tuple(item.key for item in items),
        names.outside,
        links.circles,
        links.inside,
        names.looped,
        losses.told(),
        _unknown_statuses(items, choices),
        _unknown_priorities(items, choices),
        (*export.notes, *_twice(export, every)),
    )


def _sound(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items whose keys files can hold; of several with the same key the first."""
    found: dict[str, Item] = {}
    for item in items:
        key = one_line(item.key) or item.title
        if key != item.key:
            item = replace(item, key=key, aliases=(*item.aliases, item.key))
        found.setdefault(key, item)
    return tuple(found.values())


def _twice(export: Export, kept: tuple[Item, ...]) -> tuple[Note, ...]:
    lost = len(export.items) + len(export.deleted) - len(kept)
    return (Note(Remark.REPEATED_KEY, lost),) if lost else ()


def _groups(items: tuple[Item, ...], found: Levels) -> dict[str, Folding]:
    """The initiatives in the order of the export, each with what folds into it."""
    whole = {item.key: item for item in items}
    groups = {
        item.key: Folding(item, []) for item in items if found.homes[item.key] == item.key
    }
    for item in items:
        home = found.homes[item.key]
        if home != item.key:
            groups[home].children.append(whole[item.key])
    return groups


def _draft(
    group: Folding,
    names: References,
    links: InitiativeLinks,
    found: Levels,
    choices: Choices,
    losses: Losses,
) -> Draft:
    item = group.item
    said = fields_of(group, choices, losses)
    parent = names.parents.get(item.key)
    said["parent"] = found.homes[parent] if parent else links.parents.get(item.key)
    said["depends_on"] = list(links.depends_on.get(item.key, ()))
    said["relations"] = links.relations.get(item.key)
    said["x-links"] = links.elsewhere.get(item.key)
    kept = {key: value for key, value in _in_order(said) if value not in (None, "", [], {})}
    return Draft(
        item.key,
        str(kept.get("title", "")),
        one_line(item.url, 2000),
        kept,
        unclear(group, said, choices),
        frozenset(map(kept_key, choices.keep)),
    )


def _in_order(said: dict[str, object]) -> list[tuple[str, object]]:
    own = [key for key in said if key not in ORDER]
    return [(key, said[key]) for key in (*ORDER, *own) if key in said]


def _counts(items: tuple[Item, ...], names: References, choices: Choices) -> Counts:
    away = sum(outside.says in (Says.DEPENDS_ON, Says.BLOCKS) for outside in names.outside)
    return Counts(
        items=len(items),
        links=len(names.links) + away,
        parents=sum(bool(item.parent.strip()) for item in items),
        estimates=sum(item.estimate is not None for item in items),
        done=sum(status_of(item, choices) is Status.DELIVERED for item in items),
    )


def _unknown_statuses(items: tuple[Item, ...], choices: Choices) -> Mapping[str, int]:
    words = (one_line(item.status) for item in items if unknown_status(item, choices))
    return _most_first(Counter(words))


def _unknown_priorities(items: tuple[Item, ...], choices: Choices) -> Mapping[str, int]:
    if choices.priority_need is None:
        return {}
    said = (one_line(item.priority) for item in items if item.priority.strip())
    return _most_first(Counter(word for word in said if impact_of(word) is None))


def _most_first(counts: Counter[str]) -> Mapping[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
