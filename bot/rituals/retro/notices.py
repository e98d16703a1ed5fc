"""The messages of retrospectives, each written when it is sent."""

from bot.cards import retro as cards
from bot.messages import Card
from bot.rituals.flow import Flow, Scene
from bot.rituals.retro.work import OPENED, opened

flow = Flow()


@flow.notice(OPENED)
async def card(scene: Scene) -> Card | None:
    """One page of what was opened, for everybody in the room."""
    retro = await scene.db.retros.get(scene.number("retro"))
    if retro is None:
        return None
    found = await opened(scene.db, retro)
    return cards.opened(found, scene.t, scene.number("page"))
