"""More words on one item in a short time come as two messages, not as one each: the
first at once, all others together when the time is over.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.model.feedback import Update, UpdateKind

TIME = timedelta(minutes=10)


def first_of(story: Sequence[Update], said: Update) -> Update:
    """The words with which the time began in which these were said: it may be they."""
    first = said
    begun: datetime | None = None
    for each in _alike(story, said):
        if begun is None or each.at >= begun + TIME:
            first, begun = each, each.at
        if each.id == said.id:
            break
    return first


def gathered(story: Sequence[Update], first: Update) -> list[Update]:
    """What was said after the first, as long as its time lasts."""
    words = _alike(story, first)
    after = words[words.index(first) + 1 :] if first in words else []
    return [each for each in after if each.at < first.at + TIME]


def _alike(story: Sequence[Update], said: Update) -> list[Update]:
    """Words of colleagues, or of customers' own."""
    return [
        each
        for each in story
        if each.kind is UpdateKind.SAID
        and (each.person_id is None) == (said.person_id is None)
    ]
