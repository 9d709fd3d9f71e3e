"""What a faithful import finds in real exports, counted by hand beforehand."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.importers.catalogue import detected
from roadmap.importers.export import Export, Missing, Refusal
from roadmap.importers.item import Item
from roadmap.importers.source import Raw, Wishes
from roadmap.model.initiative import Status

EXPORTS = Path(__file__).parents[3] / "shared" / "exports"
pytestmark = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="needs the exports that lie beside the repository"
)
DONE_WORDS = {"done"}
FOUND = {
    # source, items, links, links with both ends, parents, known parents, estimates, done
    "jira-cloud.csv": ("jira", 22, 0, 0, 0, 0, 0, 10),
    "jira-cloud-parents.csv": ("jira", 26, 0, 0, 13, 13, 0, 9),
    "jira-cloud-french.csv": ("jira", 19, 0, 0, 14, 9, 0, 7),
    "jira-cloud-links-made.csv": ("jira", 22, 11, 10, 3, 3, 8, 10),
    "linear.csv": ("linear", 10, 0, 0, 2, 2, 3, 1),
    "linear-import-shape.csv": ("linear", 1, 0, 0, 0, 0, 0, 0),
    "plane.csv": ("plane", 1, 0, 0, 0, 0, 0, 0),
    "gitlab.csv": ("gitlab", 4, 0, 0, 0, 0, 0, 0),
    "gitlab-import-complex.csv": ("csv", 3, 0, 0, 0, 0, 0, 0),
    "gitlab-import-semicolon.csv": ("csv", 3, 0, 0, 0, 0, 0, 0),
    "gitlab-import-tab.csv": ("csv", 2, 0, 0, 0, 0, 0, 0),  # and a row without a title
    "github-project-item-list.json": ("github", 30, 0, 0, 0, 0, 0, 16),
    "github-project-custom-fields.json": ("github", 1, 0, 0, 0, 0, 0, 0),
    "github-issue-list-relations.json": ("github", 5, 1, 1, 4, 4, 0, 1),
    "github-issue-list-labels.json": ("github", 13, 0, 0, 0, 0, 0, 0),
    "trello-board.json": ("trello", 11, 0, 0, 0, 0, 0, 0),
    "beads-small.jsonl": ("beads", 39, 22, 22, 0, 0, 0, 24),
    "beads-large.jsonl": ("beads", 156, 34, 34, 43, 43, 0, 109),  # 31 of them deleted
    "beads-newer.jsonl": ("beads", 60, 24, 23, 28, 27, 0, 29),
    "taskmaster-tasks.json": ("taskmaster", 145, 96, 96, 111, 111, 0, 91),
    "backlog-md": ("backlog-md", 44, 31, 30, 22, 22, 0, 32),  # 42 tasks and 2 drafts
    "generic-parent-by-title.csv": ("csv", 10, 0, 0, 7, 7, 0, 0),
}


def raw(name: str) -> Raw:
    path = EXPORTS / name
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file())
        named = {file.relative_to(path).as_posix(): file.read_bytes() for file in files}
        return Raw(name, named, folder=True)
    return Raw(name, {name: path.read_bytes()})


def done(item: Item) -> bool:
    by_word = item.state is None and item.status.casefold() in DONE_WORDS
    return by_word or item.state is Status.DELIVERED


@pytest.mark.parametrize("name", FOUND)
def test_a_real_export_is_read_faithfully(name: str) -> None:
    source = detected(raw(name))
    assert source is not None
    export = source.read(raw(name), Wishes())
    assert isinstance(export, Export)
    items = (*export.items, *export.deleted)
    names = {
        alias.casefold(): item.key for item in items for alias in (*item.aliases, item.key)
    }
    links = {
        pair
        for item in items
        for pair in (
            *((names.get(other.casefold(), other), item.key) for other in item.depends_on),
            *((item.key, names.get(other.casefold(), other)) for other in item.blocks),
        )
    }
    keys = {item.key for item in items}
    parents = [item.parent.casefold() for item in items if item.parent]

    assert (
        source.name,
        len(items),
        len(links),
        sum(1 for pair in links if keys.issuperset(pair)),
        len(parents),
        sum(1 for parent in parents if parent in names),
        sum(1 for item in items if item.estimate),
        sum(map(done, items)),
    ) == FOUND[name]


@pytest.mark.parametrize("name", ["generic-no-title.csv", "generic-dates-only.csv"])
def test_a_table_without_titles_is_no_backlog(name: str) -> None:
    source = detected(raw(name))

    assert source is not None
    found = source.read(raw(name), Wishes())
    assert isinstance(found, Refusal)
    assert found.why is Missing.TITLE


def test_every_export_that_is_there_is_counted() -> None:
    there = {path.name for path in EXPORTS.iterdir()} - {"licences", "README.md"}

    assert there - set(FOUND) == {"generic-no-title.csv", "generic-dates-only.csv"}
