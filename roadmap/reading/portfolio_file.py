"""The keys of portfolio.yaml and its section files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from roadmap.model.amounts import Range
from roadmap.model.calendar import Period
from roadmap.reading.customers_file import (
    EvidenceFile,
    NeedFile,
    ObjectiveFile,
    SegmentFile,
)
from roadmap.reading.initiative_file import EFFORT, STATUSES, TEXTS, Efforts
from roadmap.reading.kinds import (
    AMOUNT,
    DURATION,
    PEOPLE,
    SHARE,
    SHARE_ABOVE_0,
    TEXT,
    WHEN,
    WORK,
    Kind,
    choice,
    either,
    listed,
    mapped,
    number,
)
from roadmap.reading.record import Record, key, nested


class DatesFile(Record):
    """From one day to another, both inclusive."""

    from_: Period = key(WHEN, "the first day", "2027-12-24", required=True)
    to: Period | None = key(WHEN, "the last day", "2027-12-31")


class AwayFile(DatesFile):
    """Some people away."""

    people: float | None = key(PEOPLE, "how many people are away", "1")


class TeamFile(Record):
    """A team."""

    title: str = key(TEXT, "what people call it", "Web and apps", "")
    people: float | None = key(PEOPLE, "how many people it has", "4")
    at_once: float | None = key(PEOPLE, "how many initiatives it works on at a time", "2")
    focus: Fraction | None = key(
        SHARE_ABOVE_0, "the share of its time that the roadmap gets", "80%"
    )
    away: Sequence[AwayFile] = key(
        listed(nested(AwayFile)),
        "when people are away",
        "[{from: 2027-03-01, to: 2027-03-12, people: 1}]",
        (),
    )


class BalanceFile(Record):
    """How a thousand points are divided, in percent."""

    needs: float | None = key(AMOUNT, "how much all needs together count", "50")
    customer: float | None = key(AMOUNT, "how much customer objectives count", "10")
    commercial: float | None = key(AMOUNT, "how much commercial objectives count", "25")
    operational: float | None = key(AMOUNT, "how much operational objectives count", "15")


class HorizonsFile(Record):
    """How far now and next reach."""

    now: Fraction | None = key(DURATION, "how far now reaches", "4w")
    next: Fraction | None = key(DURATION, "how far next reaches beyond now", "1q")


class FundingFile(Record):
    """The limits on what is funded."""

    from_: Period | None = key(
        WHEN, "the day from which delivered work is charged", "2027-01-01"
    )
    until: Period | None = key(
        WHEN, "the last day on which the teams work on what is funded", "2027-Q4"
    )
    effort: Range | Mapping[str, Range] | None = key(
        either(mapped(WORK, filled=True), WORK),
        "how much effort there is, over all teams or by team",
        "260w",
    )
    cost: float | None = key(AMOUNT, "how much money there is", "3000000")
    minimum_score: float | None = key(
        AMOUNT, "the least value per person-week, with prerequisites", "1.0"
    )


_WEEKDAY = choice("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _named(record: type[Record]) -> Kind:
    return mapped(nested(record), named=True)


class PortfolioFile(Record):
    """What all initiatives share."""

    format: int = key(number(1, 1, whole=True), "the version of this format", "1", 1)
    title: str = key(TEXT, "the title of the roadmap", "Northwind Energy", "")
    vision: str = key(
        TEXT,
        "the goal of the whole roadmap, in one sentence",
        "No customer of ours ever fears a bill",
        "",
    )
    start: Period | None = key(WHEN, "the first day of the calendar", "2027-01-04")
    as_of: Period | None = key(
        WHEN,
        "the day from which to plan: nothing unfinished is scheduled before it",
        "2027-02-01",
    )
    framework: str = key(TEXT, "how initiatives are scored", "rice", "customer-value")
    segments: Mapping[str, SegmentFile] | None = key(
        _named(SegmentFile), "the groups of customers", "{families: {customers: 120000}}"
    )
    journey: Sequence[str] | None = key(
        TEXTS,
        "the stages of the customer's journey, in order",
        "[discover, join, use, get-help, renew]",
    )
    needs: Mapping[str, NeedFile] | None = key(
        _named(NeedFile),
        "what customers want, in their words",
        "{know-my-bill: {importance: 8.7, satisfaction: 3.4}}",
    )
    objectives: Mapping[str, ObjectiveFile] | None = key(
        _named(ObjectiveFile),
        "what the organisation wants",
        "{retention: {kind: commercial, weight: 3}}",
    )
    evidence: Mapping[str, EvidenceFile] | None = key(
        _named(EvidenceFile),
        "the evidence behind claims",
        "{survey-2026q3: {kind: survey, date: 2026-09-30, sample: 412}}",
    )
    teams: Mapping[str, TeamFile] | None = key(
        _named(TeamFile), "who does the work", "{web: {people: 4}, data: {people: 2}}"
    )
    holidays: Sequence[DatesFile | Period] = key(
        listed(either(nested(DatesFile), WHEN)),
        "working days on which nobody works",
        "[2027-01-06, {from: 2027-12-24, to: 2027-12-31}]",
        (),
    )
    week: Sequence[str] | None = key(
        listed(_WEEKDAY, least=1), "the days of the working week", "[mon, tue, wed, thu]"
    )
    balance: BalanceFile | None = key(
        nested(BalanceFile),
        "how much needs and each kind of objective count; should add up to 100",
        "{needs: 50, customer: 10, commercial: 25, operational: 15}",
    )
    sizes: Mapping[str, Range] = key(
        mapped(WORK, filled=True),
        "names for typical efforts",
        "{S: 1w, M: 3w, L: 8w, XL: 20w}",
        {},
    )
    default_effort: Efforts | None = key(
        EFFORT, "the effort to assume when none is stated", "{web: 4w}"
    )
    minimise: str = key(
        choice("cost-of-delay", "makespan"),
        "what the plan minimises: the cost of delay, or the day of the final delivery",
        "makespan",
        "cost-of-delay",
    )
    engine: str = key(
        choice("fast", "exact"),
        "which engine plans; `exact` can prove a plan optimal and needs the extra "
        "`customer-roadmap[exact]`",
        "fast",
        "fast",
    )
    steadiness: Fraction | None = key(
        SHARE,
        "by what share a plan may cost more to keep published dates",
        "2%",
    )
    horizons: HorizonsFile | None = key(
        nested(HorizonsFile),
        "how far now and next reach from `as_of`, by start date; everything after is later",
        "{now: 6w, next: 1q}",
    )
    funding: FundingFile | None = key(
        nested(FundingFile),
        "the limits on what is funded: `plan` and `report` leave the rest out",
        "{until: 2027-Q4, effort: 260w, cost: 3000000}",
    )
    currency: str = key(TEXT, "the currency of `cost` and `lifetime_value`", "EUR", "")
    link_templates: Mapping[str, str] = key(
        mapped(TEXT, filled=True),
        "addresses for short links: `PAY-1184` becomes the address with `{id}` replaced by "
        "`1184`",
        '{PAY: "https://tracker.example.org/PAY-{id}"}',
        {},
    )
    status_words: Mapping[str, str] = key(
        mapped(choice(*STATUSES), filled=True),
        "your team's own words for `status`, and what each means",
        "{In Review: in_progress, Done: delivered}",
        {},
    )
    fiscal_year_starts: int = key(
        number(1, 12, whole=True), "the month in which the first quarter begins", "4", 1
    )
    fiscal_year_named_by: str = key(
        choice("start", "end"),
        "the calendar year that a fiscal year is named after: in which it starts, or ends",
        "end",
        "start",
    )


SECTIONS = ("segments", "needs", "objectives", "evidence", "teams")
"""Sections that may have a file of their own, named after them."""
