"""Jira's columns by name, by shape and by place, in the languages people use it in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmap.importers.headers import columns, plain
from roadmap.importers.tables import Sheet

NAMES: dict[str, str] = {
    "title": "summary, zusammenfassung, resumen, résumé, riepilogo, resumo, samenvatting, "
    "podsumowanie, тема, 要約, 概要, 摘要, 主题",
    "key": "issue key, work item key, key, vorgangsschlüssel, schlüssel, "
    "clave de incidencia, clave, clé de ticket, clé, chiave ticket, chiave, "
    "chave da item, chave do item, chave, issuesleutel, sleutel, klucz zgłoszenia, "
    "klucz elementu, ключ задачи, ключ проблемы, код, 課題キー, キー, 问题关键字, 密钥",
    "aliases": "issue id, work item id, vorgangs-id, id de la incidencia, id de ticket, "
    "id ticket, id da item, id do item, issue-id, id zgłoszenia, id задачи, "
    "идентификатор задачи, 課題 id, 课题 id, 问题 id",
    "kind": "issue type, work type, work item type, vorgangstyp, tipo de incidencia, "
    "type de ticket, tipo ticket, tipo di ticket, tipo de item, issuetype, "
    "typ zgłoszenia, тип задачи, 課題タイプ, 问题类型",
    "status": "status, estado, état, stato, статус, stan, ステータス, 状态",
    "category": "status category, statuskategorie, categoría de estado, "
    "categoría del estado, catégorie d'état, catégorie de l'état, "
    "categoria di stato, categoria stato, categoria de status, categoria do status, "
    "statuscategorie, kategoria statusu, категория статуса, ステータスカテゴリ, "
    "ステータス カテゴリー, 状态类别",
    "resolution": "resolution, lösung, resolución, résolution, risoluzione, resolução, "
    "oplossing, rozwiązanie, решение, 解決状況, 解決結果, 解决结果, 解决方案",
    "priority": "priority, priorität, prioridad, priorité, priorità, prioridade, "
    "prioriteit, priorytet, приоритет, 優先度, 优先级",
    "owners": "assignee, zugewiesene person, bearbeiter, persona asignada, responsable, "
    "personne assignée, responsable, assegnatario, responsável, uitvoerder, "
    "toegewezen persoon, osoba przypisana, исполнитель, 担当者, 经办人",
    "created": "created, erstellt, creada, creado, création, créé, creato, data creazione, "
    "criado, aangemaakt, gemaakt, utworzono, создано, 作成日, 作成日時, 已创建, 创建日期",
    "updated": "updated, aktualisiert, actualizada, actualizado, mise à jour, mis à jour, "
    "aggiornato, atualizado(a), atualizado, bijgewerkt, zaktualizowano, обновлено, "
    "更新日, 更新日時, 已更新",
    "finished": "resolved, erledigt, gelöst, resuelta, resuelto, résolu, résolue, risolto, "
    "resolvido, opgelost, rozwiązano, дата решения, решено, 解決日, 已解决",
    "due": "due date, fälligkeitsdatum, fälligkeit, fecha de vencimiento, "
    "date d'échéance, échéance, data di scadenza, data limite, data de vencimento, "
    "vervaldatum, einddatum, termin, data ukończenia, срок исполнения, 期限, 到期日, "
    "截止日期",
    "description": "description, beschreibung, descripción, descrizione, descrição, "
    "beschrijving, omschrijving, opis, описание, 説明, 描述",
    "labels": "labels, stichwörter, etiquetas, étiquettes, etichette, categorias, "
    "etykiety, метки, ラベル, 标签",
    "parent key": "parent key, clé parent, clé du parent, übergeordneter schlüssel, "
    "schlüssel des übergeordneten, clave principal, clave del padre, chiave padre, "
    "chave pai, chave do pai, bovenliggende sleutel, klucz nadrzędny, "
    "ключ родителя, родительский ключ, 親キー, 父级密钥, 父关键字",
    "parent": "parent, parent id, übergeordnet, übergeordneter vorgang, principal, padre, "
    "pai, bovenliggend, nadrzędny, element nadrzędny, родитель, 親, 父级",
    "estimate": "original estimate, ursprüngliche schätzung, estimación original, "
    "estimation originale, stima originale, estimativa original, "
    "oorspronkelijke schatting, oryginalne oszacowanie, первоначальная оценка, "
    "初期見積もり, 初期見積り, 初始预估, 原预估时间",
    "remaining": "remaining estimate, verbleibende schätzung, restliche schätzung, "
    "estimación restante, trabajo restante, estimation restante, stima rimanente, "
    "estimativa restante, resterende schatting, pozostałe oszacowanie, "
    "оставшееся время, 残余見積もり, 残り見積もり, 剩余预估, 剩余估计",
    "spent": "time spent, benötigte zeit, aufgewendete zeit, tiempo dedicado, "
    "tiempo empleado, temps consacré, temps passé, tempo trascorso, tempo impiegato, "
    "tempo gasto, bestede tijd, czas pracy, затрачено времени, 所要時間, 消費時間, "
    "耗费时间",
}
"""Jira's own fields in English and the ten languages after it, between commas."""
PERSONAL = re.compile(
    r"\b(id|lead|reporter|creator|watchers|chef de projet|rapporteur|créateur|observateurs|"
    r"autor|ersteller|beobachter|informador|creador|observadores)\b"
)
_KEY = re.compile(r"[A-Z][A-Z0-9_]*-\d+")
_ID = re.compile(r"\d{3,}")
_LINK = re.compile(r"^(?P<side>.*?)\s*[(\uff08](?P<kind>.+)[)\uff09]$")
_SIDES = (
    ("inward", ("inward", "eingehend", "eingangs", "entrant", "entrada", "in entrata",
                "in ingresso", "inkomend", "binnenkomend", "przychodz", "wewnętrzn",
                "входящ", "внутрен", "内向", "受信", "入站", "内部", "传入")),
    ("outward", ("outward", "ausgehend", "ausgangs", "sortant", "salida", "saliente",
                 "saída", "in uscita", "uitgaand", "wychodz", "zewnętrzn", "исходящ",
                 "внешн", "外向", "送信", "出站", "外部", "传出")),
)  # fmt: skip
BLOCKING = re.compile(
    r"block|depend|preced|predecess|success|follow|requir|prerequisit|gantt|sequen|"
    r"finish.*start|end.*start|\bneed|\bwait|enable|"
    r"blockier|abhäng|bloqu|dépend|blocca|dipend|blokk|blokuj|zależ|блокир|завис|ブロック|"
    r"阻塞|阻止|依赖"
)
_TOGETHER = re.compile(
    r"(?P<end>start|finish|end)\W*(to\W*)?(?P=end)|start\W*(to\W*)?(finish|end)|"
    r"hierarch|independ|non.?block|not block|follow.?up"
)
"""Types of Gantt tools for what runs side by side or inside, and words that say no."""
_TURNED = re.compile(
    r"^(is |are |has )?(depend(?!ed)|requir(?!ed)|need(?!ed)|wait|blocked by|success|"
    r"follow|preceded|enabled by|abhäng|dépend|dipend|zależ|завис|依赖)"
)
"""Types whose outward end is what comes first: `A depends on B`."""


def is_export(table: Sheet) -> bool:
    """Whether a table has the columns of a Jira export, in any language."""
    header = {plain(name) for name in table.header}
    if {"issue key", "summary"} <= header or {"work item key", "summary"} <= header:
        return True
    return len(header) >= 8 and key_by_shape(table) is not None


def named(header: Sequence[str], field: str) -> tuple[int, ...]:
    """The columns of a field by what Jira calls them."""
    return columns(header, [plain(name) for name in NAMES[field].split(", ")])


def custom(header: Sequence[str], pattern: str) -> Iterator[int]:
    """The custom fields whose own name, the part in brackets, is like a pattern."""
    for at, name in enumerate(header):
        found = _LINK.match(plain(name))
        if found and side(found["side"]) is None and re.fullmatch(pattern, found["kind"]):
            yield at


def key_by_shape(table: Sheet) -> int | None:
    """The column of keys where its header is in a language that nobody knows.

    Its values are all there, all different, all like `PAY-12`, and numbers follow.
    """
    for at in range(min(len(table.header), 40)):
        cells = [row[at] if at < len(row) else "" for row in table.sample]
        after = [row[at + 1] if at + 1 < len(row) else "" for row in table.sample]
        keyed = all(map(_KEY.fullmatch, cells)) and len(set(cells)) == len(cells)
        if cells and keyed and all(map(_ID.fullmatch, after)):
            return at
    return None


def side(words: str) -> str | None:
    """Which end of a link a header is about: `inward`, `outward`, or neither."""
    plainly = words.casefold()
    for name, starts in _SIDES:
        if any(start in plainly for start in starts):
            return name
    return None


def links(header: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Every column of links: its position, its side, and its type in lower case."""
    for at, name in enumerate(header):
        found = _LINK.match(name.strip())
        if found and (which := side(found["side"])):
            yield at, which, found["kind"].strip().casefold()


def comes_first(which: str, kind: str) -> bool | None:
    """Whether the other end of a link comes first; None where the link orders nothing.

    >>> comes_first("inward", "blocks"), comes_first("outward", "depends on")
    (True, True)
    >>> comes_first("outward", "blocks"), comes_first("inward", "cloners")
    (False, None)
    >>> comes_first("outward", "required by"), comes_first("inward", "gantt end to end")
    (False, None)
    """
    if _TOGETHER.search(kind) or not BLOCKING.search(kind):
        return None
    return (which == "inward") != bool(_TURNED.match(kind))
