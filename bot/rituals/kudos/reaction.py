"""A sign on a message says thanks: whoever put it there is asked in private what for.

Kudos without a reason are none (PEERS L04), so a sign alone gives nobody any.
"""

from bot.cards.kudos import reaction as cards
from bot.events import Reacted
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.people import Person
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene

REACTED = "kudos.reacted"
flow = Flow()


async def thanks(db: UnitOfWork, reacted: Reacted) -> bool:
    """Whether it is the company's sign: any other is not even kept."""
    return reacted.sign == (await db.kudos.rules()).sign


async def ask(db: UnitOfWork, reacted: Reacted, giver: Person, author: Person) -> None:
    """Asks what for, once a message, however often the sign is put there."""
    said = reacted.message
    if giver.id == author.id or not (giver.active and author.active):
        return
    name = f"{said.place.tenant}:{said.place.id}:{said.id}"
    draft = Draft(
        key=f"kudos:reacted:{name}:person:{giver.id}",
        kind=REACTED,
        args={"receiver": author.id, "place": said.place.id, "sign": reacted.sign},
        person_id=giver.id,
    )
    await db.deliveries.add(draft)


@flow.notice(REACTED)
async def asked(scene: Scene) -> Card | None:
    """To who put it there; nothing if who is thanked has left."""
    known = await scene.db.people.some([scene.number("receiver")])
    author = next(iter(known.values()), None)
    if author is None or not author.active:
        return None
    place, sign = str(scene.args["place"]), str(scene.args["sign"])
    return cards.asked(scene.t, author, place, sign)
