"""The words of trackers: what each is called here."""

from __future__ import annotations

import pytest

from roadmap.model.initiative import Status
from roadmap.reading.tracker_words import STATUSES, meant
from tests.reading.cures import cures, written


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("delivered", "done, Done, shipped, released, Closed, complete, Launched, merged"),
        ("paused", "deferred, on hold, On-Hold, ON_HOLD, blocked, postponed, parked"),
        ("dropped", "rejected, cancelled, canceled, won't do, Wont Do, wont-do, withdrawn"),
        ("proposed", "planned, to do, todo, TO-DO, open, New, not started"),
        ("in_progress", "doing, started, active, WIP, In Review, underway, in development"),
        ("committed", "accepted, approved"),
        ("idea", "icebox, under consideration, someday"),
    ],
)
def test_a_trackers_status_is_told_its_word_here(ours: str, theirs: str) -> None:
    for word in theirs.split(", "):
        assert cures(f'status: "{word}"') == [f"write `{ours}`"], word


@pytest.mark.parametrize("word", ["backlog", "Backlog", "draft", "Needs triage"])
def test_a_status_that_may_mean_two_things_is_told_both(word: str) -> None:
    said = "write `idea` (scored, not scheduled) or `proposed` (scored and scheduled)"

    assert cures(f"status: {word}") == [said]
    assert written(f"status: {word}") == []


def test_a_translation_is_written_only_when_asked_for() -> None:
    assert written("status: shipped") == [("delivered", False)]


def test_every_status_has_its_words_and_none_is_among_them() -> None:
    every = {word for each in STATUSES.values() for word in each.split(", ")}

    assert {*STATUSES} == {status.value for status in Status}
    assert all(set(meant(word, STATUSES)) <= {*STATUSES} for word in every)
    assert every.isdisjoint(STATUSES)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("must: {why: regulatory}", "write `law`"),
        ("must: {why: Contractual}", "write `contract`"),
        ("outcomes: {n: huge}", "write `massive`"),
        ("outcomes: {n: -Small}", "write `-low`"),
        ("outcomes: {n: {confidence: very high}}", "write `high`"),
        ("outcomes: {n: {confidence: moderate}}", "write `medium`"),
    ],
)
def test_other_words_of_an_initiative_are_translated_too(text: str, cure: str) -> None:
    assert cures(text) == [cure]


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("evidence: {a: {kind: A/B test}}", "write `experiment`"),
        ("evidence: {a: {kind: analytics}}", "write `data`"),
        ("objectives: {a: {kind: business}}", "write `commercial`"),
        ("week: [Monday]", "write `mon`"),
    ],
)
def test_other_words_of_a_portfolio_are_translated_too(text: str, cure: str) -> None:
    assert cures(portfolio=text) == [cure]


@pytest.mark.parametrize("word", ["purple", "", "42", "delivery"])
def test_a_word_that_means_nothing_gets_all_that_are_known(word: str) -> None:
    (cure,) = cures(f'status: "{word}"')

    assert cure.count("`") == 2 * (len(Status) + 1)
    assert cure.endswith("or define yours in `status_words` of portfolio.yaml")
