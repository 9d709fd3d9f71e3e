"""What the plan starts against the sequence, by what is overtaken, and what it gains."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from roadmap.scoring.figures import brief
from roadmap.sequencing.results import InversionKind, OutOfOrder, Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.prices import value_weeks
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.reasons import inversion_text

MOST, NAMED = 5, 3
AHEAD_FIRST = (InversionKind.GAP, InversionKind.CHOICE)
"""Kinds that are said of the overtaker first; all others of the overtaken."""


def out_of_order(answer: Answer, plan: Plan) -> tuple[Prose, ...]:
    """A line for each initiative that is overtaken; the first few unless all are wanted."""
    every = _overtaken(answer, plan)
    kept = _kept(answer, every)
    lines = [Line(_said(answer, plan, pairs), "item") for pairs in kept]
    if len(kept) < len(every):
        lines.append(Line(f"and {len(every) - len(kept)} more (--all)", "item"))
    if any(pair.price is not None for pairs in kept for pair in pairs):
        lines.append(Line(_key(plan), "faint"))
    return (Prose(tuple(lines), "Out of order"),) if lines else ()


def worth_a_price(answer: Answer, plan: Plan) -> list[tuple[str, str]]:
    """The pairs that the page names: those that nothing but a choice put in this order.

    Then the first of each line, the second, and so on.
    """
    kept = _kept(answer, _overtaken(answer, plan))
    turns = zip_longest(*(pairs[:NAMED] for pairs in kept))
    named = [pair for turn in turns for pair in turn if pair]
    named.sort(key=lambda pair: pair.kind is not InversionKind.CHOICE)
    return [(pair.first, pair.second) for pair in named]


def _overtaken(answer: Answer, plan: Plan) -> list[list[OutOfOrder]]:
    found: dict[OutOfOrder, list[OutOfOrder]] = {}
    for pair in plan.out_of_order:
        if answer.shows(pair.first) or answer.shows(pair.second):
            alike = replace(pair, first="", team="", price=None, late=0)
            found.setdefault(alike, []).append(pair)
    return list(found.values())


def _kept(answer: Answer, every: list[list[OutOfOrder]]) -> list[list[OutOfOrder]]:
    return every if answer.all else every[:MOST]


def _said(answer: Answer, plan: Plan, pairs: list[OutOfOrder]) -> str:
    second, kind = pairs[0].second, pairs[0].kind
    why = inversion_text(answer.portfolio, pairs[0])
    names = listed([_first(plan, pair) for pair in pairs], NAMED)
    goes, needs = ("goes", "needs") if len(pairs) == 1 else ("go", "need")
    free = f"{needs} none and " if kind is InversionKind.PEOPLE else ""
    ahead = f"{names} {free}{goes} ahead"
    if kind in AHEAD_FIRST:
        return f"{ahead} of {second}: {why}."
    return f"{second} {why}; {ahead}."


def _first(plan: Plan, pair: OutOfOrder) -> str:
    """Who overtakes, with the price of the other order where it is known."""
    if pair.price is None:
        return pair.first
    return f"{pair.first} (saves {_saved(plan, pair)})"


def _saved(plan: Plan, pair: OutOfOrder) -> str:
    if pair.late:
        return f"{count(pair.late, 'day')} of lateness"
    if not pair.price:
        return "nothing"
    return brief(pair.price) if plan.minimises == "makespan" else value_weeks(pair.price)


def _key(plan: Plan) -> str:
    unit = "working days" if plan.minimises == "makespan" else "value-weeks"
    return f"In brackets: the {unit} saved, at most, against the other order of the two."
