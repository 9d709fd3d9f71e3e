"""What is not scheduled, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from roadmap.sequencing.results import Plan, RankedSequence, Unplaced, UnplacedKind
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.english import count, listed, sentence
from roadmap.views.phrases.names import quoted
from roadmap.views.phrases.reasons import unplaced_text

QUIET = (
    UnplacedKind.DROPPED,
    UnplacedKind.IDEA,
    UnplacedKind.PAUSED,
    UnplacedKind.UNFUNDED,
)
"""What other parts of a page say, or a line for all together."""
FEW, NAMED = 3, 5
"""Up to how many are told in the sentence, and of more how many are named after it."""


def unplaced_prose(
    answer: Answer, result: Plan | RankedSequence | None
) -> tuple[Prose, ...]:
    """What is not scheduled: each problem, then ideas and paused work in a line each."""
    if result is None:
        return ()
    left = _shown(answer, result)
    ideas = _titles(answer, left, UnplacedKind.IDEA)
    lines = (
        *_trouble(answer, result, left),
        *_counted(ideas, "idea", "ideas", " (include with --ideas)"),
        *_counted(_titles(answer, left, UnplacedKind.PAUSED), "paused", "paused"),
    )
    return (Prose(lines, "Not scheduled"),) if lines else ()


def unplaced_titles(answer: Answer, plan: Plan) -> tuple[Prose, ...]:
    """What is not scheduled, for a document that lists paused work apart."""
    left = _shown(answer, plan)
    ideas = _titles(answer, left, UnplacedKind.IDEA)
    lines = (*_trouble(answer, plan, left), *_counted(ideas, "idea", "ideas"))
    return (Prose(lines, "Not scheduled"),) if lines else ()


def by_id(result: Plan | RankedSequence) -> Mapping[str, Unplaced]:
    """What is not scheduled, in the order of its ids."""
    return {
        each.id: each for each in sorted(result.unplaced, key=lambda unplaced: unplaced.id)
    }


def _shown(answer: Answer, result: Plan | RankedSequence) -> list[Unplaced]:
    return [unplaced for unplaced in by_id(result).values() if answer.shows(unplaced.id)]


def _trouble(
    answer: Answer, result: Plan | RankedSequence, left: list[Unplaced]
) -> Iterator[Line]:
    """What would be scheduled but for its dependencies, a line for each root of that."""
    every = by_id(result)
    alike: dict[str, list[str]] = {}
    for unplaced in left:
        if unplaced.kind not in QUIET:
            alike.setdefault(_root(every, unplaced), []).append(unplaced.id)
    named = partial(quoted, answer.portfolio)
    for root, ids in alike.items():
        waiting = [id for id in ids if id != root]
        alone = ids if len(waiting) < 2 else [id for id in ids if id == root]
        for id in alone:
            yield Line(f"{named(id)} {unplaced_text(every, id, named)}.", "item")
        if len(waiting) > 1:
            why = f"{named(root)}, which {unplaced_text(every, root, named)}"
            yield Line(_waiting(answer, list(map(named, waiting)), why), "item")


def _root(every: Mapping[str, Unplaced], unplaced: Unplaced) -> str:
    """What an initiative waits for in the end; itself if it waits for nothing."""
    while unplaced.kind is UnplacedKind.WAITS:
        unplaced = every[unplaced.cause or ""]
    return unplaced.id


def _waiting(answer: Answer, titles: list[str], why: str) -> str:
    """Initiatives that depend on one that is not scheduled, directly or through others."""
    if len(titles) <= FEW:
        return f"{listed(titles)} depend on {why}."
    told = listed(titles, len(titles) if answer.all else NAMED)
    return f"{len(titles)} initiatives depend on {why}: {told}."


def _titles(answer: Answer, left: list[Unplaced], kind: UnplacedKind) -> list[str]:
    return [
        quoted(answer.portfolio, unplaced.id) for unplaced in left if unplaced.kind is kind
    ]


def _counted(titles: list[str], one: str, many: str, hint: str = "") -> Iterator[Line]:
    if titles:
        said = f"{count(len(titles), one, many)}: {listed(titles, NAMED)}{hint}"
        yield Line(sentence(said), "item")
