# 4つの 印

state-stated = 書いて あります
state-silent = 書いて ありません
state-unclear = はっきり しません
state-unread = まだ 読んで いません
state-stated-about = 役所の ページに 書いて あります。
state-silent-about = ページを ぜんぶ 読みました。でも、書いて ありません。「いいえ」や「いらない」の 意味では ありません。
state-unclear-about = 書いて あります。でも、意味が はっきり しません。わけも 書いて います。
state-unread-about = その ところを まだ 読んで いません。
states-heading = 4つの 印の 意味
extent-whole = ぜんぶ 読みました
extent-part = 一部だけ 読みました
