# 站会最近四周的图。左栏一行约十个汉字；用到的字须在 adapters/pictures/fonts 里。
trend-title = 最近四周
trend-span = { $first } – { $last }
trend-day = { $month }月{ $day }日
trend-answered = 参与率
trend-answered-of = 已交 { $count } / { $total } 份
trend-late = 迟交 { $count } 份
trend-mood = 心情
trend-mood-of = 满分 { $limit } 分
trend-mood-hidden = 回答太少，不显示
trend-blockers = 未解决的阻碍
trend-oldest = { $count ->
    [0] 最久：今天刚提出
   *[other] 最久：{ $count } 个工作日
}
trend-clear = 一切顺畅
trend-opened = 新增 { $count } 个
trend-resolved = 已解决 { $count } 个
trend-nothing = 还没有可以显示的数据
trend-nothing-soon = 有了第一份回答，就会出现在这里
trend-told = 各周参与率：{ $shares }。心情：{ $moods }。未解决的阻碍：{ $count } 个；各周新增和已解决：{ $blockers }。
