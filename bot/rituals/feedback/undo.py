"""Taking words back before they leave: within ten seconds nobody has read them
(PEERS H11).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.feedback import Feedback, State, Update, UpdateKind
from bot.model.feedback.life import UNDO, WORDED, back, said_with
from bot.rituals.feedback.news import told_key
from bot.rituals.feedback.work import FeedbackWork, moment_of


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody said: the lines of the story that hold it, and the form that asks
    for it.
    """

    updates: tuple[Update, ...]
    form: str

    @property
    def text(self) -> str:
        """As it was typed."""
        return self.updates[-1].text

    @property
    def kind(self) -> str:
        """What kind of news it is."""
        first = self.updates[0]
        return "reply" if first.kind is UpdateKind.REPLY else first.text


def newest(story: Sequence[Update], by: int) -> Words | None:
    """What was said to who sent it a moment ago: the end of the story, where that is
    somebody's words.
    """
    found = (words_of(story, each.id, by) for each in story[-2:])
    return next(
        (each for each in found if each and each.updates[-1] == story[-1]), None
    )


def words_of(story: Sequence[Update], update_id: int, by: int) -> Words | None:
    """What was said with this line of its story, if it was they who said it."""
    for each, after in zip(story, (*story[1:], None), strict=True):
        if each.id != update_id or each.person_id != by:
            continue
        if each.kind is UpdateKind.REPLY:
            return Words((each,), "reply")
        form = WORDED.get(State(each.text)) if each.kind is UpdateKind.STATE else None
        if form and after and said_with(each, after):
            return Words((each, after), form)
    return None


async def take_back(
    work: FeedbackWork, feedback: Feedback, words: Words, by: int
) -> Feedback | None:
    """It was never said, and stands as before. None, and the unit must not be kept,
    where somebody reads it by now.
    """
    first = words.updates[0]
    others = [person_id for person_id in feedback.senders if person_id != by]
    if not others and work.now > first.at + UNDO:
        return None
    for person_id in others:
        key = told_key(feedback, words.kind, moment_of(first), person_id)
        if not await work.db.deliveries.withdraw(key):
            return None
    await work.db.feedback.log.forget(words.updates)
    story = await work.db.feedback.log.of(feedback.id)
    return await work.save(back(feedback, words.kind, story, work.now))
