# 谁收到了什么、哪些没有送达、为什么：供管理员查看。
delivery-title = 送达情况：{ $what }
delivery-none = 这段时间内没有发送过相关消息。
delivery-note = 这里不显示消息内容，也无法得知对方是否已读。
delivery-count-sent = 已发送 { $count } 条
delivery-count-failed = 失败 { $count } 条
delivery-count-waiting = 等待中 { $count } 条
delivery-count-expired = 未发送 { $count } 条
delivery-key = 编号：{ $key }
delivery-place-private = 一个私密的群或频道
delivery-direct = 单聊
delivery-letter = 发给本人
delivery-in-place = 群或频道

delivery-sent = 已发送：{ $when } · { $platform }
delivery-sent-somehow = 已发送
delivery-rerouted = { $platform } 没有接收，已改用其他途径：{ $why }
letter-open = 打开 { $about }
letter-why-mail = 聊天消息没能送达，所以给您发了这封邮件。这个邮箱无人查看回信，请在聊天里回复。
letter-why-dingtalk-notice = 单聊消息没能送达，所以改用工作通知。如需回复，请打开与机器人的单聊。
delivery-maybe-twice = 可能送达了两次：有一次发送没有得到回应，平台也无法确认。
delivery-failed = 发送失败（{ $when }）：{ $why }
delivery-failed-maybe = 不确定是否送达（{ $when }）：{ $why }
delivery-failed-edit = 已发送，但最近的变化没能显示（{ $when }）：{ $why }
delivery-failed-late = 现在已过时效。
delivery-bundled = 已合并到早上的消息里
delivery-expired = 未发送：已过时效（{ $until }）
delivery-expired-tried = 未发送：已过时效（{ $until }）。最后一次尝试：{ $why }
delivery-not-needed = 未发送：已不再需要
delivery-waits-quiet = 等待对方的工作时间：{ $when }
delivery-waits-quota = 等待下个月的额度：{ $when }
delivery-waits-thrift = 为节省额度稍后发送：{ $when }
delivery-waits-again = 已尝试 { $count } 次未成功，下次 { $when }：{ $why }
delivery-waits-planned = 计划发送：{ $when }
delivery-waits-turn = 正在排队，预计 { $when } 发出：当前要发送的消息较多
delivery-waits-now = 正在发送
delivery-deadline = 有效期至 { $until }。

delivery-why-nobody = 对方在我连接的聊天平台上没有账号
delivery-why-bug = 我这边出错了，详情见日志
delivery-why-doubt = 平台没有回应，也无法确认是否送达；这类消息我不会重复发送
delivery-why-range = 对方不在应用的可见范围内，或已关闭机器人消息
delivery-why-left = 该账号已停用
delivery-why-no-direct = 应用无法给对方发单聊消息
delivery-why-not-in = 我不在那里
delivery-why-closed = 已归档或解散
delivery-why-rights = 应用缺少所需权限，或已被停用、移除
delivery-why-too-long = 消息超出了平台的长度限制
delivery-why-quota = 本月额度已用完
delivery-why-no-answer = 没有回应
delivery-why-too-fast = 短时间内消息过多
delivery-why-refused = { $platform } 拒绝接收（{ $code }）
delivery-why-other = 平台没有接收（{ $code }）

delivery-attempt-sent = { $when } · { $platform }，{ $where }：已发送
delivery-attempt-found = { $when } · { $platform }，{ $where }：没有回应，但已送达
delivery-attempt-absent = { $when } · { $platform }，{ $where }：没有回应，也没有送达
delivery-attempt-rerouted = { $when } · { $platform }，{ $where }：被拒绝，改用其他途径：{ $why }
delivery-attempt-rate-limited = { $when } · { $platform }，{ $where }：稍后再试：{ $why }
delivery-attempt-unreachable = { $when } · { $platform }，{ $where }：没有送达：{ $why }
delivery-attempt-in-doubt = { $when } · { $platform }，{ $where }：没有回应，可能已送达
delivery-attempt-failed = { $when } · { $platform }，{ $where }：失败：{ $why }

delivery-failed-title = { $count ->
    [0] 最近 7 天没有发送失败的消息
   *[other] 最近 7 天有 { $count } 条消息发送失败
}
delivery-failed-none = 消息都已送达，或正在发送。
delivery-retried = { $count ->
    [0] 没有需要重试的消息。
   *[other] 正在重试 { $count } 条消息。
}
delivery-button-failed = 查看失败的消息
delivery-button-show = 详情
delivery-button-retry = 重试
delivery-button-retry-all = 全部重试

delivery-what = 要查看哪些消息？请写任务、阻碍、站会和日期，或某个人。
delivery-word = “送达”后面的这个词我不认识。
delivery-unknown = 没有找到对应的任务、阻碍、站会或人员。
delivery-which-standup = 是哪个站会？请加上名称。
delivery-no-day = { $name } 没有这一天。
delivery-gone = 这条消息已不存在。
delivery-retry-which = 要重试哪一条？请加上编号，或写“全部”。

delivery-kind-other = 消息
delivery-kind-absence-news = 请假动态
delivery-kind-absence-refused = 请假未能登记
delivery-kind-absence-told = 他人代为请假
delivery-kind-blocker-acknowledged = 阻碍已收到
delivery-kind-blocker-card = 阻碍
delivery-kind-blocker-escalated = 阻碍已升级
delivery-kind-blocker-nudge = 阻碍提醒
delivery-kind-blocker-passed-on = 阻碍已转交
delivery-kind-blocker-resolved = 阻碍已解决
delivery-kind-blocker-said = 阻碍动态
delivery-kind-blocker-still = 询问阻碍情况
delivery-kind-blocker-tagged = 请求帮助
delivery-kind-blocker-task-done = 阻碍对应的任务已完成
delivery-kind-budget-dry = 额度已用完
delivery-kind-budget-warning = 额度提醒
delivery-kind-bundle = 早上的消息
delivery-kind-delivery-failed = 发送失败的通知
delivery-kind-leave-told = 休假
delivery-kind-link-linked = 账号已关联
delivery-kind-link-parted = 账号已取消关联
delivery-kind-link-proposal = 建议关联账号
delivery-kind-room-card = 房间
delivery-kind-room-reply = 另一处的回复
delivery-kind-standup-admin = 站会管理员
delivery-kind-standup-answer = 站会回答
delivery-kind-standup-blind = 站会无人可问
delivery-kind-standup-card = 站会
delivery-kind-standup-end = 汇总
delivery-kind-standup-given = 站会已移交
delivery-kind-standup-invite = 站会邀请
delivery-kind-standup-late = 补交的回答
delivery-kind-standup-owned = 站会的新负责人
delivery-kind-standup-prompt = 站会提问
delivery-kind-standup-reminder = 提醒
delivery-kind-standup-thread = 当天的消息
delivery-kind-standup-together = 多人提醒
delivery-kind-standup-turned-away = 站会被拒绝
delivery-kind-standup-wrapup = 单聊汇总
delivery-kind-task-accepted = 任务已接受
delivery-kind-task-added = 新任务
delivery-kind-task-assigned = 分配任务
delivery-kind-task-blocked = 任务受阻
delivery-kind-task-card = 任务
delivery-kind-task-changed = 任务有变化
delivery-kind-task-chased = 任务催办
delivery-kind-task-closed = 任务已结束
delivery-kind-task-comment = 评论
delivery-kind-task-declined = 任务被拒绝
delivery-kind-task-followed = 新的关注者
delivery-kind-task-free = 任务可以开始
delivery-kind-task-handed = 任务已转交
delivery-kind-task-late = 任务逾期
delivery-kind-task-soon = 任务即将到期
delivery-kind-task-taken = 任务已开始
delivery-kind-task-ticked = 任务已勾选完成
delivery-kind-task-woken = 稍后提醒的任务
delivery-kind-workspace-gone = 工作区已移除机器人

help-delivery-failed = 最近 7 天没有送达的消息（管理员）
help-delivery-show = 谁收到了什么：`T-12`、`@李伟`、`站会 Daily 今天`（管理员）
help-delivery-retry = 重试没有送达的消息：编号或“全部”（管理员）
help-topic-delivery = 送达
