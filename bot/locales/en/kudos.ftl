# Kudos: thanks that others see.
kudos-card = 🎉 { $giver } thanks { $receivers }
kudos-told = 🎉 { $giver } thanks you
kudos-taken-back = { $id } was taken back.
kudos-message = the message
kudos-given = 🎉 { $id }: { $receivers } will hear of it.
kudos-given-wall = It is on the wall, too.
kudos-given-private = It was given in a private channel, so the wall does not show it.
kudos-given-alone = Nobody else reads this here. Give kudos in a channel, or ask an admin to choose a wall.
kudos-given-left = { $count ->
    [0] You have thanked as many people as you can this month.
    [one] You can thank 1 more person this month.
   *[other] You can thank { $count } more people this month.
}
kudos-changed = { $id } is changed, wherever it was shown.
kudos-shown = { $id } is on the wall.

kudos-button-give = Give kudos
kudos-button-edit = Change
kudos-button-drop = Take back
kudos-button-wall = Show on the wall
kudos-button-more = Say what for
kudos-button-values = Change

kudos-form-new = Give kudos
kudos-form-edit = Change { $id }
kudos-form-for = For { $names }
kudos-form-values = Our values
kudos-field-people = Whom do you thank?
kudos-field-reason = What for?
kudos-field-reason-hint = So that others can follow: what they did, and what it changed.
kudos-field-values = What does it show?
kudos-field-values-lines = One value a line
kudos-field-values-hint = A sign, its name in English, its name in Chinese: 💙 care 用心

kudos-list-title = Lately
kudos-mine-title = Kudos I gave and got
kudos-of-title = Kudos for { $who }
kudos-list-none = No kudos yet. Who made your day?
kudos-values-title = What we stand for
kudos-values-line = { $value } – type { $tag }
kudos-ranking-title = Thanked by how many others: { $period }
kudos-ranking-line = { $name } – { $count ->
    [one] 1 person
   *[other] { $count } people
}
kudos-ranking-note = Only you see this. Each person who thanks counts once.
kudos-ranking-on = Everybody can look at the ranking now.
kudos-ranking-ends = There is no ranking any more.
kudos-period-week = this week
kudos-period-month = this month
kudos-period-all = ever

kudos-wall-here = 🎉 Kudos are shown here from now on.
kudos-wall-how = Type kudos, a name, and what for. On the first working day of a month I look back on the one before.
kudos-wall-there = Kudos are shown there from now on.
kudos-wall-off = There is no wall any more.
kudos-allowance-on = Everybody can thank { $count ->
    [one] 1 person
   *[other] { $count } people
} a month.
kudos-allowance-off = Everybody can thank as many people as they like.

kudos-month-title = 🎉 { $month }: { $count ->
    [one] 1 kudos
   *[other] { $count } kudos
}
kudos-month-values = Most of all for { $values }
kudos-month-fresh = Thanked for the first time: { $names }
kudos-month-fresh-more = Thanked for the first time: { $names } and { $more } more
kudos-month-across = { $count ->
    [one] Once, thanks went to another department.
   *[other] { $count } times, thanks went to another department.
}
kudos-month-note = Who got how many is nobody’s business.
kudos-month-1 = January
kudos-month-2 = February
kudos-month-3 = March
kudos-month-4 = April
kudos-month-5 = May
kudos-month-6 = June
kudos-month-7 = July
kudos-month-8 = August
kudos-month-9 = September
kudos-month-10 = October
kudos-month-11 = November
kudos-month-12 = December

kudos-fairness-hr = Only admins and HR see where thanks do not reach.
kudos-fair-title = The last { $count } days: where thanks reach
kudos-fair-departments = By department
kudos-fair-platforms = By chat
kudos-fair-column-who = Who
kudos-fair-column-people = People
kudos-fair-column-share = Thanked
kudos-fair-unthanked = Nobody thanked
kudos-fair-names = { $names }
kudos-fair-names-more = { $names } and { $more } more
kudos-fair-everybody = Everybody was thanked by somebody.
kudos-fair-note = Only you see this. Groups of fewer than { $count } people are left out.

# To be mended
kudos-nobody = Whom do you thank? Name them with @ first, then say what for.
kudos-self = Kudos are for others. Leave yourself out, and send it again.
kudos-people-many = { $limit } people at a time are the most.
kudos-reason-short = Please say a little more about what for: that is what they will remember.
kudos-reason-long = This has { $count } characters; { $limit } is the most.
kudos-guest-alone = Kudos are read by others: please give them in a channel.
kudos-allowance-spent = You can thank { $count } more people this month, of { $limit }. What you wrote is kept below.
kudos-said = You have thanked them for this today already: { $id }. If you have something else in mind, say what.
kudos-often = You have thanked { $who } { $limit } times today. Tomorrow is another day – or thank somebody else who helped.
kudos-number-missing = Which kudos? Please add its number.
kudos-unknown = There is no { $id } that you can see.
kudos-not-yours = Only who gave { $id } can do that.
kudos-late = { $id } is older than { $minutes } minutes. An admin can still change it.
kudos-admins = Only admins can change this.
kudos-period-unknown = I know week, month and all.
kudos-ranking-off = There is no ranking here.
kudos-wall-where = Please type this in the channel or group that should show kudos.
kudos-wall-none = There is no wall yet. An admin can choose one.
kudos-allowance-what = How many people a month? A number up to { $limit }, or off.
kudos-values-count = Please write { $fewest } to { $limit } values.
kudos-values-twice = “{ $line }” is there twice.
kudos-values-line-wrong = I cannot read “{ $line }”. A line is a sign, an English name and a Chinese name.
kudos-try-edit = kudos edit K-7 for a banner that everybody remembers
kudos-try-drop = kudos drop K-7

help-topic-kudos = Kudos
help-example-kudos = kudos @Li for the banner that saved our launch #care
help-kudos = Thank people so that others see it: who, then what for
help-kudos-edit = Say it in other words, within 15 minutes
help-kudos-drop = Take it back, within 15 minutes
help-kudos-mine = What I gave and got
help-kudos-list = Who was thanked lately; with a name, what for
help-kudos-ranking = Who is thanked by many: week, month, all (admins: on, off)
help-kudos-wall = Have kudos shown here, too
help-kudos-values = What we stand for
help-kudos-allowance = How many people somebody may thank in a month
help-kudos-fairness = Where thanks do not reach: by department and chat, only for you

kudos-reacted = You liked what { $who } wrote. What do you thank them for?
kudos-reacted-note = { $sign } on a message says thanks here. Without a reason nobody hears of it.
kudos-button-what-for = Say what for
kudos-sign-on = { $sign } on a message says thanks from now on: whoever puts it there is asked in private what for. On Slack the app needs the scope reactions:read for that.
kudos-sign-off = No sign on a message says thanks any more.
kudos-sign-what = Which sign is it? Its name between colons, as your chat writes it, or off.
help-kudos-sign = Which sign on a message says thanks (admin)
