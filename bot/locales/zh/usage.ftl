# 平台每月的额度和节省模式。
usage-title = 本月用量
usage-heading = { $platform } · { $month }
usage-calls = 接口调用
usage-pushes = 消息推送
usage-used = 已用 { $count } / { $limit }（{ $percent }%）
usage-free = 已用 { $count }，没有上限
usage-forecast-pace = 照目前的速度，月底约 { $count }
usage-forecast-last = 照上个月的速度，月底约 { $count }
usage-forecast-rough = 月底约 { $count }（月初数据少，只是粗略估计）
usage-runs-out = 预计用完：{ $day }
usage-last = 上个月：{ $count }
usage-most = 调用最多的接口：
usage-most-line = { $name }：{ $count }
usage-note = 这里只统计我自己的用量。额度由整个企业共用，其他应用也会占用，全部用量以平台后台为准。
usage-none = { $platform } 没有每月额度，不用担心用量。

usage-saving-on = 节省模式已由管理员开启（{ $since }）：
usage-saving-auto = 额度可能不够用到月底，节省模式已自动开启（{ $since }）：
usage-saving-waits = 节省模式未开启。用量达到 80%，并且预计不够用到月底时，会自动开启。开启后：
usage-saving-off = 节省模式已关闭，不会自动开启。开启后：
usage-saves-edits = 群里的卡片最多每 15 分钟更新一次；任务完成、受阻和站会截止仍会马上更新。
usage-saves-reminders = 需要提醒三人或更多人填写站会时，改为在群里发一条消息。
usage-saves-news = 不需要处理的任务动态，合并到第二天早上的消息里；站会提问、新任务和受阻始终马上发送。
usage-button-on = 现在开启节省
usage-button-off = 关闭节省
usage-button-auto = 自动节省
usage-button-show = 查看用量
usage-button-retry = 现在重试

usage-warning = { $platform } · { $what }：本月已用 { $percent }%
usage-warning-forecast = { $platform } · { $what }：预计不够用到月底
usage-advice = 可以这样做：
usage-advice-template = 配置卡片模板：内容变化时只更新卡片，不用重新发消息。
usage-advice-pages = 让大家用网页填写：不占用推送额度。需要公网地址。
usage-advice-plan = 购买更多额度（例如专业版），并在我的配置里调高上限。
usage-advice-saving = 开启节省模式：群里的卡片更新得少一些，提醒改发到群里，动态合并到早上。
usage-dry = { $platform } 不再接受我的请求：{ $month } 的额度已用完
usage-dry-until = 等待中的消息会在 { $day }发送，过期的除外。如果已经购买更多额度，可以让我现在重试。
usage-dry-over = 新的一个月已经开始，等待中的消息正在发送。

usage-word = “用量”后面的这个词我不认识。
usage-save-missing = 请写“开”、“关”或“自动”。
usage-try-save = 用量 节省 自动
help-usage = 查看平台每月额度的用量（管理员）
help-usage-save = 节省模式：开、关或自动（管理员）
help-usage-retry = 重试等待新额度的消息（管理员）
help-topic-usage = 用量
