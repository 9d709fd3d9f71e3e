"""Read a portfolio: one frozen value, and every fault in its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.model.customers import Need
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import Words
from roadmap.reading.collected import collected, useless
from roadmap.reading.declared import extended
from roadmap.reading.efforts import Teams
from roadmap.reading.faults import OUTSIDE_LINK, WRONG_VALUE
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.initiatives import Ground
from roadmap.reading.laid import laid
from roadmap.reading.located import Files
from roadmap.reading.merged import Merged, merged
from roadmap.reading.misplaced import misplaced, named_as_shared
from roadmap.reading.origins import Origins
from roadmap.reading.overlay import AS_WRITTEN, Overlay
from roadmap.reading.parsed import ParsedFiles
from roadmap.reading.portfolio_file import SECTIONS, PortfolioFile
from roadmap.reading.published import NAME as PUBLISHED
from roadmap.reading.published import read_published
from roadmap.reading.quoting import shown
from roadmap.reading.record import Record
from roadmap.reading.reserved import reserved
from roadmap.reading.shared import Shared, shared
from roadmap.reading.sources import Sources
from roadmap.reading.tree import Tree


@dataclass(frozen=True, slots=True)
class Read:
    """A portfolio as it was read.

    `files` are all files that were considered, `left_out` those that could not be used.
    `unread` are the sections, and `initiatives`, that may contain more than was read: rules
    report nothing that only follows from that. `noted` are the files that may contain
    comments for roadmap, `aliased` those in which aliases may repeat a text. `overlay` is
    what changes what the files say, `origins` where its values were written: diagnostics
    and places are those that the values have in the portfolio.
    """

    portfolio: Portfolio
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    sources: Sources
    left_out: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()
    noted: tuple[str, ...] = ()
    aliased: frozenset[str] = frozenset()
    overlay: Overlay = AS_WRITTEN
    origins: Origins = field(default_factory=Origins)

    @property
    def located(self) -> Files:
        """The files that places are looked up in."""
        return Files(self.sources, self.overlay.options)

    @property
    def broken(self) -> bool:
        """Whether there are files and none of them could be read."""
        return (
            bool(self.files)
            and len(self.left_out) >= len(self.files) > 0
            and not (self.portfolio.initiatives)
        )


@dataclass(slots=True)
class _Gathered:
    """What is collected while the files are read."""

    trees: dict[str, Tree] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    noted: list[str] = field(default_factory=list)
    aliased: set[str] = field(default_factory=set)


def read(sources: Sources, words: Words, today: date, as_of: date | None = None) -> Read:
    """The portfolio that some sources hold.

    `today` is the first day where the files state none; `as_of` overrides theirs.
    """
    return PortfolioReader(ParsedFiles(sources), words, today, as_of).read()


@dataclass(frozen=True, slots=True)
class PortfolioReader:
    """Reads a portfolio as it is, and as it would be under one overlay or another.

    Files that are kept are parsed once for all readings. `words` are what parts add to the
    format.
    """

    files: ParsedFiles
    words: Words
    today: date
    as_of: date | None = None

    def read(self, overlay: Overlay = AS_WRITTEN) -> Read:
        """The portfolio under an overlay, checked like files that say the same."""
        names, outside = self.files.names()
        gathered = _Gathered()
        gathered.faults.extend(_outside(name, to) for name, to in outside.items())
        gathered.unread.update(["initiatives"] if outside else ())
        beside = reserved(names)
        for name in sorted(beside):
            gathered.trees[name] = _tree(self.files, name, gathered, beside[name])
        rest = [name for name in names if name not in beside]
        rest = [name for name in rest if not _misplaced(self.files, name, gathered)]
        sections = {name: held for name, held in beside.items() if held != PUBLISHED}
        said = merged(gathered.trees, sections)
        trees: Iterable[tuple[str, Tree]] = (
            (name, _initiatives(self.files, name, gathered)) for name in rest
        )
        origins = Origins()
        if overlay:
            whole = laid(overlay, said, trees, self._records())
            said, trees, origins = whole.said, whole.files, whole.origins
            gathered.faults.extend((*overlay.faults, *whole.faults))
        told = [gathered.trees[name] for name in sorted(beside.keys() - sections.keys())]
        return Read(
            self._portfolio(said, trees, told, gathered),
            tuple(gathered.faults),
            tuple(names),
            self.files.sources,
            tuple(gathered.left_out),
            frozenset(gathered.unread),
            tuple(sorted(gathered.noted)),
            frozenset(gathered.aliased),
            overlay,
            origins,
        )

    def _records(self) -> tuple[type[Record], type[Record]]:
        return (
            extended(PortfolioFile, self.words.portfolio),
            extended(InitiativeFile, self.words.initiative),
        )

    def _portfolio(
        self,
        said: Merged,
        files: Iterable[tuple[str, Tree]],
        told: list[Tree],
        gathered: _Gathered,
    ) -> Portfolio:
        common = shared(said, self.words, self.today, self.as_of)
        published = read_published(told, common.terms)
        gathered.faults.extend([*common.faults, *published.faults])
        gathered.unread |= common.unread
        whole = _with_initiatives(common, files, self.words, gathered)
        return replace(whole, published=published.published)


def _tree(files: ParsedFiles, name: str, gathered: _Gathered, holds: str) -> Tree:
    file = files.file(name)
    parsed = file.tree
    if file.noted:
        gathered.noted.append(name)
    if file.aliased:
        gathered.aliased.add(name)
    gathered.faults.extend(parsed.faults)
    if parsed.broken:
        gathered.left_out.append(name)
    if parsed.broken or any(fault.rule is WRONG_VALUE for fault in parsed.faults):
        gathered.unread.update(SECTIONS if holds == "portfolio" else (holds,))
    return parsed


def _misplaced(files: ParsedFiles, name: str, gathered: _Gathered) -> bool:
    """Whether a file for the whole portfolio is in the wrong place."""
    if not named_as_shared(name):
        return False
    parsed = gathered.trees[name] = _tree(files, name, gathered, "initiatives")
    fault = misplaced(parsed)
    if fault is not None:
        gathered.faults.append(fault)
        gathered.left_out.append(name)
        gathered.unread.update(SECTIONS)
    return fault is not None


def _initiatives(files: ParsedFiles, name: str, gathered: _Gathered) -> Tree:
    known = gathered.trees.get(name)
    parsed = known or _tree(files, name, gathered, "initiatives")
    if useless(parsed):
        gathered.left_out.append(name)
    return parsed


def _with_initiatives(
    common: Shared, files: Iterable[tuple[str, Tree]], words: Words, gathered: _Gathered
) -> Portfolio:
    closed = "teams" in common.portfolio.sections and "teams" not in gathered.unread
    teams = Teams(dict(common.portfolio.teams), closed)
    schema = extended(InitiativeFile, words.initiative)
    ground = Ground(schema, words.initiative, common.terms, common.default_effort(teams))
    funding = common.funding(teams)
    initiatives = collected(files, teams, ground, gathered.faults, gathered.unread)
    gathered.faults.extend(teams.faults)
    if not teams.known:
        teams.first()
    known = common.portfolio
    open_needs = "needs" not in known.sections or "needs" in gathered.unread
    named = _named_needs(initiatives, known) if open_needs else {}
    return replace(
        known,
        initiatives=initiatives,
        funding=funding,
        teams=teams.known if closed else _by_id(teams),
        needs={**known.needs, **named},
        sections=known.sections - gathered.unread,
    )


def _by_id(teams: Teams) -> dict[str, Any]:
    """Described teams in the order of the file, then those merely named, by id."""
    described = {id: team for id, team in teams.known.items() if team.place is not None}
    return described | {
        id: teams.known[id] for id in sorted(teams.known.keys() - described)
    }


def _named_needs(initiatives: dict[str, Initiative], known: Portfolio) -> dict[str, Need]:
    needs: dict[str, Need] = {}
    for target, place in _targets(initiatives):
        if target not in known.needs:
            needs.setdefault(target, Need(target, target, place, named_only=True))
    return dict(sorted(needs.items()))


def _targets(initiatives: dict[str, Initiative]) -> Iterator[tuple[str, Place]]:
    for initiative in initiatives.values():
        for claim in initiative.outcomes:
            yield claim.target, claim.place


def _outside(name: str, to: str) -> Diagnostic:
    out = f"leads out of the portfolio's folder, to {shown(to)}"
    message = f"this link {out}, and is not followed"
    cure = "copy the file into the folder, or remove the link"
    return Diagnostic(OUTSIDE_LINK, message, Place(name), cure=cure)
