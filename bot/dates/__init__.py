"""Due dates as people write them, in English and Chinese: read one, or find some."""

from bot.dates.due import DateProblem, Due, Found, NotADate
from bot.dates.meant import due_among, left_over, two_ways
from bot.dates.sentence import find, read

__all__ = [
    "DateProblem",
    "Due",
    "Found",
    "NotADate",
    "due_among",
    "find",
    "left_over",
    "read",
    "two_ways",
]
