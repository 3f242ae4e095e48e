# 答えと 流れの 図

answer-who = 窓口に 行くのは だれですか
who-principal = 自分で 行く
who-accompanied-principal = 親や 後見人と いっしょに 行く
who-legal-representative = 子どもや 後見している 人の ために 行く
who-agent = 本人に お願いされて 行く
who-household-member = いっしょに 住んでいる 家族の ために 行く
answer-on-one-day = その日に 終わります
answer-not-on-one-day = 1日では 終わりません
answer-letter-not-to = { $text }には 届きません
answer-letter-address = どこに 届くか: { $text }
answer-forwarding = 郵便の 転送を 頼んでいる 人は、先に やめます
answer-deadline = いつまで
answer-counters = 行ける 窓口
flow-picture = 流れの 図: { $text }
step-own-name = この 市区町村での 名前: { $text }
steps-unmarked = しるし(—、?、…)が ない ことは、読んだ ページに 書いて あります。※の 文は、ふつうの 日本語です。
correct-line = データの この 部分を 見る
answer-unclear = ほかにも 必要かも しれません。窓口で 聞いて ください
flow-same = ここに 書いて ある ことの ほかは、次の 人と 同じです
classes-more = 書類の くわしい 説明
answer-go = 窓口に { $number }回 行く
answer-go-unread = 窓口に 行く 回数は、まだ 読んで いません
answer-more-unread = ほかにも あるかも しれません
