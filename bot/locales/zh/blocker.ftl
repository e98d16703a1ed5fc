# 阻碍：谁被什么卡住了，谁来帮忙。
blocker-title = { $state ->
    [resolved] ✅
   *[open] ⚠️
} { $id } { $text }
blocker-with-day = { $what }（第 { $day } 天）
blocker-since = 自 { $day }起
blocker-tagged = { $count ->
    [1] 已求助：{ $names }
   *[other] 已求助 { $count } 人：{ $names }
}
blocker-away = @{ $name }（不在）
blocker-updates = { $count } 条更新
blocker-seen-by = 👀 已收到：{ $names }
blocker-escalated-to = ⬆️ 已上报给：{ $who }
blocker-asked-silent = { $day }已请 { $who } 帮忙，对方还没有回应。
blocker-asked-seen = { $day }已请 { $who } 帮忙，对方已收到。
blocker-resolved-by = ✅ { $who } 已解决 · { $when }
blocker-own-closed = 已按您所说的关闭。
blocker-note-away = 提醒一下：{ $who } 在 { $day } 之前不在，回来后才会收到。

# 消息
blocker-news-tagged = 🙋 { $who } 请您帮忙：{ $id } { $text }
blocker-nudge = { $count ->
    [0] ✅ 这些都不用您处理了
   *[other] ⏰ 还有 { $count } 个阻碍在等您
}
blocker-news-acknowledged = 👀 { $who } 已收到 { $id } { $text }
blocker-news-said = 💬 { $who } 更新了 { $id } { $text }
blocker-news-escalated = ⬆️ { $who } 的 { $id } 从 { $day }起一直没解决：{ $text }
blocker-news-overdue = ⏰ { $who } 从 { $day }起一直在等您：{ $id } { $text }
blocker-news-alone = ⏰ { $id } 从 { $day }起一直没解决，也没有别人可以上报：{ $text }。谁能帮上忙？
blocker-news-passed-on = ⬆️ { $id } { $text } 已上报给 { $who }
blocker-news-resolved = ✅ { $who } 解决了 { $id } { $text }
blocker-news-reopened = ⚠️ { $id } 又被卡住了：{ $text }
blocker-still = 还被卡住吗？
blocker-task-done = { $task } 已完成，{ $id } { $text } 也解决了吗？

# 按钮
blocker-button-new = 新增阻碍
blocker-button-add = 新增
blocker-button-ack = 收到
blocker-button-take = 接手
blocker-button-say = 更新进展
blocker-button-resolve = 已解决
blocker-button-tag = 请人帮忙
blocker-button-task = 转为任务
blocker-button-show = 查看
blocker-button-outcome = 怎么解决的
blocker-button-still = 仍被卡住
blocker-button-yes = 是
blocker-button-yes-all = 是，都还卡着
blocker-button-no = 否

# 单个阻碍
blocker-show-story = 经过
blocker-story-opened = { $when } · { $who } 提出
blocker-story-tagged = { $when } · { $who } 请 { $whom } 帮忙
blocker-story-acknowledged = { $when } · { $who } 已收到
blocker-story-said = { $when } · { $who }：{ $text }
blocker-story-still = { $when } · { $who }：仍被卡住
blocker-story-escalated = { $when } · 已上报给 { $whom }
blocker-story-task = { $when } · { $who } 转为 T-{ $text }
blocker-story-resolved = { $when } · { $who } 已解决
blocker-story-reopened = { $when } · { $who } 重新打开

# 列表
blocker-list-title = 未解决的阻碍：{ $what }
blocker-list-all = 全部
blocker-list-mine = 我的
blocker-list-other = 其他列表
blocker-list-empty = 您能看到的范围内，没有人被卡住。
blocker-list-more = 另有 { $count } 个

# 表单
blocker-form-new = 新增阻碍
blocker-form-tag = 为 { $id } 请人帮忙
blocker-form-say = 更新 { $id }
blocker-form-outcome = { $id } 是怎么解决的
blocker-field-text = 什么卡住了您？
blocker-field-people = 谁能帮忙？
blocker-field-people-hint = 无论对方用哪个平台，都会马上收到。
blocker-field-say = 有什么进展？
blocker-field-outcome = 怎么解决的？

# 结果
blocker-made = 已记下 { $id } { $text }。
blocker-tagged-now = 会通知 { $who }：{ $id }。
blocker-tagged-already = { $id } 之前已经请过 { $who }。
blocker-updated = 已记入 { $id }。
blocker-still-there = { $id } 继续保留。谢谢告知。

# 需要更正的地方
blocker-way-ask = 请 { $who } 帮忙处理 { $id }
blocker-number-missing = 您是指哪个阻碍？请写上编号。
blocker-unknown = 没有您能看到的阻碍 { $id }。
blocker-unknown-close = 没有您能看到的阻碍 { $id }。您是指 { $close } 吗？
blocker-not-yours = 只有 { $who }、上级或管理员可以更改 { $id }。没有任何改动，您可以更新进展。
blocker-not-asked = { $id } 还没有请您帮忙。如果您来处理，请先接手。
blocker-resolved-already = { $id } 已由 { $who } 解决：{ $when }。
blocker-open-already = { $id } 还没有解决。
blocker-take-own = { $id } 本来就是您的。
blocker-tag-reporter = { $id } 就是 { $who } 提出的，请找能帮忙的人。
blocker-people-missing = 请选择能帮忙的人。
blocker-people-many = 这里有 { $count } 人，一个阻碍最多请 { $limit } 人。
blocker-text-missing = 请写一下是什么卡住了您。
blocker-text-long = 这里有 { $count } 个字，最多 { $limit } 个。
blocker-word-unknown = 没有看懂要对阻碍做什么。
blocker-list-unknown = 可以看全部、我的、某个人的，或某个站会的阻碍。
blocker-try-add = 阻碍 新增 库存数据还没到 @李
blocker-try-tag = 阻碍 求助 4 @李
blocker-try-ack = 阻碍 收到 4
blocker-try-take = 阻碍 接手 4
blocker-try-update = 阻碍 更新 4 中午会有数据
blocker-try-task = 阻碍 转任务 4
blocker-try-resolve = 阻碍 解决 { $id }
blocker-none-own = 您没有未解决的阻碍。
blocker-which = 是哪一个：{ $which }？
blocker-try-reopen = 阻碍 重新打开 4
blocker-try-show = 阻碍 查看 4

help-topic-blocker = 阻碍
help-example-blocker = 阻碍 新增 库存数据还没到 @李伟
help-blocker = 大家被什么卡住了
help-blocker-add = 写下什么卡住了您、谁能帮忙
help-blocker-list = 未解决的阻碍：全部、我的、某个人的或某个站会的
help-blocker-show = 查看一个阻碍的全部情况
help-blocker-tag = 请人帮忙
help-blocker-ack = 表示已收到
help-blocker-take = 由我接手
help-blocker-update = 更新进展
help-blocker-task = 转为任务
help-blocker-resolve = 已解决，可写怎么解决的
help-blocker-reopen = 重新打开

blocker-try-hook = 阻碍 回调 https://example.com/hooks/shop
blocker-hook-title = 阻碍的回调（Webhook）
blocker-hook-made = 从现在起，新的阻碍及其进展会通知 { $host }。
blocker-hook-renewed = { $host } 已换新密钥，旧密钥立即失效。
blocker-hook-secret = 密钥
blocker-hook-goes = 发送到
blocker-hook-owner = 设置人
blocker-hook-last = 最近一次
blocker-hook-waiting = 尚未送达（{ $answer }），会再试
blocker-hook-sent = 已送达（{ $answer }）
blocker-hook-failed = 已放弃（{ $answer }）
blocker-hook-once = 请现在保存密钥，之后不再显示。
blocker-hook-signing = 请求按 Standard Webhooks 签名，可用其现成的库校验。
blocker-hook-test-goes = 已发出一次测试，结果会告诉您。
blocker-hook-testing = 正在向 { $host } 发送测试，结果会告诉您。
blocker-hook-dropped = 回调已关闭，不再发送任何内容。
blocker-hook-none = 还没有设置回调。
blocker-hook-no-address = 请给出以 https:// 开头、不含密码的地址。
blocker-hook-went-well = 测试已送达 { $host }，对方返回 { $answer }。
blocker-hook-test-failed = 测试没有送达 { $host }：{ $answer }。
blocker-hook-given-up = { $host } 的回调收不到消息：{ $answer }。这一条已放弃，新的消息仍会发送。
blocker-hook-inside-how = 运维人员可以用 SHOPCREW_WEBHOOK_INSIDE 放行内网主机。
blocker-hook-why-inside = 地址在内网
blocker-hook-why-unknown-host = 找不到这个主机
blocker-hook-why-timeout = 十秒内没有响应
blocker-hook-why-connection = 连接不上
blocker-hook-why-tls = 证书无效
blocker-hook-why-not-https = 只支持 https://
blocker-hook-button-test = 发送测试
blocker-hook-button-off = 关闭
blocker-hook-off-sure = 要关闭回调吗？
blocker-hook-off-means = 之后不再发送任何内容，密钥也会删除。
help-blocker-webhook = 把阻碍通知其他系统：阻碍 回调 https://…
help-blocker-webhook-test = 向回调发送一次测试
help-blocker-webhook-renew = 给回调换新密钥
help-blocker-webhook-off = 关闭回调
