# 市・区・町・村

municipality-title = { $text }の 窓口の 決まり
municipality-description = { $text }の ページに 書いてある、マイナンバーカードの 暗証番号などの 手続きの 決まりです。
municipality-code = 団体コード<市・区・町・村の 番号> { $code }
municipality-procedures = 手続き
municipality-silent = 書いていない こと({ $count })
municipality-silent-note = 「書いて ありません」は、「いらない」や「できない」の 意味では ありません。
contact-heading = 質問を する ところ
counters-heading = 窓口と 時間
classes-heading = 本人確認書類<だれか 分かる もの>の グループ
classes-intro = 同じ 書類でも、市・区・町・村で グループが ちがう ことが あります。
forms-heading = 紙や お知らせの 名前
forms-also = 別の 名前: { $names }
forms-download = ダウンロードできます
terms-heading = ページの ことば
pins-heading = 暗証番号に ついて 書いてある こと
certificates-heading = 電子証明書に ついて 書いてある こと
slips-heading = ページの まちがいや 古い ことば
slips-intro = 字の まちがいや、今と ちがう ことばを、そのまま 書いて います。
slip-printed = ページの ことば
slip-read-as = この サイトの 読み方
slip-unread = そのまま
correct-heading = まちがいを 見つけたら
correct-edit = この データを 直す
correct-report = まちがいを 知らせる
