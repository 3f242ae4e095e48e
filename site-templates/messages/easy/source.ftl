# 読んだ ページ

source = 読んだ ページ
source-section = タイトル「{ $section }」
source-page-date = ページの 日
source-page-date-none = ページに 日が 書いて ありません
source-read-on = 読んだ 日
source-part = 一部だけ 読みました
sources-heading = 読んだ ページ
section-on-page = ページの タイトル
