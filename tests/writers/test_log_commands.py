"""Pages in the log of a CI: nothing in them is a command to its runner."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.writers.text.json_text import harmless_json
from roadmap.writers.text.log_commands import inert

SIGNS = ":#[ \t\u3000\u200b\u00ad\ufeffavso]\n"
UNSEEN = re.compile("[\u00ad\u200b\ufeff]")


@pytest.mark.parametrize(
    "line",
    [
        "::add-mask::a",
        "  ::stop-commands::x",
        "\u3000::warning::x",
        "\u200b::error::x",
        ":\u200b:error::x",
        "\x1b[1m::error::x\x1b[0m",
        "3 in ##[group]x",
        "#\u00ad#[add-mask]x",
        "a ##vso[task.setvariable variable=PATH]x",
        "##teamcity[buildStop]",
    ],
)
def test_a_command_is_spelt_out(line: str) -> None:
    said = inert(f"first\n{line}\n")

    assert said != f"first\n{line}\n"
    assert "\\x3a" in said or "\\x23" in said


@pytest.mark.parametrize(
    "line", ["see std::vector", "at 10:30", "a #[x]", "## [a](b)", "#12 and ##", "a: ::"]
)
def test_what_no_runner_obeys_stays(line: str) -> None:
    assert inert(line) == line


@given(st.text(SIGNS))
def test_no_runner_finds_a_command(text: str) -> None:
    seen = UNSEEN.sub("", inert(text))

    assert not any(line.lstrip().startswith("::") for line in seen.split("\n"))
    assert "##[" not in seen
    assert "##vso[" not in seen


@given(st.text(SIGNS) | st.text())
def test_json_says_what_it_said(text: str) -> None:
    said = harmless_json(json.dumps({text: [text]}, ensure_ascii=False))

    assert json.loads(said) == {text: [text]}
    assert "##[" not in said
