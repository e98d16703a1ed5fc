# Reviews: written by managers, read by who they are about, and by nobody else.
review-title = Your reviews
review-none = There is nothing to write or to read now.
review-of = { $cycle } · due { $day }
review-home-title = Reviews
review-home-write = Write about { $who }
review-home-more = and { $count } more: review
review-private = Only you and the person it is about ever read what you write. HR sees that it was sent, not what it says.
review-list-list = { $count ->
    [one] 1 review is yours to write
   *[other] { $count } reviews are yours to write
}
review-list-three = { $count ->
    [one] 1 review is due soon
   *[other] { $count } reviews are due soon
}
review-list-one = { $count ->
    [one] 1 review is due on the next working day
   *[other] { $count } reviews are due on the next working day
}
review-list-last = { $count ->
    [one] 1 review is due: today is your last working day before
   *[other] { $count } reviews are due: today is your last working day before
}
review-list-due = { $count ->
    [one] 1 review is due today
   *[other] { $count } reviews are due today
}
review-list-until = { $cycle } · until { $day }
review-list-sent = { $count } of { $total } sent.
review-list-more = and { $count } more: they come when some of these are sent.
review-list-over = These reviews have ended.
review-all = All of your reviews are sent. Thank you!
review-self-there = has written about themselves
review-self-waits = has not written about themselves yet
review-self-ask = How do you see your own work?
review-self-again = There is still time for your own view
review-self-sent = Your view of your own work is sent
review-self-sent-note = Who writes your review can read it. You can change it until they have sent theirs.
review-self-until = { $cycle }: please tell until { $day }, before your manager writes.
review-self-note = { $who } reads this before writing your review. Nobody else does.
review-work-on = Who writes your review sees what you did beside the form: tasks, stand-ups, kudos, feedback you closed, your measures. No scores.
review-work-off = Who writes your review sees nothing of your work beside the form. Switch it on to have your tasks, stand-ups, kudos and measures shown.
review-sent = Your review is here
review-sent-by = From { $who } · { $cycle } · due { $day }
review-sent-note = Only you and who wrote it can read it. After reading, please confirm that you have.
review-acknowledged-on = You confirmed it on { $when }.
review-acknowledged = Your review was read
review-acknowledged-by = { $who } has confirmed it · { $cycle } · due { $day }
review-handed = A review is yours to write now
review-handed-by = { $by } asks you to write about { $who } · { $cycle } · due { $day }
review-handed-moved = You lead { $who } now, or who should write is not there · { $cycle } · due { $day }
review-own-waiting = Being written by { $who }
review-own-alone = Nobody writes it yet
review-own-sent = Sent by { $who }: please read and confirm
review-own-acknowledged = Read and confirmed
review-about = { $who } · written by { $by } · { $cycle } · due { $day }
review-read-review = The review you opened
review-read-self = Somebody’s view of their own work
review-read-comment = The comment on your review
review-read-note = Only you see this. Every time somebody opens it is on the log: “review log”.
review-log = Who has read the reviews of { $who }
review-log-own = Who has read your reviews
review-log-none = Nobody has opened anything.
review-log-nobody = nobody
review-log-read = { $who } opened the review
review-log-self-read = { $who } opened their own view
review-log-comment-read = { $who } opened the comment
review-log-self-sent = { $who } sent their own view
review-log-sent = { $who } sent the review
review-log-changed = { $who } changed the review
review-log-acknowledged = { $who } confirmed it
review-log-delegated = { $who } handed it to { $to }
review-log-moved = It went to { $to }, who leads them now or stands in
review-log-erased = { $who } erased what it said

review-button-start = Start
review-button-self = Write about yourself
review-button-read-self = Read their own view
review-button-read = Read
review-button-acknowledge = I have read it
review-button-comment = Read the comment
review-button-log = Who read them
review-button-cycles = All cycles
review-button-new = New cycle
review-button-show = Show
review-button-stop = End it
review-button-export = As a file
review-button-work-on = Show my work
review-button-work-off = Do not show my work

review-form-write = Review
review-form-self = Your own view
review-form-acknowledge = I have read it
review-form-note = { $who } reads this by pressing a button; no notification shows it. “Keep as a draft” sends nothing.
review-acknowledge-note = { $who } hears that you have read it. That does not mean that you agree.
review-field-strengths = What went well
review-hint-strengths = What they did, and what it changed. Examples help most.
review-field-next = What comes next
review-hint-next = What they could do differently, and how you help.
review-field-goals = Agreed goals
review-hint-goals = What you both want to have reached by the next review.
review-field-note = Private note
review-hint-note = For your eyes only. Neither they nor HR ever see it.
review-field-proud = What am I proud of?
review-hint-proud = What I did, and what it changed.
review-field-hard = What was hard?
review-hint-hard = What held me up, and what would have helped.
review-field-wish = What do I want next?
review-hint-wish = What I would like to learn, do or leave.
review-field-comment = Comment
review-field-what = What should happen with it?
review-what-send = Send it
review-what-keep = Keep as a draft
review-submit = Continue
review-field-name = Name
review-field-cadence = How often?
review-field-weeks = Every how many weeks?
review-field-due = Last day
review-field-self = Does everybody write about themselves first?
review-self-yes = Yes
review-self-no = No
review-only-once = if it comes once
review-only-weeks = if it comes every few weeks
review-option-once = Once
review-option-weeks = Every few weeks
review-option-monthly = Every month
review-option-quarterly = Every quarter
review-option-half-yearly = Every half year
review-option-yearly = Every year
review-cadence-once = once
review-cadence-weeks = { $count ->
    [one] every week
   *[other] every { $count } weeks
}
review-cadence-monthly = every month
review-cadence-quarterly = every quarter
review-cadence-half-yearly = every half year
review-cadence-yearly = every year

review-evidence = What { $who } did, as far as you may see it and they want it shown:
review-evidence-none = { $who } wants their work shown here; nothing was found since the last review.
review-evidence-tasks = { $count ->
    [one] 1 task done
   *[other] { $count } tasks done
}
review-evidence-kudos = { $count ->
    [one] Thanked once
   *[other] Thanked { $count } times
}
review-evidence-feedback = { $count ->
    [one] 1 customer feedback closed
   *[other] { $count } customer feedbacks closed
}
review-evidence-measures = Their measures, first and now:
review-evidence-measure = { $name }: { $then } → { $now }
review-evidence-wins = Said in stand-ups:

review-kept = Kept as a draft
review-kept-note = Nobody has seen it. It is in the form when you open it again.
review-done = Your review of { $who } is sent
review-done-note = You can change it while the cycle is open; they hear of a change only if some hours have passed.
review-acknowledged-done = Thank you. { $who } hears that you have read it.
review-delegated = { $who } writes the review of { $about } now.

review-made = “{ $cycle }” has begun ({ $rhythm })
review-made-later = “{ $cycle }” is planned ({ $rhythm })
review-made-days = First from { $first } until { $day }; every manager hears of it at nine on their own clock.
review-begun = “{ $cycle }” has begun
review-begun-count = { $count ->
    [one] 1 review
   *[other] { $count } reviews
} by { $writers ->
    [one] 1 person
   *[other] { $writers } people
}, from { $first } until { $day }. They hear of it at nine on their own clock.
review-begun-none = Nobody can be asked yet: nobody leads anybody. Say who leads whom with “team set @Name manager @Name”.
review-rings = These lead each other in a ring, so nobody of them is asked: { $rings }. Please mend it: “team set @Name manager @Name”.
review-alone = Without anybody to write it: { $names }
review-alone-how = Choose somebody: “review delegate @Name to @Name”.
review-late = { $count ->
    [one] 1 review is overdue
   *[other] { $count } reviews are overdue
}
review-lost = A review has nobody to write it
review-lost-who = { $who } · { $cycle }
review-lost-how = Choose somebody: “review delegate @{ $who } to @Name”.
review-cycles = Review cycles
review-cycles-none = There is no cycle yet.
review-cycle-line = { $cycle } · { $rhythm }
review-cycle-waits = opens { $day }
review-cycle-far = { $count } of { $total } sent · due { $day }
review-cycle-stopped = ended { $when }
review-shown = { $cycle }: { $count } of { $total } sent, due { $day }
review-shown-note = What reviews say is for the two people it concerns. It is in no list and no file.
review-more = and { $count } more: they are in the file.
review-pair = { $who } ← { $by }
review-pair-alone = { $who } ← nobody
review-state-waiting = not sent
review-state-sent = sent
review-state-acknowledged = confirmed
review-state-on = { $state } { $day }
review-state-late = { $state } late
review-state-overdue = overdue
review-state-dropped = ended without
review-stopped = “{ $cycle }” has ended
review-stopped-note = Nobody is asked any more. What was sent can still be read.
review-stop-sure = End “{ $cycle }”?
review-stop-text = What is not sent by now will not be asked for any more.
review-exported = { $count ->
    [one] How far the reviews are: 1 row
   *[other] How far the reviews are: { $count } rows
}
review-file = Reviews
review-column-cycle = Cycle
review-column-due = Due
review-column-person = Person
review-column-reviewer = Written by
review-column-state = State
review-column-self = Own view
review-column-sent = Sent
review-column-acknowledged = Confirmed

review-hour = You hear of reviews at { $time }, on your own clock.
review-hour-usual = You hear of reviews at nine, or when your day begins. Another hour: review hour 15:00
review-hour-off = That is outside of your working hours, from { $start } to { $end }. Choose an hour of them, or change them with “settings hours”.
review-try-hour = review hour { $time }
help-review-hour = At which hour of yours you are asked about reviews: review hour 15:00, or off
review-texts = What managers read above the messages of { $cycle }
review-text-none = Nothing of your own yet: they read what I say.
review-text-how = It is shown to who reads the language it is written in. Type review text, the cycle, then first, three, one, due or self, a colon, and the words; { "{" }due{ "}" }, { "{" }count{ "}" } and { "{" }cycle{ "}" } stand for the facts. “off” takes it away.
review-text-list = When they are asked first
review-text-three = Three working days before the end
review-text-one = The day before
review-text-due = On the last day
review-text-self = When somebody is asked about themselves
review-text-long = A text has { $limit } characters at most.
review-text-fact = I do not know “{ $typed }”. What can stand between braces: cycle, due, count.
review-try-text = review text Spring due: Please write until { "{" }due{ "}" }.
help-review-text = Words of your own above the messages of a cycle, in each language (HR)
review-erase =
    { NUMBER($count) ->
        [one] One review of { $who } would be erased
       *[other] { $count } reviews of { $who } would be erased
    }
review-erase-text = Reviews, own views, comments, notes and drafts are gone for good. That there was a review, and who erased it, stays on its log.
review-erase-sure = Erase what reviews of { $who } say?
review-button-erase = Erase
review-erased =
    { NUMBER($count) ->
        [one] What the review of { $who } said is erased.
       *[other] What { $count } reviews of { $who } said is erased.
    }
review-erase-who = Please say whose reviews are to be erased.
review-erase-none = There are no reviews of { $who }.
review-erase-own = Somebody else of HR erases yours: who is reviewed does not do it alone.
review-try-erase = review erase @Li
help-review-erase = Erase what reviews of somebody say, for good; who did it stays on the log (HR)

review-guests = Reviews are for the people of the company.
review-hr = HR and admins see to reviews. Your own are here:
review-unknown = There is no such review, or it is not yours to open.
review-word = I did not understand what you would like to do about reviews.
review-over = This review can no longer be changed.
review-self-over = Your own view can no longer be changed: your review is written, or the cycle has ended.
review-windows = Nothing was sent: this was changed in another window
review-windows-both = Both texts are in the form now, one below the other. Open it, keep what you want, and send it.
review-yourself = Nobody reviews themselves. What you say of yourself goes here:
review-one-person = One person at a time, please.
review-who = About whom? Please name one of them.
review-nothing = There is nothing for you to write now.
review-not-yours = There is no review of { $who } for you to write now.
review-no-self = No cycle asks for your own view now.
review-none-own = There is no review of you to read yet.
review-empty-review = There is nothing in it.
review-empty-self = They have not sent their own view yet.
review-empty-comment = They left no comment.
review-acknowledged-already = You have confirmed this one.
review-changed-since = It was changed since you opened it. Please read it again first.
review-own-hands = Who reviews you is chosen by others.
review-self-hands = { $who } cannot review themselves.
review-guest-hands = { $who } is a guest, and writes no reviews.
review-below = { $who } is led by { $about }, and cannot review them.
review-already-theirs = { $who } writes the review of { $about } already.
review-nothing-open = No review of { $who } is open now.
review-delegate-who = Please name both: whose review, and who writes it.
review-name = What is the cycle called? Up to { $limit } characters.
review-name-taken = There is, or was, a cycle called “{ $cycle }”. Please take another name.
review-when = How often, or until which day? Monthly, quarterly, half-yearly, yearly, every 2 weeks, or a day.
review-both = Please say how often, or one last day, but not both.
review-weeks = Every { $count } weeks is not possible: 1 to { $limit }.
review-due-past = { $day } is today or over. Please choose a later day.
review-due-far = { $day } is more than { $limit } days away.
review-due-off = Nobody works on { $day } ({ $why }). Better { $days }?
review-day-off = day off
review-no-cycle = There is no review cycle yet.
review-which = Which cycle do you mean: { $names }?
review-export-none = There are no reviews to export yet.
review-try-cycle = review cycle "Spring" quarterly
review-try-other = review cycle "{ $cycle }" quarterly
review-try-write = review write @Li
review-try-delegate = review delegate @Li to @Mia

help-topic-review = Reviews
help-example-review = review cycle "Spring" quarterly with self-review
help-review = What is yours: reviews to write, and those about you
help-review-write = Write about somebody you lead, or keep a draft
help-review-self = Say how you see your own work, where a cycle asks for it
help-review-read = Read your newest review, or one you wrote
help-review-acknowledge = Confirm that you have read it, with a comment
help-review-work = Let your manager see what you did beside the form: review work on, or off
help-review-delegate = Have somebody else write a review
help-review-log = Who has read your reviews, and when
help-review-cycle = Make a cycle: monthly, quarterly, half-yearly, yearly, every 2 weeks, or one day (HR)
help-review-stop = End a cycle (HR)
help-review-cycles = Every cycle, and how far it is (HR)
help-review-show = Who has written and who has not (HR)
help-review-export = How far every review is, as a file; never what it says (HR)
