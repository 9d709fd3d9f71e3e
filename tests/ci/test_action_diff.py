"""What the action says on a pull request: one comment, or the step's summary."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.answers import write
from tests.ci.acting import TREE, Ran, loaded, needs_bash, ran
from tests.studies.files import SHOP, Checkout, edited, repository

STEPS: list[dict[str, Any]] = loaded((TREE / "action.yml").read_text())["runs"]["steps"]
(STEP,) = (each for each in STEPS if each.get("id") == "diff")
GROWN = ("ledger-events.yaml", "data: 3w", "data: 6w")
MARK = "<!-- roadmap: what this pull request moves -->"
GH = '''\
#!{python}
"""GitHub's command, answering from a file of comments."""
import json, sys
from pathlib import Path

words, held = sys.argv[1:], Path(__file__).with_name("comments.json")
found = json.loads(held.read_text())
if found is None or words[:1] != ["api"]:
    sys.exit(1)
if words[1] == "user":
    sys.exit("gh: this is no person (HTTP 403)")
if "--jq" in words:
    assert words[1:3] == ["--paginate", "repos/ada/shop/issues/7/comments"], words
    asked = words[words.index("--jq") + 1]
    assert '.user.type == "Bot"' in asked and "| .id" in asked, asked
    mark = asked.partition('startswith("')[2].partition('")')[0]
    for each in found:
        if each["type"] == "Bot" and each["body"].startswith(mark):
            print(each["id"])
    sys.exit()
method, path, flag, body = words[words.index("--method") + 1 :]
assert flag == "-F" and body.startswith("body=@"), words
text = Path(body.removeprefix("body=@")).read_text(encoding="utf-8")
if method == "POST":
    assert path == "repos/ada/shop/issues/7/comments", path
    found.append({{"id": 100 + len(found), "type": "Bot", "body": text}})
else:
    (old,) = (each for each in found if path.endswith(f"/issues/comments/{{each['id']}}"))
    old["body"] = text
held.write_text(json.dumps(found))
'''


@pytest.fixture
def shop(tmp_path: Path) -> Checkout:
    found = repository(
        tmp_path / "shop", {f"initiatives/{n}": text for n, text in SHOP.items()}
    )
    found.git("switch", "--quiet", "--create", "work")
    found.commit({"initiatives/ledger-events.yaml": edited(SHOP, GROWN)[GROWN[0]]})
    return found


def commenting(shop: Checkout, comments: list[dict[str, Any]] | None) -> None:
    """GitHub with these comments on the pull request; None: it refuses everything."""
    runner = shop.top.parent / "runner"
    runner.mkdir()
    write(runner, {"gh": GH.format(python=sys.executable)})
    (runner / "gh").chmod(0o755)
    write(runner, {"comments.json": json.dumps(comments)})


def comments(shop: Checkout) -> list[dict[str, Any]]:
    held = shop.top.parent / "runner" / "comments.json"
    found: list[dict[str, Any]] = json.loads(held.read_text(encoding="utf-8"))
    return found


def moved(shop: Checkout, token: str = "", fail_on: str = "", folder: str = "") -> Ran:
    given = {
        "ROADMAP_FOLDER": folder,
        "ROADMAP_DIFF_FAIL_ON": fail_on,
        "ROADMAP_BASE": shop.git("rev-parse", "main"),
        "ROADMAP_PULL": "7",
        "GH_TOKEN": token,
        "GITHUB_REPOSITORY": "ada/shop",
    }
    assert given.keys() - STEP["env"].keys() == {"GITHUB_REPOSITORY"}
    return ran(STEP["run"], shop.top, **given)


@needs_bash
def test_without_a_token_it_stands_in_the_summary(shop: Checkout) -> None:
    done = moved(shop, folder="initiatives")

    assert done.code == 0
    assert "“Events” grew from 3w to 6w" in done.summary


@needs_bash
def test_the_page_of_what_moves_is_an_output(shop: Checkout) -> None:
    done = moved(shop, folder="initiatives")
    (name, _, path) = done.outputs.strip().partition("=")

    assert name == "diff-page"
    assert "grew from 3w to 6w" in Path(path).read_text(encoding="utf-8")


@needs_bash
def test_with_a_token_it_is_a_comment_and_later_the_same_one(shop: Checkout) -> None:
    others = {"id": 1, "type": "User", "body": f"{MARK}\n\nmine, says a stranger"}
    commenting(shop, [others])
    first = moved(shop, "secret")
    (_, written) = comments(shop)
    more = edited(SHOP, (GROWN[0], "data: 3w", "data: 9w"))[GROWN[0]]
    shop.commit({"initiatives/ledger-events.yaml": more})
    moved(shop, "secret")
    kept, renewed = comments(shop)

    assert (first.code, first.summary) == (0, "")
    assert written["body"].startswith(f"{MARK}\n\n")
    assert "grew from 3w to 6w" in written["body"]
    assert (kept, renewed["id"]) == (others, written["id"])
    assert "grew from 3w to 9w" in renewed["body"]


@needs_bash
def test_where_nothing_differs_nobody_is_told_but_who_was(shop: Checkout) -> None:
    shop.commit({"initiatives/ledger-events.yaml": SHOP["ledger-events.yaml"]})
    commenting(shop, [])

    assert moved(shop, "secret").code == 0
    assert comments(shop) == []

    write(shop.top.parent / "runner", {"comments.json": json.dumps(
        [{"id": 5, "type": "Bot", "body": f"{MARK}\n\nrefunds slips"}])})  # fmt: skip
    moved(shop, "secret")

    assert "Nothing differs." in comments(shop)[0]["body"]


@needs_bash
def test_a_token_that_may_not_write_leaves_it_in_the_summary(shop: Checkout) -> None:
    commenting(shop, None)
    done = moved(shop, "secret")

    assert done.code == 0
    assert "::notice title=roadmap::the comment could not be written" in done.out
    assert "“Events” grew from 3w to 6w" in done.summary


@needs_bash
def test_what_is_too_much_fails_and_is_told_nevertheless(shop: Checkout) -> None:
    done = moved(shop, fail_on="slip:2w")

    assert done.code == 1
    assert "--fail-on slip:2w: invoices, ledger-events, refunds" in done.err
    assert "“Events” grew from 3w to 6w" in done.summary


@needs_bash
def test_misuse_fails_and_nothing_is_told(shop: Checkout) -> None:
    done = moved(shop, fail_on="sometimes")

    assert (done.code, done.summary) == (2, "")


@needs_bash
def test_it_is_compared_with_where_it_began_and_not_with_what_main_is_now(
    shop: Checkout,
) -> None:
    shop.git("switch", "--quiet", "main")
    shop.commit({"initiatives/search.yaml": SHOP["search.yaml"].replace("4w", "9w")})
    shop.git("switch", "--quiet", "work")

    assert "9w" not in moved(shop).summary
