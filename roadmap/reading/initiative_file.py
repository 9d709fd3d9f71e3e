"""The keys of an initiative. Unknown keys and wrong values are findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from roadmap.model.amounts import Level, Range
from roadmap.model.calendar import DateRange, Period
from roadmap.model.initiative import Status
from roadmap.reading.kinds import (
    AMOUNT,
    ANY_AMOUNT,
    CONFIDENCE,
    EARLIEST,
    FLAG,
    GAIN,
    IMPACT,
    PEOPLE,
    SHARE_RANGE,
    STAMP,
    TEXT,
    WHEN,
    WORK,
    choice,
    either,
    listed,
    mapped,
)
from roadmap.reading.record import Record, key, nested

TEXTS = listed(TEXT)


class ActualFile(Record):
    """What the metric turned out to be."""

    date: Period = key(WHEN, "when it was read", "2026-10-31", required=True)
    value: float = key(ANY_AMOUNT, "what the metric was", "3900", required=True)
    evidence: str | None = key(TEXT, "the evidence that says so", "contact-log")


ACTUALS = either(nested(ActualFile), listed(nested(ActualFile)))
Actuals = ActualFile | Sequence[ActualFile]


class MeasureFile(Record):
    """How success is measured."""

    metric: str = key(
        TEXT, "what is measured", "bill-shock contacts a month", required=True
    )
    baseline: float | None = key(ANY_AMOUNT, "the value today", "1200")
    target: float | None = key(ANY_AMOUNT, "the value to reach", "700")
    unit: str = key(TEXT, "the unit of the numbers", "contacts", "")
    by: Period | None = key(WHEN, "by when", "2027-Q3")
    actual: Actuals = key(
        ACTUALS,
        "what it turned out to be, at one date or several",
        "[{date: 2026-10-31, value: 3900}]",
        (),
    )


class ClaimFile(Record):
    """A change that an initiative makes."""

    impact: Level | None = key(
        IMPACT, "how much of the missing satisfaction it delivers", "high"
    )
    confidence: Level | None = key(CONFIDENCE, "how likely it is to come true", "80%")
    evidence: Sequence[str] = key(TEXTS, "the evidence for it", "[survey-2026q3]", ())
    measure: MeasureFile | None = key(
        nested(MeasureFile),
        "how success is measured",
        "{metric: bill-shock contacts a month, target: 700}",
    )


class OutcomeFile(ClaimFile):
    """The effect on one need."""

    need: str | None = key(TEXT, "the need, when outcomes are a list", "know-my-bill")
    segments: Sequence[str] | None = key(TEXTS, "for which customers", "[families]")
    reach: Range | None = key(SHARE_RANGE, "the share of those customers it reaches", "60%")
    protects: bool = key(
        FLAG, "whether customers would lose what they have without it", "true", False
    )


class ListedOutcomeFile(OutcomeFile):
    """The effect on a need, in a list."""

    need: str = key(
        TEXT, "the need, when outcomes are a list", "know-my-bill", required=True
    )


class ContributionFile(ClaimFile):
    """The contribution to one objective."""

    objective: str | None = key(
        TEXT, "the objective, when contributions are a list", "retention"
    )
    impact: Level | None = key(IMPACT, "progress to target; negative subtracts", "-minimal")
    gain: Level | None = key(
        GAIN,
        "progress to target, in the metric's own unit; used instead of `impact`",
        "1.6",
    )


class ListedContributionFile(ContributionFile):
    """The contribution to an objective, in a list."""

    objective: str = key(
        TEXT, "the objective, when contributions are a list", "retention", required=True
    )


class PartFile(Record):
    """One team's work, done by some of its people."""

    work: Range = key(WORK, "one team's work", "6w", required=True)
    people: float | None = key(PEOPLE, "how many people work on it", "2")


class MustFile(Record):
    """What makes an initiative mandatory."""

    why: str = key(
        choice("law", "contract", "safety"), "what makes it mandatory", "law", required=True
    )
    note: str = key(TEXT, "the law, contract or hazard", "Order 2026-31", "")


class PinFile(Record):
    """A decision to do an initiative first."""

    why: str = key(TEXT, "the reason", "the board wants it first", "")
    by: str = key(TEXT, "who decided", "COO", "")


class PromiseFile(Record):
    """A commitment: a date that somebody was told."""

    date: Period = key(WHEN, "which date", "2027-Q2", required=True)
    to: str = key(TEXT, "who was told", "customer advisory board", "")


class PerspectivesFile(Record):
    """Who reviewed it."""

    customer: str = key(TEXT, "who reviewed it for customers", "Ana", "")
    commercial: str = key(TEXT, "who reviewed it for the business", "Ben", "")
    operational: str = key(TEXT, "who reviewed it for operations", "Cleo", "")


_OUTCOME, _CONTRIBUTION = nested(OutcomeFile), nested(ContributionFile)
_OUTCOMES = either(
    mapped(either(_OUTCOME, listed(_OUTCOME), IMPACT), named=True),
    listed(nested(ListedOutcomeFile)),
)
_CONTRIBUTIONS = either(
    mapped(either(_CONTRIBUTION, listed(_CONTRIBUTION), IMPACT), named=True),
    listed(nested(ListedContributionFile)),
)
EFFORT = either(mapped(either(nested(PartFile), WORK), filled=True), WORK)
Efforts = Mapping[str, PartFile | Range] | Range
STATUSES = tuple(status.value for status in Status)
_RELATIONS = mapped(either(TEXTS, TEXT), filled=True)


class InitiativeFile(Record):
    """One initiative."""

    id: str | None = key(TEXT, "what references call it", "bill-forecast")
    title: str | None = key(
        TEXT, "what people call it", "Forecast the next bill in the app"
    )
    summary: str = key(
        TEXT,
        "what it is, in a sentence or two",
        "A range from day ten, a number from day twenty",
        "",
    )
    theme: str | None = key(TEXT, "the group it is shown in", "billing")
    tags: Sequence[str] = key(TEXTS, "labels to filter by", "[app, mobile]", ())
    kind: str = key(TEXT, "the sort of work; any word", "feature", "")
    status: str = key(
        choice(*STATUSES, open=True), "how far along it is", "committed", "proposed"
    )
    because: str = key(TEXT, "why it has its status", "Nobody used the prototype twice", "")
    owner: str = key(TEXT, "who is accountable for it", "web lead", "")
    owners: Sequence[str] = key(
        TEXTS, "who is accountable for it, if several are", "[web lead, data lead]", ()
    )
    priority: str = key(
        TEXT, "what somebody thinks of its priority; never scored", "High", ""
    )
    parent: str = key(
        TEXT, "what it is part of, here or elsewhere; moves nothing", "calm-billing", ""
    )
    team: str | None = key(TEXT, "the team that a plain `effort` belongs to", "web")
    links: Sequence[str] = key(TEXTS, "links to more information", "[PAY-1184]", ())
    outcomes: Any = key(_OUTCOMES, "its effect on customer needs", "{know-my-bill: high}")
    contributes_to: Any = key(
        _CONTRIBUTIONS, "its contribution to objectives", "{retention: medium}"
    )
    evidence: Sequence[str] = key(
        TEXTS, "the evidence for all claims that name none", "[mover-interviews]", ()
    )
    effort: Efforts | None = key(EFFORT, "the work of each team", "{web: 6w, data: 2w..5w}")
    remaining: Efforts | None = key(EFFORT, "the work left, when in progress", "{web: 2w}")
    spent: Efforts | None = key(
        EFFORT, "the work it took, once delivered", "{web: 7w, data: 4w}"
    )
    depends_on: Sequence[str] | None = key(
        TEXTS, "what must be finished before it starts", "[meter-readings-api]"
    )
    related: Sequence[str] = key(
        TEXTS, "other initiatives worth a look; moves nothing", "[bill-check]", ()
    )
    relations: Mapping[str, Sequence[str] | str] = key(
        _RELATIONS,
        "other ties to initiatives, by a word of your own; moves nothing",
        "{replaces: bill-check, see-also: [meter-photo]}",
        {},
    )
    not_before: Period | DateRange | None = key(
        EARLIEST, "the earliest start; a range where others decide it", "2027-02"
    )
    deadline: Period | None = key(
        WHEN, "after this date, each week of delay costs twice as much", "2027-06-30"
    )
    promised: PromiseFile | None = key(
        nested(PromiseFile),
        "a commitment: a date somebody was told; compared with the forecast, moves nothing",
        "{date: 2027-Q2, to: customer advisory board}",
    )
    must: MustFile | None = key(
        nested(MustFile),
        "makes the initiative mandatory and its deadline binding",
        "{why: law, note: Order 2026-31}",
    )
    pin: PinFile | None = key(
        nested(PinFile),
        "a decision to do it first, with its prerequisites; pages show what that costs",
        "{why: the board wants it first, by: COO}",
    )
    cost: float | None = key(AMOUNT, "non-labour cost; moves nothing", "12000")
    internal: bool = key(FLAG, "whether to hide it from customers", "true", False)
    perspectives: PerspectivesFile | None = key(
        nested(PerspectivesFile),
        "who reviewed it, from three perspectives",
        "{customer: Ana, commercial: Ben, operational: Cleo}",
    )
    created: Period | None = key(
        STAMP, "when it was first written down", "2026-10-05T09:30:00Z"
    )
    updated: Period | None = key(STAMP, "when it last changed", "2026-11-02")
    started: Period | None = key(WHEN, "when work in progress began", "2026-11-30")
    delivered: Period | None = key(WHEN, "when it was delivered", "2026-12-18")
