# 検証の文(日本語)。どの規則にも本文があり、直し方を `.help` か、場合ごとの属性に書く。

level-error = エラー
level-warning = 警告
level-note = 参考
level-help = 直し方
repair = こう直せます:
related = もう一方の場所
opened = ここで始まっています
read-on = 読んだ日
former-list-place = なくなった自治体の一覧
national-list-place = 全国の一覧
summary-nothing = { $count } ファイル。問題はありません。
summary-files = { $count } ファイル:{" "}
summary-error = エラー { $count } 件
summary-warning = 警告 { $count } 件
summary-note = 参考 { $count } 件
summary-and = 、

type-string = 文字
type-integer = 整数
type-number = 数
type-boolean = true または false
type-array = リスト(- で始まる行)
type-object = キーと値
type-null = 値なし

reference-source = 出典
reference-source-place = このファイルの sources
reference-counter = 窓口
reference-counter-place = このファイルの counters
reference-class = 本人確認書類の区分
reference-class-place = このファイルの identity_documents
reference-document = 書類
reference-document-place = datasets/vocabulary/documents.yaml
reference-procedure = 手続き
reference-procedure-place = datasets/vocabulary/procedures.yaml
reference-applicant = 手続きをする人
reference-applicant-place = datasets/vocabulary/applicants.yaml
reference-condition = 条件
reference-condition-place = datasets/vocabulary/conditions.yaml
reference-use = 使いみち
reference-use-place = datasets/vocabulary/uses.yaml
reference-rule = 全国の規則・変更
reference-rule-place = datasets/national/

explain-fixed = この重さは変えられず、指摘を受け入れることもできません。
explain-wrong = まちがいの例:
explain-right = 正しい例:
explain-bytes = 文字として読めないバイトのファイル。
explain-link = シンボリックリンクのファイル。
explain-absent = ファイルがない。
