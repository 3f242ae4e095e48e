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
progress-check = データを調べています
progress-pages = ページを作っています
progress-publish = サイトを置き換えています
build-no-editor = 編集の部品なしで作ります。scripts/web で作ると、{ $folder } に入ります。
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
call-meant = { $possible } ではありませんか。
call-help = madoguchi --help で使い方が出ます。
call-day = 日付は 2026-11-21 のように書いてください。
call-address = アドレスは https://example.org/ のように書いてください。
call-port = ポートは 0 から 65535 までの数です(0 は、空いているどれか)。
call-host = 待ち受けるアドレスは 127.0.0.1 や ::1 のように書いてください。

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
help-diff-whole = 長い markdown の報告でも、何も省かない(変更の記録用。コメントには長すぎることがある)

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
new-next-elsewhere = 書きこんで、{ $path } を { $place } に移してから、madoguchi check { $place } で検査してください。
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

help-sources = データの出典のページを見回る
help-sources-check = 出典のページを訪ねて、読んだときと違うところを知らせる
help-sources-check-examples = 例:
    {"  "}madoguchi sources check --contact you@example.org
    {"  "}madoguchi sources check datasets/municipalities/17-ishikawa --contact you@example.org
    {""}
    {"  "}robots.txt に従い、間をあけて、1ページずつ訪ねます。訪問先に連絡先を示します。
    {"  "}--contact か、madoguchi.yaml の visits: {"{"} contact: you@example.org {"}"} で指定してください。
    {"  "}途中で止まったら、もう一度実行してください。今日か前の日に見たページは、訪ねません。
    {"  "}ページの文は残さず、指紋だけを残します(fingerprints/)。決まりを書きかえることはありません。
    {""}
    {"  "}--out のフォルダーに、report.json、issue.md(Issue の文)、fingerprints.patch(初めて見たページ)、
    {"  "}read-on.patch(読んだときのままと確かめられたページ)ができます。中身を見てから、git apply ファイル
    {"  "}終了コード: 0 読み直すページなし、1 変わった・移った・なくなったページあり、2 呼び出し・プログラム・ネットワークの失敗
help-sources-format = 報告の形 text(初期値)/ markdown(Issue の文)/ json
help-sources-out = 報告とパッチを書くフォルダー(省略すると、いちばん上のフォルダーの sources-check/)
help-sources-state = どこまで見たかを残すファイル(省略すると、--out のフォルダーの state.json)
help-sources-record = 初めて見たページの指紋を、パッチではなく fingerprints/ に書く
help-sources-contact = 訪問先に示す連絡先(メールアドレスか、https のページ)
help-sources-pause = 同じホストへの訪問の間をあける秒数(省略すると5。1より短くはできない。robots.txt が求めれば、もっと長い)
help-sources-time = ひとつのページを待つ秒数(省略すると30)
call-seconds = 秒数は 5 や 0.5 のように書いてください(3600 まで)。

failure-no-contact = 連絡先なしにページを訪ねることはできません。--contact you@example.org か、madoguchi.yaml の visits: {"{"} contact: you@example.org {"}"} で指定してください。メールアドレスか、https:// で始まるページのアドレスです。
failure-faulty = { $path } にまちがいがあり、出典がわかりません。madoguchi check で確かめて直してから、もう一度実行してください。
failure-no-state = { $path } は、見たものの記録として読めません。消すか、--state で別のファイルを指定してください。
failure-no-fingerprints = { $path } は、指紋のファイルとして読めません({ $error })。元に戻すか、消してください。消すと、初めて見たページとして扱います。

sources-out = 報告とパッチ: { $path }
sources-none = 訪ねるページがありません。
sources-unvisited = ネットワークにつながらなくなりました。{ $count } ページを訪ねていません。もう一度実行してください。見たものは残っています。
sources-title-changed = 文が変わりました。読み直してください({ $count })
sources-title-heading-gone = 出典の見出しがなくなりました。読み直してください({ $count })
sources-title-gone = ページがなくなりました。さがしてください({ $count })
sources-title-moved = ページのアドレスが変わりました({ $count })
sources-title-blocked = 機械の訪問を断られました。ときどき、ブラウザーで見てください({ $count })
sources-title-unreachable = つながりません。続くときは、ブラウザーで見てください({ $count })
sources-title-not-comparable = 比べられません({ $count })
sources-title-first = 初めて見たか、人が読み直したページです。指紋を新しくします({ $count })
sources-title-unchanged = 出典の見出しの文は、変わっていません({ $count })
sources-place = { $path }({ $id }、{ $read } に読んだ)
sources-moved-to = いまは { $to } にあります
sources-moved-away = 別のホストへ送られます。そこは訪ねていません: { $to }
sources-page-changed = ページが変わりました(見出しの書いていない出典です)
sources-rest-changed = 全体を読んだページの、出典の見出し以外のところが変わりました: { $who } { $title }
sources-heading-unchanged = 「{ $heading }」({ $lines } 行): 変わっていません
sources-heading-changed = 「{ $heading }」({ $lines } 行): 文が変わりました
sources-heading-gone = 「{ $heading }」({ $lines } 行): 見出しがなくなりました
sources-heading-not-found = 「{ $heading }」({ $lines } 行): この見出しは、ページに見つかったことがありません。ファイルの書き方が違うのかもしれません
sources-heading-first = 「{ $heading }」({ $lines } 行): 初めて見ました
sources-media = ウェブページではありません: { $media }
sources-status = ホストの返事は { $status } でした
sources-robots = robots.txt で禁じられています
sources-robots-unreadable = robots.txt を読めないので、訪ねません
sources-refused = ホストに { $status } で断られました
sources-pause = 前のページで、間をあけるように言われたので、訪ねません
sources-name = ホストの名前が見つかりません
sources-private = ホストのアドレスが内部のネットワークなので、訪ねません
sources-connection = ホストにつながらないか、途中で切れました
sources-certificate = 安全な接続ができません
sources-time = 時間がかかりすぎました
sources-size = ページが大きすぎます
sources-garbled = 返事を読み取れません
sources-redirects = 転送をくり返すか、ページでないところへ送られます
sources-issue-title = 読み直すページ({ $on })
sources-issue-lead = 次のページは、読んだときと文が違うか、もとの場所にありません。決まりが変わったかどうかは、人が読んで確かめてください。データは書きかえていません。
sources-issue-more = ほかに { $count } 件あります(report.json)。
sources-issue-how = すること
sources-issue-steps = 1. ページを開いて、見出しの下を読みます。その見出しによるファイルの行を、番号で示してあります。
    2. ページの文が変わっていたら、ファイルを直します。前の決まりは、いつまでかを書いて残せます。書き方は CONTRIBUTING.md にあります。
    3. 決まりが変わっていなくても、read_on を、読んだ日にします。
    4. ページが移っていたら、url を新しいアドレスにします。なくなっていたら、代わりのページをさがします。

help-migrate = 前の書式のデータを、このプログラムの書式にする
help-migrate-examples = コメントと書き方は、そのまま残ります。済んだ手順はくり返しません(madoguchi.yaml に版を書きます)。
    人がすることは docs/migrations.md にあります。場所は madoguchi check でわかります。
    終了コード: 0 済んだ、またはすることがない、1 読めないファイルあり(--check のときは、することがある)、2 呼び出しまたはプログラムの失敗
help-migrate-check = 書きかえず、変わるところを知らせる。あれば失敗とする
migrate-changed = 書きかえました: { $path }({ $steps })
migrate-would-change = 書きかえます: { $path }({ $steps })
migrate-not-readable = { $path } は YAML として読めないので、そのままにしました。場所は madoguchi check でわかります。
migrate-done = 書式 { $from } → { $to }、書きかえたファイル: { $changed }
migrate-checked = 書式 { $from }、このプログラムの書式は { $to }、書きかえるファイル: { $changed }
failure-newer-format = データの書式は { $data } です。このプログラムがわかるのは { $known } までです。新しいプログラムを使ってください。

help-lsp = エディターに、書いているあいだの指摘・補完・直し方を出す
help-lsp-examples = エディターがこれを起動し、標準入出力の Language Server Protocol で話します。
    エディターの設定は docs/editors.md にあります。ことばは --lang、なければエディターの言語です。
    終了コード: 0 エディターが終えた、1 エディターが断りなく終えた、2 呼び出し方か道具の問題。
help-stdio = 標準入出力を使う(いつもそうします)

lsp-guess = { $help }(推測)
lsp-fix-file = このファイルの安全な直しをすべて行う
lsp-fix-file-unsafe = このファイルの直しを、推測を含めてすべて行う
lsp-fix-all = すべてのファイルの安全な直しを行う
lsp-rename-not-defined-here = ここには、このファイルで決めた識別子がありません。
lsp-rename-no-id = この種類の識別子の形ではありません。
lsp-rename-taken = その識別子は、このファイルにもうあります。

failure-protocol = エディターが Language Server Protocol に従っていません: { $detail }

help-serve = 書いている間のサイトを見せる。ファイルが変わるたびに、開いているページも変わる
help-serve-examples = ページは、開かれたときに作ります。開いているページには check の指摘が出ます。
    データに誤りがある間は、誤りのなかった最後のサイトを見せます。--host で別のアドレスを言わなければ、この機械だけに答えます。
    終了コード: 2 呼び出しかツールの失敗。割り込みで終わります。
help-serve-port = ポート。なければ、空いているどれか
help-serve-host = 待ち受けるアドレス [既定: 127.0.0.1]
serve-ready = サイト: { $address } (Ctrl+C で終わります)
serve-findings = check の指摘
serve-old = ファイルに誤りがあります。見えているのは、誤りのなかった最後のサイトです
serve-close = 閉じる
serve-taken = 作り直しました。
serve-kept = ファイルに誤りがあります。誤りのなかった最後のサイトのままです。
serve-templates = テンプレートが使えません: { $fault }
failure-no-address = { $address } では待ち受けられません: { $error }。ほかのポートにするか、--port を書かなければ、空いているポートになります。
