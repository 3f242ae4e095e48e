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

help-diff = 住民から見て何が変わったかを知らせる
help-diff-examples = 例:
    {"  "}madoguchi diff main HEAD                        ふたつの版を比べる
    {"  "}madoguchi diff ../before . --format markdown    ふたつのフォルダーを比べる(プルリクエストのコメント向け)
    {""}
    {"  "}ファイルの移動や書式の変更は、変更として数えません。まちがいのあるファイルは、両方から除いて、知らせます。
    {"  "}変更の記録であり、検査ではありません。終了コード: 0 変更があってもなくても、2 呼び出しまたはプログラムの失敗
help-diff-base = 前の状態。作業フォルダー、その datasets/、または --root のリポジトリの版
help-diff-head = 後の状態。同じく、フォルダーまたは版
help-diff-format = 報告の形 text(初期値)/ markdown(プルリクエストのコメント)/ json(プログラム向け。変更フィードの項目を含む)

failure-unknown-revision = 「{ $name }」というフォルダーも、リポジトリの版もありません。
failure-no-dataset-in = 版「{ $name }」に datasets/ がありません。
failure-no-git = git を実行できません: { $error }。git を入れるか、フォルダーを指定してください。
failure-not-comparable = 比べられません。どちらの側でも読めないファイルがあります: { $files }

help-new = 自治体のファイルを、書きこむだけの形で作る
help-new-examples = 例:
    {"  "}madoguchi new 172014           番号から作る
    {"  "}madoguchi new 金沢市 --ask     質問に答えながら作る
    {""}
    {"  "}できたファイルを madoguchi check で検査すると、まだ書いていないところがわかります。
    {"  "}終了コード: 0 作った、2 呼び出しまたはプログラムの失敗(もうファイルがあるときも)
help-new-code = 全国地方公共団体コード(6桁)、または漢字の名前
help-new-ask = 質問をして、答えを書きこむ(答えは標準入力から1行ずつ。空の行で飛ばす)
help-new-out = 書き出すファイル(省略すると、datasets/municipalities/ の決まった場所)

new-done = 作りました: { $path }
new-next = 書きこんでから、madoguchi check { $path } で検査してください。
new-ask-url = ページのアドレス
new-ask-title = ページの題名
new-ask-page-date = ページの更新日(2026-11-21 の形。なければ unknown)
new-ask-read = ページ全体を読みますか(whole / part)
new-ask-applicant = 暗証番号の再設定に行ける人(本人、任意代理人 など。空の行で終わり)
new-ask-visits = { $who }: ページにある来庁の回数(書いてなければ空の行)
new-ask-document = { $who }: 持ち物(名前か、その初めの部分。空の行で終わり)
new-ask-not-understood = 読み取れません: { $text }
new-ask-not-known = 「{ $text }」は語彙にありません。
new-ask-near = 「{ $text }」は語彙にありません。「{ $nearest }」ではありませんか。
new-ask-several = いくつかあります: { $all }
new-ask-taken = → { $text }

failure-unknown-municipality = 「{ $name }」という番号や名前の自治体は、全国の一覧にありません。
failure-unknown-municipality-near = 「{ $name }」という番号や名前の自治体は、全国の一覧にありません。「{ $nearest }」ではありませんか。
failure-several-municipalities = 「{ $name }」は、いくつかあります。番号で指定してください: { $all }
failure-exists = { $path } は、もうあります。書きかえません。
