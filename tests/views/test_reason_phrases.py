"""Why something is not scheduled, or starts before another, in words."""

from __future__ import annotations

import pytest

from roadmap.sequencing.results import InversionKind, OutOfOrder, Unplaced, UnplacedKind
from roadmap.views.phrases.reasons import inversion_text, unplaced_text
from tests.building import portfolio

WAITS, CIRCLE, PAUSED = UnplacedKind.WAITS, UnplacedKind.CIRCLE, UnplacedKind.PAUSED


def said(*unplaced: Unplaced) -> dict[str, str]:
    every = {each.id: each for each in unplaced}
    return {id: unplaced_text(every, id) for id in every}


def test_what_is_not_scheduled_says_on_what_it_depends_and_why_that_is_not() -> None:
    assert said(
        Unplaced("v", UnplacedKind.IDEA),
        Unplaced("w", PAUSED),
        Unplaced("d", UnplacedKind.DROPPED),
        Unplaced("x", WAITS, because="w", cause="w"),
        Unplaced("y", WAITS, because="x", cause="x"),
        Unplaced("z", WAITS, because="y", cause="x"),
    ) == {
        "v": "is only an idea",
        "w": "is paused",
        "d": "was dropped",
        "x": "depends on `w`, which is paused",
        "y": "depends on `x`, which depends on `w`, which is paused",
        "z": "depends on `y`, and so on `x`, which depends on `w`, which is paused",
    }


@pytest.mark.parametrize(
    ("circle", "text"),
    [
        ("a", "depends on itself"),
        ("ab", "depends on `b`, which depends on it in turn"),
        ("abc", "is part of a dependency circle: `a` → `b` → `c` → `a`"),
        ("abcdef", "is part of a dependency circle: `a` → `b` → … → `a`"),
    ],
)
def test_a_circle_is_told_in_full_unless_it_is_long(circle: str, text: str) -> None:
    because = circle[1 % len(circle)]

    assert said(Unplaced("a", CIRCLE, because, circle=tuple(circle))) == {"a": text}


def test_a_circle_too_long_to_follow_is_told_by_its_beginning() -> None:
    assert said(Unplaced("a", CIRCLE, "b")) == {
        "a": "is part of a dependency circle: `a` → `b` → … → `a`"
    }


@pytest.mark.parametrize(
    ("pair", "text"),
    [
        (OutOfOrder("b", "a", "web", InversionKind.DEPENDENCY, "c"), "blocked by `c`"),
        (
            OutOfOrder("b", "a", "web", InversionKind.NOT_BEFORE, day=5),
            "may not start before 11 Jan 2027",
        ),
        (
            OutOfOrder("b", "a", "web", InversionKind.PRESENCE, lacking="ops", day=5),
            "`ops` is away on 11 Jan 2027",
        ),
        (
            OutOfOrder("b", "a", "web", InversionKind.PEOPLE, lacking="ops"),
            "no `ops` capacity",
        ),
        (
            OutOfOrder("b", "a", "web", InversionKind.GAP, lacking="web"),
            "too little `web` capacity",
        ),
        (OutOfOrder("b", "a", "web", InversionKind.CHOICE), "not blocked"),
    ],
)
def test_who_is_overtaken_says_what_holds_it_back(pair: OutOfOrder, text: str) -> None:
    assert inversion_text(portfolio(), pair) == text
