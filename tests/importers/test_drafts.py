"""What becomes of items: levels, statuses, estimates and links, and what is lost."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from roadmap.importers.choices import Choices
from roadmap.importers.drafts import Drafted, drafted
from roadmap.importers.export import Export, Lost
from roadmap.importers.item import Estimate, EstimateUnit, Item, Relation
from roadmap.model.initiative import Status


def drafts(*items: Item, deleted: tuple[Item, ...] = (), **choices: Any) -> Drafted:
    return drafted(Export("jira", items, deleted=deleted), Choices(**choices))


def fields(found: Drafted) -> dict[str, dict[str, Any]]:
    return {draft.key: dict(draft.fields) for draft in found.drafts}


def item(key: str, **said: Any) -> Item:
    return Item(key, said.pop("title", f"Item {key}"), **said)


def hours(amount: int) -> Estimate:
    return Estimate(Fraction(amount), EstimateUnit.HOURS)


def test_children_fold_into_their_epic_with_their_number_and_their_work() -> None:
    found = drafts(
        item("E-1", level=1),
        item("E-2", level=0, parent="E-1", estimate=hours(8), status="Done"),
        item("E-3", level=0, parent="e-1", estimate=hours(16)),
        item("E-4", level=0, parent="E-3", estimate=hours(16)),
    )

    assert fields(found) == {
        "E-1": {
            "title": "Item E-1",
            "effort": "1w",
            "x-items": {"count": 3, "done": 1, "dropped": 0, "estimated": 3},
        }
    }


def test_without_epics_what_has_no_parent_becomes_an_initiative() -> None:
    found = drafts(item("1"), item("2", parent="1"), item("3"))

    assert list(fields(found)) == ["1", "3"]


def test_an_item_outside_of_every_epic_is_not_lost() -> None:
    found = drafts(item("E", level=1), item("S", level=0), item("T", level=0, parent="S"))

    assert list(fields(found)) == ["E", "S"]


def test_what_lies_above_the_chosen_level_stays_above_it() -> None:
    goal, epic = item("G", level=2), item("E", level=1, parent="G")

    found = fields(drafts(goal, epic, item("S", level=0, parent="E")))

    assert list(found) == ["G", "E"]
    assert found["E"]["parent"] == "G"


def test_any_kind_can_become_the_initiatives() -> None:
    items = (
        item("E", kind="Epic", level=1),
        item("S", kind="Story", level=0, parent="E"),
        item("T", kind="Sub-task", parent="S"),
    )

    assert list(fields(drafts(*items, level="story"))) == ["E", "S"]
    assert list(fields(drafts(*items, level=0))) == ["E", "S"]
    assert list(fields(drafts(*items, flat=True))) == ["E", "S", "T"]


def test_where_a_tracker_knows_no_levels_nesting_is_the_level() -> None:
    items = (item("A"), item("B", parent="A"), item("C", parent="B"), item("D"))

    assert list(fields(drafts(*items, level=0))) == ["A", "B", "C", "D"]
    assert list(fields(drafts(*items, level=1))) == ["A", "B", "D"]
    assert list(fields(drafts(*items, level=2))) == ["A", "D"]


def test_parents_in_a_circle_are_said_and_fold_nothing() -> None:
    found = drafts(item("A", parent="B"), item("B", parent="A"), item("C", parent="A"))

    assert list(fields(found)) == ["A", "B"]
    assert found.looped == ("A", "B")


def test_a_link_told_from_both_sides_counts_once() -> None:
    found = drafts(item("P-1", blocks=("p-2",)), item("P-2", depends_on=("P-1", "P-1")))

    assert found.counts.links == 1
    assert fields(found)["P-2"]["depends_on"] == ["P-1"]


def test_links_of_children_are_links_of_their_initiatives() -> None:
    found = drafts(
        item("A"),
        item("A-1", parent="A", depends_on=("B-1", "A-2")),
        item("A-2", parent="A"),
        item("B"),
        item("B-1", parent="B"),
    )

    assert fields(found)["A"]["depends_on"] == ["B"]
    assert found.inside == 1


def test_a_circle_goes_to_x_links_with_all_its_edges() -> None:
    found = drafts(
        item("A", depends_on=("B",)),
        item("B", depends_on=("C",)),
        item("C", depends_on=("A", "D")),
        item("D"),
    )

    assert found.circles == ((("A", "B"), ("B", "C"), ("C", "A")),)
    assert fields(found)["A"]["x-links"] == {"depends_on": ["B"]}
    assert fields(found)["C"]["depends_on"] == ["D"]


def test_an_item_that_waits_for_itself_depends_on_nothing() -> None:
    found = drafts(item("A", depends_on=("A",)))

    assert found.circles == ((("A", "A"),),)
    assert "depends_on" not in fields(found)["A"]


def test_a_link_out_of_the_export_is_reported_with_the_nearest_name() -> None:
    found = drafts(item("PAY-12", depends_on=("PAY-31", "OPS-7")), item("PAY-13"))

    assert [(outside.key, outside.to, outside.nearest) for outside in found.outside] == [
        ("PAY-12", "PAY-31", "PAY-13"),
        ("PAY-12", "OPS-7", ""),
    ]
    assert fields(found)["PAY-12"]["x-links"] == {"depends_on": ["PAY-31", "OPS-7"]}


def test_an_alias_that_two_items_bear_stands_for_neither() -> None:
    twins = (item("1", aliases=("Cards",)), item("2", aliases=("cards",)))

    found = drafts(*twins, item("3", depends_on=("Cards",)))

    assert [outside.to for outside in found.outside] == ["Cards"]


def test_relations_order_nothing() -> None:
    found = drafts(item("A", relations=(Relation("Duplicates", "B"),)), item("B"))

    assert fields(found)["A"] == {"title": "Item A", "relations": {"duplicates": ["B"]}}
    assert found.counts.links == 0


def test_a_deleted_item_is_counted_and_what_waits_for_it_waits_for_nothing() -> None:
    found = drafts(item("A", depends_on=("B",)), deleted=(item("B"),))

    assert (found.counts.items, found.counts.links) == (2, 1)
    assert "depends_on" not in fields(found)["A"]


@pytest.mark.parametrize(
    ("word", "ours"),
    [
        ("In Progress", "in_progress"),
        ("À faire", "proposed"),
        ("A faire", "proposed"),
        ("Terminé(e)", "delivered"),
        ("Erledigt", "delivered"),
        ("En curso", "in_progress"),
        ("Concluído", "delivered"),
        ("進行中", "in_progress"),
        ("已完成", "delivered"),
        ("Готово", "delivered"),
        ("Geannuleerd", "dropped"),
        ("Won't Do", "dropped"),
        ("Backlog", "proposed"),
    ],
)
def test_status_words_are_known_in_many_languages(word: str, ours: str) -> None:
    assert fields(drafts(item("A", status=word)))["A"]["status"] == ours


def test_an_unknown_status_is_counted_and_never_guessed() -> None:
    found = drafts(
        item("A", status="Bob has it"), item("B", status="Bob has it"), item("C")
    )

    assert found.statuses == {"Bob has it": 2}
    assert not any("status" in field for field in fields(found).values())


def test_what_a_tracker_calls_finished_is_finished_whatever_its_word() -> None:
    own: dict[str, Any] = {"statuses": {"Done": "in_progress"}, "words": {"Done": "paused"}}
    finished = item("A", status="Done", state=Status.DROPPED)

    assert fields(drafts(finished, **own))["A"]["status"] == "dropped"


def test_own_words_win_over_categories_of_open_work_and_over_usual_words() -> None:
    waiting = item("A", status="Waiting for Bob", state=Status.IN_PROGRESS)
    own: dict[str, Any] = {
        "statuses": {"waiting for bob": "paused"},
        "words": {"Todo": "committed"},
    }

    found = fields(drafts(waiting, item("B", status="Todo"), **own))

    assert (found["A"]["status"], found["B"]["status"]) == ("paused", "committed")


def test_points_are_work_only_if_somebody_says_how_much() -> None:
    points = item("A", estimate=Estimate(Fraction(3), EstimateUnit.POINTS))

    lost = drafts(points)
    kept = drafts(points, point=Fraction(5))

    assert [(dropped.column, dropped.why) for dropped in lost.dropped] == [
        ("estimate in points", Lost.POINTS)
    ]
    assert (lost.counts.estimates, kept.counts.estimates) == (1, 1)
    assert "effort" not in fields(lost)["A"]
    assert fields(kept)["A"]["effort"] == "3w"


def test_of_several_teams_nobody_is_given_work_by_chance() -> None:
    worked = item("A", estimate=hours(8))

    assert "effort" not in fields(drafts(worked, whose=False))["A"]
    named = fields(drafts(worked, whose=False, team="web"))["A"]
    assert (named["team"], named["effort"]) == ("web", "1d")


def test_a_priority_scores_only_by_choice() -> None:
    high = item("A", priority="Highest")

    assert "outcomes" not in fields(drafts(high))["A"]
    assert fields(drafts(high, priority_need="calm"))["A"]["outcomes"] == {
        "calm": "massive"
    }


def test_one_person_is_the_owner_and_several_are_owners() -> None:
    found = fields(drafts(item("A", owners=("Ana",)), item("B", owners=("Ana", "Ben"))))

    assert (found["A"]["owner"], found["B"]["owners"]) == ("Ana", ["Ana", "Ben"])


def test_a_column_is_kept_under_its_name_or_counted_as_lost() -> None:
    columns = (("Sprint goal", "calm"), ("Votes", "3"), ("Votes", "4"))

    found = drafts(item("A", extra=columns), keep=("sprint goal",))

    assert fields(found)["A"]["x-sprint-goal"] == "calm"
    assert [(dropped.column, dropped.values, dropped.why) for dropped in found.dropped] == [
        ("Votes", 2, Lost.NO_PLACE)
    ]
