"""Telling a group whose people nobody tells us how they take part in a stand-up.

A stand-up of a room may be made anywhere: what its maker reads, such a group does not.
"""

from datetime import datetime, timedelta

from bot.cards import examples
from bot.cards.standup import list as standup_list
from bot.messages import Card, Code, Line
from bot.model.delivery import Draft
from bot.model.refs import PlaceRef
from bot.model.room import mirrored
from bot.model.standup import Members, Standup
from bot.ports import Translate, UnitOfWork
from bot.rituals.flow import Flow, Scene
from bot.rituals.room import unlisted

flow = Flow()
PAUSE = timedelta(minutes=1)  # in which a card of it may get there by itself


async def invite(
    db: UnitOfWork, standup: Standup, now: datetime, but: PlaceRef | None = None
) -> None:
    """Writes it to every such group of its room `but` one, once and for ever."""
    if not standup.active or not isinstance(standup.roster, Members):
        return
    for place in await unlisted(db, standup.roster.place):
        if place != but:
            draft = Draft(
                key=mirrored(f"standup:{standup.id}:invite", place),
                kind="standup.invite",
                args={"standup": standup.id},
                place=place,
                due=now + PAUSE,
            )
            await db.deliveries.add(draft)


async def invite_to_all(db: UnitOfWork, place: PlaceRef, now: datetime) -> None:
    """The same for every stand-up of the room that a place has come to."""
    for standup in await db.standups.all():
        match standup.roster:
            case Members(there) if place in await unlisted(db, there):
                await invite(db, standup, now)
            case _:
                pass


@flow.notice("standup.invite")
async def invitation(scene: Scene) -> Card | None:
    """Nothing where the group has seen the stand-up's card, which says the same."""
    standup = await scene.db.standups.get(scene.number("standup"))
    if standup is None or not standup.active or scene.place is None:
        return None
    subject = f"standup:{standup.id}"
    if await scene.db.deliveries.shows(subject, scene.place, 0):
        return None
    note = await how_to_join(scene.db, scene.t, standup, scene.place)
    return standup_list.invited(scene.t, standup, note) if note else None


async def how_to_join(
    db: UnitOfWork, t: Translate, standup: Standup, place: PlaceRef
) -> Line:
    """What to type in the place, if it is one of those; else nothing."""
    if not isinstance(standup.roster, Members):
        return ()
    if place not in await unlisted(db, standup.roster.place):
        return ()
    count = len(await db.people.seen_in(place))
    words = t("standup-try-join")
    join = examples.typed(t, place.platform, "", words, among=True)
    return t.line("standup-note-unlisted", count=count, join=Code(join))
