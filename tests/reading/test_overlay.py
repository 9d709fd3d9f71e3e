"""Portfolios as they would be: paths, values, drops and additions, and their places."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.cli.load import words
from roadmap.diagnostics import Diagnostic
from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.reading.overlay import AS_WRITTEN, Overlay
from roadmap.reading.parsed import ParsedFiles
from roadmap.reading.read import PortfolioReader, Read
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scenarios import Scenarios, scenarios
from roadmap.reading.sources import Texts
from roadmap.reading.typed_changes import typed_changes

TODAY = date(2027, 1, 4)
FILES = {
    "portfolio.yaml": "balance: {needs: 50}\nholidays: [2027-01-06, 2027-05-17]\n"
    "objectives: {retention: {kind: commercial}}\n",
    "teams.yaml": "web: {people: 4}\ndata: {people: 2, x-floor: 3}\n",
    "needs.yaml": "calm: {importance: 8, satisfaction: 3}\nv1.2: {importance: 4}\n",
    "billing/refunds.yaml": "title: Refunds\noutcomes: {calm: high}\n"
    "effort: {web: 6w}\ndeadline: 2027-06-30\ndepends_on: []\n",
    "more.yaml": "- {id: teams, title: Twin, effort: {web: 1w}}\n"
    "- {id: pay.v2, title: Pay, effort: {web: 2w}, depends_on: [refunds, teams]}\n",
}


def reader(files: dict[str, str] = FILES) -> PortfolioReader:
    texts = Texts({name: text.encode() for name, text in files.items()})
    return PortfolioReader(ParsedFiles(texts, kept=True), words(), TODAY)


def under(*settings: str, drop: tuple[str, ...] = ()) -> Read:
    return reader().read(typed_changes(settings, drop))


def sound(*settings: str, drop: tuple[str, ...] = ()) -> Portfolio:
    read = under(*settings, drop=drop)
    assert [fault.message for fault in read.diagnostics] == []
    return read.portfolio


def initiative(id: str, *settings: str) -> Initiative:
    return sound(*settings).initiatives[id]


def told(read: Read) -> list[Diagnostic]:
    return [read.origins.told(fault) for fault in read.diagnostics]


def fault(*settings: str, drop: tuple[str, ...] = ()) -> Diagnostic:
    (found,) = told(under(*settings, drop=drop))
    return found


def test_a_value_of_a_section_in_a_file_of_its_own_is_set_by_its_path() -> None:
    assert sound("teams.data.people=3").teams["data"].people == 3
    assert sound("needs.calm.statement=Calm").needs["calm"].statement == "Calm"


def test_a_value_of_portfolio_yaml_is_set_by_its_path() -> None:
    assert sound("balance.needs=75").balance["needs"] == 75
    assert sound("title=What if").title == "What if"
    assert (
        sound("holidays.1=2027-05-18").calendar.holidays
        == sound("holidays=[2027-01-06, 2027-05-18]").calendar.holidays
    )


def test_a_value_of_an_initiative_is_set_by_its_id() -> None:
    assert initiative("refunds", "refunds.effort.web=4w").work == 20
    assert initiative("refunds", "refunds.effort={data: 1w, web: 1w}").work == 10
    assert initiative("pay.v2", "pay.v2.effort.web=4w").work == 20
    assert initiative("pay.v2", "pay.v2.depends_on.1=refunds").depends_on == (
        "refunds",
        "refunds",
    )


def test_a_name_with_a_dot_in_it_is_one_step() -> None:
    assert sound("needs.v1.2.statement=No").needs["v1.2"].statement == "No"


def test_a_team_may_be_given_work_that_it_had_none_of() -> None:
    assert {
        part.team for part in initiative("refunds", "refunds.effort.data=1w").effort
    } == {
        "web",
        "data",
    }


def test_a_key_of_the_portfolio_comes_before_an_id_that_is_the_same() -> None:
    portfolio = sound("teams.web.people=6", "initiatives.teams.title=Other")
    assert portfolio.teams["web"].people == 6
    assert portfolio.initiatives["teams"].title == "Other"


def test_a_path_that_leads_to_no_such_key_may_mean_the_initiative() -> None:
    assert fault("teams.effort.web=2w").cure == (
        "write `initiatives.teams.effort.web` if you mean the initiative"
    )


def test_nothing_takes_a_key_away() -> None:
    assert initiative("refunds", "refunds.deadline=").deadline is None
    assert initiative("refunds", "refunds.outcomes.calm=null").outcomes == ()


def test_later_values_replace_earlier_ones() -> None:
    settings = (
        "refunds.effort.web=9w",
        "refunds.effort={web: 1w}",
        "refunds.effort.web=2w",
    )
    assert initiative("refunds", *settings).work == 10


def test_own_keys_may_be_set_too() -> None:
    assert initiative("refunds", "refunds.x-risk.level=high").extra == {
        "x-risk": {"level": "high"}
    }


def test_a_new_entry_of_a_section_is_set_as_a_whole() -> None:
    assert sound("teams.mobile={people: 3}").teams["mobile"].people == 3
    assert "teams.mobile.people" in fault("teams.mobile.people=3").message


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("teams.dta.people", "`teams.data.people`"),
        ("teams.data.poeple", "`teams.data.people`"),
        ("refnds.effort.web", "`refunds.effort.web`"),
        ("refunds.efort.web", "`refunds.effort.web`"),
        ("refunds.effort.wbe", "`refunds.effort.web`"),
        ("pay.v3.effort.web", "`pay.v2.effort.web`"),
        ("initiatives.refnds.title", "`initiatives.refunds.title`"),
        ("balanced.needs", "`balance.needs`"),
        ("web.people", "`teams.web.people`"),
        ("needs.v1.3.importance", "`needs.v1.2.importance`"),
    ],
)
def test_an_unknown_path_names_the_nearest(path: str, nearest: str) -> None:
    found = fault(f"{path}=1")
    assert (found.rule.name, found.message) == (
        "unknown-target",
        f"`{path}` is not in the portfolio",
    )
    assert nearest in found.cure


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("refunds.deadline.year=2028", "`refunds.deadline` is a single value"),
        ("holidays.7=2027-01-01", "`holidays` is a list of 2, counted from 0"),
        ("refunds=1", "`refunds` is a whole initiative"),
        ("segments.families.weight=2", "the portfolio, which states no `segments`"),
    ],
)
def test_a_path_that_cannot_be_followed_says_where_it_ends(setting: str, said: str) -> None:
    assert said in fault(setting).message


def test_a_wrong_value_is_judged_like_one_in_a_file_and_placed_at_its_option() -> None:
    found = fault("teams.data.people=many")
    assert found.message == "`people`: expected a number, not `many`"
    assert found.place is not None
    assert found.place.file == "--set teams.data.people=many"
    assert found.edits == ()


def test_what_is_wrong_inside_a_value_is_placed_inside_it() -> None:
    found = fault("teams={web: {people: many}, data: {}}")
    assert found.place is not None
    assert found.place.route == ("web", "people")


@pytest.mark.parametrize(
    "text", ["x", "=3", " =3", "a=[", "a={b: 1, b: 2}", "a=--- 1\n--- 2"]
)
def test_what_is_no_path_with_a_value_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="--set"):
        typed_changes([text], [])


def test_what_is_dropped_says_by_whom_and_is_not_done() -> None:
    portfolio = sound(drop=("refunds",))
    dropped = portfolio.initiatives["refunds"]
    assert (dropped.status, dropped.because) == (Status.DROPPED, "only in this what-if")


def test_an_initiative_to_drop_that_there_is_not_names_the_nearest() -> None:
    found = fault(drop=("refnds",))
    assert (found.message, found.cure) == ("no initiative `refnds`", "write `refunds`")


def test_what_is_supposed_leaves_what_was_parsed_as_it_was() -> None:
    reading = reader()
    before = reading.read()
    reading.read(typed_changes(["refunds.effort.web=1w", "teams.web.people=9"], ["teams"]))
    assert reading.read().portfolio == before.portfolio


class Counted(Texts):
    """Texts that count how often they are read."""

    times = 0

    def read(self, name: str) -> bytes:
        """A file's bytes, counted."""
        Counted.times += 1
        return super().read(name)


def test_files_are_read_once_however_much_is_supposed() -> None:
    Counted.times = 0
    texts = Counted({name: text.encode() for name, text in FILES.items()})
    reading = PortfolioReader(ParsedFiles(texts, kept=True), words(), TODAY)
    for people in range(1, 6):
        made = reading.read(typed_changes([f"teams.web.people={people}"], []))
        assert made.portfolio.teams["web"].people == people
    assert Counted.times == len(FILES)


def test_without_an_overlay_the_portfolio_is_as_written() -> None:
    assert typed_changes([], []) is AS_WRITTEN
    assert reader().read(AS_WRITTEN).portfolio == reader().read().portfolio


SCENARIO = {
    "scenarios/hire.yaml": "title: Hire\nwhy: data is slow\nset: {teams.data.people: 3}\n",
    "scenarios/hire-and-cut.yaml": "based_on: hire\ndrop: [teams]\n"
    "set:\n  refunds.effort.web: 5w\n"
    "add:\n- {id: train, title: Train, effort: {data: 1w}, depends_on: []}\n",
}


def known(files: dict[str, str]) -> tuple[PortfolioReader, Scenarios]:
    reading = reader(FILES | files)
    return reading, scenarios(reading.files)


def laid(name: str, files: dict[str, str], more: Overlay = AS_WRITTEN) -> Read:
    reading, found = known(files)
    return reading.read(found.overlay(name) + more)


def test_a_scenario_changes_what_its_file_says_on_top_of_what_it_is_based_on() -> None:
    portfolio = laid("hire-and-cut", SCENARIO).portfolio
    assert portfolio.teams["data"].people == 3
    assert portfolio.initiatives["refunds"].work == 25
    assert portfolio.initiatives["teams"].because == "scenario “hire-and-cut”"
    added = portfolio.initiatives["train"]
    assert (added.title, added.theme, added.work) == ("Train", "", Fraction(5))


def test_options_come_after_the_scenario_and_reach_what_it_adds() -> None:
    more = typed_changes(["teams.data.people=5", "train.effort.data=3w"], [])
    portfolio = laid("hire-and-cut", SCENARIO, more).portfolio
    assert portfolio.teams["data"].people == 5
    assert portfolio.initiatives["train"].work == 15


def places(read: Read) -> list[tuple[str, int, int, str]]:
    found = []
    for diagnostic in told(read):
        assert diagnostic.place is not None
        span = read.located.located(diagnostic.place).span
        assert span is not None
        found.append((diagnostic.place.file, span.line, span.column, diagnostic.message))
    return found


def test_a_fault_in_a_scenario_has_the_place_in_its_file() -> None:
    text = (
        "title: Bad\nset:\n  teams.data.people: many\n  refunds.efort: 1w\n"
        "drop:\n- refnds\nadd:\n- title: Nameless\n- id: refunds\n"
    )
    file = "scenarios/bad.yaml"
    assert sorted(places(laid("bad", {file: text}))) == [
        (file, 3, 22, "`people`: expected a number, not `many`"),
        (file, 4, 3, "`refunds.efort` is not in the portfolio"),
        (file, 6, 3, "no initiative `refnds`"),
        (file, 8, 3, "no `id`; an added initiative needs one"),
        (file, 9, 7, "the id `refunds` is already taken; this initiative is left out"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- one\n", "a scenario must be a mapping"),
        ("title: A\n---\ntitle: B\n", "only the first YAML document here is used"),
        ("titel: A\n", "unknown key `titel`; did you mean `title`?"),
        ("set: [1]\n", "`set`: expected a mapping, not a list"),
        ("based_on: hire-\n", "no scenario `hire-`"),
    ],
)
def test_a_file_that_is_no_scenario_says_why(text: str, said: str) -> None:
    found = known(SCENARIO | {"scenarios/bad.yaml": text})[1]
    assert [diagnostic.message for diagnostic in found.faults] == [said]


def test_an_empty_scenario_is_the_portfolio_as_it_is() -> None:
    assert (
        laid("empty", {"scenarios/empty.yaml": ""}).portfolio == reader().read().portfolio
    )


def test_scenarios_in_a_circle_are_one_finding_and_leave_out_their_bases() -> None:
    files = {
        "scenarios/a.yaml": "based_on: b\nset: {teams.data.people: 7}\n",
        "scenarios/b.yaml": "based_on: a\nset: {teams.web.people: 7}\n",
        "scenarios/c.yaml": "based_on: b\n",
    }
    found = known(files)[1]
    (circle,) = found.faults
    assert circle.message == "these scenarios are based on each other: `a` → `b` → `a`"
    read = laid("c", files)
    assert read.portfolio.teams["data"].people == read.portfolio.teams["web"].people == 7
    assert read.diagnostics == (circle,)


def test_two_files_of_one_name_are_a_finding() -> None:
    files = {"scenarios/hire.yml": "title: Other\n"} | SCENARIO
    (found,) = known(files)[1].faults
    assert "is in `scenarios/hire.yaml` too" in found.message


def test_of_very_many_scenarios_the_last_are_left_out_and_said() -> None:
    files = {f"scenarios/s{number:03}.yaml": "title: A\n" for number in range(102)}
    found = known(files)[1]
    assert len(found.known) == 100
    assert [diagnostic.place.file for diagnostic in found.faults if diagnostic.place] == [
        "scenarios/s100.yaml",
        "scenarios/s101.yaml",
    ]


def test_folders_below_and_hidden_files_are_no_scenarios() -> None:
    files = {
        f"scenarios/{name}": "title: A\n" for name in (".a.yaml", "_b.yaml", "c/d.yaml")
    }
    assert known(files)[1].known == {}


STEPS = st.sampled_from(
    [
        "teams",
        "web",
        "data",
        "people",
        "x-floor",
        "needs",
        "calm",
        "v1.2",
        "importance",
        "initiatives",
        "refunds",
        "pay.v2",
        "effort",
        "outcomes",
        "depends_on",
        "holidays",
        "balance",
        "0",
        "1",
        "9",
        "away",
        "id",
        "title",
        "x-a",
        ".",
        "é",
    ]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.sampled_from(["2w", "web", "~", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STEPS, inner, max_size=3),
    max_leaves=6,
)
PATHS = st.lists(STEPS, max_size=5).map(".".join)


@given(
    st.dictionaries(PATHS, VALUES, max_size=6),
    st.lists(STEPS, max_size=3),
    st.none() | VALUES,
)
def test_whatever_a_scenario_says_ends_in_a_portfolio_or_in_findings_with_places(
    settings: dict[str, Any], drops: list[str], added: Any
) -> None:
    said = {"set": settings, "drop": drops, "add": added}
    read = laid("any", {"scenarios/any.yaml": json.dumps(said)})
    located = read.located
    for diagnostic in told(read):
        assert diagnostic.cure
        assert diagnostic.place is not None
        assert located.located(diagnostic.place).span is not None
