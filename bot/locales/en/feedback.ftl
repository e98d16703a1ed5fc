# Feedback: what customers say, who can fix it, and what becomes of it.
feedback-title = { $sign } { $id } { $text }
feedback-voices = { $count } customers
feedback-apart = { $id } ended. What you sent is no longer part of it and goes on by itself.
feedback-followers = Followed by { $who }
feedback-market-unknown = I do not know the market “{ $typed }”; it is kept as you typed it. If you meant { $name }: { $try_this }
feedback-from = Sent by { $who }
feedback-from-for = Sent by { $who } for { $whom }
feedback-reason = Why not: { $reason }
feedback-original = the message
feedback-read = Read from the words: { $what }. Correct what is wrong.
feedback-received = Thank you: { $id } is with those who can fix it. You will hear of every step.
feedback-no-triage = No room for feedback was chosen yet, so only admins see it. An admin can type this in the channel that should: { $try_this }
feedback-outside-hours = It is outside working hours: somebody looks at it from { $when } on.
feedback-solved-ask = Did this solve it?
feedback-score-ask = How well was it handled? 1 is poor, 5 is very good.
feedback-score-yours = You gave it { $stars } of 5. Thank you.
feedback-score-until = You can answer until { $when }.
feedback-score-over = The week for an answer is over. If something is still wrong, add it here.
feedback-follows = Goes on from { $id }
feedback-as-read = as the words say

feedback-step-product-page = Product page
feedback-step-search = Search
feedback-step-cart = Cart
feedback-step-checkout = Checkout
feedback-step-payment = Payment
feedback-step-delivery = Delivery
feedback-step-quality = Product quality
feedback-step-returns = Returns
feedback-step-price = Price and promotion
feedback-step-account = Account
feedback-step-other = Other
feedback-severity-low = low
feedback-severity-normal = normal
feedback-severity-high = high
feedback-severity-blocking = keeps customers from buying
feedback-kind-problem = problem
feedback-kind-wish = wish
feedback-kind-praise = praise
feedback-outlet-tmall = Tmall
feedback-outlet-taobao = Taobao
feedback-outlet-jd = JD
feedback-outlet-pinduoduo = Pinduoduo
feedback-outlet-douyin = Douyin
feedback-outlet-amazon = Amazon
feedback-outlet-shopify = Shopify
feedback-outlet-magento = Magento
feedback-outlet-store = Store
feedback-outlet-other = Other
feedback-state-new = new
feedback-state-triaged = looked at
feedback-state-working = in progress
feedback-state-planned = planned
feedback-state-waiting = waiting for the customer
feedback-state-fixed = fixed
feedback-state-declined = declined
feedback-state-closed = closed
feedback-state-joined = joined to another

feedback-label-customer = Customer
feedback-label-order = Order
feedback-label-sku = Product (SKU)
feedback-label-outlet = Sales channel
feedback-label-market = Market
feedback-label-original = Original
feedback-label-files = Files
feedback-label-step = Where
feedback-label-severity = How bad
feedback-label-kind = What it is
feedback-label-sentiment = How they feel

# News, to who sent it and to who works on it
feedback-news-received = { $who } passed on feedback for you: { $id }
feedback-news-reply = 💬 { $who } on { $id }
feedback-news-working = 🔧 { $id } is being worked on
feedback-news-planned = 🗓 { $id } is planned
feedback-news-waiting = ❓ { $id } waits for the customer: please ask them
feedback-news-fixed = ✅ { $id } is fixed
feedback-news-declined = 🚫 { $id } will not be done
feedback-news-closed = { $id } is closed
feedback-news-yours = 🙋 { $who } gave you { $id }
feedback-news-note = 📝 { $who } noted on { $id }
feedback-news-said = 💬 { $who }, who sent { $id }, adds
feedback-news-task-done = ✅ { $task } is done: what can customers of { $id } be told?
feedback-news-wrote = 💬 The customer of { $id } writes again
feedback-news-unsolved = ↩️ { $who } says { $id } is not solved

# Buttons
feedback-button-new = New feedback
feedback-button-send = Send
feedback-button-take = Take
feedback-button-start = In progress
feedback-button-plan = Planned
feedback-button-wait = Ask the customer
feedback-button-fixed = Fixed
feedback-button-decline = Decline
feedback-button-reopen = Reopen
feedback-button-reply = Reply
feedback-button-note = Note
feedback-button-say = Add something
feedback-button-correct = Correct
feedback-button-show = Show
feedback-button-task = Make a task
feedback-button-change = Change and send
feedback-button-solved = Yes, solved
feedback-button-unsolved = No

# One with everything about it
feedback-show-story = What happened
feedback-story-opened = { $when } · { $who } sent it
feedback-story-arrived = { $when } · it came in
feedback-story-corrected = { $when } · { $who } corrected { $text }
feedback-story-took = { $when } · { $who } took it
feedback-story-owned = { $when } · { $who } gave it to { $whom }
feedback-story-state = { $when } · { $text }
feedback-story-note = { $when } · 📝 { $who }: { $text }
feedback-story-kept = { $when } · 📝 { $text }
feedback-story-reply = { $when } · 💬 { $who }: { $text }
feedback-story-said = { $when } · { $who }: { $text }
feedback-story-wrote = { $when } · the customer: { $text }
feedback-story-joined = { $when } · { $text } was joined to it
feedback-story-parted = { $when } · { $text } is on its own again
feedback-story-task = { $when } · { $who } made it { $text }
feedback-story-warned = { $when } · the promised time is nearly over
feedback-story-breached = { $when } · the promised time is over
feedback-story-escalated = { $when } · { $text } was told
feedback-story-asked = { $when } · { $who } was asked if it is solved
feedback-story-solved = { $when } · { $who } on whether it is solved: { $text }
feedback-story-change = { $label } ({ $old } → { $new })

# Lists
feedback-list-title = Feedback: { $what }
feedback-list-open = open
feedback-list-new = new
feedback-list-own = what you sent or own
feedback-list-mine = mine
feedback-list-sent = sent by me
feedback-list-blocking = keeps customers from buying
feedback-list-overdue = overdue
feedback-list-closed = closed
feedback-list-unowned = without an owner
feedback-list-oldest = { $id } has waited longest: since { $since }.
feedback-list-other = Other lists
feedback-list-empty = Nothing here.
feedback-home-title = Feedback I see to
feedback-list-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

# Forms
feedback-form-new = New feedback
feedback-form-cut = The message is longer than { $limit } characters: this is its beginning.
feedback-form-picture = The picture stays in the chat: please say what it shows.
feedback-form-correct = Correct { $id }
feedback-form-reply = Reply on { $id }
feedback-form-note = Note on { $id }
feedback-form-say = Add to { $id }
feedback-form-plan = Plan { $id }
feedback-form-wait = Ask the customer of { $id }
feedback-form-fixed = { $id } is fixed
feedback-form-decline = Decline { $id }
feedback-field-text = What did the customer say?
feedback-field-behalf = For a colleague
feedback-field-behalf-hint = They hear of every step, as you do.
feedback-field-reply = Your words
feedback-field-reply-hint = Who sent it reads them, and can pass them on.
feedback-field-note = Your note
feedback-field-note-hint = Only those who work on it read it.
feedback-field-say = What is there to add?
feedback-field-say-hint = Those who work on it are told.
feedback-field-plan = When can customers expect it?
feedback-field-plan-hint = Who sent it reads it.
feedback-field-wait = What should the customer be asked?
feedback-field-wait-hint = Who sent it reads it, and asks.
feedback-field-fixed = What can customers be told?
feedback-field-fixed-hint = Who sent it reads it, and can pass it on.
feedback-field-decline = Why not?
feedback-field-decline-hint = Who sent it reads it.

# What was done
feedback-told-plan = { $id } is planned. Who sent it is told.
feedback-told-wait = Who sent { $id } will ask the customer.
feedback-told-fixed = { $id } is fixed. Who sent it is told.
feedback-told-decline = { $id } is declined. Who sent it is told why.
feedback-told-reply = Your words go to who sent { $id }.
feedback-told-note = Noted with { $id }.
feedback-told-say = Added to { $id }. Thank you.
feedback-told-reopened = { $id } is open again, with your words. Thank you.
feedback-told-thanked = Passed on with { $id }. Thank you.
feedback-scored = You gave { $id } { $stars } of 5. Thank you.
feedback-follows-new = { $old } has been over for long, so your words are a new one: { $id }. It shows where it goes on from.
feedback-reopening = { $count ->
    [one] More words of who sent feedback open it again for one day after its end. After that they are a new one, with the old one named.
   *[other] More words of who sent feedback open it again for { $count } days after its end. After that they are a new one, with the old one named.
}
feedback-reopening-never = More words of who sent feedback that is over are always a new one, with the old one named.
feedback-reopening-how = Admins change it: { $try_this }
feedback-told-nobody = Kept with { $id }: whoever sent it has left, so please tell the customer yourself.
feedback-told-soon = { $count ->
    [one] It leaves in { $count } second.
   *[other] It leaves in { $count } seconds.
}
feedback-fixed-wordless = The customer has no answer yet. You could say:
feedback-undone = Taken back: nobody has read it. { $id } stands as before.
feedback-corrected = Corrected { $id }. Thank you.
feedback-followed = You will hear of everything about { $id }.
feedback-unfollowed = You will hear no more of { $id }.
feedback-thanks = { $id } is closed. Thank you for telling.
feedback-again = { $id } is open again. Thank you for telling.
feedback-triage-here = New feedback comes here from now on. Everybody here may see customers’ data, and change it.
feedback-triage-by = { $who } chose this room.
feedback-triage-waiting = { $count ->
    [one] One came before, and is still open.
   *[other] { $count } came before, and are still open.
}
feedback-button-waiting = What is open
feedback-triage-off = Feedback comes to no room any more; admins see it in the list.
feedback-triage-public = Anybody can join this channel, and see customers’ data then. A private one is better.
feedback-moved = { $who } had new feedback come to another room: it does not come here any more.
feedback-moved-off = { $who } switched the room for feedback off: it does not come here any more.

# What may have to be mended
feedback-forward-what = Which message? On Slack, “Forward as feedback” is in its menu; on DingTalk, answer to it with “@” me and 转反馈. Or say here what the customer said.
feedback-meant = Did you mean { $meant }?
feedback-how = Say what the customer said behind the word “feedback”, and what you know beside it: order:1001, customer:"Maria Rossi", sku:CUP-1, market:Germany, !high. “feedback” alone opens a form.
feedback-no-templates = There is no list of templates: who answers an item finds the words for its customer ready, in the customer's language, to be changed before they leave.
feedback-no-delete = What a customer said is not deleted. It can be declined with a reason, or joined with the one it repeats.
feedback-room-here = Shall all feedback be triaged in this room, or shall it hear of it at a rhythm? For a rhythm: { $how }
feedback-announced = That is marked as an announcement (📣), so no feedback was made of it. If a customer said it, pass it on all the same.
feedback-one-only = That goes one at a time, so nothing was changed. Please say it for each of them.
feedback-number-missing = Which feedback do you mean? Please give its number.
feedback-unknown = There is no feedback { $id } that you can see.
feedback-not-yours = Only those in the room for feedback can change { $id }. You can add something to it.
feedback-cannot-close = { $id } is { $state }. It is closed once it is fixed or declined:
feedback-still-open = { $id } is not over: it is { $state }. If there is more to say, add it.
feedback-cannot = { $id } is { $state }: that cannot be done now.
feedback-reason-missing = Please say why: who sent it reads it.
feedback-one-owner = Please name one person.
feedback-sender-only = Only who sent { $id } can say whether it is solved.
feedback-solved-late = { $id } is no longer asked about: it ended more than a week ago. If something is still wrong, say what.
feedback-score-odd = Please choose from 1 to 5.
feedback-reopening-unknown = I do not understand “{ $typed }” as a time. Try “30 days” or “off”; { $limit } days are the most.
feedback-taken = { $who } has { $id } already.
feedback-undo-none = There is nothing of yours to take back on { $id }.
feedback-undo-late = Too late: who sent { $id } has it already. You can write once more.
feedback-words-missing = Please write your words, too.
feedback-order-odd = “{ $typed }” is no order number: those have digits.
feedback-text-missing = Please say what the customer said.
feedback-text-long = This has { $count } characters; { $limit } is the most.
feedback-step-unknown = I do not know “{ $typed }”. There are: product-page, search, cart, checkout, payment, delivery, quality, returns, price, account, other.
feedback-severity-unknown = I do not know “{ $typed }”. There are: low, normal, high, blocking.
feedback-list-unknown = I know these lists: open, new, mine, sent, blocking, overdue, closed, unowned, oldest; also by step (cart), channel (Tmall), market (Italy), product (sku:CUP-1) and days, such as: delivery tmall last week.
feedback-triage-where = Please type this in the channel or group that should get feedback.
feedback-try-triage = feedback triage here
feedback-try-room-here = feedback room here hourly
feedback-try-add = feedback the cart is empty after login order:1001 !high
feedback-try-show = feedback show 7
feedback-try-take = feedback take 7
feedback-try-over = feedback assign { $number } @me
feedback-try-assign = feedback assign 7 @Li
feedback-try-start = feedback start 7
feedback-try-plan = feedback plan 7 with the next release
feedback-try-wait = feedback wait 7 which browser is it?
feedback-try-fixed = feedback fixed 7 the cart keeps its content again
feedback-try-decline = feedback decline 7 this is by law
feedback-try-close = feedback close 7
feedback-try-reopen = feedback reopen 7
feedback-try-reopening = feedback reopening 30 days
feedback-try-reply = feedback reply 7 we are looking at it
feedback-try-note = feedback note 7 same as last week
feedback-try-say = feedback say 7 it happens on phones only
feedback-try-market = feedback correct { $number } market:{ $name }
feedback-try-follow = feedback follow 7
feedback-try-task = feedback task 7

# What customers can be told; people change it before it leaves
feedback-answer-hello = Hello,
feedback-answer-hello-name = Hello { $name },
feedback-answer-thanks = thank you for writing to us about { $topic }.
feedback-answer-thanks-order = thank you for writing to us about { $topic } (order { $order }).
feedback-answer-topic = { $step ->
    [product-page] our product page
    [search] the search in our shop
    [cart] your shopping cart
    [checkout] the checkout
    [payment] your payment
    [delivery] your delivery
    [quality] your product
    [returns] your return
    [price] the price
    [account] your account
   *[other] your experience with us
}
feedback-answer-looking = { $step ->
    [cart] We are looking into it right now, and write to you as soon as you can shop again.
    [checkout] We are looking into it right now, and write to you as soon as you can order again.
    [payment] We are looking into it right now, and write to you as soon as you can pay again.
    [delivery] We are asking the carrier, and come back to you with the answer.
    [quality] We are very sorry. We are looking into the cause; a photo would help us.
    [returns] We are looking at your return, and come back to you soon.
    [price] We are checking the price, and come back to you soon.
    [account] We are looking at your account, and come back to you soon.
   *[other] We are looking into it, and come back to you soon.
}
feedback-answer-planned = We are going to change this, and write to you when it is done.
feedback-answer-waiting = { $step ->
    [checkout] So that we can go on: on which device and in which app or browser does it happen?
    [payment] So that we can go on: how did you want to pay, and what did you see then?
    [delivery] So that we can go on: what does the tracking of your parcel say?
    [quality] So that we can go on: could you send us a photo?
   *[other] So that we can go on: could you tell us a little more?
}
feedback-answer-fixed = { $step ->
    [product-page] The page is as it should be again.
    [search] The search finds what it should again.
    [cart] The shopping cart works again; please try once more.
    [checkout] You can order again; please try once more.
    [payment] You can pay again; please try once more.
    [delivery] We have cleared it up with the carrier.
    [quality] We have found the cause and put it right.
    [returns] Your return is settled.
    [price] The price is right again.
    [account] Your account works again.
   *[other] It is solved now.
}
feedback-answer-declined = We have looked at it with care, and are sorry that we cannot change it.
feedback-answer-praise = It makes our day to read this, and we have passed it on to those who made it possible.
feedback-answer-wish-looking = We like the idea, and have passed it on to those who can make it happen.
feedback-answer-wish-fixed = You wished for it, and now it is there.

help-topic-feedback = Feedback
help-example-feedback = feedback the cart is empty after login order:1001
help-feedback = What customers say: pass it on in one sentence
help-feedback-forward = A message that is there already: how to pass it on
help-feedback-digest = What is new, waits, is late and ended, as of now
help-feedback-list = Lists: open, new, mine, sent, blocking, overdue, closed, or of one step (cart)
help-feedback-show = Everything about one
help-feedback-mine = what I sent and what I own
help-feedback-correct = Correct what was read of one
help-feedback-take = Make it yours
help-feedback-assign = Give it to somebody
help-feedback-start = It is being worked on
help-feedback-plan = It is planned, and for when
help-feedback-wait = Ask the customer something
help-feedback-fixed = It is fixed, and what customers can be told
help-feedback-decline = It will not be done, and why
help-feedback-close = Nothing more is to be done
help-feedback-reopen = It is not over
help-feedback-reopening = For how long words of who sent it open it again
help-feedback-reply = Tell who sent it
help-feedback-note = A note for those who work on it
help-feedback-say = Add something to what you sent
help-feedback-follow = Hear of everything about it
help-feedback-unfollow = Hear no more of it
help-feedback-task = Make a task of it
help-feedback-triage = Have feedback come to this channel
