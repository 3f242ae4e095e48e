# 文の 部品

join-list = { $left }、{ $right }
join-all = { $left }と { $right }
join-conditions = { $left }で、{ $right }
join-bracket = ({ $text })
join-any = { $left }、または { $right }
range = { $from }から { $to }まで
labelled = { $label }: { $text }
date = { $year }年{ $month }月{ $day }日
month = { $month }月
month-day = { $month }月{ $day }日
period-days = { $number }日
period-weeks = { $number }週間
period-months = { $number }か月
period-years = { $number }年
yes = はい
no = いいえ
yen = { $yen }円
yen-free = 0円
within = { $text }まで
visits = { $number }回
unclear-because = (はっきり しません: { $text })
