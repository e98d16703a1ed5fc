# Stand-ups: what people see of a day, of a stand-up, and what they may have to mend.
standup-question-yesterday = Yesterday
standup-question-today = Today
standup-question-blockers = Blockers

standup-fill = Fill
standup-skip = Skip today
standup-more = More
standup-more-later = Remind me in 30 minutes
standup-more-away = Away until…
standup-edit-answer = Edit
standup-submit = Send

standup-title = 📋 { $name } · { $day }
standup-title-late = 📋 { $name } · { $day } · late answer
standup-title-bare = 📋 { $name }
standup-chat = Answer here
standup-prompt-until = Takes about a minute. Open until { $close }. You can edit until then.
standup-prompt = Takes about a minute. Due by { $close }. You can edit until then.
standup-prompt-place = Your answer is posted in { $place }.
standup-prompt-private = Your answer goes to { $names } by direct message, and to nobody else.
standup-reminder-over = ⏰ Your { $name } is closed.
standup-reminder = ⏰ Your { $name } closes at { $close }.
standup-together = { $count ->
    [one] ⏰ { $name } closes at { $close }. One answer is still to come: { $names }
   *[other] ⏰ { $name } closes at { $close }. { $count } answers are still to come: { $names }
}
standup-saved = Saved. { $where } · you can edit until { $close }.
standup-saved-closed = Saved. { $where }. The day is closed, so your answer stays as it is.
standup-saved-late = Saved, marked as late. { $where }.
standup-saved-posted = Posted in { $place }
standup-saved-kept = { $place } gets it with the wrap-up
standup-saved-later = It goes to { $place } when the stand-up closes
standup-saved-both = Posted in { $place }; it goes to { $later } when the stand-up closes
standup-skipped = Skipped for today: you count as away, not as missing.
standup-you-are-away = You are away today, so nobody waits for your answer. You may still give one.
standup-closed-missed = Closed without your answer.
standup-closed-away = Closed. You counted as away, not as missing.
standup-closed-late = You can still answer until the end of your day; it is marked as late.

standup-count-in = { $done } of { $all } in
standup-count-away = { $count } away ({ $names })
standup-count-off = { $count ->
    [one] { $count } has the day off
   *[other] { $count } have the day off
}
standup-called = ⏰ Closed without an answer from { $names }.
standup-count-missing = missing: { $names }
standup-count-unasked = not asked: { $names }
standup-comma = { ", " }
standup-names-more = { $names } and { $count } more
standup-thread-until = Open until { $close }
standup-cancelled = Not held that day.
standup-edited = edited
standup-late = late

standup-preview-note = This is a preview: only you see it, and nothing you fill in is kept.
standup-preview-pressed = This is a preview: nothing was changed. On the day itself, this button does what it says.
standup-preview-done = This is how it would look. Nothing was posted.

standup-made = { $name } is set up
standup-changed = Saved. A day that has already begun stays as it was.
standup-paused = Paused: nobody is asked until it is resumed. A day that has already begun comes to its end.
standup-resumed = It asks again from the next time on.
standup-archived = { $name } is archived. Nobody is asked any more; what people said is kept.
standup-run = { $name } opens now. Who is at work is asked at once, everybody else when their day begins, if that is before the close.
standup-run-all = { $name } opens now. Everybody who is not away is asked at once.
standup-run-now = { $count ->
    [one] { $name } opens now. One person is at work and is asked at once.
   *[other] { $name } opens now. { $count } people are at work and are asked at once.
}
standup-run-later = { $count ->
    [one] Nobody on { $name } is at work right now. One person is asked when their day begins, at { $first }.
   *[other] Nobody on { $name } is at work right now. { $count } people are asked when their day begins, the first at { $first }.
}
standup-run-wait = { $count ->
    [one] One more person waits until their day begins, at { $first }.
   *[other] { $count } more wait until their day begins, the first at { $first }.
}
standup-run-not-today = { $count ->
    [one] One person is not asked: their day does not begin before the close.
   *[other] { $count } people are not asked: their day does not begin before the close.
}
standup-run-rest = { $count ->
    [one] One more person is asked for { $name } now.
   *[other] { $count } more people are asked for { $name } now.
}
standup-state-active = active
standup-state-paused = paused
standup-state-archived = archived

standup-blind = I cannot see who is in { $place }, so “{ $name }” has asked nobody yet. Please invite me there; I keep trying for an hour and a half.
standup-turned-away = { $name } has asked nobody: I cannot see you in the place where it posts. I have paused it; join that place and resume it, or choose another place with “Edit”.
standup-lost-place = I was taken out of { $place }, or it was closed; “{ $name }” lives there.
standup-lost-place-slack = People are asked as before and their answers are kept, but I may not be able to post in { $place }. Type /invite @Shopcrew there to have me back, or choose another channel.
standup-lost-place-dingtalk = People are asked as before and their answers are kept, but I cannot post in { $place } any more. Add me to the group again, or choose another one.
standup-lost-people = “{ $name }” no longer asks { $names }: they have left the company, its channel or its department.
standup-lost-rest = { $count ->
    [0] Nobody is left to ask.
    [one] It still asks one person.
   *[other] It still asks { $count } people.
}
standup-button-lost-place = Choose another place
standup-button-lost-people = Change people
standup-note-here = It posts in { $place }, because you made it here. “Edit” changes that.
standup-note-no-place = It has no channel: the answers come to its owner with the wrap-up, by direct message. “Edit” adds a channel.
standup-note-everyone = { $count ->
    [one] It asks everyone: one person at the moment.
   *[other] It asks everyone: { $count } people at the moment.
}
standup-note-unseen = I do not know { $place } yet. If it is private, please invite me first: type /invite @Shopcrew in it.
standup-note-nobody = There is nobody to ask yet. “Edit” adds people.
standup-note-day-off = { $day } is a day off for everybody on it, so nobody will be asked then.
standup-note-close-moves = { $names }: the close comes before they are asked, on their own clock. So it stays open { $days } until { $close }, one hour after the last person is asked.
standup-note-close-may-move = { $names }: whoever of them is in { $place } is asked only after the close, on their own clock. So it stays open { $days } until one hour after the last person is asked, { $close } at the latest.
standup-note-every-day = every time
standup-note-weekly = every { $days }
standup-note-dates = on { $days }
standup-note-close-change = To keep one close for everybody, press “Edit”: let it close at { $close } or later, or ask everybody at the same time in one zone, such as { $zone }.
standup-note-close-later = To keep one close for everybody, press “Edit” and let it close at { $close } ({ $zone }) or later.
standup-note-later = Today it is too late for { $names }: they are asked from the next day on.
standup-note-never = These days never come: nobody will be asked.

standup-fact-when = When
standup-fact-who = Who
standup-fact-place = Posts in
standup-fact-close = Closes
standup-fact-remind = Reminder
standup-fact-questions = Questions
standup-fact-owner = Owner
standup-fact-observers = Observers
standup-fact-next = Next
standup-when = { $days }, { $at }
standup-time-local = { $at } on each person’s own clock
standup-time-zone = { $at } in { $zone }
standup-closes-at = { $at } ({ $zone })
standup-closes-after = 90 minutes after the last person is asked
standup-remind = { $minutes ->
    [0] none
    [one] one minute before the close, within each person’s working hours
   *[other] { $minutes } minutes before the close, within each person’s working hours
}
standup-remind-instead = { $minutes ->
    [0] none, because { $said } minutes before the close is before it asks, and it is open too short for another
   *[other] { $minutes } minutes after it asks: { $said } minutes before the close would be too early
}
standup-for-everyone = everyone
standup-for-members = everybody in { $place }
standup-for-department = everybody in { $name }
standup-place = the channel
standup-place-none = no channel: { $name } gets the answers by direct message

standup-list-title = Stand-ups
standup-list-more = { $count } more
standup-list-first = Back to the first
standup-list-empty = There is no stand-up yet. One takes a minute to set up.
standup-wall-time = { $day }, { $at }
standup-next-at = next { $when }
standup-next = { $name }: next { $when }
standup-due = due by { $close }
standup-nothing-waits = Nothing waits for you.
standup-waits-title = { $count ->
    [one] One stand-up waits for you
   *[other] { $count } stand-ups wait for you
}
standup-skip-which = Which one do you leave out today?
standup-home-title = My stand-ups
standup-home-none = You are in no stand-up yet.

standup-button-new = New stand-up
standup-button-show = Show
standup-button-preview = Preview
standup-button-edit = Edit
standup-button-run = Run now
standup-button-pause = Pause
standup-button-resume = Resume
standup-run-sure-title = Run it now?
standup-run-sure = Who is at work is asked at once, the others when their day begins. This works once a day.
standup-button-run-all = Ask everybody now

standup-form-fill = Your stand-up
standup-form-new = New stand-up
standup-form-edit = Edit stand-up
standup-field-name = Name
standup-field-at = People are asked at
standup-field-zone = On whose clock
standup-zone-local = On each person’s own
standup-zone-home = Everybody at once: { $zone }
standup-field-days = Days
standup-field-days-hint = weekdays · mon, wed · every 2 weeks on mon · 1st and 15th · last fri of month · mon until 31 May · whenever
standup-field-place = Channel
standup-field-place-hint = Answers are posted there, one thread a day.
standup-field-people = People
standup-field-people-hint = Whoever is named here is asked, instead of the choice above.
standup-field-observers = Observers
standup-field-observers-hint = They get the wrap-up and are never asked.
standup-field-close = Closes at
standup-field-close-hint = Leave empty for 90 minutes after the last person is asked.
standup-field-remind = Minutes before the close to remind who is missing
standup-field-remind-hint = 0 means no reminder.
standup-field-questions = Questions
standup-field-questions-hint = One on each line, ten at most; what it wants in brackets: (number), (scale), (yes/no), (date), (A / B), (any of: A / B), (required), (anonymous). Ask only after a yes: “if yes: …”.

standup-name-missing = A stand-up needs a name.
standup-name-long = The name has { $count } characters; { $limit } is the most. Please shorten it.
standup-name-taken = The name “{ $name }” is taken. Please give this one another name.
standup-time-unknown = I did not understand the time “{ $typed }”. Try 9:30 or 2pm. Words that belong to the name go in quotes.
standup-days-unknown = I did not understand the days “{ $typed }”. Try weekdays, “mon, wed”, “every 2 weeks on mon”, “1st and 15th” or “last fri of month”. Words that belong to the name go in quotes.
standup-remind-unknown = I did not understand the reminder “{ $typed }”. Try 30m, 1h, or off; a day before is the most.
standup-close-before = It would close before it asks. Please give a later close, or say “close { $close } next day”.
standup-place-and = I did not understand “{ $typed }” behind the channel. Words that belong to the name go in quotes.
standup-word-alone = Nothing stands behind “{ $typed }”. Please say what belongs there, or leave it out.
standup-place-one = A stand-up posts in one channel; I see “{ $typed }”. Please keep one.
standup-place-unseen = I cannot see { $place } yet, so nothing would be posted there. Type /invite @Shopcrew in it, then send this again; nothing you wrote is lost.
standup-place-unknown = I do not know the channel “{ $name }”. Make sure that I am in it; then on Slack type # and pick it from the list, on DingTalk mention me in the group once and write its whole name. Words that belong to the name go in quotes.
standup-person-unmet = I do not know one of these people yet. Please mention them to me once, then try again.
standup-questions-many = Those are { $count } questions; { $limit } are the most.
standup-question-long = A question has { $count } characters; { $limit } is the most.
standup-answer-empty = There is nothing in it yet. Answer at least one question, or press “Skip today”.
standup-answer-long = This has { $count } characters; { $limit } is the most.
standup-none = There is no stand-up yet.
standup-unknown = There is no stand-up called “{ $name }”.
standup-unknown-close = There is no stand-up called “{ $name }”. Did you mean { $close }?
standup-which = Which one do you mean: { $names }?
standup-gone = That stand-up is no longer there. Nothing was changed.
standup-word-unknown = I do not know what to do with “{ $typed }” for a stand-up.
standup-not-yours = Only { $owner } or an admin can change “{ $name }”. Nothing was changed.
standup-not-on-it = You are not on the list of “{ $name }” for that day. Whoever joins is asked from the next time on.
standup-kept = “{ $name }” of { $day } is closed, so your answer stays as it is.
standup-shut = “{ $name }” of { $day } is over, and the time for late answers too.
standup-was-cancelled = “{ $name }” was not held on { $day }.
standup-nothing = Nothing waits for you.
standup-nothing-yet = Nothing waits for you yet. Next: { $when }.
standup-skip-answered = You have answered “{ $name }” already, so there is nothing to skip.
standup-skip-already = You have skipped “{ $name }” already.
standup-skip-late = “{ $name }” is closed, so it cannot be skipped any more.
standup-unskip-not = You have not skipped “{ $name }”. Nothing was changed.
standup-nudge-set = I will remind you at { $at }.
standup-nudge-done = “{ $name }” is not waiting for you any more, so there is nothing to remind you of.
standup-nudge-once = You asked for that reminder already; I remind only once.
standup-nudge-late = It closes at { $close }: too soon for another reminder.
standup-paused-already = “{ $name }” is paused already.
standup-active-already = “{ $name }” is not paused.
standup-run-already = “{ $name }” was opened on { $day } already. It runs once a day.
standup-run-paused = “{ $name }” is paused. Please resume it first.
standup-run-nobody = Nobody on “{ $name }” is here today, so nobody was asked.
standup-run-nobody-now = Nobody on “{ $name }” is at work before it would close, so nobody was asked. You can still ask everybody at once.
standup-run-already-waiting = { $count ->
    [one] “{ $name }” was opened on { $day } already. One person waits until their day begins.
   *[other] “{ $name }” was opened on { $day } already. { $count } people wait until their day begins.
}

help-standup = What still waits for you
help-standup-new = Make a stand-up in one line, or in a form
help-standup-report = What still waits for you; with a name, how it went
help-standup-list = All stand-ups
help-standup-show = Everything about one stand-up
help-standup-preview = See exactly what people get
help-standup-edit = Change it in a form
help-standup-pause = Ask nobody until it is resumed
help-standup-resume = Ask again
help-standup-archive = End it for good
help-standup-run = Open today’s now and ask who is at work; “now for everyone” asks all at once
help-standup-fill = Answer what waits for you
help-standup-skip = Leave today out; you count as away

standup-note-unlisted = { $count ->
    [one] I cannot see who is in this group. One person who wrote to me here takes part; everybody else types { $join } in it.
   *[other] I cannot see who is in this group. The { $count } people who wrote to me here take part; everybody else types { $join } in it.
}
standup-invited = { $name } asks the people of this group, too.
standup-try-join = standup join
standup-joined = You take part in { $name } from its next day on.
standup-left = You are no longer asked in { $name }.
standup-join-all = { $name } asks you already: there is nothing to join.
standup-join-others = { $name } asks { $who }. Its owner can add you.
standup-join-place = { $name } asks everybody in its channel: join the channel, and you take part.
standup-leave-not-in = You are not on the list of { $name }.
standup-leave-place = { $name } asks everybody in its channel: leave the channel, or ask its owner to name people.
standup-leave-all = { $name } asks { $who }: its owner can change that.
help-standup-join = Take part from its next day on
help-standup-leave = Be asked no more
