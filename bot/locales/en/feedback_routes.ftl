# Where feedback goes, and which of it says the same.
feedback-news-routed = 📥 { $id } is yours to see to
feedback-news-alarm = 🚨 { $id } stands between customers and their order: please look at once
feedback-routes-title = Where feedback goes
feedback-routes-order = The first rule that fits counts. What keeps customers from buying also goes at once to the rooms of E-commerce and IT, and to their manager on duty.
feedback-routes-none = There are no rules yet: everything goes to the room for feedback.
feedback-handling-title = Who sees to feedback · { $step }
feedback-handling-none = No rule sends it to anybody: it goes to those in the room for feedback.
feedback-route-number-of = Rule { $number }
feedback-route-button-drop = Drop
feedback-route-drop-sure = Drop this rule?
feedback-route-drop-means = New feedback follows the rules that are left. What was shown by it stays.
feedback-route-keep = Keep it
feedback-route-rhythm = { $room } ({ $rhythm })
feedback-route-line = { $what } → { $where }
feedback-route-everything = Everything
feedback-route-severity-low = any severity
feedback-route-severity-normal = normal or worse
feedback-route-severity-high = high or worse
feedback-route-severity-blocking = keeps customers from buying
feedback-route-market = market { $market }
feedback-route-sku = products { $sku }…
feedback-route-words = says “{ $words }”
feedback-route-unnamed = a channel
feedback-route-gone = somebody who left
feedback-route-what = Please say which feedback goes where.
feedback-route-where = Please say where it goes: a #channel, “here”, or a person.
feedback-route-one = Please name one channel for each rule.
feedback-route-here = “Here” works in a channel or group only.
feedback-route-many = There are too many rules: { $limit } is the most.
feedback-route-words-many = These are too many words: { $limit } is the most.
feedback-route-busy = Somebody else changed the rules at the same moment. Please try again.
feedback-route-department = I do not know the department “{ $typed }”.
feedback-route-number = Please give the number of a rule in the list.
feedback-routes-closed = Only admins and those in the room for feedback see its rules.
feedback-try-route = feedback route cart,checkout !high words:"broken, stuck" → #store-it @Li dept:it

# How often a room hears
feedback-rhythm-at-once = at once
feedback-rhythm-hourly = every hour
feedback-rhythm-twice = twice a day
feedback-rhythm-morning = in the morning
feedback-rhythm-title = How often rooms hear of feedback
feedback-rhythm-label = How often
feedback-rhythm-none = No room hears of feedback yet.
feedback-rhythm-note = What keeps customers from buying always comes at once. All else comes in working hours, and where nothing came nothing is said.
feedback-rhythm-how = To change it: { $try_this }
feedback-rhythm-kept = #{ $room } hears of feedback { $rhythm } from now on.
feedback-rhythm-unknown = I do not know the rhythm “{ $typed }”. There are: at once, hourly, twice a day, in the morning.
feedback-rhythm-where = Please say which room you mean: a #channel, or “here”.
feedback-rhythm-gone = Feedback does not go to that room any more.
feedback-try-rhythm = feedback room #store-it rhythm hourly
feedback-bundle = { $count ->
    [one] 📬 One new piece of feedback
   *[other] 📬 { $count } new pieces of feedback
}
feedback-bundle-note = This room hears of feedback { $rhythm }. What keeps customers from buying comes at once.

feedback-likely = { $count ->
    [one] One customer says this already
   *[other] { $count } customers say this already
 }, first on { $day }: { $id }
feedback-button-join = Join { $id }
feedback-button-differ = Not the same
feedback-button-part = Take apart
feedback-gone = { $id } is one with { $other } now.
feedback-news-joined = 🔗 { $id } is one with { $other }: { $count } customers say so. You will hear how it ends.
feedback-news-parted = { $id } is on its own again, apart from { $other }.
feedback-join-done = { $id } is one with { $other } now: { $count } customers say so. Who sent it hears how it ends.
feedback-part-done = { $id } is on its own.
feedback-differ-done = Thank you: { $id } stays on its own.
feedback-join-two = Please give the numbers of two that say the same.
feedback-try-join = feedback join 9 with 3
feedback-try-part = feedback part 9

help-feedback-route = Have feedback that is like this go to a channel or to somebody
help-feedback-routes = Where feedback goes
help-feedback-room = How often a channel hears of feedback: at once, hourly, twice a day, in the morning
help-feedback-route-drop = Forget a rule, by its number
help-feedback-join = Make two one that say the same
help-feedback-part = Make two of them again
