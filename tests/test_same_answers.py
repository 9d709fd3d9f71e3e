"""The comparison of two revisions tells a new sentence from a new answer."""

from __future__ import annotations

import pytest

from benchmarks.same_answers import differences

Path = str


def differing(old: object, new: object) -> list[tuple[Path, bool]]:
    return [(found.path, found.words) for found in differences(old, new)]


def test_the_same_answer_differs_nowhere() -> None:
    answer = {"ids": ["a", "b"], "plan": {"cost": 3.5, "why": "waits for `a`"}}

    assert differing(answer, answer) == []


def test_another_sentence_differs_in_words_alone() -> None:
    old = {"reasons": ["pinned"], "note": "goes first"}
    new = {"reasons": ["is pinned", "goes first"], "note": "starts on day one"}

    assert differing(old, new) == [("/reasons", True), ("/note", True)]


def test_the_labels_of_terms_are_words_and_names_are_not() -> None:
    def leaf(name: str) -> object:
        return {"leaves": [{"name": name, "terms": [{"name": name, "amount": 1}]}]}

    assert differing(leaf("reach"), leaf("people")) == [
        ("/leaves/0/name", False),
        ("/leaves/0/terms/0/name", True),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["a", "b"], ["b", "a"]),
        ({"cost": 1}, {"cost": 2}),
        ({"cost": 1}, {"cost": 1.0}),
        ({"end": "2027-01-04"}, {"end": "2027-01-05"}),
        ({"end": "2027-01-04"}, {"end": None}),
        ({"kind": "pin"}, {"kind": "goes first"}),
        ({"ids": ["a"]}, {"ids": ["a", "b"]}),
        ({"late": 0}, {}),
        ({"assumed": True}, {"assumed": False}),
        ({"assumed": []}, {"assumed": ["effort"]}),
        ({"reason": "is paused"}, {"reason": None}),
    ],
)
def test_another_value_order_date_id_or_key_is_another_answer(
    old: object, new: object
) -> None:
    assert not all(words for _, words in differing(old, new))
