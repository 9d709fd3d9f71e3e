"""`roadmap diff published`: the dates that people were told, against today's plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.answers import answer, run, write
from tests.studies.files import Checkout, repository
from tests.test_json_contract import complaints

SCHEMA = Path(__file__).parents[2] / "docs" / "output.schema.json"
PUBLISHED = "published.yaml"
SOON = "{start: 2027-01-04, end: 2027-01-08, shown: 8 Jan 2027, until: 2027-01-08}"
FILES = {
    "portfolio.yaml": "start: 2027-01-04\nteams: {web: {people: 2, at_once: 1}}\n",
    "work.yaml": (
        "- {id: pay, title: Pay, effort: 4w, outcomes: {a: high}}\n"
        "- {id: ship, title: Ship, effort: 30w, depends_on: [pay]}\n"
        "- {id: news, title: News, effort: 2w, depends_on: [ship]}\n"
    ),
    "published.yaml": (
        "as_of: 2027-01-04\n"
        "framework: customer-value\n"
        "initiatives:\n"
        f"  gone: {SOON}\n"
        f"  pay: {SOON}\n"
        "  ship: {start: 2027-01-11, end: 2027-04-30, shown: Q2 2027, until: 2027-06-30}\n"
    ),
}
PAUSED = ("work.yaml", "effort: 4w", "effort: 4w, status: paused")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


def test_the_page_says_which_dates_are_kept_and_which_are_not(folder: Path) -> None:
    page = " ".join(run("diff", folder, "published").stdout.split())

    assert "Plan against the dates published as of 4 January 2027" in page
    assert "1 of 3 published dates kept" in page
    assert "Pay 8 Jan 2027 15 Jan 1.0 weeks later" in page
    assert "gone 8 Jan 2027 removed" in page
    assert "Ship Q2 2027 Apr starts 1.0 weeks later" in page
    assert "Not published yet: “News”." in page


def test_dates_planned_by_another_framework_are_said_to_be(folder: Path) -> None:
    said = "Published by `rice`; today's plan is by `customer-value`."
    assert said not in " ".join(run("diff", folder, "published").stdout.split())
    write(folder, {PUBLISHED: FILES[PUBLISHED].replace("customer-value", "rice")})
    assert said in " ".join(run("diff", folder, "published").stdout.split())


@pytest.mark.parametrize("text", ["3\n", "<<<<<<< HEAD\ninitiatives: {}\n"])
def test_dates_that_cannot_be_read_are_not_called_unpublished(
    folder: Path, text: str
) -> None:
    write(folder, {PUBLISHED: text})
    outcome = run("diff", folder, "published")

    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "published.yaml cannot be read; `roadmap check` says why" in outcome.stderr


def test_a_move_within_what_was_shown_is_kept(folder: Path) -> None:
    found = {
        each["id"]: each
        for each in answer("diff", folder, "published")["published"]["dates"]
    }

    assert found["ship"]["status"] == "kept"
    assert (found["ship"]["start_days"], found["ship"]["beyond_days"]) == (5, 0)
    assert found["pay"]["status"] == "moved"
    assert (found["pay"]["end_days"], found["pay"]["beyond_days"]) == (5, 5)


def test_what_is_not_scheduled_any_more_is_told(folder: Path) -> None:
    name, before, after = PAUSED
    write(folder, {name: FILES[name].replace(before, after)})
    found = {
        each["id"]: each
        for each in answer("diff", folder, "published")["published"]["dates"]
    }

    assert [found[id]["status"] for id in ("gone", "pay")] == ["removed", "not scheduled"]
    assert found["pay"]["end"] is None
    assert "0 of 3 published dates kept" in run("diff", folder, "published").stdout


def test_where_all_that_was_published_is_over_nothing_is_left_to_keep(folder: Path) -> None:
    over = "{start: 2026-01-05, end: 2026-01-09, shown: 9 Jan 2026, until: 2026-01-09}"
    write(
        folder,
        {
            "done.yaml": "{title: Done, status: delivered, delivered: 2026-01-09}",
            PUBLISHED: f"initiatives:\n  done: {over}\n",
        },
    )
    assert "no date is left to keep." in run("diff", folder, "published").stdout
    assert "published" not in run("plan", folder).stdout


def test_the_answer_keeps_the_contract(folder: Path) -> None:
    found = answer("diff", folder, "published")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))

    assert list(Draft202012Validator(schema).iter_errors(found)) == []


def test_a_slip_beyond_what_was_shown_can_fail(folder: Path) -> None:
    assert run("diff", folder, "published", "--fail-on", "slip:1w").exit_code == 0
    failed = run("diff", folder, "published", "--fail-on", "slip:4d")

    assert failed.exit_code == 1
    assert "--fail-on slip:4d: pay" in failed.stderr
    for other in ("deadline", "slip:soon"):
        assert run("diff", folder, "published", "--fail-on", other).exit_code == 2


def test_it_needs_published_dates_and_a_folder(folder: Path) -> None:
    (folder / "published.yaml").unlink()
    nothing = run("diff", folder, "published")
    revision = run("diff", folder, "published", "v1")

    assert (nothing.exit_code, revision.exit_code) == (2, 2)
    assert "roadmap publish" in nothing.stderr
    assert "the plan of a folder, not of `v1`" in revision.stderr


@pytest.fixture
def told(tmp_path: Path) -> Checkout:
    """The files, committed with what was published from them."""
    checkout = repository(
        tmp_path / "git", {it: FILES[it] for it in FILES if it != PUBLISHED}
    )
    assert run("publish", checkout.top).exit_code == 0
    checkout.git("add", "-A")
    checkout.commit({}, "publish")
    return checkout


LONGER = {"work.yaml": FILES["work.yaml"].replace("effort: 4w", "effort: 9w")}


def page(checkout: Checkout, *words: str) -> str:
    return " ".join(run("diff", checkout.top, "published", *words).stdout.split())


def since(checkout: Checkout, *words: str) -> dict[str, Any]:
    found = answer("diff", checkout.top, "published", *words)
    assert complaints(found) == []
    section: dict[str, Any] = found["published"]
    return section


def test_where_nothing_moves_nobody_asks_why(told: Checkout) -> None:
    assert "Since commit" not in page(told)
    assert since(told)["since"] is None


def test_an_edit_since_the_commit_that_published_is_the_cause(told: Checkout) -> None:
    write(told.top, LONGER)
    commit = told.git("rev-parse", "HEAD")
    said, section = page(told), since(told)

    assert (
        f"Since commit {commit[:10]} published these dates, “Pay” grew from 4w to 9w."
        in said
    )
    causes = {it["id"]: it["cause"] for it in section["dates"]}
    assert causes["pay"] == "“Pay” grew from 4w to 9w"
    assert "weeks later that edit" in said
    assert section["since"] == {"commit": commit, "days": 0, "edits": 1, "unknown": None}


def test_days_that_passed_are_a_cause(told: Checkout) -> None:
    said, section = (
        page(told, "--as-of", "2027-02-01"),
        since(told, "--as-of", "2027-02-01"),
    )

    assert "Nothing was edited since commit" in said
    assert "; 28 days passed." in said
    assert {it["cause"] for it in section["dates"]} == {"28 days passed"}


def test_many_edits_are_counted_with_how_to_list_them(told: Checkout) -> None:
    extra = "".join(f"- {{id: n{n}, title: N{n}, effort: 1w}}\n" for n in range(4))
    write(told.top, {"work.yaml": LONGER["work.yaml"] + extra})
    commit = told.git("rev-parse", "HEAD")[:10]

    assert f"there were 5 edits (`roadmap diff {commit}` lists them)." in page(told)


def test_without_a_commit_of_these_dates_the_page_says_why_there_is_no_cause(
    folder: Path, told: Checkout
) -> None:
    text = (told.top / PUBLISHED).read_text(encoding="utf-8")
    write(told.top, LONGER | {PUBLISHED: text.replace("15 Jan 2027", "mid January")})

    unknown = "What was edited since is unknown, as"
    outside = " ".join(run("diff", folder, "published").stdout.split())
    assert f"{unknown} git has no history of this folder." in outside
    assert f"{unknown} no commit holds the published dates as they stand." in page(told)
    assert since(told)["since"]["unknown"] == "not committed"
    assert {it["cause"] for it in since(told)["dates"]} == {None}


def test_a_shallow_clone_may_lack_the_commit_that_published(
    told: Checkout, tmp_path: Path
) -> None:
    told.commit({"readme.yaml.txt": "later"})
    shallow = tmp_path / "shallow"
    told.git("clone", "--quiet", "--depth", "1", told.top.as_uri(), str(shallow))
    write(shallow, LONGER)

    said = " ".join(run("diff", shallow, "published").stdout.split())
    assert "this clone is shallow and may lack the commit that published them." in said
    assert since(Checkout(shallow))["since"]["unknown"] == "shallow clone"


def test_publishing_other_dates_is_an_edit(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    write(other, FILES)
    write(
        other, {"published.yaml": FILES["published.yaml"].replace("Q2 2027", "April 2027")}
    )
    (edit,) = json.loads(run("diff", other, str(folder), "--format", "json").stdout)[
        "diff"
    ]["edits"]

    assert (edit["key"], edit["says"]) == ("published", "other dates were published")
