# A form, question by question.
interview-here = Answer here instead
interview-step = { $form } · question { $step } of { $of }
interview-skip = Leave empty
interview-stop = Stop
interview-keep = Keep it
interview-standing = Now it says:
interview-several = One or more of: { $options }. Put commas between them.
interview-stopped = Stopped. Nothing was saved.
interview-done = Thank you, that was everything.
interview-empty = Please type an answer.
interview-too-long = That has { $length } characters; { $limit } are possible. Please shorten it.
interview-number = Please type a number.
interview-number-between = Please type a number from { $low } to { $high }.
interview-choice = Please choose one of these: { $options }.
interview-person = Please type @ and pick a person, or type a name.
interview-date = A day, such as tomorrow, Friday or 12 March.
interview-still = Still open: “{ $question }”. Your next words are the answer; put them in quotes if they read like a command, such as "task list".
