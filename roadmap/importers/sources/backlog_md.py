"""Backlog.md: a folder of Markdown files, a task each; `task-7` and `BACK-7` are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from roadmap.importers.export import Export, Missing, Refusal, Remark, notes
from roadmap.importers.front_matter import FrontMatter, as_typed, front_matter
from roadmap.importers.item import Item
from roadmap.importers.json_text import day, fields
from roadmap.importers.source import Raw, Source, Wishes
from roadmap.model.initiative import Status

_PLACES = frozenset({"tasks", "drafts", "completed"})
_NUMBERED = re.compile(r"(?:([A-Za-z][\w]*)-)?(\d+(?:\.\d+)*)", re.ASCII)
_USED = fields(
    "id title status assignee created_date updated_date labels dependencies "
    "parent_task_id parent priority reporter references"
)
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


def _recognises(raw: Raw) -> int:
    if not raw.folder:
        return 0
    tasks = sum(1 for name in raw.files if _is_task(name))
    config = any(PurePosixPath(name).name == "config.yml" for name in raw.files)
    return 0 if not tasks else 95 if config else 60


def _is_task(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() == ".md" and path.parent.name in _PLACES


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    names = [name for name in raw.files if _is_task(name)]
    read = {name: front_matter(name, raw.files[name]) for name in names}
    pages = {name: page for name, page in read.items() if page and _key(page)}
    titled = {name: page for name, page in pages.items() if _title(page)}
    keys = [_key(page) for page in titled.values()]
    numbers = {number: key for key in keys if (number := _number(key))}
    items: dict[str, Item] = {}
    for name, page in titled.items():
        items.setdefault(_key(page).casefold(), _item(name, page, numbers, wishes))
    if not items:
        return Refusal(Missing.ITEMS)
    unread = [name for name in names if name not in pages]
    untitled = [name for name in pages if name not in titled]
    lenient = [name for name, page in pages.items() if page.lenient]
    remarks = notes(
        (Remark.LENIENT, len(lenient), lenient),
        (Remark.UNREAD, len(unread), unread),
        (Remark.WITHOUT_TITLE, len(untitled), untitled),
        (Remark.REPEATED_KEY, len(titled) - len(items), ()),
    )
    return Export("backlog-md", tuple(items.values()), notes=remarks)


def _key(page: FrontMatter) -> str:
    return as_typed(page.values.get("id"))


def _title(page: FrontMatter) -> str:
    return as_typed(page.values.get("title"))


def _number(key: str) -> str:
    """The number in a task's id, without leading zeros; empty for a draft's."""
    found = _NUMBERED.fullmatch(key)
    if not found or (found[1] or "").casefold() == "draft":
        return ""
    return ".".join(part.lstrip("0") or "0" for part in found[2].split("."))


def _item(name: str, page: FrontMatter, numbers: Mapping[str, str], wishes: Wishes) -> Item:
    values, parents = page.values, PurePosixPath(name).parts
    parent = as_typed(values.get("parent_task_id")) or as_typed(values.get("parent"))
    status = as_typed(values.get("status"))
    return Item(
        _key(page),
        _title(page),
        description=_description(page.body),
        kind="draft" if "drafts" in parents else "task",
        status=status,
        state=_state(parents, status),
        priority=as_typed(values.get("priority")),
        owners=tuple(text.lstrip("@") for text in _texts(values.get("assignee"))),
        labels=tuple(_texts(values.get("labels"))),
        created=_day(values.get("created_date"), wishes),
        updated=_day(values.get("updated_date"), wishes),
        parent=_one(parent, numbers),
        depends_on=tuple(
            _one(text, numbers) for text in _texts(values.get("dependencies"))
        ),
        aliases=(PurePosixPath(name).name,),
        extra=tuple(
            (as_typed(key), text)
            for key, value in values.items()
            if as_typed(key) not in _USED
            for text in _texts(value)
        ),
    )


def _state(folders: tuple[str, ...], status: str) -> Status | None:
    """What the folder says: a draft is an idea, what was archived unfinished is dropped."""
    if "archive" in folders:
        return None if status.casefold() == "done" else Status.DROPPED
    return Status.IDEA if "drafts" in folders else None


def _one(reference: str, numbers: Mapping[str, str]) -> str:
    """The id of the task that a reference means, whatever prefix it has."""
    return numbers.get(_number(reference), reference)


def _texts(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if text := as_typed(each):
            yield text


def _day(value: Any, wishes: Wishes) -> date | None:
    """A day, year first; day and month in the order that the user states."""
    text = as_typed(value)
    if found := _DAY_FIRST.match(text):
        one, two, year = map(int, found.groups())
        first = wishes.day_first if wishes.day_first is not None else one > 12
        text = f"{year:04}-{two:02}-{one:02}" if first else f"{year:04}-{one:02}-{two:02}"
        if wishes.day_first is None and one <= 12 and two <= 12 and one != two:
            return None
    return day(text)


def _description(body: str) -> str:
    """The section that is headed Description, without its markers; else the whole text."""
    found = re.search(r"^## Description\n+(.*?)(?=^## |\Z)", body, re.DOTALL | re.MULTILINE)
    return re.sub(r"<!-- [A-Z:]+ -->\n?", "", found[1] if found else body).strip()


SOURCE = Source("backlog-md", "Backlog.md", _recognises, _read)
