"""GitHub: `gh issue list --json …`, `gh issue view --json …`, `gh project item-list`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from roadmap.importers.export import Export, Missing, Refusal, Remark, notes
from roadmap.importers.headers import amount_words, plain
from roadmap.importers.item import Estimate, EstimateUnit, Item, Relation
from roadmap.importers.json_text import (
    day,
    fields,
    json_value,
    leftovers,
    line_of,
    listed,
    number,
    objects,
    text,
    texts,
)
from roadmap.importers.source import Raw, Source, Wishes
from roadmap.model.initiative import Status

_ADDRESS = re.compile(r"https?://[^/]+/(?:repos/)?([^/]+/[^/]+)/(?:issues|pull)/(\d+)")
_NOT_DONE = frozenset({"NOT_PLANNED", "DUPLICATE"})
_FULL_NAMES = ("nameWithOwner", "full_name")
_LISTS = ("blockedBy", "blocking", "subIssues")
_EPICS = frozenset({"epic", "initiative", "theme"})
_OF_REST = {
    "state_reason": "stateReason", "created_at": "createdAt", "updated_at": "updatedAt",
    "closed_at": "closedAt", "parent_issue_url": "parent", "type": "issueType",
}  # fmt: skip
"""What the REST interface calls differently."""
_OF_NO_USE = fields(
    "node_id repository_url labels_url comments_url events_url timeline_url reactions "
    "author_association user assignee locked active_lock_reason performed_via_github_app "
    "draft pull_request closed_by sub_issues_summary issue_dependencies_summary repository "
    "score state_label sub_issues_url type_id"
)
_ISSUE = _OF_NO_USE | fields(
    "id number title body state stateReason closed url html_url labels assignees "
    "author milestone createdAt updatedAt closedAt issueType parent subIssues "
    "blockedBy blocking subIssuesSummary isPinned reactionGroups projectCards "
    "projectItems comments"
)
_PROJECT = fields(
    "id content title labels assignees repository status priority estimate size "
    "start_date target_date milestone parent_issue sub-issues_progress"
)


def _recognises(raw: Raw) -> int:
    start = raw.only[:400_000].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith(b'{"items"') or (start[:1] == b"{" and b'"totalCount"' in start):
        return 90 if b'"content"' in start else 60 if b'"items"' in start else 50
    if start[:1] in (b"[", b"{") and b'"number"' in start and b'"title"' in start:
        return 70
    return 0


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    value = json_value(raw.only)
    if isinstance(value, Refusal):
        return value
    project = isinstance(value, dict) and isinstance(value.get("items"), list)
    records = objects(value["items"] if project else value) or objects([value])
    short = [record for record in records if _cut_short(record)]
    above = _above(value, len(records)) if project else 0
    records = [_renamed(record) for record in records] if not project else records
    home = "" if project else _home(records)
    found = [
        _project_item(record) if project else _issue(record, home) for record in records
    ]
    whole = _with_parents(found, {} if project else _children(records, home))
    untitled = [item.key for item in whole if not item.title]
    items: dict[str, Item] = {}
    for item in whole:
        if item.title and item.key:
            items.setdefault(item.key, item)
    if not items:
        return Refusal(Missing.ITEMS)
    remarks = notes(
        (Remark.INCOMPLETE, above, ["items"]),
        (
            Remark.INCOMPLETE,
            len(short),
            [f"#{line_of(each.get('number'))}" for each in short],
        ),
        (Remark.WITHOUT_TITLE, len(untitled), untitled),
        (Remark.REPEATED_KEY, len(whole) - len(untitled) - len(items), ()),
        (Remark.NO_LINKS, int(not any("blockedBy" in record for record in records)), ()),
    )
    return Export("github", tuple(items.values()), notes=remarks)


def _renamed(record: dict[str, Any]) -> dict[str, Any]:
    """An issue of the REST interface with the names that `gh` uses."""
    if "html_url" not in record:
        return record
    return {_OF_REST.get(name, name): value for name, value in record.items()} | {
        "url": record["html_url"]
    }


def _above(value: Mapping[str, Any], items: int) -> int:
    """How many items a project holds beyond those that were written."""
    total = value.get("totalCount")
    return max(0, total - items) if isinstance(total, int) else 0


def _cut_short(record: dict[str, Any]) -> bool:
    """Whether a list of an issue says that it has more entries than it shows."""
    for name in _LISTS:
        value = record.get(name)
        if isinstance(value, dict) and _above(value, len(listed(value))):
            return True
    return False


def _issue(record: dict[str, Any], home: str) -> Item:
    """An issue as `gh issue list` writes it; what was not asked for is absent."""
    reference = _reference(record, home)
    state = _state(record)
    kinds = texts([record.get("issueType")], "name")
    epic = bool(objects(record.get("subIssues"))) or {k.casefold() for k in kinds} & _EPICS
    parents = [_reference(each, home) for each in _linked(record.get("parent"))]
    return Item(
        reference,
        line_of(record.get("title")),
        url=text(record.get("url")),
        description=text(record.get("body")),
        kind="".join(kinds[:1]) or ("pull request" if record.get("pull_request") else ""),
        level=1 if epic else 0 if "subIssues" in record or parents else None,
        status=line_of(record.get("state")).lower(),
        state=state,
        owners=texts(record.get("assignees"), "login", "name"),
        labels=texts(record.get("labels"), "name"),
        created=day(record.get("createdAt")),
        updated=day(record.get("updatedAt")),
        finished=day(record.get("closedAt")) if state is Status.DELIVERED else None,
        parent="".join(parents[:1]),
        depends_on=tuple(_references(record.get("blockedBy"), home)),
        blocks=tuple(_references(record.get("blocking"), home)),
        aliases=tuple(_aliases(record)),
        extra=(*_milestone(record), *leftovers(record, _ISSUE, "name", "title", "login")),
    )


def _state(record: dict[str, Any]) -> Status | None:
    word = text(record.get("state")).upper()
    if word != "CLOSED" and record.get("closed") is not True:
        return None
    reason = text(record.get("stateReason")).upper()
    return Status.DROPPED if reason in _NOT_DONE else Status.DELIVERED


def _home(records: list[dict[str, Any]]) -> str:
    """The repository of a list of issues that do not say theirs, as their links have it."""
    if any(_repository(record) for record in records):
        return ""
    found = Counter(
        repository
        for record in records
        for name in _LISTS
        for each in objects(record.get(name))
        if (repository := _repository(each))
    )
    return found.most_common(1)[0][0] if found else ""


def _repository(record: Mapping[str, Any]) -> str:
    found = _ADDRESS.match(text(record.get("url")))
    return found[1] if found else "".join(texts([record.get("repository")], *_FULL_NAMES))


def _reference(record: Mapping[str, Any], home: str) -> str:
    """What names an issue: its number, after its repository where it is known."""
    found = _ADDRESS.match(text(record.get("url")))
    id = line_of(record.get("number")) or (found[2] if found else "")
    repository = _repository(record)
    return f"{'' if repository == home else repository}#{id}" if id else ""


def _linked(value: Any) -> list[dict[str, Any]]:
    """An issue that is named as an object, or by its address."""
    return [{"url": value}] if isinstance(value, str) else objects([value])


def _references(value: Any, home: str) -> Iterator[str]:
    return (name for each in objects(value) if (name := _reference(each, home)))


def _aliases(record: Mapping[str, Any]) -> Iterator[str]:
    id = line_of(record.get("number"))
    if id:
        yield f"#{id}"
        yield id
    if url := text(record.get("url")):
        yield url


def _milestone(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in texts([record.get("milestone")], "title", "name"):
        yield "milestone", name


def _children(records: list[dict[str, Any]], home: str) -> dict[str, str]:
    """The parent of each issue that another one names among its sub-issues."""
    return {
        _reference(each, home): _reference(record, home)
        for record in records
        for each in objects(record.get("subIssues"))
    }


def _with_parents(items: list[Item], parents: Mapping[str, str]) -> list[Item]:
    return [
        replace(item, parent=item.parent or parents.get(item.key, "")) for item in items
    ]


def _project_item(record: dict[str, Any]) -> Item:
    """An item of a project: its fields in lower case, and the issue or draft below them."""
    own = {name.casefold().replace(" ", "_"): value for name, value in record.items()}
    content = record.get("content") if isinstance(record.get("content"), dict) else {}
    assert isinstance(content, dict)
    repository, id = line_of(content.get("repository")), line_of(content.get("number"))
    estimate = _project_estimate(own)
    unused = {
        name: value
        for name, value in record.items()
        if name.casefold().replace(" ", "_") not in _PROJECT
        and not (_is_amount(name) and number(value))
    }
    return Item(
        f"{repository}#{id}" if id else line_of(record.get("id")),
        line_of(record.get("title")) or line_of(content.get("title")),
        url=text(content.get("url")),
        description=text(content.get("body")),
        kind=line_of(content.get("type")),
        status=line_of(own.get("status")),
        priority=line_of(own.get("priority")),
        estimate=estimate,
        owners=texts(own.get("assignees"), "login", "name"),
        labels=texts(own.get("labels"), "name"),
        starts=day(own.get("start_date")),
        due=day(own.get("target_date")),
        parent=_project_parent(own.get("parent_issue")),
        relations=tuple(
            Relation("pull-request", url)
            for url in texts(record.get("linked pull requests"))
        ),
        aliases=tuple(
            alias for alias in (f"#{id}" if id else "", text(content.get("url"))) if alias
        ),
        extra=(
            *_milestone(own),
            *(("size", size) for size in [line_of(own.get("size"))] if size),
            *leftovers(unused, frozenset({"linked pull requests"}), "title", "name"),
        ),
    )


def _project_estimate(own: Mapping[str, Any]) -> Estimate | None:
    """The first number in a field that is called like an estimate."""
    for unit in EstimateUnit:
        for word in amount_words(unit.value):
            if amount := number(own.get(word.replace(" ", "_"))):
                return Estimate(amount, unit)
    return None


def _is_amount(name: str) -> bool:
    return any(plain(name) in amount_words(unit.value) for unit in EstimateUnit)


def _project_parent(value: Any) -> str:
    return _reference(value, "") if isinstance(value, dict) else line_of(value)


SOURCE = Source("github", "GitHub", _recognises, _read)
