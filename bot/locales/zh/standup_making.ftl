# 新建和修改站会：三个步骤、模板、各项设置、由谁负责。
standup-step = 第 { $step } 步，共 { $of } 步
standup-making-next = 下一步
standup-making-back = 上一步
standup-make = 完成
standup-making-head = { $name } · { $when }
    询问：{ $who } · 发布到：{ $place }。大家会收到：
standup-making-close = 截止：{ $close }
standup-making-no-place = 没有群（回答私信发给您）
standup-making-gone = 这个站会已经建好，或者放得太久了。请重新开始。

standup-templates-title = 模板：选一个，再按需要修改
standup-button-use = 使用
standup-template-daily = 每日站会
standup-template-daily-questions =
    昨天
    今天
    阻碍
standup-template-weekly = 每周小结
standup-template-weekly-questions =
    这一周完成了什么？
    下一周最重要的是什么？
    有什么阻碍？（阻碍）
standup-template-retro = 回顾会
standup-template-retro-questions =
    哪些做得好？
    哪些做得不好？
    接下来试试什么？
standup-template-health = 团队健康检查
standup-template-health-questions =
    这一周感觉怎么样？（心情，匿名）
    工作量合适吗？（评分，匿名）
    什么最能帮到您？（匿名）
standup-template-handover = 客服交接班
standup-template-handover-questions =
    下一班必须知道什么？（必填）
    还有多少未结的工单？（数字）
    有紧急的事吗？（是/否）
    如果是：是什么，由谁在处理？
    有什么阻碍？（阻碍）

standup-whenever = 随时填写
standup-time-eve = 前一天晚上 { $at }
standup-closes-day = 当天 { $at }
standup-closes-next = 次日 { $at }
standup-closes-midnight = 当天结束时（{ $zone }）
standup-empty = 空
standup-alarm-yes = 是
standup-alarm-no = 否
standup-after = 发出后 { $minutes } 分钟
standup-pool-count = 共 { $count } 个问题，每天轮流问一个：

standup-field-template = 模板
standup-field-template-hint = 后面的步骤会按模板填好，都可以修改。
standup-field-who = 询问谁
standup-who-members = 群里的所有人
standup-who-everyone = 公司里的所有人
standup-who-department = 部门：{ $name }
standup-field-optional = 可以不答的成员
standup-field-optional-hint = 也会收到询问，但不填也不算未提交。
standup-field-admins = 管理员
standup-field-admins-hint = 和负责人一样可以修改。
standup-field-eve = 当天还是前一晚
standup-eve-same = 当天
standup-eve-eve = 前一天晚上
standup-field-close_day = 在哪一天截止
standup-close-same = 当天
standup-close-next = 次日
standup-field-after = 发出后多少分钟提醒未交的人
standup-field-after-hint = 0 表示不提醒，最少 10 分钟。
standup-field-start = 从哪一天开始
standup-field-start-hint = 留空则马上开始。
standup-field-country = 按哪里的节假日
standup-field-country-hint = 国家名称或代码，例如：德国、CN。留空则按各自所在地。
standup-field-readers = 谁能看到回答
standup-readers-all = 群里的所有人
standup-readers-members = 只有站会成员
standup-readers-managers = 各自的主管
standup-readers-admins = 只有负责人和管理员
standup-field-missing = 汇总里怎样显示未提交的人
standup-missing-mention = 提及
standup-missing-names = 显示姓名
standup-missing-count = 只显示人数
standup-missing-off = 不显示
standup-field-news = 在群里通知谁请假
standup-news-none = 不通知
standup-news-long = 一天以上才通知
standup-news-all = 都通知
standup-field-weekly = 每周最后一天结束后，一周汇总发给
standup-weekly-place = 所在的群
standup-weekly-leads = 负责人、管理员和旁观者
standup-weekly-off = 不发
standup-field-pool = 轮流问的问题
standup-field-pool-hint = 每行一个，每天问其中一个。
standup-field-escalate = 久未解决的阻碍告诉谁
standup-field-escalate-hint = 没有人解决的阻碍会告诉这个人。
standup-field-alarm = 新的阻碍还发到
standup-field-alarm-hint = 留空则只在站会里显示。
standup-field-alarm_task = 新的阻碍自动建成任务

standup-fact-optional = 可选成员
standup-fact-admins = 管理员
standup-fact-start = 开始于
standup-fact-paused = 暂停到
standup-fact-country = 节假日
standup-fact-after = 再次提醒
standup-fact-pool = 轮流的问题
standup-fact-readers = 谁能看到回答
standup-fact-missing = 未提交的人
standup-fact-news = 请假通知
standup-fact-weekly = 一周汇总发给
standup-fact-escalate = 久未解决的阻碍
standup-fact-alarm = 新的阻碍发到
standup-fact-alarm_task = 阻碍建成任务

standup-parts = 您想修改“{ $name }”的哪一部分？
standup-section-people = 名称和成员
standup-section-times = 日子和时间
standup-section-questions = 问题
standup-section-readers = 查看和提醒
standup-section-help = 管理员和阻碍
standup-button-copy = 复制
standup-button-archive = 归档
standup-archive-sure-title = 归档“{ $name }”？
standup-archive-sure = 归档后不再询问任何人，大家填写过的内容会保留。
standup-paused-until = 已暂停，{ $day }恢复询问。已经开始的当天站会照常结束。
standup-pause-past = 恢复的日子要在今天以后，例如：“到 周五”。
standup-changed-meanwhile = 您打开表单之后，有人改过这个站会。您填的内容都还在，再提交一次就会保存。期间改动：
standup-note-whenever = 它没有固定时间：大家随时可以用“站会 填写”来填。
standup-given = { $name } 从现在起由 { $owner } 负责，对方会收到通知。
standup-given-you = { $by } 把 { $name } 交给了您，从现在起由您负责。
standup-given-away = { $by } 把 { $name } 交给了 { $owner } 负责。您仍然可以修改它。
standup-owner-who = 请写明是哪个站会，并 @ 接下来负责的那一个人。
standup-owner-example = 站会 交接 每日站会 @王芳
standup-owner-same = “{ $name }”本来就由 { $owner } 负责，没有任何改动。
standup-template-unknown = 没有叫“{ $name }”的模板。
standup-country-unknown = 没有找到国家或地区“{ $typed }”。可以写名称或代码，例如：德国、CN。
standup-until-past = 结束日期“{ $typed }”早于第一天，请换一个晚一些的日期。
standup-until-unknown = 没有看懂“{ $typed }”是多久。可以试试：到 5月31日、持续 6 周、共 5 次，最多 366。
standup-start-past = 这一天已经过去，请写今天或以后的日子。
standup-after-least = 发出后最早 { $least } 分钟才能提醒；不需要请写 0。
standup-choice-unknown = 没有看懂“{ $typed }”。可以用：{ $choices }。
standup-escalate-one = 久未解决的阻碍只能告诉一个人，请只 @ 一位。
standup-not-yours-left = “{ $name }”的负责人已经离开，只有管理员可以更改。没有任何改动。

help-standup-templates = 可以选用的模板
help-standup-copy = 用同样的问题和设置再建一个
help-standup-settings = 更多设置
help-standup-owner = 交给别人负责
standup-admins = “{ $name }”由 { $owner } 负责，管理员：{ $who }。
standup-admins-none = “{ $name }”由 { $owner } 负责，没有其他管理员。
standup-admins-now = 已保存。“{ $name }”由 { $owner } 负责，管理员：{ $who }。
standup-admins-now-none = 已保存。“{ $name }”由 { $owner } 负责，没有其他管理员。
standup-admins-already = { $who } 已经可以修改“{ $name }”。
standup-admins-not = { $who } 不是“{ $name }”的管理员，未做任何修改。
standup-admins-many = 一个站会最多有 { $limit } 位管理员。
standup-admins-owner = “{ $name }”的负责人始终可以管理它。请先把它交给别人。
standup-admin-you = { $by } 把您设为“{ $name }”的管理员：您可以修改、开始和暂停它。
help-standup-admins = 查看谁可以修改；@某人 添加，“移除 @某人”去掉
standup-name-of = { $name } 站会
standup-note-named = 您没有取名，我先取了一个。想换名称，请输入 { $rename }
standup-rename-to = 站会 改名 { $name } 为 …
standup-renamed = “{ $before }”从现在起改叫“{ $name }”。
standup-rename-how = 请同时写出原来的名称和新的名称。
standup-rename-try = 站会 改名 每日站会 为 早会
standup-skip-day = 只有负责人可以定下某天不开站会。您自己不参加，可以只请这个站会的假：
standup-skip-alone = 只有您不参加，别人照常，可以只请这个站会的假：
standup-skip-try = 请假 { $day } 站会:{ $name }
help-standup-rename = 改一个名称

standup-fact-skipped = 不开的日子
standup-not-on = { $days }不开
standup-days-more = 另外 { $count } 天
standup-left-out = { $days }不开{ $name }。届时不问任何人，也不算未提交。
standup-held-again = { $days }照常开{ $name }。
standup-button-cancel = 还是不开
standup-button-uncancel = 还是照常开
standup-cancel-past = 那天已经过去了，请写今天以后的日子。
standup-cancel-none = “{ $name }”在{ $days }本来就不问任何人，或者当天已经开始了。没有任何改动。
standup-cancel-already = { $days }已经定了不开“{ $name }”。
standup-cancel-long = 天数太多，适合用暂停：逐天跳过最多 { $limit } 天；“站会 暂停 … 到 …”可以写明哪天恢复。
standup-uncancel-none = “{ $name }”没有跳过这样的日子。没有任何改动。
standup-skip-to = { $first } 到 { $last }
help-standup-cancel = 以后某天不开站会，谁也不问
help-standup-unskip = 某天还是照常开
