# Being away, coming back, own settings.
away-button = Away…
away-form-title = Away
away-first = First day away
away-last = Last day away
away-reason = Reason
away-reason-hint = Optional. Shown to your team if you give one.
away-set-one = You are away on { $first }. Nobody will miss your stand-up; you are back on { $back }.
away-set = You are away from { $first } to { $last }. Nobody will miss your stand-ups; you are back on { $back }.
away-why = Reason: { $reason }
away-no-date = Please say from when you are away.
away-wrong-order = The last day is before the first. Please swap them.
away-past = Those days are already over. Please give days from today on.
away-too-long = That is more than a year. Please check the last day.

back-button = I am back
back-set = Welcome back. You are no longer marked away.
back-not-away = You were not marked away. Nothing was changed.

settings-button = Settings
settings-title = Your settings
settings-language = Language
settings-zone = Time zone
settings-zone-hint = A city or a zone: Berlin, 上海, America/New_York
settings-start = My day starts
settings-end = My day ends
settings-days = My working days
settings-reminders = Reminders
settings-forms = How I ask several things at once
settings-forms-hint = A web page comes where your admin set one up; anywhere else, a form.
settings-saved-forms = Questions come: { $how }.
settings-saved = Saved: { $language }, { $zone }, { $start }–{ $end }.
settings-end-before-start = Your day must end after it starts.
settings-no-days = Please choose at least one working day.
settings-no-time = Please give a time, such as 09:00.
zone-unknown = I do not know the time zone “{ $typed }”. Try a city, such as Berlin or 上海.
zone-unknown-close = I do not know the time zone “{ $typed }”. Did you mean { $close }?
language-unknown = I do not speak “{ $typed }” yet: English and 中文 I do.
reminders-active = All of them
reminders-light = Only what is due today or overdue
forms-form = In a form
forms-conversation = In the conversation, one question a message
forms-page = On a web page
forms-unknown = I do not know “{ $typed }”. Say form, chat or page.
reminders-muted = None

weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday

help-away = Mark yourself away: away friday to monday
help-back = You are here again
help-settings = Your language, time zone, hours and reminders
