"""The action, its steps run by bash as GitHub's runner would."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.ci.acting import PINNED, TREE, Ran, loaded, needs_bash, ran
from tests.cli.test_exit_codes import roadmap

ACTION = loaded((TREE / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")


def check(at: Path, **inputs: str) -> Ran:
    """The step that checks, given inputs by their names with `_` for `-`."""
    (step,) = (each for each in STEPS if each.get("id") == "check")
    given = {name.replace("_", "-"): value for name, value in inputs.items()}
    usual = {name: each["default"] for name, each in ACTION["inputs"].items()}
    assert given.keys() <= usual.keys()
    values = usual | given
    env = {
        name: INPUT.sub(lambda found: values[found[1]], value)
        for name, value in step["env"].items()
    }
    return ran(step["run"], at, **env)


def test_it_is_composite_and_every_input_is_described() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {"name", "description"} <= ACTION.keys()
    for each in ACTION["inputs"].values():
        assert each.keys() == {"description", "required", "default"}


def test_no_input_is_written_into_a_script() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]

    assert len(scripts) > 1
    assert not any("${{" in script for script in scripts)
    assert all(step["shell"] == "bash" for step in STEPS if "run" in step)


def test_every_input_reaches_a_step() -> None:
    said = "".join(f"{each.get('env')} {each.get('if')}" for each in STEPS)
    used = {name for name in ACTION["inputs"] if f"inputs.{name} " in said}

    assert used == ACTION["inputs"].keys()


def test_actions_of_others_are_pinned_to_a_commit() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]

    assert used
    assert all(PINNED.fullmatch(each) for each in used)


def test_every_output_comes_from_a_step() -> None:
    ids = {step["id"] for step in STEPS if "id" in step}
    said = [re.findall(r"steps\.(\w+)\.", it["value"]) for it in ACTION["outputs"].values()]

    assert {id for (id,) in said} <= ids


@needs_bash
def test_the_page_is_written_where_it_was_asked_for(sound: Path) -> None:
    (step,) = (each for each in STEPS if each.get("id") == "page")
    done = ran(step["run"], sound, ROADMAP_FOLDER="", ROADMAP_PAGE="site/index.html")

    assert (done.code, done.outputs) == (0, "page=site/index.html\n")
    page = (sound / "site" / "index.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")


@needs_bash
def test_a_sound_portfolio_passes_and_is_summed_up(sound: Path) -> None:
    done = check(sound)

    assert (done.code, done.err) == (0, "")
    assert "::error" not in done.out
    assert done.out.endswith(" in 2 files\n")
    assert done.summary.startswith("\n### roadmap check\n")
    assert done.outputs == ""


@needs_bash
def test_an_error_fails_annotates_and_stands_in_the_summary(faulty: Path) -> None:
    done = check(faulty, folder="initiatives")

    assert done.code == 1
    assert done.out.startswith(
        "::error title=RM101 unknown-dependency,file=initiatives/refunds.yaml,line=3,"
    )
    assert "| error | initiatives/refunds.yaml" in done.summary


@needs_bash
@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("note", 1), ("error", 1)])
def test_what_fails_is_for_the_workflow_to_say(
    faulty: Path, fail_on: str, code: int
) -> None:
    assert check(faulty, fail_on=fail_on).code == code


@needs_bash
def test_known_findings_are_left_out_where_a_baseline_lists_them(faulty: Path) -> None:
    written = ("check", "--baseline", "known.json", "--write-baseline")
    known = faulty / "known.json"
    assert roadmap(*written[:2], known, written[3], "-C", faulty).exit_code == 0

    assert check(faulty, baseline="known.json").code == 0
    assert check(faulty, baseline="nowhere.json").code == 2


@needs_bash
def test_rules_about_the_plan_run_on_demand_and_can_fail(sound: Path) -> None:
    late = "title: Late\neffort: 30w\npromised: {date: 2027-01}\n"
    (sound / "initiatives" / "late.yaml").write_text(late, encoding="utf-8")

    assert "premature-promise" not in check(sound).out
    assert "premature-promise" in check(sound, plan="true").out
    assert check(sound, plan="true").code == 0
    assert check(sound, fail_on="plan").code == 1


@needs_bash
@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_misuse_fails_whatever_is_asked_for(sound: Path, fail_on: str) -> None:
    assert check(sound, folder="nowhere", fail_on=fail_on).code == 2
    assert check(sound, fail_on="sometimes").code == 2


@needs_bash
def test_sarif_is_written_where_it_is_wanted_and_sent_only_on_demand(faulty: Path) -> None:
    done = check(faulty, sarif_file="out.sarif")

    assert (done.code, done.outputs) == (1, "")
    assert json.loads((faulty / "out.sarif").read_text(encoding="utf-8"))["runs"]


@needs_bash
def test_sarif_to_send_needs_no_name(faulty: Path) -> None:
    done = check(faulty, upload_sarif="true")
    name, _, file = done.outputs.strip().partition("=")

    assert (done.code, name) == (1, "upload")
    assert json.loads(Path(file).read_text(encoding="utf-8"))["runs"]


@needs_bash
def test_nothing_is_sent_where_nothing_was_checked(sound: Path) -> None:
    assert check(sound, folder="nowhere", upload_sarif="true").outputs == ""


@needs_bash
@pytest.mark.parametrize("name", ["$(touch pwned)", "`touch pwned`", '"; touch pwned; "'])
def test_an_input_is_data_and_never_a_command(sound: Path, name: str) -> None:
    done = check(sound, folder=name, sarif_file=f"{name}.sarif")

    assert done.code == 2
    assert not list(sound.glob("pwned*"))
