"""Small exports of each kind, written as the trackers write them and counted by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest

from roadmap.importers.catalogue import detected
from roadmap.importers.choices import Choices
from roadmap.importers.drafts import Drafted, drafted
from roadmap.importers.export import Export
from roadmap.importers.source import Raw, Wishes


def found(data: str | bytes | dict[str, bytes]) -> Drafted:
    """What an export holds, read by the tracker that recognises it."""
    if isinstance(data, dict):
        raw = Raw("backlog", data, folder=True)
    else:
        raw = Raw("export", {"export": data if isinstance(data, bytes) else data.encode()})
    source = detected(raw)
    assert source is not None
    export = source.read(raw, Wishes())
    assert isinstance(export, Export)
    return drafted(export, Choices())


def counts(of: Drafted) -> tuple[str, int, int, int, int, int]:
    """The tracker, and the numbers of items, links, parents, estimates and done items."""
    said = of.counts
    return of.source, said.items, said.links, said.parents, said.estimates, said.done


LINEAR = """"ID","Team","Title","Description","Status","Estimate","Priority","Project ID",\
"Project","Creator","Assignee","Labels","Cycle Number","Cycle Name","Cycle Start",\
"Cycle End","Created","Completed","Parent issue","UUID","Related to","Blocked by",\
"Duplicate of"
"ENG-1","Eng","One","","Backlog",3,"High","","","","","A, B",,"","","",\
"Sat Nov 08 2025 16:43:09 GMT+0000 (GMT)","","","u1","","",""
"ENG-2","Eng","Two","","In Progress",,"High","","","","","",,"","","","","","ENG-1","u2",\
"ENG-3, ENG-4","ENG-1, ENG-3",""
"ENG-3","Eng","'=Three","","Done",,"High","","","","","",,"","","","",\
"Sat Nov 08 2025 16:43:09 GMT+0000 (GMT)","","u3","","OPS-4","ENG-1"
"ENG-4","Eng","Four","","Canceled",0,"No priority","","","","","",,"","","","","","","u4",\
"","",""
"""
ASANA = """Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,\
Due Date,Tags,Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies)
1201,2026-01-02,2026-02-01,2026-02-01,"Design, build and ship",To do,Ann,,,,Shop,,,Launch
1202,2026-01-02,,2026-02-01,Launch,To do,Ann,,"t1,t2",,Shop,,"Design, build and ship",
1203,2026-01-02,,2026-02-01,Party,Doing,Ann,,,,Shop,Launch,"Design, build and ship,Launch",
1204,2026-01-02,2026-02-03,2026-02-01,Sub A,,Ann,,,,,"Design, build and ship",,
1205,2026-01-02,,2026-02-01,Press,To do,Ann,,,,Shop,,"Party,Old, Design, build and ship",
"""
GITLAB = """ID,IID,Title,Description,Type,URL,State,Author,Author Username,Assignee(s),\
Confidential,Start Date,Due Date,Created At (UTC),Closed At (UTC),Weight,Labels,\
Time Estimate,Time Spent,Parent ID,Parent IID,Parent Title
901,1,A,,Epic,https://gitlab.com/g/s/p/-/work_items/1,opened,x,y,Ann,No,,,\
2026-01-01 00:00:00,,,,,,,,
902,2,B,,Issue,https://gitlab.com/g/s/p/-/issues/2,closed,x,y,"Ann, Bo",No,,,\
2026-01-01 00:00:00,2026-01-02 00:00:00,5,,7200,0,901,1,A
903,3,C,,Task,https://gitlab.com/g/s/p/-/issues/3,opened,x,y,,No,,,\
2026-01-01 00:00:00,,,,0,0,902,2,B
"""


def rest(number: int, state: str, **more: Any) -> dict[str, Any]:
    return {
        "url": f"https://api.github.com/repos/a/b/issues/{number}",
        "html_url": f"https://github.com/a/b/issues/{number}",
        "number": number, "title": f"Issue {number}", "state": state,
        "created_at": "2026-01-01T00:00:00Z", "labels": [], **more,
    }  # fmt: skip


ABOVE = "https://api.github.com/repos/a/b/issues/1"
REST = [
    rest(1, "open", type={"name": "Feature"}, sub_issues_summary={"total": 2}),
    rest(2, "closed", state_reason="completed", parent_issue_url=ABOVE),
    rest(3, "closed", state_reason="not_planned", parent_issue_url=ABOVE),
    rest(4, "closed", state_reason=None, pull_request={"url": "x"}),
]
SEVERAL: list[dict[str, Any]] = [
    {"number": 1, "title": "A", "state": "OPEN", "repository": {"nameWithOwner": "o/a"}},
    {
        "number": 1,
        "title": "B",
        "state": "CLOSED",
        "stateReason": "COMPLETED",
        "repository": {"nameWithOwner": "o/b"},
        "blockedBy": {
            "nodes": [{"number": 1, "url": "https://github.com/o/a/issues/1"}],
            "totalCount": 1,
        },
    },
]
PROJECT = {
    "items": [
        {
            "id": "P1",
            "title": "A",
            "content": {"type": "Issue", "number": 1, "repository": "o/a"},
            "status": "Done",
            "iteration": {"title": "It 1", "startDate": "2026-01-01", "duration": 14},
            "story Points": 5,
            "parent issue": {"number": 2, "url": "https://github.com/o/b/issues/2"},
        },
        {
            "id": "P2",
            "title": "B",
            "content": {"type": "Issue", "number": 2, "repository": "o/b"},
            "status": "In Progress",
            "estimate": 3.5,
        },
        {"id": "P3", "title": "D", "content": {"type": "DraftIssue"}, "points": 0},
    ],
    "totalCount": 3,
}
TRELLO = {
    "lists": [{"id": "l1", "name": "Done"}, {"id": "l2", "name": "Doing"}],
    "customFields": [
        {"id": "c1", "name": "Story Points", "type": "number"},
        {
            "id": "c2",
            "name": "Priority",
            "options": [{"id": "o1", "value": {"text": "Hi"}}],
        },
    ],
    "cards": [
        {
            "name": "A",
            "idList": "l1",
            "shortLink": "abc",
            "customFieldItems": [
                {"idCustomField": "c1", "value": {"number": "5"}},
                {"idCustomField": "c2", "idValue": "o1", "value": None},
            ],
        },
        {"name": "B", "idList": "l2", "shortLink": "abd", "dueComplete": True},
    ],
}
BEADS = [
    {
        "id": "bd-1", "title": "A", "status": "closed", "issue_type": "epic",
        "created_at": "2026-01-01T00:00:00Z", "estimated_minutes": 120,
    },
    {
        "id": "bd-2", "title": "B", "status": "open", "issue_type": "task",
        "created_at": "2026-01-01T00:00:00Z", "estimated_minutes": 30.0,
        "external_ref": "https://example.org/A-1",
        "dependencies": [
            {"depends_on_id": "bd-1", "type": "blocks"},
            {"depends_on_id": "external:p:c", "type": "blocks"},
            {"depends_on_id": "bd-1", "type": "parent-child"},
        ],
    },
]  # fmt: skip
TASKMASTER = {
    "master": {
        "tasks": [
            {
                "id": 1, "title": "A", "status": "done", "dependencies": [],
                "subtasks": [
                    {"id": 1, "title": "a", "status": "done", "dependencies": []},
                    {"id": 2, "title": "b", "status": "pending", "dependencies": [1]},
                ],
            },
            {"id": 2, "title": "B", "status": "pending", "dependencies": [1]},
        ]
    },
    "next": {
        "tasks": [
            {"id": 1, "title": "X", "status": "in-progress", "dependencies": []},
            {
                "id": 2, "title": "Y", "status": "review", "dependencies": ["1"],
                "subtasks": [
                    {"id": 1, "title": "y", "status": "cancelled", "dependencies": [1]}
                ],
            },
        ]
    },
}  # fmt: skip
BACKLOG = {
    "config.yml": b"task_prefix: JIRA\n",
    "tasks/jira-1 - A.md": b"---\nid: JIRA-1\ntitle: A\nstatus: Done\n---\n",
    "tasks/jira-2 - B.md": b"---\nid: JIRA-2\ntitle: B\nstatus: To Do\n"
    b"dependencies: [JIRA-1, task-9]\nparent_task_id: JIRA-1\n---\n",
    "tasks/jira-2.1 - C.md": b"---\r\nid: jira-2.1\r\ntitle: 'C: d'\r\nstatus: To Do\r\n"
    b"dependencies:\r\n  - jira-2\r\nparent_task_id: jira-2\r\n---\r\n",
}
SPREADSHEET = """No;What;Blocked by;Parent;Effort;Status
1;A;;;3d;Done
2;B;1, 3;;2w;To do
3;C;1 & 2;;;To do
4;D;"1
2";-;;To do
5;E;none;;;To do
6;F;#1;;;To do
7;G;A | B;;;To do
8;H;n/a;;;To do
9;I;1.0;;;To do
10;J;1/2;;;To do
11;K;2 and 3;;;To do
12;L;A (https://www.notion.so/A-1);;;To do
"""
DATA_CENTER = """Summary,Issue key,Issue id,Parent id,Issue Type,Status,Resolution,\
Custom field (Epic Link),Custom field (Parent Link),Outward issue link (Blocks),\
Custom field (Story Points)
Ep,A-1,1,,Epic,Open,,,INI-1,,
S,A-2,2,,Story,Resolved,Fixed,A-1,,A-3,5.0
T,A-3,3,2,Sub-task,Closed,Won't Fix,,,,0
"""
KINDS: dict[str, tuple[Any, tuple[str, int, int, int, int, int]]] = {
    "a newer Linear": (LINEAR, ("linear", 4, 3, 1, 1, 1)),
    "Asana": (ASANA, ("csv", 5, 6, 2, 0, 2)),
    "a newer GitLab": (GITLAB, ("gitlab", 3, 0, 2, 1, 1)),
    "GitHub's REST": (json.dumps(REST), ("github", 4, 0, 2, 0, 2)),
    "several repositories": (json.dumps(SEVERAL), ("github", 2, 1, 0, 0, 1)),
    "a project": (json.dumps(PROJECT), ("github", 3, 0, 1, 2, 1)),
    "Trello with fields": (json.dumps(TRELLO), ("trello", 2, 0, 0, 1, 2)),
    "beads": ("\n".join(map(json.dumps, BEADS)), ("beads", 2, 2, 1, 2, 1)),
    "Task Master with tags": (json.dumps(TASKMASTER), ("taskmaster", 7, 3, 3, 0, 2)),
    "Backlog.md, another prefix": (BACKLOG, ("backlog-md", 3, 3, 2, 0, 1)),
    "a spreadsheet": (SPREADSHEET, ("csv", 12, 15, 0, 2, 1)),
    "Jira Data Center": (DATA_CENTER, ("jira", 3, 1, 3, 1, 1)),
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_is_counted_as_by_hand(kind: str) -> None:
    data, expected = KINDS[kind]

    assert counts(found(data)) == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize(
    "kind", [kind for kind, (data, _) in KINDS.items() if data != BACKLOG]
)
def test_an_encoding_changes_no_count(kind: str, encoding: str) -> None:
    data, expected = KINDS[kind]

    assert counts(found(data.encode(encoding))) == expected


def jira(kind: str, side: str = "Outward") -> Drafted:
    return found(
        f"Summary,Issue key,Issue id,Issue Type,Status,{side} issue link ({kind})\n"
        "A,PAY-1,101,Task,To Do,PAY-2\nB,PAY-2,102,Task,To Do,\n"
    )


def waits(of: Drafted) -> str:
    """The key of what waits for the other one; empty where neither does."""
    return "".join(draft.key for draft in of.drafts if draft.fields.get("depends_on"))


@pytest.mark.parametrize(
    "kind",
    ["Blocks", "Blocker", "Precedes", "Predecessor", "Gantt End to Start", "Required",
     "Finish-to-Start link (WBSGantt)", "Needed by", "Enables", "Unblocks", "Sequence"],
)  # fmt: skip
def test_the_outward_end_of_most_orders_waits(kind: str) -> None:
    assert (waits(jira(kind)), waits(jira(kind, "Inward"))) == ("PAY-2", "PAY-1")


@pytest.mark.parametrize(
    "kind",
    ["Dependency", "Depends", "Requires", "Is blocked by", "Follows", "Successor", "Needs",
     "Waits for", "Dependent"],
)  # fmt: skip
def test_the_inward_end_of_a_dependency_waits(kind: str) -> None:
    assert (waits(jira(kind)), waits(jira(kind, "Inward"))) == ("PAY-1", "PAY-2")


@pytest.mark.parametrize(
    "kind",
    ["Gantt End to End", "Gantt Start to Start", "Gantt Start to End", "Cloners", "Relates",
     "Hierarchy link (WBSGantt)", "Finish-to-Finish link (WBSGantt)", "Duplicate",
     "Polaris issue link", "Polaris datapoint issue link", "Polaris merge issue link",
     "Problem/Incident", "Issue split", "Parent-Child", "Tests", "Independent",
     "Non-blocking", "Follow-up", "Implements", "Discovery - Connected"],
)  # fmt: skip
def test_other_links_order_nothing(kind: str) -> None:
    assert waits(jira(kind)) == waits(jira(kind, "Inward")) == ""
    assert jira(kind).counts.links == 0


@pytest.mark.parametrize(
    "word",
    ["Unresolved", "Nicht erledigt", "Sin resolver", "Non résolu", "Irrisolto",
     "Não resolvido", "Onopgelost", "Nierozwiązane", "Нет решения", "未解決", "未解决"],
)  # fmt: skip
def test_an_unresolved_issue_is_not_done_in_any_language(word: str) -> None:
    text = "Summary,Issue key,Issue id,Issue Type,Status,Resolution\nA,P-1,101,Task,To Do,"

    assert found(f"{text}{word}\n").counts.done == 0


def test_titles_with_commas_are_found_in_a_list_of_titles() -> None:
    press = found(ASANA).drafts[-1]

    assert press.fields["depends_on"] == ["1202", "1201"]
    assert press.fields["x-links"] == {"depends_on": ["Old"]}


def test_issues_of_two_repositories_never_share_a_key() -> None:
    issue = {"number": 1, "title": "A", "state": "OPEN"}
    one = found(json.dumps([issue | {"url": "https://github.com/o/a/issues/1"}]))
    other = found(json.dumps([issue | {"url": "https://github.com/o/b/issues/1"}]))

    assert (one.keys, other.keys) == (("o/a#1",), ("o/b#1",))


def test_issues_of_two_gitlab_projects_never_share_a_key() -> None:
    other = GITLAB.replace("/g/s/p/", "/g/q/")

    assert found(GITLAB).keys[0] == "g/s/p#1"
    assert found(other).keys[0] == "g/q#1"


def test_a_cell_that_names_nothing_is_no_link() -> None:
    assert not found(SPREADSHEET).outside


def test_a_parent_with_commas_that_is_elsewhere_keeps_its_name() -> None:
    text = 'ID,Title,Parent\n1,A,"Pay, now"\n'

    assert [outside.to for outside in found(text).outside] == ["Pay, now"]


@pytest.mark.parametrize(
    ("cell", "effort"),
    [
        ("2-4 weeks", "3w"), ("2w..5w", "3.5w"), ("ca. 3d", "3d"),
        ("~2 weeks", "2w"),
        ("3 person days", "3d"), ("5 PT", "1w"), ("1,5 Wochen", "1.5w"),
        ("4 man-days", "4d"),
    ],
)  # fmt: skip
def test_estimates_are_read_as_people_write_them(cell: str, effort: str) -> None:
    (draft,) = found(f"Title;Estimate\nA;{cell}\n").drafts

    assert draft.fields["effort"] == effort


def test_a_preamble_longer_than_its_table_is_skipped() -> None:
    text = "Report\nBy Ana\nOf May\nDraft\nFor us\nID,Title\n1,A\n2,B\n"

    assert found(text).keys == ("1", "2")


def test_a_list_of_titles_alone_keeps_its_commas() -> None:
    drafts = found("Title\nPay\nAsk, then send\nStop\n").drafts

    assert [draft.title for draft in drafts] == ["Pay", "Ask, then send", "Stop"]
