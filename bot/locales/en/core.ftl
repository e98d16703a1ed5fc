# Words that everything shares: errors, buttons, dates.
button-save = Save
button-cancel = Cancel
button-undo = Undo

date-two = I see two dates: “{ $first }” and “{ $second }”. Please keep one; put words that belong to the title in quotes, or write due:{ $first }.
date-two-ways = “{ $typed }” can be read in two ways. Please write { $first } or { $second }.
date-unknown = I did not understand the date “{ $typed }”. Try tomorrow 17:00, friday, 12 March or 2026-03-12.
date-impossible = There is no such date: “{ $typed }”. Please check the day and the month.
date-past = “{ $typed }” is already past. Please give a date from now on.

person-unknown = I do not know “{ $name }”. Type @ and pick a name from the list.
person-unknown-close = I do not know “{ $name }”. Did you mean { $close }?
person-left = { $name } is not in this workspace any more. Please pick somebody else.
person-ambiguous = More than one person is called “{ $name }”: { $close }. Please type the full name.

command-unknown = I do not know that command.
command-unknown-close = I do not know that command. The closest are { $close }.
not-allowed-admin = Only an admin may do that. Please ask one of yours.
button-gone = This button is no longer in use. Nothing was changed.
form-gone = This form is no longer in use. Please open it again.
form-wrong = Some answers cannot be taken as they are.
form-ready = “{ $form }” is ready for you.

error-bug = Something went wrong on my side, and nothing was changed. Please try again; if it stays, tell your admin this number: { $id }.
error-try = Try { $example }
error-typed = You typed:

answer-sent-privately = { $who }I have answered you in our direct conversation.

# How a command is typed: alone with us, and among others. The robot's name is the
# one that the DingTalk guide gives it.
typed-alone-slack = { $command } { $words }
typed-alone-dingtalk = { $words }
typed-among-slack = { $command } { $words }
typed-among-dingtalk = @店小二 { $words }
