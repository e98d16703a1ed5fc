# How often something comes again.
repeat-day = { $count ->
    [one] every day
   *[other] every { $count } days
}
repeat-week = { $count ->
    [one] every week
   *[other] every { $count } weeks
}
repeat-month = { $count ->
    [one] every month
   *[other] every { $count } months
}
repeat-year = { $count ->
    [one] every year
   *[other] every { $count } years
}
repeat-weekdays = every { $days }
repeat-workdays = every working day
repeat-workday = working day
repeat-days = { $every } on { $days }
repeat-quarter = every quarter
repeat-date = { $every } on { $day } { $month }
repeat-month-days = { $every } on { $days }
repeat-month-day = { $which ->
    [last] the last day
    [before] the second last day
    [back3] the third last day
    [back4] the fourth last day
    [back5] the fifth last day
   *[other] day { $day }
}
repeat-last-day = { $every } on { $day }
repeat-nth = { $every } on the { $nth } { $day }
repeat-nth-month = { $every } on the { $nth } { $day } of { $month }
repeat-which = { $nth ->
    [n1] first
    [n2] second
    [n3] third
    [n4] fourth
    [n5] fifth
    [before] second last
    [back3] third last
    [back4] fourth last
    [back5] fifth last
    [last] last
   *[more] { $count }th
}
repeat-until = { $every } until { $day }
