# ページの枠

site-name = 窓口くらべ Madoguchi
skip = 本文へ
languages-label = ほかのことば
nav-label = おもなページ
nav-home = ホーム
nav-compare = 自治体の比較
nav-national = 全国の決まり
nav-claims = 古い記事の検証
nav-about = このサイトについて
crumbs-label = 現在の場所
footer-unofficial = 自治体の公式サイトではありません。手続きの前に、必ず自治体のページか窓口で確かめてください。
footer-day = { $day }の時点の決まりを示しています。
contents-heading = このページの内容
