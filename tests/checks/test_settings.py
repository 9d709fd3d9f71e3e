"""Which rules count, and how much: by code, by name, by the beginning of a code."""

from __future__ import annotations

from fractions import Fraction

from roadmap.checks.catalogue import planned
from roadmap.checks.rules.overlong_initiative import WEEKS
from roadmap.checks.run import findings, silent
from roadmap.checks.settings import Settings, meant
from roadmap.checks.words import words
from roadmap.diagnostics import Rule, Severity
from roadmap.model.words import Words
from roadmap.reading.read import Read, read
from roadmap.reading.sources import Texts
from tests.checks.reading import TODAY

STALE = Rule("RM505", "stale-evidence", Severity.NOTE, "")
BROKEN = Rule("RM002", "yaml-syntax", Severity.ERROR, "")
KNOWN = {"RM002", "RM004", "RM005", "RM010", "RM101", "RM207", "RM301"}
FILES = {"portfolio.yaml": "vision: V", "a.yaml": "depends_on: [b]\neffort: 60w"}


def was_read(**files: str) -> Read:
    texts = FILES | {f"{name}.yaml": text for name, text in files.items()}
    data = {name: text.encode() for name, text in texts.items()}
    return read(Texts(data), words(), TODAY)


def codes(portfolio: str, **files: str) -> list[str]:
    """What is found, as far as these tests are about it."""
    found = findings(was_read(portfolio=portfolio, **files))
    return [diagnostic.rule.code for diagnostic in found if diagnostic.rule.code in KNOWN]


def test_a_rule_is_meant_by_its_code_its_name_and_how_its_code_begins() -> None:
    assert all(
        meant(name, STALE) for name in ("RM505", "rm505", "stale-evidence", "RM5", "RM")
    )
    assert not any(meant(name, STALE) for name in ("RM4", "stale", "R", "", "RM5055"))


def test_without_settings_every_rule_counts() -> None:
    assert Settings().counts(STALE)


def test_no_limit_is_below_nothing() -> None:
    portfolio = "vision: V\ncheck: {ignore: [RM1], overlong-initiative: {weeks: -0.5}}"

    assert "RM005" in codes(portfolio)
    assert "RM005" not in codes(portfolio.replace("-0.5", "0"))


def test_what_is_selected_counts_alone() -> None:
    assert Settings(select=("RM5",)).counts(STALE)
    assert not Settings(select=("RM4",)).counts(STALE)


def test_what_is_ignored_does_not_count() -> None:
    assert not Settings(ignore=("stale-evidence",)).counts(STALE)


def test_rules_are_silent_that_nobody_asks_for_or_that_wait_for_a_plan() -> None:
    waiting = {rule.code for rule in planned()}

    assert silent(Settings()) == waiting
    assert silent(Settings(plan=True)) == set()
    assert silent(Settings(ignore=("RM004", "RM505"))) == {*waiting, "RM004", "RM505"}


def test_a_file_that_cannot_be_read_is_never_passed_over_in_silence() -> None:
    assert silent(Settings(ignore=("RM001", "RM002"), plan=True)) == set()


def test_the_longer_name_decides_and_at_a_tie_what_is_ignored() -> None:
    assert Settings(select=("stale-evidence",), ignore=("RM5",)).counts(STALE)
    assert not Settings(select=("RM5",), ignore=("RM505",)).counts(STALE)
    assert not Settings(select=("RM5",), ignore=("RM5",)).counts(STALE)


def test_a_rule_is_as_severe_as_its_nearest_name_says() -> None:
    settings = Settings(severity={"RM5": Severity.ERROR, "RM505": Severity.WARNING})

    assert settings.weighed(STALE) is Severity.WARNING
    assert settings.weighed(BROKEN) is Severity.ERROR
    assert Settings(severity={"RM0": Severity.NOTE}).weighed(BROKEN) is Severity.NOTE


def test_a_limit_is_usual_until_it_is_set() -> None:
    assert Settings().limit(WEEKS) == 26
    assert Settings(limits={WEEKS.rule: {"weeks": Fraction(9)}}).limit(WEEKS) == 9


def test_a_portfolio_selects_ignores_and_weighs() -> None:
    assert codes("vision: V") == ["RM010", "RM301", "RM101", "RM207"]
    assert codes("vision: V\ncheck: {select: [RM1]}") == ["RM101"]
    assert codes("vision: V\ncheck: {ignore: [RM0, RM3, RM207]}") == ["RM101"]
    (found,) = findings(
        was_read(portfolio="check: {select: [RM101], severity: {RM101: note}}")
    )
    assert found.severity is Severity.NOTE


def test_a_portfolio_sets_limits() -> None:
    usual = "vision: V\ncheck: {select: [RM207], overlong-initiative: {weeks: %s}}"

    assert codes(usual % 29) == ["RM207"]
    assert codes(usual % 31) == []


def test_a_limit_that_no_rule_has_is_an_unknown_key() -> None:
    assert codes("vision: V\ncheck: {select: [RM0], overlong-initiative: {week: 3}}") == [
        "RM010",
        "RM004",
    ]


def test_no_setting_hides_that_a_file_could_not_be_read() -> None:
    found = codes("vision: V\ncheck: {select: [RM5], ignore: [RM002]}", b="title: a: b")

    assert found == ["RM002"]


def test_an_error_leaves_something_out_of_an_answer_whatever_is_set() -> None:
    portfolio = "vision: V\ncheck: {select: [RM5], severity: {RM101: note}}"
    found = findings(was_read(portfolio=portfolio), lenient=False)

    assert [(diagnostic.rule.code, diagnostic.severity) for diagnostic in found] == [
        ("RM101", Severity.ERROR)
    ]


def test_the_command_line_goes_before_the_portfolio() -> None:
    own = Settings(("RM1",), ("RM2",), {"RM1": Severity.NOTE}, {"x": {"y": Fraction(1)}})
    nearer = Settings(
        ("RM5",), ("RM3",), {"RM1": Severity.ERROR}, {"x": {"z": Fraction(2)}}
    )
    both = own.under(nearer)

    assert both.select == ("RM5",)
    assert both.ignore == ("RM2", "RM3")
    assert both.severity == {"RM1": Severity.ERROR}
    assert both.limits == {"x": {"y": 1, "z": 2}}


def test_every_limit_is_a_word_of_the_section() -> None:
    (section,) = words().portfolio

    assert section.key == "check"
    assert isinstance(words(), Words)
    assert {"select", "ignore", "severity", "plan", WEEKS.rule} <= {
        word.key for word in section.words
    }
