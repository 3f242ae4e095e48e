# 古い 記事

claims-title = 古い 記事は 今も 正しいか
claims-description = 古い 記事に 書いてある ことが、今も 正しいかを 1つずつ 書いて います。
claims-lead = これは、役所でも 国でも ない 人が 書いた 記事です。この 記事を 見て 手続きを しないで ください。
claims-says = 記事に 書いてある こと
claims-verdict = 今は
claims-today = 今の 決まり
claims-see = 関係が ある 決まり
claims-article = 確かめた 記事
verdict-holds = 今も 同じ
verdict-outdated = 古い
verdict-wrong = まちがい
verdict-imprecise = 少し ちがう
verdict-varies = 市・区・町・村で ちがう
verdict-unchecked = まだ 確かめて いません
