# 任务。
priority-low = 低
priority-normal = 普通
priority-high = 高
priority-urgent = 紧急

department-marketing = 市场
department-e-commerce = 电商
department-customer-service = 客服
department-warehouse = 仓库
department-content = 内容
department-it = 技术
department-data = 数据
department-finance = 财务
department-purchasing = 采购
department-hr = 人事
department-legal = 法务
department-management = 管理层

task-state-open = 未开始
task-state-started = 进行中
task-state-blocked = 受阻
task-state-done = 已完成
task-state-dropped = 不做了
task-acceptance-not-asked = 未询问
task-acceptance-waiting = 待接受
task-acceptance-accepted = 已接受

# 卡片
task-title = { $state ->
    [started] ▶️
    [blocked] ⛔
    [done] ✅
    [dropped] 🚫
   *[open] ⬜
} { $id } { $title }
task-short-line = { $id } { $title } · { $owner }
task-due = 截止 { $when }
task-no-date = 没有截止日期
task-progress = 子任务 { $done }/{ $total }
task-repeated = 重复：{ $how }
task-snoozed-until = ⏰ { $when }
task-blocked-by = ⛔ 等待：{ $reason }
task-done-by = { $who } 已完成 · { $when }
task-dropped-by = 🚫 { $who } 关闭：不做了 · { $when }
task-note-project = { $name } 是新项目。
task-note-holiday = 提示：{ $day }是公共假日（{ $name }）。
task-note-day-off = 提示：{ $day }不是 { $who } 的工作日。
task-note-away = 提示：{ $who } { $day }请假。
task-note-next = 任务会重复：下一个是 { $id }，截止 { $when }。
task-note-kept = “{ $date }”留在标题里了。如果是截止日期，请发送：{ $example }

# 按钮
task-button-new = 新建任务
task-button-add = 添加
task-button-done = 完成
task-button-snooze = 稍后提醒
task-button-assign = 转交
task-button-open = 查看
task-button-edit = 编辑
task-button-comment = 评论
task-button-accept = 接受
task-button-decline = 退回
task-button-start = 开始
task-button-block = 受阻
task-button-unblock = 解除受阻
task-button-drop = 不做了
task-button-finish-all = { $count ->
    [1] 连同子任务一起完成
   *[other] 连同 { $count } 个子任务一起完成
}
task-button-finish-one = 只完成这一个
task-button-keep = 先不完成
task-button-handover = 交接
task-snooze-hour = 1 小时后
task-snooze-tomorrow = 明天
task-snooze-monday = 下周一

# 列表
task-bucket-overdue = 已逾期（{ $count }）
task-bucket-today = 今天（{ $count }）
task-bucket-week = 本周（{ $count }）
task-bucket-later = 以后（{ $count }）
task-bucket-no-date = 没有日期（{ $count }）
task-bucket-closed = 已关闭（{ $count }）
task-bucket-soon = 接下来（{ $count }）
task-bucket-woken = 到点提醒（{ $count }）
task-list-title = 任务：{ $what }
task-list-mine = 我的
task-list-all = 全部
task-list-made = 我创建的
task-list-overdue = 已逾期
task-list-blocked = 受阻
task-list-done = 已完成
task-list-other = 其他列表
task-list-empty = 这里还没有任务。
task-list-more = 还有 { $count } 个
task-home-empty = 没有未完成的任务。

# 批量
task-made = 已新建 { $id } { $title }。
task-many-made = 已添加 { $count } 个任务
task-batch-title = { $count ->
    [0] 这些行还不能成为任务
   *[other] 将会新建 { $count } 个任务
}
task-batch-create = 新建 { $count } 个任务
task-batch-left-out = 没有算进去的标题或已勾选的行：{ $lines }
task-batch-form = 批量任务
task-batch-lines = 每行一个任务
task-batch-lines-hint = 例如：检查价格 @王芳 周五 !高
task-batch-empty = 请至少写一个任务。
task-batch-gone = 这些行已经处理过了。
task-batch-cancelled = 没有添加任务。
task-many-wrong = 有 { $count } 行需要再看一下，其余的都没问题：
task-many-line = 第 { $line } 行“{ $typed }”：{ $why }
task-many-limit = 一次有 { $count } 个，最多 { $limit } 个，请分两次发送。
task-many-done = { $count ->
    [0] 没有完成任何任务
   *[other] 已完成 { $count } 个任务
}
task-many-reopened = 已重新打开：{ $ids }
task-several = { $count } 个任务
task-handed-over = { $count ->
    [0] { $who } 没有您能看到的未完成任务。
   *[other] { $who } 的 { $count } 个未完成任务已交给 { $owner }。
}
task-leaving = { $count ->
    [0] { $who } 没有您能看到的未完成任务。
   *[other] { $who } 有 { $count } 个未完成任务，交给谁？
}

# 消息
task-news-assigned = { $who } 把 { $id } { $title } 交给了您
task-news-moved = { $id } { $title } 现在由 { $owner } 负责
task-news-taken = { $who } 把 { $id } { $title } 转交给了 { $owner }
task-news-handed = { $who } 交给您 { $count } 个任务
task-news-added = { $who } 添加了 { $count } 个任务
task-news-followed = { $who } 请您关注 { $id } { $title }
task-news-accepted = { $who } 接受了 { $id } { $title }
task-news-declined = { $who } 把 { $id } { $title } 退回给您
task-news-comment = { $who } 评论了 { $id } { $title }：
task-news-closed = { $id } { $title } 已完成（{ $who }）
task-news-dropped = { $id } { $title } 不做了（{ $who }）
task-news-reopened = { $id } { $title } 已重新打开
task-news-blocked = { $id } { $title } 受阻（{ $who }）
task-news-changed = { $who } 修改了 { $id } { $title }
task-news-chased = { $who } 想问问 { $id } { $title } 的进展
task-news-free = { $id } { $title } 可以开始了：前置任务已完成
task-news-soon = { $id } { $title } 还有一小时截止
task-news-woken = 提醒您：{ $id } { $title }
task-news-late = { $id } { $title } 已逾期三个工作日（{ $who }）

# 简短确认
task-assigned = { $id } 现在由 { $who } 负责。
task-blocked = 已标记 { $id } 受阻。
task-commented = 已保存对 { $id } 的评论，并通知了相关的人。
task-declined = 已把 { $id } 退回给 { $who }，并附上原因。
task-dropped = 已关闭 { $id }：不做了。
task-finished = { $id } 已完成，子任务保持不变。
task-finished-all = { $id } 和它的子任务都已完成。
task-kept = { $id } 保持未完成。
task-followed = { $who } 会收到 { $id } 的进展。
task-unfollowed = 您不再关注 { $id }。
task-chased = 已替您问候 { $who }：{ $id } 的进展如何。
task-chased-already = 今天已经问过 { $who } 关于 { $id } 的进展了，请明天再试。
task-saved = { $id } 已保存。
task-snoozed = { $id } 会在 { $when } 再提醒。
task-repeats = { $id } 将重复：{ $how }。
task-repeats-no-more = { $id } 不再重复。
task-needs = { $id } 要等 { $needs } { $other } 完成。
task-needs-met = { $id } 的前置任务 { $needs } { $other } 已经关闭，可以开始。
task-needs-no-more = { $id } 不再等待 { $needs }。
task-needs-known = { $id } 本来就在等 { $needs }。
task-needs-not = { $id } 没有在等 { $needs }。
task-finish-check = { $id } { $title } 还有 { $count } 个子任务没完成，仍要完成吗？

# 可以改正的
task-title-missing = 任务需要标题：要做什么？
task-title-long = 标题有 { $count } 个字符，最多 { $limit } 个。请缩短标题，再用“任务 编辑”把长文字放进详情。
task-text-long = 这段文字有 { $count } 个字符，最多 { $limit } 个，请缩短。
task-two-projects = 我看到两个项目：{ $first } 和 { $second }，请只保留一个。
task-two-priorities = 我看到两个优先级：{ $first } 和 { $second }，请只保留一个。
task-flag-unknown = 没有“{ $flag }”这个优先级，可以用 !低、!普通、!高、!紧急。标题里的词请加引号。
task-priority-unknown = 没有“{ $typed }”这个优先级，可以用低、普通、高、紧急。
task-department-unknown = 没有找到部门“{ $typed }”。可以用：市场、电商、客服、仓库、内容、技术、数据、财务、采购、人事、法务、管理层。
task-department-person = “{ $name }”是部门，任务要交给一个人。部门请写 部门:{ $name }，负责人请用 @ 加名字。
task-repeat-unknown = 没有看懂“{ $typed }”是多久一次。可以试试：每天、每个工作日、每周一、每两周的周一、每月5号、每月最后一个周五。
task-number-missing = 请说明是哪个任务，写上编号。
task-numbers-unclear = 没有看懂“{ $typed }”，所以没有关闭任何任务。请把每个编号分开写。
task-date-missing = 请说明到什么时候。
task-time-without-day = 请为这个时间选择日期。
task-unknown = 没有找到 { $id }。它可能是私密的，或者编号不对。
task-not-yours = 您不能修改 { $id }，{ $who } 可以；您可以发表评论。
task-not-given-to-you = { $id } 由 { $who } 负责，不是您的任务。
task-already-done = { $who } 已经完成了 { $id }，{ $when }。
task-already-dropped = { $who } 已经关闭了 { $id }（不做了），{ $when }。
task-not-closed = { $id } 没有关闭，没有任何改动。
task-not-blocked = { $id } 没有受阻，没有任何改动。
task-chase-own = { $id } 是您自己的任务，不用催自己。
task-decline-own = { $id } 是您创建的。可以转交，或者以“不做了”关闭。
task-reason-missing = 请简单说明原因。
task-comment-missing = 请填写评论。
task-owner-missing = 请选择一个人。
task-split-missing = 请写出子任务，用分号隔开。
task-needs-itself = { $id } 不能等待自己。
task-needs-circle = { $needs } 已经在等 { $id }，这样会互相等下去。
task-handover-who = 请说明要交接谁的任务。
task-handover-same = 这些任务本来就是 { $who } 的。
task-handover-not-yours = 只有 { $who } 本人和管理员可以交接 { $who } 的任务。
task-list-unknown = 没有这个列表。可以用：我的、全部、我创建的、逾期、受阻、已完成、@同事、#项目、部门:名称。
task-word-unknown = 没有这样的任务列表。要添加任务，请以“任务 新增”开头。

# 示例
task-try-add = 任务 新增 检查横幅价格 @王芳 周五17点前 #双十一 !高
task-try-show = 任务 查看 12
task-try-page = 任务 网页 12
task-try-done = 任务 完成 12
task-try-done-many = 任务 完成 3、5：照片已发
task-try-list = 任务 列表 逾期
task-try-drop = 任务 取消 12 没有预算
task-try-undo = 任务 撤销 12
task-try-start = 任务 开始 12
task-try-block = 任务 受阻 12 缺库存数据
task-try-unblock = 任务 解除 12
task-try-comment = 任务 评论 12 图片在文件夹里
task-try-assign = 任务 转交 12 @王芳
task-try-accept = 任务 接受 12
task-try-decline = 任务 退回 12 那周请假
task-try-follow = 任务 关注 12
task-try-unfollow = 任务 取消关注 12
task-try-chase = 任务 催办 12
task-try-handover = 任务 交接 @李明 @王芳
task-try-due = 任务 延期 12 周五 17:00
task-try-due-this = 任务 截止 { $number } { $date }
task-try-snooze = 任务 稍后 12 明天
task-try-repeat = 任务 重复 12 每周一
task-try-split = 任务 拆分 12 图片；文案；价格
task-try-depends = 任务 依赖 12 11
task-try-undepend = 任务 取消依赖 12 11
task-try-edit = 任务 编辑 12
task-try-rename = 任务 改名 12 检查全部价格
task-try-priority = 任务 优先级 12 高
task-try-card = 任务 卡片 12

# 表单
task-form-new = 新建任务
task-form-edit = 编辑 { $id }
task-form-assign = 转交 { $id }
task-form-block = { $id } 受阻
task-form-drop = 不做 { $id }
task-form-decline = 退回 { $id }
task-form-comment = 评论 { $id }
task-form-handover = 交接任务
task-form-handover-intro = { $who } 的全部未完成任务会交给一个人，只发一条消息。
task-field-title = 要做什么？
task-field-details = 详情
task-field-owner = 谁来做？
task-field-owner-hint = 不选就是您自己
task-field-new-owner = 交给谁？
task-field-day = 截止日期
task-field-time = 时间
task-field-priority = 优先级
task-field-project = 项目
task-field-department = 部门
task-field-followers = 关注人
task-field-repeat = 重复
task-field-repeat-hint = 例如：每周一、每月5号
task-field-comment = 您的评论
task-field-block-reason = 在等什么？
task-field-drop-reason = 为什么不做？
task-field-decline-reason = 为什么退回？

# 一个任务的全部
task-show-owner = 负责人
task-show-creator = 创建人
task-show-due = 截止
task-show-priority = 优先级
task-show-state = 状态
task-show-project = 项目
task-show-department = 部门
task-show-repeats = 重复
task-show-followers = 关注人
task-show-blocker = 阻碍
task-show-risk = 风险
task-show-parent = 属于
task-show-source = 来自
task-show-message = 原消息
task-show-parts = 子任务
task-show-needs = 等待
task-show-needed-by = 被等待
task-show-comments = 评论
task-show-said = { $who } · { $when }
task-show-history = 历史
task-history-nothing = 无
task-history-created = { $when } · { $who } 创建
task-history-title = { $when } · { $who } 改标题：{ $before } → { $after }
task-history-details = { $when } · { $who } 改详情
task-history-owner = { $when } · { $who } 转交：{ $before } → { $after }
task-history-state = { $when } · { $who }：{ $before } → { $after }
task-history-priority = { $when } · { $who } 改优先级：{ $before } → { $after }
task-history-deadline = { $when } · { $who } 改日期：{ $before } → { $after }
task-history-project = { $when } · { $who } 改项目：{ $before } → { $after }
task-history-department = { $when } · { $who } 改部门：{ $before } → { $after }
task-history-followers = { $when } · { $who } 改关注人：{ $before } → { $after }
task-history-repetition = { $when } · { $who } 改重复：{ $before } → { $after }
task-history-snooze = { $when } · { $who } 稍后提醒：{ $before } → { $after }
task-history-acceptance = { $when } · { $who }：{ $before } → { $after }
task-history-needs = { $when } · { $who } 改等待：{ $before } → { $after }
task-history-chased = { $when } · { $who } 问了进展
task-history-ticked = { $when } · { $who }在{ $after }待办中勾选了完成

# 每日汇总
bundle-title-overdue = { $today ->
    [0] { $overdue } 个任务已逾期
   *[other] { $overdue } 个任务已逾期，{ $today } 个今天截止
}
bundle-title-today = { $count } 个任务今天截止
bundle-title-soon = { $count } 个任务下个工作日截止
bundle-title-woken = 有 { $count } 个任务到了提醒时间
bundle-title-clear = 全部完成，今天没有等您处理的事。
bundle-overdue-hint = 请看一下逾期的任务：标记完成或改期后，就不再提醒。
bundle-title-news = 有 { $count } 条任务动态
bundle-news = 动态（{ $count }）
bundle-done = 今天已关闭（{ $count }）
bundle-why = 只在工作日早上、有事时才发。可以在“设置”里修改。

# 帮助
help-task = 列出您的任务；带编号时显示那个任务
help-task-add = 一句话添加任务；多行会先预览，再批量新建
help-task-list = 列出任务：我的、全部、@同事、#项目、部门:名称、逾期、受阻、已完成、我创建的
help-task-show = 一个任务的全部内容，包括评论和历史
help-task-page = 任务网页的链接
help-task-start = 标记已开始
help-task-block = 说明在等什么
help-task-unblock = 解除受阻
help-task-done = 完成一个或多个任务；编号后面的话会成为评论
help-task-drop = 关闭不做的任务，并说明原因
help-task-undo = 撤销关闭
help-task-assign = 转交给别人
help-task-accept = 接受交给您的任务
help-task-decline = 退回，并说明原因
help-task-follow = 关注任务的进展
help-task-unfollow = 不再关注
help-task-chase = 礼貌地问负责人，每天最多一次
help-task-handover = 交接离职或调岗同事的全部任务
help-task-due = 改截止日期；“无”表示去掉
help-task-snooze = 稍后再提醒
help-task-repeat = 让任务重复；“不重复”表示停止
help-task-split = 添加子任务，用分号隔开
help-task-depends = 说明要先完成哪个任务
help-task-undepend = 取消依赖
help-task-edit = 打开全部可以修改的内容
help-task-rename = 改标题
help-task-priority = 改优先级：低、普通、高、紧急
help-task-card = 在这里给大家看任务；在群里只写 T-12 也可以
help-task-comment = 写给所有相关的人
