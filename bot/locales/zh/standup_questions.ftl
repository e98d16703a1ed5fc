# 站会的问题：怎样输入、怎样填写、怎样显示。
standup-question-mood = 今天心情如何？
standup-typed-comma = ，
standup-typed-kind = { $question }（{ $kind }）
standup-typed-if = 如果选{ $answer }：{ $question }
standup-typed-if-yes = 如果是：{ $question }
standup-typed-if-no = 如果否：{ $question }
standup-typed-or = 或
standup-typed-answer = “{ $answer }”
standup-typed-number = 数字
standup-typed-scale = 评分
standup-typed-mood = 心情
standup-typed-blocker = 阻碍
standup-typed-date = 日期
standup-typed-yes_no = 是/否
standup-typed-choices = 多选：{ $options }
standup-typed-required = 必填
standup-typed-anonymous = 匿名

standup-question-empty = “{ $question }”写了回答的类型，却没有问题。请在括号前写上问题。
standup-question-options = { $count ->
    [0] “{ $question }”没有可选项。请写 { $least } 到 { $most } 个选项，用斜线隔开：{ $question }（天猫 / 京东 / Shopify）
   *[other] “{ $question }”有 { $count } 个选项。请写 { $least } 到 { $most } 个，用斜线隔开：{ $question }（天猫 / 京东 / Shopify）
}
standup-question-option-long = “{ $question }”的选项“{ $option }”有 { $count } 个字，最多 { $limit } 个。
standup-question-condition = “{ $question }”之前没有能回答“{ $answer }”的问题。请先写一个，例如“有没有卡点？（是/否）”，再写“如果是：卡在哪里？”。

standup-answer-yes = 是
standup-answer-no = 否
standup-mood-option = { $value } { $face } { $word }
standup-mood-1 = 很差
standup-mood-2 = 不太好
standup-mood-3 = 一般
standup-mood-4 = 不错
standup-mood-5 = 很好
standup-scale-lowest = 1（最低）
standup-scale-highest = 5（最高）
standup-answer-quoted = “{ $answer }”
standup-only-if = 仅当“{ $question }”的回答是{ $answers }时填写。
standup-taken-over = 已带入您今天在“{ $name }”里的回答，不同的地方请修改。
standup-sealed-hint = 匿名：保存时不带姓名，之后无法修改。
standup-sealed-given = 您的匿名回答不在此显示：保存时不带姓名，谁也无法找到或修改。
standup-sealed-late = 匿名问题已略去：当天已截止，迟到的匿名回答会暴露是谁写的。
standup-sealed-field-given = 您当天的匿名回答已提交，无法修改。请清空这一项，再保存其他内容。
standup-sealed-field-late = 当天已截止，迟到的匿名回答会暴露是谁写的。请清空这一项，再提交其他内容。
standup-sealed-only = 只做了匿名回答。
standup-sealed-count = { $count ->
   *[other] { $count } 条匿名回答
}
standup-sealed-average = 平均 { $value }
standup-sealed-few = 当天的匿名回答满 { $least } 条才会显示。
standup-mood = 心情 { $value }
standup-mood-same = 心情 { $value }（不变）
standup-mood-moved = 心情 { $value }（{ $change }）
