# Questions of stand-ups: as they are typed, filled in, and shown.
standup-question-mood = How do you feel?
standup-typed-comma = { ", " }
standup-typed-kind = { $question } ({ $kind })
standup-typed-if = if { $answer }: { $question }
standup-typed-if-yes = if yes: { $question }
standup-typed-if-no = if no: { $question }
standup-typed-or = { " or " }
standup-typed-answer = { $answer }
standup-typed-number = number
standup-typed-scale = scale
standup-typed-mood = mood
standup-typed-blocker = blocker
standup-typed-date = date
standup-typed-yes_no = yes/no
standup-typed-choices = any of: { $options }
standup-typed-required = required
standup-typed-anonymous = anonymous

standup-question-empty = “{ $question }” says what kind of answer it wants, but asks nothing. Please put a question before the brackets.
standup-question-options = { $count ->
    [0] “{ $question }” offers nothing to choose from. Please name { $least } to { $most } options with a slash between them: { $question } (Tmall / JD / Shopify)
    [one] “{ $question }” offers one option. Please name { $least } to { $most }, with a slash between them: { $question } (Tmall / JD / Shopify)
   *[other] “{ $question }” offers { $count } options. Please name { $least } to { $most }, with a slash between them: { $question } (Tmall / JD / Shopify)
}
standup-question-option-long = The option “{ $option }” of “{ $question }” has { $count } characters; { $limit } is the most.
standup-question-condition = No question before “{ $question }” can be answered with “{ $answer }”. Please put one before it, such as “Are you blocked? (yes/no)”, and then “if yes: By what?”.

standup-answer-yes = Yes
standup-answer-no = No
standup-mood-option = { $value } { $face } { $word }
standup-mood-1 = Bad
standup-mood-2 = Not so good
standup-mood-3 = Okay
standup-mood-4 = Good
standup-mood-5 = Great
standup-scale-lowest = 1 (lowest)
standup-scale-highest = 5 (highest)
standup-answer-quoted = “{ $answer }”
standup-only-if = Only if you answer { $answers } to “{ $question }”.
standup-taken-over = Filled in with what you said today in { $name }. Change what is different here.
standup-sealed-hint = Anonymous: kept without your name, and cannot be changed afterwards.
standup-sealed-given = Your anonymous answers are not shown here: they are kept without your name, so nobody can find or change them.
standup-sealed-late = The anonymous questions are left out: the day is closed, and a late answer would tell whose it is.
standup-sealed-field-given = You have given your anonymous answers for this day already, and they cannot be changed. Please empty this field to save the rest.
standup-sealed-field-late = The day is closed, and a late answer without a name would tell whose it is. Please empty this field to send the rest.
standup-sealed-only = Answered without a name only.
standup-sealed-count = { $count ->
    [one] one anonymous answer
   *[other] { $count } anonymous answers
}
standup-sealed-average = { $value } on average
standup-sealed-few = Anonymous answers are shown on days with { $least } or more of them.
standup-mood = mood { $value }
standup-mood-same = mood { $value } (unchanged)
standup-mood-moved = mood { $value } ({ $change })
