# Who is counted how, who reads answers, and what happens to a stand-up over time.
standup-count-optional = { $count } optional
standup-count-missing-number = { $count } missing
standup-count-said = { $count ->
    [one] one answer
   *[other] { $count } answers
}
standup-closed-optional = Closed. Your answer was optional, so nobody missed it.

standup-prompt-members = Only the people of this stand-up read your answer.
standup-prompt-managers = Your manager and { $names } read your answer, and nobody else.
standup-saved-members = The people of this stand-up get it with the wrap-up
standup-saved-managers = Your manager and { $names } get it with the wrap-up

standup-any-time = any time
standup-owned = You now own { $name }, as { $before } has left. “standup owner” gives it to somebody else.
