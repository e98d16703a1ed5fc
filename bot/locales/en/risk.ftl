# Risks: what may go wrong, how bad that would be, and who sees to it.
risk-title = { $mark } { $id } { $text }
risk-rated = { $level } · { $score } ({ $likelihood } × { $impact })
risk-scaled = { $number } – { $word }
risk-due = due { $day }
risk-private = 🔒 not for everybody
risk-none-yet = none yet
risk-no-day = no date
risk-level-very-low = very low
risk-level-low = low
risk-level-medium = medium
risk-level-high = high
risk-level-very-high = very high
risk-category-fulfilment = Fulfilment
risk-category-supplier = Supplier
risk-category-payment = Payment
risk-category-it = IT
risk-category-legal = Legal and compliance
risk-category-people = People
risk-category-reputation = Reputation
risk-category-finance = Finance
risk-category-other = Other
risk-likelihood-1 = rare
risk-likelihood-2 = unlikely
risk-likelihood-3 = possible
risk-likelihood-4 = likely
risk-likelihood-5 = almost certain
risk-impact-1 = negligible
risk-impact-2 = minor
risk-impact-3 = moderate
risk-impact-4 = major
risk-impact-5 = severe
risk-label-level = Level
risk-label-likelihood = Likelihood
risk-label-impact = Impact
risk-label-category = Category
risk-label-owner = Owner
risk-label-reporter = Reported by
risk-label-mitigation = Mitigation
risk-label-due = Due
risk-label-origin = Grew out of
risk-label-readers = Who may read it
risk-readers-all = Everybody but guests
risk-readers-some = Only its owner, its reporter, who leads its owner, and admins
risk-mitigation = Mitigation: { $text }
risk-closed-by = ✅ Closed by { $who } · { $when }
risk-note-unrated = What was not rated counts as 3 of 5. “Edit” changes it.

# News
risk-owned = ⚠️ { $who } asks you to see to { $id } { $text }
risk-due-today = ⏰ Due today: { $id } { $text }
risk-due-past = ⏰ Due since { $day }: { $id } { $text }
risk-news-closed = ✅ { $who } closed { $id } { $text }
risk-news-reopened = ⚠️ Open again: { $id } { $text }
risk-home = { $count ->
    [one] One risk of yours is due
   *[other] { $count } risks of yours are due
}

# Buttons
risk-button-new = New risk
risk-button-make = Make a risk
risk-button-change = Edit
risk-button-close = Close
risk-button-show = Show
risk-button-origin = Show { $id }
risk-button-export = Export
risk-button-before = Back
risk-button-after = More

# One with everything about it
risk-show-story = What happened
risk-story-opened = { $when } · { $who } reported it
risk-story-scenario = { $when } · { $who } reworded it: { $text }
risk-story-category = { $when } · { $who } set the category: { $text }
risk-story-score = { $when } · { $who } rated it: { $text }
risk-story-owner = { $when } · { $who } gave it to { $text }
risk-story-mitigation = { $when } · { $who } set the mitigation: { $text }
risk-story-due = { $when } · { $who } set the due date: { $text }
risk-story-shared = { $when } · { $who } set who may read it: { $text }
risk-story-reminded = { $when } · { $who } was reminded
risk-story-closed = { $when } · { $who } closed it: { $text }
risk-story-reopened = { $when } · { $who } opened it again

# Lists
risk-list-title = Risks: { $what } ({ $count })
risk-list-open = open
risk-list-mine = mine
risk-list-due = due
risk-list-closed = closed
risk-list-all = all
risk-list-other = Other lists
risk-list-empty = There is no such risk.
risk-counted = { $mark } { $count } { $level }

# Forms
risk-form-new = New risk
risk-form-change = Edit { $id }
risk-form-close = Why is { $id } over?
risk-from = Grows out of { $id }. Please check what is proposed: nothing is kept before you save.
risk-from-feedback = Grows out of { $id }. Please check what is proposed: nothing is kept before you save. Others read this: no customers’ data here, please.
risk-field-scenario = What may go wrong?
risk-field-scenario-example = The carrier strikes in the week of 11.11
risk-field-likelihood = How likely is it?
risk-field-impact = How bad would it be?
risk-field-owner = Who sees to it?
risk-field-mitigation = What do we do against it?
risk-field-due = Until when?
risk-field-evidence = What shows that it is over?
risk-field-evidence-hint = What was done or what happened: a contract, a test, a date that has passed.

# A file
risk-export-name = Risks
risk-export-title = { $count ->
    [one] One risk
   *[other] { $count } risks
}
risk-export-note = Every risk you may read, open and closed. Nothing in it is a formula.
risk-export-nothing = There is no risk to export.
risk-state-open = open
risk-state-closed = closed
risk-column-number = number
risk-column-scenario = scenario
risk-column-category = category
risk-column-level = level
risk-column-score = score
risk-column-likelihood = likelihood
risk-column-impact = impact
risk-column-owner = owner
risk-column-mitigation = mitigation
risk-column-due = due
risk-column-state = state
risk-column-reporter = reported by
risk-column-opened = reported at
risk-column-origin = grew out of
risk-column-closed = closed at
risk-column-closer = closed by
risk-column-evidence = evidence

# What may have to be mended
risk-guests = Risks are not shown to guests and people outside the company.
risk-number-missing = Which risk do you mean? Please give its number.
risk-unknown = There is no risk { $id } that you can see.
risk-unknown-close = There is no risk { $id } that you can see. Did you mean { $close }?
risk-not-yours = Only { $who }, a manager or an admin can change { $id }. Nothing was changed.
risk-closed-already = { $id } was closed by { $who } already, { $when }.
risk-open-already = { $id } is open.
risk-scenario-missing = Please say what may go wrong.
risk-text-long = This has { $count } characters; { $limit } is the most.
risk-likelihood-unknown = “{ $typed }” is no likelihood. Please give a number from 1 (rare) to 5 (almost certain), or low, medium or high.
risk-impact-unknown = “{ $typed }” is no impact. Please give a number from 1 (negligible) to 5 (severe), or low, medium or high.
risk-category-unknown = “{ $typed }” is no category of ours. These are: { $known }.
risk-two-owners = A risk has one owner: who of { $names }?
risk-owner-missing = Who is to see to it? Please name one person.
risk-owner-outside = { $who } is a guest or works outside the company, and cannot own a risk.
risk-evidence-missing = Please say what shows that it is over.
risk-from-what = A risk can grow out of feedback, a blocker or a task. Please give its number: F-7, B-4 or T-12.
risk-made-already = { $of } is { $id } already.
risk-word-unknown = I do not know what to do with these words for a risk.
risk-list-unknown = I know no list of risks called “{ $typed }”. I know open, closed, due, all, mine, a level, a category and a person.
risk-value-missing = What is “{ $label }” to be? Nothing stands behind it.
risk-words-unknown = I do not know what “{ $typed }” means for a risk. Nothing was changed.
risk-try-mitigate = risk mitigate 3 sign a second carrier
risk-try-help = help risk
risk-try-add = risk add carrier strike in peak week likelihood:4 impact:5 owner:@Li due:friday
risk-try-edit = risk edit 3 likelihood:2
risk-try-assign = risk assign 3 @Li
risk-try-close = risk close 3 second carrier signed
risk-try-reopen = risk reopen 3
risk-try-show = risk show 3
risk-try-list = risk list high
risk-try-from = risk from F-7
risk-try-feedback = feedback risk 7
risk-try-blocker = blocker risk 4
risk-try-task = task risk 12

help-topic-risk = Risks
help-example-risk = risk add carrier strike in peak week likelihood:4 impact:5 @Sofia
help-risk = What may go wrong, the gravest first
help-risk-add = Say what may go wrong, how likely and how bad it is, and who sees to it
help-risk-list = Open risks: a level, a category, somebody’s, mine, due or closed
help-risk-mine = Risks that are yours to see to
help-risk-show = Everything about one risk
help-risk-edit = Change its rating, mitigation, due date or words
help-risk-mitigate = Say what is done against it
help-risk-assign = Make it somebody else’s
help-risk-close = It is over, and what shows it
help-risk-reopen = It may happen after all
help-risk-from = Make a risk of feedback, a blocker or a task
help-risk-export = All risks you may see as a file
help-feedback-risk = Make a risk of it
help-blocker-risk = Make a risk of it
help-task-risk = Make a risk of it
