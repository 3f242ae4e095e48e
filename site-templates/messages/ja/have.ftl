# 手元の書類でできること

have-link = 手元の書類で足りるか調べる
have-title = 手元の書類でできること: { $text }
have-description = 手元にある書類と、行く人を選ぶと、{ $text }の持ち物が足りるかどうかを自治体ごとに調べられます。
have-lead = 自治体のページに書いてある持ち物です。行く人と手元の書類を選ぶと、足りるかどうかを自治体ごとに示します。JavaScriptを使わないときは、持ち物の表だけを示します。
have-who = だれが行きますか
have-papers-of = { $text }の書類
have-papers-other = そのほかの書類・もの
have-more = ほかの書類({ $count }種類)
have-kept = 選んだ内容は、どこにも送らず、保存もしません。
have-verdicts = 印の意味
have-city = 自治体
have-needed = 必要なもの
have-open = 足りています
have-open-about = ページに書いてあるものが、すべて手元にあります。申請書、委任状、照会書など、途中で書くものや届くものは除きます。
have-depends = 条件によります
have-depends-about = 条件によって必要なものがあります。条件は持ち物に書いてあります。
have-unsaid = ページからは言えません
have-unsaid-about = ページに書いていない、はっきりしない、まだ読んでいない、または一覧が「など」で終わるので、足りるかどうかを言えません。「足りない」という意味ではありません。
have-missing = 足りません
have-missing-about = ページが求めるもののうち、手元にないものがあります。
