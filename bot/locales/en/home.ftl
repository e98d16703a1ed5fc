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

talk-nothing = I have no open question to you. Just write what you need.
talk-stopped = All right. Nothing was changed, and nothing is open. To take back your last step, type “undo”.
talk-hello = I am here: the bot of your team. What can I do for you?
talk-bye = See you. What comes up in the meantime waits for you here.
talk-joy = 🙂
talk-sorry = I am sorry, that should be easier. Say it in other words, or look at what I understand.
talk-good = Good to hear. I wrote nothing down: in a stand-up you say so in your answers.
talk-there = Nothing changes here: your tasks and stand-ups reach you as usual. Your team reads it where you write it to them. If you are away for some hours, say when:
talk-try-there = away today 9:00-11:00
talk-cannot = That I cannot do: calendars, rooms, channels and the like are not mine. I can keep it in mind as a task:
talk-try-cannot = task add book the meeting room tomorrow 10:00
help-talk = A word that asks for nothing: yes, never mind, see you
