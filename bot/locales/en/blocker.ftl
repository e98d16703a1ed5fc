# Blockers: what holds somebody up, and who helps.
blocker-title = { $state ->
    [resolved] ✅
   *[open] ⚠️
} { $id } { $text }
blocker-with-day = { $what } (day { $day })
blocker-since = since { $day }
blocker-tagged = { $count ->
    [one] asked: { $names }
   *[other] { $count } asked: { $names }
}
blocker-away = @{ $name } (away)
blocker-updates = { $count ->
    [one] one update
   *[other] { $count } updates
}
blocker-seen-by = 👀 Seen by { $names }
blocker-escalated-to = ⬆️ Escalated to { $who }
blocker-asked-silent = { $who } was asked on { $day } and has not answered.
blocker-asked-seen = { $who } was asked on { $day } and has seen it.
blocker-resolved-by = ✅ Resolved by { $who } · { $when }
blocker-own-closed = Closed, going by what you said.
blocker-note-away = Good to know: { $who } is away until { $day } and hears of it then.

# News
blocker-news-tagged = 🙋 { $who } asks for your help: { $id } { $text }
blocker-nudge = { $count ->
    [0] ✅ Nothing of this waits for you any more
    [one] ⏰ One blocker still waits for you
   *[other] ⏰ { $count } blockers still wait for you
}
blocker-news-acknowledged = 👀 { $who } has seen { $id } { $text }
blocker-news-said = 💬 { $who } on { $id } { $text }
blocker-news-escalated = ⬆️ { $id } of { $who } has been in the way since { $day }: { $text }
blocker-news-overdue = ⏰ { $who } has been waiting for you since { $day }: { $id } { $text }
blocker-news-alone = ⏰ { $id } has been in the way since { $day }, and there is nobody whom I could tell: { $text }. Who could help?
blocker-news-passed-on = ⬆️ { $id } { $text } was escalated to { $who }
blocker-news-resolved = ✅ { $who } resolved { $id } { $text }
blocker-news-reopened = ⚠️ { $id } is in the way again: { $text }
blocker-still = Still blocked?
blocker-task-done = { $task } is done: resolve { $id } { $text }?

# Buttons
blocker-button-new = New blocker
blocker-button-add = Add
blocker-button-ack = Acknowledge
blocker-button-take = Take over
blocker-button-say = Add update
blocker-button-resolve = Resolve
blocker-button-tag = Tag people
blocker-button-task = Make a task
blocker-button-show = Show
blocker-button-outcome = Say how
blocker-button-still = Still blocked
blocker-button-yes = Yes
blocker-button-yes-all = Yes, all of them
blocker-button-no = No

# One with everything about it
blocker-show-story = What happened
blocker-story-opened = { $when } · { $who } reported it
blocker-story-tagged = { $when } · { $who } asked { $whom } for help
blocker-story-acknowledged = { $when } · { $who } has seen it
blocker-story-said = { $when } · { $who }: { $text }
blocker-story-still = { $when } · { $who }: it is still there
blocker-story-escalated = { $when } · escalated to { $whom }
blocker-story-task = { $when } · { $who } made it T-{ $text }
blocker-story-resolved = { $when } · { $who } resolved it
blocker-story-reopened = { $when } · { $who } opened it again

# Lists
blocker-list-title = Open blockers: { $what }
blocker-list-all = all
blocker-list-mine = mine
blocker-list-other = Other lists
blocker-list-empty = Nothing that you can see holds anybody up.
blocker-list-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

# Forms
blocker-form-new = New blocker
blocker-form-tag = Ask for help with { $id }
blocker-form-say = Update { $id }
blocker-form-outcome = How { $id } was solved
blocker-field-text = What holds you up?
blocker-field-people = Who can help?
blocker-field-people-hint = They are told at once, wherever they chat.
blocker-field-say = What is new?
blocker-field-outcome = What solved it?

# What was done
blocker-made = { $id } { $text } is on the list.
blocker-tagged-now = { $who } will hear of { $id }.
blocker-tagged-already = { $who } was asked for { $id } already.
blocker-updated = Saved with { $id }.
blocker-still-there = { $id } stays open. Thank you for telling.

# What may have to be mended
blocker-way-ask = Ask { $who } for help with { $id }
blocker-number-missing = Which blocker do you mean? Please give its number.
blocker-unknown = There is no blocker { $id } that you can see.
blocker-unknown-close = There is no blocker { $id } that you can see. Did you mean { $close }?
blocker-not-yours = Only { $who }, a manager or an admin can change { $id }. Nothing was changed. You can add an update.
blocker-not-asked = Nobody asked you about { $id } yet. If you want to see to it, take it over.
blocker-resolved-already = { $id } was resolved by { $who } already, { $when }.
blocker-open-already = { $id } is open.
blocker-take-own = { $id } is yours already.
blocker-tag-reporter = { $who } reported { $id }. Please ask somebody who can help.
blocker-people-missing = Please choose somebody who can help.
blocker-people-many = That is { $count } people; { $limit } are the most for one blocker.
blocker-text-missing = Please say what holds you up.
blocker-text-long = This has { $count } characters; { $limit } is the most.
blocker-word-unknown = I do not know what to do with these words for a blocker.
blocker-list-unknown = I know lists of all blockers, mine, somebody’s and those of a stand-up.
blocker-try-add = blocker add stock numbers are late @Li
blocker-try-tag = blocker tag 4 @Li
blocker-try-ack = blocker ack 4
blocker-try-take = blocker take 4
blocker-try-update = blocker update 4 the numbers come at noon
blocker-try-task = blocker task 4
blocker-try-resolve = blocker resolve { $id }
blocker-none-own = You have no open blocker that you reported.
blocker-which = Which of them: { $which }?
blocker-try-reopen = blocker reopen 4
blocker-try-show = blocker show 4

help-topic-blocker = Blockers
help-example-blocker = blocker add stock numbers are late @Sofia
help-blocker = What holds people up
help-blocker-add = Say what holds you up, and who could help
help-blocker-list = Open blockers: all, mine, somebody’s or a stand-up’s
help-blocker-show = Everything about one blocker
help-blocker-tag = Ask people for help
help-blocker-ack = Say that you have seen it
help-blocker-take = Make it yours
help-blocker-update = Say what is new
help-blocker-task = Make a task of it
help-blocker-resolve = Out of the way, and how
help-blocker-reopen = In the way after all

blocker-try-hook = blocker webhook https://example.com/hooks/shop
blocker-hook-title = Webhook for blockers
blocker-hook-made = New blockers are told to { $host } from now on, and what becomes of them.
blocker-hook-renewed = { $host } has a new secret; the one before is worth nothing any more.
blocker-hook-secret = Secret
blocker-hook-goes = Goes to
blocker-hook-owner = Set by
blocker-hook-last = Last call
blocker-hook-waiting = not arrived yet ({ $answer }); I try again
blocker-hook-sent = arrived ({ $answer })
blocker-hook-failed = given up ({ $answer })
blocker-hook-once = Keep the secret now: nobody sees it again.
blocker-hook-signing = Calls are signed as Standard Webhooks says; its libraries check them for you.
blocker-hook-test-goes = A test is on its way. I tell you how it went.
blocker-hook-testing = A test is on its way to { $host }. I tell you how it went.
blocker-hook-dropped = The webhook is off. It is told nothing any more.
blocker-hook-none = No webhook is set.
blocker-hook-no-address = Please give an address that begins with https:// and holds no password.
blocker-hook-went-well = The test arrived at { $host }: it answered { $answer }.
blocker-hook-test-failed = The test did not arrive at { $host }: { $answer }.
blocker-hook-given-up = The webhook at { $host } does not take what I tell it: { $answer }. What is new goes there still; this one I gave up.
blocker-hook-inside-how = Who runs this bot can allow a host of the own network: SHOPCREW_WEBHOOK_INSIDE.
blocker-hook-why-inside = the address lies in the own network
blocker-hook-why-unknown-host = there is no such host
blocker-hook-why-timeout = no answer within ten seconds
blocker-hook-why-connection = no connection
blocker-hook-why-tls = its certificate is not valid
blocker-hook-why-not-https = only https:// is called
blocker-hook-button-test = Send a test
blocker-hook-button-off = Switch off
blocker-hook-off-sure = Switch the webhook off?
blocker-hook-off-means = It is told nothing any more, and its secret is forgotten.
help-blocker-webhook = Tell another system of blockers: blocker webhook https://…
help-blocker-webhook-test = Send a test to the webhook
help-blocker-webhook-renew = Give the webhook a new secret
help-blocker-webhook-off = Switch the webhook off
