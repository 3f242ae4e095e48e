# 手元の書類でできること

have-link = 今 持っている 書類で できるか 調べる
have-title = 今 持っている 書類で できる こと: { $text }
have-description = { $text }の ページです。行く 人と 持っている 書類を 選ぶと、足りるかどうか わかります。
have-lead = 市や 町の ページに 書いてある、持って行く ものです。行く 人と 持っている 書類を 選んでください。足りるかどうか わかります。選ぶ ところが 出ない ときは、表を 見てください。
have-who = だれが 行きますか
have-papers-of = { $text }の 書類
have-papers-other = ほかの 書類や もの
have-more = ほかの 書類({ $count }種類)
have-kept = 選んだ ことは どこにも 送りません。残す ことも ありません。
have-verdicts = 印の 意味
have-city = 市や 町
have-needed = 必要な もの
have-open = 足りています
have-open-about = ページに 書いてある ものを 全部 持っています。申請書や 委任状など、あとで 書く ものや 届く ものは 入っていません。
have-depends = 条件で 変わります
have-depends-about = 必要な ときと いらない ときが あります。条件は、持って行く ものの ところに 書いてあります。
have-unsaid = ページでは わかりません
have-unsaid-about = 足りるかどうか、ページを 読んでも わかりません。「足りません」という 意味では ありません。窓口で 聞いてください。
have-missing = 足りません
have-missing-about = ページに 書いてある もので、持っていない ものが あります。
