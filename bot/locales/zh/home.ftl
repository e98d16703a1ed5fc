# 首页和今天。
home-title = { $name }，今天的工作
home-urgent = 现在有 { $count } 件事等您处理。
home-nothing = 现在没有需要您处理的事。
home-away = 您请假到 { $last }，没有人在等您。
home-tasks = 我的任务
home-about-you = 关于您
home-me = { $language } · { $zone } · { $start }–{ $end } · 提醒：{ $reminders }
home-button-help = 能做什么？
today-title = { $name }，今天
home-hello = 大家好，我是店小二 Shopcrew。
home-introduction = 我负责记录团队的任务和站会，没有事不打扰。可以试试：
home-welcome = 不客气，随时找我。
