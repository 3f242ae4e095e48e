changes-versions = 役所の ページの 前の もの({ $before })と 後の もの({ $after })を 比べました。いつ 変わったかは 書いて ありません。「まだ 読んで いません」は、後の ページの その ところを まだ 読んで いないと いう ことです。
changes-versions-page = 役所の ページの 前の もの({ $before })と 後の もの({ $after })を 読みました。前の もの:
changes-undated = 日が 書いて ありません
changes-at-latest = か、その 前
source-earlier = 前の ページ
source-later = 後の ページ
