# 多久重复一次。
repeat-day = { $count ->
    [1] 每天
   *[other] 每 { $count } 天
}
repeat-week = { $count ->
    [1] 每周
   *[other] 每 { $count } 周
}
repeat-month = { $count ->
    [1] 每月
   *[other] 每 { $count } 个月
}
repeat-year = { $count ->
    [1] 每年
   *[other] 每 { $count } 年
}
repeat-weekdays = 每{ $days }
repeat-workdays = 每个工作日
repeat-workday = 工作日
repeat-days = { $every }的{ $days }
repeat-quarter = 每季度
repeat-date = { $every }{ $month }{ $day }日
repeat-month-days = { $every } { $days }
repeat-month-day = { $which ->
    [last] 最后一天
    [before] 倒数第二天
    [back3] 倒数第三天
    [back4] 倒数第四天
    [back5] 倒数第五天
   *[other] { $day } 日
}
repeat-last-day = { $every }{ $day }
repeat-nth = { $every }{ $nth }{ $day }
repeat-nth-month = { $every }{ $month }{ $nth }{ $day }
repeat-which = { $nth ->
    [n1] 第一个
    [n2] 第二个
    [n3] 第三个
    [n4] 第四个
    [n5] 第五个
    [before] 倒数第二个
    [back3] 倒数第三个
    [back4] 倒数第四个
    [back5] 倒数第五个
    [last] 最后一个
   *[more] 第 { $count } 个
}
repeat-until = { $every }，直到 { $day }
