"""Workflows that we write or follow: their shape, and their scripts run by bash."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from roadmap.cli.source import REPOSITORY, REVISION, source
from tests.answers import write
from tests.ci.acting import PINNED, TREE, loaded, needs_bash, ran
from tests.ci.conftest import SOUND, checkout
from tests.cli.test_exit_codes import roadmap
from tests.test_json_contract import part_of_the_example

INSTALL = re.compile(r"^pip install .*\n?", re.MULTILINE)
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DOC = (TREE / "docs" / "ci.md").read_text(encoding="utf-8")
HOOK_KEYS = {"id", "name", "description", "entry", "language", "files"} | {
    "pass_filenames",
    "require_serial",
}


def written(ci: str, at: Path) -> dict[str, Any]:
    """The workflow that `init` writes for a checkout, by path."""
    done = roadmap("init", "-C", at / "initiatives", "--ci", ci)
    assert done.exit_code == 0, done.stderr
    paths = [at / name for name in (".github/workflows/roadmap.yml", ".gitlab/roadmap.yml")]
    (path,) = (path for path in paths if path.exists())
    found: dict[str, Any] = loaded(path.read_text(encoding="utf-8"))
    return found


def script(lines: str) -> str:
    """A script without its installation, which needs a network."""
    return INSTALL.sub("", lines)


@pytest.fixture(params=["written", "ours"])
def github(request: pytest.FixtureRequest, sound: Path) -> dict[str, Any]:
    if request.param == "written":
        return written("github", sound)
    ours = (TREE / ".github/workflows/roadmap.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = loaded(ours)
    return found


def test_a_workflow_has_two_jobs_reads_only_and_never_trusts_a_fork(
    github: dict[str, Any],
) -> None:
    assert github["jobs"].keys() == {"shape", "judgement"}
    assert github["permissions"] == {"contents": "read"}
    assert github["on"].keys() == {"push", "pull_request"}
    assert not github["on"]["pull_request"]


WORKFLOWS = sorted((TREE / ".github" / "workflows").iterdir())
BY_NAME = re.compile(r"pip install[^\n]*[\s'\"]customer-roadmap")


@pytest.mark.parametrize(
    "file", [*WORKFLOWS, TREE / "docs" / "ci.md", TREE / "docs" / "publish.md"]
)
def test_every_action_is_pinned_to_a_commit_and_nothing_is_installed_by_name(
    file: Path,
) -> None:
    text = file.read_text(encoding="utf-8")
    used = re.findall(r"^\s*-? uses: (\S+)", text, re.M)

    assert used
    assert all(PINNED.fullmatch(each) for each in used)
    assert not BY_NAME.search(text)


@pytest.mark.parametrize("ci", ["github", "gitlab"])
def test_a_workflow_installs_a_commit_while_there_is_no_release(
    ci: str, sound: Path
) -> None:
    text = json.dumps(written(ci, sound))

    assert REVISION in text
    assert not BY_NAME.search(text)


@pytest.mark.parametrize(
    ("origin", "installed"),
    [
        (None, "customer-roadmap==9.9"),
        ({"url": "file:///somewhere/roadmap", "dir_info": {}}, REVISION),
        ({"url": REPOSITORY, "vcs_info": {"commit_id": "ab" * 20}}, "ab" * 20),
        ({"url": "https://example.org/x", "vcs_info": {"commit_id": "ab" * 20}}, REVISION),
    ],
)
def test_what_a_workflow_installs_is_what_writes_it_where_pip_knows_that(
    origin: dict[str, Any] | None,
    installed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    facts = tmp_path / "customer_roadmap-9.9.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Name: customer-roadmap\nVersion: 9.9\n")
    if origin is not None:
        (facts / "direct_url.json").write_text(json.dumps(origin))
    monkeypatch.syspath_prepend(str(tmp_path))

    assert installed in source()


def test_the_commit_that_workflows_install_is_one_of_ours() -> None:
    git = ("git", "-C", str(TREE))
    asked = (*git, "rev-parse", "--is-shallow-repository")
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    if done.stdout.strip() != "false":
        pytest.skip("the history is not here")
    ours = (*git, "merge-base", "--is-ancestor", REVISION, "HEAD")

    assert subprocess.run(ours, check=False).returncode == 0


def test_a_workflow_that_we_write_pins_what_it_uses(sound: Path) -> None:
    jobs = written("github", sound)["jobs"].values()
    used = [step["uses"] for job in jobs for step in job["steps"] if "uses" in step]

    assert len(used) == 4
    assert all(PINNED.fullmatch(each) for each in used)


@needs_bash
@pytest.mark.parametrize(("which", "shape"), [("sound", 0), ("faulty", 1)])
def test_on_github_shape_blocks_and_judgement_comments(
    which: str, shape: int, request: pytest.FixtureRequest
) -> None:
    at = request.getfixturevalue(which)
    found = written("github", at)
    scripts = {
        name: "\n".join(script(step["run"]) for step in job["steps"] if "run" in step)
        for name, job in found["jobs"].items()
    }
    judged = ran(scripts["judgement"], at, **found["env"])

    assert ran(scripts["shape"], at, **found["env"]).code == shape
    assert judged.code == 0, judged.err
    assert "Ledger" in judged.summary


@needs_bash
def test_our_own_workflow_would_pass_today(tmp_path: Path) -> None:
    ours = loaded((TREE / ".github/workflows/roadmap.yml").read_text(encoding="utf-8"))
    (action,) = (s for s in ours["jobs"]["shape"]["steps"] if s["uses"] == "./")
    folder = action["with"]["folder"]
    some = part_of_the_example(["bill-forecast", "meter-photo"])
    write(tmp_path / "at" / folder, some)
    steps = ours["jobs"]["judgement"]["steps"]
    judged = ran(
        "\n".join(script(step["run"]) for step in steps if "run" in step), tmp_path / "at"
    )

    assert roadmap("check", TREE / folder).exit_code == 0
    assert judged.code == 0, judged.err
    assert "Northwind Energy" in judged.summary


@needs_bash
@pytest.mark.parametrize(("which", "shape"), [("sound", 0), ("faulty", 1)])
def test_on_gitlab_shape_blocks_and_judgement_comments(
    which: str, shape: int, request: pytest.FixtureRequest
) -> None:
    at = request.getfixturevalue(which)
    found = written("gitlab", at)
    before = found[".roadmap"]
    done = {
        name: ran("\n".join(found[name]["script"]), at, **before["variables"])
        for name in ("roadmap-shape", "roadmap-judgement")
    }
    report = at / found["roadmap-shape"]["artifacts"]["reports"]["codequality"]
    issues = json.loads(report.read_text(encoding="utf-8"))

    assert [each.code for each in done.values()] == [shape, 0]
    assert [issue["severity"] for issue in issues].count("major") == shape


def test_gitlab_includes_what_we_write_where_it_had_no_pipeline(sound: Path) -> None:
    written("gitlab", sound)
    entry = loaded((sound / ".gitlab-ci.yml").read_text(encoding="utf-8"))

    assert entry == {"include": [{"local": ".gitlab/roadmap.yml"}]}


def test_a_pipeline_that_is_there_is_left_as_it_is(sound: Path) -> None:
    mine = sound / ".gitlab-ci.yml"
    mine.write_text("build: {script: make}\n", encoding="utf-8")
    done = roadmap("init", sound / "initiatives", "--ci", "gitlab")

    assert mine.read_text(encoding="utf-8") == "build: {script: make}\n"
    assert "include" in done.stderr
    assert (sound / ".gitlab" / "roadmap.yml").exists()


def test_a_workflow_that_is_there_is_kept_and_nothing_is_written(tmp_path: Path) -> None:
    at = checkout(tmp_path / "new", {".github/workflows/roadmap.yml": "mine"})
    done = roadmap("init", at / "initiatives", "--ci", "github")

    assert done.exit_code == 2
    assert not (at / "initiatives").exists()
    assert (at / ".github/workflows/roadmap.yml").read_text(encoding="utf-8") == "mine"


def test_a_portfolio_that_is_there_is_kept_and_gets_its_workflow(sound: Path) -> None:
    done = roadmap("init", sound / "initiatives", "--ci", "github")
    kept = (sound / "initiatives/portfolio.yaml").read_text(encoding="utf-8")

    assert done.exit_code == 0
    assert [Path(each).resolve() for each in done.stdout.split()] == [
        (sound / ".github/workflows/roadmap.yml").resolve()
    ]
    assert kept == SOUND["initiatives/portfolio.yaml"]


def test_a_portfolio_begins_with_its_workflow(tmp_path: Path) -> None:
    at = checkout(tmp_path / "new", {})
    done = roadmap("init", at / "plans", "--ci", "github")
    workflow = loaded((at / ".github/workflows/roadmap.yml").read_text(encoding="utf-8"))

    assert done.exit_code == 0
    assert workflow["env"] == {"ROADMAP_FOLDER": "plans"}
    assert roadmap("check", at / "plans").exit_code == 0


@needs_bash
def test_a_folder_of_any_name_is_one_word_to_the_shell(tmp_path: Path) -> None:
    name = """it's "a" `date`; # plan: 漢字"""
    at = checkout(tmp_path / "odd", {f"{name}/portfolio.yaml": "start: 2027-01-04\n"})
    roadmap("init", at / name, "--ci", "github")
    found = loaded((at / ".github/workflows/roadmap.yml").read_text(encoding="utf-8"))
    (check,) = (
        s["run"]
        for s in found["jobs"]["shape"]["steps"]
        if s.get("run", "").startswith("roadmap")
    )

    assert found["env"]["ROADMAP_FOLDER"] == name
    assert ran(check, at, **found["env"]).code == 0


def test_a_folder_that_a_runner_would_read_as_a_variable_is_refused(tmp_path: Path) -> None:
    at = checkout(tmp_path / "odd", {})
    done = roadmap("init", at / "${{ github.token }}", "--ci", "github")

    assert done.exit_code == 2
    assert [path.name for path in at.iterdir()] == [".git"]


def test_the_page_opens_with_the_two_jobs() -> None:
    assert DOC.split("\n")[2] == "Two jobs: *shape* blocks merges, *judgement* comments."


@pytest.mark.parametrize(
    ("ci", "path"),
    [("github", ".github/workflows/roadmap.yml"), ("gitlab", ".gitlab/roadmap.yml")],
)
def test_the_page_shows_the_workflow_that_is_written(
    ci: str, path: str, sound: Path
) -> None:
    written(ci, sound)
    text = (sound / path).read_text(encoding="utf-8")

    assert ("yaml", text) in FENCED.findall(DOC)


def test_every_snippet_of_the_page_is_yaml_and_names_hooks_that_exist() -> None:
    snippets = [loaded(text) for kind, text in FENCED.findall(DOC) if kind == "yaml"]
    hooks = loaded((TREE / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (config,) = (snippet for snippet in snippets if "repos" in snippet)

    assert [each["id"] for each in config["repos"][0]["hooks"]] == [hooks[0]["id"]]


@needs_bash
def test_the_recipe_for_everything_else_runs(sound: Path, faulty: Path) -> None:
    recipe = next(text for kind, text in FENCED.findall(DOC) if kind == "sh")

    assert (ran(recipe, sound).code, ran(recipe, faulty).code) == (0, 1)
    assert "<testsuites" in (faulty / "roadmap-junit.xml").read_text(encoding="utf-8")


def test_the_hook_looks_at_the_whole_portfolio() -> None:
    (hook,) = loaded((TREE / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert hook.keys() == HOOK_KEYS
    assert hook["entry"] == "roadmap check"
    assert (hook["language"], hook["pass_filenames"]) == ("python", "false")
    for name in ("initiatives/a.yaml", "team/initiatives/billing/a.yml"):
        assert re.search(hook["files"], name)
    for name in ("docs/a.yaml", "my-initiatives/a.yaml", "initiatives/notes.md"):
        assert not re.search(hook["files"], name)
