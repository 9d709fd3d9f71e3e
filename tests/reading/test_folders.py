"""Folders as they are: links, loops, and what is no file."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from roadmap.checks.run import findings
from roadmap.diagnostics import Place
from roadmap.reading.faults import RULES
from roadmap.reading.located import Files
from roadmap.reading.read import Read, read
from roadmap.reading.sources import LARGEST, Folder, Texts
from roadmap.scoring.catalogue import words
from tests.answers import write

WHOLE = "title: A\ncontributes_to: {growth: low}\neffort: 1w\ndepends_on: []\n"
linking = pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "a.yaml").write_text(WHOLE, encoding="utf-8")
    return folder


def opened(folder: Path) -> Read:
    return read(Folder(folder, folder.parent), words(), date(2027, 1, 4))


def codes(found: Read) -> list[str]:
    """What reading itself finds."""
    return [finding.rule.code for finding in findings(found) if finding.rule in RULES]


@linking
def test_a_link_to_itself_ends(home: Path) -> None:
    (home / "loop.yaml").symlink_to(home / "loop.yaml")
    (home / "around").symlink_to(home / "about")
    (home / "about").symlink_to(home / "around")
    found = opened(home)

    assert list(found.portfolio.initiatives) == ["a"]
    assert codes(found) == ["RM001"]


@linking
def test_a_folder_that_links_to_the_one_above_is_read_once(home: Path) -> None:
    (home / "billing").mkdir()
    (home / "billing" / "b.yaml").write_text(WHOLE, encoding="utf-8")
    (home / "billing" / "up").symlink_to(home, target_is_directory=True)
    found = opened(home)

    assert found.files == ("a.yaml", "billing/b.yaml")
    assert codes(found) == []


@linking
def test_a_link_that_leaves_the_folder_is_said_and_not_followed(home: Path) -> None:
    (home.parent / "secret.yaml").write_text("id: secret", encoding="utf-8")
    (home.parent / "secrets").mkdir()
    (home / "secret.yaml").symlink_to(home.parent / "secret.yaml")
    (home / "secrets").symlink_to(home.parent / "secrets", target_is_directory=True)
    found = opened(home)

    assert list(found.portfolio.initiatives) == ["a"]
    assert codes(found) == ["RM009", "RM009"]


@linking
def test_a_link_to_something_else_outside_is_nobodys_business(home: Path) -> None:
    (home.parent / "README.md").write_text("# Read me", encoding="utf-8")
    (home / "README.md").symlink_to(home.parent / "README.md")

    assert codes(opened(home)) == []


@linking
def test_a_link_that_leads_nowhere_is_a_finding(home: Path) -> None:
    (home / "gone.yaml").symlink_to(home / "nothing.yaml")

    assert codes(opened(home)) == ["RM001"]


@linking
@pytest.mark.parametrize("name", ["0.yaml", "b.yaml", "billing/b.yaml"])
def test_a_file_that_a_link_leads_to_too_is_read_once_by_its_own_name(
    home: Path, name: str
) -> None:
    (home / "billing").mkdir()
    (home / name).symlink_to(home / "a.yaml")
    (home / "chain.yaml").symlink_to(home / name)
    found = opened(home)

    assert found.files == ("a.yaml",)
    assert list(found.portfolio.initiatives) == ["a"]


@linking
def test_a_file_that_only_links_lead_to_is_read_by_the_first(home: Path) -> None:
    (home / "_drafts").mkdir()
    (home / "_drafts" / "x.yaml").write_text(WHOLE, encoding="utf-8")
    (home / "c.yaml").symlink_to(home / "_drafts" / "x.yaml")
    (home / "b.yaml").symlink_to(home / "_drafts" / "x.yaml")

    assert list(opened(home).portfolio.initiatives) == ["a", "b"]


@linking
def test_a_link_whose_name_is_reserved_is_what_it_leads_to_is_for(home: Path) -> None:
    wants = "quick: {importance: 9}\n"
    write(home / "shared", {"all.yaml": "title: All\n", "wants.yaml": wants})
    (home / "portfolio.yaml").symlink_to(home / "shared" / "all.yaml")
    (home / "needs.yaml").symlink_to(home / "shared" / "wants.yaml")
    found = opened(home)

    assert found.portfolio.title == "All"
    assert list(found.portfolio.needs) == ["quick"]
    assert list(found.portfolio.initiatives) == ["a"]


@linking
def test_two_files_with_one_content_are_two_initiatives(home: Path) -> None:
    (home / "b.yaml").hardlink_to(home / "a.yaml")

    assert list(opened(home).portfolio.initiatives) == ["a", "b"]


@linking
def test_a_folder_has_its_own_name_whatever_links_to_it_are_called(home: Path) -> None:
    (home / "billing").mkdir()
    (home / "billing" / "b.yaml").write_text(WHOLE, encoding="utf-8")
    (home / "again").symlink_to(home / "billing", target_is_directory=True)

    assert opened(home).files == ("a.yaml", "billing/b.yaml")


@linking
@pytest.mark.parametrize("to", ["../secret.yaml", ".git/config", ".git"])
def test_what_a_link_out_of_the_folder_leads_to_is_not_opened(home: Path, to: str) -> None:
    (home.parent / "secret.yaml").write_text("token: SECRET-42", encoding="utf-8")
    (home / ".git").mkdir()
    (home / ".git" / "config").write_text("token: SECRET-42", encoding="utf-8")
    (home / "b.yaml").symlink_to(to)
    sources = Folder(home, home.parent)
    found = read(sources, words(), date(2027, 1, 4))
    (finding,) = (finding for finding in findings(found) if finding.rule.code == "RM009")

    assert f"to `{to}`" in finding.message
    assert not Files(sources).located(finding.place or Place("")).lines
    with pytest.raises(OSError, match="not in the portfolio's folder"):
        sources.read("b.yaml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_a_pipe_is_not_waited_for(home: Path) -> None:
    os.mkfifo(home / "pipe.yaml")

    assert codes(opened(home)) == ["RM001"]


def test_a_file_that_is_too_large_is_not_read(home: Path) -> None:
    with (home / "large.yaml").open("wb") as file:
        file.truncate(LARGEST + 1)

    assert codes(opened(home)) == ["RM001"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root"
)
def test_what_is_forbidden_is_a_finding(home: Path) -> None:
    (home / "secret.yaml").write_text(WHOLE, encoding="utf-8")
    (home / "secret.yaml").chmod(0)
    (home / "secrets").mkdir(mode=0)

    assert codes(opened(home)) == ["RM001", "RM001"]


def test_a_folder_that_cannot_be_listed_is_a_finding(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "secrets").mkdir()
    listed = os.scandir

    def refusing(path: str) -> object:
        if Path(path).name == "secrets":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = opened(home)

    assert codes(found) == ["RM001"]
    assert found.left_out == ("secrets",)


@pytest.mark.parametrize(
    "name",
    [".hidden.yaml", "_draft.yaml", ".git/a.yaml", "_old/b.yaml", "scenarios/c.yaml"],
)
def test_hidden_files_drafts_and_scenarios_are_no_part_of_it(home: Path, name: str) -> None:
    (home / name).parent.mkdir(exist_ok=True)
    (home / name).write_text("no: [yaml", encoding="utf-8")

    assert opened(home).files == ("a.yaml",)


def test_an_id_from_a_decomposed_file_name_is_a_finding(home: Path) -> None:
    (home / "Gro\u0308\u00dfe.yaml").write_text(WHOLE, encoding="utf-8")

    assert codes(opened(home)) == ["RM006"]


@linking
def test_a_file_name_that_is_no_text_is_a_finding(home: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(home) + b"/\xff\xfe.yaml")).write_text(WHOLE)
    except OSError:
        pytest.skip("the file system wants text")

    assert codes(opened(home)) == ["RM006"]


def test_no_finding_is_lost_where_nothing_can_be_read(home: Path) -> None:
    (home / "a.yaml").write_text("a: [", encoding="utf-8")
    found = opened(home)

    assert found.broken
    assert codes(found) == ["RM002"]


def test_an_empty_section_file_counts_as_left_out() -> None:
    files = {"portfolio.yaml": b"title: T\n", "needs.yaml": b"# soon\n"}
    one = b"outcomes: {know-my-bill: high}\neffort: 1w\n"
    found = read(Texts({**files, "a.yaml": one}), words(), date(2027, 1, 4))

    assert found.diagnostics == ()
    assert "needs" not in found.portfolio.sections


def test_a_second_portfolio_below_the_first_is_one_finding_and_ignored(
    tmp_path: Path,
) -> None:
    write(
        tmp_path,
        {
            "portfolio.yaml": "teams: {web: {people: 4}}\n",
            "app/portfolio.yaml": "title: App\nteams: {app: {people: 2}}\nneeds: {a: {}}\n",
            "app/a.yaml": "effort: {app: 3w}\noutcomes: {a: high}\n",
        },
    )
    found = opened(tmp_path)

    assert [diagnostic.rule.name for diagnostic in found.diagnostics] == ["misplaced-file"]
    assert found.left_out == ("app/portfolio.yaml",)
    assert set(found.portfolio.initiatives) == {"a"}


@pytest.mark.parametrize("name", ["needs.yaml", "app/needs.yml"])
def test_a_section_that_stands_where_it_does_not_count_is_one_finding(
    tmp_path: Path, name: str
) -> None:
    home = {} if "/" not in name else {"portfolio.yaml": ""}
    write(tmp_path, {**home, name: "a: {importance: 8}\nb: {importance: 7}\n"})
    found = opened(tmp_path)

    assert [diagnostic.rule.name for diagnostic in found.diagnostics] == ["misplaced-file"]
    assert not found.portfolio.initiatives


def test_an_initiative_may_have_any_name_where_it_says_what_it_is(tmp_path: Path) -> None:
    write(tmp_path, {"app/portfolio.yaml": "title: A\n", "teams.yaml": "effort: 2w\n"})
    found = opened(tmp_path)

    assert found.diagnostics == ()
    assert set(found.portfolio.initiatives) == {"portfolio", "teams"}
