"""Adopting `check`: what is selected, allowed, known already, fixed, and what fails."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from roadmap.cli.app import app
from tests.answers import write

FILES = {
    "portfolio.yaml": "vision: V\nteams: {web: {people: 1}}\nstart: 2027-01-04\n",
    "ledger.yaml": "title: Ledger # it\neffort: 4w\ndepends_on: []\n",
    "refunds.yaml": "title: 'Refunds'\neffort:  4w   # so\ndepends_on: [ 'Ledger' ]\n"
    "contributes_to: {growth: low}\n",
    "receipts.yaml": "title: Receipts\neffort: 4w\ncontributes_to: {growth: low}\n"
    "depends_on: [ledgre]  # slip\npromised: {date: 2027-01-15}\n",
}

KNOWN = {"RM004", "RM101", "RM112", "RM207", "RM301", "RM401", "RM402", "RM405", "RM408"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


def check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["check", *(str(argument) for argument in arguments)])


def codes(folder: Path, *arguments: str) -> list[str]:
    """What is found, as far as these tests are about it."""
    found = json.loads(check(folder, "--format", "json", *arguments).stdout)
    return [each["code"] for each in found["findings"] if each["code"] in KNOWN]


def texts(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def test_rules_are_chosen_on_the_command_line(folder: Path) -> None:
    assert codes(folder) == ["RM301", "RM101", "RM101"]
    assert codes(folder, "--select", "RM3") == ["RM301"]
    assert codes(folder, "--ignore", "unknown-dependency,RM4") == ["RM301"]
    assert codes(folder, "--ignore", "RM1", "--ignore", "RM3") == []


def test_what_the_command_line_selects_the_portfolio_does_not_ignore(folder: Path) -> None:
    home = folder / "portfolio.yaml"
    home.write_text(FILES["portfolio.yaml"] + "check: {ignore: [RM1, RM3]}\n")

    assert codes(folder) == []
    assert codes(folder, "--select", "RM301") == ["RM301"]


def test_a_rule_fails_when_it_is_made_an_error(folder: Path) -> None:
    chosen = ("--select", "RM301")

    assert check(folder, *chosen).exit_code == 0
    assert check(folder, *chosen, "--severity", "RM301=error").exit_code == 1
    assert check(folder, *chosen, "--fail-on", "warning").exit_code == 1
    assert check(folder, *chosen, "--fail-on", "warning", "--exit-zero").exit_code == 0


def test_a_limit_is_set_on_the_command_line(folder: Path) -> None:
    chosen = ("--select", "overlong-initiative", "--set", "overlong-initiative.weeks=%s")

    assert codes(folder, *chosen[:3], chosen[3] % 3) == ["RM207"] * 3
    assert codes(folder, *chosen[:3], chosen[3] % 4) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--select", "stale-evidnce"), "did you mean `stale-evidence`?"),
        (("--ignore", "RM777"), "--ignore: no rule `RM777`"),
        (("--severity", "RM301"), "write RULE=SEVERITY"),
        (("--severity", "RM301=bad"), "no severity `bad`"),
        (("--set", "overlong-initiative.weeks"), "write RULE.KEY=NUMBER"),
        (
            ("--set", "overlong-initiative.days=3"),
            "did you mean `overlong-initiative.weeks`",
        ),
        (("--set", "overlong-initiative.weeks=-3"), "`-3` is not a number of 0 or more"),
        (("--set", "mass-of-ties.share=soon"), "--set mass-of-ties.share=soon:"),
        (("--write-baseline",), "say where with --baseline FILE"),
        (("--write-baseline", "--baseline", "b", "-o", "f"), "leave -o, --format and"),
        (("--write-baseline", "--baseline", "b", "--format", "json"), "leave -o, --format"),
        (("--write-baseline", "--baseline", "b", "--diff"), "leave -o, --format"),
        (("--diff", "--format", "json"), "leave -o, --format and --baseline out"),
        (("--diff", "-o", "f"), "leave -o, --format and --baseline out"),
        (("--diff", "--baseline", "b"), "leave -o, --format and --baseline out"),
        (("--baseline", "nowhere.json"), "no baseline `nowhere.json`"),
    ],
)
def test_what_cannot_be_meant_is_misuse(
    folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = check(folder, *arguments)

    assert result.exit_code == 2
    assert message in result.stderr


def test_rules_about_the_plan_run_when_they_are_asked_for(folder: Path) -> None:
    clean = ("--ignore", "RM1,RM3")

    assert codes(folder, *clean) == []
    assert codes(folder, *clean, "--plan") == ["RM405"]
    assert check(folder, *clean, "--plan").exit_code == 0
    assert check(folder, *clean, "--fail-on", "plan").exit_code == 1
    home = folder / "portfolio.yaml"
    home.write_text(FILES["portfolio.yaml"] + "check: {plan: true}\n")
    assert codes(folder, *clean) == ["RM405"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("deadline: 2027-01-15\n", "RM401"),
        ("must: {why: law}\n", "RM402"),
        ("status: in_progress\nremaining: 2w\n", "RM408"),
        ("status: committed\n", "RM112"),
    ],
)
def test_what_shows_without_a_plan_fails_it_all_the_same(
    folder: Path, said: str, code: str
) -> None:
    needed = "paused" if code == "RM112" else "proposed"
    (folder / "ledger.yaml").write_text(f"{FILES['ledger.yaml']}status: {needed}\n")
    (folder / "refunds.yaml").write_text(
        f"title: Refunds\neffort: 4w\ndepends_on: [ledger]\n{said}"
    )
    chosen = ("--select", code)

    assert codes(folder, *chosen) == [code]
    assert check(folder, *chosen).exit_code == 0
    assert check(folder, *chosen, "--fail-on", "plan").exit_code == 1


def test_only_what_is_new_fails(folder: Path) -> None:
    known = folder.parent / "known.json"
    written = check(folder, "--baseline", known, "--write-baseline")

    assert (written.exit_code, written.stdout) == (0, "")
    assert check(folder, "--baseline", known).exit_code == 0
    assert codes(folder, "--baseline", str(known)) == []
    moved = folder / "refunds.yaml"
    moved.write_text("# one line more\n" + FILES["refunds.yaml"] + "dependson: []\n")
    assert codes(folder, "--baseline", str(known)) == ["RM004"]


def test_a_baseline_says_what_of_it_is_gone(folder: Path) -> None:
    known, own = folder.parent / "known.json", ("--select", "RM101,RM301")
    check(folder, *own, "--baseline", known, "--write-baseline")
    (folder / "receipts.yaml").unlink()
    result = check(folder, *own, "--baseline", known)

    fixed = "1 known finding is fixed; remove it from the baseline with --write-baseline"
    assert fixed in result.stderr
    check(folder, *own, "--baseline", known, "--write-baseline")
    assert "is fixed" not in check(folder, *own, "--baseline", known).stderr


def test_what_nobody_asked_for_is_not_gone(folder: Path) -> None:
    known = folder.parent / "known.json"
    check(folder, "--plan", "--baseline", known, "--write-baseline")

    for fewer in ((), ("--plan", "--select", "RM1"), ("--plan", "--ignore", "RM405")):
        assert "is fixed" not in check(folder, "--baseline", known, *fewer).stderr
    (folder / "receipts.yaml").unlink()
    fixed = check(folder, "--baseline", known, "--select", "RM101").stderr
    assert "1 known finding is fixed" in fixed


def test_the_same_findings_make_the_same_baseline(folder: Path) -> None:
    one, other = folder.parent / "one.json", folder.parent / "other.json"
    check(folder, "--baseline", one, "--write-baseline")
    check(folder, "--baseline", other, "--write-baseline")

    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("text", ["", "{}", "[", "[]", '{"findings": []}', "[" * 5000])
def test_what_is_no_baseline_is_neither_read_nor_replaced(folder: Path, text: str) -> None:
    file = folder.parent / "package.json"
    file.write_text(text)

    assert check(folder, "--baseline", file).exit_code == 2
    assert check(folder, "--baseline", file, "--write-baseline").exit_code == 2
    assert file.read_text() == text


def test_what_is_certain_is_mended_and_nothing_else_changes(folder: Path) -> None:
    result = check(folder, "--fix")

    assert "fixed 1 finding in 1 file; 1 more with --unsafe-fixes" in result.stderr
    assert texts(folder) == FILES | {
        "refunds.yaml": FILES["refunds.yaml"].replace("Ledger", "ledger")
    }
    assert result.exit_code == 1


def test_what_is_likely_is_mended_when_asked_for(folder: Path) -> None:
    silent = FILES["ledger.yaml"].replace("depends_on: []\n", "")
    (folder / "ledger.yaml").write_text(silent)
    result = check(folder, "--unsafe-fixes")

    assert result.exit_code == 0
    assert texts(folder) == FILES | {
        "refunds.yaml": FILES["refunds.yaml"].replace("Ledger", "ledger"),
        "receipts.yaml": FILES["receipts.yaml"].replace("ledgre", "ledger"),
    }


def test_mending_twice_changes_nothing(folder: Path) -> None:
    check(folder, "--unsafe-fixes")
    once = texts(folder)
    result = check(folder, "--unsafe-fixes")

    assert texts(folder) == once
    assert result.stderr == "roadmap: nothing to fix\n"


def test_what_one_cure_brings_to_light_is_mended_with_it(folder: Path) -> None:
    (folder / "refunds.yaml").write_text(
        "title: Refunds\neffort: 4w\nDepends-On: [Ledger]\ncontributes_to: {growth: low}\n"
    )
    check(folder, "--fix")

    assert "\ndepends_on: [ledger]\n" in texts(folder)["refunds.yaml"]


def test_a_difference_is_shown_and_nothing_written(folder: Path) -> None:
    result = check(folder, "--fix", "--diff")

    assert texts(folder) == FILES
    assert result.exit_code == 1
    assert "would fix 1 finding in 1 file; 1 more with --unsafe-fixes" in result.stderr
    assert "-depends_on: [ 'Ledger' ]\n+depends_on: [ 'ledger' ]\n" in result.stdout
    assert "-depends_on: [ledgre]" in check(folder, "--unsafe-fixes", "--diff").stdout
    check(folder, "--fix")
    again = check(folder, "--fix", "--diff")
    assert again.exit_code == 0
    assert again.stderr == "roadmap: nothing to fix; 1 more with --unsafe-fixes\n"


def test_what_is_allowed_is_not_mended(folder: Path) -> None:
    text = FILES["refunds.yaml"].replace("]\n", "] # roadmap: allow[RM101]\n", 1)
    (folder / "refunds.yaml").write_text(text)
    check(folder, "--fix")

    assert texts(folder)["refunds.yaml"] == text


def test_an_allowance_hides_nothing_from_other_commands(folder: Path) -> None:
    (folder / "receipts.yaml").unlink()
    text = FILES["refunds.yaml"].replace("]\n", "] # roadmap: allow[RM101]\n", 1)
    (folder / "refunds.yaml").write_text(text)
    result = CliRunner().invoke(app, ["list", str(folder)])

    assert check(folder).exit_code == 0
    assert result.exit_code == 1
    assert "1 error leaves something out" in result.stderr


def test_a_folder_without_files_is_said_to_be_one(tmp_path: Path) -> None:
    done = check(tmp_path)

    assert (done.exit_code, done.stdout) == (0, "no findings in 0 files\n")
    assert "no .yaml or .yml file" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="names are others there")
def test_a_baseline_of_a_folder_in_another_encoding_is_read_back(tmp_path: Path) -> None:
    folder, known = tmp_path / "caf\udce9", tmp_path / "b.json"
    write(folder, {"a.yaml": "titel: A\n", "b\udcff.yaml": "titel: B\n"})
    written = check(folder, "--baseline", known, "--write-baseline")
    again = check(folder, "--baseline", known)

    assert (written.exit_code, again.exit_code) == (0, 0)
    assert "caf\\udce9/a.yaml" in known.read_text(encoding="utf-8")
