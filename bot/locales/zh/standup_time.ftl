# 计数方式、谁能看到回答，以及站会随时间发生的事。
standup-count-optional = 自愿参加 { $count } 人
standup-count-missing-number = { $count } 人未提交
standup-count-said = { $count } 条回答
standup-closed-optional = 已经截止。您是自愿参加，不算未提交。

standup-prompt-members = 只有参加这个站会的人能看到您的回答。
standup-prompt-managers = 只有您的主管和 { $names } 能看到您的回答。
standup-saved-members = 会随汇总发给参加站会的人
standup-saved-managers = 会随汇总发给您的主管和 { $names }

standup-any-time = 随时可填
standup-owned = { $before } 已离开，{ $name } 现在由您负责。用“站会 交接”可以改由别人负责。
