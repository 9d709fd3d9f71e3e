"""The manual says of every rule what it finds, how it looks and what is right."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from roadmap.checks.catalogue import planned, rules
from roadmap.diagnostics import Rule
from tests.checks.manual import GROUPS, manual, sections

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
each_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)


def test_the_manual_is_in_step_with_the_rules() -> None:
    if os.environ.get("ROADMAP_REWRITE"):
        PAGE.write_text(manual(rules(), planned()), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == manual(rules(), planned())


@each_rule
def test_a_page_shows_what_is_bad_and_what_is_good(rule: Rule) -> None:
    prose, examples = sections(rule.page)

    assert prose
    assert examples.startswith("Bad:  ")
    assert "\nGood: " in examples


@each_rule
def test_a_code_belongs_to_a_group(rule: Rule) -> None:
    assert rule.code[:3] in GROUPS


@each_rule
def test_a_name_completes_allow(rule: Rule) -> None:
    assert rule.name.islower()
    assert not rule.name.startswith("no-")


def test_no_two_rules_share_a_code_or_a_name() -> None:
    assert len({rule.code for rule in rules()}) == len(rules())
    assert len({rule.name for rule in rules()}) == len(rules())
