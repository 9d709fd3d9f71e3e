"""`roadmap schema`, and the first line of the files that `init` and `new` write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft7Validator

from roadmap.cli.commands.schema import SchemaKind
from roadmap.reading.json_schema import NAMES
from roadmap.reading.tree import tree
from tests.cli.test_exit_codes import roadmap

SIGN = "# yaml-language-server: $schema="


def test_it_takes_every_name_of_a_schema() -> None:
    assert get_args(SchemaKind) == NAMES


def test_it_prints_the_schema_of_an_initiative_unless_told_otherwise() -> None:
    assert json.loads(roadmap("schema").stdout) == json.loads(
        roadmap("schema", "initiative").stdout
    )
    assert json.loads(roadmap("schema", "portfolio").stdout)["properties"]["teams"]


def test_a_schema_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    file, mine = tmp_path / "a.json", tmp_path / "b.json"
    mine.write_text("{}", encoding="utf-8")

    assert roadmap("schema", "needs", "-o", str(file)).exit_code == 0
    assert roadmap("schema", "teams", "-o", str(file)).exit_code == 0
    assert json.loads(file.read_text(encoding="utf-8"))["title"] == "Teams"
    assert roadmap("schema", "-o", str(mine)).exit_code == 2
    assert mine.read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("written", ["init", "new", "new without init"])
def test_the_first_line_names_a_schema_that_is_there_and_fits(
    written: str, tmp_path: Path
) -> None:
    home = tmp_path / "plans"
    if written == "new without init":
        home.mkdir()
        (home / "portfolio.yaml").write_text("title: Mine\n", encoding="utf-8")
    else:
        assert roadmap("init", str(home)).exit_code == 0
    if written != "init":
        for _ in range(2):
            (home / "some" / "where" / "a-bed.yaml").unlink(missing_ok=True)
            made = roadmap("new", "A bed", "--theme", "some/where", "-C", str(home))
            assert made.exit_code == 0
    files = [file for file in home.rglob("*.yaml") if SIGN in file.read_text("utf-8")]

    assert len(files) == {"init": 4, "new": 5, "new without init": 1}[written]
    for file in files:
        line, _, _ = file.read_text("utf-8").partition("\n")
        schema = json.loads((file.parent / line.removeprefix(SIGN)).read_text("utf-8"))
        (said,) = tree("", file.read_bytes()).documents
        assert list(Draft7Validator(schema).iter_errors(said)) == []
