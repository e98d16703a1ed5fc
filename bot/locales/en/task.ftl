# Tasks.
priority-low = Low
priority-normal = Normal
priority-high = High
priority-urgent = Urgent

department-marketing = Marketing
department-e-commerce = E-commerce
department-customer-service = Customer service
department-warehouse = Warehouse
department-content = Content
department-it = IT
department-data = Data
department-finance = Finance
department-purchasing = Purchasing
department-hr = HR
department-legal = Legal
department-management = Management

task-state-open = Open
task-state-started = Started
task-state-blocked = Blocked
task-state-done = Done
task-state-dropped = Will not do
task-acceptance-not-asked = not asked
task-acceptance-waiting = asked to accept
task-acceptance-accepted = accepted

# The card
task-title = { $state ->
    [started] ▶️
    [blocked] ⛔
    [done] ✅
    [dropped] 🚫
   *[open] ⬜
} { $id } { $title }
task-short-line = { $id } { $title } · { $owner }
task-due = due { $when }
task-no-date = no date
task-progress = { $done }/{ $total } sub-tasks
task-repeated = repeats { $how }
task-snoozed-until = ⏰ { $when }
task-blocked-by = ⛔ Waits for: { $reason }
task-done-by = Done by { $who } · { $when }
task-dropped-by = 🚫 Closed by { $who } as “will not do” · { $when }
task-note-project = { $name } is a new project.
task-note-holiday = Good to know: { $day } is a public holiday ({ $name }).
task-note-day-off = Good to know: { $day } is not a working day for { $who }.
task-note-away = Good to know: { $who } is away on { $day }.
task-note-next = It repeats: next is { $id }, due { $when }.
task-note-kept = “{ $date }” stayed in the title. If that is when it is due: { $example }

# Buttons
task-button-new = New task
task-button-add = Add
task-button-done = Done
task-button-snooze = Snooze
task-button-assign = Reassign
task-button-open = Open
task-button-edit = Edit
task-button-comment = Comment
task-button-accept = Accept
task-button-decline = Decline
task-button-start = Start
task-button-block = Blocked
task-button-unblock = Unblock
task-button-drop = Will not do
task-button-finish-all = { $count ->
    [one] Finish it and the sub-task
   *[other] Finish it and all { $count }
}
task-button-finish-one = Only this one
task-button-keep = Keep it open
task-button-handover = Hand over
task-snooze-hour = 1 hour
task-snooze-tomorrow = Until tomorrow
task-snooze-monday = Until Monday

# Lists
task-bucket-overdue = Overdue ({ $count })
task-bucket-today = Today ({ $count })
task-bucket-week = This week ({ $count })
task-bucket-later = Later ({ $count })
task-bucket-no-date = No date ({ $count })
task-bucket-closed = Closed ({ $count })
task-bucket-soon = Next ({ $count })
task-bucket-woken = Back on your list ({ $count })
task-list-title = Tasks: { $what }
task-list-mine = mine
task-list-all = all
task-list-made = created by me
task-list-overdue = overdue
task-list-blocked = blocked
task-list-done = done
task-list-other = Other lists
task-list-empty = Nothing here.
task-list-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
task-home-empty = No open tasks.

# Several at once
task-made = { $id } { $title } is on its way.
task-many-made = { $count ->
    [one] One task added
   *[other] { $count } tasks added
}
task-batch-title = { $count ->
    [0] None of these lines can be a task yet
    [one] This would be one task
   *[other] These would be { $count } tasks
}
task-batch-create = { $count ->
    [one] Create one task
   *[other] Create { $count } tasks
}
task-batch-left-out = Left out, because they are headings or ticked already: { $lines }
task-batch-form = Several tasks
task-batch-lines = One task a line
task-batch-lines-hint = For example: Check prices @Sofia friday !high
task-batch-empty = Please write at least one task.
task-batch-gone = These lines were decided already.
task-batch-cancelled = Nothing was added.
task-many-wrong = { $count ->
    [one] One line needs another look; the others are fine:
   *[other] { $count } lines need another look; the others are fine:
}
task-many-line = Line { $line }, “{ $typed }”: { $why }
task-many-limit = That is { $count } at once; { $limit } is the most I take. Please send them in two parts.
task-many-done = { $count ->
    [0] No task was closed
    [one] One task done
   *[other] { $count } tasks done
}
task-many-reopened = Open again: { $ids }
task-several = { $count ->
    [one] One task
   *[other] { $count } tasks
}
task-handed-over = { $count ->
    [0] { $who } has no open tasks that you can see.
    [one] One open task of { $who } now belongs to { $owner }.
   *[other] { $count } open tasks of { $who } now belong to { $owner }.
}
task-leaving = { $count ->
    [0] { $who } has no open tasks that you can see.
    [one] { $who } has one open task. Who takes it over?
   *[other] { $who } has { $count } open tasks. Who takes them over?
}

# News
task-news-assigned = { $who } gave you { $id } { $title }
task-news-moved = { $id } { $title } now belongs to { $owner }
task-news-taken = { $who } gave { $id } { $title } to { $owner }
task-news-handed = { $count ->
    [one] { $who } gave you a task
   *[other] { $who } gave you { $count } tasks
}
task-news-added = { $count ->
    [one] { $who } added a task
   *[other] { $who } added { $count } tasks
}
task-news-followed = { $who } made you a follower of { $id } { $title }
task-news-accepted = { $who } accepted { $id } { $title }
task-news-declined = { $who } gave { $id } { $title } back to you
task-news-comment = { $who } on { $id } { $title }:
task-news-closed = { $id } { $title } is done ({ $who })
task-news-dropped = { $id } { $title } will not be done ({ $who })
task-news-reopened = { $id } { $title } is open again
task-news-blocked = { $id } { $title } is blocked ({ $who })
task-news-changed = { $who } changed { $id } { $title }
task-news-chased = { $who } kindly asks how { $id } { $title } is going
task-news-free = { $id } { $title } can start now: what it waited for is done
task-news-soon = { $id } { $title } is due in an hour
task-news-woken = Back on your list: { $id } { $title }
task-news-late = { $id } { $title } is three working days late ({ $who })

# Short confirmations
task-assigned = { $id } now belongs to { $who }.
task-blocked = { $id } is marked blocked.
task-commented = Your comment on { $id } is saved; everybody it concerns was told.
task-declined = { $id } went back to { $who }, with your reason.
task-dropped = { $id } is closed as “will not do”.
task-finished = { $id } is done. Its sub-tasks stay open.
task-finished-all = { $id } and its sub-tasks are done.
task-kept = { $id } stays open.
task-followed = { $who } will hear what happens to { $id }.
task-unfollowed = You no longer follow { $id }.
task-chased = I asked { $who } kindly about { $id }.
task-chased-already = { $who } was already asked about { $id } today. Please try again tomorrow.
task-saved = { $id } is saved.
task-snoozed = { $id } is quiet until { $when }.
task-repeats = { $id } now comes again { $how }.
task-repeats-no-more = { $id } no longer repeats.
task-needs = { $id } waits for { $needs } { $other }.
task-needs-met = { $id } needs { $needs } { $other }, which is closed already: it can start.
task-needs-no-more = { $id } no longer waits for { $needs }.
task-needs-known = { $id } waits for { $needs } already.
task-needs-not = { $id } did not wait for { $needs }.
task-finish-check = { $count ->
    [one] { $id } { $title } has one open sub-task. Finish anyway?
   *[other] { $id } { $title } has { $count } open sub-tasks. Finish anyway?
}

# What can be mended
task-title-missing = A task needs a title: what is to be done?
task-title-long = That title has { $count } characters; { $limit } is the most. Please shorten it, then put the long text into the details with “task edit”.
task-text-long = That text has { $count } characters; { $limit } is the most. Please shorten it.
task-two-projects = I see two projects: { $first } and { $second }. Please keep one.
task-two-priorities = I see two priorities: { $first } and { $second }. Please keep one.
task-flag-unknown = I do not know the priority “{ $flag }”. There are !low, !normal, !high and !urgent. Put words that belong to the title in quotes.
task-priority-unknown = I do not know the priority “{ $typed }”. There are low, normal, high and urgent.
task-department-unknown = I do not know the department “{ $typed }”. Try marketing, e-commerce, customer-service, warehouse, content, it, data, finance, purchasing, hr, legal or management.
task-department-person = “{ $name }” is a department, and a task belongs to a person. Write dept:{ $name } for the department, and @ with a name for who does it.
task-repeat-unknown = I did not understand how often “{ $typed }” is. Try every day, weekdays, every monday, every 2 weeks on mon, monthly on the 5th or last friday of month.
task-number-missing = Please say which task, by its number.
task-numbers-unclear = I did not understand “{ $typed }”, so nothing was closed. Please write every number by itself.
task-date-missing = Please say until when.
task-time-without-day = Please choose a day for that time.
task-unknown = I do not know { $id }. It may be private, or the number is wrong.
task-not-yours = You may not change { $id }. { $who } can; you may comment on it.
task-not-given-to-you = { $id } belongs to { $who }, not to you.
task-already-done = { $id } was already done by { $who }, { $when }.
task-already-dropped = { $id } was already closed as “will not do” by { $who }, { $when }.
task-not-closed = { $id } is not closed. Nothing was changed.
task-not-blocked = { $id } is not blocked. Nothing was changed.
task-chase-own = { $id } is yours: no need to ask yourself.
task-decline-own = { $id } was made by you. Reassign it, or close it as “will not do”.
task-reason-missing = Please say why, in a few words.
task-comment-missing = Please write your comment.
task-owner-missing = Please choose a person.
task-split-missing = Please say which sub-tasks, with semicolons between them.
task-needs-itself = { $id } cannot wait for itself.
task-needs-circle = { $needs } waits for { $id } already: they would wait for each other for ever.
task-handover-who = Please say whose tasks are to be handed over.
task-handover-same = Those tasks belong to { $who } already.
task-handover-not-yours = Only { $who } and admins may hand over the tasks of { $who }.
task-list-unknown = I do not know that list. There are mine, all, made, overdue, blocked, done, @person, #project and dept:name.
task-word-unknown = I know no such list of tasks. To add a task, begin with “task add”.

# Examples
task-try-add = task add Check banner prices @Sofia due friday 17:00 #singles-day !high
task-try-show = task show 12
task-try-page = task page 12
task-try-done = task done 12
task-try-done-many = task done 3, 5: photos are sent
task-try-list = task list overdue
task-try-drop = task drop 12 no budget
task-try-undo = task undo 12
task-try-start = task start 12
task-try-block = task block 12 stock numbers missing
task-try-unblock = task unblock 12
task-try-comment = task comment 12 photos are in the folder
task-try-assign = task assign 12 @Sofia
task-try-accept = task accept 12
task-try-decline = task decline 12 on leave that week
task-try-follow = task follow 12
task-try-unfollow = task unfollow 12
task-try-chase = task chase 12
task-try-handover = task handover @Bo @Sofia
task-try-due = task due 12 friday 17:00
task-try-due-this = task due { $number } { $date }
task-try-snooze = task snooze 12 tomorrow
task-try-repeat = task repeat 12 every monday
task-try-split = task split 12 Photos; Texts; Prices
task-try-depends = task depends 12 on 11
task-try-undepend = task undepend 12 on 11
task-try-edit = task edit 12
task-try-rename = task rename 12 to Check all prices
task-try-priority = task priority 12 high
task-try-card = task card 12

# Forms
task-form-new = New task
task-form-edit = Edit { $id }
task-form-assign = Reassign { $id }
task-form-block = { $id } is blocked
task-form-drop = Will not do { $id }
task-form-decline = Decline { $id }
task-form-comment = Comment on { $id }
task-form-handover = Hand over tasks
task-form-handover-intro = Everything open that belongs to { $who } goes to one person, who gets one message.
task-field-title = What is to be done?
task-field-details = Details
task-field-owner = Who does it?
task-field-owner-hint = Nobody chosen: you
task-field-new-owner = Who takes over?
task-field-day = Due on
task-field-time = At
task-field-priority = Priority
task-field-project = Project
task-field-department = Department
task-field-followers = Followers
task-field-repeat = Comes again
task-field-repeat-hint = For example: every monday, monthly on the 5th
task-field-comment = Your comment
task-field-block-reason = What does it wait for?
task-field-drop-reason = Why will it not be done?
task-field-decline-reason = Why do you give it back?

# Everything about one
task-show-owner = Owner
task-show-creator = Created by
task-show-due = Due
task-show-priority = Priority
task-show-state = State
task-show-project = Project
task-show-department = Department
task-show-repeats = Repeats
task-show-followers = Followers
task-show-blocker = Blocker
task-show-risk = Risk
task-show-parent = Part of
task-show-source = From
task-show-message = the message
task-show-parts = Sub-tasks
task-show-needs = Waits for
task-show-needed-by = Needed by
task-show-comments = Comments
task-show-said = { $who } · { $when }
task-show-history = History
task-history-nothing = nothing
task-history-created = { $when } · { $who } created it
task-history-title = { $when } · { $who } renamed it: { $before } → { $after }
task-history-details = { $when } · { $who } changed the details
task-history-owner = { $when } · { $who } gave it on: { $before } → { $after }
task-history-state = { $when } · { $who }: { $before } → { $after }
task-history-priority = { $when } · { $who } changed the priority: { $before } → { $after }
task-history-deadline = { $when } · { $who } moved the date: { $before } → { $after }
task-history-project = { $when } · { $who } changed the project: { $before } → { $after }
task-history-department = { $when } · { $who } changed the department: { $before } → { $after }
task-history-followers = { $when } · { $who } changed the followers: { $before } → { $after }
task-history-repetition = { $when } · { $who } changed how it repeats: { $before } → { $after }
task-history-snooze = { $when } · { $who } snoozed it: { $before } → { $after }
task-history-acceptance = { $when } · { $who }: { $before } → { $after }
task-history-needs = { $when } · { $who } changed what it waits for: { $before } → { $after }
task-history-chased = { $when } · { $who } asked kindly
task-history-ticked = { $when } · { $who } ticked it off in { $after }

# The daily bundle
bundle-title-overdue = { $overdue ->
    [one] One task is overdue
   *[other] { $overdue } tasks are overdue
}{ $today ->
    [0] {""}
    [one] {", one is due today"}
   *[other] {", "}{ $today } are due today
}
bundle-title-today = { $count ->
    [one] One task is due today
   *[other] { $count } tasks are due today
}
bundle-title-soon = { $count ->
    [one] One task is due on your next working day
   *[other] { $count } tasks are due on your next working day
}
bundle-title-woken = { $count ->
    [one] One task is back on your list
   *[other] { $count } tasks are back on your list
}
bundle-title-clear = All done. Nothing is waiting for you today.
bundle-overdue-hint = Please review what is overdue: marking it done, or giving it a new date, stops these reminders.
bundle-title-news = { $count ->
    [one] One piece of news about tasks
   *[other] { $count } pieces of news about tasks
}
bundle-news = News ({ $count })
bundle-done = Closed today ({ $count })
bundle-why = You get this on working mornings, only when there is something to tell. Change it in your settings.

# Help
help-task = Lists your tasks; with a number, shows that task
help-task-add = Adds a task from one sentence; several lines are shown before they become tasks
help-task-list = Lists tasks: mine, all, @who, #project, dept:name, overdue, blocked, done, made
help-task-show = Everything about a task, with comments and history
help-task-page = A link to the task’s own web page
help-task-start = Says that it is being worked on
help-task-block = Says what it waits for
help-task-unblock = Says that it waits no longer
help-task-done = Closes a task, or several at once; words behind the numbers are a comment
help-task-drop = Closes a task that will not be done, with the reason
help-task-undo = Takes that back
help-task-assign = Gives a task to somebody else
help-task-accept = Accepts a task you were given
help-task-decline = Gives it back, with the reason
help-task-follow = Tells you what happens to a task
help-task-unfollow = Ends that
help-task-chase = Asks the owner kindly, at most once a day
help-task-handover = Hands over everything of somebody who leaves
help-task-due = Moves the date; “none” takes it away
help-task-snooze = Keeps quiet until then
help-task-repeat = Makes a task come again; “never” ends that
help-task-split = Adds sub-tasks, with semicolons between them
help-task-depends = Says what must be done first
help-task-undepend = Takes that back
help-task-edit = Opens everything that can be changed
help-task-rename = Gives it another title
help-task-priority = Says how much it matters: low, normal, high, urgent
help-task-card = Shows tasks to everybody here; so does T-12 alone in a channel
help-task-comment = Says something to everybody it concerns
