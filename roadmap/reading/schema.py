"""What the files may say. Unknown keys and wrong values are findings, not exceptions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field

from roadmap.reading.kinds import (
    AboveZero,
    Amount,
    AnyAmount,
    Confidence,
    Duration,
    Gain,
    Impact,
    Share,
    ShareAbove0,
    ShareRange,
    Strict,
    When,
    Work,
    Zero2Ten,
)
from roadmap.reading.shape import shape, tag


class MeasureFile(Strict):
    """How we shall know."""

    metric: str
    baseline: AnyAmount | None = None
    target: AnyAmount | None = None
    unit: str = ""
    by: When | None = None


class OutcomeFile(Strict):
    """The change to one need."""

    need: str | None = None
    segments: list[str] | None = None
    reach: ShareRange | None = None
    impact: Impact | None = None
    confidence: Confidence | None = None
    evidence: list[str] = []
    measure: MeasureFile | None = None
    protects: bool = False


class ContributionFile(Strict):
    """The share of one objective's distance."""

    objective: str | None = None
    impact: Impact | None = None
    gain: Gain | None = None
    confidence: Confidence | None = None
    evidence: list[str] = []
    measure: MeasureFile | None = None


OutcomeEntry = Annotated[
    Annotated[OutcomeFile, tag("mapping")]
    | Annotated[list[OutcomeFile], tag("list")]
    | Annotated[Impact, tag("")],
    Discriminator(shape),
]
ContributionEntry = Annotated[
    Annotated[ContributionFile, tag("mapping")]
    | Annotated[list[ContributionFile], tag("list")]
    | Annotated[Impact, tag("")],
    Discriminator(shape),
]
Outcomes = Annotated[
    Annotated[dict[str, OutcomeEntry], tag("mapping")]
    | Annotated[list[OutcomeFile], tag("list")],
    Discriminator(shape),
]
Contributions = Annotated[
    Annotated[dict[str, ContributionEntry], tag("mapping")]
    | Annotated[list[ContributionFile], tag("list")],
    Discriminator(shape),
]


class PartFile(Strict):
    """One team's work, with people of its own."""

    work: Work
    people: AboveZero | None = None


PartEntry = Annotated[
    Annotated[PartFile, tag("mapping")] | Annotated[Work, tag("")], Discriminator(shape)
]
EffortFile = Annotated[
    Annotated[dict[str, PartEntry], tag("mapping")] | Annotated[Work, tag("")],
    Discriminator(shape),
]


class MustFile(Strict):
    """An obligation."""

    why: Literal["law", "contract", "safety"]
    note: str = ""


class PinFile(Strict):
    """A decision that this goes first."""

    why: str = ""
    by: str = ""


class PromiseFile(Strict):
    """A date told to somebody."""

    date: When
    to: str = ""


class PerspectivesFile(Strict):
    """Who looked at it."""

    customer: str = ""
    commercial: str = ""
    operational: str = ""


class InitiativeFile(Strict):
    """One initiative."""

    id: str | None = None
    title: str | None = None
    summary: str = ""
    theme: str | None = None
    tags: list[str] = []
    status: Literal[
        "idea", "proposed", "committed", "in_progress", "paused", "delivered", "dropped"
    ] = "proposed"
    owner: str = ""
    team: str | None = None
    links: list[str] = []
    outcomes: Outcomes | None = None
    contributes_to: Contributions | None = None
    evidence: list[str] = []
    effort: EffortFile | None = None
    remaining: EffortFile | None = None
    depends_on: list[str] | None = None
    related: list[str] = []
    not_before: When | None = None
    deadline: When | None = None
    promised: PromiseFile | None = None
    must: MustFile | None = None
    pin: PinFile | None = None
    cost: Amount | None = None
    internal: bool = False
    perspectives: PerspectivesFile | None = None
    started: When | None = None
    delivered: When | None = None
    because: str = ""


class SegmentFile(Strict):
    """A group of customers."""

    title: str | None = None
    customers: Amount | None = None
    prospects: Amount | None = None
    lifetime_value: Amount | None = None
    weight: Amount | None = None


class SurveyFile(Strict):
    """How much a need matters to a segment, and how well it is met."""

    importance: Zero2Ten | None = None
    satisfaction: Zero2Ten | None = None


class NeedFile(Strict):
    """Something customers want."""

    statement: str | None = None
    stage: str | None = None
    importance: Zero2Ten | None = None
    satisfaction: Zero2Ten | None = None
    affects: Share | None = None
    by_segment: dict[str, SurveyFile] = {}
    evidence: list[str] = []


class KeyResultFile(Strict):
    """A measured aim of an objective."""

    metric: str
    unit: str = ""
    baseline: AnyAmount | None = None
    target: AnyAmount | None = None
    by: When | None = None


class ObjectiveFile(Strict):
    """What the organisation wants."""

    title: str | None = None
    kind: Literal["customer", "commercial", "operational"] = "customer"
    weight: Amount = 1.0
    key_results: list[KeyResultFile] = []


class EvidenceFile(Strict):
    """Why we believe."""

    kind: Literal[
        "hunch", "request", "interview", "survey", "data", "experiment", "obligation"
    ] = "hunch"
    date: When | None = None
    sample: Annotated[int, Field(ge=0, le=10**12)] | None = None
    says: str = ""
    link: str = ""


class DatesFile(Strict):
    """From one day to another, both inclusive."""

    from_: When = Field(alias="from")
    to: When | None = None


class AwayFile(DatesFile):
    """Some people away."""

    people: AboveZero | None = None


class TeamFile(Strict):
    """A team."""

    title: str = ""
    people: AboveZero | None = None
    at_once: AboveZero | None = None
    focus: ShareAbove0 | None = None
    away: list[AwayFile] = []


class BalanceFile(Strict):
    """Percentages of a thousand points."""

    needs: Amount | None = None
    customer: Amount | None = None
    commercial: Amount | None = None
    operational: Amount | None = None


class HorizonsFile(Strict):
    """How far now and next reach."""

    now: Duration | None = None
    next: Duration | None = None


HolidayEntry = Annotated[
    Annotated[DatesFile, tag("mapping")] | Annotated[When, tag("")], Discriminator(shape)
]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class PortfolioFile(Strict):
    """What the initiatives share."""

    format: Literal[1] = 1
    title: str = ""
    vision: str = ""
    start: When | None = None
    as_of: When | None = None
    framework: str = "customer-value"
    segments: dict[str, SegmentFile] | None = None
    journey: list[str] | None = None
    needs: dict[str, NeedFile] | None = None
    objectives: dict[str, ObjectiveFile] | None = None
    evidence: dict[str, EvidenceFile] | None = None
    teams: dict[str, TeamFile] | None = None
    holidays: list[HolidayEntry] = []
    week: Annotated[list[Weekday], Field(min_length=1)] | None = None
    balance: BalanceFile | None = None
    sizes: dict[str, Work] = {}
    default_effort: EffortFile | None = None
    minimise: Literal["cost-of-delay", "makespan"] = "cost-of-delay"
    engine: Literal["fast", "exact"] = "fast"
    horizons: HorizonsFile | None = None
    currency: str = ""
    link_templates: dict[str, str] = {}
    fiscal_year_starts: Annotated[int, Field(ge=1, le=12)] = 1


SECTIONS = ("segments", "needs", "objectives", "evidence", "teams")
"""Sections that may live in a file of their own name."""
