"""What git is asked, and what is said where it cannot answer."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from roadmap.reading import revision
from roadmap.reading.git import NoGit
from roadmap.reading.repository import repository
from roadmap.reading.revision_names import NotOne, meant
from roadmap.reading.sources import LARGEST
from tests.reading.test_revision import portfolio, whole
from tests.studies import files
from tests.studies.files import SHOP, Checkout

FOLDER = "initiatives"
FILES = {f"{FOLDER}/{name}": text for name, text in SHOP.items()}


@pytest.fixture
def shop(tmp_path: Path) -> Checkout:
    made = files.repository(tmp_path / "shop", FILES)
    made.commit({f"{FOLDER}/search.yaml": "effort: {web: 1w}\n"}, "shrink the search")
    made.git("config", "uploadpack.allowFilter", "true")
    return made


def cloned(shop: Checkout, *options: str) -> Checkout:
    beside = Checkout(shop.top.parent / "beside")
    address = shop.top.resolve().as_uri()
    shop.git("clone", "--quiet", *options, address, str(beside.top))
    return beside


def crafted(shop: Checkout, time: str, subject: str = "odd") -> str:
    """A commit on top with a time that no ordinary git would give it."""
    tree, parent = shop.git("rev-parse", "HEAD^{tree}"), shop.git("rev-parse", "HEAD")
    person = f"Ada <ada@example.org> {time}"
    text = f"tree {tree}\nparent {parent}\nauthor {person}\ncommitter {person}\n\n{subject}"
    done = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=shop.top, input=text.encode(), capture_output=True, check=True,
    )  # fmt: skip
    made = done.stdout.decode().strip()
    shop.git("reset", "--quiet", "--hard", made)
    return made


@pytest.mark.parametrize(
    ("time", "when"),
    [
        ("253402300800 +0000", None),
        ("7258118400 +0000", None),
        ("99999999999999999999999 +0000", None),
        ("-86400 +0000", None),
        ("soon +0000", None),
        ("0 +0000", date(1970, 1, 1)),
        ("7258118399 +0000", date(2199, 12, 31)),
    ],
)
def test_a_time_that_is_no_date_is_unknown(
    shop: Checkout, time: str, when: date | None
) -> None:
    odd = crafted(shop, time)

    assert len(repository(shop.top).commits()) == 2  # it touches nothing
    assert _time(shop.top, odd) == when


def _time(top: Path, commit: str) -> date | None:
    """What a commit's own time is read as."""
    here = repository(top)
    return next(each.when for each in here._log("--no-walk", commit))


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("^HEAD~1", ("HEAD~1",)),
        ("HEAD^@", ("HEAD^",)),
        ("HEAD^!", ("HEAD^", "HEAD")),
        ("HEAD^-", ("HEAD^", "HEAD")),
        ("HEAD^-1", ("HEAD^1", "HEAD")),
        ("HEAD~1..HEAD", ("HEAD~1", "HEAD")),
        ("HEAD~1...HEAD", ("HEAD~1", "HEAD")),
        ("main..", ("main", "HEAD")),
        ("..main", ("HEAD", "main")),
    ],
)
def test_a_name_for_several_commits_is_refused_with_those_that_are_meant(
    shop: Checkout, name: str, ends: tuple[str, ...]
) -> None:
    with pytest.raises(NotOne) as caught:
        repository(shop.top).commit(name)

    assert caught.value.meant == meant(name) == ends


def test_of_a_range_the_end_that_is_missing_is_named(shop: Checkout) -> None:
    with pytest.raises(NoGit, match="no revision `nowhere`"):
        repository(shop.top).commit("HEAD~1..nowhere")


@pytest.mark.parametrize(
    "name",
    ["HEAD", "@", "main", "HEAD~1", "HEAD^", ":/shrink", "HEAD^{/beginning}", "v1", "tag",
     "HEAD^{commit}"],
)  # fmt: skip
def test_a_name_for_one_commit_is_read(shop: Checkout, name: str) -> None:
    shop.git("tag", "v1")
    shop.git("tag", "--annotate", "--message", "a tag", "tag")

    assert len(repository(shop.top).commit(name)) == 40


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("HEAD:initiatives", "is a folder in git, not a commit"),
        ("HEAD^{tree}", "is a folder in git, not a commit"),
        ("HEAD:initiatives/search.yaml", "is a file in git, not a commit"),
        ("blob", "is a file in git, not a commit"),
        ("@{upstream}", "no revision"),
        ("@{-1}", "no revision"),
        ("HEAD@{2001-01-01}", "no revision"),
        ("--all", "no revision"),
        ("--since=1.week", "no revision"),
        ("0" * 40, "no revision"),
    ],
)
def test_what_is_no_commit_is_said_to_be_what_it_is(
    shop: Checkout, name: str, what: str
) -> None:
    shop.git("tag", "blob", "HEAD:initiatives/search.yaml")

    with pytest.raises(NoGit, match=what):
        repository(shop.top).commit(name)


@pytest.mark.parametrize("kept", ["blob:none", "tree:0", "blob:limit=8"])
def test_objects_that_were_not_fetched_are_no_empty_folder(
    shop: Checkout, kept: str
) -> None:
    beside = cloned(shop, "--filter", kept, "--no-checkout")
    found = repository(beside.top / FOLDER)

    with pytest.raises(NoGit, match="not fetched") as caught:
        portfolio(found.at(found.commit("HEAD~1")))
    assert caught.value.cure == "git fetch --refetch --no-filter origin"

    beside.git(*caught.value.cure.split()[1:])
    assert len(portfolio(found.at(found.commit("HEAD~1"))).initiatives) == 4


def test_what_is_not_yaml_need_not_be_fetched(shop: Checkout) -> None:
    shop.commit({f"{FOLDER}/picture.svg": "<svg/>" * 500})
    beside = cloned(shop, "--filter", "blob:limit=1k", "--no-checkout")
    found = repository(beside.top / FOLDER)

    assert len(portfolio(found.at(found.commit("HEAD"))).initiatives) == 4


def test_a_shallow_clone_says_where_its_history_ends(shop: Checkout) -> None:
    beside = cloned(shop, "--depth", "1")
    cut = repository(beside.top / FOLDER).cut()

    assert cut is not None
    assert cut.id == shop.git("rev-parse", "HEAD")
    assert repository(shop.top / FOLDER).cut() is None


def test_since_a_commit_of_a_shallow_clone_nothing_is_cut(shop: Checkout) -> None:
    shop.commit({f"{FOLDER}/one.yaml": "effort: {web: 1w}\n"})
    found = repository(cloned(shop, "--depth", "2").top / FOLDER)

    assert found.cut("HEAD~1") is None
    assert found.cut() is not None


def test_a_folder_that_was_moved_is_told_with_its_former_name(shop: Checkout) -> None:
    shop.git("mv", FOLDER, "plans")
    moved = shop.commit({"plans/one.yaml": "effort: {web: 1w}\n"}, "move")
    shop.commit({"plans/two.yaml": "effort: {web: 1w}\n"})
    found = repository(shop.top / "plans")

    assert found.commits()[0].id == moved
    assert found.former(moved) == FOLDER
    assert repository(shop.top / FOLDER).former(found.commit("HEAD~3")) is None


@pytest.mark.parametrize(
    "subject", ["after the talk", "a\u2028b", "a\u0085b", "a\x0bb\x0cc\x1cd", "\u2028", ""]
)
def test_a_subject_is_whole_and_no_commit_is_lost(shop: Checkout, subject: str) -> None:
    tree = shop.git("rev-parse", "HEAD^{tree}")
    made = shop.git("commit-tree", tree, "-p", "HEAD", "-m", subject)
    shop.git("update-ref", "HEAD", made)

    (said,) = repository(shop.top)._log("--no-walk", made)

    assert (said.id, said.subject) == (made, subject)


def test_a_large_file_is_a_finding_and_is_never_loaded(
    shop: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.commit({f"{FOLDER}/large.yaml": "#" * (LARGEST + 1)})
    found = repository(shop.top / FOLDER)
    there = found.at(found.commit("HEAD"))
    answer = whole(there)

    assert answer.left_out == ("large.yaml",)
    assert any(
        "larger than 4 MiB" in diagnostic.message for diagnostic in answer.diagnostics
    )
    assert max(map(len, there._held.values())) < LARGEST


def test_files_are_held_a_few_at_a_time(
    shop: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision, "_AT_ONCE", 100)
    found = repository(shop.top / FOLDER)
    there = found.at(found.commit("HEAD~1"))

    assert len(portfolio(there).initiatives) == 4
    assert len(there._held) < 4


def test_a_link_with_a_very_long_target_leads_out(shop: Checkout) -> None:
    blob = shop.top / "long"
    blob.write_text("x/" * 100_000, encoding="utf-8")
    object = shop.git("hash-object", "-w", "long")
    blob.unlink()
    shop.git("update-index", "--add", "--cacheinfo", f"120000,{object},{FOLDER}/far.yaml")
    tree = shop.git("write-tree")
    made = shop.git("commit-tree", tree, "-p", "HEAD", "-m", "link")
    found = repository(shop.top / FOLDER)

    assert len(portfolio(found.at(made)).initiatives) == 4


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_a_folder_of_another_user_is_told_with_git_s_own_cure(shop: Checkout) -> None:
    for path in (shop.top, *shop.top.rglob("*")):
        os.chown(path, 1234, 1234)

    with pytest.raises(NoGit, match="git does not trust this folder") as caught:
        repository(shop.top / FOLDER)
    cure = f"git config --global --add safe.directory {shop.top.resolve()}"
    assert (caught.value.cure, caught.value.effect) == (cure, "allows it")


def test_where_git_refuses_all_that_it_says_is_kept(shop: Checkout) -> None:
    (shop.top / ".git" / "config").write_text(
        "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tone = 1\n\ttwo = 1\n",
        encoding="utf-8",
    )

    with pytest.raises(NoGit, match="unknown repository extension") as caught:
        repository(shop.top)
    assert len(caught.value.said) == 2


def test_a_branch_that_was_not_cloned_comes_with_the_cure(shop: Checkout) -> None:
    shop.git("switch", "--quiet", "--create", "work")
    shop.commit({f"{FOLDER}/one.yaml": "effort: {web: 1w}\n"})
    beside = cloned(shop, "--depth", "1", "--branch", "work")
    found = repository(beside.top / FOLDER)

    with pytest.raises(NoGit, match="no revision `origin/main`") as caught:
        found.commit("origin/main")
    beside.git(*caught.value.cure.split()[1:])

    assert found.commit("origin/main") == shop.git("rev-parse", "main")
    with pytest.raises(NoGit) as caught:
        found.commit("origin/other")
    assert caught.value.cure == "git fetch origin +other:refs/remotes/origin/other"


def test_older_commits_of_a_shallow_clone_come_with_the_cure(shop: Checkout) -> None:
    shop.git("tag", "v1", "HEAD~1")
    beside = cloned(shop, "--depth", "1")
    beside.git("remote", "rename", "origin", "upstream")
    found = repository(beside.top / FOLDER)

    for name in ("HEAD~1", "v1", shop.git("rev-parse", "HEAD~1")):
        with pytest.raises(NoGit, match="shallow") as caught:
            found.commit(name)
    beside.git(*caught.value.cure.split()[1:])

    assert found.commit("HEAD~1") == found.commit("v1")
    with pytest.raises(NoGit) as caught:
        found.commit("v2")
    assert caught.value.cure == ""


def test_the_main_branch_of_a_remote_by_any_name_is_found(shop: Checkout) -> None:
    beside = cloned(shop)
    beside.git("remote", "rename", "origin", "upstream")
    beside.git("branch", "--move", "topic")
    beside.git("remote", "set-head", "upstream", "--delete")
    assert repository(beside.top).main() == "refs/remotes/upstream/main"

    beside.git("update-ref", "-d", "refs/remotes/upstream/main")
    with pytest.raises(NoGit, match="no branch upstream/HEAD, main or master") as caught:
        repository(beside.top).main()
    beside.git(*caught.value.cure.split()[1:])
    assert repository(beside.top).main() == "refs/remotes/upstream/main"
