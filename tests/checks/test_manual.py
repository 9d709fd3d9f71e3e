"""The manual says of every rule what it finds, how it looks and what is right."""

from __future__ import annotations

import os
from pathlib import Path

from roadmap.checks.catalogue import planned, rules
from tests.checks.manual import GROUPS, manual, sections

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_manual_is_in_step_with_the_rules() -> None:
    if os.environ.get("ROADMAP_REWRITE"):
        PAGE.write_text(manual(rules(), planned()), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == manual(rules(), planned())


def test_a_page_shows_what_is_bad_and_what_is_good() -> None:
    assert [rule.name for rule in rules() if not is_whole(rule.page)] == []


def is_whole(page: str) -> bool:
    """Whether a rule's page says something, then what is bad, then what is good."""
    prose, examples = sections(page)
    return bool(prose) and examples.startswith("Bad:  ") and "\nGood: " in examples


def test_a_code_belongs_to_a_group() -> None:
    assert [rule.code for rule in rules() if rule.code[:3] not in GROUPS] == []


def test_a_name_completes_allow() -> None:
    names = [rule.name for rule in rules()]
    assert [it for it in names if not it.islower() or it.startswith("no-")] == []


def test_no_two_rules_share_a_code_or_a_name() -> None:
    assert len({rule.code for rule in rules()}) == len(rules())
    assert len({rule.name for rule in rules()}) == len(rules())
