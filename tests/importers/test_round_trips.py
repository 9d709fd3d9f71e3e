"""What goes out and comes back changes nothing, whatever the portfolio says."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from roadmap.cli.app import app
from tests.importers.tables_made import files, imported, imported_file, row

signs = st.sampled_from(
    [*"=+-@'\"“;,|#&/(){}[]:%!\\\t\nä1 aB", "1.0", "none", "n/a", "é", "日"]
)
texts = st.lists(signs, min_size=1, max_size=8).map("".join)
lines = st.lists(
    st.fixed_dictionaries(
        {
            "title": texts,
            "status": st.sampled_from(["", "To do", "Doing", "Done", "Odd"]),
            "assignee": st.one_of(st.just(""), texts),
            "labels": st.one_of(st.just(""), texts),
            "priority": st.one_of(st.just(""), texts),
            "estimate": st.sampled_from(["", "2w", "M"]),
            "blocked_by": st.sampled_from(["", "1", "1, 2", "X-9"]),
        }
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize(
    "names", [("=1+1",), ("Lopez, Maria", "Ben; Co"), ('"Ana" the "Great"', "-x"), ("'",)]
)
def test_names_come_back_whole(names: tuple[str, ...], tmp_path: Path) -> None:
    said = json.dumps([*names], ensure_ascii=False)
    text = f"title: A\nowners: {said}\ntags: {said}\nkind: =a\npriority: -1\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    out = tmp_path / "out.csv"
    CliRunner().invoke(app, ["export", "-C", str(tmp_path), "-o", str(out)])

    assert imported_file(out, tmp_path, "--check").exit_code == 0


@pytest.mark.parametrize("form", ["csv", "jira"])
@settings(max_examples=12, deadline=None)
@given(drawn=lines)
def test_an_export_that_comes_back_changes_nothing(
    form: str, drawn: list[dict[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        into, out = Path(name) / "plans", Path(name) / "out.csv"
        rows = [row(str(number), **each) for number, each in enumerate(drawn, start=1)]
        if imported(rows, into, "--write").exit_code:  # no row has a title
            return
        before = files(into)
        command = ["export", "-C", str(into), "--to", form, "-o", str(out)]
        assert CliRunner().invoke(app, command).exit_code == 0

        back = imported_file(out, into, "--check")

        assert (back.exit_code, back.stderr) == (0, ""), back.stdout
        assert files(into) == before
