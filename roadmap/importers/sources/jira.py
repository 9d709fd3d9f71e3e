"""Jira: its CSV export, where a header stands once for each value that a field can have."""

from __future__ import annotations

from roadmap.importers.export import Export, Lost, Missing, Refusal
from roadmap.importers.headers import columns, plain
from roadmap.importers.item import EstimateUnit
from roadmap.importers.jira_columns import (
    PERSONAL,
    comes_first,
    custom,
    is_export,
    key_by_shape,
    links,
    named,
)
from roadmap.importers.rows import Amount, Layout, SheetRow, exported
from roadmap.importers.source import Raw, Source, Wishes
from roadmap.importers.tables import Sheet
from roadmap.model.initiative import Status

_DIRECT = (
    "title", "key", "aliases", "kind", "status", "category", "resolution", "priority",
    "owners", "created", "updated", "finished", "due", "description", "labels",
)  # fmt: skip
_NEAR_KEY = {"title": -1, "aliases": 1, "kind": 2, "status": 3}
"""Where Jira puts these columns, seen from the key's."""
_STATES = {
    Status.DELIVERED: "done, complete, completed, fertig, erledigt, abgeschlossen, hecho, "
    "listo, finalizada, finalizado, terminé, terminé(e), terminée, fini, completato, "
    "completata, fatto, concluído, itens concluídos, concluídos, feito, gereed, klaar, "
    "voltooid, gotowe, ukończone, zrobione, готово, выполнено, сделано, 完了, 完成, 已完成",
    Status.IN_PROGRESS: "in progress, indeterminate, in arbeit, in bearbeitung, en curso, "
    "en progreso, en cours, in corso, em andamento, em progresso, in uitvoering, "
    "wordt uitgevoerd, in behandeling, w toku, в работе, в процессе, 進行中, 进行中, "
    "正在进行, 处理中",
    Status.PROPOSED: "to do, new, zu erledigen, por hacer, tareas por hacer, à faire, "
    "a faire, da completare, da fare, pendente, itens pendentes, a fazer, te doen, "
    "nog te doen, do zrobienia, к выполнению, сделать, to-do, "
    "未着手, 待办, 待办事项, 待处理",
}
_CATEGORIES = {
    word: state for state, words in _STATES.items() for word in words.split(", ")
}
_NOT_DONE = (
    "won't", "wont", "will not", "duplicate", "cannot reproduce", "can't reproduce",
    "declined", "rejected", "invalid", "abandon", "obsolete", "not a bug", "cancel",
    "incomplete", "wird nicht", "duplikat", "no se hará", "duplicado", "ne sera pas",
    "doublon", "annulé", "non verrà", "duplicato", "não será", "duplicada", "zal niet",
    "duplicaat", "nie zostanie", "не будет", "дубл", "対応しない", "重複", "不修复", "重复",
)  # fmt: skip
_UNRESOLVED = frozenset(
    {
        "", "-", "none", "unresolved", "nicht erledigt", "offen", "ungelöst",
        "sin resolver", "non résolu", "non résolue", "irrisolto", "non risolto",
        "não resolvido", "onopgelost", "niet opgelost", "nierozwiązane", "нет решения",
        "не решен", "не решено", "не решён", "未解決", "未解决", "未处理",
    }
)  # fmt: skip
_EPICS = frozenset(
    {
        "epic", "feature", "epos", "épica", "epica", "épico", "epico", "épopée", "epik",
        "эпик", "エピック", "长篇故事", "史诗",
    }
)  # fmt: skip
_ABOVE_EPICS = frozenset({"initiative", "theme", "legend", "idea", "capability"})


def _recognises(raw: Raw) -> int:
    return 80 if raw.sheet and is_export(raw.sheet) else 0


def _read(raw: Raw, wishes: Wishes) -> Export | Refusal:
    table = raw.sheet
    if table is None:
        return Refusal(Missing.BROKEN)
    layout = _layout(table, wishes)
    return exported("jira", table, layout, wishes, state=_state, level=_level)


def _layout(table: Sheet, wishes: Wishes) -> Layout:
    header = table.header
    found = {field: named(header, field) for field in _DIRECT}
    key = found["key"][0] if found["key"] else key_by_shape(table)
    if key is not None:
        found["key"] = (key,)
        for field, away in _NEAR_KEY.items():
            if not found[field] and 0 <= key + away < len(header):
                found[field] = (key + away,)
    ids = columns(header, ["parent id"])
    above = tuple(custom(header, "epic link|epic-link|epic key|parent link"))
    plainly = columns(header, ["epic link"])
    parents = (named(header, "parent key"), named(header, "parent"), ids, above, plainly)
    found["parent"] = tuple(dict.fromkeys(at for several in parents for at in several))
    found["starts"] = tuple(custom(header, r"(target )?start( date)?"))
    ordered = list(links(header))
    found["depends_on"] = tuple(at for at, *link in ordered if comes_first(*link) is True)
    found["blocks"] = tuple(at for at, *link in ordered if comes_first(*link) is False)
    found |= {name: columns(header, [plain(to)]) for name, to in wishes.columns.items()}
    relations = {
        at: kind for at, which, kind in ordered if comes_first(which, kind) is None
    }
    return Layout(found, _amounts(table), relations, why=_why(table))


def _amounts(table: Sheet) -> dict[str, tuple[Amount, ...]]:
    """Times in seconds, then points."""
    header = table.header
    points = custom(header, r"story points?( estimate)?|points?|estimation|storypunkte")
    amounts = {
        name: tuple(Amount(at, EstimateUnit.SECONDS) for at in named(header, name))
        for name in ("estimate", "remaining", "spent")
    }
    plainly = columns(header, ["story points", "story point estimate"])
    more = tuple(Amount(at, EstimateUnit.POINTS) for at in (*points, *plainly))
    return amounts | {"estimate": (*amounts["estimate"], *more)}


def _why(table: Sheet) -> dict[int, Lost]:
    """Why a column is lost: it names people, or says again what another one says."""
    found = {}
    for at, name in enumerate(table.header):
        words = plain(name)
        if words == "parent summary" or words.startswith("σ "):
            found[at] = Lost.REPEATED
        elif PERSONAL.search(words):
            found[at] = Lost.PERSONAL
    return found


def _state(row: SheetRow) -> Status | None:
    """What the status category and the resolution decide, whatever the status is called."""
    category = _CATEGORIES.get(row.line("category").casefold())
    resolution = row.line("resolution").casefold()
    resolved = category is None and resolution not in _UNRESOLVED
    if category is Status.DELIVERED or resolved:
        dropped = any(word in resolution for word in _NOT_DONE)
        return Status.DROPPED if dropped else Status.DELIVERED
    return category


def _level(row: SheetRow) -> int:
    kind = row.line("kind").casefold()
    return 2 if kind in _ABOVE_EPICS else 1 if kind in _EPICS else 0


SOURCE = Source("jira", "Jira", _recognises, _read)
