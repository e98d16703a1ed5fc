# Who got what, what failed and why: for admins.
delivery-title = Who got what: { $what }
delivery-none = I have sent nothing about this in that time.
delivery-note = What messages say is not shown here. Whether somebody has read them is not known.
delivery-count-sent = { $count } sent
delivery-count-failed = { $count } failed
delivery-count-waiting = { $count } waiting
delivery-count-expired = { $count } not sent
delivery-key = Key: { $key }
delivery-place-private = a private place
delivery-direct = direct message
delivery-letter = to the person
delivery-in-place = channel or group

delivery-sent = Sent { $when } · { $platform }
delivery-sent-somehow = Sent
delivery-rerouted = Re-routed, as { $platform } did not take it: { $why }
letter-open = Open { $about }
letter-why-mail = You get this by e-mail, as no chat could bring it to you. Nobody reads answers to this address: please answer in the chat.
letter-why-dingtalk-notice = You get this as a work notice, as I could not write to you in our conversation. Please answer me there.
delivery-maybe-twice = It may have arrived twice: one attempt got no answer, and the chat could not say.
delivery-failed = Failed { $when }: { $why }
delivery-failed-maybe = Not sure since { $when }: { $why }
delivery-failed-edit = Sent, but its last change could not be shown { $when }: { $why }
delivery-failed-late = Its time is over by now.
delivery-bundled = Became a line of the morning’s message
delivery-expired = Not sent: its time was over { $until }
delivery-expired-tried = Not sent: its time was over { $until }. Last attempt: { $why }
delivery-not-needed = Not sent: it was not needed any more
delivery-waits-quiet = Waits for their working time, until { $when }
delivery-waits-quota = Waits for the new month, until { $when }
delivery-waits-thrift = Waits to save calls, until { $when }
delivery-waits-again = Tried { $count ->
    [one] once
   *[other] { $count } times
} in vain, next { $when }: { $why }
delivery-waits-planned = Planned for { $when }
delivery-waits-turn = Waits for its turn, at { $when }: many messages are going out
delivery-waits-now = On its way
delivery-deadline = Only useful until { $until }.

delivery-why-nobody = they have no account in a chat that I am connected to
delivery-why-bug = an error of mine, which is in the log
delivery-why-doubt = the chat gave no answer and cannot say whether it arrived; I do not say such a message twice
delivery-why-range = they are outside the app’s visible range, or have switched the robot off
delivery-why-left = the account is not active any more
delivery-why-no-direct = the app may not write to them directly
delivery-why-not-in = I am not in there
delivery-why-closed = it was archived or disbanded
delivery-why-rights = the app lacks the right to do this, or was stopped or removed
delivery-why-too-long = the message was too long for the chat
delivery-why-quota = the month’s quota is used up
delivery-why-no-answer = no answer
delivery-why-too-fast = too many messages at once
delivery-why-refused = { $platform } refused it ({ $code })
delivery-why-other = the chat did not take it ({ $code })

delivery-attempt-sent = { $when } · { $platform }, { $where }: sent
delivery-attempt-found = { $when } · { $platform }, { $where }: no answer, but it had arrived
delivery-attempt-absent = { $when } · { $platform }, { $where }: no answer, and it had not arrived
delivery-attempt-rerouted = { $when } · { $platform }, { $where }: refused, so another way was next: { $why }
delivery-attempt-rate-limited = { $when } · { $platform }, { $where }: to be tried later: { $why }
delivery-attempt-unreachable = { $when } · { $platform }, { $where }: did not arrive: { $why }
delivery-attempt-in-doubt = { $when } · { $platform }, { $where }: no answer, it may have arrived
delivery-attempt-failed = { $when } · { $platform }, { $where }: failed: { $why }

delivery-failed-title = { $count ->
    [0] Nothing failed in the last 7 days
    [one] { $count } message failed in the last 7 days
   *[other] { $count } messages failed in the last 7 days
}
delivery-failed-none = Everything arrived, or is on its way.
delivery-retried = { $count ->
    [0] Nothing was left to try again.
    [one] { $count } message is tried again now.
   *[other] { $count } messages are tried again now.
}
delivery-button-failed = What failed
delivery-button-show = Details
delivery-button-retry = Retry
delivery-button-retry-all = Retry all

delivery-what = Whose messages? A task, a blocker, a stand-up with its day, or a person.
delivery-word = I do not know that word after “delivery”.
delivery-unknown = I found no task, blocker, stand-up or person by those words.
delivery-which-standup = Which stand-up do you mean? Please add its name.
delivery-no-day = { $name } had no such day.
delivery-gone = There is no such message any more.
delivery-retry-which = Which one? Please add a number, or “all”.

delivery-kind-other = Message
delivery-kind-absence-news = News of an absence
delivery-kind-absence-refused = Absence not taken over
delivery-kind-absence-told = Absence entered by somebody else
delivery-kind-blocker-acknowledged = Blocker seen
delivery-kind-blocker-card = Blocker
delivery-kind-blocker-escalated = Blocker escalated
delivery-kind-blocker-nudge = Reminder of blockers
delivery-kind-blocker-passed-on = Blocker passed on
delivery-kind-blocker-resolved = Blocker resolved
delivery-kind-blocker-said = News of a blocker
delivery-kind-blocker-still = Question about blockers
delivery-kind-blocker-tagged = Help asked for
delivery-kind-blocker-task-done = Task of a blocker done
delivery-kind-budget-dry = Quota used up
delivery-kind-budget-warning = Quota warning
delivery-kind-bundle = Morning message
delivery-kind-delivery-failed = Failed message reported
delivery-kind-feedback-card = Feedback
delivery-kind-feedback-closed = Feedback closed
delivery-kind-feedback-declined = Feedback declined
delivery-kind-feedback-fixed = Feedback fixed
delivery-kind-feedback-note = Note on feedback
delivery-kind-feedback-planned = Feedback planned
delivery-kind-feedback-received = Feedback passed on for somebody
delivery-kind-feedback-reply = Answer to feedback
delivery-kind-feedback-said = More about feedback
delivery-kind-feedback-task-done = Task of feedback done
delivery-kind-feedback-unsolved = Feedback not solved
delivery-kind-feedback-waiting = Feedback waits for the customer
delivery-kind-feedback-working = Feedback being worked on
delivery-kind-feedback-yours = Feedback given
delivery-kind-leave-told = Leave
delivery-kind-link-linked = Accounts linked
delivery-kind-link-parted = Accounts parted
delivery-kind-link-proposal = Accounts proposed
delivery-kind-room-card = Room
delivery-kind-room-reply = Answer from another place
delivery-kind-standup-admin = Looking after a stand-up
delivery-kind-standup-answer = Answer of a stand-up
delivery-kind-standup-blind = Stand-up asks nobody
delivery-kind-standup-card = Stand-up
delivery-kind-standup-end = Wrap-up
delivery-kind-standup-given = Stand-up handed over
delivery-kind-standup-invite = Invitation to a stand-up
delivery-kind-standup-late = Late answer
delivery-kind-standup-owned = New owner of a stand-up
delivery-kind-standup-prompt = Questions
delivery-kind-standup-reminder = Reminder
delivery-kind-standup-thread = Message of the day
delivery-kind-standup-together = Reminder of several
delivery-kind-standup-turned-away = Stand-up turned away
delivery-kind-standup-wrapup = Wrap-up by direct message
delivery-kind-task-accepted = Task accepted
delivery-kind-task-added = New tasks
delivery-kind-task-assigned = Task given
delivery-kind-task-blocked = Task blocked
delivery-kind-task-card = Task
delivery-kind-task-changed = Task changed
delivery-kind-task-chased = Task asked after
delivery-kind-task-closed = Task closed
delivery-kind-task-comment = Comment
delivery-kind-task-declined = Task declined
delivery-kind-task-followed = New follower
delivery-kind-task-free = Task can start
delivery-kind-task-handed = Task handed on
delivery-kind-task-late = Task overdue
delivery-kind-task-soon = Task due soon
delivery-kind-task-taken = Task started
delivery-kind-task-ticked = Task ticked off
delivery-kind-task-woken = Snoozed task
delivery-kind-workspace-gone = A workspace let us go

help-delivery-failed = what could not be delivered in the last 7 days (admins)
help-delivery-show = who got what: `T-12`, `@Li`, `standup Daily today` (admins)
help-delivery-retry = tries again what failed: a number, or `all` (admins)
help-topic-delivery = Delivery
