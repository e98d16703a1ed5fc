"""Commands as people say them in passing, a file for each subject."""

from bot.phrases.absence import asks_away
from bot.phrases.appraisal import asks_review
from bot.phrases.approval import asks_approval
from bot.phrases.area import asks_owner
from bot.phrases.asked import asks
from bot.phrases.blocker import says_blocked
from bot.phrases.bot import asks_bot
from bot.phrases.customers import asks_customers, passes_on, tells_of_customer
from bot.phrases.duty import asks_duty
from bot.phrases.figure import asks_figures
from bot.phrases.item import of_item
from bot.phrases.language import asks_language
from bot.phrases.newcomer import asks_newcomer
from bot.phrases.numbers import SHORT, asks_of_one, asks_whether, ids, is_ids
from bot.phrases.passage import says_passage
from bot.phrases.person import asks_person, gives_thanks
from bot.phrases.plainly import asks_plainly
from bot.phrases.quiet import asks_quiet
from bot.phrases.recognition import says_recognition
from bot.phrases.reminder import asks_reminder
from bot.phrases.retro import says_retro
from bot.phrases.roundabout import asks_roundabout
from bot.phrases.sentence import is_question, is_sentence
from bot.phrases.talk import talks
from bot.phrases.task import (
    by_state,
    counts_things,
    lists,
    may_count,
    number_first,
    without_task,
)
from bot.phrases.turned import Turned
from bot.phrases.undo import asks_undo

__all__ = [
    "SHORT",
    "Turned",
    "asks",
    "asks_approval",
    "asks_away",
    "asks_bot",
    "asks_customers",
    "asks_duty",
    "asks_figures",
    "asks_language",
    "asks_newcomer",
    "asks_of_one",
    "asks_owner",
    "asks_person",
    "asks_plainly",
    "asks_quiet",
    "asks_reminder",
    "asks_review",
    "asks_roundabout",
    "asks_undo",
    "asks_whether",
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
    "of_item",
    "passes_on",
    "says_blocked",
    "says_passage",
    "says_recognition",
    "says_retro",
    "talks",
    "tells_of_customer",
    "without_task",
]
