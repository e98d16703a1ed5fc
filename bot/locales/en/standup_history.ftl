# What was said in stand-ups: reports, history, export.
standup-week-title = 🗓 { $name } · week of { $day }
standup-week-blockers = { $opened } new · { $resolved } solved
report-title = { $count ->
    [one] { $name } · this week
   *[other] { $name } · last { $count } weeks
}
report-answered = Answered
report-late = Late
report-mood = Mood
report-blockers = Blockers
report-own = Your own
report-of-percent = { $done } of { $all } ({ $share }%)
report-nobody-expected = shown once the first day has closed
report-mood-hidden = not shown: too few answers
report-mood-value = { $value } of 5
report-mood-moved = { $value } of 5 ({ $change })
report-blockers-line = { $count } open · { $opened } new · { $resolved } solved
report-open-blockers = Open blockers
report-away = Away next week
report-away-one = { $name }: { $first }
report-away-days = { $name }: { $first } – { $last }
report-away-nobody = Nobody is known to be away next week.
report-people = People
report-people-note = Only who answers for the stand-up or leads somebody sees numbers of people, and each person their own.
report-more = and { $count } more
report-column-week = Week of
report-column-answered = Answered
report-column-late = Late
report-column-mood = Mood
report-column-blockers = New / solved
report-button = Report
report-button-weeks = Last { $count } weeks
report-too-long = That is too long ago for a report: { $limit } weeks are the most.
standup-span-order = The last day comes before the first one.

history-title = 🗂 { $about }
history-all = All stand-ups
history-day = { $first }
history-days = { $first } – { $last }
history-words = “{ $words }”
history-none = Nothing is found there that you may read. Try other days, another name, or fewer words: a stand-up, a person, days and words may come in any order.
history-question = { $question }:{ " " }
history-silent = { $fate }: { $names }
history-fate-answered = answered
history-fate-late = late
history-fate-missed = missed
history-fate-away = away
history-fate-skipped = skipped
history-fate-optional = optional, no answer
history-fate-waiting = not answered yet
history-fate-unasked = not asked
history-newer = ◀ Newer
history-older = Older ▶
history-button = History

export-button = Export
export-form-title = Export answers
export-kind = File
export-kind-xlsx = Excel (XLSX)
export-kind-csv = CSV
export-first = From
export-last = To
export-days-hint = Leave both empty for everything.
export-submit = Get the file
export-title = { $count ->
    [one] The export of { $name }: one row
   *[other] The export of { $name }: { $count } rows
}
export-note = The file is in your own conversation with me. Whoever has it can read every answer in it.
export-anonymous = (anonymous)
export-column-run = run
export-column-date = date
export-column-person = person
export-column-question = question
export-column-answer = answer
export-column-late = late
export-column-edited = edited
export-column-state = state
export-try-less = standup export { $name } last month
export-try-own = standup history { $name } my
export-many = That would be about { $count } rows; { $limit } are the most in one file. Please name fewer days.
export-nothing = “{ $name }” has nothing to export for those days.
export-words = I do not know what to do with “{ $typed }” in an export. Name a stand-up, days, and csv or xlsx.
export-not-yours = Only { $owner }, the admins of “{ $name }” and managers can export its answers. Your own are in its history.
export-unreadable = The answers of “{ $name }” are not for you to read. { $owner } can make you one of its admins.

file-page = The file is here, for you and once: { $link }
file-download = Download { $name }
file-nowhere = I could not give you { $name } here. Nothing is lost: ask again once this is mended.
file-refused-slack = Slack did not take the file. An admin may have to install the app again with the scope files:write.
file-refused-dingtalk = DingTalk did not take the file. An admin may have to switch on the permissions for media files and robot messages of the app in the developer console.

help-standup-stats = How a stand-up went: answers, mood, blockers
help-standup-history = What was said: by person, day or words
help-standup-export = The answers as an Excel or CSV file
