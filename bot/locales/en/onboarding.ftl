# Ways in and out: a newcomer's first months, somebody's last weeks.
onboarding-title = Who is starting, changing roles, or leaving
onboarding-none = Nobody at the moment, as far as you are part of it.
onboarding-none-of = I have no checklist of { $who } that you are part of.
onboarding-unknown = There is no such step, or it is not yours.
onboarding-not-yours = Only the manager of { $who } or an admin may do that.
onboarding-leads = Only the manager, who began it, or an admin may change that.
onboarding-own-leaving = Your last day is entered by your manager or an admin: please talk to them first. I have told nobody. For days off, type away and the days.
onboarding-gone = Your last day is over, and your access here has ended. If that is wrong, please ask an admin.
onboarding-self = Your own start is in somebody else's hands: ask your manager or an admin.
onboarding-nobody = Who is it about? Write @ and the name.
onboarding-one-person = One person at a time, please.
onboarding-own-helper = { $who } cannot be their own buddy, manager or IT.
onboarding-already = { $who } has a checklist already. Name another day or buddy to change it, or end it first.
onboarding-day-far = That day is more than { $limit } days away.
onboarding-other-track = That checklist is for something else: there is one for starting, one for changing roles, one for leaving.
onboarding-try-start = onboarding start @Li as warehouse on 9 March buddy @Mia
onboarding-try-template = onboarding template change baristas

onboarding-try-leaving = leaving @Li on 30 April
onboarding-try-moving = role change @Li on 1 July
onboarding-day-missing = Which is the last day?
onboarding-held = What is still in the hands of { $who }
onboarding-held-tasks = { $count ->
    [one] One open task
   *[other] { $count } open tasks
}
onboarding-held-feedback = { $count ->
    [one] One open piece of feedback
   *[other] { $count } open pieces of feedback
}
onboarding-held-blockers = { $count ->
    [one] One open blocker
   *[other] { $count } open blockers
}
onboarding-held-risks = { $count ->
    [one] One open risk
   *[other] { $count } open risks
}
onboarding-held-measures = { $count ->
    [one] One KPI
   *[other] { $count } KPIs
}
onboarding-held-people = { $count ->
    [one] Leads one person
   *[other] Leads { $count } people
}
onboarding-held-heads = { $count ->
    [one] Heads one department
   *[other] Heads { $count } departments
}
onboarding-held-doors = { $count ->
    [one] Sees to one door for feedback or values (for an admin)
   *[other] Sees to { $count } doors for feedback or values (for an admin)
}
onboarding-held-deputies = { $count ->
    [one] Deputy for one area or figure of somebody else
   *[other] Deputy for { $count } areas or figures of others
}
onboarding-held-kept = { $count ->
    [one] One more task was only for themselves; you do not see it.
   *[other] { $count } more tasks were only for themselves; you do not see them.
}
onboarding-give-everything = Hand over everything …
onboarding-give-all = All of it to
onboarding-form-handover = Hand over
onboarding-handover-hint = Name one person for everything, or somebody else for single things. What you leave empty stays.
onboarding-handed = Handed over from { $who }
onboarding-handed-left = Still there:
onboarding-gave = { $what } → { $who }
onboarding-heir-leaves = { $who } is the one who leaves.
onboarding-heir-guest = { $who } is a guest here and cannot take it on.
onboarding-held-area = Answers for “{ $name }”
onboarding-held-standup = Runs the stand-up “{ $name }”
onboarding-held-none = Nothing: everything is in other hands.
onboarding-give = Hand over to …
onboarding-button-held = Hand over

onboarding-step-start = { $who } is starting: one thing for you
onboarding-step-start-own = Your start: one thing for you
onboarding-step-leave = { $who } is leaving: one thing for you
onboarding-step-leave-own = Before you leave: one thing for you
onboarding-step-change = { $who } changes roles: one thing for you
onboarding-step-change-own = Your new role: one thing for you
onboarding-day-start = First day: { $day }
onboarding-day-leave = Last day: { $day }
onboarding-day-change = First day in the new role: { $day }
onboarding-link = Open the material
onboarding-again = You were asked before; I will not remind you again.
onboarding-later = It stays open. I remind you once.
onboarding-now-done = Done. Thank you!
onboarding-now-skipped = Does not apply.
onboarding-now-over = This checklist has ended.
onboarding-stuck = 🚧 { $who } is stuck with a step for { $about }
onboarding-stuck-own = 🚧 { $who } is stuck with a step of their own
onboarding-stuck-now = 🚧 You are stuck; who leads the way knows:
onboarding-stuck-form = What is in the way?
onboarding-stuck-why = What keeps you from it, or whom do you need?
onboarding-stuck-send = Tell the manager
onboarding-stuck-told = Who leads the way hears of it now. The step stays open.
onboarding-button-done = Done
onboarding-button-later = Not yet
onboarding-button-stuck = I am stuck …
onboarding-button-skip = Does not apply
onboarding-button-show = Show
onboarding-button-change = Change
onboarding-button-end = End it
onboarding-button-answer = Answer

onboarding-begun-start = { $who } starts on { $day }
onboarding-begun-leave = { $who } leaves us; the last day is { $day }
onboarding-begun-change = { $who } changes roles; the first day is { $day }
onboarding-begun-manager = You lead the way: you hear every week how far { $who } is.
onboarding-begun-buddy = You are the buddy of { $who }: the one to ask anything.
onboarding-begun-meet = A good time for a first talk, when you are both at work: { $when }. Write to { $who }, and say that any question is welcome.
onboarding-begun-it = You see to accounts and devices for { $who }.
onboarding-begun-how = I ask for one thing at a time, in the morning, on working days.
onboarding-started-start = { $who } starts on { $day }: everything is planned
onboarding-started-leave = { $who } leaves; the last day is { $day }: everything is planned
onboarding-started-change = { $who } changes roles on { $day }: everything is planned
onboarding-roles = { $roles }
onboarding-role-manager = Manager: { $who }
onboarding-role-buddy = Buddy: { $who }
onboarding-role-it = IT: { $who }
onboarding-far-start = { $who }, first day { $day }: { $count } of { $total } done
onboarding-far-leave = { $who }, last day { $day }: { $count } of { $total } done
onboarding-far-change = { $who }, new role from { $day }: { $count } of { $total } done
onboarding-late = ⏰ Late: { $what } ({ $who })
onboarding-late-count = ⏰ { $count } late
onboarding-line-open = ▫️ { $what } ({ $who })
onboarding-line-late = ⏰ { $what } ({ $who })
onboarding-line-stuck = 🚧 { $what } ({ $who }): { $why }
onboarding-line-done = ✅ { $what } ({ $who })
onboarding-line-skipped = ➖ { $what } ({ $who })
onboarding-over-start = { $who } has settled in: everything on the checklist is done 🎉
onboarding-over-leave = Everything is handed over and closed for { $who }.
onboarding-over-change = { $who } has arrived in the new role: everything on the checklist is done 🎉
onboarding-changed-start = { $who } starts on { $day } now. Whoever helps hears of it.
onboarding-changed-leave = The last day of { $who } is { $day } now. Whoever helps hears of it.
onboarding-changed-change = { $who } changes roles on { $day } now. Whoever helps hears of it.
onboarding-stays = { $who } stays: the leaving is off, and nobody is asked any more.
onboarding-ended = The checklist of { $who } has ended. Nobody is asked any more.

onboarding-check-how = How are your first { $count } days here?
onboarding-check-talk = Talk with them about their first { $count } days: what goes well, what is in the way?
onboarding-check-private = Your answer is yours. Your manager reads it only if you share it.
onboarding-check-done = You have answered. Thank you!
onboarding-check-title = How is it going?
onboarding-check-answer = In your own words
onboarding-check-share = Who may read it?
onboarding-check-send = Send
onboarding-check-shared = Thank you! Your manager can read it.
onboarding-check-kept = Thank you! Nobody else reads it.
onboarding-share-no = Only me
onboarding-share-yes = My manager too
onboarding-mood-good = 🙂 Good
onboarding-mood-mixed = 😐 Mixed
onboarding-mood-hard = 🙁 Hard
onboarding-shared = { $who } shares with you how the first { $count } days were

onboarding-tracks-inside = Checklists are for the people of the company.
onboarding-tracks = Checklists
onboarding-track-everybody = Everybody
onboarding-track-leaving = Leaving
onboarding-track-changing = Change of roles
onboarding-track-line = { $name }: { $count ->
    [one] one step
   *[other] { $count } steps
}
onboarding-track-title = Checklist: { $name }
onboarding-track-new = A new one: { $example }
onboarding-track-form = Write a checklist
onboarding-track-hint = One thing a line: working days from the first day, who (person, manager, buddy, IT), what, and a link if there is one. “-3 IT: Open the accounts”. Left empty, ours is back.
onboarding-track-kept = The checklist “{ $name }” counts for everybody who begins from now on.
onboarding-track-back = The checklist “{ $name }” is as it came with me, or gone if it was yours.
onboarding-track-unknown = I do not know the checklist “{ $typed }”. There are { $names }.
onboarding-track-admins = Only admins write checklists.
onboarding-track-name = A checklist needs a name of at most { $limit } characters.
onboarding-lines-many = That is more than { $limit } lines.
onboarding-line-wrong = I do not understand “{ $line }”. Write it like “-3 IT: Open the accounts”.
onboarding-line-far = “{ $line }” is more than { $limit } working days away.
onboarding-line-link = “{ $link }” in “{ $line }” is no address of a page. It begins with https:// and has no password in it.
onboarding-line-links = “{ $line }” has several addresses: one a line, please.
onboarding-line-long = “{ $line }” is longer than { $limit } characters.
onboarding-part-newcomer = person
onboarding-part-manager = manager
onboarding-part-buddy = buddy
onboarding-part-it = IT

onboarding-item-plan = Plan the first week: whom to meet, what to learn, the first real task
onboarding-item-accounts = Open the accounts: mail, chat, shop and tools
onboarding-item-computer = Have computer and phone ready
onboarding-item-welcome = Welcome them in person, and introduce them to the team
onboarding-item-profile = Fill in your profile here: language, time zone, working hours (type settings)
onboarding-item-lunch = Have lunch or a call together, and say that any question is welcome
onboarding-item-security = Switch on two-factor sign-in, and use the password safe
onboarding-item-handbook = Read how we work: hours, holidays, sick days, who decides what
onboarding-item-questions = Ask what is still unclear after the first week
onboarding-item-week = Talk about the first week, and agree on the goals of the first month
onboarding-item-helpdesk = Give access to the help desk and the order system
onboarding-item-listen = Listen in on five conversations with customers
onboarding-item-refunds = Learn the rules for refunds, returns and goodwill
onboarding-item-reply = Answer your first customers, with your buddy beside you
onboarding-item-gear = Hand over safety shoes, gloves and a scanner
onboarding-item-floor = Walk the floor: escape routes, first aid, forklifts
onboarding-item-picking = Pick and pack ten orders with your buddy
onboarding-item-returns = Learn how returns are checked and booked
onboarding-item-ads = Give access to ad accounts and analytics
onboarding-item-brand = Read the brand guide: tone, logo, pictures
onboarding-item-calendar = Look through the campaign calendar
onboarding-item-campaign = Look at our last campaign: what worked, what would you change?
onboarding-item-shop = Give access to the shop's back office
onboarding-item-order = Place a test order on each of our shops
onboarding-item-catalogue = Add one product, with texts and pictures, and have it checked
onboarding-item-prices = Learn how prices and stock are changed, and who approves it
onboarding-item-keys = Give access to code, servers and the password safe
onboarding-item-setup = Set up your computer, and write down what was missing in the guide
onboarding-item-incidents = Read our last three incidents
onboarding-item-change = Bring a small change live
onboarding-item-handover = Agree who takes over what
onboarding-item-notes = Write down what only you know: contacts, passwords' places, open promises
onboarding-item-announce = Tell the team and the partners who takes over
onboarding-item-return = Bring back computer, phone, keys and cards
onboarding-item-farewell = Thank them, and say goodbye
onboarding-item-close = Close all accounts, and end every session
onboarding-item-forward = Forward mail and calls to who takes over
onboarding-item-owners = Check that nothing is left without an owner
onboarding-item-tell = Tell both teams what changes, from when, and who takes over the old work
onboarding-item-rights = Open what the new role needs: tools, folders, channels
onboarding-item-pass-on = Hand over what belongs to the old role: tasks, feedback, areas, contacts
onboarding-item-meet = Meet your new team, and ask what they expect of the first weeks
onboarding-item-expect = Agree on what the new role is for, and on the goals of the first month
onboarding-item-old-rights = Close what only the old role needed: tools, folders, channels, shared passwords
onboarding-item-settled = Talk about the first two weeks: what is clear, what is still missing?

help-topic-leaving = Leaving
help-leaving = Begin somebody's leaving, or see who leaves
help-leaving-show = How far a leaving is, and what is still to hand over
help-leaving-cancel = Somebody stays after all
help-role-change-cancel = Somebody stays in their role
help-onboarding-cancel = End somebody's checklist before its time
help-role-change = Begin the checklist of who changes roles, or see who does
help-role-change-show = How far a change of roles is
help-topic-onboarding = Starting and leaving
help-example-onboarding = onboarding start @Li as warehouse on 2 March
help-onboarding = Who is starting or leaving, and how far it is
help-onboarding-start = Begin somebody's checklist, with their first day and a buddy
help-onboarding-show = How far somebody is, step by step
help-onboarding-template = The checklists by role
help-onboarding-template-change = Write a checklist, one thing a line
