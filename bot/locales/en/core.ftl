# Words that everything shares: errors, buttons, dates.
button-save = Save
button-cancel = Cancel
button-undo = Undo

date-two = I see two dates: “{ $first }” and “{ $second }”. Please keep one; put words that belong to the title in quotes, or write due:{ $first }.
date-two-ways = “{ $typed }” can be read in two ways. Please write { $first } or { $second }.
date-unknown = I did not understand the date “{ $typed }”. Try tomorrow 17:00, friday, 12 March or 2026-03-12.
date-example = friday
date-impossible = There is no such date: “{ $typed }”. Please check the day and the month.
date-past = “{ $typed }” is already past. Please give a date from now on.

person-unknown = I do not know “{ $name }”. Type @ and pick a name from the list.
person-unknown-close = I do not know “{ $name }”. Did you mean { $close }?
person-left = { $name } is not in this workspace any more. Please pick somebody else.
person-ambiguous = More than one person is called “{ $name }”: { $close }. Please write which one.
person-nickname = I cannot tell whom you call “{ $name }”. You called { $close }.
who-which = Which { $name } do you mean?
who-choose = Choose a person
who-kept = Press one, or type the number. What you typed is kept, and I go on with it.
who-of = { $name } ({ $departments })
who-gone = I no longer know what this was about. Please type it again.

command-unknown = I do not know that command.
command-unknown-close = I do not know that command. The closest are { $close }.
not-allowed-admin = Only an admin may do that. Please ask one of yours.
button-gone = This button is no longer in use. Nothing was changed.
form-gone = This form is no longer in use. Please open it again.
form-wrong = Some answers cannot be taken as they are.
form-ready = “{ $form }” is ready for you.
form-busy = The chat was too busy to open it just now. Please open it here.
form-interrupted = I was interrupted while opening it. If you do not have it in front of you, open it here.

error-bug = Something went wrong on my side, and nothing was changed. Please try again; if it stays, tell your admin this number: { $id }.
error-try = Try { $example }
place-unnamed = #private-channel
error-typed = You typed:

answer-again = I was interrupted and cannot tell whether you have this already.
answer-file-again = Get the file
answer-sent-privately = { $who }I have answered you in our direct conversation.

# How a command is typed: alone with us, and among others. The robot's usual name is
# the one that the DingTalk guide gives it.
typed-alone-slack = { $command } { $words }
typed-alone-dingtalk = { $words }
typed-among-slack = { $command } { $words }
typed-among-dingtalk = @{ $robot } { $words }
robot-name = 店小二

failed-to-person = { $what } did not reach { $name }.
failed-to-place = { $what } did not reach { $place }.
failed-maybe-person = { $what } may not have reached { $name }.
failed-maybe-place = { $what } may not have reached { $place }.
failed-standup = A stand-up message
failed-task = A task message
failed-any = A message
failed-waited = The chat has not answered for hours, so I stopped trying. Later messages are sent as usual.
failed-doubt = The chat gave no answer, and cannot say whether it arrived. So that nobody reads it twice, I have not sent it again. An admin can: delivery failed
failed-bug = An error of mine kept me from writing it; what it is stands in the log. When that is mended, an admin can send it: delivery failed
failed-person-slack = Please check in Slack that their account is active and that they have not blocked the app. Later messages are tried again.
failed-person-dingtalk = Please check in the DingTalk developer console that they are in the app’s visible range (版本管理与发布 → 可见范围). Later messages are tried again.
failed-person-nowhere = They have no account in a chat that I am connected to. Please ask them to write to me once, or take them off the list.
failed-place-slack = I may no longer be in that channel, or it was archived. Please invite me again, or choose another channel.
failed-place-dingtalk = I may no longer be in that group. Please add the robot to it again, or choose another group.

undo-done = Taken back.
undo-done-what = Taken back: { $what }
undo-nothing = There is nothing of the last hour that I could take back for you. Cards that can be undone have a button for it.
undo-not = Your last step has no undo: “{ $what }”. Its card says what can be changed.
undo-not-new = Your last step made this: “{ $what }”. It goes away like this:
