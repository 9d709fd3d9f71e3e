from __future__ import annotations

from roadmap.studies.causes import Cause, CauseKind, Share
from roadmap.studies.difference import difference
from roadmap.views.phrases.causes import because, move_sentence
from tests.studies.files import SHOP, between, blamed, edited, portfolio

GROWN = ("ledger-events.yaml", "data: 3w", "data: 6w")
DECOY = ("invoices.yaml", "value: 10", "value: 11")
PAIR = {
    "portfolio.yaml": SHOP["portfolio.yaml"],
    "one.yaml": "effort: {web: 4w}\ndepends_on: []\n",
    "two.yaml": "effort: {data: 4w}\ndepends_on: []\n",
    "launch.yaml": "effort: 0d\ndepends_on: [one, two]\nvalue-effort: {value: 5}\n",
}


def test_the_sentence_names_the_edit_that_moved_an_initiative() -> None:
    found = between(SHOP, edited(SHOP, GROWN))
    move = next(shift for shift in found.shifts if shift.id == "refunds")

    assert move_sentence(found, move) == (
        "It moves 3.0 weeks later because “Events” grew from 3w to 6w."
    )


def test_an_edit_that_changes_nothing_is_not_blamed() -> None:
    found = between(SHOP, edited(SHOP, GROWN, DECOY))

    assert blamed(found, "refunds") == ("alone", [("ledger-events", "effort")])


def test_what_an_edit_does_alone_is_told_apart_from_what_another_does() -> None:
    own = ("invoices.yaml", "data: 2w", "data: 4w")
    found = between(SHOP, edited(SHOP, GROWN, own))

    assert blamed(found, "refunds") == ("alone", [("ledger-events", "effort")])
    kind, edits = blamed(found, "invoices")
    assert (kind, set(edits)) == (
        "sum", {("invoices", "effort"), ("ledger-events", "effort")},
    )  # fmt: skip


def test_edits_that_add_up_have_their_shares() -> None:
    chain = SHOP | {"search.yaml": SHOP["search.yaml"].replace("[]", "[refunds]")}
    more = ("refunds.yaml", "web: 2w", "web: 3w")
    found = between(chain, edited(chain, GROWN, more))
    cause = found.causes["search"]

    assert cause.kind == "sum"
    assert [share.days for share in cause.shares] == [15, 5]
    assert cause.rest == 0


def test_two_edits_that_matter_only_together_are_an_interaction() -> None:
    sooner = [(f"{name}.yaml", ": 4w", ": 2w") for name in ("one", "two")]
    found = between(PAIR, edited(PAIR, *sooner))
    move = next(shift for shift in found.shifts if shift.id == "launch")

    assert blamed(found, "launch") == ("together", [("one", "effort"), ("two", "effort")])
    assert "(combined effect)" in move_sentence(found, move)


def test_edits_told_in_one_breath_are_all_described_or_all_referred_to() -> None:
    sooner = [(f"{name}.yaml", ": 4w", ": 2w") for name in ("one", "two")]
    found = between(PAIR, edited(PAIR, *sooner))
    cause = found.causes["launch"]
    first, second = (share.changes[0] for share in cause.shares)

    described = "“one” shrank from 4w to 2w and “two” shrank from 4w to 2w"
    assert because(found, cause, {first}) == f"{described} (combined effect)"
    assert because(found, cause, {first, second}) == (
        "effort of “one” and effort of “two” (combined effect)"
    )


def test_an_interaction_is_found_among_other_edits() -> None:
    files = PAIR | {
        f"far-{number}.yaml": "effort: {web: 1w}\ndepends_on: [launch]\n"
        for number in range(5)
    }
    far = [(f"far-{number}.yaml", "1w", "2w") for number in range(5)]
    sooner = [(f"{name}.yaml", ": 4w", ": 2w") for name in ("one", "two")]
    found = between(files, edited(files, *far, *sooner))

    assert blamed(found, "launch") == ("together", [("one", "effort"), ("two", "effort")])


def test_two_edits_each_of_which_is_enough_are_both_named() -> None:
    later = [(f"{name}.yaml", ": 4w", ": 6w") for name in ("one", "two")]
    found = between(PAIR, edited(PAIR, *later))

    assert blamed(found, "launch") == ("either", [("one", "effort"), ("two", "effort")])


def test_a_dependency_on_something_new_is_one_cause() -> None:
    ground = "effort: {data: 5w}\ndepends_on: []\n"
    waits = ("search.yaml", "depends_on: []", "depends_on: [ground]")
    found = between(SHOP, edited(SHOP, waits) | {"ground.yaml": ground})

    assert blamed(found, "search") == ("alone", [("search", "depends_on")])


def test_a_large_portfolio_is_planned_no_more_often_than_edits_and_two() -> None:
    many = {f"x{number:03}.yaml": "effort: 0d\n" for number in range(100)}
    files = PAIR | many | {"far.yaml": "effort: {web: 1w}\ndepends_on: [launch]\n"}
    sooner = [(f"{name}.yaml", ": 4w", ": 2w") for name in ("one", "two")]
    new = edited(files, *sooner, ("far.yaml", "1w", "2w"))
    plans: list[int] = []

    difference(portfolio(files), portfolio(new), advance=plans.append)

    assert sum(plans) == 5


def test_beyond_the_cap_edits_are_tried_as_one_and_this_is_said() -> None:
    files = SHOP | {f"x{number}.yaml": "effort: {data: 1w}\n" for number in range(40)}
    more = [(f"x{number}.yaml", "1w", "2w") for number in range(40)]
    found = between(files, edited(files, *more))

    assert (found.tried, found.live) == (29, 40)


IDEA = edited(
    SHOP, ("invoices.yaml", "title: Invoices", "title: Invoices\nstatus: idea"),
    ("invoices.yaml", "value: 10", "value: 900"),
)  # fmt: skip
PROPOSED = ("invoices.yaml", "status: idea", "status: proposed")


def test_an_idea_that_is_proposed_is_why_others_make_way() -> None:
    found = between(IDEA, edited(IDEA, PROPOSED))

    assert {id for id, cause in found.causes.items() if cause.kind == "alone"} == {
        "invoices", "ledger-events", "refunds", "search",
    }  # fmt: skip
    assert blamed(found, "refunds") == ("alone", [("invoices", "status")])


def test_what_gives_a_place_is_its_cause_though_another_edit_moves_it_on() -> None:
    later = ("invoices.yaml", "depends_on: []", "depends_on: [search]")
    found = between(IDEA, edited(IDEA, PROPOSED, later))
    move = next(shift for shift in found.shifts if shift.id == "invoices")

    assert blamed(found, "invoices") == ("alone", [("invoices", "status")])
    assert move_sentence(found, move) == (
        "It is now scheduled because “Invoices” is now proposed."
    )


def test_edits_that_alone_add_up_to_something_else_act_together() -> None:
    """Three that must all be done sooner: two of them do nothing, nor does one."""
    files = PAIR | {
        "three.yaml": "effort: {web: 4w}\ndepends_on: []\n",
        "portfolio.yaml": "start: 2027-01-04\nframework: value-effort\n"
        "teams: {web: {people: 2, at_once: 2}, data: {people: 1, at_once: 1}}\n",
        "launch.yaml": PAIR["launch.yaml"].replace("two]", "two, three]"),
    }
    sooner = [(f"{name}.yaml", ": 4w", ": 2w") for name in ("one", "two", "three")]
    found = between(files, edited(files, *sooner))
    move = next(shift for shift in found.shifts if shift.id == "launch")

    assert found.causes["launch"] == Cause(CauseKind.UNKNOWN)
    assert move_sentence(found, move) == (
        "It moves 2.0 weeks earlier because of the combined effect of several edits."
    )


def test_a_little_that_one_edit_does_alone_is_not_the_cause_of_much() -> None:
    """Two chains in front of a launch: one is a day longer, but both shrink by weeks."""
    files = edited(PAIR, ("one.yaml", "4w", "21d"))
    sooner = [("one.yaml", "21d", "2w"), ("two.yaml", "4w", "2w")]
    far = {"far.yaml": "effort: {web: 1w}\ndepends_on: [launch]\n"}
    found = between(files | far, edited(files | far, *sooner, ("far.yaml", "1w", "3w")))

    assert blamed(found, "launch") == ("together", [("one", "effort"), ("two", "effort")])


def test_an_edit_that_does_nearly_all_is_named_without_one_that_it_hides() -> None:
    later = [("one.yaml", ": 4w", ": 35d"), ("two.yaml", ": 4w", ": 34d")]
    behind = ("launch.yaml", "effort: 0d", "effort: {web: 1d}")
    found = between(PAIR, edited(PAIR, *later, behind))

    assert found.causes["launch"] == Cause(CauseKind.SUM, (Share((1,), 15),), 1)


def test_what_single_edits_leave_over_is_said() -> None:
    """Each alone is hidden for a part of its way by the other."""
    later = [("one.yaml", ": 4w", ": 5w"), ("two.yaml", ": 4w", ": 6w")]
    wait = ("two.yaml", "depends_on: []", "depends_on: [one]")
    found = between(PAIR, edited(PAIR, *later, wait))
    move = next(shift for shift in found.shifts if shift.id == "launch")
    cause = found.causes["launch"]

    assert cause.kind == "sum"
    assert sum(share.days or 0 for share in cause.shares) + cause.rest == move.end == 35
