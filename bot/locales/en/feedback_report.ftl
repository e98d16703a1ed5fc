# Feedback: what is promised, the morning's digest, the report, search and export.
feedback-length-minutes = { $count } min
feedback-length-hours = { $count } h
feedback-length-days = { $count ->
    [one] one working day
   *[other] { $count } working days
}
feedback-length-whole-days = { $count ->
    [one] one day
   *[other] { $count } days
}
feedback-news-warned-answer = ⏳ { $id } is to be answered by { $when }
feedback-news-warned-solve = ⏳ { $id } is to be solved by { $when }
feedback-news-breached-answer = ⏰ { $id } was not answered within { $limit }
feedback-news-breached-solve = ⏰ { $id } was not solved within { $limit }
feedback-escalated = { $count ->
    [one] ⏰ One promise to customers was not kept
   *[other] ⏰ { $count } promises to customers were not kept
}
feedback-escalated-why = You are named as the one who hears of this: once of each, never of every minute. Say what is to happen, or give it to somebody.

feedback-search-complaint = Does a customer say so? Then pass it on. Otherwise, here is what was found.
feedback-button-pass-on = Pass it on
feedback-promises = What we promise to customers
feedback-promise-answer = answered within { $limit }
feedback-promise-solve = solved within { $limit }
feedback-promise-always = round the clock
feedback-promise-escalate = then { $who } hears of it
feedback-promise-none = nothing promised
feedback-promises-note = Time counts on working days from 9:00 to 18:00 in { $zone }, where it does not run round the clock, and not while we wait for a customer.
feedback-promises-how = Admins change it: { $try_this }
feedback-promise-kept = Promised from now on for “{ $severity }”: { $what }.
feedback-promise-off = Nothing is promised any more for “{ $severity }”.
feedback-promise-severity = Please say for which feedback: low, normal, high or blocking.
feedback-promise-missing = Please say how soon: answered within what time, solved within what time, or both.
feedback-promise-length = I do not understand the time “{ $typed }”. Try 15m, 4h or 2d; two months are the most.
feedback-promise-rest = I do not know what to do with “{ $typed }” in a promise.
feedback-promise-order = Answering is promised for later than solving. Please change one of them.
feedback-promise-one = Please name one person who hears of what was not kept.
feedback-promise-guest = { $name } is a guest, and cannot be the one who hears of it.
feedback-promise-only = For “{ $severity }”
feedback-button-promise = Change promises
feedback-form-promise = Promises to customers
feedback-field-promise-answer = Answered within
feedback-field-promise-solve = Solved within
feedback-field-promise-hint = For example 15m, 4h or 2d; empty promises nothing
feedback-field-promise-hours = Time counts
feedback-field-promise-escalate = Who hears of what was not kept
feedback-hours-work = in working hours
feedback-hours-always = round the clock
feedback-try-promise = feedback promise blocking answer 15m solve 4h escalate @Anna

feedback-digest = { $fresh ->
    [0] ☀️ Feedback this morning: nothing new
    [one] ☀️ Feedback this morning: one new
   *[other] ☀️ Feedback this morning: { $fresh } new
}
feedback-digest-line = { $waiting } waiting · { $overdue } late · { $ended } ended
feedback-digest-new = New
feedback-digest-waiting = Waiting longest
feedback-digest-overdue = Later than promised
feedback-digest-ended = Ended
feedback-more = and { $count } more

feedback-report-title = { $count ->
    [one] 📣 What customers say · one week
   *[other] 📣 What customers say · { $count } weeks
}
feedback-report-heard = Voices
feedback-report-heard-line = { $count }, { $change } against the time before
feedback-report-same = as many as before
feedback-report-rate = Closing rate
feedback-report-rate-line = { $share }%: { $done ->
    [one] { $done } of { $all } has a final answer
   *[other] { $done } of { $all } have a final answer
}
feedback-report-rate-none = nothing came in
feedback-report-days = Days to the end
feedback-report-days-line = { $days } in the median
feedback-report-hours-line = { $count ->
    [0] an hour or less, in the median
   *[other] less than one: { $count } hours in the median
}
feedback-report-days-none = nothing ended yet
feedback-report-score = How it was handled
feedback-report-score-line = { $mean } of 5, in the mean of { $count } answers
feedback-report-score-few = { $count ->
    [one] one answer; a mean is shown from { $least } on
   *[other] { $count } answers; a mean is shown from { $least } on
}
feedback-report-movers = What moved
feedback-report-mover = { $name }: { $count ->
    [0] none any more
   *[other] { $count }
} ({ $change })
feedback-report-skus = Products
feedback-report-sku = { $sku }: { $count } ({ $change }) · { $step } { $most }
feedback-report-roadmap = To mend next
feedback-report-roadmap-note = First what keeps customers from buying, then what most of them say.
feedback-report-told = Voices by step: { $steps }.
feedback-report-nothing = Nobody said anything yet
feedback-report-nothing-soon = What customers say will show here
feedback-report-weeks = { $count ->
    [one] Last 7 days
   *[other] Last { $count } weeks
}
feedback-report-unknown = I do not understand “{ $typed }”. A report is of up to { $limit } weeks (“4 weeks”), of days (“last month”), or by channel, market, product, step or severity.
feedback-report-button = Report
feedback-try-report = feedback report 4 weeks

feedback-report-title-days = 📣 What customers say · { $span }
feedback-report-ahead = Those days are still to come: a report is of days gone by.
feedback-report-long = A report with a picture is of up to a year. A table may be of more.
feedback-report-dated = { $day } { $year }
feedback-breakdown-title = { $by ->
    [market] 📣 Feedback by market
    [sku] 📣 Feedback by product
    [step] 📣 Feedback by step
    [severity] 📣 Feedback by severity
    [kind] 📣 Feedback by kind
   *[channel] 📣 Feedback by sales channel
}
feedback-breakdown-name = { $by ->
    [market] Market
    [sku] Product
    [step] Step
    [severity] Severity
    [kind] Kind
   *[channel] Sales channel
}
feedback-breakdown-by = { $by ->
    [market] By market
    [sku] By product
    [step] By step
   *[channel] By channel
}
feedback-breakdown-change = Change
feedback-breakdown-unnamed = Not said
feedback-breakdown-more = { $count } others
feedback-breakdown-total = All
feedback-breakdown-note = The change is against { $then }.
feedback-breakdown-nothing = Nobody said anything in this time, nor in the time before.
feedback-try-breakdown-long = feedback report by channel
feedback-try-breakdown = feedback report by channel last week

feedback-count = { $what }: { $count ->
    [0] nobody said anything
    [one] one voice
   *[other] { $count } voices
}
feedback-count-ended = { $what }: { $count ->
    [0] none ended
    [one] one ended
   *[other] { $count } ended
}
feedback-count-items = { $items ->
    [one] One piece of feedback, { $left ->
        [0] which has its answer
       *[other] still open
    }.
   *[other] { $items } pieces of feedback, { $left ->
        [0] none of them open any more
        [all] all of them still open
       *[other] { $left } of them still open
    }.
}
feedback-count-change = { $change } against the same time before
feedback-count-same = As many as in the same time before
feedback-count-all = Feedback
feedback-count-show = Show them
feedback-count-what = Please say what to count: a step, a product, a channel, a market, a state, or days.
feedback-try-count = feedback count delivery last week
feedback-search-words = Please say what to look for.
feedback-try-search = feedback search coupon
feedback-export-button = Export
feedback-export-form = Export feedback
feedback-export-title = { $count ->
    [one] The export of feedback: one row
   *[other] The export of feedback: { $count } rows
}
feedback-export-name = Feedback
feedback-export-note = The file is in your own conversation with me. Customers’ data is in it: keep it as you keep that.
feedback-export-desk = Only those in the room for feedback can export it: customers’ data is in it.
feedback-export-many = That would be more than { $limit } rows. Please name fewer days.
feedback-export-nothing = There is no feedback of those days.
feedback-export-rest = I do not know what to do with “{ $typed }” in an export. Name days, and csv or xlsx.
feedback-try-export = feedback export xlsx last month
feedback-export-column-number = number
feedback-export-column-date = date
feedback-export-column-state = state
feedback-export-column-step = where
feedback-export-column-severity = how bad
feedback-export-column-kind = what it is
feedback-export-column-sentiment = sentiment
feedback-export-column-sku = SKU
feedback-export-column-market = market
feedback-export-column-outlet = sales channel
feedback-export-column-customer = customer
feedback-export-column-order = order
feedback-export-column-text = text
feedback-export-column-sender = sent by
feedback-export-column-owner = owner
feedback-export-column-answer = answer
feedback-export-column-reason = why not
feedback-export-column-ended = ended
feedback-export-column-original = original
feedback-export-column-files = files
feedback-in-en = in English
feedback-in-zh = in Chinese
feedback-sentiment-negative = negative
feedback-sentiment-neutral = neutral
feedback-sentiment-positive = positive

help-feedback-promise = How soon feedback is answered and solved, and who hears otherwise
help-feedback-promises = What is promised to customers
help-feedback-report = What customers speak of most, and what moved
help-feedback-by = Feedback by sales channel, market, product, step or severity
help-feedback-count = How many, of what you name: delivery last week
help-feedback-search = Find feedback by words, customer, order or SKU
help-feedback-export = Feedback as an Excel or CSV file
