"""Headers: what a column is called in the trackers and languages that people use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

HEADERS: Mapping[str, str] = {
    "title": "title, summary, name, task, task name, item, feature, initiative, subject, "
    "issue, user story, story, epic, epic name, what, headline, card name, "
    "titel, zusammenfassung, aufgabe, thema, título, titulo, resumen, tarea, nombre, "
    "titre, résumé, tâche, nom, titolo, riepilogo, attività, nome, resumo, tarefa, "
    "samenvatting, taak, naam, tytuł, podsumowanie, zadanie, nazwa, название, тема, "
    "задача, 概要, 要約, タイトル, 件名, 标题, 摘要, 任务, 名称",
    "key": "key, id, issue key, issue id, task id, iid, number, no, no., #, ref, "
    "reference, identifier, schlüssel, nummer, clave, clé, chiave, chave, sleutel, "
    "klucz, ключ, キー, 编号, 密钥",
    "url": "url, link, web link, issue url, address, permalink",
    "description": "description, issue description, body, details, notes, "
    "user story / description, beschreibung, descripción, descrizione, descrição, "
    "omschrijving, beschrijving, opis, описание, 説明, 描述",
    "kind": "type, issue type, kind, work type, item type, typ, tipo, type de ticket, "
    "vorgangstyp, тип, タイプ, 类型",
    "status": "status, state, stage, column, list, workflow state, current state, estado, "
    "état, statut, stato, stan, статус, zustand, ステータス, 状态",
    "priority": "priority, prio, importance, priorität, prioridad, priorité, priorità, "
    "prioridade, prioriteit, priorytet, приоритет, 優先度, 优先级",
    "owners": "owner, owners, assignee, assignees, assigned to, responsible, lead, dri, "
    "zugewiesene person, bearbeiter, verantwortlich, responsable, asignado a, "
    "personne assignée, responsabile, assegnatario, responsável, uitvoerder, "
    "eigenaar, osoba przypisana, исполнитель, 担当者, 经办人, 负责人",
    "labels": "labels, label, tags, tag, stichwörter, etiquetas, étiquettes, etichette, "
    "etykiety, метки, ラベル, 标签",
    "theme": "theme, area, category, component, module, module name, workstream, bereich, "
    "categoría, catégorie, categoria, thème",
    "created": "created, created at, created date, created_at, created at (utc), "
    "date created, creation date, erstellt, creada, creado, création, creato, criado, "
    "aangemaakt, utworzono, создано, 作成日, 创建日期, 已创建",
    "updated": "updated, updated at, updated_at, updated at (utc), last modified, "
    "modified, aktualisiert, actualizada, actualizado, mise à jour, aggiornato, "
    "atualizado, bijgewerkt, zaktualizowano, обновлено, 更新日, 已更新",
    "started": "started, started at, started_at, in progress at",
    "finished": "completed, completed at, completed_at, closed at, closed at (utc), "
    "closed, resolved, finished, done at, delivered, resolved at, erledigt, resuelta, "
    "résolu, risolto, resolvido, opgelost, rozwiązano, дата решения, 解決日, 已解决",
    "starts": "start date, start, starts, planned start, begin, startdatum, "
    "fecha de inicio, date de début, data di inizio, data de início, data rozpoczęcia, "
    "дата начала, 開始日, 开始日期",
    "due": "due, due date, due_date, deadline, target date, end date, finish date, "
    "due_on, fälligkeitsdatum, fällig, fecha de vencimiento, date d'échéance, échéance, "
    "data di scadenza, scadenza, data de vencimento, vervaldatum, termin, срок, "
    "срок исполнения, 期限, 到期日",
    "parent": "parent, parent issue, parent key, parent id, parent task, epic, epic link, "
    "epic title, parent title, belongs to, übergeordnet, padre, parent_id, "
    "親, 父级",
    "depends_on": "depends on, depends_on, blocked by, blocked by (dependencies), "
    "dependencies, predecessors, predecessor, prerequisites, requires, waits for, "
    "blockiert durch, hängt ab von, bloqueado por, dépend de, bloqué par, "
    "bloccato da, dipende da, depende de, geblokkeerd door, zależy od, зависит от",
    "blocks": "blocks, blocking, blocking (dependencies), successors, unblocks, "
    "blockiert, bloquea, bloque, blocca, bloqueia, blokkeert, blokuje, блокирует",
}
"""What each field of an item is called, between commas, the likeliest first."""
_POINTS = "points, story points, story point estimate, point estimate, weight, poker"
AMOUNTS = {
    "seconds": "time estimate, original estimate, estimate (seconds)",
    "hours": "hours, estimate (hours), estimated hours, effort (hours), effort hours, "
    "stunden",
    "days": "days, estimate (days), estimated days, effort (days), person days, "
    "person-days, effort days, tage, días, jours",
    "weeks": "weeks, estimate (weeks), effort (weeks), person weeks, person-weeks, "
    "effort weeks, wochen, semanas, semaines",
    "points": f"{_POINTS}, estimate, effort, size, estimation, t-shirt size, t-shirt, "
    "tshirt size, tshirt, aufwand, esfuerzo",
}
"""What a column of estimates is called, by what a plain number in it counts."""


def plain(header: str) -> str:
    """A header for comparing: without case, accents of typing, underscores and ends.

    >>> plain(" Due_Date: "), plain("Custom field (Team)")
    ('due date', 'custom field (team)')
    """
    text = unicodedata.normalize("NFKC", header).casefold().replace("_", " ")
    return re.sub(r"\s+", " ", text).strip(" :*?!\ufeff'\"")


def positions(header: Sequence[str], name: str) -> tuple[int, ...]:
    """The columns that hold a field: all that have the likeliest of its names.

    >>> positions(["ID", "Title", "Labels", "Labels"], "labels")
    (2, 3)
    """
    return columns(header, _words(name))


def columns(header: Sequence[str], names: Iterable[str]) -> tuple[int, ...]:
    """The columns that have the first of some names that any column has."""
    plainly = [plain(each) for each in header]
    for name in names:
        if found := tuple(at for at, each in enumerate(plainly) if each == name):
            return found
    return ()


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(plain(word) for word in HEADERS[name].split(", "))


@cache
def amount_words(unit: str) -> tuple[str, ...]:
    """What a column of estimates in a unit is called."""
    return tuple(plain(word) for word in AMOUNTS.get(unit, "").split(", ") if word)
