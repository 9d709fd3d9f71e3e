"""Portfolios to measure with: seeded, as many initiatives as one likes, 60 lines each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

NEEDS, SEGMENTS, EVIDENCE, TEAMS = 40, 5, 60, 12
CLAIMS = 5
"""Initiatives that claim a tenth of the same objective: none of them is claimed whole."""
FOLDER = 100
"""Initiatives of a subfolder, which is a theme."""
STAGES = ("discover", "join", "use", "get-help", "renew")
WORDS = [
    "bill",
    "meter",
    "tariff",
    "forecast",
    "reading",
    "payment",
    "contract",
    "reminder",
    "account",
    "letter",
    "call",
    "answer",
    "price",
    "bonus",
    "switch",
    "storm",
    "outage",
    "garden",
    "boiler",
    "charger",
    "heat",
    "pump",
    "roof",
    "solar",
    "battery",
]
BROKEN = ("efort: 3w", "status: begun", "deadline: 2027-13-01", "tags: one")
"""What a broken file says besides: a finding each."""


def write_corpus(folder: Path, count: int, *, broken: bool = False, seed: int = 7) -> None:
    """Write a portfolio of so many initiatives; if `broken`, each with a fault."""
    random = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "portfolio.yaml").write_text("\n".join(_portfolio(random, count)) + "\n")
    for number in range(count):
        lines = list(_initiative(random, number))
        if broken:
            lines.append(BROKEN[number % len(BROKEN)])
        path = folder / f"theme-{number // FOLDER}" / f"work-{number}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines) + "\n")


def _portfolio(random: Random, count: int) -> Iterator[str]:
    yield from (
        "format: 1",
        "title: A seeded portfolio",
        "vision: Nobody waits for a page",
        "start: 2027-01-04",
        f"journey: [{', '.join(STAGES)}]",
        "segments:",
    )
    for number in range(SEGMENTS):
        people, worth = random.randint(10, 900) * 100, random.randint(20, 90) * 10
        yield f"  segment-{number}: {{customers: {people}, lifetime_value: {worth}}}"
    yield "evidence:"
    for number in range(EVIDENCE):
        kind, month = ("data", "survey")[number % 2], random.randint(10, 12)
        sample = random.randint(200, 900)
        yield f"  study-{number}: {{kind: {kind}, date: 2026-{month}, sample: {sample}}}"
    yield "needs:"
    for number in range(NEEDS):
        matters, met = random.randint(60, 95) / 10, random.randint(30, 60) / 10
        yield f"  need-{number}:"
        yield f"    statement: {_said(random, 6)}"
        yield f"    stage: {STAGES[number % len(STAGES)]}"
        yield f"    importance: {matters}"
        yield f"    satisfaction: {met}"
        yield f"    evidence: [study-{number}]"
    yield "objectives:"
    for number in range(-(-count // CLAIMS)):
        kind = ("customer", "commercial", "operational")[number % 3]
        yield f"  objective-{number}:"
        yield f"    kind: {kind}"
        yield "    key_results: [{metric: churn, baseline: 60, target: 90, by: 2027-Q4}]"
    yield "teams:"
    for number in range(TEAMS):
        yield f"  team-{number}: {{people: 8, at_once: 4, focus: 80%}}"


def _initiative(random: Random, number: int) -> Iterator[str]:
    yield f"title: {_said(random, 5).capitalize()} {number}"
    yield f"summary: {_said(random, 18)}"
    yield "status: proposed"
    yield f"owner: {random.choice(WORDS)} lead"
    yield f"tags: [{random.choice(WORDS)}, {random.choice(WORDS)}]"
    yield f"links: [PAY-{random.randint(1, 9999)}]"
    yield "outcomes:"
    for claim in range(3):
        yield f"  need-{(3 * number + claim) % NEEDS}:"
        yield f"    impact: {random.choice(('low', 'medium', 'high', '25%', '10%..30%'))}"
        yield from _claim(random, 4 * number + claim)
        yield f"    segments: [segment-{random.randrange(SEGMENTS)}]"
        yield f"    reach: {random.randint(2, 19) * 5}%"
    yield "contributes_to:"
    yield f"  objective-{number // CLAIMS}:"
    yield "    impact: low"
    yield from _claim(random, 4 * number + 3)
    yield "effort:"
    for team in sorted(random.sample(range(TEAMS), 2)):
        low = random.randint(2, 9)
        yield f"  team-{team}: {low}w..{low + random.randint(1, low)}w"
    wanted = sorted({random.randrange(number) for _ in range(3)}) if number else []
    yield f"depends_on: [{', '.join(f'work-{each}' for each in wanted)}]"
    yield "perspectives:"
    for side in ("customer", "commercial", "operational"):
        yield f"  {side}: {random.choice(WORDS)}"
    yield "x-notes:"
    yield f"  - {_said(random, 8)}"
    yield f"  - {_said(random, 8)}"


def _claim(random: Random, study: int) -> Iterator[str]:
    yield f"    confidence: {random.randint(4, 14) * 5}%"
    yield f"    evidence: [study-{study % EVIDENCE}]"
    yield "    measure:"
    yield f"      metric: {_said(random, 3)}"
    yield f"      baseline: {random.randint(10, 99)}"
    yield f"      target: {random.randint(100, 199)}"
    yield f"      by: 2027-Q{random.randint(2, 4)}"


def _said(random: Random, words: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(words))
