"""An edit in words: what somebody changed, as the cause of something."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from roadmap.model.initiative import Part, Status
from roadmap.studies.change import INITIATIVES, PORTFOLIO, Change, ChangeKind, Detail
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.file_values import written

LONGEST = 120
_ONE = {
    "teams": "team", "segments": "segment", "needs": "need", "objectives": "objective",
    "evidence": "evidence",
}  # fmt: skip
_NOW = {
    Status.IDEA: "is only an idea now",
    Status.PROPOSED: "is proposed now",
    Status.COMMITTED: "is committed now",
    Status.IN_PROGRESS: "is in progress now",
    Status.PAUSED: "is paused now",
    Status.DELIVERED: "is delivered now",
    Status.DROPPED: "is dropped now",
}


def phrase(edit: Change) -> str:
    """What was edited, to stand after "because".

    >>> phrase(Change(INITIATIVES, "refunds", "", ChangeKind.ADDED))
    '`refunds` is new'
    """
    if edit.section == INITIATIVES:
        return _of_initiative(edit, f"`{edit.id}`")
    if edit.section == PORTFOLIO:
        return _of_portfolio(edit)
    what = f"{_ONE[edit.section]} `{edit.id}`"
    if edit.whole:
        return f"{what} is {'new' if edit.kind is ChangeKind.ADDED else 'gone'}"
    if len(edit.details) == 1 and _numeric(edit.details[0]):
        return _risen(edit.details[0], what)
    return f"{what} changed: {told(edit)}"


def named(edit: Change, every: Iterable[Change]) -> str:
    """An edit by what it edits alone, where it was told already.

    >>> named(Change(INITIATIVES, "refunds", "effort", ChangeKind.ADDED), ())
    '`refunds`'
    """
    if edit.section == PORTFOLIO:
        return f"`{edit.key}`"
    if edit.section != INITIATIVES:
        return f"{_ONE[edit.section]} `{edit.id}`"
    same = (each for each in every if (each.section, each.id) == (edit.section, edit.id))
    if sum(not each.inert for each in same) > 1:
        return f"the {edit.key.replace('_', ' ')} of `{edit.id}`"
    return f"`{edit.id}`"


def told(edit: Change) -> str:
    """The details of an edit: `impact medium → high, reach 60% → 80%`."""
    return clipped(", ".join(_arrow(each) for each in edit.details))


def clipped(text: str, longest: int = LONGEST) -> str:
    """Text that is no longer than a reader wants it."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def from_to(detail: Detail) -> tuple[str, str]:
    """What a key said before, and what it says now; empty where it said nothing."""
    key = detail.route[-1] if detail.route else ""
    return written(detail.before, key), written(detail.after, key)


def _arrow(detail: Detail) -> str:
    before, after = from_to(detail)
    name = " ".join(detail.route)
    if not before or not after:
        return f"{name} {after or before} ({'new' if after else 'gone'})".strip()
    return f"{name} {before} → {after}".strip()


def _of_initiative(edit: Change, name: str) -> str:
    if not edit.key:
        return f"{name} is {'new' if edit.kind is ChangeKind.ADDED else 'gone'}"
    one, other = edit.details[0].before, edit.details[0].after
    match edit.key:
        case "status":
            return f"{name} {_NOW[other]}"
        case "effort" | "remaining":
            return _sized(edit, name, one, other)
        case "depends_on":
            return f"{name} {_waits(one or (), other or ())}"
        case "pin":
            return f"{name} is {'pinned now' if other else 'no longer pinned'}"
        case "must":
            why = f"an obligation now ({other.why})" if other else "no longer an obligation"
            return f"{name} is {why}"
        case "deadline" | "not_before" | "promised":
            return _dated(edit, name)
    return f"the {edit.key.replace('_', ' ')} of {name} changed: {told(edit)}"


def _sized(edit: Change, name: str, one: Any, other: Any) -> str:
    before, after = _apart(one or (), other or ())
    whole = name if edit.key == "effort" else f"what is left of {name}"
    if not before:
        return f"{whole} is stated now: {after}"
    if not after:
        return f"{whole} is no longer stated ({before})"
    more = _work(other) - _work(one)
    verb = "grew" if more > 0 else "shrank" if more < 0 else "changed"
    return f"{whole} {verb} from {before} to {after}"


def _apart(one: tuple[Part, ...], other: tuple[Part, ...]) -> tuple[str, str]:
    """The parts in which two efforts differ; without the team where it is but one."""
    old = {part.team: written((part,)) for part in one}
    new = {part.team: written((part,)) for part in other}
    teams = [team for team in {**old, **new} if old.get(team) != new.get(team)]
    bare = old.keys() == new.keys() and len(old) == 1
    texts = [
        ", ".join(side.get(team, f"no {team}") for team in teams) for side in (old, new)
    ]
    if bare:
        texts = [text.removeprefix(f"{teams[0]} ") if teams else text for text in texts]
    return (texts[0] if one else ""), (texts[1] if other else "")


def _work(parts: tuple[Part, ...]) -> Fraction:
    return sum((part.work.middle for part in parts), Fraction(0))


def _waits(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    more = [f"`{id}`" for id in other if id not in one]
    less = [f"`{id}`" for id in one if id not in other]
    said = [f"now waits for {listed(more)}"] if more else []
    said += [f"no longer waits for {listed(less)}"] if less else []
    return " and ".join(said) or "says whether it waits for anything"


def _dated(edit: Change, name: str) -> str:
    what = {"not_before": "beginning", "promised": "promise"}.get(edit.key, edit.key)
    before, after = from_to(edit.details[0])
    if not before:
        return f"{name} has a {what} now: {after}"
    if not after:
        return f"{name} has no {what} any more"
    return f"the {what} of {name} moved from {before} to {after}"


def _of_portfolio(edit: Change) -> str:
    detail = edit.details[0] if edit.details else Detail((), None, None)
    match edit.key:
        case "holidays":
            return _holidays(detail)
        case "sizes" if detail.route:
            before, after = (count(side, "week") for side in (detail.before, detail.after))
            verb = "grew" if detail.after > detail.before else "shrank"
            return f"size {detail.route[0]} {verb} from {before} to {after}"
        case "default_effort":
            before, after = from_to(detail)
            return f"the effort that is assumed changed from {before} to {after}"
    before, after = from_to(detail)
    if detail.route or len(edit.details) != 1 or not before or not after:
        return f"`{edit.key}` changed: {told(edit)}"
    return f"`{edit.key}` changed from {before} to {after}"


def _holidays(detail: Detail) -> str:
    one, other = detail.before or (), detail.after or ()
    more = [written(each) for each in other]
    less = [written(each) for each in one]
    said = [f"{listed(more)} {_are(more)} now"] if more else []
    said += [f"{listed(less)} {_are(less, 'no longer ')}"] if less else []
    return " and ".join(said)


def _are(days: list[str], no: str = "") -> str:
    return f"is {no}a holiday" if len(days) == 1 else f"are {no}holidays"


def _numeric(detail: Detail) -> bool:
    return isinstance(detail.before, Fraction) and isinstance(detail.after, Fraction)


def _risen(detail: Detail, what: str) -> str:
    before, after = from_to(detail)
    if detail.route == ("people",):
        return f"{what} went from {before} to {after} people"
    verb = "rose" if detail.after > detail.before else "fell"
    key = detail.route[-1].replace("_", " ")
    return f"the {key} of {what} {verb} from {before} to {after}"
