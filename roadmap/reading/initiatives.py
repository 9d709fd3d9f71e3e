"""Turn a YAML mapping into an initiative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from roadmap.diagnostics import Diagnostic, Place, Route
from roadmap.model.actuals import Actual
from roadmap.model.amounts import Level, exact
from roadmap.model.calendar import DateRange, Period
from roadmap.model.initiative import (
    Claim,
    Initiative,
    Measure,
    Must,
    Part,
    Pin,
    Promise,
    Status,
)
from roadmap.model.words import Word
from roadmap.reading.actuals import actuals
from roadmap.reading.declared import settings
from roadmap.reading.efforts import Teams, assumed, parts, unread
from roadmap.reading.forgotten_colons import without_colons
from roadmap.reading.initiative_file import (
    Actuals,
    Efforts,
    InitiativeFile,
    MeasureFile,
    OutcomeFile,
)
from roadmap.reading.near import Names
from roadmap.reading.owners import owners, stated_twice
from roadmap.reading.privacy import internal
from roadmap.reading.relations import relations, without_others
from roadmap.reading.scalars import Terms
from roadmap.reading.schema_keys import keys_at
from roadmap.reading.status_words import translated
from roadmap.reading.validated import Thinned, kept_indexes, validated


@dataclass(frozen=True, slots=True)
class Ground:
    """What reading any initiative of the portfolio needs."""

    schema: type[InitiativeFile]
    words: tuple[Word, ...]
    terms: Terms
    default_effort: Efforts | None = None

    @property
    def keys(self) -> Names:
        """The keys that an initiative may have."""
        return keys_at(self.schema, ())


@dataclass(frozen=True, slots=True)
class Stub:
    """A validated initiative, before its id and its teams are known.

    `efforts` are those of which not everything could be read, as the file states them.
    `status_word` is the team's own word for its status, if that is what the file says.
    """

    file: InitiativeFile
    place: Place
    extra: Mapping[str, Any]
    thinned: Thinned
    internal: bool = False
    efforts: Mapping[str, Any] = field(default_factory=dict)
    status_word: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """The work of an initiative by team; `owner` is the team that plain efforts go to."""

    owner: str | None
    effort: tuple[Part, ...]
    assumed: bool
    remaining: tuple[Part, ...] | None
    spent: tuple[Part, ...] | None


def stub(
    data: dict[str, Any], place: Place, ground: Ground
) -> tuple[Stub, list[Diagnostic]]:
    """The content of a mapping, and a finding for every fault in it."""
    extra = {key: value for key, value in data.items() if key[:2] == "x-"}
    sound, faults = without_colons(data, place)
    sound, word = translated(sound, ground.terms.status_words)
    valid = validated(ground.schema, sound, place, ground.terms)
    faults += [*stated_twice(data, place), *without_others(data, place)]
    lost = {key: data[key] for key in _EFFORTS if _lost(data.get(key), valid.value, key)}
    whole = Stub(valid.value, place, extra, valid.thinned, internal(data), lost, word)
    return whole, [*faults, *valid.faults]


_EFFORTS = ("effort", "remaining", "spent")


def _lost(stated: Any, file: InitiativeFile, key: str) -> bool:
    """Whether not every name of an effort was read."""
    return isinstance(stated, dict) and len(getattr(file, key) or ()) < len(stated)


def initiative(
    content: Stub, id: str, theme: str, teams: Teams, ground: Ground
) -> Initiative:
    """The initiative of a stub, its effort divided among teams."""
    file, place = content.file, content.place
    owner = None if file.team is None else teams.named(file.team, place / "team", id)
    for key, each in content.efforts.items():
        unread(each, getattr(file, key), teams, place / key, id)
    effort = _effort(file, "effort", owner, teams, place, id)
    stated = effort is not None
    if effort is None:
        effort = assumed(ground.default_effort, owner, teams, ground.terms.days_a_week)
    remaining = _effort(file, "remaining", owner, teams, place, id)
    spent = _effort(file, "spent", owner, teams, place, id)
    work = Work(owner, effort, not stated, remaining, spent)
    return _initiative(content, id, theme, work, ground)


def _initiative(
    content: Stub, id: str, theme: str, work: Work, ground: Ground
) -> Initiative:
    file = content.file
    not_before, ranged = _earliest(file.not_before)
    return Initiative(
        id=id,
        title=file.title or id,
        place=content.place,
        theme=theme if file.theme is None else file.theme,
        status=Status(file.status),
        untitled=not file.title,
        outcomes=tuple(_claims(file.outcomes, content, "outcomes")),
        contributions=tuple(_claims(file.contributes_to, content, "contributes_to")),
        evidence=tuple(file.evidence),
        effort=work.effort,
        effort_assumed=work.assumed,
        remaining=work.remaining,
        spent=work.spent,
        depends_on=None if file.depends_on is None else tuple(file.depends_on),
        not_before=not_before,
        not_before_range=ranged,
        deadline=file.deadline,
        promised=Promise(file.promised.date, file.promised.to) if file.promised else None,
        must=Must(file.must.why, file.must.note) if file.must else None,
        pin=Pin(file.pin.why, file.pin.by) if file.pin else None,
        team=work.owner,
        cost=None if file.cost is None else exact(file.cost),
        internal=content.internal,
        started=file.started.first if file.started else None,
        delivered=file.delivered,
        overrides=settings(file, ground.words) if ground.words else {},
        extra=content.extra,
        **_remarks(content),
    )


def _earliest(
    stated: Period | DateRange | None,
) -> tuple[Period | None, Period | None]:
    """The earliest start that counts, and the range that it lies in the middle of."""
    if isinstance(stated, DateRange):
        return stated.middle, stated.whole
    return stated, None


def _remarks(content: Stub) -> dict[str, Any]:
    """Keys that affect no result, by field of the initiative."""
    file = content.file
    return {
        "summary": file.summary,
        "kind": file.kind,
        "status_word": content.status_word,
        "because": file.because,
        "owners": owners(file),
        "priority": file.priority,
        "parent": file.parent,
        "tags": tuple(file.tags),
        "links": tuple(file.links),
        "related": tuple(file.related),
        "relations": relations(file.relations),
        "perspectives": _perspectives(file),
        "created": file.created.first if file.created else None,
        "updated": file.updated.last if file.updated else None,
    }


def _effort(
    file: InitiativeFile, key: str, owner: str | None, teams: Teams, place: Place, id: str
) -> tuple[Part, ...] | None:
    stated: Efforts | None = getattr(file, key)
    return None if stated is None else parts(stated, owner, teams, place / key, id)


def _perspectives(file: InitiativeFile) -> tuple[tuple[str, str], ...]:
    if file.perspectives is None:
        return ()
    names = ("customer", "commercial", "operational")
    looked = ((name, getattr(file.perspectives, name)) for name in names)
    return tuple((name, who) for name, who in looked if who)


def _claims(stated: Any, content: Stub, key: str) -> Iterator[Claim]:
    thinned, route = content.thinned, (key,)
    if isinstance(stated, list):
        for index, entry in zip(
            kept_indexes(route, len(stated), thinned), stated, strict=True
        ):
            target = getattr(entry, "need", None) or getattr(entry, "objective", None)
            if target:
                yield _claim(target, entry, content, (*route, index))
        return
    for target, entry in (stated or {}).items():
        beneath = (*route, target)
        if isinstance(entry, list):
            indexes = kept_indexes(beneath, len(entry), thinned)
            for index, each in zip(indexes, entry, strict=True):
                yield _claim(target, each, content, (*beneath, index))
        else:
            yield _claim(target, entry, content, beneath)


def _below(place: Place, route: Route) -> Place:
    return Place(place.file, place.route + route, place.document)


def _claim(target: str, entry: Any, content: Stub, route: Route) -> Claim:
    place = _below(content.place, route)
    if isinstance(entry, Level):
        return Claim(target, place, impact=entry)
    outcome = isinstance(entry, OutcomeFile)
    segments = entry.segments if outcome else None
    return Claim(
        target,
        place,
        segments=None if segments is None else tuple(segments),
        reach=entry.reach if outcome else None,
        impact=entry.impact if outcome else entry.gain or entry.impact,
        confidence=entry.confidence,
        evidence=tuple(entry.evidence),
        measure=_measure(entry.measure, content, (*route, "measure")),
        protects=entry.protects if outcome else False,
    )


def _measure(stated: MeasureFile | None, content: Stub, route: Route) -> Measure | None:
    if stated is None:
        return None
    return Measure(
        stated.metric,
        None if stated.baseline is None else exact(stated.baseline),
        None if stated.target is None else exact(stated.target),
        stated.unit,
        stated.by,
        _actuals(stated.actual, content, (*route, "actual")) if stated.actual else (),
    )


def _actuals(stated: Actuals, content: Stub, route: Route) -> tuple[Actual, ...]:
    count = len(stated) if isinstance(stated, Sequence) else 0
    indexes = kept_indexes(route, count, content.thinned)
    return tuple(actuals(stated, _below(content.place, route), indexes))
