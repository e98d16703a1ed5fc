"""Tasks over time: reminders, news, and what follows from closing one."""
