"""Links in a repository: they decide nothing about files outside of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.answers import write
from tests.cli.test_exit_codes import SMALL, roadmap

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout that one stands in, with a portfolio `p`, beside a folder `elsewhere`."""
    write(tmp_path / "repo" / "p", SMALL)
    (tmp_path / "repo" / ".git" / "hooks").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "repo")
    return tmp_path / "repo"


def elsewhere(repo: Path) -> list[str]:
    """What lies outside of the checkout."""
    return sorted(path.name for path in (repo.parent / "elsewhere").iterdir())


WRITING = {
    "report": ("report", "p", "-o"),
    "plan": ("plan", "p", "--format", "json", "-o"),
    "schema": ("schema", "-o"),
    "baseline": ("check", "p", "--write-baseline", "--baseline"),
}


@pytest.mark.parametrize("what", WRITING)
@pytest.mark.parametrize("git", [True, False])
def test_a_link_that_leads_out_of_the_checkout_is_not_written_through(
    repo: Path, what: str, git: bool
) -> None:
    if not git:
        (repo / ".git" / "hooks").rmdir()
        (repo / ".git").rmdir()
    (repo / "out").symlink_to("../elsewhere/new")
    result = roadmap(*WRITING[what], "out")

    assert (result.exit_code, elsewhere(repo)) == (2, [])
    assert result.stderr == (
        "roadmap: `out` is a link that leads out of the checkout; name the file itself\n"
    )


@pytest.mark.parametrize("what", ["report", "plan", "schema"])
def test_force_does_not_lead_out_either(repo: Path, what: str) -> None:
    (repo.parent / "elsewhere" / "mine").write_text("mine", encoding="utf-8")
    (repo / "out").symlink_to("../elsewhere/mine")
    result = roadmap(*WRITING[what], "out", "--force")

    assert result.exit_code == 2
    assert (repo.parent / "elsewhere" / "mine").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("path", ["docs/new.md", "docs/../docs/new.md", "p/../docs/new.md"])
def test_a_folder_on_the_way_that_is_a_link_out_is_not_gone_through(
    repo: Path, path: str
) -> None:
    (repo / "docs").symlink_to("../elsewhere")

    assert (roadmap("report", "p", "-o", path).exit_code, elsewhere(repo)) == (2, [])


def test_links_to_links_are_followed_to_their_end(repo: Path) -> None:
    (repo / "one.md").symlink_to("two.md")
    (repo / "two.md").symlink_to("../elsewhere/new.md")

    assert (roadmap("report", "p", "-o", "one.md").exit_code, elsewhere(repo)) == (2, [])


@pytest.mark.parametrize("to", [".git/hooks/pre-commit", "sub/.git/config", ".GIT/config"])
def test_what_git_keeps_for_itself_is_written_through_no_link(repo: Path, to: str) -> None:
    (repo / to).parent.mkdir(parents=True, exist_ok=True)
    (repo / "R.md").symlink_to(to)

    assert roadmap("report", "p", "-o", "R.md").exit_code == 2
    assert not (repo / to).exists()


def test_a_link_within_the_checkout_is_followed_and_stays(repo: Path) -> None:
    (repo / "docs").mkdir()
    (repo / "R.md").symlink_to("docs/R.md")

    assert roadmap("report", "p", "-o", "R.md").exit_code == 0
    assert (repo / "R.md").is_symlink()
    assert (repo / "docs" / "R.md").is_file()


@pytest.mark.parametrize("path", ["../elsewhere/new.md", "{top}/elsewhere/new.md"])
def test_a_file_elsewhere_that_is_named_itself_is_written(repo: Path, path: str) -> None:
    named = path.replace("{top}", str(repo.parent))

    assert roadmap("report", "p", "-o", named).exit_code == 0
    assert elsewhere(repo) == ["new.md"]


def test_links_on_the_way_to_the_checkout_are_the_users_own(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo.parent / "home").symlink_to("repo")
    monkeypatch.chdir(repo.parent)

    assert roadmap("report", "home/p", "-o", "home/R.md").exit_code == 0
    assert (repo / "R.md").is_file()


def test_what_a_link_leads_to_is_not_shown_by_a_check(repo: Path) -> None:
    secret = "<!-- roadmap: written by `roadmap report` -->\ntoken: SECRET-42\n"
    (repo.parent / "elsewhere" / "token").write_text(secret, encoding="utf-8")
    (repo / "R.md").symlink_to("../elsewhere/token")
    result = roadmap("report", "p", "-o", "R.md", "--check")

    assert result.exit_code == 2
    assert "SECRET" not in result.output


def home(repo: Path) -> Path:
    """A folder outside of the checkout with a file that a fix would change."""
    write(
        repo.parent / "home", {"x.yaml": "Title: x\n", "token.yaml": "token: SECRET-42\n"}
    )
    return repo.parent / "home"


@pytest.mark.parametrize(
    "words", ["check --fix --unsafe-fixes", "list", "check", "new T", "plan", "report"]
)
@pytest.mark.parametrize("inside", [(), ("-C", "."), ("-C", "../repo")])
def test_a_portfolio_that_a_link_leads_out_to_is_read_only_where_it_is_named(
    repo: Path, words: str, inside: tuple[str, ...]
) -> None:
    (repo / "initiatives").symlink_to("../home")
    before = {path: path.read_text(encoding="utf-8") for path in home(repo).iterdir()}
    result = roadmap(*words.split(), *inside)

    assert result.exit_code == 2
    assert (
        "initiatives` is a link that leads out of the checkout; name the" in result.stderr
    )
    assert {
        path: path.read_text(encoding="utf-8") for path in home(repo).iterdir()
    } == before
    assert "SECRET" not in result.output


def test_a_portfolio_that_is_named_is_read_and_mended_wherever_it_is(repo: Path) -> None:
    (repo / "initiatives").symlink_to("../home")
    home(repo)

    assert roadmap("check", "initiatives", "--fix").exit_code == 1
    assert (repo.parent / "home" / "x.yaml").read_text(encoding="utf-8") == "title: x\n"


def test_a_portfolio_elsewhere_in_the_checkout_is_found_through_a_link(repo: Path) -> None:
    (repo / "initiatives").symlink_to("p")

    assert roadmap("list").exit_code == 0


def test_from_a_folder_below_the_link_is_seen_too(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo / "initiatives").symlink_to("../home")
    home(repo)
    (repo / "docs").mkdir()
    monkeypatch.chdir(repo / "docs")

    assert roadmap("list").exit_code == 2


def test_a_file_behind_a_link_is_shown_by_no_format(repo: Path) -> None:
    home(repo)
    (repo / "p" / "z.yaml").symlink_to("../../home/token.yaml")
    (repo / "p" / "y").symlink_to("../../home")
    for name in ("terminal", "json", "markdown", "github", "sarif", "junit", "gitlab"):
        result = roadmap("check", "p", "--format", name)

        assert result.exit_code == 1
        assert "SECRET" not in result.output
        assert "z.yaml" in result.output


def test_one_file_under_two_names_is_mended_once(repo: Path) -> None:
    write(repo / "p", {"d.yaml": "Title: D\neffort: 1w\n"})
    (repo / "p" / "e.yaml").symlink_to("d.yaml")
    result = roadmap("check", "p", "--fix")

    assert result.exit_code == 0
    assert "fixed 1 finding in 1 file" in result.stderr
    assert (repo / "p" / "e.yaml").is_symlink()
