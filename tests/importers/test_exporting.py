"""A roadmap goes back to trackers in their own form, and comes back unchanged."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.importers.forms import forms
from roadmap.importers.outgoing import Outgoing, neutral
from roadmap.importers.tables import unmarked
from roadmap.model.initiative import Status
from tests.answers import run, write
from tests.studies.files import repository

SHOP = {
    "portfolio.yaml": "start: 2027-01-04\n",
    "basket.yaml": "title: =Basket\nkind: epic\neffort: 3w\ntags: [shop, ux]\n",
    "pay.yaml": "title: Pay with one tap\nowner: Ana\neffort: 2w\n"
    "depends_on: [basket]\nparent: basket\npriority: 2\n",
    "old.yaml": "title: Old shop\nstatus: dropped\nbecause: nobody came\n"
    "owners: [Ana, Ben]\ndepends_on: []\n",
}


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def exported(form: str, *rows: Outgoing) -> str:
    return forms()[form].write(rows, 5).text


@pytest.mark.parametrize("form", ["csv", "jira"])
def test_what_went_out_comes_back_and_changes_nothing(tmp_path: Path, form: str) -> None:
    write(tmp_path / "shop", SHOP)
    file = tmp_path / "out.csv"

    assert run("export", tmp_path / "shop", "--to", form, "-o", str(file)).exit_code == 0
    again = run("import", tmp_path / "shop", str(file), "--check", "--format", "json")

    assert again.exit_code == 0
    counts = json.loads(again.stdout)["import"]
    assert (counts["new"], counts["changed"], counts["conflicts"]) == (0, 0, 0)
    assert counts["unchanged"] == 3


def test_what_was_edited_outside_is_shown_and_left_to_be_decided(tmp_path: Path) -> None:
    write(tmp_path / "shop", SHOP)
    file = tmp_path / "out.csv"
    run("export", tmp_path / "shop", "-o", str(file))
    text = file.read_text("utf-8").replace("Pay with one tap", "Pay with two taps")
    file.write_text(text, "utf-8")

    again = run("import", tmp_path / "shop", str(file), "--write")

    assert "Pay with two taps" in again.stdout
    assert "Pay with one tap" in (tmp_path / "shop" / "pay.yaml").read_text("utf-8")


def test_a_table_is_ranked_and_dated_and_holds_no_formula(tmp_path: Path) -> None:
    header, *found = rows(run("export", SHOP).stdout)
    first = dict(zip(header, found[0], strict=True))

    assert [row[0] for row in found] == ["basket", "pay", "old"]
    assert (first["Title"], first["Rank"], first["Start"]) == (
        "'=Basket",
        "1",
        "2027-01-04",
    )


def test_jira_has_parents_first_and_a_second_file_for_links(tmp_path: Path) -> None:
    file = tmp_path / "jira.csv"

    run("export", SHOP, "--to", "jira", "-o", str(file))

    header, *found = rows(file.read_text("utf-8"))
    by_id = {row[-1]: dict(zip(header, row, strict=True)) for row in found}
    assert by_id["pay"]["Parent"] == by_id["basket"]["Issue id"]
    assert found[0][-1] == "basket"
    assert header.count("Labels") == 2
    assert by_id["pay"]["Original estimate"] == str(2 * 5 * 8 * 3600)
    links = rows((tmp_path / "jira-links.csv").read_text("utf-8"))
    assert links[1:] == [[by_id["basket"]["Issue id"], by_id["pay"]["Issue id"], "Blocks"]]


def test_keys_of_the_tracker_go_back_to_it(tmp_path: Path) -> None:
    source = "x-source: {system: jira, key: PAY-7}\n"
    files = {"a.yaml": f"title: A\n{source}", "b.yaml": "title: B\ndepends_on: [a]\n"}
    file = tmp_path / "jira.csv"

    run("export", files, "--to", "jira", "-o", str(file))

    assert "PAY-7" in file.read_text("utf-8")
    assert "PAY-7" in (tmp_path / "jira-links.csv").read_text("utf-8")


def test_files_that_exist_stay(tmp_path: Path) -> None:
    (tmp_path / "jira-links.csv").write_text("mine", "utf-8")

    result = run("export", SHOP, "--to", "jira", "-o", str(tmp_path / "jira.csv"))

    assert result.exit_code == 2
    assert not (tmp_path / "jira.csv").exists()


def test_only_what_changed_since_a_revision_goes_out(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop", SHOP)
    grown = SHOP["pay.yaml"].replace("2w", "4w")
    shop.commit({"pay.yaml": grown, "new.yaml": "title: N\n"})

    _, *found = rows(run("export", shop.top, "--changed-since", "HEAD~1").stdout)

    assert sorted(row[0] for row in found) == ["new", "pay"]


def test_an_unknown_form_is_named_with_those_that_are() -> None:
    result = run("export", SHOP, "--to", "excel")

    assert result.exit_code == 2
    assert "csv, github, jira" in result.stderr


WORDS = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=20)


@given(title=WORDS, summary=WORDS, label=WORDS)
def test_any_text_is_one_word_to_the_shell(title: str, summary: str, label: str) -> None:
    row = Outgoing("a", title, Status.PROPOSED, summary=summary, labels=(label,))
    script = exported("github", row).replace("gh issue create", "printf '%s\\n'")

    said = subprocess.run(
        ["sh", "-n"], input=script.encode(), capture_output=True, check=False
    )

    assert said.stderr == b""
    assert said.returncode == 0


def test_the_script_for_github_updates_what_is_there_and_links_what_it_makes() -> None:
    there = Outgoing("a", "It's there", Status.DELIVERED, key="acme/shop#7")
    new = Outgoing("b", "$(rm -rf /)", Status.PROPOSED, depends_on=("a",))

    script = exported("github", there, new)

    assert "gh issue edit 7 --repo=acme/shop --title='It'\"'\"'s there'" in script
    assert "issue_1=https://github.com/acme/shop/issues/7\n" in script
    assert "gh issue close 7 --repo=acme/shop --reason=completed" in script
    assert "gh issue create --title='$(rm -rf /)'" in script
    assert 'gh issue edit "$issue_2" --add-blocked-by="$issue_1"' in script


def test_issues_of_two_repositories_are_linked_by_their_addresses() -> None:
    url = "https://git.acme.org/acme/shop/issues/7"
    there = Outgoing("a", "A", Status.PROPOSED, key="acme/shop#7", url=url)
    other = Outgoing("b", "B", Status.PROPOSED, key="acme/app#7", depends_on=("a",))

    script = exported("github", there, other)

    assert f"issue_1={url}\n" in script
    assert "issue_2=https://github.com/acme/app/issues/7\n" in script


@given(st.text(max_size=8))
def test_a_mark_before_a_formula_is_taken_back(text: str) -> None:
    assert unmarked(neutral(text)) == text
