"""What trackers call a status in twelve languages other than English, and what we do.

German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Japanese, Chinese,
Korean and Turkish; the English words are those that files are advised by.
"""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.model.initiative import Status

WORDS: Mapping[Status, str] = {
    Status.IDEA: "idee, idée, idea, ideia, 想法, アイデア, идея, pomysł, fikir, 아이디어",
    Status.PROPOSED: "zu erledigen, offen, neu, aufgaben, wieder geöffnet, geplant, "
    "à faire, ouvert, ouverte, nouveau, à traiter, rouvert, planifié, prêt, "
    "en attente de développement, por hacer, tareas por hacer, abierto, abierta, "
    "nuevo, pendiente, planificado, reabierto, a fazer, tarefas pendentes, aberto, "
    "aberta, novo, pendente, planejado, reaberto, da fare, da completare, aperto, "
    "aperta, nuovo, pianificato, riaperto, te doen, nog te doen, open, nieuw, "
    "gepland, do zrobienia, otwarte, otwarty, nowe, nowy, zaplanowane, "
    "к выполнению, сделать, открыто, открыта, открыт, новая, новый, запланировано, "
    "переоткрыто, 作業前, 未着手, 未対応, 新規, オープン, 予定, 待办, 待處理, "
    "待处理, 未开始, 新建, 打开, 已计划, 待辦事項, 할 일, 해야 할 일, 열림, 신규, "
    "예정, 대기, yapılacaklar, yapılacak, açık, yeni, planlandı, bekliyor",
    Status.COMMITTED: "zugesagt, genehmigt, approuvé, validé, engagé, aprobado, "
    "comprometido, aprovado, approvato, impegnato, goedgekeurd, zatwierdzone, "
    "утверждено, согласовано, одобрено, 承認済み, 已批准, 已确认, 승인됨, onaylandı",
    Status.IN_PROGRESS: "in arbeit, in bearbeitung, in prüfung, läuft, im test, "
    "en cours, en revue, en test, en validation, en développement, en curso, "
    "en progreso, en revisión, en desarrollo, en pruebas, em andamento, "
    "em progresso, em revisão, em desenvolvimento, em teste, in corso, "
    "in lavorazione, in revisione, in sviluppo, mee bezig, in uitvoering, bezig, "
    "in behandeling, in review, w toku, w trakcie, w realizacji, w recenzji, "
    "в работе, в процессе, на проверке, выполняется, в разработке, тестирование, "
    "進行中, 作業中, 対応中, 処理中, レビュー中, 处理中, 进行中, 正在进行, 开发中, "
    "測試中, 测试中, 审核中, 진행 중, 진행중, 검토 중, devam ediyor, sürüyor, "
    "işlemde, incelemede, yapılıyor",
    Status.PAUSED: "blockiert, wartend, zurückgestellt, pausiert, angehalten, bloqué, "
    "en attente, en pause, suspendu, bloqueado, en espera, en pausa, pausado, "
    "em espera, em pausa, bloccato, in attesa, in pausa, sospeso, geblokkeerd, "
    "wachtend, in de wacht, zablokowane, wstrzymane, oczekuje, заблокировано, "
    "ожидание, приостановлено, отложено, 保留, ブロック中, 待機中, 暂停, 已阻塞, "
    "阻塞, 搁置, 보류, 차단됨, 대기 중, engellendi, beklemede, durduruldu",
    Status.DELIVERED: "fertig, erledigt, abgeschlossen, geschlossen, behoben, gelöst, "
    "terminé, terminée, terminé(e), fait, fermé, fermée, résolu, résolue, livré, "
    "clos, hecho, hecha, finalizado, finalizada, listo, cerrado, cerrada, resuelto, "
    "resuelta, completado, terminado, entregado, concluído, concluída, feito, "
    "pronto, itens concluídos, fechado, resolvido, entregue, completato, "
    "completata, fatto, chiuso, risolto, gereed, klaar, voltooid, afgerond, "
    "gesloten, opgelost, gotowe, ukończone, zrobione, zamknięte, zakończone, "
    "rozwiązane, готово, выполнено, сделано, закрыто, закрыта, закрыт, решено, "
    "завершено, 完了, 完了済み, 対応済み, 解決済み, 終了, クローズ, 完成, 已完成, "
    "已关闭, 關閉, 已解决, 结束, 完了した, 완료, 완료됨, 닫힘, 해결됨, tamam, "
    "tamamlandı, bitti, kapatıldı, kapalı, çözüldü",
    Status.DROPPED: "abgebrochen, abgelehnt, verworfen, wird nicht erledigt, annulé, "
    "annulée, abandonné, rejeté, ne sera pas fait, cancelado, cancelada, rechazado, "
    "descartado, no se hará, rejeitado, não será feito, annullato, scartato, "
    "rifiutato, geannuleerd, afgewezen, vervallen, anulowane, odrzucone, отменено, "
    "отклонено, не будет выполнено, キャンセル, 中止, 却下, 取消, 已取消, 拒绝, "
    "已拒绝, 취소, 취소됨, 거부됨, iptal, iptal edildi, reddedildi, vazgeçildi",
}
"""Our words, each with what others call it, between commas."""
