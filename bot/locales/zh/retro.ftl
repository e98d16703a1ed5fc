# 复盘：先各自记下，再一起看。
retro-kind-good = 做得好
retro-kind-bad = 待改进
retro-kind-idea = 想法
retro-kept = { $id } 已留到“{ $room }”的下次复盘：{ $kind }
retro-kept-unsure = { $id } 已留到“{ $room }”的下次复盘
retro-kept-note = 复盘开始前只有您自己能看到；公布时也不显示姓名。
retro-kind-which = 属于哪一类？不选则算作“想法”。
retro-message = 原消息
retro-mine-title = 您为下次复盘记下的内容
retro-mine-none = 您还没有记录。输入“复盘”加上想说的话即可。
retro-waiting = { $room }：{ $count ->
    [0] 暂无记录
   *[other] 共有 { $count } 条待公布
}
retro-ask = 现在开始“{ $room }”的复盘吗？
retro-ask-text = 共有 { $people } 人写的 { $count } 条记录待公布。
retro-ask-note = 所有记录会同时公布给大家，不显示姓名，之后也查不到是谁写的。
retro-ask-few = 写的人很少，大家可能会猜到是谁写的。
retro-ask-sure = 开始“{ $room }”的复盘？
retro-ask-sure-text = 记录会立即公布给所有成员，无法撤回。
retro-opened = “{ $room }”第 { $number } 次复盘：{ $people } 人写了 { $count } 条
retro-page = 第 { $page } 页，共 { $pages } 页
retro-before = 之前的行动项
retro-heard = 上次复盘以来客户说得最多的
retro-heard-line = { $step }：{ $count } 条（较前期 { $change }）
retro-actions = 本次的行动项
retro-next = 接下来怎么做？输入“复盘 行动”，写上任务、负责人和截止时间。
retro-is-open = “{ $room }”第 { $number } 次复盘已开始，记录正在发到群里。
retro-past-title = 历次复盘
retro-past-line = 第 { $number } 次 · { $room } · { $day }
retro-past-none = 还没有开过复盘。
retro-action-of = 来自第 { $number } 次复盘，下次复盘会先看它的进展。
retro-changed = { $id } 已修改：{ $kind }
retro-dropped = { $id } 已删除。

retro-button-add = 记一条
retro-button-change = 修改
retro-button-drop = 删除
retro-button-open = 开始复盘
retro-button-show = 查看
retro-button-more = 更多
retro-button-from = 加入复盘
retro-button-kind-good = 做得好
retro-button-kind-bad = 待改进
retro-button-kind-idea = 想法

retro-form-new = 加入复盘
retro-form-change = 修改 { $id }
retro-field-kind = 属于哪一类？
retro-field-text = 想聊什么？
retro-field-text-hint = 复盘开始前只有您自己能看到。
retro-field-room = 哪个房间的复盘？

# 需要更正的
retro-text-missing = 想聊什么？请用一句话写下来。
retro-text-long = 这段话有 { $count } 个字，最多 { $limit } 个字。请写要点，也可以分成几条。
retro-note-unknown = 您没有待公布的 { $id }。已公布的记录不能再修改。
retro-number-missing = 是哪一条？请写上编号。
retro-word-unknown = “复盘”后面没有这个词。
retro-room-none = 是哪个群的复盘？请在一起复盘的频道或群里输入。
retro-room-which = 是哪个房间的复盘？
retro-room-unknown = 在您所在的房间里没有找到这个名字。
retro-room-unknown-close = 在您所在的房间里没有找到这个名字。您在：{ $rooms }。
retro-open-where = 是哪一个？您在：{ $rooms }。
retro-leads = 复盘由管理员、部门负责人或有下属的主管开始。在那之前，您的记录会一直保留。
retro-nothing = “{ $room }”没有待公布的记录。如果刚刚有人开始了复盘，内容就在群里。
retro-unknown = 没有您可以查看的第 { $number } 次复盘。
retro-none-open = 这里还没有开过复盘。
retro-action-missing = 要做什么？请写上任务、负责人和截止时间。
retro-from-what = 是哪条反馈？请写上编号。
retro-try-add = 复盘 新增 待改进：面单晚到两天
retro-try-edit = 复盘 编辑 N-3 面单晚到三天
retro-try-drop = 复盘 删除 N-3
retro-try-action = 复盘 行动 联系承运商 @李伟 截止:周五
retro-try-feedback = 反馈 转复盘 7

help-topic-retro = 复盘
help-example-retro = 复盘 待改进：面单晚到两天
help-retro = 我的记录和待公布的条数；后面写内容则记一条，别人暂时看不到
help-retro-add = 为下次复盘记一条：做得好、待改进、想法
help-retro-mine = 我的记录和待公布的条数
help-retro-edit = 修改我的一条记录
help-retro-drop = 删除我的一条记录
help-retro-open = 同时公布所有记录，不显示姓名（主管和管理员）
help-retro-action = 转为任务，下次复盘先看进展
help-retro-list = 历次复盘
help-retro-show = 再看一次某次复盘
help-feedback-retro = 留到下次复盘（不含客户信息）
