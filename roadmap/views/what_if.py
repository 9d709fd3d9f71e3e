"""What a page supposes that no file of the portfolio says: a scenario, or options."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from roadmap.reading.overlay import Assignment, Overlay, Supposition
from roadmap.reading.tree import typed
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Page, Prose
from roadmap.views.phrases.english import listed
from roadmap.views.phrases.names import quoted


def supposing(page: Page, answer: Answer, *, public: bool = False) -> Page:
    """A page that says at its top what it supposes, if it supposes anything.

    `public`: customers read it, who learn that it is no plan, but not why.
    """
    lines = tuple(supposed_lines(answer, public=public))
    if not lines:
        return page
    blocks = (Prose(lines), *page.blocks)
    return replace(page, blocks=blocks, condition="; ".join(line.text for line in lines))


def supposed_lines(answer: Answer, *, public: bool = False) -> Iterator[Line]:
    """`Scenario: A third person in data — why`, `What if: teams.data.people = 3`."""
    chain = [it for it in answer.overlay.suppositions if it.scenario]
    if chain:
        text = f"Scenario: {chain[-1].title}"
        yield Line(text if public else f"{text}{_reason(chain)}", "strong")
    changed = "; ".join(_changes(answer, answer.overlay))
    if changed:
        text = "other assumptions than today's" if public else changed
        yield Line(f"What if: {text}", "strong")


def _reason(chain: list[Supposition]) -> str:
    *bases, last = chain
    why = f" — {last.why}" if last.why else ""
    on = listed([f"“{base.title}”" for base in reversed(bases)])
    return f"{why} (based on {on})" if bases else why


def _changes(answer: Answer, overlay: Overlay) -> Iterator[str]:
    for supposition in overlay.suppositions:
        if not supposition.scenario:
            yield from map(_assignment, supposition.assignments)
            gone = [quoted(answer.portfolio, drop.id) for drop in supposition.drops]
            if gone:
                yield f"without {listed(gone)}"


def _assignment(assignment: Assignment) -> str:
    value = _value(assignment)
    if value is None:
        return f"without {assignment.path}"
    return f"{assignment.path} = {value}"


def _value(assignment: Assignment) -> str | None:
    """A value that is set, as its author wrote it or would have; None removes the key."""
    value = assignment.value
    if value is None:
        return None
    if assignment.typed:
        return assignment.typed
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return typed(value)


def what_if_data(overlay: Overlay) -> dict[str, Any]:
    """What is supposed, as plain data."""
    chain = [supposition for supposition in overlay.suppositions if supposition.scenario]
    last = chain[-1] if chain else None
    return {
        "scenario": last.scenario if last else None,
        "title": last.title if last else None,
        "why": last.why or None if last else None,
        "based_on": [supposition.scenario for supposition in chain[:-1]],
        "set": [
            {"path": it.path, "value": _value(it), "scenario": each.scenario or None}
            for each in overlay.suppositions
            for it in each.assignments
        ],
        "drop": [it.id for supposition in overlay.suppositions for it in supposition.drops],
    }
