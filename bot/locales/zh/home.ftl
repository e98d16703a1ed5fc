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

talk-nothing = 现在没有等您回答的问题。需要什么直接写就行。
talk-stopped = 好的，没有改动任何内容，也没有未完成的操作。想撤销上一步，输入“撤销”。
talk-hello = 我在，我是团队的小助手。需要我做什么？
talk-bye = 回头见。期间有什么事，都会在这里等您。
talk-joy = 🙂
talk-sorry = 抱歉，没帮上忙。可以换个说法，或者看看我能听懂什么。
talk-good = 那就好。这句话没有记录；站会里请在回答中填写。
talk-there = 这里不用改什么：任务和站会照常发给您。要让同事知道，请发在群里。如果有几个小时不在，可以写明时间：
talk-try-there = 请假 今天 9:00-11:00
talk-cannot = 这个我做不了：日历、会议室、建群这些不归我管。可以先记成任务：
talk-try-cannot = 任务 新增 明天10点订会议室
help-talk = 没有请求的话：是、算了、回头见
