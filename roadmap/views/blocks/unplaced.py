"""What could not be placed, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap.sequencing.results import Plan, Sequence, Unplaced
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.english import count, listed, sentence

QUIET = ("delivered", "dropped", "idea", "paused")


def unplaced_prose(answer: Answer, found: Plan | Sequence | None) -> tuple[Prose, ...]:
    """What has no place: trouble one by one, ideas and paused work as a count."""
    if found is None:
        return ()
    left = sorted((each for each in found.unplaced if answer.shows(each.id)), key=_id)
    lines = (*_trouble(left), *_counts(left))
    return (Prose(lines, "Not placed"),) if lines else ()


def unplaced_titles(answer: Answer, plan: Plan) -> tuple[Prose, ...]:
    """What has no place, for readers who know titles and not ids; paused work apart."""
    left = sorted((each for each in plan.unplaced if answer.shows(each.id)), key=_id)
    lines = [Line(titled(answer, f"`{each.id}` {each.reason}."), "item")
             for each in left if each.kind not in QUIET]  # fmt: skip
    ideas = [answer.title(each.id) for each in left if each.kind == "idea"]
    if ideas:
        lines.append(
            Line(f"{count(len(ideas), 'idea')}: {sentence(listed(ideas, 5))}", "item")
        )
    return (Prose(tuple(lines), "Not planned"),) if lines else ()


def titled(answer: Answer, text: str) -> str:
    """A text with titles in the place of the ids that it names."""
    return re.sub(r"`([^`]+)`", lambda found: answer.title(found[1]), text)


def _id(each: Unplaced) -> str:
    return each.id


def _trouble(left: list[Unplaced]) -> Iterator[Line]:
    for each in left:
        if each.kind not in QUIET:
            yield Line(f"{each.id} {each.reason}.", "item")


def _counts(left: list[Unplaced]) -> Iterator[Line]:
    for kind, one, many in (("idea", "idea", "ideas"), ("paused", "paused", "paused")):
        ids = [each.id for each in left if each.kind == kind]
        if ids:
            hint = " (--ideas plans them too)" if kind == "idea" else ""
            yield Line(f"{count(len(ids), one, many)}: {listed(ids, 5)}{hint}.", "item")
