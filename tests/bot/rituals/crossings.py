"""A room of two or three places in which answers cross, and people who answer."""

from dataclasses import replace
from itertools import count
from typing import Any

from bot.events import Commanded, Replied
from bot.model.refs import MessageRef
from tests.driver import Member, Team
from tests.fakes.chat import Seen

HERE, THERE = "#general", "#store-eu"
_numbers = count(1)


async def a_room(team: Team, *more: str) -> Member:
    """Anna's room, with a task's card in all its places."""
    anna = team.person("Anna Berger", admin=True)
    for place in (THERE, *more):
        if place not in team.places:
            team.place(place)
    await team.know_everyone()
    for place in (HERE, THERE, *more):
        await anna.says("room tie singles day", place)
    await anna.says("room threads on", HERE)
    await anna.says("task add Check prices tomorrow", HERE)
    return anna


def card(team: Team, where: str) -> Seen:
    """The task's card in a place, as it is now."""
    place = team.places[where]
    return next(
        seen
        for seen in team.chat.messages
        if seen.ref.place == place and seen.card.subject == "task:1"
    )


def told(team: Team, where: str, by: str) -> list[Seen]:
    """What the bot told there of answers of somebody, in any thread."""
    place = team.places[where]
    return [
        seen
        for seen in team.chat.messages
        if seen.ref.place.unthreaded() == place and f"{by} (" in seen.text
    ]


async def answers(who: Member, under: Seen, text: str, **own: Any) -> MessageRef:
    """Answers in the thread of a message; the answer."""
    thread = replace(under.ref.place, thread=under.ref.id)
    message = MessageRef(thread, f"answer-{next(_numbers)}")
    await hears(who, message, text=text, **own)
    return message


async def hears(who: Member, message: MessageRef, **own: Any) -> None:
    """The platform tells of an answer, a change of it, or that it is gone."""
    event = Replied(
        id=f"Re{next(_numbers)}",
        at=who.team.clock.now(),
        who=who.ref,
        where=message.place,
        name_hint=who.name,
        message=message,
        **own,
    )
    await who.team.receive(event)


async def quotes(who: Member, quoted: Seen, text: str) -> None:
    """Calls the bot in a message that answers to one of its own."""
    event = Commanded(
        id=f"Qu{next(_numbers)}",
        at=who.team.clock.now(),
        who=who.ref,
        where=quoted.ref.place.unthreaded(),
        text=text,
        answers=MessageRef(quoted.ref.place.unthreaded(), quoted.ref.id),
    )
    await who.team.receive(event)
