# 一个人在多个平台上的账号。
link-code = 您的关联码：{ $code }
link-code-how = 请到另一个平台，打开和店小二（Shopcrew）的单聊，输入下面任意一条。
link-code-life = 只能用一次，{ $until }前有效。不需要给别人看。
link-done = 现在是同一个人了：{ $accounts }。
link-done-means = 任务、站会、请假和设置都合在一起。我只提醒一次：默认发到您最近使用的平台，也可以自己指定。
link-parted = { $account } 已经单独分开。
link-parted-means = 以前的记录保持原样。
link-accounts =
    { NUMBER($count) ->
        [one] { $name } 目前有一个账号。
       *[other] { $name } 有这些账号：
    }
link-account = { $name }（{ $platform }）
link-person = { $name }（{ $platforms }）
link-pair = { $one } 和 { $other }
link-joined = 已关联：{ $pair } 现在是同一个人。
link-propose = { $platform } 上的“{ $name }”也是您吗？
link-propose-why = 两个账号的邮箱或工号相同。如果都是您，我会把它们当作同一个人，只提醒一次。
link-apart = 谢谢，以后不再询问。
link-people = 有 { $count } 对账号可能是同一个人：
link-people-more = ……还有 { $more } 对。
link-people-none = 没有发现在两个平台上像是同一个人的账号。
link-confirm = 两人的任务、站会和请假会合在一起。以后可以再分开，但合并前的记录会留在一起。
link-unlink-confirm = 这个账号会成为单独的一个人，以前的记录留在另一个账号那边。

link-button-code = 获取新的关联码
link-button-more = 关联其他账号
link-button-show = 我的账号
link-button-where = 选择发送平台
link-button-link = 关联
link-button-unlink = 取消关联
link-button-yes = 是我
link-button-no = 不是
link-button-apart = 不是同一人

link-usage = 关联码由八位字母和数字组成，例如 K7WQ4MTR。只输入“关联”就能获取。
link-guest = 访客不能自己关联账号。请管理员输入：关联 @姓名 和 另一个姓名。
link-wrong-code =
    { NUMBER($left) ->
        [0] 没有这个关联码。请一小时后再试，或者在另一边重新获取并核对。
       *[other] 没有这个关联码，请核对。本小时还可以再试 { $left } 次。
    }
link-too-many = 尝试次数太多了。请一小时后再试，或者请管理员帮您关联。
link-own-code = 这是您这个账号自己的关联码。请用另一个账号，在另一个平台上输入。
link-old-code = 这个关联码已过期，有效期是十分钟。请在另一边重新获取。
link-used-code = 这个关联码已经用过了。如果不是您用的，请告诉管理员；要关联请重新获取。
link-already-yours = 两个账号已经都是您的，不需要再做什么。
link-already-one = { $name } 在各个平台上已经是同一个人。
link-two-accounts = { $one } 和 { $other } 在同一个工作区里各有一个账号，所以不能是同一个人。如果其中一个关联错了，请先取消关联。
link-raced = 刚才有人也改动了这些账号，请再看一下。
link-single = 只有一个账号，没有可以取消的关联。
link-old-proposal = 这个问题已经处理过，或者账号有变动。没有任何改动。
link-with-whom = 请说明 { $name } 在另一边是谁。
link-try-with = 关联 @{ $name } 和 陈雅

link-where-any = 消息发到哪里
link-where-task = 任务消息发到哪里
link-where-standup = 站会提问发到哪里
link-where-auto = 最近使用的平台

help-topic-link = Slack 和钉钉上的同一个人
help-example-link = 关联
help-link = 把您的 Slack 和钉钉账号关联成同一个人
help-link-people = 查看两个平台上可能是同一个人的账号
help-unlink = 取消关联：取消关联 slack
