# The home tab and today.
home-title = Your day, { $name }
home-urgent = { $count ->
    [one] One thing needs you now.
   *[other] { $count } things need you now.
  }
home-nothing = Nothing needs you right now.
home-away = You are away until { $last }. Nobody waits for you.
home-tasks = My tasks
home-about-you = About you
home-me = { $language } · { $zone } · { $start }–{ $end } · Reminders: { $reminders }
home-button-help = What can you do?
today-title = Today, { $name }
home-hello = Hello, I am Shopcrew.
home-introduction = I keep this team's tasks and stand-ups, and I only speak when there is something to say. Try this:
home-welcome = You are welcome.
