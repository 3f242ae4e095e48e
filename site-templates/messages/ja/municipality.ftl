# 自治体

municipality-title = { $text }の窓口の決まり
municipality-description = { $text }のページに書いてある、マイナンバーカードの暗証番号などの手続きの決まりです。
municipality-code = 団体コード { $code }
municipality-procedures = 手続き
municipality-silent = 書いていないこと({ $count }項目)
municipality-silent-note = 「記載なし」は、ページに書いていないという意味です。不要・できないという意味ではありません。
contact-heading = 問い合わせ先
counters-heading = 窓口と受付時間
classes-heading = 本人確認書類の区分
classes-intro = 同じ書類でも、自治体によって区分が違うことがあります。
forms-heading = 様式・通知の名前
forms-also = 別の呼び方: { $names }
forms-download = ダウンロードできる
terms-heading = ページで使われていることば
pins-heading = 暗証番号についてページが書いていること
certificates-heading = 電子証明書についてページが書いていること
slips-heading = ページの気になる表記
slips-intro = 誤植や、今と合わない表記を、そのまま記録しています。
slip-printed = ページの表記
slip-read-as = 読み方
slip-unread = 読み替えず
correct-heading = まちがいを見つけたら
correct-edit = このデータを直す
correct-report = まちがいを知らせる
