# 比較

comparison-title = 自治体の比較: { $text }
comparison-description = { $text }について、自治体のページに書いてあることを項目ごとに並べて比べます。
comparison-lead = 自治体のページに書いてあることを、項目ごとに並べています。「記載なし」は、ページに書いていないという意味で、「いいえ」や「不要」ではありません。
comparison-other = ほかの手続き
comparison-scroll = 表: { $name }(横に動かせます)
comparison-facet = 項目
comparison-own = ページの区分: { $text }
comparison-groups = 項目のまとまり
