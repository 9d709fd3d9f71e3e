"""What a command line comes to: 0 whole, 1 something left out, 2 usage."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest
from typer.testing import CliRunner, Result

from roadmap.cli.app import app
from roadmap.cli.exits import unknown
from tests.answers import write

SMALL = {
    "a.yaml": "title: Ledger\neffort: 2w\ndepends_on: []\n",
    "b.yaml": "title: Refunds\noutcomes: {quick: low}\neffort: 1w\ndepends_on: [a]\n",
    "c.yaml": "title: Receipts\noutcomes: {see-it: low}\neffort: 1w\ndepends_on: []\n",
}
ANSWERING = ("list", "needs", "score", "sequence", "plan", "report")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    write(tmp_path, SMALL)
    return tmp_path


def roadmap(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.parametrize("command", [*ANSWERING, "check"])
def test_three_files_of_three_keys_are_enough(small: Path, command: str) -> None:
    assert roadmap(command, small).exit_code == 0


@pytest.mark.parametrize("command", ["explain", "why"])
def test_an_initiative_is_explained_by_either_name(small: Path, command: str) -> None:
    result = roadmap(command, "b", "-C", small)

    assert result.exit_code == 0
    assert "Refunds" in result.stdout


@pytest.mark.parametrize("command", ANSWERING)
def test_an_error_that_leaves_something_out_is_1_and_said_in_a_line(
    small: Path, command: str
) -> None:
    write(small, {"c.yaml": "title: Receipts\neffrt: 1w\n"})
    result = roadmap(command, small)

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "roadmap check" in result.stderr


def test_an_initiative_whose_file_is_broken_is_said_to_be_there_with_the_line(
    small: Path,
) -> None:
    write(small, {"c.yaml": "title: Receipts\neffort: a: b\n", "text.yaml": "soon\n"})

    broken, text = (roadmap("explain", id, "-C", small) for id in ("c", "text"))

    assert (broken.exit_code, text.exit_code) == (2, 2)
    assert "no initiative `c`, as its file was left out: " in broken.stderr
    assert "c.yaml:2: invalid YAML: mapping values are not allowed" in broken.stderr
    assert "text.yaml:1: an initiative must be a mapping" in text.stderr


def test_a_file_that_was_left_out_is_named_with_its_line_and_the_reason(
    small: Path,
) -> None:
    write(small, {"c.yaml": "title: Receipts\neffort: a: b\n", "text.yaml": "soon\n"})
    said = " ".join(roadmap("plan", small).stdout.split())

    assert "c.yaml:2: invalid YAML: mapping values are not allowed" in said
    assert "text.yaml:1: an initiative must be a mapping" in said


@pytest.mark.parametrize(
    ("command", "option"), [("report", "--audience"), ("plan", "--by"), ("score", "--sort")]
)
def test_a_choice_that_is_none_is_2_with_those_that_are(
    small: Path, command: str, option: str
) -> None:
    result = roadmap(command, small, option, "boards")

    assert result.exit_code == 2
    assert f"Invalid value for '{option}': 'boards' is not one of '" in result.stderr


def test_where_there_is_no_portfolio_it_is_said_where_one_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inside" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "inside" / "deep")
    alone = roadmap("plan")
    (tmp_path / ".git").mkdir()
    checkout = roadmap("plan")

    assert (alone.exit_code, checkout.exit_code) == (2, 2)
    assert alone.stderr.startswith(
        "roadmap: no portfolio here; start one with `roadmap init`, or name its folder"
    )
    assert checkout.stderr.startswith("roadmap: no portfolio here or above; ")


@pytest.mark.parametrize(
    ("option", "value", "near"),
    [
        ("--theme", "bling", "billing"),
        ("--tag", "calmm", "calm"),
        ("--team", "webb", "web"),
        ("--owner", "Adda", "Ada"),
        ("--owner", "Benn", "Ben"),
        ("--kind", "bugg", "bug"),
        ("--parent", "EPIC_1", "EPIC-1"),
        ("--parent", "A", "a"),
    ],
)
def test_a_filter_that_nothing_can_match_is_2_with_the_nearest(
    tmp_path: Path, option: str, value: str, near: str
) -> None:
    write(tmp_path, {
        "portfolio.yaml": "teams: {web: {people: 2}, data: {people: 1}}\n",
        "billing/late/a.yaml": "owners: [Ada, Ben]\ntags: [calm]\neffort: {web: 1w}\n"
        "kind: bug\nparent: EPIC-1\n",
    })  # fmt: skip
    result = roadmap("list", tmp_path, option, value)

    assert result.exit_code == 2
    assert result.stderr == f"roadmap: no {option[2:]} `{value}`; did you mean `{near}`?\n"
    assert roadmap("list", tmp_path, option, near).exit_code == 0
    assert roadmap("plan", tmp_path, "--team", "data").exit_code == 0


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("in-progress", {"a", "b"}),
        ("in_progress", {"a", "b"}),
        ("in review", {"a"}),
        (" IN REVIEW ", {"a"}),
        ("Testing", set()),
        ("proposed", {"c"}),
    ],
)
def test_a_status_is_chosen_by_our_word_or_the_teams_own(
    tmp_path: Path, status: str, shown: set[str]
) -> None:
    words = "{In Review: in_progress, Testing: in_progress}"
    write(tmp_path, {
        "portfolio.yaml": f"status_words: {words}\n",
        "all.yaml": "- {id: a, status: In Review}\n- {id: b, status: in_progress}\n"
        "- {id: c}\n",
    })  # fmt: skip
    result = roadmap("list", tmp_path, "--status", status, "--format", "json")

    assert result.exit_code == 0
    assert {load["id"] for load in json.loads(result.stdout)["initiatives"]} == shown


def test_a_status_that_is_neither_is_2_with_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, {
        "portfolio.yaml": "status_words: {In Review: in_progress}\n", "a.yaml": "title: A\n"
    })  # fmt: skip
    result = roadmap("list", tmp_path, "--status", "In Reviw")

    assert result.exit_code == 2
    assert result.stderr == "roadmap: no status `In Reviw`; did you mean `In Review`?\n"


@pytest.mark.parametrize("command", ANSWERING)
def test_a_portfolio_without_initiatives_is_0(tmp_path: Path, command: str) -> None:
    write(tmp_path, {"portfolio.yaml": "title: Nothing yet\n"})

    assert roadmap(command, tmp_path).exit_code == 0


@pytest.mark.parametrize("command", ANSWERING)
def test_files_of_which_none_can_be_read_are_2(tmp_path: Path, command: str) -> None:
    write(tmp_path, {"a.yaml": "title: 'open\n"})
    result = roadmap(command, tmp_path)

    assert result.exit_code == 2
    assert "roadmap check" in result.stderr


def test_check_on_broken_files_is_1(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "title: 'open\n"})

    assert roadmap("check", tmp_path).exit_code == 1


def test_a_warning_fails_only_where_it_is_told_to(small: Path) -> None:
    write(small, {"d.yaml": "title: No outcome at all\neffort: 1w\ndepends_on: []\n"})

    assert roadmap("check", small).exit_code == 0
    assert roadmap("check", small, "--fail-on", "warning").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("explain", "bb"), ""),
        (("score", "--framework", "ricee"), "did you mean `rice`"),
        (("plan", "--status", "droped"), "did you mean `dropped`"),
        (("plan", "--format", "jsn"), "did you mean `json`"),
        (("plan", "--as-of", "soon"), "is not a date"),
        (("plan", "--format", "json", "--format", "terminal"), "same place"),
        (("plan", "--format", "json:"), "name a file"),
        (("new", "!!"), "no id"),
        (("rule", "circle"), "no rule"),
    ],
)
def test_usage_is_2_and_helps(small: Path, arguments: tuple[str, ...], words: str) -> None:
    result = roadmap(*arguments, "-C", small)

    assert result.exit_code == 2
    assert words in result.stderr


def test_a_folder_that_is_none_is_2(tmp_path: Path) -> None:
    assert roadmap("plan", tmp_path / "nowhere").exit_code == 2


def test_a_file_is_no_folder(small: Path) -> None:
    assert "not a folder" in roadmap("plan", small / "a.yaml").stderr


def test_the_folder_is_named_once(small: Path) -> None:
    assert roadmap("plan", small, "-C", small).exit_code == 2


def test_bare_roadmap_is_the_plan(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)

    assert roadmap().stdout == roadmap("plan").stdout


def test_the_portfolio_is_found_from_below_up_to_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path,
        {"initiatives/portfolio.yaml": "title: Found\n", ".git/HEAD": "", "x/y/z": ""},
    )
    monkeypatch.chdir(tmp_path / "x" / "y")

    assert "Found" in roadmap("list").stdout


def test_no_portfolio_anywhere_is_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert "roadmap init" in roadmap("plan").stderr


def test_filters_choose_what_is_shown_and_not_what_is_computed(small: Path) -> None:
    every = json.loads(roadmap("plan", small, "--format", "json").stdout)
    write(small, {"b.yaml": SMALL["b.yaml"] + "tags: [money]\n"})
    some = json.loads(roadmap("plan", small, "--format", "json", "--tag", "money").stdout)

    assert some["plan"] == every["plan"]
    assert [each["id"] for each in some["initiatives"]] == ["b"]


def test_the_folder_of_bare_roadmap_can_be_named(small: Path) -> None:
    assert roadmap("-C", small).stdout == roadmap("plan", small).stdout


def test_an_id_in_another_case_is_the_nearest(small: Path) -> None:
    write(small, {"bb.yaml": "title: Bees\neffort: 1w\n"})

    assert "did you mean `b`" in roadmap("explain", "B", "-C", small).stderr


def test_what_could_be_planned_before_an_interruption_is_shown_and_130(
    small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(
        "roadmap.sequencing.search.branch_and_bound.BranchAndBound.run", interrupted
    )
    out = tmp_path / "plan.json"
    shown = roadmap("plan", small)
    written = roadmap("plan", small, "--format", "json", "-o", out)

    assert (shown.exit_code, written.exit_code) == (130, 130)
    assert "Refunds" in shown.stdout
    assert not out.exists()


def test_what_has_no_name_is_not_offered(small: Path) -> None:
    assert roadmap("list", small, "--theme", "x").stderr == "roadmap: no theme `x`\n"


def test_a_word_too_long_to_be_a_slip_is_compared_with_nothing(small: Path) -> None:
    result = roadmap("explain", "ab" * 30_000, "-C", small)

    assert result.exit_code == 2
    assert "did you mean" not in result.stderr
    assert len(result.stderr) < 200


def test_among_ten_thousand_ids_the_nearest_is_found_at_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ids = [f"initiative-{number:05}" for number in range(10_000)]
    before = process_time()
    with pytest.raises(SystemExit):
        unknown("initiative", "initative-09999", ids)
    with pytest.raises(SystemExit):
        unknown("initiative", "unitiativ-x", ids)

    assert "did you mean `initiative-09999`?" in capsys.readouterr().err
    assert process_time() - before < 2
