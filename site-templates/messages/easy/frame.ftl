# ページの まわり

site-name = 窓口くらべ Madoguchi
skip = 本文に 行く
languages-label = ほかの ことば
nav-label = おもな ページ
nav-home = はじめの ページ
nav-compare = 市・区・町・村を くらべる
nav-national = 日本の どこでも 同じ 決まり
nav-claims = 古い 記事は 今も 正しいか
nav-about = この サイトに ついて
crumbs-label = 今 見ている ところ
footer-unofficial = これは 役所の サイトでは ありません。手続きの 前に、必ず 役所の ページか 窓口で 確かめて ください。※の 文は、ふつうの 日本語です。
footer-day = { $day }の 決まりです。
contents-heading = この ページの 中
