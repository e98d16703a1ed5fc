# Projects.
project-title = 📁 { $name }
project-title-finished = ✅ { $name } (finished)
project-progress = { $bar } { $done } of { $total } tasks done
project-no-tasks = No tasks yet.
project-owner = led by { $who }
project-finished-at = finished { $when }
project-milestones = Milestones
project-milestone = ◇ { $title } · { $day }
project-milestone-reached = ◆ { $title } · { $day } · reached
project-list-title = Projects
project-list-empty = No projects yet. A #name in a task makes one.
project-list-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
project-button-reached = Reached
project-button-finish = Finish anyway
project-finish-check = { $count ->
    [one] There is one outstanding task. Finish { $name } for everybody?
   *[other] There are { $count } outstanding tasks. Finish { $name } for everybody?
}
project-unknown = I do not know the project “{ $name }”. It may be private, or written differently.
project-not-yours = Only { $who } and admins may change { $name }.
project-name-missing = Please say which project, by its name.
project-name-wrong = A project's name needs letters or digits, at most { $limit } of them.
project-name-taken = There is a project { $name } already, perhaps a private one. Please choose another name.
project-finished-already = { $name } is finished already.
project-milestone-missing = A milestone needs the project, a title and a day.
project-milestone-no-day = Please say by which day.
project-try-new = project new #singles-day due 11 November
project-try-show = project show #singles-day
project-try-milestone = project milestone #singles-day Banner ready 5 November
help-project-new = Makes a project
help-project-list = Lists the projects with their progress
help-project-show = Progress, milestones and open tasks of a project
help-project-milestone = Adds a milestone: a title and a day
help-project-finish = Ends a project
help-project-reopen = Takes that back
