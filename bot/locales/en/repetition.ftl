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
repeat-month-day = { $every } on day { $day }
repeat-last-day = { $every } on the last day
repeat-nth = { $every } on the { $nth ->
    [n1] first
    [n2] second
    [n3] third
    [n4] fourth
   *[last] last
} { $day }
