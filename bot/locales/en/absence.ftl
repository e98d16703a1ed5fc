# Being away, coming back, and public holidays.
away-button = Away…
away-form-title = Away
away-first = First day away
away-last = Last day away
away-reason = Reason
away-reason-hint = Optional. Shown to your team if you give one.
away-set-one = You are away on { $first }. Nobody waits for your stand-up; you are back on { $back }.
away-set = You are away from { $first } to { $last }. Nobody waits for your stand-ups; you are back on { $back }.
away-set-half = You are away on { $first }. Stand-ups that ask you in that half of the day leave you out; the others ask you as usual.
away-joined = You were already away until { $until }; now you are away from { $first } to { $last } and back on { $back }.
away-already = You are away then already, from { $first } to { $last }; you are back on { $back }.
away-already-one = You are away on { $first } already; you are back on { $back }.
away-morning = { $day } in the morning
away-afternoon = { $day } in the afternoon
away-whole = { $day }, the whole day
away-hours = I keep days and half days, not hours. You said { $hours }; kept is: { $kept }.
away-hours-one = Hours belong to one day. Please type the day with { $hours } alone, and the other days once more.
away-half-hint = Half a day? Type: away friday afternoon
away-half-which = Please say which half of the day: the morning or the afternoon.
away-half-morning = Morning
away-half-afternoon = Afternoon
away-half-one = Please mark a half day alone, for example “away friday afternoon”, and the whole days after it once more.
away-break-half = A break of everybody is whole days. Please leave morning or afternoon out.
away-why = Reason: { $reason }
away-no-date = Please say from when you are away.
away-no-end = I did not understand until when you are away: “{ $typed }”.
away-apart = These days are not next to each other. Please type one day at a time, or from which day to which.
away-wrong-order = The last day is before the first. Please swap them.
away-wrong-order-year = The last day is before the first. Please swap them, or add the year if you mean the next one.
away-past = Those days are already over. Please give days from today on.
away-too-long = That is more than a year. Please check the last day.

away-cancel = Cancel these days
away-why-now = Reason: { $reason }. Before, it was: { $before }
away-cancelled-days = You are not away from { $first } to { $last } after all.
away-cancel-ask = Which days away shall I cancel?
away-cancel-one = Cancel { $day }
away-cancel-which = { $name } is away several times. Please name the days.
away-try-cancel = away cancel friday
away-try-until = away until { $day }
away-mine = You are away
away-none-coming = You have no days away ahead.
away-hint = Your status says that you are away. Shall I mark you away: { $days }?
away-hint-means = Then nobody waits for you, and I will not remind you.
away-hint-yes = Mark me away
away-hint-no = No, I am there
away-hint-refused = Fine: you are not marked away.
settings-try-zone = settings zone { $zone }
settings-try-days = settings days mon-wed
settings-days-unknown = I cannot read “{ $typed }” as days of the week.
settings-days-set = You work on: { $days }.
settings-days-means = Nothing asks or reminds you on other days, and they need no leave.
help-settings-days = The days on which you work: settings days mon-wed
help-settings-hours = When your day begins and ends: settings hours 9:00-17:30
help-timezone = The clock you live by: timezone Berlin
away-not-then = Nobody was marked away then: { $day }. Nothing was changed.
away-still = Still away: { $days }.
away-free = These are days off for you anyway.
back-on = Noted: you are back on { $back }.
back-on-other = Noted: { $name } is back on { $back }.
back-anyway = You are not marked away on { $back }. Nothing was changed.
back-anyway-other = { $name } is not marked away on { $back }. Nothing was changed.
back-later = The days away end on { $last }, so the first day back is { $back }. Nothing was changed.
help-away-mine = Your own days away
help-away-cancel = Take days away back: away cancel friday
away-cancelled = You are not away on { $first } after all.
back-button = I am back
back-set = Welcome back. You are no longer marked away.
back-coming-one = You are not away now. The day that comes stays: { $first }.
back-coming = You are not away now. The days that come stay: { $first } to { $last }.
back-not-away = You were not marked away. Nothing was changed.

away-only = For
away-only-all = Everything
away-only-none = No stand-up asks you, so you cannot leave “{ $typed }” out.
away-only-which = Which stand-up do you mean by “{ $typed }”: { $names }?
away-set-only = You are away from “{ $name }” from { $first } to { $last }; everything else goes on as usual.
away-set-only-one = You are away from “{ $name }” on { $first }; everything else goes on as usual.
away-other = { $name } is away from { $first } to { $last }.
away-other-one = { $name } is away on { $first }.
away-other-told = { $name } hears of it, and can say that it is not so.
away-other-not = { $name } is not marked away.
away-one-person = Please mark one person at a time: away @Bo friday.
away-told = { $by } marked you away from { $first } to { $last }. Nobody waits for your stand-ups.
away-told-one = { $by } marked you away on { $first }. Nobody waits for your stand-up.
away-told-undo = I am there
away-not-any-more = You are not marked away any more: { $first } to { $last }.
away-not-any-more-one = You are not marked away any more: { $first }.
away-refused = { $name } is there after all: { $first } to { $last }.
away-refused-one = { $name } is there after all: { $first }.
away-news = { $name } is away from { $first } to { $last }.
away-news-one = { $name } is away on { $first }.
away-gone = That absence is not there any more.
away-not-yours = Only an admin, the manager of { $name } or who runs a stand-up with them can mark them away.
away-break-admins = Only an admin can mark everybody away.
away-break-sure = Shall everybody be away from { $first } to { $last }?
away-break-sure-one = Shall everybody be away on { $first }?
away-break-do = { $count ->
    [one] Mark one person away
   *[other] Mark { $count } people away
}
away-break = { $count ->
    [one] One person is away from { $first } to { $last }.
   *[other] { $count } people are away from { $first } to { $last }.
}
away-break-one = { $count ->
    [one] One person is away on { $first }.
   *[other] { $count } people are away on { $first }.
}
away-break-back = Who is there after all types { $back }.
away-try-back = back
back-other = { $name } is back.
back-break = { $count ->
    [0] Nobody was on a break.
    [one] The break is over for one person.
   *[other] The break is over for { $count } people.
}

holidays-title = Public holidays in { $country }, { $year }
holidays-none = There are no more public holidays in { $country } in { $year }.
holidays-day = { $day }: { $name }
holidays-days = { $first } to { $last }: { $name }
holidays-worked = Weekend days that are worked instead
holidays-not-announced = The days that are swapped in { $year } are not announced yet. Until they are, I count on the usual week.
holidays-unknown = I do not know the country “{ $typed }”.
holidays-none-known = I have no calendar of { $country }: I count on the usual week there, Monday to Friday.
holidays-region = { $region } ({ $country })
holidays-nowhere = I do not know in which country you work. Name one, or ask your admin to set SHOPCREW_COUNTRY.
help-holidays = Public holidays: holidays, holidays China 2027
away-who = Away from { $first } to { $last }
away-who-one = Away on { $first }
away-who-nobody = Nobody is away from { $first } to { $last }.
away-who-nobody-one = Nobody is away on { $first }.
away-who-days = { $first } to { $last }
away-who-more = { $count ->
    [one] And one more. Ask for fewer days to see everybody.
   *[other] And { $count } more. Ask for fewer days to see everybody.
}
away-try-who = away who next week
help-away-who = Who is away: away who, away who next week
help-away = Mark yourself away: away friday to monday
help-back = You are here again
help-topic-holidays = Public holidays

# Names of holidays come in English from their calendars.
holiday-name = { $key ->
   *[other] { $name }
}
holiday-observed = { $name } (observed)

help-settings-country = Whose public holidays are yours: my country Austria
settings-try-country = my country Austria
country-is-own = Your public holidays: { $country }
country-is-other = Public holidays of { $name }: { $country }
country-nowhere-own = I do not know whose public holidays are yours.
country-nowhere-other = I do not know whose public holidays are those of { $name }.
country-why-said-own = It was set for you by hand.
country-why-said-other = It was set for { $name } by hand.
country-why-clock-own = I take them from your time zone and your company's country.
country-why-clock-other = I take them from { $name }'s time zone and the company's country.
country-how = Another country: “my country Austria”; as in your company again: “my country usual”. Its days off: “holidays Austria”.
country-set-own = Your public holidays are those of { $country } now.
country-set-other = The public holidays of { $name } are those of { $country } now.
country-usual-own = Your public holidays are as in your company again: { $country }.
country-usual-other = The public holidays of { $name } are as in the company again: { $country }.
country-not-yours = Only an admin, the manager of { $name } or who runs a stand-up with them can set their country.
country-means = Stand-ups, reminders and working days are counted by them.
country-they-know = { $name } is told.
country-told = { $by } set the country whose public holidays are yours: { $country }
country-told-usual = { $by } set your public holidays to those of your company again
