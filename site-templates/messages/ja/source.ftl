# 出典

source = 出典
source-section = 見出し「{ $section }」
source-page-date = ページの日付
source-page-date-none = ページに日付なし
source-read-on = 読んだ日
source-part = 一部だけ読んだ
sources-heading = 出典
section-on-page = ページの見出し
