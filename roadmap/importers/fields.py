"""What an item, with those that fold into it, says in the keys of an initiative."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from roadmap.importers.choices import Choices
from roadmap.importers.estimates import days, duration, left, spent, summed
from roadmap.importers.export import Lost
from roadmap.importers.item import EstimateUnit, Item
from roadmap.importers.losses import Losses
from roadmap.importers.priorities import impact_of
from roadmap.importers.statuses import status_of, unknown_status
from roadmap.importers.texts import LONGEST_TITLE, first_paragraph, one_line, words
from roadmap.model.addresses import usable
from roadmap.model.initiative import Status
from roadmap.reading.naming import id_of
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import Terms, estimate, period

_OURS = ("x-source", "x-items", "x-links")


@dataclass(frozen=True, slots=True)
class Folding:
    """An item that becomes an initiative, and those that fold into it."""

    item: Item
    children: list[Item]


def fields_of(group: Folding, choices: Choices, losses: Losses) -> dict[str, Any]:
    """The fields of an initiative, apart from its links to others."""
    item = group.item
    status = status_of(item, choices)
    owners = words(item.owners)
    said: dict[str, Any] = {
        "title": _title(item, losses),
        "summary": _summary(item, losses),
        "status": status.value if status else None,
        "kind": one_line(item.kind),
        "priority": one_line(item.priority),
        "owner": owners[0] if len(owners) == 1 else None,
        "owners": owners if len(owners) > 1 else None,
        "tags": words(item.labels),
        "links": _links(item, losses),
        "theme": one_line(item.theme),
        "outcomes": _outcomes(item, choices),
        "created": _day(item.created, "created", losses),
    }
    said |= _dates(item, status, losses)
    said |= _work(group, status, choices, losses)
    said |= _kept(item, choices, losses)
    for child in group.children:
        _fold(child, choices, losses)
    return said


def unclear(group: Folding, said: Mapping[str, Any], choices: Choices) -> frozenset[str]:
    """The fields of which a source says what is not understood, or not asked for."""
    found: set[str] = set()
    items = (group.item, *group.children)
    if unknown_status(group.item, choices):
        found |= {"status", "started", "delivered", "remaining", "spent"}
    if not said.get("effort") and any(item.estimate for item in items):
        found |= {"effort", "remaining"}
    if choices.priority_need is None or (group.item.priority and not said.get("outcomes")):
        found.add("outcomes")
    if choices.team is None:
        found.add("team")
    return frozenset(found)


def _title(item: Item, losses: Losses) -> str:
    title = one_line(item.title)
    if title.endswith("…") and len(" ".join(item.title.split())) > LONGEST_TITLE:
        losses.add("title", Lost.SHORTENED)
    return title


def _summary(item: Item, losses: Losses) -> str:
    summary = first_paragraph(item.description)
    if len(" ".join(item.description.split())) > len(summary):
        losses.add("description", Lost.SHORTENED)
    return summary


def _links(item: Item, losses: Losses) -> list[str]:
    url = item.url.strip()
    if url.startswith(("http://", "https://")) and url.isprintable() and usable(url):
        return [url]
    if url:
        losses.add("url", Lost.UNUSABLE)
    return []


def _outcomes(item: Item, choices: Choices) -> dict[str, str] | None:
    impact = impact_of(item.priority) if choices.priority_need else None
    return {choices.priority_need: impact} if choices.priority_need and impact else None


def _day(day: date | None, column: str, losses: Losses) -> str | None:
    """A day as a file states it; None, as a loss, where none can."""
    if day is None:
        return None
    try:
        period(day.isoformat(), Terms())
    except Unreadable:
        losses.add(column, Lost.UNUSABLE)
        return None
    return day.isoformat()


def _dates(item: Item, status: Status | None, losses: Losses) -> dict[str, Any]:
    begun = status in (Status.IN_PROGRESS, Status.DELIVERED, Status.PAUSED)
    done = status is Status.DELIVERED
    sound = not (item.started and item.finished and item.started > item.finished)
    if item.updated:
        losses.add("updated", Lost.VOLATILE)
    for day, used, column in (
        (item.started, begun and sound, "started"),
        (item.finished, done, "finished"),
    ):
        if day and not used:
            losses.add(column, Lost.UNUSED)
    return {
        "not_before": _day(item.starts, "start", losses),
        "started": _day(item.started, "started", losses) if begun and sound else None,
        "delivered": _day(item.finished, "finished", losses) if done else None,
        "deadline": _day(item.due, "due", losses),
    }


def _work(
    group: Folding, status: Status | None, choices: Choices, losses: Losses
) -> dict[str, Any]:
    """The effort: that of the children if one of them says it, otherwise its own."""
    inside = summed(group.children, choices)
    whole = summed([group.item], choices) if inside is None else inside
    said: dict[str, Any] = {"effort": _effort(whole, choices, losses)}
    for item in (group.item, *group.children):
        _count_unknown(item, choices, losses)
        if item.spent and status is not Status.DELIVERED:
            losses.add("time spent", Lost.UNUSED)
    if status is Status.DELIVERED:
        said["spent"] = _effort(
            spent((group.item, *group.children), choices), choices, losses
        )
    if status is Status.IN_PROGRESS:
        open_children = [
            child
            for child in group.children
            if status_of(child, choices) not in (Status.DELIVERED, Status.DROPPED)
        ]
        of = open_children if inside is not None else [group.item]
        rest = left(of, choices)
        if inside is not None or group.item.remaining:
            said["remaining"] = _effort(rest, choices, losses)
    if said["effort"] and choices.team:
        said["team"] = choices.team
    if group.children:
        said["x-items"] = _inside(group.children, choices)
    return said


def _inside(children: list[Item], choices: Choices) -> dict[str, int]:
    states = Counter(status_of(child, choices) for child in children)
    return {
        "count": len(children),
        "done": states[Status.DELIVERED],
        "dropped": states[Status.DROPPED],
        "estimated": sum(child.estimate is not None for child in children),
    }


def _effort(work: Fraction | None, choices: Choices, losses: Losses) -> str | None:
    if work is None:
        return None
    if not (choices.team or choices.whose):
        losses.add("estimate", Lost.NO_TEAM)
        return None
    text = duration(work, choices.days_a_week)
    try:
        estimate(text, Terms(choices.days_a_week))
    except Unreadable:
        losses.add("estimate", Lost.UNUSABLE)
        return None
    return text


def _count_unknown(item: Item, choices: Choices, losses: Losses) -> None:
    said = item.estimate
    if said is None or days(said, choices) is not None:
        return
    if said.unit is EstimateUnit.POINTS:
        losses.add("estimate in points", Lost.POINTS)
    else:
        losses.add(f"estimate {said.word}", Lost.SIZES)


def _kept(item: Item, choices: Choices, losses: Losses) -> dict[str, Any]:
    """The columns that are kept, as keys of the author's own; the others are lost."""
    wanted = {column.strip().casefold() for column in choices.keep}
    found: dict[str, list[str]] = {}
    for column, value in item.extra:
        key = kept_key(column)
        if column.strip().casefold() in wanted and key:
            found.setdefault(key, []).append(one_line(value, 2000))
        else:
            losses.add(one_line(column), Lost.NO_PLACE)
    return {key: each[0] if len(each) == 1 else each for key, each in found.items()}


def kept_key(column: str) -> str:
    """The key of a column that is kept; empty where its name has no letter or digit.

    >>> kept_key("Sprint goal"), kept_key("Source"), kept_key("?")
    ('x-sprint-goal', 'x-source-column', '')
    """
    name = id_of(column)
    key = f"x-{name}" if name else ""
    return f"{key}-column" if key in _OURS else key


def _fold(child: Item, choices: Choices, losses: Losses) -> None:
    """Count what a child says that its initiative does not."""
    wanted = {column.strip().casefold() for column in choices.keep}
    for column, _ in child.extra:
        kept = column.strip().casefold() in wanted
        losses.add(one_line(column), Lost.FOLDED if kept else Lost.NO_PLACE)
    said = (
        ("description", bool(child.description.strip())),
        ("owner", bool(child.owners)),
        ("labels", bool(child.labels)),
        ("priority", bool(child.priority.strip())),
        ("kind", bool(child.kind.strip())),
        ("url", bool(child.url.strip())),
        ("theme", bool(child.theme.strip())),
        ("created", child.created is not None),
        ("updated", child.updated is not None),
        ("started", child.started is not None),
        ("finished", child.finished is not None),
        ("start", child.starts is not None),
        ("due", child.due is not None),
    )
    for column, there in said:
        if there:
            losses.add(column, Lost.FOLDED)
