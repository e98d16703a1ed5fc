# 逐题填写表单。
interview-here = 改为在这里回答
interview-step = { $form } · 第 { $step } 题，共 { $of } 题
interview-skip = 留空
interview-stop = 停止
interview-keep = 保留
interview-standing = 现在是：
interview-several = 可选一个或多个：{ $options }。用逗号分隔。
interview-stopped = 已停止，没有保存任何内容。
interview-done = 谢谢，已全部填完。
interview-empty = 请输入回答。
interview-too-long = 共 { $length } 个字，最多 { $limit } 个，请缩短一些。
interview-number = 请输入数字。
interview-number-between = 请输入 { $low } 到 { $high } 之间的数字。
interview-choice = 请从中选择一个：{ $options }。
interview-person = 请输入 @ 并选择一个人，也可以直接输入姓名。
interview-date = 填一个日期，例如：明天、周五、3月12日。
interview-still = 还在等您回答：“{ $question }”。请直接输入；内容像指令时请加引号，例如“任务 列表”。
