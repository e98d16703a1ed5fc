"""Who lives in the company: accounts, with what plans need to know of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from adapters.simulator.play.manners import Manner, manner_of
from adapters.simulator.side import Side

DIRECT = ("dm", "im")


@dataclass(frozen=True, slots=True)
class Someone:
    """One account with what the plans need to know of it."""

    id: str
    side: Side
    tz: str
    locale: str
    name: str
    manner: Manner

    def local(self, moment: datetime) -> datetime:
        """The moment on their clock."""
        return moment.astimezone(ZoneInfo(self.tz))


def people_of(side: Side) -> Iterator[Someone]:
    """Everybody on a side but the bots, with their manners."""
    for one in side.people():
        if not one["is_bot"]:
            yield Someone(
                str(one["id"]),
                side,
                str(one["tz"] or "UTC"),
                str(one["locale"]),
                str(one["name"]),
                manner_of(str(one["id"])),
            )


def direct_place(someone: Someone) -> str:
    """Their own conversation with the bot."""
    places = someone.side.places(someone.id)
    bot = [one for one in places if one["kind"] in DIRECT and one.get("member", True)]
    return str(bot[0]["id"])


def member_of(side: Side, place: str, people: Iterable[Someone]) -> Someone | None:
    """The first of these people who is in a place."""
    for one in people:
        own = side.places(one.id) if one.side is side else []
        if any(each["id"] == place and each.get("member") for each in own):
            return one
    return None
