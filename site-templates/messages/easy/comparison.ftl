# くらべる

comparison-title = 市・区・町・村を くらべます: { $text }
comparison-description = 「{ $text }」に ついて、役所の ページに 書いてある ことを 並べて くらべます。
comparison-lead = 役所の ページに 書いてある ことを 並べて います。「書いて ありません」は、「いいえ」や「いらない」の 意味では ありません。
comparison-other = ほかの 手続き
comparison-scroll = 表: { $name }(横に 動きます)
comparison-facet = くらべる こと
comparison-own = ページの 分け方: { $text }
comparison-groups = グループ
