"""A team's own words for `status`."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.cli.load import words
from roadmap.model.initiative import Status
from roadmap.reading.read import Read, read
from roadmap.reading.sources import Texts
from tests.reading.cures import cures, found

PORTFOLIO = "status_words: {In Review: in_progress, Done: delivered, 3: paused}"


def portfolio(initiative: str, shared: str = PORTFOLIO) -> Read:
    files = {"a.yaml": initiative.encode(), "portfolio.yaml": shared.encode()}
    return read(Texts(files), words(), date(2027, 1, 4))


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("In Review", Status.IN_PROGRESS),
        ("in review", Status.IN_PROGRESS),
        ('"  DONE "', Status.DELIVERED),
        ("3", Status.PAUSED),
        ("idea", Status.IDEA),
    ],
)
def test_a_teams_word_is_read_as_what_it_means(word: str, status: Status) -> None:
    was_read = portfolio(f"status: {word}")

    assert was_read.diagnostics == ()
    assert was_read.portfolio.initiatives["a"].status is status


def test_the_word_itself_is_kept_beside_our_status() -> None:
    assert portfolio("status: DONE").portfolio.initiatives["a"].status_word == "DONE"
    assert portfolio("status: delivered").portfolio.initiatives["a"].status_word == ""


def test_a_word_that_is_one_of_ours_keeps_its_meaning() -> None:
    shared = "status_words: {Idea: dropped, In Progress: in_progress}"
    was_read = portfolio("status: idea", shared)
    (fault,) = was_read.diagnostics

    assert was_read.portfolio.initiatives["a"].status is Status.IDEA
    assert fault.message == "`Idea` is a status already, and cannot mean `dropped`"
    assert fault.place is not None
    assert fault.place.route == ("status_words", "Idea")


def test_a_word_in_two_spellings_has_one_meaning() -> None:
    shared = "status_words: {Done: delivered, done: dropped, DONE: delivered}"
    was_read = portfolio("status: done", shared)
    (fault,) = was_read.diagnostics

    assert was_read.portfolio.initiatives["a"].status is Status.DELIVERED
    assert fault.message == "`done` is `Done` in other letters, which is `delivered`"


def test_a_meaning_that_is_none_of_ours_is_one_finding() -> None:
    shared = "status_words: {Rejected: cancelled}"

    assert cures("status: Rejected", shared) == ["write `dropped`"]


@pytest.mark.parametrize(
    ("shared", "cure"),
    [
        ("status_words: {Done}", "write `Done: in_progress`, or remove it"),
        ("status_words: [Done]", "write `key: value` pairs"),
    ],
)
def test_words_without_a_meaning_are_found(shared: str, cure: str) -> None:
    assert cures("title: A", shared) == [cure]


def test_a_word_that_nobody_knows_may_be_defined() -> None:
    (fault,) = found("status: Simmering", PORTFOLIO)

    assert fault.cure.endswith("or define yours in `status_words` of portfolio.yaml")


def test_a_word_of_a_tracker_needs_no_advice_where_it_is_defined() -> None:
    assert cures("status: done") == ["write `delivered`"]
    assert cures("status: done", PORTFOLIO) == []
