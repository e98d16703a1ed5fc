"""Two pieces of feedback as one, and as two again, without a database (PEERS H14)."""

from dataclasses import replace
from datetime import datetime

from bot.model.feedback import Feedback, State, Voice
from bot.model.feedback.life import go, take


def joined(feedback: Feedback, to: Feedback, now: datetime) -> Feedback:
    """The one that goes: its voices are the other's from now on."""
    after = go(feedback, State.JOINED, now)
    return replace(after, joined_to=to.id, voices=())


def joining(feedback: Feedback, other: Feedback) -> Feedback:
    """The one that stays: with everybody's voices, whoever followed the other, its
    task, and its owner where it had none itself: nobody's work is lost.
    """
    owner = {other.owner_id} - {None, feedback.owner_id}
    followers = {*feedback.followers, *other.followers, *owner}
    stays = feedback
    if feedback.owner_id is None and other.owner_id is not None:
        stays = take(feedback, other.owner_id)
    return replace(
        stays,
        followers=tuple(sorted(id for id in followers if id)),
        task_id=feedback.task_id or other.task_id,
        voices=(*feedback.voices, *moved(other)),
    )


def moved(feedback: Feedback) -> tuple[Voice, ...]:
    """Its voices as they are elsewhere: each remembers where it was at first."""
    return tuple(
        replace(voice, came_from=voice.came_from or feedback.id)
        for voice in feedback.voices
    )


def parted(feedback: Feedback, home: Feedback) -> Feedback:
    """The one that was joined, on its own again; somebody has looked at it."""
    own = tuple(
        replace(voice, came_from=None)
        for voice in home.voices
        if voice.came_from == feedback.id
    )
    return replace(feedback, state=State.TRIAGED, joined_to=None, voices=own)
