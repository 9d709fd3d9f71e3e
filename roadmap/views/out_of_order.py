"""What the plan starts against the sequence, by what is overtaken, and why."""

from __future__ import annotations

from roadmap.sequencing.answers import OutOfOrder, Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases import figure, listed

MOST = 5
OF_THE_OVERTAKEN = ("waits for", "not before")


def out_of_order(answer: Answer, plan: Plan) -> tuple[Prose, ...]:
    """A line for each initiative that is overtaken; the first few unless all are wanted."""
    found: dict[tuple[str, str], list[OutOfOrder]] = {}
    for pair in plan.out_of_order:
        if answer.shows(pair.first) or answer.shows(pair.second):
            found.setdefault((pair.second, pair.why), []).append(pair)
    said = [_said(pairs) for pairs in found.values()]
    kept = said if answer.all else said[:MOST]
    lines = [Line(text, "item") for text in kept]
    if len(kept) < len(said):
        lines.append(Line(f"and {len(said) - len(kept)} more (--all)", "item"))
    return (Prose(tuple(lines), "Out of order"),) if lines else ()


def _said(pairs: list[OutOfOrder]) -> str:
    second, why = pairs[0].second, pairs[0].why
    ahead = f"{listed([_first(pair) for pair in pairs])} {_go(len(pairs))} ahead"
    if why.startswith(OF_THE_OVERTAKEN):
        return f"{second} {why}; {ahead}."
    return f"{ahead} of {second}: {why}."


def _first(pair: OutOfOrder) -> str:
    """Who overtakes, with the price of the other order where it is known."""
    if pair.price is None:
        return pair.first
    return f"{pair.first} (which saves {figure(pair.price)} value-weeks)"


def _go(number: int) -> str:
    return "goes" if number == 1 else "go"
