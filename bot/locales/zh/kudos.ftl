# 点赞：让大家都看到的感谢。
kudos-card = 🎉 { $giver } 感谢 { $receivers }
kudos-told = 🎉 { $giver } 感谢您
kudos-taken-back = { $id } 已撤回。
kudos-message = 查看原消息
kudos-given = 🎉 { $id }：会告诉 { $receivers }。
kudos-given-wall = 表扬墙上也会显示。
kudos-given-private = 这是私密群里的点赞，不会显示在表扬墙上。
kudos-given-alone = 这里没有别人能看到。请在群里点赞，或请管理员设置表扬墙。
kudos-given-left = { $count ->
    [0] 本月的点赞额度已用完。
   *[other] 本月还可以感谢 { $count } 人次。
}
kudos-changed = { $id } 已修改，发出的消息也已更新。
kudos-shown = { $id } 已显示在表扬墙上。

kudos-button-give = 点赞
kudos-button-edit = 修改
kudos-button-drop = 撤回
kudos-button-wall = 放到表扬墙
kudos-button-more = 补充原因
kudos-button-values = 修改

kudos-form-new = 点赞
kudos-form-edit = 修改 { $id }
kudos-form-for = 感谢 { $names }
kudos-form-values = 我们的价值观
kudos-field-people = 感谢谁？
kudos-field-reason = 为了什么？
kudos-field-reason-hint = 让别人也能明白：做了什么，带来了什么改变。
kudos-field-values = 体现了什么？
kudos-field-values-lines = 每行一条价值观
kudos-field-values-hint = 符号、英文名、中文名，例如：💙 care 用心

kudos-list-title = 最近的点赞
kudos-mine-title = 我送出和收到的点赞
kudos-of-title = { $who } 收到的点赞
kudos-list-none = 还没有点赞。今天想感谢谁？
kudos-values-title = 我们的价值观
kudos-values-line = { $value } – 输入 { $tag }
kudos-ranking-title = 被多少位同事感谢：{ $period }
kudos-ranking-line = { $name } – { $count } 位同事
kudos-ranking-note = 仅您可见。每位同事只算一次。
kudos-ranking-on = 现在大家都可以查看排行。
kudos-ranking-ends = 排行已关闭。
kudos-period-week = 本周
kudos-period-month = 本月
kudos-period-all = 全部

kudos-wall-here = 🎉 从现在起，点赞会显示在这里。
kudos-wall-how = 输入“点赞”、姓名和原因即可。每月第一个工作日会回顾上个月。
kudos-wall-there = 从现在起，点赞会显示在那里。
kudos-wall-off = 表扬墙已关闭。
kudos-allowance-on = 每人每月可以感谢 { $count } 人次。
kudos-allowance-off = 点赞不再限制次数。

kudos-month-title = 🎉 { $month }回顾：{ $count } 次点赞
kudos-month-values = 提到最多的是{ $values }
kudos-month-fresh = 第一次被点赞：{ $names }
kudos-month-fresh-more = 第一次被点赞：{ $names } 等，另有 { $more } 位
kudos-month-across = 跨部门的感谢有 { $count } 次。
kudos-month-note = 谁收到多少，不对外公布。
kudos-month-1 = 一月
kudos-month-2 = 二月
kudos-month-3 = 三月
kudos-month-4 = 四月
kudos-month-5 = 五月
kudos-month-6 = 六月
kudos-month-7 = 七月
kudos-month-8 = 八月
kudos-month-9 = 九月
kudos-month-10 = 十月
kudos-month-11 = 十一月
kudos-month-12 = 十二月

kudos-fairness-hr = 只有管理员和人事可以查看感谢的分布。
kudos-fair-title = 最近 { $count } 天：谁收到了感谢
kudos-fair-departments = 按部门
kudos-fair-platforms = 按平台
kudos-fair-column-who = 范围
kudos-fair-column-people = 人数
kudos-fair-column-share = 收到感谢
kudos-fair-unthanked = 没有收到感谢的同事
kudos-fair-names = { $names }
kudos-fair-names-more = { $names }，另有 { $more } 位
kudos-fair-everybody = 每个人都收到过感谢。
kudos-fair-note = 仅您可见。不足 { $count } 人的范围不列出。

# 需要更正
kudos-nobody = 感谢谁？请先用 @ 写上姓名，再写原因。
kudos-self = 点赞是送给别人的。请去掉自己再发一次。
kudos-people-many = 一次最多 { $limit } 人。
kudos-reason-short = 请多写一点原因：对方记住的正是这一句。
kudos-reason-long = 共 { $count } 个字，最多 { $limit } 个。
kudos-guest-alone = 点赞要让别人也看到，请在群里点赞。
kudos-allowance-spent = 本月额度 { $limit } 人次，还剩 { $count } 人次。您写的内容在下面，没有丢失。
kudos-said = 今天已经为这件事感谢过对方：{ $id }。如果是别的事，请写出来。
kudos-often = 今天您已经感谢 { $who } { $limit } 次了。明天再来，或者感谢其他帮过忙的同事。
kudos-number-missing = 是哪一条点赞？请写上编号。
kudos-unknown = 没有您能看到的点赞 { $id }。
kudos-not-yours = 只有 { $id } 的点赞人可以这样做。
kudos-late = { $id } 已超过 { $minutes } 分钟，可以请管理员修改。
kudos-admins = 只有管理员可以修改。
kudos-period-unknown = 可用的范围：本周、本月、全部。
kudos-ranking-off = 这里没有开启排行。
kudos-wall-where = 请在要显示点赞的群里输入这条命令。
kudos-wall-none = 还没有表扬墙，请管理员设置。
kudos-allowance-what = 每人每月可以感谢多少人次？请写 { $limit } 以内的数字，或“关闭”。
kudos-values-count = 请写 { $fewest } 到 { $limit } 条价值观。
kudos-values-twice = “{ $line }”出现了两次。
kudos-values-line-wrong = 看不懂“{ $line }”。每行依次写符号、英文名和中文名。
kudos-try-edit = 点赞 修改 K-7 因为横幅让人过目不忘
kudos-try-drop = 点赞 撤回 K-7

help-topic-kudos = 点赞
help-example-kudos = 点赞 @李伟 因为横幅救了我们的上新 #用心
help-kudos = 让大家都看到的感谢：先写谁，再写原因
help-kudos-edit = 15 分钟内修改
help-kudos-drop = 15 分钟内撤回
help-kudos-mine = 我送出和收到的点赞
help-kudos-list = 最近的点赞；加上姓名，看某人的
help-kudos-ranking = 被多少位同事感谢：本周、本月、全部（管理员可开启、关闭）
help-kudos-wall = 让点赞也显示在这里
help-kudos-values = 我们的价值观
help-kudos-allowance = 每人每月可以感谢多少人次
help-kudos-fairness = 感谢没有到达的地方：按部门和平台，仅您可见

kudos-reacted = 您给 { $who } 的消息点了表情，想感谢什么？
kudos-reacted-note = 在这里，给消息点 { $sign } 表示感谢。没有写原因，谁都不会收到通知。
kudos-button-what-for = 写一句原因
kudos-sign-on = 从现在起，给消息点 { $sign } 表示感谢，我会私下询问原因。在 Slack 上，应用需要 reactions:read 权限。
kudos-sign-off = 已关闭：给消息点表情不再表示感谢。
kudos-sign-what = 是哪个表情？请写冒号之间的名字，或写“关闭”。
help-kudos-sign = 哪个表情表示感谢（管理员）
