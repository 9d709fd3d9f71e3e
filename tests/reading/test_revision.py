from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmap.model.portfolio import Portfolio
from roadmap.reading import faults
from roadmap.reading.git import NoGit
from roadmap.reading.read import Read, read
from roadmap.reading.repository import repository
from roadmap.reading.sources import Folder, Sources
from roadmap.scoring.catalogue import words
from tests.studies import files
from tests.studies.files import SHOP, Checkout

HOSTILE = ("--output=stolen", "-n", "--help", "HEAD; rm -rf .", "main..HEAD", "", "\n")


def whole(sources: Sources) -> Read:
    return read(sources, words(), date(2027, 1, 4))


def portfolio(sources: Sources) -> Portfolio:
    return whole(sources).portfolio


@pytest.fixture
def shop(tmp_path: Path) -> Checkout:
    below = {f"a b/initiatives/{name}": text for name, text in SHOP.items()}
    return files.repository(tmp_path / "shop", below)


def test_a_revision_is_read_as_the_folder_that_it_was(shop: Checkout) -> None:
    folder = shop.top / "a b" / "initiatives"
    before = files.portfolio(folder)
    (folder / "search.yaml").unlink()
    found = repository(folder)

    assert portfolio(found.at(found.commit("HEAD"))).initiatives == before.initiatives


def test_reading_leaves_the_working_tree_alone(shop: Checkout) -> None:
    folder = shop.top / "a b" / "initiatives"
    (folder / "search.yaml").write_text("title: half done\n", encoding="utf-8")
    before = shop.git("status", "--porcelain")
    found = repository(folder)
    portfolio(found.at(found.commit("main")))

    assert before == 'M "a b/initiatives/search.yaml"'
    assert shop.git("status", "--porcelain") == before


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_revision_is_refused_and_does_nothing(shop: Checkout, name: str) -> None:
    found = repository(shop.top)

    with pytest.raises(NoGit, match=r"no revision|is not one commit"):
        found.commit(name)
    assert not (shop.top / "stolen").exists()


def test_a_folder_that_did_not_exist_yet_is_an_empty_portfolio(shop: Checkout) -> None:
    shop.commit({"later/portfolio.yaml": "", "later/one.yaml": "effort: 1w\n"})
    found = repository(shop.top / "later")

    assert portfolio(found.at(found.commit("HEAD~1"))).initiatives == {}
    assert set(portfolio(found.at(found.commit("HEAD"))).initiatives) == {"one"}


def test_a_detached_head_and_another_worktree_are_read_alike(shop: Checkout) -> None:
    shop.git("worktree", "add", "--quiet", "--detach", "../beside")
    found = repository(shop.top.parent / "beside" / "a b" / "initiatives")

    assert len(portfolio(found.at(found.commit("HEAD"))).initiatives) == 4
    assert found.base() == found.commit("HEAD")


def test_names_in_any_script_are_read(shop: Checkout) -> None:
    shop.commit({'a b/initiatives/größe – "süß".yaml': "id: süß\neffort: {web: 1w}\n"})
    found = repository(shop.top / "a b" / "initiatives")

    assert "süß" in portfolio(found.at(found.commit("HEAD"))).initiatives


def test_a_link_is_followed_inside_and_not_out_of_the_folder(shop: Checkout) -> None:
    folder = shop.top / "a b" / "initiatives"
    (folder / "again.yaml").symlink_to("search.yaml")
    (folder / "kept.yaml").symlink_to("_draft.yaml")
    (folder / "_draft.yaml").write_text("title: Draft\n", encoding="utf-8")
    (folder / "away.yaml").symlink_to("../../secret.yaml")
    (folder / "circle.yaml").symlink_to("circle.yaml")
    shop.git("add", "--all")
    shop.git("commit", "--quiet", "--message", "links")
    found = repository(folder)
    answer = whole(found.at(found.commit("HEAD")))

    assert answer.portfolio.initiatives["search"].title == "Search"
    assert answer.portfolio.initiatives["kept"].title == "Draft"
    assert "again" not in answer.portfolio.initiatives
    assert answer.left_out == ("circle.yaml",)
    assert [
        diagnostic.place and diagnostic.place.file
        for diagnostic in answer.diagnostics
        if diagnostic.rule is faults.OUTSIDE_LINK
    ] == ["away.yaml"]


def test_linked_folders_are_read_alike_in_the_tree_and_in_git(shop: Checkout) -> None:
    """Inside ones once, by names that are no links; outside ones not at all."""
    folder = shop.top / "a b" / "initiatives"
    for path in ("billing/one.yaml", "welcome/two.yaml", "scenarios/x/three.yaml",
                 "later/four.yaml"):  # fmt: skip
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("effort: {web: 1w}\n", encoding="utf-8")
    (folder / "again").symlink_to("billing")
    (folder / "welcome" / "deep").symlink_to("../scenarios/x")
    (folder / "welcome" / "up").symlink_to("..")
    (folder / "zone.yaml").symlink_to("again/one.yaml")
    (folder / "away").symlink_to("../..")
    (folder / "absolute").symlink_to(folder / "later")
    (folder / "nowhere.yaml").symlink_to("lost.yaml")
    shop.git("add", "--all")
    shop.git("commit", "--quiet", "--message", "links")
    found = repository(folder)
    names = [side.names()[0] for side in (Folder(folder, folder), found.at("HEAD"))]

    assert names[0] == names[1]
    assert {"billing/one.yaml", "welcome/deep/three.yaml", "later/four.yaml"} <= {*names[1]}
    assert not {"again/one.yaml", "zone.yaml", "absolute/four.yaml"} & {*names[1]}
    answers = [portfolio(found.at("HEAD")), files.portfolio(folder)]
    assert answers[0].initiatives == answers[1].initiatives


def test_a_pointer_of_lfs_is_left_out_and_said(shop: Checkout) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n"
    shop.commit({"a b/initiatives/search.yaml": pointer})
    found = repository(shop.top / "a b" / "initiatives")
    answer = whole(found.at(found.commit("HEAD")))

    assert answer.left_out == ("search.yaml",)
    assert any("Git LFS" in diagnostic.message for diagnostic in answer.diagnostics)


def test_a_shallow_clone_names_the_command_that_mends_it(shop: Checkout) -> None:
    shop.git("switch", "--quiet", "--create", "work")
    shop.commit({"a b/initiatives/one.yaml": "effort: 1w\n"})
    shop.git("switch", "--quiet", "main")
    shop.commit({"a b/initiatives/two.yaml": "effort: 1w\n"})
    beside = Checkout(shop.top.parent / "beside")
    address = shop.top.resolve().as_uri()
    shop.git("clone", "--quiet", "--depth", "1", "--no-single-branch", address,
             str(beside.top))  # fmt: skip
    beside.git("switch", "--quiet", "work")

    with pytest.raises(NoGit, match="shallow") as caught:
        repository(beside.top).base()
    assert caught.value.cure == "git fetch --unshallow origin"


def test_without_a_main_branch_the_command_says_what_is_missing(tmp_path: Path) -> None:
    only = files.repository(tmp_path, {"one.yaml": "effort: 1w\n"})
    only.git("branch", "--move", "trunk")

    with pytest.raises(NoGit, match="no branch main or master to compare with; name"):
        repository(tmp_path).base()


def test_a_folder_without_git_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(NoGit, match="is in no git repository"):
        repository(tmp_path)


def test_without_git_on_the_machine_nothing_crashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoGit, match="git is not installed"):
        repository(tmp_path)
