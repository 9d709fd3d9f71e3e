"""The workflows that `init --ci` writes: shape blocks merges, judgement comments."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from roadmap.cli.exits import say, stop
from roadmap.cli.source import source

GITHUB = """\
# Two jobs: shape blocks merges (make it a required check), judgement comments.
name: roadmap

on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

env:
  ROADMAP_FOLDER: {folder}

jobs:
  shape:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@1af3b93b6815bc44a9784bd300feb67ff0d1eeb3 # v6.0.0
        with:
          persist-credentials: false
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with:
          python-version: "3.13"
      - run: pip install --quiet {source}
      - run: roadmap check "$ROADMAP_FOLDER" --format github

  judgement:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@1af3b93b6815bc44a9784bd300feb67ff0d1eeb3 # v6.0.0
        with:
          persist-credentials: false
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with:
          python-version: "3.13"
      - run: pip install --quiet {source}
      # Exit code 1 means that something is left out of the plan; 2 means misuse, and fails.
      - run: |
          roadmap check "$ROADMAP_FOLDER" --plan --exit-zero --format markdown:check.md
          roadmap plan "$ROADMAP_FOLDER" --format markdown:plan.md || [ $? -eq 1 ]
          cat check.md plan.md >> "$GITHUB_STEP_SUMMARY"
"""

GITLAB = """\
# Two jobs: shape blocks merges, judgement comments.
.roadmap:
  image: python:3.13-slim
  variables:
    ROADMAP_FOLDER: {folder}
  before_script:
    - pip install --quiet {source}
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

roadmap-shape:
  extends: .roadmap
  script:
    - roadmap check "$ROADMAP_FOLDER" --format terminal --format gitlab:codequality.json
  artifacts:
    when: always
    reports:
      codequality: codequality.json

# Exit code 1 means that something is left out of the plan; 2 means misuse, and fails.
roadmap-judgement:
  extends: .roadmap
  script:
    - roadmap check "$ROADMAP_FOLDER" --plan --exit-zero --all
    - roadmap plan "$ROADMAP_FOLDER" || [ $? -eq 1 ]
"""

GITLAB_INCLUDE = """\
include:
  - local: .gitlab/roadmap.yml
"""

_INCLUDED = ".gitlab-ci.yml"
_FILES: Mapping[str, Mapping[str, str]] = {
    "github": {".github/workflows/roadmap.yml": GITHUB},
    "gitlab": {".gitlab/roadmap.yml": GITLAB, _INCLUDED: GITLAB_INCLUDE},
}


def workflow(ci: str, folder: Path) -> dict[Path, str]:
    """The files that a CI system needs for the portfolio in a folder, by path."""
    from roadmap.reading.bounds import git_top

    top = os.path.relpath(git_top(folder) or Path.cwd())
    named = Path(os.path.relpath(folder, top)).as_posix()
    if "$" in named:
        stop(f"`{named}` cannot stand in a workflow: `$` would be read as a variable")
    if not named.isprintable():
        stop(f"`{named}` cannot stand in a workflow: name the folder in UTF-8 text")
    words = {"folder": json.dumps(named, ensure_ascii=False), "source": source()}
    files = {Path(top) / name: text.format(**words) for name, text in _FILES[ci].items()}
    entry = Path(top) / _INCLUDED
    if entry in files and entry.exists():
        del files[entry]
        say(f"add to `{entry}`: {{include: [{{local: .gitlab/roadmap.yml}}]}}")
    return files
