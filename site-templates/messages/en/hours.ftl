# Opening hours

weekday-mo = Monday
weekday-tu = Tuesday
weekday-we = Wednesday
weekday-th = Thursday
weekday-fr = Friday
weekday-sa = Saturday
weekday-su = Sunday
hours-days = Days
hours-times = Times
hours-every-day = every day
hours-all-day = all day
hours-closed = closed
hours-public-holidays = public holidays
hours-nth = { $number ->
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] { $number }th
    } { $day }
hours-last = last { $text }
hours-days-within = { $days } ({ $within })
hours-line = { $days } { $times }
hours-last-reception = last admission at { $text }
hours-in-principle = in principle
hours-may-close-early = may close early
hours-not-for = not possible: { $text }
hours-irregular = Other days
hours-announced = where the days are announced
occasion-weekdays = every { $text }
occasion-day-of-month = { $day ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $day }th
    } of every month
occasion-day-of-month-moved = { $day ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $day }th
    } of every month (the next open day if it is a day off)
occasion-day-after = the day after the { $number ->
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] { $number }th
    } { $day }
occasion-system-maintenance = days of system maintenance
occasion-holidays-within = days off in { $text }
occasion-year-end = year-end and New Year (the dates are not given)
occasion-announced-elsewhere = days announced on another page
occasion-every-open-day = every open day
