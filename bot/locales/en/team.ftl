# Who is who.
team-list = { $count ->
    [one] Who is who: 1 person
   *[other] Who is who: { $count } people
}
team-list-none = Nobody here.
team-no-department = Without a department
team-title = Role
team-departments = Departments
team-heads = Heads
team-no-head = { $department } has no head yet. An admin says who it is.
team-manager = Manager
team-kind = Works
team-kind-office = on site
team-kind-remote = remotely
team-kind-outside = for us from outside
team-time = Their time
team-away = Away until
team-away-until = away until { $day }
team-owns = Answers for
team-stands-in = Deputy for
team-right = May
team-right-owner = everything, as the owner of a workspace
team-right-admin = change what belongs to everybody, as an admin
team-right-guest = see what is said where they are, as a guest
team-admins = Who may change what belongs to everybody
team-admins-how = Owners and admins of a workspace, on either chat. Heads change what belongs to their department, managers what belongs to their people.
team-reached = Reached by
team-button-show = Show
team-button-more = { $count } more
team-button-import = Import a list
team-button-compare = Compare
team-button-apply = Apply
team-button-drop = Leave it
team-set-done = { $who } is up to date.
team-head-done = { $who } heads { $department }.
team-head-none = { $department } has no head now.

team-import-form = Import people
team-import-field = The list, its columns named in the first line
team-import-hint = name or email, and any of: departments, manager, role, kind. Or send me a CSV file: no form needed.
team-import-title = This would change
team-import-nothing = This changes nothing
team-import-note = Nothing is changed until you press Apply; lines that cannot be read stay out.
team-import-broken = { $count ->
    [one] 1 line cannot be read
   *[other] { $count } lines cannot be read
}
team-import-changes = { $count ->
    [one] 1 person changes
   *[other] { $count } people change
}
team-import-expected = { $count ->
    [one] 1 person is new
   *[other] { $count } people are new
}
team-import-new = { $who } – not here yet: counts when somebody comes as { $email }
team-import-expects = { $count ->
    [one] 1 line waits for who comes with that address.
   *[other] { $count } lines wait for who comes with those addresses.
}
team-import-unknown = I do not know “{ $name }”; with their address in the line I keep it until they come
team-import-line = Line { $line }: { $why }
team-import-change = { $what }: { $before } → { $after }
team-import-empty-cell = (nothing)
team-import-more = and { $count } more
team-import-done = { $count ->
    [one] 1 person is up to date.
   *[other] { $count } people are up to date.
}
team-import-dropped = The list is let go; nothing was changed.

# To be mended
team-nobody = There is nobody you can look up by that.
team-unknown = I know no department “{ $word }”.
team-department-unknown = I know no department “{ $name }”.
team-set-who = Of whom? Name one person, and one manager at most.
team-set-what = What shall I say of them? manager, departments, kind or role.
team-set-word = I do not understand “{ $word }” here. Say manager, departments, kind or role before it.
team-kind-unknown = I do not know “{ $word }”: office, remote or outside.
team-title-long = This role has { $count } characters; { $limit } is the most.
team-head-who = Who heads it? Name one person, or none.
team-ring = That would be a ring: { $ring }. Somebody must be at its top.
team-ring-self = Nobody is their own manager: { $who }.
team-import-empty = I need a line that names the columns, and below it one line a person.
team-import-long = That is more than { $limit } lines. Please send them in parts.
team-import-head = The first line must name the columns: name or email, and any of departments, manager, role, kind.
team-import-cells = more cells than columns: { $typed }
team-import-nobody = no name and no address: { $typed }
team-import-kind = works neither in the office nor remote nor outside: { $typed }
team-import-role = the role is too long: { $typed }
team-import-email = nobody has the address { $email }
team-import-twice = { $who } is on a line before
team-import-gone = That list was applied or let go already.
team-try-set = team set @Li manager @Anna departments marketing,data kind remote
team-try-head = team head marketing @Anna

help-topic-team = Who is who
help-example-team = team marketing
help-team = Who is who by department: role, time, away or not
help-team-show = One person: their work, their time, how to reach them
help-team-admins = Who may change what belongs to everybody
help-team-set = Says of somebody: manager, departments, kind, role (admin)
help-team-head = Who heads a department (admin)
help-team-import = Compares a pasted list of people, and applies it when told (admin)
