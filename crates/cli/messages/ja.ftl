# コマンド自身の文(日本語)。

help-about = 自治体ごとの決まりのデータを検査し、サイトを作ります。
help-examples = 例:
    {"  "}madoguchi build                    データを検査して、site/ にサイトを書き出す
    {"  "}madoguchi check                    データのまちがいを知らせる
    {"  "}madoguchi check --format json      同じことをプログラム向けに
    {"  "}madoguchi explain U001             規則の説明と例を見る
    {""}
    {"  "}手元の作業フォルダーでは: cargo run --release -- build
help-root = datasets/ のあるフォルダー(省略すると、ここから上へ探します)
help-lang = 文の言語 ja / en(省略すると、環境の言語)
help-today = この日に有効な決まりを使う。2026-11-21 のように書く(省略すると、日本の今日)
help-build = データを検査して、サイトを書き出す
help-build-examples = データにエラーがあるときは何も書き出さず、前のサイトをそのまま残します。
    終了コード: 0 書き出した、1 データにエラー、2 呼び出しまたはプログラムの失敗
help-out = サイトのフォルダー(省略すると、site/)
help-base-url = サイトを公開するアドレス(ないと、サイトマップと検索の定義を作らない)
help-repository = リポジトリのアドレス(「訂正する」リンクに使う)
help-check = データのまちがいを知らせる
help-check-examples = 規則の重さは、datasets/ と並ぶ madoguchi.yaml で変えられます:
    {"  "}levels: {"{"} unofficial-host: error, R003: note {"}"}
    終了コード: 0 --deny の重さ以上の指摘なし、1 あり、2 呼び出しまたはプログラムの失敗
help-paths = datasets/ のうち、このファイルやフォルダーだけ
help-format = 報告の形 human(人が読む)/ concise(1件1行)/ json・sarif・rdjson・junit(プログラム向け)/ github(プルリクエストの注釈)
help-deny = 失敗とする重さ error(初期値)/ warning / note
help-explain = 規則を説明する。省略すると、すべての規則を並べる
help-explain-examples = 例:
    {"  "}madoguchi explain                    すべての規則を1行ずつ
    {"  "}madoguchi explain unofficial-host    ひとつの規則を、まちがいの例と正しい例で
help-rule = 規則の番号か名前。U001 や unofficial-host のように書く(省略すると、一覧)
help-fmt = YAML ファイルの書式をそろえる
help-fmt-examples = 値とコメントは変えません。YAML として読めないファイルは、名前を知らせて、そのまま残します。
    終了コード: 0 そろえた、1 読めないファイルがある、または --check で書式の違うファイルがある、2 呼び出しまたはプログラムの失敗
help-fmt-paths = この YAML ファイルやフォルダー(省略すると、datasets/)
help-fmt-check = 書き出さずに、書式の違うファイルがあれば失敗する
help-schema = JSON Schema を schema/ に書き出す
help-schema-check = 書き出さずに、古いスキーマがあれば失敗する

help-heading-commands = コマンド
help-heading-options = オプション
help-heading-arguments = 引数
help-heading-usage = 使い方:
help-help = この説明を出す
help-version = バージョンを出す
help-schema-examples = crates/schema の型や語彙を変えたあとに実行します。
    終了コード: 0 最新、または書き出した、1 語彙にまちがい、または --check で古いスキーマがある、2 呼び出しまたはプログラムの失敗

build-done = { $municipalities } 自治体、{ $files } ファイル(書き出し { $written }、削除 { $removed }): { $index }
build-not-built = データにエラーがあるため、サイトを書き出しませんでした。
fmt-changed = 書式をそろえました: { $path }
fmt-would-change = 書式が違います: { $path }
fmt-unsafe = { $path }: 書式をそろえると内容が変わるため、そのまま残しました。複数の行にまたがる文を1行にしてください。
fmt-done = { $files } ファイル、そろえた { $changed }、まちがいがあり残した { $failed }
fmt-checked = { $files } ファイル、書式の違うもの { $changed }、まちがいのあるもの { $failed }
schema-fresh = schema/ は最新です。
schema-stale = schema/ が古くなっています: { $files }。cargo run -- schema を実行してください。
schema-written = schema/ に書き出しました: { $files }

call-unknown-argument = { $argument } というオプションはありません。
call-unknown-command = { $command } というコマンドはありません。
call-no-value = { $argument } には値が必要です。
call-wrong-value = { $argument } に { $value } は指定できません。
call-needs = この呼び出しには { $argument } も必要です。
call-twice = { $argument } は1回だけ指定できます。
call-not-understood = 呼び出しを読み取れません。
call-possible = 指定できるもの: { $possible }
call-help = madoguchi --help で使い方が出ます。
call-day = 日付は 2026-11-21 のように書いてください。
call-address = アドレスは https://example.org/ のように書いてください。

failure-no-root = { $path }{ $above ->
        [yes] とその上
       *[no] {""}
    }に datasets/ がありません。プロジェクトのフォルダーに移るか、--root で指定してください。
failure-not-in-dataset = { $path } は datasets/ のファイルでもフォルダーでもありません。
failure-not-yaml = { $path } は YAML ファイル(*.yaml)でもフォルダーでもありません。
failure-unknown-rule = 「{ $rule }」という規則はありません。madoguchi explain で、一覧が出ます。
failure-unknown-rule-near = 「{ $rule }」という規則はありません。「{ $nearest }」ではありませんか。
failure-io = { $path }: { $error }
failure-out = { $path } はサイトのフォルダーにできません(ファイルやリンクであるか、プロジェクトやデータを含みます)。--out で別の場所を指定してください。
failure-foreign = { $path } に、このプログラムが書いたものではないファイルがあります: { $files }。移すか、--out で別の場所を指定してください。
failure-busy = 別の build が { $path } に書き込んでいます。終わってから、もう一度実行してください。
failure-output = 結果を書き出せませんでした: { $error }
failure-broken = プログラム自身の不具合です: { $detail }

help-fix = 安全に直せるものを直す(意味を変えない)
help-unsafe-fixes = --fix とともに: 推測による直しもする
check-repaired = { $files } ファイル、{ $edits } か所を直しました。
