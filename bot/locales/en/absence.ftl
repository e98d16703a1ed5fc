# Being away, coming back, and public holidays.
away-button = Away…
away-form-title = Away
away-first = First day away
away-last = Last day away
away-reason = Reason
away-reason-hint = Optional. Shown to your team if you give one.
away-set-one = You are away on { $first }. Nobody will miss your stand-up; you are back on { $back }.
away-set = You are away from { $first } to { $last }. Nobody will miss your stand-ups; you are back on { $back }.
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
away-past = Those days are already over. Please give days from today on.
away-too-long = That is more than a year. Please check the last day.

away-cancel = Cancel these days
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
away-told = { $by } marked you away from { $first } to { $last }. Nobody will miss your stand-ups.
away-told-one = { $by } marked you away on { $first }. Nobody will miss your stand-up.
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
holidays-nowhere = I do not know in which country you work. Name one, or ask your admin to set SHOPCREW_COUNTRY.
help-holidays = Public holidays: holidays, holidays China 2027
help-away = Mark yourself away: away friday to monday
help-back = You are here again
help-topic-holidays = Public holidays

# Names of holidays come in English from their calendars.
holiday-name = { $key ->
   *[other] { $name }
}
holiday-observed = { $name } (observed)
