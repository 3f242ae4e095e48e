# 印刷して使うチェックリスト

checklist-title = { $name }: { $procedure }の ときに 持って行く もの({ $applicant })
checklist-description = { $name }で { $procedure }を するとき、持って行く ものの 一覧です。行く 人: { $applicant }。A4の 紙 1枚に 印刷できます。
checklist-heading = チェックリスト: { $applicant }
checklist-print = 印刷して 使う チェックリスト
checklist-print-button = 印刷する
checklist-clear = 印を 全部 消す
checklist-kept = 印は、この 機械の 中だけに 残ります。
checklist-where = 場所と 時間
checklist-more-counters = ほかに { $count }か所 あります(手続きの ページに 書いてあります)
checklist-no-counter = 場所は、ページを 読んでも わかりません。
checklist-confirm = 行く 前に
checklist-ask = 役所に 聞いた
checklist-ask-by-phone = 役所に 聞いた(電話 { $telephone })
checklist-no-pin = この 紙に 暗証番号<自分だけが 知っている 番号>を 書かないで ください。
checklist-after = ほかの ページ
checklist-cut = 途中までしか 読んでいません。続きは 市や 町の ページで 見てください。
checklist-lists = 書類の 一覧(市や 町の ページに 書いてあります)
checklist-more-documents = ほかに { $count }種類
