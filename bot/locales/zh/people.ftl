# 请假、回来、个人设置。
away-button = 请假…
away-form-title = 请假
away-first = 第一天
away-last = 最后一天
away-reason = 原因
away-reason-hint = 选填。填写后团队可以看到。
away-set-one = 已为您请假：{ $first }。当天的站会不会等您，{ $back }回来。
away-set = 已为您请假：{ $first }至{ $last }。期间的站会不会等您，{ $back }回来。
away-why = 原因：{ $reason }
away-no-date = 请说明从哪天开始请假。
away-wrong-order = 最后一天早于第一天，请对调。
away-past = 这些日子已经过去，请填写今天以后的日期。
away-too-long = 超过一年了，请检查最后一天。

back-button = 我回来了
back-set = 欢迎回来，已取消请假状态。
back-not-away = 您没有请假，没有任何改动。

settings-button = 设置
settings-title = 我的设置
settings-language = 语言
settings-zone = 时区
settings-zone-hint = 城市或时区：上海、Berlin、America/New_York
settings-start = 上班时间
settings-end = 下班时间
settings-days = 工作日
settings-reminders = 提醒
settings-forms = 一次问几件事时
settings-forms-hint = 管理员开通了网页时才有网页，否则用表单。
settings-saved-forms = 提问方式：{ $how }。
settings-saved = 已保存：{ $language }，{ $zone }，{ $start }–{ $end }。
settings-end-before-start = 下班时间要晚于上班时间。
settings-no-days = 请至少选择一个工作日。
settings-no-time = 请填写时间，例如 09:00。
zone-unknown = 没有找到时区“{ $typed }”。可以输入城市，例如 上海 或 Berlin。
zone-unknown-close = 没有找到时区“{ $typed }”。您是指 { $close } 吗？
language-unknown = 暂时不会说“{ $typed }”，目前支持 English 和中文。
reminders-active = 全部提醒
reminders-light = 只提醒今天到期和已逾期的
forms-form = 用表单
forms-conversation = 在对话里逐题提问
forms-page = 用网页
forms-unknown = 没有“{ $typed }”这种方式。请说 表单、对话 或 网页。
reminders-muted = 不提醒

weekday-0 = 周一
weekday-1 = 周二
weekday-2 = 周三
weekday-3 = 周四
weekday-4 = 周五
weekday-5 = 周六
weekday-6 = 周日

help-away = 请假：请假 周五到下周一
help-back = 回来上班
help-settings = 语言、时区、工作时间和提醒
