from __future__ import annotations

from fractions import Fraction

from roadmap.scoring.framework import Score
from roadmap.scoring.ranking import best_first, groups, ranks


def score(id: str, value: float | None, size: int = 1) -> Score:
    return Score(id, None if value is None else Fraction(str(value)), Fraction(size))


def tied(*values: float) -> list[list[str]]:
    scored = [score(str(value), value) for value in values]
    return [[each.id for each in group] for group in groups(scored)]


def test_scores_tie_when_the_lower_is_at_least_85_percent_of_the_groups_first() -> None:
    assert tied(100, 85) == [["100", "85"]]
    assert tied(100, 84.9) == [["100"], ["84.9"]]


def test_ties_do_not_chain() -> None:
    assert tied(100, 90, 80) == [["100", "90"], ["80"]]


def test_scores_of_0_tie_and_negative_ones_only_when_equal() -> None:
    zeros = [score("a", 0), score("b", 0), score("c", -1), score("d", -1), score("e", -1.1)]

    assert [[each.id for each in group] for group in groups(zeros)] == [
        ["a", "b"],
        ["c", "d"],
        ["e"],
    ]


def test_those_that_tie_share_a_rank_and_the_next_comes_after_all_of_them() -> None:
    scored = [score("a", 100), score("b", 99), score("c", 10)]

    assert ranks(scored) == {"a": 1, "b": 1, "c": 3}


def test_how_close_a_tie_is_can_be_set() -> None:
    assert ranks([score("a", 100), score("b", 99)], Fraction(1)) == {"a": 1, "b": 2}


def test_however_loose_ties_are_nothing_does_not_tie_with_something() -> None:
    scored = [score("a", 100), score("b", 1), score("c", 0), score("d", -0.5)]

    assert ranks(scored, Fraction(0)) == {"a": 1, "b": 1, "c": 3, "d": 4}


def test_what_has_no_score_comes_last_and_has_no_rank() -> None:
    scored = [score("unknown", None), score("milestone", 5, size=0), score("a", -3)]

    assert [each.id for each in best_first(scored)] == ["a", "milestone", "unknown"]
    assert ranks(scored) == {"a": 1}


def test_nothing_stands_before_less_than_nothing() -> None:
    assert [each.id for each in best_first([score("less", -0.5), score("nothing", 0)])] == [
        "nothing",
        "less",
    ]


def test_nothing_stands_after_a_little() -> None:
    assert [each.id for each in best_first([score("a", 0), score("little", 0.5)])] == [
        "little",
        "a",
    ]


def test_scores_below_one_tie_as_others_do() -> None:
    assert len(tied(0.9, 0.8)) == 1
    assert len(tied(0.9, 0.7)) == 2
