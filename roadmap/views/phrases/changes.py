"""A change in words: what somebody edited, as the cause of something."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from roadmap.model.initiative import Status
from roadmap.scoring.figures import apart
from roadmap.studies.change import INITIATIVES, PORTFOLIO, Change, ChangeKind, Detail
from roadmap.studies.own_keys import PUBLISHED
from roadmap.views.phrases.commitments import mandatory
from roadmap.views.phrases.effort_changes import effort_change
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.file_values import in_full, written
from roadmap.views.phrases.names import PairNames, clipped

LONGEST = 120
_NOW = {
    Status.IDEA: "an idea",
    Status.IN_PROGRESS: "in progress",
}
_WORDS = {
    "because": "reason",
    "contributes_to": "contributions",
    "created": "creation date",
    "delivered": "delivery date",
    "depends_on": "dependencies",
    "must": "mandatory status",
    "not_before": "earliest start",
    "promised": "commitment",
    "spent": "actual effort",
    "updated": "update date",
}
"""Keys whose words on a page are others than in a file."""
_DOING = {ChangeKind.ADDED: "adding", ChangeKind.REMOVED: "removing"}
_NOTED = (
    "kind", "priority", "owner", "owners", "parent", "because", "created", "updated",
    "delivered",
)  # fmt: skip
"""Keys of facts that trackers note, each told in the same sentence."""


def phrase(change: Change, names: PairNames) -> str:
    """What was edited, to stand after "because": `“Events” grew from 3w to 6w`."""
    if change.section == PORTFOLIO:
        return _of_portfolio(change)
    if change.section == INITIATIVES:
        name = names.initiative(change.id)
        return _added(change, name) if change.whole else _of_initiative(change, name, names)
    name = names.entry(change.section, change.id)
    if change.whole:
        return _added(change, name)
    if len(change.details) == 1 and _numeric(change.details[0]):
        return _moved(change.details[0], name)
    return f"{name} changed: {details(change)}"


def reference(change: Change, names: PairNames) -> str:
    """What was edited, without how, where that stands above: `effort of “Events”`."""
    if change.section == PORTFOLIO:
        return "published dates" if change.key == PUBLISHED else f"`{change.key}`"
    if change.section != INITIATIVES:
        name = names.entry(change.section, change.id)
    elif change.key == "status":
        return phrase(change, names)
    elif not change.whole:
        return f"{_spaced(change.key)} of {names.initiative(change.id)}"
    else:
        name = names.initiative(change.id)
    return f"{_DOING[change.kind] if change.whole else 'changing'} {name}"


def details(change: Change) -> str:
    """The details of a change: `impact medium → high, reach 60% → 80%`."""
    return clipped(", ".join(_arrow(detail) for detail in change.details), LONGEST)


def from_to(detail: Detail, own: str = "") -> tuple[str, str]:
    """What a key said before, and what it says now; empty where it said nothing.

    `own` is the key of the change, of which this is a detail.
    """
    key = detail.route[-1] if detail.route else own
    texts = written(detail.before, key), written(detail.after, key)
    if texts[0] != texts[1]:
        return texts
    return in_full(detail.before, key), in_full(detail.after, key)


def _added(change: Change, name: str) -> str:
    return f"{name} was {'added' if change.kind is ChangeKind.ADDED else 'removed'}"


def _arrow(detail: Detail) -> str:
    if isinstance(detail.before, tuple) and isinstance(detail.after, tuple):
        kept = [entry for entry in detail.before if entry in detail.after]
        if kept:
            return ", ".join(_entries(detail.before, detail.after))
    before, after = from_to(detail)
    name = " ".join(detail.route)
    if not before or not after:
        return f"{name} {after or before} ({'added' if after else 'removed'})".strip()
    return f"{name} {before} → {after}".strip()


def _entries(before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[str]:
    """Of two lists that have something in common, what only one of them has."""
    for one, other, what in ((after, before, "added"), (before, after, "removed")):
        gone = [entry for entry in one if entry not in other]
        yield from (f"{written(entry)} ({what})" for entry in gone)


def _of_initiative(change: Change, name: str, names: PairNames) -> str:
    if not change.details:
        return f"the {_spaced(change.key)} of {name} changed"
    before, after = change.details[0].before, change.details[0].after
    match change.key:
        case "status":
            return f"{name} is now {_NOW.get(after, after)}"
        case "effort" | "remaining":
            return effort_change(change.key, name, before or (), after or ())
        case "depends_on":
            return f"{name} {_depends(before, after, names)}"
        case "pin":
            return f"{name} is {'now' if after else 'no longer'} pinned"
        case "must" if after is None:
            return f"{name} is no longer mandatory"
        case "must":
            return f"{name} is now {mandatory(after)}"
        case "deadline" | "not_before" | "promised":
            return _dated(change, name)
        case key if key in _NOTED:
            return _noted(change, name, names)
    return f"the {_spaced(change.key)} of {name} changed: {details(change)}"


def _spaced(key: str) -> str:
    """A key of the file as words: `fiscal year starts`, `commitment` for `promised`."""
    return _WORDS.get(key, key.replace("_", " "))


def _depends(
    before: tuple[str, ...] | None, after: tuple[str, ...] | None, names: PairNames
) -> str:
    added = [names.initiative(id) for id in after or () if id not in (before or ())]
    removed = [names.initiative(id) for id in before or () if id not in (after or ())]
    said = [f"now depends on {listed(added)}"] if added else []
    said += [f"no longer depends on {listed(removed)}"] if removed else []
    if said:
        return " and ".join(said)
    if after is None:
        return "no longer declares its dependencies"
    return "now declares that it has no dependencies"


def _noted(change: Change, name: str, names: PairNames) -> str:
    """A fact that moves nothing: `the kind of “Events” changed from bug to feature`."""
    what = _spaced(change.key)
    before, after = from_to(change.details[0])
    if change.key == "parent":
        before, after = (names.known(id) if id else "" for id in (before, after))
    a_what = f"an {what}" if what[0] in "aeiou" else f"a {what}"
    a_what, was = ("owners", "they were") if what == "owners" else (a_what, "it was")
    if not before:
        return f"{name} now has {a_what}: {after}"
    if not after:
        return f"{name} no longer has {a_what} ({was} {before})"
    return f"the {what} of {name} changed from {before} to {after}"


def _dated(change: Change, name: str) -> str:
    date = _spaced(change.key)
    a_date = f"an {date}" if date[0] == "e" else f"a {date}"
    before, after = from_to(change.details[0])
    if not before:
        return f"{name} now has {a_date}: {after}"
    if not after:
        return f"{name} no longer has {a_date}"
    return f"the {date} of {name} moved from {before} to {after}"


def _of_portfolio(change: Change) -> str:
    detail = change.details[0] if change.details else Detail((), None, None)
    before, after = from_to(detail, change.key)
    match change.key:
        case "holidays":
            return " and ".join(_holidays(detail))
        case "sizes" if detail.route:
            return " and ".join(map(_size, change.details))
        case key if key == PUBLISHED:
            return "other dates were published"
        case "default_effort":
            return f"the assumed effort changed from {before} to {after}"
    if detail.route or len(change.details) != 1 or not before or not after:
        return f"`{change.key}` changed: {details(change)}"
    return f"`{change.key}` changed from {before} to {after}"


def _size(detail: Detail) -> str:
    """A size that changed: by its middle, or as it is written where that stays."""
    if not isinstance(detail.before, Fraction):
        before, after = from_to(detail)
        return f"size {detail.route[0]} changed from {before} to {after}"
    verb = "grew" if detail.after > detail.before else "shrank"
    return f"size {detail.route[0]} {verb} from {_weeks(detail.before, detail.after)}"


def _weeks(before: Fraction, after: Fraction) -> str:
    """`3 weeks to 4 weeks`, with as many decimals as it takes to tell them apart."""
    texts = count(before, "week"), count(after, "week")
    if texts[0] == texts[1] and before != after:
        return " to ".join(f"{number} weeks" for number in apart(before, after))
    return " to ".join(texts)


def _holidays(detail: Detail) -> Iterator[str]:
    for days, now in ((detail.after, "now"), (detail.before, "no longer")):
        dates = [written(day) for day in days or ()]
        if len(dates) == 1:
            yield f"{dates[0]} is {now} a holiday"
        elif dates:
            yield f"{listed(dates)} are {now} holidays"


def _numeric(detail: Detail) -> bool:
    return isinstance(detail.before, Fraction) and isinstance(detail.after, Fraction)


def _moved(detail: Detail, name: str) -> str:
    before, after = from_to(detail)
    if detail.route == ("people",):
        return f"{name} went from {before} to {after} people"
    verb = "rose" if detail.after > detail.before else "fell"
    return f"the {_spaced(detail.route[-1])} of {name} {verb} from {before} to {after}"
