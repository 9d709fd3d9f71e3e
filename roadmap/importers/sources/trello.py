"""Trello: a board as JSON; the state of a card is the list that it lies in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from roadmap.importers.amounts import amount
from roadmap.importers.export import Dropped, Export, Lost, Missing, Refusal, Remark, notes
from roadmap.importers.headers import amount_words, plain
from roadmap.importers.item import Estimate, EstimateUnit, Item
from roadmap.importers.json_text import day, json_value, line_of, objects, text, texts
from roadmap.importers.source import Raw, Source, Wishes
from roadmap.model.initiative import Status

_PRIORITIES = frozenset({"priority", "prio"})


def _recognises(raw: Raw) -> int:
    if not raw.only[:4096].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return 0
    return 90 if b'"cards"' in raw.only and b'"lists"' in raw.only else 0


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    board = json_value(raw.only)
    if isinstance(board, Refusal):
        return board
    if not isinstance(board, dict):
        return Refusal(Missing.NOT_RECOGNISED)
    cards, read = objects(board.get("cards")), _Board(board)
    open_cards = [card for card in cards if not read.archived(card)]
    items: dict[str, Item] = {}
    for card in open_cards:
        if line_of(card.get("name")):
            items.setdefault(read.key(card), read.item(card))
    untitled = [read.key(card) for card in open_cards if not line_of(card.get("name"))]
    remarks = notes(
        (Remark.ARCHIVED, len(cards) - len(open_cards), ()),
        (Remark.WITHOUT_TITLE, len(untitled), untitled),
        (Remark.NO_LINKS, 1, ()),
    )
    if not items:
        return Refusal(Missing.ITEMS)
    return Export("trello", tuple(items.values()), tuple(read.dropped(open_cards)), remarks)


class _Board:
    """The names that a board's cards refer to by their ids."""

    def __init__(self, board: dict[str, Any]) -> None:
        self.lists = _by_id(board.get("lists"))
        self.members = _by_id(board.get("members"))
        self.fields = _by_id(board.get("customFields"))
        self.checklists = objects(board.get("checklists"))

    def key(self, card: dict[str, Any]) -> str:
        """The short link: the part of the address that never changes."""
        return line_of(card.get("shortLink")) or line_of(card.get("id"))

    def archived(self, card: dict[str, Any]) -> bool:
        """Whether it, or its whole list, was put away."""
        return card.get("closed") is True or self._list(card).get("closed") is True

    def _list(self, card: dict[str, Any]) -> dict[str, Any]:
        return self.lists.get(line_of(card.get("idList")), {})

    def item(self, card: dict[str, Any]) -> Item:
        """A card as an item."""
        done = card.get("dueComplete") is True
        own = list(self._own_fields(card))
        estimate, amounts = _estimate(own)
        priority = [said for name, said in own if plain(name) in _PRIORITIES]
        people = (self.members.get(id, {}) for id in texts(card.get("idMembers")))
        return Item(
            self.key(card),
            line_of(card.get("name")),
            url=text(card.get("shortUrl")) or text(card.get("url")),
            description=text(card.get("desc")),
            status=line_of(self._list(card).get("name")),
            state=Status.DELIVERED if done else None,
            priority="".join(priority[:1]),
            estimate=estimate,
            owners=tuple(
                name
                for person in people
                if (
                    name := line_of(person.get("fullName"))
                    or line_of(person.get("username"))
                )
            ),
            labels=texts(card.get("labels"), "name"),
            created=_created(line_of(card.get("id"))),
            updated=day(card.get("dateLastActivity")),
            finished=day(card.get("dateCompleted")) if done else None,
            starts=day(card.get("start")),
            due=day(card.get("due")),
            aliases=(line_of(card.get("id")), line_of(card.get("idShort"))),
            extra=tuple(
                (name, said)
                for name, said in own
                if name not in amounts and plain(name) not in _PRIORITIES
            ),
        )

    def _own_fields(self, card: dict[str, Any]) -> Iterator[tuple[str, str]]:
        for each in objects(card.get("customFieldItems")):
            field = self.fields.get(line_of(each.get("idCustomField")), {})
            value = each.get("value")
            stated = next(iter(value.values()), None) if isinstance(value, dict) else None
            chosen = _by_id(field.get("options")).get(line_of(each.get("idValue")), {})
            of_choice = chosen.get("value")
            said = line_of(stated) or next(iter(texts([of_choice], "text")), "")
            if said:
                yield line_of(field.get("name")) or "custom field", said

    def dropped(self, cards: list[dict[str, Any]]) -> Iterator[Dropped]:
        """What no card carries over."""
        known = {line_of(card.get("id")) for card in cards}
        steps = sum(
            len(objects(checklist.get("checkItems")))
            for checklist in self.checklists
            if line_of(checklist.get("idCard")) in known
        )
        counts = Counter({"checklist items": steps})
        counts["attachments"] = sum(len(objects(card.get("attachments"))) for card in cards)
        yield from (Dropped(name, n, Lost.NO_PLACE) for name, n in counts.items() if n)


def _estimate(own: list[tuple[str, str]]) -> tuple[Estimate | None, set[str]]:
    """The first amount in a field that is called like an estimate, and all such fields."""
    estimate, used = None, set()
    for unit in EstimateUnit:
        for name, said in own:
            if plain(name) in amount_words(unit.value):
                read = amount(said, unit)
                used |= {name} if read is not None else set()
                estimate = estimate or (read if isinstance(read, Estimate) else None)
    return estimate, used


def _by_id(value: Any) -> Mapping[str, dict[str, Any]]:
    return {line_of(each.get("id")): each for each in objects(value)}


def _created(id: str) -> date | None:
    """The day in an id: its first eight digits count the seconds since 1970."""
    try:
        return (
            datetime.fromtimestamp(int(id[:8], 16), UTC).date() if len(id) == 24 else None
        )
    except (ValueError, OverflowError, OSError):
        return None


SOURCE = Source("trello", "Trello", _recognises, _read)
