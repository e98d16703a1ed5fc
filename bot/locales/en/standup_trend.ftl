# A stand-up's four weeks as a picture. Lines of a panel hold about twenty letters.
trend-title = Last four weeks
trend-span = { $first } – { $last }
trend-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
trend-answered = Answered
trend-answered-of = { $count } of { $total }
trend-late = { $count } late
trend-mood = Mood
trend-mood-of = out of { $limit }
trend-mood-hidden = too few answers
trend-blockers = Open blockers
trend-oldest = oldest: day { $count }
trend-this-week = this week so far
trend-week-of = week of { $day }
trend-clear = all clear
trend-opened = { $count } new
trend-resolved = { $count } solved
trend-nothing = Nothing to show yet
trend-nothing-soon = The first answers will appear here
trend-told = Answered by week: { $shares }. Mood: { $moods }. Open blockers: { $count }; new and solved by week: { $blockers }.
