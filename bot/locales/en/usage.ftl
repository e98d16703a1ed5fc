# What the platforms' monthly quotas cost, and saving.
usage-title = What this month costs
usage-heading = { $platform } · { $month }
usage-calls = API calls
usage-pushes = Pushes to me
usage-used = { $count } of { $limit } used ({ $percent } %)
usage-free = { $count } used; no limit
usage-forecast-pace = At this pace about { $count } by the end of the month
usage-forecast-last = At last month’s pace about { $count } by the end of the month
usage-forecast-rough = About { $count } by the end of the month: a rough guess, for it has just begun
usage-runs-out = Used up around { $day }
usage-last = Last month: { $count }
usage-most = Most calls:
usage-most-line = { $name }: { $count }
usage-note = I count what I do myself. The quota belongs to the whole company: other apps use it too, and the platform’s own console shows everything.
usage-none = { $platform } has no monthly quota, so there is nothing to watch.

usage-saving-on = Saving since { $since }, because an admin wants it:
usage-saving-auto = Saving since { $since }, because the month would not last:
usage-saving-waits = Not saving. I begin by myself once 80 % are used and the month would not last. Saving means:
usage-saving-off = Not saving, and I will not begin by myself. Saving would mean:
usage-saves-edits = Cards in groups are brought up to date every 15 minutes at most. What is done or blocked, and a stand-up that closes, show at once.
usage-saves-reminders = Where three or more would be reminded of a stand-up one by one, one message in its group calls them.
usage-saves-news = News of tasks that need nobody wait for the morning’s message. Questions, new tasks and blockers always go at once.
usage-button-on = Save now
usage-button-off = Do not save
usage-button-auto = Save when it must be
usage-button-show = Show usage
usage-button-retry = Try again now

usage-warning = { $platform }, { $what }: { $percent } % of this month is used
usage-warning-forecast = { $platform }, { $what }: this month will not last
usage-advice = What helps:
usage-advice-template = Install the card template: a change is then one edit instead of a new message.
usage-advice-pages = Let people answer on form pages: they cost no pushes. They need a public address.
usage-advice-plan = Buy more, such as the professional edition (专业版), and raise the limits in my settings.
usage-advice-saving = Let me save: cards in groups change less often, reminders go to the group, news wait for the morning.
usage-dry = { $platform } takes nothing more from me: the quota of { $month } is used up
usage-dry-until = What waits goes out on { $day }, unless its time has passed by then. If you have bought more, let me try again now.
usage-dry-over = A new month has begun, and what waited goes out.

usage-word = I do not know that word after “usage”.
usage-save-missing = Please say on, off or auto.
usage-try-save = usage save auto
help-usage = What the month costs where a platform has a quota (admins)
help-usage-save = Whether I save: on, off or auto (admins)
help-usage-retry = Tries again what waits for a new month (admins)
help-topic-usage = Usage
