"""An effort that changed, in words: more work, less, or other people for the same."""

from __future__ import annotations

from fractions import Fraction

from roadmap.model.initiative import Part
from roadmap.scoring.figures import brief
from roadmap.views.phrases.file_values import written, written_part


def effort_change(
    key: str, name: str, before: tuple[Part, ...], after: tuple[Part, ...]
) -> str:
    """What happened to an effort, or to what remains of it, as `key` says."""
    of = name if key == "effort" else f"the remaining effort of {name}"
    stated = f"the effort of {name}" if key == "effort" else of
    if not before:
        return f"{stated} is now stated: {written(after)}"
    if not after:
        return f"{stated} is no longer stated (it was {written(before)})"
    if len(before) == len(after) == 1 and _same_work(before[0], after[0]):
        return f"{of} {_peopled(before[0], after[0])}"
    more = _work(after) - _work(before)
    verb = "grew" if more > 0 else "shrank" if more < 0 else "changed"
    return f"{of} {verb}{_by_team(before, after)}"


def _by_team(before: tuple[Part, ...], after: tuple[Part, ...]) -> str:
    """` from 2w to 4w`; of several teams, those that differ: `: web 2w → 4w, data …`."""
    old, new = _parts(before, after), _parts(after, before)
    if old.keys() == new.keys() and len(old) == 1:
        (team,) = old
        return f" from {old[team]} to {new[team]}"
    teams = [team for team in {**old, **new} if old.get(team) != new.get(team)]
    first = {part.team: part for part in before}
    last = {part.team: part for part in after}
    steps = []
    for team in teams:
        one, other = first.get(team), last.get(team)
        if one and other and _same_work(one, other):
            steps.append(f"{team} {_peopled(one, other)}")
        else:
            steps.append(f"{team} {old.get(team, 'none')} → {new.get(team, 'none')}")
    return f": {', '.join(steps)}"


def _same_work(one: Part, other: Part) -> bool:
    """Whether only how many people work on a part differs."""
    return (one.team, written(one.work)) == (other.team, written(other.work))


def _peopled(before: Part, after: Part) -> str:
    """`now takes 3 people instead of 2`; where no number is stated, the default."""
    one, other = (
        None if it.people is None else brief(it.people, 2) for it in (before, after)
    )
    if other is None:
        people = "person" if one == "1" else "people"
        return f"now takes the default number of people instead of {one} {people}"
    people = "person" if other == "1" else "people"
    return f"now takes {other} {people} instead of {one or 'the default'}"


def _parts(side: tuple[Part, ...], other: tuple[Part, ...]) -> dict[str, str]:
    """Each team's part; how many people work on it only where the other side differs."""
    people = {part.team: part.people for part in other}
    return {
        part.team: written(part.work)
        if people.get(part.team, part.people) == part.people
        else written_part(part)
        for part in side
    }


def _work(parts: tuple[Part, ...]) -> Fraction:
    return sum((part.work.middle for part in parts), Fraction(0))
