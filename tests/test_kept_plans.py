from __future__ import annotations

import pytest

from tests.kept_plans import Kept, hurry_plans


def test_only_the_same_question_at_the_same_effort_has_a_kept_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    computed = []

    def length(text: str, progress: object = None) -> int:
        computed.append(text)
        return len(text)

    kept = Kept(length)

    assert [kept("a"), kept(text="a", progress=print), kept("bb")] == [1, 1, 2]
    assert computed == ["a", "bb"]

    hurry_plans(monkeypatch)

    assert kept("a") == 1
    assert computed == ["a", "bb", "a"]
