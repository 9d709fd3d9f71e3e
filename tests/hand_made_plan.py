"""Two plans worked out by hand, with every number that an answer gives."""

from __future__ import annotations

import json
from typing import Any

# Monday 4 January is day 0, the holiday on Wednesday day 2, Friday day 4, the 11th day 5.
FILES = {
    "portfolio.yaml": json.dumps(
        {
            "start": "2027-01-04",
            "framework": "value-effort",
            "holidays": ["2027-01-06"],
            "teams": {
                "web": {"people": 4, "at_once": 2},
                "data": {"people": 1, "away": [{"from": "2027-01-05", "to": "2027-01-05"}]},
            },
        }
    ),
    "all.yaml": json.dumps(
        [
            {
                "id": "r",
                "status": "in_progress",
                "effort": {"web": "5w"},
                "remaining": {"web": "4d"},
                "value-effort": {"value": 2},
            },
            {
                "id": "p",
                "pin": {"why": "board"},
                "effort": {"data": "2d"},
                "value-effort": {"value": 1},
            },
            {"id": "a", "effort": {"web": "6d"}, "value-effort": {"value": 0}},
            {
                "id": "b",
                "effort": {"web": "2d", "data": "1d"},
                "depends_on": ["a"],
                "deadline": "2027-01-07",
                "value-effort": {"value": 8},
            },
            {
                "id": "m",
                "effort": "0d",
                "depends_on": ["b"],
                "must": {"why": "law"},
                "deadline": "2027-01-07",
                "value-effort": {"value": 5},
            },
            {
                "id": "n",
                "effort": {"web": "4d"},
                "not_before": "2027-01-11",
                "value-effort": {"value": 2},
            },
            {"id": "d", "status": "delivered", "effort": {"web": "1w"}},
            {"id": "g", "status": "dropped", "because": "no", "effort": {"web": "1w"}},
            {"id": "x", "status": "idea", "effort": {"web": "1w"}},
            {"id": "y", "status": "paused", "effort": {"web": "1w"}},
            {"id": "z", "effort": {"web": "1w"}, "depends_on": ["y"]},
        ]
    ),
}

FIRST = 13 / 1.8  # a, b and m: 0 + 8 + 5 over 1.2 + 0.6 + 0 weeks


def _row(id: str, status: str, value: float | None = None, **keys: Any) -> dict[str, Any]:
    absent = dict.fromkeys(
        ("start", "end", "start_day", "end_day", "position", "step", "step_score", "score")
    )
    return {"id": id, "status": status, "value": value, "parts": {}, **absent, **keys}


def _slot(first: int, end: int, start: str, last: str, **people: float) -> dict[str, Any]:
    parts = {
        team: {"people": held, "start_day": first, "end_day": end}
        for team, held in people.items()
    }
    return {"start_day": first, "end_day": end, "start": start, "end": last, "parts": parts}


def _place(position: int, step: int, step_score: float | None = None) -> dict[str, Any]:
    return {"position": position, "step": step, "step_score": step_score}


ANSWER: dict[str, Any] = {
    "format": 1,
    "initiatives": [
        # 4 days by two people: days 0 and 1.
        _row("r", "in_progress", 2, score=2.5, **_place(1, 0))
        | _slot(0, 2, "2027-01-04", "2027-01-05", web=2),
        # 2 days by one person who is away on day 1: days 0 and 3.
        _row("p", "proposed", 1, score=2.5, **_place(2, 0))
        | _slot(0, 4, "2027-01-04", "2027-01-07", data=1),
        # 6 days by two people: days 0, 1 and 3.
        _row("a", "proposed", 0, score=0, **_place(3, 1, FIRST))
        | _slot(0, 4, "2027-01-04", "2027-01-07", web=2),
        _row("b", "proposed", 8, score=8 / 0.6, **_place(4, 1, FIRST))
        | _slot(4, 5, "2027-01-08", "2027-01-08", web=2, data=1),
        _row("m", "proposed", 5, **_place(5, 1, FIRST))
        | _slot(5, 5, "2027-01-08", "2027-01-08"),
        _row("n", "proposed", 2, score=2.5, **_place(6, 2, 2.5))
        | _slot(5, 7, "2027-01-11", "2027-01-12", web=2),
        _row("d", "delivered"),
        _row("g", "dropped"),
        _row("x", "idea"),
        _row("y", "paused"),
        _row("z", "proposed"),
    ],
    "sequence": {
        "ids": ["r", "p", "a", "b", "m", "n"],
        "steps": [
            {"number": 1, "ids": ["a", "b", "m"], "value": 13, "size": 1.8, "score": FIRST},
            {"number": 2, "ids": ["n"], "value": 2, "size": 0.8, "score": 2.5},
        ],
        # 2 × 0.8 + 1 × 1.2 + 0 × 2.4 + 8 × 3 + 5 × 3 + 2 × 3.8
        "cost": 49.4,
        "usual_cost": 49.4,
        "bound": 45,
        "status": "bounded",
    },
    "plan": {
        "minimises": "cost-of-delay",
        # 2 × 2 + 1 × 4 + 8 × 5 + 5 × 5 + 2 × 7 days, and 8 × 1 + 5 × 1 past deadlines
        "cost": 20,
        "mean_wait_weeks": 87 / 18 / 5,
        "usual_cost": 20,
        "bound": 16,
        "gap": 0.25,
        "status": "bounded",
        "finish_day": 7,
        "late": 1,
        "unplaced": [
            {"id": "x", "reason": "an idea"},
            {"id": "y", "reason": "paused"},
            {"id": "z", "reason": "waits for y, which is paused"},
        ],
        "out_of_order": [],
    },
}

# One person, two initiatives in progress: what started later is stalled.
STALLED_FILES = {
    "portfolio.yaml": json.dumps(
        {
            "start": "2027-01-04",
            "framework": "value-effort",
            "teams": {"web": {"people": 1}},
        }
    ),
    "a.yaml": json.dumps({"status": "in_progress", "started": "2026-03", "effort": "1w"}),
    "b.yaml": json.dumps({"status": "in_progress", "started": "2026-05", "effort": "1w"}),
}

STALLED_ANSWER: dict[str, Any] = {
    "format": 1,
    "initiatives": [
        _row("a", "in_progress", **_place(1, 0))
        | _slot(0, 5, "2027-01-04", "2027-01-08", web=1),
        _row("b", "in_progress", **_place(2, 0))
        | _slot(5, 10, "2027-01-11", "2027-01-15", web=1),
    ],
    "sequence": {
        "ids": ["a", "b"],
        "steps": [],
        "cost": 0,
        "usual_cost": 0,
        "bound": 0,
        "status": "optimal",
    },
    "plan": {
        "minimises": "cost-of-delay",
        "cost": 0,
        "mean_wait_weeks": None,
        "usual_cost": 0,
        "bound": 0,
        "gap": None,
        "status": "optimal",
        "finish_day": 10,
        "late": 0,
        "unplaced": [],
        "out_of_order": [],
    },
}
