"""The keys of portfolio.yaml and its section files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from roadmap.model.amounts import Range
from roadmap.model.calendar import Period
from roadmap.reading.initiative_file import EFFORT, STATUSES, TEXTS, Efforts
from roadmap.reading.kinds import (
    AMOUNT,
    ANY_AMOUNT,
    DURATION,
    PEOPLE,
    SHARE,
    SHARE_ABOVE_0,
    TEXT,
    WHEN,
    WORK,
    ZERO_TO_TEN,
    Kind,
    choice,
    either,
    listed,
    mapped,
    number,
)
from roadmap.reading.record import Record, key, nested


class SegmentFile(Record):
    """A group of customers."""

    title: str | None = key(TEXT, "what people call it", "Families in their own home")
    customers: float | None = key(AMOUNT, "how many customers it has", "120000")
    prospects: float | None = key(AMOUNT, "how many more could become customers", "30000")
    lifetime_value: float | None = key(
        AMOUNT, "what one customer is worth over the years", "840"
    )
    weight: float | None = key(
        AMOUNT, "a multiplier of your choice; 0: you choose not to serve them", "0"
    )


class SurveyFile(Record):
    """The survey figures of a need, for one segment."""

    importance: float | None = key(ZERO_TO_TEN, "how important it is to them", "6")
    satisfaction: float | None = key(ZERO_TO_TEN, "how satisfied they are", "7")


class NeedFile(Record):
    """Something customers want."""

    statement: str | None = key(
        TEXT, "the need in one sentence", "Know what I will pay before the bill arrives"
    )
    stage: str | None = key(TEXT, "the stage of the journey in which it arises", "use")
    importance: float | None = key(ZERO_TO_TEN, "how important it is to customers", "8.7")
    satisfaction: float | None = key(
        ZERO_TO_TEN, "how satisfied customers are today", "3.4"
    )
    affects: Fraction | None = key(
        SHARE, "the share of customers who have this need in a year", "60%"
    )
    by_segment: Mapping[str, SurveyFile] = key(
        mapped(nested(SurveyFile)),
        "the answers of segments that differ",
        "{business: {importance: 6, satisfaction: 7}}",
        {},
    )
    evidence: Sequence[str] = key(
        TEXTS,
        "the evidence for the need; proves the problem, not a solution",
        "[survey-2026q3]",
        (),
    )


class KeyResultFile(Record):
    """A measurable target of an objective."""

    metric: str = key(TEXT, "what is measured", "12-month retention", required=True)
    unit: str = key(TEXT, "the unit of the numbers", '"%"', "")
    baseline: float | None = key(ANY_AMOUNT, "the value today", "81")
    target: float | None = key(ANY_AMOUNT, "the value to reach", "88")
    by: Period | None = key(WHEN, "by when", "2027-Q4")


class ObjectiveFile(Record):
    """What the organisation wants to achieve."""

    title: str | None = key(TEXT, "what people call it", "Keep the customers we win")
    kind: str = key(
        choice("customer", "commercial", "operational"),
        "the part of `balance` it draws on",
        "commercial",
        "customer",
    )
    weight: float = key(AMOUNT, "its weight among objectives of its kind", "3", 1.0)
    key_results: Sequence[KeyResultFile] = key(
        listed(nested(KeyResultFile)),
        "how progress is measured",
        '[{metric: 12-month retention, unit: "%", baseline: 81, target: 88}]',
        (),
    )


_STRENGTHS = choice(
    "hunch", "request", "interview", "survey", "data", "experiment", "obligation"
)


class EvidenceFile(Record):
    """What supports needs and claims."""

    kind: str = key(_STRENGTHS, "the kind of evidence, weakest first", "survey", "hunch")
    date: Period | None = key(WHEN, "when it was gathered", "2026-09-30")
    sample: int | None = key(
        number(0, 10**12, whole=True), "how many people or events it covers", "412"
    )
    says: str = key(TEXT, "what it shows", "Two in three fear the next bill", "")
    link: str = key(TEXT, "where to find it", "https://example.org/s3", "")


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
    horizons: HorizonsFile | None = key(
        nested(HorizonsFile),
        "how far now and next reach from `as_of`, by start date; everything after is later",
        "{now: 6w, next: 1q}",
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


SECTIONS = ("segments", "needs", "objectives", "evidence", "teams")
"""Sections that may have a file of their own, named after them."""
