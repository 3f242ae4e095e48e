# 印刷して使うチェックリスト

checklist-title = { $name }: { $procedure }の持ち物({ $applicant })
checklist-description = { $name }での{ $procedure }に、{ $applicant }が持って行くもののチェックリストです。A4の紙1枚に印刷できます。
checklist-heading = チェックリスト: { $applicant }
checklist-print = 印刷して使うチェックリスト
checklist-print-button = 印刷する
checklist-clear = 印をすべて消す
checklist-kept = 印は、この端末の中だけに残ります。
checklist-where = どこで、いつ
checklist-more-counters = ほかに{ $count }か所(手続きのページにあります)
checklist-no-counter = 窓口は、ページからは分かりません。
checklist-confirm = 行く前に
checklist-ask = 市区町村に確かめた
checklist-ask-by-phone = 市区町村に確かめた(電話 { $telephone })
checklist-no-pin = この紙に暗証番号を書かないでください。
checklist-after = ほかのページ
checklist-cut = 流れは途中までしか読んでいません。続きは自治体のページで確かめてください。
checklist-lists = 書類の一覧(自治体のページのもの)
checklist-more-documents = ほか{ $count }種類
