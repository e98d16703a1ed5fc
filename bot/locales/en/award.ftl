# Awards: nominate, shortlist, vote once, announce.
award-title = Awards
award-none = No award is open now.
award-made = 🏆 { $name } is open: everybody can nominate until { $when }.
award-call = 🏆 Who should get “{ $name }”?
award-call-until = Tell who, and why, until { $when }. Only the reasons are shown, never who gave them.
award-vote = 🏆 The shortlist for “{ $name }”
award-vote-until = One vote each, until { $when }. Nobody can see who votes for whom.
award-won = 🏆 { $name }: { $who }
award-choose = 🏆 Who is on the shortlist for “{ $name }”?
award-choose-how = { $count ->
    [one] 1 person was nominated.
   *[other] { $count } people were nominated.
}
award-tied = 🏆 “{ $name }” is undecided
award-tied-how = Several people are equal, in votes and in nominations. Please decide.
award-approve = 🏆 “{ $name }” goes to { $who }, if you approve
award-approve-how = Nobody else knows yet. It is announced when you approve.
award-to-approve = “{ $name }” is decided, and is announced when it is approved.
award-declined = “{ $name }” is given to nobody this time. Who took part hears so in private.
award-none-to-approve = Nothing waits for your approval.
award-approver-only = Somebody else approves this award.
award-approver = One person of the company approves an award.
award-not-given = “{ $name }” is given to nobody this time.
award-not-given-how = Thank you for taking part.
award-stuck = { $count ->
    [one] “{ $name }” has waited for a decision for a day
   *[other] “{ $name }” has waited for a decision for { $count } days
}
award-stuck-how = Those who decide were reminded. If it stays quiet, you can have them asked once more.
award-asked-again = Those who decide about “{ $name }” are asked once more.
award-again-once = Those who decide about “{ $name }” were asked once more already. Thank you for your patience.
award-again-nominators = Only who nominated somebody for it can do that.
award-not-stuck = “{ $name }” is on its way: those who decide have three days first.
award-button-approve = Approve
award-button-decline = Not this time
award-button-again = Ask once more
award-yours = 🏆 “{ $name }” is yours. Congratulations!
award-not-yours = “{ $name }” went to somebody else this time.
award-not-yours-how = You were on the shortlist because colleagues value what you do. Thank you for it.
award-thanks = Thank you for your nomination for “{ $name }”. This time somebody else was chosen.
award-stage-nominating = Nominations until { $when }
award-stage-choosing = Nominations are over; the shortlist is being made.
award-stage-voting = Voting until { $when }
award-stage-tied = Voting is over; it is being decided.
award-stage-ended = This is over.
award-stage-dropped = This is over; nobody got it this time.
award-nominated = { $who } is nominated for “{ $name }”. Thank you!
award-nominated-note = Your reason may be shown, without your name. You can change it by nominating once more.
award-shortlisted = Voting for “{ $name }” is open until { $when }.
award-voted = Your vote for “{ $name }” counts.
award-voted-note = Until { $when } you can vote again: the last one counts. Nobody can see it.
award-decided = “{ $name }” is decided, and announced.
award-stopped = “{ $name }” is given no more.
award-ledger = Who got which award
award-ledger-line = 🏆 { $name }: { $who }
award-ledger-none = No award has been given yet.
award-exported = { $count ->
    [one] The ledger: 1 row
   *[other] The ledger: { $count } rows
}
award-option = { $name } ({ $count ->
    [one] 1 nomination
   *[other] { $count } nominations
})

award-button-nominate = Nominate
award-button-shortlist = Make the shortlist
award-button-vote = Vote
award-button-decide = Decide
award-button-export = As a file
award-field-person = Who?
award-field-reason = Why?
award-field-reason-hint = What they did, and what it changed. It may be shown, without your name.
award-field-shortlist = Who can be voted for?
award-field-vote = Who should get it?
award-field-vote-hint = Nobody can see your vote. You can change it until the end.
award-field-decide = Who gets it?
award-column-award = Award
award-column-period = Period
award-column-person = Person
award-column-votes = Votes
award-column-decided = Decided by
award-column-ended = Day
award-column-reasons = Reasons

award-guests = Awards are for the people of the company.
award-guest-nominee = { $who } is a guest here, so they cannot be nominated.
award-self = Nominations are for others.
award-leads-you = { $who } leads you: please let others nominate them.
award-one-person = One person at a time, please.
award-reason-short = Please say a little more about why: it helps everybody to vote.
award-unknown = There is no such award any more.
award-which = Which award do you mean: { $names }?
award-no-nominating = There is nothing to nominate for now.
award-no-choosing = Nothing waits for a decision now.
award-no-voting = There is nothing to vote on now.
award-over-nominating = Nominations for “{ $name }” are over.
award-over-choosing = The shortlist for “{ $name }” is made already.
award-over-voting = Voting for “{ $name }” is over. Your earlier vote, if you gave one, counts.
award-over-tied = There is nothing to decide about “{ $name }”.
award-no-nominations = Nobody is nominated for “{ $name }” yet.
award-shortlist-count = Please choose at least 2 people, and { $limit } at most.
award-not-there = Please choose one of the list.
award-deciders = Only the jury does that, or the admins where there is none.
award-shortlist-self = You are nominated yourself: somebody else who decides makes this shortlist.
award-decide-self = You are one of them, so somebody else has to decide.
award-jury-only = A jury decides about this award.
award-nobody-for-you = You lead everybody on this shortlist, are led by them, or are on it yourself: please leave this vote to others.
award-jury = A jury is up to { $limit } people of the company.
award-no-wall = Awards are announced on the wall. Please choose one first.
award-name = What is the award called? Up to { $limit } characters.
award-known = There is an award called { $name } already.
award-try-new = award new "Employee of the month" monthly
award-try-nominate = award nominate @Li for the launch that nobody else dared

help-topic-award = Awards
help-example-award = award nominate @Li for the launch that nobody else dared
help-award = What can be nominated and voted for now
help-award-new = Make an award: monthly, quarterly or once; with a jury or without
help-award-nominate = Propose somebody, and say why
help-award-shortlist = Choose who can be voted for
help-award-vote = Vote: once, and only you know
help-award-ledger = Who got which award
help-award-export = The ledger as a file
help-award-approve = What waits for your approval
help-award-remind = Have those who decide asked once more, where you nominated
help-award-stop = Give an award no more
