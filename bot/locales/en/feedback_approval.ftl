# Approvals: what may be done for a customer only if somebody says so.
feedback-approval-word-refund = refund
feedback-approval-word-discount = discount
feedback-approval-word-replacement = replacement
feedback-approval-word-voucher = voucher
feedback-approval-wish = { $what } { $money }
feedback-approval-money = { $code ->
   *[other] { $amount } { $currency }
}
feedback-approval-said = { $what } – { $said }

feedback-approval-waiting = ⏳ { $what }: waiting for { $who } since { $when }
feedback-approval-approved = ✅ { $what }: approved by { $who }, { $when }
feedback-approval-approved-with = ✅ { $what }: approved by { $who }, { $when }: { $comment }
feedback-approval-rejected = ⛔ { $what }: rejected by { $who }, { $when }
feedback-approval-rejected-with = ⛔ { $what }: rejected by { $who }, { $when }: { $comment }
feedback-approval-withdrawn = ↩️ { $what }: { $who } took it back, { $when }
feedback-approval-withdrawn-over = ↩️ { $what }: no longer needed, the feedback ended, { $when }

feedback-approval-ask = 🙋 { $who } asks for your approval: { $what } ({ $id })
feedback-approval-again = ⏰ { $who } still waits for your approval: { $what } ({ $id })
feedback-approval-why = Why: { $why }
feedback-approval-elsewhere = { $who } is asked now.
feedback-approval-no-more = The feedback has ended: nothing is needed from you any more.
feedback-approval-news-approved = ✅ { $who } approved: { $what } for { $id }
feedback-approval-news-rejected = ⛔ { $who } rejected: { $what } for { $id }
feedback-approval-news-withdrawn = ↩️ { $who } took back: { $what } for { $id }
feedback-approval-sent = Asked { $who }: { $what } for { $id }. You will hear the answer here.
feedback-approval-back = Taken back: { $what } for { $id }. Nobody is asked any more.
feedback-approval-within = { $what } for { $id } is yours to decide: up to { $limit } nobody has to be asked.
feedback-approval-within-kept = Its story keeps that this was within the rule.
feedback-approval-away = { $who } is away until { $until }, and nobody above them is here: the answer may take a while.
feedback-approval-instead = { $who } is away until { $until }: { $instead } is asked instead.
feedback-approval-left = { $who } is no longer with us: { $instead } is asked instead.
feedback-approval-rule-over = By the rule, { $who } decides what is over { $limit }.
feedback-approval-rule-currency = The rule goes by { $limit }, and this is another currency: { $who } is asked.
feedback-approval-rule-amount = Up to { $limit } nobody has to be asked. You named no amount: { $who } is asked.

feedback-approval-title = { $count ->
    [0] Nothing waits for your approval
    [one] { $count } request waits for your approval
   *[other] { $count } requests wait for your approval
}
feedback-approval-waits = { $who }: { $what } ({ $id })
feedback-approval-more = and { $count } more
feedback-approval-rules = Rules
feedback-approval-no-rules = There are none: whoever asks names somebody, or their manager is asked.
feedback-approval-rule = { $what } over { $limit }: { $who } is asked
feedback-approval-rule-lead = { $what } over { $limit }: the manager of whoever asks
feedback-approval-rule-kept = Up to { $limit } everybody who works on feedback may decide.
feedback-approval-rule-gone = There is no rule for “{ $what }” any more.
feedback-approval-rule-none = There is no rule for “{ $what }”.
feedback-approval-how = A rule is made like this: { $try_this }

feedback-story-approval-asked = { $when } · { $who } asked for approval: { $text }
feedback-story-approval-within = { $when } · { $who } decides within the rule: { $text }
feedback-story-approval-handed = { $when } · somebody else is asked: { $text }
feedback-story-approval-approved = { $when } · ✅ { $who } approved: { $text }
feedback-story-approval-rejected = { $when } · ⛔ { $who } rejected: { $text }
feedback-story-approval-approved-instead = { $when } · ✅ { $who } approved, in place of somebody who left: { $text }
feedback-story-approval-rejected-instead = { $when } · ⛔ { $who } rejected, in place of somebody who left: { $text }
feedback-story-approval-withdrawn = { $when } · no longer asked for: { $text }

feedback-button-approval = Ask for approval
feedback-button-approve = Approve
feedback-button-approve-with = Approve with a comment
feedback-button-reject = Reject
feedback-button-unask = Take it back
feedback-form-approval = Approval for { $id }
feedback-form-approve-with = Approve ({ $id })
feedback-form-reject = Reject ({ $id })
feedback-field-approval-what = What for?
feedback-field-approval-what-hint = refund, discount, replacement, voucher …
feedback-field-approval-amount = How much?
feedback-field-approval-amount-hint = 800 CNY, €45.50 …
feedback-field-approval-whom = Who decides?
feedback-field-approval-whom-hint = Empty: as the rules say, else your manager
feedback-field-approval-why = Why?
feedback-field-approve-with = Your comment
feedback-field-reject = Why not?
feedback-export-column-approvals = approvals

feedback-try-approval = feedback approval 7 refund 800 CNY from @Wang because the parcel was lost
feedback-try-approve = feedback approve 7 this once
feedback-try-reject = feedback reject 7 a voucher is enough
feedback-try-approvals = feedback approvals refund over 500 CNY asks @Wang
feedback-approval-what-missing = What is to be approved: a refund, a discount?
feedback-approval-amount-odd = I cannot read “{ $typed }” as an amount. Say a number above zero and a currency, such as 800 CNY or €45.50.
feedback-approval-fine = “{ $typed }” has too many decimals: two at most, such as 45.50 EUR.
feedback-approval-currency = I do not know the currency “{ $typed }”. Say CNY, EUR, USD …
feedback-approval-one = One person decides: name one.
feedback-approval-whom = Who decides? You have no manager here that could be asked. Name somebody.
feedback-approval-own = You cannot approve your own request: name somebody else.
feedback-approval-guest = { $name } is a guest here and cannot decide it. Name a colleague.
feedback-approval-asked-already = { $who } is asked for that already: { $what }. Take it back first to ask again.
feedback-approval-asked-by = { $asker } has asked { $who } for that already: { $what }. One answer is enough.
feedback-approval-over = { $id } is { $state }: nothing can be approved for it any more.
feedback-approval-none = Nothing was asked for { $id }.
feedback-approval-gone = There is no such request any more ({ $id }).
feedback-approval-reason = Say why not: who asked reads it.
feedback-approval-which = Several things are asked for { $id }: { $what }. Say which one, such as “refund”, right behind the number.
feedback-approval-yours = You asked for this yourself: { $who } decides.
feedback-approval-others = { $who } decides about { $id }.
feedback-approval-asker = Only { $who }, who asked, can take it back.
feedback-approval-rule-who = Who is asked? Name somebody, or say “asks the manager”.
feedback-approval-rule-unknown = A rule says for what, from how much on, and who is asked.
feedback-approval-rule-currency-missing = In which currency? Say 500 CNY, €500 …

delivery-kind-feedback-approval = A request for approval
delivery-kind-feedback-approval-again = A reminder of a request for approval
delivery-kind-feedback-approval-answered = An answer to a request for approval

help-feedback-approval = Ask somebody whether a refund or the like may be, and for how much
help-feedback-approve = Say that it may be
help-feedback-reject = Say that it may not be, and why
help-feedback-approvals = What waits for your approval, and who is asked from which amount on
