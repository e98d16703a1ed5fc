"""Commands as people say them in passing, a file for each subject."""

from bot.phrases.absence import asks_away
from bot.phrases.area import asks_owner
from bot.phrases.asked import asks
from bot.phrases.blocker import of_blocker, says_blocked
from bot.phrases.language import asks_language
from bot.phrases.numbers import SHORT, ids, is_ids
from bot.phrases.person import asks_person, gives_thanks
from bot.phrases.reminder import asks_reminder
from bot.phrases.sentence import is_question, is_sentence
from bot.phrases.task import (
    by_state,
    counts_things,
    lists,
    may_count,
    number_first,
    without_task,
)
from bot.phrases.turned import Turned

__all__ = [
    "SHORT",
    "Turned",
    "asks",
    "asks_away",
    "asks_language",
    "asks_owner",
    "asks_person",
    "asks_reminder",
    "by_state",
    "counts_things",
    "gives_thanks",
    "ids",
    "is_ids",
    "is_question",
    "is_sentence",
    "lists",
    "may_count",
    "number_first",
    "of_blocker",
    "says_blocked",
    "without_task",
]
