"""The keys of segments, needs, objectives and evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from roadmap.model.calendar import Period
from roadmap.reading.initiative_file import ACTUALS, TEXTS, Actuals
from roadmap.reading.kinds import (
    AMOUNT,
    ANY_AMOUNT,
    FLAG,
    SHARE,
    TEXT,
    WHEN,
    ZERO_TO_TEN,
    choice,
    listed,
    mapped,
    number,
)
from roadmap.reading.record import Record, key, nested

COUNT = number(0, 10**12, whole=True)


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


class DatedSurveyFile(SurveyFile):
    """What a survey found."""

    date: Period = key(WHEN, "when customers were asked", "2026-09-30", required=True)
    sample: int | None = key(COUNT, "how many answered", "412")
    evidence: str | None = key(TEXT, "the evidence entry for this survey", "survey-2026q3")
    by_segment: Mapping[str, SurveyFile] = key(
        mapped(nested(SurveyFile)),
        "the answers of segments that differ",
        "{business: {importance: 6, satisfaction: 7}}",
        {},
    )


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
    surveyed: Period | None = key(
        WHEN, "when customers were asked for these numbers", "2026-09-30"
    )
    surveys: Sequence[DatedSurveyFile] = key(
        listed(nested(DatedSurveyFile)),
        "surveys by date, in place of these numbers; the newest counts",
        "[{date: 2026-09-30, importance: 8.5, satisfaction: 4.2}]",
        (),
    )
    anticipated: bool = key(
        FLAG,
        "whether nobody has voiced it yet; what is claimed on it then counts as a hunch",
        "true",
        False,
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
    actual: Actuals = key(
        ACTUALS,
        "what was measured since, at one date or several; the newest counts",
        "[{date: 2026-12-31, value: 83.5}]",
        (),
    )


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
    sample: int | None = key(COUNT, "how many people or events it covers", "412")
    says: str = key(TEXT, "what it shows", "Two in three fear the next bill", "")
    link: str = key(TEXT, "where to find it", "https://example.org/s3", "")
    stage: str | None = key(TEXT, "the stage of the journey that it is about", "use")
    channel: str = key(TEXT, "where it reached you", "in-app", "")
    segments: Sequence[str] = key(TEXTS, "whom you heard it from", "[families]", ())
    from_: Sequence[str] = key(
        TEXTS, "who asked or answered, by name", "[Customer advisory board]", ()
    )
