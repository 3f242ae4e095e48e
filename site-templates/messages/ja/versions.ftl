changes-versions = 前の版({ $before })と後の版({ $after })を比べたものです。変わった日は、どちらにも書いてありません。「未確認」は、後の版のその部分を読んでいないということで、なくなったということではありません。
changes-versions-page = 前の版({ $before })と後の版({ $after })を読みました。比べる項目は、読んだところにありません。前の版について:
changes-undated = 日付なし
changes-at-latest = か、その前
source-earlier = 以前の版
source-later = 後の版
