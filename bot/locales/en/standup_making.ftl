# Making and changing stand-ups: the three steps, templates, choices, who looks after it.
standup-step = Step { $step } of { $of }
standup-making-next = Next
standup-making-back = Back
standup-make = Set it up
standup-making-head = { $name } · { $when }
    Asked: { $who } · posted in { $place }. People get:
standup-making-close = Closes: { $close }
standup-making-no-place = no channel (the answers come to you)
standup-making-gone = This stand-up was set up already, or was left for too long. Please begin again.

standup-templates-title = Templates: pick one, and change what you like
standup-button-use = Use
standup-template-daily = Daily stand-up
standup-template-daily-questions =
    Yesterday
    Today
    Blockers
standup-template-weekly = Weekly check-in
standup-template-weekly-questions =
    What did you get done this week?
    What matters most next week?
    What is in the way? (blockers)
standup-template-retro = Retro
standup-template-retro-questions =
    What went well?
    What did not go well?
    What shall we try next?
standup-template-health = Team health check
standup-template-health-questions =
    How was your week? (mood, anonymous)
    How manageable is your workload? (scale, anonymous)
    What would help you most? (anonymous)
standup-template-handover = Customer-service shift hand-over
standup-template-handover-questions =
    What must the next shift know? (required)
    How many cases are open? (number)
    Is anything urgent? (yes/no)
    if yes: What is urgent, and who has it?
    What is in the way? (blockers)

standup-whenever = whenever people like
standup-time-eve = { $at } on the evening before
standup-closes-day = { $at } on the day itself
standup-closes-next = { $at } on the next day
standup-closes-midnight = midnight ({ $zone })
standup-empty = nothing
standup-alarm-yes = yes
standup-alarm-no = no
standup-after = { $minutes ->
    [one] one minute after the prompt
   *[other] { $minutes } minutes after the prompt
}
standup-pool-count = { $count ->
    [one] one question in turn:
   *[other] { $count } questions in turn, one a day:
}

standup-field-template = Template
standup-field-template-hint = It fills in the next steps; everything can be changed there.
standup-field-who = Who is asked
standup-who-members = Everybody in the channel
standup-who-everyone = Everyone in the company
standup-who-department = Department: { $name }
standup-field-optional = People who need not answer
standup-field-optional-hint = They are asked too, and nobody waits for their answers.
standup-field-admins = Admins
standup-field-admins-hint = They may change it, as its owner may.
standup-field-eve = On which evening or day
standup-eve-same = On the day itself
standup-eve-eve = The evening before
standup-field-close_day = It closes
standup-close-same = On the same day
standup-close-next = On the next day
standup-field-after = Minutes after the prompt to remind who is missing
standup-field-after-hint = 0 means no such reminder; 10 is the least.
standup-field-start = First day
standup-field-start-hint = Leave empty to begin at once.
standup-field-country = Whose holidays count
standup-field-country-hint = A country or its code, such as Germany or CN. Leave empty for everybody’s own.
standup-field-readers = Who reads the answers
standup-readers-all = Everybody in its channel
standup-readers-members = Only its people
standup-readers-managers = Each one’s manager
standup-readers-admins = Only its owner and admins
standup-field-missing = The wrap-up shows who is missing
standup-missing-mention = by mention
standup-missing-names = by name
standup-missing-count = as a number
standup-missing-off = not at all
standup-field-news = The channel hears who is away
standup-news-none = never
standup-news-long = only for more than a day
standup-news-all = always
standup-field-weekly = After the last day of a week, the summary goes to
standup-weekly-place = its channel
standup-weekly-leads = its owner, admins and observers
standup-weekly-off = nobody
standup-field-pool = Questions that come in turn
standup-field-pool-hint = One on each line; one of them is asked each day.
standup-field-escalate = Blockers that grow old go to
standup-field-escalate-hint = They hear of a blocker that nobody solves.
standup-field-alarm = New blockers are told in
standup-field-alarm-hint = Leave empty for nowhere but the stand-up itself.
standup-field-alarm_task = New blockers become tasks

standup-fact-optional = Optional
standup-fact-admins = Admins
standup-fact-start = Begins
standup-fact-paused = Paused until
standup-fact-country = Holidays of
standup-fact-after = Second reminder
standup-fact-pool = In turn
standup-fact-readers = Answers are read by
standup-fact-missing = Missing people
standup-fact-news = Tells who is away
standup-fact-weekly = Weekly summary to
standup-fact-escalate = Old blockers to
standup-fact-alarm = New blockers in
standup-fact-alarm_task = Blockers become tasks

standup-parts = What do you want to change in { $name }?
standup-section-people = Name and people
standup-section-times = Days and times
standup-section-questions = Questions
standup-section-readers = Readers and reminders
standup-section-help = Admins and blockers
standup-button-copy = Copy
standup-button-archive = Archive
standup-archive-sure-title = Archive { $name }?
standup-archive-sure = Nobody is asked any more. What people said is kept.
standup-paused-until = Paused: it asks again on { $day }. A day that has already begun comes to its end.
standup-pause-past = A pause ends on a day to come. Try “until friday”.
standup-changed-meanwhile = Somebody else changed this while you had it open. Your own words are still here; send it once more to save. Changed meanwhile:
standup-note-whenever = It has no schedule: people answer whenever they like, with “standup fill”.
standup-given = { $name } belongs to { $owner } from now on. They hear of it.
standup-given-you = { $by } gave you { $name }: you look after it from now on.
standup-given-away = { $by } gave { $name } to { $owner }, who looks after it from now on. You can still change it.
standup-owner-who = Please say which stand-up, and mention the one person who looks after it from now on.
standup-owner-example = standup owner Daily @Kim
standup-owner-same = “{ $name }” belongs to { $owner } already. Nothing was changed.
standup-template-unknown = There is no template called “{ $name }”.
standup-country-unknown = I do not know the country “{ $typed }”. Try its name or its code: Germany, CN.
standup-until-past = That end, “{ $typed }”, is before its first day. Please give a later one.
standup-until-unknown = I did not understand how long “{ $typed }” is. Try “until 31 May”, “for 6 weeks” or “5 times”; 366 is the most.
standup-start-past = That day is over. Please give today or a later one.
standup-after-least = A reminder { $least } minutes after the prompt is the soonest. Give 0 for none.
standup-choice-unknown = I did not understand “{ $typed }”. Try one of these: { $choices }.
standup-escalate-one = Old blockers go to one person. Please mention just one.
standup-not-yours-left = Who looked after “{ $name }” has left, so only an admin can change it. Nothing was changed.

help-standup-templates = Templates to begin with
help-standup-copy = Make another one with the same questions and choices
help-standup-settings = Everything else that can be chosen
help-standup-owner = Give it to somebody else
standup-admins = { $name } belongs to { $owner }; its admins: { $who }.
standup-admins-none = { $name } belongs to { $owner }; it has no other admin.
standup-admins-now = Saved. { $name } belongs to { $owner }; its admins: { $who }.
standup-admins-now-none = Saved. { $name } belongs to { $owner }; it has no other admin.
standup-admins-already = { $who } may change “{ $name }” already.
standup-admins-not = { $who } is no admin of “{ $name }”. Nothing was changed.
standup-admins-many = A stand-up has { $limit } admins at most.
standup-admins-owner = Its owner always looks after “{ $name }”. Give it to somebody else first.
standup-admin-you = { $by } made you an admin of { $name }: you may change, run and pause it.
help-standup-admins = Who may change it; @people are added, “remove @who” takes away
standup-name-of = { $name } stand-up
standup-note-named = You gave it no name, so I found one. Another one: { $rename }
standup-rename-to = standup rename { $name } to …
standup-renamed = { $before } is called { $name } from now on.
standup-rename-how = Please say both names: the one it has and the new one.
standup-rename-try = standup rename Daily to Early
standup-skip-day = Only who looks after it leaves a day out for everybody. You can be away from this stand-up alone:
standup-skip-alone = To be away from this stand-up alone on that day, nobody else’s is changed:
standup-skip-try = away { $day } standup:{ $name }
help-standup-rename = Give it another name

standup-fact-skipped = Left out
standup-not-on = not on { $days }
standup-days-more = { $count ->
    [one] one more day
   *[other] { $count } more days
}
standup-left-out = { $name } is left out on { $days }. Nobody is asked then, and nobody counts as missing.
standup-held-again = { $name } asks on { $days } after all.
standup-button-cancel = Leave it out again
standup-button-uncancel = Hold it after all
standup-cancel-past = That day is over. Please name a day to come.
standup-cancel-none = “{ $name }” asks nobody on { $days } anyway, or it has begun already. Nothing was changed.
standup-cancel-already = “{ $name }” is left out on { $days } already.
standup-cancel-long = So many days are a pause. At most { $limit } days can be left out one by one; “standup pause … until” names the day on which it goes on.
standup-uncancel-none = “{ $name }” has left out no such day. Nothing was changed.
standup-skip-to = { $first } to { $last }
help-standup-cancel = Leave out a day to come, for everybody
help-standup-unskip = Hold it on a day after all
