# 审批：需要有人同意后才能为客户做的事。
feedback-approval-word-refund = 退款
feedback-approval-word-discount = 折扣
feedback-approval-word-replacement = 换货
feedback-approval-word-voucher = 优惠券
feedback-approval-wish = { $what } { $money }
feedback-approval-money = { $code ->
    [cny] { $amount } 元
    [eur] { $amount } 欧元
    [usd] { $amount } 美元
   *[other] { $amount } { $currency }
}
feedback-approval-said = { $what }（{ $said }）

feedback-approval-waiting = ⏳ { $what }：等待 { $who } 审批（自 { $when } 起）
feedback-approval-approved = ✅ { $what }：{ $who } 于 { $when } 同意
feedback-approval-approved-with = ✅ { $what }：{ $who } 于 { $when } 同意：{ $comment }
feedback-approval-rejected = ⛔ { $what }：{ $who } 于 { $when } 驳回
feedback-approval-rejected-with = ⛔ { $what }：{ $who } 于 { $when } 驳回：{ $comment }
feedback-approval-withdrawn = ↩️ { $what }：{ $who } 于 { $when } 撤回
feedback-approval-withdrawn-over = ↩️ { $what }：反馈已结束，于 { $when } 自动撤回

feedback-approval-ask = 🙋 { $who } 请您审批：{ $what }（{ $id }）
feedback-approval-again = ⏰ { $who } 还在等您审批：{ $what }（{ $id }）
feedback-approval-why = 原因：{ $why }
feedback-approval-elsewhere = 现在由 { $who } 审批。
feedback-approval-no-more = 反馈已结束，无需您再审批。
feedback-approval-news-approved = ✅ { $who } 已同意：{ $id } { $what }
feedback-approval-news-rejected = ⛔ { $who } 已驳回：{ $id } { $what }
feedback-approval-news-withdrawn = ↩️ { $who } 已撤回：{ $id } { $what }
feedback-approval-sent = 已请 { $who } 审批：{ $id } { $what }。结果会在这里通知您。
feedback-approval-back = 已撤回：{ $id } { $what }，不再需要审批。
feedback-approval-within = { $id } { $what } 可以由您自己决定：{ $limit } 以内无需审批。
feedback-approval-within-kept = 记录中会注明符合规则。
feedback-approval-away = { $who } 请假至 { $until }，其上级也不在，可能要等一等。
feedback-approval-instead = { $who } 请假至 { $until }，已改请 { $instead } 审批。
feedback-approval-left = { $who } 已离职，已改请 { $instead } 审批。
feedback-approval-rule-over = 按规则，超过 { $limit } 由 { $who } 审批。
feedback-approval-rule-currency = 规则以 { $limit } 为限，这次币种不同，因此请 { $who } 审批。
feedback-approval-rule-amount = { $limit } 以内无需审批；您没有写金额，因此请 { $who } 审批。

feedback-approval-title = { $count ->
    [0] 没有等您审批的请求
   *[other] 有 { $count } 个请求等您审批
}
feedback-approval-waits = { $who }：{ $what }（{ $id }）
feedback-approval-more = 还有 { $count } 个
feedback-approval-rules = 规则
feedback-approval-no-rules = 还没有规则：请求时指定审批人，不指定则由直属上级审批。
feedback-approval-rule = { $what }：超过 { $limit }，由 { $who } 审批
feedback-approval-rule-lead = { $what }：超过 { $limit }，由请求人的上级审批
feedback-approval-rule-kept = { $limit } 以内，处理反馈的同事可自行决定。
feedback-approval-rule-gone = 已取消“{ $what }”的规则。
feedback-approval-rule-none = 没有“{ $what }”的规则。
feedback-approval-how = 设置规则：{ $try_this }

feedback-story-approval-asked = { $when } · { $who } 请求审批：{ $text }
feedback-story-approval-within = { $when } · { $who } 按规则自行决定：{ $text }
feedback-story-approval-handed = { $when } · 改由他人审批：{ $text }
feedback-story-approval-approved = { $when } · ✅ { $who } 同意：{ $text }
feedback-story-approval-rejected = { $when } · ⛔ { $who } 驳回：{ $text }
feedback-story-approval-approved-instead = { $when } · ✅ { $who } 代离职同事同意：{ $text }
feedback-story-approval-rejected-instead = { $when } · ⛔ { $who } 代离职同事驳回：{ $text }
feedback-story-approval-withdrawn = { $when } · 不再请求审批：{ $text }

feedback-button-approval = 请求审批
feedback-button-approve = 同意
feedback-button-approve-with = 同意并留言
feedback-button-reject = 驳回
feedback-button-unask = 撤回
feedback-form-approval = 请求审批 { $id }
feedback-form-approve-with = 同意 { $id }
feedback-form-reject = 驳回 { $id }
feedback-field-approval-what = 申请什么？
feedback-field-approval-what-hint = 退款、折扣、换货、优惠券……
feedback-field-approval-amount = 金额
feedback-field-approval-amount-hint = 800 元、€45.50……
feedback-field-approval-whom = 由谁审批？
feedback-field-approval-whom-hint = 留空则按规则，没有规则则由您的上级审批
feedback-field-approval-why = 原因
feedback-field-approve-with = 留言
feedback-field-reject = 驳回原因
feedback-export-column-approvals = 审批

feedback-try-approval = 反馈 审批 7 退款 800 元 找 @王芳 因为包裹丢了
feedback-try-approve = 反馈 同意 7 仅此一次
feedback-try-reject = 反馈 驳回 7 送优惠券即可
feedback-try-approvals = 反馈 审批规则 退款超过 500 元找 @王芳
feedback-approval-what-missing = 要审批什么？比如退款、折扣。
feedback-approval-amount-odd = 看不懂金额“{ $typed }”。请写大于零的数字和币种，例如 800 元或 €45.50。
feedback-approval-fine = “{ $typed }”的小数太多：最多两位，例如 45.50 欧元。
feedback-approval-currency = 不认识币种“{ $typed }”，例如 CNY、EUR、USD。
feedback-approval-one = 只能由一个人审批，请只写一位。
feedback-approval-whom = 由谁审批？没有可以审批的上级，请指定一位同事。
feedback-approval-own = 不能审批自己的请求，请指定其他人。
feedback-approval-guest = { $name } 是访客，不能审批。请指定一位同事。
feedback-approval-asked-already = 已经请 { $who } 审批：{ $what }。要重新请求，请先撤回。
feedback-approval-asked-by = { $asker } 已请 { $who } 审批：{ $what }，等这次的答复即可。
feedback-approval-over = { $id } { $state }，不能再审批。
feedback-approval-none = { $id } 没有审批请求。
feedback-approval-gone = 这个请求已不存在（{ $id }）。
feedback-approval-reason = 请写明驳回原因，请求人会看到。
feedback-approval-which = { $id } 有多个审批请求：{ $what }。请在编号后写明是哪一个，例如“退款”。
feedback-approval-yours = 这是您自己的请求，由 { $who } 审批。
feedback-approval-others = { $id } 由 { $who } 审批。
feedback-approval-asker = 只有请求人 { $who } 可以撤回。
feedback-approval-rule-who = 由谁审批？请写一位同事，或写“由上级审批”。
feedback-approval-rule-unknown = 规则要写明：审批什么、超过多少、由谁审批。
feedback-approval-rule-currency-missing = 是哪种币种？例如 500 元、€500。

delivery-kind-feedback-approval = 审批请求
delivery-kind-feedback-approval-again = 审批提醒
delivery-kind-feedback-approval-answered = 审批结果

help-feedback-approval = 就退款等事项请人审批，可写金额
help-feedback-approve = 同意
help-feedback-reject = 驳回，并说明原因
help-feedback-approvals = 等您审批的请求，以及超过多少由谁审批
