# 反馈：客户说了什么，谁能解决，后来怎样。
feedback-title = { $sign } { $id } { $text }
feedback-voices = { $count } 位客户
feedback-apart = { $id } 已结束。您提交的内容已从中拆出，单独处理。
feedback-followers = 关注的人：{ $who }
feedback-market-unknown = 没有名为“{ $typed }”的市场，已按您输入的保存。如果是指{ $name }，请输入：{ $try_this }
feedback-from = 提交人：{ $who }
feedback-from-for = { $who } 代 { $whom } 提交
feedback-reason = 不处理的原因：{ $reason }
feedback-original = 查看原消息
feedback-read = 根据内容识别：{ $what }。有误请更正。
feedback-received = 已收到：{ $id } 已转给能解决的同事，每一步进展都会告诉您。
feedback-no-triage = 还没有设置受理群，目前只有管理员能看到。请管理员在受理群里输入：{ $try_this }
feedback-outside-hours = 现在是非工作时间，同事最早处理的时间：{ $when }。
feedback-score-ask = 处理得怎么样？1 分很差，5 分很好。
feedback-score-yours = 您打了 { $stars } 分（满分 5 分），谢谢。
feedback-score-until = 可以在 { $when } 前回答。
feedback-score-over = 一周的回答时间已过。如果还有问题，可以在这里补充。
feedback-follows = 接着 { $id }
feedback-solved-ask = 问题解决了吗？
feedback-as-read = 按内容识别

feedback-step-product-page = 商品页
feedback-step-search = 搜索
feedback-step-cart = 购物车
feedback-step-checkout = 下单结算
feedback-step-payment = 支付
feedback-step-delivery = 物流配送
feedback-step-quality = 商品质量
feedback-step-returns = 退换货
feedback-step-price = 价格与活动
feedback-step-account = 账号
feedback-step-other = 其他
feedback-severity-low = 低
feedback-severity-normal = 普通
feedback-severity-high = 高
feedback-severity-blocking = 客户无法下单
feedback-kind-problem = 问题
feedback-kind-wish = 建议
feedback-kind-praise = 表扬
feedback-outlet-tmall = 天猫
feedback-outlet-taobao = 淘宝
feedback-outlet-jd = 京东
feedback-outlet-pinduoduo = 拼多多
feedback-outlet-douyin = 抖音
feedback-outlet-amazon = 亚马逊
feedback-outlet-shopify = Shopify
feedback-outlet-magento = Magento
feedback-outlet-store = 门店
feedback-outlet-other = 其他
feedback-state-new = 待受理
feedback-state-triaged = 已受理
feedback-state-working = 处理中
feedback-state-planned = 已排期
feedback-state-waiting = 等待客户
feedback-state-fixed = 已解决
feedback-state-declined = 不处理
feedback-state-closed = 已关闭
feedback-state-joined = 已并入另一条

feedback-label-customer = 客户
feedback-label-order = 订单
feedback-label-sku = 商品（SKU）
feedback-label-outlet = 销售渠道
feedback-label-market = 市场
feedback-label-original = 原文
feedback-label-files = 文件
feedback-label-step = 环节
feedback-label-severity = 严重程度
feedback-label-kind = 类型
feedback-label-sentiment = 客户情绪

# 进展
feedback-news-received = { $who } 替您提交了反馈：{ $id }
feedback-news-reply = 💬 { $who } 回复了 { $id }
feedback-news-working = 🔧 { $id } 正在处理
feedback-news-planned = 🗓 { $id } 已排期
feedback-news-waiting = ❓ { $id } 需要客户确认，请询问客户
feedback-news-fixed = ✅ { $id } 已解决
feedback-news-declined = 🚫 { $id } 不处理
feedback-news-closed = { $id } 已关闭
feedback-news-yours = 🙋 { $who } 把 { $id } 交给了您
feedback-news-note = 📝 { $who } 给 { $id } 加了备注
feedback-news-said = 💬 { $id } 的提交人 { $who } 补充
feedback-news-task-done = ✅ { $task } 已完成：{ $id } 的客户可以怎样答复？
feedback-news-wrote = 💬 { $id } 的客户又来信了
feedback-news-unsolved = ↩️ { $who } 说 { $id } 没有解决

# 按钮
feedback-button-new = 新建反馈
feedback-button-send = 提交
feedback-button-take = 认领
feedback-button-start = 处理中
feedback-button-plan = 已排期
feedback-button-wait = 询问客户
feedback-button-fixed = 已解决
feedback-button-decline = 不处理
feedback-button-reopen = 重新打开
feedback-button-reply = 回复
feedback-button-note = 备注
feedback-button-say = 补充
feedback-button-correct = 更正
feedback-button-show = 查看
feedback-button-task = 转任务
feedback-button-change = 修改后再发
feedback-button-solved = 已解决
feedback-button-unsolved = 没有

# 详情
feedback-show-story = 经过
feedback-story-opened = { $when } · { $who } 提交
feedback-story-arrived = { $when } · 收到
feedback-story-corrected = { $when } · { $who } 更正了 { $text }
feedback-story-took = { $when } · { $who } 认领
feedback-story-owned = { $when } · { $who } 交给 { $whom }
feedback-story-state = { $when } · { $text }
feedback-story-note = { $when } · 📝 { $who }：{ $text }
feedback-story-kept = { $when } · 📝 { $text }
feedback-story-reply = { $when } · 💬 { $who }：{ $text }
feedback-story-said = { $when } · { $who }：{ $text }
feedback-story-wrote = { $when } · 客户：{ $text }
feedback-story-joined = { $when } · 并入了 { $text }
feedback-story-parted = { $when } · { $text } 已重新独立
feedback-story-task = { $when } · { $who } 转成了 { $text }
feedback-story-warned = { $when } · 承诺的时间快到了
feedback-story-breached = { $when } · 已超过承诺的时间
feedback-story-escalated = { $when } · 已告知 { $text }
feedback-story-asked = { $when } · 已询问 { $who } 是否解决
feedback-story-solved = { $when } · { $who } 对是否解决的答复：{ $text }
feedback-story-change = { $label }（{ $old } → { $new }）

# 列表
feedback-list-title = 反馈：{ $what }
feedback-list-open = 未关闭
feedback-list-new = 待受理
feedback-list-own = 我提交和我负责的
feedback-list-mine = 我负责的
feedback-list-sent = 我提交的
feedback-list-blocking = 客户无法下单
feedback-list-overdue = 已超时
feedback-list-closed = 已关闭
feedback-list-unowned = 没有负责人
feedback-list-oldest = { $id } 等待最久：{ $since } 提交。
feedback-list-other = 其他列表
feedback-list-empty = 这里没有内容。
feedback-home-title = 我负责的反馈
feedback-list-more = 还有 { $count } 条

# 表单
feedback-form-new = 新建反馈
feedback-form-cut = 原消息超过 { $limit } 个字，这里是开头部分。
feedback-form-picture = 图片保留在原来的聊天里，请写明图片的内容。
feedback-form-correct = 更正 { $id }
feedback-form-reply = 回复 { $id }
feedback-form-note = 备注 { $id }
feedback-form-say = 补充 { $id }
feedback-form-plan = 为 { $id } 排期
feedback-form-wait = 就 { $id } 询问客户
feedback-form-fixed = { $id } 已解决
feedback-form-decline = 不处理 { $id }
feedback-field-text = 客户说了什么？
feedback-field-behalf = 替哪位同事提交
feedback-field-behalf-hint = 对方和您一样，会收到每一步进展。
feedback-field-reply = 回复内容
feedback-field-reply-hint = 提交人会看到，并可转告客户。
feedback-field-note = 备注内容
feedback-field-note-hint = 只有处理的同事能看到。
feedback-field-say = 要补充什么？
feedback-field-say-hint = 处理的同事会收到。
feedback-field-plan = 客户什么时候可以期待？
feedback-field-plan-hint = 提交人会看到。
feedback-field-wait = 要向客户确认什么？
feedback-field-wait-hint = 提交人会看到，并去询问。
feedback-field-fixed = 可以怎样答复客户？
feedback-field-fixed-hint = 提交人会看到，并可转告客户。
feedback-field-decline = 为什么不处理？
feedback-field-decline-hint = 提交人会看到。

# 已完成
feedback-told-plan = { $id } 已排期，提交人会收到。
feedback-told-wait = { $id } 的提交人会去询问客户。
feedback-told-fixed = { $id } 已解决，提交人会收到。
feedback-told-decline = { $id } 不处理，提交人会看到原因。
feedback-told-reply = 您的话会发给 { $id } 的提交人。
feedback-told-note = 已备注到 { $id }。
feedback-told-say = 已补充到 { $id }，谢谢。
feedback-told-reopened = { $id } 已重新打开，您的话也一并记下了。谢谢。
feedback-told-thanked = 已随 { $id } 转达。谢谢。
feedback-scored = 您给 { $id } 打了 { $stars } 分（满分 5 分），谢谢。
feedback-follows-new = { $old } 结束已久，所以您的话记为一条新的反馈：{ $id }，其中注明了来自哪一条。
feedback-reopening = 反馈结束后 { $count } 天内，提交人补充内容会重新打开它；之后会记为一条新的，并注明原来那条。
feedback-reopening-never = 反馈结束后，提交人补充的内容总是记为一条新的，并注明原来那条。
feedback-reopening-how = 管理员可以修改：{ $try_this }
feedback-told-nobody = 已记录到 { $id }：提交人已离职，请直接答复客户。
feedback-told-soon = { $count } 秒后发出。
feedback-fixed-wordless = 还没有告诉客户怎么解决的，可以这样答复：
feedback-undone = 已撤回，没有人看到。{ $id } 恢复原状。
feedback-corrected = { $id } 已更正，谢谢。
feedback-followed = { $id } 的所有进展都会告诉您。
feedback-unfollowed = 不再通知您 { $id } 的进展。
feedback-thanks = { $id } 已关闭，谢谢告知。
feedback-again = { $id } 已重新打开，谢谢告知。
feedback-triage-here = 从现在起，新的反馈会发到这里。群里的每个人都能看到客户信息并处理。
feedback-triage-by = 由 { $who } 设置。
feedback-triage-waiting = 之前已有 { $count } 条反馈还没有处理完。
feedback-button-waiting = 查看未关闭的
feedback-triage-off = 反馈不再发到任何群；管理员可在列表中查看。
feedback-triage-public = 任何人都可以加入本群，从而看到客户信息。建议使用私密群。
feedback-moved = { $who } 把新的反馈改发到了别的群，这里不再接收。
feedback-moved-off = { $who } 关闭了受理群，这里不再接收反馈。

# 需要更正
feedback-forward-what = 要转哪条消息？Slack 上请在消息菜单里选“Forward as feedback”；钉钉上请回复那条消息，写 @我 转反馈。也可以直接在这里写客户说了什么。
feedback-meant = 您是想输入 { $meant } 吗？
feedback-how = 在“反馈”后面写客户说了什么，知道的信息写在旁边：订单:1001、客户:李女士、货号:CUP-1、市场:德国、!高。只写“反馈”会打开表单。
feedback-no-templates = 没有模板列表：答复某条反馈时，会用客户的语言自动拟好答复，发出前可以修改。
feedback-no-delete = 客户说的话不会被删除。可以写明原因后拒绝，也可以并入它重复的那一条。
feedback-room-here = 您是想在这里受理所有反馈，还是让这个群按一定节奏收到反馈？按节奏请写：{ $how }
feedback-announced = 这条带有公告标记（📣），没有建反馈。如果是客户说的，仍可提交。
feedback-one-only = 一次只能处理一条，这次什么都没改。请一条一条地说。
feedback-number-missing = 是哪一条反馈？请写上编号。
feedback-unknown = 没有您能看到的反馈 { $id }。
feedback-not-yours = 只有受理群里的同事能处理 { $id }。您可以补充内容。
feedback-cannot-close = { $id } 目前是“{ $state }”，解决或拒绝之后才能关闭：
feedback-still-open = { $id } 还没有结束，目前是“{ $state }”。如有新情况，请补充。
feedback-cannot = { $id } 目前是“{ $state }”，不能这样操作。
feedback-reason-missing = 请写明原因：提交人会看到。
feedback-one-owner = 请指定一个人。
feedback-sender-only = 只有 { $id } 的提交人能说是否解决。
feedback-solved-late = { $id } 结束已超过一周，不再询问。如果还有问题，请说明。
feedback-score-odd = 请从 1 到 5 中选择。
feedback-reopening-unknown = 看不懂时间“{ $typed }”。可以写“30天”或“关闭”，最多 { $limit } 天。
feedback-taken = { $who } 已经认领了 { $id }。
feedback-undo-none = { $id } 没有可撤回的内容。
feedback-undo-late = 来不及了：{ $id } 的提交人已经收到。可以再补充一条。
feedback-words-missing = 请写上您要说的话。
feedback-order-odd = “{ $typed }”不像订单号：订单号里有数字。
feedback-text-missing = 请写上客户说了什么。
feedback-text-long = 共 { $count } 个字，最多 { $limit } 个。
feedback-step-unknown = 没有“{ $typed }”这个环节。可选：商品页、搜索、购物车、结算、支付、物流、质量、退货、价格、账号、其他。
feedback-severity-unknown = 没有“{ $typed }”这个程度。可选：低、普通、高、阻断。
feedback-list-unknown = 可用的列表：未关闭、待处理、我的、我提交的、阻断、超时、已关闭、没有负责人、最久；也可写环节（购物车）、渠道（天猫）、市场（意大利）、商品:CUP-1 和日期，例如：上周 天猫 物流。
feedback-triage-where = 请在要接收反馈的群里输入这条命令。
feedback-try-triage = 反馈 受理群 这里
feedback-try-room-here = 反馈 群 这里 每小时
feedback-try-add = 反馈 登录后购物车是空的 订单:1001 !高
feedback-try-show = 反馈 查看 7
feedback-try-take = 反馈 认领 7
feedback-try-over = 反馈 转交 { $number } @我
feedback-try-assign = 反馈 转交 7 @李伟
feedback-try-start = 反馈 处理 7
feedback-try-plan = 反馈 排期 7 下个版本
feedback-try-wait = 反馈 等待 7 用的是什么浏览器？
feedback-try-fixed = 反馈 解决 7 购物车已恢复正常
feedback-try-decline = 反馈 拒绝 7 法规要求如此
feedback-try-close = 反馈 关闭 7
feedback-try-reopen = 反馈 重新打开 7
feedback-try-reopening = 反馈 重开期限 30天
feedback-try-reply = 反馈 回复 7 我们正在看
feedback-try-note = 反馈 备注 7 和上周一样
feedback-try-say = 反馈 补充 7 只在手机上出现
feedback-try-market = 反馈 更正 { $number } 市场:{ $name }
feedback-try-follow = 反馈 关注 7
feedback-try-task = 反馈 转任务 7

# 给客户的答复草稿，发出前可以修改
feedback-answer-hello = 您好！
feedback-answer-hello-name = { $name }，您好！
feedback-answer-thanks = 感谢您反馈{ $topic }的情况。
feedback-answer-thanks-order = 感谢您反馈{ $topic }的情况（订单 { $order }）。
feedback-answer-topic = { $step ->
    [product-page] 商品页
    [search] 商城搜索
    [cart] 购物车
    [checkout] 下单结算
    [payment] 付款
    [delivery] 物流配送
    [quality] 商品质量
    [returns] 退换货
    [price] 价格与优惠
    [account] 账号
   *[other] 购物
}
feedback-answer-looking = { $step ->
    [cart] 我们正在紧急处理，购物车恢复后会第一时间告诉您。
    [checkout] 我们正在紧急处理，恢复下单后会第一时间告诉您。
    [payment] 我们正在紧急处理，恢复付款后会第一时间告诉您。
    [delivery] 我们正在向快递核实，有结果后马上告诉您。
    [quality] 非常抱歉给您带来不便。我们正在查找原因，如方便请发一张照片给我们。
    [returns] 我们正在核对您的退换货，会尽快答复您。
    [price] 我们正在核对价格，会尽快答复您。
    [account] 我们正在查看您的账号，会尽快答复您。
   *[other] 我们正在处理，会尽快答复您。
}
feedback-answer-planned = 我们会改进，完成后会告诉您。
feedback-answer-waiting = { $step ->
    [checkout] 为了尽快处理，请问您用的是什么设备，在哪个应用或浏览器里下单？
    [payment] 为了尽快处理，请问您选择了哪种付款方式，页面上提示了什么？
    [delivery] 为了尽快处理，请问物流信息现在显示什么？
    [quality] 为了尽快处理，能否发一张照片给我们？
   *[other] 为了尽快处理，能否再说得具体一些？
}
feedback-answer-fixed = { $step ->
    [product-page] 商品页已恢复正常。
    [search] 搜索已恢复正常。
    [cart] 购物车已恢复正常，请您再试一次。
    [checkout] 现在可以正常下单了，请您再试一次。
    [payment] 现在可以正常付款了，请您再试一次。
    [delivery] 我们已与快递核实并处理好。
    [quality] 我们已找到原因并改进。
    [returns] 您的退换货已处理好。
    [price] 价格已更正。
    [account] 您的账号已恢复正常。
   *[other] 问题已经解决。
}
feedback-answer-declined = 我们认真核对过，很抱歉，这一点暂时无法改变。
feedback-answer-praise = 看到您的话我们非常高兴，已转告付出努力的同事。
feedback-answer-wish-looking = 您的建议很好，已转给负责的同事。
feedback-answer-wish-fixed = 您提的建议已经实现了。

help-topic-feedback = 反馈
help-example-feedback = 反馈 登录后购物车是空的 订单:1001
help-feedback = 客户说了什么：一句话转给能解决的人
help-feedback-forward = 已有的消息怎样转为反馈
help-feedback-digest = 此刻的简报：新反馈、等待最久、超时、已结束
help-feedback-list = 列表：未关闭、待处理、我的、我提交的、阻断、超时、已关闭，或某个环节（购物车）
help-feedback-show = 一条反馈的全部内容
help-feedback-mine = 我提交的和我负责的
help-feedback-correct = 更正一条的识别结果
help-feedback-take = 由我负责
help-feedback-assign = 交给别人
help-feedback-start = 正在处理
help-feedback-plan = 已排期，什么时候
help-feedback-wait = 向客户确认
help-feedback-fixed = 已解决，可以怎样答复客户
help-feedback-decline = 不处理，以及原因
help-feedback-close = 不用再处理了
help-feedback-reopen = 还没结束
help-feedback-reopening = 结束后多久内提交人补充内容会重新打开
help-feedback-reply = 告诉提交人
help-feedback-note = 给处理同事的备注
help-feedback-say = 给自己提交的补充内容
help-feedback-follow = 收到它的所有进展
help-feedback-unfollow = 不再收到进展
help-feedback-task = 转为任务
help-feedback-triage = 让反馈发到本群
