"""The keys of messages about blockers, and which of those a stand-up's day brings."""

from datetime import date

from bot.model.blocker import Blocker
from bot.model.standup import Standup


def key_of(blocker: Blocker, kind: str, once: int | str, person_id: int) -> str:
    """The key of news to one person."""
    return f"blocker:{blocker.id}:{kind}:{once}:person:{person_id}"


def nudge_key(person_id: int, day: date) -> str:
    """The key of the day's one reminder of what somebody is asked to help with."""
    return f"blocker:nudge:{day.isoformat()}:person:{person_id}"


def still_key(standup_id: int, day: date, person_id: int) -> str:
    """The key of the question to who was silent on that day."""
    return f"standup:{standup_id}:{day.isoformat()}:still:person:{person_id}"


def brought_up(standup: Standup | None) -> bool:
    """Whether the close of the stand-up's next day will bring its blockers up."""
    return standup is not None and standup.active and bool(standup.rule)
