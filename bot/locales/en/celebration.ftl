# Days that people like to be celebrated.
celebration-wall = 🎂 Today we celebrate
celebration-birthday = 🎂 { $who }: happy birthday!
celebration-anniversary = 🎈 { $who }: { $years ->
    [one] one year with us
   *[other] { $years } years with us
}
celebration-first-day = 👋 { $who }: first day. Welcome!
celebration-form = My days to celebrate
celebration-form-how = The wall congratulates on the day. Nothing is told unless you say so; leave both empty to end it.
celebration-field-birthday = My birthday
celebration-field-birthday-hint = Only the day and the month are kept.
celebration-field-started = My first day here
celebration-button = My days
celebration-kept = Kept. The wall will congratulate you.
celebration-off = None of your days is celebrated.
celebration-guests = Celebrations are for the people of the company.
celebration-no-day = That is no day I can keep as your birthday.
celebration-try = birthday 3 May
celebration-far = That is too long ago, or too far off.
help-birthday = Have your birthday celebrated: birthday 3 May, or off
help-celebrate-off = None of your days is celebrated
help-celebrate = Which of my days the wall celebrates; off ends it
