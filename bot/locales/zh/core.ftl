# 大家共用的词：错误、按钮、日期。
button-save = 保存
button-cancel = 取消
button-undo = 撤销

date-two = 我看到两个日期：“{ $first }”和“{ $second }”。请只保留一个；标题里的词请加引号，或者写成 截止:{ $first }。
date-two-ways = “{ $typed }”有两种读法，请写成 { $first } 或 { $second }。
date-unknown = 没有看懂日期“{ $typed }”。可以试试：明天 17:00、周五、3月12日、2026-03-12。
date-example = 周五
date-impossible = 没有这一天：“{ $typed }”。请检查日期。
date-past = “{ $typed }”已经过去了，请换一个以后的时间。

person-unknown = 没有找到“{ $name }”。请输入 @ 后从列表里选人。
person-unknown-close = 没有找到“{ $name }”。您是指 { $close } 吗？
person-left = { $name } 已不在这个工作区，请选择其他人。
person-ambiguous = 有多个人叫“{ $name }”：{ $close }。请写明是哪一位。
person-nickname = 我不知道“{ $name }”是哪一位。您提到的人有：{ $close }。
who-which = 您说的“{ $name }”是哪一位？
who-choose = 选择一个人
who-kept = 请点选，或直接回复数字。您输入的内容已保留，选好后我会接着处理。
who-of = { $name }（{ $departments }）
who-gone = 我已经不记得这是关于什么的了，请重新输入。

command-unknown = 没有这个命令。
command-unknown-close = 没有这个命令。最接近的是 { $close }。
not-allowed-admin = 只有管理员可以这样做，请联系您的管理员。
button-gone = 这个按钮已停用，没有任何改动。
form-gone = 这个表单已停用，请重新打开。
form-wrong = 有几项内容还不能接受。
form-ready = “{ $form }”已准备好。
form-busy = 聊天平台刚才太忙，没能打开。请在这里打开。
form-interrupted = 打开时我被中断了。如果您没有看到表单，请在这里打开。

error-bug = 我这边出错了，没有任何改动。请再试一次；如果还不行，请把这个编号告诉管理员：{ $id }。
error-try = 可以试试 { $example }
place-unnamed = #私密频道
error-typed = 您输入的内容：

answer-again = 我刚才被中断了，这条您可能已经收到过。
answer-file-again = 获取文件
answer-sent-privately = { $who }我已在单聊里回复您，请查看。

# 命令怎么输入：和我们单聊时，以及在群里。机器人通常的名字见钉钉安装说明。
typed-alone-slack = { $command } { $words }
typed-alone-dingtalk = { $words }
typed-among-slack = { $command } { $words }
typed-among-dingtalk = @{ $robot } { $words }
robot-name = 店小二

failed-to-person = { $what }没有送达 { $name }。
failed-to-place = { $what }没有送达 { $place }。
failed-maybe-person = { $what }可能没有送达 { $name }。
failed-maybe-place = { $what }可能没有送达 { $place }。
failed-standup = 一条站会消息
failed-task = 一条任务消息
failed-any = 一条消息
failed-waited = 对方平台几个小时没有响应，我已停止重试。之后的消息会照常发送。
failed-doubt = 平台没有回应，也无法确认是否送达。为避免重复，我没有再次发送。管理员可以重试：送达 失败
failed-bug = 这是我自己的程序错误，详情在日志里。修好之后，管理员可以重新发送：送达 失败
failed-person-slack = 请在 Slack 中确认对方的账号可用，并且没有屏蔽本应用。之后的消息会照常尝试发送。
failed-person-dingtalk = 请在钉钉开发者后台确认对方在应用的可见范围内（版本管理与发布 → 可见范围）。之后的消息会照常尝试发送。
failed-person-nowhere = 对方在我连接的聊天平台上没有账号。请让对方先给我发一条消息，或把对方移出名单。
failed-place-slack = 我可能已不在该频道，或频道已归档。请重新邀请我，或改用其他频道。
failed-place-dingtalk = 我可能已不在该群。请重新把机器人加到群里，或改用其他群。

undo-done = 已撤销。
undo-done-what = 已撤销：{ $what }
undo-nothing = 最近一小时内没有我能替您撤销的操作。能撤销的卡片上有“撤销”按钮。
undo-not = 您刚才这一步没有撤销：“{ $what }”。可以在它的卡片上修改。
undo-not-new = 您刚才新建了“{ $what }”。不要的话，这样就能去掉：
