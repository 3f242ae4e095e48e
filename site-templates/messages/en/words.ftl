# Parts of sentences

join-list = { $left }, { $right }
join-all = { $left } and { $right }
join-conditions = { $left } and { $right }
join-bracket = ({ $text })
join-any = { $left }, or { $right }
range = { $from }–{ $to }
labelled = { $label }: { $text }
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
    } { $year }
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
    }
month-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
    }
period-days = { $number ->
    [one] { $number } day
   *[other] { $number } days
    }
period-weeks = { $number ->
    [one] { $number } week
   *[other] { $number } weeks
    }
period-months = { $number ->
    [one] { $number } month
   *[other] { $number } months
    }
period-years = { $number ->
    [one] { $number } year
   *[other] { $number } years
    }
yes = Yes
no = No
yen = { $yen } yen
yen-free = free of charge
within = within { $text }
visits = { $number ->
    [one] { $number } visit
   *[other] { $number } visits
    }
unclear-because = (unclear: { $text })
