# 古い記事

claims-title = 古い記事の検証
claims-description = 第三者の古いまとめ記事に書いてあることが、今も正しいかどうかを1つずつ示します。
claims-lead = 自治体でも国でもない第三者の記事の内容です。手続きの根拠にしないでください。
claims-says = 記事の内容
claims-verdict = 今は
claims-today = 今の決まり
claims-see = 関係する決まり
claims-article = 検証した記事
verdict-holds = 今も同じ
verdict-outdated = 古い
verdict-wrong = まちがい
verdict-imprecise = 不正確
verdict-varies = 自治体による
verdict-unchecked = 未確認
