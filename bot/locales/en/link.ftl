# One person with accounts on several platforms.
link-code = Your code: { $code }
link-code-how = Use it where you have your other account: open your conversation with Shopcrew (店小二) there and type one of these.
link-code-life = It works once, until { $until }. Nobody but you needs to see it.
link-done = One person now: { $accounts }.
link-done-means = Tasks, stand-ups, days away and settings are shared. I write to you once, where you were last, unless you choose a place.
link-parted = { $account } is on its own again.
link-parted-means = What was done before stays where it was.
link-accounts =
    { NUMBER($count) ->
        [one] { $name } has one account that I know.
       *[other] { $name } has these accounts.
    }
link-account = { $name } ({ $platform })
link-person = { $name } ({ $platforms })
link-pair = { $one } and { $other }
link-joined = Linked: { $pair } are one person now.
link-propose = Are you also { $name } on { $platform }?
link-propose-why = Both accounts have the same e-mail address or staff number. If they are both yours, I will treat them as one person and remind you once.
link-apart = Thank you. I will not ask again.
link-people =
    { NUMBER($count) ->
        [one] One pair may be the same person.
       *[other] { $count } pairs may be the same person.
    }
link-people-more = … and { $more } more.
link-people-none = I see nobody who looks like the same person on two platforms.
link-confirm = Their tasks, stand-ups and days away become one. You can part them again later, but what is one by then stays together.
link-unlink-confirm = This account becomes a person of its own. What was done so far stays with the other one.

link-button-code = Get a new code
link-button-more = Link another account
link-button-show = My accounts
link-button-where = Choose where I write
link-button-link = Link
link-button-unlink = Unlink
link-button-yes = Yes, that’s me
link-button-no = No
link-button-apart = Not the same

link-usage = A code has eight letters and digits, such as K7WQ4MTR. Type only “link” to get one.
link-guest = Guests cannot link accounts themselves. An admin can: link @name with the other name.
link-wrong-code =
    { NUMBER($left) ->
        [0] I do not know that code. Please wait an hour, or get a new one on the other side and check it there.
        [one] I do not know that code. Please check it; you have one more try this hour.
       *[other] I do not know that code. Please check it; you have { $left } more tries this hour.
    }
link-too-many = That was too often. Please try again in an hour, or ask an admin to link you.
link-own-code = That is your own code for this account. Please type it with your other account, on the other side.
link-old-code = That code is too old: one works for ten minutes. Please get a new one on the other side.
link-used-code = That code was used already. If it was not you, please tell an admin; a new code links again.
link-already-yours = Both accounts are yours already. Nothing is left to do.
link-already-one = { $name } is one person already, on every platform I know.
link-two-accounts = { $one } and { $other } both have an account in the same workspace, so they cannot be one person. If one of them is linked to the wrong account, unlink it first.
link-raced = Somebody changed these accounts at the same moment. Please look again.
link-single = There is only one account, so there is nothing to unlink.
link-old-proposal = That question is settled, or one of the accounts has changed. Nothing was done.
link-with-whom = Please say who { $name } is on the other side.
link-try-with = link @{ $name } with Grace Chen

link-where-any = Where I write you
link-where-task = Where I write about tasks
link-where-standup = Where I ask for stand-ups
link-where-auto = Where I was last

help-topic-link = One person on Slack and DingTalk
help-example-link = link
help-link = Link your Slack and DingTalk accounts, so that you are one person
help-link-people = See who may be the same person on both platforms
help-unlink = Part an account again: unlink slack
