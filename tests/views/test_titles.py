"""Titles: an id follows only where two initiatives are called the same."""

from __future__ import annotations

from roadmap.model.initiative import Status
from roadmap.model.portfolio import Portfolio
from roadmap.views.page import Timeline
from roadmap.views.pages.plan import page as plan_page
from roadmap.views.pages.sequence import page as sequence_page
from roadmap.views.titles import roadmap_title, title_of
from tests.building import initiative, portfolio
from tests.views.viewing import answer, rows, tables, texts


def _two_releases() -> Portfolio:
    return portfolio(
        initiative("serving-1", title="Model serving"),
        initiative("serving-2", title="model  serving"),
        initiative("labels", title="Label images"),
    )


def test_an_initiative_is_called_by_its_title() -> None:
    assert title_of(_two_releases(), "labels") == "Label images"


def test_the_id_follows_a_title_that_two_initiatives_share() -> None:
    found = _two_releases()
    assert title_of(found, "serving-1") == "Model serving (serving-1)"
    assert title_of(found, "serving-2") == "model  serving (serving-2)"


def test_what_was_dropped_still_makes_a_title_ambiguous() -> None:
    found = portfolio(
        initiative("old", title="Model serving", status=Status.DROPPED),
        initiative("new", title="Model serving"),
    )
    assert title_of(found, "new") == "Model serving (new)"


def test_an_id_in_place_of_a_title_stands_alone() -> None:
    found = portfolio(
        initiative("serving", title="serving", untitled=True),
        initiative("serving-2", title="Serving"),
    )
    assert title_of(found, "serving") == "serving"
    assert title_of(found, "nobody") == "nobody"


def test_pages_tell_initiatives_with_one_title_apart() -> None:
    found = answer(_two_releases(), {"serving-1": 5, "serving-2": 3, "labels": 1})
    ordered = rows(tables(sequence_page(found))["sequence"])
    assert [texts(row)[1] for row in ordered] == [
        "Model serving (serving-1)",
        "model  serving (serving-2)",
        "Label images",
    ]
    timeline = next(b for b in plan_page(found).blocks if isinstance(b, Timeline))
    titles = {bar.title for group in timeline.groups for bar in group.bars}
    assert titles == {texts(row)[1] for row in ordered}


def test_a_roadmap_is_called_after_its_portfolio() -> None:
    assert roadmap_title(portfolio(title="Northwind Energy")) == "Northwind Energy roadmap"
    assert roadmap_title(portfolio()) == "Roadmap"


def test_a_title_that_says_roadmap_says_it_once() -> None:
    shop = portfolio(title="Shop product Roadmap")
    assert roadmap_title(shop) == "Shop product Roadmap"
