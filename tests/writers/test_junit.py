"""JUnit's XML, held to the schema that Jenkins publishes for it (junit-10.xsd)."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from roadmap.diagnostics import Severity
from tests.writers.listed_pages import at, finding, harmful, page, written

KNOWN = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "file", "time", "timestamp"},
    "testcase": {"name", "time", "classname", "group"},
    "failure": {"message", "type"},
}
NEEDED: dict[str, set[str]] = {
    "testsuites": set(),
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"name"},
    "failure": set(),
}
INSIDE = {"testsuites": "testsuite", "testsuite": "testcase", "testcase": "failure"}


def report(text: str) -> Element:
    """The report, if it has the shape of one and its totals add up."""
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    root = fromstring(text.encode("utf-8"))
    assert root.tag == "testsuites"
    for element in root.iter():
        assert NEEDED[element.tag] <= element.attrib.keys() <= KNOWN[element.tag]
        assert {child.tag for child in element} <= {INSIDE.get(element.tag)}
        if element.tag.startswith("testsuite"):
            assert int(element.attrib["tests"]) == len(list(element.iter("testcase"))) > 0
            assert int(element.attrib["failures"]) == len(list(element.iter("failure")))
    return root


def test_a_finding_is_a_failed_case_named_for_rule_and_initiative() -> None:
    place, places = at()
    found = finding("no such thing", Severity.WARNING, place, "bill-check", "mend it")
    (suite,) = report(written("junit", page(found, places=places)))
    (case,) = suite
    (failure,) = case

    assert suite.attrib["name"] == "plans/a.yaml"
    assert case.attrib == {
        "name": "some-warning: bill-check",
        "classname": "plans/a.yaml",
    }
    assert failure.attrib == {"message": "no such thing", "type": "warning RM102"}
    assert failure.text == "plans/a.yaml:5:8: RM102 no such thing\nhelp: mend it"


def test_cases_of_one_file_have_names_of_their_own() -> None:
    found = page(*[finding(initiative="a")] * 3, finding())
    (suite,) = report(written("junit", found))

    assert [case.attrib["name"] for case in suite] == [
        "some-error: a",
        "some-error: a (2)",
        "some-error: a (3)",
        "some-error",
    ]


def test_nothing_wrong_is_one_case_that_passed() -> None:
    notes = page(finding(severity=Severity.NOTE))

    for clean in (page(), notes):
        cases = list(report(written("junit", clean)).iter("testcase"))
        assert [list(case) for case in cases] == [[]]


def test_harmful_text_leaves_only_what_xml_may_hold() -> None:
    text = written("junit", harmful())
    cases = list(report(text).iter("testcase"))

    assert text.isascii()
    assert len(cases) == len({(c.attrib["classname"], c.attrib["name"]) for c in cases})
    assert len(cases) > 50
