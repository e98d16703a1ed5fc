"""Due dates as people write them, in English and Chinese: read one, or find some."""

from bot.dates.due import DateProblem, Due, Found, NotADate
from bot.dates.sentence import find, read, says_due

__all__ = ["DateProblem", "Due", "Found", "NotADate", "find", "read", "says_due"]
