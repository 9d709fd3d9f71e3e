"""What could not be placed, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from roadmap.sequencing.results import Plan, Sequence, Unplaced, UnplacedKind
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.english import count, listed, sentence
from roadmap.views.phrases.reasons import unplaced_text

QUIET = (UnplacedKind.DROPPED, UnplacedKind.IDEA, UnplacedKind.PAUSED)


def unplaced_prose(answer: Answer, found: Plan | Sequence | None) -> tuple[Prose, ...]:
    """What has no place: trouble one by one, ideas and paused work as a count."""
    if found is None:
        return ()
    left = [each for each in by_id(found).values() if answer.shows(each.id)]
    lines = (*_trouble(left, by_id(found)), *_counts(left))
    return (Prose(lines, "Not placed"),) if lines else ()


def unplaced_titles(answer: Answer, plan: Plan) -> tuple[Prose, ...]:
    """What has no place, for readers who know titles and not ids; paused work apart."""
    every = by_id(plan)
    left = [each for each in every.values() if answer.shows(each.id)]
    lines = [Line(titled(answer, f"`{each.id}` {unplaced_text(every, each.id)}."), "item")
             for each in left if each.kind not in QUIET]  # fmt: skip
    ideas = [answer.title(each.id) for each in left if each.kind is UnplacedKind.IDEA]
    if ideas:
        lines.append(
            Line(f"{count(len(ideas), 'idea')}: {sentence(listed(ideas, 5))}", "item")
        )
    return (Prose(tuple(lines), "Not planned"),) if lines else ()


def titled(answer: Answer, text: str) -> str:
    """A text with titles in the place of the ids that it names."""
    return re.sub(r"`([^`]+)`", lambda found: answer.title(found[1]), text)


def by_id(found: Plan | Sequence) -> Mapping[str, Unplaced]:
    """What could not be placed, in the order of its ids."""
    return {each.id: each for each in sorted(found.unplaced, key=lambda each: each.id)}


def _trouble(left: list[Unplaced], every: Mapping[str, Unplaced]) -> Iterator[Line]:
    for each in left:
        if each.kind not in QUIET:
            yield Line(f"{each.id} {unplaced_text(every, each.id)}.", "item")


def _counts(left: list[Unplaced]) -> Iterator[Line]:
    idea, paused = UnplacedKind.IDEA, UnplacedKind.PAUSED
    for kind, one, many in ((idea, "idea", "ideas"), (paused, "paused", "paused")):
        ids = [each.id for each in left if each.kind is kind]
        if ids:
            hint = " (--ideas plans them too)" if kind is idea else ""
            yield Line(f"{count(len(ids), one, many)}: {listed(ids, 5)}{hint}.", "item")
