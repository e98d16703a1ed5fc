# 反馈：服务承诺、晨报、报告、搜索和导出。
feedback-length-minutes = { $count } 分钟
feedback-length-hours = { $count } 小时
feedback-length-days = { $count } 个工作日
feedback-length-whole-days = { $count } 天
feedback-news-warned-answer = ⏳ { $id } 须在 { $when } 前答复
feedback-news-warned-solve = ⏳ { $id } 须在 { $when } 前解决
feedback-news-breached-answer = ⏰ { $id } 未答复，已超过 { $limit }
feedback-news-breached-solve = ⏰ { $id } 未解决，已超过 { $limit }
feedback-escalated = ⏰ 有 { $count } 条对客户的承诺没有兑现
feedback-escalated-why = 超时情况指定由您知悉：每条只提醒一次。请说明怎么处理，或转交给合适的人。

feedback-search-complaint = 如果这是客户说的，请点“作为反馈提交”；下面是搜索结果。
feedback-button-pass-on = 作为反馈提交
feedback-promises = 我们对客户的承诺
feedback-promise-answer = 答复时限 { $limit }
feedback-promise-solve = 解决时限 { $limit }
feedback-promise-always = 全天计时
feedback-promise-escalate = 超时通知 { $who }
feedback-promise-none = 没有承诺
feedback-promises-note = 除全天计时的以外，时间按工作日 9:00–18:00（{ $zone }）计算；等待客户期间不计时。
feedback-promises-how = 管理员可以修改：{ $try_this }
feedback-promise-kept = 今后“{ $severity }”的反馈：{ $what }。
feedback-promise-off = “{ $severity }”的反馈不再有承诺。
feedback-promise-severity = 请说明是哪一类反馈：低、普通、高，或者阻断。
feedback-promise-missing = 请说明时限：多久内答复、多久内解决，或两者都写。
feedback-promise-length = 没有看懂时间“{ $typed }”。可以写 15分钟、4小时、2天，最长两个月。
feedback-promise-rest = 承诺里没有“{ $typed }”这个用法。
feedback-promise-order = 答复的时限比解决的还晚，请改其中一个。
feedback-promise-one = 请只写一位接收超时通知的人。
feedback-promise-guest = { $name } 是访客，不能接收超时通知。
feedback-promise-only = 仅适用于“{ $severity }”
feedback-button-promise = 修改承诺
feedback-form-promise = 对客户的承诺
feedback-field-promise-answer = 答复时限
feedback-field-promise-solve = 解决时限
feedback-field-promise-hint = 例如 15分钟、4小时、2天；留空表示不承诺
feedback-field-promise-hours = 计时方式
feedback-field-promise-escalate = 超时通知谁
feedback-hours-work = 按工作时间
feedback-hours-always = 全天计时
feedback-try-promise = 反馈 承诺 阻断 答复 15分钟 解决 4小时 升级 @Anna

feedback-digest = { $fresh ->
    [0] ☀️ 今早的反馈：没有新的
   *[other] ☀️ 今早的反馈：新增 { $fresh } 条
}
feedback-digest-line = 待处理 { $waiting } 条 · 超时 { $overdue } 条 · 已结束 { $ended } 条
feedback-digest-new = 新增
feedback-digest-waiting = 等待最久
feedback-digest-overdue = 已超过承诺时间
feedback-digest-ended = 已结束
feedback-more = 还有 { $count } 条

feedback-report-title = { $count ->
    [1] 📣 客户之声 · 一周
   *[other] 📣 客户之声 · { $count } 周
}
feedback-report-heard = 客户声音
feedback-report-heard-line = { $count } 条，较前期 { $change }
feedback-report-same = 与前期持平
feedback-report-rate = 闭环率
feedback-report-rate-line = { $share }%：{ $all } 条中有 { $done } 条已有最终答复
feedback-report-rate-none = 没有新的反馈
feedback-report-days = 闭环天数
feedback-report-days-line = 中位数 { $days } 天
feedback-report-hours-line = { $count ->
    [0] 中位数不到 1 小时
   *[other] 不到一天，中位数 { $count } 小时
}
feedback-report-days-none = 还没有结束的
feedback-report-score = 处理评分
feedback-report-score-line = 平均 { $mean } 分（满分 5 分，{ $count } 人评分）
feedback-report-score-few = { $count } 人评分；满 { $least } 人后显示平均分
feedback-report-movers = 变化最大
feedback-report-mover = { $name }：{ $count } 条（{ $change }）
feedback-report-skus = 商品
feedback-report-sku = { $sku }：{ $count } 条（{ $change }）· { $step } { $most } 条
feedback-report-roadmap = 接下来先改
feedback-report-roadmap-note = 先改影响下单的，再改客户说得最多的。
feedback-report-told = 各环节条数：{ $steps }。
feedback-report-nothing = 还没有可以显示的数据
feedback-report-nothing-soon = 客户的反馈会显示在这里
feedback-report-weeks = { $count ->
    [1] 最近一周
   *[other] 最近 { $count } 周
}
feedback-report-unknown = 没有看懂“{ $typed }”。报告可以按周（最长 { $limit } 周，如“4周”）、按日期（如“上个月”），也可以按渠道、市场、商品、环节或严重程度来看。
feedback-report-button = 报告
feedback-try-report = 反馈 报告 4周

feedback-report-title-days = 📣 客户之声 · { $span }
feedback-report-ahead = 这些日子还没到，报告只统计已经过去的日子。
feedback-report-long = 带图的报告最长一年。更长的时间可以看表格。
feedback-report-dated = { $year }年{ $day }
feedback-breakdown-title = { $by ->
    [market] 📣 各市场的反馈
    [sku] 📣 各商品的反馈
    [step] 📣 各环节的反馈
    [severity] 📣 各严重程度的反馈
    [kind] 📣 各类型的反馈
   *[channel] 📣 各渠道的反馈
}
feedback-breakdown-name = { $by ->
    [market] 市场
    [sku] 商品
    [step] 环节
    [severity] 严重程度
    [kind] 类型
   *[channel] 销售渠道
}
feedback-breakdown-by = { $by ->
    [market] 按市场
    [sku] 按商品
    [step] 按环节
   *[channel] 按渠道
}
feedback-breakdown-change = 变化
feedback-breakdown-unnamed = 未说明
feedback-breakdown-more = 其他 { $count } 个
feedback-breakdown-total = 合计
feedback-breakdown-note = 变化是与 { $then } 相比。
feedback-breakdown-nothing = 这段时间和前期都没有客户反馈。
feedback-try-breakdown-long = 反馈 报告 按渠道
feedback-try-breakdown = 反馈 报告 按渠道 上周

feedback-count = { $what }：{ $count ->
    [0] 没有客户反馈
   *[other] { $count } 条客户声音
}
feedback-count-ended = { $what }：{ $count ->
    [0] 没有结束的
   *[other] { $count } 条已结束
}
feedback-count-items = 共 { $items } 条反馈，{ $left ->
    [0] 都已有最终答复。
    [all] 都未关闭。
   *[other] 其中 { $left } 条未关闭。
}
feedback-count-change = 较前一段同样长的时间 { $change }
feedback-count-same = 与前一段同样长的时间持平
feedback-count-all = 反馈
feedback-count-show = 查看这些反馈
feedback-count-what = 请说明要统计什么：环节、商品、渠道、市场、状态或日期。
feedback-try-count = 反馈 数量 上周 物流
feedback-search-words = 请说明要找什么。
feedback-try-search = 反馈 搜索 优惠券
feedback-export-button = 导出
feedback-export-form = 导出反馈
feedback-export-title = 反馈导出：共 { $count } 行
feedback-export-name = 客户反馈
feedback-export-note = 文件在您和我的单聊里。里面有客户信息，请妥善保管。
feedback-export-desk = 只有受理群的成员可以导出：里面有客户信息。
feedback-export-many = 会超过 { $limit } 行，请缩短日期范围。
feedback-export-nothing = 这些日子里没有反馈。
feedback-export-rest = 导出里没有“{ $typed }”这个用法。可以写日期，以及 csv 或 xlsx。
feedback-try-export = 反馈 导出 xlsx 上个月
feedback-export-column-number = 编号
feedback-export-column-date = 日期
feedback-export-column-state = 状态
feedback-export-column-step = 环节
feedback-export-column-severity = 严重程度
feedback-export-column-kind = 类型
feedback-export-column-sentiment = 情绪
feedback-export-column-sku = SKU
feedback-export-column-market = 市场
feedback-export-column-outlet = 销售渠道
feedback-export-column-customer = 客户
feedback-export-column-order = 订单
feedback-export-column-text = 内容
feedback-export-column-sender = 提交人
feedback-export-column-owner = 负责人
feedback-export-column-answer = 答复
feedback-export-column-reason = 不处理的原因
feedback-export-column-ended = 结束时间
feedback-export-column-original = 原文链接
feedback-export-column-files = 文件
feedback-in-en = 英文
feedback-in-zh = 中文
feedback-sentiment-negative = 负面
feedback-sentiment-neutral = 中性
feedback-sentiment-positive = 正面

help-feedback-promise = 多久内答复和解决反馈，超时通知谁
help-feedback-promises = 对客户的承诺
help-feedback-report = 客户说得最多的是什么，变化在哪里
help-feedback-by = 按销售渠道、市场、商品、环节或严重程度统计反馈
help-feedback-count = 统计数量，例如上周的物流反馈
help-feedback-search = 按内容、客户、订单号或 SKU 查找反馈
help-feedback-export = 把反馈导出为 Excel 或 CSV 文件
