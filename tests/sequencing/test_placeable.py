from __future__ import annotations

from itertools import pairwise

from roadmap.model.initiative import Initiative, Status
from roadmap.sequencing.placeable import placeable
from roadmap.sequencing.results import Unplaced, UnplacedKind
from tests.sequencing.orders import portfolio, work

DEEP = 5_000
"""Far beyond the depth to which Python recurses."""


def unplaced(*initiatives: Initiative, ideas: bool = False) -> dict[str, Unplaced]:
    return {one.id: one for one in placeable(portfolio(*initiatives), ideas)[1]}


def test_everything_is_placed_by_id_when_nothing_stands_in_the_way() -> None:
    assert placeable(portfolio(work("b", 1, ["a"]), work("a"))) == (["a", "b"], ())


def test_what_waits_for_something_paused_says_so_and_so_does_what_waits_for_that() -> None:
    found = unplaced(
        work("x", status=Status.PAUSED), work("y", 1, ["x"]), work("z", 1, ["y"])
    )

    assert found == {
        "x": Unplaced("x", UnplacedKind.PAUSED),
        "y": Unplaced("y", UnplacedKind.WAITS, because="x", cause="x"),
        "z": Unplaced("z", UnplacedKind.WAITS, because="y", cause="y"),
    }


def test_what_waits_for_something_dropped_is_not_placed() -> None:
    found = unplaced(work("x", status=Status.DROPPED), work("y", 1, ["x"]))

    assert found["x"].kind is UnplacedKind.DROPPED
    assert found["y"] == Unplaced("y", UnplacedKind.WAITS, because="x", cause="x")


def test_a_dependency_that_cannot_be_found_holds_nobody() -> None:
    assert placeable(portfolio(work("z", 1, ["nowhere"]))) == (["z"], ())


def test_delivered_work_satisfies_and_is_no_trouble() -> None:
    placed, trouble = placeable(
        portfolio(work("done", status=Status.DELIVERED), work("next", 1, ["done"]))
    )

    assert (placed, trouble) == (["next"], ())


def test_ideas_count_only_when_asked_for() -> None:
    idea = work("x", status=Status.IDEA)

    assert unplaced(idea, work("y", 1, ["x"])) == {
        "x": Unplaced("x", UnplacedKind.IDEA),
        "y": Unplaced("y", UnplacedKind.WAITS, because="x", cause="x"),
    }
    assert unplaced(idea, work("y", 1, ["x"]), ideas=True) == {}


def test_a_circle_is_not_placed_nor_what_waits_for_it() -> None:
    found = unplaced(
        work("a", 1, ["b"]), work("b", 1, ["a"]), work("c", 1, ["a"]), work("d", 1, ["d"])
    )

    assert found == {
        "a": Unplaced("a", UnplacedKind.CIRCLE, because="b", circle=("a", "b")),
        "b": Unplaced("b", UnplacedKind.CIRCLE, because="a", circle=("b", "a")),
        "c": Unplaced("c", UnplacedKind.WAITS, because="a", cause="a"),
        "d": Unplaced("d", UnplacedKind.CIRCLE, because="d", circle=("d",)),
    }


def test_running_work_breaks_a_circle_and_is_held_by_nothing() -> None:
    running = Status.IN_PROGRESS
    found = unplaced(
        work("a", 1, ["b"], status=running),
        work("b", 1, ["a"]),
        work("c", 1, ["nowhere"], status=running),
        work("d", 1, ["c"]),
    )

    assert found == {}


def test_a_circle_is_said_even_where_something_else_stands_in_the_way() -> None:
    found = unplaced(
        work("a", 1, ["b"]), work("b", 1, ["p", "a"]), work("p", status=Status.PAUSED)
    )

    assert found["b"].circle == ("b", "a")


def test_the_first_cause_is_named_however_far_away() -> None:
    found = unplaced(
        work("w", status=Status.PAUSED),
        work("x", 1, ["w"]),
        work("y", 1, ["x"]),
        work("z", 1, ["y"]),
    )

    assert found["z"] == Unplaced("z", UnplacedKind.WAITS, because="y", cause="x")
    assert found["x"].because == "w"


def test_a_deep_chain_and_a_long_circle_need_no_recursion() -> None:
    names = [f"i{number:05}" for number in range(DEEP)]
    chain = [work(b, 1, [a]) for a, b in pairwise(names)]

    placed, _ = placeable(portfolio(work(names[0]), *chain))
    _, trouble = placeable(portfolio(work(names[0], 1, [names[-1]]), *chain))

    assert len(placed) == DEEP
    assert {one.kind for one in trouble} == {UnplacedKind.CIRCLE}
    assert len(trouble) == DEEP


def test_a_circle_of_three_is_known_in_full_from_each_of_its_members() -> None:
    found = unplaced(
        work("c1", 1, ["c2"]), work("c2", 1, ["c3"]), work("c3", 1, ["c1"]), work("d", 1)
    )

    assert {id: one.circle for id, one in found.items()} == {
        "c1": ("c1", "c2", "c3"),
        "c2": ("c2", "c3", "c1"),
        "c3": ("c3", "c1", "c2"),
    }
    assert found["c1"].because == "c2"


def test_of_two_circles_the_shorter_one_is_kept() -> None:
    found = unplaced(
        work("a", 1, ["b", "d"]),
        work("b", 1, ["c"]),
        work("c", 1, ["a"]),
        work("d", 1, ["a"]),
    )

    assert found["a"].circle == ("a", "d")
    assert found["b"].circle == ("b", "c", "a")


def test_a_circle_of_hundreds_is_known_by_its_next_member() -> None:
    names = [f"i{number}" for number in range(300)]
    found = unplaced(
        *(work(each, 1, [names[n - 1]]) for n, each in enumerate(names)),
    )

    assert (found["i3"].because, found["i3"].circle) == ("i2", ())
