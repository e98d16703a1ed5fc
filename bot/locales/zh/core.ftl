# 大家共用的词：错误、按钮、日期。
button-save = 保存
button-cancel = 取消
button-undo = 撤销

date-two = 我看到两个日期：“{ $first }”和“{ $second }”。请只保留一个；标题里的词请加引号，或者写成 截止:{ $first }。
date-two-ways = “{ $typed }”有两种读法，请写成 { $first } 或 { $second }。
date-unknown = 没有看懂日期“{ $typed }”。可以试试：明天 17:00、周五、3月12日、2026-03-12。
date-impossible = 没有这一天：“{ $typed }”。请检查日期。
date-past = “{ $typed }”已经过去了，请换一个以后的时间。

person-unknown = 没有找到“{ $name }”。请输入 @ 后从列表里选人。
person-unknown-close = 没有找到“{ $name }”。您是指 { $close } 吗？
person-left = { $name } 已不在这个工作区，请选择其他人。
person-ambiguous = 有多个人叫“{ $name }”：{ $close }。请输入全名。

command-unknown = 没有这个命令。
command-unknown-close = 没有这个命令。最接近的是 { $close }。
not-allowed-admin = 只有管理员可以这样做，请联系您的管理员。
button-gone = 这个按钮已停用，没有任何改动。
form-gone = 这个表单已停用，请重新打开。
form-wrong = 有几项内容还不能接受。
form-ready = “{ $form }”已准备好。

error-bug = 我这边出错了，没有任何改动。请再试一次；如果还不行，请把这个编号告诉管理员：{ $id }。
error-try = 可以试试 { $example }
error-typed = 您输入的内容：

answer-sent-privately = { $who }我已在单聊里回复您，请查看。

# 命令怎么输入：和我们单聊时，以及在群里。机器人的名字见钉钉安装说明。
typed-alone-slack = { $command } { $words }
typed-alone-dingtalk = { $words }
typed-among-slack = { $command } { $words }
typed-among-dingtalk = @店小二 { $words }
