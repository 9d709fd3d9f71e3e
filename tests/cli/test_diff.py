from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from roadmap.cli.app import app
from tests.answers import Outcome, write
from tests.studies.files import SHOP, Checkout, edited, repository

SCHEMA = Path(__file__).parent.parent.parent / "docs" / "output.schema.json"
GROWN = ("ledger-events.yaml", "data: 3w", "data: 6w")
DUE = ("refunds.yaml", "title: Refunds", "title: Refunds\ndeadline: 2027-02-12")


def run(*words: str) -> Outcome:
    result = CliRunner().invoke(app, list(words))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def data(*words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(*words, "--format", "json").stdout)
    return found


def complaints(found: dict[str, Any]) -> list[str]:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    errors = Draft202012Validator(schema).iter_errors(found)
    return [f"{error.json_path}: {error.message}" for error in errors]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str]:
    """The shop before and after its events grew, with a deadline that this misses."""
    before = edited(SHOP, DUE)
    write(tmp_path / "old", before)
    write(tmp_path / "new", edited(before, GROWN))
    return str(tmp_path / "old"), str(tmp_path / "new")


@pytest.fixture
def shop(tmp_path: Path) -> Checkout:
    found = repository(tmp_path, {f"initiatives/{n}": text for n, text in SHOP.items()})
    found.git("switch", "--quiet", "--create", "work")
    found.commit({"initiatives/ledger-events.yaml": edited(SHOP, GROWN)[GROWN[0]]})
    return found


def test_the_page_says_what_moves_and_why(folders: tuple[str, str]) -> None:
    page = " ".join(run("diff", *folders).stdout.split())

    assert "Now at risk: “Refunds”, deadline by 12 Feb." in page
    assert "It moves 3.0 weeks later because “Events” grew from 3w to 6w." in page


def test_an_edit_is_described_once_in_a_table_and_then_only_referred_to(
    folders: tuple[str, str],
) -> None:
    page = run("diff", *folders, "--format", "csv").stdout
    why = [line.rpartition(",")[2] for line in page.splitlines()[1:]]

    assert why[0] == "“Events” grew from 3w to 6w"
    assert set(why[1:]) == {"effort of “Events”"}


def test_by_default_the_work_is_compared_with_where_it_left_main(shop: Checkout) -> None:
    found = data("diff", "-C", str(shop.top))["diff"]

    assert [edit["says"] for edit in found["edits"]] == ["“Events” grew from 3w to 6w"]
    assert found["old"]["commit"] == shop.git("rev-parse", "main")
    assert found["old"]["name"].endswith("(last commit shared with main)")
    tree: dict[str, Any] = {"name": "the working tree", "commit": None, "left_out": []}
    assert found["new"] == tree


def test_two_revisions_are_compared(shop: Checkout) -> None:
    forth = data("diff", "main", "work", "-C", str(shop.top))["diff"]
    back = data("diff", "work", "main", "-C", str(shop.top))["diff"]

    assert [move["end_days"] for move in forth["moves"] if move["id"] == "refunds"] == [15]
    assert [move["end_days"] for move in back["moves"] if move["id"] == "refunds"] == [-15]


def test_both_sides_stand_on_the_day_of_the_new_one(tmp_path: Path) -> None:
    first = ("portfolio.yaml", "framework", "as_of: 2027-01-04\nframework")
    later = ("portfolio.yaml", "2027-01-04\nframework", "2027-02-01\nframework")
    write(tmp_path / "old", edited(SHOP, first))
    write(tmp_path / "new", edited(edited(SHOP, first), later))

    found = data("diff", str(tmp_path / "old"), str(tmp_path / "new"))["diff"]

    assert found["edits"] == found["moves"] == []


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        ("deadline", 1),
        ("promise", 0),
        ("cost:5%", 1),
        ("cost:90%", 0),
        ("slip:2w", 1),
        ("slip:3w", 0),
        ("promise,deadline", 1),
        ("never", 2),
        ("cost:much", 2),
    ],
)
def test_a_limit_decides_the_exit_code(
    folders: tuple[str, str], limit: str, code: int
) -> None:
    assert run("diff", *folders, "--fail-on", limit).exit_code == code


def test_a_limit_on_the_cost_says_by_how_much_it_rises(folders: tuple[str, str]) -> None:
    said = run("diff", *folders, "--fail-on", "cost:5%").stderr

    assert re.search(r"what both sides schedule rises by \d+ %, from [\d.]+ to", said)


def test_a_limit_in_weeks_counts_those_of_the_portfolio(tmp_path: Path) -> None:
    week = ("portfolio.yaml", "teams:", "week: [mon, tue, wed, thu]\nteams:")
    before = edited(SHOP, week)
    write(tmp_path / "old", before)
    write(tmp_path / "new", edited(before, (GROWN[0], "data: 3w", "data: 5w")))
    sides = (str(tmp_path / "old"), str(tmp_path / "new"))

    assert run("diff", *sides, "--fail-on", "slip:9d").exit_code == 0
    assert run("diff", *sides, "--fail-on", "slip:7d").exit_code == 1
    assert run("diff", *sides, "--fail-on", "slip:1.9w").exit_code == 1


def test_the_answer_keeps_the_contract(folders: tuple[str, str]) -> None:
    assert complaints(data("diff", *folders)) == []


def test_what_is_new_or_gone_says_when_it_is_done(tmp_path: Path) -> None:
    new = {name: text for name, text in SHOP.items() if name != "search.yaml"}
    new["tax.yaml"] = "effort: {web: 1w}\n"
    new["wish.yaml"] = "effort: {web: 1w}\nstatus: idea\n"
    write(tmp_path / "old", SHOP)
    write(tmp_path / "new", new)
    page = run("diff", str(tmp_path / "old"), str(tmp_path / "new"), "--format", "markdown")
    cells = [[cell.strip() for cell in line.split("|")[1:-1]]
             for line in page.stdout.splitlines() if line.startswith("| ")]  # fmt: skip

    assert ["Search", "", "delivery Mar", "removed"] in cells
    assert ["tax", "", "–", "added, delivery 8 Jan"] in cells
    assert ["wish", "", "–", "added, not scheduled"] in cells


def test_what_users_wrote_is_text_in_markdown(tmp_path: Path) -> None:
    before = edited(SHOP, ("search.yaml", "title: Search", 'title: "`a` | ```b @bob"'))
    owned = ("search.yaml", "title:", 'owner: "` @ana <img> `x`"\ntitle:')
    write(tmp_path / "old", before)
    write(tmp_path / "new", edited(before, GROWN, owned))
    page = run("diff", str(tmp_path / "old"), str(tmp_path / "new"), "--format", "markdown")

    assert "\\`a\\` \\| \\`\\`\\`b @<!-- -->bob" in page.stdout
    assert "@<!-- -->ana &lt;img>" in page.stdout


def test_an_empty_portfolio_against_one_is_all_new(tmp_path: Path) -> None:
    write(tmp_path / "old", {"portfolio.yaml": "start: 2027-01-04\n"})
    write(tmp_path / "new", SHOP)
    found = data("diff", str(tmp_path / "old"), str(tmp_path / "new"))

    assert complaints(found) == []
    assert {edit["kind"] for edit in found["diff"]["edits"]} >= {"added"}


@pytest.mark.usefixtures("quick_plans")
def test_markdown_fits_a_comment_and_folds_its_details(tmp_path: Path) -> None:
    words = "<b>|`&`@name " * 40
    many = {
        f"w{number:03}.yaml": f"title: {words}\neffort: {{data: 1w}}\ndepends_on: []\n"
        for number in range(40)
    }
    keys = ("owner", "theme", "summary", "because")
    said = "".join(f"{key}: {words}\n" for key in keys) + f"tags: ['{words}']\n"
    write(tmp_path / "old", SHOP | many)
    write(tmp_path / "new", edited(SHOP | many, GROWN) | {
        name: text.replace("1w", "2w") + said for name, text in many.items()
    })  # fmt: skip
    page = run("diff", str(tmp_path / "old"), str(tmp_path / "new"), "--format", "markdown")

    assert len(page.stdout.encode()) <= 65_536
    assert page.stdout.count("<details>") == page.stdout.count("</details>") > 0
    assert "<b>" not in page.stdout
    assert "@name" not in page.stdout
    assert "left out to keep this short" in page.stdout


@pytest.mark.parametrize("name", ["--output=x", "-n", "main..work", "no-such-thing", ""])
def test_what_is_no_revision_is_exit_2(shop: Checkout, name: str) -> None:
    outcome = run("diff", "-C", str(shop.top), "--", name)

    assert outcome.exit_code == 2
    assert "no revision" in outcome.stderr or "not one commit" in outcome.stderr


@pytest.mark.parametrize("place", [("-C", "nowhere", "diff"), ("diff", "-C", "nowhere")])
def test_a_third_folder_beside_two_that_are_compared_is_2(
    folders: tuple[str, str], place: tuple[str, ...]
) -> None:
    result = run(*place, *folders)

    assert result.exit_code == 2
    assert "-C would name a third" in result.stderr


def test_outside_of_git_it_says_so(tmp_path: Path) -> None:
    write(tmp_path, SHOP)
    outcome = run("diff", "-C", str(tmp_path))

    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "is in no git repository" in outcome.stderr


def test_the_log_shows_what_slips_most(shop: Checkout) -> None:
    page = " ".join(run("log", str(shop.top)).stdout.split())

    most = "“Invoices”, “Events” and “Refunds” slipped most: "
    assert f"{most}all are 3.0 weeks later than their baselines." in page
    assert "▁▇" in page


def test_the_log_says_how_often_the_one_that_slips_most_went_later(shop: Checkout) -> None:
    later = edited(SHOP, GROWN, ("refunds.yaml", "web: 2w", "web: 4w"))["refunds.yaml"]
    shop.commit({"initiatives/refunds.yaml": later})

    page = " ".join(run("log", str(shop.top)).stdout.split())

    most = "“Refunds” slipped most: it is 5.0 weeks later than its baseline"
    assert f"{most} and moved later twice." in page


def test_the_log_counts_slips_in_working_days_as_diff_does(shop: Checkout) -> None:
    grown = edited(SHOP, (GROWN[0], "data: 3w", "data: 17d"))[GROWN[0]]
    shop.git("reset", "--quiet", "--hard", "main")
    shop.commit({f"initiatives/{GROWN[0]}": grown})
    (told,) = [each for each in data("log", str(shop.top))["log"]["initiatives"]
               if each["id"] == "refunds"]  # fmt: skip
    (moved,) = [each for each in data("diff", "main", "-C", str(shop.top))["diff"]["moves"]
                if each["id"] == "refunds"]  # fmt: skip

    assert told["ends"] == ["2027-02-05", "2027-02-12"]
    assert told["slip_days"] == moved["end_days"] == 5


def test_the_log_says_where_nothing_moved(shop: Checkout) -> None:
    page = " ".join(run("log", str(shop.top), "--since", "main").stdout.split())

    assert "On 4 January 2027, the value of everything scheduled was 68 points" in page
    assert "slipped most" not in page


def test_the_log_keeps_the_contract(shop: Checkout) -> None:
    found = data("log", str(shop.top))

    assert complaints(found) == []
    (trail,) = [each for each in found["log"]["initiatives"] if each["id"] == "refunds"]
    assert trail["ends"] == ["2027-02-05", "2027-02-26"]


def test_the_log_says_after_which_revision_nothing_came(shop: Checkout) -> None:
    outcome = run("log", str(shop.top), "--since", "HEAD")

    assert outcome.exit_code == 2
    assert "no commit after `HEAD` touches this portfolio" in outcome.stderr


def test_the_log_begins_after_a_revision(shop: Checkout) -> None:
    found = data("log", str(shop.top), "--since", "main")["log"]

    assert [each["commit"] for each in found["commits"]] == [shop.git("rev-parse", "work")]


@pytest.mark.usefixtures("quick_plans")
def test_at_most_sixty_commits_are_planned_and_this_is_said(shop: Checkout) -> None:
    texts = (SHOP["search.yaml"].replace("Search", f"Search {n}") for n in range(70))
    shop.import_commits("initiatives/search.yaml", texts)

    assert "60 of 72 commits are planned, evenly spaced" in run("log", str(shop.top)).stdout


def test_of_two_names_the_one_that_leads_nowhere_is_named(folders: tuple[str, str]) -> None:
    outcome = run("diff", folders[0], "/nowhere")

    assert outcome.exit_code == 2
    assert "`/nowhere` is no folder, and cannot be a revision: " in outcome.stderr


def test_a_range_is_refused_with_the_command_that_compares_its_ends(
    shop: Checkout,
) -> None:
    range = run("diff", "-C", str(shop.top), "main...work")
    negated = run("diff", "-C", str(shop.top), "^main", "work")
    since = run("log", "-C", str(shop.top), "--since", "main..work")

    assert [it.exit_code for it in (range, negated, since)] == [2, 2, 2]
    assert "`roadmap diff main work` compares its ends" in range.stderr
    assert "`^main` is not one commit; `main` is" in negated.stderr
    assert "`roadmap log --since main`" in since.stderr


def odd_commit(shop: Checkout, seconds: int) -> None:
    """A commit that touches the portfolio, made at a time that no date can tell."""
    text = "title: Late\neffort: {web: 1w}\n"
    shop.commit({"initiatives/late.yaml": text}, "odd")
    raw = shop.git("cat-file", "commit", "HEAD")
    raw = re.sub(r"(committer .*>) \d+", rf"\1 {seconds}", raw)
    (shop.top / "raw").write_text(raw + "\n", encoding="utf-8")
    made = shop.git("hash-object", "-t", "commit", "-w", "--literally", "raw")
    (shop.top / "raw").unlink()
    shop.git("reset", "--quiet", "--hard", made)


def test_a_commit_of_no_date_keeps_its_place_in_the_log(shop: Checkout) -> None:
    odd_commit(shop, 253_402_300_800)
    shop.commit({"initiatives/late.yaml": "effort: {web: 2w}\n"}, "after")

    found = data("log", "-C", str(shop.top))
    page = run("log", "-C", str(shop.top)).stdout

    dates = [each["date"] for each in found["log"]["commits"]]
    assert dates == ["2027-01-04", "2027-01-04", None, "2027-01-04"]
    assert complaints(found) == []
    assert re.search("unknown .* odd", page)


def test_the_log_of_a_shallow_clone_says_that_it_is_cut(
    shop: Checkout, tmp_path: Path
) -> None:
    beside = tmp_path / "beside"
    address = shop.top.resolve().as_uri()
    shop.git("clone", "--quiet", "--depth", "1", address, str(beside))

    page = " ".join(run("log", "-C", str(beside)).stdout.split())
    found = data("log", "-C", str(beside))

    assert "This clone is shallow: commits before 4 January 2027 are not here" in page
    assert "`git fetch --unshallow` gets them" in page
    assert "never moved" not in page
    assert found["log"]["shallow"] is True
    assert data("log", "-C", str(shop.top))["log"]["shallow"] is False
    assert complaints(found) == []


def test_the_log_says_where_the_portfolio_was_before(shop: Checkout) -> None:
    shop.git("mv", "initiatives", "plans")
    shop.commit({}, "move")

    page = " ".join(run("log", "-C", str(shop.top / "plans")).stdout.split())

    assert "the portfolio was in “initiatives”" in page
    assert data("log", "-C", str(shop.top / "plans"))["log"]["moved_from"] == "initiatives"


def test_a_commit_with_errors_is_marked_in_the_log(shop: Checkout) -> None:
    search = "initiatives/search.yaml"
    broken = shop.commit({search: "title: Search: typo\n"}, "typo")
    shop.commit({search: SHOP["search.yaml"]}, "mended")

    outcome = run("log", "-C", str(shop.top))
    found = data("log", "-C", str(shop.top))

    assert outcome.exit_code == 1
    assert "1 commit has errors that leave something out" in outcome.stderr
    assert f"Commit {broken[:10]} has errors in search.yaml." in outcome.stdout
    assert f"{broken[:10]} !" in outcome.stdout
    left_out = [each["left_out"] for each in found["log"]["commits"]]
    assert left_out == [[], [], ["search.yaml"], []]
    assert complaints(found) == []


def test_a_history_with_gaps_does_not_say_never(shop: Checkout) -> None:
    page = run("log", "-C", str(shop.top), "--since", "main").stdout

    assert "did not move between these commits" in page
    assert "never" not in page


@pytest.mark.parametrize("since", ["2027-01-04", "2027-01", "2027-Q1", "2027-H1"])
def test_the_log_begins_with_a_date(shop: Checkout, since: str) -> None:
    assert len(data("log", "-C", str(shop.top), "--since", since)["log"]["commits"]) == 2


@pytest.mark.parametrize("since", ["2027-01-05", "2027-02", "2027-Q2"])
def test_the_log_says_that_nothing_came_from_a_date_on(shop: Checkout, since: str) -> None:
    outcome = run("log", "-C", str(shop.top), "--since", since)

    assert outcome.exit_code == 2
    assert "touches this portfolio" in outcome.stderr


def test_a_revision_wins_over_a_date_of_the_same_name(shop: Checkout) -> None:
    shop.git("tag", "2027-01", "main")

    assert (
        len(data("log", "-C", str(shop.top), "--since", "2027-01")["log"]["commits"]) == 1
    )


def test_what_is_neither_revision_nor_date_is_said_to_be_neither(shop: Checkout) -> None:
    outcome = run("log", "-C", str(shop.top), "--since", "2027-13-01")

    assert outcome.exit_code == 2
    assert "no revision `2027-13-01`, and it is not a date such as" in outcome.stderr


def test_a_quarter_to_begin_with_is_that_of_the_fiscal_year(shop: Checkout) -> None:
    text = SHOP["portfolio.yaml"] + "fiscal_year_starts: 4\n"
    shop.commit({"initiatives/portfolio.yaml": text}, "fiscal year")

    assert run("log", "-C", str(shop.top), "--since", "2026-Q4").exit_code == 0
    assert run("log", "-C", str(shop.top), "--since", "2027-Q1").exit_code == 2


def test_what_could_not_be_read_before_is_not_told_as_new(shop: Checkout) -> None:
    search = "initiatives/search.yaml"
    shop.commit({search: "title: Search: typo\n"}, "typo")
    shop.commit({search: SHOP["search.yaml"]}, "mended")

    outcome = run("diff", "HEAD~1", "HEAD", "-C", str(shop.top))
    found = data("diff", "HEAD~1", "HEAD", "-C", str(shop.top))

    assert outcome.exit_code == 1
    page = " ".join(outcome.stdout.split())
    assert "search.yaml could not be read before; “Search” may not be new." in page
    assert "1 initiative that may not be new." in page
    assert "added" not in page
    assert found["diff"]["uncertain"] == ["search"]
    assert found["diff"]["old"]["left_out"] == ["search.yaml"]
    assert complaints(found) == []


def test_what_cannot_be_read_now_may_still_be_there(shop: Checkout) -> None:
    shop.commit({"initiatives/search.yaml": "title: Search: typo\n"}, "typo")

    outcome = run("diff", "HEAD~1", "HEAD", "-C", str(shop.top))

    assert outcome.exit_code == 1
    page = " ".join(outcome.stdout.split())
    assert "search.yaml cannot be read now; “Search” may still be there." in page
    assert "1 initiative that may still be there" in page


def test_where_both_sides_have_the_same_error_this_is_said(shop: Checkout) -> None:
    shop.commit({"initiatives/search.yaml": "title: Search: typo\n"}, "typo")

    outcome = run("diff", "HEAD", "-C", str(shop.top))

    assert outcome.exit_code == 1
    assert "Nothing differs in what could be read." in outcome.stdout


def test_an_error_in_one_key_of_the_old_side_is_exit_1(shop: Checkout) -> None:
    wrong = edited(SHOP, ("search.yaml", "web: 4w", "web: four"))["search.yaml"]
    shop.commit({"initiatives/search.yaml": wrong}, "typo")
    shop.commit({"initiatives/search.yaml": SHOP["search.yaml"]}, "mended")

    outcome = run("diff", "HEAD~1", "HEAD", "-C", str(shop.top))

    assert outcome.exit_code == 1
    assert "search.yaml had errors before, which leave something out." in outcome.stdout
    assert "may not be new" not in outcome.stdout


NEEDED = {
    "portfolio.yaml": """\
start: 2027-01-04
as_of: 2027-01-04
teams: {web: {people: 1}, app: {people: 1}}
needs: {n: {importance: 9, satisfaction: 3}}
evidence: {ask: {kind: interview, sample: 9}}
""",
    "a.yaml": "effort: {web: 4w}\ndepends_on: []\noutcomes: {n: high}\n",
    "b.yaml": "effort: {web: 4w}\ndepends_on: []\noutcomes: {n: low}\n",
}
NEW = "effort: {app: 1w}\ndepends_on: []\noutcomes: {n: massive}\n"
LAW = "effort: {web: 2w}\ndepends_on: []\nmust: {why: law}\ndeadline: 2027-01-15\n"
DAYS_OFF = "holidays: [2027-01-11, 2027-01-12, 2027-01-13, 2027-01-14, 2027-01-15]\n"
GOOD_NEWS = {
    "a new initiative": ("c.yaml", NEW),
    "better evidence": (
        "b.yaml",
        NEEDED["b.yaml"].replace("low", "{impact: low, evidence: [ask]}"),
    ),
    "a higher impact": ("a.yaml", NEEDED["a.yaml"].replace("high", "massive")),
    "less effort": ("b.yaml", NEEDED["b.yaml"].replace("4w", "3w")),
    "one delivered": (
        "a.yaml",
        "status: delivered\ndelivered: 2027-01-01\n" + NEEDED["a.yaml"],
    ),
    "one dropped": ("b.yaml", "status: dropped\n" + NEEDED["b.yaml"]),
}
BAD_NEWS = {
    "more effort": ("a.yaml", NEEDED["a.yaml"].replace("4w", "5w")),
    "a new one in the way": ("c.yaml", LAW),
    "days off": ("portfolio.yaml", NEEDED["portfolio.yaml"] + DAYS_OFF),
}


def gated(tmp_path: Path, edit: tuple[str, str]) -> Outcome:
    write(tmp_path / "old", NEEDED)
    write(tmp_path / "new", NEEDED | dict([edit]))
    return run("diff", str(tmp_path / "old"), str(tmp_path / "new"), "--fail-on", "cost:2%")


@pytest.mark.parametrize("edit", GOOD_NEWS.values(), ids=GOOD_NEWS)
def test_good_news_do_not_trip_the_gate_on_the_cost(
    tmp_path: Path, edit: tuple[str, str]
) -> None:
    assert gated(tmp_path, edit).exit_code == 0


@pytest.mark.parametrize("edit", BAD_NEWS.values(), ids=BAD_NEWS)
def test_longer_waiting_trips_the_gate_on_the_cost(
    tmp_path: Path, edit: tuple[str, str]
) -> None:
    outcome = gated(tmp_path, edit)

    assert outcome.exit_code == 1
    assert "average time to value of what both sides schedule rises" in outcome.stderr


def test_the_shared_time_to_value_is_in_the_answer(tmp_path: Path) -> None:
    gated(tmp_path, GOOD_NEWS["a new initiative"])
    cost = data("diff", str(tmp_path / "old"), str(tmp_path / "new"))["diff"]["cost"]

    assert cost["shared_wait_weeks_before"] == cost["shared_wait_weeks_after"] > 0
    assert cost["mean_wait_weeks_after"] < cost["mean_wait_weeks_before"]


def test_chances_that_move_stand_in_json_unless_no_forecast_is_asked(
    tmp_path: Path,
) -> None:
    told = "title: Refunds\npromised: {date: 2027-02-26}"
    before = edited(SHOP, ("refunds.yaml", "title: Refunds", told))
    write(tmp_path / "old", before)
    longer = ("ledger-events.yaml", "data: 3w", "data: 3w..9w")
    write(tmp_path / "new", edited(before, longer))
    sides = str(tmp_path / "old"), str(tmp_path / "new")

    found = data("diff", *sides)
    (chance,) = found["diff"]["chances"]
    assert complaints(found) == []
    assert (chance["id"], chance["kind"]) == ("refunds", "promise")
    assert chance["chance_before"] - chance["chance_after"] >= 0.05
    assert "Chances that moved" in run("diff", *sides).stdout
    assert "Chances that moved" in run("diff", *sides, "--format", "html").stdout

    assert data("diff", *sides, "--no-forecast")["diff"]["chances"] == []
    assert "Chance" not in run("diff", *sides, "--no-forecast").stdout
