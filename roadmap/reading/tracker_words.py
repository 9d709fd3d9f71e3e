"""The words of trackers and other tools, and ours for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from roadmap.reading.near import fold

Synonyms = Mapping[str, str]
"""Our words, each with what others call it, between commas."""

STATUSES: Synonyms = {
    "idea": "icebox, iceboxed, someday, maybe, wish, wishlist, considering, "
    "under consideration, under review, exploring, concept, brainstorm, provisional, "
    "backlog, draft, triage, needs triage, unscheduled, candidate, discovery",
    "proposed": "planned, to do, todo, open, reopened, new, ready, ready for development, "
    "upcoming, not started, queued, pending, proposal, scheduled, selected, "
    "selected for development, next, later, backlog, draft, triage, needs triage, "
    "unscheduled, candidate, discovery",
    "committed": "accepted, approved, agreed, signed off, confirmed, implementable, "
    "promised",
    "in_progress": "doing, started, active, wip, work in progress, ongoing, underway, "
    "under way, in flight, in development, in dev, development, developing, building, "
    "implementing, in review, review, in testing, testing, in qa, qa, in beta, beta, "
    "alpha, rolling out, in rollout, now, working, working on it, current",
    "paused": "deferred, on hold, hold, held, blocked, waiting, postponed, parked, "
    "suspended, stalled, frozen, stuck, stopped, impeded, snoozed",
    "delivered": "done, shipped, released, closed, complete, completed, finished, live, "
    "launched, deployed, resolved, merged, implemented, fixed, final, in production, "
    "generally available, ga, achieved, solved",
    "dropped": "rejected, cancelled, canceled, won't do, wont do, will not do, won't fix, "
    "wontfix, wont fix, abandoned, withdrawn, declined, discarded, obsolete, superseded, "
    "replaced, duplicate, invalid, killed, not planned, not doing, removed, deprecated",
}
"""What others call an initiative's status; a word in two lines may mean either."""
_IMPACTS: Synonyms = {
    "minimal": "tiny, trivial, very low, lowest, negligible, xs",
    "low": "small, minor, s",
    "medium": "moderate, med, mid, normal, average, m",
    "high": "large, big, major, significant, strong, l",
    "massive": "huge, very high, critical, highest, extreme, very large, xl",
}
_CONFIDENCES: Synonyms = {
    "low": "small, unsure, weak, very low",
    "medium": "moderate, med, mid, normal, average",
    "high": "sure, certain, strong, very high",
}
_EVIDENCE: Synonyms = {
    "hunch": "assumption, guess, gut feeling, intuition, opinion, belief, none",
    "request": "ticket, tickets, support ticket, support, feedback, feature request, "
    "sales, lost deal, complaint",
    "interview": "usability test, user research, user interview, customer interview",
    "survey": "questionnaire, poll, nps",
    "data": "analytics, metrics, usage, usage data, product data, telemetry",
    "experiment": "a/b test, ab test, a/b, pilot, trial",
    "obligation": "law, legal, contract, regulation, compliance",
}
_REASONS: Synonyms = {
    "law": "legal, regulation, regulatory, compliance, gdpr, legislation",
    "contract": "contractual, agreement, sla",
    "safety": "health, health and safety, hazard",
}
_OBJECTIVES: Synonyms = {
    "customer": "customers, user, users, client",
    "commercial": "business, financial, finance, revenue, growth, sales",
    "operational": "internal, technical, operations, ops, engineering, efficiency",
}
_WEEKDAYS: Synonyms = {
    "mon": "monday, mo",
    "tue": "tuesday, tues, tu",
    "wed": "wednesday, we",
    "thu": "thursday, thur, thurs, th",
    "fri": "friday, fr",
    "sat": "saturday, sa",
    "sun": "sunday, su",
}
_FLAGS: Synonyms = {"true": "yes, y, on, x", "false": "no, n, off"}
_MINIMISE: Synonyms = {
    "cost-of-delay": "cod, delay, cost",
    "makespan": "time, duration, end",
}
RELATIONS = (
    "replaces", "replaced by", "supersedes", "superseded by", "duplicates", "duplicate of",
    "duplicated by", "clones", "cloned by", "splits", "split from", "causes", "caused by",
    "extends", "extended by", "contradicts",
)  # fmt: skip
"""What trackers call relations, each of which is a word under our `relations`."""
KEYS: Synonyms = {
    "title": "name, headline, subject, initiative",
    "summary": "description, desc, body, details, abstract, overview",
    "kind": "type, issue type, item type, work item type, work type, tracker",
    "owner": "assignee, assigned to, responsible, dri, accountable, lead, "
    "product owner, owned by, driver",
    "owners": "assignees, product owners, leads, responsibles",
    "priority": "prio, priority level, urgency, moscow",
    "parent": "epic, epic link, epic key, parent id, parent key, parent link, "
    "parent issue, part of, belongs to, child of",
    "created": "created at, created on, created date, date created, creation date, opened, "
    "opened at, opened on, reported on",
    "updated": "updated at, updated on, updated date, date updated, last updated, "
    "last update, last modified, modified, modified at, changed, changed date",
    "deadline": "due, due date, due on, due by, duedate, finish by, must finish by",
    "tags": "labels, label, keywords, tag",
    "theme": "epic, group, category, area, component, project, initiative group, pillar",
    "effort": "estimate, estimates, estimated effort, size, points, story points, "
    "duration, workload, original estimate",
    "remaining": "remaining estimate, remaining effort, remaining work, time left, left",
    "depends_on": "blocked by, is blocked by, depends, dependencies, dependency, requires, "
    "prerequisites, prerequisite, prereqs, blockers, needs first, after",
    "related": "relates to, related to, see also",
    "links": "url, urls, link, ticket, issue, references, reference, href",
    "status": "state, phase, stage, resolution",
    "team": "squad, crew, group name, tribe",
    "not_before": "start date, start, earliest start, starts, start after, earliest",
    "started": "started at, started on, start date, actual start, in progress since",
    "delivered": "completed at, completed, completed on, done at, done, closed at, "
    "resolved, resolved at, shipped, released, delivered at, delivered on, "
    "resolution date, finished, end date",
    "promised": "promise, commitment, committed to, committed date",
    "must": "mandatory, obligation, required, compliance",
    "pin": "pinned, fixed, locked",
    "internal": "private, confidential, hidden, secret",
    "cost": "budget, price, money",
    "because": "reason, rationale, justification, status reason",
    "relations": ", ".join(RELATIONS),
    "status_words": "statuses, status map, status mapping, workflow, workflow states",
    "outcomes": "benefits, benefit, customer needs",
    "contributes_to": "goals, objectives, okrs, goal",
    "evidence": "proof, research, sources",
    "measure": "kpi, success metric, success metrics, metrics",
    "reach": "audience, coverage",
    "confidence": "certainty, probability",
    "segments": "personas, customer segments, audiences",
    "needs": "problems, pain points, jobs, opportunities",
    "objectives": "goals, okrs",
    "teams": "squads, crews",
    "vision": "mission, purpose",
    "as_of": "today, now",
    "people": "members, headcount, capacity, size, fte, engineers",
    "at_once": "wip, wip limit, parallel, concurrency",
    "focus": "allocation, availability",
    "away": "vacation, vacations, absences, time off, leave, holidays",
    "holidays": "public holidays, bank holidays, days off",
    "lifetime_value": "ltv, clv, cltv",
    "customers": "users, count",
    "says": "quote, finding, text, summary, description",
    "sample": "n, sample size, size",
    "link": "url, href, source",
    "statement": "description, title, name, text, job",
    "key_results": "krs, results, measures",
    "by": "due, due date, deadline, until",
    "baseline": "current, today, from",
    "target": "goal, to",
    "work": "effort, estimate, size",
    "why": "reason, because",
    "note": "description, comment, details",
    "date": "due, due date, day, when, on",
    "metric": "kpi, name, indicator",
    "minimise": "minimize, optimise, optimize",
}
"""What others call our keys; which of them is meant depends on the place."""
_VALUES = (
    STATUSES,
    _IMPACTS,
    _CONFIDENCES,
    _EVIDENCE,
    _REASONS,
    _OBJECTIVES,
    _WEEKDAYS,
    _MINIMISE,
    _FLAGS,
)


def meant(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The known words that a tracker's word stands for; several if it may mean each.

    >>> meant("Won't do", tuple(STATUSES))
    ('dropped',)
    >>> meant("backlog", tuple(STATUSES))
    ('idea', 'proposed')
    """
    table = next((each for each in _VALUES if each.keys() == set(known)), None)
    return () if table is None else _turned(_VALUES.index(table)).get(_plain(word), ())


def key_meant(word: str, known: Iterable[str] | None = None) -> tuple[str, ...]:
    """Our keys that a tracker's key stands for, among the known ones if these are given.

    >>> key_meant("assignee"), key_meant("Due date", ["deadline", "title"])
    (('owner',), ('deadline',))
    """
    keys = _turned(None).get(_plain(word), ())
    return keys if known is None else tuple(key for key in keys if key in known)


@cache
def _turned(number: int | None) -> Mapping[str, tuple[str, ...]]:
    """A table from their words to ours."""
    turned: dict[str, tuple[str, ...]] = {}
    for ours, theirs in (KEYS if number is None else _VALUES[number]).items():
        for each in {_plain(word) for word in theirs.split(", ")}:
            turned[each] = (*turned.get(each, ()), ours)
    return turned


def _plain(word: str) -> str:
    return "".join(sign for sign in fold(word) if sign.isalnum() or sign == "/")
