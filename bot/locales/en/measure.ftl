# Measures of roles and teams.
measure-name-open = { $measure }
measure-name-private = 🔒 { $measure }
measure-now = Now
measure-target = Target
measure-change = Change
measure-confidence = Confidence
measure-total = All together
measure-total-of = { $value } over { $count } periods
measure-owner = Owner
measure-owner-head = { $who }, as head of { $department }
measure-owner-vacant = { $who }, while { $department } has no head
measure-owner-area = { $who }, who answers for { $area }
measure-owner-which = I do not know who “{ $typed }” is. An owner is a person, the head of a department, or who answers for an area.
measure-holder = Or by what they are
measure-hint-holder = “head of marketing”, “owner of refunds”: whoever that is at the time
measure-holder-head = head of { $department }
measure-holder-area = owner of { $area }
measure-owner-both = Please keep one: { $who }, or what somebody is.
measure-try-owner = measure new ROAS owner head of marketing
measure-deputies = Deputies
measure-department = Department
measure-role = Role
measure-area = Area
measure-cadence = How often
measure-formula = Formula
measure-source = Source
measure-basis = Time basis
measure-also = Also called
measure-zone = Time zone of the shop
measure-name = Name
measure-unit = What is counted
measure-currency = Currency
measure-direction = Where it should go
measure-value = Value
measure-note = In one sentence
measure-period = Of which period
measure-sight = Who sees it
measure-sight-open = everybody in the company
measure-sight-private = owner, deputies, heads, admins
measure-only-money = For money only.
measure-unit-count = a number
measure-unit-percent = per cent (%)
measure-unit-money = money
measure-unit-days = days
measure-unit-hours = hours
measure-unit-minutes = minutes
measure-unit-score = a score from 1 to 5
measure-direction-up = up: more is better
measure-direction-down = down: less is better
measure-direction-band = stay within a band
measure-cadence-daily = daily
measure-cadence-weekly = weekly
measure-cadence-monthly = monthly
measure-cadence-quarterly = quarterly
measure-asked-daily = daily, for the day before
measure-asked-weekly = weekly, asked on { $day }
measure-asked-monthly = monthly, asked on the first working day
measure-asked-quarterly = quarterly, asked on the first working day
measure-weekday-0 = Mondays
measure-weekday-1 = Tuesdays
measure-weekday-2 = Wednesdays
measure-weekday-3 = Thursdays
measure-weekday-4 = Fridays
measure-weekday-5 = Saturdays
measure-weekday-6 = Sundays
measure-aim-up = up
measure-aim-down = down
measure-aim-band = within a band
measure-target-low = at least { $low }
measure-target-high = at most { $high }
measure-target-band = { $low } to { $high }
measure-met = target reached
measure-over = { $far } over the target
measure-under = { $far } under the target
measure-target-line = Target: { $target } · { $off }
measure-moved-better = { $arrow } { $change } against the period before – better
measure-moved-worse = { $arrow } { $change } against the period before – worse
measure-moved-neither = { $arrow } { $change } against the period before
measure-points = { $value } pp
measure-days = { $value } days
measure-hours = { $value } h
measure-minutes = { $value } min
measure-time = { $hours } h { $minutes } min
measure-quarter = Q{ $number } { $year }
measure-confidence-green = on track
measure-confidence-yellow = at risk
measure-confidence-red = off track
measure-value-of = { $value } ({ $period })
measure-value-partial = { $value } ({ $period }, so far)
measure-none-yet = no value yet
measure-silent = No value for { $days ->
    [one] a day
   *[other] { $days } days
    }. The last: { $value } ({ $period })
measure-silent-never = No value for { $days ->
    [one] a day
   *[other] { $days } days
    }, and none before
measure-partial = The period still runs: this is what there is so far.
measure-late = reported { $days ->
    [one] a day
   *[other] { $days } days
    } after the period
measure-before = corrected from { $values }
measure-corrected = Before: { $value }. It stays in the history.
measure-nothing-divided = The denominator is zero: there is nothing to divide, so it shows “—”.
measure-origin-person = reported
measure-origin-import = imported
measure-origin-door = from a system
measure-said = { $measure }: { $value } for { $period }
measure-history = History
measure-drawn = { $measure }, the last periods: { $values }
measure-mind = Mind: { $trap }
measure-retired = { $measure } is retired: nobody is asked for it any more. Its history stays.
measure-list = { $count ->
    [one] 1 measure
   *[other] { $count } measures
    }
measure-list-of = { $about }: { $count ->
    [one] 1 measure
   *[other] { $count } measures
    }
measure-list-late = Without a recent value
measure-list-none = Nothing is measured yet. Make the first one, or pick one of the field’s own with its formula.
measure-list-none-of = There is none here.
measure-catalogue = { $count } measures of the field, ready to pick
measure-catalogue-of = { $department }: { $count } measures, ready to pick
measure-catalogue-pick = Department
measure-button-show = Show
measure-button-set = Enter a value
measure-button-correct = Correct
measure-button-change = Change
measure-button-owner = Name an owner
measure-button-retire = Retire
measure-button-new = New measure
measure-button-catalogue = Formulas
measure-button-look = Look
measure-button-use = Use this one
measure-button-more = { $count } more
measure-button-go = Enter them one by one
measure-button-next = Save and go on
measure-retire-title = Retire { $measure }?
measure-retire-text = Nobody is asked for it any more; its history stays.
measure-form-new = New measure
measure-form-change = Change a measure
measure-form-set = Enter a value
measure-form-intro = { $measure } · { $period }.
measure-form-left = { $count } more after this.
measure-hint-value = Such as { $example }
measure-hint-ratio = Such as { $example }, or both numbers: 24 / 1000
measure-hint-skip = Leave it empty to skip this one.
measure-hint-period = A day in it, or: last week, 2026-10, Q3
measure-hint-currency = EUR, CNY, USD …
measure-hint-owner = Left empty: you
measure-hint-target = Such as < 2.5%, > 5000, 20–40
measure-hint-department = Such as customer service, warehouse
measure-hint-formula = In words: refunded orders / orders
measure-hint-source = Where the number is read: Shopify, Tmall …
measure-hint-basis = Which day counts: of the order, of the refund …
measure-hint-also = In any language, with commas between
measure-hint-zone = Whose days and weeks count, such as Shanghai
measure-example-count = 1234
measure-example-percent = 2.4%
measure-example-days = 12 days
measure-example-hours = 3h 20m
measure-example-minutes = 3h 20m
measure-example-score = 4.8
measure-due = { $count ->
    [one] One value is missing
   *[other] { $count } values are missing
    }
measure-due-line = { $measure } · { $period }
measure-due-last = {" "}(before: { $value }, { $period })
measure-due-for = {" "}· for { $who }, who is away
measure-due-more = and { $count } more
measure-due-note = You can also type: measure set refund rate 2.4% green “sizes fixed”
measure-left = { $measure } needs an owner: { $who } is not here any more
measure-owned = { $by } asks you to look after { $measure }
measure-steps-none = All your values are in. Nothing is missing.
measure-steps-done = Thank you: all your values are in.
measure-steps-left = Thank you. { $count ->
    [one] One of yours is
   *[other] { $count } of yours are
    } still missing: measure due
measure-guests = Measures are for people inside the company.
measure-which = Which measure?
measure-unknown = There is no measure “{ $measure }”.
measure-unknown-close = There is no measure “{ $measure }”. Did you mean { $close }?
measure-several = That may be { $close }. Please type the whole name.
measure-missing = This measure is not here, or not yours to see.
measure-is-retired = { $measure } is retired.
measure-not-yours = { $who } looks after { $measure }. They, their deputies, the head of the department and admins can change it.
measure-give = Only heads and admins give measures to others, here { $who }.
measure-taken = “{ $measure }” is there already: a name means one measure.
measure-many = There can be { $limit } measures at most. Retire one first.
measure-two-owners = A measure has exactly one owner, not { $names }. Others can be deputies @Name.
measure-people-many = At most { $limit } deputies.
measure-name-missing = What is it called?
measure-name-long = A name has { $limit } characters at most; this one has { $count }.
measure-also-many = At most { $limit } other names, not { $count }.
measure-text-long = At most { $limit } characters; these are { $count }.
measure-note-long = At most { $limit } characters; these are { $count }.
measure-unit-unknown = I do not know the unit “{ $typed }”. I know: count, %, days, hours, minutes, score, and money such as EUR or CNY.
measure-unit-kept = { $measure } has values in its unit already. Make a new measure for another unit.
measure-currency-unknown = I do not know the currency “{ $typed }”. Try EUR, CNY, USD.
measure-currency-missing = Which currency? Such as EUR or CNY.
measure-cadence-unknown = “{ $typed }” is no rhythm I know: daily, weekly, weekly on friday, monthly, quarterly.
measure-direction-unknown = “{ $typed }” is no direction: up, down or band.
measure-direction-which = Is more of it better, or less? Type the target with a sign: < { $example } or > { $example }.
measure-target-order = The lower end of the target comes first: 20–40.
measure-band-ends = A band has two ends: 20–40.
measure-target-against = The target and the direction do not fit: “{ $typed }” says the opposite.
measure-value-missing = Which value? For { $measure } type such as { $example }.
measure-value-unknown = I cannot read “{ $typed }” as a value of { $measure }. Type such as { $example }.
measure-value-unit = “{ $typed }” is of another unit. { $measure } is kept like this: { $example }
measure-value-currency = “{ $typed }” is another currency. { $measure } is kept in { $currency }, at the rate of the order’s day.
measure-value-large = “{ $typed }” is more than anybody counts. Type such as { $example }.
measure-value-score = A score is between 1 and 5, not “{ $typed }”.
measure-value-negative = “{ $typed }” is less than nothing: { $measure } cannot be.
measure-value-bottom = What “{ $typed }” is divided by cannot be less than zero.
measure-period-future = “{ $typed }” has not begun yet.
measure-period-unknown = I cannot read “{ $typed }” as a period. Type such as last week, 2026-10, Q3 or a day in it.
measure-period-several-daily = “{ $typed }” is several days, and { $measure } is daily. Name one day.
measure-period-several-weekly = “{ $typed }” is several weeks, and { $measure } is weekly. Name one week, or a day in it.
measure-period-several-monthly = “{ $typed }” is several months, and { $measure } is monthly. Name one month.
measure-period-several-quarterly = “{ $typed }” is several quarters, and { $measure } is quarterly. Name one.
measure-try-set = measure set refund rate 2.4% green
measure-try-value = measure set { $measure } { $value }
measure-try-show = measure show refund rate
measure-try-change = measure change refund rate target <2%
measure-try-retire = measure retire refund rate
measure-button-export = Export
measure-button-import = Import values
measure-export-name = Measures
measure-export-title = { $count ->
    [one] One value
   *[other] { $count } values
    } as a file
measure-export-note = Every value that stands, with its numerator and denominator. Nothing in it is a formula.
measure-export-nothing = There is no value to export.
measure-column-measure = measure
measure-column-period = period
measure-column-value = value
measure-column-unit = unit
measure-column-numerator = numerator
measure-column-denominator = denominator
measure-column-confidence = confidence
measure-column-note = note
measure-column-target = target
measure-column-owner = owner
measure-column-department = department
measure-column-said = reported at
measure-column-by = reported by
measure-import-form = Import values
measure-import-field = Paste lines, the first is the head
measure-import-hint = measure, period, value (or numerator, denominator), confidence, note. Or send me a CSV file: no form needed.
measure-import-title = This is what would change. Nothing has changed yet.
measure-import-nothing = Nothing would change.
measure-import-changes = { $count ->
    [one] One value
   *[other] { $count } values
    }
measure-import-new = { $period }: { $after }
measure-import-change = { $period }: { $before } → { $after }
measure-import-note = Lines with a mistake are left out; mend them and paste them again.
measure-import-done = { $count ->
    [one] One value is
   *[other] { $count } values are
    } in.
measure-import-dropped = Let go; nothing has changed.
measure-import-gone = This list is not there any more. Paste it again.
measure-import-empty = There is a head and at least one line needed: measure, period, value
measure-import-long = At most { $limit } lines at once.
measure-import-head = The head has to name: measure, period, and value (or numerator and denominator).
measure-import-cells = More cells than the head has. Put a comma that belongs to a value into quotes.
measure-import-missing = No measure, no period or no value.
measure-import-twice = { $measure } stands twice for this period.
measure-import-sure = “{ $typed }” is no confidence: green, yellow or red.
help-topic-measure = Measures
help-example-measure = measure set refund rate 2.4% green "sizes fixed"
help-measure-list = Measures with value, target and trend: measures, measures warehouse, measures mine, measures late
help-measure-show = One measure: its trend, picture, formula and history
help-measure-catalogue = The field’s measures with formulas and traps: measure catalogue marketing
help-measure-new = Make a measure: measure new "Refund rate" % target <2.5% @Li weekly dept:service
help-measure-set = Report a value: measure set refund rate 2.4% green "sizes fixed"
help-measure-due = Go through your values that are missing
help-measure-change = Change target, owner, deputies, how often and all else
help-measure-retire = Nobody is asked for it any more
help-measure-export = All values you may see as a file
help-measure-import = Compare a pasted list of values, then take it over
measure-export-many = More than { $limit } values: name one measure.
measure-import-not-yours = { $measure } is not yours to change.
measures-door-signing = Send values as JSON by POST, signed as Standard Webhooks says. docs/measures.md shows how, with curl.
help-measure-door-new = Opens a door by which a system brings values (admins)
measure-drawing = The last periods
measure-owner-outside = { $who } cannot see measures: owners are people inside the company.
measure-cadence-kept = { $measure } has values of its rhythm already. Make a new measure for another one.
