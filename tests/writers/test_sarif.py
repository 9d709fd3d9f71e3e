"""SARIF 2.1.0, held to its schema and to what code scanning asks beyond it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import jsonschema
import pytest

from roadmap.diagnostics import Diagnostic, Located, Place, Rule, Severity, Span
from roadmap.writers.writer import Setting
from tests.writers.listed_pages import HARMFUL, at, finding, harmful, page, written

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
VALIDATOR = jsonschema.Draft4Validator(
    json.loads(SCHEMA.read_text(encoding="utf-8")),
    format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER,
)


def run(text: str) -> dict[str, Any]:
    """The one run of a log that is valid."""
    log = json.loads(text)
    VALIDATOR.validate(log)
    (only,) = log["runs"]
    found: dict[str, Any] = only
    for each in found["results"]:
        assert each["level"] in ("note", "warning", "error")
        assert len(each["locations"]) == 1
        assert found["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
        artifact = each["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifact["uriBaseId"] == "%SRCROOT%"
        assert not urlsplit(artifact["uri"]).scheme
        assert re.fullmatch(r"[\w%./~-]+", artifact["uri"], re.ASCII)
    return found


def results(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(text)["results"]
    return found


def test_a_finding_is_a_result_with_level_place_and_fingerprint() -> None:
    place, places = at(path="plans/größe 1.yaml")
    found = finding("no such thing", Severity.NOTE, place, "a", "mend it")

    assert results(written("sarif", page(found, places=places))) == [
        {
            "ruleId": "RM101",
            "ruleIndex": 0,
            "level": "note",
            "message": {"text": "no such thing\nhelp: mend it"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": "plans/gr%C3%B6%C3%9Fe%201.yaml",
                            "uriBaseId": "%SRCROOT%",
                        },
                        "region": {
                            "startLine": 5,
                            "startColumn": 8,
                            "endLine": 5,
                            "endColumn": 11,
                        },
                    }
                }
            ],
            "partialFingerprints": {"roadmapFinding/v1": "0" * 32},
            "properties": {"initiative": "a"},
        }
    ]


def test_a_finding_without_a_place_lies_at_the_top_of_the_portfolio_file() -> None:
    (found,) = results(written("sarif", page(finding())))
    place = found["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == "plans/portfolio.yaml"
    assert place["region"]["startLine"] == 1


def test_a_rule_stands_once_with_its_page() -> None:
    found = run(written("sarif", page(*[finding()] * 3)))
    (rule,) = found["tool"]["driver"]["rules"]

    assert rule["shortDescription"]["text"] == "Something is wrong."
    assert rule["fullDescription"]["text"] == "Something is wrong.\n\nWhy it matters."
    assert rule["help"]["markdown"].endswith("\n\n```text\nBad:   a: 1\nGood:  b: 1\n```")
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_every_rule_that_fired_is_there_and_no_other() -> None:
    found = run(
        written("sarif", page(*(finding(severity=severity) for severity in Severity)))
    )

    assert [each["id"] for each in found["tool"]["driver"]["rules"]] == [
        "RM101",
        "RM102",
        "RM103",
    ]


def test_a_rule_without_a_page_is_described_by_its_name() -> None:
    bare = Diagnostic(Rule("RM999", "bare-rule", Severity.NOTE, ""), "hm")
    (rule,) = run(written("sarif", page(bare)))["tool"]["driver"]["rules"]

    assert rule["help"]["text"] == rule["shortDescription"]["text"] == "bare-rule"


def test_related_places_are_related_locations() -> None:
    one, other = Place("a.yaml", ("a",)), Place("a.yaml", ("b",))
    places = {
        one: Located("a.yaml", Span(3, 1, 3, 2)),
        other: Located("a.yaml", Span(9, 1, 9, 2)),
    }
    circle = finding(
        place=one, related=((one, "`a` waits for `b`"), (other, "`b` waits for `a`"))
    )
    (found,) = results(written("sarif", page(circle, places=places)))
    (second,) = found["relatedLocations"]

    assert second["message"]["text"] == "`b` waits for `a`"
    assert second["physicalLocation"]["region"]["startLine"] == 9


def test_nothing_wrong_is_a_run_without_results() -> None:
    assert results(written("sarif", page())) == []


@pytest.mark.parametrize("setting", [Setting(), Setting(unicode=False)])
def test_harmful_text_keeps_the_log_valid(setting: Setting) -> None:
    assert len(results(written("sarif", harmful(), setting))) == 3 * len(HARMFUL) + 1


def test_no_text_is_taken_for_a_placeholder_or_a_link() -> None:
    (found,) = results(written("sarif", page(finding("{0} of {b}, [see](1) [a]"))))

    assert found["message"]["text"] == "{{0}} of {{b}}, \\[see](1) [a]"


def test_a_path_reads_back_from_its_reference() -> None:
    for text in HARMFUL:
        path = f"plans/{text}"
        place, places = at(path=path)
        (found,) = results(written("sarif", page(finding(place=place), places=places)))
        artifact = found["locations"][0]["physicalLocation"]["artifactLocation"]

        read_back = unquote_to_bytes(artifact["uri"])
        assert read_back.decode("utf-8", "surrogatepass") == path
