# 答えと流れの図

answer-who = 窓口に行くのはだれですか
who-principal = 自分で行く
who-accompanied-principal = 親や後見人といっしょに行く
who-legal-representative = 子どもや後見している人のために行く
who-agent = 本人に頼まれて行く
who-household-member = 同じ世帯の家族のために行く
answer-on-one-day = その日に終わります
answer-not-on-one-day = 1日では終わりません
answer-letter-not-to = { $text }あてには届きません
answer-letter-address = 届く場所: { $text }
answer-forwarding = 郵便の転送届を出している人は、先に解除します
answer-deadline = 期限
answer-counters = 行ける窓口
flow-picture = 流れの図: { $text }
step-own-name = このページでの名前: { $text }
steps-unmarked = 印(—、?、…)のないことは、それぞれの出典のページに書いてあることです。
correct-line = データのこの部分を見る
answer-unclear = ほかにも要るかもしれません。窓口に聞いてください
flow-same = ここに書いてあることのほかは、次の人と同じです
classes-more = 区分のくわしい説明
answer-go = 来庁 { $number }回
answer-go-unread = 来庁の回数は未確認
answer-more-unread = ほかにもあるかもしれません
