# Who came or went, as a platform says.
onboarding-came = { $who } is new on { $platform }
onboarding-came-same = May be somebody we know already:
onboarding-came-why = Both go by “{ $what }”.
onboarding-came-ask-admin = If it is one person, an admin links the two: link people
onboarding-came-note = Nothing begins by itself: you decide.
onboarding-went = The account of { $who } was closed
onboarding-button-as-proposed = Begin like this
onboarding-button-adjust = Change first …
onboarding-button-no-newcomer = Not a newcomer
onboarding-button-settled = Nothing to do
onboarding-button-decide = Decide
onboarding-button-begin = Begin
onboarding-form-start = Begin a start
onboarding-field-track = Checklist
onboarding-field-day = First day
onboarding-nobody-yet = nobody yet
onboarding-passage-start-begun = The start of { $who } is planned
onboarding-passage-start-closed = { $who } starts without a checklist
onboarding-passage-leave-begun = The leaving of { $who } is planned
onboarding-passage-leave-closed = What { $who } had is settled
onboarding-passage-by = Decided by { $who }.
onboarding-passages = { $count ->
    [one] One person came, went or changed roles: what follows?
   *[other] { $count } people came, went or changed roles: what follows?
}
onboarding-waits-start = 👋 { $who } is new
onboarding-waits-leave = 🚪 The account of { $who } was closed

# Who does something else from now on.
onboarding-moved = { $who } has another place in the company
onboarding-moved-note = Their old rights end by themselves, stand-ups of a department follow. Nothing else begins by itself: you decide.
onboarding-moved-headed = { $department } has no head now.
onboarding-moved-hr-off = Sees no reviews, checklists and figures of HR any more.
onboarding-moved-hr-on = Sees how far reviews and checklists of everybody are now, as HR.
onboarding-moved-left = Is asked no more in stand-ups for { $departments }.
onboarding-moved-follows = { $count ->
    [one] The place of one person has changed: does a checklist follow?
   *[other] The places of { $count } people have changed: do checklists follow?
}
onboarding-passage-change-begun = The change of { $who } is planned
onboarding-passage-change-closed = { $who } goes on without a checklist
onboarding-waits-change = 🔀 { $who } has another place
