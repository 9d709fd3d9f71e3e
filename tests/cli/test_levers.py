"""What would bring work forward: each line's command gives exactly what the line says."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from benchmarks.instances import disturbed, roadmap
from benchmarks.instances import files as files_of
from roadmap.cli.app import app
from roadmap.cli.bringing_forward import _takes as takes
from roadmap.cli.load import reader_of, sources_of
from roadmap.cli.supposing import Supposed, overlay_of
from roadmap.sequencing import plan as planning
from roadmap.studies import outlook
from roadmap.studies.levers import Lever, LeverKind
from tests.answers import answer, run, write
from tests.kept_plans import keep_plans, search_little
from tests.portfolio_strategies import portfolios
from tests.small_portfolios import portfolio, work
from tests.test_json_contract import complaints

EXAMPLE = Path(__file__).parents[2] / "initiatives"
TEAMS = {"web": {"people": 2, "at_once": 1}, "data": {"people": 1}}
FIRST = work("first", {"web": "8w"}, value=90)
SECOND = work("second", {"web": "6w", "data": "1w"}, value=40)
GATE = work("gate", {"data": "6w"}, value=1)
STAR = work("star", {"web": "4w"}, value=5, depends_on=["gate"])
BOUND = STAR | {"depends_on": ["first"]}
LONE = STAR | {"depends_on": []}
QUEUE = (FIRST, SECOND, GATE, STAR)


@pytest.fixture(autouse=True)
def short_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans that may be better: these tests ask whether two commands make the same one."""
    search_little(monkeypatch, 40)
    keep_plans(monkeypatch)
    monkeypatch.setattr("roadmap.sequencing.prices.MOST", 0)


@pytest.fixture
def no_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """No plan of one more person, which `plan` makes besides and these do not look at."""
    monkeypatch.setattr("roadmap.cli.bringing_forward.TEAMS", 0)


def shop(*initiatives: dict[str, Any], **shared: Any) -> dict[str, str]:
    """Files of some initiatives, by default of `first`, `second`, `gate` and `star`."""
    return portfolio(*(initiatives or QUEUE), **{"teams": TEAMS, **shared})


def typed(command: str, *more: str) -> Any:
    """The JSON answer of a command line, typed as it was printed."""
    words = shlex.split(command)
    assert words[0] == "roadmap"
    result = CliRunner().invoke(app, [*words[1:], "--format", "json", *more])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in (0, 1), result.stderr
    return json.loads(result.stdout)


def levers(where: Any, id: str, *args: str) -> Iterator[dict[str, Any]]:
    """What is said to bring an initiative forward, each held against its command."""
    if not isinstance(where, Path):
        with TemporaryDirectory() as name:
            write(Path(name), where)
            yield from levers(Path(name), id, *args)
        return
    found = answer("explain", where, id, *args)
    assert complaints(found) == [], complaints(found)
    (now,) = found["initiatives"]
    for lever in found["explanation"]["bring_forward"]:
        plan = typed(lever["command"], "--no-forecast")
        then = {row["id"]: row for row in plan["initiatives"]}
        assert then[id]["end"] == lever["end"]
        assert plan["plan"]["finish_day"] == lever["finish_day"]
        assert (then[id]["end"] < now["end"]) == (lever["days_earlier"] > 0)
        assert not any(then[gone]["end"] for gone in lever["unscheduled"])
        yield lever


def commands(where: Any, id: str, *args: str) -> dict[str, str]:
    """What the command of each lever says after the folder, by kind and what it changes."""
    return {
        f"{lever['kind']} {lever['id'] or lever['team']}": " ".join(
            shlex.split(lever["command"])[4:]
        )
        for lever in levers(where, id, *args)
    }


@pytest.mark.usefixtures("no_one_more")
@settings(max_examples=20)
@given(portfolios(8), st.data())
def test_every_line_is_what_its_command_plans(files: dict[str, str], data: Any) -> None:
    rows = answer("plan", files)["initiatives"]
    ids = [row["id"] for row in rows if row["end"]]
    if ids:
        list(levers(files, data.draw(st.sampled_from(ids))))


@pytest.mark.usefixtures("no_one_more")
def test_every_line_is_what_its_command_plans_where_much_is_in_the_way() -> None:
    kinds: Counter[str] = Counter()
    for seed in range(1, 4):
        files = files_of(disturbed(roadmap(12, 3, seed)))
        rows = answer("plan", files)["initiatives"]
        late = sorted((row["end"] or "", row["id"]) for row in rows)[-3:]
        for _, id in late:
            kinds.update(lever["kind"] for lever in levers(files, id))

    assert set(kinds) == {"person", "less", "drop", "aside", "pin"}


@settings(max_examples=15)
@given(portfolios(8))
def test_one_more_person_is_what_its_command_plans(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        write(Path(name), files)
        found = answer("plan", Path(name))
        for lever in found["one_more_person"]:
            then = typed(lever["command"], "--no-forecast")
            assert lever["finish_day"] == then["plan"]["finish_day"]
            assert lever["unscheduled"] == []
            if lever["weeks_sooner"] is not None:
                waits = [it["plan"]["mean_wait_weeks"] for it in (found, then)]
                assert waits[0] - waits[1] == pytest.approx(lever["weeks_sooner"])


@pytest.mark.usefixtures("quick_plans", "no_one_more")
@pytest.mark.parametrize("id", ["time-of-use-tariff", "car-charging-at-night"])
def test_every_line_of_the_example_is_what_its_command_plans(id: str) -> None:
    found = list(levers(EXAMPLE, id))

    assert 0 < len(found) <= 4
    assert [it["days_earlier"] for it in found] == sorted(
        (it["days_earlier"] for it in found), reverse=True
    )


@pytest.mark.parametrize(
    ("effort", "team", "setting"),
    [
        ("8w", "web", "first.effort=6w"),
        ({"web": "8w"}, None, "first.effort.web=6w"),
        ({"web": "8w", "data": "1w"}, None, "first.effort.web=6w"),
        (
            {"web": {"work": "8w", "people": 2}},
            None,
            "first.effort.web={work: 6w, people: 2}",
        ),
    ],
)
def test_less_work_is_set_in_the_form_that_the_file_has(
    effort: Any, team: str | None, setting: str
) -> None:
    first = work("first", effort, value=1, depends_on=[], team=team)
    star = work("star", {"web": "1w"}, value=5, depends_on=["first"])

    assert commands(shop(first, star), "star")["less first"] == f"--set {setting}"


def test_less_of_running_work_is_set_in_what_remains() -> None:
    first = work("first", {"web": "9w"}, status="in_progress", remaining="8w", team="web")
    star = work("star", {"web": "1w"}, value=5)

    assert commands(shop(first, star), "star")["less first"] == "--set first.remaining=6w"


@pytest.mark.parametrize(
    ("id", "path"),
    [
        ("v2.1", "v2.1"),
        ("teams", "initiatives.teams"),
        ("needs", "initiatives.needs"),
        ("x-ray", "initiatives.x-ray"),
        ("initiatives", "initiatives.initiatives"),
        ("m/n#3", "m/n#3"),
        ("é1", "é1"),
    ],
)
def test_an_id_that_reads_like_something_else_is_set_as_the_id_it_is(
    id: str, path: str
) -> None:
    star = work(id, {"web": "4w"}, value=5, depends_on=["gate"])
    gate = work("gate", {"data": "2w"}, not_before="2027-02-01")

    found = commands(shop(FIRST, SECOND, gate, star), id)

    assert found[f"pin {id}"] == f"--set {path}.pin={{why: what if}}"


def test_an_id_that_hides_the_keys_of_another_is_never_changed_in_its_place() -> None:
    """`star.pin` is an initiative, so the pin of `star` cannot be set."""
    decoy = work("star.pin", {"data": "1w"}, value=1)

    assert "pin star" not in commands(shop(*QUEUE, decoy), "star")


def test_blockers_that_nothing_needs_are_dropped_and_running_ones_set_aside() -> None:
    running = FIRST | {"status": "in_progress"}

    assert commands(shop(FIRST, LONE), "star")["drop first"] == "--drop first"
    found = commands(shop(running, LONE), "star")
    assert found["aside first"] == "--set first.status=paused"


@pytest.mark.parametrize(
    "held",
    [
        {"must": {"why": "law"}, "deadline": "2027-12-31"},
        {"pin": {"why": "the board wants it"}},
    ],
)
def test_what_is_mandatory_or_pinned_is_never_taken_away(held: dict[str, Any]) -> None:
    found = commands(shop(FIRST | held, STAR, GATE), "star")

    assert found
    assert not {"drop first", "aside first"} & found.keys()


def test_what_the_work_needs_is_made_smaller_never_dropped() -> None:
    found = commands(shop(GATE, STAR), "star")

    assert found["less gate"] == "--set gate.effort.data=4.5w"
    assert "drop gate" not in found


def test_one_more_person_who_changes_nothing_is_said_so_last() -> None:
    *_, last = levers(shop(GATE, STAR | {"effort": {"web": "1d"}}), "star")

    assert (last["kind"], last["team"], last["days_earlier"]) == ("person", "web", 0)


@pytest.mark.parametrize(
    ("files", "id"),
    [
        (shop(work("a", {"web": "4w"})), "a"),
        (shop(FIRST | {"status": "in_progress"}), "first"),
        (shop(FIRST, STAR | {"depends_on": [], "status": "delivered"}), "star"),
        (shop(FIRST, STAR | {"depends_on": [], "status": "idea"}), "star"),
        (shop(GATE | {"status": "paused"}, STAR), "star"),
        (shop(FIRST, work("gate", "0d", value=0)), "gate"),
    ],
    ids=["alone", "running", "delivered", "idea", "waits for a paused one", "milestone"],
)
def test_what_nothing_holds_and_what_is_not_scheduled_gets_no_lines(
    files: dict[str, str], id: str
) -> None:
    assert list(levers(files, id)) == []
    assert "bring it forward" not in run("explain", files, id).stdout


def test_a_team_that_is_only_assumed_gets_no_lever() -> None:
    files = shop(*QUEUE, teams=None)

    assert not [it for it in levers(files, "star") if it["kind"] == "person"]
    assert answer("plan", files)["one_more_person"] == []


def test_a_team_without_a_number_of_people_gets_one_more_than_the_usual_four() -> None:
    found = commands(shop(FIRST, BOUND, teams={"web": {"at_once": 1}}), "star")

    assert found["person web"] == "--set teams.web.people=5"


@pytest.mark.parametrize(("said", "taken"), [((), True), (("teams.web.pple=3",), False)])
def test_a_lever_counts_only_where_no_option_is_at_fault(
    tmp_path: Path, said: tuple[str, ...], taken: bool
) -> None:
    write(tmp_path, shop())
    reader = reader_of(sources_of(tmp_path), kept=True)
    supposed = Supposed(settings=("teams.web.people=3", *said))
    read = reader.read(overlay_of(reader.files, supposed))

    assert takes(read, Lever(LeverKind.PERSON, team="web", people=Fraction(3))) is taken
    assert not takes(read, Lever(LeverKind.PERSON, team="web", people=Fraction(4)))


def test_the_command_says_all_that_the_answer_rests_on() -> None:
    files = shop() | {"scenarios/hire.yaml": "title: H\nset: {teams.data.people: 3}\n"}
    args = ("--as-of", "2027-01-11", "--framework", "value-effort", "--ideas")
    more = ("--scenario", "hire", "--set", "first.effort.web=9w", "--drop", "second")

    with TemporaryDirectory() as name:
        write(Path(name), files)
        found = list(levers(Path(name), "star", *args, *more))
        person = next(it for it in found if it["team"] == "web")
        assert shlex.split(person["command"]) == [
            *("roadmap", "plan", "-C", name, "--as-of", "2027-01-11"),
            *("--set", "first.effort.web=9w", "--set", "teams.web.people=3"),
            *("--drop", "second", "--scenario", "hire"),
            *("--framework", "value-effort", "--ideas"),
        ]


def test_a_value_that_was_set_gives_way_to_the_one_that_would_help() -> None:
    found = commands(shop(FIRST, BOUND), "star", "--set", "teams.web.people=3")

    assert found["person web"] == "--set teams.web.people=4"


def test_dates_that_were_published_are_kept_or_not_as_asked() -> None:
    told = (
        "format: 1\nas_of: 2027-01-04\nframework: value-effort\ninitiatives:\n"
        "  second: {start: 2027-01-04, end: 2027-01-22, shown: 22 Jan 2027, "
        "until: 2027-01-22}\n"
    )
    files = shop() | {"published.yaml": told}

    assert list(levers(files, "star"))
    assert all(it.endswith("--free") for it in commands(files, "star", "--free").values())


def test_what_is_funded_is_decided_anew() -> None:
    files = shop(
        FIRST, SECOND | {"value-effort": {"value": 1}}, LONE, funding={"effort": "12w"}
    )

    assert commands(files, "star")["drop first"] == "--drop first"


def test_the_exact_engine_plans_what_would_help_too() -> None:
    pytest.importorskip("ortools")
    found = commands(shop(), "star", "--engine", "exact", "--units", "1")

    assert found
    assert all("--engine exact --units 1" in command for command in found.values())


def test_the_command_works_where_the_reader_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "our plans", shop())
    monkeypatch.chdir(tmp_path)
    away = typed("roadmap explain star -C 'our plans'")["explanation"]["bring_forward"]
    monkeypatch.chdir(tmp_path / "our plans")
    inside = typed("roadmap explain star")["explanation"]["bring_forward"]

    assert [it["end"] for it in away] == [it["end"] for it in inside]
    assert away[0]["command"].startswith("roadmap plan -C 'our plans' --set ")
    assert inside[0]["command"].startswith("roadmap plan --set ")
    assert typed(inside[0]["command"])["plan"]["finish_day"] == inside[0]["finish_day"]


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that gets longer by one with each plan that is made."""
    made: list[str] = []
    for module in (planning, outlook):
        whole = module.plan

        def counted(*args: Any, whole: Any = whole, **options: Any) -> Any:
            made.append("plan")
            return whole(*args, **options)

        monkeypatch.setattr(module, "plan", counted)
    return made


def test_where_a_plan_of_the_best_does_not_help_the_next_idea_is_planned_as_well() -> None:
    crowded = shop(*QUEUE, work("third", {"web": "5w"}, value=60))

    assert sum(it["days_earlier"] > 0 for it in levers(shop(), "star")) == 3
    assert len(list(levers(shop(), "star"))) == 3
    assert sum(it["days_earlier"] > 0 for it in levers(crowded, "star")) == 3
    assert len(list(levers(crowded, "star"))) == 4


@pytest.mark.usefixtures("quick_plans")
def test_no_more_than_four_plans_are_made_besides(plans: list[str]) -> None:
    for id in ("time-of-use-tariff", "one-login", "bill-forecast", "meter-photo"):
        plans.clear()
        found = answer("explain", EXAMPLE, id)["explanation"]["bring_forward"]
        assert len(found) <= len(plans) - 1 <= 4


def test_a_plan_makes_two_more_and_a_report_none(plans: list[str]) -> None:
    assert len(answer("plan", shop())["one_more_person"]) == len(plans) - 1 == 2
    plans.clear()
    assert run("report", shop(), "--format", "json").exit_code == 0
    assert len(plans) == 1


@pytest.mark.parametrize("form", ["csv", "ics", "mermaid", "svg"])
def test_a_format_that_does_not_show_them_makes_no_further_plan(
    form: str, plans: list[str]
) -> None:
    assert run("plan", shop(), "--format", form).exit_code == 0
    assert len(plans) == 1


def test_a_large_plan_has_no_lines_of_one_more_person(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "One more person" in run("plan", shop()).stdout
    monkeypatch.setattr("roadmap.cli.bringing_forward.MOST", 3)

    assert "One more person" not in run("plan", shop()).stdout
    assert "one_more_person" not in answer("plan", shop())


def test_an_interruption_leaves_the_plan_and_no_half_of_what_would_help(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("roadmap.studies.outlook.outlook", interrupted)
    for command, args in (("explain", ("star",)), ("plan", ())):
        outcome = run(command, shop(), *args)
        assert outcome.exit_code == 130
        assert "the best plan so far" in outcome.stderr
        assert "One more person" not in outcome.stdout
